/*
 * form_2021.c
 *		The form of notice 国办公开办函〔2021〕30号, for reports on 2021 and later.
 */
#include "core/form.h"

#include <stddef.h>

#define COUNT(a) ((uint8_t) (sizeof(a) / sizeof((a)[0])))

static const gir_form_column document_columns[] = {
	{GIR_COL_ISSUED, "本年制发件数"},
	{GIR_COL_REPEALED, "本年废止件数"},
	{GIR_COL_IN_FORCE, "现行有效件数"},
};

static const gir_form_row document_rows[] = {
	{GIR_ROW_REGULATIONS, 0, NULL, "规章"},
	{GIR_ROW_NORMATIVE_DOCUMENTS, 0, NULL, "行政规范性文件"},
};

static const gir_form_block documents = {
	2, 1, false, COUNT(document_columns), COUNT(document_rows), 0,
	"第二十条第（一）项", document_columns, document_rows, NULL
};

static const gir_form_column decision_columns[] = {
	{GIR_COL_DECISIONS, "本年处理决定数量"},
};

static const gir_form_row licensing_rows[] = {
	{GIR_ROW_LICENSING, 0, NULL, "行政许可"},
};

static const gir_form_block licensing = {
	2, 1, false, COUNT(decision_columns), COUNT(licensing_rows), 0,
	"第二十条第（五）项", decision_columns, licensing_rows, NULL
};

static const gir_form_row enforcement_rows[] = {
	{GIR_ROW_PENALTY, 0, NULL, "行政处罚"},
	{GIR_ROW_COERCION, 0, NULL, "行政强制"},
};

static const gir_form_block enforcement = {
	2, 1, false, COUNT(decision_columns), COUNT(enforcement_rows), 0,
	"第二十条第（六）项", decision_columns, enforcement_rows, NULL
};

static const gir_form_column fee_columns[] = {
	{GIR_COL_AMOUNT, "本年收费金额（单位：万元）"},
};

static const gir_form_row fee_rows[] = {
	{GIR_ROW_FEES, 0, NULL, "行政事业性收费"},
};

static const gir_form_block fees = {
	2, 1, false, COUNT(fee_columns), COUNT(fee_rows), 0,
	"第二十条第（八）项", fee_columns, fee_rows, NULL
};

static const gir_form_row request_rows[] = {
	{GIR_ROW_RECEIVED, 0, NULL, "一、本年新收政府信息公开申请数量"},
	{GIR_ROW_CARRIED_IN, 0, NULL, "二、上年结转政府信息公开申请数量"},
	{GIR_ROW_GRANTED, 1, "三、本年度办理结果", "（一）予以公开"},
	{GIR_ROW_PARTIALLY_GRANTED, 1, "三、本年度办理结果", "（二）部分公开（区分处理的，只计这一情形，不计其他情形）"},
	{GIR_ROW_DENIED_STATE_SECRET, 2, "（三）不予公开", "1.属于国家秘密"},
	{GIR_ROW_DENIED_PROHIBITED_BY_LAW, 2, "（三）不予公开", "2.其他法律行政法规禁止公开"},
	{GIR_ROW_DENIED_SECURITY_STABILITY, 2, "（三）不予公开", "3.危及“三安全一稳定”"},
	{GIR_ROW_DENIED_THIRD_PARTY, 2, "（三）不予公开", "4.保护第三方合法权益"},
	{GIR_ROW_DENIED_INTERNAL_AFFAIRS, 2, "（三）不予公开", "5.属于三类内部事务信息"},
	{GIR_ROW_DENIED_DELIBERATIVE, 2, "（三）不予公开", "6.属于四类过程性信息"},
	{GIR_ROW_DENIED_ENFORCEMENT_FILE, 2, "（三）不予公开", "7.属于行政执法案卷"},
	{GIR_ROW_DENIED_ADMINISTRATIVE_QUERY, 2, "（三）不予公开", "8.属于行政查询事项"},
	{GIR_ROW_UNAVAILABLE_NOT_HELD, 2, "（四）无法提供", "1.本机关不掌握相关政府信息"},
	{GIR_ROW_UNAVAILABLE_NEEDS_CREATION, 2, "（四）无法提供", "2.没有现成信息需要另行制作"},
	{GIR_ROW_UNAVAILABLE_UNCLEAR, 2, "（四）无法提供", "3.补正后申请内容仍不明确"},
	{GIR_ROW_REJECTED_PETITION, 2, "（五）不予处理", "1.信访举报投诉类申请"},
	{GIR_ROW_REJECTED_REPEAT, 2, "（五）不予处理", "2.重复申请"},
	{GIR_ROW_REJECTED_PUBLICATION, 2, "（五）不予处理", "3.要求提供公开出版物"},
	{GIR_ROW_REJECTED_EXCESSIVE, 2, "（五）不予处理", "4.无正当理由大量反复申请"},
	{GIR_ROW_REJECTED_CONFIRMATION, 2, "（五）不予处理", "5.要求行政机关确认或重新出具已获取信息"},
	{GIR_ROW_OTHER_NOT_CORRECTED, 2, "（六）其他处理", "1.申请人无正当理由逾期不补正、行政机关不再处理其政府信息公开申请"},
	{GIR_ROW_OTHER_FEE_UNPAID, 2, "（六）其他处理", "2.申请人逾期未按收费通知要求缴纳费用、行政机关不再处理其政府信息公开申请"},
	{GIR_ROW_OTHER_MISC, 2, "（六）其他处理", "3.其他"},
	{GIR_ROW_CONCLUDED, 1, "三、本年度办理结果", "（七）总计"},
	{GIR_ROW_CARRIED_OUT, 0, NULL, "四、结转下年度继续办理"},
};

static const gir_form_block requests = {
	3, 3, false, GIR_MAX_COLUMNS, COUNT(request_rows), GIR_APPLICANT_GROUPS,
	"本列数据的勾稽关系为：第一项加第二项之和，等于第三项加第四项之和",
	gir_applicant_columns, request_rows, gir_applicant_groups
};

static const gir_form_block *const blocks[] = {
	&documents, &licensing, &enforcement, &fees, &requests, &gir_block_disputes,
};

const gir_form gir_form_2021 = {"2021", COUNT(blocks), blocks};
