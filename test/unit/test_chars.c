/*
 * test_chars.c
 *		Characters: decoding and encoding, white space, folding, trimming.
 */
#include <stdlib.h>
#include <string.h>

#include "unit.h"

#include "core/chars.h"

/* Decode the first character of some bytes, which end where they end. */
static uint32_t
decode(const char *bytes, size_t len, size_t *used)
{
	char	   *copy = malloc(len);
	const char *p = copy;
	uint32_t	c;

	assert_non_null(copy);
	memcpy(copy, bytes, len);
	c = gir_next_char(&p, copy + len);
	*used = (size_t) (p - copy);
	free(copy);
	return c;
}

/* Well-formed sequences give their character and are passed whole. */
static void
test_decode_well_formed(void **state)
{
	static const struct
	{
		const char *bytes;
		uint32_t	c;
	}			cases[] = {
		{"A", 0x41},
		{"\x7F", 0x7F},
		{"\xC2\x80", 0x80},
		{"\xC2\xA0", 0xA0},
		{"\xDF\xBF", 0x7FF},
		{"\xE0\xA0\x80", 0x800},
		{"\xE8\xA7\x84", 0x89C4},	/* the first character of "regulations" */
		{"\xED\x9F\xBF", 0xD7FF},
		{"\xEE\x80\x80", 0xE000},
		{"\xEF\xBF\xBD", 0xFFFD},
		{"\xEF\xBF\xBF", 0xFFFF},
		{"\xF0\x90\x80\x80", 0x10000},
		{"\xF0\xA0\x80\x80", 0x20000},
		{"\xF4\x8F\xBF\xBF", 0x10FFFF},
	};
	int			i;

	(void) state;
	for (i = 0; i < UNIT_COUNT(cases); i++)
	{
		size_t		len = strlen(cases[i].bytes);
		size_t		used;
		uint32_t	c = decode(cases[i].bytes, len, &used);

		if (c != cases[i].c || used != len)
			fail_msg("case %d: U+%04X in %zu bytes", i, (unsigned) c, used);
	}
}

/* Everything else is one bad character for its first byte alone. */
static void
test_decode_ill_formed(void **state)
{
	static const char *const cases[] = {
		"\x80",					/* a trailing byte first */
		"\xBF\x80",
		"\xC0\x80",				/* overlong */
		"\xC1\xBF",
		"\xE0\x80\x80",
		"\xE0\x9F\xBF",
		"\xF0\x80\x80\x80",
		"\xF0\x8F\xBF\xBF",
		"\xED\xA0\x80",			/* surrogates */
		"\xED\xBF\xBF",
		"\xF4\x90\x80\x80",		/* past the last character */
		"\xF5\x80\x80\x80",
		"\xF8\x88\x80\x80\x80",
		"\xFE",
		"\xFF",
		"\xC2",					/* cut by the end */
		"\xE8",
		"\xE8\xA7",
		"\xF0\xA0",
		"\xF0\xA0\x80",
		"\xC2" "A",				/* cut by another character */
		"\xE8" "AA",
		"\xE8\xA7" "A",
		"\xE8\xA7\xE8",
		"\xF0\xA0\x80" "A",
	};
	int			i;

	(void) state;
	for (i = 0; i < UNIT_COUNT(cases); i++)
	{
		size_t		used;
		uint32_t	c = decode(cases[i], strlen(cases[i]), &used);

		if (c != GIR_BAD_CHAR || used != 1)
			fail_msg("case %d: U+%04X in %zu bytes", i, (unsigned) c, used);
	}
}

/* What is encoded decodes to itself, for every character there is. */
static void
test_encode(void **state)
{
	uint32_t	c;

	(void) state;
	for (c = 0; c <= 0x10FFFF; c++)
	{
		char		bytes[4];
		const char *p = bytes;
		size_t		len;

		if (c == 0xD800)
			c = 0xE000;
		len = gir_put_char(bytes, c);
		if (gir_next_char(&p, bytes + len) != c || p != bytes + len)
			fail_msg("U+%04X", (unsigned) c);
	}
}

