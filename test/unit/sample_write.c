/*
 * sample_write.c
 *		Writing labels and numbers in the ways that reports do.
 */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "sample.h"

#include "core/chars.h"
#include "core/label.h"

/* Write a text. */
void
sample_put(sample_printer *p, const char *text)
{
	size_t		len = strlen(text);

	if (p->s->len + len >= SAMPLE_TEXT_SIZE)
		abort();
	memcpy(p->s->text + p->s->len, text, len);
	p->s->len += len;
}

/* Write some of a text. */
static void
put_part(sample_printer *p, const char *start, const char *end)
{
	char		part[64];

	if ((size_t) (end - start) >= sizeof(part))
		abort();
	memcpy(part, start, (size_t) (end - start));
	part[end - start] = '\0';
	sample_put(p, part);
}

/* ---- labels ---- */

/* Characters that are written in other ways, too. */
static const struct
{
	const char *printed;
	const char *others[4];
	int			nothers;
}			variants[] = {
	{"（", {"(", "( "}, 2},
	{"）", {")", ") ", "） "}, 3},
	{"，", {",", ", ", "， "}, 3},
	{"：", {":", "： "}, 2},
	{"“", {"\"", "", "「", "‘"}, 4},
	{"”", {"\"", "", "」", "’"}, 4},
	{"/", {"／", ""}, 2},
	{"工", {"\xE2\xBC\xAF"}, 1},	/* radicals */
	{"人", {"\xE2\xBC\x88"}, 1},
	{"行", {"\xE2\xBE\x8F"}, 1},
	{"自", {"\xE2\xBE\x83"}, 1},
};

#define VARIANT_COUNT ((int) (sizeof(variants) / sizeof(variants[0])))

/* Ways of writing the mark behind a number in front of a label. */
static const char *const number_marks[] = {"．", "、", ". ", ".  "};

/*
 * True if a label can be broken here: behind its numbering, and so that neither
 * part is a label itself.
 */
static bool
can_break(const char *label, const char *at)
{
	const char *end = label + strlen(label);

	return at > label + 6 && at < end && *at != '.' && gir_find_label(label, at) == NULL &&
		gir_find_label(at, end) == NULL;
}

/* Write a label, in one of the ways that labels are written. */
void
sample_put_label(sample_printer *p, const char *label)
{
	static const char *const spaces[] = {" ", "  ", "\xE3\x80\x80", "\xC2\xA0"};
	const char *end = label + strlen(label);
	const char *c = label;
	bool		noisy = random_percent(p->random, p->style.percent_noise);
	bool		broken = random_percent(p->random, p->style.percent_broken);

	while (c < end)
	{
		const char *next = c;
		int			i;

		gir_next_char(&next, end);
		for (i = 0; i < VARIANT_COUNT; i++)
		{
			if (strncmp(c, variants[i].printed, strlen(variants[i].printed)) == 0)
				break;
		}
		if (noisy && i < VARIANT_COUNT && random_percent(p->random, 60))
			sample_put(p, variants[i].others[random_below(p->random, variants[i].nothers)]);
		else if (noisy && *c == '.' && c == label + 1 && random_percent(p->random, 60))
			sample_put(p, number_marks[random_below(p->random, 4)]);
		else
			put_part(p, c, next);
		c = next;
		if (c == end)
			break;
		if (broken && can_break(label, c) && random_percent(p->random, 25))
		{
			sample_put(p, p->style.newline);
			if (p->s->layout == SAMPLE_WORD && random_percent(p->random, 30))
				sample_put(p, p->style.newline);
			broken = false;
		}
		else if (noisy && random_percent(p->random, 8))
			sample_put(p, spaces[random_below(p->random, 4)]);
	}
}

/* ---- numbers ---- */

/* Write digits, perhaps full-width. */
static void
put_digits(sample_printer *p, const char *digits)
{
	bool		wide = random_percent(p->random, p->style.percent_wide);

	for (; *digits != '\0'; digits++)
	{
		char		out[5] = "";

		if (wide && *digits >= '0' && *digits <= '9')
			gir_put_char(out, 0xFF10u + (uint32_t) (*digits - '0'));
		else if (wide && *digits == '.')
			gir_put_char(out, 0xFF0Eu);
		else
			out[0] = *digits;
		sample_put(p, out);
	}
}

/* Write a number that is not negative, perhaps with separators. */
static void
put_whole(sample_printer *p, int64_t value)
{
	char		digits[32];
	const char *separator = random_percent(p->random, 50) ? "," : "，";
	int			len = sprintf(digits, "%lld", (long long) value);
	int			head = len % 3 == 0 ? 3 : len % 3;
	char		group[4];

	if (len <= 3 || !random_percent(p->random, p->style.percent_separated))
	{
		put_digits(p, digits);
		return;
	}
	memcpy(group, digits, (size_t) head);
	group[head] = '\0';
	put_digits(p, group);
	for (; head < len; head += 3)
	{
		sample_put(p, separator);
		memcpy(group, digits + head, 3);
		group[3] = '\0';
		put_digits(p, group);
	}
}

/* Write an amount, in ten thousand yuan or in yuan with the unit behind it. */
static void
put_amount(sample_printer *p, int64_t value, int scale, gir_unit head_unit)
{
	static const int64_t powers[] = {1, 10, 100, 1000, 10000};
	bool		yuan = random_percent(p->random, 25);
	char		decimals[32];

	if (yuan || head_unit == GIR_UNIT_YUAN)
	{
		/* four places further, as there are at most four decimals */
		put_whole(p, value * powers[4 - scale]);
		if (yuan)
			sample_put(p, random_percent(p->random, 50) ? "元" : " 元");
		return;
	}
	put_whole(p, value / powers[scale]);
	if (scale > 0)
	{
		int64_t		rest = value % powers[scale];

		sample_put(p, ".");
		while (scale-- > 0)
		{
			sprintf(decimals, "%d", (int) (rest / powers[scale] % 10));
			put_digits(p, decimals);
		}
	}
	if (head_unit == GIR_UNIT_NONE || random_percent(p->random, 10))
		sample_put(p, "万元");
}

/* Write the number of a cell. */
void
sample_put_number(sample_printer *p, int cell, gir_unit head_unit)
{
	static const char *const spaces[] = {" ", "  ", "\xC2\xA0", "\xE3\x80\x80"};
	static const char *const minus_signs[] = {"-", "－", "减", "减少", "\xE2\x88\x92"};
	static const char *const plus_signs[] = {"+", "＋", "增", ""};
	int64_t		value = p->s->truth.value[cell];
	bool		spaced = random_percent(p->random, p->style.percent_spaced);

	if (spaced && random_percent(p->random, 70))
		sample_put(p, spaces[random_below(p->random, 4)]);
	if (gir_cell_is_amount(cell))
		put_amount(p, value, p->s->truth.scale[cell], head_unit);
	else
	{
		if (value < 0)
			sample_put(p, minus_signs[random_below(p->random, 5)]);
		else if (gir_cell_column(cell) == GIR_COL_ITEMS_CHANGE)
			sample_put(p, plus_signs[random_below(p->random, 4)]);
		put_whole(p, value < 0 ? -value : value);
		if (random_percent(p->random, p->style.percent_counter))
			sample_put(p, random_percent(p->random, 70) ? "件" : " 件");
	}
	if (spaced && random_percent(p->random, 70))
		sample_put(p, spaces[random_below(p->random, 4)]);
}
