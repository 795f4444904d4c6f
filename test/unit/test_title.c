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
	int			doubts;			/* bits, where they are compared */
} title_case;

#define AGENCY_DOUBTFUL 1
#define YEAR_DOUBTFUL 2

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

/* The same, and compare which of agency and year are said to be doubtful. */
static void
check_doubts(const title_case *cases, int ncases, const char *behind)
{
	int			i;

	for (i = 0; i < ncases; i++)
	{
		int			doubts;

		check_titles(&cases[i], 1, behind);
		doubts = unit_count(&parsed, GIR_DIAG_AGENCY_DOUBTFUL, GIR_NO_ROW) * AGENCY_DOUBTFUL +
			unit_count(&parsed, GIR_DIAG_YEAR_DOUBTFUL, GIR_NO_ROW) * YEAR_DOUBTFUL;
		if (doubts != cases[i].doubts)
			fail_msg("\"%s\": doubts %d", cases[i].text, doubts);
	}
}

/* The title on one line, in all its forms. */
static void
test_one_line(void **state)
{
	static const title_case cases[] = {
		{"云泽县水务局2023年政府信息公开工作年度报告",
		"云泽县水务局2023年政府信息公开工作年度报告", "云泽县水务局", 2023, 0},
		{"青檀区柳荫街道办事处 2023 年政府信息公开工作年度报告",
		"青檀区柳荫街道办事处2023年政府信息公开工作年度报告", "青檀区柳荫街道办事处", 2023, 0},
		{"\xE3\x80\x80\xE3\x80\x80云泽县水务局\xC2\xA0" "2023年政府信息公开工作年度报告\xE3\x80\x80",
		"云泽县水务局2023年政府信息公开工作年度报告", "云泽县水务局", 2023, 0},
		/* the year first */
		{"2021年柳荫街道政府信息公开工作年度报告", NULL, "柳荫街道", 2021, 0},
		{"2020年石桥镇政府信息公开工作年度报告", NULL, "石桥镇", 2020, 0},
		/* 年度, or no word behind the year */
		{"青檀区柳荫街道办事处2023年度政府信息公开工作年度报告", NULL, "青檀区柳荫街道办事处", 2023, 0},
		{"石桥镇2025政府信息公开工作年度报告", NULL, "石桥镇", 2025, 0},
		/* shortened */
		{"云泽县水务局2022年度政府信息公开工作报告", NULL, "云泽县水务局", 2022, 0},
		{"云泽县水务局2019年政府信息公开年度报告", NULL, "云泽县水务局", 2019, 0},
		{"云泽县水务局2022年信息公开工作年度报告", NULL, "云泽县水务局", 2022, 0},
		{"云泽县水务局2022年政府信息公开年报", NULL, "云泽县水务局", 2022, 0},
		/* the year between subject and kind */
		{"云泽新区司法局政府信息公开工作2025年度报告", NULL, "云泽新区司法局", 2025, 0},
		/* the scope of the report belongs to the name */
		{"云泽海关(本级机关)2020年政府信息公开工作年度报告", NULL, "云泽海关(本级机关)", 2020, 0},
		{"云泽海关（本级机关）2020年政府信息公开工作年度报告", NULL, "云泽海关（本级机关）", 2020, 0},
		{"云泽海关关区2023年政府信息公开工作年度报告", NULL, "云泽海关关区", 2023, 0},
		{"云泽县人民政府机关 2020年政府信息公开工作年度报告", NULL, "云泽县人民政府机关", 2020, 0},
		/* a name that is itself about disclosure */
		{"云泽县政务公开办公室2023年政府信息公开工作年度报告", NULL, "云泽县政务公开办公室", 2023, 0},
		/* marks of headings and of emphasis */
		{"# 云泽县水务局2023年政府信息公开工作年度报告",
		"云泽县水务局2023年政府信息公开工作年度报告", "云泽县水务局", 2023, 0},
		{"**云泽县水务局2023年政府信息公开工作年度报告**",
		"云泽县水务局2023年政府信息公开工作年度报告", "云泽县水务局", 2023, 0},
		/* full-width digits, Chinese numerals, radicals */
		{"云泽县水务局２０２３年政府信息公开工作年度报告", NULL, "云泽县水务局", 2023, 0},
		{"云泽县水务局二〇二三年政府信息公开工作年度报告", NULL, "云泽县水务局", 2023, 0},
		{"云泽县\xE2\xBD\x94务局2023年政府信息公开\xE2\xBC\xAF作年度报告",
		"云泽县水务局2023年政府信息公开工作年度报告", "云泽县水务局", 2023, 0},
		/* what stands before it on its line */
		{"当前位置：首页 > 年报 > 云泽县水务局2023年政府信息公开工作年度报告",
		"云泽县水务局2023年政府信息公开工作年度报告", "云泽县水务局", 2023, 0},
		{"标题：云泽县水务局2023年政府信息公开工作年度报告",
		"云泽县水务局2023年政府信息公开工作年度报告", "云泽县水务局", 2023, 0},
		{"《云泽县水务局2023年政府信息公开工作年度报告》",
		"云泽县水务局2023年政府信息公开工作年度报告", "云泽县水务局", 2023, 0},
		{"关于云泽县水务局2023年政府信息公开工作的年度报告", NULL, "云泽县水务局", 2023, 0},
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
		"星渚市云泽区柳荫街道办事处2023年政府信息公开工作年度报告", "星渚市云泽区柳荫街道办事处", 2023, 0},
		{"星渚市柳荫街道办事处2023年政府信息\n\n公开工作年度报告",
		"星渚市柳荫街道办事处2023年政府信息公开工作年度报告", "星渚市柳荫街道办事处", 2023, 0},
		{"云泽县水务局\n2023年\n政府信息公开工作年度报告",
		"云泽县水务局2023年政府信息公开工作年度报告", "云泽县水务局", 2023, 0},
		{"云泽县水务局2023年\n政府信息公开\n工作年度报告",
		"云泽县水务局2023年政府信息公开工作年度报告", "云泽县水务局", 2023, 0},
		/* twice, and once with a shorter name */
		{"石桥镇2023年政府信息公开工作年度报告\n石桥镇2023年政府信息公开工作年度报告",
		"石桥镇2023年政府信息公开工作年度报告", "石桥镇", 2023, 0},
		{"云泽县石桥镇2023年政府信息公开工作年度报告\n2024-01-12 来源：石桥镇\n石桥镇2023年政府信息公开工作年度报告",
		"云泽县石桥镇2023年政府信息公开工作年度报告", "云泽县石桥镇", 2023, 0},
		/* a better one after a poorer one */
		{"政府信息公开年报\n云泽县水务局2023年政府信息公开工作年度报告",
		"云泽县水务局2023年政府信息公开工作年度报告", "云泽县水务局", 2023, 0},
		/* lines of a page before it */
		{"索 引 号：1234\n发布机构：云泽县\n2024-01-20\n云泽县水务局2023年政府信息公开工作年度报告",
		"云泽县水务局2023年政府信息公开工作年度报告", "云泽县水务局", 2023, 0},
	};

	(void) state;
	check_titles(cases, UNIT_COUNT(cases), "");
}

