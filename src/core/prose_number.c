/*
 * prose_number.c
 *		Numbers and dates in sentences.
 *
 * What is accepted as a number is narrow: digits with proper separators, or
 * Chinese numerals in front of a counter.  Everything else that has digits is a
 * number that is not exact, and no count.
 */
#include "core/prose_scan.h"

#include <string.h>

#include "core/chars.h"

/* Longer numbers are no counts. */
#define MAX_DIGITS 12

/* Characters of numbers and dates. */
#define YEAR 0x5E74				/* nian */
#define YEARS 0x5EA6			/* du: in the course of the year */
#define MONTH 0x6708			/* yue */
#define MONTHS 0x4EFD			/* fen: as a part of the year */
#define DAY 0x65E5				/* ri */
#define DAY_SPOKEN 0x53F7		/* hao */
#define ORDINAL 0x7B2C			/* di */
#define SOME 0x51E0				/* ji */
#define SEVERAL 0x6570			/* shu */
#define PAIR 0x4E24				/* liang: two of something */
#define ROUND_ZERO 0x3007
#define CIRCLE 0x25CB			/* written for a zero */
#define TEN 0x5341
#define HUNDRED 0x767E
#define THOUSAND 0x5343

/* The digit at a place, or -1. */
static int
digit_at(const gir_sentence *s, int i)
{
	return i >= 0 && i < s->nchars && s->chars[i].c < 0x80 ? gir_digit_value(s->chars[i].c) : -1;
}

/* The value of a Chinese numeral below ten, or -1. */
static int
numeral_digit(uint32_t c)
{
	switch (c)
	{
		case ROUND_ZERO:
		case 0x96F6:
			return 0;
		case 0x4E00:
			return 1;
		case 0x4E8C:
		case PAIR:
			return 2;
		case 0x4E09:
			return 3;
		case 0x56DB:
			return 4;
		case 0x4E94:
			return 5;
		case 0x516D:
			return 6;
		case 0x4E03:
			return 7;
		case 0x516B:
			return 8;
		case 0x4E5D:
			return 9;
		default:
			return -1;
	}
}

/* The value of a Chinese numeral that multiplies, or 0. */
static int
numeral_unit(uint32_t c)
{
	return c == TEN ? 10 : c == HUNDRED ? 100 : c == THOUSAND ? 1000 : 0;
}

/* True if a number in Chinese numerals, or a year, can begin with a character. */
bool
gir_begins_numeral(uint32_t c)
{
	return c == CIRCLE || numeral_unit(c) > 0 || numeral_digit(c) >= 0;
}

/* Read a number in digits at a place; returns where it ends. */
static int
read_digits(const gir_sentence *s, int i, gir_prose_token *token)
{
	int			digits = 0;
	int			first = digit_at(s, i);

	token->exact = true;
	token->number = 0;
	for (;;)
	{
		int			digit = digit_at(s, i);

		if (digit >= 0)
		{
			if (digits > 0 && s->chars[i].spaced)
			{
				/* two numbers, or one with a gap */
				token->exact = false;
			}
			if (++digits <= MAX_DIGITS)
				token->number = token->number * 10 + digit;
			i++;
		}
		else if (i < s->nchars && s->chars[i].c == ',' && digits > 0 && digits <= 3 &&
				 !s->chars[i].spaced && digit_at(s, i + 1) >= 0 && digit_at(s, i + 2) >= 0 &&
				 digit_at(s, i + 3) >= 0 && digit_at(s, i + 4) < 0)
		{
			int			k;

			for (k = i + 1; k <= i + 3; k++)
			{
				if (s->chars[k].spaced)
					return i;
				token->number = token->number * 10 + digit_at(s, k);
			}
			digits += 3;
			i += 4;
		}
		else if (i < s->nchars && s->chars[i].c == '.' && digit_at(s, i + 1) >= 0)
		{
			token->exact = false;
			i++;
		}
		else
			break;
	}
	if (digits > MAX_DIGITS || (first == 0 && digits > 1))
		token->exact = false;
	return i;
}

/*
 * Read a number in Chinese numerals at a place; returns where it ends, or the
 * place itself if it is not written as a number is.
 */
