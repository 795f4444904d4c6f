/*
 * sheet.h
 *		The tables of a report as they are printed: which text stands where.
 *
 * A sheet is a table, or in section 2 one of the blocks that its table is made
 * of.  Cells have their place in a grid and the rows and columns that they span,
 * as the official form prints them.
 */
#ifndef GIR_SHEET_H
#define GIR_SHEET_H

#include "core/gireport_core.h"

typedef enum gir_sheet_role
{
	GIR_SHEET_CORNER,			/* over the labels of rows */
	GIR_SHEET_COLUMN_GROUP,		/* over several columns */
	GIR_SHEET_COLUMN,
	GIR_SHEET_ROW_GROUP,		/* before the labels of several rows */
	GIR_SHEET_ROW,
	GIR_SHEET_VALUE,
	GIR_SHEET_NO_VALUES			/* in place of all values of a row that is not there */
} gir_sheet_role;

typedef struct gir_sheet_cell
{
	gir_sheet_role role;
	uint8_t		row;			/* its first row and column in the grid, from 0 */
	uint8_t		column;
	uint8_t		nrows;			/* that it spans */
	uint8_t		ncolumns;
	const char *text;			/* NULL for values */
	bool		bracketed;		/* the text is printed in parentheses */
	bool		unit_missing;	/* the text is to be followed by gir_amount_unit_note */
	int			cell;			/* index into gir_figures, for a value */
	gir_row_id	record_row;		/* of a row, or GIR_NO_ROW */
} gir_sheet_cell;

/* More than the widest and the longest table have, with the rows of all forms. */
#define GIR_SHEET_ROWS 40
#define GIR_SHEET_COLUMNS 16
#define GIR_SHEET_CELLS 400

typedef struct gir_sheet
{
	int			section;
	const char *anchor;			/* printed over a block of section 2, or NULL */
	int			nhead;			/* rows of the head */
	int			nrows;			/* with the head's */
	int			label_columns;
	int			ncolumns;		/* with those of the labels */
	int			ncells;
	gir_sheet_cell cells[GIR_SHEET_CELLS];	/* row by row, from left to right */
} gir_sheet;

/*
 * Lay out the next sheet of a section.  *row is the row of the record to begin
 * with, at first the section's first one, and is moved on.  Returns false if there
 * is none.
 *
 * Every row of the forms is printed; one that is not in the figures has a cell of
 * the role GIR_SHEET_NO_VALUES, but in section 4, whose rows are on one line: a
 * row that is not there is blank, and without any there is no line.  Figures of
 * several forms at once stand in one sheet, the newest form's columns first.
 */
extern bool gir_next_sheet(const gir_figures *figures, const gir_row_forms *forms,
						   int section, int *row, gir_sheet *sheet);

#endif							/* GIR_SHEET_H */
