/*
 * test_label.c
 *		Labels: found however they are written, and nothing else found for them.
 *
 * The labels come from the corpus's list of all cells of both forms, and not
 * from the core's own tables.
 */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "unit.h"

#include "core/chars.h"
#include "core/label.h"

#define TEXT_SIZE 1024

/* Copy a text with words replaced; pairs of old and new, ended by NULL. */
static void
replace(const char *label, char out[TEXT_SIZE], const char *const *pairs)
{
	size_t		len = 0;

	while (*label != '\0')
	{
		const char *const *pair;

		for (pair = pairs; *pair != NULL; pair += 2)
		{
			if (strncmp(label, pair[0], strlen(pair[0])) == 0)
				break;
		}
		assert_true(len + 16 < TEXT_SIZE);
		if (*pair != NULL)
		{
			len += (size_t) sprintf(out + len, "%s", pair[1]);
			label += strlen(pair[0]);
		}
		else
			out[len++] = *label++;
	}
	out[len] = '\0';
}

/* Copy a text with something between all characters. */
static void
spread(const char *label, char out[TEXT_SIZE], const char *between)
{
	const char *end = label + strlen(label);
	size_t		len = 0;

	while (label < end)
	{
		const char *next = label;

		gir_next_char(&next, end);
		memcpy(out + len, label, (size_t) (next - label));
		len += (size_t) (next - label);
		if (next < end)
			len += (size_t) sprintf(out + len, "%s", between);
		assert_true(len + 16 < TEXT_SIZE);
		label = next;
	}
	out[len] = '\0';
}

/*
 * Copy a label with another numbering: the format has one %s for the numeral.
 * A label without numbering is copied as it is.
 */
static void
renumber(const char *label, char out[TEXT_SIZE], const char *format)
{
	static const char *const numerals[] = {
		"一", "二", "三", "四", "五", "六", "七", "1", "2", "3", "4", "5", "6", "7", "8"
	};
	static const char *const styles[] = {"（%s）", "%s、", "%s."};
	int			n,
				s;

	strcpy(out, label);
	for (n = 0; n < UNIT_COUNT(numerals); n++)
	{
		for (s = 0; s < UNIT_COUNT(styles); s++)
		{
			char		numbering[32];

			sprintf(numbering, styles[s], numerals[n]);
			if (strncmp(label, numbering, strlen(numbering)) == 0)
			{
				int			len = sprintf(out, format, numerals[n]);

				strcpy(out + len, label + strlen(numbering));
			}
		}
	}
}

/* Words replaced: pairs of old and new. */
static const char *const half_width[] = {
	"（", "(", "）", ")", "，", ",", "：", ":", "；", ";", "、", ",", NULL
};

static const char *const full_width[] = {
	"1", "１", "2", "２", "3", "３", "4", "４", "5", "５", "6", "６", "7", "７", "8", "８",
	".", "．", "/", "／", NULL
};

static const char *const straight_quotes[] = {"“", "\"", "”", "\"", NULL};
static const char *const corner_quotes[] = {"“", "「", "”", "」", NULL};
static const char *const no_quotes[] = {"“", "", "”", "", NULL};
static const char *const no_punctuation[] = {"，", "", "：", "", "/", "", NULL};

/* Radicals that extraction from PDF leaves in the place of characters. */
static const char *const radicals[] = {
	"一", "\xE2\xBC\x80", "人", "\xE2\xBC\x88", "力", "\xE2\xBC\x92", "大", "\xE2\xBC\xA4",
	"工", "\xE2\xBC\xAF", "手", "\xE2\xBC\xBF", "文", "\xE2\xBD\x82", "方", "\xE2\xBD\x85",
	"无", "\xE2\xBD\x86", "止", "\xE2\xBD\x8C", "用", "\xE2\xBD\xA4", "目", "\xE2\xBD\xAC",
	"立", "\xE2\xBD\xB4", "自", "\xE2\xBE\x83", "行", "\xE2\xBE\x8F", NULL
};

