/*
 * identity.c
 *		The rules that a report's own tables must satisfy, as const data, and
 *		their evaluation.
 *
 * Blanks: a blank detail counts as 0, and the finding says how many did.  A
 * blank total is an omission and is not judged.  What needs a row that is not
 * there is not assessable.
 */
#include "core/identity.h"

#include <stddef.h>

#define COUNT(a) ((uint8_t) (sizeof(a) / sizeof((a)[0])))

/* The balance printed in the corner of section 3's table. */
static const gir_term requests_in[] = {
	{GIR_ROW_RECEIVED, 0}, {GIR_ROW_CARRIED_IN, 0},
};

static const gir_term requests_out[] = {
	{GIR_ROW_CONCLUDED, 0}, {GIR_ROW_CARRIED_OUT, 0},
};

/* The results, which add up to the requests concluded. */
static const gir_term results[] = {
	{GIR_ROW_GRANTED, 0}, {GIR_ROW_PARTIALLY_GRANTED, 0},
	{GIR_ROW_DENIED_STATE_SECRET, 0}, {GIR_ROW_DENIED_PROHIBITED_BY_LAW, 0},
	{GIR_ROW_DENIED_SECURITY_STABILITY, 0}, {GIR_ROW_DENIED_THIRD_PARTY, 0},
	{GIR_ROW_DENIED_INTERNAL_AFFAIRS, 0}, {GIR_ROW_DENIED_DELIBERATIVE, 0},
	{GIR_ROW_DENIED_ENFORCEMENT_FILE, 0}, {GIR_ROW_DENIED_ADMINISTRATIVE_QUERY, 0},
	{GIR_ROW_UNAVAILABLE_NOT_HELD, 0}, {GIR_ROW_UNAVAILABLE_NEEDS_CREATION, 0},
	{GIR_ROW_UNAVAILABLE_UNCLEAR, 0},
	{GIR_ROW_REJECTED_PETITION, 0}, {GIR_ROW_REJECTED_REPEAT, 0},
	{GIR_ROW_REJECTED_PUBLICATION, 0}, {GIR_ROW_REJECTED_EXCESSIVE, 0},
	{GIR_ROW_REJECTED_CONFIRMATION, 0},
	{GIR_ROW_OTHER_NOT_CORRECTED, 1}, {GIR_ROW_OTHER_FEE_UNPAID, 1},
	{GIR_ROW_OTHER_MISC, 1}, {GIR_ROW_OTHER_HANDLING, 2},
};

static const gir_term concluded[] = {
	{GIR_ROW_CONCLUDED, 0},
};

/* The numbers of the rules are those of the rule set; see the README. */
const gir_rule gir_rules[] = {
	{"T3.1", GIR_ERROR, 3, GIR_RULE_ROWS, GIR_NO_ROW, GIR_NO_ROW,
	COUNT(requests_in), COUNT(requests_out), requests_in, requests_out},
	{"T3.2", GIR_ERROR, 3, GIR_RULE_ROWS, GIR_NO_ROW, GIR_NO_ROW,
	COUNT(results), COUNT(concluded), results, concluded},
	{"T3.3", GIR_ERROR, 3, GIR_RULE_COLUMNS, GIR_ROW_RECEIVED, GIR_ROW_CARRIED_OUT, 0, 0, NULL, NULL},
	{"T3.4", GIR_ERROR, 3, GIR_RULE_NOT_NEGATIVE, GIR_ROW_RECEIVED, GIR_ROW_CARRIED_OUT, 0, 0, NULL, NULL},
	{"T4.1", GIR_ERROR, 4, GIR_RULE_COLUMNS, GIR_ROW_RECONSIDERATION, GIR_ROW_RECONSIDERATION, 0, 0, NULL, NULL},
	{"T4.2", GIR_ERROR, 4, GIR_RULE_COLUMNS, GIR_ROW_LITIGATION_DIRECT, GIR_ROW_LITIGATION_DIRECT, 0, 0, NULL, NULL},
	{"T4.3", GIR_ERROR, 4, GIR_RULE_COLUMNS, GIR_ROW_LITIGATION_AFTER_RECONSIDERATION,
	GIR_ROW_LITIGATION_AFTER_RECONSIDERATION, 0, 0, NULL, NULL},
	{"T4.4", GIR_ERROR, 4, GIR_RULE_NOT_NEGATIVE, GIR_ROW_RECONSIDERATION,
	GIR_ROW_LITIGATION_AFTER_RECONSIDERATION, 0, 0, NULL, NULL},
};

const int	gir_rule_count = (int) (sizeof(gir_rules) / sizeof(gir_rules[0]));

/* ---- wide sums ---- */

#define LOW_MASK INT64_C(0xffffffff)

/* Bring the low part back into its range. */
static void
normalise(gir_wide *sum)
{
	int64_t		carry = sum->low >> 32;

	sum->high += carry;
	sum->low &= LOW_MASK;
}

/* Add a number to a sum. */
static void
add(gir_wide *sum, int64_t value)
{
	sum->high += value >> 32;
	sum->low += value & LOW_MASK;
	normalise(sum);
}

