/*
 * test_render.c
 *		What is rendered is read back: the tables of random reports, in all formats,
 *		whatever their titles are.
 *
 *	GIREPORT_RENDERINGS	how many random reports to render (250)
 *	GIREPORT_SEED		what they are drawn from (1)
 */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "rendered.h"

static unit_parsed parsed;

/* The number in an environment variable. */
static long
setting(const char *name, long otherwise)
{
	const char *value = getenv(name);

	return value != NULL ? atol(value) : otherwise;
}

/* Render a report in all formats, and read it. */
static void
check(const gir_figures *figures, const char *title, const char *agency, int year)
{
	int			format;

	for (format = 0; format < GIR_FORMAT_COUNT; format++)
	{
		rendered_make(figures, title, agency, year, (gir_format) format);
		rendered_check_tables(figures, (gir_format) format, &parsed);
		if (format >= GIR_FORMAT_HTML)
			rendered_check_html();
	}
}

/* Random reports come back from all formats. */
static void
test_read_back(void **state)
{
	static gir_figures figures;
	long		count = setting("GIREPORT_RENDERINGS", 250);
	long		seed = setting("GIREPORT_SEED", 1);
	long		i;

	(void) state;
	for (i = 0; i < count; i++)
	{
		case_seed((uint64_t) (seed + i));
		rendered_draw(&figures);
		check(&figures, NULL, NULL, 0);
	}
}

/* Pieces of titles that look like something else, or are none. */
static const char *const pieces[] = {
	"某市教育局", "凤泉区人民政府办公室", "2023年", "2023", "年度", "政府信息公开", "工作年度报告",
	"工作", "报告", "学年", "信息公开", "（", "）", "《", "》", " ", "\t", "\n", "\r\n", "|", "| ", "\\",
	"<b>", "</h1>", "</title>", "<table><tr><td>", "</td></tr></table>", "<!--", "-->", "<script>alert(1)</script>",
	"&", "&lt;", "&#49;", "\"", "'", "\x01", "\x7F", "\xC2\x85", "\xE2\x80\xA8", "\xEF\xBB\xBF", "\xFF", "\xE4\xB8",
	"一、本年新收政府信息公开申请数量", "（七）总计", "规章", "行政许可", "总计", "自然人", "行政复议",
	"第二十条第（一）项", "信息内容", "本年制发件数", "二、主动公开政府信息情况",
	"三、收到和处理政府信息公开申请情况", "四、政府信息公开行政复议、行政诉讼情况", "结果维持",
	"1", "0", "42", "件", "  3  ", "1\t2\t3\t4\t5\t6\t21", "1|2|3|4|5|6|21", "---", "|---|", "# ", "## ", "一、总体情况",
	"本报告由某局编制", "统计期限自2021年1月1日起至2021年12月31日止", "。", "，", "%PDF-1.4", "PK\x03\x04",
	"<html hidden>", "<template>", "<w:document", "2020-2021学年", "2022年政府信息公开工作年度报告",
};

/* A random title. */
static void
draw_title(char *title, size_t size)
{
	int64_t		n = case_random(8);

	title[0] = '\0';
	for (; n >= 0; n--)
	{
		const char *piece = pieces[case_random(UNIT_COUNT(pieces))];

		if (strlen(title) + strlen(piece) < size)
			strcat(title, piece);
	}
}

/* Titles and agencies can be anything: the tables are the same. */
static void
test_titles_do_no_harm(void **state)
{
	static gir_figures figures;
	char		title[2000];
	char		agency[2000];
	long		count = setting("GIREPORT_RENDERINGS", 250);
	long		seed = setting("GIREPORT_SEED", 1);
	long		i;

	(void) state;
	for (i = 0; i < count; i++)
	{
		case_seed((uint64_t) (seed + 1000000 + i));
		rendered_draw(&figures);
		draw_title(title, sizeof(title));
		draw_title(agency, sizeof(agency));
		check(&figures, case_random(4) > 0 ? title : NULL, case_random(4) > 0 ? agency : NULL,
			  case_random(3) > 0 ? 2023 : (int) case_random(4000) - 1000);
	}
}

/* A title, and what is read of it. */
typedef struct title_case
{
	const char *title;
	const char *agency;
	int			year;
	const char *read_title;		/* NULL if it is the title */
} title_case;

/* Title, agency and year come back. */
static void
test_titles(void **state)
{
	static const title_case cases[] = {
		{"凤泉区人民政府办公室2023年政府信息公开工作年度报告", "凤泉区人民政府办公室", 2023, NULL},
		{"2019年度青浦区司法局政府信息公开工作年度报告", "青浦区司法局", 2019, NULL},
		{"某市A&B局2022年政府信息公开工作年度报告", "某市A&B局", 2022, NULL},
		{NULL, "凤泉区人民政府办公室", 2023, "凤泉区人民政府办公室2023年政府信息公开工作年度报告"},
		{NULL, "凤泉区人民政府办公室", 0, "凤泉区人民政府办公室政府信息公开工作年度报告"},
		{NULL, NULL, 2023, "2023年政府信息公开工作年度报告"},
		/* the agency was found elsewhere in the text */
		{"2023年政府信息公开工作年度报告", "凤泉区司法局", 2023, "凤泉区司法局2023年政府信息公开工作年度报告"},
		/* no title, but a row of the table */
		{"规章\t1\t2\t3", "凤泉区司法局", 2021, "凤泉区司法局2021年政府信息公开工作年度报告"},
		{"一、本年新收政府信息公开申请数量|1|2|3|4|5|6|21", "凤泉区司法局", 2021,
		"凤泉区司法局2021年政府信息公开工作年度报告"},
		/* no agency, but markup */
		{NULL, "<b>局</b>|", 2021, "2021年政府信息公开工作年度报告"},
		{NULL, NULL, 0, ""},
		{"会议纪要", NULL, 0, ""},
	};
	static gir_figures figures;
	int			i,
				format;

	(void) state;
	case_draw(&figures, GIR_FORM_2021);
	for (i = 0; i < UNIT_COUNT(cases); i++)
	{
		const title_case *c = &cases[i];
		const char *title = c->read_title != NULL ? c->read_title : c->title;
		const char *agency = c->agency != NULL ? c->agency : "";

		for (format = 0; format < GIR_FORMAT_COUNT; format++)
		{
			/* "&" is not what it is in Markdown */
			if (format == GIR_FORMAT_MARKDOWN && c->title != NULL && strchr(c->title, '&') != NULL)
				continue;
			rendered_make(&figures, c->title, c->agency, c->year, (gir_format) format);
			rendered_check_tables(&figures, (gir_format) format, &parsed);
			parsed.report.title[parsed.report.title_len] = '\0';
			parsed.report.agency[parsed.report.agency_len] = '\0';
			assert_string_equal(parsed.report.title, title);
			assert_string_equal(parsed.report.agency, strchr(agency, '<') == NULL ? agency : "");
			assert_int_equal(parsed.report.year, c->year);
			if (format >= GIR_FORMAT_HTML)
				rendered_check_html();
		}
	}
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_read_back),
		cmocka_unit_test(test_titles_do_no_harm),
		cmocka_unit_test(test_titles),
	};

	return cmocka_run_group_tests_name("render", tests, NULL, NULL);
}
