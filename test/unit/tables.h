/*
 * tables.h
 *		Pieces of documents for tests: headings, heads of tables without any
 *		padding, and rows.
 */
#ifndef GIR_TABLES_H
#define GIR_TABLES_H

#define HEADINGS \
	"二、主动公开政府信息情况\n三、收到和处理政府信息公开申请情况\n" \
	"四、政府信息公开行政复议、行政诉讼情况\n"

/* Heads of the tables, without padding. */
#define HEAD_DOCUMENTS "第二十条第（一）项\n信息内容\t本年制发件数\t本年废止件数\t现行有效件数\n"
#define HEAD_DOCUMENTS_2019 "第二十条第（一）项\n信息内容\t本年新制作数量\t本年新公开数量\t对外公开总数量\n"
#define HEAD_LICENSING "第二十条第（五）项\n信息内容\t本年处理决定数量\n"
#define HEAD_LICENSING_2019 "第二十条第（五）项\n信息内容\t上一年项目数量\t本年增/减\t处理决定数量\n"
#define HEAD_FEES "第二十条第（八）项\n信息内容\t本年收费金额（单位：万元）\n"
#define HEAD_REQUESTS \
	"（本列数据的勾稽关系为：第一项加第二项之和，等于第三项加第四项之和）\t申请人情况\n" \
	"自然人\t法人或其他组织\t总计\n" \
	"商业企业\t科研机构\t社会公益组织\t法律服务机构\t其他\n"
#define HEAD_DISPUTES \
	"行政复议\t行政诉讼\n" \
	"结果维持\t结果纠正\t其他结果\t尚未审结\t总计\t未经复议直接起诉\t复议后起诉\n" \
	"结果维持\t结果纠正\t其他结果\t尚未审结\t总计\t结果维持\t结果纠正\t其他结果\t尚未审结\t总计\n"

/* The figures of one row of section 3, and where the wrong ones are. */
#define ROW_7(label, n) label "\t" #n "1\t" #n "2\t" #n "3\t" #n "4\t" #n "5\t" #n "6\t" #n "7\n"

#endif							/* GIR_TABLES_H */
