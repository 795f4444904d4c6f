/*
 * wording.c
 *		Labels and values as documents write them: widths, spaces, line breaks,
 *		signs, separators and units.
 */
#include "gen.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "core/chars.h"

/* Room for any number as it is written, in bytes. */
#define NUMBER_SIZE 128

/* Keep a text for as long as the document. */
const char *
gen_keep(gen_document *document, const char *text, size_t len)
{
	char	   *copy = document->arena + document->arena_len;

	if (document->arena_len + len + 1 > GEN_ARENA_SIZE)
	{
		fprintf(stderr, "generator: a document is too large\n");
		exit(1);
	}
	memcpy(copy, text, len);
	copy[len] = '\0';
	document->arena_len += len + 1;
	return copy;
}

/* Draw how a document is written. */
void
gen_draw_style(gen_document *document, const gen_layout *layout)
{
	static const int few[] = {0, 0, 0, 0, 3, 10};
	static const int some[] = {0, 0, 0, 0, 15, 100};
	gen_rng    *rng = &document->rng;
	gen_style  *style = &document->style;

	style->parentheses = gen_below(rng, 3);
	style->point = gen_below(rng, 5);
	style->quotes = gen_below(rng, 4);
	style->space_chance = GEN_PICK(rng, few);
	style->break_chance = GEN_PICK(rng, some) / 3;
	style->blank_breaks = gen_chance(rng, 30);
	style->radicals = gen_chance(rng, 8);
	style->separator = gen_chance(rng, 25) ? 1 + gen_below(rng, 2) : 0;
	style->wide_digits = GEN_PICK(rng, some);
	style->counter = GEN_PICK(rng, some) / 2;
	style->padding = GEN_PICK(rng, some);
	style->header = gen_below(rng, 8);
	style->total_place = gen_below(rng, 2);
	style->mark = gen_below(rng, layout->glued ? 4 : 8);
	style->header_unit = gen_chance(rng, 75) ? GIR_UNIT_WAN : GIR_UNIT_NONE;
	style->plain_digits = layout->glued;
	/* parts of labels cannot be told apart where they are glued to others, or broken */
	if ((layout->glued || layout->laid_out) && style->header != 2 && style->header != 5)
		style->header = 0;
	/* nor can spaces within cells where there are but spaces between them */
	if (layout->laid_out)
		style->padding = style->space_chance = 0;
}

/* A character as another one that looks the same, or itself. */
static uint32_t
radical_of(uint32_t c)
{
	static const struct
	{
		uint32_t	character;
		uint32_t	radical;
	}			pairs[] = {
		{0x4E00, 0x2F00}, {0x4E8C, 0x2F06}, {0x4EBA, 0x2F08}, {0x5341, 0x2F17}, {0x5DE5, 0x2F2F},
		{0x5DF1, 0x2F30}, {0x6587, 0x2F42}, {0x65B9, 0x2F45}, {0x65E0, 0x2F46}, {0x65E5, 0x2F47},
		{0x6BD4, 0x2F50}, {0x751F, 0x2F63}, {0x7528, 0x2F64}, {0x7ACB, 0x2F74}, {0x81EA, 0x2F83},
		{0x884C, 0x2F8F}, {0x91D1, 0x2FA6}, {0x957F, 0x2ED3}, {0x5927, 0x2F24}
	};
	size_t		i;

	for (i = 0; i < sizeof(pairs) / sizeof(pairs[0]); i++)
	{
		if (pairs[i].character == c)
			return pairs[i].radical;
	}
	return c;
}

