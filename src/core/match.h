/*
 * match.h
 *		The matcher: finds the tables in the rows that a reader gives, and fills
 *		the report from them.
 *
 *	match.c		takes the rows and tells heads, rows of values and headings apart
 *	head.c		heads of tables: which section, which columns, which unit
 *	values.c	rows of values: into the report, or left out with a reason
 *	cut.c		which of a row's cells are its values
 *	order.c		the order of rows, and what it says about them
 *	loose.c		cells that come one by one, in layouts that do not show rows
 *	glued.c		cells with nothing between them
 *	laid.c		tables laid out with spaces; see laid.h
 *	settle.c	what can only be said at the end
 */
#ifndef GIR_MATCH_H
#define GIR_MATCH_H

#include "core/gireport_core.h"
#include "core/label.h"
#include "core/laid.h"
#include "core/number.h"
#include "core/reader.h"

/* What is known of a row's cells. */
typedef struct gir_seen_row
{
	const gir_cell_row *row;
	gir_value_shape shape[GIR_ROW_CELLS];
	const gir_label *label[GIR_ROW_CELLS];	/* NULL if it is no label */
	int			first_value;	/* the first number or mark, or ncells */
} gir_seen_row;

/* The head of a table, or in section 2 of a block of it. */
typedef struct gir_head
{
	int			ncolumns;
	uint8_t		columns[GIR_ROW_CELLS];
	gir_cell	cells[GIR_MAX_COLUMNS]; /* what is printed over the first of them */
	gir_unit	unit;			/* printed in the head of an amount */
	int			width;			/* cells in the row with the columns */
	const gir_label *anchor;	/* section 2: what announced the block, or NULL */
} gir_head;

/* Texts that may be pieces of one label. */
#define GIR_LOOSE_PIECES 4

/* A row that is put together from cells that come one by one. */
typedef struct gir_loose
{
	bool		open;			/* there is a row */
	bool		closed;			/* its values are over; what follows decides */
	bool		broken;			/* there is unknown text between label and values */
	bool		glued;			/* its values are of one line */
	bool		in_head;		/* section 2: the head of a block is being read */
	int			record_row;		/* or GIR_NO_ROW for values without a label */
	gir_head	head;			/* the head that was in force at its label */
	gir_cell_row row;			/* the label, if it has one, and the values, whose
								 * layout it has */
	gir_layout	layout;			/* of the cell at hand */
	int			label_row;		/* the row of a label that may go on, still to be
								 * opened, or GIR_NO_ROW */
	gir_cell	label_cell;
	int			head_column;	/* the column whose head was the last text and may go
								 * on, or GIR_NO_COLUMN */
	gir_cell	head_cell;
	gir_layout	label_layout;	/* of the line that the label ended on */
	bool		unknown_told;	/* a row with an unknown label has been reported */
	int			npieces;		/* texts since the last label, the oldest first */
	gir_cell	pieces[GIR_LOOSE_PIECES];
} gir_loose;

/* What is known of the order of a section's rows. */
typedef struct gir_order
{
	int			before_last;	/* the row seen before the last one, or -1 */
	unsigned	forms;			/* that all rows belong to, as bits */
} gir_order;

typedef struct gir_matcher
{
	const char *text;			/* the start of the text, for spans */
	const gir_callbacks *callbacks;
	gir_report *report;

	int			section;		/* the table that rows now belong to, or 0 */
	int			heading;		/* the last heading taken; its reader resets it */
	bool		row_seen[GIR_ROW_COUNT];	/* read or not */
	bool		repeated[GIR_SECTION_COUNT];	/* a second set of it has begun */
	int			last_row[GIR_SECTION_COUNT];	/* the row seen last, or -1 */
	gir_order	order[GIR_SECTION_COUNT];

	bool		expecting;		/* a row was read that what follows has to confirm */
	int			expecting_row;
	unsigned	expecting_forms;

	gir_head	head;
	int			heads_seen;		/* section 4: kinds of dispute in the head so far */
	bool		anchor_fresh;	/* its head is still to come */
	bool		columns_bad;	/* columns in another order than the form's */
	bool		section_bad[GIR_SECTION_COUNT]; /* the same, of every table so far */
	int			kinds_seen;		/* kinds of applicant in section 3's head */
	bool		group_seen;		/* the text that stands over them */
	int			group_blanks;	/* most blank cells behind a text that stands over others */
	int			width;			/* cells in each row of the head, 0 if they differ */
	int			head_rows;		/* of the section at hand so far */
	bool		exact;			/* of a word processor's file: cells are never padding */
	int			tail;			/* blank cells at the end of each row of the head, in section 2
								 * of its last one, or -1 if they differ */
	bool		framed;			/* rows begin with a bar, or all with a blank cell */

	gir_loose	loose;
	bool		early[GIR_SECTION_COUNT];	/* rows were read before the section's heading */
	int			last_cell;		/* the cell at the end of the last line, or GIR_NO_CELL */
	uint32_t	last_cell_line;
	bool		doubtful[GIR_CELL_COUNT];	/* more digits, or a unit, follow in the next line */
	bool		glued[GIR_ROW_COUNT];	/* its digits had nothing between them, and could
										 * be others' if the report has blank cells */
	int			glued_full;		/* such rows of section 3 with enough digits */
	int			short_rows;		/* rows with less digits than values, or without */
	int			cut_cell;		/* the cell that the text ends with, or GIR_NO_CELL */
	gir_laid_table laid;		/* the last one: its lines are not cleared */
} gir_matcher;

