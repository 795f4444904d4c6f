/*
 * title.c
 *		Title, agency and year of a report.
 *
 * A title is made of an agency's name, a year, and words that say what it is,
 * in this order or with the year first or last, on up to three lines.  It is
 * kept without white space, which in Chinese is layout and no part of a name.
 */
#include "core/title.h"

#include <string.h>

#include "core/chars.h"

/* A title of several lines fits, and so does each part of it. */
_Static_assert(GIR_TITLE_LINE_SIZE * (GIR_TITLE_LINES + 1) <= GIR_TITLE_SIZE,
			   "titles do not fit");

#define FIRST_YEAR 2008			/* the regulation's first */
#define LAST_YEAR 2099

/* Where a piece of a title begins and ends. */
typedef struct piece
{
	const char *start;
	const char *end;
} piece;

/* Start looking. */
void
gir_title_init(gir_title_finder *finder, gir_report *report)
{
	finder->report = report;
	finder->done = false;
	finder->other_kind = false;
	finder->other_kind_line = 0;
	finder->nlines = 0;
}

/* The length of the word of a list that a text begins with, or 0. */
static size_t
word_at(const char *p, const char *end, const char *const *words)
{
	/* no word begins within a character */
	if (p == end || ((unsigned char) *p & 0xC0) == 0x80)
		return 0;
	for (; *words != NULL; words++)
	{
		size_t		len;

		/* most differ in their first byte */
		if (*p != **words)
			continue;
		len = strlen(*words);
		if ((size_t) (end - p) >= len && memcmp(p, *words, len) == 0)
			return len;
	}
	return 0;
}

/* The first place in a text where a word of a list stands, or NULL. */
static const char *
find_word(const char *p, const char *end, const char *const *words)
{
	for (; p < end; p++)
	{
		if (word_at(p, end, words) > 0)
			return p;
	}
	return NULL;
}

/*
 * A line without white space and marks in front, and with radicals unified.
 * False if it is longer than any title's.
 */
static bool
squeeze(const char *p, const char *end, gir_short_line *line)
{
	line->len = 0;
	while (p < end)
	{
		uint32_t	c = gir_next_char(&p, end);

		if (gir_is_space(c) || (line->len == 0 && (c == '#' || c == '*' || c == '-')))
			continue;
		if (line->len + 4 > GIR_TITLE_LINE_SIZE)
			return false;
		line->len += (uint16_t) gir_put_char(line->text + line->len, gir_unify_radical(c));
	}
	while (line->len > 0 && line->text[line->len - 1] == '*')
		line->len--;
	return true;
}

/* The digit of a year that a character is, Arabic or Chinese, or -1. */
static int
year_digit(uint32_t c)
{
	static const uint16_t numerals[] = {
		0x3007, 0x4E00, 0x4E8C, 0x4E09, 0x56DB, 0x4E94, 0x516D, 0x4E03, 0x516B, 0x4E5D
	};
	int			i;

	if (c == 0x96F6 || c == 0x25CB)
		return 0;
	for (i = 0; i < 10; i++)
	{
		if (c == numerals[i])
			return i;
	}
	return gir_digit_value(c);
}

/*
 * The first year in a text, with the word behind it in *where; 0 if there is
 * none.  "loose" takes the first four of more digits, too.
 */
static int
find_year(const char *p, const char *end, bool loose, piece *where)
{
	while (p < end)
	{
		const char *start = p;
		const char *after = p;
		int			year = 0;
		int			digits = 0;

		while (p < end)
		{
			int			digit = year_digit(gir_next_char(&p, end));

			if (digit < 0)
				break;
			if (digits < 4)
			{
				year = year * 10 + digit;
				after = p;
			}
			digits++;
		}
		if ((digits == 4 || (loose && digits > 4)) && year >= FIRST_YEAR && year <= LAST_YEAR)
		{
			where->start = start;
			where->end = after + word_at(after, end, gir_year_words);
			return year;
		}
	}
	return 0;
}

