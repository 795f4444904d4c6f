/*
 * growth.c
 *		The main figures of each year against those of the year before.
 *
 * Sums of different agencies cannot be compared: each figure is that of the
 * agencies which have it in both years, in a report that counts.
 */
#include "bin/review/growth.h"

#include <stdlib.h>

#include "bin/common/message.h"
#include "bin/review/figures.h"
#include "bin/review/html.h"
#include "bin/review/metrics.h"
#include "bin/review/page.h"

static const text_id compared[] = {
	T_FIGURE_LICENSING, T_FIGURE_PENALTY, T_FIGURE_RECEIVED, T_FIGURE_GRANTED, T_FIGURE_PARTIALLY_GRANTED,
	T_FIGURE_DENIED, T_FIGURE_CONCLUDED, T_FIGURE_CARRIED_OUT, T_FIGURE_RECONSIDERATION,
	T_FIGURE_LITIGATION_DIRECT, T_FIGURE_LITIGATION_AFTER
};

#define COMPARED_COUNT ((int) (sizeof(compared) / sizeof(compared[0])))

/* Columns of the query; for each figure the agencies, the sum before, the sum, and the change. */
enum
{
	GROWTH_YEAR,
	GROWTH_FIGURES
};

#define GROWTH_AGENCIES(i) (GROWTH_FIGURES + 4 * (i))
#define GROWTH_BEFORE(i) (GROWTH_AGENCIES(i) + 1)
#define GROWTH_NOW(i) (GROWTH_AGENCIES(i) + 2)
#define GROWTH_CHANGE(i) (GROWTH_AGENCIES(i) + 3)

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
	figures_begin_query(query);
	fputs(", g AS (SELECT b.year", query);
	for (i = 0; i < COMPARED_COUNT; i++)
	{
		int			f = figure_find(compared[i]);

		fprintf(query, ", count(a.f%d + b.f%d) AS n%d, sum(a.f%d) FILTER (WHERE b.f%d IS NOT NULL) AS a%d, "
				"sum(b.f%d) FILTER (WHERE a.f%d IS NOT NULL) AS b%d", f, f, i, f, f, i, f, f, i);
	}
	fputs(" FROM r AS a JOIN r AS b ON b.agency = a.agency AND b.year::bigint = a.year::bigint + 1 GROUP BY b.year) SELECT g.year", query);
	for (i = 0; i < COMPARED_COUNT; i++)
		fprintf(query, ", g.n%d, g.a%d, g.b%d, @gireport_growth(g.a%d, g.b%d)", i, i, i, i, i);
	fputs(" FROM g ORDER BY g.year", query);
	if (fclose(query) != 0)
		cli_out_of_memory();
	return text;
}

/* Compare. */
bool
growth_read(const file_table *table, const entry_list *list, growth *growth)
{
	char	   *query = build_query();

	growth->result = figures_query(table, list, query);
	free(query);
	return growth->result != NULL;
}

/* Is there anything to show? */
bool
has_growth(const growth *growth)
{
	return PQntuples(growth->result) > 0;
}

/* A field; NULL for NULL. */
static const char *
field(const growth *growth, int row, int column)
{
	return PQgetisnull(growth->result, row, column) ? NULL : PQgetvalue(growth->result, row, column);
}

/* A change, with its agencies and both numbers. */
static void
write_change(FILE *out, const growth *growth, int row, int i)
{
	int			agencies = atoi(PQgetvalue(growth->result, row, GROWTH_AGENCIES(i)));
	const char *change = field(growth, row, GROWTH_CHANGE(i));

	fputs("<td class=\"number\">", out);
	if (agencies > 0)
	{
		fputs("<small>", out);
		html_put(out, T_GROWTH_OF, agencies, field(growth, row, GROWTH_BEFORE(i)), field(growth, row, GROWTH_NOW(i)));
		fputs("</small> ", out);
	}
	if (change != NULL && *change != '-' && strtod(change, NULL) > 0)
		putc('+', out);
	metrics_put_percentage(out, change);
	fputs("</td>", out);
}

/* The section of the overview. */
void
write_growth(FILE *out, const growth *growth)
{
	int			rows = PQntuples(growth->result);
	int			row;
	int			i;

	page_begin_section(out, "growth", T_GROWTH);
	fputs("<p class=\"note\">", out);
	html_put(out, T_GROWTH_NOTE);
	fputs("</p>\n", out);
	page_begin_table(out, "growth", "figures");
	fputs("<thead><tr><th scope=\"col\">", out);
	html_put(out, T_FIGURE);
	fputs("</th>", out);
	for (row = 0; row < rows; row++)
	{
		int			year = atoi(PQgetvalue(growth->result, row, GROWTH_YEAR));

		fputs("<th scope=\"col\" class=\"number\">", out);
		html_put(out, T_GROWTH_YEARS, year, year - 1);
		fputs("</th>", out);
	}
	fputs("</tr></thead>\n<tbody>\n", out);
	for (i = 0; i < COMPARED_COUNT; i++)
	{
		fputs("<tr><th scope=\"row\">", out);
		html_put(out, compared[i]);
		fputs("</th>", out);
		for (row = 0; row < rows; row++)
			write_change(out, growth, row, i);
		fputs("</tr>\n", out);
	}
	fputs("</tbody>\n", out);
	page_end_table(out);
	page_end_section(out);
}

/* Free the comparisons. */
void
growth_free(growth *growth)
{
	PQclear(growth->result);
	growth->result = NULL;
}
