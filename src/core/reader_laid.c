/*
 * reader_laid.c
 *		Reader of text laid out with spaces, as pdftotext -layout makes it of PDF.
 *
 * A row is a line, with the number of characters in front of it.  Pages end
 * with form feeds.  What stands at their edges, page numbers and running heads,
 * is left out: it would part what belongs together.
 */
#include "core/reader.h"

#include <string.h>

#include "core/chars.h"
#include "core/laid.h"
#include "core/number.h"

/* After so many blank lines the caller gets a row without cells. */
#define MAX_BLANKS 1000

/* Signs must be among the first bytes of a text. */
#define MAX_LOOK (1024 * 1024)

/* Characters besides digits that make a line one that can be known again. */
#define ENOUGH_KNOWN 4

/* Values without a text that make a line one of a table. */
#define ENOUGH_VALUES 5

/* Numbers in a line about a page: its own, and that of all. */
#define MAX_PAGE_NUMBERS 2

/* Dashes around the number of a page. */
#define MAX_DASHES 4

/* Longer lines are no heads of pages; in bytes. */
#define MAX_HEAD 400

/* Spaces that part what stands side by side. */
#define GAP 3

/* Start reading a text. */
void
gir_laid_reader_init(gir_laid_reader *reader, const char *text, size_t len)
{
	memset(reader, 0, sizeof(*reader));
	reader->p = text;
	reader->end = text + len;
	reader->line_number = 1;
	reader->page_start = true;
	if (len >= 3 && memcmp(text, "\xEF\xBB\xBF", 3) == 0)
		reader->p += 3;
}

/* The end of the line at the reader's place: a line feed, a form feed, or the text's end. */
static const char *
line_end(gir_laid_reader *reader)
{
	const char *feed;

	if (reader->newline == NULL || reader->newline < reader->p)
	{
		reader->newline = memchr(reader->p, '\n', (size_t) (reader->end - reader->p));
		if (reader->newline == NULL)
			reader->newline = reader->end;
	}
	feed = memchr(reader->p, '\f', (size_t) (reader->newline - reader->p));
	return feed != NULL ? feed : reader->newline;
}

/* What follows a line that is not blank: a form feed, the text's end, or else. */
static const char *
next_sign(const char *p, const char *end)
{
	while (p < end && (*p == ' ' || *p == '\n' || *p == '\r' || *p == '\t'))
		p++;
	return p;
}

/* True for what stands around the number of a page. */
static bool
is_dash(uint32_t c)
{
	return c == '-' || (c >= 0x2010 && c <= 0x2015) || c == 0xFF0D || c == 0x00B7;
}

/* True for the characters of words about pages. */
static bool
is_page_word(uint32_t c)
{
	switch (c)
	{
		case 'P':
		case 'p':
		case 'a':
		case 'g':
		case 'e':
		case 'o':
		case 'f':
		case '.':
		case ',':
		case '/':
		case 0x2026:			/* ellipsis */
		case 0x7B2C:			/* "number" */
		case 0x5171:			/* "of" */
		case 0x9875:			/* "page" */
		case 0x9801:
			return true;
		default:
			return false;
	}
}

/* True if a line is parted by a gap. */
static bool
has_gap(const char *p, const char *end)
{
	for (; end - p > GAP; p++)
	{
		p = memchr(p, ' ', (size_t) (end - p));
		if (p == NULL || end - p < GAP)
			return false;
		if (memcmp(p, "   ", GAP) == 0)
			return true;
	}
	return false;
}

/*
 * True for a line with nothing but the number of a page; "alone" if it stands apart.
 * Dashes that are blank cells beside a number have more of them, or a gap between.
 */
static bool
is_page_number(const char *start, const char *end, bool alone)
{
	const char *p = start;
	bool		dashed = false;
	bool		word = false;
	bool		ends_dashed = false;
	bool		in_number = false;
	bool		in_dash = false;
	int			numbers = 0;
	int			dashes = 0;

	while (p < end)
	{
		bool		first = p == start;
		uint32_t	c = gir_next_char(&p, end);
		bool		digit = gir_digit_value(c) >= 0;

		numbers += digit && !in_number;
		in_number = digit;
		dashes += is_dash(c) && !in_dash;
		in_dash = is_dash(c);
		if (digit)
			ends_dashed = false;
		else if (is_dash(c))
		{
			dashed = dashed || first;
			ends_dashed = true;
		}
		else if (is_page_word(c))
			word = word || c == 'P' || c == 'p' || c == 0x9875 || c == 0x9801;
		else if (!gir_is_space(c))
			return false;
	}
	if (numbers == 0 || numbers > MAX_PAGE_NUMBERS)
		return false;
	if (word || numbers > 1)
		return word;
	if (dashed)
		return ends_dashed && dashes <= MAX_DASHES && (alone || !has_gap(start, end));
	return alone;
}

