/*
 * laid.c
 *		Collects the lines of tables laid out with spaces, and reads section 4.
 *
 * A block of section 2 begins with the text that announces it, the other tables
 * with their sections' headings or with what stands at the top of their heads.
 * They end where something else begins.
 */
#include "core/match.h"

#include <string.h>

/* Longer lines are none of tables; in bytes. */
#define MAX_LINE 1024

/* So many lines of text between lines of values part them. */
#define APART 2

/* Begin collecting a table. */
static void
begin_table(gir_matcher *matcher, int section, const gir_label *anchor)
{
	gir_laid_table *table = &matcher->laid;

	gir_laid_end(matcher);
	table->section = section;
	table->anchor = anchor;
}

/* Add a line to the table. */
static void
add_line(gir_laid_table *table, const gir_cell_row *row)
{
	gir_laid_line *line;

	if (table->nlines == GIR_LAID_LINES || row->cells[0].end - row->cells[0].start > MAX_LINE)
	{
		table->overflow = true;
		return;
	}
	line = &table->lines[table->nlines++];
	line->start = row->cells[0].start;
	line->end = row->cells[0].end;
	line->number = row->cells[0].line;
	line->indent = row->indent;
	line->new_page = row->new_page;
	line->last = row->last;
}

/* What the words of a line say about the table that it is in. */
typedef struct signs
{
	int			head;			/* the section whose head it is the top of, or 0 */
	bool		received;		/* it has the label of section 3's first row */
} signs;

/* Look for signs of a table's beginning. */
static signs
find_signs(const gir_cell *cell)
{
	signs		found = {0, false};
	const char *p = cell->start;
	const char *start;
	uint32_t	column = 0;
	uint32_t	width;
	int			words = 0;
	bool		reconsideration = false;

	while (words < 3 && gir_laid_word(&p, cell->end, &start, &column, &width))
	{
		const gir_label *label = gir_find_label(start, p);

		words++;
		if (found.head == 3 && (label == NULL || label->column[1] == GIR_NO_COLUMN))
			found.head = 0;
		if (label == NULL)
			continue;
		found.received = found.received || label->row[1] == GIR_ROW_RECEIVED;
		if (label->group == 3 && words <= 2)
			found.head = 3;
		if (label->anchor == 4 && words == 1)
			reconsideration = true;
		if (label->group == 4 && words == 2 && reconsideration && p == cell->end)
			found.head = 4;
	}
	return found;
}

/* Take a line of a text laid out with spaces. */
void
gir_laid_row(gir_matcher *matcher, const gir_cell_row *row)
{
	gir_laid_table *table = &matcher->laid;
	const gir_cell *cell = &row->cells[0];
	const gir_label *label = gir_find_label(cell->start, cell->end);
	signs		found;

	if (label != NULL && label->heading != 0)
	{
		bool		table_follows = label->heading >= GIR_FIRST_SECTION &&
			label->heading <= GIR_LAST_SECTION;

		begin_table(matcher, table_follows ? label->heading : 0, NULL);
		matcher->report->headings[label->heading] = true;
		return;
	}
	if (label != NULL && label->anchor == GIR_FIRST_SECTION)
	{
		begin_table(matcher, GIR_FIRST_SECTION, label);
		return;
	}
	if (cell->end - cell->start <= MAX_LINE)
	{
		gir_laid_values values;
		gir_laid_line line = {.start = cell->start, .end = cell->end, .indent = row->indent};

		found = find_signs(cell);
		if ((found.head == 3 || found.received) && table->section != 3)
			begin_table(matcher, 3, NULL);
		else if (found.head == 4 && table->section != 4 && (table->section != 2 || table->begun))
			begin_table(matcher, 4, NULL);
		/* what stands between the heading and the table is no part of it */
		else if (found.head == table->section && !table->begun)
			table->nlines = 0;

		gir_laid_split(&line, &values);
		table->begun = table->begun || (table->section == 4 ? values.n == GIR_LAID_VALUES :
										values.n == GIR_MAX_COLUMNS);
	}
	if (table->section != 0 && (table->section != 2 || table->anchor != NULL))
		add_line(table, row);
}

