/*
 * test_parse.c
 *		What is a report, and the tables of section 2: heads, forms, units.
 */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "tables.h"
#include "unit.h"

static unit_parsed parsed;

/* Assert that a row was not read, and that a diagnostic says why. */
static void
assert_lost(gir_row_id row, gir_diagnostic_code code)
{
	int			slot;

	assert_false(parsed.report.figures.row_present[row]);
	for (slot = 0; slot < GIR_MAX_COLUMNS; slot++)
	{
		assert_false(parsed.report.figures.known[GIR_CELL(row, slot)]);
		assert_int_equal(parsed.report.printed[GIR_CELL(row, slot)].state, GIR_STATE_MISSING);
	}
	if (unit_count(&parsed, code, row) == 0)
		fail_msg("no diagnostic %s for row %s", gir_diagnostic_name(code), gir_rows[row].code);
}

/* ---- what is a report ---- */

static void
test_accepted(void **state)
{
	static const struct
	{
		const char *text;
		bool		accepted;
		gir_diagnostic_code code;
	}			cases[] = {
		{"", false, GIR_DIAG_NOT_A_REPORT},
		{"\n", false, GIR_DIAG_NOT_A_REPORT},
		{"某局2023年政府信息公开工作年度报告\n", false, GIR_DIAG_NOT_A_REPORT},
		{"二、主动公开政府信息情况\n", false, GIR_DIAG_NOT_A_REPORT},
		{"二、主动公开政府信息情况\n二、主动公开政府信息情况\n", false, GIR_DIAG_NOT_A_REPORT},
		{"一、总体情况\n二、主动公开政府信息情况\n五、存在的主要问题及改进情况\n六、其他需要报告的事项\n",
		false, GIR_DIAG_NOT_A_REPORT},
		{"月份\t收到\t办结\n1月\t3\t2\n总计\t3\t2\n", false, GIR_DIAG_NOT_A_REPORT},
		{"某大学2022-2023学年信息公开年度报告\n一、总体情况\n", false, GIR_DIAG_OTHER_KIND},
		{HEADINGS, true, 0},
		{"二、主动公开政府信息情况\n四、政府信息公开行政复议、行政诉讼情况\n", true, 0},
		{HEAD_DOCUMENTS "规章\t1\t2\t3\n", true, 0},
		{HEAD_REQUESTS, true, 0},
	};
	int			i;

	(void) state;
	for (i = 0; i < UNIT_COUNT(cases); i++)
	{
		unit_parse_string(cases[i].text, &parsed);
		if (parsed.accepted != cases[i].accepted)
			fail_msg("case %d", i);
		if (!parsed.accepted && parsed.error.code != cases[i].code)
			fail_msg("case %d: %s", i, gir_diagnostic_name(parsed.error.code));
	}
}

/* Headings without tables: nothing is known, not even zeros. */
static void
test_headings_only(void **state)
{
	int			i;

	(void) state;
	unit_parse_string("某局2023年政府信息公开工作年度报告\n一、总体情况\n收到申请1条。\n" HEADINGS, &parsed);
	assert_true(parsed.accepted);
	for (i = 0; i < GIR_SECTION_COUNT; i++)
		assert_false(parsed.report.figures.section_present[i]);
	for (i = 0; i < GIR_CELL_COUNT; i++)
		assert_false(parsed.report.figures.known[i]);
	for (i = 1; i <= 6; i++)
		assert_int_equal(parsed.report.headings[i], i <= 4);
	assert_int_equal(unit_count(&parsed, GIR_DIAG_TABLE_MISSING, GIR_NO_ROW), 3);
}

/* ---- section 2 ---- */

