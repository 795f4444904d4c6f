/*
 * test_compare.c
 *		The rules about two reports: of two years, and of an area and its parts.
 */
#include <string.h>

#include "core/identity.h"

#include "rule_cases.h"

static case_results results;

/* A pair of reports on two years. */
static gir_figures before;
static gir_figures now;

/* Check two years. */
static void
check_years(int year_before, int year)
{
	gir_subject subject = {0};

	subject.figures = &now;
	subject.other = &before;
	subject.year = year;
	subject.other_year = year_before;
	case_check(GIR_SCOPE_YEARS, &subject, &results);
}

/* Check an area's report. */
static void
check_rollup(const char *title, int year, int year_below)
{
	gir_subject subject = {0};

	subject.figures = &now;
	subject.other = &before;
	subject.title = title;
	subject.title_len = title != NULL ? strlen(title) : 0;
	subject.year = year;
	subject.other_year = year_below;
	case_check(GIR_SCOPE_ROLLUP, &subject, &results);
}

/* Two reports of which the second carries on where the first ended. */
static void
draw_years(int form_before, int form)
{
	int			slot;

	case_draw(&before, form_before);
	case_draw(&now, form);
	for (slot = 0; slot < GIR_MAX_COLUMNS; slot++)
		now.value[GIR_CELL(GIR_ROW_CARRIED_IN, slot)] = before.value[GIR_CELL(GIR_ROW_CARRIED_OUT, slot)];
}

/* What a rule found. */
static gir_verdict
verdict(const char *rule, gir_row_id row, gir_column column)
{
	return case_find(&results, rule, row, column)->verdict;
}

/* ---- years ---- */

/* Carried over per column and in total, whatever the forms. */
static void
test_carried_over(void **state)
{
	int			forms,
				slot;

	(void) state;
	case_seed(1);
	for (forms = 0; forms < GIR_FORM_COUNT * GIR_FORM_COUNT; forms++)
	{
		draw_years(forms / GIR_FORM_COUNT, forms % GIR_FORM_COUNT);
		check_years(2021, 2022);
		assert_int_equal(case_count(&results, "Y1", GIR_PASS), 7);
		for (slot = 0; slot < GIR_MAX_COLUMNS; slot++)
		{
			now.value[GIR_CELL(GIR_ROW_CARRIED_IN, slot)]++;
			check_years(0, 2022);
			assert_int_equal(case_count(&results, "Y1", GIR_PASS), 6);
			assert_int_equal(verdict("Y1", GIR_NO_ROW, gir_applicant_columns[slot].column), GIR_FAIL);
			now.value[GIR_CELL(GIR_ROW_CARRIED_IN, slot)]--;
		}
	}

	/* blanks are treated as within a report */
	before.known[unit_cell(GIR_ROW_CARRIED_OUT, GIR_COL_OTHER)] = false;
	now.value[unit_cell(GIR_ROW_CARRIED_IN, GIR_COL_OTHER)] = 0;
	before.known[unit_cell(GIR_ROW_CARRIED_OUT, GIR_COL_TOTAL)] = false;
	check_years(0, 0);
	assert_int_equal(verdict("Y1", GIR_NO_ROW, GIR_COL_OTHER), GIR_PASS);
	assert_int_equal(case_find(&results, "Y1", GIR_NO_ROW, GIR_COL_OTHER)->blanks, 1);
	assert_int_equal(verdict("Y1", GIR_NO_ROW, GIR_COL_TOTAL), GIR_NOT_ASSESSABLE);
	case_drop_row(&before, GIR_ROW_CARRIED_OUT);
	check_years(0, 0);
	assert_int_equal(case_count(&results, "Y1", GIR_NOT_ASSESSABLE), 7);
	assert_string_equal(case_find(&results, "Y1", GIR_NO_ROW, GIR_COL_OTHER)->message,
						"表三“其他”列：缺少上年报告“四、结转下年度继续办理”行，无法核对。");
}

