/*
 * laid.h
 *		Tables laid out with spaces, as pdftotext -layout prints those of a PDF.
 *
 *	reader_laid.c	pages: lines of text, without what stands at the edges of pages
 *	laid_line.c		a line: the text in front, the values behind it
 *	laid.c			collects the lines of a table, and reads section 4
 *	laid_rows.c		sections 2 and 3, with what is in laid_rows.h
 *	laid_head.c		heads: which columns, and whether they are in the form's order
 *
 * A cell that is broken over lines has its pieces on as many lines, between
 * those of its neighbours, and the values of a row stand beside one of the
 * pieces of its label or between two.  So a table is read when all of it is there.
 */
#ifndef GIR_LAID_H
#define GIR_LAID_H

#include <stdbool.h>
#include <stdint.h>

#include "core/form.h"
#include "core/label.h"
#include "core/rows.h"

/* A table with more lines is not read. */
#define GIR_LAID_LINES 640

/* No line has more values. */
#define GIR_LAID_VALUES GIR_MAX_LINE_VALUES

/* A line of a table. */
typedef struct gir_laid_line
{
	const char *start;			/* without white space around it */
	const char *end;
	uint32_t	number;			/* from 1 */
	uint32_t	indent;			/* characters before its start */
	bool		new_page;		/* it is the first one on its page */
	bool		last;			/* nothing follows it in the text */
} gir_laid_line;

/* The table that is being collected. */
typedef struct gir_laid_table
{
	int			section;		/* 0 outside of tables */
	const gir_label *anchor;	/* section 2: what announced the block */
	bool		overflow;		/* it has more lines than fit */
	bool		begun;			/* a line with all values of a row was seen */
	int			nlines;
	gir_laid_line lines[GIR_LAID_LINES];
} gir_laid_table;

/* What a line consists of. */
typedef struct gir_laid_values
{
	const char *text_end;		/* the text in front begins with the line */
	bool		mixed;			/* there is text behind a value */
	int			n;				/* values at the end; one more than fit if too many */
	gir_cell	cells[GIR_LAID_VALUES];
	uint32_t	from[GIR_LAID_VALUES];	/* the characters of the line that they take */
	uint32_t	to[GIR_LAID_VALUES];
} gir_laid_values;

/* ---- laid_line.c ---- */

/* Tell text and values of a line apart. */
extern void gir_laid_split(const gir_laid_line *line, gir_laid_values *values);

/*
 * Find the next word from *p on: what has no white space in it.  False if there
 * is none.  *column counts the characters of the line.
 */
extern bool gir_laid_word(const char **p, const char *end, const char **start,
						  uint32_t *column, uint32_t *width);

/* A character of a form's label, which is in simplified ones; 0 if it is no ideograph. */
static inline uint16_t
gir_laid_ideograph(uint32_t c)
{
	return c >= 0x3400 && c <= 0x9FFF ? (uint16_t) c : 0;
}

/* A character of a text, as compared with those of labels; 0 if it is no ideograph. */
extern uint16_t gir_laid_fold(uint32_t c);

/* ---- laid_head.c ---- */

/* True if nothing in the lines of a head contradicts the order of a block's columns. */
extern bool gir_laid_in_order(const gir_form_block *block, const gir_laid_line *lines, int nlines);

/* True if all columns of rows that stand side by side are there in the form's order. */
extern bool gir_laid_side_by_side(const gir_form_block *block, const gir_laid_line *lines,
								  int nlines);

#endif							/* GIR_LAID_H */