static int
read_numerals(const gir_sentence *s, int i, gir_prose_token *token)
{
	int			start = i;
	int			last_unit = 10000;
	int			digit = -1;
	bool		zero = false;

	token->exact = true;
	token->numeral = true;
	token->number = 0;
	for (; i < s->nchars; i++)
	{
		uint32_t	c = s->chars[i].c;
		int			value = numeral_digit(c);
		int			unit = numeral_unit(c);

		if (value >= 0)
		{
			if (digit >= 0)
				return start;
			if (value == 0 && i > start)
				zero = true;
			else
				digit = value;
		}
		else if (unit > 0)
		{
			if (digit < 0 && unit == 10 && (i == start || zero))
				digit = 1;
			if (digit <= 0 || unit >= last_unit)
				return start;
			token->number += (int64_t) digit * unit;
			last_unit = unit;
			digit = -1;
			zero = false;
		}
		else
			break;
	}
	if (digit > 0 && last_unit == 100 && !zero)
		return start;			/* "a hundred and five" is never "100 5" */
	if (digit >= 0)
		token->number += digit;
	return i;
}

/* True if the character before a number keeps it from being a count. */
static bool
is_bad_before(uint32_t c, bool digits)
{
	/* the n-th; a sign; a quotient; several */
	if (c == ORDINAL || c == '+' || c == '/' || c == SOME)
		return true;
	if (digits)
		return (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z');
	return c == SEVERAL;
}

/* Read what stands behind a number: words for more or less, and the counter. */
static int
read_counter(const gir_prose_index *index, const gir_sentence *s, int i, gir_prose_token *token)
{
	const gir_prose_word *word;
	int			len;

	word = gir_prose_word_at(index, s, i, GIR_CLASS_BIT(GIR_W_MORE), &len);
	if (word != NULL)
	{
		token->exact = false;
		i += len;
	}
	word = gir_prose_word_at(index, s, i, GIR_CLASS_BIT(GIR_W_COUNTER), &len);
	if (word != NULL)
	{
		token->unit = word->text;
		token->cases = word->value != 0;
		token->value = word->value;
		i += len;
		word = gir_prose_word_at(index, s, i, GIR_CLASS_BIT(GIR_W_MORE), &len);
		if (word == NULL)
			word = gir_prose_word_at(index, s, i, GIR_CLASS_BIT(GIR_W_THESE), &len);
		if (word != NULL && len > 1)
		{
			token->exact = false;
			i += len;
		}
	}
	return i;
}

/* Read a date at a place: a year, or a month with or without a day; or 0. */
static int
read_date(const gir_sentence *s, int i, gir_prose_token *token)
{
	int			digits = 0;
	int			value = 0;

	while (digits < 5)
	{
		int			digit = digit_at(s, i + digits);

		if (digit < 0 && i + digits < s->nchars)
		{
			digit = numeral_digit(s->chars[i + digits].c);
			if (digit < 0 && s->chars[i + digits].c == CIRCLE)
				digit = 0;
		}
		if (digit < 0)
			break;
		value = value * 10 + digit;
		digits++;
	}
	i += digits;
	if (i >= s->nchars || digits == 0)
		return 0;
	if (digits == 4 && s->chars[i].c == YEAR && value >= GIR_FIRST_YEAR && value <= GIR_LAST_YEAR)
	{
		token->class = GIR_W_YEAR;
		token->number = value;
		i++;
		return i < s->nchars && s->chars[i].c == YEARS ? i + 1 : i;
	}
	if (digits <= 2 && s->chars[i].c == MONTH && value >= 1 && value <= 12)
	{
		int			day = ++i;

		while (digit_at(s, i) >= 0 && i - day < 2)
			i++;
		if (i > day && i < s->nchars && (s->chars[i].c == DAY || s->chars[i].c == DAY_SPOKEN))
		{
			token->class = GIR_W_FILLER;
			token->number = value;	/* the month */
			return i + 1;
		}
		token->class = GIR_W_MONTH;
		token->number = value;
		return day < s->nchars && s->chars[day].c == MONTHS ? day + 1 : day;
	}
	return 0;
}

/* Read a number or date at a place; returns where it ends, or 0 if there is none. */
int
gir_read_prose_number(const gir_prose_index *index, const gir_sentence *s, int i,
					  gir_prose_token *token)
{
	bool		digits = digit_at(s, i) >= 0;
	int			end;

	if (!digits && !gir_begins_numeral(s->chars[i].c))
		return 0;
	end = read_date(s, i, token);
	if (end > 0)
		return end;
	if (digits)
		end = read_digits(s, i, token);
	else
	{
		end = read_numerals(s, i, token);
		if (end == i)
			return 0;
	}
	token->class = GIR_W_NUMBER;
	if (i > 0 && is_bad_before(s->chars[i - 1].c, digits))
		token->exact = false;
	end = read_counter(index, s, end, token);

	/* numerals without a counter are words, but for a zero behind a link */
	if (!digits && token->unit == NULL && !(token->number == 0 && end == i + 1))
		return 0;
	return end;
}