static void
test_section_2_of_2021(void **state)
{
	(void) state;
	unit_parse_string(HEADINGS
					  HEAD_DOCUMENTS "规章\t1\t2\t3\n行政规范性文件\t4\t5\t6\n"
					  HEAD_LICENSING "行政许可\t7\n"
					  "第二十条第（六）项\n信息内容\t本年处理决定数量\n行政处罚\t8\n行政强制\t9\n"
					  HEAD_FEES "行政事业性收费\t10.5\n", &parsed);
	assert_true(parsed.accepted);
	unit_assert_number(&parsed, GIR_ROW_REGULATIONS, GIR_COL_ISSUED, 1);
	unit_assert_number(&parsed, GIR_ROW_REGULATIONS, GIR_COL_REPEALED, 2);
	unit_assert_number(&parsed, GIR_ROW_REGULATIONS, GIR_COL_IN_FORCE, 3);
	unit_assert_number(&parsed, GIR_ROW_NORMATIVE_DOCUMENTS, GIR_COL_ISSUED, 4);
	unit_assert_number(&parsed, GIR_ROW_NORMATIVE_DOCUMENTS, GIR_COL_REPEALED, 5);
	unit_assert_number(&parsed, GIR_ROW_NORMATIVE_DOCUMENTS, GIR_COL_IN_FORCE, 6);
	unit_assert_number(&parsed, GIR_ROW_LICENSING, GIR_COL_DECISIONS, 7);
	unit_assert_number(&parsed, GIR_ROW_PENALTY, GIR_COL_DECISIONS, 8);
	unit_assert_number(&parsed, GIR_ROW_COERCION, GIR_COL_DECISIONS, 9);
	assert_true(parsed.report.figures.known[unit_cell(GIR_ROW_FEES, GIR_COL_AMOUNT)]);
	assert_int_equal(parsed.report.figures.value[unit_cell(GIR_ROW_FEES, GIR_COL_AMOUNT)], 105);
	assert_int_equal(parsed.report.figures.scale[unit_cell(GIR_ROW_FEES, GIR_COL_AMOUNT)], 1);
	assert_int_equal(parsed.report.form[GIR_ROW_REGULATIONS], GIR_FORM_2021);
	unit_assert_state(&parsed, GIR_ROW_REGULATIONS, GIR_COL_MADE, GIR_STATE_MISSING);
	assert_false(parsed.report.figures.row_present[GIR_ROW_OTHER_SERVICES]);
	assert_int_equal(unit_count(&parsed, GIR_DIAG_ROW_MISSING, GIR_NO_ROW), 0);
}

static void
test_section_2_of_2019(void **state)
{
	(void) state;
	unit_parse_string(HEADINGS
					  HEAD_DOCUMENTS_2019 "规章\t1\t2\t3\n规范性文件\t4\t5\t6\n"
					  HEAD_LICENSING_2019 "行政许可\t7\t+8\t9\n其他对外管理服务事项\t10\t-11\t12\n"
					  "第二十条第（六）项\n信息内容\t上一年项目数量\t本年增/减\t处理决定数量\n"
					  "行政处罚\t13\t减14\t15\n行政强制\t16\t0\t17\n"
					  "第二十条第（八）项\n信息内容\t上一年项目数量\t本年增/减\n行政事业性收费\t18\t-19\n"
					  "第二十条第（九）项\n信息内容\t采购项目数量\t采购总金额\n政府集中采购\t20\t0.21万元\n",
					  &parsed);
	assert_true(parsed.accepted);
	unit_assert_number(&parsed, GIR_ROW_REGULATIONS, GIR_COL_MADE, 1);
	unit_assert_number(&parsed, GIR_ROW_REGULATIONS, GIR_COL_DISCLOSED, 2);
	unit_assert_number(&parsed, GIR_ROW_REGULATIONS, GIR_COL_DISCLOSED_TOTAL, 3);
	unit_assert_number(&parsed, GIR_ROW_NORMATIVE_DOCUMENTS, GIR_COL_DISCLOSED_TOTAL, 6);
	unit_assert_number(&parsed, GIR_ROW_LICENSING, GIR_COL_ITEMS_LAST_YEAR, 7);
	unit_assert_number(&parsed, GIR_ROW_LICENSING, GIR_COL_ITEMS_CHANGE, 8);
	unit_assert_number(&parsed, GIR_ROW_LICENSING, GIR_COL_DECISIONS, 9);
	unit_assert_number(&parsed, GIR_ROW_OTHER_SERVICES, GIR_COL_ITEMS_LAST_YEAR, 10);
	unit_assert_number(&parsed, GIR_ROW_OTHER_SERVICES, GIR_COL_ITEMS_CHANGE, -11);
	unit_assert_number(&parsed, GIR_ROW_OTHER_SERVICES, GIR_COL_DECISIONS, 12);
	unit_assert_number(&parsed, GIR_ROW_PENALTY, GIR_COL_ITEMS_CHANGE, -14);
	unit_assert_number(&parsed, GIR_ROW_COERCION, GIR_COL_ITEMS_LAST_YEAR, 16);
	unit_assert_number(&parsed, GIR_ROW_COERCION, GIR_COL_DECISIONS, 17);
	unit_assert_number(&parsed, GIR_ROW_FEES, GIR_COL_ITEMS_LAST_YEAR, 18);
	unit_assert_number(&parsed, GIR_ROW_FEES, GIR_COL_ITEMS_CHANGE, -19);
	unit_assert_number(&parsed, GIR_ROW_PROCUREMENT, GIR_COL_ITEMS, 20);
	assert_int_equal(parsed.report.figures.value[unit_cell(GIR_ROW_PROCUREMENT, GIR_COL_AMOUNT)], 21);
	assert_int_equal(parsed.report.figures.scale[unit_cell(GIR_ROW_PROCUREMENT, GIR_COL_AMOUNT)], 2);
	assert_int_equal(parsed.report.form[GIR_ROW_REGULATIONS], GIR_FORM_2019);
	unit_assert_state(&parsed, GIR_ROW_REGULATIONS, GIR_COL_ISSUED, GIR_STATE_MISSING);
	unit_assert_state(&parsed, GIR_ROW_FEES, GIR_COL_AMOUNT, GIR_STATE_MISSING);
}

