/*
 * match.c
 *		The matcher: finds the tables in the rows that a reader gives, and fills
 *		the report from them.
 *
 * Tables are found by their own text.  A row belongs to the record's row that
 * its label names; its values are the cells behind the label, as many as the
 * table has columns.  A row that cannot be cut for certain is left out whole.
 */
#include "core/match.h"

#include <string.h>

#include "core/label.h"

/* What is known of a row's cells. */
typedef struct seen_row
{
	const gir_cell_row *row;
	gir_value_shape shape[GIR_ROW_CELLS];
	const gir_label *label[GIR_ROW_CELLS];	/* NULL if it is no label */
	int			first_value;	/* the first number or mark, or ncells */
} seen_row;

/* Start matching. */
void
gir_matcher_init(gir_matcher *matcher, const char *text,
				 const gir_callbacks *callbacks, gir_report *report)
{
	int			i;

	memset(matcher, 0, sizeof(*matcher));
	matcher->text = text;
	matcher->callbacks = callbacks;
	matcher->report = report;
	matcher->cut_cell = GIR_NO_CELL;
	for (i = 0; i < GIR_SECTION_COUNT; i++)
		matcher->last_row[i] = -1;
	memset(report->form, GIR_FORM_UNKNOWN, sizeof(report->form));
}

/* Report a diagnostic, if anyone listens. */
void
gir_diagnose(const gir_callbacks *callbacks, gir_diagnostic_code code,
			 gir_span raw, uint32_t line, int section, int row, int column)
{
	gir_diagnostic diagnostic;

	if (callbacks == NULL || callbacks->diagnose == NULL)
		return;
	diagnostic.code = code;
	diagnostic.raw = raw;
	diagnostic.line = line;
	diagnostic.section = section;
	diagnostic.row = (gir_row_id) row;
	diagnostic.column = (gir_column) column;
	callbacks->diagnose(callbacks->context, &diagnostic);
}

/* The span of the cells from one to another. */
static gir_span
span_of(const gir_matcher *matcher, const gir_cell *first, const gir_cell *last)
{
	gir_span	span;

	span.start = (uint32_t) (first->source_start - matcher->text);
	span.end = (uint32_t) (last->source_end - matcher->text);
	return span;
}

/* Report a diagnostic about a row of cells. */
static void
diagnose_row(const gir_matcher *matcher, gir_diagnostic_code code,
			 const gir_cell_row *row, int record_row)
{
	const gir_cell *first = row->cells;
	const gir_cell *last = row->cells + row->ncells - 1;

	while (first < last && first->start == first->end)
		first++;
	while (last > first && last->start == last->end)
		last--;
	gir_diagnose(matcher->callbacks, code, span_of(matcher, first, last), first->line,
				 matcher->section, record_row, GIR_NO_COLUMN);
}

/* Report a diagnostic about a cell. */
static void
diagnose_cell(const gir_matcher *matcher, gir_diagnostic_code code, const gir_cell *cell,
			  int record_row, int column)
{
	gir_diagnose(matcher->callbacks, code, span_of(matcher, cell, cell), cell->line,
				 matcher->section, record_row, column);
}

/* Look at the cells of a row. */
static void
look_at(seen_row *seen, const gir_cell_row *row)
{
	int			i;

	seen->row = row;
	seen->first_value = row->ncells;
	for (i = 0; i < row->ncells; i++)
	{
		const gir_cell *cell = &row->cells[i];

		seen->shape[i] = gir_shape_of(cell->start, cell->end);
		seen->label[i] = NULL;
		if (seen->shape[i] == GIR_SHAPE_TEXT)
			seen->label[i] = gir_find_label(cell->start, cell->end);
		else if (seen->shape[i] != GIR_SHAPE_BLANK && seen->first_value == row->ncells)
			seen->first_value = i;
	}
}

/* ---- heads of tables ---- */