/* True for a line with nothing but the number of a page, which ends behind it. */
bool
gir_is_page_foot(const char *start, const char *end, const char *text_end)
{
	const char *sign;

	if (!is_page_number(start, end, true))
		return false;
	sign = next_sign(end, text_end);
	return sign < text_end && *sign == '\f';
}

/*
 * A number that lines have in common that differ in digits and white space; 0 for
 * none.  *foreign is true for a line of letters without ideographs.
 */
static uint32_t
hash_line(const char *p, const char *end, bool *foreign)
{
	uint32_t	h = 2166136261u;
	int			known = 0;
	bool		ideographs = false;
	bool		letters = false;

	while (p < end)
	{
		uint32_t	c = gir_next_char(&p, end);

		if (gir_is_space(c) || gir_digit_value(c) >= 0)
			continue;
		h = (h ^ c) * 16777619u;
		known++;
		ideographs = ideographs || gir_laid_fold(c) != 0;
		letters = letters || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
	}
	*foreign = letters && !ideographs;
	return known >= ENOUGH_KNOWN ? h | 1 : 0;
}

/* True if a text has one of a list's words in it, in simplified characters. */
static bool
has_word(const char *start, const char *end, const char *const *words)
{
	for (; *words != NULL; words++)
	{
		size_t		len = strlen(*words);
		const char *p;

		for (p = start; (size_t) (end - p) >= len; p++)
		{
			if (memcmp(p, *words, len) == 0)
				return true;
		}
	}
	return false;
}

/* True for a line with the words of these documents' titles. */
static bool
has_title(const char *start, const char *end)
{
	char		text[MAX_HEAD];
	size_t		len = (size_t) (end - start);

	if (len > sizeof(text))
		return false;
	memcpy(text, start, len);
	gir_simplify(text, len);
	return has_word(text, text + len, gir_title_subjects) &&
		has_word(text, text + len, gir_title_signs);
}

/* True for a line of several values and nothing else, as rows have it whose label is wrapped. */
static bool
is_values(const char *start, const char *end)
{
	gir_laid_line line = {.start = start, .end = end};
	gir_laid_values values;

	gir_laid_split(&line, &values);
	return values.n > 1 && values.text_end == start;
}

/* True for a line that is no part of the text, but of the page it stands on. */
static bool
is_furniture(gir_laid_reader *reader, const char *start, const char *end, bool first, bool last)
{
	bool		foreign;
	uint32_t	hash;
	bool		known = false;

	if (is_page_number(start, end, (first || last) && (first || reader->blanks > 0)))
		return true;
	if (!first && !last)
		return false;
	hash = hash_line(start, end, &foreign);
	if (hash == 0 || is_values(start, end))
		return false;
	if (first)
	{
		/* the document's title, or what the last page began with, too */
		known = hash == reader->page_head ||
			(reader->turned && has_title(start, end));
		reader->page_head = hash;
	}
	if (last)
	{
		known = known || hash == reader->page_foot;
		reader->page_foot = hash;
	}
	/* an address, a date */
	return known || foreign;
}