/* The form is a property of each block, read from its head. */
static void
test_hybrid(void **state)
{
	(void) state;
	unit_parse_string(HEADINGS
					  HEAD_DOCUMENTS_2019 "规章\t1\t2\t3\n规范性文件\t4\t5\t6\n"
					  HEAD_LICENSING "行政许可\t7\n" HEAD_FEES "行政事业性收费\t8\n", &parsed);
	unit_assert_number(&parsed, GIR_ROW_NORMATIVE_DOCUMENTS, GIR_COL_MADE, 4);
	unit_assert_number(&parsed, GIR_ROW_LICENSING, GIR_COL_DECISIONS, 7);
	unit_assert_number(&parsed, GIR_ROW_FEES, GIR_COL_AMOUNT, 8);
	unit_assert_state(&parsed, GIR_ROW_LICENSING, GIR_COL_ITEMS_LAST_YEAR, GIR_STATE_MISSING);
	assert_int_equal(parsed.report.form[GIR_ROW_REGULATIONS], GIR_FORM_2019);
	assert_int_equal(parsed.report.form[GIR_ROW_LICENSING], GIR_FORM_2021);
	assert_int_equal(unit_count(&parsed, GIR_DIAG_FORM_MIXED, GIR_NO_ROW), 1);
}

/* Columns of section 2 are those that its head names, or none. */
static void
test_columns_of_section_2(void **state)
{
	static const gir_column columns[] = {GIR_COL_IN_FORCE, GIR_COL_ISSUED, GIR_COL_REPEALED};
	int			i;

	(void) state;
	/* in another order: not by their place */
	unit_parse_string("信息内容\t现行有效件数\t本年制发件数\t本年废止件数\n规章\t1\t2\t3\n", &parsed);
	for (i = 0; i < 3; i++)
	{
		int			cell = unit_cell(GIR_ROW_REGULATIONS, columns[i]);

		assert_true(!parsed.report.figures.known[cell] || parsed.report.figures.value[cell] == i + 1);
	}

	/* a column of one's own, in any place */
	unit_parse_string("信息内容\t本年制发件数\t备案件数\t本年废止件数\t现行有效件数\n规章\t1\t9\t2\t3\n", &parsed);
	unit_assert_number(&parsed, GIR_ROW_REGULATIONS, GIR_COL_ISSUED, 1);
	unit_assert_number(&parsed, GIR_ROW_REGULATIONS, GIR_COL_REPEALED, 2);
	unit_assert_number(&parsed, GIR_ROW_REGULATIONS, GIR_COL_IN_FORCE, 3);
	assert_true(unit_count(&parsed, GIR_DIAG_COLUMN_UNKNOWN, GIR_NO_ROW) > 0);

	/* a row under the head of another block */
	unit_parse_string(HEAD_FEES "行政许可\t7\n", &parsed);
	assert_lost(GIR_ROW_LICENSING, GIR_DIAG_ROW_UNREADABLE);
	unit_parse_string(HEAD_LICENSING "规章\t7\n", &parsed);
	assert_lost(GIR_ROW_REGULATIONS, GIR_DIAG_ROW_UNREADABLE);

	/* a head that has lost a column: what is left of a row may be anything */
	unit_parse_string("第二十条第（一）项\t\t\t\n信息内容\t本年制发件数\t现行有效件数\n规章\t1\t2\t\n", &parsed);
	assert_lost(GIR_ROW_REGULATIONS, GIR_DIAG_ROW_UNREADABLE);

	/* no head at all */
	unit_parse_string("第二十条第（一）项\t\t\t\n规章\t1\t2\t3\n", &parsed);
	assert_lost(GIR_ROW_REGULATIONS, GIR_DIAG_ROW_UNREADABLE);
}

