/*
 * rules_report.c
 *		The rules about a report's own tables.
 *
 * The sums that the tables must satisfy are errors; the rest are warnings, and
 * what only repeats other rules is for information.
 */
#include "core/identity.h"

#include <stddef.h>

#define ROW(row) {row, GIR_NO_COLUMN, 0, 0}
#define COLUMN(column) {GIR_NO_ROW, column, 0, 0}

#define APPLICANT_ROWS GIR_ROW_BITS(GIR_ROW_RECEIVED, GIR_ROW_CARRIED_OUT)
#define DISPUTE_ROWS GIR_ROW_BITS(GIR_ROW_RECONSIDERATION, GIR_ROW_LITIGATION_AFTER_RECONSIDERATION)
#define PROACTIVE_ROWS GIR_ROW_BITS(GIR_ROW_REGULATIONS, GIR_ROW_PROCUREMENT)
#define DOCUMENT_ROWS GIR_ROW_BITS(GIR_ROW_REGULATIONS, GIR_ROW_NORMATIVE_DOCUMENTS)
#define DECISION_ROWS GIR_ROW_BITS(GIR_ROW_LICENSING, GIR_ROW_COERCION)

/* The cell of the place. */
static const gir_term cell[] = {
	{GIR_NO_ROW, GIR_NO_COLUMN, 0, GIR_TERM_NEEDED},
};

/* ---- section 2 ---- */

static const gir_term in_force[] = {
	{GIR_NO_ROW, GIR_COL_IN_FORCE, 0, GIR_TERM_NEEDED},
};

static const gir_term issued_less_repealed[] = {
	COLUMN(GIR_COL_ISSUED), {GIR_NO_ROW, GIR_COL_REPEALED, 0, GIR_TERM_MINUS},
};

static const gir_term disclosed_total[] = {
	{GIR_NO_ROW, GIR_COL_DISCLOSED_TOTAL, 0, GIR_TERM_NEEDED},
};

static const gir_term items[] = {
	{GIR_NO_ROW, GIR_COL_ITEMS_LAST_YEAR, 0, GIR_TERM_NEEDED},
	COLUMN(GIR_COL_ITEMS_CHANGE),
};

static const gir_term items_needed[] = {
	{GIR_NO_ROW, GIR_COL_ITEMS_LAST_YEAR, 0, GIR_TERM_NEEDED},
	{GIR_NO_ROW, GIR_COL_ITEMS_CHANGE, 0, GIR_TERM_NEEDED},
};

static const gir_term decisions[] = {
	{GIR_NO_ROW, GIR_COL_DECISIONS, 0, GIR_TERM_NEEDED},
};

/* ---- section 3 ---- */

/* The balance printed in the corner of the table. */
static const gir_term requests_in[] = {
	ROW(GIR_ROW_RECEIVED), ROW(GIR_ROW_CARRIED_IN),
};

static const gir_term requests_out[] = {
	ROW(GIR_ROW_CONCLUDED), ROW(GIR_ROW_CARRIED_OUT),
};

static const gir_term concluded[] = {
	ROW(GIR_ROW_CONCLUDED),
};

#define RESULT_ROWS \
	ROW(GIR_ROW_GRANTED), ROW(GIR_ROW_PARTIALLY_GRANTED), \
	ROW(GIR_ROW_DENIED_STATE_SECRET), ROW(GIR_ROW_DENIED_PROHIBITED_BY_LAW), \
	ROW(GIR_ROW_DENIED_SECURITY_STABILITY), ROW(GIR_ROW_DENIED_THIRD_PARTY), \
	ROW(GIR_ROW_DENIED_INTERNAL_AFFAIRS), ROW(GIR_ROW_DENIED_DELIBERATIVE), \
	ROW(GIR_ROW_DENIED_ENFORCEMENT_FILE), ROW(GIR_ROW_DENIED_ADMINISTRATIVE_QUERY), \
	ROW(GIR_ROW_UNAVAILABLE_NOT_HELD), ROW(GIR_ROW_UNAVAILABLE_NEEDS_CREATION), \
	ROW(GIR_ROW_UNAVAILABLE_UNCLEAR), \
	ROW(GIR_ROW_REJECTED_PETITION), ROW(GIR_ROW_REJECTED_REPEAT), \
	ROW(GIR_ROW_REJECTED_PUBLICATION), ROW(GIR_ROW_REJECTED_EXCESSIVE), \
	ROW(GIR_ROW_REJECTED_CONFIRMATION), \
	{GIR_ROW_OTHER_NOT_CORRECTED, GIR_NO_COLUMN, 1, 0}, \
	{GIR_ROW_OTHER_FEE_UNPAID, GIR_NO_COLUMN, 1, 0}, \
	{GIR_ROW_OTHER_MISC, GIR_NO_COLUMN, 1, 0}, \
	{GIR_ROW_OTHER_HANDLING, GIR_NO_COLUMN, 2, 0}

