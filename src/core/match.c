/*
 * match.c
 *		The matcher: takes the rows of a text and tells heads of tables, rows of
 *		values, and all else apart.
 *
 * Tables are found by their own text.  A row belongs to the record's row that
 * its label names; its values are the cells behind the label, as many as the
 * table has columns.  A row that cannot be cut for certain is left out whole.
 */
#include "core/match.h"

#include <stddef.h>
#include <string.h>

/* Start matching. */
void
gir_matcher_init(gir_matcher *matcher, const char *text,
				 const gir_callbacks *callbacks, gir_report *report)
{
	int			i;

	memset(matcher, 0, offsetof(gir_matcher, laid) + offsetof(gir_laid_table, lines));
	matcher->text = text;
	matcher->callbacks = callbacks;
	matcher->report = report;
	matcher->cut_cell = GIR_NO_CELL;
	matcher->last_cell = GIR_NO_CELL;
	matcher->loose.label_row = GIR_NO_ROW;
	matcher->loose.head_column = GIR_NO_COLUMN;
	for (i = 0; i < GIR_SECTION_COUNT; i++)
	{
		matcher->last_row[i] = -1;
		matcher->order[i].before_last = -1;
		matcher->order[i].forms = ~0u;
	}
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

/* Report a diagnostic about a row of cells. */
void
gir_diagnose_row(const gir_matcher *matcher, gir_diagnostic_code code,
				 const gir_cell_row *row, int record_row)
{
	const gir_cell *first = row->cells;
	const gir_cell *last = row->cells + row->ncells - 1;

	while (first < last && first->start == first->end)
		first++;
	while (last > first && last->start == last->end)
		last--;
	gir_diagnose(matcher->callbacks, code, gir_span_of(matcher, first, last), first->line,
				 matcher->section, record_row, GIR_NO_COLUMN);
}

/* Report a diagnostic about a cell. */
void
gir_diagnose_cell(const gir_matcher *matcher, gir_diagnostic_code code, const gir_cell *cell,
			  int record_row, int column)
{
	gir_diagnose(matcher->callbacks, code, gir_cell_span(matcher, cell), cell->line,
				 matcher->section, record_row, column);
}

/* Look at the cells of a row. */
void
gir_look_at(gir_seen_row *seen, const gir_cell_row *row)
{
	int			i;

	seen->row = row;
	seen->first_value = row->ncells;
	for (i = 0; i < row->ncells; i++)
	{
		const gir_cell *cell = &row->cells[i];

		seen->label[i] = NULL;
		seen->shape[i] = cell->start == cell->end ? GIR_SHAPE_BLANK :
			gir_is_digit(cell->start, cell->end) ? GIR_SHAPE_NUMBER :
			gir_shape_of(cell->start, cell->end);
		if (seen->shape[i] == GIR_SHAPE_TEXT)
			seen->label[i] = gir_find_label(cell->start, cell->end);
		else if (seen->shape[i] != GIR_SHAPE_BLANK && seen->first_value == row->ncells)
			seen->first_value = i;
	}
}

/*
 * The cell with the row's label: the last one before the values that names a row
 * of the table.  Returns -1 if there is none.
 */
static int
find_row_label(gir_matcher *matcher, const gir_seen_row *seen, int *row)
{
	int			i;

	for (i = seen->first_value - 1; i >= 0; i--)
	{
		const gir_label *label = seen->label[i];

		if (label == NULL)
			continue;

		/* the first row of section 3 is known without its head */
		if (label->row[1] == GIR_ROW_RECEIVED && matcher->section != 3)
		{
			gir_loose_end(matcher, 3);
			gir_enter_section(matcher, 3);
		}
		if (matcher->section != 2 && matcher->section != 3)
			continue;
		*row = label->row[matcher->section - GIR_FIRST_SECTION];
		if (*row != GIR_NO_ROW &&
			(label->column[matcher->section - GIR_FIRST_SECTION] == GIR_NO_COLUMN ||
			 matcher->last_row[matcher->section - GIR_FIRST_SECTION] < 0 ||
			 gir_row_is_next(matcher, *row)))
			return i;
	}
	return -1;
}

/* True if there is text between the label of a row and its first number. */
static bool
has_other_label(const gir_seen_row *seen, int label_cell)
{
	int			i;

	for (i = label_cell + 1; i < seen->first_value && seen->first_value < seen->row->ncells; i++)
	{
		if (seen->shape[i] == GIR_SHAPE_TEXT)
			return true;
	}
	return false;
}

/* True if a row can be section 4's line of values: there is nothing but values. */
static bool
is_side_by_side(const gir_matcher *matcher, const gir_seen_row *seen)
{
	int			i;

	if (matcher->head.ncolumns < gir_block_disputes.ncolumns || matcher->heads_seen == 0)
		return false;
	for (i = 0; i < seen->first_value; i++)
	{
		if (seen->shape[i] != GIR_SHAPE_BLANK)
			return false;
	}
	for (; i < seen->row->ncells; i++)
	{
		if (seen->shape[i] == GIR_SHAPE_NUMBER)
			return true;
	}
	/* one without any number is one only where the values should be */
	return matcher->last_row[2] < 0 &&
		(seen->first_value < seen->row->ncells || seen->row->ncells == matcher->width ||
		 (seen->row->layout == GIR_LAYOUT_MARKUP && matcher->tail >= 0 &&
		  seen->row->ncells == matcher->framed + matcher->tail +
		  gir_block_disputes.nrows * gir_block_disputes.ncolumns));
}

/* Take a row whose cells stand side by side. */
static void
match_cells(gir_matcher *matcher, const gir_cell_row *row)
{
	gir_seen_row seen;
	int			label_cell;
	int			record_row;
	int			section;

	gir_look_at(&seen, row);
	if (seen.first_value == row->ncells)
	{
		section = gir_head_section(matcher, &seen);
		if (section != 0)
		{
			if (section != matcher->section)
				gir_loose_end(matcher, section);
			gir_match_head(matcher, &seen, section);
			return;
		}
	}

	label_cell = find_row_label(matcher, &seen, &record_row);
	if (label_cell >= 0 && !has_other_label(&seen, label_cell))
	{
		/* the label of a group alone: its rows follow */
		if (seen.label[label_cell]->group != 0 && label_cell == row->ncells - 1)
			return;
		gir_loose_settle(matcher, record_row);
		gir_match_labelled_row(matcher, &matcher->head, &seen, label_cell, record_row);
	}
	else if (matcher->section == 4 && is_side_by_side(matcher, &seen))
	{
		gir_loose_end(matcher, 0);
		gir_match_side_by_side(matcher, &seen);
	}
	else if (seen.first_value < row->ncells && matcher->section != 0)
	{
		/* cells that come one by one behind it are not of the row before it */
		matcher->loose.broken = true;
		gir_diagnose_row(matcher, GIR_DIAG_ROW_UNKNOWN, row, GIR_NO_ROW);
	}
}

/* Take the next row of the text. */
void
gir_match_row(gir_matcher *matcher, const gir_cell_row *row)
{
	/* what is left of a row that was left out */
	if (row->continues)
		return;
	if (row->laid_out)
		gir_laid_row(matcher, row);
	else if (row->layout == GIR_LAYOUT_LINE || row->layout == GIR_LAYOUT_CELL)
	{
		gir_note_line(matcher, &row->cells[0]);
		gir_loose_cell(matcher, row);
	}
	else
		match_cells(matcher, row);
}
