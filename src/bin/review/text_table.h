/*
 * text_table.h
 *		The texts of the pages; see texts.h.
 */
#ifndef REVIEW_TEXT_TABLE_H
#define REVIEW_TEXT_TABLE_H

#define REVIEW_TEXTS(X) \
	/* all pages */ \
	X(SKIP, "跳到正文") \
	X(FOOTER, "本页由 gireport-review 生成。数字均取自报告原文：读不准的单元格留空，不作推测，不以 0 代替。") \
	X(AGENCY_UNKNOWN, "（机关不明）") \
	X(YEAR_UNKNOWN, "年度不明") \
	X(ERROR, "错误") \
	X(WARNING, "警告") \
	X(INFO, "提示") \
	X(STATUS_ERROR, "有错误") \
	X(STATUS_WARNING, "有警告") \
	X(STATUS_CLEAN, "未见问题") \
	X(STATUS_NO_REPORT, "无报告") \
	X(TABLE_2, "表二") \
	X(TABLE_3, "表三") \
	X(TABLE_4, "表四") \
	/* overview */ \
	X(KICKER, "政府信息公开工作年度报告") \
	X(OVERVIEW, "年度报告核对总览") \
	X(ORIGIN, "数据库 %b，表 %b，%s 生成") \
	X(EMPTY, "表中还没有文件。") \
	X(FILES, "文件") \
	X(REPORTS, "年度报告") \
	X(CONTENTS, "本页内容") \
	X(DOWNLOAD, "下载全部问题（CSV）") \
	X(AGENCIES, "各机关报告") \
	X(AGENCIES_NOTE, "按严重程度、机关名称排列；点击名称查看问题、表格和原文位置。“未见问题”指没有错误和警告；“未核对”是因空白或缺数而无法核对的规则项数，不等于正确。") \
	X(STATUS, "结果") \
	X(NOT_ASSESSABLE, "未核对") \
	X(AGENCY, "机关") \
	X(YEAR_HEAD, "年度") \
	X(SOURCE, "来源文件") \
	X(NO_REPORTS, "没有读出年度报告的文件") \
	X(REASON, "原因") \
	X(REASON_UNKNOWN, "未注明原因") \
	/* charts */ \
	X(CHART_STATUS, "核对结果（文件数）") \
	X(CHART_RESULTS, "申请办理结果（件）") \
	X(CHART_IN_REPORTS, "（%d/%d 份）") \
	X(CHART_COVERAGE, "据全部数字齐全的 %d 份报告（共 %d 份）") \
	X(CHART_YEARS, "本年新收申请（件）") \
	X(CHART_ITEM, "%p %n") \
	X(CHART_SEPARATOR, "，") \
	/* who has not reported, who has twice */ \
	X(MISSING, "缺报核对") \
	X(MISSING_NOTE, "与名单所列 %d 个机关核对，名称中的空格和全角半角不作区分。") \
	X(LIST_REPEATED, "名单中重复的 %d 行只计一次。") \
	X(NAMELESS, "另有 %d 份报告未写明机关或年度，请人工核对。") \
	X(MISSING_YEAR, "%d 年度：应报 %d，已报 %d，缺 %d") \
	X(MISSING_FEW, "（已报不足一成，名单从略）") \
	X(MISSING_ANY, "应报 %d，已报 %d，缺 %d") \
	X(NONE_MISSING, "名单所列机关均已报送。") \
	X(UNLISTED, "不在名单中的报告：%d 份") \
	X(TWINS, "同年多份报告") \
	X(TWINS_NOTE, "同一机关同一年度有多份报告时：数字互不矛盾的只计一份，其中有的缺数时计数字最多的那份；有单元格数字不同的，在确认以哪份为准之前均不计入合计。") \
	X(TWIN_FIRST, "（对照）") \
	X(TWIN_SAME, "相同") \
	X(TWIN_IN_PART, "所有的数字相同") \
	X(TWIN_FEWER, "，缺 %d 个数") \
	X(TWIN_MORE, "，多 %d 个数") \
	X(TWIN_DIFFERENT, "%d 个单元格不同") \
	X(COUNTED, "计入合计") \
	X(YES, "是") \
	X(NO, "否") \
	/* totals */ \
	X(TOTALS, "合计") \
	X(TOTALS_NOTE, "以下为 %d 份报告逐格相加之和，含有错误或警告的报告按其所印数字计入；数字前注有份数的，只是这些报告之和，其余报告该项有空白或缺行，不计。报告如已汇总下级数据，同一件申请可能在上下级各计一次。") \
	X(TOTALS_LEFT_OUT, "另有 %d 份因同年多份而未计入。") \
	X(TOTALS_ODD, "因含有绝对值超过 10000 亿的数字，以下 %d 份不计入合计、比率、同比和图表，请核对原文：") \
	X(TOTALS_ODD_CELL, "%s“%s”行“%s”列：%n") \
	X(FIGURE, "项目") \
	X(REPORTS_COUNTED, "计入的报告（份）") \
	X(IN_REPORTS, "%d/%d 份") \
	X(TABLE_2_LONG, "二、主动公开政府信息情况") \
	X(TABLE_3_LONG, "三、收到和处理政府信息公开申请情况（总计列）") \
	X(TABLE_4_LONG, "四、政府信息公开行政复议、行政诉讼情况") \
	X(FIGURE_NORMATIVE_ISSUED, "规范性文件本年制发（件）") \
	X(FIGURE_NORMATIVE_REPEALED, "规范性文件本年废止（件）") \
	X(FIGURE_NORMATIVE_IN_FORCE, "规范性文件现行有效（件）") \
	X(FIGURE_NORMATIVE_MADE, "规范性文件本年新制作（2019年格式）") \
	X(FIGURE_NORMATIVE_DISCLOSED, "规范性文件本年新公开（2019年格式）") \
	X(FIGURE_NORMATIVE_DISCLOSED_TOTAL, "规范性文件对外公开总数（2019年格式）") \
	X(FIGURE_LICENSING, "行政许可处理决定（件）") \
	X(FIGURE_PENALTY, "行政处罚处理决定（件）") \
	X(FIGURE_COERCION, "行政强制处理决定（件）") \
	X(FIGURE_FEES, "行政事业性收费（万元）") \
	X(FIGURE_RECEIVED, "本年新收") \
	X(FIGURE_CARRIED_IN, "上年结转") \
	X(FIGURE_GRANTED, "予以公开") \
	X(FIGURE_PARTIALLY_GRANTED, "部分公开") \
	X(FIGURE_DENIED, "不予公开") \
	X(FIGURE_UNAVAILABLE, "无法提供") \
	X(FIGURE_REJECTED, "不予处理") \
	X(FIGURE_OTHER, "其他处理") \
	X(FIGURE_CONCLUDED, "办理结果总计") \
	X(FIGURE_CARRIED_OUT, "结转下年度") \
	X(FIGURE_RECONSIDERATION, "行政复议总计") \
	X(FIGURE_RECONSIDERATION_CORRECTED, "行政复议结果纠正") \
	X(FIGURE_LITIGATION_DIRECT, "未经复议直接起诉总计") \
	X(FIGURE_LITIGATION_DIRECT_CORRECTED, "未经复议直接起诉结果纠正") \
	X(FIGURE_LITIGATION_AFTER, "复议后起诉总计") \
	X(FIGURE_LITIGATION_AFTER_CORRECTED, "复议后起诉结果纠正") \
	X(GROWTH, "同比") \
	X(GROWTH_NOTE, "（本年 − 上年）/ 上年。只比较两年各有一份计入合计且都有该项数字的机关，括号内为机关数和两年合计；上年合计不大于 0 的不计算，以“—”表示。") \
	X(GROWTH_YEARS, "%d 比 %d") \
	X(GROWTH_OF, "（%d 个机关，%n → %n）") \
	X(RATES, "比率") \
	X(RATES_NOTE, "是总和之比，不是各机关比率的平均；分子和分母取自同一批报告，即自身能算出该比率的报告，不是全部时在数字前注明份数。分母为 0 或缺数的报告不计入，都不能计算的以“—”表示。") \
	X(METRIC, "指标") \
	X(VALUE, "数值") \
	X(FORMULA, "计算方法") \
	/* a report's page */ \
	X(NAVIGATION, "报告导航") \
	X(NAVIGATION_END, "报告导航（页尾）") \
	X(BACK, "返回总览") \
	X(PREVIOUS, "上一份") \
	X(NEXT, "下一份") \
	X(YEAR, "%d 年度") \
	X(RESULT, "错误 %d，警告 %d，提示 %d。") \
	X(COMPLETE, "表格各项数字齐全。") \
	X(INCOMPLETE, "表格有空缺或未能读出的单元格。") \
	X(TITLE, "报告标题") \
	X(LOADED_AT, "载入时间") \
	X(SHA256, "SHA-256") \
	X(FINDINGS, "发现的问题") \
	X(CHECKS, "表格规则共核对：相符 %s 项，不符 %s 项，缺数无法核对 %s 项。") \
	X(NO_FINDINGS, "表格勾稽关系和正文数字均未发现不符。") \
	X(NO_FINDINGS_IN_PART, "能够核对的项目未发现不符；其余因空白或缺数未能核对，不等于正确。") \
	X(NOTHING_ASSESSED, "表格缺少数字，没有能够核对的项目。") \
	X(KIND_TABLE, "表格勾稽") \
	X(KIND_PROSE, "正文与表格") \
	X(KIND_SUGGESTION, "修改建议") \
	X(KIND_READING, "读取情况") \
	X(KIND_FILE, "文件") \
	X(FINDING_NUMBER, "问题 %d") \
	X(READING_NUMBER, "读取 %d") \
	X(LINE_LINK, "原文第 %d 行") \
	X(LINE, "第 %d 行") \
	X(CELL_LINK, "查看单元格") \
	X(SUGGESTIONS, "修改建议") \
	X(SUGGESTIONS_NOTE, "使全部勾稽关系成立所需改动最少的单元格，仅供核对，以原始材料为准。") \
	X(SUGGESTION, "第 %d 处") \
	X(SUGGESTION_OF, "第 %d 处，改法 %d（共 %d 种）") \
	X(SUGGESTED, "建议") \
	X(TABLES, "表格") \
	X(READINGS, "读取情况") \
	X(READINGS_NOTE, "原文中未能成为数字的内容和存疑之处；相应单元格留空，不作推测。") \
	X(READINGS_CUT, "共 %d 条，此处列出前 %d 条，其余见 findings.csv。") \
	X(READINGS_INFO, "仅供了解的 %d 条") \
	X(SUCH, "共") \
	X(PLACES, "处，此为第一处") \
	X(NUMBER, "序号") \
	X(SEVERITY, "级别") \
	X(MESSAGE, "说明") \
	X(RAW, "原文") \
	X(PLACE, "位置") \
	X(METRICS, "指标") \
	X(METRICS_NOTE, "由本报告表格计算；分母为 0 或缺数时不计算，以“—”表示。") \
	X(SOURCE_TEXT, "原文") \
	X(NO_SOURCE_TEXT, "表中没有保存原文。") \
	X(SOURCE_TEXT_WHOLE, "共 %d 行。涉及问题的行和单元格已标出，行尾可返回相应问题。") \
	X(SOURCE_TEXT_PARTS, "共 %d 行，篇幅较长，只列出涉及问题的行及其前后各行；行号为原文行号。") \
	X(SOURCE_TEXT_PAPER, "（打印件只列出涉及错误和警告的行。）") \
	X(CHARACTERS_LEFT_OUT, "…（略去 %d 字）…") \
	/* findings.csv */ \
	X(KIND, "类别") \
	X(RULE, "规则") \
	X(SECTION, "表") \
	X(ROW, "行") \
	X(COLUMN, "列") \
	X(LEFT, "左边") \
	X(RIGHT, "右边") \
	X(DIFFERENCE, "差") \
	X(LINE_HEAD, "原文行号") \
	X(PAGE, "页面")

