/*
 * rules_rollup.c
 *		The rules about an area's report and the sum of the reports below it.
 *
 * They are warnings: the sum must be of all reports, each of them once, with
 * the one on the area's own level among them.
 */
#include "core/identity.h"

#include <stddef.h>

static const gir_term cell[] = {
	{GIR_NO_ROW, GIR_NO_COLUMN, 0, 0},
};

static const gir_term cell_below[] = {
	{GIR_NO_ROW, GIR_NO_COLUMN, 0, GIR_TERM_OTHER},
};

/* The class of results that the two forms print in different rows. */
static const gir_term other_handling[] = {
	{GIR_ROW_OTHER_NOT_CORRECTED, GIR_NO_COLUMN, 1, 0},
	{GIR_ROW_OTHER_FEE_UNPAID, GIR_NO_COLUMN, 1, 0},
	{GIR_ROW_OTHER_MISC, GIR_NO_COLUMN, 1, 0},
	{GIR_ROW_OTHER_HANDLING, GIR_NO_COLUMN, 2, 0},
};

static const gir_term other_handling_below[] = {
	{GIR_ROW_OTHER_NOT_CORRECTED, GIR_NO_COLUMN, 1, GIR_TERM_OTHER},
	{GIR_ROW_OTHER_FEE_UNPAID, GIR_NO_COLUMN, 1, GIR_TERM_OTHER},
	{GIR_ROW_OTHER_MISC, GIR_NO_COLUMN, 1, GIR_TERM_OTHER},
	{GIR_ROW_OTHER_HANDLING, GIR_NO_COLUMN, 2, GIR_TERM_OTHER},
};

static const gir_rule rules[] = {
	{
		.id = "A1", .basis = GIR_DERIVED, .severity = GIR_WARNING, .scope = GIR_SCOPE_ROLLUP, .section = 0,
		.places = GIR_IN_CELLS,
		.rows = GIR_ROW_BITS(GIR_ROW_RECEIVED, GIR_ROW_LITIGATION_AFTER_RECONSIDERATION), .columns = GIR_ALL_COLUMNS,
		.left = GIR_SIDE(cell), .relation = GIR_EQUAL, .right = GIR_SIDE(cell_below),
		.description_zh = "全区域报告表三、表四的每一项，等于本级和全部下级报告同一项之和",
		.description_en = "each number of sections 3 and 4 of an area's report is the sum of those of its own level and of all below",
		.suspicion = "请核对下级报告是否齐全、有无重复"
	},
	{
		.id = "A3", .basis = GIR_DERIVED, .severity = GIR_WARNING, .scope = GIR_SCOPE_ROLLUP, .section = 2,
		.places = GIR_IN_CELLS,
		.rows = GIR_ROW_BITS(GIR_ROW_REGULATIONS, GIR_ROW_PROCUREMENT), .columns = GIR_ALL_COLUMNS,
		.left = GIR_SIDE(cell), .relation = GIR_EQUAL, .right = GIR_SIDE(cell_below),
		.description_zh = "全区域报告表二的每一项，等于本级和全部下级报告同一项之和",
		.description_en = "each number of section 2 of an area's report is the sum of those of its own level and of all below",
		.suspicion = "请核对下级报告是否齐全、有无重复"
	},
	{
		.id = "A4", .basis = GIR_DERIVED, .severity = GIR_WARNING, .scope = GIR_SCOPE_ROLLUP, .section = 0,
		.places = GIR_IN_REPORT, .relation = GIR_NOT_OWN_LEVEL,
		.expression = "上级报告标题不含“本级”“本机关”",
		.description_zh = "只含本级、本机关数据的报告不与下级报告之和比较",
		.description_en = "a report on the agency's own level alone is not compared with the sum of those below"
	},
	{
		.id = "A5", .basis = GIR_DERIVED, .severity = GIR_WARNING, .scope = GIR_SCOPE_ROLLUP, .section = 3,
		.places = GIR_IN_COLUMNS,
		.left = GIR_SIDE(other_handling), .relation = GIR_EQUAL, .right = GIR_SIDE(other_handling_below),
		.expression = "上级报告（六）其他处理合计 = 下级合计（六）其他处理合计",
		.description_zh = "全区域报告表三（六）其他处理合计，等于本级和全部下级报告该类合计之和（两种格式可以比较）",
		.description_en = "the other results of section 3 as a class, which both forms have, add up as the single cells do",
		.suspicion = "请核对下级报告是否齐全、有无重复"
	},
};

const gir_rule_set gir_rules_rollup = {(int) (sizeof(rules) / sizeof(rules[0])), rules};
