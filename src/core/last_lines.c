/*
 * last_lines.c
 *		What of a text with markup is looked at again when the text is over.
 */
#include "core/last_lines.h"

#include <string.h>

#include "core/form.h"

/* No line so far. */
void
gir_last_lines_init(gir_last_lines *lines)
{
	lines->period_len = 0;
	lines->len = 0;
}

/* The place in a line that opens the clause about the period, or NULL. */
static const char *
find_period(const char *p, const char *end)
{
	for (; p < end && (p = memchr(p, gir_period_marks[0][0], (size_t) (end - p))) != NULL; p++)
	{
		const char *const *mark;

		for (mark = gir_period_marks; *mark != NULL; mark++)
		{
			size_t		len = strlen(*mark);

			if ((size_t) (end - p) >= len && memcmp(p, *mark, len) == 0)
				return p;
		}
	}
	return NULL;
}

/* Append the beginning of a text, and a line feed. */
static void
append(gir_last_lines *lines, const char *start, const char *end)
{
	size_t		len = (size_t) (end - start);
	size_t		i;

	if (len > GIR_KEPT_LINE)
		len = GIR_KEPT_LINE;
	for (i = 0; i < len; i++)
		lines->text[lines->len++] = start[i] == '\n' ? ' ' : start[i];
	lines->text[lines->len++] = '\n';
}

/* Take the next line of the text. */
void
gir_last_lines_add(gir_last_lines *lines, const gir_cell *line)
{
	if (lines->period_len == 0)
	{
		const char *period = find_period(line->start, line->end);

		if (period != NULL)
		{
			lines->len = 0;
			append(lines, period, line->end);
			lines->period_len = lines->len;
		}
	}

	/* make room: the first half of the last lines goes */
	if (lines->len + GIR_KEPT_LINE + 1 > sizeof(lines->text))
	{
		size_t		half = lines->period_len + (lines->len - lines->period_len) / 2;

		lines->len -= half - lines->period_len;
		memmove(lines->text + lines->period_len, lines->text + half, lines->len - lines->period_len);
	}
	append(lines, line->start, line->end);
}