/* Write one character of a label. */
static size_t
put_label_char(gen_document *document, char *out, uint32_t c)
{
	static const char *const quotes[4][2] = {{"“", "”"}, {"\"", "\""}, {"", ""}, {"「", "」"}};
	gen_rng    *rng = &document->rng;
	gen_style  *style = &document->style;
	bool		half = style->parentheses == 1 || (style->parentheses == 2 && gen_chance(rng, 50));

	switch (c)
	{
		case 0xFF08:			/* parentheses */
			return (size_t) sprintf(out, "%s", half ? "(" : "（");
		case 0xFF09:
			return (size_t) sprintf(out, "%s", half ? ")" : "）");
		case 0xFF0C:			/* comma */
			return (size_t) sprintf(out, "%s", half ? ", " : "，");
		case 0xFF1A:			/* colon */
			return (size_t) sprintf(out, "%s", half ? ":" : "：");
		case 0x201C:			/* quotes */
			return (size_t) sprintf(out, "%s", quotes[style->quotes][0]);
		case 0x201D:
			return (size_t) sprintf(out, "%s", quotes[style->quotes][1]);
		case '/':
			return (size_t) sprintf(out, "%s", half ? "/" : "／");
		default:
			return gir_put_char(out, style->radicals ? radical_of(c) : c);
	}
}

/* A label as this document writes it. */
const char *
gen_label(gen_document *document, const char *label)
{
	static const char *const points[] = {".", ". ", "．", "、", "."};
	static const char *const spaces[] = {" ", "\xC2\xA0", "\xE3\x80\x80", "  "};
	gen_rng    *rng = &document->rng;
	gen_style  *style = &document->style;
	char		out[1024];
	size_t		len = 0;
	const char *p = label;
	const char *end = label + strlen(label);
	bool		breaks = gen_chance(rng, style->break_chance);
	int			break_at = -1;
	int			characters = 0;
	bool		body = false;	/* behind the numbering */

	if (breaks)
		break_at = 1 + gen_below(rng, (int) (strlen(label) / 3));
	if (label[0] >= '1' && label[0] <= '9' && label[1] == '.')
	{
		out[len++] = label[0];
		len += (size_t) sprintf(out + len, "%s", points[style->point]);
		p += 2;
		body = true;
	}
	while (p < end)
	{
		uint32_t	c = gir_next_char(&p, end);

		len += put_label_char(document, out + len, c);
		if (c == 0xFF09 || (c >= 0x4E00 && c <= 0x9FFF && p < end && !body && label[0] != '\xEF'))
			body = true;
		if (p >= end || !body)
			continue;
		characters++;
		if (characters == break_at)
			out[len++] = GEN_BREAK;
		else if (gen_chance(rng, style->space_chance))
			len += (size_t) sprintf(out + len, "%s", GEN_PICK(rng, spaces));
	}
	if (len > 0 && out[len - 1] == GEN_BREAK)
		len--;
	return gen_keep(document, out, len);
}

/* Write a number with a decimal point. */
size_t
gen_put_number(char *out, int64_t value, int scale)
{
	char		digits[32];
	uint64_t	rest = (uint64_t) (value < 0 ? -value : value);
	int			len = 0;
	size_t		n = 0;

	/* from the last digit to the first, with one before the point */
	do
	{
		digits[len++] = (char) ('0' + rest % 10);
		rest /= 10;
	} while (rest > 0 || len <= scale);
	if (value < 0)
		out[n++] = '-';
	while (len > 0)
	{
		out[n++] = digits[--len];
		if (len == scale && scale > 0)
			out[n++] = '.';
	}
	out[n] = '\0';
	return n;
}

/* Put separators between the thousands of the digits before the point. */
static void
separate(char *text, const char *separator)
{
	char		out[NUMBER_SIZE] = "";
	size_t		whole = strcspn(text, ".");
	size_t		n = 0;
	size_t		i;

	for (i = 0; text[i] != '\0'; i++)
	{
		if (i > 0 && i < whole && (whole - i) % 3 == 0)
		{
			strcpy(out + n, separator);
			n += strlen(separator);
		}
		out[n++] = text[i];
	}
	memcpy(text, out, n + 1);
}

/* Write digits, point and signs in full width. */
static void
widen(char *text)
{
	char		out[NUMBER_SIZE];
	size_t		n = 0;
	const char *p;

	for (p = text; *p != '\0'; p++)
	{
		if ((*p >= '0' && *p <= '9') || *p == '.' || *p == '+' || *p == '-')
			n += gir_put_char(out + n, (uint32_t) *p + 0xFEE0);
		else
			out[n++] = *p;
	}
	out[n] = '\0';
	memcpy(text, out, n + 1);
}