/* Begin the head of a section's table, or in section 2 of a block. */
static void
enter_section(gir_matcher *matcher, int section)
{
	if (matcher->section != section)
	{
		matcher->width_known = false;
		matcher->columns_bad = false;
		matcher->heads_seen = 0;
		matcher->ncolumns = 0;
	}
	matcher->section = section;
	matcher->report->figures.section_present[section - GIR_FIRST_SECTION] = true;
}

/* The section whose head a row without values belongs to, or 0. */
static int
head_section(const gir_matcher *matcher, const seen_row *seen)
{
	int			here = matcher->section - GIR_FIRST_SECTION;
	int			i;

	for (i = 0; i < seen->row->ncells; i++)
	{
		const gir_label *label = seen->label[i];

		if (label == NULL)
			continue;
		if (label->anchor != 0)
			return label->anchor;
		if (label->corner != 0)
			return label->corner;
		/* a text that can be only a column */
		if (label->column[1] != GIR_NO_COLUMN && label->row[1] == GIR_NO_ROW)
			return 3;
		if (here >= 0 && label->column[here] != GIR_NO_COLUMN && label->row[here] == GIR_NO_ROW)
			return matcher->section;
		if (label->row[2] != GIR_NO_ROW && matcher->section == 4)
			return 4;
	}
	return 0;
}

/* Take a column of the head. */
static void
add_column(gir_matcher *matcher, int column)
{
	if (matcher->ncolumns < GIR_ROW_CELLS)
		matcher->columns[matcher->ncolumns++] = (uint8_t) column;
}

/* The place of a column in a block, or -1. */
static int
column_place(const gir_form_block *block, int column)
{
	const gir_form_column *c = gir_form_column_of(block, (gir_column) column);

	return c != NULL ? (int) (c - block->columns) : -1;
}

/*
 * Take a column of sections 3 or 4.  These have the same columns always, so that
 * only their order is checked; the head may be damaged or incomplete.
 * "after_total" says that the column before it in the same row is a total.
 */
static void
check_column(gir_matcher *matcher, const gir_cell *cell, int column, bool after_total)
{
	const gir_form_block *block = &gir_block_disputes;
	int			place;
	bool		good;

	if (matcher->section == 3)
		block = gir_form_block_of(GIR_FORM_NEWEST, GIR_ROW_RECEIVED);
	place = column_place(block, column);

	/*
	 * The total of section 3 is the last column, but can be printed in any row of
	 * the head: only a column after it in the same row is out of order.
	 */
	if (matcher->section == 3 && column == GIR_COL_TOTAL)
		return;
	if (matcher->section == 3)
	{
		/* the first column again: the head is repeated at the top of a page */
		if (place == 0)
			matcher->ncolumns = 0;
		good = !after_total && (matcher->ncolumns == 0 ||
								place > column_place(block, matcher->columns[matcher->ncolumns - 1]));
	}
	else
		good = place == matcher->ncolumns % block->ncolumns;
	add_column(matcher, column);
	if (!good && !matcher->columns_bad)
	{
		matcher->columns_bad = true;
		diagnose_cell(matcher, GIR_DIAG_COLUMN_ORDER, cell, GIR_NO_ROW, column);
	}
}

