/*
 * render_title.c
 *		The title of a rendered report, if it can be read back.
 *
 * A report's title and agency can be any text, even rows of a table.  What is
 * printed as the title is tried first: the parser has to find in it this title
 * and nothing else.
 */
#include "core/render.h"

#include <string.h>

#include "core/chars.h"
#include "core/title_words.h"

/* Room for a title as it is printed in HTML. */
#define LINE_SIZE (GIR_TITLE_SIZE * 6 + 64)

/* A line in the making. */
typedef struct title_line
{
	size_t		len;
	char		text[LINE_SIZE];
} title_line;

/* Add bytes to a line, if there is room. */
static void
append(void *context, const char *bytes, size_t len)
{
	title_line *line = context;

	if (len > sizeof(line->text) - line->len)
		len = sizeof(line->text) - line->len;
	memcpy(line->text + line->len, bytes, len);
	line->len += len;
}

/* The same for a string. */
static void
append_string(title_line *line, const char *text)
{
	append(line, text, strlen(text));
}

/* True for a character that a title in this format cannot have. */
static bool
is_special(gir_format format, char c)
{
	return (unsigned char) c < 0x20 || c == 0x7F ||
		(format == GIR_FORMAT_TEXT && c == '|') ||
		(format == GIR_FORMAT_MARKDOWN && strchr("\\`*_[]<>|&~#", c) != NULL);
}

/* Write a title as it is printed, into a line of its own. */
static bool
print_alone(const gir_rendering *r, const char *title, size_t len, title_line *line)
{
	gir_writer	writer = {append, line};
	size_t		i;

	if (len == 0 || len > GIR_TITLE_SIZE)
		return false;
	for (i = 0; i < len; i++)
	{
		if (is_special(r->format, title[i]))
			return false;
	}
	line->len = 0;
	switch (r->format)
	{
		case GIR_FORMAT_TEXT:
			append(line, title, len);
			break;
		case GIR_FORMAT_MARKDOWN:
			append_string(line, "# ");
			append(line, title, len);
			break;
		default:
			append_string(line, "<!DOCTYPE html><h1>");
			gir_put_escaped(&writer, title, len);
			append_string(line, "</h1>");
			break;
	}
	append_string(line, "\n");
	return true;
}

/* True if a text is another one without its white space. */
static bool
is_without_spaces(const char *text, size_t len, const char *other, size_t other_len)
{
	const char *p = text;
	const char *end = text + len;
	const char *q = other;

	while (q < other + other_len)
	{
		const char *start = q;
		uint32_t	c = gir_next_char(&q, other + other_len);

		if (gir_is_space(c))
			continue;
		if (end - p < q - start || memcmp(p, start, (size_t) (q - start)) != 0)
			return false;
		p += q - start;
	}
	return p == end;
}

/* True if nothing but a title is read from a line. */
static bool
is_only_title(const gir_report *report, gir_diagnostic_code code)
{
	int			i;

	if (report->title_len == 0 || code != GIR_DIAG_NOT_A_REPORT)
		return false;
	for (i = 0; i < (int) (sizeof(report->headings) / sizeof(report->headings[0])); i++)
	{
		if (report->headings[i])
			return false;
	}
	for (i = 0; i < GIR_ROW_COUNT; i++)
	{
		if (report->figures.row_present[i])
			return false;
	}
	return true;
}

/* What comes back if a title is printed. */
typedef enum title_use
{
	TITLE_UNUSABLE,
	TITLE_READ,					/* the title, but another agency or year, or none */
	TITLE_RIGHT					/* title, agency and year */
} title_use;

/* Try a title. */
static title_use
try_title(gir_rendering *r, const char *title, size_t len)
{
	const gir_subject *subject = &r->source->subject;
	gir_report *report = &r->report;
	gir_diagnostic error;
	title_line	line;

	if (!print_alone(r, title, len, &line) ||
		gir_parse(line.text, line.len, NULL, report, &error) ||
		!is_only_title(report, error.code) ||
		!is_without_spaces(report->title, report->title_len, title, len))
		return TITLE_UNUSABLE;
	return report->year == subject->year &&
		is_without_spaces(report->agency, report->agency_len, subject->agency, subject->agency_len) ?
		TITLE_RIGHT : TITLE_READ;
}

/* Take a title as the one that is printed. */
static void
take_title(gir_rendering *r, const char *title, size_t len)
{
	memcpy(r->title, title, len);
	r->title_len = len;
}

/* Try a title made of agency, if it is wanted, and year, as the most usual ones are. */
static title_use
try_made_title(gir_rendering *r, bool with_agency, title_line *line)
{
	const gir_subject *subject = &r->source->subject;
	gir_writer	writer = {append, line};

	if (with_agency && subject->agency_len > GIR_TITLE_SIZE)
		return TITLE_UNUSABLE;
	line->len = 0;
	if (with_agency && subject->agency_len > 0)
		append(line, subject->agency, subject->agency_len);
	if (subject->year != 0)
	{
		gir_put_integer(&writer, subject->year);
		append_string(line, gir_date_words[0]);
	}
	append_string(line, gir_title_subjects[0]);
	append_string(line, gir_title_endings[0]);
	return try_title(r, line->text, line->len);
}

/* Choose the title that is printed. */
void
gir_choose_title(gir_rendering *r)
{
	const gir_subject *subject = &r->source->subject;
	title_use	own = try_title(r, subject->title, subject->title_len);
	title_use	use = own;
	title_line	made;

	r->title_len = 0;
	if (own != TITLE_RIGHT && (subject->agency_len > 0 || subject->year != 0))
	{
		use = try_made_title(r, true, &made);
		if (use == TITLE_UNUSABLE && own == TITLE_UNUSABLE && subject->year != 0)
			use = try_made_title(r, false, &made);
	}
	if (own == TITLE_RIGHT || (own == TITLE_READ && use != TITLE_RIGHT))
		take_title(r, subject->title, subject->title_len);
	else if (use != TITLE_UNUSABLE)
		take_title(r, made.text, made.len);
	r->agency_shown = use == TITLE_RIGHT || subject->agency_len == 0;
	r->title_shown = subject->title_len == 0 ||
		(subject->title_len == r->title_len &&
		 memcmp(subject->title, r->title, r->title_len) == 0);
}
