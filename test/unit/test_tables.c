/*
 * test_tables.c
 *		The tables of sections 3 and 4: rows, heads, and what is left out and why.
 */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "tables.h"
#include "unit.h"

#define NOT_CORRECTED "1.申请人无正当理由逾期不补正、行政机关不再处理其政府信息公开申请"
#define FEE_UNPAID "2.申请人逾期未按收费通知要求缴纳费用、行政机关不再处理其政府信息公开申请"

static unit_parsed parsed;

/* Assert that a row holds the numbers n1 to n7. */
#define assert_row_7(row, n) check_row_7(row, n, __LINE__)
static void
check_row_7(gir_row_id row, int n, int line)
{
	int			slot;

	for (slot = 0; slot < 7; slot++)
		unit_check_number(&parsed, row, gir_applicant_columns[slot].column, n * 10 + slot + 1,
						  __FILE__, line);
	assert_true(parsed.report.figures.row_present[row]);
}

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

/* ---- section 3 ---- */

static void
test_section_3(void **state)
{
	(void) state;
	unit_parse_string(HEADINGS HEAD_REQUESTS
					  ROW_7("一、本年新收政府信息公开申请数量", 1)
					  ROW_7("三、本年度办理结果\t（一）予以公开", 2)
					  ROW_7("\t（三）不予公开\t1.属于国家秘密\t", 3)
					  ROW_7("2.其他法律行政法规禁止公开\t\t", 4)
					  ROW_7(FEE_UNPAID, 8)
					  ROW_7("3.其他", 5)
					  ROW_7("(七) 总计", 6)
					  ROW_7("四、结转下年度继续办理\t\t", 7), &parsed);
	assert_row_7(GIR_ROW_RECEIVED, 1);
	assert_row_7(GIR_ROW_GRANTED, 2);
	assert_row_7(GIR_ROW_DENIED_STATE_SECRET, 3);
	assert_row_7(GIR_ROW_DENIED_PROHIBITED_BY_LAW, 4);
	assert_row_7(GIR_ROW_OTHER_FEE_UNPAID, 8);
	assert_row_7(GIR_ROW_OTHER_MISC, 5);
	assert_row_7(GIR_ROW_CONCLUDED, 6);
	assert_row_7(GIR_ROW_CARRIED_OUT, 7);
	assert_lost(GIR_ROW_CARRIED_IN, GIR_DIAG_ROW_MISSING);
	assert_int_equal(parsed.report.form[GIR_ROW_RECEIVED], GIR_FORM_2021);
	assert_int_equal(unit_count(&parsed, GIR_DIAG_ROW_MISSING, GIR_ROW_OTHER_HANDLING), 0);
}

/* In the 2019 form other handling is a row; in the 2021 form it is a group. */
static void
test_other_handling(void **state)
{
	(void) state;
	unit_parse_string(HEADINGS HEAD_REQUESTS
					  ROW_7("5.要求行政机关确认或重新出具已获取信息", 1)
					  ROW_7("（六）其他处理", 2) ROW_7("（七）总计", 3), &parsed);
	assert_row_7(GIR_ROW_REJECTED_CONFIRMATION, 1);
	assert_row_7(GIR_ROW_OTHER_HANDLING, 2);
	assert_row_7(GIR_ROW_CONCLUDED, 3);
	assert_int_equal(parsed.report.form[GIR_ROW_RECEIVED], GIR_FORM_2019);
	assert_int_equal(unit_count(&parsed, GIR_DIAG_ROW_MISSING, GIR_ROW_OTHER_MISC), 0);

	unit_parse_string(HEADINGS HEAD_REQUESTS
					  ROW_7("（六）其他处理\t" NOT_CORRECTED, 1)
					  ROW_7(FEE_UNPAID, 2) ROW_7("3.其他", 3) ROW_7("（七）总计", 4), &parsed);
	assert_row_7(GIR_ROW_OTHER_NOT_CORRECTED, 1);
	assert_row_7(GIR_ROW_OTHER_FEE_UNPAID, 2);
	assert_row_7(GIR_ROW_OTHER_MISC, 3);
	assert_row_7(GIR_ROW_CONCLUDED, 4);
	assert_false(parsed.report.figures.row_present[GIR_ROW_OTHER_HANDLING]);

	/* the group's label on a line of its own */
	unit_parse_string(HEADINGS HEAD_REQUESTS "（六）其他处理\t\t\n" ROW_7(NOT_CORRECTED, 1) ROW_7(FEE_UNPAID, 2),
					  &parsed);
	assert_row_7(GIR_ROW_OTHER_NOT_CORRECTED, 1);
	assert_row_7(GIR_ROW_OTHER_FEE_UNPAID, 2);
	assert_false(parsed.report.figures.row_present[GIR_ROW_OTHER_HANDLING]);

	/* the label behind the group's was lost: values, but of which row? */
	unit_parse_string(HEADINGS HEAD_REQUESTS ROW_7("（六）其他处理", 1) ROW_7(FEE_UNPAID, 2)
					  ROW_7("3.其他", 3) ROW_7("（七）总计", 4), &parsed);
	assert_false(parsed.report.figures.row_present[GIR_ROW_OTHER_HANDLING]);
	assert_false(parsed.report.figures.row_present[GIR_ROW_OTHER_NOT_CORRECTED]);

	/* the same, of more rows: what is left is of both forms, and neither counts */
	unit_parse_string(HEADINGS HEAD_REQUESTS ROW_7("（六）其他处理", 1) ROW_7("3.其他", 3)
					  ROW_7("（七）总计", 4), &parsed);
	assert_false(parsed.report.figures.row_present[GIR_ROW_OTHER_HANDLING]);
	assert_row_7(GIR_ROW_CONCLUDED, 4);
}