/* Take a row of a table's head. */
static void
match_head(gir_matcher *matcher, const seen_row *seen, int section)
{
	int			s = section - GIR_FIRST_SECTION;
	bool		first = true;
	bool		total_seen = false;
	int			i;

	if (section == 4 && matcher->section == 4 && matcher->last_row[s] >= 0)
	{
		/* a head after the values: a table of its own, read no more */
		matcher->repeated[s] = true;
		diagnose_row(matcher, GIR_DIAG_ROW_REPEATED, seen->row, GIR_NO_ROW);
		matcher->section = 0;
		return;
	}
	if (matcher->section != section)
		enter_section(matcher, section);
	if (!matcher->width_known)
		matcher->width = seen->row->ncells;
	else if (matcher->width != seen->row->ncells)
		matcher->width = 0;
	matcher->width_known = true;
	if (section == 2)
	{
		matcher->ncolumns = 0;
		matcher->unit = GIR_UNIT_NONE;
	}

	for (i = 0; i < seen->row->ncells; i++)
	{
		const gir_label *label = seen->label[i];
		const gir_cell *cell = &seen->row->cells[i];

		if (seen->shape[i] == GIR_SHAPE_BLANK)
			continue;
		if (label != NULL && label->column[s] != GIR_NO_COLUMN)
		{
			if (section != 2)
			{
				check_column(matcher, cell, label->column[s], total_seen);
				total_seen = label->column[s] == GIR_COL_TOTAL;
			}
			else
			{
				add_column(matcher, label->column[s]);
				if (label->column[s] == GIR_COL_AMOUNT)
					matcher->unit = gir_find_money_unit(cell->start, cell->end);
			}
		}
		else if (label != NULL && section == 4 && label->row[s] != GIR_NO_ROW)
		{
			if (gir_block_disputes.rows[matcher->heads_seen % gir_block_disputes.nrows].row != label->row[s])
				matcher->columns_bad = true;
			matcher->heads_seen++;
		}
		else if (label == NULL && !first)
		{
			if (section == 2)
				add_column(matcher, GIR_NO_COLUMN);
			diagnose_cell(matcher, GIR_DIAG_COLUMN_UNKNOWN, cell, GIR_NO_ROW, GIR_NO_COLUMN);
		}
		first = false;
	}
}

/* ---- rows of values ---- */

/*
 * The form whose block for a row has just these columns; if none has, the one
 * that has the first of them.
 */
static int
form_of_columns(gir_row_id row, const uint8_t *columns, int ncolumns)
{
	int			f;
	int			likely = GIR_FORM_UNKNOWN;

	for (f = GIR_FORM_COUNT - 1; f >= 0; f--)
	{
		const gir_form_block *block = gir_form_block_of(f, row);
		int			i;

		if (block == NULL)
			continue;
		for (i = 0; i < ncolumns; i++)
		{
			if (column_place(block, columns[i]) < 0)
				break;
		}
		if (i == ncolumns && ncolumns == block->ncolumns)
			return f;
		if (likely == GIR_FORM_UNKNOWN && i > 0)
			likely = f;
	}
	return likely;
}

/* How a cell's text is to be read. */
static gir_quantity
quantity_of(int column)
{
	if (column == GIR_COL_AMOUNT)
		return GIR_QUANTITY_AMOUNT;
	if (column == GIR_COL_ITEMS_CHANGE)
		return GIR_QUANTITY_CHANGE;
	return GIR_QUANTITY_COUNT;
}

/* Read a cell into the report. */
static void
store_cell(gir_matcher *matcher, int row, int column, const gir_cell *source)
{
	static const gir_diagnostic_code codes[] = {
		[GIR_STATE_BLANK] = GIR_DIAG_CELL_BLANK,
		[GIR_STATE_NOT_APPLICABLE] = GIR_DIAG_CELL_NOT_APPLICABLE,
		[GIR_STATE_TEXT] = GIR_DIAG_CELL_TEXT,
	};
	gir_report *report = matcher->report;
	int			cell = gir_cell_at((gir_row_id) row, (gir_column) column);
	gir_value	value = gir_read_value(source->start, source->end, quantity_of(column),
									   matcher->unit);

	report->printed[cell].state = value.state;
	report->printed[cell].raw = span_of(matcher, source, source);
	report->printed[cell].line = source->line;
	if (value.state == GIR_STATE_NUMBER)
	{
		report->figures.known[cell] = true;
		report->figures.value[cell] = value.value;
		report->figures.scale[cell] = value.scale;
	}
	else
		diagnose_cell(matcher, value.unit_missing ? GIR_DIAG_UNIT_MISSING : codes[value.state],
					  source, row, column);
}

/*
 * Note that a row of the current table is here.  Returns false if it is to be
 * left alone, because the table has begun a second time: rows come in the
 * form's order in every table, so that one that comes again, or too late, is
 * another table's.
 */