/* The codes of gireport_diagnostics. */
#define REVIEW_READINGS(X) \
	X("not_a_report", "文中没有年度报告的表格和标题") \
	X("other_kind", "属于其他种类的报告，如高校按学年编制的报告") \
	X("text_too_long", "文本过长") \
	X("table_missing", "文中没有这张表") \
	X("row_missing", "文中没有这一行") \
	X("row_unreadable", "该行数字不能确切对应各列，未读取") \
	X("row_unknown", "该行名称不是格式所列的行") \
	X("row_repeated", "表格第二次出现，只读取第一次") \
	X("column_unknown", "有一列不是格式所列的列") \
	X("column_order", "各列的次序与格式不同，该表未读取") \
	X("cell_text", "单元格内容不是可用的数字") \
	X("cell_not_applicable", "单元格标为不适用") \
	X("cell_blank", "单元格空白") \
	X("unit_missing", "金额没有单位，单元格和表头均未写明") \
	X("number_cut", "文本在该数字处结束，数字可能不全") \
	X("title_missing", "表格之前没有标题") \
	X("agency_missing", "标题、落款和编制说明均未写明机关") \
	X("agency_doubtful", "机关名称存疑：没有唯一的标题写明机关") \
	X("year_missing", "文中没有写明年度") \
	X("year_doubtful", "年度存疑：标题与统计期限等处写明的年度不一致") \
	X("form_mixed", "同一份报告使用了两种格式的表格") \
	X("values_split", "连写的数字按唯一符合勾稽关系的方式分开")

#endif							/* REVIEW_TEXT_TABLE_H */
