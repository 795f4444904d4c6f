/*
 * totals.c
 *		The sums of the reports of each year, and the rates of these sums.
 *
 * The server adds up, with sum(report); here it is only said which figures are
 * shown.  A figure of several rows is the sum of those that any report has.
 */
#include "bin/review/totals.h"

#include <stdlib.h>
#include <string.h>

#include "bin/common/message.h"
#include "bin/review/chart.h"
#include "bin/review/html.h"
#include "bin/review/page.h"

#define MAX_CELLS 8

/* The charts show so many years, the latest. */
#define MAX_CHART_YEARS 8

/* A figure, and the cells that are in it, as fields of a report. */
typedef struct figure
{
	text_id		label;
	int			section;
	const char *cells[MAX_CELLS];
} figure;

static const figure figures[] = {
	{T_FIGURE_NORMATIVE_ISSUED, 2, {"proactive.normative_documents.issued"}},
	{T_FIGURE_NORMATIVE_REPEALED, 2, {"proactive.normative_documents.repealed"}},
	{T_FIGURE_NORMATIVE_IN_FORCE, 2, {"proactive.normative_documents.in_force"}},
	{T_FIGURE_NORMATIVE_MADE, 2, {"proactive.normative_documents.made"}},
	{T_FIGURE_NORMATIVE_DISCLOSED, 2, {"proactive.normative_documents.disclosed"}},
	{T_FIGURE_NORMATIVE_DISCLOSED_TOTAL, 2, {"proactive.normative_documents.disclosed_total"}},
	{T_FIGURE_LICENSING, 2, {"proactive.licensing.decisions"}},
	{T_FIGURE_PENALTY, 2, {"proactive.penalty.decisions"}},
	{T_FIGURE_COERCION, 2, {"proactive.coercion.decisions"}},
	{T_FIGURE_FEES, 2, {"proactive.fees.amount"}},
	{T_FIGURE_RECEIVED, 3, {"requests.received.total"}},
	{T_FIGURE_CARRIED_IN, 3, {"requests.carried_in.total"}},
	{T_FIGURE_GRANTED, 3, {"requests.granted.total"}},
	{T_FIGURE_PARTIALLY_GRANTED, 3, {"requests.partially_granted.total"}},
	{T_FIGURE_DENIED, 3, {"requests.denied_state_secret.total", "requests.denied_prohibited_by_law.total",
			"requests.denied_security_stability.total", "requests.denied_third_party.total",
			"requests.denied_internal_affairs.total", "requests.denied_deliberative.total",
			"requests.denied_enforcement_file.total", "requests.denied_administrative_query.total"}},
	{T_FIGURE_UNAVAILABLE, 3, {"requests.unavailable_not_held.total",
			"requests.unavailable_needs_creation.total", "requests.unavailable_unclear.total"}},
	{T_FIGURE_REJECTED, 3, {"requests.rejected_petition.total", "requests.rejected_repeat.total",
			"requests.rejected_publication.total", "requests.rejected_excessive.total",
			"requests.rejected_confirmation.total"}},
	{T_FIGURE_OTHER, 3, {"requests.other_not_corrected.total", "requests.other_fee_unpaid.total",
			"requests.other_misc.total", "requests.other_handling.total"}},
	{T_FIGURE_CONCLUDED, 3, {"requests.concluded.total"}},
	{T_FIGURE_CARRIED_OUT, 3, {"requests.carried_out.total"}},
	{T_FIGURE_RECONSIDERATION, 4, {"disputes.reconsideration.total"}},
	{T_FIGURE_RECONSIDERATION_CORRECTED, 4, {"disputes.reconsideration.corrected"}},
	{T_FIGURE_LITIGATION_DIRECT, 4, {"disputes.litigation_direct.total"}},
	{T_FIGURE_LITIGATION_DIRECT_CORRECTED, 4, {"disputes.litigation_direct.corrected"}},
	{T_FIGURE_LITIGATION_AFTER, 4, {"disputes.litigation_after_reconsideration.total"}},
	{T_FIGURE_LITIGATION_AFTER_CORRECTED, 4, {"disputes.litigation_after_reconsideration.corrected"}}
};

#define FIGURE_COUNT ((int) (sizeof(figures) / sizeof(figures[0])))