/* Ways of writing a label: with words replaced, spread, or another numbering. */
static const struct
{
	const char *name;
	const char *const *pairs;
	const char *between;
	const char *numbering;
}			writings[] = {
	{"as printed", NULL, NULL, NULL},
	{"half-width punctuation", half_width, NULL, NULL},
	{"full-width digits", full_width, NULL, NULL},
	{"straight quotes", straight_quotes, NULL, NULL},
	{"corner quotes", corner_quotes, NULL, NULL},
	{"no quotes", no_quotes, NULL, NULL},
	{"no punctuation", no_punctuation, NULL, NULL},
	{"radicals", radicals, NULL, NULL},
	{"spaces", NULL, " ", NULL},
	{"ideographic spaces", NULL, "\xE3\x80\x80", NULL},
	{"no-break spaces", NULL, "\xC2\xA0", NULL},
	{"a character to a line", NULL, "\n", NULL},
	{"a blank line between characters", NULL, "\r\n\r\n", NULL},
	{"(1)", NULL, NULL, "(%s)"},
	{"（1）", NULL, NULL, "（%s） "},
	{"1.", NULL, NULL, "%s. "},
	{"1．", NULL, NULL, "%s．"},
	{"1、", NULL, NULL, "%s、"},
	{"number on its own line", NULL, NULL, "（%s）\n"},
	{"number lost", NULL, NULL, ""},
	{"spaces around", NULL, NULL, " \n （%s）"},
};

/* Write a label in one of these ways. */
static void
write_label(const char *label, int way, char out[TEXT_SIZE])
{
	if (writings[way].pairs != NULL)
		replace(label, out, writings[way].pairs);
	else if (writings[way].between != NULL)
		spread(label, out, writings[way].between);
	else if (writings[way].numbering != NULL)
		renumber(label, out, writings[way].numbering);
	else
		sprintf(out, "%s", label);
}

/* The label that a text is. */
static const gir_label *
find(const char *text)
{
	return gir_find_label(text, text + strlen(text));
}

/* Every row and column is found, in every way of writing it. */
static void
test_forms(void **state)
{
	size_t		len;
	char	   *table = unit_read_file(UNIT_CORPUS "form_codes.tsv", &len);
	char	   *p = table;
	char	   *f[6];
	int			cells = 0;

	(void) state;
	assert_int_equal(unit_next_fields(&p, f, 6), 6);
	while (unit_next_fields(&p, f, 6) == 6)
	{
		int			section = atoi(f[0]);
		int			s = section - GIR_FIRST_SECTION;
		gir_row_id	row = unit_row(section, f[1]);
		gir_column	column = unit_column(f[2]);
		const char *group_end = strchr(f[4], ' ');
		const char *row_label = group_end != NULL ? group_end + 1 : f[4];
		int			i;

		cells++;
		for (i = 0; i < UNIT_COUNT(writings); i++)
		{
			char		text[TEXT_SIZE];
			const gir_label *label;

			write_label(row_label, i, text);
			label = find(text);
			if (label == NULL || label->row[s] != row)
				fail_msg("%s: row \"%s\"", writings[i].name, text);
			write_label(f[5], i, text);
			label = find(text);
			if (label == NULL || label->column[s] != column)
				fail_msg("%s: column \"%s\"", writings[i].name, text);
		}
	}
	/* 10 + 22 of section 2, 25 rows and 23 rows of 7 in section 3, 15 of section 4 */
	assert_int_equal(cells, 10 + 22 + 175 + 161 + 15);
	free(table);
}

