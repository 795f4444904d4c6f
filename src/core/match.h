/*
 * match.h
 *		The matcher: finds the tables in the rows that a reader gives, and fills
 *		the report from them.
 */
#ifndef GIR_MATCH_H
#define GIR_MATCH_H

#include "core/gireport_core.h"
#include "core/number.h"
#include "core/reader.h"

typedef struct gir_matcher
{
	const char *text;			/* the start of the text, for spans */
	const gir_callbacks *callbacks;
	gir_report *report;

	int			section;		/* the table that rows now belong to, or 0 */
	bool		row_seen[GIR_ROW_COUNT];	/* read or not */
	bool		repeated[GIR_SECTION_COUNT];	/* a second set of it has begun */
	int			last_row[GIR_SECTION_COUNT];	/* the row seen last, or -1 */

	/* the head of the table, or in section 2 of the block */
	int			ncolumns;
	uint8_t		columns[GIR_ROW_CELLS];
	gir_unit	unit;			/* printed in the head of an amount */
	int			heads_seen;		/* section 4: kinds of dispute in the head so far */
	bool		columns_bad;	/* columns in another order than the form's */
	int			width;			/* cells in each row of the head, 0 if they differ */
	bool		width_known;

	int			cut_cell;		/* the cell that the text ends with, or GIR_NO_CELL */
} gir_matcher;

extern void gir_matcher_init(gir_matcher *matcher, const char *text,
							 const gir_callbacks *callbacks, gir_report *report);

/* Take the next row of the text. */
extern void gir_match_row(gir_matcher *matcher, const gir_cell_row *row);

/* The text is over: settle what depends on the whole. */
extern void gir_match_finish(gir_matcher *matcher);

/* Report a diagnostic, if anyone listens. */
extern void gir_diagnose(const gir_callbacks *callbacks, gir_diagnostic_code code,
						 gir_span raw, uint32_t line, int section, int row, int column);

/* ---- cut.c ---- */

/* What the number of cells in a row says about which of them are blank. */
typedef enum gir_grid
{
	GIR_GRID_UNKNOWN,			/* nothing: blanks may have been added or lost */
	GIR_GRID_PADDED,			/* none was lost: the row is as wide as the table's head */
	GIR_GRID_EXACT				/* none was added or lost */
} gir_grid;

/*
 * Where the "ncolumns" values of a row begin among the cells after its label,
 * or -1 if that is not certain.
 */
extern int	gir_cut_values(const gir_value_shape *shapes, int ncells, int ncolumns,
						   gir_grid grid);

#endif							/* GIR_MATCH_H */
