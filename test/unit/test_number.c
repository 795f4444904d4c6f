/*
 * test_number.c
 *		Values as printed: numbers, units, signs, blanks and marks.
 */
#include <stdlib.h>
#include <string.h>

#include "unit.h"

#include "core/number.h"

#define NUMBER GIR_STATE_NUMBER
#define BLANK GIR_STATE_BLANK
#define MARK GIR_STATE_NOT_APPLICABLE
#define TEXT GIR_STATE_TEXT

typedef struct value_case
{
	const char *text;
	gir_unit	unit;			/* in the head */
	gir_state	state;
	int64_t		value;
	int			scale;
} value_case;

/* Read each text of a table and compare. */
static void
check_values(gir_quantity quantity, const value_case *cases, int ncases)
{
	int			i;

	for (i = 0; i < ncases; i++)
	{
		const value_case *c = &cases[i];
		size_t		len = strlen(c->text);
		char	   *copy = malloc(len > 0 ? len : 1);
		gir_value	value;

		assert_non_null(copy);
		memcpy(copy, c->text, len);
		value = gir_read_value(copy, copy + len, quantity, c->unit);
		free(copy);
		if (value.state != c->state)
			fail_msg("\"%s\": %s, not %s", c->text, gir_state_name(value.state), gir_state_name(c->state));
		if (value.state == NUMBER && (value.value != c->value || value.scale != c->scale))
			fail_msg("\"%s\": %lld, scale %d", c->text, (long long) value.value, value.scale);
	}
}

/* Whole numbers. */
static void
test_counts(void **state)
{
	static const value_case cases[] = {
		{"0", 0, NUMBER, 0, 0},
		{"7", 0, NUMBER, 7, 0},
		{"1204", 0, NUMBER, 1204, 0},
		{" 12 ", 0, NUMBER, 12, 0},
		{"\xC2\xA0" "12\xC2\xA0", 0, NUMBER, 12, 0},	/* no-break spaces */
		{"\xE3\x80\x80" "12\xE3\x80\x80", 0, NUMBER, 12, 0},	/* ideographic */
		{"\n12\r\n", 0, NUMBER, 12, 0},
		{"１２０４", 0, NUMBER, 1204, 0},
		{"1２0４", 0, NUMBER, 1204, 0},
		{"-8", 0, NUMBER, -8, 0},	/* kept, for the checks to find */
		{"－8", 0, NUMBER, -8, 0},
		{"\xE2\x88\x92" "8", 0, NUMBER, -8, 0}, /* U+2212 */
		{"-0", 0, NUMBER, 0, 0},
		/* the unit of a head of money says nothing about counts */
		{"12", GIR_UNIT_YUAN, NUMBER, 12, 0},

		/* two cells in one, or what is left of others */
		{"1 2", 0, TEXT, 0, 0},
		{"1\xC2\xA0" "2", 0, TEXT, 0, 0},
		{"1\xE3\x80\x80" "2", 0, TEXT, 0, 0},
		{"1\n2", 0, TEXT, 0, 0},
		{"1\t2", 0, TEXT, 0, 0},
		{"1/2", 0, TEXT, 0, 0},
		{"1、2", 0, TEXT, 0, 0},
		{"3-4", 0, TEXT, 0, 0},
		{"00", 0, TEXT, 0, 0},
		{"01", 0, TEXT, 0, 0},
		{"０１", 0, TEXT, 0, 0},
		{"-01", 0, TEXT, 0, 0},
		{"000", 0, TEXT, 0, 0},

		/* signs that a count does not have */
		{"+21", 0, TEXT, 0, 0},
		{"减3", 0, TEXT, 0, 0},
		{"增3", 0, TEXT, 0, 0},
		{"--8", 0, TEXT, 0, 0},
		{"8-", 0, TEXT, 0, 0},
		{"- 8", 0, TEXT, 0, 0},
		{"(8)", 0, TEXT, 0, 0},

		/* no digits, or others */
		{"一", 0, TEXT, 0, 0},
		{"十二", 0, TEXT, 0, 0},
		{"①", 0, TEXT, 0, 0},
		{"O", 0, TEXT, 0, 0},
		{"1O", 0, TEXT, 0, 0},
		{"0x1F", 0, TEXT, 0, 0},
		{"1e3", 0, TEXT, 0, 0},
		{"12%", 0, TEXT, 0, 0},
		{"约12", 0, TEXT, 0, 0},
		{"12余", 0, TEXT, 0, 0},
		{"12*", 0, TEXT, 0, 0},
		{"1\xEF\xBC", 0, TEXT, 0, 0},	/* a cut full-width digit */
		{"1\xFF", 0, TEXT, 0, 0},
	};

	(void) state;
	check_values(GIR_QUANTITY_COUNT, cases, UNIT_COUNT(cases));
}