static void
test_spaces(void **state)
{
	static const uint32_t spaces[] = {
		' ', '\t', '\n', '\v', '\f', '\r', 0x85, 0xA0, 0x2002, 0x2003, 0x2009, 0x200B,
		0x2028, 0x2029, 0x202F, 0x205F, 0x2060, 0x3000, 0xFEFF
	};
	static const uint32_t others[] = {
		0, 0x08, 0x0E, 0x1F, '!', '0', 'a', 0x7F, 0xB7, 0x1FFF, 0x2010, 0x2E80, 0x3001,
		0x4E00, 0xFF10, GIR_BAD_CHAR
	};
	int			i;

	(void) state;
	for (i = 0; i < UNIT_COUNT(spaces); i++)
	{
		if (!gir_is_space(spaces[i]))
			fail_msg("U+%04X is a space", (unsigned) spaces[i]);
	}
	for (i = 0; i < UNIT_COUNT(others); i++)
	{
		if (gir_is_space(others[i]))
			fail_msg("U+%04X is no space", (unsigned) others[i]);
	}
}

static void
test_digits(void **state)
{
	static const uint32_t others[] = {
		'0' - 1, '9' + 1, 'a', 0xB2, 0x0663, 0x2460, 0x4E00, 0x3007, 0xFF0F, 0xFF1A, GIR_BAD_CHAR
	};
	int			i;

	(void) state;
	for (i = 0; i < 10; i++)
	{
		assert_int_equal(gir_digit_value((uint32_t) ('0' + i)), i);
		assert_int_equal(gir_digit_value(0xFF10u + (uint32_t) i), i);
	}
	for (i = 0; i < UNIT_COUNT(others); i++)
		assert_int_equal(gir_digit_value(others[i]), -1);
}

/* Folding: 0 stands for characters that do not count. */
static void
test_fold(void **state)
{
	static const struct
	{
		uint32_t	c;
		uint32_t	folded;
	}			cases[] = {
		{'7', '7'}, {'q', 'q'}, {'Q', 'q'},
		{0xFF17, '7'}, {0xFF51, 'q'}, {0xFF31, 'q'},	/* full-width 7 q Q */
		{0x89C4, 0x89C4}, {0x3400, 0x3400}, {0x9FFF, 0x9FFF}, {0x20000, 0x20000},
		{0x3007, 0x3007},		/* the ideographic zero */
		{' ', 0}, {0xA0, 0}, {0x3000, 0}, {'\n', 0}, {'\t', 0},
		{'.', 0}, {',', 0}, {'(', 0}, {'"', 0}, {'\'', 0}, {'-', 0}, {'/', 0}, {'#', 0}, {'*', 0},
		{0xFF0C, 0}, {0xFF08, 0}, {0xFF09, 0}, {0xFF1A, 0}, {0xFF0F, 0},	/* ，（）：／ */
		{0x3001, 0}, {0x3002, 0}, {0x300A, 0}, {0x300C, 0}, {0x3010, 0},	/* 、。《「【 */
		{0x2018, 0}, {0x2019, 0}, {0x201C, 0}, {0x201D, 0}, {0x2014, 0},	/* ‘’“”— */
		{0xB7, 0},
		{0x2F2F, 0x5DE5},		/* Kangxi radical for work */
		{0x2F00, 0x4E00}, {0x2FD5, 0x9FA0},
		{0x2ED3, 0x957F},		/* CJK radical, simplified long */
		{0x2EDA, 0x9875},		/* CJK radical, simplified leaf */
	};
	int			i;

	(void) state;
	for (i = 0; i < UNIT_COUNT(cases); i++)
	{
		uint32_t	folded = gir_fold_char(cases[i].c);

		if (folded != cases[i].folded)
			fail_msg("U+%04X folds to U+%04X", (unsigned) cases[i].c, (unsigned) folded);
	}
}

/* White space of every kind counts for nothing. */
static void
test_fold_spaces(void **state)
{
	uint32_t	c;

	(void) state;
	for (c = 0; c <= 0x10FFFF; c++)
	{
		if (gir_is_space(c) && gir_fold_char(c) != 0)
			fail_msg("the space U+%04X folds to U+%04X", (unsigned) c, (unsigned) gir_fold_char(c));
	}
}

