/*
 * loose.c
 *		Cells that come one by one, in layouts that do not show where rows end.
 *
 * A row is a label and the values up to the next text.  Since lines may have
 * been lost between them, it counts only if it has as many values as its table
 * has columns, and if what comes next is what does so in the form.
 *
 * Labels may be broken over lines.  A text that is no label is kept, and tried
 * together with those that follow.
 */
#include "core/match.h"

#include <string.h>

#include "core/chars.h"

/* Longer texts are prose; in bytes.  No label is longer. */
#define MAX_PIECE 160

/* Columns of section 4's head that must be seen before values without a label. */
#define ENOUGH_COLUMNS 5

/* The cell that reaches from one to another. */
static gir_cell
join(const gir_cell *first, const gir_cell *last)
{
	gir_cell	cell = *first;

	cell.end = last->end;
	cell.source_end = last->source_end;
	return cell;
}

/* The label that several cells make together, or NULL. */
static const gir_label *
find_joined(const gir_cell *first, const gir_cell *last)
{
	/* texts without their markup do not lie side by side */
	if (first->start != first->source_start || last->start != last->source_start)
		return NULL;
	return gir_find_label(first->start, last->end);
}

/* True if a label means something in the table at hand. */
static bool
is_meant(const gir_matcher *matcher, const gir_label *label)
{
	int			s = matcher->section - GIR_FIRST_SECTION;

	if (label->heading != 0 || label->anchor != 0 || label->corner != 0)
		return true;
	if (label->row[1] == GIR_ROW_RECEIVED || label->column[1] == GIR_COL_NATURAL_PERSON)
		return true;
	return s >= 0 && (label->column[s] != GIR_NO_COLUMN || label->row[s] != GIR_NO_ROW ||
					  label->group == matcher->section);
}

/* ---- rows ---- */

/* Open a row at its label, or without one. */
static void
open_row(gir_matcher *matcher, const gir_cell *label, int record_row)
{
	gir_loose  *loose = &matcher->loose;

	loose->open = true;
	loose->closed = false;
	loose->broken = false;
	loose->glued = false;
	loose->record_row = record_row;
	loose->head = matcher->head;
	loose->row.layout = loose->layout;
	loose->row.overflow = false;
	loose->row.cut = false;
	loose->row.unfinished = false;
	loose->row.ncells = 0;
	if (label != NULL)
		loose->row.cells[loose->row.ncells++] = *label;
}

/* True if the open row has values. */
static bool
has_values(const gir_loose *loose)
{
	return loose->row.ncells > (loose->record_row != GIR_NO_ROW);
}

/* Add a value to the open row. */
static void
add_value(gir_loose *loose, const gir_cell *value, bool cut)
{
	/* a line without the mark that ends cells is none of a row with them */
	if (loose->record_row != GIR_NO_ROW && loose->layout != GIR_LAYOUT_CELL &&
		loose->label_layout == GIR_LAYOUT_CELL)
		loose->broken = true;
	if (!has_values(loose))
		loose->row.layout = loose->layout;
	if (loose->row.ncells == GIR_ROW_CELLS)
		loose->row.overflow = true;
	else
		loose->row.cells[loose->row.ncells++] = *value;
	loose->row.cut = cut;
}

/* Settle the open row. */
static void
settle(gir_matcher *matcher)
{
	gir_loose  *loose = &matcher->loose;
	gir_seen_row seen;
	bool		labelled = loose->record_row != GIR_NO_ROW;

	if (!loose->open)
		return;
	loose->open = false;
	if (labelled && loose->row.ncells == 1)
	{
		/* the label of a group, or a row whose values are lost */
		const gir_label *label = gir_find_label(loose->row.cells[0].start,
												loose->row.cells[0].end);

		if (label != NULL && label->group != 0)
			return;
		matcher->short_rows++;
		if (gir_note_row(matcher, &loose->row, loose->record_row))
			gir_diagnose_row(matcher, GIR_DIAG_ROW_UNREADABLE, &loose->row, loose->record_row);
		return;
	}
	gir_look_at(&seen, &loose->row);
	if (!labelled)
		gir_match_side_by_side(matcher, &seen);
	else if (loose->broken)
	{
		if (gir_note_row(matcher, &loose->row, loose->record_row))
			gir_diagnose_row(matcher, GIR_DIAG_ROW_UNREADABLE, &loose->row, loose->record_row);
	}
	else
	{
		gir_match_labelled_row(matcher, &loose->head, &seen, 0, loose->record_row);
		if (loose->glued)
			matcher->expecting = false;
	}
}