/* A row wider than a head whose rows are all alike may have a cell too many for a blank one. */
static void
test_too_wide(void **state)
{
	static const char *const head =
		"三、收到和处理政府信息公开申请情况\n"
		"本列数据的勾稽关系为：第一项加第二项之和，等于第三项加第四项之和\t申请人情况\t\t\t\t\t\t\n"
		"\t自然人\t法人或其他组织\t\t\t\t\t总计\n"
		"\t\t商业企业\t科研机构\t社会公益组织\t法律服务机构\t其他\t\n";
	static const struct
	{
		const char *values;
		bool		read;
	}			rows[] = {
		{"\t1\t2\t3\t4\t5\t6\t21", true},
		{"\t1\t2\t3\t4\t5\t6\t", true},
		{"\t1\t9\t2\t3\t4\t5\t6\t", false},
		{"\t1\t2\t3\t4\t5\t6\t21\t", false},
	};
	int			i;

	(void) state;
	for (i = 0; i < UNIT_COUNT(rows); i++)
	{
		char		text[2048];

		snprintf(text, sizeof(text), "某局2023年政府信息公开工作年度报告\n%s一、本年新收政府信息公开申请数量%s\n",
				 head, rows[i].values);
		unit_parse_string(text, &parsed);
		assert_int_equal(parsed.report.figures.row_present[GIR_ROW_RECEIVED], rows[i].read);
	}
}

/*
 * Word processor text has a cell for each of the table's: behind a label either
 * none is blank because of merged ones, or all of them.
 */
static void
test_word_cells(void **state)
{
#define WORD(cell) "\t" cell "\n"
#define SIX WORD("1") WORD("2") WORD("3") WORD("4") WORD("5") WORD("6")
	static const char *const heads[] = {
		"三、收到和处理政府信息公开申请情况\n"
		WORD("本列数据的勾稽关系为：第一项加第二项之和，等于第三项加第四项之和") WORD("申请人情况") "\n"
		WORD("") WORD("自然人") WORD("法人或其他组织") WORD("总计") "\n"
		WORD("") WORD("") WORD("商业企业") WORD("科研机构") WORD("社会公益组织") WORD("法律服务机构") WORD("其他") WORD("") "\n",
		"三、收到和处理政府信息公开申请情况\n"
		WORD("本列数据的勾稽关系为：第一项加第二项之和，等于第三项加第四项之和") WORD("") WORD("")
		WORD("申请人情况") WORD("") WORD("") WORD("") WORD("") WORD("") WORD("总计") "\n"
		WORD("自然人") WORD("法人或其他组织") WORD("") WORD("") WORD("") WORD("") "\n"
		WORD("商业企业") WORD("科研机构") WORD("社会公益组织") WORD("法律服务机构") WORD("其他") "\n",
	};
	static const struct
	{
		const char *row;
		bool		read[2];	/* under a head without, and with, cells left of merged ones */
	}			rows[] = {
		{WORD("一、本年新收政府信息公开申请数量") SIX WORD("21"), {true, false}},
		{WORD("一、本年新收政府信息公开申请数量") WORD("") SIX, {true, false}},
		{WORD("一、本年新收政府信息公开申请数量") WORD("") SIX WORD("7"), {false, false}},
		{WORD("一、本年新收政府信息公开申请数量") WORD("") WORD("") SIX WORD("21"), {false, true}},
		{WORD("一、本年新收政府信息公开申请数量") WORD("") WORD("") WORD("") SIX, {false, true}},
		{WORD("一、本年新收政府信息公开申请数量") WORD("") WORD("") WORD("") SIX WORD("7"), {false, false}},
		{WORD("一、本年新收政府信息公开申请数量") WORD("") WORD("9") SIX WORD(""), {false, false}},
	};
	int			h,
				i;

	(void) state;
	for (h = 0; h < UNIT_COUNT(heads); h++)
	{
		for (i = 0; i < UNIT_COUNT(rows); i++)
		{
			char		text[4096];

			/* a row counts only before the next one of its form */
			snprintf(text, sizeof(text), "某局2023年政府信息公开工作年度报告\n%s%s\n"
					 WORD("二、上年结转政府信息公开申请数量") SIX "\n", heads[h], rows[i].row);
			unit_parse_string(text, &parsed);
			if (parsed.report.figures.row_present[GIR_ROW_RECEIVED] != rows[i].read[h])
				fail_msg("head %d, row %d", h, i);
		}
	}
}

