/*
 * test_title.c
 *		Title, agency and year, as they are met in reports.
 */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "tables.h"
#include "unit.h"

static unit_parsed parsed;

typedef struct title_case
{
	const char *text;			/* before the tables */
	const char *title;			/* NULL if it is not compared */
	const char *agency;			/* empty if there is none */
	int			year;			/* 0 if there is none */
} title_case;

/* Parse each text, with headings behind it, and compare. */
static void
check_titles(const title_case *cases, int ncases, const char *behind)
{
	int			i;

	for (i = 0; i < ncases; i++)
	{
		const title_case *c = &cases[i];
		const gir_report *r = &parsed.report;
		char		text[4096];

		snprintf(text, sizeof(text), "%s\n%s%s", c->text, HEADINGS, behind);
		unit_parse_string(text, &parsed);
		assert_true(parsed.accepted);
		if ((c->title != NULL && (r->title_len != strlen(c->title) ||
								  memcmp(r->title, c->title, r->title_len) != 0)) ||
			r->agency_len != strlen(c->agency) || memcmp(r->agency, c->agency, r->agency_len) != 0 ||
			r->year != c->year)
			fail_msg("\"%s\": title \"%.*s\", agency \"%.*s\", year %d", c->text, r->title_len,
					 r->title, r->agency_len, r->agency, r->year);
	}
}

/* The title on one line, in all its forms. */
static void
test_one_line(void **state)
{
	static const title_case cases[] = {
		{"云泽县水务局2023年政府信息公开工作年度报告",
		"云泽县水务局2023年政府信息公开工作年度报告", "云泽县水务局", 2023},
		{"青檀区柳荫街道办事处 2023 年政府信息公开工作年度报告",
		"青檀区柳荫街道办事处2023年政府信息公开工作年度报告", "青檀区柳荫街道办事处", 2023},
		{"\xE3\x80\x80\xE3\x80\x80云泽县水务局\xC2\xA0" "2023年政府信息公开工作年度报告\xE3\x80\x80",
		"云泽县水务局2023年政府信息公开工作年度报告", "云泽县水务局", 2023},
		/* the year first */
		{"2021年柳荫街道政府信息公开工作年度报告", NULL, "柳荫街道", 2021},
		{"2020年石桥镇政府信息公开工作年度报告", NULL, "石桥镇", 2020},
		/* 年度, or no word behind the year */
		{"青檀区柳荫街道办事处2023年度政府信息公开工作年度报告", NULL, "青檀区柳荫街道办事处", 2023},
		{"石桥镇2025政府信息公开工作年度报告", NULL, "石桥镇", 2025},
		/* shortened */
		{"云泽县水务局2022年度政府信息公开工作报告", NULL, "云泽县水务局", 2022},
		{"云泽县水务局2019年政府信息公开年度报告", NULL, "云泽县水务局", 2019},
		{"云泽县水务局2022年信息公开工作年度报告", NULL, "云泽县水务局", 2022},
		{"云泽县水务局2022年政府信息公开年报", NULL, "云泽县水务局", 2022},
		/* the year between subject and kind */
		{"云泽新区司法局政府信息公开工作2025年度报告", NULL, "云泽新区司法局", 2025},
		/* the scope of the report belongs to the name */
		{"云泽海关(本级机关)2020年政府信息公开工作年度报告", NULL, "云泽海关(本级机关)", 2020},
		{"云泽海关（本级机关）2020年政府信息公开工作年度报告", NULL, "云泽海关（本级机关）", 2020},
		{"云泽海关关区2023年政府信息公开工作年度报告", NULL, "云泽海关关区", 2023},
		{"云泽县人民政府机关 2020年政府信息公开工作年度报告", NULL, "云泽县人民政府机关", 2020},
		/* a name that is itself about disclosure */
		{"云泽县政务公开办公室2023年政府信息公开工作年度报告", NULL, "云泽县政务公开办公室", 2023},
		/* marks of headings and of emphasis */
		{"# 云泽县水务局2023年政府信息公开工作年度报告",
		"云泽县水务局2023年政府信息公开工作年度报告", "云泽县水务局", 2023},
		{"**云泽县水务局2023年政府信息公开工作年度报告**",
		"云泽县水务局2023年政府信息公开工作年度报告", "云泽县水务局", 2023},
		/* full-width digits, Chinese numerals, radicals */
		{"云泽县水务局２０２３年政府信息公开工作年度报告", NULL, "云泽县水务局", 2023},
		{"云泽县水务局二〇二三年政府信息公开工作年度报告", NULL, "云泽县水务局", 2023},
		{"云泽县\xE2\xBD\x94务局2023年政府信息公开\xE2\xBC\xAF作年度报告",
		"云泽县水务局2023年政府信息公开工作年度报告", "云泽县水务局", 2023},
		/* what stands before it on its line */
		{"当前位置：首页 > 年报 > 云泽县水务局2023年政府信息公开工作年度报告",
		"云泽县水务局2023年政府信息公开工作年度报告", "云泽县水务局", 2023},
		{"标题：云泽县水务局2023年政府信息公开工作年度报告",
		"云泽县水务局2023年政府信息公开工作年度报告", "云泽县水务局", 2023},
		{"《云泽县水务局2023年政府信息公开工作年度报告》",
		"云泽县水务局2023年政府信息公开工作年度报告", "云泽县水务局", 2023},
		{"关于云泽县水务局2023年政府信息公开工作的年度报告", NULL, "云泽县水务局", 2023},
	};

	(void) state;
	check_titles(cases, UNIT_COUNT(cases), "");
}

