/*
 * test_prose_check.c
 *		What the prose claims, compared with the tables.
 */
#include <stdio.h>
#include <string.h>

#include "claims.h"

#define MAX_FINDINGS 40

typedef struct findings
{
	int			count;
	gir_prose_finding findings[MAX_FINDINGS];
	int			line[MAX_FINDINGS];
	char		message[MAX_FINDINGS][4000];
	char		expression[MAX_FINDINGS][1000];
} findings;

static claims found;
static findings checked;
static gir_figures figures;

/* Append to a string. */
static void
append(void *context, const char *bytes, size_t len)
{
	strncat(context, bytes, len);
}

/* Keep a finding. */
static void
keep_finding(void *context, const gir_prose_finding *finding)
{
	findings   *f = context;
	gir_writer	message = {append, f->message[f->count]};
	gir_writer	expression = {append, f->expression[f->count]};

	assert_true(f->count < MAX_FINDINGS);
	f->findings[f->count] = *finding;
	f->line[f->count] = (int) finding->claims[0]->line;
	f->message[f->count][0] = f->expression[f->count][0] = '\0';
	gir_prose_message(finding, &message);
	gir_prose_expression(finding, &expression);
	assert_true(strlen(f->message[f->count]) > 0 && strlen(f->expression[f->count]) > 0);
	f->count++;
}

/* Check a text against the figures. */
static void
check(const char *text)
{
	const gir_claim *group[MAX_CLAIMS];

	find_claims(text, 2023, "", &found);
	checked.count = 0;
	gir_check_prose(&figures, 2023, found.list, found.count, group, keep_finding, &checked);
}

/* Set the total of a row. */
static void
set_total(gir_row_id row, int64_t value)
{
	int			cell = unit_cell(row, GIR_COL_TOTAL);

	figures.section_present[gir_row_section(row) - GIR_FIRST_SECTION] = true;
	figures.row_present[row] = true;
	figures.known[cell] = true;
	figures.value[cell] = value;
}

/* All totals 0, and no documents. */
static int
set_up(void **state)
{
	int			row;

	(void) state;
	memset(&figures, 0, sizeof(figures));
	for (row = GIR_ROW_RECEIVED; row < GIR_ROW_COUNT; row++)
	{
		if (row != GIR_ROW_OTHER_HANDLING)
			set_total((gir_row_id) row, 0);
	}
	return 0;
}

/* Assert one finding of a check. */
static void
assert_finding(int i, const char *rule, gir_verdict verdict, gir_severity severity, int64_t left,
			   int64_t right)
{
	const gir_prose_finding *f = &checked.findings[i];

	assert_true(i < checked.count);
	assert_string_equal(f->rule, rule);
	assert_non_null(gir_find_rule(f->rule));
	assert_int_equal(f->verdict, verdict);
	assert_int_equal(f->severity, severity);
	assert_int_equal(f->left.low, left);
	assert_int_equal(f->right.low, right);
	assert_int_equal(f->left.high | f->right.high, 0);
}