/* Take words that belong to the title from both ends of an agency's name. */
static void
strip_agency(piece *agency)
{
	size_t		len;
	const char *p;
	const char *const *word;
	bool		more = true;

	/* what stands before the title on its line: navigation, "title:" */
	for (p = agency->start; p < agency->end; p++)
	{
		len = word_at(p, agency->end, gir_title_breaks);
		if (len > 0)
			agency->start = p + len;
	}
	while (more)
	{
		more = false;
		len = word_at(agency->start, agency->end, gir_title_prefixes);
		if (len > 0)
		{
			agency->start += len;
			more = true;
		}
		for (word = gir_title_prefixes; *word != NULL; word++)
		{
			len = strlen(*word);
			if ((size_t) (agency->end - agency->start) >= len &&
				memcmp(agency->end - len, *word, len) == 0)
			{
				agency->end -= len;
				more = true;
			}
		}
	}
}

/*
 * Take a text apart as a title; "printed" is the same text before its characters
 * were simplified.  Returns false if it is none; else "name" is the agency's name
 * as printed (empty if there is none), *year the year or 0, and *title the title.
 */
static bool
read_title(const char *start, const char *end, const char *printed, char name[GIR_TITLE_SIZE],
		   size_t *name_len, int *year, piece *title)
{
	const char *text = start;
	piece		subject = {NULL, NULL};
	piece		when = {NULL, NULL};
	piece		where;
	piece		agency;
	const char *p;
	size_t		len;

	/* the last words that say what it is about: an agency's name may hold some */
	for (p = start; p < end; p++)
	{
		len = word_at(p, end, gir_title_subjects);
		if (len > 0)
		{
			subject.start = p;
			subject.end = p + len;
			p += len - 1;
		}
	}
	if (subject.start == NULL)
		return false;

	/* what stands before the title on its line is no part of it */
	for (p = start; p < subject.start; p++)
	{
		len = word_at(p, subject.start, gir_title_breaks);
		if (len > 0)
			start = p + len;
	}

	/* the year: the last before them, or else behind them */
	*year = 0;
	for (p = start; p < subject.start; p = where.end)
	{
		int			found = find_year(p, subject.start, false, &where);

		if (found == 0)
			break;
		*year = found;
		when = where;
	}
	if (*year == 0)
		*year = find_year(subject.end, end, false, &when);

	/* behind them: the year perhaps, fillers, and what kind of paper it is */
	for (p = subject.end;;)
	{
		if (p == when.start)
			p = when.end;
		len = word_at(p, end, gir_title_kinds);
		if (len > 0)
			break;
		len = word_at(p, end, gir_title_fillers);
		if (len == 0)
			return false;
		p += len;
	}
	p += len;
	title->end = p;

	/* nothing but a remark in brackets may follow */
	if (p < end && *p != '(' && memcmp(p, "（", (size_t) (end - p) < 3 ? (size_t) (end - p) : 3) != 0 &&
		memcmp(p, "》", (size_t) (end - p) < 3 ? (size_t) (end - p) : 3) != 0)
		return false;

	/* before them: the agency, with the year before or behind it */
	agency.start = start;
	agency.end = subject.start;
	*name_len = 0;
	strip_agency(&agency);
	title->start = agency.start < agency.end ? agency.start : subject.start;
	if (when.start != NULL && when.start >= agency.start && when.end <= subject.start)
	{
		piece		before = {agency.start, when.start};
		piece		behind = {when.end, agency.end > when.end ? agency.end : when.end};

		strip_agency(&before);
		strip_agency(&behind);
		memcpy(name, printed + (before.start - text), (size_t) (before.end - before.start));
		*name_len = (size_t) (before.end - before.start);
		agency = behind;
	}
	memcpy(name + *name_len, printed + (agency.start - text), (size_t) (agency.end - agency.start));
	*name_len += (size_t) (agency.end - agency.start);
	return true;
}