/* Decimals in the place of whole numbers, as spreadsheets write them. */
static void
test_whole_decimals(void **state)
{
	static const value_case cases[] = {
		{"2.0", 0, NUMBER, 2, 0},
		{"2.00", 0, NUMBER, 2, 0},
		{"0.0", 0, NUMBER, 0, 0},
		{"-2.0", 0, NUMBER, -2, 0},
		{"２．０", 0, NUMBER, 2, 0},
		{"1,204.00", 0, NUMBER, 1204, 0},
		{"2.000", 0, TEXT, 0, 0},	/* may be two thousand */
		{"2.5", 0, TEXT, 0, 0},
		{"2.05", 0, TEXT, 0, 0},
		{"2.", 0, TEXT, 0, 0},
		{".0", 0, TEXT, 0, 0},
		{"2.0.0", 0, TEXT, 0, 0},
		{"00.0", 0, TEXT, 0, 0},
		{".", 0, TEXT, 0, 0},
	};

	(void) state;
	check_values(GIR_QUANTITY_COUNT, cases, UNIT_COUNT(cases));
}

static void
test_separators(void **state)
{
	static const value_case cases[] = {
		{"1,204", 0, NUMBER, 1204, 0},
		{"1，204", 0, NUMBER, 1204, 0},
		{"58，316", 0, NUMBER, 58316, 0},
		{"１，２０４", 0, NUMBER, 1204, 0},
		{"123,456,789", 0, NUMBER, 123456789, 0},
		{"1，204,000", 0, NUMBER, 1204000, 0},
		{"-1,204", 0, NUMBER, -1204, 0},
		{"1,2", 0, TEXT, 0, 0},
		{"1,23", 0, TEXT, 0, 0},
		{"1,2345", 0, TEXT, 0, 0},
		{"1234,567", 0, TEXT, 0, 0},
		{"1,23,456", 0, TEXT, 0, 0},
		{"1,,234", 0, TEXT, 0, 0},
		{",204", 0, TEXT, 0, 0},
		{"1,204,", 0, TEXT, 0, 0},
		{"1,", 0, TEXT, 0, 0},
		{",", 0, TEXT, 0, 0},
		{"0,123", 0, TEXT, 0, 0},
		{"1, 204", 0, TEXT, 0, 0},
		{"1.204,00", 0, TEXT, 0, 0},
		{"1'204", 0, TEXT, 0, 0},
		{"1 204", 0, TEXT, 0, 0},
		{"1、204", 0, TEXT, 0, 0},
	};

	(void) state;
	check_values(GIR_QUANTITY_COUNT, cases, UNIT_COUNT(cases));
}

/* Counters are units of counts; money is not. */
static void
test_counters(void **state)
{
	static const value_case cases[] = {
		{"957件", 0, NUMBER, 957, 0},
		{"957 件", 0, NUMBER, 957, 0},
		{"1,957件", 0, NUMBER, 1957, 0},
		{"3条", 0, NUMBER, 3, 0},
		{"3項", 0, NUMBER, 3, 0},
		{"0件", 0, NUMBER, 0, 0},
		{"件", 0, TEXT, 0, 0},
		{"3件次", 0, TEXT, 0, 0},
		{"3件3", 0, TEXT, 0, 0},
		{"3元", 0, TEXT, 0, 0},
		{"3万元", 0, TEXT, 0, 0},
		{"3万", 0, TEXT, 0, 0},
		{"3万件", 0, TEXT, 0, 0},
		{"3千件", 0, TEXT, 0, 0},
		{"3人", 0, TEXT, 0, 0},
	};

	(void) state;
	check_values(GIR_QUANTITY_COUNT, cases, UNIT_COUNT(cases));
}

/* Eighteen digits fit; more are not read, even if they would. */
static void
test_long_numbers(void **state)
{
	static const value_case cases[] = {
		{"999999999999999999", 0, NUMBER, INT64_C(999999999999999999), 0},
		{"-999999999999999999", 0, NUMBER, INT64_C(-999999999999999999), 0},
		{"999,999,999,999,999,999", 0, NUMBER, INT64_C(999999999999999999), 0},
		{"1000000000000000000", 0, NUMBER, INT64_C(1000000000000000000), 0},
		{"9223372036854775807", 0, NUMBER, INT64_MAX, 0},
		{"9223372036854775808", 0, TEXT, 0, 0},
		{"-9223372036854775808", 0, NUMBER, INT64_MIN, 0},
		{"-9223372036854775809", 0, TEXT, 0, 0},
		{"9999999999999999999", 0, TEXT, 0, 0},
		{"10000000000000000000", 0, TEXT, 0, 0},
		{"99999999999999999999999999999999999999", 0, TEXT, 0, 0},
		{"1,000,000,000,000,000,000", 0, NUMBER, INT64_C(1000000000000000000), 0},
		{"10,000,000,000,000,000,000", 0, TEXT, 0, 0},
		{"0000000000000000001", 0, TEXT, 0, 0},
	};

	(void) state;
	check_values(GIR_QUANTITY_COUNT, cases, UNIT_COUNT(cases));
}

