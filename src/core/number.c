/*
 * number.c
 *		Values as printed in cells: numbers, units, blanks and marks.
 *
 * What is accepted as a number is narrow on purpose.  "012", "1 2" and "1,23"
 * may be what is left of other numbers, so they are text and not numbers.
 */
#include "core/number.h"

#include <string.h>

#include "core/chars.h"

/* Longer texts do not say "not applicable"; in bytes. */
#define MAX_MARK 24

/* Longer texts are no values, whatever they begin with; in bytes. */
#define MAX_VALUE 120

/* Longer texts are no unit, even with white space in it; in bytes. */
#define MAX_UNIT 48

/* More digits than this are no number, whatever they are: it would not fit. */
#define MAX_DIGITS 19

/* Words before a number that give its sign. */
static const struct
{
	const char *text;
	bool		negative;
}			sign_words[] = {
	{"增加", false},
	{"减少", true},
	{"減少", true},
	{"增", false},
	{"减", true},
	{"減", true},
};

#define SIGN_WORD_COUNT (sizeof(sign_words) / sizeof(sign_words[0]))

/* Words that say that a cell does not apply. */
static const char *const not_applicable_words[] = {"不适用", "不適用", "N/A", "n/a", "NA"};

#define NOT_APPLICABLE_COUNT (sizeof(not_applicable_words) / sizeof(not_applicable_words[0]))

/* The ideographs that these words and those of signs begin with. */
static const char *const value_word_starts[] = {"不", "增", "减", "減"};

/* A number taken apart. */
typedef struct scanned
{
	uint64_t	digits;			/* all digits as one number, without the sign */
	int			scale;			/* how many of them stand after the point */
	bool		negative;
	bool		plus;			/* a plus sign or a word stands before it */
	bool		word;			/* the sign is a word */
	gir_unit	unit;
} scanned;

/* Pass white space. */
static void
pass_spaces(const char **p, const char *end)
{
	gir_trim(p, &end);
}

/* Pass the sign at *p, if there is one. */
static void
pass_sign(const char **p, const char *end, scanned *number)
{
	const char *q = *p;
	uint32_t	c = gir_next_char(&q, end);
	size_t		i;

	if (c == '-' || c == 0xFF0D || c == 0x2212)
	{
		number->negative = true;
		*p = q;
		return;
	}
	if (c == '+' || c == 0xFF0B)
	{
		number->plus = true;
		*p = q;
		return;
	}
	for (i = 0; i < SIGN_WORD_COUNT; i++)
	{
		if (gir_pass_word(p, end, sign_words[i].text))
		{
			number->negative = sign_words[i].negative;
			number->word = true;
			pass_spaces(p, end);
			return;
		}
	}
}

/*
 * Pass the digits at *p with their thousands separators and decimal point.
 * Returns false if they are not written as a number is.
 */
static bool
pass_digits(const char **p, const char *end, scanned *number)
{
	int			total = 0;		/* digits seen */
	int			group = 0;		/* digits since the last separator */
	int			separators = 0;
	bool		point = false;
	int			first = -1;
	int			whole = 0;		/* digits before the point */
	uint64_t	most = (uint64_t) INT64_MAX + number->negative;

	number->digits = 0;
	number->scale = 0;
	while (*p < end)
	{
		const char *q = *p;
		uint32_t	c = gir_next_char(&q, end);
		int			digit = gir_digit_value(c);

		if (digit >= 0)
		{
			if (++total > MAX_DIGITS)
				return false;
			if (first < 0)
				first = digit;
			if (number->digits > (most - (unsigned) digit) / 10)
				return false;
			number->digits = number->digits * 10 + (unsigned) digit;
			group++;
			if (point)
				number->scale++;
			else
				whole++;
		}
		else if ((c == ',' || c == 0xFF0C) && !point)
		{
			if (separators == 0 ? (group < 1 || group > 3) : group != 3)
				return false;
			separators++;
			group = 0;
		}
		else if ((c == '.' || c == 0xFF0E) && !point)
		{
			if (whole == 0 || (separators > 0 && group != 3))
				return false;
			point = true;
			group = 0;
		}
		else
			break;
		*p = q;
	}
	if (total == 0 || group == 0 || (!point && separators > 0 && group != 3))
		return false;
	/* a zero in front: what is left of another number, or two cells in one */
	return !(first == 0 && whole > 1);
}