/* Keep a line for titles that go on in the next one. */
static void
keep_line(gir_title_finder *finder, const gir_short_line *line)
{
	if (finder->nlines == GIR_TITLE_LINES)
	{
		memmove(&finder->lines[0], &finder->lines[1],
				sizeof(finder->lines[0]) * (GIR_TITLE_LINES - 1));
		finder->nlines--;
	}
	finder->lines[finder->nlines++] = *line;
}

/* True if a line can be an agency's name, standing before the title's. */
static bool
is_name(const gir_short_line *printed)
{
	gir_short_line simplified = *printed;
	const gir_short_line *line = &simplified;
	const char *p = line->text;
	const char *end = p + line->len;
	const char *const *ending;

	gir_simplify(simplified.text, simplified.len);
	while (p < end)
	{
		uint32_t	c = gir_next_char(&p, end);

		if (gir_digit_value(c) >= 0 || (gir_fold_char(c) == 0 && c != '(' && c != ')' &&
										c != 0xFF08 && c != 0xFF09 && c != 0x3001))
			return false;
	}
	for (ending = gir_agency_endings; *ending != NULL; ending++)
	{
		size_t		len = strlen(*ending);

		if (line->len > len && memcmp(end - len, *ending, len) == 0)
			return true;
	}
	return false;
}

/* True if a line is a year, or an agency's name with a year behind it. */
static bool
ends_with_year(const gir_short_line *line)
{
	gir_short_line name = *line;
	piece		where;

	if (find_year(line->text, line->text + line->len, false, &where) == 0 ||
		where.end != line->text + line->len)
		return false;
	name.len = (uint16_t) (where.start - line->text);
	return name.len == 0 || is_name(&name);
}

/* Look for the title in the next line. */
void
gir_title_line(gir_title_finder *finder, const gir_cell *cell)
{
	gir_report *report = finder->report;
	gir_short_line line;
	gir_short_line simplified;
	char		printed[GIR_TITLE_LINE_SIZE * (GIR_TITLE_LINES + 1)];
	char		joined[GIR_TITLE_LINE_SIZE * (GIR_TITLE_LINES + 1)];
	bool		whole = false;	/* the line alone is a title, if without agency */
	int			back;

	if (finder->done)
		return;
	if (cell->end - cell->start > 2 * GIR_TITLE_LINE_SIZE ||
		!squeeze(cell->start, cell->end, &line) ||
		find_word(line.text, line.text + line.len, gir_sentence_marks) != NULL)
	{
		finder->nlines = 0;
		return;
	}
	simplified = line;
	gir_simplify(simplified.text, simplified.len);
	if (find_word(simplified.text, simplified.text + line.len, gir_other_report_marks) != NULL &&
		find_word(simplified.text, simplified.text + line.len, gir_title_subjects) != NULL)
	{
		if (!finder->other_kind)
			finder->other_kind_line = cell->line;
		finder->other_kind = true;
		finder->nlines = 0;
		return;
	}

	/* the line alone, then with the lines before it, until the title is whole */
	for (back = 0; back <= finder->nlines; back++)
	{
		char		name[GIR_TITLE_SIZE];
		size_t		name_len = 0;
		size_t		len = 0;
		int			year = 0;
		int			i;
		piece		title;

		if (whole && !is_name(&finder->lines[finder->nlines - back]) &&
			!ends_with_year(&finder->lines[finder->nlines - back]))
			break;
		for (i = finder->nlines - back; i < finder->nlines; i++)
		{
			memcpy(printed + len, finder->lines[i].text, finder->lines[i].len);
			len += finder->lines[i].len;
		}
		memcpy(printed + len, line.text, line.len);
		len += line.len;

		/* found in simplified characters, which have the places of those printed */
		memcpy(joined, printed, len);
		gir_simplify(joined, len);
		if (!read_title(joined, joined + len, printed, name, &name_len, &year, &title))
			continue;
		whole = true;

		/* keep what is better than what there was */
		if (report->title_len == 0 ||
			(name_len > 0) + (year > 0) > (report->agency_len > 0) + (report->year > 0))
		{
			report->title_len = (uint16_t) (title.end - title.start);
			memcpy(report->title, printed + (title.start - joined), report->title_len);
			report->agency_len = (uint16_t) name_len;
			memcpy(report->agency, name, name_len);
			report->year = year;
		}
		if (name_len > 0)
		{
			finder->done = year > 0;
			break;
		}
	}
	if (line.len > 0)
		keep_line(finder, &line);
}