/* Columns of the query: for each figure its sum, and in how many reports it is; then the rates. */
enum
{
	TOTAL_YEAR,
	TOTAL_REPORTS,
	TOTAL_FIGURES
};

#define FIGURE_SUM(i) (TOTAL_FIGURES + 2 * (i))
#define FIGURE_REPORTS(i) (TOTAL_FIGURES + 2 * (i) + 1)
#define FIRST_METRIC FIGURE_SUM(FIGURE_COUNT)

/* ---- the query ---- */

/* Write a list of a figure's cells in a report. */
static void
put_cells(FILE *query, const figure *figure, const char *before, const char *report, const char *after,
		  const char *between)
{
	int			i;

	for (i = 0; i < MAX_CELLS && figure->cells[i] != NULL; i++)
		fprintf(query, "%s%s(%s).%s%s", i > 0 ? between : "", before, report, figure->cells[i], after);
}

/* The query's text, to be freed by the caller. */
static char *
build_query(void)
{
	char	   *text = NULL;
	size_t		size;
	FILE	   *query = open_memstream(&text, &size);
	int			i;

	if (query == NULL)
		cli_out_of_memory();
	fputs("WITH t AS MATERIALIZED (SELECT (f.report).year AS year, count(*) AS reports, @sum(f.report) AS total", query);
	for (i = 0; i < FIGURE_COUNT; i++)
	{
		fputs(", count(*) FILTER (WHERE num_nonnulls(", query);
		put_cells(query, &figures[i], "", "f.report", "", ", ");
		fprintf(query, ") > 0) AS n%d", i);
	}
	fputs(" FROM # AS f WHERE f.report IS DISTINCT FROM NULL AND f.source <> ALL ($1::text[]) GROUP BY 1) "
		  "SELECT t.year, t.reports", query);
	for (i = 0; i < FIGURE_COUNT; i++)
	{
		fputs(", CASE WHEN num_nonnulls(", query);
		put_cells(query, &figures[i], "", "t.total", "", ", ");
		fputs(") > 0 THEN ", query);
		put_cells(query, &figures[i], "coalesce(", "t.total", ", 0)", " + ");
		fprintf(query, " END, t.n%d", i);
	}
	fputs(", m.* FROM t CROSS JOIN LATERAL @gireport_metrics(t.total) AS m ORDER BY t.year", query);
	if (fclose(query) != 0)
		cli_out_of_memory();
	return text;
}

/* Add up. */
bool
totals_read(const file_table *table, const entry_list *list, totals *totals)
{
	const entry **left_out = cli_alloc((list->reports + 1) * sizeof(*left_out));
	size_t		count = 0;
	char	   *sources;
	char	   *query = build_query();
	size_t		i;

	for (i = 0; i < list->reports; i++)
		if (!list->items[i].counted)
			left_out[count++] = &list->items[i];
	sources = table_sources(left_out, count);
	totals->reports = (int) (list->reports - count);
	totals->result = table_query(table, query, 1, (const char *const *) &sources);
	free(left_out);
	free(sources);
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
static const char *
field(const totals *totals, int row, int column)
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
		const char *year = field(totals, row, TOTAL_YEAR);

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
		if (field(totals, row, FIGURE_SUM(i)) != NULL)
			return true;
	return false;
}

/* A row of figures; where not every report has one, it is said how many have. */
static void
write_figure_row(FILE *out, const totals *totals, int i)
{
	int			row;

	fputs("<tr><th scope=\"row\">", out);
	html_put(out, figures[i].label);
	fputs("</th>", out);
	for (row = 0; row < PQntuples(totals->result); row++)
	{
		const char *sum = field(totals, row, FIGURE_SUM(i));
		int			in = atoi(PQgetvalue(totals->result, row, FIGURE_REPORTS(i)));
		int			of = atoi(PQgetvalue(totals->result, row, TOTAL_REPORTS));

		/* before the number, so that the numbers of a column stay in line */
		fputs("<td class=\"number\">", out);
		if (sum != NULL && in < of)
		{
			fputs("<small>", out);
			html_put(out, T_IN_REPORTS, in, of);
			fputs("</small> ", out);
		}
		html_number(out, sum);
		fputs("</td>", out);
	}
	fputs("</tr>\n", out);
}

