/*
 * title_words.c
 *		The pieces that titles and signatures are made of.
 */
#include "core/title_words.h"

#include <stdint.h>
#include <string.h>

#include "core/chars.h"

#define FIRST_YEAR 2008			/* the regulation's first */
#define LAST_YEAR 2099

/* In longer texts it pays to look for each word of a list by itself. */
#define FEW_BYTES 64

/* The longest syllable of pinyin, in characters. */
#define PINYIN_LETTERS 6

/* Names of places have at least as many characters before the word for a place. */
#define PLACE_CHARS 2

/* The length of the word of a list that a text begins with, or 0. */
size_t
gir_title_word_at(const char *p, const char *end, const char *const *words)
{
	/* no word begins within a character */
	if (p == end || ((unsigned char) *p & 0xC0) == 0x80)
		return 0;
	for (; *words != NULL; words++)
	{
		const char *word = *words;
		const char *q = p;

		while (q < end && *word != '\0' && *q == *word)
		{
			q++;
			word++;
		}
		if (*word == '\0')
			return (size_t) (q - p);
	}
	return 0;
}

/* The first place in a text where another one stands, which is not empty, or NULL. */
static const char *
find_text(const char *p, const char *end, const char *text)
{
	size_t		len = strlen(text);
	size_t		last = len - 1;

	/* of a character's bytes the last one says most */
	while ((size_t) (end - p) >= len)
	{
		const char *found = memchr(p + last, text[last], (size_t) (end - p) - last);

		if (found == NULL)
			return NULL;
		p = found - last;
		if (memcmp(p, text, last) == 0)
			return p;
		p++;
	}
	return NULL;
}

/* The same for a word of a list, in a text that is short. */
static const char *
find_word_by_characters(const char *p, const char *end, const char *const *words)
{
	const char *const *word;
	uint64_t	bits = 0;

	for (word = words; *word != NULL; word++)
		bits |= UINT64_C(1) << ((unsigned char) (*word)[gir_char_len(**word) - 1] & 63);
	while (p < end)
	{
		int			len;

		/* the last byte of most characters is none that a word's first one has */
		while (end - p >= 3 && gir_is_ideograph(p) &&
			   (bits & UINT64_C(1) << ((unsigned char) p[2] & 63)) == 0)
			p += 3;
		if (p == end)
			break;
		len = gir_char_len(*p);
		if (end - p >= len && (bits & UINT64_C(1) << ((unsigned char) p[len - 1] & 63)) != 0 &&
			gir_title_word_at(p, end, words) > 0)
			return p;
		/* what is no UTF-8 can have a word within what looks like a character */
		do
			p++;
		while (--len > 0 && p < end && ((unsigned char) *p & 0xC0) == 0x80);
	}
	return NULL;
}

/* The first place in a text where a word of a list stands, or NULL. */
const char *
gir_title_find_word(const char *p, const char *end, const char *const *words)
{
	const char *first = NULL;

	if (words[1] != NULL && end - p <= FEW_BYTES)
		return find_word_by_characters(p, end, words);
	for (; *words != NULL; words++)
	{
		const char *found = find_text(p, end, *words);

		if (found != NULL && (first == NULL || found < first))
			first = found;
	}
	return first;
}

/* The length of the word of a list that a text ends with, or 0. */
size_t
gir_title_word_before(const char *start, const char *p, const char *const *words)
{
	for (; *words != NULL; words++)
	{
		size_t		len = strlen(*words);

		if ((size_t) (p - start) >= len && memcmp(p - len, *words, len) == 0)
			return len;
	}
	return 0;
}

/* True for a small letter of pinyin, with a tone mark or without. */
static bool
is_pinyin_letter(uint32_t c)
{
	return (c >= 'a' && c <= 'z') || (c >= 0xE0 && c <= 0x24F) || (c >= 0x300 && c <= 0x36F);
}

