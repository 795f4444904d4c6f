/*
 * message.c
 *		Findings in words: the equation with its printed labels, and a sentence in
 *		Chinese for the person who has to mend the report.
 */
#include "core/identity.h"

#include <stdio.h>
#include <string.h>

/* Write a string. */
static void
put(const gir_writer *writer, const char *text)
{
	writer->put(writer->context, text, strlen(text));
}

/* Write a number. */
static void
put_wide(const gir_writer *writer, gir_wide value)
{
	char		digits[32];

	gir_wide_format(value, digits);
	put(writer, digits);
}

/* The newest form's printed row of the record's row. */
static const gir_form_row *
printed_row(gir_row_id row)
{
	int			form;

	for (form = GIR_FORM_COUNT - 1; form > 0; form--)
	{
		if (gir_form_block_of(form, row) != NULL)
			break;
	}
	return gir_form_row_of(gir_form_block_of(form, row), row);
}

/* The printed label of a column in a row's section. */
static const char *
column_label(gir_row_id row, gir_column column)
{
	int			form;

	for (form = GIR_FORM_COUNT - 1; form >= 0; form--)
	{
		const gir_form_block *block = gir_form_block_of(form, row);
		const gir_form_column *printed = block != NULL ? gir_form_column_of(block, column) : NULL;

		if (printed != NULL)
			return printed->label;
	}
	return gir_column_codes[column];
}

/* Write a row's label with its group. */
static void
put_row(const gir_writer *writer, gir_row_id row)
{
	const gir_form_row *printed = printed_row(row);

	if (printed->group != NULL)
	{
		put(writer, printed->group);
		put(writer, " ");
	}
	put(writer, printed->label);
}

/* A diagnostic in words. */
void
gir_diagnostic_message(const gir_diagnostic *diagnostic, const gir_writer *writer)
{
	static const char *const sections[GIR_SECTION_COUNT] = {"section 2", "section 3", "section 4"};
	const char *separator = "";

	if (diagnostic->section != 0)
	{
		put(writer, sections[diagnostic->section - GIR_FIRST_SECTION]);
		separator = ", ";
	}
	if (diagnostic->row != GIR_NO_ROW)
	{
		put(writer, separator);
		put(writer, "row \"");
		put_row(writer, diagnostic->row);
		put(writer, "\"");
		separator = ", ";
		if (diagnostic->column != GIR_NO_COLUMN)
		{
			put(writer, ", column \"");
			put(writer, column_label(diagnostic->row, diagnostic->column));
			put(writer, "\"");
		}
	}
	if (*separator != '\0')
		put(writer, ": ");
	put(writer, gir_diagnostic_text(diagnostic->code));
}

/* Write a cell's number in brackets; a blank is marked as such. */
static void
put_number(const gir_writer *writer, const gir_figures *figures, int cell)
{
	char		digits[32];

	if (figures->known[cell])
	{
		snprintf(digits, sizeof(digits), "%lld", (long long) figures->value[cell]);
		put(writer, "（");
		put(writer, digits);
		put(writer, "）");
	}
	else
		put(writer, "（空白）");
}

/* Write a sum of rows, with numbers from a column if "slot" is one. */
static void
put_rows(const gir_writer *writer, const gir_figures *figures, const gir_term *terms,
		 int nterms, int slot)
{
	gir_row_id	rows[GIR_ROW_COUNT];
	int			nrows = gir_used_terms(figures, terms, nterms, rows);
	int			i;

	if (nrows < 0)
	{
		/* rows are missing: name those that the newest form has */
		nrows = 0;
		for (i = 0; i < nterms; i++)
		{
			if (gir_form_block_of(GIR_FORM_NEWEST, (gir_row_id) terms[i].row) != NULL)
				rows[nrows++] = (gir_row_id) terms[i].row;
		}
	}
	for (i = 0; i < nrows; i++)
	{
		if (i > 0)
			put(writer, " + ");
		put(writer, printed_row(rows[i])->label);
		if (slot >= 0)
			put_number(writer, figures, GIR_CELL(rows[i], slot));
	}
}

/* Write a sum of a row's columns but the last one. */
static void
put_columns(const gir_writer *writer, const gir_figures *figures, gir_row_id row, bool numbers)
{
	const gir_kind_info *kind = &gir_kinds[gir_rows[row].kind];
	int			slot;

	for (slot = 0; slot < kind->ncolumns - 1; slot++)
	{
		if (slot > 0)
			put(writer, " + ");
		put(writer, column_label(row, kind->columns[slot]));
		if (numbers)
			put_number(writer, figures, GIR_CELL(row, slot));
	}
}

