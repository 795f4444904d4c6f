/*
 * compare.c
 *		The report that was read against the truth, cell by cell.
 */
#include "gen.h"

#include <stdio.h>
#include <string.h>

/* True if two decimal numbers are equal. */
static bool
is_equal(int64_t a, int a_scale, int64_t b, int b_scale)
{
	for (; a_scale < b_scale; a_scale++)
		a *= 10;
	for (; b_scale < a_scale; b_scale++)
		b *= 10;
	return a == b;
}

/* Say what is the matter with a cell. */
static void
complain(const gen_truth *truth, const gir_report *report, int cell, const char *what)
{
	char		printed[32];
	char		read[32];

	gen_put_number(printed, truth->value[cell], truth->scale[cell]);
	gen_put_number(read, report->figures.value[cell], report->figures.scale[cell]);
	printf("%s: %s.%s: printed %s (%s), read %s (%s), line %u\n", what,
		   gir_rows[GIR_CELL_ROW(cell)].code, gir_column_codes[gir_cell_column(cell)],
		   printed, gir_state_name(truth->state[cell]), read,
		   gir_state_name(report->printed[cell].state), (unsigned) report->printed[cell].line);
}

/* Compare title, agency and year. */
static bool
is_title_right(const gen_truth *truth, const gir_report *report)
{
	return report->year == truth->year &&
		report->title_len == strlen(truth->title) &&
		memcmp(report->title, truth->title, report->title_len) == 0 &&
		report->agency_len == strlen(truth->agency) &&
		memcmp(report->agency, truth->agency, report->agency_len) == 0;
}

/* Compare a report with the truth. */
void
gen_compare(const gen_truth *truth, const gir_report *report, bool accepted, bool damaged,
			bool verbose, gen_counts *counts)
{
	int			cell;

	counts->documents++;
	for (cell = 0; cell < GIR_CELL_COUNT; cell++)
	{
		bool		known = accepted && report->figures.known[cell];
		bool		right = accepted && report->printed[cell].state == truth->state[cell];

		if (truth->state[cell] == GIR_STATE_NUMBER)
			right = known && is_equal(truth->value[cell], truth->scale[cell],
									  report->figures.value[cell], report->figures.scale[cell]);
		if (known && !right)
		{
			counts->wrong++;
			if (verbose)
				complain(truth, report, cell, "wrong");
		}
		if (truth->state[cell] == GIR_STATE_MISSING)
			continue;
		if (truth->shown[cell])
		{
			counts->cells++;
			counts->recovered += right;
			if (verbose && !right && !known && !damaged)
				complain(truth, report, cell, "lost");
		}
		else
		{
			counts->hidden++;
			counts->hidden_recovered += right;
		}
	}
	if (!damaged && (!accepted || !is_title_right(truth, report)))
	{
		counts->titles_wrong++;
		if (verbose)
			printf("title: \"%s\" of \"%s\" for %d, read \"%.*s\" of \"%.*s\" for %d\n",
				   truth->title, truth->agency, truth->year, (int) report->title_len,
				   report->title, (int) report->agency_len, report->agency, report->year);
	}
}
