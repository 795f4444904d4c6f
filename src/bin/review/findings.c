/*
 * findings.c
 *		What is found in a report, as parts of its page.
 */
#include "bin/review/findings.h"

#include <stdlib.h>
#include <string.h>

#include "bin/common/message.h"
#include "bin/review/html.h"
#include "bin/review/page.h"

/* So many diagnostics are listed on a page; findings.csv has all. */
#define MAX_READINGS 400

/* So much of the words of the document is repeated beside a diagnostic. */
#define MAX_RAW 80

/* A severity's class in the style sheet. */
const char *
severity_class(severity severity)
{
	static const char *const classes[SEVERITY_COUNT] = {"error", "warning", "info"};

	return classes[severity];
}

/* A severity's word. */
text_id
severity_text(severity severity)
{
	static const text_id texts[SEVERITY_COUNT] = {T_ERROR, T_WARNING, T_INFO};

	return texts[severity];
}

/* A badge. */
static void
write_badge(FILE *out, const char *class, const char *sign, text_id word)
{
	fprintf(out, "<span class=\"badge %s\"><span aria-hidden=\"true\">%s</span> ", class, sign);
	html_put(out, word);
	fputs("</span>", out);
}

/* A severity as a badge. */
void
write_severity_badge(FILE *out, severity severity)
{
	static const char *const signs[SEVERITY_COUNT] = {"✕", "!", "i"};

	write_badge(out, severity_class(severity), signs[severity], severity_text(severity));
}

/* A status as a badge. */
void
write_status_badge(FILE *out, entry_status status)
{
	static const char *const classes[STATUS_COUNT] = {"error", "warning", "clean", "none"};
	static const char *const signs[STATUS_COUNT] = {"✕", "!", "✓", "–"};
	static const text_id words[STATUS_COUNT] = {
		T_STATUS_ERROR, T_STATUS_WARNING, T_STATUS_CLEAN, T_STATUS_NO_REPORT
	};

	write_badge(out, classes[status], signs[status], words[status]);
}

/* Index of the first item of a kind, or of none. */
static int
first_of(const report *report, item_kind kind)
{
	int			i;

	for (i = 0; i < report->item_count && report->items[i].kind != kind; i++)
		;
	return i;
}

/* A link to something found. */
void
write_item_link(FILE *out, const report *report, int item)
{
	if (report->items[item].kind == ITEM_READING)
	{
		int			number = item - first_of(report, ITEM_READING) + 1;

		if (number > MAX_READINGS)
			return;
		fprintf(out, "<a href=\"#reading-%d\">", number);
		html_put(out, T_READING_NUMBER, number);
	}
	else
	{
		fprintf(out, "<a href=\"#issue-%d\">", item + 1);
		html_put(out, T_FINDING_NUMBER, item + 1);
	}
	fputs("</a>", out);
}

/* A link to the place in the text, if that is shown. */
static void
write_line_link(FILE *out, const report *report, const places *places, int item)
{
	if (places->first_line[item] > 0)
	{
		fprintf(out, "<a href=\"#line-%d\">", places->first_line[item]);
		html_put(out, T_LINE_LINK, places->first_line[item]);
		fputs("</a>", out);
	}
	else if (report->items[item].line > 0)
		html_put(out, T_LINE, report->items[item].line);
}

/*
 * A link to the first cell that a finding is about.  Marked cells of the tables
 * have ids; whether this one has is seen in the tables.
 */
static void
write_cell_link(FILE *out, const report *report, const item *item)
{
	int			i;

	for (i = 0; i < report->cell_count; i++)
	{
		const cell *cell = &report->cells[i];
		char		id[128];

		if (!item_has_cell(item, cell))
			continue;
		snprintf(id, sizeof(id), " id=\"cell-%s-%s\"", cell->row_code, cell->column_code);
		if (report->tables == NULL || strstr(report->tables, id) == NULL)
			continue;
		fprintf(out, "<a href=\"#cell-%s-%s\">", cell->row_code, cell->column_code);
		html_put(out, T_CELL_LINK);
		fputs("</a>", out);
		return;
	}
}