/* What else stands on the title's line, and within it. */
static void
test_noise(void **state)
{
	static const title_case cases[] = {
		/* behind it */
		{"云泽县水务局2023年政府信息公开工作年度报告))",
		"云泽县水务局2023年政府信息公开工作年度报告", "云泽县水务局", 2023, 0},
		{"云泽县水务局2023年政府信息公开工作年度报告_云泽县人民政府",
		"云泽县水务局2023年政府信息公开工作年度报告", "云泽县水务局", 2023, 0},
		{"云泽县水务局2023年政府信息公开工作年度报告 | 云泽县人民政府",
		"云泽县水务局2023年政府信息公开工作年度报告", "云泽县水务局", 2023, 0},
		{"云泽县水务局2023年政府信息公开工作年度报告 - 政府信息公开",
		"云泽县水务局2023年政府信息公开工作年度报告", "云泽县水务局", 2023, 0},
		{"云泽县水务局2023年政府信息公开工作年度报告 发布时间：2024-01-19",
		"云泽县水务局2023年政府信息公开工作年度报告", "云泽县水务局", 2023, 0},
		{"云泽县水务局2023年政府信息公开工作年度报告 2024-01-19",
		"云泽县水务局2023年政府信息公开工作年度报告", "云泽县水务局", 2023, 0},
		{"云泽县水务局2023年政府信息公开工作年度报告.pdf",
		"云泽县水务局2023年政府信息公开工作年度报告", "云泽县水务局", 2023, 0},
		/* dates behind it are not its year, but a year in brackets is */
		{"云泽县水务局政府信息公开工作年度报告 2024-01-19", NULL, "云泽县水务局", 0, 0},
		{"云泽县水务局政府信息公开工作年度报告（2024年1月19日）", NULL, "云泽县水务局", 0, 0},
		{"云泽县水务局政府信息公开工作年度报告（2023年度）", NULL, "云泽县水务局", 2023, 0},
		/* before it */
		{"2024-01-19 云泽县水务局2023年政府信息公开工作年度报告",
		"云泽县水务局2023年政府信息公开工作年度报告", "云泽县水务局", 2023, 0},
		{"2024年1月19日 云泽县水务局2023年政府信息公开工作年度报告", NULL, "云泽县水务局", 2023, 0},
		{"1.云泽县水务局2023年政府信息公开工作年度报告", NULL, "云泽县水务局", 2023, 0},
		{"（3）云泽县水务局2023年政府信息公开工作年度报告", NULL, "云泽县水务局", 2023, 0},
		{"首页-年报-云泽县水务局2023年政府信息公开工作年度报告", NULL, "云泽县水务局", 2023, 0},
		{"首页 政务公开 云泽县水务局2023年政府信息公开工作年度报告", NULL, "云泽县水务局", 2023, 0},
		/* pinyin of mirrors, once or twice */
		{"云泽县水务局2023年政府信息公開(kāi)工作年度報(bào)告",
		"云泽县水务局2023年政府信息公開工作年度報告", "云泽县水务局", 2023, 0},
		{"云泽县水务局2023年政府信息公(gong)(gong)開(kai)(kai)工作年度报告",
		"云泽县水务局2023年政府信息公開工作年度报告", "云泽县水务局", 2023, 0},
		/* characters in disorder */
		{"石桥镇2023年政府信息公开 工作告年度报", "石桥镇2023年政府信息公开工作告年度报", "石桥镇", 2023, 0},
		/* a name whose end is the beginning of the subject */
		{"石桥镇人民政府信息公开工作年度报告", NULL, "石桥镇人民政府", 0, 0},
		{"云泽县网络信息办公室2023年政府信息公开工作年度报告", NULL, "云泽县网络信息办公室", 2023, 0},
		/* what stands for a name is none; half a name is doubtful */
		{"我局2023年政府信息公开工作年度报告", NULL, "", 2023, 0},
		{"办公室2023年政府信息公开工作年度报告", NULL, "办公室", 2023, AGENCY_DOUBTFUL},
		{"年政府信息公开工作年度报告", NULL, "", 0, 0},
	};

	(void) state;
	check_doubts(cases, UNIT_COUNT(cases), "");
}