/* Move over a syllable of pinyin in brackets; false if there is none. */
static bool
skip_pinyin(const char **text, const char *end)
{
	const char *p = *text;
	uint32_t	c = gir_next_char(&p, end);
	int			letters = 0;

	if (c != '(' && c != 0xFF08)
		return false;
	while (p < end)
	{
		c = gir_next_char(&p, end);
		if (!is_pinyin_letter(c))
			break;
		if (++letters > PINYIN_LETTERS)
			return false;
	}
	if (letters == 0 || (c != ')' && c != 0xFF09))
		return false;
	*text = p;
	return true;
}

/* A line without white space, marks in front, and pinyin. */
bool
gir_title_squeeze(const char *p, const char *end, gir_short_line *line)
{
	line->len = 0;
	while (p < end)
	{
		const char *start = p;
		uint32_t	c = gir_next_char(&p, end);

		if (gir_is_space(c) || (line->len == 0 && (c == '#' || c == '*' || c == '-')))
			continue;
		/* mirrors of sites print it behind the characters they have changed */
		if (line->len > 0 && (c == '(' || c == 0xFF08) && skip_pinyin(&start, end))
		{
			p = start;
			continue;
		}
		if (line->len + 4 > GIR_TITLE_LINE_SIZE)
			return false;
		line->len += (uint16_t) gir_put_char(line->text + line->len, gir_unify_radical(c));
	}
	while (line->len > 0 && line->text[line->len - 1] == '*')
		line->len--;
	return true;
}

/* The digit of a year that a character is, Arabic or Chinese, or -1. */
int
gir_year_digit(uint32_t c)
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

/* The first year in a text. */
int
gir_find_year(const char *p, const char *end, bool loose, gir_piece *where)
{
	while (p < end)
	{
		const char *start = p;
		const char *after = p;
		int			year = 0;
		int			digits = 0;

		while (p < end)
		{
			int			digit = gir_year_digit(gir_next_char(&p, end));

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
			where->end = after + gir_title_word_at(after, end, gir_year_words);
			return year;
		}
	}
	return 0;
}

/* True if a text is made of what names are made of. */
bool
gir_is_name_part(gir_piece name)
{
	const char *p = name.start;

	if (p == name.end)
		return false;
	while (p < name.end)
	{
		uint32_t	c = gir_next_char(&p, name.end);

		if (gir_digit_value(c) >= 0 || (gir_fold_char(c) == 0 && c != '(' && c != ')' &&
										c != 0xFF08 && c != 0xFF09 && c != 0x3001))
			return false;
	}
	return true;
}

/* True if a text can be an agency's name. */
bool
gir_is_name(gir_piece name)
{
	size_t		len = gir_title_word_before(name.start, name.end, gir_agency_endings);

	return len > 0 && (size_t) (name.end - name.start) > len && gir_is_name_part(name);
}

/* True if a text has the name of a place, or that of the nation in front. */
bool
gir_names_place(gir_piece name)
{
	const char *p = name.start;
	int			chars = 0;

	if (gir_title_word_at(p, name.end, gir_nation_words) > 0)
		return true;
	while (p < name.end)
	{
		size_t		len = gir_title_word_at(p, name.end, gir_no_place_words);

		if (len > 0)
		{
			p += len;
			chars += 2;
			continue;
		}
		if (chars >= PLACE_CHARS && gir_title_word_at(p, name.end, gir_place_words) > 0)
			return true;
		gir_next_char(&p, name.end);
		chars++;
	}
	return false;
}

/* True if a text ends with a place. */
bool
gir_ends_with_place(gir_piece name)
{
	size_t		len = gir_title_word_before(name.start, name.end, gir_place_words);

	return len > 0 && (size_t) (name.end - name.start) > len && gir_is_name_part(name);
}

/* True if an agency's name can be no more than a part of it. */
bool
gir_is_poor_name(gir_piece agency)
{
	size_t		len = (size_t) (agency.end - agency.start);

	return !gir_is_name_part(agency) || len < strlen("水利部") ||
		gir_title_word_at(agency.start, agency.end, gir_agency_bodies) == len ||
		(!gir_is_name(agency) && !gir_names_place(agency));
}
