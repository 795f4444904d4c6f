/*
 * wide.c
 *		Sums of figures that cannot overflow, with decimals if need be.
 */
#include "core/wide.h"

#include <stdio.h>
#include <string.h>

#define LOW_MASK INT64_C(0xffffffff)

/* More decimals than these are not compared. */
#define MAX_SCALE 30

/* Bring the low part back into its range. */
static void
normalise(gir_wide *sum)
{
	int64_t		carry = sum->low >> 32;

	sum->high += carry;
	sum->low &= LOW_MASK;
}

/* Add a number to a sum. */
void
gir_wide_add(gir_wide *sum, int64_t value)
{
	sum->high += value >> 32;
	sum->low += value & LOW_MASK;
	normalise(sum);
}

/* Take a number away from a sum. */
void
gir_wide_take(gir_wide *sum, int64_t value)
{
	sum->high -= value >> 32;
	sum->low -= value & LOW_MASK;
	normalise(sum);
}

/* Left minus right. */
gir_wide
gir_wide_subtract(gir_wide a, gir_wide b)
{
	gir_wide	result = {a.high - b.high, a.low - b.low};

	normalise(&result);
	return result;
}

/* Multiply a sum. */
bool
gir_wide_multiply(gir_wide *sum, int factor)
{
	int64_t		limit = (INT64_MAX >> 8) / factor;

	if (sum->high > limit || sum->high < -limit)
		return false;
	sum->high *= factor;
	sum->low *= factor;
	normalise(sum);
	return true;
}

/* How a compares with b. */
int
gir_wide_compare(gir_wide a, gir_wide b)
{
	if (a.high != b.high)
		return a.high < b.high ? -1 : 1;
	return a.low < b.low ? -1 : a.low > b.low;
}

/* Give a sum more decimals. */
static bool
rescale(gir_decimal *sum, int scale)
{
	if (scale > MAX_SCALE)
		return false;
	for (; sum->scale < scale; sum->scale++)
	{
		if (!gir_wide_multiply(&sum->sum, 10))
			return false;
	}
	return true;
}

/* Add a number with decimals to a sum, or take it away. */
bool
gir_decimal_add(gir_decimal *sum, int64_t value, int scale, bool negative)
{
	gir_decimal term = {{0, 0}, 0};

	if (scale == 0 && sum->scale == 0)
	{
		(negative ? gir_wide_take : gir_wide_add) (&sum->sum, value);
		return true;
	}
	while (scale > 0 && value % 10 == 0)
	{
		value /= 10;
		scale--;
	}
	gir_wide_add(&term.sum, value);
	term.scale = scale;
	if (!gir_decimal_align(sum, &term))
		return false;
	if (!negative)
	{
		gir_wide	zero = {0, 0};

		term.sum = gir_wide_subtract(zero, term.sum);
	}
	sum->sum = gir_wide_subtract(sum->sum, term.sum);
	return true;
}

/* Bring two sums to the same scale. */
bool
gir_decimal_align(gir_decimal *a, gir_decimal *b)
{
	return rescale(a, b->scale) && rescale(b, a->scale);
}

/* The decimal digits of a sum. */
void
gir_wide_format(gir_wide value, char digits[32])
{
	char		reversed[32];
	int			n = 0;
	char	   *out = digits;
	uint64_t	high,
				low;

	if (value.high < 0)
	{
		gir_wide	zero = {0, 0};

		value = gir_wide_subtract(zero, value);
		*out++ = '-';
	}
	high = (uint64_t) value.high;
	low = (uint64_t) value.low;
	do
	{
		uint64_t	rest = (high % 10) << 32 | low;

		reversed[n++] = (char) ('0' + rest % 10);
		low = rest / 10;
		high /= 10;
	} while ((high != 0 || low != 0) && n < 30);
	while (n > 0)
		*out++ = reversed[--n];
	*out = '\0';
}

/*
 * The decimal digits of a sum with decimals, without zeros at their end; with an
 * exponent if there are very many.
 */
void
gir_wide_format_scaled(gir_wide value, int scale, char digits[48])
{
	char		whole[32];
	const char *p = whole;
	char	   *out = digits;
	int			len,
				i;

	gir_wide_format(value, whole);
	if (*p == '-')
		*out++ = *p++;
	len = (int) strlen(p);
	for (; scale > 0 && len > 1 && p[len - 1] == '0'; len--)
		scale--;
	if (len == 1 && p[0] == '0')
		scale = 0;
	if (scale > MAX_SCALE)
	{
		snprintf(out, 48 - (size_t) (out - digits), "%.*se-%d", len, p, scale);
		return;
	}
	if (len <= scale)
		*out++ = '0';
	for (i = 0; i < len - scale; i++)
		*out++ = p[i];
	if (scale > 0)
	{
		*out++ = '.';
		for (i = len; i < scale; i++)
			*out++ = '0';
		for (i = len > scale ? len - scale : 0; i < len; i++)
			*out++ = p[i];
	}
	*out = '\0';
}
