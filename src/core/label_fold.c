/*
 * label_fold.c
 *		Folding of printed texts: what is left of a label when the way it is
 *		written is taken away.
 */
#include "core/label.h"

#include <string.h>

#include "core/chars.h"

/* True for the closing brackets. */
static bool
is_close_bracket(uint32_t c)
{
	return c == ')' || c == 0xFF09 || c == ']' || c == 0xFF3D || c == 0x3015 || c == 0x3011;
}

/* True for what can follow a number that numbers a label. */
static bool
is_number_mark(uint32_t c)
{
	return c == '.' || c == 0xFF0E || c == 0x3001 || c == ',' || c == 0xFF0C ||
		c == ':' || c == 0xFF1A;
}

/* True for the numerals that number labels: digits, and Chinese one to ten. */
static inline bool
is_numeral(uint32_t c)
{
	switch (c)
	{
		case 0x4E00:			/* one */
		case 0x4E8C:
		case 0x4E09:
		case 0x56DB:
		case 0x4E94:
		case 0x516D:
		case 0x4E03:
		case 0x516B:
		case 0x4E5D:
		case 0x5341:			/* ten */
			return true;
		default:
			return gir_digit_value(c) >= 0;
	}
}

/* The ideograph that a text begins with, or 0. */
static inline uint32_t
first_ideograph(const char *p, const char *end)
{
	return end - p >= 3 && gir_is_ideograph(p) ? gir_ideograph(p) : 0;
}

/*
 * Where a text goes on behind a numbering as the forms print it, "（一）", "一、"
 * or "1.", or with brackets of half width; the text's beginning if there is none.
 */
static inline const char *
skip_plain_numbering(const char *p, const char *end)
{
	if (end - p <= 9)
		return p;
	if (*p >= '0' && *p <= '9')
		return p[1] == '.' ? p + 2 : p;
	if (*p == '(')
		return is_numeral(first_ideograph(p + 1, end)) && p[4] == ')' ? p + 5 : p;
	if (memcmp(p, "（", 3) == 0)
		return is_numeral(first_ideograph(p + 3, end)) && memcmp(p + 6, "）", 3) == 0 ? p + 9 : p;
	if (memcmp(p + 3, "、", 3) == 0)
		return is_numeral(first_ideograph(p, end)) ? p + 6 : p;
	return p;
}

/* Where the label begins after the numbering in front of it, if there is one. */
const char *
gir_skip_numbering(const char *p, const char *end)
{
	int			rounds;

	/* "三、（一）" is two numberings. */
	for (rounds = 0; rounds < 2; rounds++)
	{
		const char *q = p;
		const char *character = p;
		uint32_t	c = 0;
		const char *plain;
		uint32_t	first;
		bool		opened = false;
		bool		spaced = false; /* white space stands behind digits */
		int			numerals = 0;
		int			digits = 0;

		while (q < end && *q == ' ')
			q++;
		first = first_ideograph(q, end);
		if ((first != 0 && !is_numeral(first)) || gir_begins_with_year(p, end))
			return p;
		plain = skip_plain_numbering(p, end);
		if (plain > p)
		{
			p = plain;
			continue;
		}
		while (q < end)
		{
			character = q;
			c = gir_next_char(&q, end);
			if (c < GIR_FIRST_IDEOGRAPH || c > GIR_LAST_IDEOGRAPH)
				c = gir_unify_radical(c);
			if (is_numeral(c))
			{
				numerals++;
				digits += gir_digit_value(c) >= 0;
				spaced = false;
			}
			else if (c >= GIR_FIRST_IDEOGRAPH && c <= GIR_LAST_IDEOGRAPH)
				break;
			else if (gir_is_open_bracket(c))
				opened = true;
			else if (gir_is_space(c))
			{
				spaced = numerals > 0 && digits == numerals && !opened;
				continue;
			}
			else if (numerals == 0 && gir_fold_char(c) == 0)
				continue;
			else
				break;
			if (numerals > 3)
				return p;
		}
		if (numerals == 0 || q >= end)
			return p;
		if (is_close_bracket(c) || (!opened && is_number_mark(c)))
			p = q;
		else
			/* "1 属于国家秘密" has white space for a mark */
			return spaced && c >= GIR_FIRST_IDEOGRAPH && c <= GIR_LAST_IDEOGRAPH ? character : p;
	}
	return p;
}

/* Fold a text for comparison with labels. */
size_t
gir_fold_label(const char *start, const char *end, bool drop_parentheses,
			   char out[GIR_LABEL_SIZE], bool *parentheses)
{
	const char *p = gir_skip_numbering(start, end);
	size_t		len = 0;
	int			depth = 0;

	*parentheses = false;
	while (p < end)
	{
		const char *run = p;
		uint32_t	c;

		/* most characters are ideographs, which are what they are */
		while (end - p >= 3 && gir_is_ideograph(p))
			p += 3;
		if (p > run && !(depth > 0 && drop_parentheses))
		{
			if (len + (size_t) (p - run) > GIR_LABEL_SIZE)
				return 0;
			memcpy(out + len, run, (size_t) (p - run));
			len += (size_t) (p - run);
		}
		if (p == end)
			break;

		c = gir_next_char(&p, end);
		if (gir_is_open_bracket(c))
		{
			*parentheses = true;
			depth++;
			continue;
		}
		if (is_close_bracket(c))
		{
			if (depth > 0)
				depth--;
			continue;
		}
		if (depth > 0 && drop_parentheses)
			continue;
		c = gir_fold_char(c);
		if (c == 0)
			continue;
		if (len + 4 > GIR_LABEL_SIZE)
			return 0;
		len += gir_put_char(out + len, c);
	}
	return len;
}