/* Reports whose own years do not follow one another are not compared. */
static void
test_years(void **state)
{
	static const int years[][2] = {{2020, 2022}, {2022, 2021}, {2022, 2022}};
	int			i,
				j;

	(void) state;
	draw_years(GIR_FORM_2021, GIR_FORM_2021);
	for (i = 0; i < UNIT_COUNT(years); i++)
	{
		check_years(years[i][0], years[i][1]);
		assert_true(results.count > 20);
		for (j = 0; j < results.count; j++)
			assert_int_equal(results.results[j].obstacle, GIR_OBSTACLE_NOT_CONSECUTIVE);
	}
	check_years(2020, 2022);
	assert_string_equal(case_find(&results, "Y1", GIR_NO_ROW, GIR_COL_TOTAL)->message,
						"表三“总计”列：两份报告的年度是 2022 和 2020，不是相邻两年，无法核对。");
}

/* Documents and items, in either form; not from one form to the other. */
static void
test_proactive(void **state)
{
	gir_row_id	row = GIR_ROW_NORMATIVE_DOCUMENTS;

	(void) state;
	draw_years(GIR_FORM_2021, GIR_FORM_2021);
	case_set(&before, row, GIR_COL_IN_FORCE, 20);
	case_set(&now, row, GIR_COL_ISSUED, 3);
	case_set(&now, row, GIR_COL_REPEALED, 1);
	case_set(&now, row, GIR_COL_IN_FORCE, 22);
	check_years(2022, 2023);
	assert_int_equal(verdict("Y2", row, GIR_NO_COLUMN), GIR_PASS);
	assert_int_equal(case_count(&results, "Y8", GIR_PASS), 1);
	before.section_present[0] = false;
	check_years(2022, 2023);
	assert_int_equal(case_count(&results, "Y8", GIR_NOT_ASSESSABLE), 1);
	before.section_present[0] = true;
	case_set(&now, row, GIR_COL_IN_FORCE, 20);
	check_years(2022, 2023);
	assert_int_equal(verdict("Y2", row, GIR_NO_COLUMN), GIR_FAIL);
	assert_string_equal(case_find(&results, "Y2", row, GIR_NO_COLUMN)->message,
						"表二“行政规范性文件”行：本年报告“现行有效件数”（20），应等于上年报告“现行有效件数”（20） + "
						"本年报告“本年制发件数”（3） - 本年报告“本年废止件数”（1） = 22，左边比右边少 2。"
						"文件清理、失效或统计口径调整时可能不一致。");
	assert_int_equal(case_count(&results, "Y3", GIR_PASS) + case_count(&results, "Y4", GIR_PASS), 0);

	draw_years(GIR_FORM_2019, GIR_FORM_2019);
	case_set(&before, GIR_ROW_PENALTY, GIR_COL_ITEMS_LAST_YEAR, 30);
	case_set(&before, GIR_ROW_PENALTY, GIR_COL_ITEMS_CHANGE, -3);
	case_set(&now, GIR_ROW_PENALTY, GIR_COL_ITEMS_LAST_YEAR, 27);
	case_set(&before, GIR_ROW_COERCION, GIR_COL_ITEMS_LAST_YEAR, 30);
	case_set(&before, GIR_ROW_COERCION, GIR_COL_ITEMS_CHANGE, 3);
	case_set(&now, GIR_ROW_COERCION, GIR_COL_ITEMS_LAST_YEAR, 30);
	case_set(&before, row, GIR_COL_DISCLOSED_TOTAL, 40);
	case_set(&now, row, GIR_COL_DISCLOSED_TOTAL, 39);
	check_years(2019, 2020);
	assert_int_equal(verdict("Y3", GIR_ROW_PENALTY, GIR_NO_COLUMN), GIR_PASS);
	assert_int_equal(verdict("Y3", GIR_ROW_COERCION, GIR_NO_COLUMN), GIR_FAIL);
	assert_int_equal(verdict("Y4", row, GIR_NO_COLUMN), GIR_FAIL);
	assert_int_equal(case_count(&results, "Y2", GIR_PASS) + case_count(&results, "Y2", GIR_FAIL), 0);

	draw_years(GIR_FORM_2019, GIR_FORM_2021);
	check_years(2020, 2021);
	assert_int_equal(case_count(&results, "Y8", GIR_NOT_ASSESSABLE), 1);
	assert_int_equal(case_find(&results, "Y2", row, GIR_NO_COLUMN)->obstacle, GIR_OBSTACLE_FORM);
	assert_int_equal(case_find(&results, "Y4", row, GIR_NO_COLUMN)->obstacle, GIR_OBSTACLE_FORM);
	assert_int_equal(case_find(&results, "Y6", row, GIR_COL_IN_FORCE)->obstacle, GIR_OBSTACLE_FORM);
	assert_int_not_equal(verdict("Y6", GIR_ROW_PENALTY, GIR_COL_DECISIONS), GIR_NOT_ASSESSABLE);
}

