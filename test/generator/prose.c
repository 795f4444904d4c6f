/*
 * prose.c
 *		What stands around the tables: navigation, title, headings, sentences,
 *		the period clause, a signature.
 */
#include "gen.h"

#include <stdio.h>
#include <string.h>

#define LINE_SIZE 1024
#define NAME_SIZE 256

static const char *const agencies[] = {
	"霁川县竹屿镇人民政府", "麦垄市水利局", "麦垄市人民政府办公室", "澄湾区城市管理局",
	"星渚市发展和改革委员会", "云浦县统计局", "青螺市公安局交通警察支队", "南汀街道办事处",
	"白芷县人力资源和社会保障局", "雁栖市住房公积金管理中心"
};

/* Add a line, put together as printf does. */
static void
add_text(gen_document *document, const char *format, const char *text, int number)
{
	char		line[LINE_SIZE];
	int			len;

	if (text != NULL)
		len = snprintf(line, sizeof(line), format, text, number);
	else
		len = snprintf(line, sizeof(line), format, number, number);
	gen_add_line(document, gen_keep(document, line, (size_t) len));
}

/* Add what web pages have before a report. */
static void
add_navigation(gen_document *document)
{
	static const char *const lines[] = {
		"当前位置:首页 > 信息公开 > 年度报告", "索 引 号：000014349/2024-00012", "发布机构：市政务服务中心",
		"字体:[大 中 小]", "打印", "浏览次数：1328", "发布日期：2024-01-19", "分享到：", "",
		"您访问的链接即将离开门户网站 是否继续?", "[bookmark: _GoBack]", "信息来源：办公室", "1328"
	};
	int			n = gen_chance(&document->rng, 40) ? 1 + gen_below(&document->rng, 8) : 0;

	while (n-- > 0)
		gen_add_line(document, GEN_PICK(&document->rng, lines));
}

/* Add links and menus that stand between navigation and title. */
static void
add_links(gen_document *document, const char *agency)
{
	static const char *const menu[] = {
		"政府信息公开年报", "一、总体情况", "二、主动公开政府信息情况", "三、收到和处理政府信息公开申请情况",
		"四、政府信息公开行政复议、行政诉讼情况"
	};
	gen_rng    *rng = &document->rng;
	char		line[LINE_SIZE];
	int			i;

	/* another year's report, perhaps another agency's */
	if (gen_chance(rng, 8))
	{
		snprintf(line, sizeof(line), "%s%d年政府信息公开工作年度报告",
				 gen_chance(rng, 50) ? agency : GEN_PICK(rng, agencies), document->truth.year - 1);
		add_text(document, "%s", line, 0);
		document->truth.linked = true;
	}
	if (gen_chance(rng, 5))
	{
		for (i = 0; i < 5; i++)
			gen_add_line(document, menu[i]);
	}
}

/* Print an agency's name with a line break in it, near its end. */
static void
break_name(gen_rng *rng, char *out, const char *agency)
{
	static const char *const ends[] = {"办公室", "办事处"};
	size_t		len = strlen(agency);
	size_t		rest = 2 * strlen("字");
	int			i;

	for (i = 0; i < 2; i++)
	{
		if (len > strlen(ends[i]) && strcmp(agency + len - strlen(ends[i]), ends[i]) == 0)
			rest = gen_chance(rng, 50) ? rest : strlen(ends[i]);
	}
	snprintf(out, NAME_SIZE, "%.*s\n%s", (int) (len - rest), agency, agency + len - rest);
}

/* What follows a title on its line, if anything. */
static const char *
draw_tail(gen_rng *rng)
{
	static const char *const tails[] = {
		"))", "_霁川县人民政府", " 发布时间：2024-01-19", "（2024年1月19日）", " - 政府信息公开", " | 门户网站"
	};

	return gen_chance(rng, 12) ? GEN_PICK(rng, tails) : "";
}

/* Take the white space from a title. */
static void
squeeze(char *out, const char *text)
{
	for (; *text != '\0'; text++)
	{
		if (*text != ' ' && *text != '\n' && *text != '#')
			*out++ = *text;
	}
	*out = '\0';
}

