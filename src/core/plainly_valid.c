/*
 * plainly_valid.c
 *		The rules of severity "error" on reports that plainly satisfy them.
 *
 * Most reports do, and then no verdicts, obstacles or labels are needed.  Here
 * every blank counts as 0, and so does what is absent, whether or not the rule
 * is judged then.  Where a rule that is judged fails, its sums are the same here
 * and there; so what passes here is valid, and what does not is left to the full
 * evaluation.  The rules are read from the same data.
 */
#include "core/evaluate.h"

#include <string.h>

/* Sums of numbers up to this cannot overflow. */
#define MAX_PLAIN (INT64_MAX / (4 * GIR_MAX_TERMS))

/* A report's numbers, 0 where there is none, by row and slot. */
typedef int64_t plain_numbers[GIR_ROW_COUNT][GIR_MAX_COLUMNS];

/* True if no number is so large that a sum could overflow. */
static bool
are_small(plain_numbers numbers)
{
	int			row,
				slot;

	for (row = 0; row < GIR_ROW_COUNT; row++)
	{
		for (slot = 0; slot < GIR_MAX_COLUMNS; slot++)
		{
			if (numbers[row][slot] > MAX_PLAIN || numbers[row][slot] < -MAX_PLAIN)
				return false;
		}
	}
	return true;
}

/* Copy the numbers; false if one is too large. */
static bool
get_numbers(const gir_figures *figures, plain_numbers numbers)
{
	static const bool all_known[GIR_MAX_COLUMNS] = {true, true, true, true, true, true, true};
	uint64_t	bits = 0;		/* of all numbers; the highest if one is negative */
	int			row,
				slot;

	for (row = 0; row < GIR_ROW_COUNT; row++)
	{
		const int64_t *value = &figures->value[GIR_CELL(row, 0)];
		const bool *known = &figures->known[GIR_CELL(row, 0)];
		bool		present = figures->row_present[row];

		if (present && memcmp(known, all_known, sizeof(all_known)) == 0)
			memcpy(numbers[row], value, sizeof(numbers[row]));
		else
		{
			for (slot = 0; slot < GIR_MAX_COLUMNS; slot++)
				numbers[row][slot] = present && known[slot] ? value[slot] : 0;
		}
		for (slot = 0; slot < GIR_MAX_COLUMNS; slot++)
			bits |= (uint64_t) numbers[row][slot];
	}
	return bits <= (uint64_t) MAX_PLAIN || are_small(numbers);
}

/* True if left less right, and less the constant, is as a relation says. */
static bool
satisfied(gir_relation relation, int64_t difference)
{
	switch (relation)
	{
		case GIR_EQUAL:
			return difference == 0;
		case GIR_AT_MOST:
			return difference <= 0;
		case GIR_AT_LEAST:
			return difference >= 0;
		case GIR_BELOW:
			return difference < 0;
		default:
			return false;
	}
}

/* ---- rules in columns of section 3 ---- */

/* Add the rows that a side names to the sums of the columns. */
static bool
add_rows(plain_numbers numbers, const gir_side *side, bool right, int64_t sums[GIR_MAX_COLUMNS])
{
	int			i,
				slot;

	for (i = 0; i < side->count; i++)
	{
		const gir_term *term = &side->terms[i];

		if (term->row == GIR_NO_ROW || term->column != GIR_NO_COLUMN ||
			gir_rows[term->row].kind != GIR_KIND_APPLICANTS)
			return false;
		if (right != ((term->flags & GIR_TERM_MINUS) != 0))
		{
			for (slot = 0; slot < GIR_MAX_COLUMNS; slot++)
				sums[slot] -= numbers[term->row][slot];
		}
		else
		{
			for (slot = 0; slot < GIR_MAX_COLUMNS; slot++)
				sums[slot] += numbers[term->row][slot];
		}
	}
	return true;
}

/* True if a rule plainly holds in each column. */
static bool
holds_in_columns(plain_numbers numbers, const gir_rule *rule)
{
	int64_t		sums[GIR_MAX_COLUMNS] = {0};
	bool		holds = true;
	int			slot;

	if (!add_rows(numbers, &rule->left, false, sums) ||
		!add_rows(numbers, &rule->right, true, sums))
		return false;
	for (slot = 0; slot < GIR_MAX_COLUMNS; slot++)
		holds = holds && satisfied(rule->relation, sums[slot] - rule->constant);
	return holds;
}