/* True if a text is made of dashes and slashes only, or says "not applicable". */
static bool
is_mark(const char *start, const char *end)
{
	const char *p = start;
	int			marks = 0;
	size_t		i;

	if (end - start > MAX_MARK)
		return false;
	for (i = 0; i < NOT_APPLICABLE_COUNT; i++)
	{
		p = start;
		if (gir_pass_word(&p, end, not_applicable_words[i]) && p == end)
			return true;
	}
	for (p = start; p < end && marks <= 4; marks++)
	{
		switch (gir_next_char(&p, end))
		{
			case '/':
			case '\\':
			case '-':
			case 0x2010:
			case 0x2011:
			case 0x2012:
			case 0x2013:
			case 0x2014:
			case 0x2015:
			case 0x2212:
			case 0x2500:
			case 0xFF0D:
			case 0xFF0F:
				break;
			default:
				return false;
		}
	}
	return marks > 0 && marks <= 4;
}

/* Take a trimmed text that is not empty apart as a number; false if it is none. */
static bool
scan_number(const char *start, const char *end, scanned *number)
{
	const char *p = start;

	if (end - start > MAX_VALUE)
		return false;
	memset(number, 0, sizeof(*number));
	if (*p < '0' || *p > '9')
		pass_sign(&p, end, number);
	if (!pass_digits(&p, end, number))
		return false;
	if (p < end)
	{
		pass_spaces(&p, end);
		if (end - p > MAX_UNIT)
			return false;
		number->unit = gir_pass_unit(&p, end);
	}
	return p == end;
}

/* True for three bytes that are an ideograph which words in values begin with. */
static bool
is_value_word(const char *p)
{
	size_t		i;

	for (i = 0; i < sizeof(value_word_starts) / sizeof(value_word_starts[0]); i++)
	{
		if (memcmp(p, value_word_starts[i], 3) == 0)
			return true;
	}
	return false;
}

/*
 * The number that a text of a few ASCII digits is, as most values are, or -1;
 * it does not begin with a zero, unless it is zero.
 */
static inline int64_t
plain_number(const char *start, const char *end)
{
	int64_t		number = 0;

	if (end - start > 9 || (*start == '0' && end - start > 1))
		return -1;
	for (; start < end; start++)
	{
		if (*start < '0' || *start > '9')
			return -1;
		number = number * 10 + (*start - '0');
	}
	return number;
}

/*
 * True for a text that begins with a word or a bracket which begins no value:
 * most labels do.
 */
static inline bool
begins_with_word(const char *start, const char *end)
{
	const unsigned char *p = (const unsigned char *) start;

	if (end - start < 3)
		return false;
	/* a numbered label: what follows is not the fraction of a number */
	if (p[0] <= '9' && p[0] >= '0' && p[1] == '.' && p[2] >= 0xE4 && p[2] <= 0xE9)
		return true;
	/* of the words that values begin with, all are of E4, E5 and E6 */
	return (p[0] >= 0xE7 && p[0] <= 0xE9) || (p[0] >= 0xE4 && p[0] <= 0xE6 && !is_value_word(start)) ||
		memcmp(start, "（", 3) == 0;
}

/* What a text looks like. */
gir_value_shape
gir_shape_of(const char *start, const char *end)
{
	scanned		number;

	gir_trim(&start, &end);
	if (start == end)
		return GIR_SHAPE_BLANK;
	if (plain_number(start, end) >= 0)
		return GIR_SHAPE_NUMBER;
	if (begins_with_word(start, end) || gir_ends_sentence(start, end))
		return GIR_SHAPE_TEXT;
	if (scan_number(start, end, &number))
		return GIR_SHAPE_NUMBER;
	return is_mark(start, end) ? GIR_SHAPE_MARK : GIR_SHAPE_TEXT;
}

