/*
 * relation.c
 *		A rule at a place: its sums, and whether they are as the rule says.
 *
 * Blanks: a blank detail counts as 0, and the finding says how many did.  A
 * blank total is an omission and is not judged.  What needs a row that is not
 * there is not assessable.
 */
#include "core/evaluate.h"

#include "core/wide.h"

/* Amounts beyond may have lost digits, having come from a number of any length. */
#define MAX_AMOUNT (INT64_MAX / 10 - 1)

/* ---- terms ---- */

/* The terms of a sum that are used with these reports. */
int
gir_used_terms(const gir_side *side, const gir_figures *figures,
			   const gir_figures *other, const gir_term *used[GIR_MAX_TERMS])
{
	uint32_t	present = 0;	/* alternatives with a row in the report, as bits */
	int			nused = 0;
	int			i;

	for (i = 0; i < side->count; i++)
	{
		const gir_term *term = &side->terms[i];
		const gir_figures *where = term->flags & GIR_TERM_OTHER ? other : figures;

		if (term->alternative != 0 && where != NULL && where->row_present[term->row])
			present |= UINT32_C(1) << term->alternative;
	}
	if (present == 0)
		present = UINT32_C(1) << 1;
	present |= UINT32_C(1) << 0;
	for (i = 0; i < side->count; i++)
	{
		if (present & UINT32_C(1) << side->terms[i].alternative)
			used[nused++] = &side->terms[i];
	}
	return nused;
}

/* The cell that a term stands for. */
int
gir_term_cell(const gir_term *term, gir_row_id row, gir_column column)
{
	return gir_cell_at(term->row != GIR_NO_ROW ? (gir_row_id) term->row : row,
					   term->column != GIR_NO_COLUMN ? (gir_column) term->column : column);
}

/*
 * True if a blank cell is an omission.  The requests concluded are the total of
 * the results, but in their own row they are details.
 */
bool
gir_is_omission(const gir_rule *rule, const gir_term *term, int cell)
{
	return (term->flags & GIR_TERM_NEEDED) || gir_cell_column(cell) == GIR_COL_TOTAL ||
		(GIR_CELL_ROW(cell) == GIR_ROW_CONCLUDED && rule->places != GIR_IN_ROWS);
}

/* Note why a finding cannot be assessed; always false. */
static bool
obstruct(gir_finding *finding, gir_obstacle obstacle, int cell, bool other)
{
	finding->obstacle = obstacle;
	finding->obstacle_cell = cell;
	finding->obstacle_other = other;
	finding->blanks = 0;
	return false;
}

/* Add up a side.  Returns false, with the obstacle in the finding, if it cannot be. */
static bool
add_side(const gir_used_side *side, gir_finding *finding, gir_decimal *sum)
{
	int			i;

	for (i = 0; i < side->count; i++)
	{
		const gir_term *term = side->terms[i];
		bool		other = (term->flags & GIR_TERM_OTHER) != 0;
		const gir_figures *figures = other ? finding->subject->other : finding->subject->figures;
		int			cell = gir_term_cell(term, finding->row, finding->column);
		gir_row_id	row = GIR_CELL_ROW(cell);

		if (!figures->row_present[row])
		{
			bool		table = figures->section_present[gir_row_section(row) - GIR_FIRST_SECTION];

			return obstruct(finding, table ? GIR_OBSTACLE_ROW : GIR_OBSTACLE_TABLE, cell, other);
		}
		if (!figures->known[cell])
		{
			if (gir_is_omission(finding->rule, term, cell))
				return obstruct(finding, GIR_OBSTACLE_BLANK, cell, other);
			finding->blanks++;
		}
		else
		{
			int64_t		value = figures->value[cell];

			/* an amount of so many digits is the nearest that fits, no more */
			if (gir_cell_is_amount(cell) && (value > MAX_AMOUNT || value < -MAX_AMOUNT))
				return obstruct(finding, GIR_OBSTACLE_RANGE, cell, other);
			if (!gir_decimal_add(sum, value, figures->scale[cell],
								 (term->flags & GIR_TERM_MINUS) != 0))
				return obstruct(finding, GIR_OBSTACLE_RANGE, cell, other);
		}
	}
	return true;
}

/* ---- two reports ---- */

/* The forms that either report has in a row, as bits. */
uint8_t
gir_forms_of_row(const gir_evaluation *ev, gir_row_id row)
{
	return (uint8_t) (ev->forms.forms[row] | ev->other_forms.forms[row]);
}

/* True if a form prints a cell. */
bool
gir_form_has_cell(int form, int cell)
{
	const gir_form_block *block = gir_form_block_of(form, GIR_CELL_ROW(cell));

	return block != NULL && gir_form_column_of(block, gir_cell_column(cell)) != NULL;
}

/* True if one of the reports has a number other than 0 in an alternative's row. */
static bool
alternative_used(const gir_subject *subject, const gir_term *term, int slot)
{
	int			cell = GIR_CELL(term->row, slot);

	return (subject->figures->known[cell] && subject->figures->value[cell] != 0) ||
		(subject->other->known[cell] && subject->other->value[cell] != 0);
}