/* Heads that lost part of their text, as they are met. */
static void
test_shortened_heads(void **state)
{
	(void) state;
	unit_parse_string("第二十条第（一）项\n信息内容\t本年制发件数\t本年废止件数\t现行有效件\n规章\t1\t2\t3\n", &parsed);
	unit_assert_number(&parsed, GIR_ROW_REGULATIONS, GIR_COL_ISSUED, 1);
	unit_assert_number(&parsed, GIR_ROW_REGULATIONS, GIR_COL_REPEALED, 2);
	unit_assert_number(&parsed, GIR_ROW_REGULATIONS, GIR_COL_IN_FORCE, 3);

	unit_parse_string("第二十条第（一）项\n信息内容\t本年发件\t本年废止件数\t现行有效件\n规章\t1\t2\t3\n", &parsed);
	unit_assert_number(&parsed, GIR_ROW_REGULATIONS, GIR_COL_ISSUED, 1);
	unit_assert_number(&parsed, GIR_ROW_REGULATIONS, GIR_COL_IN_FORCE, 3);

	/* two cells lost their second line: only their places tell them apart */
	unit_parse_string("第二十条第（一）项\n信息内容\t本年新\t本年新\t对外公开总数量\n规章\t1\t2\t3\n", &parsed);
	unit_assert_number(&parsed, GIR_ROW_REGULATIONS, GIR_COL_MADE, 1);
	unit_assert_number(&parsed, GIR_ROW_REGULATIONS, GIR_COL_DISCLOSED, 2);
	unit_assert_number(&parsed, GIR_ROW_REGULATIONS, GIR_COL_DISCLOSED_TOTAL, 3);

	unit_parse_string("第二十条第（五）项\n信息内容\t上一年项目数量\t本年增/\t处理决定数量\n行政许可\t1\t+2\t3\n", &parsed);
	unit_assert_number(&parsed, GIR_ROW_LICENSING, GIR_COL_ITEMS_LAST_YEAR, 1);
	unit_assert_number(&parsed, GIR_ROW_LICENSING, GIR_COL_ITEMS_CHANGE, 2);
	unit_assert_number(&parsed, GIR_ROW_LICENSING, GIR_COL_DECISIONS, 3);
}

