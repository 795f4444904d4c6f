/*
 * rows.h
 *		Rows of cells: what every reader makes of a text.
 *
 * A line of prose is a row of one cell.  Cells are spans of the text; where the
 * text has markup within a cell, what is printed is in memory of the reader's
 * that is good until the next row is read.
 */
#ifndef GIR_ROWS_H
#define GIR_ROWS_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

/* Wider rows are no rows of these tables; their further cells are dropped. */
#define GIR_ROW_CELLS 64

/* How a row's cells were told apart. */
typedef enum gir_layout
{
	GIR_LAYOUT_LINE,			/* a line by itself: prose, a heading, or one cell */
	GIR_LAYOUT_CELL,			/* a line with one cell and the mark that ends it */
	GIR_LAYOUT_TABS,			/* a line of cells with tabs between them */
	GIR_LAYOUT_PIPES,			/* a line of cells with vertical bars between them */
	GIR_LAYOUT_WORD,			/* a line for each cell, with a tab before it */
	GIR_LAYOUT_MARKUP,			/* a row of a table in HTML or a word processor's
								 * file: its cells are the table's own */
	GIR_LAYOUT_PLACES			/* a row of a table laid out with spaces: its cells
								 * are the table's own, told apart by their places */
} gir_layout;

/*
 * A cell: what is printed in it, and where that stands in the text.  Both are
 * the same unless the text has markup, which what is printed is free of.
 */
typedef struct gir_cell
{
	const char *start;			/* without white space around it */
	const char *end;
	const char *source_start;	/* in the text, for positions */
	const char *source_end;
	uint32_t	line;			/* the line of the text it begins on, from 1 */
} gir_cell;

typedef struct gir_cell_row
{
	gir_layout	layout;
	bool		overflow;		/* there were more cells than fit */
	bool		cut;			/* the text ended within the row's last cell */
	bool		unfinished;		/* the text ended before the row did */
	bool		continues;		/* more of the row before, which was too wide or
								 * too long for one */
	bool		laid_out;		/* a line of a text laid out with spaces, as one cell */
	bool		last;			/* of such a text: nothing follows it */
	bool		new_page;		/* of such a text: a page begins with it */
	uint32_t	indent;			/* of such a text: characters before it */
	int			ncells;
	gir_cell	cells[GIR_ROW_CELLS];
} gir_cell_row;

#endif							/* GIR_ROWS_H */