/* Open the row of the label that was seen last, if that is still to be done. */
static void
flush_label(gir_matcher *matcher)
{
	gir_loose  *loose = &matcher->loose;

	if (loose->label_row == GIR_NO_ROW)
		return;
	settle(matcher);
	gir_next_is_row(matcher, loose->label_row);
	open_row(matcher, &loose->label_cell, loose->label_row);
	/* texts that came after it, and did not go on with it */
	loose->broken = loose->npieces > 0;
	loose->label_row = GIR_NO_ROW;
}

/* Rows follow that show where they end. */
void
gir_loose_settle(gir_matcher *matcher, int row)
{
	flush_label(matcher);
	settle(matcher);
	gir_next_is_row(matcher, row);
	matcher->loose.npieces = 0;
}

/* The table is over. */
void
gir_loose_end(gir_matcher *matcher, int section)
{
	flush_label(matcher);
	settle(matcher);
	gir_next_is_section(matcher, section);
	matcher->loose.npieces = 0;
}

/* ---- texts ---- */

/* Keep a text that may be a piece of a label. */
static void
keep_piece(gir_loose *loose, const gir_cell *cell)
{
	if (loose->npieces == GIR_LOOSE_PIECES)
	{
		memmove(&loose->pieces[0], &loose->pieces[1],
				sizeof(loose->pieces[0]) * (GIR_LOOSE_PIECES - 1));
		loose->npieces--;
	}
	loose->pieces[loose->npieces++] = *cell;
}

/* In the head of a block, texts that were no labels stand over columns. */
static void
take_unknown_columns(gir_matcher *matcher)
{
	gir_loose  *loose = &matcher->loose;
	int			i;

	for (i = 0; i < loose->npieces && loose->in_head; i++)
		gir_take_unknown_column(matcher, &loose->pieces[i]);
	loose->npieces = 0;
}

/* True if a label that is a column's, too, is a row's here. */
static bool
is_next_row(gir_matcher *matcher, int row)
{
	/* the row before it may be open still */
	settle(matcher);
	return gir_row_is_next(matcher, row);
}

/* Take a label. */
static void
take_label(gir_matcher *matcher, const gir_cell *cell, const gir_label *label)
{
	gir_loose  *loose = &matcher->loose;
	bool		in_columns = loose->head_column != GIR_NO_COLUMN;
	int			s;

	loose->unknown_told = false;
	loose->head_column = GIR_NO_COLUMN;
	flush_label(matcher);
	/* no value behind another label is this row's */
	loose->closed = true;
	if (label->heading != 0)
	{
		gir_loose_end(matcher, label->heading);
		matcher->report->headings[label->heading] = true;
		matcher->heading = label->heading;
		matcher->section = 0;
		return;
	}
	if (label->anchor != 0 || label->corner != 0)
	{
		int			section = label->anchor != 0 ? label->anchor : label->corner;

		if (section != matcher->section)
			gir_loose_end(matcher, section);
		gir_enter_section(matcher, section);
		if (label->anchor != 0)
			gir_announce_section(matcher, section);
		gir_take_anchor(matcher, label);
		loose->in_head = section == 2;
		if (loose->in_head)
			gir_clear_head(matcher);
		loose->npieces = 0;
	}
	else if (matcher->section != 3 &&
			 (label->row[1] == GIR_ROW_RECEIVED || label->column[1] == GIR_COL_NATURAL_PERSON))
	{
		gir_loose_end(matcher, 3);
		gir_enter_section(matcher, 3);
	}

	s = matcher->section - GIR_FIRST_SECTION;
	if (s < 0)
		return;
	if (matcher->section == 3 && label->group == 3)
		matcher->group_seen = true;
	if (matcher->section == 4 && label->row[s] != GIR_NO_ROW)
		gir_take_dispute(matcher, label->row[s]);
	else if (label->column[s] != GIR_NO_COLUMN &&
			 (label->row[s] == GIR_NO_ROW || !is_next_row(matcher, label->row[s])))
	{
		/* among rows, what is a column in heads may be the beginning of a label */
		if (label->row[s] != GIR_NO_ROW && matcher->last_row[s] >= 0 && !in_columns)
		{
			loose->npieces = 0;
			keep_piece(loose, cell);
			return;
		}

		/* a block's first column, without a text before it that announces it */
		if (matcher->section == 2 && !loose->in_head)
		{
			gir_clear_head(matcher);
			loose->in_head = true;
			loose->npieces = 0;
		}
		take_unknown_columns(matcher);
		gir_take_column(matcher, cell, label->column[s], false);
		loose->head_column = label->column[s];
		loose->head_cell = *cell;
	}
	else if (label->row[s] != GIR_NO_ROW)
	{
		take_unknown_columns(matcher);
		loose->in_head = false;
		loose->label_row = label->row[s];
		loose->label_cell = *cell;
		loose->label_layout = loose->layout;
	}
	loose->npieces = 0;
}

