/*
 * head.c
 *		Heads of tables: which section they begin, and which columns they have.
 */
#include "core/match.h"

#include <string.h>

/* Begin a section's table, unless it has begun. */
void
gir_enter_section(gir_matcher *matcher, int section)
{
	if (matcher->section != section)
	{
		matcher->head_rows = 0;
		matcher->framed = false;
		matcher->columns_bad = matcher->section_bad[section - GIR_FIRST_SECTION];
		matcher->heads_seen = 0;
		gir_clear_head(matcher);
	}
	matcher->section = section;
}

/* The text has a section's table. */
void
gir_announce_section(gir_matcher *matcher, int section)
{
	/* the words that stand at the head of section 4 occur elsewhere, too */
	if (section != 4)
		matcher->report->figures.section_present[section - GIR_FIRST_SECTION] = true;
}

/*
 * Take the text that announces a block of section 2, or the corner of its head.
 * A corner without an announcement before it begins a block, too.
 */
void
gir_take_anchor(gir_matcher *matcher, const gir_label *label)
{
	if (label->anchor == GIR_FIRST_SECTION)
	{
		matcher->head.anchor = label;
		matcher->anchor_fresh = true;
	}
	else if (label->corner == GIR_FIRST_SECTION)
	{
		if (!matcher->anchor_fresh)
			matcher->head.anchor = NULL;
		matcher->anchor_fresh = false;
	}
}

/* Begin the head of a block. */
void
gir_clear_head(gir_matcher *matcher)
{
	matcher->head.ncolumns = 0;
	matcher->head.unit = GIR_UNIT_NONE;
	matcher->head.width = 0;
}

/* The section whose head a row without values belongs to, or 0. */
int
gir_head_section(const gir_matcher *matcher, const gir_seen_row *seen)
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

/* The columns of the table are not the form's: nothing of it is read. */
static void
spoil_columns(gir_matcher *matcher)
{
	matcher->columns_bad = true;
	matcher->section_bad[matcher->section - GIR_FIRST_SECTION] = true;
}

/* The place of a column in a block, or -1. */
static int
column_place(const gir_form_block *block, int column)
{
	const gir_form_column *c = gir_form_column_of(block, (gir_column) column);

	return c != NULL ? (int) (c - block->columns) : -1;
}

/* Add a column to the head. */
static void
add_column(gir_head *head, const gir_cell *cell, int column)
{
	if (head->ncolumns < GIR_MAX_COLUMNS)
		head->cells[head->ncolumns] = *cell;
	if (head->ncolumns < GIR_ROW_CELLS)
		head->columns[head->ncolumns++] = (uint8_t) column;
}

/* Columns show that a section's table is there; a single one may be a chance. */
static void
note_columns(gir_matcher *matcher)
{
	if (matcher->head.ncolumns > 1 || matcher->section == 2)
		matcher->report->figures.section_present[matcher->section - GIR_FIRST_SECTION] = true;
}

/*
 * Take a column of the head.  Section 2 has the columns that are printed.
 * Sections 3 and 4 have the same columns always, so that only their order is
 * checked; the head may be damaged or incomplete.  "after_total" says that the
 * column before it in the same row is a total.
 */
void
gir_take_column(gir_matcher *matcher, const gir_cell *cell, int column, bool after_total)
{
	gir_head   *head = &matcher->head;
	const gir_form_block *block = &gir_block_disputes;
	int			place;
	bool		good;

	if (matcher->section == 2)
	{
		add_column(head, cell, column);
		if (column == GIR_COL_AMOUNT)
			head->unit = gir_find_money_unit(cell->start, cell->end);
		note_columns(matcher);
		return;
	}

	/*
	 * The total of section 3 is the last column, but can be printed in any row of
	 * the head: what is out of order is a total before all others, and a column
	 * after it in the same row.
	 */
	if (matcher->section == 3)
	{
		if (column == GIR_COL_TOTAL)
		{
			if (!matcher->group_seen && matcher->kinds_seen == 0)
			{
				spoil_columns(matcher);
				gir_diagnose_cell(matcher, GIR_DIAG_COLUMN_ORDER, cell, GIR_NO_ROW, column);
			}
			return;
		}
		block = gir_form_block_of(GIR_FORM_NEWEST, GIR_ROW_RECEIVED);
		place = column_place(block, column);
		/* the first column again: over merged cells, or at the top of a page */
		if (place == 0 && head->ncolumns > 0 &&
			(head->columns[head->ncolumns - 1] == column || head->ncolumns >= block->ncolumns - 1))
			head->ncolumns = 0;
		good = !after_total && (head->ncolumns == 0 ||
								place > column_place(block, head->columns[head->ncolumns - 1]));
	}
	else
	{
		place = column_place(block, column);
		good = place == head->ncolumns % block->ncolumns;
	}
	add_column(head, cell, column);
	if (matcher->section == 3 && head->ncolumns > matcher->kinds_seen)
		matcher->kinds_seen = head->ncolumns;
	note_columns(matcher);
	if (!good && !matcher->columns_bad)
	{
		spoil_columns(matcher);
		gir_diagnose_cell(matcher, GIR_DIAG_COLUMN_ORDER, cell, GIR_NO_ROW, column);
	}
}

