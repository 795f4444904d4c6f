/*
 * settle.c
 *		The end of a parse: what can only be said when the whole text was seen.
 */
#include "core/match.h"

#include <string.h>

#include "core/identity.h"

/* Rows of section 3 that show that no cell was left blank. */
#define ENOUGH_GLUED_ROWS 20

static const gir_span nowhere = {0, 0};

/* The only form that has a row, or -1 if several have it. */
static int
only_form_with(int row)
{
	int			only = -1;
	int			form;

	for (form = 0; form < GIR_FORM_COUNT; form++)
	{
		if (gir_form_block_of(form, (gir_row_id) row) == NULL)
			continue;
		if (only >= 0)
			return -1;
		only = form;
	}
	return only;
}

/* The form that most rows of a section were printed in, the newest if in doubt. */
static int
usual_form(const gir_matcher *matcher, int section, int otherwise)
{
	const gir_section_info *info = &gir_sections[section - GIR_FIRST_SECTION];
	int			count[GIR_FORM_COUNT] = {0};
	int			best = otherwise;
	int			row,
				form;

	for (row = info->first_row; row <= (int) info->last_row; row++)
	{
		/* In section 3 only the rows that one form alone has can tell. */
		int			only = section == 3 ? only_form_with(row) : matcher->report->form[row];

		if (!matcher->row_seen[row])
			continue;
		if (only >= 0 && only < GIR_FORM_COUNT)
			count[only]++;
	}
	for (form = GIR_FORM_COUNT - 1; form >= 0; form--)
	{
		if (count[form] > 0 && (count[form] > count[best] || count[best] == 0))
			best = form;
	}
	return best;
}

/* A form that has a row: the usual one if it can be, else the newest. */
static int
form_with_row(int usual, int row)
{
	return gir_form_block_of(usual, (gir_row_id) row) != NULL ? usual :
		gir_newest_form_with((gir_row_id) row);
}

/*
 * Section 3 is one table of one form.  Where rows of several forms were read a
 * label was lost, and the values behind a group's label are not the group's.  A
 * row that was seen, but not read, may be the label of a group alone; more than
 * one are rows.
 */
static void
retract_mixed(gir_matcher *matcher)
{
	const gir_section_info *info = &gir_sections[3 - GIR_FIRST_SECTION];
	int			seen[GIR_FORM_COUNT] = {0};
	int			nforms = 0;
	int			row,
				form;

	for (row = info->first_row; row <= (int) info->last_row; row++)
	{
		int			only = only_form_with(row);

		if (only >= 0 && matcher->row_seen[row])
			seen[only] += matcher->report->figures.row_present[row] ? 2 : 1;
	}
	for (form = 0; form < GIR_FORM_COUNT; form++)
		nforms += seen[form] >= 2;
	for (row = info->first_row; row <= (int) info->last_row && nforms > 1; row++)
	{
		if (only_form_with(row) >= 0)
			gir_retract_row(matcher, row);
	}
}

/* Give each row the form it belongs to. */
static void
settle_forms(gir_matcher *matcher)
{
	gir_report *report = matcher->report;
	int			form2 = usual_form(matcher, 2, GIR_FORM_NEWEST);
	int			form3 = usual_form(matcher, 3, form2);
	bool		mixed = false;
	int			row;

	if (!report->figures.section_present[0])
		form2 = form3;
	retract_mixed(matcher);
	for (row = 0; row < GIR_ROW_COUNT; row++)
	{
		int			section = gir_row_section((gir_row_id) row);
		int			usual = section == 2 ? form2 : section == 3 ? form3 : GIR_FORM_NEWEST;

		if (section == 2 && matcher->row_seen[row] && report->form[row] != GIR_FORM_UNKNOWN)
			mixed = mixed || report->form[row] != form3;
		else
			report->form[row] = (uint8_t) (matcher->row_seen[row] ? form_with_row(usual, row) : usual);
	}
	if (mixed && report->figures.section_present[0])
		gir_diagnose(matcher->callbacks, GIR_DIAG_FORM_MIXED, nowhere, 0, 0,
					 GIR_NO_ROW, GIR_NO_COLUMN);
}

/* Report the tables and rows that are not in the text. */
static void
report_missing(const gir_matcher *matcher)
{
	int			s;

	for (s = 0; s < GIR_SECTION_COUNT; s++)
	{
		int			section = s + GIR_FIRST_SECTION;
		int			row;

		if (!matcher->report->figures.section_present[s])
		{
			gir_diagnose(matcher->callbacks, GIR_DIAG_TABLE_MISSING, nowhere, 0, section,
						 GIR_NO_ROW, GIR_NO_COLUMN);
			continue;
		}
		for (row = gir_sections[s].first_row; row <= (int) gir_sections[s].last_row; row++)
		{
			if (!matcher->row_seen[row] &&
				gir_form_block_of(matcher->report->form[row], (gir_row_id) row) != NULL)
				gir_diagnose(matcher->callbacks, GIR_DIAG_ROW_MISSING, nowhere, 0, section,
							 row, GIR_NO_COLUMN);
		}
	}
}

/* Take back a number, and say why. */
static void
drop_number(gir_matcher *matcher, int cell, gir_diagnostic_code code)
{
	gir_report *report = matcher->report;

	report->figures.known[cell] = false;
	report->figures.value[cell] = 0;
	report->figures.scale[cell] = 0;
	report->printed[cell].state = GIR_STATE_TEXT;
	gir_diagnose(matcher->callbacks, code, report->printed[cell].raw,
				 report->printed[cell].line, gir_row_section(GIR_CELL_ROW(cell)),
				 GIR_CELL_ROW(cell), gir_cell_column(cell));
}

/*
 * The number that the text ends with may be the beginning of a longer one.  It
 * counts only if the identities confirm it.
 */
static void
settle_cut(gir_matcher *matcher)
{
	int			cell = matcher->cut_cell;

	if (cell != GIR_NO_CELL && !gir_confirmed(&matcher->report->figures, cell))
		drop_number(matcher, cell, GIR_DIAG_NUMBER_CUT);
}

/* A number that more digits or a unit follow counts only if the identities confirm it. */
static void
settle_doubtful(gir_matcher *matcher)
{
	const gir_figures *figures = &matcher->report->figures;
	int			cell;

	for (cell = 0; cell < GIR_CELL_COUNT; cell++)
	{
		if (matcher->doubtful[cell] && figures->known[cell] && !gir_confirmed(figures, cell))
			drop_number(matcher, cell, GIR_DIAG_CELL_TEXT);
	}
}

/*
 * Digits with nothing between them can be read in one way only if no cell of the
 * report was left blank: who fills in all of section 3 has left none.
 */
static void
settle_glued(gir_matcher *matcher)
{
	int			row;

	if (matcher->glued_full >= ENOUGH_GLUED_ROWS && matcher->short_rows == 0)
		return;
	for (row = 0; row < GIR_ROW_COUNT; row++)
	{
		if (matcher->glued[row])
			gir_retract_row(matcher, row);
	}
}

/* The text is over: settle what depends on the whole. */
void
gir_match_finish(gir_matcher *matcher)
{
	gir_laid_end(matcher);
	gir_loose_end(matcher, 0);
	settle_glued(matcher);
	settle_forms(matcher);
	settle_cut(matcher);
	settle_doubtful(matcher);
	report_missing(matcher);
}