/* Titles that are broken where what follows looks like a title by itself. */
static void
test_broken(void **state)
{
	static const title_case cases[] = {
		/* in the year */
		{"云泽县水务局2023\n年政府信息公开工作年度报告",
		"云泽县水务局2023年政府信息公开工作年度报告", "云泽县水务局", 2023, 0},
		{"云泽县水务局20\n23年政府信息公开工作年度报告",
		"云泽县水务局2023年政府信息公开工作年度报告", "云泽县水务局", 2023, 0},
		{"浏览次数\n1328\n2023年政府信息公开工作年度报告", NULL, "", 2023, 0},
		{"2024-01-20\n2023年政府信息公开工作年度报告", NULL, "", 2023, 0},
		/* in the subject */
		{"云泽县水务局2023年政\n府信息公开工作年度报告",
		"云泽县水务局2023年政府信息公开工作年度报告", "云泽县水务局", 2023, 0},
		{"云泽县水务局2023年政府\n信息公开工作年度报告",
		"云泽县水务局2023年政府信息公开工作年度报告", "云泽县水务局", 2023, 0},
		{"石桥镇人民政府\n信息公开工作年度报告",
		"石桥镇人民政府信息公开工作年度报告", "石桥镇人民政府", 0, 0},
		/* in the name, over three lines and four */
		{"云泽县人民政府\n办公室2023年政府信息公开\n工作年度报告",
		"云泽县人民政府办公室2023年政府信息公开工作年度报告", "云泽县人民政府办公室", 2023, 0},
		{"云泽县人民政府\n办公室\n2023年\n政府信息公开工作年度报告",
		"云泽县人民政府办公室2023年政府信息公开工作年度报告", "云泽县人民政府办公室", 2023, 0},
		{"云泽县发展和\n改革委员会2023年政府信息公开工作年度报告",
		"云泽县发展和改革委员会2023年政府信息公开工作年度报告", "云泽县发展和改革委员会", 2023, AGENCY_DOUBTFUL},
		{"云泽县\n水务局2023年政府信息公开工作年度报告",
		"云泽县水务局2023年政府信息公开工作年度报告", "云泽县水务局", 2023, AGENCY_DOUBTFUL},
		/* a body that may or may not be its superior */
		{"云泽县人民政府\n水务局2023年政府信息公开工作年度报告",
		"水务局2023年政府信息公开工作年度报告", "水务局", 2023, AGENCY_DOUBTFUL},
		{"云泽\n县水务局2023年政府信息公开工作年度报告", NULL, "县水务局", 2023, AGENCY_DOUBTFUL},
		/* other lines before it are no part of it */
		{"云泽县人民政府\n石桥镇2023年政府信息公开工作年度报告", NULL, "石桥镇", 2023, 0},
		{"云泽县水务局\n云泽县水务局2023年政府信息公开工作年度报告", NULL, "云泽县水务局", 2023, 0},
		{"云泽县人民政府门户网站\n2023年政府信息公开工作年度报告", NULL, "", 2023, 0},
		/* the year first, on a line of its own */
		{"2023年度\n云泽县水务局\n政府信息公开工作年度报告", NULL, "云泽县水务局", 2023, 0},
	};

	(void) state;
	check_doubts(cases, UNIT_COUNT(cases), "");
}