/* Report a line with values. */
void
gir_laid_diagnose(const gir_matcher *matcher, gir_diagnostic_code code, const gir_laid_line *line,
				  int record_row)
{
	gir_cell	cell;

	cell.start = cell.source_start = line->start;
	cell.end = cell.source_end = line->end;
	cell.line = line->number;
	gir_diagnose_cell(matcher, code, &cell, record_row, GIR_NO_COLUMN);
}

/*
 * The line with section 4's values, or -1: no other line with values may be near,
 * since digits may be broken over lines, nor may there be another such line.
 */
static int
find_outcomes(const gir_laid_table *table, gir_laid_values *values)
{
	int			found = -1;
	int			other = -1;		/* the last other line with values */
	int			i;

	for (i = 0; i < table->nlines; i++)
	{
		gir_laid_values here;

		gir_laid_split(&table->lines[i], &here);
		if (here.n == 0 && !here.mixed)
			continue;
		if (here.n == GIR_LAID_VALUES && !here.mixed && here.text_end == table->lines[i].start)
		{
			if (found >= 0 || (other >= 0 && i - other <= APART))
				return -1;
			found = i;
			*values = here;
		}
		else if (found >= 0 && i - found <= APART)
			return -1;
		else
			other = i;
	}
	return found;
}

/* True if the kinds of dispute in a section's head are not in the form's order. */
static bool
is_disputes_order_bad(const gir_laid_line *line)
{
	const char *p = line->start;
	const char *start;
	uint32_t	column = 0;
	uint32_t	width;
	int			last = -1;

	while (gir_laid_word(&p, line->end, &start, &column, &width))
	{
		const gir_label *label = gir_find_label(start, p);
		int			row;

		if (label == NULL)
			continue;
		row = label->row[2] != GIR_NO_ROW ? label->row[2] :
			label->group == 4 ? GIR_ROW_LITIGATION_DIRECT : last;
		if (row < last)
			return true;
		last = row;
	}
	return false;
}

/* Read section 4. */
static void
read_outcomes(gir_matcher *matcher)
{
	gir_laid_table *table = &matcher->laid;
	gir_cell_row row = {.layout = GIR_LAYOUT_PLACES};
	gir_laid_values values;
	gir_seen_row seen;
	int			line = find_outcomes(table, &values);
	bool		good;
	int			i;

	if (line < 0 || table->overflow)
	{
		if (table->begun)
			gir_announce_section(matcher, 4);
		for (i = 0; i < table->nlines && table->begun; i++)
		{
			gir_laid_split(&table->lines[i], &values);
			if (values.n == GIR_LAID_VALUES)
				gir_laid_diagnose(matcher, GIR_DIAG_ROW_UNREADABLE, &table->lines[i], GIR_NO_ROW);
		}
		return;
	}
	good = gir_laid_side_by_side(&gir_block_disputes, table->lines, line);
	for (i = 0; i < line; i++)
		good = good && !is_disputes_order_bad(&table->lines[i]);
	if (!good)
	{
		gir_laid_diagnose(matcher, GIR_DIAG_COLUMN_ORDER, &table->lines[line], GIR_NO_ROW);
		matcher->columns_bad = true;
	}
	row.ncells = values.n;
	memcpy(row.cells, values.cells, sizeof(values.cells));
	row.cut = table->lines[line].last;
	gir_look_at(&seen, &row);
	gir_match_side_by_side(matcher, &seen);
}

/* The table is over. */
void
gir_laid_end(gir_matcher *matcher)
{
	gir_laid_table *table = &matcher->laid;

	if (table->nlines > 0)
	{
		gir_enter_section(matcher, table->section);
		if (table->section == 4)
			read_outcomes(matcher);
		else
			gir_laid_read_rows(matcher);
	}
	table->section = 0;
	table->anchor = NULL;
	table->nlines = 0;
	table->overflow = table->begun = false;
}
