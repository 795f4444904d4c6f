/*
 * unit.c
 *		Units as printed behind numbers and in heads.
 */
#include "core/number.h"

#include <string.h>

#include "core/chars.h"

/* In UTF-8. */
#define FIRST_BYTE_OF_RADICALS '\xE2'

/* Units with their first characters, longer ones before their own beginnings or ends. */
#define UNITS(X) \
	X(U'百', "百万元", GIR_UNIT_BAIWAN) \
	X(U'百', "百萬元", GIR_UNIT_BAIWAN) \
	X(U'十', "十亿元", GIR_UNIT_OTHER_MONEY) \
	X(U'百', "百亿元", GIR_UNIT_OTHER_MONEY) \
	X(U'千', "千亿元", GIR_UNIT_OTHER_MONEY) \
	X(U'十', "十万元", GIR_UNIT_OTHER_MONEY) \
	X(U'仟', "仟元", GIR_UNIT_OTHER_MONEY) \
	X(U'佰', "佰元", GIR_UNIT_OTHER_MONEY) \
	X(U'拾', "拾元", GIR_UNIT_OTHER_MONEY) \
	X(U'千', "千万元", GIR_UNIT_OTHER_MONEY) \
	X(U'万', "万元", GIR_UNIT_WAN) \
	X(U'萬', "萬元", GIR_UNIT_WAN) \
	X(U'千', "千元", GIR_UNIT_QIAN) \
	X(U'百', "百元", GIR_UNIT_OTHER_MONEY) \
	X(U'十', "十元", GIR_UNIT_OTHER_MONEY) \
	X(U'美', "美元", GIR_UNIT_OTHER_MONEY) \
	X(U'港', "港元", GIR_UNIT_OTHER_MONEY) \
	X(U'欧', "欧元", GIR_UNIT_OTHER_MONEY) \
	X(U'日', "日元", GIR_UNIT_OTHER_MONEY) \
	X(U'亿', "亿元", GIR_UNIT_YI) \
	X(U'億', "億元", GIR_UNIT_YI) \
	X(U'元', "元", GIR_UNIT_YUAN) \
	X(U'件', "件", GIR_UNIT_COUNT) \
	X(U'条', "条", GIR_UNIT_COUNT) \
	X(U'條', "條", GIR_UNIT_COUNT) \
	X(U'项', "项", GIR_UNIT_COUNT) \
	X(U'項', "項", GIR_UNIT_COUNT) \
	X(U'个', "个", GIR_UNIT_COUNT) \
	X(U'個', "個", GIR_UNIT_COUNT) \
	X(U'份', "份", GIR_UNIT_COUNT) \
	X(U'次', "次", GIR_UNIT_COUNT) \
	X(U'起', "起", GIR_UNIT_COUNT) \
	X(U'宗', "宗", GIR_UNIT_COUNT) \
	X(U'例', "例", GIR_UNIT_COUNT)

#define UNIT_ENTRY(first, text, unit) {text, unit},

static const struct
{
	const char *text;
	gir_unit	unit;
}			units[] = {UNITS(UNIT_ENTRY)};

#define UNIT_COUNT (sizeof(units) / sizeof(units[0]))

/* Bits of the characters that units begin with, by the low bits of their last bytes. */
#define LAST_BYTE_BIT(c) (UINT64_C(1) << ((c) & 0x3F))
#define UNIT_START(first, text, unit) | LAST_BYTE_BIT(first)

static const uint64_t unit_starts = 0 UNITS(UNIT_START);

/*
 * If the text at *p begins with a word, pass it.  White space may stand between
 * the characters of a word.
 */
bool
gir_pass_word(const char **p, const char *end, const char *word)
{
	const char *q = *p;
	const char *word_end;

	/* most texts differ in their first byte, unless that is a radical's */
	if (q == end || (*q != *word && *q != FIRST_BYTE_OF_RADICALS))
		return false;
	word_end = word + strlen(word);
	while (word < word_end)
	{
		uint32_t	c = gir_next_char(&word, word_end);
		uint32_t	found = ' ';

		while (q < end && gir_is_space(found))
			found = gir_next_char(&q, end);
		if (gir_unify_radical(found) != c)
			return false;
	}
	*p = q;
	return true;
}

/* Pass the unit at *p, if there is one. */
gir_unit
gir_pass_unit(const char **p, const char *end)
{
	size_t		i;

	/* all units are ideographs, or radicals that stand for them */
	if (end - *p < 3 || (unsigned char) **p < 0xE2)
		return GIR_UNIT_NONE;
	if (**p != FIRST_BYTE_OF_RADICALS && (unit_starts & LAST_BYTE_BIT((unsigned char) (*p)[2])) == 0)
		return GIR_UNIT_NONE;
	for (i = 0; i < UNIT_COUNT; i++)
	{
		if (**p != FIRST_BYTE_OF_RADICALS && memcmp(*p, units[i].text, 3) != 0)
			continue;
		if (gir_pass_word(p, end, units[i].text))
			return units[i].unit;
	}
	return GIR_UNIT_NONE;
}

/* The unit of money named in a text. */
gir_unit
gir_find_money_unit(const char *start, const char *end)
{
	const char *p = start;
	gir_unit	found = GIR_UNIT_NONE;

	while (p < end)
	{
		gir_unit	unit = gir_pass_unit(&p, end);

		if (unit == GIR_UNIT_NONE)
		{
			/* the unit may be more than is left of it */
			if (gir_next_char(&p, end) == GIR_BAD_CHAR)
				return GIR_UNIT_OTHER_MONEY;
		}
		else if (unit != GIR_UNIT_COUNT)
		{
			/* of two units, none is the unit */
			if (found != GIR_UNIT_NONE && found != unit)
				return GIR_UNIT_OTHER_MONEY;
			found = unit;
		}
	}
	return found;
}

/* True if a text is nothing but a unit. */
bool
gir_is_unit(const char *start, const char *end)
{
	gir_trim(&start, &end);
	return gir_pass_unit(&start, end) != GIR_UNIT_NONE && start == end;
}