/* Add the title, in one of its forms. */
static void
add_title(gen_document *document, const char *agency, bool *has_year, bool *has_agency)
{
	gen_rng    *rng = &document->rng;
	gen_truth  *truth = &document->truth;
	int			year = truth->year;
	char		line[LINE_SIZE];
	char		name[NAME_SIZE];
	const char *tail = draw_tail(rng);
	int			form = gen_below(rng, 18);
	char	   *next;

	*has_year = *has_agency = true;
	switch (form)
	{
		case 1:
			snprintf(line, sizeof(line), "%s %d 年政府信息公开工作年度报告", agency, year);
			break;
		case 2:
			snprintf(line, sizeof(line), "%s\n%d年政府信息公开工作年度报告", agency, year);
			break;
		case 3:
			snprintf(line, sizeof(line), "%s%d年政府信息\n\n公开工作年度报告", agency, year);
			break;
		case 4:
			snprintf(line, sizeof(line), "%d年%s政府信息公开工作年度报告", year, agency);
			break;
		case 5:
			snprintf(line, sizeof(line), "%s%d年度政府信息公开工作年度报告", agency, year);
			break;
		case 6:
			snprintf(line, sizeof(line), "%s政府信息公开工作%d年度报告", agency, year);
			break;
		case 7:
			snprintf(line, sizeof(line), "%s政府信息公开工作年度报告", agency);
			*has_year = false;
			break;
		case 8:
			snprintf(line, sizeof(line), "%d年政府信息公开工作年度报告", year);
			*has_agency = false;
			break;
		case 9:
			snprintf(line, sizeof(line), "# %s%d年政府信息公开工作年度报告", agency, year);
			break;
		case 10:
			snprintf(line, sizeof(line), "%s%d政府信息公开工作年度报告", agency, year);
			break;
		case 11:
			snprintf(line, sizeof(line), "%s%d年政府信息公开年度报告", agency, year);
			break;
		case 12:
			snprintf(line, sizeof(line), "%s\n%d年政府信息公开工作\n年度报告", agency, year);
			break;
		case 13:
			snprintf(line, sizeof(line), "%s%d\n年政府信息公开工作年度报告", agency, year);
			break;
		case 14:
			break_name(rng, name, agency);
			snprintf(line, sizeof(line), "%s%d年政府信息公开\n工作年度报告", name, year);
			break;
		case 15:
			snprintf(line, sizeof(line), "%s%d年政府信息公开 工作告年度报", agency, year);
			break;
		case 16:
			snprintf(line, sizeof(line), "%s%d年政\n府信息公开工作年度报告", agency, year);
			break;
		default:
			snprintf(line, sizeof(line), "%s%d年政府信息公开工作年度报告", agency, year);
			break;
	}
	squeeze(truth->title, line);
	strcat(line, tail);
	snprintf(truth->agency, sizeof(truth->agency), "%s", agency);
	if (gen_chance(rng, 10))
		add_text(document, "%s", truth->title, 0);
	for (next = line; next != NULL;)
	{
		char	   *end = strchr(next, '\n');

		if (end != NULL)
			*end++ = '\0';
		add_text(document, "%s", next, 0);
		next = end;
	}
	gen_add_line(document, "");
}

/* Add a heading, unless the document has none. */
static void
add_heading(gen_document *document, bool headings, int section)
{
	static const char *const texts[] = {
		"一、总体情况", "二、主动公开政府信息情况", "三、收到和处理政府信息公开申请情况",
		"四、政府信息公开行政复议、行政诉讼情况", "五、存在的主要问题及改进情况", "六、其他需要报告的事项"
	};
	static const char *const others[] = {
		"一、工作基本情况", "二、主动公开政府信息的情况", "三、 收到和处理政府信息公开申请情况",
		"四、因政府信息公开工作被申请行政复议、提起行政诉讼情况", "五、存在的主要问题及改进措施",
		"其他需要报告的事项"
	};
	static const char *const marks[] = {"# ", "## ", "#### ", "**"};
	gen_rng    *rng = &document->rng;

	if (!headings)
		return;
	if (gen_chance(rng, 10))
		add_text(document, "%s", others[section - 1], 0);
	else if (gen_chance(rng, 10))
	{
		char		line[LINE_SIZE];

		snprintf(line, sizeof(line), "%s%s", GEN_PICK(rng, marks), texts[section - 1]);
		add_text(document, "%s", line, 0);
	}
	else if (gen_chance(rng, 3))
		gen_add_line(document, texts[section - 1] + strlen("一"));
	else
		gen_add_line(document, texts[section - 1]);
	if (gen_chance(rng, 60))
		gen_add_line(document, "");
}

