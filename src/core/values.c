/*
 * values.c
 *		Rows of values: read into the report, or left out whole with a reason.
 */
#include "core/match.h"

#include <string.h>

#include "core/chars.h"
#include "core/wide.h"

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

	gir_simplify(text, text_len);
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

/* True if a text may be what is left of a column's label in section 3 or 4. */
bool
gir_is_piece_of_column(int section, const gir_cell *cell)
{
	const gir_form_block *block = section == 4 ? &gir_block_disputes :
		gir_form_block_of(GIR_FORM_NEWEST, GIR_ROW_RECEIVED);
	int			i;

	for (i = 0; i < block->ncolumns; i++)
	{
		if (is_part_of(cell, block->columns[i].label))
			return true;
	}
	return false;
}

/* True if two cells hold the same text. */
static bool
is_same_text(const gir_cell *a, const gir_cell *b)
{
	size_t		len = (size_t) (a->end - a->start);

	return (size_t) (b->end - b->start) == len && memcmp(a->start, b->start, len) == 0;
}

/* True if a column of a head has the same text over it as the one before it. */
static bool
is_repeated(const gir_head *head, int i)
{
	return i > 0 && head->columns[i] == head->columns[i - 1] &&
		(head->columns[i] != GIR_NO_COLUMN ||
		 is_same_text(&head->cells[i], &head->cells[i - 1]));
}

/*
 * True if the head of a column is written as in another form, and not as in a
 * block that has this column alone: of the other form's columns only this one
 * may be left.
 */
static bool
is_of_other_form(const gir_form_block *block, const gir_cell *cell)
{
	const gir_label *label;
	const char *own = block->columns[0].label;
	int			form;

	if (block->ncolumns > 1)
		return false;
	label = gir_find_label(cell->start, cell->end);
	if (label == gir_find_label(own, own + strlen(own)))
		return false;
	for (form = 0; form < GIR_FORM_COUNT; form++)
	{
		const gir_form_block *other = gir_form_block_of(form, block->rows[0].row);
		const gir_form_column *column = other == NULL ? NULL :
			gir_form_column_of(other, block->columns[0].column);

		if (column != NULL && other != block &&
			label == gir_find_label(column->label, column->label + strlen(column->label)))
			return true;
	}
	return false;
}

/* True if a column of a head is one of a block: by its label, or by what is left of it. */
static bool
is_column_of(const gir_form_block *block, int place, const gir_head *head, int i)
{
	if (head->columns[i] == GIR_NO_COLUMN)
		return is_part_of(&head->cells[i], block->columns[place].label);
	return head->columns[i] == block->columns[place].column &&
		!is_of_other_form(block, &head->cells[i]);
}

/*
 * True if a head has all columns of a block, in its order.  "repeats" takes
 * columns with the same text for one that was printed over merged cells, and
 * "others" lets columns that no form has stand between them.  The columns are
 * put in "columns".
 */
static bool
match_head(const gir_form_block *block, const gir_head *head, bool repeats, bool others,
		   uint8_t columns[GIR_MAX_COLUMNS])
{
	int			next = 0;
	int			known = 0;
	int			i;

	if (head->ncolumns > GIR_MAX_COLUMNS)
		return false;
	for (i = 0; i < head->ncolumns; i++)
	{
		if (repeats && is_repeated(head, i))
			columns[i] = columns[i - 1];
		else if (next < block->ncolumns && is_column_of(block, next, head, i))
		{
			columns[i] = (uint8_t) block->columns[next++].column;
			known += head->columns[i] != GIR_NO_COLUMN;
		}
		else if (others && head->columns[i] == GIR_NO_COLUMN)
			columns[i] = GIR_NO_COLUMN;
		else
			return false;
	}
	/* what is left of labels does not make a head by itself */
	return next == block->ncolumns && known > 0;
}

/* The same, with as little licence as will do. */
static bool
is_head_of(const gir_form_block *block, const gir_head *head, uint8_t columns[GIR_MAX_COLUMNS])
{
	return match_head(block, head, false, false, columns) ||
		match_head(block, head, true, false, columns) ||
		match_head(block, head, false, true, columns) ||
		match_head(block, head, true, true, columns);
}

