/*
 * test_plausible.c
 *		The rules about section 2, what they know about agencies, and decimals.
 */
#include <string.h>

#include "core/identity.h"
#include "core/wide.h"

#include "rule_cases.h"

static case_results results;

/* Check a report's figures. */
static void
check(const gir_figures *figures, const char *agency)
{
	gir_subject subject = {0};

	subject.figures = figures;
	subject.agency = agency;
	subject.agency_len = agency != NULL ? strlen(agency) : 0;
	case_check(GIR_SCOPE_REPORT, &subject, &results);
}

/* ---- section 2 ---- */

#define N INT64_MIN				/* blank */

/* Rules of section 2 in a row with the given cells. */
static void
test_section_2(void **state)
{
	static const struct
	{
		const char *rule;
		gir_row_id	row;
		gir_column	place;
		gir_column	columns[3];
		int64_t		values[3];
		gir_verdict verdict;
	}			cases[] = {
		{"T2.2", GIR_ROW_REGULATIONS, GIR_NO_COLUMN, {GIR_COL_ISSUED, GIR_COL_REPEALED, GIR_COL_IN_FORCE}, {2, 0, 2}, GIR_PASS},
		{"T2.2", GIR_ROW_REGULATIONS, GIR_NO_COLUMN, {GIR_COL_ISSUED, GIR_COL_REPEALED, GIR_COL_IN_FORCE}, {5, 2, 3}, GIR_PASS},
		{"T2.2", GIR_ROW_REGULATIONS, GIR_NO_COLUMN, {GIR_COL_ISSUED, GIR_COL_REPEALED, GIR_COL_IN_FORCE}, {5, 2, 2}, GIR_FAIL},
		{"T2.2", GIR_ROW_NORMATIVE_DOCUMENTS, GIR_NO_COLUMN, {GIR_COL_ISSUED, GIR_COL_REPEALED, GIR_COL_IN_FORCE}, {5, N, 4}, GIR_FAIL},
		{"T2.2", GIR_ROW_NORMATIVE_DOCUMENTS, GIR_NO_COLUMN, {GIR_COL_ISSUED, GIR_COL_REPEALED, GIR_COL_IN_FORCE}, {5, 1, N}, GIR_NOT_ASSESSABLE},
		{"T2.3", GIR_ROW_REGULATIONS, GIR_COL_DISCLOSED, {GIR_COL_MADE, GIR_COL_DISCLOSED, GIR_COL_DISCLOSED_TOTAL}, {186, 86, 86}, GIR_PASS},
		{"T2.3", GIR_ROW_REGULATIONS, GIR_COL_MADE, {GIR_COL_MADE, GIR_COL_DISCLOSED, GIR_COL_DISCLOSED_TOTAL}, {186, 86, 86}, GIR_FAIL},
		{"T2.3", GIR_ROW_REGULATIONS, GIR_COL_MADE, {GIR_COL_MADE, GIR_COL_DISCLOSED, GIR_COL_DISCLOSED_TOTAL}, {186, 86, N}, GIR_NOT_ASSESSABLE},
		{"T2.4", GIR_ROW_COERCION, GIR_NO_COLUMN, {GIR_COL_ITEMS_LAST_YEAR, GIR_COL_ITEMS_CHANGE, GIR_COL_DECISIONS}, {8, -8, 0}, GIR_PASS},
		{"T2.4", GIR_ROW_COERCION, GIR_NO_COLUMN, {GIR_COL_ITEMS_LAST_YEAR, GIR_COL_ITEMS_CHANGE, GIR_COL_DECISIONS}, {7, -8, 0}, GIR_FAIL},
		{"T2.4", GIR_ROW_COERCION, GIR_NO_COLUMN, {GIR_COL_ITEMS_LAST_YEAR, GIR_COL_ITEMS_CHANGE, GIR_COL_DECISIONS}, {N, -8, 0}, GIR_NOT_ASSESSABLE},
		{"T2.4", GIR_ROW_FEES, GIR_NO_COLUMN, {GIR_COL_ITEMS_LAST_YEAR, GIR_COL_ITEMS_CHANGE, GIR_NO_COLUMN}, {1, -2, N}, GIR_FAIL},
		{"T2.5", GIR_ROW_PENALTY, GIR_NO_COLUMN, {GIR_COL_ITEMS_LAST_YEAR, GIR_COL_ITEMS_CHANGE, GIR_COL_DECISIONS}, {21, 19, 40}, GIR_FAIL},
		{"T2.5", GIR_ROW_PENALTY, GIR_NO_COLUMN, {GIR_COL_ITEMS_LAST_YEAR, GIR_COL_ITEMS_CHANGE, GIR_COL_DECISIONS}, {16, -3, 7556}, GIR_PASS},
		{"T2.5", GIR_ROW_PENALTY, GIR_NO_COLUMN, {GIR_COL_ITEMS_LAST_YEAR, GIR_COL_ITEMS_CHANGE, GIR_COL_DECISIONS}, {0, 0, 0}, GIR_PASS},
		{"T2.5", GIR_ROW_PENALTY, GIR_NO_COLUMN, {GIR_COL_ITEMS_LAST_YEAR, GIR_COL_ITEMS_CHANGE, GIR_COL_DECISIONS}, {40, N, 40}, GIR_NOT_ASSESSABLE},
		{"T2.1", GIR_ROW_LICENSING, GIR_COL_DECISIONS, {GIR_COL_DECISIONS, GIR_NO_COLUMN, GIR_NO_COLUMN}, {-1, N, N}, GIR_FAIL},
		{"T2.1", GIR_ROW_LICENSING, GIR_COL_DECISIONS, {GIR_COL_DECISIONS, GIR_NO_COLUMN, GIR_NO_COLUMN}, {0, N, N}, GIR_PASS},
		{"T2.1", GIR_ROW_LICENSING, GIR_COL_DECISIONS, {GIR_COL_DECISIONS, GIR_NO_COLUMN, GIR_NO_COLUMN}, {N, N, N}, GIR_NOT_ASSESSABLE},
		{"T2.1", GIR_ROW_PROCUREMENT, GIR_COL_AMOUNT, {GIR_COL_AMOUNT, GIR_COL_ITEMS, GIR_NO_COLUMN}, {-5, 1, N}, GIR_FAIL},
	};
	int			i,
				j;

	(void) state;
	for (i = 0; i < UNIT_COUNT(cases); i++)
	{
		gir_figures figures;
		gir_verdict verdict;

		memset(&figures, 0, sizeof(figures));
		figures.section_present[0] = true;
		figures.row_present[cases[i].row] = true;
		for (j = 0; j < 3; j++)
		{
			if (cases[i].columns[j] != GIR_NO_COLUMN && cases[i].values[j] != N)
				case_set(&figures, cases[i].row, cases[i].columns[j], cases[i].values[j]);
		}
		check(&figures, NULL);
		verdict = case_find(&results, cases[i].rule, cases[i].row, cases[i].place)->verdict;
		if (verdict != cases[i].verdict)
			fail_msg("case %d, %s: verdict %d", i, cases[i].rule, verdict);
		assert_int_equal(gir_valid(&figures), verdict != GIR_FAIL ||
						 gir_rule_severity(gir_find_rule(cases[i].rule)) != GIR_ERROR);
	}
}