/* Changes have a sign, or a word for it. */
static void
test_changes(void **state)
{
	static const value_case cases[] = {
		{"0", 0, NUMBER, 0, 0},
		{"21", 0, NUMBER, 21, 0},
		{"+21", 0, NUMBER, 21, 0},
		{"＋21", 0, NUMBER, 21, 0},
		{"+1,021", 0, NUMBER, 1021, 0},
		{"-8", 0, NUMBER, -8, 0},
		{"－８", 0, NUMBER, -8, 0},
		{"减3", 0, NUMBER, -3, 0},
		{"减 3", 0, NUMBER, -3, 0},
		{"减少3", 0, NUMBER, -3, 0},
		{"減3", 0, NUMBER, -3, 0},
		{"增3", 0, NUMBER, 3, 0},
		{"增加3项", 0, NUMBER, 3, 0},
		{"减0", 0, NUMBER, 0, 0},
		{"+0", 0, NUMBER, 0, 0},
		{"+", 0, TEXT, 0, 0},
		{"减", 0, TEXT, 0, 0},
		{"+-8", 0, TEXT, 0, 0},
		{"减-8", 0, TEXT, 0, 0},
		{"减+8", 0, TEXT, 0, 0},
		{"增减8", 0, TEXT, 0, 0},
		{"8减", 0, TEXT, 0, 0},
		{"+08", 0, TEXT, 0, 0},
		{"减半", 0, TEXT, 0, 0},
		{"持平", 0, TEXT, 0, 0},
	};

	(void) state;
	check_values(GIR_QUANTITY_CHANGE, cases, UNIT_COUNT(cases));
}

/* Amounts come out in ten thousand yuan; the unit in the cell wins. */
static void
test_amounts(void **state)
{
	static const value_case cases[] = {
		{"162.5", GIR_UNIT_WAN, NUMBER, 1625, 1},
		{"0.37", GIR_UNIT_WAN, NUMBER, 37, 2},
		{"0.370", GIR_UNIT_WAN, NUMBER, 370, 3},
		{"8040", GIR_UNIT_WAN, NUMBER, 8040, 0},
		{"1,204.5", GIR_UNIT_WAN, NUMBER, 12045, 1},
		{"162．5", GIR_UNIT_WAN, NUMBER, 1625, 1},
		{"-3.5", GIR_UNIT_WAN, NUMBER, -35, 1},
		{"0.37万元", GIR_UNIT_NONE, NUMBER, 37, 2},
		{"0.37 万元", GIR_UNIT_NONE, NUMBER, 37, 2},
		{"0.37萬元", GIR_UNIT_NONE, NUMBER, 37, 2},
		{"0.37万元", GIR_UNIT_YUAN, NUMBER, 37, 2},
		{"251000元", GIR_UNIT_NONE, NUMBER, 251, 1},	/* 25.1 */
		{"251000元", GIR_UNIT_WAN, NUMBER, 251, 1},
		{"48600元", GIR_UNIT_WAN, NUMBER, 486, 2},	/* 4.86 */
		{"250000", GIR_UNIT_YUAN, NUMBER, 25, 0},
		{"1", GIR_UNIT_YUAN, NUMBER, 1, 4}, /* 0.0001 */
		{"12.34元", GIR_UNIT_NONE, NUMBER, 1234, 6},
		{"1.5亿元", GIR_UNIT_NONE, NUMBER, 15000, 0},
		{"1.23456亿元", GIR_UNIT_NONE, NUMBER, 123456, 1},
		{"2", GIR_UNIT_YI, NUMBER, 20000, 0},
		{"3.5千元", GIR_UNIT_WAN, NUMBER, 35, 2},
		{"3.5百万元", GIR_UNIT_WAN, NUMBER, 350, 0},
		{"0", GIR_UNIT_WAN, NUMBER, 0, 0},
		{"0", GIR_UNIT_NONE, NUMBER, 0, 0}, /* zero in any unit */
		{"0元", GIR_UNIT_WAN, NUMBER, 0, 0},

		{"8040", GIR_UNIT_NONE, TEXT, 0, 0},	/* ten thousand times more, or not */
		{"0.37", GIR_UNIT_NONE, TEXT, 0, 0},
		{"3件", GIR_UNIT_WAN, TEXT, 0, 0},
		{"+3.5", GIR_UNIT_WAN, TEXT, 0, 0},
		{"减3.5", GIR_UNIT_WAN, TEXT, 0, 0},
		{"3.5.1", GIR_UNIT_WAN, TEXT, 0, 0},
		{"03.5", GIR_UNIT_WAN, TEXT, 0, 0},
		{"3.5十万元", GIR_UNIT_WAN, TEXT, 0, 0},
		{"3.5千万元", GIR_UNIT_WAN, TEXT, 0, 0},
		{"3.5美元", GIR_UNIT_WAN, TEXT, 0, 0},
		{"3.5万美元", GIR_UNIT_WAN, TEXT, 0, 0},
		{"3.5万", GIR_UNIT_WAN, TEXT, 0, 0},
		{"3元5角", GIR_UNIT_WAN, TEXT, 0, 0},
		{"999999999999999999亿元", GIR_UNIT_NONE, TEXT, 0, 0},	/* does not fit */
	};

	(void) state;
	check_values(GIR_QUANTITY_AMOUNT, cases, UNIT_COUNT(cases));
}

