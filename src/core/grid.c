/*
 * grid.c
 *		Which cells of a row are its values: what the layout and the head say of
 *		blank cells, before gir_cut_values counts them.
 */
#include "core/match.h"

/*
 * True if the cells of a table in markup are its own, but for blank ones at the
 * end of each row: where blank cells are left of merged ones, all rows of the
 * head are as wide as the table, or there are such cells behind a text of the
 * head that spans columns.
 */
static bool
has_own_cells(const gir_matcher *matcher, const gir_head *head, const gir_cell_row *row, int ncolumns)
{
	if (row->layout != GIR_LAYOUT_MARKUP || row->unfinished || matcher->exact)
		return false;
	if (matcher->section == 2)
		return head->width == 1 + ncolumns + matcher->tail && row->ncells == head->width;
	return matcher->head_rows > 1 && matcher->width == 0 && matcher->tail >= 0 &&
		matcher->group_blanks <= matcher->tail &&
		(matcher->section != 3 || (matcher->group_seen && head->ncolumns >= GIR_MAX_COLUMNS - 1));
}

/*
 * Cut a row of a table in markup whose cells are its own.  As spreadsheets have
 * them, there may be blank cells at the end of each row.
 */
static int
cut_own_cells(const gir_matcher *matcher, const gir_value_shape *shapes, int ncells, int ncolumns)
{
	int			i;

	if (ncells != ncolumns + matcher->tail)
		return -1;
	for (i = ncolumns; i < ncells; i++)
	{
		if (shapes[i] != GIR_SHAPE_BLANK)
			return -1;
	}
	return gir_cut_values(shapes, ncolumns, ncolumns, GIR_GRID_EXACT);
}

/*
 * What the number of a row's cells says about its blanks.  A row that is as wide
 * as its head has lost none.  In section 2 the head is the row with the columns,
 * in the others all its rows together.
 */
static gir_grid
grid_of(const gir_matcher *matcher, const gir_head *head, const gir_cell_row *row)
{
	int			width = matcher->section == 2 ? head->width : matcher->width;
	int			columns = matcher->section == 3 ? GIR_MAX_COLUMNS - 1 : 1;

	if (row->unfinished)
		return GIR_GRID_UNKNOWN;
	if (row->layout == GIR_LAYOUT_PLACES || matcher->exact)
		return GIR_GRID_EXACT;
	/* a head that has lost columns may have lost other cells, too */
	if (row->ncells != width || head->ncolumns < columns)
		return GIR_GRID_UNKNOWN;
	switch (row->layout)
	{
		case GIR_LAYOUT_TABS:
		case GIR_LAYOUT_WORD:
		case GIR_LAYOUT_MARKUP:
			return GIR_GRID_PADDED;
		case GIR_LAYOUT_PIPES:
			return GIR_GRID_SHIFTED;
		default:
			return GIR_GRID_UNKNOWN;
	}
}

/*
 * True if a row is wider than its head, where all rows of the head are alike: a
 * cell too many may stand for one that is blank.
 */
static bool
is_too_wide(const gir_matcher *matcher, const gir_head *head, const gir_cell_row *row)
{
	int			width = matcher->section == 2 ? head->width :
		matcher->head_rows > 1 ? matcher->width : 0;

	return (row->layout == GIR_LAYOUT_TABS ||
			(row->layout == GIR_LAYOUT_MARKUP && !matcher->exact)) &&
		width > 0 && row->ncells > width;
}

/*
 * Cut a row of word processor text, where a row has a cell for each of the
 * table's.  Behind a label that spans columns there may be blank cells left of
 * merged ones: either all of them, or none, and the heads tell which.
 */
static int
cut_word_row(const gir_matcher *matcher, const gir_head *head, const gir_seen_row *seen,
			 int label_cell, int row, int ncolumns, int form)
{
	const gir_value_shape *shapes = seen->shape + label_cell + 1;
	int			ncells = seen->row->ncells - label_cell - 1;
	int			merged = 0;
	gir_grid	grid = GIR_GRID_UNKNOWN;
	int			i;

	if (matcher->section == 2)
	{
		if (grid_of(matcher, head, seen->row) == GIR_GRID_PADDED)
			return gir_cut_values(shapes, ncells, ncolumns, GIR_GRID_PADDED);
	}
	else if (matcher->group_blanks >= GIR_GROUP_COLUMNS - 1)
	{
		const gir_form_block *block = gir_form_block_of(form, (gir_row_id) row);

		merged = block->label_columns - 1 - gir_form_row_of(block, (gir_row_id) row)->level;
		grid = GIR_GRID_EXACT;
	}
	else if (matcher->group_seen && matcher->group_blanks == 0)
		grid = GIR_GRID_EXACT;
	if (ncells != merged + ncolumns)
		return -1;
	for (i = 0; i < merged; i++)
	{
		if (shapes[i] != GIR_SHAPE_BLANK)
			return -1;
	}
	i = gir_cut_values(shapes + merged, ncolumns, ncolumns, grid);
	return i < 0 ? -1 : merged + i;
}

/* Where the values of a row begin among the cells behind its label, or -1. */
int
gir_cut_labelled_row(const gir_matcher *matcher, const gir_head *head, const gir_seen_row *seen,
					 int label_cell, int row, int ncolumns, int form)
{
	const gir_value_shape *shapes = seen->shape + label_cell + 1;
	int			ncells = seen->row->ncells - label_cell - 1;

	if (is_too_wide(matcher, head, seen->row))
		return -1;
	if (seen->row->layout == GIR_LAYOUT_WORD && !seen->row->unfinished)
		return cut_word_row(matcher, head, seen, label_cell, row, ncolumns, form);
	if (has_own_cells(matcher, head, seen->row, ncolumns))
		return cut_own_cells(matcher, shapes, ncells, ncolumns);
	return gir_cut_values(shapes, ncells, ncolumns, grid_of(matcher, head, seen->row));
}

/* The same of a row without a label, behind the blank cell of a frame if it has one. */
int
gir_cut_line(const gir_matcher *matcher, const gir_seen_row *seen, int frame, int nvalues)
{
	const gir_value_shape *shapes = seen->shape + frame;
	int			ncells = seen->row->ncells - frame;
	gir_grid	grid = GIR_GRID_EXACT;

	if (has_own_cells(matcher, &matcher->head, seen->row, nvalues))
		return cut_own_cells(matcher, shapes, ncells, nvalues);

	/* word processor text has a cell for each of the table's, and none is merged here */
	if (seen->row->layout != GIR_LAYOUT_WORD || seen->row->unfinished)
		grid = grid_of(matcher, &matcher->head, seen->row);
	return gir_cut_values(shapes, ncells, nvalues, grid);
}