/* Growth and decline: fivefold, and not of small numbers. */
static void
test_similar(void **state)
{
	static const struct
	{
		int64_t		before;
		int64_t		now;
		gir_verdict verdict;
	}			cases[] = {
		{0, 0, GIR_PASS}, {0, 9, GIR_PASS}, {0, 10, GIR_FAIL}, {1, 9, GIR_PASS}, {2, 10, GIR_PASS},
		{2, 11, GIR_FAIL}, {11, 2, GIR_FAIL}, {10, 2, GIR_PASS}, {9, 0, GIR_PASS}, {10, 0, GIR_FAIL},
		{100, 500, GIR_PASS}, {100, 501, GIR_FAIL}, {INT64_MAX, INT64_MAX / 4, GIR_PASS},
		{INT64_MAX / 6, INT64_MAX, GIR_FAIL}, {-20, 1, GIR_PASS},
	};
	int			i;

	(void) state;
	draw_years(GIR_FORM_2021, GIR_FORM_2021);
	for (i = 0; i < UNIT_COUNT(cases); i++)
	{
		case_set(&before, GIR_ROW_RECEIVED, GIR_COL_TOTAL, cases[i].before);
		case_set(&now, GIR_ROW_RECEIVED, GIR_COL_TOTAL, cases[i].now);
		check_years(2022, 2023);
		if (verdict("Y6", GIR_ROW_RECEIVED, GIR_COL_TOTAL) != cases[i].verdict)
			fail_msg("%lld, then %lld", (long long) cases[i].before, (long long) cases[i].now);
	}
	case_set(&before, GIR_ROW_FEES, GIR_COL_AMOUNT, 25100);
	case_set(&now, GIR_ROW_FEES, GIR_COL_AMOUNT, 251);
	before.scale[unit_cell(GIR_ROW_FEES, GIR_COL_AMOUNT)] = 3;
	check_years(2022, 2023);
	assert_int_equal(verdict("Y6", GIR_ROW_FEES, GIR_COL_AMOUNT), GIR_FAIL);
	assert_string_equal(case_find(&results, "Y6", GIR_ROW_FEES, GIR_COL_AMOUNT)->message,
						"表二“行政事业性收费”行“本年收费金额（单位：万元）”列：本年报告（251），与上年报告（25.1）"
						"相差应不超过 5 倍。请核实是否填报有误。");
	now.scale[unit_cell(GIR_ROW_FEES, GIR_COL_AMOUNT)] = 1;
	check_years(2022, 2023);
	assert_int_equal(verdict("Y6", GIR_ROW_FEES, GIR_COL_AMOUNT), GIR_PASS);
}

