/*
 * title_read.c
 *		Takes a text apart as a title: agency, year, subject, kind of paper.
 */
#include "core/title_words.h"

#include <string.h>

#include "core/chars.h"

/* All characters of the words that endings are made of. */
#define IDEOGRAPH_BYTES 3

/* The next character of a text, or 0 at its end. */
static uint32_t
next_char(const char *p, const char *end)
{
	return p < end ? gir_next_char(&p, end) : 0;
}

/* True if a text begins with what can stand behind a title: a remark, a site, a date. */
static bool
is_tail(const char *p, const char *end)
{
	gir_piece	where;

	if (p == end || gir_title_word_at(p, end, gir_title_tails) > 0)
		return true;
	return gir_year_digit(next_char(p, end)) >= 0 &&
		gir_find_year(p, end, false, &where) != 0 && where.start == p;
}

/* The year that a remark in brackets behind a title consists of, or 0. */
static int
remarked_year(const char *p, const char *end)
{
	gir_piece	where;
	uint32_t	c;
	int			year;

	if (p == end)
		return 0;
	c = gir_next_char(&p, end);
	if (c != '(' && c != 0xFF08)
		return 0;
	year = gir_find_year(p, end, false, &where);
	if (year == 0 || where.start != p || where.end == end)
		return 0;
	c = gir_next_char(&where.end, end);
	return c == ')' || c == 0xFF09 ? year : 0;
}

/* The length of a title's ending, its characters in any order, or 0. */
static size_t
scrambled_ending(const char *p, const char *end)
{
	const char *const *ending;

	for (ending = gir_title_endings; *ending != NULL; ending++)
	{
		size_t		len = strlen(*ending);
		size_t		i;
		size_t		k;

		if ((size_t) (end - p) < len)
			continue;
		/* no character occurs twice in an ending */
		for (i = 0; i < len; i += IDEOGRAPH_BYTES)
		{
			for (k = 0; k < len; k += IDEOGRAPH_BYTES)
			{
				if (memcmp(*ending + i, p + k, IDEOGRAPH_BYTES) == 0)
					break;
			}
			if (k >= len)
				break;
		}
		if (i >= len)
			return len;
	}
	return 0;
}

/* The end of the words behind the subject that say what kind of paper it is, or NULL. */
static const char *
find_kind(const char *p, const char *end, int *year, gir_piece *when)
{
	size_t		len = scrambled_ending(p, end);

	if (len > 0)
		return p + len;
	for (;;)
	{
		gir_piece	where;

		len = gir_title_word_at(p, end, gir_title_kinds);
		if (len > 0)
			return p + len;
		len = gir_title_word_at(p, end, gir_title_fillers);
		if (len > 0)
			p += len;
		else if (gir_year_digit(next_char(p, end)) >= 0)
		{
			int			behind = gir_find_year(p, end, false, &where);

			/* no date far behind is the title's year */
			if (behind == 0 || where.start != p || (*year != 0 && *year != behind))
				return NULL;
			if (*year == 0)
				*when = where;
			*year = behind;
			p = where.end;
		}
		else
			return NULL;
	}
}

/*
 * Where a title ends whose subject ends at p, or NULL if there is no title: behind
 * the kind of paper there can be a remark and the like.
 */
static const char *
find_end(const char *p, const char *end, int *year, gir_piece *when)
{
	const char *title_end = find_kind(p, end, year, when);

	return title_end != NULL && is_tail(title_end, end) ? title_end : NULL;
}

/*
 * The last words that say what a title is about and are followed by the kind of
 * paper: an agency's name, a menu or the name of a site may hold some, too.
 */
static bool
find_subject(gir_piece text, gir_piece *subject)
{
	const char *p = text.start;

	subject->start = NULL;
	while ((p = gir_title_find_word(p, text.end, gir_title_subjects)) != NULL)
	{
		const char *word = p;
		gir_piece	when;
		int			year = 0;

		p += gir_title_word_at(p, text.end, gir_title_subjects);
		if (find_end(p, text.end, &year, &when) != NULL)
		{
			subject->start = word;
			subject->end = p;
		}
	}
	if (subject->start == NULL)
		return false;

	/* its beginning may be the end of the agency's name */
	for (p = subject->start; p < subject->end; gir_next_char(&p, subject->end))
	{
		if (p > subject->start &&
			gir_title_word_before(text.start, p, gir_agency_governments) > 0 &&
			gir_title_word_at(p, subject->end, gir_title_subjects) == (size_t) (subject->end - p))
		{
			subject->start = p;
			break;
		}
	}
	return true;
}