/* Rows with too few or too many values are lost, and no others. */
static void
test_row_lengths(void **state)
{
	static const char *const rows[] = {
		"（一）予以公开\t1\t2\t3\t4\t5\t6\n",
		"（一）予以公开\t1\t2\t3\t4\t5\t6\t7\t8\n",
		"（一）予以公开\t1\n",
		"（一）予以公开\t1\t2\t3\t4\t5\t6\t\n",	/* is the total blank, or padding? */
		"（一）予以公开\t\t1\t2\t3\t4\t5\t6\n",
		"（一）予以公开\t1\t2\t3\t4\t5\t\t6\t7\n",
		"（一）予以公开\t1234567\n",
		"（一）予以公开\t1 2 3 4 5 6 7\t\n",
	};
	int			i;

	(void) state;
	for (i = 0; i < UNIT_COUNT(rows); i++)
	{
		char		text[4096];

		sprintf(text, "%s%s%s%s", HEADINGS HEAD_REQUESTS ROW_7("一、本年新收政府信息公开申请数量", 1), rows[i],
				ROW_7("（二）部分公开", 3), ROW_7("四、结转下年度继续办理", 4));
		unit_parse_string(text, &parsed);
		assert_row_7(GIR_ROW_RECEIVED, 1);
		assert_false(parsed.report.figures.row_present[GIR_ROW_GRANTED]);
		assert_int_equal(parsed.report.printed[GIR_CELL(GIR_ROW_GRANTED, 0)].state, GIR_STATE_MISSING);
		assert_row_7(GIR_ROW_PARTIALLY_GRANTED, 3);
		assert_row_7(GIR_ROW_CARRIED_OUT, 4);
	}
}

/* Rows that no form has are not read, and cost no other row. */
static void
test_unknown_rows(void **state)
{
	(void) state;
	unit_parse_string(HEADINGS HEAD_REQUESTS
					  ROW_7("一、本年新收政府信息公开申请数量", 1)
					  ROW_7("其中：网络申请", 9)
					  ROW_7("", 9)
					  ROW_7("三、本年度办理结果\t（一）予以公开", 2)
					  ROW_7("小计", 9)
					  ROW_7("四、结转下年度继续办理", 3), &parsed);
	assert_row_7(GIR_ROW_RECEIVED, 1);
	assert_row_7(GIR_ROW_GRANTED, 2);
	assert_row_7(GIR_ROW_CARRIED_OUT, 3);
	assert_int_equal(unit_count(&parsed, GIR_DIAG_ROW_UNKNOWN, GIR_NO_ROW), 3);

	/* an unknown label behind one that is known only as a group, or in 2019 */
	unit_parse_string(HEADINGS HEAD_REQUESTS
					  ROW_7("一、本年新收政府信息公开申请数量", 1)
					  ROW_7("（六）其他处理\t1.申请人逾期不补正", 9)
					  ROW_7(FEE_UNPAID, 2) ROW_7("3.其他", 3) ROW_7("（七）总计", 4), &parsed);
	assert_false(parsed.report.figures.row_present[GIR_ROW_OTHER_HANDLING]);
	assert_row_7(GIR_ROW_OTHER_FEE_UNPAID, 2);
	assert_row_7(GIR_ROW_OTHER_MISC, 3);
	assert_row_7(GIR_ROW_CONCLUDED, 4);
}