/* How many digits the point moves to the left from a unit to 万元. */
static int
unit_shift(gir_unit unit)
{
	switch (unit)
	{
		case GIR_UNIT_YUAN:
			return 4;
		case GIR_UNIT_QIAN:
			return 1;
		case GIR_UNIT_BAIWAN:
			return -2;
		case GIR_UNIT_YI:
			return -4;
		default:
			return 0;
	}
}

/* Digits with the sign of the number that they are of. */
static int64_t
with_sign(const scanned *number, uint64_t digits)
{
	if (!number->negative)
		return (int64_t) digits;
	return digits == 0 ? 0 : -(int64_t) (digits - 1) - 1;
}

/* Turn a scanned amount into 万元; false if it does not fit. */
static bool
convert_amount(const scanned *number, gir_unit unit, gir_value *value)
{
	int			scale = number->scale + unit_shift(unit);
	uint64_t	digits = number->digits;

	/* no more decimals than were printed, unless they are needed */
	while (scale > number->scale && digits % 10 == 0)
	{
		digits /= 10;
		scale--;
	}
	for (; scale < 0; scale++)
	{
		if (digits > INT64_MAX / 10)
			return false;
		digits *= 10;
	}
	value->value = with_sign(number, digits);
	value->scale = (uint8_t) scale;
	return true;
}

/* Turn a scanned whole number into a count; false if it is none. */
static bool
convert_count(const scanned *number, gir_quantity quantity, gir_value *value)
{
	uint64_t	digits = number->digits;
	int			scale = number->scale;

	if (number->unit != GIR_UNIT_NONE && number->unit != GIR_UNIT_COUNT)
		return false;
	if (quantity == GIR_QUANTITY_COUNT && (number->plus || number->word))
		return false;

	/* Spreadsheets write 2.0 or 2.00; 2.000 may be two thousand. */
	if (scale > 2)
		return false;
	for (; scale > 0; scale--)
	{
		if (digits % 10 != 0)
			return false;
		digits /= 10;
	}
	value->value = with_sign(number, digits);
	value->scale = 0;
	return true;
}

/* Read a cell. */
gir_value
gir_read_value(const char *start, const char *end, gir_quantity quantity, gir_unit header_unit)
{
	gir_value	value = {GIR_STATE_TEXT, 0, 0, false};
	scanned		number;
	int64_t		plain;

	gir_trim(&start, &end);
	if (start == end)
	{
		value.state = GIR_STATE_BLANK;
		return value;
	}
	if (quantity != GIR_QUANTITY_AMOUNT && (plain = plain_number(start, end)) >= 0)
	{
		value.state = GIR_STATE_NUMBER;
		value.value = plain;
		return value;
	}
	if (!scan_number(start, end, &number))
	{
		if (is_mark(start, end))
			value.state = GIR_STATE_NOT_APPLICABLE;
		return value;
	}

	if (quantity == GIR_QUANTITY_AMOUNT)
	{
		gir_unit	unit = number.unit != GIR_UNIT_NONE ? number.unit : header_unit;

		if (unit == GIR_UNIT_COUNT || unit == GIR_UNIT_OTHER_MONEY || number.plus || number.word)
			return value;
		/* zero is zero in any unit */
		if (unit == GIR_UNIT_NONE && number.digits != 0)
			value.unit_missing = true;
		else if (convert_amount(&number, unit, &value))
			value.state = GIR_STATE_NUMBER;
	}
	else if (convert_count(&number, quantity, &value))
		value.state = GIR_STATE_NUMBER;
	return value;
}

/* True if a text is what can be left of a number: digits and what stands between them. */
bool
gir_is_part_of_number(const char *start, const char *end)
{
	bool		digits = false;

	gir_trim(&start, &end);
	if (end - start > MAX_VALUE)
		return false;
	while (start < end)
	{
		uint32_t	c = gir_next_char(&start, end);

		if (gir_digit_value(c) >= 0)
			digits = true;
		else if (c != '.' && c != 0xFF0E && c != ',' && c != 0xFF0C)
			return false;
	}
	return digits;
}