/* What agencies' names show, and the rules that go by it. */
static void
test_bodies(void **state)
{
	static const struct
	{
		const char *agency;
		gir_body	body;
	}			cases[] = {
		{"尼勒克县某某镇人民政府", GIR_BODY_TOWNSHIP},
		{"松木塘镇", GIR_BODY_TOWNSHIP},
		{"老城区丽景门街道办事处", GIR_BODY_TOWNSHIP},
		{"新乡市人民政府办公室", GIR_BODY_SENIOR},
		{"景德镇市人民政府办公室", GIR_BODY_SENIOR},
		{"镇江市", GIR_BODY_SENIOR},
		{"宁夏回族自治区人民政府办公厅", GIR_BODY_SENIOR},
		{"湘西土家族苗族自治州人民政府", GIR_BODY_SENIOR},
		{"上海市人民政府", GIR_BODY_SENIOR},
		{"凤泉区人民政府办公室", GIR_BODY_COUNTY},
		{"自治区党委区直机关", GIR_BODY_COUNTY},
		{"某某自治县人民政府", GIR_BODY_COUNTY},
		{"某市高新技术产业开发区管理委员会", GIR_BODY_COUNTY},
		{"长春市退役军人事务局", GIR_BODY_DEPARTMENT},
		{"福建省司法厅", GIR_BODY_DEPARTMENT},
		{"国家税务总局某市税务局", GIR_BODY_DEPARTMENT},
		{"某市发展和改革委员会", GIR_BODY_DEPARTMENT},
		{"国家统计局", GIR_BODY_UNKNOWN},
		{"国务院办公厅", GIR_BODY_UNKNOWN},
		{"", GIR_BODY_UNKNOWN},
	};
	gir_figures figures;
	const case_result *r;
	int			i;

	(void) state;
	memset(&figures, 0, sizeof(figures));
	case_set(&figures, GIR_ROW_REGULATIONS, GIR_COL_ISSUED, 0);
	case_set(&figures, GIR_ROW_REGULATIONS, GIR_COL_IN_FORCE, 6);
	case_set(&figures, GIR_ROW_FEES, GIR_COL_AMOUNT, 251000000);
	figures.scale[unit_cell(GIR_ROW_FEES, GIR_COL_AMOUNT)] = 3;
	for (i = 0; i < UNIT_COUNT(cases); i++)
	{
		gir_body	body = gir_classify_body(cases[i].agency, strlen(cases[i].agency));

		if (body != cases[i].body)
			fail_msg("%s: %d", cases[i].agency, body);
		check(&figures, cases[i].agency);
		assert_int_equal(case_find(&results, "T2.6", GIR_ROW_REGULATIONS, GIR_COL_ISSUED)->verdict, GIR_PASS);
		r = case_find(&results, "T2.6", GIR_ROW_REGULATIONS, GIR_COL_IN_FORCE);
		assert_int_equal(r->verdict, body == GIR_BODY_UNKNOWN ? GIR_NOT_ASSESSABLE :
						 body == GIR_BODY_SENIOR ? GIR_PASS : GIR_FAIL);
		r = case_find(&results, "T2.8", GIR_ROW_FEES, GIR_COL_AMOUNT);
		assert_int_equal(r->verdict, body == GIR_BODY_UNKNOWN ? GIR_NOT_ASSESSABLE :
						 body == GIR_BODY_SENIOR || body == GIR_BODY_COUNTY ? GIR_PASS : GIR_FAIL);
	}
	check(&figures, NULL);
	r = case_find(&results, "T2.8", GIR_ROW_FEES, GIR_COL_AMOUNT);
	assert_int_equal(r->obstacle, GIR_OBSTACLE_BODY);
	figures.value[unit_cell(GIR_ROW_FEES, GIR_COL_AMOUNT)] = 99999999;
	check(&figures, NULL);
	r = case_find(&results, "T2.8", GIR_ROW_FEES, GIR_COL_AMOUNT);
	assert_int_equal(r->verdict, GIR_PASS);
	assert_true(gir_valid(&figures));

	/* an amount that may have lost digits is not judged */
	figures.value[unit_cell(GIR_ROW_FEES, GIR_COL_AMOUNT)] = INT64_MAX;
	check(&figures, "青石镇人民政府");
	r = case_find(&results, "T2.8", GIR_ROW_FEES, GIR_COL_AMOUNT);
	assert_int_equal(r->obstacle, GIR_OBSTACLE_RANGE);
	r = case_find(&results, "T2.1", GIR_ROW_FEES, GIR_COL_AMOUNT);
	assert_int_equal(r->obstacle, GIR_OBSTACLE_RANGE);
	assert_true(gir_valid(&figures));
}