/* The place of a finding's column among a row's numbers. */
static int
slot_of(const gir_finding *finding)
{
	return GIR_CELL_SLOT(gir_cell_at((gir_row_id) finding->rule->left[0].row, finding->column));
}

/* The finding's equation with the printed labels. */
void
gir_finding_expression(const gir_figures *figures, const gir_finding *finding,
					   const gir_writer *writer)
{
	const gir_rule *rule = finding->rule;

	switch (rule->shape)
	{
		case GIR_RULE_ROWS:
			put_rows(writer, figures, rule->left, rule->nleft, -1);
			put(writer, " = ");
			put_rows(writer, figures, rule->right, rule->nright, -1);
			break;
		case GIR_RULE_COLUMNS:
			put_columns(writer, figures, finding->row, false);
			put(writer, " = ");
			put(writer, column_label(finding->row, GIR_COL_TOTAL));
			break;
		case GIR_RULE_NOT_NEGATIVE:
			put(writer, column_label(finding->row, finding->column));
			put(writer, " >= 0");
			break;
	}
}

/* Write which table, row and column a finding is about. */
static void
put_place(const gir_writer *writer, const gir_finding *finding)
{
	static const char *const tables[GIR_SECTION_COUNT] = {"表二", "表三", "表四"};

	put(writer, tables[finding->rule->section - GIR_FIRST_SECTION]);
	if (finding->row != GIR_NO_ROW)
	{
		put(writer, "“");
		put_row(writer, finding->row);
		put(writer, "”行");
	}
	if (finding->column != GIR_NO_COLUMN)
	{
		gir_row_id	row = finding->row != GIR_NO_ROW ? finding->row :
			(gir_row_id) finding->rule->left[0].row;

		put(writer, "“");
		put(writer, column_label(row, finding->column));
		put(writer, "”列");
	}
	put(writer, "：");
}

/* Write the difference between the sides. */
static void
put_difference(const gir_writer *writer, const gir_finding *finding)
{
	gir_wide	difference = gir_wide_subtract(finding->left, finding->right);
	gir_wide	zero = {0, 0};

	if (difference.high == 0 && difference.low == 0)
		put(writer, "，两边相等");
	else if (difference.high < 0)
	{
		put(writer, "，左边比右边少 ");
		put_wide(writer, gir_wide_subtract(zero, difference));
	}
	else
	{
		put(writer, "，左边比右边多 ");
		put_wide(writer, difference);
	}
}

/* The finding in Chinese. */
void
gir_finding_message(const gir_figures *figures, const gir_finding *finding,
					const gir_writer *writer)
{
	const gir_rule *rule = finding->rule;

	put_place(writer, finding);
	if (finding->verdict == GIR_NOT_ASSESSABLE)
	{
		put(writer, "缺少数据，无法核对。");
		return;
	}
	switch (rule->shape)
	{
		case GIR_RULE_ROWS:
			put_rows(writer, figures, rule->left, rule->nleft, slot_of(finding));
			put(writer, " = ");
			put_wide(writer, finding->left);
			put(writer, "，");
			put_rows(writer, figures, rule->right, rule->nright, slot_of(finding));
			put(writer, " = ");
			put_wide(writer, finding->right);
			put_difference(writer, finding);
			break;
		case GIR_RULE_COLUMNS:
			put_columns(writer, figures, finding->row, true);
			put(writer, " = ");
			put_wide(writer, finding->left);
			put(writer, "，");
			put(writer, column_label(finding->row, GIR_COL_TOTAL));
			put(writer, " = ");
			put_wide(writer, finding->right);
			put_difference(writer, finding);
			break;
		case GIR_RULE_NOT_NEGATIVE:
			put_wide(writer, finding->left);
			put(writer, finding->verdict == GIR_FAIL ? " 是负数" : " 不是负数");
			break;
	}
	if (finding->blanks > 0)
	{
		char		digits[32];

		snprintf(digits, sizeof(digits), "%d", finding->blanks);
		put(writer, "（");
		put(writer, digits);
		put(writer, " 个空白单元格按 0 计）");
	}
	put(writer, "。");
}