/* One finding. */
static void
write_finding(FILE *out, const report *report, const places *places, int index)
{
	const item *item = &report->items[index];

	fprintf(out, "<li id=\"issue-%d\" class=\"%s\">\n<p class=\"head\">", index + 1, severity_class(item->severity));
	write_severity_badge(out, item->severity);
	fputs(" <span class=\"rule\">", out);
	html_put(out, item->kind == ITEM_PROSE ? T_KIND_PROSE : T_KIND_TABLE);
	fputs(" ", out);
	html_text(out, item->rule != NULL ? item->rule : "");
	fputs("</span></p>\n<p>", out);
	html_bdi(out, item->message != NULL ? item->message : "");
	fputs("</p>\n", out);
	fputs("<p class=\"where\">", out);
	write_cell_link(out, report, item);
	write_line_link(out, report, places, index);
	fputs("</p>\n</li>\n", out);
}

/* The findings. */
void
write_findings(FILE *out, const report *report, const places *places)
{
	int			count = 0;
	int			i;

	while (count < report->item_count && report->items[count].kind <= ITEM_PROSE)
		count++;
	page_begin_section(out, "findings", T_FINDINGS);
	fputs("<p class=\"note\">", out);
	html_put(out, T_CHECKS, report->passed, report->failed, report->not_assessable);
	fputs("</p>\n", out);
	if (count == 0)
	{
		/* what could not be judged is not right for that */
		fputs("<p>", out);
		html_put(out, strcmp(report->passed, "0") == 0 ? T_NOTHING_ASSESSED :
				 report->entry->not_assessable > 0 ? T_NO_FINDINGS_IN_PART : T_NO_FINDINGS);
		fputs("</p>\n", out);
	}
	else
	{
		fputs("<ol class=\"findings\">\n", out);
		for (i = 0; i < count; i++)
			write_finding(out, report, places, i);
		fputs("</ol>\n", out);
	}
	page_end_section(out);
}

/* The suggested repairs, by part and solution. */
void
write_suggestions(FILE *out, const report *report)
{
	int			first = first_of(report, ITEM_SUGGESTION);
	int			part = -1;
	int			solution = -1;
	int			i;

	if (first == report->item_count)
		return;
	page_begin_section(out, "suggestions", T_SUGGESTIONS);
	fputs("<p class=\"note\">", out);
	html_put(out, T_SUGGESTIONS_NOTE);
	fputs("</p>\n", out);
	for (i = first; i < report->item_count && report->items[i].kind == ITEM_SUGGESTION; i++)
	{
		const item *item = &report->items[i];

		if (item->part != part || item->solution != solution)
		{
			if (part != -1)
				fputs("</ul>\n", out);
			fputs("<h3>", out);
			if (item->solution > 0 && item->solutions > 1)
				html_put(out, T_SUGGESTION_OF, item->part, item->solution, item->solutions);
			else
				html_put(out, T_SUGGESTION, item->part);
			fputs("</h3>\n<ul class=\"suggestions\">\n", out);
			part = item->part;
			solution = item->solution;
		}
		fputs("<li>", out);
		html_text(out, item->message != NULL ? item->message : "");
		fputs("</li>\n", out);
	}
	fputs("</ul>\n", out);
	page_end_section(out);
}

/* ---- diagnostics ---- */

/* The text behind a prefix, up to the next quote; NULL if it is not there. */
static const char *
quoted(const char *p, const char *prefix, size_t *len)
{
	const char *end;

	if (strncmp(p, prefix, strlen(prefix)) != 0)
		return NULL;
	p += strlen(prefix);
	end = strchr(p, '"');
	if (end == NULL)
		return NULL;
	*len = (size_t) (end - p);
	return p;
}