/* Titles over two lines or three, and titles printed twice. */
static void
test_several_lines(void **state)
{
	static const title_case cases[] = {
		{"星渚市云泽区柳荫街道办事处\n2023年政府信息公开工作年度报告",
		"星渚市云泽区柳荫街道办事处2023年政府信息公开工作年度报告", "星渚市云泽区柳荫街道办事处", 2023},
		{"星渚市柳荫街道办事处2023年政府信息\n\n公开工作年度报告",
		"星渚市柳荫街道办事处2023年政府信息公开工作年度报告", "星渚市柳荫街道办事处", 2023},
		{"云泽县水务局\n2023年\n政府信息公开工作年度报告",
		"云泽县水务局2023年政府信息公开工作年度报告", "云泽县水务局", 2023},
		{"云泽县水务局2023年\n政府信息公开\n工作年度报告",
		"云泽县水务局2023年政府信息公开工作年度报告", "云泽县水务局", 2023},
		/* twice, and once with a shorter name */
		{"石桥镇2023年政府信息公开工作年度报告\n石桥镇2023年政府信息公开工作年度报告",
		"石桥镇2023年政府信息公开工作年度报告", "石桥镇", 2023},
		{"云泽县石桥镇2023年政府信息公开工作年度报告\n2024-01-12 来源：石桥镇\n石桥镇2023年政府信息公开工作年度报告",
		"云泽县石桥镇2023年政府信息公开工作年度报告", "云泽县石桥镇", 2023},
		/* a better one after a poorer one */
		{"政府信息公开年报\n云泽县水务局2023年政府信息公开工作年度报告",
		"云泽县水务局2023年政府信息公开工作年度报告", "云泽县水务局", 2023},
		/* lines of a page before it */
		{"索 引 号：1234\n发布机构：云泽县\n2024-01-20\n云泽县水务局2023年政府信息公开工作年度报告",
		"云泽县水务局2023年政府信息公开工作年度报告", "云泽县水务局", 2023},
	};

	(void) state;
	check_titles(cases, UNIT_COUNT(cases), "");
}

/* Titles without a year: the clause about the period has it, if it is clear. */
static void
test_period(void **state)
{
	static const title_case cases[] = {
		{"云泽县林业局信息公开工作年度报告\n本报告所列数据的统计期限自2023年1月1日起至2023年12月31日止。",
		"云泽县林业局信息公开工作年度报告", "云泽县林业局", 2023},
		{"柳荫街道政府信息公开工作年度报告\n统计期限为2022年1月1日至2022年12月31日。",
		NULL, "柳荫街道", 2022},
		/* extraction lost 年 and 月 */
		{"云泽县林业局信息公开工作年度报告\n统计期限自202511日至20251231日。", NULL, "云泽县林业局", 2025},
		/* wrong days */
		{"云泽县林业局信息公开工作年度报告\n统计期限自2023年1月1日至2023年12月21日止。", NULL, "云泽县林业局", 2023},
		/* two years: not clear */
		{"云泽县林业局信息公开工作年度报告\n统计期限自2022年9月1日至2023年8月31日止。", NULL, "云泽县林业局", 0},
		/* years elsewhere are not the report's */
		{"云泽县林业局信息公开工作年度报告\n2022年，共制定规范性文件0件。", NULL, "云泽县林业局", 0},
		{"云泽县林业局信息公开工作年度报告\n2024年1月20日发布", NULL, "云泽县林业局", 0},
	};

	(void) state;
	check_titles(cases, UNIT_COUNT(cases), "");
}

