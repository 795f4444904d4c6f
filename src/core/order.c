/*
 * order.c
 *		The order of rows: what comes behind a row in its form.
 *
 * Rows come in the form's order in every table.  One that does not shows that
 * something is missing, or read as something that it is not, and that the row
 * before it cannot be relied on either.
 */
#include "core/match.h"

#include <string.h>

/* The forms that have a row, as bits. */
static unsigned
forms_with(int row)
{
	unsigned	forms = 0;
	int			form;

	for (form = 0; form < GIR_FORM_COUNT; form++)
	{
		if (gir_form_block_of(form, (gir_row_id) row) != NULL)
			forms |= 1u << form;
	}
	return forms;
}

/* The row behind another in a form, or GIR_NO_ROW if its table ends there. */
static int
row_behind(int form, int row)
{
	int			section = gir_row_section((gir_row_id) row);
	int			last = gir_sections[section - GIR_FIRST_SECTION].last_row;

	do
		row++;
	while (row <= last && gir_form_block_of(form, (gir_row_id) row) == NULL);
	return row <= last ? row : GIR_NO_ROW;
}

/*
 * True if a row, printed in one of the given forms, can be followed by another;
 * GIR_NO_ROW is the end.  Behind the last row of a block the next one can be of
 * any form.
 */
static bool
is_followed_by(int row, unsigned forms, int next)
{
	int			form;
	int			other;

	for (form = 0; form < GIR_FORM_COUNT; form++)
	{
		const gir_form_block *block = gir_form_block_of(form, (gir_row_id) row);

		if (block == NULL || (forms & 1u << form) == 0)
			continue;
		if (next == row_behind(form, row))
			return true;
		for (other = 0; other < GIR_FORM_COUNT && next != GIR_NO_ROW; other++)
		{
			if ((int) block->rows[block->nrows - 1].row == row && next == row_behind(other, row))
				return true;
		}
	}
	return false;
}

/* Take back what was read of a row. */
void
gir_retract_row(gir_matcher *matcher, int row)
{
	gir_report *report = matcher->report;
	gir_span	raw = {0, 0};
	uint32_t	line = 0;
	int			slot;

	if (!report->figures.row_present[row])
		return;
	report->figures.row_present[row] = false;
	for (slot = 0; slot < GIR_MAX_COLUMNS; slot++)
	{
		int			cell = GIR_CELL(row, slot);
		gir_printed *printed = &report->printed[cell];

		/* columns are not in the order of all forms */
		if (printed->state != GIR_STATE_MISSING)
		{
			if (raw.end == 0 || printed->raw.start < raw.start)
			{
				raw.start = printed->raw.start;
				line = printed->line;
			}
			if (printed->raw.end > raw.end)
				raw.end = printed->raw.end;
		}
		memset(printed, 0, sizeof(*printed));
		report->figures.known[cell] = false;
		report->figures.value[cell] = 0;
		report->figures.scale[cell] = 0;
		if (matcher->cut_cell == cell)
			matcher->cut_cell = GIR_NO_CELL;
	}
	gir_diagnose(matcher->callbacks, GIR_DIAG_ROW_UNREADABLE, raw, line,
				 gir_row_section((gir_row_id) row), row, GIR_NO_COLUMN);
}

/*
 * True if a row begins the tables of another report: the first row of a section
 * that has had it, or a section that comes before one that has been read.
 */
static bool
begins_second_set(const gir_matcher *matcher, int row)
{
	int			s = gir_row_section((gir_row_id) row) - GIR_FIRST_SECTION;
	int			later;

	if (row == (int) gir_sections[s].first_row && matcher->row_seen[row])
		return true;
	for (later = s + 1; later < GIR_SECTION_COUNT; later++)
	{
		if (matcher->last_row[later] >= 0)
			return true;
	}
	return false;
}

/*
 * True if a label that is a row's and a column's, too, can be a row's here: only
 * where the row is the next one of the form, or the last one again.  One row may
 * be missing between them.
 */
bool
gir_row_is_next(const gir_matcher *matcher, int row)
{
	int			s = gir_row_section((gir_row_id) row) - GIR_FIRST_SECTION;
	int			last = matcher->last_row[s];
	int			form;

	if (last < 0 || row == last)
		return row == last;
	/* behind one of another form in its place, which cannot have been there */
	if (row < last && row > matcher->order[s].before_last &&
		(forms_with(row) & forms_with(last)) == 0)
		return true;
	for (form = 0; form < GIR_FORM_COUNT; form++)
	{
		int			next = row_behind(form, last);

		if (next == row || (next != GIR_NO_ROW && row_behind(form, next) == row))
			return true;
	}
	return false;
}