/* Take the cells of a text that has nothing between them; false if it is none. */
static bool
take_glued(gir_matcher *matcher, const gir_cell *cell, bool cut)
{
	gir_loose  *loose = &matcher->loose;
	gir_glued	glued;
	gir_cell	values[GIR_ROW_CELLS];
	int			nvalues;
	int			i;

	/* what comes before the tables is prose */
	if (matcher->section == 0 && !matcher->report->headings[GIR_FIRST_SECTION])
		return false;
	if (!gir_split_glued(cell, &glued))
		return false;
	for (i = 0; i < glued.nlabels; i++)
	{
		if (!is_meant(matcher, glued.labels[i]))
			return false;
		take_label(matcher, &glued.cells[i], glued.labels[i]);
	}
	if (glued.digits.start == glued.digits.end)
		return true;
	flush_label(matcher);
	if (!loose->open || loose->closed)
		return true;
	nvalues = matcher->section == 3 ? GIR_MAX_COLUMNS : loose->head.ncolumns;
	if (glued.digits.end - glued.digits.start < nvalues)
		matcher->short_rows++;
	else if (matcher->section == 3)
		matcher->glued_full++;
	i = 0;
	/* where digits were lost at the end of the text, those left split otherwise */
	if (!cut || nvalues == 1)
		i = gir_split_digits(&glued.digits, nvalues, matcher->section == 3, values);
	if (i == 0)
		loose->broken = true;
	else if (!gir_is_only_split(&glued.digits, nvalues))
	{
		matcher->glued[loose->record_row] = true;
		gir_diagnose_cell(matcher, GIR_DIAG_VALUES_SPLIT, &glued.digits, loose->record_row,
						  GIR_NO_COLUMN);
	}
	if (i == 0)
		add_value(loose, &glued.digits, cut);
	for (nvalues = 0; nvalues < i; nvalues++)
		add_value(loose, &values[nvalues], cut);
	loose->closed = true;
	loose->glued = true;
	return true;
}

/* Take a text that goes on with the head of a column; false if it does not. */
static bool
take_more_of_head(gir_matcher *matcher, const gir_cell *cell)
{
	gir_loose  *loose = &matcher->loose;
	const gir_label *label;

	if (loose->head_column == GIR_NO_COLUMN)
		return false;
	label = find_joined(&loose->head_cell, cell);
	if (label == NULL || label->column[matcher->section - GIR_FIRST_SECTION] != loose->head_column)
		return false;
	loose->head_cell = join(&loose->head_cell, cell);
	if (loose->head_column == GIR_COL_AMOUNT)
		matcher->head.unit = gir_find_money_unit(loose->head_cell.start, loose->head_cell.end);
	return true;
}

/* Take a text. */
static void
take_text(gir_matcher *matcher, const gir_cell *cell, bool cut)
{
	gir_loose  *loose = &matcher->loose;
	const gir_label *label;
	int			i;

	/* a sentence is no piece of a label */
	if (cell->end - cell->start > MAX_PIECE || gir_ends_sentence(cell->start, cell->end))
	{
		label = gir_find_label(cell->start, cell->end);
		if (label != NULL && is_meant(matcher, label))
			take_label(matcher, cell, label);
		else if (!take_glued(matcher, cell, cut))
		{
			/* prose: the values before it are over */
			flush_label(matcher);
			loose->closed = true;
			loose->npieces = 0;
		}
		return;
	}

	/* a label that goes on */
	if (loose->label_row != GIR_NO_ROW)
	{
		label = find_joined(&loose->label_cell, cell);
		if (label != NULL && is_meant(matcher, label) && label->heading == 0)
		{
			gir_cell	whole = join(&loose->label_cell, cell);

			loose->label_row = GIR_NO_ROW;
			loose->npieces = 0;
			take_label(matcher, &whole, label);
			return;
		}
	}
	if (take_more_of_head(matcher, cell))
		return;

	/* of a label that is another one's end, too, the longer one is meant */
	for (i = 0; i < loose->npieces; i++)
	{
		label = find_joined(&loose->pieces[i], cell);
		if (label != NULL && is_meant(matcher, label))
		{
			gir_cell	whole = join(&loose->pieces[i], cell);

			/* what came before is no part of it */
			loose->npieces = i;
			take_label(matcher, &whole, label);
			return;
		}
	}
	label = gir_find_label(cell->start, cell->end);
	if (label != NULL && is_meant(matcher, label))
	{
		take_label(matcher, cell, label);
		return;
	}
	if (take_glued(matcher, cell, cut))
		return;
	/* a unit, or more digits, make another number of the value before it */
	if (loose->open && has_values(loose) &&
		(gir_is_unit(cell->start, cell->end) || gir_is_part_of_number(cell->start, cell->end)))
		loose->broken = true;

	/* no label, or the beginning of one, or more of the one before */
	if (loose->open && loose->label_row == GIR_NO_ROW)
	{
		if (has_values(loose))
			loose->closed = true;
		else
			loose->broken = true;
	}
	keep_piece(loose, cell);
	loose->head_column = GIR_NO_COLUMN;
	loose->unknown_told = false;
}

