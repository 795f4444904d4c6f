/*
 * overview.c
 *		The page with all files.
 */
#include "bin/review/overview.h"

#include <stdlib.h>
#include <time.h>

#include "bin/review/chart.h"
#include "bin/review/findings.h"
#include "bin/review/html.h"
#include "bin/review/missing.h"
#include "bin/review/page.h"
#include "bin/review/total_charts.h"

/* A number of files with its word. */
static void
write_tile(FILE *out, const char *class, text_id word, int count)
{
	fprintf(out, "<li class=\"tile %s\"><strong>%d</strong> ", class, count);
	html_put(out, word);
	fputs("</li>\n", out);
}

/* Title, origin, and the numbers of files. */
static void
write_head(FILE *out, const overview *overview)
{
	const entry_list *entries = overview->entries;
	time_t		now = time(NULL);
	struct tm	local;
	char		moment[64] = "";

	if (localtime_r(&now, &local) != NULL)
		strftime(moment, sizeof(moment), "%Y-%m-%d %H:%M", &local);
	fputs("<header>\n<p class=\"kicker\">", out);
	html_put(out, T_KICKER);
	fputs("</p>\n<h1>", out);
	html_put(out, T_OVERVIEW);
	fputs("</h1>\n<p class=\"note\">", out);
	html_put(out, T_ORIGIN, overview->database, overview->table, moment);
	fputs("</p>\n</header>\n<ul class=\"tiles\">\n", out);
	write_tile(out, "all", T_FILES, (int) entries->count);
	write_tile(out, "all", T_REPORTS, (int) entries->reports);
	write_tile(out, "error", T_STATUS_ERROR, entries->by_status[STATUS_ERROR]);
	write_tile(out, "warning", T_STATUS_WARNING, entries->by_status[STATUS_WARNING]);
	write_tile(out, "clean", T_STATUS_CLEAN, entries->by_status[STATUS_CLEAN]);
	write_tile(out, "none", T_STATUS_NO_REPORT, entries->by_status[STATUS_NO_REPORT]);
	fputs("</ul>\n", out);
}

/* A link to a part of the page. */
static void
write_anchor(FILE *out, const char *id, text_id word)
{
	fprintf(out, "<a href=\"#%s\">", id);
	html_put(out, word);
	fputs("</a>\n", out);
}

/* Links to the parts of the page. */
static void
write_contents(FILE *out, const overview *overview)
{
	const entry_list *entries = overview->entries;

	fputs("<nav class=\"contents\" aria-label=\"", out);
	html_put(out, T_CONTENTS);
	fputs("\">\n", out);
	if (entries->reports > 0)
		write_anchor(out, "agencies", T_AGENCIES);
	if (overview->agencies != NULL)
		write_anchor(out, "missing", T_MISSING);
	if (has_twins(entries))
		write_anchor(out, "twins", T_TWINS);
	if (entries->reports < entries->count)
		write_anchor(out, "no-reports", T_NO_REPORTS);
	if (entries->reports > 0)
	{
		write_anchor(out, "totals", T_TOTALS);
		if (has_growth(overview->growth))
			write_anchor(out, "growth", T_GROWTH);
		write_anchor(out, "rates", T_RATES);
	}
	fputs("<a href=\"" FINDINGS_FILE "\">", out);
	html_put(out, T_DOWNLOAD);
	fputs("</a>\n</nav>\n", out);
}

/* Reports by status, and the charts of the sums. */
static void
write_charts(FILE *out, const overview *overview)
{
	static const char *const classes[STATUS_COUNT] = {"error", "warning", "clean", "none"};
	static const text_id words[STATUS_COUNT] = {
		T_STATUS_ERROR, T_STATUS_WARNING, T_STATUS_CLEAN, T_STATUS_NO_REPORT
	};
	char		digits[STATUS_COUNT][16];
	chart_bar	bars[STATUS_COUNT];
	int			i;

	for (i = 0; i < STATUS_COUNT; i++)
	{
		snprintf(digits[i], sizeof(digits[i]), "%d", overview->entries->by_status[i]);
		bars[i] = (chart_bar) {text(words[i]), digits[i], classes[i], {0, 0}};
	}
	fputs("<div class=\"charts\">\n", out);
	chart_write(out, "chart-status", text(T_CHART_STATUS), NULL, bars, STATUS_COUNT);
	write_total_charts(out, overview->totals);
	fputs("</div>\n", out);
}

/* A number of findings; none is not to distract. */
static void
write_count(FILE *out, int count)
{
	if (count > 0)
		fprintf(out, "<td class=\"number\">%d</td>", count);
	else
		fputs("<td class=\"number zero\">0</td>", out);
}