/* ---- match.c ---- */

extern void gir_matcher_init(gir_matcher *matcher, const char *text,
							 const gir_callbacks *callbacks, gir_report *report);

/* Take the next row of the text. */
extern void gir_match_row(gir_matcher *matcher, const gir_cell_row *row);

/* Look at the cells of a row. */
extern void gir_look_at(gir_seen_row *seen, const gir_cell_row *row);

/* Report a diagnostic, about a row of cells or about one cell, if anyone listens. */
extern void gir_diagnose(const gir_callbacks *callbacks, gir_diagnostic_code code,
						 gir_span raw, uint32_t line, int section, int row, int column);
extern void gir_diagnose_row(const gir_matcher *matcher, gir_diagnostic_code code,
							 const gir_cell_row *row, int record_row);
extern void gir_diagnose_cell(const gir_matcher *matcher, gir_diagnostic_code code,
							  const gir_cell *cell, int record_row, int column);

/* The place of the cells from one to another in the text. */
static inline gir_span
gir_span_of(const gir_matcher *matcher, const gir_cell *first, const gir_cell *last)
{
	gir_span	span;

	span.start = (uint32_t) (first->source_start - matcher->text);
	span.end = (uint32_t) (last->source_end - matcher->text);
	return span;
}

/* The place of a cell in the text. */
static inline gir_span
gir_cell_span(const gir_matcher *matcher, const gir_cell *cell)
{
	return gir_span_of(matcher, cell, cell);
}

/* True if lines hold single cells, so that lost lines can join rows. */
static inline bool
gir_lines_are_cells(gir_layout layout)
{
	return layout == GIR_LAYOUT_LINE || layout == GIR_LAYOUT_CELL || layout == GIR_LAYOUT_WORD;
}

/* ---- head.c ---- */

/* Begin a section's table, unless it has begun. */
extern void gir_enter_section(gir_matcher *matcher, int section);

/* Section 2: a block is announced, or its head begins. */
extern void gir_take_anchor(gir_matcher *matcher, const gir_label *label);

/* The text has a section's table: something that only its table has was seen. */
extern void gir_announce_section(gir_matcher *matcher, int section);

/* Begin the head of a block. */
extern void gir_clear_head(gir_matcher *matcher);

/* The section whose head a row without values belongs to, or 0. */
extern int	gir_head_section(const gir_matcher *matcher, const gir_seen_row *seen);

/* Take a row of a table's head. */
extern void gir_match_head(gir_matcher *matcher, const gir_seen_row *seen, int section);

/* Take one column of the head, or one kind of dispute. */
extern void gir_take_column(gir_matcher *matcher, const gir_cell *cell, int column,
							bool after_total);
extern void gir_take_unknown_column(gir_matcher *matcher, const gir_cell *cell);
extern void gir_take_dispute(gir_matcher *matcher, int row);

/* ---- values.c ---- */

/* A line comes: it may go on with the value at the end of the line before it. */
extern void gir_note_line(gir_matcher *matcher, const gir_cell *line);

/* Read a row with a label of its own, which is its cell number "label_cell". */
extern void gir_match_labelled_row(gir_matcher *matcher, const gir_head *head,
								   const gir_seen_row *seen, int label_cell, int row);

/* Read the line of values below the heads of rows that stand side by side. */
extern void gir_match_side_by_side(gir_matcher *matcher, const gir_seen_row *seen);