/* Add a table that has nothing to do with the forms. */
static void
add_local_table(gen_document *document)
{
	static const char *const labels[] = {"渠道", "门户网站", "政务微博", "其他", "总计"};
	static const char *const values[] = {"数量", "1230", "215", "7", "1452"};
	int			i;

	for (i = 0; i < 5; i++)
	{
		gen_row    *row = gen_add_row(document, 1);

		gen_add_cell(row, labels[i]);
		gen_add_cell(row, values[i]);
		row->last = i == 4;
	}
}

/* Add the sentences of section 1. */
static void
add_sentences(gen_document *document, const char *agency, bool period)
{
	static const char *const lines[] = {
		"（一）主动公开。全年主动公开政府信息1830条，其中门户网站1230条。",
		"（二）依申请公开。全年收到政府信息公开申请16件，上年结转2件，均已按时办结。",
		"2018年，我局共受理政府信息公开申请0件。", "### 一、工作概述", "### 二、工作情况",
		"- 制发规范性文件3件，废止1件。", "全年总计公开信息957条，总计答复12345热线工单8930件。",
		"未发生行政复议、行政诉讼案件。", "图1 政府信息主动公开情况表", "1.加强组织领导。", "2.拓宽公开渠道。"
	};
	gen_rng    *rng = &document->rng;
	int			n = 1 + gen_below(rng, 5);

	add_text(document, "%s紧紧围绕中心工作，全面推进政务公开，现将%d年度有关情况报告如下。", agency,
			 document->truth.year);
	while (n-- > 0)
	{
		gen_add_line(document, GEN_PICK(rng, lines));
		if (gen_chance(rng, 40))
			gen_add_line(document, "");
	}
	if (period)
		add_text(document, "本报告中所列数据的统计期限自%d年1月1日起至%d年12月31日止。", NULL,
				 document->truth.year);
	if (gen_chance(rng, 8))
		add_local_table(document);
	gen_add_line(document, "");
}

/* Add a table with what stands before and behind it. */
static void
add_section(gen_document *document, bool headings, int section)
{
	static const char *const before[] = {
		"该部分以表格形式报告。表格如下：", "本年度未出现申请行政复议、提起行政诉讼的情况，共0件。",
		"全年办理申请23件，具体情况见下表。", "（单位：件）", "表格如下"
	};
	gen_rng    *rng = &document->rng;

	add_heading(document, headings, section);
	if (gen_chance(rng, 12))
	{
		gen_add_line(document, GEN_PICK(rng, before));
		gen_add_line(document, "");
	}
	gen_add_tables(document, section);
	gen_add_line(document, "");
	if (section == 2 && gen_chance(rng, 4))
		gen_add_line(document, "本行政区域政府信息公开发布总数量(非新闻类、消息类):0");
}

/* Write the whole document. */
void
gen_write(gen_document *document, const gen_layout *layout)
{
	static const char *const footers[] = {
		"上一篇：没有了", "版权所有：市政务服务中心 备案号：20003421", "浏览次数：", "打印本页 关闭窗口", "", "1023"
	};
	gen_rng    *rng = &document->rng;
	const char *agency = GEN_PICK(rng, agencies);
	bool		headings = !gen_chance(rng, 6);
	bool		has_year;
	bool		has_agency;
	int			section;

	gen_draw_style(document, layout);
	add_navigation(document);
	add_links(document, agency);
	add_title(document, agency, &has_year, &has_agency);
	add_heading(document, headings, 1);
	add_sentences(document, agency, !has_year || document->truth.linked || gen_chance(rng, 40));
	for (section = GIR_FIRST_SECTION; section <= GIR_LAST_SECTION; section++)
		add_section(document, headings, section);
	if (headings || gen_chance(rng, 70))
	{
		add_heading(document, headings, 5);
		gen_add_line(document, "主要问题是目录更新不够及时，全年仅更新2次。下一步将按季度更新。");
		add_heading(document, headings, 6);
		gen_add_line(document, "无。");
	}
	if (!has_agency || gen_chance(rng, 30))
	{
		gen_add_line(document, agency);
		add_text(document, "%d年1月19日", NULL, document->truth.year + 1);
	}
	else
	{
		int			n = gen_below(rng, 4);

		while (n-- > 0)
			gen_add_line(document, footers[gen_below(rng, headings ? 6 : 5)]);
	}
}