/* A row of the table of agencies. */
static void
write_agency(FILE *out, const entry *entry)
{
	fputs("<tr><td>", out);
	write_status_badge(out, entry->status);
	fprintf(out, "</td><th scope=\"row\"><a href=\"%s\">", entry->page);
	page_put_name(out, entry);
	fputs("</a></th><td class=\"number\">", out);
	if (entry->year != 0)
		fprintf(out, "%d", entry->year);
	else
		html_put(out, T_YEAR_UNKNOWN);
	fputs("</td>", out);
	write_count(out, entry->findings[SEVERITY_ERROR]);
	write_count(out, entry->findings[SEVERITY_WARNING]);
	write_count(out, entry->findings[SEVERITY_INFO]);
	write_count(out, entry->not_assessable);
	fputs("<td class=\"file\">", out);
	html_bdi(out, entry->source);
	fputs("</td></tr>\n", out);
}

/* The table of agencies. */
static void
write_agencies(FILE *out, const entry_list *entries)
{
	static const text_id numbers[] = {T_YEAR_HEAD, T_ERROR, T_WARNING, T_INFO, T_NOT_ASSESSABLE};
	size_t		i;

	page_begin_section(out, "agencies", T_AGENCIES);
	fputs("<p class=\"note\">", out);
	html_put(out, T_AGENCIES_NOTE);
	fputs("</p>\n", out);
	page_begin_table(out, "agencies", "agencies");
	fputs("<thead><tr><th scope=\"col\">", out);
	html_put(out, T_STATUS);
	fputs("</th><th scope=\"col\">", out);
	html_put(out, T_AGENCY);
	fputs("</th>", out);
	for (i = 0; i < sizeof(numbers) / sizeof(numbers[0]); i++)
	{
		fputs("<th scope=\"col\" class=\"number\">", out);
		html_put(out, numbers[i]);
		fputs("</th>", out);
	}
	fputs("<th scope=\"col\">", out);
	html_put(out, T_SOURCE);
	fputs("</th></tr></thead>\n<tbody>\n", out);
	for (i = 0; i < entries->reports; i++)
		write_agency(out, &entries->items[i]);
	fputs("</tbody>\n", out);
	page_end_table(out);
	page_end_section(out);
}

/* Why a file is no report: in Chinese if it was read, and as the table has it. */
static void
write_reason(FILE *out, const entry *entry)
{
	const char *words = entry->code != NULL ? reading_text(entry->code) : NULL;

	if (words != NULL)
	{
		html_text(out, words);
		if (entry->reason != NULL)
			fputs("<br>", out);
	}
	if (entry->reason != NULL)
	{
		fputs("<small>", out);
		html_bdi(out, entry->reason);
		fputs("</small>", out);
	}
	else if (words == NULL)
		html_put(out, T_REASON_UNKNOWN);
}

/* The files that are no report, and why. */
static void
write_no_reports(FILE *out, const entry_list *entries)
{
	size_t		i;

	page_begin_section(out, "no-reports", T_NO_REPORTS);
	page_begin_table(out, "no-reports", "plain");
	fputs("<thead><tr><th scope=\"col\">", out);
	html_put(out, T_SOURCE);
	fputs("</th><th scope=\"col\">", out);
	html_put(out, T_REASON);
	fputs("</th></tr></thead>\n<tbody>\n", out);
	for (i = entries->reports; i < entries->count; i++)
	{
		fputs("<tr><th scope=\"row\" class=\"file\">", out);
		html_bdi(out, entries->items[i].source);
		fputs("</th><td>", out);
		write_reason(out, &entries->items[i]);
		fputs("</td></tr>\n", out);
	}
	fputs("</tbody>\n", out);
	page_end_table(out);
	page_end_section(out);
}

/* Write the page. */
void
write_overview(FILE *out, const overview *overview)
{
	const entry_list *entries = overview->entries;

	page_begin(out, text(T_OVERVIEW), NULL);
	fputs("<main id=\"main\">\n", out);
	write_head(out, overview);
	if (entries->count == 0)
	{
		fputs("<p>", out);
		html_put(out, T_EMPTY);
		fputs("</p>\n", out);
	}
	else
	{
		write_contents(out, overview);
		write_charts(out, overview);
	}
	if (entries->reports > 0)
		write_agencies(out, entries);
	if (overview->agencies != NULL)
		write_missing(out, overview->agencies, entries);
	if (has_twins(entries))
		write_twins(out, entries);
	if (entries->reports < entries->count)
		write_no_reports(out, entries);
	if (entries->reports > 0)
	{
		write_totals(out, overview->totals, entries);
		if (has_growth(overview->growth))
			write_growth(out, overview->growth);
		write_rates(out, overview->totals, overview->metrics);
	}
	fputs("</main>\n", out);
	page_end(out);
}
