/*
 * csv.c
 *		The findings of all reports as a table.
 */
#include "bin/review/csv.h"

#include <stdlib.h>
#include <string.h>

#include "bin/common/message.h"
#include "bin/review/findings.h"
#include "bin/review/html.h"

/* ---- fields ---- */

/*
 * True for text that a spreadsheet might compute: it begins, behind spaces, with
 * =, +, -, @, in either width.
 */
static bool
is_formula(const char *text)
{
	static const char *const beginnings[] = {"=", "+", "-", "@", "＝", "＋", "－", "＠", "\t", "\r", "\n"};
	size_t		i;

	text += strspn(text, " ");
	for (i = 0; i < sizeof(beginnings) / sizeof(beginnings[0]); i++)
		if (strncmp(text, beginnings[i], strlen(beginnings[i])) == 0)
			return true;
	return false;
}

/* A field of text, quoted; NULL is empty. */
static void
put_text(FILE *out, const char *text)
{
	const char *end;

	if (text == NULL || *text == '\0')
		return;
	end = text + strlen(text);
	fputs(is_formula(text) ? "\"'" : "\"", out);
	while (text < end)
	{
		unsigned	code;
		int			bytes = cli_utf8_char(text, end, &code);

		if (bytes == 0)
			fputs("\xef\xbf\xbd", out);
		else if (bytes == 1 && (code < 0x20 || code == 0x7F))
			html_picture(out, code);
		else if (code == '"')
			fputs("\"\"", out);
		else
			fwrite(text, 1, (size_t) bytes, out);
		text += bytes > 0 ? bytes : 1;
	}
	putc('"', out);
}

/* A field of digits from the server, or empty. */
static void
put_number(FILE *out, const char *digits)
{
	if (digits != NULL && digits[strspn(digits, "-.0123456789")] == '\0')
		fputs(digits, out);
	else
		put_text(out, digits);
}

/* A number, empty for 0. */
static void
put_int(FILE *out, int number)
{
	if (number != 0)
		fprintf(out, "%d", number);
}

/* ---- lines ---- */

/* The heads of the columns. */
void
csv_begin(FILE *out)
{
	static const text_id heads[] = {
		T_SOURCE, T_AGENCY, T_YEAR_HEAD, T_SEVERITY, T_KIND, T_RULE, T_SECTION, T_ROW, T_COLUMN,
		T_LEFT, T_RIGHT, T_DIFFERENCE, T_MESSAGE, T_RAW, T_LINE_HEAD, T_PAGE
	};
	size_t		i;

	fputs("\xef\xbb\xbf", out);
	for (i = 0; i < sizeof(heads) / sizeof(heads[0]); i++)
	{
		if (i > 0)
			putc(',', out);
		put_text(out, text(heads[i]));
	}
	fputs("\r\n", out);
}

/* The columns that say which file it is; the comma behind them, too. */
static void
put_file(FILE *out, const entry *entry)
{
	put_text(out, entry->source);
	putc(',', out);
	put_text(out, entry->agency);
	putc(',', out);
	put_int(out, entry->year);
	putc(',', out);
}

/* A thing found. */
static void
put_item(FILE *out, const report *report, const item *item, const char *message)
{
	static const text_id kinds[] = {T_KIND_TABLE, T_KIND_PROSE, T_KIND_SUGGESTION, T_KIND_READING};
	static const text_id tables[] = {T_TABLE_2, T_TABLE_3, T_TABLE_4};
	const char *numbers[] = {item->left, item->right, item->difference};
	int			i;

	put_file(out, report->entry);
	put_text(out, text(item->kind == ITEM_SUGGESTION ? T_SUGGESTED : severity_text(item->severity)));
	putc(',', out);
	put_text(out, text(kinds[item->kind]));
	putc(',', out);
	put_text(out, item->rule);
	putc(',', out);
	if (item->section >= 2 && item->section <= 4)
		put_text(out, text(tables[item->section - 2]));
	putc(',', out);
	put_text(out, report_row_label(report, item));
	putc(',', out);
	put_text(out, report_column_label(report, item));
	for (i = 0; i < 3; i++)
	{
		putc(',', out);
		put_number(out, numbers[i]);
	}
	putc(',', out);
	put_text(out, message);
	putc(',', out);
	put_text(out, item->raw);
	putc(',', out);
	put_int(out, item->line);
	putc(',', out);
	put_text(out, report->entry->page);
	fputs("\r\n", out);
}

/*
 * Diagnostics that only inform, such as blank cells, can be as many as there are
 * cells: those of a kind that follow one another are one line, the first of them
 * with their number.  Returns the index behind them.
 */
static int
put_information(FILE *out, const report *report, int index)
{
	const item *item = &report->items[index];
	const char *words = reading_text(item->rule);
	int			end = index + 1;
	char	   *message;

	while (end < report->item_count && report->items[end].kind == ITEM_READING &&
		   report->items[end].rule != NULL && strcmp(report->items[end].rule, item->rule) == 0)
		end++;
	if (end - index > 1)
		message = cli_format("%s（%s %d %s）", words != NULL ? words : item->message,
							 text(T_SUCH), end - index, text(T_PLACES));
	else
		message = reading_message(item);
	put_item(out, report, item, message);
	free(message);
	return end;
}

/* All that is found in a report. */
void
csv_write_report(FILE *out, const report *report)
{
	int			i = 0;

	while (i < report->item_count)
	{
		const item *item = &report->items[i];

		if (item->kind == ITEM_READING && item->severity == SEVERITY_INFO && item->rule != NULL)
		{
			i = put_information(out, report, i);
			continue;
		}
		if (item->kind == ITEM_READING)
		{
			char	   *message = reading_message(item);

			put_item(out, report, item, message);
			free(message);
		}
		else
			put_item(out, report, item, item->message);
		i++;
	}
}

/* A file that is no report. */
void
csv_write_no_report(FILE *out, const entry *entry)
{
	put_file(out, entry);
	put_text(out, text(T_STATUS_NO_REPORT));
	putc(',', out);
	put_text(out, text(T_KIND_FILE));
	fputs(",,,,,,,,", out);
	put_text(out, entry->reason != NULL ? entry->reason : text(T_REASON_UNKNOWN));
	fputs(",,,\r\n", out);
}