#define TITLE_2022 "云泽县水务局2022年政府信息公开工作年度报告\n"
#define TITLE_2023 "云泽县水务局2023年政府信息公开工作年度报告\n"
#define OTHER_2022 "青檀区城管局2022年政府信息公开工作年度报告\n"
#define OTHER_2023 "青檀区城管局2023年政府信息公开工作年度报告\n"
#define PERIOD_2023 "本报告所列数据的统计期限自2023年1月1日起至2023年12月31日止。"

/* Links to other reports: the period decides, or a signature, or there is a doubt. */
static void
test_links(void **state)
{
	static const title_case cases[] = {
		{OTHER_2022 TITLE_2023 PERIOD_2023, NULL, "云泽县水务局", 2023, 0},
		{TITLE_2023 OTHER_2022 PERIOD_2023, NULL, "云泽县水务局", 2023, 0},
		{OTHER_2022 TITLE_2023, NULL, "云泽县水务局", 2023, AGENCY_DOUBTFUL + YEAR_DOUBTFUL},
		{OTHER_2023 TITLE_2023 PERIOD_2023, NULL, "云泽县水务局", 2023, AGENCY_DOUBTFUL},
		{OTHER_2023 "云泽县水务局政府信息公开工作年度报告\n" PERIOD_2023,
		NULL, "青檀区城管局", 2023, AGENCY_DOUBTFUL},
		/* years of the same agency */
		{TITLE_2022 TITLE_2023 PERIOD_2023, NULL, "云泽县水务局", 2023, 0},
		{TITLE_2023 TITLE_2022 PERIOD_2023, NULL, "云泽县水务局", 2023, 0},
		{TITLE_2022 TITLE_2023, NULL, "云泽县水务局", 2023, YEAR_DOUBTFUL},
		/* a title of the right year without an agency */
		{OTHER_2022 "2023年政府信息公开工作年度报告\n" PERIOD_2023, NULL, "", 2023, 0},
		{OTHER_2022 "2023年政府信息公开工作年度报告\n", NULL, "青檀区城管局", 2022,
		AGENCY_DOUBTFUL + YEAR_DOUBTFUL},
		/* marked as a link */
		{"上一篇：" OTHER_2023 TITLE_2023, NULL, "云泽县水务局", 2023, 0},
		{"相关链接 " OTHER_2023, "", "", 0, 0},
	};
	static const title_case signed_case = {TITLE_2023 OTHER_2023, NULL, "云泽县水务局", 2023, 0};
	char		text[4096] = "";
	title_case	many = {text, NULL, "云泽县水务局", 2023, AGENCY_DOUBTFUL};
	int			i;

	(void) state;
	check_doubts(cases, UNIT_COUNT(cases), "");
	check_doubts(&signed_case, 1, "云泽县水务局\n2024年1月13日\n");

	/* more of them than are kept */
	for (i = 0; i < 20; i++)
		sprintf(text + strlen(text), "云泽县第%c街道2023年政府信息公开工作年度报告\n", 'A' + i);
	strcat(text, TITLE_2023);
	check_doubts(&many, 1, "");
}

