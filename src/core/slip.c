/*
 * slip.c
 *		Slips of digits, and suggested changes in words.
 */
#include "core/suggest.h"

#include <stdio.h>

#include "core/words.h"

/* A number without the digit at a place: 1, 10, 100 ... */
static uint64_t
without_digit(uint64_t number, uint64_t place)
{
	return number / place / 10 * place + number % place;
}

/* The digit at a place. */
static int
digit_at(uint64_t number, uint64_t place)
{
	return (int) (number / place % 10);
}

/* True if the digit at a place is the same as the next higher one. */
static bool
is_doubled(uint64_t number, uint64_t place)
{
	return number / place >= 10 && digit_at(number, place) == digit_at(number / 10, place);
}

/* A number with the digit at a place and the next higher one swapped. */
static uint64_t
with_swapped_digits(uint64_t number, uint64_t place)
{
	uint64_t	low = (uint64_t) digit_at(number, place);
	uint64_t	high = (uint64_t) digit_at(number / 10, place);

	return number - low * place - high * place * 10 + high * place + low * place * 10;
}

/* True if two numbers of the same length differ in the digit at a place only. */
static bool
differ_at(uint64_t a, uint64_t b, uint64_t place)
{
	return a % place == b % place && a / place / 10 == b / place / 10 &&
		digit_at(a, place) != digit_at(b, place);
}

/* True if two numbers have as many digits. */
static bool
same_length(uint64_t a, uint64_t b)
{
	while (a >= 10 && b >= 10)
	{
		a /= 10;
		b /= 10;
	}
	return a < 10 && b < 10;
}

/* True if taking a digit from the longer number makes the shorter one. */
static bool
is_digit_missing(uint64_t longer, uint64_t shorter, bool doubled)
{
	uint64_t	place;

	if (longer < 10)
		return false;
	for (place = 1; longer / place > 0; place *= 10)
	{
		if (without_digit(longer, place) == shorter && (!doubled || is_doubled(longer, place)))
			return true;
	}
	return false;
}

/* The slip of digits that makes one number another. */
gir_slip
gir_find_slip(int64_t meant, int64_t printed)
{
	uint64_t	m = (uint64_t) meant;
	uint64_t	p = (uint64_t) printed;
	uint64_t	place;

	if (meant < 0 || meant == printed)
		return GIR_SLIP_NONE;
	if (printed < 0)
		return 0 - p == m ? GIR_SLIP_SIGN : GIR_SLIP_NONE;
	if (is_digit_missing(m, p, false))
		return GIR_SLIP_LOST;
	if (is_digit_missing(p, m, true))
		return GIR_SLIP_DOUBLED;
	for (place = 1; m / place >= 10; place *= 10)
	{
		if (with_swapped_digits(m, place) == p)
			return GIR_SLIP_SWAPPED;
	}
	for (place = 1; place == 1 || m / place > 0; place *= 10)
	{
		if (same_length(m, p) && differ_at(m, p, place))
			return GIR_SLIP_CHANGED;
	}
	if (is_digit_missing(p, m, false))
		return GIR_SLIP_EXTRA;
	return GIR_SLIP_NONE;
}

/* Stable name of a slip. */
const char *
gir_slip_name(gir_slip slip)
{
	static const char *const names[] = {
		[GIR_SLIP_NONE] = NULL,
		[GIR_SLIP_LOST] = "lost",
		[GIR_SLIP_DOUBLED] = "doubled",
		[GIR_SLIP_SWAPPED] = "swapped",
		[GIR_SLIP_SIGN] = "sign",
		[GIR_SLIP_CHANGED] = "changed",
		[GIR_SLIP_EXTRA] = "extra",
		[GIR_SLIP_OMITTED] = "omitted",
	};

	return names[slip];
}

/* A slip in Chinese. */
static const char *
slip_in_words(gir_slip slip)
{
	static const char *const words[] = {
		[GIR_SLIP_NONE] = NULL,
		[GIR_SLIP_LOST] = "似漏写一位数字",
		[GIR_SLIP_DOUBLED] = "似重复一位数字",
		[GIR_SLIP_SWAPPED] = "似相邻两位数字颠倒",
		[GIR_SLIP_SIGN] = "似多写负号",
		[GIR_SLIP_CHANGED] = "似写错一位数字",
		[GIR_SLIP_EXTRA] = "似多写一位数字",
		[GIR_SLIP_OMITTED] = "似漏填",
	};

	return words[slip];
}

/* Write a number. */
static void
put_number(const gir_writer *writer, int64_t number)
{
	char		digits[32];

	snprintf(digits, sizeof(digits), "%lld", (long long) number);
	gir_put(writer, digits);
}

/* A suggested change in Chinese. */
void
gir_suggestion_message(const gir_figures *figures, const gir_suggestion *suggestion,
					   const gir_change *change, const gir_writer *writer)
{
	const char *note;

	if (change == NULL)
	{
		gir_put_place(writer, suggestion->section, GIR_FORM_NEWEST, suggestion->row, GIR_NO_COLUMN);
		gir_put(writer, "需要改动的单元格超过 ");
		put_number(writer, GIR_MAX_CHANGES);
		gir_put(writer, " 个，无法指出错在何处。");
		return;
	}
	gir_put_place(writer, suggestion->section, GIR_FORM_NEWEST, GIR_CELL_ROW(change->cell),
				  gir_cell_column(change->cell));
	if (figures->known[change->cell])
	{
		put_number(writer, figures->value[change->cell]);
		gir_put(writer, " ");
	}
	else
		gir_put(writer, "空白");
	gir_put(writer, !change->determined ? "可改为 " :
		suggestion->nsolutions > 1 ? "可能应为 " : "应为 ");
	put_number(writer, change->value);
	note = change->determined ? slip_in_words(change->slip) : "其他数字不能确定此数";
	if (note != NULL)
	{
		gir_put(writer, "（");
		gir_put(writer, note);
		gir_put(writer, "）");
	}
	gir_put(writer, "。");
}
