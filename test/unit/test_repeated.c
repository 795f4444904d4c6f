/*
 * test_repeated.c
 *		Tables that come twice, rows out of order, heads within tables, and text
 *		from which lines were dropped.
 */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "tables.h"
#include "unit.h"

#define RECEIVED "一、本年新收政府信息公开申请数量"
#define CARRIED_IN "二、上年结转政府信息公开申请数量"
#define GRANTED "三、本年度办理结果\t（一）予以公开"
#define PARTIALLY_GRANTED "（二）部分公开"

static unit_parsed parsed;

/* Assert that a row of section 3 holds the numbers n1 to n7. */
#define assert_row_7(row, n) check_row_7(row, n, __LINE__)
static void
check_row_7(gir_row_id row, int n, int line)
{
	int			slot;

	for (slot = 0; slot < 7; slot++)
		unit_check_number(&parsed, row, gir_applicant_columns[slot].column, n * 10 + slot + 1,
						  __FILE__, line);
}

static void
assert_no_numbers(void)
{
	int			cell;

	for (cell = 0; cell < GIR_CELL_COUNT; cell++)
		assert_false(parsed.report.figures.known[cell]);
}

/* A second set of tables is left alone. */
static void
test_second_set(void **state)
{
	(void) state;
	unit_parse_string(HEADINGS
					  HEAD_DOCUMENTS "规章\t1\t2\t3\n行政规范性文件\t4\t5\t6\n" HEAD_LICENSING "行政许可\t7\n"
					  HEAD_REQUESTS ROW_7(RECEIVED, 1) ROW_7(GRANTED, 2) ROW_7(PARTIALLY_GRANTED, 3)
					  HEAD_DISPUTES "1\t2\t3\t4\t5\t6\t7\t8\t9\t10\t11\t12\t13\t14\t15\n"
					  HEAD_DOCUMENTS "规章\t91\t92\t93\n行政规范性文件\t94\t95\t96\n" HEAD_LICENSING "行政许可\t97\n"
					  HEAD_REQUESTS ROW_7(RECEIVED, 7) ROW_7(CARRIED_IN, 8) ROW_7(GRANTED, 9)
					  HEAD_DISPUTES "91\t92\t93\t94\t95\t96\t97\t98\t99\t90\t91\t92\t93\t94\t95\n", &parsed);
	unit_assert_number(&parsed, GIR_ROW_REGULATIONS, GIR_COL_ISSUED, 1);
	unit_assert_number(&parsed, GIR_ROW_NORMATIVE_DOCUMENTS, GIR_COL_IN_FORCE, 6);
	unit_assert_number(&parsed, GIR_ROW_LICENSING, GIR_COL_DECISIONS, 7);
	assert_row_7(GIR_ROW_RECEIVED, 1);
	assert_row_7(GIR_ROW_GRANTED, 2);
	assert_row_7(GIR_ROW_PARTIALLY_GRANTED, 3);
	unit_assert_number(&parsed, GIR_ROW_RECONSIDERATION, GIR_COL_UPHELD, 1);
	unit_assert_number(&parsed, GIR_ROW_LITIGATION_AFTER_RECONSIDERATION, GIR_COL_TOTAL, 15);
	/* not even rows that the first set does not have */
	assert_false(parsed.report.figures.row_present[GIR_ROW_CARRIED_IN]);
	assert_true(unit_count(&parsed, GIR_DIAG_ROW_REPEATED, GIR_NO_ROW) > 0);
}

/* Two lines of values under one head of section 4. */
static void
test_second_outcomes(void **state)
{
	(void) state;
	unit_parse_string(HEADINGS HEAD_DISPUTES "1\t2\t3\t4\t5\t6\t7\t8\t9\t10\t11\t12\t13\t14\t15\n"
					  "91\t92\t93\t94\t95\t96\t97\t98\t99\t90\t91\t92\t93\t94\t95\n", &parsed);
	unit_assert_number(&parsed, GIR_ROW_RECONSIDERATION, GIR_COL_UPHELD, 1);
	unit_assert_number(&parsed, GIR_ROW_LITIGATION_AFTER_RECONSIDERATION, GIR_COL_TOTAL, 15);
}