/* True if section 4's head is there and its line of values may come. */
static bool
awaits_outcomes(const gir_matcher *matcher)
{
	return matcher->section == 4 && matcher->last_row[2] < 0 && !matcher->loose.open &&
		matcher->head.ncolumns >= ENOUGH_COLUMNS && matcher->loose.npieces == 0;
}

/* Take a line of section 4's values with nothing between them; false if it is none. */
static bool
take_glued_outcomes(gir_matcher *matcher, const gir_cell *cell, bool cut)
{
	const gir_form_block *block = &gir_block_disputes;
	gir_cell	values[GIR_ROW_CELLS];
	int			nvalues = block->nrows * block->ncolumns;
	int			i;

	if (!awaits_outcomes(matcher) || cut || cell->end - cell->start != nvalues ||
		gir_split_digits(cell, nvalues, false, values) != nvalues)
		return false;
	for (i = 0; i < block->nrows; i++)
	{
		int			first = i * block->ncolumns;
		gir_cell	group = values[first];

		group.end = values[first + block->ncolumns - 1].end;
		if (gir_split_digits(&group, block->ncolumns, true, &values[first]) == 0)
			return false;
		matcher->glued[block->rows[i].row] = !gir_is_only_split(&group, block->ncolumns);
	}
	open_row(matcher, NULL, GIR_NO_ROW);
	for (i = 0; i < nvalues; i++)
		add_value(&matcher->loose, &values[i], cut);
	matcher->loose.closed = true;
	return true;
}

/* Take a number or a mark. */
static void
take_value(gir_matcher *matcher, const gir_cell *cell, bool cut)
{
	gir_loose  *loose = &matcher->loose;

	flush_label(matcher);
	loose->head_column = GIR_NO_COLUMN;
	if (loose->open && !loose->closed)
	{
		add_value(loose, cell, cut);
		return;
	}
	if (awaits_outcomes(matcher))
	{
		open_row(matcher, NULL, GIR_NO_ROW);
		add_value(loose, cell, cut);
		return;
	}
	if (loose->npieces > 0 && !loose->unknown_told &&
		(matcher->section == 2 || matcher->section == 3))
	{
		gir_cell_row row;

		row.ncells = 2;
		row.cells[0] = loose->pieces[loose->npieces - 1];
		row.cells[1] = *cell;
		gir_diagnose_row(matcher, GIR_DIAG_ROW_UNKNOWN, &row, GIR_NO_ROW);
		loose->unknown_told = true;
	}
}

/* Take a cell that stands on a line of its own. */
void
gir_loose_cell(gir_matcher *matcher, const gir_cell_row *row)
{
	const gir_cell *cell = &row->cells[0];
	gir_loose  *loose = &matcher->loose;
	bool		cut = row->cut;

	/* values with a mark at their end are over where there is none */
	if (loose->open && has_values(loose) && loose->row.layout != row->layout)
		loose->closed = true;
	loose->layout = row->layout;
	if (take_glued_outcomes(matcher, cell, cut))
		return;
	switch (gir_shape_of(cell->start, cell->end))
	{
		case GIR_SHAPE_BLANK:
			break;
		case GIR_SHAPE_NUMBER:
		case GIR_SHAPE_MARK:
			take_value(matcher, cell, cut);
			break;
		case GIR_SHAPE_TEXT:
			take_text(matcher, cell, cut);
			break;
	}
}