/* Read the next line that is not blank and no page's own. */
bool
gir_next_laid_row(gir_laid_reader *reader, gir_cell_row *row)
{
	int			blanks = 0;

	row->ncells = 0;
	row->layout = GIR_LAYOUT_LINE;
	row->overflow = row->cut = row->unfinished = row->continues = false;
	row->laid_out = true;
	while (reader->p < reader->end)
	{
		const char *start = reader->p;
		const char *end = line_end(reader);
		const char *stop = end;
		const char *sign;
		const char *q = start;
		uint32_t	number = reader->line_number;
		bool		first = reader->page_start;
		bool		feed = end < reader->end && *end == '\f';

		gir_trim(&start, &end);
		reader->p = stop < reader->end ? stop + 1 : stop;
		reader->line_number += stop < reader->end && !feed;
		if (start < end)
		{
			sign = next_sign(stop, reader->end);
			if (!is_furniture(reader, start, end, first, sign < reader->end && *sign == '\f'))
			{
				row->indent = 0;
				for (; q < start; row->indent++)
					gir_next_char(&q, reader->end);
				row->cells[0].start = row->cells[0].source_start = start;
				row->cells[0].end = row->cells[0].source_end = end;
				row->cells[0].line = number;
				row->ncells = 1;
				/* a head of the page has no title in it, but beside other text */
				if (has_gap(start, end))
					row->layout = GIR_LAYOUT_PLACES;
				row->new_page = reader->new_page;
				row->cut = row->unfinished = stop == reader->end;
				row->last = sign == reader->end;
			}
			reader->page_start = false;
			reader->blanks = 0;
		}
		else
			reader->blanks++;
		if (feed)
			reader->page_start = reader->turned = true;
		if (row->ncells > 0)
		{
			reader->new_page = feed;
			return true;
		}
		reader->new_page = reader->new_page || feed;
		if (++blanks >= MAX_BLANKS)
			return true;
	}
	return false;
}

/* True if a line has tabs or bars between its cells. */
static bool
has_separators(const char *start, const char *end)
{
	return memchr(start, '\t', (size_t) (end - start)) != NULL ||
		memchr(start, '|', (size_t) (end - start)) != NULL;
}

/* False if the rest of a line shows that it is a sentence, or has separators. */
static bool
may_be_laid_row(const char *rest, const char *end)
{
	const char *last = end;

	while (last > rest && (last[-1] == ' ' || last[-1] == '\r'))
		last--;
	return !gir_ends_sentence(rest, last) && !has_separators(rest, end);
}

/* False for a line that ends with a text: a row does with a value, or its unit. */
static bool
may_end_with_value(const char *start, const char *end)
{
	const char *word = end;
	const char *p = end;

	while (p > start)
	{
		const char *next;

		do
			p--;
		while (p > start && ((unsigned char) *p & 0xC0) == 0x80);
		next = p;
		if (gir_is_space(gir_next_char(&next, end)))
			break;
		word = p;
	}
	return gir_shape_of(word, end) != GIR_SHAPE_TEXT || gir_is_unit(word, end);
}

/* True for a line of several values with spaces between them. */
static bool
is_laid_row(const char *start, const char *end)
{
	gir_laid_line line = {0};
	gir_laid_values values;

	if (has_separators(start, end))
		return false;
	gir_trim(&start, &end);
	if (!may_end_with_value(start, end))
		return false;
	line.start = start;
	line.end = end;
	gir_laid_split(&line, &values);
	return values.n <= GIR_LAID_VALUES && !values.mixed &&
		(values.n >= ENOUGH_VALUES ||
		 (values.n > 0 && values.text_end > start && (values.n > 1 || has_gap(start, end))));
}

/* True for a line as other layouts have it: with separators, a cell, or cells without any. */
static bool
is_other_row(const char *start, const char *end)
{
	bool		indented = end > start && *start == ' ';

	if (has_separators(start, end))
		return true;
	gir_trim(&start, &end);
	return start < end && !indented && end[-1] >= '0' && end[-1] <= '9' &&
		memchr(start, ' ', (size_t) (end - start)) == NULL;
}

/* The end of a line: its line feed, or the text's end. */
static const char *
find_line_end(const char *p, const char *end)
{
	const char *feed = memchr(p, '\n', (size_t) (end - p));

	return feed != NULL ? feed : end;
}

/* True if a text has lines of several values with spaces between them, as tables have. */
bool
gir_looks_laid_out(const char *text, size_t len)
{
	const char *end = text + (len < MAX_LOOK ? len : MAX_LOOK);
	const char *start = text;
	const char *p;
	int			rows = 0;
	int			others = 0;

	/* most texts have few spaces, and those are in sentences and between tabs */
	while (start < end && (p = memchr(start, ' ', (size_t) (end - start))) != NULL)
	{
		const char *line_end = find_line_end(p, end);

		if (may_be_laid_row(p, line_end))
		{
			while (p > start && p[-1] != '\n')
				p--;
			rows += is_laid_row(p, line_end);
		}
		start = line_end + (line_end < end);
	}
	if (rows == 0)
		return false;
	for (start = text; start < end; start = p + (p < end))
	{
		p = find_line_end(start, end);
		others += is_other_row(start, p);
	}
	return 2 * rows > others;
}