static const gir_term results[] = {RESULT_ROWS};

const gir_side gir_results = GIR_SIDE(results);

static const gir_term results_and_out[] = {
	RESULT_ROWS, ROW(GIR_ROW_CONCLUDED), ROW(GIR_ROW_CARRIED_OUT),
};

static const gir_term applicants[] = {
	COLUMN(GIR_COL_NATURAL_PERSON), COLUMN(GIR_COL_COMMERCIAL_ENTERPRISE),
	COLUMN(GIR_COL_RESEARCH_INSTITUTION), COLUMN(GIR_COL_PUBLIC_WELFARE),
	COLUMN(GIR_COL_LEGAL_SERVICE), COLUMN(GIR_COL_OTHER),
};

static const gir_term total[] = {
	COLUMN(GIR_COL_TOTAL),
};

/* ---- section 4 ---- */

static const gir_term outcomes[] = {
	COLUMN(GIR_COL_UPHELD), COLUMN(GIR_COL_CORRECTED),
	COLUMN(GIR_COL_OTHER), COLUMN(GIR_COL_PENDING),
};

static const gir_rule rules[] = {
	{
		.id = "T2.1", .basis = GIR_DERIVED, .severity = GIR_ERROR, .scope = GIR_SCOPE_REPORT, .section = 2,
		.places = GIR_IN_CELLS, .rows = PROACTIVE_ROWS,
		.columns = GIR_ALL_COLUMNS & ~GIR_COLUMN_BIT(GIR_COL_ITEMS_CHANGE),
		.left = GIR_SIDE(cell), .relation = GIR_AT_LEAST,
		.description_zh = "表二各项数量和金额不得为负数（2019年格式的“本年增/减”除外）",
		.description_en = "no count or amount of section 2 is negative, but for the change in items of the 2019 form"
	},
	{
		.id = "T2.2", .basis = GIR_DERIVED, .severity = GIR_WARNING, .scope = GIR_SCOPE_REPORT, .section = 2,
		.places = GIR_IN_ROWS, .rows = DOCUMENT_ROWS,
		.left = GIR_SIDE(in_force), .relation = GIR_AT_LEAST, .right = GIR_SIDE(issued_less_repealed),
		.description_zh = "现行有效件数一般不少于本年制发件数减本年废止件数",
		.description_en = "at least as many documents are in force as were issued less those repealed in the year",
		.suspicion = "当年制发当年废止的文件可能造成差异"
	},
	{
		.id = "T2.3", .basis = GIR_HEURISTIC, .severity = GIR_WARNING, .scope = GIR_SCOPE_REPORT, .section = 2,
		.places = GIR_IN_CELLS, .rows = DOCUMENT_ROWS,
		.columns = GIR_COLUMN_BIT(GIR_COL_MADE) | GIR_COLUMN_BIT(GIR_COL_DISCLOSED),
		.left = GIR_SIDE(cell), .relation = GIR_AT_MOST, .right = GIR_SIDE(disclosed_total),
		.description_zh = "2019年格式：本年新制作数量、本年新公开数量一般不多于对外公开总数量",
		.description_en = "2019 form: no more documents are new, made or disclosed, than are disclosed in all"
	},
	{
		.id = "T2.4", .basis = GIR_DERIVED, .severity = GIR_ERROR, .scope = GIR_SCOPE_REPORT, .section = 2,
		.places = GIR_IN_ROWS, .rows = DECISION_ROWS | GIR_ROW_BIT(GIR_ROW_FEES),
		.left = GIR_SIDE(items), .relation = GIR_AT_LEAST,
		.description_zh = "2019年格式：上一年项目数量加本年增/减不得为负数",
		.description_en = "2019 form: last year's items and their change do not leave a negative number"
	},
	{
		.id = "T2.5", .basis = GIR_HEURISTIC, .severity = GIR_WARNING, .scope = GIR_SCOPE_REPORT, .section = 2,
		.places = GIR_IN_ROWS, .rows = DECISION_ROWS,
		.left = GIR_SIDE(decisions), .relation = GIR_DIFFERENT, .right = GIR_SIDE(items_needed),
		.description_zh = "2019年格式：处理决定数量按件数统计，不是上一年项目数量与本年增/减之和",
		.description_en = "2019 form: decisions are cases, not the sum of last year's items and their change",
		.suspicion = "处理决定数量可能误填为项目数量"
	},
	{
		.id = "T2.6", .basis = GIR_HEURISTIC, .severity = GIR_WARNING, .scope = GIR_SCOPE_REPORT, .section = 2,
		.places = GIR_IN_CELLS, .rows = GIR_ROW_BIT(GIR_ROW_REGULATIONS), .columns = GIR_ALL_COLUMNS,
		.left = GIR_SIDE(cell), .relation = GIR_EQUAL,
		.bodies = GIR_BODY_TOWNSHIP | GIR_BODY_COUNTY | GIR_BODY_DEPARTMENT,
		.description_zh = "无规章制定权的机关（乡镇街道、县区、地方部门），规章件数应为0",
		.description_en = "bodies without the power to make regulations (towns, counties, local departments) have none",
		.suspicion = "从机关名称看，该机关没有规章制定权，可能把规范性文件填作规章"
	},
	{
		.id = "T2.8", .basis = GIR_HEURISTIC, .severity = GIR_WARNING, .scope = GIR_SCOPE_REPORT, .section = 2,
		.places = GIR_IN_CELLS, .rows = GIR_ROW_BIT(GIR_ROW_FEES), .columns = GIR_COLUMN_BIT(GIR_COL_AMOUNT),
		.left = GIR_SIDE(cell), .relation = GIR_BELOW, .constant = 100000,
		.bodies = GIR_BODY_TOWNSHIP | GIR_BODY_DEPARTMENT,
		.description_zh = "乡镇街道和部门的行政事业性收费一般低于100000万元",
		.description_en = "fees of a town or department stay below 100000 ten thousand yuan",
		.suspicion = "可能以元为单位填写"
	},
	{
		.id = "T3.1", .basis = GIR_OFFICIAL, .severity = GIR_ERROR, .scope = GIR_SCOPE_REPORT, .section = 3,
		.places = GIR_IN_COLUMNS,
		.left = GIR_SIDE(requests_in), .relation = GIR_EQUAL, .right = GIR_SIDE(requests_out),
		.description_zh = "表三每一列：第一项（新收）加第二项（上年结转）之和，等于第三项（总计）加第四项（结转下年度）之和",
		.description_en = "in each column of section 3, requests received and carried in are those concluded and carried out"
	},
	{
		.id = "T3.2", .basis = GIR_DERIVED, .severity = GIR_ERROR, .scope = GIR_SCOPE_REPORT, .section = 3,
		.places = GIR_IN_COLUMNS,
		.left = GIR_SIDE(results), .relation = GIR_EQUAL, .right = GIR_SIDE(concluded),
		.description_zh = "表三每一列：各项办理结果之和等于（七）总计",
		.description_en = "in each column of section 3, the results add up to the requests concluded"
	},
	{
		.id = "T3.3", .basis = GIR_DERIVED, .severity = GIR_ERROR, .scope = GIR_SCOPE_REPORT, .section = 3,
		.places = GIR_IN_ROWS, .rows = APPLICANT_ROWS,
		.left = GIR_SIDE(applicants), .relation = GIR_EQUAL, .right = GIR_SIDE(total),
		.description_zh = "表三每一行：自然人与各类法人或其他组织之和等于总计",
		.description_en = "in each row of section 3, the kinds of applicant add up to the total"
	},
	{
		.id = "T3.4", .basis = GIR_DERIVED, .severity = GIR_ERROR, .scope = GIR_SCOPE_REPORT, .section = 3,
		.places = GIR_IN_CELLS, .rows = APPLICANT_ROWS, .columns = GIR_ALL_COLUMNS,
		.left = GIR_SIDE(cell), .relation = GIR_AT_LEAST,
		.description_zh = "表三各项数量不得为负数",
		.description_en = "no number of section 3 is negative"
	},
	{
		.id = "T3.5", .basis = GIR_DERIVED, .severity = GIR_INFO, .scope = GIR_SCOPE_REPORT, .section = 3,
		.places = GIR_IN_COLUMNS,
		.left = GIR_SIDE(results_and_out), .relation = GIR_EQUAL, .unless = GIR_SIDE(requests_in),
		.expression = "新收 + 上年结转 = 0 → 各项办理结果 + 总计 + 结转下年度 = 0",
		.description_zh = "表三某一列新收与上年结转均为0时，该列其余各项均应为0（由T3.1至T3.4推出）",
		.description_en = "in a column of section 3 without requests all results are 0; follows from T3.1 to T3.4"
	},
	{
		.id = "T3.6", .basis = GIR_DERIVED, .severity = GIR_INFO, .scope = GIR_SCOPE_REPORT, .section = 3,
		.places = GIR_IN_CELLS, .rows = GIR_ROW_BITS(GIR_ROW_CONCLUDED, GIR_ROW_CARRIED_OUT), .columns = GIR_ALL_COLUMNS,
		.left = GIR_SIDE(cell), .relation = GIR_AT_MOST, .right = GIR_SIDE(requests_in),
		.description_zh = "表三每一列：（七）总计、结转下年度均不多于新收与上年结转之和（由T3.1至T3.4推出）",
		.description_en = "neither the requests concluded nor those carried out exceed those there were; follows from T3.1 to T3.4"
	},
	{
		.id = "T4.1", .basis = GIR_DERIVED, .severity = GIR_ERROR, .scope = GIR_SCOPE_REPORT, .section = 4,
		.places = GIR_IN_ROWS, .rows = GIR_ROW_BIT(GIR_ROW_RECONSIDERATION),
		.left = GIR_SIDE(outcomes), .relation = GIR_EQUAL, .right = GIR_SIDE(total),
		.description_zh = "行政复议：结果维持、结果纠正、其他结果、尚未审结之和等于总计",
		.description_en = "the outcomes of reconsiderations add up to their total"
	},
	{
		.id = "T4.2", .basis = GIR_DERIVED, .severity = GIR_ERROR, .scope = GIR_SCOPE_REPORT, .section = 4,
		.places = GIR_IN_ROWS, .rows = GIR_ROW_BIT(GIR_ROW_LITIGATION_DIRECT),
		.left = GIR_SIDE(outcomes), .relation = GIR_EQUAL, .right = GIR_SIDE(total),
		.description_zh = "未经复议直接起诉：结果维持、结果纠正、其他结果、尚未审结之和等于总计",
		.description_en = "the outcomes of lawsuits without reconsideration add up to their total"
	},
	{
		.id = "T4.3", .basis = GIR_DERIVED, .severity = GIR_ERROR, .scope = GIR_SCOPE_REPORT, .section = 4,
		.places = GIR_IN_ROWS, .rows = GIR_ROW_BIT(GIR_ROW_LITIGATION_AFTER_RECONSIDERATION),
		.left = GIR_SIDE(outcomes), .relation = GIR_EQUAL, .right = GIR_SIDE(total),
		.description_zh = "复议后起诉：结果维持、结果纠正、其他结果、尚未审结之和等于总计",
		.description_en = "the outcomes of lawsuits after reconsideration add up to their total"
	},
	{
		.id = "T4.4", .basis = GIR_DERIVED, .severity = GIR_ERROR, .scope = GIR_SCOPE_REPORT, .section = 4,
		.places = GIR_IN_CELLS, .rows = DISPUTE_ROWS, .columns = GIR_ALL_COLUMNS,
		.left = GIR_SIDE(cell), .relation = GIR_AT_LEAST,
		.description_zh = "表四各项数量不得为负数",
		.description_en = "no number of section 4 is negative"
	},
};

const gir_rule_set gir_rules_report = {(int) (sizeof(rules) / sizeof(rules[0])), rules};