/* The sums by year. */
void
write_totals(FILE *out, const totals *totals, const entry_list *list)
{
	static const text_id sections[] = {T_TABLE_2_LONG, T_TABLE_3_LONG, T_TABLE_4_LONG};
	int			left_out = (int) list->reports - totals->reports;
	int			section = 0;
	int			row;
	int			i;

	page_begin_section(out, "totals", T_TOTALS);
	fputs("<p class=\"note\">", out);
	html_put(out, T_TOTALS_NOTE, totals->reports);
	if (left_out > 0)
		html_put(out, T_TOTALS_LEFT_OUT, left_out);
	fputs("</p>\n", out);
	page_begin_table(out, "totals", "figures");
	write_year_head(out, totals, T_FIGURE);
	fputs("<tbody>\n<tr><th scope=\"row\">", out);
	html_put(out, T_REPORTS_COUNTED);
	fputs("</th>", out);
	for (row = 0; row < PQntuples(totals->result); row++)
	{
		fputs("<td class=\"number\">", out);
		html_number(out, field(totals, row, TOTAL_REPORTS));
		fputs("</td>", out);
	}
	fputs("</tr>\n", out);
	for (i = 0; i < FIGURE_COUNT; i++)
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
			metrics_put(out, &metrics->items[i], field(totals, row, FIRST_METRIC + i));
			fputs("</td>", out);
		}
		fputs("</tr>\n", out);
	}
	fputs("</tbody>\n", out);
	page_end_table(out);
	page_end_section(out);
}

/* ---- charts ---- */

/* Index of a figure. */
static int
find_figure(text_id label)
{
	int			i;

	for (i = 0; i < FIGURE_COUNT - 1 && figures[i].label != label; i++)
		;
	return i;
}

/* Requests received, by year. */
static void
write_year_chart(FILE *out, const totals *totals)
{
	chart_bar	bars[MAX_CHART_YEARS];
	int			received = find_figure(T_FIGURE_RECEIVED);
	int			rows = PQntuples(totals->result);
	int			count = 0;
	int			row;

	for (row = rows; row-- > 0 && count < MAX_CHART_YEARS;)
	{
		const char *sum = field(totals, row, FIGURE_SUM(received));

		if (field(totals, row, TOTAL_YEAR) != NULL && sum != NULL)
			bars[MAX_CHART_YEARS - ++count] = (chart_bar) {field(totals, row, TOTAL_YEAR), sum, "bar"};
	}
	if (count > 0)
		chart_write(out, "chart-years", text(T_CHART_YEARS), bars + MAX_CHART_YEARS - count, count);
}

/* Requests by result, in the year with the most reports, the latest of those. */
static void
write_result_chart(FILE *out, const totals *totals)
{
	static const text_id results[] = {
		T_FIGURE_GRANTED, T_FIGURE_PARTIALLY_GRANTED, T_FIGURE_DENIED,
		T_FIGURE_UNAVAILABLE, T_FIGURE_REJECTED, T_FIGURE_OTHER
	};
	chart_bar	bars[sizeof(results) / sizeof(results[0])];
	int			chosen = -1;
	int			count = 0;
	int			most = 0;
	int			row;
	size_t		i;
	char	   *title;

	for (row = 0; row < PQntuples(totals->result); row++)
	{
		int			reports = atoi(PQgetvalue(totals->result, row, TOTAL_REPORTS));

		if (reports >= most && field(totals, row, TOTAL_YEAR) != NULL)
		{
			most = reports;
			chosen = row;
		}
	}
	for (i = 0; chosen >= 0 && i < sizeof(results) / sizeof(results[0]); i++)
	{
		const char *sum = field(totals, chosen, FIGURE_SUM(find_figure(results[i])));

		if (sum != NULL)
			bars[count++] = (chart_bar) {text(results[i]), sum, "bar"};
	}
	if (count == 0)
		return;
	title = cli_format("%s（%s）", text(T_CHART_RESULTS), field(totals, chosen, TOTAL_YEAR));
	chart_write(out, "chart-results", title, bars, count);
	free(title);
}

/* The charts of the sums. */
void
write_total_charts(FILE *out, const totals *totals)
{
	write_result_chart(out, totals);
	write_year_chart(out, totals);
}