/* The columns of section 3 in another order: nothing of it is read. */
static void
test_column_order(void **state)
{
	(void) state;
	unit_parse_string(HEADINGS
					  "（本列数据的勾稽关系为：第一项加第二项之和，等于第三项加第四项之和）\t申请人情况\n"
					  "自然人\t法人或其他组织\t总计\n"
					  "科研机构\t商业企业\t社会公益组织\t法律服务机构\t其他\n"
					  ROW_7("一、本年新收政府信息公开申请数量", 1) HEAD_DISPUTES
					  "1\t2\t3\t4\t5\t6\t7\t8\t9\t10\t11\t12\t13\t14\t15\n", &parsed);
	assert_lost(GIR_ROW_RECEIVED, GIR_DIAG_ROW_UNREADABLE);
	assert_int_equal(unit_count(&parsed, GIR_DIAG_COLUMN_ORDER, GIR_NO_ROW), 1);
	unit_assert_number(&parsed, GIR_ROW_LITIGATION_AFTER_RECONSIDERATION, GIR_COL_TOTAL, 15);

	/* the total in front of the others, in the same row of the head */
	unit_parse_string(HEADINGS "总计\t自然人\t商业企业\t科研机构\t社会公益组织\t法律服务机构\t其他\n"
					  ROW_7("一、本年新收政府信息公开申请数量", 1), &parsed);
	assert_lost(GIR_ROW_RECEIVED, GIR_DIAG_ROW_UNREADABLE);
}

/* The total of the head, in each of the places where it is printed. */
static void
test_place_of_total(void **state)
{
	static const char *const heads[] = {
		"\t申请人情况\t\t\t\t\t\t总计\n自然人\t法人或其他组织\n商业企业\t科研机构\t社会公益组织\t法律服务机构\t其他\n",
		"\t申请人情况\n自然人\t法人或其他组织\t总计\n商业企业\t科研机构\t社会公益组织\t法律服务机构\t其他\n",
		"\t申请人情况\n自然人\t法人或其他组织\n商业企业\t科研机构\t社会公益组织\t法律服务机构\t其他\t总计\n",
		"项目\t自然人\t商业企业\t科研机构\t社会公益组织\t法律服务机构\t其他\t总计\n",
	};
	int			i;

	(void) state;
	for (i = 0; i < UNIT_COUNT(heads); i++)
	{
		char		text[4096];

		sprintf(text, "%s%s%s", HEADINGS, heads[i], ROW_7("一、本年新收政府信息公开申请数量", 1));
		unit_parse_string(text, &parsed);
		assert_row_7(GIR_ROW_RECEIVED, 1);
		assert_int_equal(unit_count(&parsed, GIR_DIAG_COLUMN_ORDER, GIR_NO_ROW), 0);
	}
}

/* A table without any head is known by its first row. */
static void
test_missing_heads(void **state)
{
	(void) state;
	unit_parse_string(HEADINGS "一、本年新收政府信息公开申请数量\t11\t12\t13\t14\t15\t16\t81\n"
					  "二、上年结转政府信息公开申请数量\t1\t2\t3\t4\t5\t6\t21\n", &parsed);
	unit_assert_number(&parsed, GIR_ROW_RECEIVED, GIR_COL_NATURAL_PERSON, 11);
	unit_assert_number(&parsed, GIR_ROW_RECEIVED, GIR_COL_TOTAL, 81);
	unit_assert_number(&parsed, GIR_ROW_CARRIED_IN, GIR_COL_COMMERCIAL_ENTERPRISE, 2);
	unit_assert_number(&parsed, GIR_ROW_CARRIED_IN, GIR_COL_OTHER, 6);

	/* but not by another */
	unit_parse_string(HEADINGS ROW_7("二、上年结转政府信息公开申请数量", 2), &parsed);
	assert_false(parsed.report.figures.section_present[1]);
	unit_parse_string(HEADINGS "规章\t1\t2\t3\n1\t2\t3\t4\t5\t6\t7\t8\t9\t10\t11\t12\t13\t14\t15\n", &parsed);
	assert_false(parsed.report.figures.section_present[0]);
	assert_false(parsed.report.figures.section_present[2]);
}