/* An amount without a unit says so; other texts do not. */
static void
test_unit_missing(void **state)
{
	static const char *const missing[] = {"8040", "0.37", "-3.5"};
	static const char *const others[] = {"", "/", "0", "0.00", "8040元", "无", "3件"};
	int			i;

	(void) state;
	for (i = 0; i < UNIT_COUNT(missing); i++)
		assert_true(gir_read_value(missing[i], missing[i] + strlen(missing[i]),
								   GIR_QUANTITY_AMOUNT, GIR_UNIT_NONE).unit_missing);
	for (i = 0; i < UNIT_COUNT(others); i++)
		assert_false(gir_read_value(others[i], others[i] + strlen(others[i]),
									GIR_QUANTITY_AMOUNT, GIR_UNIT_NONE).unit_missing);
}

/* Blanks, and marks that say "not applicable", are the same for every quantity. */
static void
test_blanks_and_marks(void **state)
{
	static const value_case cases[] = {
		{"", 0, BLANK, 0, 0},
		{" ", 0, BLANK, 0, 0},
		{"\xC2\xA0\xE3\x80\x80\n", 0, BLANK, 0, 0},
		{"/", 0, MARK, 0, 0},
		{"／", 0, MARK, 0, 0},
		{"\\", 0, MARK, 0, 0},
		{"-", 0, MARK, 0, 0},
		{"--", 0, MARK, 0, 0},
		{"—", 0, MARK, 0, 0},
		{"——", 0, MARK, 0, 0},
		{"–", 0, MARK, 0, 0},
		{"－", 0, MARK, 0, 0},
		{" / ", 0, MARK, 0, 0},
		{"N/A", 0, MARK, 0, 0},
		{"n/a", 0, MARK, 0, 0},
		{"不适用", 0, MARK, 0, 0},
		{"不適用", 0, MARK, 0, 0},
		{"无", 0, TEXT, 0, 0},
		{"零", 0, TEXT, 0, 0},
		{"-----", 0, TEXT, 0, 0},
		{"/ /", 0, TEXT, 0, 0},
		{"不适用于本机关", 0, TEXT, 0, 0},
		{"N", 0, TEXT, 0, 0},
		{"*", 0, TEXT, 0, 0},
		{"\xFF", 0, TEXT, 0, 0},
	};

	(void) state;
	check_values(GIR_QUANTITY_COUNT, cases, UNIT_COUNT(cases));
	check_values(GIR_QUANTITY_CHANGE, cases, UNIT_COUNT(cases));
	check_values(GIR_QUANTITY_AMOUNT, cases, UNIT_COUNT(cases));
}

