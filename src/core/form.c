/*
 * form.c
 *		What the forms have in common: the list of forms, the shared blocks, the
 *		headings, and the words of titles and of the period clause.
 */
#include "core/form.h"

#include <stddef.h>

#define COUNT(a) ((uint8_t) (sizeof(a) / sizeof((a)[0])))

const gir_form *const gir_forms[GIR_FORM_COUNT] = {
	[GIR_FORM_2019] = &gir_form_2019,
	[GIR_FORM_2021] = &gir_form_2021,
};

/* What stands over the columns of section 3. */
static const char applicants[] = "申请人情况";
static const char organisations[] = "法人或其他组织";

const gir_form_group gir_applicant_groups[GIR_APPLICANT_GROUPS] = {
	{applicants, 0, GIR_MAX_COLUMNS},
	{organisations, 1, GIR_GROUP_COLUMNS},
};

/* Columns of section 3, the same in both forms. */
const gir_form_column gir_applicant_columns[GIR_MAX_COLUMNS] = {
	{GIR_COL_NATURAL_PERSON, "自然人"},
	{GIR_COL_COMMERCIAL_ENTERPRISE, "商业企业"},
	{GIR_COL_RESEARCH_INSTITUTION, "科研机构"},
	{GIR_COL_PUBLIC_WELFARE, "社会公益组织"},
	{GIR_COL_LEGAL_SERVICE, "法律服务机构"},
	{GIR_COL_OTHER, "其他"},
	{GIR_COL_TOTAL, "总计"},
};

static const gir_form_column outcome_columns[] = {
	{GIR_COL_UPHELD, "结果维持"},
	{GIR_COL_CORRECTED, "结果纠正"},
	{GIR_COL_OTHER, "其他结果"},
	{GIR_COL_PENDING, "尚未审结"},
	{GIR_COL_TOTAL, "总计"},
};

static const gir_form_row dispute_rows[] = {
	{GIR_ROW_RECONSIDERATION, 0, NULL, "行政复议"},
	{GIR_ROW_LITIGATION_DIRECT, 1, "行政诉讼", "未经复议直接起诉"},
	{GIR_ROW_LITIGATION_AFTER_RECONSIDERATION, 1, "行政诉讼", "复议后起诉"},
};

/* Section 4, the same in both forms. */
const gir_form_block gir_block_disputes = {
	4, 0, true, COUNT(outcome_columns), COUNT(dispute_rows), 0,
	"行政复议", outcome_columns, dispute_rows, NULL
};

const gir_form_text gir_form_texts[] = {
	{GIR_TEXT_CORNER, 2, "信息内容"},
	{GIR_TEXT_GROUP, 3, applicants},
	{GIR_TEXT_GROUP, 3, organisations},
	{GIR_TEXT_GROUP, 3, "法人和其他组织"},
	{GIR_TEXT_GROUP, 3, "法人及其他组织"},
	{GIR_TEXT_GROUP, 3, "法人或者其他组织"},
	{GIR_TEXT_GROUP, 3, "三、本年度办理结果"},
	{GIR_TEXT_GROUP, 3, "（三）不予公开"},
	{GIR_TEXT_GROUP, 3, "（四）无法提供"},
	{GIR_TEXT_GROUP, 3, "（五）不予处理"},
	{GIR_TEXT_GROUP, 3, "（六）其他处理"},
	{GIR_TEXT_GROUP, 4, "行政诉讼"},
	{GIR_TEXT_HEADING, 1, "总体情况"},
	{GIR_TEXT_HEADING, 2, "主动公开政府信息情况"},
	{GIR_TEXT_HEADING, 2, "主动公开政府信息的情况"},
	{GIR_TEXT_HEADING, 2, "行政机关主动公开政府信息情况"},
	{GIR_TEXT_HEADING, 3, "收到和处理政府信息公开申请情况"},
	{GIR_TEXT_HEADING, 3, "收到和处理政府信息公开申请的情况"},
	{GIR_TEXT_HEADING, 3, "行政机关收到和处理政府信息公开申请情况"},
	{GIR_TEXT_HEADING, 4, "政府信息公开行政复议、行政诉讼情况"},
	{GIR_TEXT_HEADING, 4, "因政府信息公开工作被申请行政复议、提起行政诉讼情况"},
	{GIR_TEXT_HEADING, 5, "存在的主要问题及改进情况"},
	{GIR_TEXT_HEADING, 5, "存在的主要问题及改进措施"},
	{GIR_TEXT_HEADING, 5, "存在的主要问题和改进措施"},
	{GIR_TEXT_HEADING, 5, "存在问题和改进措施"},
	{GIR_TEXT_HEADING, 5, "政府信息公开工作存在的主要问题及改进情况"},
	{GIR_TEXT_HEADING, 6, "其他需要报告的事项"},
};

