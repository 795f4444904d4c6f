/*
 * message.c
 *		Diagnostics and findings in words.
 *
 * A finding is told in Chinese to the person who has to mend the report: the
 * table, row and column as they are printed, and both sides with their numbers.
 */
#include "core/words.h"

#include <stdio.h>

#include "core/wide.h"

/* A longer sum leaves out the terms that are 0. */
#define MAX_LISTED_TERMS 7

/* A diagnostic in words. */
void
gir_diagnostic_message(const gir_diagnostic *diagnostic, const gir_writer *writer)
{
	static const char *const sections[GIR_SECTION_COUNT] = {"section 2", "section 3", "section 4"};
	const char *separator = "";

	if (diagnostic->section != 0)
	{
		gir_put(writer, sections[diagnostic->section - GIR_FIRST_SECTION]);
		separator = ", ";
	}
	if (diagnostic->row != GIR_NO_ROW)
	{
		gir_put(writer, separator);
		gir_put(writer, "row \"");
		gir_put_row(writer, GIR_FORM_NEWEST, diagnostic->row);
		gir_put(writer, "\"");
		separator = ", ";
		if (diagnostic->column != GIR_NO_COLUMN)
		{
			gir_put(writer, ", column \"");
			gir_put(writer, gir_column_label(GIR_FORM_NEWEST, diagnostic->row, diagnostic->column));
			gir_put(writer, "\"");
		}
	}
	if (*separator != '\0')
		gir_put(writer, ": ");
	gir_put(writer, gir_diagnostic_text(diagnostic->code));
}

/* ---- findings ---- */

/* Write a number. */
static void
put_wide(const gir_writer *writer, gir_wide value, int scale)
{
	char		digits[48];

	gir_wide_format_scaled(value, scale, digits);
	gir_put(writer, digits);
}

/* Write a count of things. */
static void
put_count(const gir_writer *writer, int count)
{
	char		digits[16];

	snprintf(digits, sizeof(digits), "%d", count);
	gir_put(writer, digits);
}

/* Write a cell's number in brackets; a blank is marked as such. */
static void
put_cell(const gir_writer *writer, const gir_figures *figures, int cell)
{
	gir_wide	value = {0, 0};

	if (!figures->known[cell])
	{
		gir_put(writer, "（空白）");
		return;
	}
	gir_wide_add(&value, figures->value[cell]);
	gir_put(writer, "（");
	put_wide(writer, value, figures->scale[cell]);
	gir_put(writer, "）");
}

/* Write one side with its numbers, and its sum if it has several terms. */
static void
put_side(const gir_writer *writer, const gir_finding *finding, const gir_subject *subject,
		 const gir_side *side, gir_wide sum)
{
	const gir_term *used[GIR_MAX_TERMS];
	int			nused = gir_used_terms(side, subject->figures, subject->other, used);
	int			written = 0;
	int			zeros = 0;
	int			i;

	for (i = 0; i < nused; i++)
	{
		bool		other = (used[i]->flags & GIR_TERM_OTHER) != 0;
		bool		minus = (used[i]->flags & GIR_TERM_MINUS) != 0;
		const gir_figures *figures = other ? subject->other : subject->figures;
		int			cell = gir_term_cell(used[i], finding->row, finding->column);

		if (nused > MAX_LISTED_TERMS && figures->known[cell] && figures->value[cell] == 0)
		{
			zeros++;
			continue;
		}
		if (written++ > 0)
			gir_put(writer, minus ? " - " : " + ");
		gir_put_term(writer, finding->rule, used[i], finding->form, finding->row, finding->column);
		put_cell(writer, figures, cell);
	}
	if (zeros > 0)
	{
		gir_put(writer, written > 0 ? "（其余 " : "（");
		put_count(writer, zeros);
		gir_put(writer, " 项为 0）");
	}
	if (nused != 1)
	{
		if (nused > 0)
			gir_put(writer, " = ");
		put_wide(writer, sum, finding->scale);
	}
}

/* Write a place in the tables, and a colon. */
void
gir_put_place(const gir_writer *writer, int section, int form, gir_row_id row, gir_column column)
{
	gir_put(writer, gir_table_names[section - GIR_FIRST_SECTION]);
	if (row != GIR_NO_ROW)
	{
		gir_put(writer, "“");
		gir_put_row(writer, form, row);
		gir_put(writer, "”行");
	}
	if (column != GIR_NO_COLUMN)
	{
		gir_put(writer, "“");
		gir_put(writer, gir_column_label(form, row != GIR_NO_ROW ? row : GIR_ROW_RECEIVED, column));
		gir_put(writer, "”列");
	}
	gir_put(writer, "：");
}

/* Write how the sides of a relation that fails differ. */
static void
put_difference(const gir_writer *writer, const gir_finding *finding)
{
	gir_wide	difference = gir_wide_subtract(finding->left, finding->right);
	gir_wide	zero = {0, 0};

	if (finding->rule->relation == GIR_DIFFERENT)
		gir_put(writer, "，两边相等");
	else if (finding->rule->right.count == 0 || finding->rule->relation == GIR_SIMILAR)
		return;
	else if (difference.high < 0)
	{
		gir_put(writer, "，左边比右边少 ");
		put_wide(writer, gir_wide_subtract(zero, difference), finding->scale);
	}
	else
	{
		gir_put(writer, "，左边比右边多 ");
		put_wide(writer, difference, finding->scale);
	}
}