/* ---- rules in rows ---- */

/* What a number counts in a sum, by its slot: 1, -1 or 0. */
typedef struct row_weights
{
	int64_t		weight[GIR_MAX_COLUMNS];
} row_weights;

/* Note the columns that a side names, as they stand in a kind of row. */
static bool
note_columns(const gir_side *side, bool right, gir_row_id row, row_weights *weights)
{
	int			i;

	for (i = 0; i < side->count; i++)
	{
		const gir_term *term = &side->terms[i];
		int			cell;

		/* amounts have decimals */
		if (term->row != GIR_NO_ROW || term->column == GIR_NO_COLUMN ||
			term->column == GIR_COL_AMOUNT)
			return false;
		cell = gir_cell_at(row, (gir_column) term->column);
		if (cell == GIR_NO_CELL)
			return false;
		weights->weight[GIR_CELL_SLOT(cell)] +=
			right != ((term->flags & GIR_TERM_MINUS) != 0) ? -1 : 1;
	}
	return true;
}

/* True if a rule plainly holds in each of its rows. */
static bool
holds_in_rows(plain_numbers numbers, const gir_rule *rule)
{
	row_weights weights;
	int			kind = GIR_KIND_COUNT;
	int			row,
				slot;

	for (row = 0; row < GIR_ROW_COUNT; row++)
	{
		int64_t		sum = 0;

		if (!(rule->rows & GIR_ROW_BIT(row)))
			continue;
		if (kind != (int) gir_rows[row].kind)
		{
			kind = (int) gir_rows[row].kind;
			memset(&weights, 0, sizeof(weights));
			if (!note_columns(&rule->left, false, (gir_row_id) row, &weights) ||
				!note_columns(&rule->right, true, (gir_row_id) row, &weights))
				return false;
		}
		for (slot = 0; slot < GIR_MAX_COLUMNS; slot++)
			sum += numbers[row][slot] * weights.weight[slot];
		if (!satisfied(rule->relation, sum - rule->constant))
			return false;
	}
	return true;
}

/* ---- rules in cells ---- */

/* True if a rule that compares cells with a constant plainly holds. */
static bool
holds_in_cells(plain_numbers numbers, const gir_rule *rule)
{
	int			row,
				slot;

	if (rule->left.count != 1 || rule->left.terms[0].row != GIR_NO_ROW ||
		rule->left.terms[0].column != GIR_NO_COLUMN || rule->right.count != 0 ||
		rule->relation != GIR_AT_LEAST || rule->constant != 0)
		return false;

	for (row = 0; row < GIR_ROW_COUNT; row++)
	{
		const gir_kind_info *kind = &gir_kinds[gir_rows[row].kind];
		int64_t		all = 0;

		if (!(rule->rows & GIR_ROW_BIT(row)))
			continue;
		for (slot = 0; slot < kind->ncolumns; slot++)
		{
			if (rule->columns & GIR_COLUMN_BIT(kind->columns[slot]))
				all |= numbers[row][slot];
		}
		if (all < 0)
			return false;
	}
	return true;
}

/* True if every rule of severity "error" plainly holds. */
bool
gir_plainly_valid(const gir_figures *figures)
{
	plain_numbers numbers;
	int			i;

	if (!get_numbers(figures, numbers))
		return false;
	for (i = 0; i < gir_rules_report.count; i++)
	{
		const gir_rule *rule = &gir_rules_report.rules[i];
		bool		holds;

		if (rule->severity != GIR_ERROR)
			continue;
		if (rule->places == GIR_IN_COLUMNS)
			holds = holds_in_columns(numbers, rule);
		else if (rule->places == GIR_IN_ROWS)
			holds = holds_in_rows(numbers, rule);
		else
			holds = rule->places == GIR_IN_CELLS && holds_in_cells(numbers, rule);
		if (!holds)
			return false;
	}
	return true;
}
