/*
 * test_doubtful.c
 *		Values that may be more, or stand elsewhere, than a line alone shows.
 */
#include <stdio.h>
#include <string.h>

#include "tables.h"
#include "unit.h"

static unit_parsed parsed;

#define HEAD_2021 "某局2023年政府信息公开工作年度报告\n二、主动公开政府信息情况\n" HEAD_DOCUMENTS

/* A cell, and what is read of it. */
typedef struct doubt_case
{
	const char *text;
	gir_row_id	row;
	gir_column	column;
	bool		known;
	int64_t		value;
} doubt_case;

/* Parse each text and look at its cell. */
static void
check_cells(const doubt_case *cases, int ncases)
{
	int			i;

	for (i = 0; i < ncases; i++)
	{
		const gir_figures *figures = &parsed.report.figures;
		int			cell = gir_cell_at(cases[i].row, cases[i].column);

		unit_parse_string(cases[i].text, &parsed);
		if (figures->known[cell] != cases[i].known || figures->value[cell] != cases[i].value)
			fail_msg("case %d: %s %lld", i, figures->known[cell] ? "read" : "not read",
					 (long long) figures->value[cell]);
	}
}

/* More digits, or a unit, in the line behind a value. */
static void
test_next_line(void **state)
{
	static const doubt_case cases[] = {
		{HEAD_2021 "规章\t0\t0\t12\n行政规范性文件\t1\t2\t3\n", GIR_ROW_REGULATIONS, GIR_COL_IN_FORCE, true, 12},
		{HEAD_2021 "规章\t0\t0\t12\n34\n行政规范性文件\t1\t2\t3\n", GIR_ROW_REGULATIONS, GIR_COL_IN_FORCE, false, 0},
		{HEAD_2021 "规章\t0\t0\t12\n05\n行政规范性文件\t1\t2\t3\n", GIR_ROW_REGULATIONS, GIR_COL_IN_FORCE, false, 0},
		{HEAD_2021 "规章\t0\t0\t12\n.5\n行政规范性文件\t1\t2\t3\n", GIR_ROW_REGULATIONS, GIR_COL_IN_FORCE, false, 0},
		{HEAD_2021 "规章 | 0 | 0 | 12\n34 |\n行政规范性文件 | 1 | 2 | 3\n", GIR_ROW_REGULATIONS, GIR_COL_IN_FORCE, false, 0},
		/* a blank line is between them; a counter changes nothing; text is another thing */
		{HEAD_2021 "规章\t0\t0\t12\n\n34\n行政规范性文件\t1\t2\t3\n", GIR_ROW_REGULATIONS, GIR_COL_IN_FORCE, true, 12},
		{HEAD_2021 "规章\t0\t0\t12\n件\n行政规范性文件\t1\t2\t3\n", GIR_ROW_REGULATIONS, GIR_COL_IN_FORCE, true, 12},
		{HEAD_2021 HEAD_FEES "行政事业性收费\t12\n", GIR_ROW_FEES, GIR_COL_AMOUNT, true, 12},
		{HEAD_2021 HEAD_FEES "行政事业性收费\t12\n元\n", GIR_ROW_FEES, GIR_COL_AMOUNT, false, 0},
		{HEAD_2021 HEAD_FEES "行政事业性收费\t12\n三、收到和处理政府信息公开申请情况\n", GIR_ROW_FEES, GIR_COL_AMOUNT, true, 12},
		/* one cell to a line */
		{HEAD_2021 "规章\n0\n0\n11\n行政规范性文件\n1\n2\n3\n", GIR_ROW_REGULATIONS, GIR_COL_IN_FORCE, true, 11},
		{HEAD_2021 "规章\n0\n0\n11\n05\n行政规范性文件\n1\n2\n3\n", GIR_ROW_REGULATIONS, GIR_COL_IN_FORCE, false, 0},
		{HEAD_2021 "规章\n0\n0\n11\n.5\n行政规范性文件\n1\n2\n3\n", GIR_ROW_REGULATIONS, GIR_COL_IN_FORCE, false, 0},
	};

	(void) state;
	check_cells(cases, UNIT_COUNT(cases));
}