/* The unit of an amount: of its cell, or of its own block's head. */
static void
test_units(void **state)
{
	static const struct
	{
		const char *head;
		const char *cell;
		gir_state	state;
		int64_t		value;
		int			scale;
	}			cases[] = {
		{"本年收费金额（单位：万元）", "162.5", GIR_STATE_NUMBER, 1625, 1},
		{"本年收费金额（单位：元）", "48600", GIR_STATE_NUMBER, 486, 2},
		{"本年收费金额（单位：万元）", "48600元", GIR_STATE_NUMBER, 486, 2},
		{"本年收费金额", "48600元", GIR_STATE_NUMBER, 486, 2},
		{"本年收费金额", "48600", GIR_STATE_TEXT, 0, 0},
		{"本年收费金额", "0", GIR_STATE_NUMBER, 0, 0},
		{"本年收费金额", "", GIR_STATE_BLANK, 0, 0},
		{"本年收费金额（单位：千元）", "48600", GIR_STATE_NUMBER, 4860, 0},
		{"本年收费金额（单位：美元）", "48600", GIR_STATE_TEXT, 0, 0},
		{"本年收费金额（单位：万 元）", "162.5", GIR_STATE_NUMBER, 1625, 1},
		{"本年收费金额（单位：万元）", "无", GIR_STATE_TEXT, 0, 0},
	};
	int			cell = unit_cell(GIR_ROW_FEES, GIR_COL_AMOUNT);
	int			i;

	(void) state;
	for (i = 0; i < UNIT_COUNT(cases); i++)
	{
		char		text[1024];

		/* the block before it has another unit, which is not for this one */
		sprintf(text, "信息内容\t采购项目数量\t采购总金额（亿元）\n"
				"信息内容\t%s\n行政事业性收费\t%s\n行政事业性收费说明\n", cases[i].head, cases[i].cell);
		unit_parse_string(text, &parsed);
		if (parsed.report.printed[cell].state != cases[i].state ||
			parsed.report.figures.known[cell] != (cases[i].state == GIR_STATE_NUMBER) ||
			parsed.report.figures.value[cell] != cases[i].value ||
			parsed.report.figures.scale[cell] != cases[i].scale)
			fail_msg("case %d: %s, %lld, scale %d", i,
					 gir_state_name(parsed.report.printed[cell].state),
					 (long long) parsed.report.figures.value[cell], parsed.report.figures.scale[cell]);
	}
	unit_parse_string("信息内容\t本年收费金额\n行政事业性收费\t48600\n", &parsed);
	assert_int_equal(unit_count(&parsed, GIR_DIAG_UNIT_MISSING, GIR_ROW_FEES), 1);
}

/* Every state of a cell, with its text and its place. */
static void
test_printed(void **state)
{
	static const char text[] =
		"信息内容\t本年制发件数\t本年废止件数\t现行有效件数\n"
		"规章\t12\t \t/\n行政规范性文件\t０\t无\t—\n";
	const gir_printed *printed;

	(void) state;
	unit_parse_string(text, &parsed);
	unit_assert_number(&parsed, GIR_ROW_REGULATIONS, GIR_COL_ISSUED, 12);
	unit_assert_state(&parsed, GIR_ROW_REGULATIONS, GIR_COL_REPEALED, GIR_STATE_BLANK);
	unit_assert_state(&parsed, GIR_ROW_REGULATIONS, GIR_COL_IN_FORCE, GIR_STATE_NOT_APPLICABLE);
	unit_assert_number(&parsed, GIR_ROW_NORMATIVE_DOCUMENTS, GIR_COL_ISSUED, 0);
	unit_assert_state(&parsed, GIR_ROW_NORMATIVE_DOCUMENTS, GIR_COL_REPEALED, GIR_STATE_TEXT);
	unit_assert_state(&parsed, GIR_ROW_NORMATIVE_DOCUMENTS, GIR_COL_IN_FORCE, GIR_STATE_NOT_APPLICABLE);
	assert_int_equal(unit_count(&parsed, GIR_DIAG_CELL_BLANK, GIR_ROW_REGULATIONS), 1);
	assert_int_equal(unit_count(&parsed, GIR_DIAG_CELL_NOT_APPLICABLE, GIR_NO_ROW), 2);
	assert_int_equal(unit_count(&parsed, GIR_DIAG_CELL_TEXT, GIR_ROW_NORMATIVE_DOCUMENTS), 1);

	printed = &parsed.report.printed[unit_cell(GIR_ROW_NORMATIVE_DOCUMENTS, GIR_COL_REPEALED)];
	assert_int_equal(printed->line, 3);
	assert_memory_equal(text + printed->raw.start, "无", printed->raw.end - printed->raw.start);
	printed = &parsed.report.printed[unit_cell(GIR_ROW_REGULATIONS, GIR_COL_ISSUED)];
	assert_int_equal(printed->line, 2);
	assert_memory_equal(text + printed->raw.start, "12", printed->raw.end - printed->raw.start);
}

