/*
 * totals.c
 *		The sums of the reports of each year, and the rates of these sums.
 *
 * The server adds up.  A figure's sum is over the reports that have it.  A rate is
 * that of the sum of those reports that have this rate themselves: its numerator
 * and its denominator come from the same reports.
 */
#include "bin/review/totals.h"

#include <stdlib.h>
#include <string.h>

#include "bin/common/message.h"
#include "bin/review/html.h"
#include "bin/review/page.h"

const text_id total_results[RESULT_COUNT] = {
	T_FIGURE_GRANTED, T_FIGURE_PARTIALLY_GRANTED, T_FIGURE_DENIED,
	T_FIGURE_UNAVAILABLE, T_FIGURE_REJECTED, T_FIGURE_OTHER
};

/* The text of the query, to be freed by the caller.  Its columns are as totals.h says. */
static char *
build_query(const metric_list *metrics)
{
	char	   *text = NULL;
	size_t		size;
	FILE	   *query = open_memstream(&text, &size);
	int			i;

	if (query == NULL)
		cli_out_of_memory();
	figures_begin_query(query);
	fputs(", q AS MATERIALIZED (SELECT r.*, @gireport_metrics(r.report) AS m, num_nulls(", query);
	for (i = 0; i < RESULT_COUNT; i++)
		fprintf(query, "%sf%d", i > 0 ? ", " : "", figure_find(total_results[i]));
	fputs(") = 0 AS has_results FROM r) SELECT q.year, count(*), count(*) FILTER (WHERE q.has_results)", query);
	for (i = 0; i < RESULT_COUNT; i++)
		fprintf(query, ", sum(q.f%d) FILTER (WHERE q.has_results)", figure_find(total_results[i]));
	for (i = 0; i < figure_count; i++)
		fprintf(query, ", sum(q.f%d), count(q.f%d)", i, i);
	for (i = 0; i < metrics->count; i++)
		fprintf(query, ", (@gireport_metrics(@sum(q.report) FILTER (WHERE (q.m).%s IS NOT NULL))).%s, count((q.m).%s)",
				metrics->items[i].name, metrics->items[i].name, metrics->items[i].name);
	fputs(" FROM q GROUP BY q.year ORDER BY q.year", query);
	if (fclose(query) != 0)
		cli_out_of_memory();
	return text;
}

/* Add up. */
bool
totals_read(const file_table *table, const entry_list *list, const metric_list *metrics, totals *totals)
{
	char	   *query = build_query(metrics);
	size_t		i;

	totals->reports = 0;
	for (i = 0; i < list->reports; i++)
		totals->reports += list->items[i].counted;
	totals->result = figures_query(table, list, query);
	free(query);
	return totals->result != NULL;
}

/* Free the sums. */
void
totals_free(totals *totals)
{
	PQclear(totals->result);
	totals->result = NULL;
}

/* ---- tables ---- */

/* A field; NULL for NULL. */
const char *
totals_field(const totals *totals, int row, int column)
{
	return PQgetisnull(totals->result, row, column) ? NULL : PQgetvalue(totals->result, row, column);
}

/* The head of a table with a column for each year. */
static void
write_year_head(FILE *out, const totals *totals, text_id first)
{
	int			row;

	fputs("<thead><tr><th scope=\"col\">", out);
	html_put(out, first);
	fputs("</th>", out);
	for (row = 0; row < PQntuples(totals->result); row++)
	{
		const char *year = totals_field(totals, row, TOTAL_YEAR);

		fputs("<th scope=\"col\" class=\"number\">", out);
		if (year != NULL)
			html_text(out, year);
		else
			html_put(out, T_YEAR_UNKNOWN);
		fputs("</th>", out);
	}
	fputs("</tr></thead>\n", out);
}

/* True if any year has a figure. */
static bool
occurs(const totals *totals, int i)
{
	int			row;

	for (row = 0; row < PQntuples(totals->result); row++)
		if (totals_field(totals, row, TOTAL_SUM(i)) != NULL)
			return true;
	return false;
}

/* In how many reports a number is, if not in all.  Before the number, so that those of a column stay in line. */
static void
write_coverage(FILE *out, const totals *totals, int row, int column)
{
	int			in = atoi(PQgetvalue(totals->result, row, column));
	int			of = atoi(PQgetvalue(totals->result, row, TOTAL_REPORTS));

	if (in == 0 || in == of)
		return;
	fputs("<small>", out);
	html_put(out, T_IN_REPORTS, in, of);
	fputs("</small> ", out);
}

