/*
 * title_compiler.c
 *		The agency that a sentence before the tables says compiled the report.
 *
 * It counts where the title leaves the agency open, which is seldom: in a text
 * that is there to the end it is looked for only then.
 */
#include "core/title_words.h"

#include <string.h>

#include "core/chars.h"

/* Where a sentence names who compiled the report, in bytes. */
#define BEFORE_COMPILER 90
#define COMPILER_SIZE 200

/* Words in a line that may stand before that name. */
#define COMPILER_TRIES 4

/* Look for the agency in a line. */
void
gir_title_find_compiler(gir_title_finder *finder, const char *start, const char *end)
{
	const char *p = start;
	int			tries = 0;

	if (end - start > GIR_TITLE_RAW_SIZE)
		end = start + GIR_TITLE_RAW_SIZE;
	if (gir_title_find_word(start, end, gir_compiled_by) == NULL ||
		gir_title_find_word(start, end, gir_compiled_words) == NULL)
		return;
	while (tries++ < COMPILER_TRIES && (p = gir_title_find_word(p, end, gir_compiled_by)) != NULL)
	{
		const char *by = p;
		const char *from = by - start > BEFORE_COMPILER ? by - BEFORE_COMPILER : start;
		gir_short_line simplified;
		gir_piece	rest;
		gir_piece	name;

		p += gir_title_word_at(p, end, gir_compiled_by);
		if (gir_title_find_word(from, by, gir_report_words) == NULL)
			continue;
		if (!gir_title_squeeze(p, end - p > COMPILER_SIZE ? p + COMPILER_SIZE : end,
							   &finder->compiler))
			continue;
		simplified = finder->compiler;
		gir_simplify(simplified.text, simplified.len);
		rest.start = simplified.text;
		rest.end = gir_title_find_word(simplified.text, simplified.text + simplified.len,
									   gir_sentence_marks);
		if (rest.end == NULL)
			rest.end = simplified.text + simplified.len;
		name.start = rest.start;
		name.end = gir_title_find_word(rest.start, rest.end, gir_compiled_name_ends);
		if (name.end != NULL && gir_is_name(name) && !gir_is_poor_name(name) &&
			gir_title_word_at(name.start, name.end, gir_agency_pronouns) == 0 &&
			gir_title_find_word(name.end, rest.end, gir_compiled_words) != NULL)
		{
			finder->compiler.len = (uint16_t) (name.end - name.start);
			return;
		}
	}
	finder->compiler.len = 0;
}

/* Look for the agency in the lines of a text that the title was looked for in. */
void
gir_title_find_compiler_in(gir_title_finder *finder, const char *text, const char *text_end)
{
	const char *start = text;
	char		line_end = '\n';

	if (memchr(text, '\n', (size_t) (text_end - text)) == NULL)
		line_end = '\r';
	if (finder->end == NULL)
		return;
	while (finder->compiler.len == 0 && start < text_end && start < finder->end)
	{
		const char *next = memchr(start, line_end, (size_t) (text_end - start));
		const char *end = next != NULL ? next : text_end;
		const char *bar = memchr(start, '|', (size_t) (end - start));

		/* what stands behind a bar was not looked at, and rows with tabs were not */
		if (memchr(start, '\t', (size_t) (end - start)) == NULL)
		{
			const char *line = start;
			const char *stop = bar != NULL ? bar : end;

			gir_trim(&line, &stop);
			gir_title_find_compiler(finder, line, stop);
		}
		start = next != NULL ? next + 1 : text_end;
	}
}