/* Left minus right. */
gir_wide
gir_wide_subtract(gir_wide a, gir_wide b)
{
	gir_wide	result = {a.high - b.high, a.low - b.low};

	normalise(&result);
	return result;
}

/* The decimal digits of a sum. */
void
gir_wide_format(gir_wide value, char digits[32])
{
	char		reversed[32];
	int			n = 0;
	char	   *out = digits;
	uint64_t	high,
				low;

	if (value.high < 0)
	{
		gir_wide	zero = {0, 0};

		value = gir_wide_subtract(zero, value);
		*out++ = '-';
	}
	high = (uint64_t) value.high;
	low = (uint64_t) value.low;
	do
	{
		uint64_t	rest = (high % 10) << 32 | low;

		reversed[n++] = (char) ('0' + rest % 10);
		low = rest / 10;
		high /= 10;
	} while ((high != 0 || low != 0) && n < 30);
	while (n > 0)
		*out++ = reversed[--n];
	*out = '\0';
}

/* ---- evaluation ---- */

/* The terms of one side that a report uses. */
int
gir_used_terms(const gir_figures *figures, const gir_term *terms, int nterms,
			   gir_row_id rows[GIR_ROW_COUNT])
{
	uint32_t	offered = 0;	/* alternatives there are, as bits */
	uint32_t	used = 0;		/* alternatives with a row in the report */
	int			nrows = 0;
	int			i;

	for (i = 0; i < nterms; i++)
	{
		offered |= 1u << terms[i].alternative;
		if (figures->row_present[terms[i].row])
			used |= 1u << terms[i].alternative;
	}
	if ((offered & ~1u) != 0 && (used & ~1u) == 0)
		return -1;
	used |= 1u;
	for (i = 0; i < nterms; i++)
	{
		if (!(used & (1u << terms[i].alternative)))
			continue;
		if (!figures->row_present[terms[i].row])
			return -1;
		rows[nrows++] = (gir_row_id) terms[i].row;
	}
	return nrows;
}

/*
 * Add a cell to a side of an equation.  Returns false if that cannot be
 * assessed: a blank total.
 */
static bool
add_cell(const gir_figures *figures, int cell, bool total, gir_wide *sum, int *blanks)
{
	if (figures->known[cell])
		add(sum, figures->value[cell]);
	else if (total)
		return false;
	else
		(*blanks)++;
	return true;
}

/* Add the rows of one side of an equation in one column. */
static bool
add_rows(const gir_figures *figures, const gir_term *terms, int nterms, int slot,
		 bool total_column, gir_wide *sum, int *blanks)
{
	gir_row_id	rows[GIR_ROW_COUNT];
	int			nrows = gir_used_terms(figures, terms, nterms, rows);
	int			i;

	for (i = 0; i < nrows; i++)
	{
		if (!add_cell(figures, GIR_CELL(rows[i], slot),
					  total_column || rows[i] == GIR_ROW_CONCLUDED, sum, blanks))
			return false;
	}
	return nrows >= 0;
}

/* Settle the verdict of an equation and report it. */
static bool
report_equation(gir_finding *finding, bool assessable,
				gir_finding_function function, void *context)
{
	if (!assessable)
		finding->verdict = GIR_NOT_ASSESSABLE;
	else if (finding->left.high == finding->right.high && finding->left.low == finding->right.low)
		finding->verdict = GIR_PASS;
	else
		finding->verdict = GIR_FAIL;
	return function(context, finding);
}

/* Evaluate an equation between rows, in each column. */
static bool
check_rows(const gir_figures *figures, const gir_rule *rule,
		   gir_finding_function function, void *context)
{
	const gir_kind_info *kind = &gir_kinds[gir_rows[rule->left[0].row].kind];
	int			slot;

	for (slot = 0; slot < kind->ncolumns; slot++)
	{
		gir_finding finding = {rule, GIR_PASS, GIR_NO_ROW, kind->columns[slot], {0, 0}, {0, 0}, 0};
		bool		total = kind->columns[slot] == GIR_COL_TOTAL;
		bool		assessable = add_rows(figures, rule->left, rule->nleft, slot, total,
										  &finding.left, &finding.blanks) &&
			add_rows(figures, rule->right, rule->nright, slot, total,
					 &finding.right, &finding.blanks);

		if (!report_equation(&finding, assessable, function, context))
			return false;
	}
	return true;
}

/*
 * The rows that a report can have: not those of alternatives that it does not
 * use.  Without any of them it is taken to be in the first one's form.
 */
static void
find_applicable_rows(const gir_figures *figures, bool applicable[GIR_ROW_COUNT])
{
	uint32_t	used = 0;
	int			i;

	for (i = 0; i < GIR_ROW_COUNT; i++)
		applicable[i] = true;
	for (i = 0; i < COUNT(results); i++)
	{
		if (figures->row_present[results[i].row])
			used |= 1u << results[i].alternative;
	}
	if ((used & ~1u) == 0)
		used |= 1u << 1;
	for (i = 0; i < COUNT(results); i++)
	{
		if (results[i].alternative != 0 && !(used & (1u << results[i].alternative)))
			applicable[results[i].row] = false;
	}
}

