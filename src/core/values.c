/*
 * values.c
 *		Rows of values: read into the report, or left out whole with a reason.
 */
#include "core/match.h"

#include <string.h>

#include "core/chars.h"

/* True if the characters of a text stand in another in the same order. */
static bool
is_part_of(const gir_cell *cell, const char *label)
{
	char		text[GIR_LABEL_SIZE];
	char		whole[GIR_LABEL_SIZE];
	bool		parentheses;
	size_t		text_len = gir_fold_label(cell->start, cell->end, true, text, &parentheses);
	size_t		whole_len = gir_fold_label(label, label + strlen(label), true, whole, &parentheses);
	const char *p = text;
	const char *q = whole;
	int			characters = 0;

	while (p < text + text_len && q < whole + whole_len)
	{
		const char *p_next = p;
		const char *q_next = q;

		if (gir_next_char(&p_next, text + text_len) == gir_next_char(&q_next, whole + whole_len))
		{
			p = p_next;
			characters++;
		}
		q = q_next;
	}
	return p == text + text_len && characters >= 2;
}

/*
 * True if the columns of a head are those of a block, in its order: each by its
 * label, or where part of the label was lost by what is left of it.
 */
static bool
is_head_of(const gir_form_block *block, const gir_head *head)
{
	int			i;

	if (head->ncolumns != block->ncolumns)
		return false;
	for (i = 0; i < head->ncolumns; i++)
	{
		if (head->columns[i] == GIR_NO_COLUMN ?
			!is_part_of(&head->unknown[i], block->columns[i].label) :
			head->columns[i] != block->columns[i].column)
			return false;
	}
	return true;
}