/* True if a text may be what is left of a column's label in section 3 or 4. */
extern bool gir_is_piece_of_column(int section, const gir_cell *cell);

/* The form whose block for a row has the columns of a head. */
extern int	gir_form_of_head(const gir_head *head, int row);

/* ---- order.c ---- */

/*
 * Note that a row of the current table is here.  Returns false if it is to be
 * left alone: the table has begun a second time, or the row is another form's.
 */
extern bool gir_row_is_next(const gir_matcher *matcher, int row);
extern bool gir_note_row(gir_matcher *matcher, const gir_cell_row *cells, int row);

/* A row was read whose values may be another one's: what follows has to confirm it. */
extern void gir_expect_next(gir_matcher *matcher, int row, int form);

/* Take back what was read of a row. */
extern void gir_retract_row(gir_matcher *matcher, int row);

/* What follows: a row, or the head or heading of a section, or the end of the text (0). */
extern void gir_next_is_row(gir_matcher *matcher, int row);
extern void gir_next_is_section(gir_matcher *matcher, int section);

/* ---- cut.c ---- */

/* What the number of cells in a row says about which of them are blank. */
typedef enum gir_grid
{
	GIR_GRID_UNKNOWN,			/* nothing: blanks may have been added or lost */
	GIR_GRID_SHIFTED,			/* none was lost, but they may have moved to the end */
	GIR_GRID_PADDED,			/* none was lost, but some are left of merged cells */
	GIR_GRID_EXACT				/* none was added or lost */
} gir_grid;

/*
 * Where the "ncolumns" values of a row begin among the cells after its label,
 * or -1 if that is not certain.
 */
extern int	gir_cut_values(const gir_value_shape *shapes, int ncells, int ncolumns,
						   gir_grid grid);

/* ---- grid.c ---- */

/* Where the values of a row begin among the cells behind its label, or -1. */
extern int	gir_cut_labelled_row(const gir_matcher *matcher, const gir_head *head,
								 const gir_seen_row *seen, int label_cell, int row,
								 int ncolumns, int form);

/* The same of a row without a label, behind the blank cell of a frame if it has one. */
extern int	gir_cut_line(const gir_matcher *matcher, const gir_seen_row *seen, int frame,
						 int nvalues);

/* ---- loose.c ---- */

/* Take a cell that stands on a line of its own. */
extern void gir_loose_cell(gir_matcher *matcher, const gir_cell_row *row);

/* Rows follow that show where they end: "row" is the first of them, or GIR_NO_ROW. */
extern void gir_loose_settle(gir_matcher *matcher, int row);

/* The table is over: the head or heading of a section follows, or the end of the text (0). */
extern void gir_loose_end(gir_matcher *matcher, int section);

/* ---- glued.c ---- */

/* A text taken apart: labels, and the digits behind them. */
typedef struct gir_glued
{
	int			nlabels;
	const gir_label *labels[GIR_ROW_CELLS];
	gir_cell	cells[GIR_ROW_CELLS];	/* of the labels */
	gir_cell	digits;			/* empty if there are none */
} gir_glued;

/* Take a text apart that has nothing between its cells; false if it is none. */
extern bool gir_split_glued(const gir_cell *cell, gir_glued *glued);

/*
 * Split digits into values: all for one, or one each; or where the last value is
 * the sum of the others so that they add up, if they do so in one way only.
 * Returns how many cells were made, or 0.
 */
extern int	gir_split_digits(const gir_cell *digits, int nvalues, bool adds_up,
							 gir_cell *cells);

/* True if there is no other way to read digits, even if blank cells were lost. */
extern bool gir_is_only_split(const gir_cell *digits, int nvalues);

/* ---- laid.c ---- */

/* Take a line of a text laid out with spaces. */
extern void gir_laid_row(gir_matcher *matcher, const gir_cell_row *row);

/* The table is over: read it. */
extern void gir_laid_end(gir_matcher *matcher);

/* Report a line with values, about a row of the report or an unknown one. */
extern void gir_laid_diagnose(const gir_matcher *matcher, gir_diagnostic_code code,
							  const gir_laid_line *line, int record_row);

/* ---- laid_rows.c ---- */

/* Read the table of section 3, or the block of section 2, that was collected. */
extern void gir_laid_read_rows(gir_matcher *matcher);

/* ---- settle.c ---- */

/* The text is over: settle what depends on the whole. */
extern void gir_match_finish(gir_matcher *matcher);

#endif							/* GIR_MATCH_H */