/* Headings, and texts that announce a table or group its rows. */
static void
test_other_texts(void **state)
{
	static const struct
	{
		const char *text;
		int			heading,
					anchor,
					corner,
					group;
	}			cases[] = {
		{"一、总体情况", 1, 0, 0, 0},
		{"1、 总体情况", 1, 0, 0, 0},
		{"总体情况", 1, 0, 0, 0},
		{"# 一、总体情况", 1, 0, 0, 0},
		{"二、主动公开政府信息情况", 2, 0, 0, 0},
		{"二、主动公开政府信息的情况", 2, 0, 0, 0},
		{"、主动公开政府信息情况", 2, 0, 0, 0},
		{"### 二、主动公开政府信息情况", 2, 0, 0, 0},
		{"三、收到和处理政府信息公开申请情况", 3, 0, 0, 0},
		{"（三）收到和处理政府信息公开申请情况：", 3, 0, 0, 0},
		{"四、政府信息公开行政复议、行政诉讼情况", 4, 0, 0, 0},
		{"#### 四、政府信息公开行政复议、行政诉讼情况", 4, 0, 0, 0},
		{"四、因政府信息公开工作被申请行政复议、提起行政诉讼情况", 4, 0, 0, 0},
		{"五、存在的主要问题及改进情况", 5, 0, 0, 0},
		{"五、存在的主要问题及改进措施", 5, 0, 0, 0},
		{"五、存在问题和改进措施", 5, 0, 0, 0},
		{"五、政府信息公开工作存在的主要问题及改进情况", 5, 0, 0, 0},
		{"六、其他需要报告的事项", 6, 0, 0, 0},
		{"第二十条第（一）项", 0, 2, 0, 0},
		{"第二十条第(五)项", 0, 2, 0, 0},
		{"第二十条  第(六)项", 0, 2, 0, 0},
		{"第二十条第（八）项", 0, 2, 0, 0},
		{"第二十条第（九）项", 0, 2, 0, 0},
		{"(本列数据的勾稽关系为：第一项加第二项之和，等于第三项加第四项之和)", 0, 3, 0, 0},
		{"本列数据的勾稽关系为:第一项加第二项之和,等于第三项加第四项之和", 0, 3, 0, 0},
		{"行政复议", 0, 4, 0, 0},
		{"信息内容", 0, 0, 2, 0},
		{"申请人情况", 0, 0, 0, 3},
		{"法人或其他组织", 0, 0, 0, 3},
		{"三、本年度办理结果", 0, 0, 0, 3},
		{"（三）不予公开", 0, 0, 0, 3},
		{"(四) 无法提供", 0, 0, 0, 3},
		{"（五）\n不予处理", 0, 0, 0, 3},
		{"（六）其他处理", 0, 0, 0, 3},
		{"行政诉讼", 0, 0, 0, 4},
	};
	int			i;

	(void) state;
	for (i = 0; i < UNIT_COUNT(cases); i++)
	{
		const gir_label *label = find(cases[i].text);

		if (label == NULL)
			fail_msg("\"%s\" is not found", cases[i].text);
		if (label->heading != cases[i].heading || label->anchor != cases[i].anchor ||
			label->corner != cases[i].corner || label->group != cases[i].group)
			fail_msg("\"%s\": heading %d, anchor %d, corner %d, group %d", cases[i].text,
					 label->heading, label->anchor, label->corner, label->group);
	}
}