/* The row's sum confirms a number, whatever follows it. */
static void
test_confirmed(void **state)
{
	(void) state;
	unit_parse_string(HEADINGS HEAD_REQUESTS "一、本年新收政府信息公开申请数量\t1\t2\t3\t4\t5\t6\t21\n7\n", &parsed);
	assert_int_equal(parsed.report.figures.value[gir_cell_at(GIR_ROW_RECEIVED, GIR_COL_TOTAL)], 21);
	assert_int_equal(unit_count(&parsed, GIR_DIAG_CELL_TEXT, GIR_ROW_RECEIVED), 0);

	unit_parse_string(HEADINGS HEAD_REQUESTS "一、本年新收政府信息公开申请数量\t1\t2\t3\t4\t5\t6\t22\n7\n", &parsed);
	assert_false(parsed.report.figures.known[gir_cell_at(GIR_ROW_RECEIVED, GIR_COL_TOTAL)]);
	assert_true(parsed.report.figures.known[gir_cell_at(GIR_ROW_RECEIVED, GIR_COL_OTHER)]);
	assert_int_equal(unit_count(&parsed, GIR_DIAG_CELL_TEXT, GIR_ROW_RECEIVED), 1);
}

/* A row that adds up, but not in its columns. */
static void
test_shifted(void **state)
{
#define LINES(a, b, c, d, e, f, g) "一、本年新收政府信息公开申请数量\n" \
	#a "\n" #b "\n" #c "\n" #d "\n" #e "\n" #f "\n" #g "\n二、上年结转政府信息公开申请数量\n0\n0\n0\n0\n0\n0\n0\n"
	static const struct
	{
		const char *text;
		bool		read;
	}			cases[] = {
		{LINES(1, 2, 3, 4, 5, 6, 21), true},
		{LINES(1, 2, 3, 4, 5, 6, 20), true},	/* an error of the report's */
		{LINES(0, 0, 0, 0, 0, 0, 0), true},
		{LINES(3, 0, 0, 0, 0, 3, 6), true},
		{LINES(1, 2, 3, 4, 5, 15, 9), false},	/* a cell lost, a page's number gained */
		{LINES(0, 0, 0, 0, 0, 0, 9), false},
		/* as wide as its head, with a blank total */
		{"本列数据的勾稽关系为：第一项加第二项之和，等于第三项加第四项之和\t自然人\t商业企业\t科研机构\t社会公益组织\t法律服务机构\t其他\t总计\n"
		"一、本年新收政府信息公开申请数量\t1\t2\t3\t4\t5\t15\t\n", false},
		{"本列数据的勾稽关系为：第一项加第二项之和，等于第三项加第四项之和\t自然人\t商业企业\t科研机构\t社会公益组织\t法律服务机构\t其他\t总计\n"
		"一、本年新收政府信息公开申请数量\t1\t2\t3\t4\t5\t16\t\n", true},
	};
	int			i;

	(void) state;
	for (i = 0; i < UNIT_COUNT(cases); i++)
	{
		char		text[4096];

		snprintf(text, sizeof(text), "%s%s%s", HEADINGS,
				 strncmp(cases[i].text, "本列", 6) == 0 ? "" : HEAD_REQUESTS, cases[i].text);
		unit_parse_string(text, &parsed);
		if (parsed.report.figures.row_present[GIR_ROW_RECEIVED] != cases[i].read)
			fail_msg("case %d", i);
	}
}

/* Lines that end with a carriage return alone. */
static void
test_carriage_returns(void **state)
{
	char		text[] = HEAD_2021 "规章\t0\t0\t12\n行政规范性文件\t1\t2\t3\n";
	char	   *p;

	(void) state;
	for (p = text; *p != '\0'; p++)
	{
		if (*p == '\n')
			*p = '\r';
	}
	unit_parse_string(text, &parsed);
	assert_int_equal(parsed.report.figures.value[gir_cell_at(GIR_ROW_REGULATIONS, GIR_COL_IN_FORCE)], 12);
	assert_int_equal(parsed.report.printed[gir_cell_at(GIR_ROW_REGULATIONS, GIR_COL_IN_FORCE)].line, 5);
}

int
main(void)
{
	static const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_next_line),
		cmocka_unit_test(test_confirmed),
		cmocka_unit_test(test_shifted),
		cmocka_unit_test(test_carriage_returns),
	};

	return cmocka_run_group_tests_name("doubtful", tests, NULL, NULL);
}
