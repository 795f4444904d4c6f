/*
 * source_text.c
 *		The text of a report with its lines numbered and the places of findings
 *		marked.
 */
#include "bin/review/source_text.h"

#include <string.h>

#include "bin/review/findings.h"
#include "bin/review/html.h"
#include "bin/review/page.h"

/* Of a stretch of a line without marks that is longer, only both ends are shown. */
#define MAX_STRETCH 1200
#define SHOWN_OF_STRETCH 300

/* A line links to so many findings. */
#define MAX_LINKS 6

/* How far the text is written. */
typedef struct progress
{
	FILE	   *out;
	const report *report;
	const places *places;
	const char *p;				/* the next character */
	int			position;		/* its number, from 1 */
	int			line;			/* from 1 */
	int			next;			/* the first mark that begins at or behind it */
	int			open_end;		/* a mark begun before reaches to here, or is over */
	severity	open_severity;
} progress;

/* The byte behind so many characters. */
static const char *
skip(const char *p, const char *end, int count)
{
	while (count > 0 && p < end)
	{
		p++;
		while (p < end && ((unsigned char) *p & 0xC0) == 0x80)
			p++;
		count--;
	}
	return p;
}

/* Characters up to a byte. */
static int
characters(const char *p, const char *end)
{
	int			count = 0;

	for (; p < end; p++)
		count += ((unsigned char) *p & 0xC0) != 0x80;
	return count;
}

/* Write so many characters without marks; of many, the first and the last. */
static void
write_stretch(progress *w, int count, const char *end)
{
	const char *stop = skip(w->p, end, count);

	if (count > MAX_STRETCH)
	{
		const char *from = skip(w->p, stop, count - SHOWN_OF_STRETCH);
		const char *to = skip(w->p, stop, SHOWN_OF_STRETCH);

		html_source(w->out, w->p, (size_t) (to - w->p));
		fputs("<span class=\"cut\">", w->out);
		html_put(w->out, T_CHARACTERS_LEFT_OUT, count - 2 * SHOWN_OF_STRETCH);
		fputs("</span>", w->out);
		html_source(w->out, from, (size_t) (stop - from));
	}
	else
		html_source(w->out, w->p, (size_t) (stop - w->p));
	w->p = stop;
	w->position += count;
}

/* Take up the marks that begin at this character. */
static void
begin_marks(progress *w)
{
	while (w->next < w->places->count && w->places->marks[w->next].start <= w->position)
	{
		const mark *mark = &w->places->marks[w->next++];
		severity	severity = w->report->items[mark->item].severity;

		if (w->open_end <= w->position || severity < w->open_severity)
			w->open_severity = severity;
		if (mark->end > w->open_end)
			w->open_end = mark->end;
	}
}

/* Write a line's characters up to its end, marked where marks are. */
static void
write_characters(progress *w, const char *end)
{
	int			line_end = w->position + characters(w->p, end);

	while (w->position < line_end)
	{
		int			stop = line_end;

		begin_marks(w);
		if (w->open_end > w->position)
		{
			if (w->open_end < stop)
				stop = w->open_end;
			fprintf(w->out, "<mark class=\"%s\">", severity_class(w->open_severity));
			write_stretch(w, stop - w->position, end);
			fputs("</mark>", w->out);
			continue;
		}
		if (w->next < w->places->count && w->places->marks[w->next].start < stop)
			stop = w->places->marks[w->next].start;
		write_stretch(w, stop - w->position, end);
	}
}

/* Write links to the findings whose marks begin in this line. */
static void
write_links(const progress *w, int first, int last)
{
	int			written[MAX_LINKS];
	int			count = 0;
	int			i,
				j;

	for (i = first; i < last; i++)
	{
		int			item = w->places->marks[i].item;

		for (j = 0; j < count && written[j] != item; j++)
			;
		if (j < count)
			continue;
		if (count == MAX_LINKS)
		{
			fputs(" …", w->out);
			break;
		}
		written[count++] = item;
		putc(' ', w->out);
		write_item_link(w->out, w->report, item);
	}
}

/* Write a line that is shown, whose line break is the character line_break. */
static void
write_line(progress *w, const char *end, int line_break, bool after_gap)
{
	int			first = w->next;
	int			last = first;
	severity	worst = SEVERITY_INFO;
	bool		hit;

	/* a mark may begin at the line break itself */
	while (last < w->places->count && w->places->marks[last].start <= line_break)
	{
		severity	severity = w->report->items[w->places->marks[last++].item].severity;

		if (severity < worst)
			worst = severity;
	}
	hit = last > first;
	fputs("<li", w->out);
	if (hit)
		fprintf(w->out, " id=\"line-%d\" class=\"%s\"", w->line, severity_class(worst));
	/* on paper only the marked lines are shown, and lines that are not are not counted */
	if (hit || after_gap)
		fprintf(w->out, " value=\"%d\"", w->line);
	putc('>', w->out);
	write_characters(w, end);
	if (hit)
	{
		fputs(" <span class=\"links\">", w->out);
		write_links(w, first, last);
		fputs("</span>", w->out);
	}
	fputs("</li>\n", w->out);
}

/* True if a line is shown: all are, or those near a mark; "near" moves along. */
static bool
is_shown(const progress *w, int *near)
{
	const places *places = w->places;

	if (places->whole || (places->count == 0 && w->line <= 2 * LINES_AROUND))
		return true;
	while (*near < places->count && places->marks[*near].line + LINES_AROUND < w->line)
		(*near)++;
	return *near < places->count && places->marks[*near].line <= places->last_line &&
		places->marks[*near].line - LINES_AROUND <= w->line;
}

/* Write all lines that are shown. */
static void
write_lines(FILE *out, const report *report, const places *places)
{
	progress	w = {out, report, places, report->body, 1, 1, 0, 0, SEVERITY_INFO};
	const char *body_end = report->body + strlen(report->body);
	bool		after_gap = false;
	int			near = 0;

	while (w.p < body_end)
	{
		const char *newline = memchr(w.p, '\n', (size_t) (body_end - w.p));
		const char *end = newline != NULL ? newline : body_end;
		const char *text_end = end > w.p && end[-1] == '\r' ? end - 1 : end;

		int			line_break = w.position + characters(w.p, end);
		bool		shown = is_shown(&w, &near);

		if (shown)
			write_line(&w, text_end, line_break, after_gap);
		after_gap = !shown;
		w.position = line_break;
		begin_marks(&w);
		w.position++;
		w.p = end + 1;
		w.line++;
	}
}

/* Write the section. */
void
write_source_text(FILE *out, const report *report, const places *places)
{
	page_begin_section(out, "source", T_SOURCE_TEXT);
	if (report->body == NULL || *report->body == '\0')
	{
		fputs("<p class=\"note\">", out);
		html_put(out, T_NO_SOURCE_TEXT);
		fputs("</p>\n", out);
		page_end_section(out);
		return;
	}
	fputs("<p class=\"note\">", out);
	html_put(out, places->whole ? T_SOURCE_TEXT_WHOLE : T_SOURCE_TEXT_PARTS, places->lines);
	fputs(" <span class=\"paper\">", out);
	html_put(out, T_SOURCE_TEXT_PAPER);
	fputs("</span></p>\n<div class=\"source\" role=\"region\" aria-labelledby=\"source-heading\" tabindex=\"0\">\n<ol>\n", out);
	write_lines(out, report, places);
	fputs("</ol>\n</div>\n", out);
	page_end_section(out);
}