/* A table with the numbers of the year before. */
static void
test_copied(void **state)
{
	int			cell;

	(void) state;
	case_seed(5);
	case_draw(&before, GIR_FORM_2021);
	case_set(&before, GIR_ROW_FEES, GIR_COL_AMOUNT, 4860);
	before.scale[unit_cell(GIR_ROW_FEES, GIR_COL_AMOUNT)] = 3;
	for (cell = 0; cell < GIR_CELL(GIR_ROW_FEES, 0); cell++)
	{
		if (before.known[cell])
			before.value[cell] = 1 + cell;
	}
	now = before;
	case_set(&now, GIR_ROW_FEES, GIR_COL_AMOUNT, 486);
	now.scale[unit_cell(GIR_ROW_FEES, GIR_COL_AMOUNT)] = 2;
	check_years(2022, 2023);
	assert_int_equal(case_count(&results, "Y7", GIR_FAIL), 3);
	now.value[unit_cell(GIR_ROW_RECEIVED, GIR_COL_OTHER)]++;
	now.known[unit_cell(GIR_ROW_FEES, GIR_COL_AMOUNT)] = false;
	check_years(2022, 2023);
	assert_int_equal(case_count(&results, "Y7", GIR_FAIL), 1);
	assert_int_equal(case_count(&results, "Y7", GIR_PASS), 2);

	/* few numbers are alike by chance */
	for (cell = 0; cell < GIR_CELL_COUNT; cell++)
		before.value[cell] = 0;
	for (cell = 0; cell < 7; cell++)
		before.value[GIR_CELL(GIR_ROW_RECEIVED, cell)] = 1;
	now = before;
	check_years(2022, 2023);
	assert_int_equal(case_count(&results, "Y7", GIR_PASS), 3);
	before.value[GIR_CELL(GIR_ROW_CARRIED_OUT, 0)] = 1;
	now = before;
	check_years(2022, 2023);
	assert_int_equal(case_count(&results, "Y7", GIR_FAIL), 1);
	case_drop_section(&before, 3);
	check_years(2022, 2023);
	assert_int_equal(case_count(&results, "Y7", GIR_NOT_ASSESSABLE), 1);
}

/* ---- an area ---- */

/* The sum of all parts passes; any other number is named. */
static void
test_rollup(void **state)
{
	int			form,
				i,
				cell;

	(void) state;
	case_seed(11);
	for (form = 0; form < GIR_FORM_COUNT; form++)
	{
		gir_figures part;
		int			cells = 0;

		memset(&before, 0, sizeof(before));
		for (i = 0; i < 5; i++)
		{
			case_draw(&part, form);
			case_add(&before, &part);
		}
		now = before;
		check_rollup("某某县2023年政府信息公开工作年度报告", 2023, 0);
		for (i = 0; i < results.count; i++)
			assert_int_equal(results.results[i].verdict, GIR_PASS);
		for (cell = 0; cell < GIR_CELL_COUNT; cell++)
		{
			gir_row_id	row = GIR_CELL_ROW(cell);
			bool		other = row >= GIR_ROW_OTHER_NOT_CORRECTED && row <= GIR_ROW_OTHER_HANDLING;

			if (!now.known[cell])
				continue;
			cells++;
			now.value[cell] += 3;
			check_rollup("某某县2023年政府信息公开工作年度报告", 2023, 2023);
			assert_int_equal(verdict(row < GIR_ROW_RECEIVED ? "A3" : "A1", row, gir_cell_column(cell)), GIR_FAIL);
			assert_int_equal(case_count(&results, "A1", GIR_FAIL) + case_count(&results, "A3", GIR_FAIL), 1);
			assert_int_equal(case_count(&results, "A5", GIR_FAIL), other);
			now.value[cell] -= 3;
		}
		assert_int_equal(cells, form == GIR_FORM_2019 ? 22 + 161 + 15 : 10 + 175 + 15);
	}
}

/* Parts in both forms: other results as a class, and no column that some lack. */
static void
test_rollup_of_both(void **state)
{
	gir_figures part;
	int			slot;

	(void) state;
	case_seed(12);
	case_draw(&before, GIR_FORM_2021);
	case_draw(&part, GIR_FORM_2019);
	for (slot = 0; slot < GIR_MAX_COLUMNS; slot++)
	{
		/* all other results of the parts are of the one kind that the area has */
		case_set(&part, GIR_ROW_OTHER_HANDLING, gir_applicant_columns[slot].column, slot == 6 ? 15 : slot);
	}
	now = before;
	case_add(&now, &part);
	case_add(&before, &part);
	for (slot = 0; slot < GIR_MAX_COLUMNS; slot++)
		now.value[GIR_CELL(GIR_ROW_OTHER_MISC, slot)] += part.value[GIR_CELL(GIR_ROW_OTHER_HANDLING, slot)];
	case_drop_row(&now, GIR_ROW_OTHER_HANDLING);
	case_set(&now, GIR_ROW_REGULATIONS, GIR_COL_IN_FORCE, 5);
	for (slot = 3; slot < 6; slot++)
		now.known[GIR_CELL(GIR_ROW_REGULATIONS, slot)] = false;

	check_rollup("某某县2023年政府信息公开工作年度报告", 2023, 2023);
	assert_int_equal(case_count(&results, "A5", GIR_PASS), 7);
	assert_int_equal(case_count(&results, "A1", GIR_FAIL), 0);
	assert_int_equal(verdict("A1", GIR_ROW_GRANTED, GIR_COL_OTHER), GIR_PASS);
	assert_int_equal(verdict("A1", GIR_ROW_OTHER_MISC, GIR_COL_NATURAL_PERSON), GIR_PASS);
	assert_int_equal(case_find(&results, "A1", GIR_ROW_OTHER_MISC, GIR_COL_OTHER)->obstacle, GIR_OBSTACLE_FORM);
	assert_int_equal(case_find(&results, "A3", GIR_ROW_REGULATIONS, GIR_COL_IN_FORCE)->obstacle, GIR_OBSTACLE_FORM);
	assert_int_equal(verdict("A3", GIR_ROW_LICENSING, GIR_COL_DECISIONS), GIR_PASS);
}