/*
 * Take back what was read of a section before its heading: a table under the
 * heading has begun, so that the one before was an example, or another one.
 */
static void
forget_early_rows(gir_matcher *matcher, int s)
{
	int			row;

	for (row = gir_sections[s].first_row; row <= (int) gir_sections[s].last_row; row++)
	{
		gir_retract_row(matcher, row);
		matcher->row_seen[row] = false;
	}
	matcher->last_row[s] = -1;
	matcher->order[s].before_last = -1;
	matcher->order[s].forms = ~0u;
	matcher->early[s] = false;
}

/*
 * Note that a row of the current table is here.  Returns false if it is to be
 * left alone: the table has begun a second time, or the row is another form's.
 */
bool
gir_note_row(gir_matcher *matcher, const gir_cell_row *cells, int row)
{
	int			s = gir_row_section((gir_row_id) row) - GIR_FIRST_SECTION;
	gir_order  *order = &matcher->order[s];

	if (matcher->repeated[s])
		return false;
	if (matcher->early[s] && matcher->report->headings[s + GIR_FIRST_SECTION] &&
		row <= matcher->last_row[s])
		forget_early_rows(matcher, s);
	if (matcher->last_row[s] < 0)
		matcher->early[s] = !matcher->report->headings[s + GIR_FIRST_SECTION];
	if (begins_second_set(matcher, row))
	{
		memset(matcher->repeated, true, sizeof(matcher->repeated));
		gir_diagnose_row(matcher, GIR_DIAG_ROW_REPEATED, cells, row);
		return false;
	}
	if (row <= matcher->last_row[s])
	{
		if (matcher->row_seen[row] || row <= order->before_last)
		{
			matcher->repeated[s] = true;
			gir_diagnose_row(matcher, GIR_DIAG_ROW_REPEATED, cells, row);
			return false;
		}

		/* the row before this one comes behind it: its label was not all of it */
		gir_retract_row(matcher, matcher->last_row[s]);
		order->forms = forms_with(row);
	}
	else
	{
		/* a table of section 3 is of one form */
		if (s == 1 && (order->forms & forms_with(row)) == 0)
		{
			gir_diagnose_row(matcher, GIR_DIAG_ROW_UNREADABLE, cells, row);
			return false;
		}
		order->before_last = matcher->last_row[s];
	}
	order->forms &= forms_with(row);
	matcher->last_row[s] = row;
	matcher->row_seen[row] = true;
	matcher->report->figures.section_present[s] = true;
	return true;
}

/*
 * In layouts where the end of a row can be lost together with the beginning of
 * another, a row counts only if what follows it is what follows it in its form:
 * what goes from the values of one row to those of another takes a label along.
 * "form" is the one that its head shows.
 */
void
gir_expect_next(gir_matcher *matcher, int row, int form)
{
	matcher->expecting = true;
	matcher->expecting_row = row;
	matcher->expecting_forms = form != GIR_FORM_UNKNOWN && matcher->section == 2 ?
		1u << form : forms_with(row);
}

/* Take back the row that waits for its next one if that is not what comes. */
static void
settle_expected(gir_matcher *matcher, bool right)
{
	matcher->expecting = false;
	if (!right)
		gir_retract_row(matcher, matcher->expecting_row);
}

/* A row comes. */
void
gir_next_is_row(gir_matcher *matcher, int row)
{
	if (matcher->expecting)
		settle_expected(matcher, is_followed_by(matcher->expecting_row, matcher->expecting_forms,
												row));
}

/*
 * True if the row before one was seen, but not read: where the labels of a page
 * come first and then the values, those behind the last label are not its own.
 */
static bool
follows_unread(const gir_matcher *matcher, int row)
{
	int			before = matcher->order[gir_row_section((gir_row_id) row) - GIR_FIRST_SECTION].before_last;

	return before >= 0 && matcher->row_seen[before] &&
		!matcher->report->figures.row_present[before];
}

/* The head or heading of a section comes, or the end of the text (0). */
void
gir_next_is_section(gir_matcher *matcher, int section)
{
	int			row = matcher->expecting_row;
	int			here;

	if (!matcher->expecting)
		return;
	here = gir_row_section((gir_row_id) row);
	settle_expected(matcher, is_followed_by(row, matcher->expecting_forms, GIR_NO_ROW) &&
					(section == 0 ? !follows_unread(matcher, row) : section == here + 1));
}
