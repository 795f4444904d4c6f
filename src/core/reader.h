/*
 * reader.h
 *		Readers: from a text in some layout to rows of cells.
 *
 * A reader gives the text row by row.  A line of prose is a row of one cell.
 * Cells are spans of the text; nothing is copied or allocated.
 */
#ifndef GIR_READER_H
#define GIR_READER_H

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
	GIR_LAYOUT_MARKUP			/* a row of a table in HTML or a word processor's
								 * file: its cells are the table's own */
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
	int			ncells;
	gir_cell	cells[GIR_ROW_CELLS];
} gir_cell_row;

/* A line without its end. */
typedef struct gir_line
{
	const char *start;
	const char *end;			/* the line feed, or the end of the text */
	uint32_t	number;			/* from 1 */
} gir_line;

/* ---- plain text (reader_text.c) ---- */

typedef struct gir_text_reader
{
	const char *p;				/* the line to be read next */
	const char *end;
	uint32_t	line_number;	/* of that line */
	bool		in_row;			/* it may go on with a row that was too wide */
} gir_text_reader;

extern void gir_text_reader_init(gir_text_reader *reader, const char *text, size_t len);
extern bool gir_next_text_row(gir_text_reader *reader, gir_cell_row *row);

/* ---- any text (reader.c) ---- */

typedef enum gir_source
{
	GIR_SOURCE_TEXT
} gir_source;

typedef struct gir_reader
{
	gir_source	source;
	union
	{
		gir_text_reader text;
	}			u;
} gir_reader;

/* Start reading a text; what it is, is seen from the text itself. */
extern void gir_reader_init(gir_reader *reader, const char *text, size_t len);

/* Read the next row that is not blank; false at the end of the text. */
extern bool gir_next_row(gir_reader *reader, gir_cell_row *row);

#endif							/* GIR_READER_H */