/* The amount in a cell: in the header's unit, or with a unit of its own. */
static const char *
put_amount(gen_document *document, char *out, int cell)
{
	gen_rng    *rng = &document->rng;
	gen_truth  *truth = &document->truth;
	gen_style  *style = &document->style;
	gir_unit	unit = style->header_unit;
	int64_t		value = truth->value[cell];
	int			scale = truth->scale[cell];
	int			i;

	/* the 2021 form has its unit in the header, always */
	if (GIR_CELL_ROW(cell) == GIR_ROW_FEES)
		unit = GIR_UNIT_WAN;
	if (style->plain_digits && unit == GIR_UNIT_WAN)
		i = 0;
	else if (style->plain_digits)
		i = 3;
	else
		i = unit == GIR_UNIT_WAN ? gen_below(rng, 4) : 2 + gen_below(rng, 6);
	if (i == 2 && scale <= 4)
	{
		for (; scale < 4; scale++)
			value *= 10;
		gen_put_number(out, value, 0);
		return "元";
	}
	gen_put_number(out, value, scale);
	if (i == 3 && unit != GIR_UNIT_WAN && value != 0)
		truth->state[cell] = GIR_STATE_TEXT;	/* nobody knows in what unit */
	return i == 1 || i > 3 ? "万元" : "";
}

/* A change of a number, with a sign or a word in front. */
static void
put_change(gen_document *document, char *out, int64_t value)
{
	static const char *const increases[] = {"", "+", "", "增", "增加"};
	static const char *const decreases[] = {"-", "-", "－", "减", "减少"};
	int			i = gen_below(&document->rng, document->style.plain_digits ? 1 : 5);

	out += sprintf(out, "%s", value < 0 ? decreases[i] : value > 0 ? increases[i] : "");
	gen_put_number(out, value < 0 ? -value : value, 0);
}

/* What is printed in a cell. */
const char *
gen_value(gen_document *document, int cell)
{
	static const char *const marks[] = {"/", "-", "—", "－", "--", "——", "N/A", "不适用"};
	static const char *const separators[] = {",", "，"};
	static const char *const paddings[] = {" ", "  ", "\xC2\xA0", "\xE3\x80\x80", "\xE2\x80\x82"};
	gen_rng    *rng = &document->rng;
	gen_truth  *truth = &document->truth;
	gen_style  *style = &document->style;
	gir_column	column = gir_cell_column(cell);
	const char *unit = "";
	char		text[NUMBER_SIZE];
	char		out[2 * NUMBER_SIZE];
	size_t		len = 0;

	if (truth->state[cell] == GIR_STATE_BLANK)
		return "";
	if (truth->state[cell] == GIR_STATE_NOT_APPLICABLE)
		return marks[style->mark];
	if (column == GIR_COL_AMOUNT)
		unit = put_amount(document, text, cell);
	else if (column == GIR_COL_ITEMS_CHANGE)
		put_change(document, text, truth->value[cell]);
	else
	{
		gen_put_number(text, truth->value[cell], 0);
		if (!style->plain_digits && gen_chance(rng, style->counter))
			unit = "件";
	}
	if (!style->plain_digits)
	{
		if (style->separator > 0 && column != GIR_COL_ITEMS_CHANGE)
			separate(text, separators[style->separator - 1]);
		if (gen_chance(rng, style->wide_digits))
			widen(text);
		if (gen_chance(rng, style->padding))
			len = (size_t) sprintf(out, "%s", GEN_PICK(rng, paddings));
	}
	len += (size_t) sprintf(out + len, "%s%s", text, unit);
	if (!style->plain_digits && gen_chance(rng, style->padding))
		len += (size_t) sprintf(out + len, "%s", GEN_PICK(rng, paddings));
	return gen_keep(document, out, len);
}