/* The title's year wins over others; the period clause may raise a doubt. */
static void
test_stale_years(void **state)
{
	static const title_case cases[] = {
		{"云泽县水务局2023年政府信息公开工作年度报告\n2022年，我局共受理政府信息公开申请0件。",
		NULL, "云泽县水务局", 2023},
		{"云泽县水务局2023年政府信息公开工作年度报告\n统计期限自2022年1月1日至2022年12月31日。",
		NULL, "云泽县水务局", 2023},
		{"2024-01-15\n云泽县水务局2023年政府信息公开工作年度报告", NULL, "云泽县水务局", 2023},
	};

	(void) state;
	check_titles(cases, 1, "");
	assert_int_equal(unit_count(&parsed, GIR_DIAG_YEAR_DOUBTFUL, GIR_NO_ROW), 0);
	check_titles(cases + 1, 1, "");
	assert_int_equal(unit_count(&parsed, GIR_DIAG_YEAR_DOUBTFUL, GIR_NO_ROW), 1);
	check_titles(cases + 2, 1, "");
	assert_int_equal(unit_count(&parsed, GIR_DIAG_YEAR_DOUBTFUL, GIR_NO_ROW), 0);
}

/* Titles without an agency: the signature before the date has it. */
static void
test_signature(void **state)
{
	static const title_case cases[] = {
		{"2023年政府信息公开工作年度报告", "2023年政府信息公开工作年度报告", "云泽县石桥镇人民政府", 2023},
		{"政府政务公开年报", "政府政务公开年报", "云泽县石桥镇人民政府", 0},
		{"", "", "云泽县石桥镇人民政府", 0},
	};
	static const char *const endings[] = {
		"六、其他需要报告的事项\n无。\n云泽县石桥镇人民政府\n2024年1月13日\n",
		"六、其他需要报告的事项\n无。\n\n   云泽县石桥镇人民政府\n\n   2024年1月13日 \n\n\n",
		"云泽县石桥镇人民政府\n2024年1月13日",
	};
	int			i;

	(void) state;
	for (i = 0; i < UNIT_COUNT(endings); i++)
	{
		check_titles(cases, UNIT_COUNT(cases), endings[i]);
		assert_int_equal(unit_count(&parsed, GIR_DIAG_AGENCY_DOUBTFUL, GIR_NO_ROW), 1);
	}
}

/* What is no title, and no agency. */
static void
test_none(void **state)
{
	static const title_case cases[] = {
		{"", "", "", 0},
		{"首页\n政务公开\n机构职能", "", "", 0},
		{"本报告根据《中华人民共和国政府信息公开条例》和2023年政府信息公开工作年度报告格式编制。", "", "", 0},
		{"云泽县水务局2023年部门预算公开说明", "", "", 0},
		{"云泽县水务局2023年政府信息公开指南", "", "", 0},
	};

	(void) state;
	check_titles(cases, UNIT_COUNT(cases), "");
	assert_int_equal(unit_count(&parsed, GIR_DIAG_TITLE_MISSING, GIR_NO_ROW), 1);
	assert_int_equal(unit_count(&parsed, GIR_DIAG_AGENCY_MISSING, GIR_NO_ROW), 1);
	assert_int_equal(unit_count(&parsed, GIR_DIAG_YEAR_MISSING, GIR_NO_ROW), 1);
}

/* A title stands before the tables; long lines are none. */
static void
test_place(void **state)
{
	static const title_case none[] = {{"一、总体情况", "", "", 0}};
	title_case	too_long = {NULL, "", "", 0};
	char		text[2048] = "";
	int			i;

	(void) state;
	check_titles(none, 1, "云泽县水务局2023年政府信息公开工作年度报告\n");
	for (i = 0; i < 80; i++)
		strcat(text, "云泽县");
	strcat(text, "水务局2023年政府信息公开工作年度报告");
	too_long.text = text;
	check_titles(&too_long, 1, "");
}

int
main(void)
{
	static const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_one_line),
		cmocka_unit_test(test_several_lines),
		cmocka_unit_test(test_period),
		cmocka_unit_test(test_stale_years),
		cmocka_unit_test(test_signature),
		cmocka_unit_test(test_none),
		cmocka_unit_test(test_place),
	};

	return cmocka_run_group_tests_name("title", tests, NULL, NULL);
}