/* P1: the requests received, with or without those carried in. */
static void
test_received(void **state)
{
	(void) state;
	set_total(GIR_ROW_RECEIVED, 10);
	set_total(GIR_ROW_CARRIED_IN, 2);
	check("收到政府信息公开申请10件。");
	assert_int_equal(checked.count, 1);
	assert_finding(0, "P1", GIR_PASS, GIR_WARNING, 10, 10);
	assert_false(checked.findings[0].with_carried_in);
	check("收到政府信息公开申请12件。");
	assert_finding(0, "P1", GIR_PASS, GIR_WARNING, 12, 12);
	assert_true(checked.findings[0].with_carried_in);
	assert_non_null(strstr(checked.message[0], "二、上年结转政府信息公开申请数量"));
	check("收到政府信息公开申请11件。");
	assert_finding(0, "P1", GIR_FAIL, GIR_WARNING, 11, 10);
	assert_non_null(strstr(checked.message[0], "“收到政府信息公开申请11件。”"));
	assert_non_null(strstr(checked.message[0], "一、本年新收政府信息公开申请数量"));
	assert_non_null(strstr(checked.message[0], "正文比表多 1"));

	/* the words leave no doubt */
	check("新收政府信息公开申请11件。");
	assert_finding(0, "P1", GIR_FAIL, GIR_ERROR, 11, 10);
	check("收到政府信息公开申请11件，其中上年结转2件。");
	assert_finding(0, "P1", GIR_FAIL, GIR_ERROR, 11, 12);
	assert_finding(1, "P2", GIR_PASS, GIR_WARNING, 2, 2);
	check("收到政府信息公开申请10件（其中上年结转2件）。");
	assert_finding(0, "P1", GIR_FAIL, GIR_ERROR, 10, 12);
	assert_true(checked.findings[0].with_carried_in);
	check("收到政府信息公开申请12件（其中上年结转2件）。");
	assert_finding(0, "P1", GIR_PASS, GIR_ERROR, 12, 12);
	check("收到政府信息公开申请10件，上年结转2件。");
	assert_finding(0, "P1", GIR_PASS, GIR_ERROR, 10, 10);
	check("新收到政府信息公开申请12件。");
	assert_finding(0, "P1", GIR_FAIL, GIR_ERROR, 12, 10);
	assert_false(checked.findings[0].with_carried_in);

	/* the new ones and all of them are two things */
	check("收到政府信息公开申请12件。\n新收政府信息公开申请10件。");
	assert_int_equal(checked.count, 2);
	assert_finding(0, "P1", GIR_PASS, GIR_WARNING, 12, 12);
	assert_finding(1, "P1", GIR_PASS, GIR_ERROR, 10, 10);

	/* what is needed is not there */
	figures.row_present[GIR_ROW_CARRIED_IN] = false;
	check("收到政府信息公开申请11件。");
	assert_finding(0, "P1", GIR_NOT_ASSESSABLE, GIR_WARNING, 11, 10);
	check("收到政府信息公开申请10件。");
	assert_finding(0, "P1", GIR_PASS, GIR_WARNING, 10, 10);
	figures.row_present[GIR_ROW_RECEIVED] = false;
	check("收到政府信息公开申请10件。");
	assert_int_equal(checked.findings[0].verdict, GIR_NOT_ASSESSABLE);
	assert_false(checked.findings[0].right_known);
	assert_non_null(strstr(checked.message[0], "缺少数据"));
}

/* Sentences that contradict one another are listed, and not judged. */
static void
test_contradictions(void **state)
{
	(void) state;
	set_total(GIR_ROW_RECEIVED, 10);
	check("收到政府信息公开申请10件。\n\n共受理政府信息公开申请8件。");
	assert_int_equal(checked.count, 1);
	assert_int_equal(checked.findings[0].verdict, GIR_NOT_ASSESSABLE);
	assert_int_equal(checked.findings[0].nclaims, 2);
	assert_false(checked.findings[0].left_known);
	assert_non_null(strstr(checked.message[0], "第 1 行“收到政府信息公开申请10件。”为 10"));
	assert_non_null(strstr(checked.message[0], "第 3 行“共受理政府信息公开申请8件。”为 8"));

	/* the same twice is judged once, where it stands first */
	check("收到政府信息公开申请8件。\n\n共受理政府信息公开申请8件。");
	assert_int_equal(checked.count, 1);
	assert_finding(0, "P1", GIR_FAIL, GIR_WARNING, 8, 10);
	assert_int_equal(checked.line[0], 1);
}

/* P2 and P4: what became of them, and that there was nothing. */
static void
test_balance(void **state)
{
	(void) state;
	set_total(GIR_ROW_RECEIVED, 5);
	set_total(GIR_ROW_CARRIED_IN, 1);
	set_total(GIR_ROW_CONCLUDED, 4);
	set_total(GIR_ROW_CARRIED_OUT, 2);
	check("新收政府信息公开申请5件，上年结转1件，办结4件，结转下年度2件。");
	assert_int_equal(checked.count, 4);
	assert_finding(0, "P1", GIR_PASS, GIR_ERROR, 5, 5);
	assert_finding(1, "P2", GIR_PASS, GIR_WARNING, 1, 1);
	assert_finding(2, "P2", GIR_PASS, GIR_WARNING, 4, 4);
	assert_finding(3, "P2", GIR_PASS, GIR_WARNING, 2, 2);
	check("收到政府信息公开申请5件，均已按时办结。");
	assert_finding(1, "P4", GIR_FAIL, GIR_WARNING, 0, 2);
	assert_non_null(strstr(checked.message[1], "全部办结"));
	check("未收到政府信息公开申请。");
	assert_int_equal(checked.count, 1);
	assert_finding(0, "P4", GIR_FAIL, GIR_ERROR, 0, 5);
	check("收到政府信息公开申请0件。");
	assert_finding(0, "P4", GIR_FAIL, GIR_ERROR, 0, 5);
	set_total(GIR_ROW_RECEIVED, 0);
	check("政府信息公开申请实行零报告。");
	assert_finding(0, "P4", GIR_PASS, GIR_ERROR, 0, 0);
}