/* What a text looks like, before its column is known. */
static void
test_shapes(void **state)
{
	static const struct
	{
		const char *text;
		gir_value_shape shape;
	}			cases[] = {
		{"", GIR_SHAPE_BLANK}, {" \xE3\x80\x80", GIR_SHAPE_BLANK},
		{"0", GIR_SHAPE_NUMBER}, {"-8", GIR_SHAPE_NUMBER}, {"+21", GIR_SHAPE_NUMBER},
		{"减3", GIR_SHAPE_NUMBER}, {"48600元", GIR_SHAPE_NUMBER}, {"2.5", GIR_SHAPE_NUMBER},
		{"957件", GIR_SHAPE_NUMBER},
		{"/", GIR_SHAPE_MARK}, {"—", GIR_SHAPE_MARK}, {"不适用", GIR_SHAPE_MARK},
		{"规章", GIR_SHAPE_TEXT}, {"1.属于国家秘密", GIR_SHAPE_TEXT}, {"1 2", GIR_SHAPE_TEXT},
		{"01", GIR_SHAPE_TEXT}, {"无", GIR_SHAPE_TEXT}, {"元", GIR_SHAPE_TEXT},
	};
	int			i;

	(void) state;
	for (i = 0; i < UNIT_COUNT(cases); i++)
	{
		if (gir_shape_of(cases[i].text, cases[i].text + strlen(cases[i].text)) != cases[i].shape)
			fail_msg("\"%s\"", cases[i].text);
	}
}

/* The unit of money that a column's head names, by what 1234.5 is under it. */
static void
test_head_units(void **state)
{
	static const struct
	{
		const char *text;
		int64_t		value;			/* 0 if it is not to be read */
		int			scale;
	}			cases[] = {
		{"本年收费金额（单位：万元）", 12345, 1},
		{"本年收费金额(单位:万元)", 12345, 1},
		{"本年收费金额单位：万元", 12345, 1},
		{"本年收费金额（单位：万 元）", 12345, 1},
		{"本年收费金额（单位：万\n元）", 12345, 1},
		{"采购总金额（人民币万元）", 12345, 1},
		{"采购总金额（萬元）", 12345, 1},
		{"采购总金额（元）", 12345, 5},
		{"采购总金额（单位：元）", 12345, 5},
		{"采购总金额（单位：人民币元）", 12345, 5},
		{"采购总金额（千元）", 12345, 2},
		{"采购总金额（百万元）", 123450, 0},
		{"采购总金额（亿元）", 12345000, 0},
		{"采购总金额", 0, 0},
		{"本年收费金额（单位：件）", 0, 0},
		{"", 0, 0},
		/* units that are none of these must not be taken for one of them */
		{"采购总金额（十万元）", 0, 0},
		{"采购总金额（千万元）", 0, 0},
		{"采购总金额（美元）", 0, 0},
		{"采购总金额（万美元）", 0, 0},
		/* nor what is left of one */
		{"本年收费金额（单位：\xE4\xB8元）", 0, 0},
		{"本年收费金额（单位：\xEF\xBF\xBD元）", 0, 0},
		{"本年收费金额（单位：\xE4 \xB8\x87元）", 0, 0},
	};
	int			i;

	(void) state;
	for (i = 0; i < UNIT_COUNT(cases); i++)
	{
		static const char amount[] = "1234.5";
		gir_unit	unit = gir_find_money_unit(cases[i].text, cases[i].text + strlen(cases[i].text));
		gir_value	value = gir_read_value(amount, amount + strlen(amount), GIR_QUANTITY_AMOUNT, unit);

		if (value.state != (cases[i].value != 0 ? NUMBER : TEXT) ||
			(value.state == NUMBER &&
			 (value.value != cases[i].value || value.scale != cases[i].scale)))
			fail_msg("case %d: unit %d, %lld, scale %d", i, unit, (long long) value.value, value.scale);
	}
}

static void
test_is_unit(void **state)
{
	static const char *const units[] = {"元", "万元", " 万元 ", "千元", "亿元", "件", "条"};
	static const char *const others[] = {"", "元件", "万", "3元", "单位：元", "人"};
	int			i;

	(void) state;
	for (i = 0; i < UNIT_COUNT(units); i++)
		assert_true(gir_is_unit(units[i], units[i] + strlen(units[i])));
	for (i = 0; i < UNIT_COUNT(others); i++)
		assert_false(gir_is_unit(others[i], others[i] + strlen(others[i])));
}

int
main(void)
{
	static const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_counts),
		cmocka_unit_test(test_whole_decimals),
		cmocka_unit_test(test_separators),
		cmocka_unit_test(test_counters),
		cmocka_unit_test(test_long_numbers),
		cmocka_unit_test(test_changes),
		cmocka_unit_test(test_amounts),
		cmocka_unit_test(test_unit_missing),
		cmocka_unit_test(test_blanks_and_marks),
		cmocka_unit_test(test_shapes),
		cmocka_unit_test(test_head_units),
		cmocka_unit_test(test_is_unit),
	};

	return cmocka_run_group_tests_name("number", tests, NULL, NULL);
}
