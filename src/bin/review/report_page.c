/*
 * report_page.c
 *		The page of one report.
 */
#include "bin/review/report_page.h"

#include <string.h>

#include "bin/review/findings.h"
#include "bin/review/html.h"
#include "bin/review/page.h"
#include "bin/review/source_text.h"

/* So much of a line of the description is shown; paths and titles that mean something are shorter. */
#define MAX_PROPERTY 300

/* A link to a neighbour. */
static void
write_neighbour(FILE *out, const entry *entry, const char *rel, text_id word)
{
	if (entry == NULL)
		return;
	fprintf(out, "<a rel=\"%s\" href=\"%s\"><span>", rel, entry->page);
	html_put(out, word);
	fputs("</span> ", out);
	page_put_name(out, entry);
	if (entry->year != 0)
		fprintf(out, " %d", entry->year);
	fputs("</a>\n", out);
}

/* The way back, and to the neighbours. */
static void
write_navigation(FILE *out, const entry *previous, const entry *next, text_id label)
{
	fputs("<nav class=\"neighbours\" aria-label=\"", out);
	html_put(out, label);
	fputs("\">\n<a href=\"" OVERVIEW_PAGE "\">", out);
	html_put(out, T_BACK);
	fputs("</a>\n", out);
	write_neighbour(out, previous, "prev", T_PREVIOUS);
	write_neighbour(out, next, "next", T_NEXT);
	fputs("</nav>\n", out);
}

/* A line of the description. */
static void
write_property(FILE *out, text_id name, const char *value)
{
	if (value == NULL || *value == '\0')
		return;
	fputs("<dt>", out);
	html_put(out, name);
	fputs("</dt><dd>", out);
	html_short(out, value, MAX_PROPERTY);
	fputs("</dd>\n", out);
}

/* Name, result in a line, and where it comes from. */
static void
write_head(FILE *out, const report *report)
{
	const entry *entry = report->entry;

	fputs("<header>\n<h1>", out);
	page_put_name(out, entry);
	fputs(" <span class=\"year\">", out);
	if (entry->year != 0)
		html_put(out, T_YEAR, entry->year);
	else
		html_put(out, T_YEAR_UNKNOWN);
	fputs("</span></h1>\n<p class=\"result\">", out);
	write_status_badge(out, entry->status);
	putc(' ', out);
	html_put(out, T_RESULT, entry->findings[SEVERITY_ERROR], entry->findings[SEVERITY_WARNING],
			 entry->findings[SEVERITY_INFO]);
	html_put(out, report->complete ? T_COMPLETE : T_INCOMPLETE);
	fputs("</p>\n<dl class=\"properties\">\n", out);
	write_property(out, T_TITLE, entry->title);
	write_property(out, T_SOURCE, entry->source);
	write_property(out, T_LOADED_AT, report->loaded_at);
	write_property(out, T_SHA256, report->sha256);
	fputs("</dl>\n</header>\n", out);
}

/* The rates. */
static void
write_metrics(FILE *out, const report *report, const metric_list *metrics)
{
	int			i;

	page_begin_section(out, "metrics", T_METRICS);
	fputs("<p class=\"note\">", out);
	html_put(out, T_METRICS_NOTE);
	fputs("</p>\n", out);
	page_begin_table(out, "metrics", "figures");
	fputs("<thead><tr><th scope=\"col\">", out);
	html_put(out, T_METRIC);
	fputs("</th><th scope=\"col\" class=\"number\">", out);
	html_put(out, T_VALUE);
	fputs("</th><th scope=\"col\">", out);
	html_put(out, T_FORMULA);
	fputs("</th></tr></thead>\n<tbody>\n", out);
	for (i = 0; i < metrics->count; i++)
	{
		fputs("<tr><th scope=\"row\">", out);
		html_text(out, metrics->items[i].label);
		fputs("</th><td class=\"number\">", out);
		metrics_put(out, &metrics->items[i], report->metrics[i]);
		fputs("</td><td class=\"formula\">", out);
		html_text(out, metrics->items[i].formula);
		fputs("</td></tr>\n", out);
	}
	fputs("</tbody>\n", out);
	page_end_table(out);
	page_end_section(out);
}

/*
 * The tables as the server renders them, an article with a heading of its own:
 * the page has one already, and what follows from the first section on is wanted.
 */
static void
write_tables(FILE *out, const char *tables)
{
	const char *begin = strstr(tables, "<section");
	const char *end = strstr(tables, "</article>");

	fputs("<div class=\"tables\">\n", out);
	if (begin != NULL && end != NULL && begin < end)
	{
		fputs("<div class=\"gireport\">\n", out);
		fwrite(begin, 1, (size_t) (end - begin), out);
		fputs("</div>\n", out);
	}
	else
		fputs(tables, out);
	fputs("</div>\n", out);
}

/* Write the page. */
void
write_report_page(FILE *out, const report *report, const metric_list *metrics,
				  const entry *previous, const entry *next)
{
	const entry *entry = report->entry;
	char		year[16] = "";
	places		places;

	places_find(report, &places);
	if (entry->year != 0)
		snprintf(year, sizeof(year), "%d", entry->year);
	page_begin(out, entry->agency != NULL ? entry->agency : entry->source, year);
	write_navigation(out, previous, next, T_NAVIGATION);
	fputs("<main id=\"main\">\n", out);
	write_head(out, report);
	write_findings(out, report, &places);
	write_suggestions(out, report);
	page_begin_section(out, "tables", T_TABLES);
	write_tables(out, report->tables != NULL ? report->tables : "");
	page_end_section(out);
	write_readings(out, report, &places);
	write_metrics(out, report, metrics);
	write_source_text(out, report, &places);
	fputs("</main>\n", out);
	write_navigation(out, previous, next, T_NAVIGATION_END);
	page_end(out);
	places_free(&places);
}
