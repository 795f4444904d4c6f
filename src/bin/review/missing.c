/*
 * missing.c
 *		Who has not reported, who is not on the list, who has reported twice: parts
 *		of the overview.
 */
#include "bin/review/missing.h"

#include <stdlib.h>
#include <string.h>

#include "bin/review/html.h"
#include "bin/review/page.h"

/* A list with more names is folded up. */
#define MAX_OPEN 60

/* Fewer than one in so many is hardly any. */
#define FEW 10

/* Begin and end a list of names under a summary. */
static void
begin_names(FILE *out, int count)
{
	fputs(count <= MAX_OPEN ? "<details open>\n<summary>" : "<details>\n<summary>", out);
}

/* How many of the list have reported on the year on which most have? */
static int
most_reported(const agency_list *agencies, const entry_list *entries)
{
	int			most = 0;
	size_t		i;

	for (i = 0; i < entries->year_count; i++)
	{
		int			count;

		free(agencies_reported(agencies, entries, entries->years[i], &count));
		if (count > most)
			most = count;
	}
	return most;
}

/*
 * The agencies that have not reported on a year (0 for any).  A year on which
 * hardly any has, such as that of a misprint, is not the one that is looked at:
 * their number is enough there.
 */
static void
write_missing_year(FILE *out, const agency_list *agencies, const entry_list *entries, int year, int most)
{
	int			count;
	bool	   *reported = agencies_reported(agencies, entries, year, &count);
	int			i;

	if (year != 0 && count < most && (long) count * FEW < agencies->count)
	{
		fputs("<p>", out);
		html_put(out, T_MISSING_YEAR, year, agencies->count, count, agencies->count - count);
		html_put(out, T_MISSING_FEW);
		fputs("</p>\n", out);
		free(reported);
		return;
	}
	begin_names(out, agencies->count - count);
	if (year != 0)
		html_put(out, T_MISSING_YEAR, year, agencies->count, count, agencies->count - count);
	else
		html_put(out, T_MISSING_ANY, agencies->count, count, agencies->count - count);
	fputs("</summary>\n", out);
	if (count < agencies->count)
	{
		fputs("<ul class=\"names\">\n", out);
		for (i = 0; i < agencies->count; i++)
		{
			if (reported[i])
				continue;
			fputs("<li>", out);
			html_bdi(out, agencies->items[i].name);
			fputs("</li>\n", out);
		}
		fputs("</ul>\n", out);
	}
	else
	{
		fputs("<p>", out);
		html_put(out, T_NONE_MISSING);
		fputs("</p>\n", out);
	}
	fputs("</details>\n", out);
	free(reported);
}

/* True for a report whose agency is named and not on the list. */
static bool
is_unlisted(const agency_list *agencies, const entry *item)
{
	return item->key != NULL && *item->key != '\0' && !agencies_has(agencies, item->key);
}

/* The agencies that are not on the list. */
static void
write_unlisted(FILE *out, const agency_list *agencies, const entry_list *entries)
{
	int			count = 0;
	size_t		i;

	for (i = 0; i < entries->reports; i++)
		count += is_unlisted(agencies, &entries->items[i]);
	if (count == 0)
		return;
	begin_names(out, count);
	html_put(out, T_UNLISTED, count);
	fputs("</summary>\n<ul class=\"names\">\n", out);
	for (i = 0; i < entries->reports; i++)
	{
		const entry *item = &entries->items[i];

		if (!is_unlisted(agencies, item))
			continue;
		fprintf(out, "<li><a href=\"%s\">", item->page);
		page_put_name(out, item);
		fputs("</a>", out);
		if (item->year != 0)
			fprintf(out, " %d", item->year);
		fputs("</li>\n", out);
	}
	fputs("</ul>\n</details>\n", out);
}

/* The list compared with the reports. */
void
write_missing(FILE *out, const agency_list *agencies, const entry_list *entries)
{
	int			nameless = 0;
	int			most = most_reported(agencies, entries);
	size_t		i;

	for (i = 0; i < entries->reports; i++)
		nameless += entries->items[i].key == NULL || *entries->items[i].key == '\0' ||
			entries->items[i].year == 0;
	page_begin_section(out, "missing", T_MISSING);
	fputs("<p class=\"note\">", out);
	html_put(out, T_MISSING_NOTE, agencies->count);
	if (agencies->repeated > 0)
		html_put(out, T_LIST_REPEATED, agencies->repeated);
	if (nameless > 0)
		html_put(out, T_NAMELESS, nameless);
	fputs("</p>\n", out);
	if (entries->year_count == 0)
		write_missing_year(out, agencies, entries, 0, most);
	for (i = entries->year_count; i-- > 0;)
		write_missing_year(out, agencies, entries, entries->years[i], most);
	write_unlisted(out, agencies, entries);
	page_end_section(out);
}

/* Are there two reports by one agency on one year? */
bool
has_twins(const entry_list *entries)
{
	size_t		i;

	for (i = 0; i < entries->reports; i++)
		if (entries->items[i].twin != 0)
			return true;
	return false;
}

/* A report of several by one agency on one year. */
static void
write_twin(FILE *out, const entry *item, bool first)
{
	fputs("<tr><th scope=\"row\">", out);
	page_put_name(out, item);
	fprintf(out, "</th><td class=\"number\">%d</td><td class=\"file\"><a href=\"%s\">", item->year, item->page);
	html_bdi(out, item->source);
	fputs("</a></td><td>", out);
	if (first)
		html_put(out, T_TWIN_FIRST);
	else
	{
		html_put(out, item->difference > 0 ? T_TWIN_DIFFERENT : item->fewer + item->more > 0 ? T_TWIN_IN_PART :
				 T_TWIN_SAME, item->difference);
		if (item->fewer > 0)
			html_put(out, T_TWIN_FEWER, item->fewer);
		if (item->more > 0)
			html_put(out, T_TWIN_MORE, item->more);
	}
	fputs("</td><td>", out);
	html_put(out, item->counted ? T_YES : T_NO);
	fputs("</td></tr>\n", out);
}

/* Reports by one agency on one year, together. */
void
write_twins(FILE *out, const entry_list *entries)
{
	size_t		i;
	int			next;

	page_begin_section(out, "twins", T_TWINS);
	fputs("<p class=\"note\">", out);
	html_put(out, T_TWINS_NOTE);
	fputs("</p>\n", out);
	page_begin_table(out, "twins", "plain");
	fputs("<thead><tr><th scope=\"col\">", out);
	html_put(out, T_AGENCY);
	fputs("</th><th scope=\"col\" class=\"number\">", out);
	html_put(out, T_YEAR_HEAD);
	fputs("</th><th scope=\"col\">", out);
	html_put(out, T_SOURCE);
	fputs("</th><th scope=\"col\">", out);
	html_put(out, T_TABLES);
	fputs("</th><th scope=\"col\">", out);
	html_put(out, T_COUNTED);
	fputs("</th></tr></thead>\n<tbody>\n", out);
	for (i = 0; i < entries->reports; i++)
	{
		if (entries->items[i].twin != 1 + (int) i)
			continue;
		write_twin(out, &entries->items[i], true);
		for (next = entries->items[i].next_twin; next != 0; next = entries->items[next - 1].next_twin)
			write_twin(out, &entries->items[next - 1], false);
	}
	fputs("</tbody>\n", out);
	page_end_table(out);
	page_end_section(out);
}