/* P3: the classes, and that they add up. */
static void
test_classes(void **state)
{
	(void) state;
	set_total(GIR_ROW_GRANTED, 3);
	set_total(GIR_ROW_PARTIALLY_GRANTED, 2);
	set_total(GIR_ROW_DENIED_STATE_SECRET, 1);
	set_total(GIR_ROW_DENIED_ADMINISTRATIVE_QUERY, 1);
	set_total(GIR_ROW_OTHER_MISC, 1);
	set_total(GIR_ROW_CONCLUDED, 8);
	check("办结政府信息公开申请8件，其中予以公开3件、部分公开2件、不予公开2件、其他处理1件。");
	assert_int_equal(checked.count, 6);
	assert_finding(0, "P2", GIR_PASS, GIR_WARNING, 8, 8);
	assert_finding(1, "P3", GIR_PASS, GIR_WARNING, 3, 3);
	assert_finding(2, "P3", GIR_PASS, GIR_WARNING, 2, 2);
	assert_finding(3, "P3", GIR_PASS, GIR_WARNING, 2, 2);
	assert_non_null(strstr(checked.message[3], "（三）不予公开"));
	assert_finding(4, "P3", GIR_PASS, GIR_WARNING, 1, 1);
	assert_finding(5, "P3", GIR_PASS, GIR_WARNING, 8, 8);
	assert_int_equal(checked.findings[5].kind, GIR_PROSE_SUM);

	/* more than the whole is wrong; less may be what was left out */
	check("办结政府信息公开申请4件，其中予以公开3件、部分公开2件。");
	assert_finding(3, "P3", GIR_FAIL, GIR_WARNING, 5, 4);
	check("办结政府信息公开申请8件，其中予以公开3件、部分公开2件。");
	assert_finding(3, "P3", GIR_NOT_ASSESSABLE, GIR_WARNING, 5, 8);
	check("办结政府信息公开申请8件，予以公开3件、部分公开2件、不予公开2件、无法提供0件、不予处理0件、其他处理0件。");
	assert_finding(7, "P3", GIR_FAIL, GIR_WARNING, 7, 8);

	check("政府信息公开申请办理结果：予以公开及部分公开共5件。");
	assert_int_equal(checked.count, 1);
	assert_finding(0, "P3", GIR_PASS, GIR_WARNING, 5, 5);

	/* the 2019 form has one row for other ways of handling */
	figures.row_present[GIR_ROW_OTHER_MISC] = false;
	set_total(GIR_ROW_OTHER_HANDLING, 4);
	check("政府信息公开申请不予公开2件、其他处理4件。");
	assert_finding(1, "P3", GIR_PASS, GIR_WARNING, 4, 4);
}

/* P5 and P6: disputes and documents. */
static void
test_others(void **state)
{
	int			cell;

	(void) state;
	set_total(GIR_ROW_RECONSIDERATION, 3);
	set_total(GIR_ROW_LITIGATION_DIRECT, 1);
	set_total(GIR_ROW_LITIGATION_AFTER_RECONSIDERATION, 2);
	check("因政府信息公开被申请行政复议3件、提起行政诉讼3件。");
	assert_finding(0, "P5", GIR_PASS, GIR_WARNING, 3, 3);
	assert_finding(1, "P5", GIR_PASS, GIR_WARNING, 3, 3);
	check("无行政复议、行政诉讼。");
	assert_finding(0, "P5", GIR_FAIL, GIR_WARNING, 0, 3);
	assert_finding(1, "P5", GIR_FAIL, GIR_WARNING, 0, 3);

	check("制发行政规范性文件2件，废止1件。");
	assert_int_equal(checked.findings[0].verdict, GIR_NOT_ASSESSABLE);
	figures.section_present[0] = figures.row_present[GIR_ROW_NORMATIVE_DOCUMENTS] = true;
	cell = unit_cell(GIR_ROW_NORMATIVE_DOCUMENTS, GIR_COL_MADE);
	figures.known[cell] = true;
	figures.value[cell] = 3;
	check("制发行政规范性文件2件，废止1件。");
	assert_finding(0, "P6", GIR_FAIL, GIR_WARNING, 2, 3);
	assert_int_equal(checked.findings[1].verdict, GIR_NOT_ASSESSABLE);
	cell = unit_cell(GIR_ROW_NORMATIVE_DOCUMENTS, GIR_COL_ISSUED);
	figures.known[cell] = true;
	figures.value[cell] = 2;
	check("制发行政规范性文件2件，废止1件。");
	assert_finding(0, "P6", GIR_PASS, GIR_WARNING, 2, 2);
}