/* The first row of a table that cannot be read is not replaced by a later one. */
static void
test_unreadable_then_again(void **state)
{
	(void) state;
	unit_parse_string(HEADINGS HEAD_REQUESTS RECEIVED "\t1\t2\t3\n" ROW_7(RECEIVED, 9), &parsed);
	assert_false(parsed.report.figures.row_present[GIR_ROW_RECEIVED]);
	assert_true(unit_count(&parsed, GIR_DIAG_ROW_UNREADABLE, GIR_ROW_RECEIVED) > 0);
}

/*
 * Rows come in the form's order.  One that comes too late may be another table's,
 * or the one before it came too early: what stands before both is certain.
 */
static void
test_row_order(void **state)
{
	int			cell = unit_cell(GIR_ROW_GRANTED, GIR_COL_NATURAL_PERSON);

	(void) state;
	unit_parse_string(HEADINGS HEAD_REQUESTS ROW_7(RECEIVED, 1) ROW_7(GRANTED, 2) ROW_7(CARRIED_IN, 3)
					  ROW_7(PARTIALLY_GRANTED, 4), &parsed);
	assert_row_7(GIR_ROW_RECEIVED, 1);
	assert_true(!parsed.report.figures.known[cell] || parsed.report.figures.value[cell] == 21);
	/* the same with a table that begins again */
	unit_parse_string(HEADINGS HEAD_REQUESTS ROW_7(RECEIVED, 1) ROW_7(CARRIED_IN, 2) ROW_7(GRANTED, 3)
					  ROW_7(RECEIVED, 4) ROW_7(PARTIALLY_GRANTED, 5), &parsed);
	assert_row_7(GIR_ROW_RECEIVED, 1);
	assert_row_7(GIR_ROW_CARRIED_IN, 2);
	assert_false(parsed.report.figures.row_present[GIR_ROW_PARTIALLY_GRANTED]);
	assert_true(unit_count(&parsed, GIR_DIAG_ROW_REPEATED, GIR_NO_ROW) > 0);
}

/* A head in the middle of a table, as at the top of a page, changes nothing. */
static void
test_head_again(void **state)
{
	(void) state;
	unit_parse_string(HEADINGS HEAD_REQUESTS ROW_7(RECEIVED, 1) ROW_7(CARRIED_IN, 2)
					  HEAD_REQUESTS ROW_7(GRANTED, 3) ROW_7(PARTIALLY_GRANTED, 4), &parsed);
	assert_row_7(GIR_ROW_RECEIVED, 1);
	assert_row_7(GIR_ROW_CARRIED_IN, 2);
	assert_row_7(GIR_ROW_GRANTED, 3);
	assert_row_7(GIR_ROW_PARTIALLY_GRANTED, 4);
	assert_int_equal(unit_count(&parsed, GIR_DIAG_COLUMN_ORDER, GIR_NO_ROW), 0);
}

/* A heading ends a table: rows behind it belong to nothing. */
static void
test_heading_ends_table(void **state)
{
	(void) state;
	unit_parse_string(HEAD_DOCUMENTS "规章\t1\t2\t3\n五、存在的主要问题及改进情况\n"
					  "行政规范性文件\t4\t5\t6\n", &parsed);
	unit_assert_number(&parsed, GIR_ROW_REGULATIONS, GIR_COL_ISSUED, 1);
	assert_false(parsed.report.figures.row_present[GIR_ROW_NORMATIVE_DOCUMENTS]);
}

/* Numbers in the prose and in tables of other kinds are no figures. */
static void
test_other_numbers(void **state)
{
	(void) state;
	unit_parse_string("一、总体情况\n收到申请12件，予以公开3件，总计15件。\n"
					  "栏目\t条数\n规章\t12\n其他\t3\n总计\t15\n"
					  HEADINGS "本年度制发行政规范性文件2件。\n行政复议0件，行政诉讼0件。\n", &parsed);
	assert_true(parsed.accepted);
	assert_no_numbers();
}