static bool
note_row(gir_matcher *matcher, const seen_row *seen, int row)
{
	int			s = matcher->section - GIR_FIRST_SECTION;

	if (matcher->repeated[s])
		return false;
	if (row <= matcher->last_row[s])
	{
		matcher->repeated[s] = true;
		diagnose_row(matcher, GIR_DIAG_ROW_REPEATED, seen->row, row);
		return false;
	}
	matcher->last_row[s] = row;
	matcher->row_seen[row] = true;
	return true;
}

/* What the number of a row's cells says about its blanks. */
static gir_grid
grid_of(const gir_matcher *matcher, const gir_cell_row *row, int label_columns)
{
	if (row->cut)
		return GIR_GRID_UNKNOWN;
	if (row->layout == GIR_LAYOUT_WORD)
		return GIR_GRID_EXACT;
	if (matcher->width_known && matcher->width == row->ncells)
		return GIR_GRID_PADDED;
	/* merged cells stand only in heads and beside the labels of groups */
	return label_columns <= 1 ? GIR_GRID_EXACT : GIR_GRID_UNKNOWN;
}

/* Remember the cell that the text ends with: its last digits may be lost. */
static void
note_cut(gir_matcher *matcher, const gir_cell_row *row, const gir_cell *last, int cell)
{
	if (row->cut && last == &row->cells[row->ncells - 1] &&
		matcher->report->figures.known[cell])
		matcher->cut_cell = cell;
}

/* Read a row with a label of its own, whose cell is number "label_cell". */
static void
match_labelled_row(gir_matcher *matcher, const seen_row *seen, int label_cell, int row)
{
	const gir_form_block *block;
	const gir_form_block *newest = gir_form_block_of(GIR_FORM_NEWEST, GIR_ROW_RECEIVED);
	const gir_cell *cells = seen->row->cells + label_cell + 1;
	int			ncells = seen->row->ncells - label_cell - 1;
	uint8_t		columns[GIR_ROW_CELLS];
	int			ncolumns = 0;
	int			form = GIR_FORM_UNKNOWN;
	int			label_columns;
	int			start;
	int			i;

	if (!note_row(matcher, seen, row))
		return;
	if (matcher->section == 2)
	{
		ncolumns = matcher->ncolumns;
		memcpy(columns, matcher->columns, (size_t) ncolumns);
		form = form_of_columns((gir_row_id) row, columns, ncolumns);
		label_columns = 1;
	}
	else
	{
		label_columns = newest->label_columns;
		for (i = 0; i < newest->ncolumns; i++)
			columns[ncolumns++] = (uint8_t) newest->columns[i].column;
		for (i = GIR_FORM_COUNT - 1; i >= 0 && form == GIR_FORM_UNKNOWN; i--)
		{
			block = gir_form_block_of(i, (gir_row_id) row);
			if (block != NULL)
				form = i;
		}
	}
	matcher->report->form[row] = (uint8_t) form;

	/* Every column of the head must be one of the row's, or unknown. */
	for (i = 0; i < ncolumns; i++)
	{
		if (columns[i] != GIR_NO_COLUMN &&
			gir_cell_at((gir_row_id) row, (gir_column) columns[i]) == GIR_NO_CELL)
			ncolumns = 0;
	}
	start = gir_cut_values(seen->shape + label_cell + 1, ncells, ncolumns,
						   grid_of(matcher, seen->row, label_columns));
	if (start < 0 || matcher->columns_bad || seen->row->overflow)
	{
		diagnose_row(matcher, GIR_DIAG_ROW_UNREADABLE, seen->row, row);
		return;
	}

	matcher->report->figures.row_present[row] = true;
	for (i = 0; i < ncolumns; i++)
	{
		if (columns[i] == GIR_NO_COLUMN)
			continue;
		store_cell(matcher, row, columns[i], &cells[start + i]);
		note_cut(matcher, seen->row, &cells[start + i],
				 gir_cell_at((gir_row_id) row, (gir_column) columns[i]));
	}
}