const int	gir_form_text_count = (int) (sizeof(gir_form_texts) / sizeof(gir_form_texts[0]));

const char *const gir_heading_numbers[] = {"一、", "二、", "三、", "四、", "五、", "六、"};

const char *const gir_table_names[GIR_SECTION_COUNT] = {"表二", "表三", "表四"};

const char *const gir_amount_unit_note = "（单位：万元）";

const char *const gir_title_subjects[] = {
	"政府信息公开", "政务信息公开", "政府政务公开", "信息公开", "政务公开", NULL
};

const char *const gir_title_fillers[] = {"工作", "情况", "的", "年度", NULL};

const char *const gir_title_kinds[] = {"年度工作报告", "年度报告", "工作报告", "年报", "报告", NULL};

const char *const gir_title_endings[] = {"工作年度报告", NULL};

const char *const gir_title_prefixes[] = {"关于", "的", "年度", NULL};

const char *const gir_title_breaks[] = {
	">", "》", "»", "›", "｜", "|", "：", ":", "《", "_", "-", "－", "—", "–", "→", "/",
	"●", "■", "◆", "★", "首页", NULL
};

const char *const gir_title_tails[] = {
	"(", "（", ")", "）", "》", "〉", ">", "_", "-", "－", "—", "–", "|", "｜", "[", "【",
	"\"", "”", "发布", "来源", "时间", "日期", "*", ".", NULL
};

const char *const gir_title_signs[] = {"报", "報", "告", "学年", "學年", NULL};

const char *const gir_link_words[] = {"上一", "下一", "相关", "相關", "链接", "鏈接", NULL};

const char *const gir_agency_endings[] = {
	"府", "局", "处", "厅", "委", "办", "会", "院", "部", "队", "中心", "所", "站", "室",
	"镇", "乡", "街道", "公司", "学校", "馆", "社", "行", "署", "海关", "区", "县", "市", "省",
	"州", "旗", "盟", "村", "机关", "分局", "总局", "集团", "科", "园", "场", "库", "组", "台",
	"大学", "）", ")", NULL
};

const char *const gir_agency_bodies[] = {
	"人民政府办公室", "人民政府办公厅", "人民政府", "政府办公室", "政府", "办公室", "办公厅",
	"街道办事处", "办事处", "管理委员会", "管委会", "委员会", "党工委", "工委", "机关", NULL
};

const char *const gir_agency_governments[] = {"人民政府", NULL};

const char *const gir_agency_pronouns[] = {"我", "本单位", "本机关", "本部门", "本局", "本级", NULL};

const char *const gir_place_words[] = {"省", "市", "区", "县", "旗", "州", "盟", "街道", "镇", "乡", NULL};

const char *const gir_no_place_words[] = {
	"城乡", "城镇", "城市", "社区", "园区", "辖区", "市场", "乡镇", "乡村", "区域", "市政", NULL
};

const char *const gir_nation_words[] = {"中华", "中国", "国家", "全国", "国务院", NULL};

const char *const gir_site_words[] = {
	"网站", "门户", "信息网", "政务网", "公开网", "政府网", "平台", "专栏", "专题", "欢迎", "公众", "客户端", NULL
};

const char *const gir_compiled_by[] = {"由", NULL};

const char *const gir_compiled_name_ends[] = {
	"根据", "按照", "依据", "依照", "负责", "组织", "負责", "負責", "牵头", "编制", "編制", "編製", "编写", "撰写", NULL
};

const char *const gir_compiled_words[] = {"编制", "編制", "編製", "编写", "撰写", NULL};

const char *const gir_report_words[] = {"报告", "報告", "年报", "年報", NULL};

const char *const gir_other_report_marks[] = {"学年", NULL};

const char *const gir_period_marks[] = {
	"统计期限", "统计时间", "统计截止", "統計期限", "統計時間", "統計截止", NULL
};

const char *const gir_sentence_marks[] = {"。", "，", "；", "！", "？", NULL};

const char *const gir_year_words[] = {"年度", "年", NULL};

const char *const gir_full_stops[] = {"。", "；", ";", "\n\n", NULL};

const char *const gir_month_words[] = {"月", NULL};

const char *const gir_other_year_words[] = {"次年", "翌年", "明年", "去年", "上年", "学年", "學年", NULL};

const char *const gir_date_words[] = {"年", "月", "日", NULL};