/* The blank form, as notices carry it: labels, and no values. */
static void
test_blank_form(void **state)
{
	static const char *const forms[] = {
		/* without cells */
		HEADINGS HEAD_DOCUMENTS "规章\n行政规范性文件\n" HEAD_LICENSING "行政许可\n"
		HEAD_REQUESTS RECEIVED "\n" CARRIED_IN "\n" PARTIALLY_GRANTED "\n" HEAD_DISPUTES,
		/* with empty ones */
		HEADINGS HEAD_DOCUMENTS "规章\t\t\t\n行政规范性文件\t\t\t\n" HEAD_LICENSING "行政许可\t\t\t\n"
		HEAD_REQUESTS RECEIVED "\t\t\t\t\t\t\t\n" CARRIED_IN "\t\t\t\t\t\t\t\n" PARTIALLY_GRANTED "\t\t\t\t\t\t\t\n"
		HEAD_DISPUTES "\t\t\t\t\t\t\t\t\t\t\t\t\t\t\n",
		/* a line for each cell */
		HEADINGS "\t规章\n\t\n\t\n\t\n\n\t行政规范性文件\n\t\n\t\n\t\n\n"
		"\t" RECEIVED "\n\t\n\t\n\t\n\t\n\t\n\t\n\t\n\n",
	};
	int			i;

	(void) state;
	for (i = 0; i < UNIT_COUNT(forms); i++)
	{
		unit_parse_string(forms[i], &parsed);
		assert_true(parsed.accepted);
		assert_no_numbers();
	}
}

/* Lines that had occurred before were dropped: nothing can be told from the rest. */
static void
test_deduplicated(void **state)
{
	(void) state;
	unit_parse_string(HEADINGS
					  "\t第二十条第（一）项\n\n\t信息内容\n\t本年制发件数\n\t本年废止件数\n\t现行有效件数\n"
					  "\t规章\n\t0\n\t行政规范性文件\n\t第二十条第（五）项\n\t本年处理决定数量\n\t行政许可\n"
					  "\t第二十条第（六）项\n\t行政处罚\n\t行政强制\n\t第二十条第（八）项\n"
					  "\t本年收费金额（单位：万元）\n\t行政事业性收费\n", &parsed);
	assert_true(parsed.accepted);
	assert_no_numbers();

	unit_parse_string(HEADINGS "\t" RECEIVED "\n\t3\n\t0\n\n\t" CARRIED_IN "\n\n\t" PARTIALLY_GRANTED "\n\t2\n\n", &parsed);
	assert_no_numbers();
}

