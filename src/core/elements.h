/*
 * elements.h
 *		The elements of HTML that are open at a place, and what they say about
 *		whether text is shown there.
 *
 * End tags are often missing, and what is hidden must end where it ends in a
 * browser: otherwise text would be read that nobody sees, or text be lost.  So
 * the rules of the HTML standard are followed for which tag begins and ends
 * what, as far as they matter for that; the nodes of a tree are not made.
 */
#ifndef GIR_ELEMENTS_H
#define GIR_ELEMENTS_H

#include "core/html.h"

/* Elements in each other; what is in deeper ones is not told apart. */
#define GIR_OPEN_ELEMENTS 400

/* Formatting that goes on in what follows. */
#define GIR_PENDING_FORMATS 12

typedef struct gir_open_element
{
	const gir_html_tag *tag;
	const char *name;			/* of an unknown one, too */
	const char *name_end;
	bool		hidden;			/* what is in it is not shown */
	bool		enclosed;		/* only because of an element that it stays in */
	bool		apart;			/* what is in it is set apart from what is around */
	uint8_t		size;			/* gir_size */
	bool		foreign;		/* of another language, such as SVG */
} gir_open_element;

/* Formatting whose element has ended, but not by its own end tag. */
typedef struct gir_pending_format
{
	gir_open_element element;
	int			marker;			/* number of the open element that it is in, or -1 */
} gir_pending_format;

typedef struct gir_elements
{
	int			depth;
	int			base;			/* the same before the last tag opened its element */
	uint32_t	deeper;			/* elements beyond GIR_OPEN_ELEMENTS */
	int			hidden;			/* 1 + number of the outermost hidden element, or 0 */
	int			zeros;			/* open elements with text of no size */
	int			npending;
	bool		quirky;			/* see gir_is_quirky */
	bool		in_form;

	/* what the last tag did */
	bool		began;			/* it began what is not shown */
	bool		table_ended;	/* it is the end tag of a table that was not shown */
	bool		doubtful;		/* what was not shown lacks its own end tag */
	bool		gap;			/* something set apart begins or ends */

	/* filled before they are read */
	gir_pending_format pending[GIR_PENDING_FORMATS];
	gir_open_element open[GIR_OPEN_ELEMENTS];
} gir_elements;

/* What is needed to go back to a place. */
typedef struct gir_elements_mark
{
	int			depth;
	uint32_t	deeper;
	bool		in_form;
	int			npending;
	gir_pending_format pending[GIR_PENDING_FORMATS];
} gir_elements_mark;

extern void gir_elements_init(gir_elements *elements, bool quirky);

/* Take the next tag, or a text that is not white space alone in a table. */
extern void gir_take_start_tag(gir_elements *elements, const gir_token *token);
extern void gir_take_end_tag(gir_elements *elements, const gir_token *token);
extern void gir_take_text(gir_elements *elements, const gir_token *token);

/* A tag comes that does not count. */
extern void gir_forget_tag(gir_elements *elements);

/* True if text at the place is in a hidden element, or has no size. */
extern bool gir_is_unseen(const gir_elements *elements);

/* Remember the place before the last tag, and go back to it. */
extern void gir_mark_elements(const gir_elements *elements, gir_elements_mark *mark);
extern void gir_restore_elements(gir_elements *elements, const gir_elements_mark *mark);

#endif							/* GIR_ELEMENTS_H */
