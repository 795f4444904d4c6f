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

#include <string.h>

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

/* The place of a cell in the text. */
gir_span
gir_cell_span(const gir_matcher *matcher, const gir_cell *cell)
{
	return span_of(matcher, cell, cell);
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
	gir_diagnose(matcher->callbacks, code, span_of(matcher, first, last), first->line,
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

		seen->shape[i] = gir_shape_of(cell->start, cell->end);
		seen->label[i] = NULL;
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
			gir_loose_end(matcher, false);
			gir_enter_section(matcher, 3);
		}
		if (matcher->section != 2 && matcher->section != 3)
			continue;
		*row = label->row[matcher->section - GIR_FIRST_SECTION];
		if (*row != GIR_NO_ROW)
			return i;
	}
	return -1;
}

/* Take the next row of the text. */
void
gir_match_row(gir_matcher *matcher, const gir_cell_row *row)
{
	gir_seen_row seen;
	int			label_cell;
	int			record_row;
	int			section;

	/* what is left of a row that was left out */
	if (row->continues)
		return;
	if (row->layout == GIR_LAYOUT_LINE || row->layout == GIR_LAYOUT_CELL)
	{
		gir_loose_cell(matcher, &row->cells[0], row->cut);
		return;
	}

	gir_look_at(&seen, row);
	if (seen.first_value == row->ncells)
	{
		section = gir_head_section(matcher, &seen);
		if (section != 0)
		{
			if (section != matcher->section)
				gir_loose_end(matcher, false);
			gir_match_head(matcher, &seen, section);
			return;
		}
	}

	label_cell = find_row_label(matcher, &seen, &record_row);
	if (label_cell >= 0)
	{
		/* the label of a group alone: its rows follow */
		if (seen.label[label_cell]->group != 0 && label_cell == row->ncells - 1)
			return;
		gir_loose_settle(matcher, record_row);
		gir_match_labelled_row(matcher, &matcher->head, &seen, label_cell, record_row);
	}
	else if (seen.first_value < row->ncells && matcher->section == 4)
	{
		int			i;

		for (i = 0; i < seen.first_value && seen.shape[i] == GIR_SHAPE_BLANK; i++)
			;
		if (i == seen.first_value)
			gir_match_side_by_side(matcher, &seen);
		else
			gir_diagnose_row(matcher, GIR_DIAG_ROW_UNKNOWN, row, GIR_NO_ROW);
	}
	else if (seen.first_value < row->ncells && matcher->section != 0)
		gir_diagnose_row(matcher, GIR_DIAG_ROW_UNKNOWN, row, GIR_NO_ROW);
}
