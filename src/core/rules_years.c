/*
 * rules_years.c
 *		The rules about an agency's reports on two years, one after the other.
 *
 * They are warnings: agencies merge and split, and correct what they said the
 * year before.
 */
#include "core/identity.h"

#include <stddef.h>

#define DOCUMENT_ROWS GIR_ROW_BITS(GIR_ROW_REGULATIONS, GIR_ROW_NORMATIVE_DOCUMENTS)
#define ITEM_ROWS (GIR_ROW_BITS(GIR_ROW_LICENSING, GIR_ROW_COERCION) | GIR_ROW_BIT(GIR_ROW_FEES))

/* The rows and columns whose course over the years is looked at. */
#define INDICATOR_ROWS (GIR_ROW_BITS(GIR_ROW_REGULATIONS, GIR_ROW_PROCUREMENT) | \
	GIR_ROW_BIT(GIR_ROW_RECEIVED) | GIR_ROW_BIT(GIR_ROW_CONCLUDED) | \
	GIR_ROW_BITS(GIR_ROW_RECONSIDERATION, GIR_ROW_LITIGATION_AFTER_RECONSIDERATION))
#define INDICATOR_COLUMNS (GIR_COLUMN_BIT(GIR_COL_IN_FORCE) | GIR_COLUMN_BIT(GIR_COL_DISCLOSED_TOTAL) | \
	GIR_COLUMN_BIT(GIR_COL_DECISIONS) | GIR_COLUMN_BIT(GIR_COL_AMOUNT) | GIR_COLUMN_BIT(GIR_COL_TOTAL))

static const gir_term carried_in[] = {
	{GIR_ROW_CARRIED_IN, GIR_NO_COLUMN, 0, 0},
};

static const gir_term carried_out_before[] = {
	{GIR_ROW_CARRIED_OUT, GIR_NO_COLUMN, 0, GIR_TERM_OTHER},
};

static const gir_term in_force[] = {
	{GIR_NO_ROW, GIR_COL_IN_FORCE, 0, GIR_TERM_NEEDED},
};

static const gir_term in_force_before_and_change[] = {
	{GIR_NO_ROW, GIR_COL_IN_FORCE, 0, GIR_TERM_OTHER | GIR_TERM_NEEDED},
	{GIR_NO_ROW, GIR_COL_ISSUED, 0, 0},
	{GIR_NO_ROW, GIR_COL_REPEALED, 0, GIR_TERM_MINUS},
};

static const gir_term items_last_year[] = {
	{GIR_NO_ROW, GIR_COL_ITEMS_LAST_YEAR, 0, GIR_TERM_NEEDED},
};

static const gir_term items_before[] = {
	{GIR_NO_ROW, GIR_COL_ITEMS_LAST_YEAR, 0, GIR_TERM_OTHER | GIR_TERM_NEEDED},
	{GIR_NO_ROW, GIR_COL_ITEMS_CHANGE, 0, GIR_TERM_OTHER},
};

static const gir_term disclosed_total[] = {
	{GIR_NO_ROW, GIR_COL_DISCLOSED_TOTAL, 0, GIR_TERM_NEEDED},
};

static const gir_term disclosed_total_before[] = {
	{GIR_NO_ROW, GIR_COL_DISCLOSED_TOTAL, 0, GIR_TERM_OTHER | GIR_TERM_NEEDED},
};

static const gir_term cell[] = {
	{GIR_NO_ROW, GIR_NO_COLUMN, 0, GIR_TERM_NEEDED},
};

static const gir_term cell_before[] = {
	{GIR_NO_ROW, GIR_NO_COLUMN, 0, GIR_TERM_OTHER | GIR_TERM_NEEDED},
};