/* Move over a number in brackets; false if there is none. */
static bool
skip_numbered(const char **text, const char *end)
{
	const char *p = *text;
	uint32_t	c = gir_next_char(&p, end);
	bool		number = false;

	if (c != '(' && c != 0xFF08)
		return false;
	while (p < end)
	{
		c = gir_next_char(&p, end);
		if (gir_year_digit(c) < 0 && c != 0x5341)
			break;
		number = true;
	}
	if (!number || (c != ')' && c != 0xFF09))
		return false;
	*text = p;
	return true;
}

/* The length of what a menu has before a name that is whole without it, or 0. */
static size_t
skip_menu(gir_piece name)
{
	size_t		len = gir_title_word_at(name.start, name.end, gir_title_subjects);
	gir_piece	rest = {name.start + len, name.end};

	return gir_names_place(rest) ? len : 0;
}

/* Take what is no part of it from both ends of a name. */
static void
strip_name(gir_piece *name, bool *doubtful)
{
	bool		digit = false;
	bool		more = true;
	size_t		len;

	/* the number in a list, a date or the rest of one */
	while (name->start < name->end)
	{
		const char *p = name->start;
		uint32_t	c = gir_next_char(&p, name->end);

		if (gir_digit_value(c) >= 0)
			digit = true;
		else if (digit && gir_title_word_at(name->start, name->end, gir_date_words) > 0)
			digit = false;
		else if (skip_numbered(&name->start, name->end))
			continue;
		else if (gir_fold_char(c) == 0 && c != '(' && c != 0xFF08)
			digit = false;
		else
			break;
		name->start = p;
	}
	if (digit && name->start < name->end)
		*doubtful = true;
	while (more)
	{
		more = false;
		len = gir_title_word_at(name->start, name->end, gir_title_prefixes);
		if (len == 0)
			len = gir_title_word_at(name->start, name->end, gir_year_words);
		if (len == 0)
			len = skip_menu(*name);
		if (len > 0)
		{
			name->start += len;
			more = true;
		}
		len = gir_title_word_before(name->start, name->end, gir_title_prefixes);
		if (len > 0)
		{
			name->end -= len;
			more = true;
		}
	}
}

/* Append a piece as printed to the name. */
static void
add_name(gir_title_parts *parts, gir_piece piece, gir_piece text, const char *printed)
{
	size_t		len = (size_t) (piece.end - piece.start);

	memcpy(parts->name + parts->name_len, printed + (piece.start - text.start), len);
	parts->name_len += len;
}

/*
 * Take a text apart as a title; "printed" is the same text before its characters
 * were simplified.
 */
bool
gir_read_title(gir_piece text, const char *printed, gir_title_parts *parts)
{
	gir_piece	subject;
	gir_piece	before;
	gir_piece	behind;
	gir_piece	where;
	const char *start = text.start;
	const char *p;

	if (!find_subject(text, &subject))
		return false;

	/* what stands before the title on its line is no part of it */
	for (p = start; (p = gir_title_find_word(p, subject.start, gir_title_breaks)) != NULL; p++)
		start = p + gir_title_word_at(p, subject.start, gir_title_breaks);

	/* the year: the last before the subject, or else behind it */
	parts->year = 0;
	parts->when.start = parts->when.end = NULL;
	for (p = start; p < subject.start; p = where.end)
	{
		int			year = gir_find_year(p, subject.start, false, &where);

		if (year == 0)
			break;
		parts->year = year;
		parts->when = where;
	}
	before.start = start;
	before.end = parts->when.start != NULL ? parts->when.start : subject.start;
	behind.start = parts->when.start != NULL ? parts->when.end : subject.start;
	behind.end = subject.start;
	parts->title.end = find_end(subject.end, text.end, &parts->year, &parts->when);
	if (parts->title.end == NULL)
		return false;
	if (parts->year == 0)
		parts->year = remarked_year(parts->title.end, text.end);

	/* before it: the agency, with the year before or behind it */
	parts->doubtful = false;
	parts->subject = subject.start;
	parts->name_len = 0;
	strip_name(&before, &parts->doubtful);
	strip_name(&behind, &parts->doubtful);
	if (start > text.start)
		parts->doubtful = false;
	add_name(parts, before, text, printed);
	add_name(parts, behind, text, printed);
	if (before.start < before.end)
		parts->title.start = before.start;
	else if (parts->when.start != NULL && parts->when.start < subject.start)
		parts->title.start = parts->when.start;
	else
		parts->title.start = subject.start;
	return true;
}