/* A number at the very end counts only if the identities confirm it. */
static void
test_cut_number(void **state)
{
	static const struct
	{
		const char *text;
		gir_row_id	row;
		gir_column	column;
		bool		known;
	}			cases[] = {
		{HEAD_REQUESTS RECEIVED "\t1\t0\t0\t0\t0\t2\t3", GIR_ROW_RECEIVED, GIR_COL_TOTAL, true},
		{HEAD_REQUESTS RECEIVED "\t9\t0\t0\t0\t0\t2\t1", GIR_ROW_RECEIVED, GIR_COL_TOTAL, false},
		{HEAD_REQUESTS RECEIVED "\t1\t0\t0\t0\t0\t2\t3\n", GIR_ROW_RECEIVED, GIR_COL_TOTAL, true},
		{HEAD_REQUESTS RECEIVED "\t9\t0\t0\t0\t0\t2\t1\n", GIR_ROW_RECEIVED, GIR_COL_TOTAL, true},
		/* a mark is no number, so that the sum shows nothing */
		{HEAD_REQUESTS RECEIVED "\t1\t/\t0\t0\t0\t2\t3", GIR_ROW_RECEIVED, GIR_COL_TOTAL, false},
		{HEAD_LICENSING "行政许可\t6", GIR_ROW_LICENSING, GIR_COL_DECISIONS, false},
		{HEAD_LICENSING "行政许可\t0", GIR_ROW_LICENSING, GIR_COL_DECISIONS, false},
		{HEAD_LICENSING "行政许可\t6\n", GIR_ROW_LICENSING, GIR_COL_DECISIONS, true},
		{HEAD_FEES "行政事业性收费\t6 ", GIR_ROW_FEES, GIR_COL_AMOUNT, false},
		{HEAD_FEES "行政事业性收费\t6万元", GIR_ROW_FEES, GIR_COL_AMOUNT, false},
		{HEAD_DISPUTES "1\t0\t0\t0\t1\t0\t0\t0\t0\t0\t0\t0\t0\t2\t2",
		GIR_ROW_LITIGATION_AFTER_RECONSIDERATION, GIR_COL_TOTAL, true},
		{HEAD_DISPUTES "1\t0\t0\t0\t1\t0\t0\t0\t0\t0\t0\t9\t0\t2\t1",
		GIR_ROW_LITIGATION_AFTER_RECONSIDERATION, GIR_COL_TOTAL, false},
	};
	int			i;

	(void) state;
	for (i = 0; i < UNIT_COUNT(cases); i++)
	{
		int			cell = unit_cell(cases[i].row, cases[i].column);

		unit_parse_string(cases[i].text, &parsed);
		if (parsed.report.figures.known[cell] != cases[i].known)
			fail_msg("case %d", i);
		if (!cases[i].known)
		{
			assert_int_equal(parsed.report.printed[cell].state, GIR_STATE_TEXT);
			assert_int_equal(unit_count(&parsed, GIR_DIAG_NUMBER_CUT, cases[i].row), 1);
		}
	}
}

/* A table before its section's heading is an example, or another one, if the section has its own. */
static void
test_before_heading(void **state)
{
	(void) state;
	unit_parse_string("一、总体情况\n" HEAD_DOCUMENTS "规章\t7\t7\t7\n"
					  HEADINGS HEAD_DOCUMENTS "规章\t1\t2\t3\n行政规范性文件\t4\t5\t6\n", &parsed);
	assert_int_equal(parsed.report.figures.value[gir_cell_at(GIR_ROW_REGULATIONS, GIR_COL_ISSUED)], 1);
	assert_int_equal(parsed.report.figures.value[gir_cell_at(GIR_ROW_NORMATIVE_DOCUMENTS, GIR_COL_ISSUED)], 4);
	assert_int_equal(unit_count(&parsed, GIR_DIAG_ROW_UNREADABLE, GIR_ROW_REGULATIONS), 1);

	/* the only one counts, wherever it stands */
	unit_parse_string("一、总体情况\n" HEAD_DOCUMENTS "规章\t7\t7\t7\n" HEADINGS, &parsed);
	assert_int_equal(parsed.report.figures.value[gir_cell_at(GIR_ROW_REGULATIONS, GIR_COL_ISSUED)], 7);

	/* of two under the heading the first does */
	unit_parse_string(HEADINGS HEAD_DOCUMENTS "规章\t7\t7\t7\n" HEAD_DOCUMENTS "规章\t1\t2\t3\n", &parsed);
	assert_int_equal(parsed.report.figures.value[gir_cell_at(GIR_ROW_REGULATIONS, GIR_COL_ISSUED)], 7);
	assert_int_equal(unit_count(&parsed, GIR_DIAG_ROW_REPEATED, GIR_ROW_REGULATIONS), 1);
}

int
main(void)
{
	static const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_second_set),
		cmocka_unit_test(test_second_outcomes),
		cmocka_unit_test(test_unreadable_then_again),
		cmocka_unit_test(test_row_order),
		cmocka_unit_test(test_head_again),
		cmocka_unit_test(test_heading_ends_table),
		cmocka_unit_test(test_other_numbers),
		cmocka_unit_test(test_blank_form),
		cmocka_unit_test(test_deduplicated),
		cmocka_unit_test(test_cut_number),
		cmocka_unit_test(test_before_heading),
	};

	return cmocka_run_group_tests_name("repeated", tests, NULL, NULL);
}