/* ---- section 4 ---- */

static void
test_section_4(void **state)
{
	static const gir_column columns[] = {
		GIR_COL_UPHELD, GIR_COL_CORRECTED, GIR_COL_OTHER, GIR_COL_PENDING, GIR_COL_TOTAL
	};
	int			i;

	(void) state;
	unit_parse_string(HEADINGS HEAD_DISPUTES
					  "1\t2\t3\t4\t5\t6\t7\t8\t9\t10\t11\t12\t13\t14\t15\n", &parsed);
	for (i = 0; i < 5; i++)
	{
		unit_assert_number(&parsed, GIR_ROW_RECONSIDERATION, columns[i], 1 + i);
		unit_assert_number(&parsed, GIR_ROW_LITIGATION_DIRECT, columns[i], 6 + i);
		unit_assert_number(&parsed, GIR_ROW_LITIGATION_AFTER_RECONSIDERATION, columns[i], 11 + i);
	}

	/* fourteen or sixteen values: none of them */
	unit_parse_string(HEADINGS HEAD_DISPUTES
					  "1\t2\t3\t4\t5\t6\t7\t8\t9\t10\t11\t12\t13\t14\n", &parsed);
	for (i = GIR_CELL(GIR_ROW_RECONSIDERATION, 0); i < GIR_CELL_COUNT; i++)
		assert_false(parsed.report.figures.known[i]);
	assert_true(unit_count(&parsed, GIR_DIAG_ROW_UNREADABLE, GIR_NO_ROW) > 0);
	unit_parse_string(HEADINGS HEAD_DISPUTES
					  "1\t2\t3\t4\t5\t6\t7\t8\t9\t10\t11\t12\t13\t14\t15\t16\n", &parsed);
	for (i = GIR_CELL(GIR_ROW_RECONSIDERATION, 0); i < GIR_CELL_COUNT; i++)
		assert_false(parsed.report.figures.known[i]);
}

/* Kinds of dispute, or their columns, in another order: nothing is read. */
static void
test_order_of_disputes(void **state)
{
	static const char *const heads[] = {
		"行政复议\t行政诉讼\n结果纠正\t结果维持\t其他结果\t尚未审结\t总计\t未经复议直接起诉\t复议后起诉\n"
		"结果维持\t结果纠正\t其他结果\t尚未审结\t总计\t结果维持\t结果纠正\t其他结果\t尚未审结\t总计\n",
		"行政复议\t行政诉讼\n结果维持\t结果纠正\t其他结果\t尚未审结\t总计\t复议后起诉\t未经复议直接起诉\n"
		"结果维持\t结果纠正\t其他结果\t尚未审结\t总计\t结果维持\t结果纠正\t其他结果\t尚未审结\t总计\n",
		"行政复议\t行政诉讼\n总计\t结果维持\t结果纠正\t其他结果\t尚未审结\t未经复议直接起诉\t复议后起诉\n"
		"总计\t结果维持\t结果纠正\t其他结果\t尚未审结\t总计\t结果维持\t结果纠正\t其他结果\t尚未审结\n",
	};
	int			i,
				cell;

	(void) state;
	for (i = 0; i < UNIT_COUNT(heads); i++)
	{
		char		text[4096];

		sprintf(text, "%s%s1\t2\t3\t4\t5\t6\t7\t8\t9\t10\t11\t12\t13\t14\t15\n", HEADINGS, heads[i]);
		unit_parse_string(text, &parsed);
		for (cell = GIR_CELL(GIR_ROW_RECONSIDERATION, 0); cell < GIR_CELL_COUNT; cell++)
			assert_false(parsed.report.figures.known[cell]);
	}
}

int
main(void)
{
	static const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_section_3),
		cmocka_unit_test(test_other_handling),
		cmocka_unit_test(test_too_wide),
		cmocka_unit_test(test_word_cells),
		cmocka_unit_test(test_row_lengths),
		cmocka_unit_test(test_unknown_rows),
		cmocka_unit_test(test_column_order),
		cmocka_unit_test(test_place_of_total),
		cmocka_unit_test(test_missing_heads),
		cmocka_unit_test(test_section_4),
		cmocka_unit_test(test_order_of_disputes),
	};

	return cmocka_run_group_tests_name("tables", tests, NULL, NULL);
}