/* A row of figures. */
static void
write_figure_row(FILE *out, const totals *totals, int i)
{
	int			row;

	fputs("<tr><th scope=\"row\">", out);
	html_put(out, figures[i].label);
	fputs("</th>", out);
	for (row = 0; row < PQntuples(totals->result); row++)
	{
		fputs("<td class=\"number\">", out);
		write_coverage(out, totals, row, TOTAL_SUM(i) + 1);
		html_number(out, totals_field(totals, row, TOTAL_SUM(i)));
		fputs("</td>", out);
	}
	fputs("</tr>\n", out);
}

/* How many reports have numbers that are too large? */
static int
count_odd(const entry_list *list)
{
	int			count = 0;
	size_t		i;

	for (i = 0; i < list->reports; i++)
		count += list->items[i].odd_value != NULL;
	return count;
}

/* The reports that are left out for a number that is too large, and the first of these. */
static void
write_odd(FILE *out, const entry_list *list, int count)
{
	static const text_id sections[] = {T_TABLE_2, T_TABLE_3, T_TABLE_4};
	size_t		i;

	fputs("<p>", out);
	html_put(out, T_TOTALS_ODD, count);
	fputs("</p>\n<ul class=\"odd\">\n", out);
	for (i = 0; i < list->reports; i++)
	{
		const entry *item = &list->items[i];

		if (item->odd_value == NULL)
			continue;
		fprintf(out, "<li><a href=\"%s\">", item->page);
		page_put_name(out, item);
		fputs("</a> ", out);
		if (item->year != 0)
			fprintf(out, "%d ", item->year);
		html_put(out, T_TOTALS_ODD_CELL, text(sections[item->odd_section - 2]), item->odd_row, item->odd_column,
				 item->odd_value);
		fputs("</li>\n", out);
	}
	fputs("</ul>\n", out);
}

/* The sums by year. */
void
write_totals(FILE *out, const totals *totals, const entry_list *list)
{
	static const text_id sections[] = {T_TABLE_2_LONG, T_TABLE_3_LONG, T_TABLE_4_LONG};
	int			odd = count_odd(list);
	int			left_out = (int) list->reports - totals->reports - odd;
	int			section = 0;
	int			row;
	int			i;

	page_begin_section(out, "totals", T_TOTALS);
	fputs("<p class=\"note\">", out);
	html_put(out, T_TOTALS_NOTE, totals->reports);
	if (left_out > 0)
		html_put(out, T_TOTALS_LEFT_OUT, left_out);
	fputs("</p>\n", out);
	if (odd > 0)
		write_odd(out, list, odd);
	page_begin_table(out, "totals", "figures");
	write_year_head(out, totals, T_FIGURE);
	fputs("<tbody>\n<tr><th scope=\"row\">", out);
	html_put(out, T_REPORTS_COUNTED);
	fputs("</th>", out);
	for (row = 0; row < PQntuples(totals->result); row++)
	{
		fputs("<td class=\"number\">", out);
		html_number(out, totals_field(totals, row, TOTAL_REPORTS));
		fputs("</td>", out);
	}
	fputs("</tr>\n", out);
	for (i = 0; i < figure_count; i++)
	{
		if (!occurs(totals, i))
			continue;
		if (figures[i].section != section)
		{
			section = figures[i].section;
			fprintf(out, "</tbody>\n<tbody>\n<tr class=\"group\"><th scope=\"rowgroup\" colspan=\"%d\">",
					PQntuples(totals->result) + 1);
			html_put(out, sections[section - 2]);
			fputs("</th></tr>\n", out);
		}
		write_figure_row(out, totals, i);
	}
	fputs("</tbody>\n", out);
	page_end_table(out);
	page_end_section(out);
}

/* The rates by year. */
void
write_rates(FILE *out, const totals *totals, const metric_list *metrics)
{
	int			i,
				row;

	page_begin_section(out, "rates", T_RATES);
	fputs("<p class=\"note\">", out);
	html_put(out, T_RATES_NOTE);
	fputs("</p>\n", out);
	page_begin_table(out, "rates", "figures");
	write_year_head(out, totals, T_METRIC);
	fputs("<tbody>\n", out);
	for (i = 0; i < metrics->count; i++)
	{
		fputs("<tr><th scope=\"row\">", out);
		html_text(out, metrics->items[i].label);
		if (*metrics->items[i].formula != '\0')
		{
			fputs(" <small class=\"formula\">", out);
			html_text(out, metrics->items[i].formula);
			fputs("</small>", out);
		}
		fputs("</th>", out);
		for (row = 0; row < PQntuples(totals->result); row++)
		{
			fputs("<td class=\"number\">", out);
			write_coverage(out, totals, row, TOTAL_METRIC(i) + 1);
			metrics_put(out, &metrics->items[i], totals_field(totals, row, TOTAL_METRIC(i)));
			fputs("</td>", out);
		}
		fputs("</tr>\n", out);
	}
	fputs("</tbody>\n", out);
	page_end_table(out);
	page_end_section(out);
}