/*
 * True if a head has the columns of all forms, as sums of reports in several forms
 * are printed: each once, those of the newest form first.
 */
static bool
is_head_of_all_forms(gir_row_id row, const gir_head *head, uint8_t columns[GIR_MAX_COLUMNS])
{
	const gir_form_column *all[GIR_COL_COUNT];
	int			count = gir_form_columns(~0u, row, all);
	int			i;

	if (count != head->ncolumns || count > GIR_MAX_COLUMNS)
		return false;
	for (i = 0; i < count; i++)
	{
		columns[i] = (uint8_t) all[i]->column;
		if (head->columns[i] != columns[i])
			return false;
	}
	return true;
}

/* The form whose block for a row has the columns of a head. */
int
gir_form_of_head(const gir_head *head, int row)
{
	uint8_t		columns[GIR_MAX_COLUMNS];
	int			likely = GIR_FORM_UNKNOWN;
	int			form;
	int			i;

	for (form = GIR_FORM_COUNT - 1; form >= 0; form--)
	{
		const gir_form_block *block = gir_form_block_of(form, (gir_row_id) row);
		bool		own = true;

		if (block == NULL)
			continue;
		if (is_head_of(block, head, columns))
			return form;
		for (i = 0; i < head->ncolumns && own; i++)
			own = head->columns[i] == GIR_NO_COLUMN ||
				gir_form_column_of(block, (gir_column) head->columns[i]) != NULL;
		if (own && head->ncolumns > 0)
			likely = form;
	}
	if (is_head_of_all_forms((gir_row_id) row, head, columns))
		return gir_newest_form_with((gir_row_id) row);
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

/* Read what is printed in a cell of the report that is not a single digit. */
static void
read_cell(gir_matcher *matcher, int cell, int row, int column, gir_unit unit, const gir_cell *source)
{
	static const gir_diagnostic_code codes[] = {
		[GIR_STATE_BLANK] = GIR_DIAG_CELL_BLANK,
		[GIR_STATE_NOT_APPLICABLE] = GIR_DIAG_CELL_NOT_APPLICABLE,
		[GIR_STATE_TEXT] = GIR_DIAG_CELL_TEXT,
	};
	gir_figures *figures = &matcher->report->figures;
	gir_value	value = gir_read_value(source->start, source->end, quantity_of(column), unit);

	matcher->report->printed[cell].state = value.state;
	if (value.state == GIR_STATE_NUMBER)
	{
		figures->known[cell] = true;
		figures->value[cell] = value.value;
		figures->scale[cell] = value.scale;
	}
	else
		gir_diagnose_cell(matcher, value.unit_missing ? GIR_DIAG_UNIT_MISSING : codes[value.state],
						  source, row, column);
}

/* Read a cell into the report; returns its number. */
static inline int
store_cell(gir_matcher *matcher, int row, int column, gir_unit unit, const gir_cell *source)
{
	gir_figures *figures = &matcher->report->figures;
	int			cell = gir_cell_at((gir_row_id) row, (gir_column) column);
	gir_printed *printed = &matcher->report->printed[cell];

	printed->raw = gir_cell_span(matcher, source);
	printed->line = source->line;
	/* an amount of money needs a unit */
	if (gir_is_digit(source->start, source->end) && column != GIR_COL_AMOUNT)
	{
		printed->state = GIR_STATE_NUMBER;
		figures->known[cell] = true;
		figures->value[cell] = *source->start - '0';
	}
	else
		read_cell(matcher, cell, row, column, unit, source);
	return cell;
}

/*
 * Remember the cell that the text ends with: its last digits may be lost.  The
 * same for the end of a line: more of them may stand in the next one.
 */
static void
note_last(gir_matcher *matcher, const gir_cell_row *row, const gir_cell *last, int cell)
{
	if (last != &row->cells[row->ncells - 1] || !matcher->report->figures.known[cell])
		return;
	if (row->cut)
		matcher->cut_cell = cell;
	if (row->layout == GIR_LAYOUT_TABS || row->layout == GIR_LAYOUT_PIPES)
	{
		matcher->last_cell = cell;
		matcher->last_cell_line = last->line;
	}
}

/* A line comes: it may go on with the value at the end of the line before it. */
void
gir_note_line(gir_matcher *matcher, const gir_cell *line)
{
	if (matcher->last_cell == GIR_NO_CELL || line->line != matcher->last_cell_line + 1)
		return;
	if (gir_is_part_of_number(line->start, line->end) ||
		gir_shape_of(line->start, line->end) == GIR_SHAPE_NUMBER ||
		(gir_is_unit(line->start, line->end) &&
		 gir_find_money_unit(line->start, line->end) != GIR_UNIT_NONE))
	{
		matcher->doubtful[matcher->last_cell] = true;
		matcher->last_cell_line++;
	}
}

/* True if what announced a head announces another block than a row's. */
static bool
is_of_other_block(const gir_head *head, int row)
{
	unsigned	own = 0;
	int			form;

	if (head->anchor == NULL || head->anchor->blocks == 0)
		return false;
	for (form = 0; form < GIR_FORM_COUNT; form++)
	{
		if (gir_form_places[form][row] != 0)
			own |= GIR_BLOCK_BIT(form, gir_form_places[form][row] - 1);
	}
	return (head->anchor->blocks & own) == 0;
}

/*
 * The columns of a row under a head.  Returns their number, or 0 if the row does
 * not belong under the head, or the head has lost columns: values may be lost
 * with them, and those left would be taken for others.
 */
static int
columns_of_row(const gir_matcher *matcher, const gir_head *head, int row, int form,
			   uint8_t columns[GIR_ROW_CELLS])
{
	const gir_form_block *block;
	int			i;

	if (form == GIR_FORM_UNKNOWN || (matcher->section == 2 && is_of_other_block(head, row)))
		return 0;
	block = gir_form_block_of(form, (gir_row_id) row);
	if (matcher->section != 3)
		return is_head_of(block, head, columns) ||
			is_head_of_all_forms((gir_row_id) row, head, columns) ? head->ncolumns : 0;
	for (i = 0; i < block->ncolumns; i++)
		columns[i] = (uint8_t) block->columns[i].column;
	return block->ncolumns;
}

/*
 * True if a row goes with a head that is not quite a form's.  Cells under the same
 * column must hold the same text: the column was printed over merged cells, which
 * stand side by side, and its value repeated for each.  A row with values under
 * unknown columns must have a cell for each of its head's, so that nothing was
 * lost from either.
 */
static bool
fits_head(const uint8_t *columns, int ncolumns, const gir_head *head, const gir_cell_row *row,
		  const gir_cell *cells)
{
	int			i;

	for (i = 0; i < ncolumns; i++)
	{
		if (columns[i] == GIR_NO_COLUMN)
		{
			if (gir_lines_are_cells(row->layout) || row->ncells != head->width)
				return false;
		}
		else if (i > 0 && columns[i] == columns[i - 1] && !is_same_text(&cells[i], &cells[i - 1]))
			return false;
	}
	return true;
}

/*
 * True if values of a row that adds up stand in the wrong columns: the last number
 * before a blank total is the sum of those before it, so that a cell is lost; or,
 * where lines are cells and one can be lost together with another gained, the
 * number before the total is that sum, and the total is none.  Markup shows where
 * cells begin and end, and loses none of them.
 */
static bool
is_shifted(const gir_matcher *matcher, int row, gir_layout layout)
{
	const gir_figures *figures = &matcher->report->figures;
	int			total = gir_cell_at((gir_row_id) row, GIR_COL_TOTAL);
	int			last = total;
	gir_wide	sum = {0, 0};
	gir_wide	number = {0, 0};
	gir_wide	zero = {0, 0};
	bool		full = true;	/* no cell is without a number */
	int			cell;

	/* where rows show their ends, a total is the total */
	if (figures->known[total] && !gir_lines_are_cells(layout))
		return false;
	while (last >= GIR_CELL(row, 0) && !figures->known[last])
		last--;
	if (last == total)
		last--;
	else if (matcher->report->printed[total].state != GIR_STATE_BLANK)
		return false;
	if (last <= GIR_CELL(row, 0) || !figures->known[last])
		return false;
	for (cell = GIR_CELL(row, 0); cell < last; cell++)
	{
		gir_wide_add(&sum, figures->value[cell]);
		full = full && figures->known[cell];
	}
	gir_wide_add(&number, figures->value[last]);
	if (gir_wide_compare(number, sum) != 0)
		return false;
	if (!figures->known[total])
		return gir_wide_compare(sum, zero) != 0 && layout != GIR_LAYOUT_MARKUP;

	/* the total of all of them would be twice that */
	gir_wide_add(&sum, figures->value[last]);
	number = zero;
	gir_wide_add(&number, figures->value[total]);
	return full && gir_wide_compare(number, sum) != 0;
}

/* Read a row with a label of its own. */
void
gir_match_labelled_row(gir_matcher *matcher, const gir_head *head, const gir_seen_row *seen,
					   int label_cell, int row)
{
	const gir_cell *cells = seen->row->cells + label_cell + 1;
	uint8_t		columns[GIR_ROW_CELLS];
	int			ncolumns;
	int			form;
	int			start;
	int			cell;
	int			i;

	if (!gir_note_row(matcher, seen->row, row))
		return;
	form = matcher->section == 2 ? gir_form_of_head(head, row) : gir_newest_form_with((gir_row_id) row);
	matcher->report->form[row] = (uint8_t) form;
	ncolumns = columns_of_row(matcher, head, row, form, columns);
	start = gir_cut_labelled_row(matcher, head, seen, label_cell, row, ncolumns, form);
	if (start < 0 || matcher->columns_bad || seen->row->overflow ||
		(matcher->section != 3 && !fits_head(columns, ncolumns, head, seen->row, &cells[start])))
	{
		gir_diagnose_row(matcher, GIR_DIAG_ROW_UNREADABLE, seen->row, row);
		return;
	}

	matcher->report->figures.row_present[row] = true;
	if (gir_lines_are_cells(seen->row->layout))
		gir_expect_next(matcher, row, form);
	for (i = 0; i < ncolumns; i++)
	{
		if (columns[i] == GIR_NO_COLUMN)
		{
			gir_diagnose_cell(matcher, GIR_DIAG_COLUMN_UNKNOWN, &cells[start + i], row,
							  GIR_NO_COLUMN);
			continue;
		}
		cell = store_cell(matcher, row, columns[i], head->unit, &cells[start + i]);
		if (i == ncolumns - 1)
			note_last(matcher, seen->row, &cells[start + i], cell);
	}
	if (matcher->section == 3 && is_shifted(matcher, row, seen->row->layout))
		gir_retract_row(matcher, row);
}

/* Read the line of values below the heads of rows that stand side by side. */
void
gir_match_side_by_side(gir_matcher *matcher, const gir_seen_row *seen)
{
	const gir_form_block *block = &gir_block_disputes;
	int			nvalues = block->nrows * block->ncolumns;
	int			frame = matcher->framed && seen->shape[0] == GIR_SHAPE_BLANK;
	int			start;
	int			i;

	if (!gir_note_row(matcher, seen->row, block->rows[0].row))
		return;
	for (i = 0; i < block->nrows; i++)
	{
		matcher->row_seen[block->rows[i].row] = true;
		matcher->report->form[block->rows[i].row] = GIR_FORM_NEWEST;
	}
	start = gir_cut_line(matcher, seen, frame, nvalues);
	for (i = 0; i < seen->row->ncells; i++)
	{
		if (seen->label[i] != NULL)
			start = -1;			/* a head, damaged */
	}
	if (start < 0 || matcher->columns_bad || seen->row->overflow)
	{
		gir_diagnose_row(matcher, GIR_DIAG_ROW_UNREADABLE, seen->row, GIR_NO_ROW);
		return;
	}
	for (i = 0; i < nvalues; i++)
	{
		const gir_cell *cell = &seen->row->cells[frame + start + i];
		gir_row_id	row = block->rows[i / block->ncolumns].row;
		gir_column	column = block->columns[i % block->ncolumns].column;

		matcher->report->figures.row_present[row] = true;
		note_last(matcher, seen->row, cell,
				  store_cell(matcher, row, column, GIR_UNIT_NONE, cell));
	}
	for (i = 0; i < block->nrows; i++)
	{
		if (is_shifted(matcher, block->rows[i].row, seen->row->layout))
			gir_retract_row(matcher, block->rows[i].row);
	}
}