/* Headings before the title are those of a menu if they begin again behind it. */
static void
test_contents(void **state)
{
	static const title_case cases[] = {
		{"首页\n政府信息公开年报\n一、总体情况\n" HEADINGS TITLE_2023 "一、总体情况",
		NULL, "云泽县水务局", 2023, 0},
		{"一、总体情况\n" HEADINGS TITLE_2023, NULL, "云泽县水务局", 2023, 0},
		{TITLE_2023 "一、总体情况\n" HEADINGS "一、总体情况", NULL, "云泽县水务局", 2023, 0},
		/* below the first heading */
		{"一、总体情况\n" TITLE_2023, NULL, "云泽县水务局", 2023, 0},
		{TITLE_2023 "一、总体情况\n" OTHER_2023, NULL, "云泽县水务局", 2023, 0},
		/* another report without tables comes before: the title belongs to what is read */
		{OTHER_2022 "一、总体情况\n" HEADINGS TITLE_2023 "一、总体情况",
		NULL, "云泽县水务局", 2023, AGENCY_DOUBTFUL},
	};
	static const title_case last = {TITLE_2023, NULL, "云泽县水务局", 2023, 0};

	(void) state;
	check_doubts(cases, UNIT_COUNT(cases), "");
	/* a link at the end */
	check_doubts(&last, 1, OTHER_2022);
}

/* Titles without a year: the clause about the period has it, if it is clear. */
static void
test_period(void **state)
{
	static const title_case cases[] = {
		{"云泽县林业局信息公开工作年度报告\n本报告所列数据的统计期限自2023年1月1日起至2023年12月31日止。",
		"云泽县林业局信息公开工作年度报告", "云泽县林业局", 2023, 0},
		{"柳荫街道政府信息公开工作年度报告\n统计期限为2022年1月1日至2022年12月31日。",
		NULL, "柳荫街道", 2022, 0},
		/* extraction lost 年 and 月 */
		{"云泽县林业局信息公开工作年度报告\n统计期限自202511日至20251231日。", NULL, "云泽县林业局", 2025, 0},
		/* wrong days */
		{"云泽县林业局信息公开工作年度报告\n统计期限自2023年1月1日至2023年12月21日止。", NULL, "云泽县林业局", 2023, 0},
		{"云泽县林业局信息公开工作年度报告\n统计期限自20231月1日至12月31日。", NULL, "云泽县林业局", 2023, 0},
		{"云泽县林业局信息公开工作年度报告\n统计期限自2023年1月1日至12月30日。", NULL, "云泽县林业局", 2023, 0},
		/* a clause without a year, and years in the next sentence */
		{"云泽县林业局信息公开工作年度报告\n统计期限。2022年共5件。统计时间自2023年1月1日至12月31日。2021年不计。",
		NULL, "云泽县林业局", 2023, 0},
		/* not a year from its first month to its last */
		{"云泽县林业局信息公开工作年度报告\n统计期限自2022年9月1日至次年8月31日。", NULL, "云泽县林业局", 0, 0},
		{"云泽县林业局信息公开工作年度报告\n统计期限自2022年9月1日至12月31日。", NULL, "云泽县林业局", 0, 0},
		{"云泽县林业局信息公开工作年度报告\n统计期限自2023年1月1日至6月30日。", NULL, "云泽县林业局", 0, 0},
		{"云泽县林业局信息公开工作年度报告\n统计期限自2023年1月1日至次年12月31日。", NULL, "云泽县林业局", 0, 0},
		/* two years: not clear */
		{"云泽县林业局信息公开工作年度报告\n统计期限自2022年9月1日至2023年8月31日止。", NULL, "云泽县林业局", 0, 0},
		/* years elsewhere are not the report's */
		{"云泽县林业局信息公开工作年度报告\n2022年，共制定规范性文件0件。", NULL, "云泽县林业局", 0, 0},
		{"云泽县林业局信息公开工作年度报告\n2024年1月20日发布", NULL, "云泽县林业局", 0, 0},
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
		NULL, "云泽县水务局", 2023, 0},
		{"云泽县水务局2023年政府信息公开工作年度报告\n统计期限自2022年1月1日至2022年12月31日。",
		NULL, "云泽县水务局", 2023, 0},
		{"2024-01-15\n云泽县水务局2023年政府信息公开工作年度报告", NULL, "云泽县水务局", 2023, 0},
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
		{"2023年政府信息公开工作年度报告", "2023年政府信息公开工作年度报告", "云泽县石桥镇人民政府", 2023, 0},
		{"政府政务公开年报", "政府政务公开年报", "云泽县石桥镇人民政府", 0, 0},
		{"", "", "云泽县石桥镇人民政府", 0, 0},
	};
	static const char *const endings[] = {
		"六、其他需要报告的事项\n无。\n云泽县石桥镇人民政府\n2024年1月13日\n",
		"六、其他需要报告的事项\n无。\n\n   云泽县石桥镇人民政府\n\n   2024年1月13日 \n\n\n",
		"云泽县石桥镇人民政府\n2024年1月13日",
		"无。\n云泽县石桥镇人民政府 2024年1月13日\n",
		"无。\n云泽县石桥镇人民政府\n二〇二四年一月十三日\n",
		"无。\n云泽县石桥镇人民政府二〇二四年一月十三日\n打印本页\n",
	};
	static const title_case no_signature = {"2023年政府信息公开工作年度报告", NULL, "", 2023, 0};
	int			i;

	(void) state;
	for (i = 0; i < UNIT_COUNT(endings); i++)
	{
		check_titles(cases, UNIT_COUNT(cases), endings[i]);
		assert_int_equal(unit_count(&parsed, GIR_DIAG_AGENCY_DOUBTFUL, GIR_NO_ROW), 1);
	}
	check_doubts(&no_signature, 1, "无。\n本单位 2024年1月13日\n");
	check_doubts(&no_signature, 1, "无。\n发布日期：2024年1月13日\n");
}