/* A folded character folds to itself. */
static void
test_fold_twice(void **state)
{
	uint32_t	c;

	(void) state;
	for (c = 0; c <= 0x10FFFF; c++)
	{
		uint32_t	folded = gir_fold_char(c);

		if (folded != 0 && gir_fold_char(folded) != folded)
			fail_msg("U+%04X folds to U+%04X, which folds on", (unsigned) c, (unsigned) folded);
	}
}

static void
test_unify_radical(void **state)
{
	static const struct
	{
		uint32_t	c;
		uint32_t	unified;
	}			cases[] = {
		{0x2F08, 0x4EBA},		/* man */
		{0x2FBC, 0x9AD8},		/* high */
		{0x2F54, 0x6C34},		/* water */
		{0x2ED3, 0x957F},		/* long */
		{0x2E80, 0x2E80},		/* stands for no character */
		{0x2E9A, 0x2E9A},		/* not assigned */
		{0x2EF3, 0x9F9F},
		{0x2EF4, 0x2EF4}, {0x2EFF, 0x2EFF},
		{0x2FD6, 0x2FD6},
		{0x4E00, 0x4E00}, {'1', '1'},
	};
	int			i;

	(void) state;
	for (i = 0; i < UNIT_COUNT(cases); i++)
	{
		uint32_t	unified = gir_unify_radical(cases[i].c);

		if (unified != cases[i].unified)
			fail_msg("U+%04X gives U+%04X", (unsigned) cases[i].c, (unsigned) unified);
	}
}

static void
test_trim(void **state)
{
	static const struct
	{
		const char *text;
		const char *trimmed;
	}			cases[] = {
		{"", ""},
		{" ", ""},
		{" \t\r\n", ""},
		{"\xE3\x80\x80\xC2\xA0\xE2\x80\x82", ""},	/* U+3000 U+00A0 U+2002 */
		{"7", "7"},
		{" 7 ", "7"},
		{"7\r", "7"},
		{"\xC2\xA0" "7\xC2\xA0", "7"},
		{"\xE3\x80\x80" "7\xE3\x80\x80 ", "7"},
		{"\xEF\xBB\xBF" "7", "7"},
		{" 1 2 ", "1 2"},
		{" 规 章 ", "规 章"},
		{"规章\xE3\x80\x80", "规章"},
		{"7\xE3\x80", "7\xE3\x80"}, /* no whole space */
		{"7 \x80 ", "7 \x80"},
		{"\xE3\x80 7", "\xE3\x80 7"},
		{"7\xA0", "7\xA0"},		/* a Latin-1 space is no UTF-8 */
		{"\xF0\xA0\x80\x80 ", "\xF0\xA0\x80\x80"},
	};
	int			i;

	(void) state;
	for (i = 0; i < UNIT_COUNT(cases); i++)
	{
		size_t		len = strlen(cases[i].text);
		char	   *copy = malloc(len > 0 ? len : 1);
		const char *start = copy;
		const char *end = copy + len;

		assert_non_null(copy);
		memcpy(copy, cases[i].text, len);
		gir_trim(&start, &end);
		if (start < copy || end > copy + len || start > end ||
			(size_t) (end - start) != strlen(cases[i].trimmed) ||
			memcmp(start, cases[i].trimmed, (size_t) (end - start)) != 0)
			fail_msg("case %d", i);
		free(copy);
	}
}

int
main(void)
{
	static const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_decode_well_formed),
		cmocka_unit_test(test_decode_ill_formed),
		cmocka_unit_test(test_encode),
		cmocka_unit_test(test_spaces),
		cmocka_unit_test(test_digits),
		cmocka_unit_test(test_fold),
		cmocka_unit_test(test_fold_spaces),
		cmocka_unit_test(test_fold_twice),
		cmocka_unit_test(test_unify_radical),
		cmocka_unit_test(test_trim),
	};

	return cmocka_run_group_tests_name("chars", tests, NULL, NULL);
}
