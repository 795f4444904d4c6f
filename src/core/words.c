/*
 * words.c
 *		Labels as printed, for expressions and messages.
 */
#include "core/words.h"

#include <string.h>

/* Write a string. */
void
gir_put(const gir_writer *writer, const char *text)
{
	writer->put(writer->context, text, strlen(text));
}

/* A form that prints a row. */
int
gir_form_with_row(int form, gir_row_id row)
{
	if (gir_form_block_of(form, row) != NULL)
		return form;
	for (form = GIR_FORM_NEWEST; form > 0; form--)
	{
		if (gir_form_block_of(form, row) != NULL)
			break;
	}
	return form;
}

/* The printed row of the record's row. */
static const gir_form_row *
printed_row(int form, gir_row_id row)
{
	return gir_form_row_of(gir_form_block_of(gir_form_with_row(form, row), row), row);
}

/* Write a row's label with its group. */
void
gir_put_row(const gir_writer *writer, int form, gir_row_id row)
{
	const gir_form_row *printed = printed_row(form, row);

	if (printed->group != NULL)
	{
		gir_put(writer, printed->group);
		gir_put(writer, " ");
	}
	gir_put(writer, printed->label);
}

/* Write a row's label as part of a sum: shorter, if it stays clear. */
void
gir_put_row_briefly(const gir_writer *writer, int form, gir_row_id row)
{
	static const char open[] = "（";
	const char *label = printed_row(form, row)->label;
	const char *remark = NULL;
	const char *p = label;

	/* what is numbered within its group needs the group */
	if (label[0] >= '0' && label[0] <= '9')
	{
		gir_put_row(writer, form, row);
		return;
	}

	/* a remark in parentheses at the end is left out; a numbering is not one */
	while ((p = strstr(p + 1, open)) != NULL)
		remark = p;
	writer->put(writer->context, label, remark != NULL ? (size_t) (remark - label) : strlen(label));
}

/* A column's label. */
const char *
gir_column_label(int form, gir_row_id row, gir_column column)
{
	int			i;

	for (i = GIR_FORM_COUNT; i >= 0; i--)
	{
		int			f = i == GIR_FORM_COUNT ? form : i;
		const gir_form_block *block = gir_form_block_of(f, row);
		const gir_form_column *printed = block != NULL ? gir_form_column_of(block, column) : NULL;

		if (printed != NULL)
			return printed->label;
	}
	return gir_column_codes[column];
}

/* How a relation is written in an expression. */
const char *
gir_relation_sign(gir_relation relation)
{
	switch (relation)
	{
		case GIR_AT_MOST:
			return " <= ";
		case GIR_AT_LEAST:
			return " >= ";
		case GIR_BELOW:
			return " < ";
		case GIR_DIFFERENT:
			return " <> ";
		default:
			return " = ";
	}
}

/* How a relation is written in a message. */
const char *
gir_relation_words(gir_relation relation)
{
	switch (relation)
	{
		case GIR_AT_MOST:
			return "应不大于";
		case GIR_AT_LEAST:
			return "应不小于";
		case GIR_BELOW:
			return "应小于";
		case GIR_DIFFERENT:
			return "不应等于";
		case GIR_SIMILAR:
			return "与";
		default:
			return "应等于";
	}
}

/* How a rule's first and second report are called. */
const char *
gir_report_word(const gir_rule *rule, bool other)
{
	switch (rule->scope)
	{
		case GIR_SCOPE_YEARS:
			return other ? "上年报告" : "本年报告";
		case GIR_SCOPE_ROLLUP:
			return other ? "下级合计" : "上级报告";
		default:
			return NULL;
	}
}

/* Write what a term stands for. */
void
gir_put_term(const gir_writer *writer, const gir_rule *rule, const gir_term *term,
			 int form, gir_row_id row, gir_column column)
{
	const char *report = gir_report_word(rule, (term->flags & GIR_TERM_OTHER) != 0);

	if (report != NULL)
		gir_put(writer, report);
	if (rule->places == GIR_IN_CELLS && term->row == GIR_NO_ROW && report != NULL)
		return;
	if (report != NULL)
		gir_put(writer, "“");
	if (term->row != GIR_NO_ROW)
		gir_put_row_briefly(writer, form, (gir_row_id) term->row);
	else if (term->column != GIR_NO_COLUMN)
		gir_put(writer, gir_column_label(form, row, (gir_column) term->column));
	else if (column != GIR_NO_COLUMN)
		gir_put(writer, gir_column_label(form, row, column));
	else
		gir_put(writer, "单元格");
	if (report != NULL)
		gir_put(writer, "”");
}