/* Take a column of the head that has an unknown text over it. */
void
gir_take_unknown_column(gir_matcher *matcher, const gir_cell *cell)
{
	if (matcher->section == 2)
		add_column(&matcher->head, cell, GIR_NO_COLUMN);
	else
	{
		/* what is no piece of a column's label is a column of its own */
		if (!gir_is_piece_of_column(matcher->section, cell))
			spoil_columns(matcher);
		gir_diagnose_cell(matcher, GIR_DIAG_COLUMN_UNKNOWN, cell, GIR_NO_ROW, GIR_NO_COLUMN);
	}
}

/* Take one kind of dispute; over merged cells its name may be repeated. */
void
gir_take_dispute(gir_matcher *matcher, int row)
{
	const gir_form_block *block = &gir_block_disputes;

	if (matcher->heads_seen > 0 &&
		(int) block->rows[(matcher->heads_seen - 1) % block->nrows].row == row)
		return;
	if ((int) block->rows[matcher->heads_seen % block->nrows].row != row)
		spoil_columns(matcher);
	matcher->heads_seen++;
}

/*
 * Take the text that stands over kinds of applicant.  It spans columns: blank
 * cells behind it show that the text has the cells left of merged ones.
 */
static void
take_group(gir_matcher *matcher, const gir_seen_row *seen, int cell)
{
	int			next = cell + 1;

	while (next < seen->row->ncells && seen->shape[next] == GIR_SHAPE_BLANK)
		next++;
	if (matcher->group_blanks < next - cell - 1)
		matcher->group_blanks = next - cell - 1;
	matcher->group_seen = true;
}

/* Note how many blank cells are at the end of the head's rows. */
static void
note_tail(gir_matcher *matcher, const gir_seen_row *seen)
{
	int			tail = 0;

	while (tail < seen->row->ncells && seen->shape[seen->row->ncells - 1 - tail] == GIR_SHAPE_BLANK)
		tail++;
	if (matcher->section == 2 || matcher->head_rows == 1)
		matcher->tail = tail;
	else if (matcher->tail != tail)
		matcher->tail = -1;
}

/* Take a row of a table's head. */
void
gir_match_head(gir_matcher *matcher, const gir_seen_row *seen, int section)
{
	int			s = section - GIR_FIRST_SECTION;
	bool		first = true;
	bool		total_seen = false;
	int			i;

	if (section == 4 && matcher->section == 4 && matcher->last_row[s] >= 0)
	{
		/* a head after the values: a table of its own, read no more */
		matcher->repeated[s] = true;
		gir_diagnose_row(matcher, GIR_DIAG_ROW_REPEATED, seen->row, GIR_NO_ROW);
		matcher->section = 0;
		return;
	}
	gir_enter_section(matcher, section);
	if (matcher->head_rows == 0)
	{
		matcher->width = seen->row->ncells;
		/* the first row of a head has no blank cell in front of its own */
		matcher->framed = (seen->row->layout == GIR_LAYOUT_PIPES ||
						   seen->row->layout == GIR_LAYOUT_MARKUP) &&
			seen->shape[0] == GIR_SHAPE_BLANK;
	}
	else if (matcher->width != seen->row->ncells)
		matcher->width = 0;
	matcher->head_rows++;
	note_tail(matcher, seen);
	if (section == 2)
	{
		gir_clear_head(matcher);
		matcher->head.width = seen->row->ncells;
	}

	for (i = 0; i < seen->row->ncells; i++)
	{
		const gir_label *label = seen->label[i];
		const gir_cell *cell = &seen->row->cells[i];

		if (seen->shape[i] == GIR_SHAPE_BLANK)
			continue;
		if (label != NULL && label->anchor == section)
			gir_announce_section(matcher, section);
		if (label != NULL)
			gir_take_anchor(matcher, label);
		if (label != NULL && label->column[s] != GIR_NO_COLUMN)
		{
			gir_take_column(matcher, cell, label->column[s], total_seen);
			total_seen = label->column[s] == GIR_COL_TOTAL;
		}
		else if (label != NULL && section == 3 && label->group == 3)
			take_group(matcher, seen, i);
		else if (label != NULL && section == 4 && label->row[s] != GIR_NO_ROW)
			gir_take_dispute(matcher, label->row[s]);
		else if (label == NULL && !first)
			gir_take_unknown_column(matcher, cell);
		first = false;
	}
}
