/*
 * loose.c
 *		Cells that come one by one, in layouts that do not show where rows end.
 *
 * A row is a label and the values up to the next text.  Since lines may have
 * been lost between them, it counts only if it has as many values as its table
 * has columns, and if the row that comes next is the next one of the form: what
 * is lost from the values of one row to those of another takes a label along.
 *
 * Labels may be broken over lines.  A text that is no label is kept, and tried
 * together with those that follow.
 */
#include "core/match.h"

#include <string.h>

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

/* True if a row can be followed by another in some form; GIR_NO_ROW is the end. */
static bool
is_followed_by(const gir_matcher *matcher, int row, int next)
{
	int			form;

	int			section = gir_row_section((gir_row_id) row);
	int			last = gir_sections[section - GIR_FIRST_SECTION].last_row;

	for (form = 0; form < GIR_FORM_COUNT; form++)
	{
		int			candidate = row + 1;

		if (gir_form_block_of(form, (gir_row_id) row) == NULL ||
			(section == 2 && gir_form_of_head(&matcher->loose.head, row) != form))
			continue;
		while (candidate <= last && gir_form_block_of(form, (gir_row_id) candidate) == NULL)
			candidate++;
		if (next == (candidate <= last ? candidate : GIR_NO_ROW))
			return true;
	}
	return false;
}

/* Open a row at its label, or without one. */
static void
open_row(gir_matcher *matcher, const gir_cell *label, int record_row)
{
	gir_loose  *loose = &matcher->loose;

	loose->open = true;
	loose->closed = false;
	loose->broken = false;
	loose->record_row = record_row;
	loose->head = matcher->head;
	loose->row.layout = GIR_LAYOUT_CELL;
	loose->row.overflow = false;
	loose->row.cut = false;
	loose->row.unfinished = false;
	loose->row.ncells = 0;
	if (label != NULL)
		loose->row.cells[loose->row.ncells++] = *label;
}

/* Add a value to the open row. */
static void
add_value(gir_loose *loose, const gir_cell *value, bool cut)
{
	if (loose->row.ncells == GIR_ROW_CELLS)
		loose->row.overflow = true;
	else
		loose->row.cells[loose->row.ncells++] = *value;
	loose->row.cut = cut;
}

/*
 * Settle the open row: "next" is the row that follows, or GIR_NO_ROW at the end
 * of the table.  At the end of the text the row has no next one.
 */
static void
settle(gir_matcher *matcher, int next, bool end_of_text)
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

		if ((label == NULL || label->group == 0) &&
			gir_note_row(matcher, &loose->row, loose->record_row))
			gir_diagnose_row(matcher, GIR_DIAG_ROW_UNREADABLE, &loose->row, loose->record_row);
		return;
	}
	gir_look_at(&seen, &loose->row);
	if (!labelled)
		gir_match_side_by_side(matcher, &seen);
	else if (loose->broken ||
			 (!end_of_text && !is_followed_by(matcher, loose->record_row, next)))
	{
		if (gir_note_row(matcher, &loose->row, loose->record_row))
			gir_diagnose_row(matcher, GIR_DIAG_ROW_UNREADABLE, &loose->row, loose->record_row);
	}
	else
		gir_match_labelled_row(matcher, &loose->head, &seen, 0, loose->record_row);
}

/* Rows follow that show where they end. */
void
gir_loose_settle(gir_matcher *matcher, int row)
{
	settle(matcher, row, false);
	matcher->loose.npieces = 0;
	matcher->loose.label_open = false;
}

/* The text, or the table, is over. */
void
gir_loose_end(gir_matcher *matcher, bool end_of_text)
{
	settle(matcher, GIR_NO_ROW, end_of_text);
	matcher->loose.npieces = 0;
	matcher->loose.label_open = false;
}

/* ---- texts ---- */

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