/* The form whose block for a row has the columns of a head. */
int
gir_form_of_head(const gir_head *head, int row)
{
	int			likely = GIR_FORM_UNKNOWN;
	int			form;
	int			i;

	for (form = GIR_FORM_COUNT - 1; form >= 0; form--)
	{
		const gir_form_block *block = gir_form_block_of(form, (gir_row_id) row);
		bool		own = true;

		if (block == NULL)
			continue;
		if (is_head_of(block, head))
			return form;
		for (i = 0; i < head->ncolumns && own; i++)
			own = head->columns[i] == GIR_NO_COLUMN ||
				gir_form_column_of(block, (gir_column) head->columns[i]) != NULL;
		if (own && head->ncolumns > 0)
			likely = form;
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
store_cell(gir_matcher *matcher, int row, int column, gir_unit unit, const gir_cell *source)
{
	static const gir_diagnostic_code codes[] = {
		[GIR_STATE_BLANK] = GIR_DIAG_CELL_BLANK,
		[GIR_STATE_NOT_APPLICABLE] = GIR_DIAG_CELL_NOT_APPLICABLE,
		[GIR_STATE_TEXT] = GIR_DIAG_CELL_TEXT,
	};
	gir_report *report = matcher->report;
	int			cell = gir_cell_at((gir_row_id) row, (gir_column) column);
	gir_value	value = gir_read_value(source->start, source->end, quantity_of(column),
									   unit);

	report->printed[cell].state = value.state;
	report->printed[cell].raw = gir_cell_span(matcher, source);
	report->printed[cell].line = source->line;
	if (value.state == GIR_STATE_NUMBER)
	{
		report->figures.known[cell] = true;
		report->figures.value[cell] = value.value;
		report->figures.scale[cell] = value.scale;
	}
	else
		gir_diagnose_cell(matcher, value.unit_missing ? GIR_DIAG_UNIT_MISSING : codes[value.state],
					  source, row, column);
}

/*
 * Note that a row of the current table is here.  Returns false if it is to be
 * left alone, because the table has begun a second time: rows come in the
 * form's order in every table, so that one that comes again, or too late, is
 * another table's.
 */
bool
gir_note_row(gir_matcher *matcher, const gir_cell_row *cells, int row)
{
	int			s = matcher->section - GIR_FIRST_SECTION;

	if (matcher->repeated[s])
		return false;
	if (row <= matcher->last_row[s])
	{
		matcher->repeated[s] = true;
		gir_diagnose_row(matcher, GIR_DIAG_ROW_REPEATED, cells, row);
		return false;
	}
	matcher->last_row[s] = row;
	matcher->row_seen[row] = true;
	matcher->report->figures.section_present[s] = true;
	return true;
}

/* What the number of a row's cells says about its blanks. */
static gir_grid
grid_of(const gir_matcher *matcher, const gir_cell_row *row, int label_columns)
{
	bool		padded = matcher->width_known && matcher->width == row->ncells;

	if (row->unfinished)
		return GIR_GRID_UNKNOWN;
	switch (row->layout)
	{
		case GIR_LAYOUT_WORD:
		case GIR_LAYOUT_MARKUP:
			return GIR_GRID_EXACT;
		case GIR_LAYOUT_TABS:
			if (padded)
				return GIR_GRID_PADDED;
			/* merged cells stand only in heads and beside the labels of groups */
			return label_columns <= 1 ? GIR_GRID_EXACT : GIR_GRID_UNKNOWN;
		case GIR_LAYOUT_PIPES:
			return padded || label_columns <= 1 ? GIR_GRID_SHIFTED : GIR_GRID_UNKNOWN;
		default:
			return GIR_GRID_UNKNOWN;
	}
}

/* Remember the cell that the text ends with: its last digits may be lost. */
static void
note_cut(gir_matcher *matcher, const gir_cell_row *row, const gir_cell *last, int cell)
{
	if (row->cut && last == &row->cells[row->ncells - 1] &&
		matcher->report->figures.known[cell])
		matcher->cut_cell = cell;
}

/*
 * The columns of a row under a head.  Returns their number, or 0 if the row does
 * not belong under the head.
 */
static int
columns_of_row(const gir_matcher *matcher, const gir_head *head, int row, int form,
			   uint8_t columns[GIR_ROW_CELLS])
{
	const gir_form_block *block = gir_form_block_of(form != GIR_FORM_UNKNOWN ? form : GIR_FORM_NEWEST,
													(gir_row_id) row);
	int			ncolumns = head->ncolumns;
	int			i;

	if (matcher->section == 3 || (block != NULL && is_head_of(block, head)))
	{
		for (i = 0; i < block->ncolumns; i++)
			columns[i] = (uint8_t) block->columns[i].column;
		return block->ncolumns;
	}
	for (i = 0; i < ncolumns; i++)
	{
		columns[i] = head->columns[i];
		if (columns[i] != GIR_NO_COLUMN &&
			gir_cell_at((gir_row_id) row, (gir_column) columns[i]) == GIR_NO_CELL)
			return 0;
	}
	return ncolumns;
}

/*
 * True if cells under the same column hold the same text: the column was printed
 * over merged cells, and its value repeated for each.
 */
static bool
repeats_agree(const uint8_t *columns, int ncolumns, const gir_cell *cells)
{
	int			i,
				j;

	for (i = 0; i < ncolumns; i++)
	{
		for (j = 0; j < i; j++)
		{
			size_t		len = (size_t) (cells[i].end - cells[i].start);

			if (columns[i] == columns[j] && columns[i] != GIR_NO_COLUMN &&
				((size_t) (cells[j].end - cells[j].start) != len ||
				 memcmp(cells[i].start, cells[j].start, len) != 0))
				return false;
		}
	}
	return true;
}

/* The newest form that has a row. */
static int
newest_form_with(int row)
{
	int			form = GIR_FORM_COUNT - 1;

	while (form > 0 && gir_form_block_of(form, (gir_row_id) row) == NULL)
		form--;
	return form;
}

/* Read a row with a label of its own. */
void
gir_match_labelled_row(gir_matcher *matcher, const gir_head *head, const gir_seen_row *seen,
					   int label_cell, int row)
{
	const gir_cell *cells = seen->row->cells + label_cell + 1;
	int			ncells = seen->row->ncells - label_cell - 1;
	int			newest = newest_form_with(row);
	const gir_form_block *newest_block = gir_form_block_of(newest, (gir_row_id) row);
	uint8_t		columns[GIR_ROW_CELLS];
	int			ncolumns;
	int			form;
	int			start;
	int			i;

	if (!gir_note_row(matcher, seen->row, row))
		return;
	form = matcher->section == 2 ? gir_form_of_head(head, row) : newest;
	matcher->report->form[row] = (uint8_t) form;
	ncolumns = columns_of_row(matcher, head, row, form, columns);
	start = gir_cut_values(seen->shape + label_cell + 1, ncells, ncolumns,
						   grid_of(matcher, seen->row, newest_block->label_columns));
	if (start < 0 || matcher->columns_bad || seen->row->overflow ||
		!repeats_agree(columns, ncolumns, &cells[start]))
	{
		gir_diagnose_row(matcher, GIR_DIAG_ROW_UNREADABLE, seen->row, row);
		return;
	}

	matcher->report->figures.row_present[row] = true;
	for (i = 0; i < ncolumns; i++)
	{
		if (columns[i] == GIR_NO_COLUMN)
		{
			gir_diagnose_cell(matcher, GIR_DIAG_COLUMN_UNKNOWN, &cells[start + i], row,
							  GIR_NO_COLUMN);
			continue;
		}
		store_cell(matcher, row, columns[i], head->unit, &cells[start + i]);
		note_cut(matcher, seen->row, &cells[start + i],
				 gir_cell_at((gir_row_id) row, (gir_column) columns[i]));
	}
}

/* Read the line of values below the heads of rows that stand side by side. */
void
gir_match_side_by_side(gir_matcher *matcher, const gir_seen_row *seen)
{
	const gir_form_block *block = &gir_block_disputes;
	int			nvalues = block->nrows * block->ncolumns;
	int			start;
	int			i;

	if (!gir_note_row(matcher, seen->row, block->rows[0].row))
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
		gir_diagnose_row(matcher, GIR_DIAG_ROW_UNREADABLE, seen->row, GIR_NO_ROW);
		return;
	}
	for (i = 0; i < nvalues; i++)
	{
		const gir_cell *cell = &seen->row->cells[start + i];
		gir_row_id	row = block->rows[i / block->ncolumns].row;
		gir_column	column = block->columns[i % block->ncolumns].column;

		matcher->report->figures.row_present[row] = true;
		store_cell(matcher, row, column, GIR_UNIT_NONE, cell);
		note_cut(matcher, seen->row, cell, gir_cell_at(row, column));
	}
}