/*
 * True if a cell means the same in both reports: every form that they have
 * there prints it, and nothing is counted in the rows of another form instead.
 */
static bool
comparable(const gir_evaluation *ev, int cell)
{
	uint8_t		forms = gir_forms_of_row(ev, GIR_CELL_ROW(cell));
	int			alternative = 0;
	int			form,
				i;

	for (form = 0; form < GIR_FORM_COUNT; form++)
	{
		if ((forms & 1 << form) && !gir_form_has_cell(form, cell))
			return false;
	}
	for (i = 0; i < gir_results.count; i++)
	{
		if (gir_results.terms[i].row == GIR_CELL_ROW(cell))
			alternative = gir_results.terms[i].alternative;
	}
	for (i = 0; i < gir_results.count && alternative != 0; i++)
	{
		const gir_term *term = &gir_results.terms[i];

		if (term->alternative != 0 && term->alternative != alternative &&
			alternative_used(ev->subject, term, GIR_CELL_SLOT(cell)))
			return false;
	}
	return true;
}

/* True if the cells of the place mean the same in both reports. */
static bool
comparable_side(const gir_evaluation *ev, const gir_used_side *side, gir_finding *finding)
{
	int			i;

	for (i = 0; i < side->count; i++)
	{
		int			cell = gir_term_cell(side->terms[i], finding->row, finding->column);

		if (!comparable(ev, cell))
			return obstruct(finding, GIR_OBSTACLE_FORM, cell, false);
	}
	return true;
}

/* ---- relations ---- */

/* True if two numbers differ by no more than the factor, or are small. */
static bool
similar(gir_wide left, gir_wide right, gir_wide limit)
{
	gir_wide	five_left = left;
	gir_wide	five_right = right;

	if (gir_wide_compare(left, limit) < 0 && gir_wide_compare(right, limit) < 0)
		return true;
	if (!gir_wide_multiply(&five_left, GIR_SIMILAR_FACTOR) ||
		!gir_wide_multiply(&five_right, GIR_SIMILAR_FACTOR))
		return true;
	return gir_wide_compare(left, five_right) <= 0 && gir_wide_compare(right, five_left) <= 0;
}

/* True if the sides are as the rule says. */
static bool
holds(const gir_rule *rule, gir_wide left, gir_wide right, gir_wide limit)
{
	int			order = gir_wide_compare(left, right);

	switch (rule->relation)
	{
		case GIR_EQUAL:
			return order == 0;
		case GIR_AT_MOST:
			return order <= 0;
		case GIR_AT_LEAST:
			return order >= 0;
		case GIR_BELOW:
			return order < 0;
		case GIR_DIFFERENT:
			return order != 0 || (left.high == 0 && left.low == 0);
		case GIR_SIMILAR:
			return similar(left, right, limit);
		default:
			return true;
	}
}

/* Evaluate a rule's sums at the finding's place. */
void
gir_compare_sides(const gir_evaluation *ev, const gir_rule_at_work *work, gir_finding *finding)
{
	const gir_rule *rule = work->rule;
	gir_decimal left = {{0, 0}, 0};
	gir_decimal right = {{0, 0}, 0};
	gir_decimal limit = {{0, 0}, 0};
	gir_decimal unless = {{0, 0}, 0};

	finding->verdict = GIR_NOT_ASSESSABLE;
	if (ev->subject->other != NULL && finding->row != GIR_NO_ROW &&
		!(comparable_side(ev, &work->left, finding) && comparable_side(ev, &work->right, finding)))
		return;
	if (!add_side(&work->left, finding, &left) || !add_side(&work->right, finding, &right))
		return;
	gir_wide_add(&limit.sum, rule->constant);
	if ((rule->relation != GIR_SIMILAR && !gir_decimal_add(&right, rule->constant, 0, false)) ||
		!gir_decimal_align(&left, &right) || !gir_decimal_align(&left, &limit))
	{
		obstruct(finding, GIR_OBSTACLE_RANGE, GIR_NO_CELL, false);
		return;
	}
	finding->left = left.sum;
	finding->right = right.sum;
	finding->scale = left.scale;

	if (work->unless.count > 0 && !add_side(&work->unless, finding, &unless))
		return;
	finding->verdict = GIR_PASS;
	if (unless.sum.high != 0 || unless.sum.low != 0)
		finding->obstacle = GIR_OBSTACLE_IDLE;
	else if (!holds(rule, left.sum, right.sum, limit.sum))
	{
		finding->verdict = GIR_FAIL;
		if (rule->bodies != 0 && ev->body == GIR_BODY_UNKNOWN)
		{
			finding->verdict = GIR_NOT_ASSESSABLE;
			finding->obstacle = GIR_OBSTACLE_BODY;
		}
		else if (rule->bodies != 0 && !(rule->bodies & ev->body))
		{
			finding->verdict = GIR_PASS;
			finding->obstacle = GIR_OBSTACLE_IDLE;
		}
	}
}