/* Take a label. */
static void
take_label(gir_matcher *matcher, const gir_cell *cell, const gir_label *label)
{
	gir_loose  *loose = &matcher->loose;
	int			s;

	loose->unknown_told = false;
	if (loose->open && loose->row.ncells > (loose->record_row != GIR_NO_ROW))
		loose->closed = true;
	if (label->heading != 0)
	{
		gir_loose_end(matcher, false);
		matcher->report->headings[label->heading] = true;
		matcher->section = 0;
		return;
	}
	if (label->anchor != 0 || label->corner != 0)
	{
		int			section = label->anchor != 0 ? label->anchor : label->corner;

		if (section != matcher->section)
			gir_loose_end(matcher, false);
		gir_enter_section(matcher, section);
		if (label->anchor != 0)
			gir_announce_section(matcher, section);
		loose->in_head = section == 2;
		if (loose->in_head)
			gir_clear_head(matcher);
		loose->npieces = 0;
	}
	else if (matcher->section != 3 &&
			 (label->row[1] == GIR_ROW_RECEIVED || label->column[1] == GIR_COL_NATURAL_PERSON))
	{
		gir_loose_end(matcher, false);
		gir_enter_section(matcher, 3);
	}

	s = matcher->section - GIR_FIRST_SECTION;
	if (s < 0)
		return;
	if (matcher->section == 4 && label->row[s] != GIR_NO_ROW)
		gir_take_dispute(matcher, label->row[s]);
	else if (label->column[s] != GIR_NO_COLUMN &&
			 (label->row[s] == GIR_NO_ROW || (matcher->last_row[s] < 0 && !loose->open)))
	{
		/* a block's first column, without a text before it that announces it */
		if (matcher->section == 2 && !loose->in_head)
		{
			gir_clear_head(matcher);
			loose->in_head = true;
			loose->npieces = 0;
		}
		take_unknown_columns(matcher);
		gir_take_column(matcher, cell, label->column[s], false);
	}
	else if (label->row[s] != GIR_NO_ROW)
	{
		take_unknown_columns(matcher);
		loose->in_head = false;
		settle(matcher, label->row[s], false);
		open_row(matcher, cell, label->row[s]);
		loose->label_open = true;
	}
	loose->npieces = 0;
}

/* Take the cells of a text that has nothing between them. */
static bool
take_glued(gir_matcher *matcher, const gir_cell *cell, bool cut)
{
	gir_loose  *loose = &matcher->loose;
	gir_glued	glued;
	gir_cell	values[GIR_ROW_CELLS];
	int			nvalues;
	int			i;

	if (!gir_split_glued(cell, &glued))
		return false;
	for (i = 0; i < glued.nlabels; i++)
	{
		if (!is_meant(matcher, glued.labels[i]))
			return false;
		take_label(matcher, &glued.cells[i], glued.labels[i]);
	}
	if (glued.digits.start == glued.digits.end || !loose->open || loose->closed)
		return true;
	nvalues = matcher->section == 3 ? GIR_MAX_COLUMNS : loose->head.ncolumns;
	i = 0;
	/* where digits were lost at the end of the text, those left split otherwise */
	if (!cut || nvalues == 1)
		i = gir_split_digits(&glued.digits, nvalues, matcher->section == 3, values);
	if (i == 0)
		loose->broken = true;
	else if (glued.digits.end - glued.digits.start > nvalues && nvalues > 1)
		gir_diagnose_cell(matcher, GIR_DIAG_VALUES_SPLIT, &glued.digits, loose->record_row,
						  GIR_NO_COLUMN);
	if (i == 0)
		add_value(loose, &glued.digits, cut);
	for (nvalues = 0; nvalues < i; nvalues++)
		add_value(loose, &values[nvalues], cut);
	loose->closed = true;
	return true;
}

/* Take a text. */
static void
take_text(gir_matcher *matcher, const gir_cell *cell, bool cut)
{
	gir_loose  *loose = &matcher->loose;
	const gir_label *label;
	int			i;

	if (cell->end - cell->start > MAX_PIECE)
	{
		label = gir_find_label(cell->start, cell->end);
		if (label != NULL && is_meant(matcher, label))
			take_label(matcher, cell, label);
		else if (matcher->section == 0 || !take_glued(matcher, cell, cut))
		{
			/* prose: the values before it are over */
			loose->closed = true;
			loose->npieces = 0;
			loose->label_open = false;
		}
		return;
	}

	/* a label that goes on */
	if (loose->label_open && loose->open && loose->row.ncells == 1)
	{
		label = find_joined(&loose->row.cells[0], cell);
		if (label != NULL && is_meant(matcher, label) && label->heading == 0)
		{
			gir_cell	whole = join(&loose->row.cells[0], cell);

			loose->open = false;
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
	if (matcher->section != 0 && take_glued(matcher, cell, cut))
		return;

	/* no label, or the beginning of one */
	if (loose->open)
	{
		if (loose->row.ncells > (loose->record_row != GIR_NO_ROW))
			loose->closed = true;
		else
			loose->broken = true;
	}
	if (loose->npieces == GIR_LOOSE_PIECES)
	{
		memmove(&loose->pieces[0], &loose->pieces[1],
				sizeof(loose->pieces[0]) * (GIR_LOOSE_PIECES - 1));
		loose->npieces--;
	}
	loose->pieces[loose->npieces++] = *cell;
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

	loose->label_open = false;
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
gir_loose_cell(gir_matcher *matcher, const gir_cell *cell, bool cut)
{
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
