/*
 * form_2019.c
 *		The form of notice 国办公开办函〔2019〕60号, for reports on 2019 and 2020,
 *		and still met in reports on later years.
 */
#include "core/form.h"

#include <stddef.h>

#define COUNT(a) ((uint8_t) (sizeof(a) / sizeof((a)[0])))

static const gir_form_column document_columns[] = {
	{GIR_COL_MADE, "本年新制作数量"},
	{GIR_COL_DISCLOSED, "本年新公开数量"},
	{GIR_COL_DISCLOSED_TOTAL, "对外公开总数量"},
};

static const gir_form_row document_rows[] = {
	{GIR_ROW_REGULATIONS, 0, NULL, "规章"},
	{GIR_ROW_NORMATIVE_DOCUMENTS, 0, NULL, "规范性文件"},
};

static const gir_form_block documents = {
	2, 1, false, COUNT(document_columns), COUNT(document_rows), 0,
	"第二十条第（一）项", document_columns, document_rows, NULL
};

static const gir_form_column decision_columns[] = {
	{GIR_COL_ITEMS_LAST_YEAR, "上一年项目数量"},
	{GIR_COL_ITEMS_CHANGE, "本年增/减"},
	{GIR_COL_DECISIONS, "处理决定数量"},
};

static const gir_form_row licensing_rows[] = {
	{GIR_ROW_LICENSING, 0, NULL, "行政许可"},
	{GIR_ROW_OTHER_SERVICES, 0, NULL, "其他对外管理服务事项"},
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
	{GIR_COL_ITEMS_LAST_YEAR, "上一年项目数量"},
	{GIR_COL_ITEMS_CHANGE, "本年增/减"},
};

static const gir_form_row fee_rows[] = {
	{GIR_ROW_FEES, 0, NULL, "行政事业性收费"},
};

static const gir_form_block fees = {
	2, 1, false, COUNT(fee_columns), COUNT(fee_rows), 0,
	"第二十条第（八）项", fee_columns, fee_rows, NULL
};

static const gir_form_column procurement_columns[] = {
	{GIR_COL_ITEMS, "采购项目数量"},
	{GIR_COL_AMOUNT, "采购总金额"},
};

static const gir_form_row procurement_rows[] = {
	{GIR_ROW_PROCUREMENT, 0, NULL, "政府集中采购"},
};

static const gir_form_block procurement = {
	2, 1, false, COUNT(procurement_columns), COUNT(procurement_rows), 0,
	"第二十条第（九）项", procurement_columns, procurement_rows, NULL
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
	{GIR_ROW_OTHER_HANDLING, 1, "三、本年度办理结果", "（六）其他处理"},
	{GIR_ROW_CONCLUDED, 1, "三、本年度办理结果", "（七）总计"},
	{GIR_ROW_CARRIED_OUT, 0, NULL, "四、结转下年度继续办理"},
};

static const gir_form_block requests = {
	3, 3, false, GIR_MAX_COLUMNS, COUNT(request_rows), GIR_APPLICANT_GROUPS,
	"本列数据的勾稽关系为：第一项加第二项之和，等于第三项加第四项之和",
	gir_applicant_columns, request_rows, gir_applicant_groups
};

static const gir_form_block *const blocks[] = {
	&documents, &licensing, &enforcement, &fees, &procurement,
	&requests, &gir_block_disputes,
};

const gir_form gir_form_2019 = {"2019", COUNT(blocks), blocks};