/*
 * A head with the columns of both forms, as sums of reports are printed: each value
 * is under its own.  In another order, or without one, it is no head.
 */
static void
test_heads_of_both_forms(void **state)
{
	static const char *const others[] = {
		"信息内容\t本年新制作数量\t本年新公开数量\t对外公开总数量\t本年制发件数\t本年废止件数\t现行有效件数\n",
		"信息内容\t本年制发件数\t本年废止件数\t现行有效件数\t本年新制作数量\t对外公开总数量\n",
		"信息内容\t本年制发件数\t现行有效件数\t本年新制作数量\t本年新公开数量\t对外公开总数量\n",
	};
	gir_row_forms forms;
	char		text[1000];
	int			i;

	(void) state;
	unit_parse_string(HEADINGS
					  "信息内容\t本年制发件数\t本年废止件数\t现行有效件数\t本年新制作数量\t本年新公开数量\t对外公开总数量\n"
					  "规章\t\t2\t3\t\t5\t6\n"
					  "信息内容\t本年收费金额（单位：万元）\t上一年项目数量\t本年增/减\n"
					  "行政事业性收费\t75\t8\t-9\n", &parsed);
	unit_assert_state(&parsed, GIR_ROW_REGULATIONS, GIR_COL_ISSUED, GIR_STATE_BLANK);
	unit_assert_number(&parsed, GIR_ROW_REGULATIONS, GIR_COL_REPEALED, 2);
	unit_assert_number(&parsed, GIR_ROW_REGULATIONS, GIR_COL_IN_FORCE, 3);
	unit_assert_state(&parsed, GIR_ROW_REGULATIONS, GIR_COL_MADE, GIR_STATE_BLANK);
	unit_assert_number(&parsed, GIR_ROW_REGULATIONS, GIR_COL_DISCLOSED, 5);
	unit_assert_number(&parsed, GIR_ROW_REGULATIONS, GIR_COL_DISCLOSED_TOTAL, 6);
	unit_assert_number(&parsed, GIR_ROW_FEES, GIR_COL_AMOUNT, 75);
	unit_assert_number(&parsed, GIR_ROW_FEES, GIR_COL_ITEMS_LAST_YEAR, 8);
	unit_assert_number(&parsed, GIR_ROW_FEES, GIR_COL_ITEMS_CHANGE, -9);
	gir_forms_of_report(&parsed.report, &forms);
	assert_int_equal(forms.forms[GIR_ROW_REGULATIONS], 1 << GIR_FORM_2019 | 1 << GIR_FORM_2021);
	assert_int_equal(forms.forms[GIR_ROW_FEES], 1 << GIR_FORM_2019 | 1 << GIR_FORM_2021);

	for (i = 0; i < UNIT_COUNT(others); i++)
	{
		snprintf(text, sizeof(text), "%s%s规章\t1\t2\t3\t4\t5%s\n", HEADINGS, others[i], i == 0 ? "\t6" : "");
		unit_parse_string(text, &parsed);
		assert_false(parsed.report.figures.row_present[GIR_ROW_REGULATIONS]);
	}
}

int
main(void)
{
	static const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_accepted),
		cmocka_unit_test(test_headings_only),
		cmocka_unit_test(test_section_2_of_2021),
		cmocka_unit_test(test_section_2_of_2019),
		cmocka_unit_test(test_hybrid),
		cmocka_unit_test(test_columns_of_section_2),
		cmocka_unit_test(test_heads_of_both_forms),
		cmocka_unit_test(test_shortened_heads),
		cmocka_unit_test(test_units),
		cmocka_unit_test(test_printed),
	};

	return cmocka_run_group_tests_name("parse", tests, NULL, NULL);
}
