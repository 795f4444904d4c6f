/*
 * number.h
 *		Values as printed in cells: numbers, units, blanks and marks.
 *
 * number.c		values
 * unit.c		units
 */
#ifndef GIR_NUMBER_H
#define GIR_NUMBER_H

#include <stdbool.h>
#include <stdint.h>

#include "core/gireport_core.h"

/* What a text looks like, before it is known which column it stands in. */
typedef enum gir_value_shape
{
	GIR_SHAPE_BLANK,
	GIR_SHAPE_NUMBER,
	GIR_SHAPE_MARK,				/* a slash, a dash and the like */
	GIR_SHAPE_TEXT
} gir_value_shape;

typedef enum gir_unit
{
	GIR_UNIT_NONE,
	GIR_UNIT_YUAN,				/* 元 */
	GIR_UNIT_QIAN,				/* 千元, a thousand yuan */
	GIR_UNIT_WAN,				/* 万元, ten thousand yuan */
	GIR_UNIT_BAIWAN,			/* 百万元, a million yuan */
	GIR_UNIT_YI,				/* 亿元, a hundred million yuan */
	GIR_UNIT_OTHER_MONEY,		/* some other amount of money */
	GIR_UNIT_COUNT				/* 件, 条 and other counters */
} gir_unit;

/* What kind of value a column holds. */
typedef enum gir_quantity
{
	GIR_QUANTITY_COUNT,			/* whole number; a sign is kept, for the checks to find */
	GIR_QUANTITY_CHANGE,		/* whole number with a sign or a word for it */
	GIR_QUANTITY_AMOUNT			/* decimal, in 万元 */
} gir_quantity;

typedef struct gir_value
{
	gir_state	state;
	int64_t		value;
	uint8_t		scale;
	bool		unit_missing;	/* an amount that no unit is printed for */
} gir_value;

/* True for a text of one digit, as most values are. */
static inline bool
gir_is_digit(const char *start, const char *end)
{
	return end - start == 1 && *start >= '0' && *start <= '9';
}

extern gir_value_shape gir_shape_of(const char *start, const char *end);

/* Read a cell.  "header_unit" is the unit printed in the column's head. */
extern gir_value gir_read_value(const char *start, const char *end,
								gir_quantity quantity, gir_unit header_unit);

/* The unit of money named in a text such as a column's head. */
extern gir_unit gir_find_money_unit(const char *start, const char *end);

/* True if a text is what can be left of a number: digits and what stands between them. */
extern bool gir_is_part_of_number(const char *start, const char *end);

/* True if a text is nothing but a unit. */
extern bool gir_is_unit(const char *start, const char *end);

/* ---- among the files of this topic ---- */

/*
 * If the text at *p begins with a word, pass it.  White space may stand between
 * the characters of a word.
 */
extern bool gir_pass_word(const char **p, const char *end, const char *word);

/* Pass the unit at *p, if there is one. */
extern gir_unit gir_pass_unit(const char **p, const char *end);

#endif							/* GIR_NUMBER_H */
