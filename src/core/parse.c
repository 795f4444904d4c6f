/*
 * parse.c
 *		The one entry: a text goes in, a report or an error comes out.
 */
#include "core/gireport_core.h"

#include <string.h>

#include "core/keep.h"
#include "core/last_lines.h"
#include "core/match.h"
#include "core/reader.h"
#include "core/title.h"

/* Rows between two calls of check_interrupts. */
#define INTERRUPT_ROWS 256

/* Headings of sections with tables that make a text a report without them. */
#define ENOUGH_HEADINGS 2

/* Fill in the error that says why a text is no report. */
static void
set_error(gir_diagnostic *error, gir_diagnostic_code code, uint32_t line)
{
	memset(error, 0, sizeof(*error));
	error->code = code;
	error->line = line;
	error->row = GIR_NO_ROW;
	error->column = GIR_NO_COLUMN;
}

/* True if there is at least one table, or the headings of lost ones. */
static bool
is_report(const gir_report *report)
{
	int			headings = 0;
	int			i;

	for (i = 0; i < GIR_SECTION_COUNT; i++)
	{
		if (report->figures.section_present[i])
			return true;
		headings += report->headings[i + GIR_FIRST_SECTION];
	}
	return headings >= ENOUGH_HEADINGS;
}

/* The first section whose table has begun, or 0. */
static int
begun_section(const gir_report *report)
{
	int			i;

	for (i = 0; i < GIR_SECTION_COUNT; i++)
	{
		if (report->figures.section_present[i])
			return i + GIR_FIRST_SECTION;
	}
	return 0;
}

/* Match a row; the title stands before the tables, headings show where. */
static void
match_row(gir_matcher *matcher, gir_title_finder *title, const gir_cell_row *row)
{
	int			section;

	if (title->done)
	{
		gir_match_row(matcher, row);
		return;
	}
	/* between a title and the name of the site there may be a bar */
	if (row->layout == GIR_LAYOUT_LINE || row->layout == GIR_LAYOUT_PIPES)
		gir_title_line(title, &row->cells[0]);
	matcher->heading = 0;
	gir_match_row(matcher, row);
	section = begun_section(matcher->report);
	if (matcher->heading != 0)
		gir_title_heading(title, matcher->heading);
	if (section != 0)
		gir_title_table(title, section);
}

/*
 * Keep the texts of a row with markup for as long as the matcher may remember
 * them.  Outside of tables it can do without.
 */
static void
keep_texts(gir_keeper *keeper, gir_matcher *matcher, gir_cell_row *row)
{
	if (matcher->section == 0 && !matcher->loose.open &&
		(matcher->loose.npieces == 0 || keeper->used > sizeof(keeper->room) / 2))
	{
		gir_loose_settle(matcher, GIR_NO_ROW);
		keeper->used = 0;
	}
	if (!gir_keep_row(keeper, row))
	{
		/* no report has so much text in its tables: forget what there was */
		gir_loose_settle(matcher, GIR_NO_ROW);
		gir_clear_head(matcher);
		keeper->used = 0;
		gir_keep_row(keeper, row);
	}
}

/* Read a report. */
bool
gir_parse(const char *text, size_t len, const gir_callbacks *callbacks,
		  gir_report *report, gir_diagnostic *error)
{
	gir_reader	reader;
	gir_cell_row row;
	gir_matcher matcher;
	gir_title_finder title;
	gir_last_lines last_lines;
	gir_keeper	keeper;
	uint32_t	rows = 0;

	memset(report, 0, sizeof(*report));
	if (len > GIR_MAX_TEXT)
	{
		set_error(error, GIR_DIAG_TEXT_TOO_LONG, 0);
		return false;
	}

	gir_reader_init(&reader, text, len);
	gir_matcher_init(&matcher, text, callbacks, report);
	matcher.exact = reader.source == GIR_SOURCE_DOCX;
	gir_title_init(&title, report, reader.source == GIR_SOURCE_TEXT);
	gir_last_lines_init(&last_lines);
	keeper.used = 0;
	while (gir_next_row(&reader, &row))
	{
		if (callbacks != NULL && callbacks->check_interrupts != NULL &&
			(row.ncells == 0 || ++rows % INTERRUPT_ROWS == 0))
			callbacks->check_interrupts();
		if (row.ncells == 0)
			continue;
		if (reader.source != GIR_SOURCE_TEXT && row.layout == GIR_LAYOUT_LINE)
			gir_last_lines_add(&last_lines, &row.cells[0]);
		if (!gir_is_plain(reader.source))
			keep_texts(&keeper, &matcher, &row);
		match_row(&matcher, &title, &row);
	}

	if (!is_report(report))
	{
		gir_title_finish(&title, "", 0, NULL);
		if (title.other_kind)
			set_error(error, GIR_DIAG_OTHER_KIND, title.other_kind_line);
		else
			set_error(error, GIR_DIAG_NOT_A_REPORT, 0);
		return false;
	}
	gir_match_finish(&matcher);

	/* the end of a text is looked at without its markup, or its pages' own lines */
	if (reader.source != GIR_SOURCE_TEXT)
	{
		text = last_lines.text;
		len = last_lines.len;
	}
	gir_title_finish(&title, text, len, callbacks);
	return true;
}