static const gir_rule rules[] = {
	{
		.id = "Y1", .basis = GIR_DERIVED, .severity = GIR_WARNING, .scope = GIR_SCOPE_YEARS, .section = 3,
		.places = GIR_IN_COLUMNS,
		.left = GIR_SIDE(carried_in), .relation = GIR_EQUAL, .right = GIR_SIDE(carried_out_before),
		.description_zh = "表三每一列：本年报告的上年结转应等于上年报告的结转下年度",
		.description_en = "in each column of section 3, the requests carried in are those carried out the year before",
		.suspicion = "机构合并、拆分或更正上年数据时可能不一致"
	},
	{
		.id = "Y2", .basis = GIR_DERIVED, .severity = GIR_WARNING, .scope = GIR_SCOPE_YEARS, .section = 2,
		.places = GIR_IN_ROWS, .rows = DOCUMENT_ROWS,
		.left = GIR_SIDE(in_force), .relation = GIR_EQUAL, .right = GIR_SIDE(in_force_before_and_change),
		.description_zh = "2021年格式：现行有效件数等于上年现行有效件数加本年制发件数减本年废止件数",
		.description_en = "2021 form: documents in force are those of the year before, and those issued less those repealed",
		.suspicion = "文件清理、失效或统计口径调整时可能不一致"
	},
	{
		.id = "Y3", .basis = GIR_DERIVED, .severity = GIR_WARNING, .scope = GIR_SCOPE_YEARS, .section = 2,
		.places = GIR_IN_ROWS, .rows = ITEM_ROWS,
		.left = GIR_SIDE(items_last_year), .relation = GIR_EQUAL, .right = GIR_SIDE(items_before),
		.description_zh = "2019年格式：上一年项目数量等于上年报告的上一年项目数量加增/减",
		.description_en = "2019 form: last year's items are those of the report before, with their change"
	},
	{
		.id = "Y4", .basis = GIR_HEURISTIC, .severity = GIR_WARNING, .scope = GIR_SCOPE_YEARS, .section = 2,
		.places = GIR_IN_ROWS, .rows = DOCUMENT_ROWS,
		.left = GIR_SIDE(disclosed_total), .relation = GIR_AT_LEAST, .right = GIR_SIDE(disclosed_total_before),
		.description_zh = "2019年格式：对外公开总数量一般不少于上年",
		.description_en = "2019 form: no fewer documents are disclosed in all than the year before",
		.suspicion = "文件废止时可能减少"
	},
	{
		.id = "Y6", .basis = GIR_HEURISTIC, .severity = GIR_WARNING, .scope = GIR_SCOPE_YEARS, .section = 0,
		.places = GIR_IN_CELLS, .rows = INDICATOR_ROWS, .columns = INDICATOR_COLUMNS,
		.left = GIR_SIDE(cell), .relation = GIR_SIMILAR, .right = GIR_SIDE(cell_before), .constant = 10,
		.expression = "上年报告 / 5 <= 本年报告 <= 上年报告 * 5",
		.description_zh = "主要指标本年与上年相差一般不超过5倍（两年均不足10的不作判断）",
		.description_en = "the main figures do not grow or shrink more than fivefold, unless both are less than 10",
		.suspicion = "请核实是否填报有误"
	},
	{
		.id = "Y7", .basis = GIR_HEURISTIC, .severity = GIR_WARNING, .scope = GIR_SCOPE_YEARS, .section = 0,
		.places = GIR_IN_TABLES, .rows = GIR_ROW_BITS(GIR_FIRST_SECTION, GIR_LAST_SECTION),
		.relation = GIR_NOT_COPIED, .constant = 8,
		.expression = "本年表格 ≠ 上年表格",
		.description_zh = "相邻两年同一表格的数据不应完全相同（非零数字不足8个的不作判断）",
		.description_en = "a table is not the same as the year before, unless it has fewer than 8 numbers other than 0",
		.suspicion = "可能沿用了上年报告"
	},
	{
		.id = "Y8", .basis = GIR_DERIVED, .severity = GIR_INFO, .scope = GIR_SCOPE_YEARS, .section = 2,
		.places = GIR_IN_TABLES, .rows = GIR_ROW_BIT(GIR_FIRST_SECTION),
		.relation = GIR_SAME_FORM,
		.expression = "本年表二格式 = 上年表二格式",
		.description_zh = "两年表二格式不同的（2019年格式与2021年格式），栏目不同的数据不能比较",
		.description_en = "where section 2 is in another form than the year before, its columns cannot be compared"
	},
};

const gir_rule_set gir_rules_years = {(int) (sizeof(rules) / sizeof(rules[0])), rules};