/* One text can be several things, by section and by place. */
static void
test_ambiguous_texts(void **state)
{
	const gir_label *label;

	(void) state;
	label = find("总计");
	assert_non_null(label);
	assert_int_equal(label->row[0], GIR_NO_ROW);
	assert_int_equal(label->row[1], GIR_ROW_CONCLUDED);
	assert_int_equal(label->row[2], GIR_NO_ROW);
	assert_int_equal(label->column[0], GIR_NO_COLUMN);
	assert_int_equal(label->column[1], GIR_COL_TOTAL);
	assert_int_equal(label->column[2], GIR_COL_TOTAL);

	label = find("其他");
	assert_non_null(label);
	assert_int_equal(label->row[1], GIR_ROW_OTHER_MISC);
	assert_int_equal(label->column[1], GIR_COL_OTHER);
	assert_int_equal(label->column[2], GIR_NO_COLUMN);

	label = find("其他结果");
	assert_non_null(label);
	assert_int_equal(label->column[1], GIR_NO_COLUMN);
	assert_int_equal(label->column[2], GIR_COL_OTHER);

	/* a row of the 2019 form, the label of a group in the 2021 form */
	label = find("（六）其他处理");
	assert_non_null(label);
	assert_int_equal(label->row[1], GIR_ROW_OTHER_HANDLING);
	assert_int_equal(label->group, 3);

	/* part of it stands in parentheses, and may be missing */
	label = find("（二）部分公开");
	assert_non_null(label);
	assert_int_equal(label->row[1], GIR_ROW_PARTIALLY_GRANTED);
	label = find("本年收费金额");
	assert_non_null(label);
	assert_int_equal(label->column[0], GIR_COL_AMOUNT);
	label = find("采购总金额（万元）");
	assert_non_null(label);
	assert_int_equal(label->column[0], GIR_COL_AMOUNT);
	label = find("现行有效件数 (历史累计)");
	assert_non_null(label);
	assert_int_equal(label->column[0], GIR_COL_IN_FORCE);
}

/* What comes close is not taken for a label. */
static void
test_near_misses(void **state)
{
	static const char *const cases[] = {
		"", " ", "\n", "（三）", "3.", "三、", "()", "……",
		"规", "规章制度", "章规", "规章规章",
		"行政许可证", "行政许", "行政处罚款", "政府采购",
		"自然", "自然人员", "商业", "企业", "科研", "社会公益", "法律服务", "其它",
		"小计", "合计", "总计数", "总计总计", "其他其他",
		"公开", "予以公开信息", "部分公开信息", "不公开",
		"属于国家", "属于国家秘密的", "不属于国家秘密",
		"结转下年度", "结转下年度继续办理件数",
		"维持", "结果", "审结", "未经复议起诉", "复议", "起诉",
		"第二十一条第（一）项", "第二十条", "第二十条第一",
		"总体", "总体情况良好", "主动公开政府信息", "收到和处理政府信息公开申请情况如下表",
		"规x章", "规0章", "自然人1", "1234、规章",
		"规章\xF0\xA0\x80\x80",
	};
	int			i;

	(void) state;
	for (i = 0; i < UNIT_COUNT(cases); i++)
	{
		if (find(cases[i]) != NULL)
			fail_msg("\"%s\" is taken for \"%s\"", cases[i], find(cases[i])->key);
	}
}

/* Bytes that are no UTF-8 match nothing, nor does what replaces them. */
static void
test_bad_bytes(void **state)
{
	static const char *const cases[] = {
		"规\xFF章", "规章\x80", "\xE8\xA7规章", "规章\xE7\xAB", "规\xEF\xBF\xBD章",
	};
	int			i;

	(void) state;
	for (i = 0; i < UNIT_COUNT(cases); i++)
	{
		if (find(cases[i]) != NULL)
			fail_msg("case %d is taken for \"%s\"", i, find(cases[i])->key);
	}
}

/* A text much longer than any label is none, whatever it is made of. */
static void
test_long_texts(void **state)
{
	static char text[8192];

	(void) state;
	memset(text, ' ', sizeof(text));
	assert_null(gir_find_label(text, text + sizeof(text)));
	memcpy(text, "规章", strlen("规章"));
	assert_null(gir_find_label(text, text + sizeof(text)));
	memset(text, 'a', sizeof(text));
	assert_null(gir_find_label(text, text + sizeof(text)));
}

int
main(void)
{
	static const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_forms),
		cmocka_unit_test(test_other_texts),
		cmocka_unit_test(test_ambiguous_texts),
		cmocka_unit_test(test_near_misses),
		cmocka_unit_test(test_bad_bytes),
		cmocka_unit_test(test_long_texts),
	};

	return cmocka_run_group_tests_name("label", tests, NULL, NULL);
}