/* A diagnostic in Chinese. */
char *
reading_message(const item *item)
{
	static const char *const sections[] = {"section 2", "section 3", "section 4"};
	static const text_id tables[] = {T_TABLE_2, T_TABLE_3, T_TABLE_4};
	const char *p = item->message != NULL ? item->message : "";
	const char *words = reading_text(item->rule != NULL ? item->rule : "");
	const char *row,
			   *column;
	size_t		row_len = 0;
	size_t		column_len = 0;
	size_t		i;

	if (words == NULL)
		return cli_strdup(p);
	for (i = 0; i < 3; i++)
	{
		if (strncmp(p, sections[i], strlen(sections[i])) != 0)
			continue;
		p += strlen(sections[i]);
		row = quoted(p, ", row \"", &row_len);
		if (row == NULL)
			return cli_format("%s：%s", text(tables[i]), words);
		column = quoted(row + row_len, "\", column \"", &column_len);
		if (column == NULL)
			return cli_format("%s“%.*s”行：%s", text(tables[i]), (int) row_len, row, words);
		return cli_format("%s“%.*s”行“%.*s”列：%s", text(tables[i]), (int) row_len, row,
						  (int) column_len, column, words);
	}
	return cli_strdup(words);
}

/* Diagnostics of the severities from one to another, as a table. */
static void
write_reading_table(FILE *out, const report *report, const places *places, int first, severity from, severity to)
{
	int			i;

	page_begin_table(out, "readings", "readings");
	fputs("<thead><tr><th scope=\"col\">", out);
	html_put(out, T_NUMBER);
	fputs("</th><th scope=\"col\">", out);
	html_put(out, T_SEVERITY);
	fputs("</th><th scope=\"col\">", out);
	html_put(out, T_MESSAGE);
	fputs("</th><th scope=\"col\">", out);
	html_put(out, T_RAW);
	fputs("</th><th scope=\"col\">", out);
	html_put(out, T_PLACE);
	fputs("</th></tr></thead>\n<tbody>\n", out);
	for (i = first; i < report->item_count && i - first < MAX_READINGS; i++)
	{
		const item *item = &report->items[i];
		char	   *message;

		if (item->severity < from || item->severity > to)
			continue;
		message = reading_message(item);
		fprintf(out, "<tr id=\"reading-%d\"><td class=\"number\">%d</td><td>", i - first + 1, i - first + 1);
		write_severity_badge(out, item->severity);
		fputs("</td><td>", out);
		html_text(out, message);
		fputs("</td><td class=\"raw\">", out);
		if (item->raw != NULL)
			html_excerpt(out, item->raw, MAX_RAW);
		fputs("</td><td>", out);
		write_line_link(out, report, places, i);
		fputs("</td></tr>\n", out);
		free(message);
	}
	fputs("</tbody>\n", out);
	page_end_table(out);
}

/* The diagnostics: what asks for a look, and, folded up, what is only told. */
void
write_readings(FILE *out, const report *report, const places *places)
{
	int			first = first_of(report, ITEM_READING);
	int			count = report->item_count - first;
	int			serious = 0;
	int			listed = count < MAX_READINGS ? count : MAX_READINGS;
	int			i;

	if (count == 0)
		return;
	for (i = first; i < first + listed; i++)
		serious += report->items[i].severity != SEVERITY_INFO;
	page_begin_section(out, "readings", T_READINGS);
	fputs("<p class=\"note\">", out);
	html_put(out, T_READINGS_NOTE);
	if (count > listed)
		html_put(out, T_READINGS_CUT, count, listed);
	fputs("</p>\n", out);
	if (serious > 0)
		write_reading_table(out, report, places, first, SEVERITY_ERROR, SEVERITY_WARNING);
	if (listed > serious)
	{
		fputs("<details>\n<summary>", out);
		html_put(out, T_READINGS_INFO, listed - serious);
		fputs("</summary>\n", out);
		write_reading_table(out, report, places, first, SEVERITY_INFO, SEVERITY_INFO);
		fputs("</details>\n", out);
	}
	page_end_section(out);
}