/* Write both sides of a relation, and what came of it. */
static void
put_relation(const gir_writer *writer, const gir_finding *finding, const gir_subject *subject)
{
	const gir_rule *rule = finding->rule;

	put_side(writer, finding, subject, &rule->left, finding->left);
	gir_put(writer, "，");
	gir_put(writer, gir_relation_words(rule->relation));
	if (rule->right.count == 0)
		gir_put(writer, " ");
	put_side(writer, finding, subject, &rule->right, finding->right);
	if (rule->relation == GIR_SIMILAR)
		gir_put(writer, "相差应不超过 5 倍");
	if (finding->verdict == GIR_FAIL)
		put_difference(writer, finding);
	else
		gir_put(writer, finding->obstacle == GIR_OBSTACLE_IDLE ? "；不属于该规则所指情形" : "，相符");
	if (finding->blanks > 0)
	{
		gir_put(writer, "（");
		put_count(writer, finding->blanks);
		gir_put(writer, " 个空白单元格按 0 计）");
	}
}

/* Write what came of a rule that looks at a whole table or title. */
static void
put_outcome(const gir_writer *writer, const gir_finding *finding)
{
	bool		fail = finding->verdict == GIR_FAIL;

	switch (finding->rule->relation)
	{
		case GIR_NOT_COPIED:
			if (fail)
			{
				gir_put(writer, "本年与上年的 ");
				put_wide(writer, finding->right, 0);
				gir_put(writer, " 个非零数字完全相同");
			}
			else if (finding->obstacle == GIR_OBSTACLE_IDLE)
				gir_put(writer, "非零数字太少，不作判断");
			else
				gir_put(writer, "本年与上年的数据不完全相同");
			break;
		case GIR_SAME_FORM:
			gir_put(writer, "本年与上年格式相同");
			break;
		default:
			gir_put(writer, fail ? "上级报告的标题表明只含本级数据，不应与下级之和比较" :
					"上级报告的标题没有限定为本级");
			break;
	}
}

/*
 * Write which table, row or cell stands in the way, in short if it is the
 * finding's own.
 */
static void
put_obstacle_place(const gir_writer *writer, const gir_finding *finding)
{
	gir_row_id	row = GIR_CELL_ROW(finding->obstacle_cell);
	gir_column	column = gir_cell_column(finding->obstacle_cell);
	const char *report = gir_report_word(finding->rule, finding->obstacle_other);
	bool		blank = finding->obstacle == GIR_OBSTACLE_BLANK;

	if (report != NULL)
		gir_put(writer, report);
	if (finding->obstacle == GIR_OBSTACLE_TABLE)
	{
		gir_put(writer, gir_table_names[gir_row_section(row) - GIR_FIRST_SECTION]);
		return;
	}
	if (row == finding->row && column == finding->column && blank)
	{
		gir_put(writer, "该格");
		return;
	}
	if (row == finding->row)
		gir_put(writer, "该行");
	else
	{
		gir_put(writer, "“");
		gir_put_row(writer, finding->form, row);
		gir_put(writer, "”行");
	}
	if (blank && column != finding->column)
	{
		gir_put(writer, "“");
		gir_put(writer, gir_column_label(finding->form, row, column));
		gir_put(writer, "”列");
	}
}

/* Write why a rule could not be assessed. */
static void
put_obstacle(const gir_writer *writer, const gir_finding *finding, const gir_subject *subject)
{
	switch (finding->obstacle)
	{
		case GIR_OBSTACLE_TABLE:
		case GIR_OBSTACLE_ROW:
			gir_put(writer, "缺少");
			put_obstacle_place(writer, finding);
			break;
		case GIR_OBSTACLE_BLANK:
			put_obstacle_place(writer, finding);
			gir_put(writer, "空白");
			break;
		case GIR_OBSTACLE_FORM:
			gir_put(writer, "两份报告的表格格式不同，栏目含义不同");
			break;
		case GIR_OBSTACLE_RANGE:
			gir_put(writer, "数字过长");
			break;
		case GIR_OBSTACLE_BODY:
			gir_put(writer, "从机关名称不能判断其层级");
			break;
		case GIR_OBSTACLE_TITLE:
			gir_put(writer, "上级报告没有标题");
			break;
		case GIR_OBSTACLE_NOT_CONSECUTIVE:
		case GIR_OBSTACLE_NOT_SAME_YEAR:
			gir_put(writer, "两份报告的年度是 ");
			put_count(writer, subject->year);
			gir_put(writer, " 和 ");
			put_count(writer, subject->other_year);
			gir_put(writer, finding->obstacle == GIR_OBSTACLE_NOT_SAME_YEAR ? "，不是同一年" : "，不是相邻两年");
			break;
		case GIR_OBSTACLE_OWN_LEVEL:
			gir_put(writer, "上级报告的标题表明只含本级数据");
			break;
		case GIR_OBSTACLE_NONE:
		case GIR_OBSTACLE_IDLE:
			gir_put(writer, "缺少数据");
			break;
	}
	gir_put(writer, "，无法核对");
}

/* The finding in Chinese. */
void
gir_finding_message(const gir_figures *figures, const gir_finding *finding,
					const gir_writer *writer)
{
	const gir_rule *rule = finding->rule;
	gir_subject subject = {0};

	if (finding->subject != NULL)
		subject = *finding->subject;
	subject.figures = figures;

	if (finding->section != 0)
		gir_put_place(writer, finding->section, finding->form, finding->row, finding->column);
	if (finding->verdict == GIR_NOT_ASSESSABLE)
		put_obstacle(writer, finding, &subject);
	else if (rule->relation >= GIR_NOT_COPIED)
		put_outcome(writer, finding);
	else
		put_relation(writer, finding, &subject);
	gir_put(writer, "。");
	if (finding->verdict == GIR_FAIL && rule->suspicion != NULL)
	{
		gir_put(writer, rule->suspicion);
		gir_put(writer, "。");
	}
}