/* The year that the clause about the period states, or 0 if it is not clear. */
static int
period_year(const char *text, size_t len)
{
	const char *end = text + len;
	const char *p = text;

	while ((p = memchr(p, gir_period_marks[0][0], (size_t) (end - p))) != NULL)
	{
		size_t		mark = word_at(p, end, gir_period_marks);

		if (mark > 0)
		{
			const char *limit = end - p > 160 ? p + 160 : end;
			piece		where;
			int			from = find_year(p + mark, limit, true, &where);

			if (from == 0)
				return 0;
			return find_year(where.end, limit, true, &where) == from ? from : 0;
		}
		p++;
	}
	return 0;
}

/* True if a line is a date and nothing else. */
static bool
is_date(const gir_short_line *line)
{
	const char *p = line->text;
	const char *end = p + line->len;
	const char *const *word = gir_date_words;

	while (*word != NULL)
	{
		size_t		len;
		int			digits = 0;

		while (p < end)
		{
			const char *q = p;

			if (year_digit(gir_next_char(&q, end)) < 0)
				break;
			digits++;
			p = q;
		}
		len = strlen(*word);
		if (digits == 0 || (size_t) (end - p) < len || memcmp(p, *word, len) != 0)
			return false;
		p += len;
		word++;
	}
	return p == end;
}

/* The agency that signs the report in a line before the date at its end. */
static void
find_signature(gir_report *report, const char *text, size_t len)
{
	const char *end = text + len;
	bool		date_seen = false;
	int			tries;

	for (tries = 0; tries < 20 && end > text; tries++)
	{
		const char *start = end;
		gir_short_line line;

		while (start > text && start[-1] != '\n' && end - start <= 2 * GIR_TITLE_LINE_SIZE)
			start--;
		if (start > text && start[-1] != '\n')
			return;
		if (!squeeze(start, end, &line))
			return;
		if (line.len > 0)
		{
			if (date_seen)
			{
				if (is_name(&line))
				{
					memcpy(report->agency, line.text, line.len);
					report->agency_len = line.len;
				}
				return;
			}
			date_seen = is_date(&line);
		}
		end = start > text ? start - 1 : text;
	}
}

/* The text is over: settle title, agency and year. */
void
gir_title_finish(gir_title_finder *finder, const char *text, size_t len,
				 const gir_callbacks *callbacks)
{
	gir_report *report = finder->report;
	bool		listening = callbacks != NULL && callbacks->diagnose != NULL;
	gir_diagnostic d = {GIR_DIAG_TITLE_MISSING, {0, 0}, 0, 0, GIR_NO_ROW, GIR_NO_COLUMN};

	if (report->title_len == 0 && listening)
		callbacks->diagnose(callbacks->context, &d);

	if (report->agency_len == 0)
	{
		find_signature(report, text, len);
		d.code = report->agency_len == 0 ? GIR_DIAG_AGENCY_MISSING : GIR_DIAG_AGENCY_DOUBTFUL;
		if (listening)
			callbacks->diagnose(callbacks->context, &d);
	}

	if (report->year == 0)
	{
		report->year = period_year(text, len);
		d.code = GIR_DIAG_YEAR_MISSING;
		if (report->year == 0 && listening)
			callbacks->diagnose(callbacks->context, &d);
	}
	else if (listening)
	{
		int			year = period_year(text, len);

		d.code = GIR_DIAG_YEAR_DOUBTFUL;
		if (year != 0 && year != report->year)
			callbacks->diagnose(callbacks->context, &d);
	}
}