/* Reports that are not to be compared. */
static void
test_not_compared(void **state)
{
	int			i;

	(void) state;
	case_draw(&now, GIR_FORM_2021);
	before = now;
	check_rollup("某某市本级2023年政府信息公开工作年度报告", 2023, 2023);
	for (i = 0; i < results.count; i++)
	{
		if (strcmp(results.results[i].rule, "A4") == 0)
			assert_int_equal(results.results[i].verdict, GIR_FAIL);
		else
			assert_int_equal(results.results[i].obstacle, GIR_OBSTACLE_OWN_LEVEL);
	}
	check_rollup("某某市2023年政府信息公开工作年度报告", 2023, 2022);
	assert_int_equal(case_count(&results, "A4", GIR_PASS), 1);
	assert_int_equal(case_find(&results, "A1", GIR_ROW_GRANTED, GIR_COL_OTHER)->obstacle,
					 GIR_OBSTACLE_NOT_SAME_YEAR);
	check_rollup(NULL, 2023, 0);
	assert_int_equal(case_count(&results, "A4", GIR_NOT_ASSESSABLE), 1);
	assert_int_equal(case_count(&results, "A1", GIR_PASS), 175 + 15);

	/* amounts are compared exactly, or not at all */
	case_set(&now, GIR_ROW_FEES, GIR_COL_AMOUNT, 2510);
	now.scale[unit_cell(GIR_ROW_FEES, GIR_COL_AMOUNT)] = 2;
	case_set(&before, GIR_ROW_FEES, GIR_COL_AMOUNT, 251);
	before.scale[unit_cell(GIR_ROW_FEES, GIR_COL_AMOUNT)] = 1;
	check_rollup(NULL, 0, 0);
	assert_int_equal(verdict("A3", GIR_ROW_FEES, GIR_COL_AMOUNT), GIR_PASS);
	now.value[unit_cell(GIR_ROW_FEES, GIR_COL_AMOUNT)]++;
	check_rollup(NULL, 0, 0);
	assert_int_equal(verdict("A3", GIR_ROW_FEES, GIR_COL_AMOUNT), GIR_FAIL);
	assert_string_equal(case_find(&results, "A3", GIR_ROW_FEES, GIR_COL_AMOUNT)->message,
						"表二“行政事业性收费”行“本年收费金额（单位：万元）”列：上级报告（25.11），应等于下级合计（25.1），"
						"左边比右边多 0.01。请核对下级报告是否齐全、有无重复。");
	now.value[unit_cell(GIR_ROW_FEES, GIR_COL_AMOUNT)] = INT64_MAX;
	now.scale[unit_cell(GIR_ROW_FEES, GIR_COL_AMOUNT)] = 0;
	check_rollup(NULL, 0, 0);
	assert_int_equal(case_find(&results, "A3", GIR_ROW_FEES, GIR_COL_AMOUNT)->obstacle, GIR_OBSTACLE_RANGE);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_carried_over),
		cmocka_unit_test(test_years),
		cmocka_unit_test(test_proactive),
		cmocka_unit_test(test_similar),
		cmocka_unit_test(test_copied),
		cmocka_unit_test(test_rollup),
		cmocka_unit_test(test_rollup_of_both),
		cmocka_unit_test(test_not_compared),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
