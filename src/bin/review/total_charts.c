/*
 * total_charts.c
 *		The charts of the sums: requests received by year, requests by result.
 *
 * Bars that are compared with one another come from the same reports; of years
 * each bar says in how many of how many reports its number is, if not in all.
 */
#include "bin/review/total_charts.h"

#include <stdlib.h>

#include "bin/common/message.h"
#include "bin/review/chart.h"

/* The charts show so many years, the latest. */
#define MAX_CHART_YEARS 8

/* A number in the result. */
static int
number(const totals *totals, int row, int column)
{
	return atoi(PQgetvalue(totals->result, row, column));
}

/* Requests received, by year. */
static void
write_year_chart(FILE *out, const totals *totals)
{
	chart_bar	bars[MAX_CHART_YEARS];
	int			received = TOTAL_SUM(figure_find(T_FIGURE_RECEIVED));
	int			count = 0;
	int			row;

	for (row = PQntuples(totals->result); row-- > 0 && count < MAX_CHART_YEARS;)
	{
		const char *sum = totals_field(totals, row, received);

		if (totals_field(totals, row, TOTAL_YEAR) != NULL && sum != NULL)
			bars[MAX_CHART_YEARS - ++count] = (chart_bar) {
				totals_field(totals, row, TOTAL_YEAR), sum, "bar",
				{number(totals, row, received + 1), number(totals, row, TOTAL_REPORTS)}
			};
	}
	if (count > 0)
		chart_write(out, "chart-years", text(T_CHART_YEARS), NULL, bars + MAX_CHART_YEARS - count, count);
}

/* Requests by result, in the year that most reports have all results of, the latest of those. */
static void
write_result_chart(FILE *out, const totals *totals)
{
	chart_bar	bars[RESULT_COUNT];
	int			chosen = -1;
	int			most = 1;
	int			row;
	int			i;
	char	   *title;
	chart_coverage coverage;

	for (row = 0; row < PQntuples(totals->result); row++)
	{
		int			reports = number(totals, row, TOTAL_RESULT_REPORTS);

		if (reports >= most && totals_field(totals, row, TOTAL_YEAR) != NULL)
		{
			most = reports;
			chosen = row;
		}
	}
	if (chosen < 0)
		return;
	for (i = 0; i < RESULT_COUNT; i++)
		bars[i] = (chart_bar) {
			text(total_results[i]), totals_field(totals, chosen, TOTAL_RESULTS + i), "bar", {0, 0}
		};
	title = cli_format("%s（%s）", text(T_CHART_RESULTS), totals_field(totals, chosen, TOTAL_YEAR));
	coverage = (chart_coverage) {most, number(totals, chosen, TOTAL_REPORTS)};
	chart_write(out, "chart-results", title, &coverage, bars, RESULT_COUNT);
	free(title);
}

/* The charts of the sums. */
void
write_total_charts(FILE *out, const totals *totals)
{
	write_result_chart(out, totals);
	write_year_chart(out, totals);
}
