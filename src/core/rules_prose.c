/*
 * rules_prose.c
 *		The rules about what a report's prose says and what its tables say.
 *
 * They are warnings: a sentence can be about something else than it seems.  Two
 * kinds of finding are errors all the same, as the words leave no doubt: P1 of
 * requests that are called new, and P4 of a year without any.
 */
#include "core/identity.h"

static const gir_rule rules[] = {
	{
		.id = "P1", .basis = GIR_DERIVED, .severity = GIR_WARNING, .scope = GIR_SCOPE_PROSE, .section = 3,
		.places = GIR_ELSEWHERE,
		.expression = "正文收到（受理）件数 = 新收总计，或 = 新收总计 + 上年结转总计",
		.description_zh = "正文所述收到或受理的申请件数，应等于表三新收总计，或等于新收与上年结转之和",
		.description_en = "the requests that the prose says were received are those of section 3, with or without those carried in"
	},
	{
		.id = "P2", .basis = GIR_DERIVED, .severity = GIR_WARNING, .scope = GIR_SCOPE_PROSE, .section = 3,
		.places = GIR_ELSEWHERE,
		.expression = "正文上年结转、办结（答复）、结转下年度件数 = 表三对应行总计",
		.description_zh = "正文所述上年结转、办结或答复、结转下年度的件数，应等于表三对应行的总计",
		.description_en = "the requests that the prose says were carried in, concluded and carried out are those of section 3"
	},
	{
		.id = "P3", .basis = GIR_DERIVED, .severity = GIR_WARNING, .scope = GIR_SCOPE_PROSE, .section = 3,
		.places = GIR_ELSEWHERE,
		.expression = "正文各类办理结果件数 = 表三对应类别总计之和",
		.description_zh = "正文所述予以公开、部分公开、不予公开、无法提供、不予处理、其他处理的件数，应等于表三该类各行总计之和",
		.description_en = "the results that the prose states by class are the sums of these classes in section 3"
	},
	{
		.id = "P4", .basis = GIR_DERIVED, .severity = GIR_WARNING, .scope = GIR_SCOPE_PROSE, .section = 3,
		.places = GIR_ELSEWHERE,
		.expression = "正文“未收到申请” → 新收总计 = 0；正文“均已按时办结” → 结转下年度总计 = 0",
		.description_zh = "正文称未收到申请的，表三新收总计应为0；称全部办结的，结转下年度总计应为0",
		.description_en = "where the prose says that no request was received, or that all were concluded, section 3 says so too"
	},
	{
		.id = "P5", .basis = GIR_DERIVED, .severity = GIR_WARNING, .scope = GIR_SCOPE_PROSE, .section = 4,
		.places = GIR_ELSEWHERE,
		.expression = "正文行政复议件数 = 行政复议总计；正文行政诉讼件数 = 未经复议直接起诉总计 + 复议后起诉总计",
		.description_zh = "正文所述行政复议、行政诉讼件数，应等于表四行政复议总计、两类行政诉讼总计之和",
		.description_en = "the reconsiderations and lawsuits that the prose states are the totals of section 4"
	},
	{
		.id = "P6", .basis = GIR_DERIVED, .severity = GIR_WARNING, .scope = GIR_SCOPE_PROSE, .section = 2,
		.places = GIR_ELSEWHERE,
		.expression = "正文行政规范性文件制发、废止、现行有效件数 = 表二“行政规范性文件”行",
		.description_zh = "正文所述行政规范性文件制发、废止、现行有效件数，应等于表二“行政规范性文件”行",
		.description_en = "the normative documents that the prose says were issued, repealed and in force are those of section 2"
	},
	{
		.id = "P7", .basis = GIR_HEURISTIC, .severity = GIR_WARNING, .scope = GIR_SCOPE_PROSE, .section = 0,
		.places = GIR_ELSEWHERE,
		.expression = "正文所述年度 = 报告年度",
		.description_zh = "正文所述年度应为报告年度",
		.description_en = "the year that the prose is about is the year of the report"
	},
};

const gir_rule_set gir_rules_prose = {(int) (sizeof(rules) / sizeof(rules[0])), rules};