/* Evaluate a sum of columns, in each row. */
static bool
check_columns(const gir_figures *figures, const gir_rule *rule,
			  const bool applicable[GIR_ROW_COUNT], gir_finding_function function, void *context)
{
	int			row;

	for (row = rule->first_row; row <= (int) rule->last_row; row++)
	{
		const gir_kind_info *kind = &gir_kinds[gir_rows[row].kind];
		gir_finding finding = {rule, GIR_PASS, (gir_row_id) row, GIR_NO_COLUMN, {0, 0}, {0, 0}, 0};
		bool		assessable = figures->row_present[row];
		int			slot;

		if (!applicable[row])
			continue;
		for (slot = 0; slot < kind->ncolumns - 1 && assessable; slot++)
			add_cell(figures, GIR_CELL(row, slot), false, &finding.left, &finding.blanks);
		assessable = assessable &&
			add_cell(figures, GIR_CELL(row, slot), true, &finding.right, &finding.blanks);
		if (!report_equation(&finding, assessable, function, context))
			return false;
	}
	return true;
}

/* Look for negative numbers. */
static bool
check_not_negative(const gir_figures *figures, const gir_rule *rule,
				   const bool applicable[GIR_ROW_COUNT], gir_finding_function function, void *context)
{
	int			cell;

	for (cell = GIR_CELL(rule->first_row, 0); cell < GIR_CELL(rule->last_row + 1, 0); cell++)
	{
		gir_finding finding = {rule, GIR_PASS, GIR_CELL_ROW(cell), gir_cell_column(cell), {0, 0}, {0, 0}, 0};

		if (finding.column == GIR_NO_COLUMN || !applicable[finding.row])
			continue;
		if (!figures->known[cell])
			finding.verdict = GIR_NOT_ASSESSABLE;
		else if (figures->value[cell] < 0)
			finding.verdict = GIR_FAIL;
		if (figures->known[cell])
			add(&finding.left, figures->value[cell]);
		if (!function(context, &finding))
			return false;
	}
	return true;
}

/* Evaluate every rule at every place. */
bool
gir_check(const gir_figures *figures, gir_finding_function function, void *context)
{
	bool		applicable[GIR_ROW_COUNT];
	int			i;

	find_applicable_rows(figures, applicable);
	for (i = 0; i < gir_rule_count; i++)
	{
		const gir_rule *rule = &gir_rules[i];
		bool		go_on = true;

		switch (rule->shape)
		{
			case GIR_RULE_ROWS:
				go_on = check_rows(figures, rule, function, context);
				break;
			case GIR_RULE_COLUMNS:
				go_on = check_columns(figures, rule, applicable, function, context);
				break;
			case GIR_RULE_NOT_NEGATIVE:
				go_on = check_not_negative(figures, rule, applicable, function, context);
				break;
		}
		if (!go_on)
			return false;
	}
	return true;
}

/* Stop at the first hard identity that fails. */
static bool
stop_at_error(void *context, const gir_finding *finding)
{
	(void) context;
	return finding->verdict != GIR_FAIL || finding->rule->severity != GIR_ERROR;
}

/* True if no hard identity fails. */
bool
gir_valid(const gir_figures *figures)
{
	return gir_check(figures, stop_at_error, NULL);
}

/* What is known about a cell in question. */
typedef struct confirmation
{
	int			cell;
	bool		confirmed;
	bool		refuted;
} confirmation;

/* Note what an equation says about the cell in question. */
static bool
note_equation(void *context, const gir_finding *finding)
{
	confirmation *c = context;

	if (finding->rule->shape == GIR_RULE_NOT_NEGATIVE)
		return true;
	if (finding->rule->shape == GIR_RULE_COLUMNS ? finding->row != GIR_CELL_ROW(c->cell) :
		gir_row_section(GIR_CELL_ROW(c->cell)) != finding->rule->section ||
		finding->column != gir_cell_column(c->cell))
		return true;
	if (finding->verdict == GIR_FAIL)
		c->refuted = true;
	else if (finding->verdict == GIR_PASS && finding->blanks == 0 &&
			 finding->rule->shape == GIR_RULE_COLUMNS)
		c->confirmed = true;
	return true;
}

/* True if the equations confirm a cell. */
bool
gir_confirmed(const gir_figures *figures, int cell)
{
	confirmation c = {cell, false, false};

	gir_check(figures, note_equation, &c);
	return c.confirmed && !c.refuted;
}

/* Stable id of a rule. */
const char *
gir_rule_id(const gir_rule *rule)
{
	return rule->id;
}

/* Severity of a rule's failure. */
gir_severity
gir_rule_severity(const gir_rule *rule)
{
	return rule->severity;
}

/* The section that a rule is about. */
int
gir_rule_section(const gir_rule *rule)
{
	return rule->section;
}