/* Titles without an agency: who compiled the report, if nobody signs it. */
static void
test_compiler(void **state)
{
	static const char title[] = "2023年政府信息公开工作年度报告";
	static const struct
	{
		const char *sentence;
		const char *agency;
	}			cases[] = {
		{"本报告由云泽县水务局编制。", "云泽县水务局"},
		{"本报告由 云泽县水务局 编制，全文如下。", "云泽县水务局"},
		{"本年度报告由云泽县水务局根据《中华人民共和国政府信息公开条例》规定组织编制。", "云泽县水务局"},
		{"本報告由雲澤縣水務局編製。", "雲澤縣水務局"},
		{"规章由云泽县水务局编制。", ""},
		{"本报告由我局编制。", ""},
		{"本报告由六个部分组成，由此编制。", ""},
		{"本报告由云泽县水务局发布。另由他人编制。", ""},
	};
	char		text[1024];
	title_case	c = {text, title, NULL, 2023, 0};
	int			i;

	(void) state;
	for (i = 0; i < UNIT_COUNT(cases); i++)
	{
		snprintf(text, sizeof(text), "%s\n%s\n一、总体情况\n", title, cases[i].sentence);
		c.agency = cases[i].agency;
		c.doubts = c.agency[0] != '\0' ? AGENCY_DOUBTFUL : 0;
		check_doubts(&c, 1, "");
	}

	/* the signature comes before it, and the title before both */
	snprintf(text, sizeof(text), "%s\n%s\n", title, cases[0].sentence);
	c.agency = "石桥镇人民政府";
	c.doubts = AGENCY_DOUBTFUL;
	check_doubts(&c, 1, "石桥镇人民政府\n2024年1月13日\n");
	snprintf(text, sizeof(text), "石桥镇%s\n%s\n", title, cases[0].sentence);
	c.title = NULL;
	c.agency = "石桥镇";
	c.doubts = 0;
	check_doubts(&c, 1, "");
}

/* What is no title, and no agency. */
static void
test_none(void **state)
{
	static const title_case cases[] = {
		{"", "", "", 0, 0},
		{"首页\n政务公开\n机构职能", "", "", 0, 0},
		{"本报告根据《中华人民共和国政府信息公开条例》和2023年政府信息公开工作年度报告格式编制。", "", "", 0, 0},
		{"云泽县水务局2023年部门预算公开说明", "", "", 0, 0},
		{"云泽县水务局2023年政府信息公开指南", "", "", 0, 0},
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
	static const title_case none[] = {{"一、总体情况", "", "", 0, 0}};
	title_case	too_long = {NULL, "", "", 0, 0};
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
		cmocka_unit_test(test_noise),
		cmocka_unit_test(test_several_lines),
		cmocka_unit_test(test_broken),
		cmocka_unit_test(test_links),
		cmocka_unit_test(test_contents),
		cmocka_unit_test(test_period),
		cmocka_unit_test(test_stale_years),
		cmocka_unit_test(test_signature),
		cmocka_unit_test(test_compiler),
		cmocka_unit_test(test_none),
		cmocka_unit_test(test_place),
	};

	return cmocka_run_group_tests_name("title", tests, NULL, NULL);
}
