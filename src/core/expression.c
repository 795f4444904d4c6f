/*
 * expression.c
 *		Rules and findings as expressions with the printed labels.
 */
#include "core/words.h"

#include <stdio.h>

/* Write one side of an expression. */
static void
put_side(const gir_writer *writer, const gir_rule *rule, const gir_side *side,
		 const gir_subject *subject, int form, gir_row_id row, gir_column column)
{
	const gir_term *used[GIR_MAX_TERMS];
	int			nused = gir_used_terms(side, subject != NULL ? subject->figures : NULL,
									   subject != NULL ? subject->other : NULL, used);
	int			i;

	for (i = 0; i < nused; i++)
	{
		if (i > 0)
			gir_put(writer, used[i]->flags & GIR_TERM_MINUS ? " - " : " + ");
		gir_put_term(writer, rule, used[i], form, row, column);
	}
}

/* Write a rule's relation, at a place or anywhere. */
static void
put_expression(const gir_writer *writer, const gir_rule *rule, const gir_subject *subject,
			   int form, gir_row_id row, gir_column column)
{
	if (rule->expression != NULL)
	{
		gir_put(writer, rule->expression);
		return;
	}
	put_side(writer, rule, &rule->left, subject, form, row, column);
	gir_put(writer, gir_relation_sign(rule->relation));
	put_side(writer, rule, &rule->right, subject, form, row, column);
	if (rule->right.count == 0)
	{
		char		digits[16];

		snprintf(digits, sizeof(digits), "%ld", (long) rule->constant);
		gir_put(writer, digits);
	}
}

/* The first row that a rule is evaluated in, for the labels of its columns. */
static gir_row_id
first_row(const gir_rule *rule)
{
	int			row;

	for (row = 0; row < GIR_ROW_COUNT; row++)
	{
		if (rule->rows & GIR_ROW_BIT(row))
			break;
	}
	return (gir_row_id) row;
}

/* The newest form that prints all the columns that a rule names. */
static int
form_of_rule(const gir_rule *rule, gir_row_id row)
{
	const gir_side *sides[2] = {&rule->left, &rule->right};
	int			form,
				s,
				i;

	for (form = GIR_FORM_NEWEST; form > 0; form--)
	{
		const gir_form_block *block = gir_form_block_of(form, row);
		bool		all = block != NULL;

		for (s = 0; s < 2; s++)
		{
			for (i = 0; i < sides[s]->count && all; i++)
			{
				gir_column	column = (gir_column) sides[s]->terms[i].column;

				all = column == GIR_NO_COLUMN || gir_form_column_of(block, column) != NULL;
			}
		}
		if (all)
			break;
	}
	return form;
}

/* A rule as an expression. */
void
gir_rule_expression(const gir_rule *rule, const gir_writer *writer)
{
	gir_row_id	row = first_row(rule);
	int			form = row != GIR_NO_ROW ? form_of_rule(rule, row) : GIR_FORM_NEWEST;

	put_expression(writer, rule, NULL, form, row, GIR_NO_COLUMN);
}

/* A finding as an expression. */
void
gir_finding_expression(const gir_figures *figures, const gir_finding *finding,
					   const gir_writer *writer)
{
	gir_subject subject = {0};

	subject.figures = figures;
	if (finding->subject != NULL)
		subject.other = finding->subject->other;
	put_expression(writer, finding->rule, &subject, finding->form, finding->row, finding->column);
}