/* ---- sums ---- */

/* Decimals are exact, or not compared. */
static void
test_decimals(void **state)
{
	static const struct
	{
		int64_t		value;
		int			scale;
		const char *digits;
	}			cases[] = {
		{0, 0, "0"}, {0, 3, "0"}, {5, 0, "5"}, {-5, 1, "-0.5"}, {50, 3, "0.05"}, {2510, 2, "25.1"},
		{100, 2, "1"}, {100, 0, "100"}, {-1, 9, "-0.000000001"}, {INT64_MAX, 0, "9223372036854775807"},
		{INT64_MIN, 18, "-9.223372036854775808"}, {INT64_MIN, 19, "-0.9223372036854775808"},
		{12, 30, "0.000000000000000000000000000012"}, {1200, 33, "12e-31"},
		{-12, 40, "-12e-40"}, {0, 255, "0"}, {INT64_MIN, 255, "-9223372036854775808e-255"},
	};
	gir_decimal sum = {{0, 0}, 0};
	gir_decimal other = {{0, 0}, 0};
	char		digits[48];
	int			i;

	(void) state;
	for (i = 0; i < UNIT_COUNT(cases); i++)
	{
		gir_wide	value = {0, 0};

		gir_wide_add(&value, cases[i].value);
		gir_wide_format_scaled(value, cases[i].scale, digits);
		assert_string_equal(digits, cases[i].digits);
	}

	assert_true(gir_decimal_add(&sum, 251, 1, false));
	assert_true(gir_decimal_add(&other, 2510, 2, false));
	assert_true(gir_decimal_align(&sum, &other));
	assert_int_equal(gir_wide_compare(sum.sum, other.sum), 0);
	assert_true(gir_decimal_add(&other, 1, 3, false));
	assert_true(gir_decimal_align(&sum, &other));
	assert_true(gir_wide_compare(sum.sum, other.sum) < 0);
	assert_true(gir_decimal_add(&other, 2, 3, true));
	assert_true(gir_wide_compare(sum.sum, other.sum) > 0);
	assert_true(gir_decimal_add(&sum, INT64_MAX, 0, false));
	assert_true(gir_decimal_add(&sum, INT64_MIN, 0, true));
	gir_wide_format_scaled(sum.sum, sum.scale, digits);
	assert_string_equal(digits, "18446744073709551640.1");
	assert_false(gir_decimal_add(&sum, 1, 18, false));
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_section_2),
		cmocka_unit_test(test_bodies),
		cmocka_unit_test(test_decimals),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