/* P7: text that was left from last year, and comparisons with it. */
static void
test_left_over(void **state)
{
	(void) state;
	check("2022年，共收到政府信息公开申请3件。");
	assert_int_equal(checked.count, 1);
	assert_finding(0, "P7", GIR_FAIL, GIR_WARNING, 2022, 2023);
	assert_non_null(strstr(checked.message[0], "2022 年"));
	check("2022年收到政府信息公开申请3件，2023年收到政府信息公开申请0件。");
	assert_int_equal(checked.count, 1);
	assert_finding(0, "P4", GIR_PASS, GIR_ERROR, 0, 0);
	check("较2022年减少3件。");
	assert_int_equal(checked.count, 0);
}

/* Years of comparisons, plans, documents and periods are not those of a count. */
static void
test_other_years(void **state)
{
	static const char *const report_year[] = {
		"与2022年相比，新收政府信息公开申请4件。",
		"落实2022年政务公开要点，新收政府信息公开申请4件。",
		"根据2021年印发的30号文，我局新收政府信息公开申请4件。",
	};
	static const char *const no_year[] = {
		"2021年至2023年，新收政府信息公开申请4件。",
		"2022-2023年收到政府信息公开申请4件。",
		"2022年和2023年，收到政府信息公开申请4件。",
		"2022年以来，我局新收政府信息公开申请4件。",
		"2022年底前制发规范性文件4件。",
		"2022年存在的问题已整改，收到政府信息公开申请4件。",
	};
	int			i;

	(void) state;
	set_total(GIR_ROW_RECEIVED, 4);
	for (i = 0; i < UNIT_COUNT(report_year); i++)
	{
		check(report_year[i]);
		assert_int_equal(checked.count, 1);
		assert_finding(0, "P1", GIR_PASS, GIR_ERROR, 4, 4);
	}
	for (i = 0; i < UNIT_COUNT(no_year); i++)
	{
		check(no_year[i]);
		assert_int_equal(checked.count, 0);
	}
}

/* The year of a heading holds for the sentences under it, up to the next heading. */
static void
test_heading_years(void **state)
{
	(void) state;
	set_total(GIR_ROW_RECEIVED, 10);
	check("（一）2022年情况\n收到政府信息公开申请8件，办结8件。\n"
		  "（二）2023年情况\n收到政府信息公开申请10件。");
	assert_int_equal(checked.count, 1);
	assert_finding(0, "P1", GIR_PASS, GIR_WARNING, 10, 10);
	check("（一）2022年情况\n收到政府信息公开申请8件。");
	assert_int_equal(checked.count, 1);
	assert_finding(0, "P7", GIR_FAIL, GIR_WARNING, 2022, 2023);
	check("（一）2022年情况\n（二）办理情况\n收到政府信息公开申请8件。");
	assert_int_equal(checked.count, 0);
	check("（一）2022年情况\n一、总体情况\n收到政府信息公开申请10件。");
	assert_int_equal(checked.count, 1);
	assert_finding(0, "P1", GIR_PASS, GIR_WARNING, 10, 10);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test_setup(test_received, set_up),
		cmocka_unit_test_setup(test_contradictions, set_up),
		cmocka_unit_test_setup(test_balance, set_up),
		cmocka_unit_test_setup(test_classes, set_up),
		cmocka_unit_test_setup(test_others, set_up),
		cmocka_unit_test_setup(test_left_over, set_up),
		cmocka_unit_test_setup(test_other_years, set_up),
		cmocka_unit_test_setup(test_heading_years, set_up),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