/* Read the line of values below the heads of rows that stand side by side. */
static void
match_side_by_side(gir_matcher *matcher, const seen_row *seen)
{
	const gir_form_block *block = &gir_block_disputes;
	int			nvalues = block->nrows * block->ncolumns;
	int			start;
	int			i;

	if (!note_row(matcher, seen, block->rows[0].row))
		return;
	for (i = 0; i < block->nrows; i++)
	{
		matcher->row_seen[block->rows[i].row] = true;
		matcher->report->form[block->rows[i].row] = GIR_FORM_NEWEST;
	}
	start = gir_cut_values(seen->shape, seen->row->ncells, nvalues,
						   grid_of(matcher, seen->row, block->label_columns));
	if (start < 0 || matcher->columns_bad || seen->row->overflow)
	{
		diagnose_row(matcher, GIR_DIAG_ROW_UNREADABLE, seen->row, GIR_NO_ROW);
		return;
	}
	for (i = 0; i < nvalues; i++)
	{
		const gir_cell *cell = &seen->row->cells[start + i];
		gir_row_id	row = block->rows[i / block->ncolumns].row;
		gir_column	column = block->columns[i % block->ncolumns].column;

		matcher->report->figures.row_present[row] = true;
		store_cell(matcher, row, column, cell);
		note_cut(matcher, seen->row, cell, gir_cell_at(row, column));
	}
}

/* ---- rows ---- */

/*
 * The cell with the row's label: the last one before the values that names a row
 * of the table.  Returns -1 if there is none.
 */
static int
find_row_label(gir_matcher *matcher, const seen_row *seen, int *row)
{
	int			i;

	for (i = seen->first_value - 1; i >= 0; i--)
	{
		const gir_label *label = seen->label[i];

		if (label == NULL)
			continue;

		/* the first row of section 3 is known without its head */
		if (label->row[1] == GIR_ROW_RECEIVED && matcher->section != 3)
			enter_section(matcher, 3);
		if (matcher->section != 2 && matcher->section != 3)
			continue;
		*row = label->row[matcher->section - GIR_FIRST_SECTION];
		if (*row != GIR_NO_ROW)
			return i;
	}
	return -1;
}

/* A heading ends the table before it. */
static void
match_line(gir_matcher *matcher, const gir_cell_row *row)
{
	const gir_label *label = gir_find_label(row->cells[0].start, row->cells[0].end);

	if (label == NULL || label->heading == 0)
		return;
	matcher->report->headings[label->heading] = true;
	matcher->section = 0;
}

/* Take the next row of the text. */
void
gir_match_row(gir_matcher *matcher, const gir_cell_row *row)
{
	seen_row	seen;
	int			label_cell;
	int			record_row;
	int			section;

	if (row->layout == GIR_LAYOUT_LINE)
	{
		match_line(matcher, row);
		return;
	}

	look_at(&seen, row);
	if (seen.first_value == row->ncells)
	{
		section = head_section(matcher, &seen);
		if (section != 0)
		{
			match_head(matcher, &seen, section);
			return;
		}
	}

	label_cell = find_row_label(matcher, &seen, &record_row);
	if (label_cell >= 0)
	{
		/* the label of a group alone: its rows follow */
		if (seen.label[label_cell]->group != 0 && label_cell == row->ncells - 1)
			return;
		match_labelled_row(matcher, &seen, label_cell, record_row);
	}
	else if (seen.first_value < row->ncells && matcher->section == 4)
	{
		int			i;

		for (i = 0; i < seen.first_value && seen.shape[i] == GIR_SHAPE_BLANK; i++)
			;
		if (i == seen.first_value)
			match_side_by_side(matcher, &seen);
		else
			diagnose_row(matcher, GIR_DIAG_ROW_UNKNOWN, row, GIR_NO_ROW);
	}
	else if (seen.first_value < row->ncells && matcher->section != 0)
		diagnose_row(matcher, GIR_DIAG_ROW_UNKNOWN, row, GIR_NO_ROW);
}
