/*
 * laid_rows.h
 *		What the readers of sections 2 and 3 laid out with spaces share: the text of
 *		a table, and its lines with values.
 *
 *	laid_text.c		takes the lines, and finds which labels their text may hold
 *	laid_order.c	which line of values is which row of the form
 *	laid_rows.c		the kinds of table, and the values of the rows
 *
 * The text around a line of values, from the line of values before it to the one
 * behind it, holds the row's label, and pieces of its neighbours' labels and of
 * texts that stand beside several rows.
 */
#ifndef GIR_LAID_ROWS_H
#define GIR_LAID_ROWS_H

#include "core/match.h"

/* A table with more lines of values is not read, nor one with more text. */
#define GIR_LAID_PLACES 96
#define GIR_LAID_TEXT 6144

/* Slots for the characters of labels; a power of two. */
#define GIR_LAID_SLOTS 1024

/* Besides rows, what labels a character occurs in. */
#define GIR_LAID_BESIDE 1u		/* beside several rows, and numerals */
#define GIR_LAID_ABOVE 2u		/* in the head */

/* The characters of a section's labels. */
typedef struct gir_laid_alphabet
{
	uint16_t	character[GIR_LAID_SLOTS];
	uint32_t	rows[GIR_LAID_SLOTS];	/* the rows whose labels have it */
	uint8_t		others[GIR_LAID_SLOTS];
} gir_laid_alphabet;

/* A line with values. */
typedef struct gir_laid_place
{
	int			line;
	int			n;				/* values; 0 if it cannot be cut */
	int			page;
	int			own;			/* where the line's text begins */
	int			own_end;
	int			start;			/* the text around it */
	int			end;
	uint32_t	found;			/* the rows whose labels are in it */
	uint32_t	labels;			/* those of them that the line's own text allows */
	uint32_t	allowed;		/* the rows that the line's own text allows */
	bool		foreign;		/* it has text that no label has */
	int			row;			/* what it is, from the section's first one, or -1 */
} gir_laid_place;

/* A table, with what its lines may be. */
typedef struct gir_laid_rows
{
	const gir_laid_table *lines;
	int			section;
	int			first_row;		/* rows are numbered from it */
	int			nforms;			/* that it may be of */
	uint32_t	form_rows[GIR_FORM_COUNT];
	int			ncolumns;
	int			ntext;
	uint16_t	text[GIR_LAID_TEXT];
	uint8_t		others[GIR_LAID_TEXT];	/* what else than a row's label it may be of */
	uint32_t	rows[GIR_LAID_TEXT];	/* the rows whose labels have the character */
	int			nplaces;
	gir_laid_place places[GIR_LAID_PLACES];
	gir_laid_alphabet	letters;
} gir_laid_rows;

/* ---- laid_text.c ---- */

/* Note the characters of the section's labels. */
extern void gir_laid_note_labels(gir_laid_rows *t);

/* The rows whose labels have a character, from gir_laid_fold. */
extern uint32_t gir_laid_rows_with(const gir_laid_rows *t, uint16_t c);

/* Take the lines: their text, and those with values.  False if there are too many. */
extern bool gir_laid_take_lines(gir_laid_rows *t);

/* True if a folded label is in a part of the text, character by character in order. */
extern bool gir_laid_has_label(const gir_laid_rows *t, int from, int to, const char *key,
							   const char *key_end);

/* Find out which rows the places may be. */
extern void gir_laid_find_labels(gir_laid_rows *t);

/* ---- laid_order.c ---- */

/* Decide which row each place is, as far as that is certain. */
extern void gir_laid_decide(gir_laid_rows *t);

#endif							/* GIR_LAID_ROWS_H */
