/*
 * equations.c
 *		The hard identities of a report's numbers as a system of linear
 *		equations.
 */
#include "core/equations.h"

#include <string.h>

#include "core/identity.h"
#include "core/wide.h"

_Static_assert(GIR_ROW_COUNT + 3 * GIR_MAX_COLUMNS <= GIR_MAX_EQUATIONS,
			   "sets of equations need more bits");

/* The number printed in a cell, 0 if it is blank. */
int64_t
gir_printed_number(const gir_system *system, int cell)
{
	return system->figures->known[cell] ? system->figures->value[cell] : 0;
}

/* Add a number to a sum, or take it away. */
void
gir_accumulate(gir_wide *sum, int64_t value, bool minus)
{
	if (minus)
		gir_wide_take(sum, value);
	else
		gir_wide_add(sum, value);
}

/*
 * Find out if a sum is, or can be, judged at a place.  One that has a blank
 * total is asleep if there is a reason to change that cell: another equation.
 * With a second blank total it is not judged, whatever is changed.
 */
static bool
can_be_judged(const gir_system *system, const gir_rule *rule, const gir_side *side,
			  gir_row_id row, gir_column column, int *waits_for)
{
	const gir_term *terms[GIR_MAX_TERMS];
	int			nterms = gir_used_terms(side, system->figures, NULL, terms);
	int			i;

	for (i = 0; i < nterms; i++)
	{
		int			cell = gir_term_cell(terms[i], row, column);

		if (!system->figures->row_present[GIR_CELL_ROW(cell)])
			return false;
		if (system->figures->known[cell] || !gir_is_omission(rule, terms[i], cell))
			continue;
		if (*waits_for != GIR_NO_CELL || system->member[cell] == 0)
			return false;
		*waits_for = cell;
	}
	return true;
}

/* Add the cells of a side to the equation that is being made, which comes last. */
static void
add_side(gir_system *system, const gir_side *side, bool right, gir_row_id row, gir_column column)
{
	gir_equation *equation = &system->equations[system->nequations];
	gir_equations bit = GIR_EQUATION(system->nequations);
	const gir_term *terms[GIR_MAX_TERMS];
	int			nterms = gir_used_terms(side, system->figures, NULL, terms);
	int			i;

	for (i = 0; i < nterms; i++)
	{
		int			cell = gir_term_cell(terms[i], row, column);
		bool		minus = right != ((terms[i]->flags & GIR_TERM_MINUS) != 0);

		equation->cells[equation->ncells++] = cell;
		gir_accumulate(&equation->residual, gir_printed_number(system, cell), minus);
		system->member[cell] |= bit;
		if (minus)
			system->minus[cell] |= bit;
	}
}

/* Add the equation that a rule is at a place, if it is or can be judged. */
static void
add_equation(gir_system *system, const gir_rule *rule, gir_row_id row, gir_column column)
{
	gir_equations bit = GIR_EQUATION(system->nequations);
	const gir_equation *equation = &system->equations[system->nequations];
	int			waits_for = GIR_NO_CELL;

	if (!can_be_judged(system, rule, &rule->left, row, column, &waits_for) ||
		!can_be_judged(system, rule, &rule->right, row, column, &waits_for))
		return;
	add_side(system, &rule->left, false, row, column);
	add_side(system, &rule->right, true, row, column);
	if (waits_for == GIR_NO_CELL)
		system->awake |= bit;
	else
		system->wakes[waits_for] |= bit;
	if (equation->residual.high != 0 || equation->residual.low != 0)
		system->violated |= bit;
	system->nequations++;
}

/* Add the equations of a rule about rows, or about columns. */
static void
add_equations(gir_system *system, const gir_rule *rule)
{
	const gir_kind_info *applicants = &gir_kinds[GIR_KIND_APPLICANTS];
	int			i;

	for (i = 0; i < GIR_ROW_COUNT && rule->places == GIR_IN_ROWS; i++)
	{
		if (rule->rows & GIR_ROW_BIT(i))
			add_equation(system, rule, (gir_row_id) i, GIR_NO_COLUMN);
	}
	for (i = 0; i < applicants->ncolumns && rule->places == GIR_IN_COLUMNS; i++)
		add_equation(system, rule, GIR_NO_ROW, applicants->columns[i]);
}

/* Note the negative numbers that a rule about cells finds. */
static void
note_negatives(gir_system *system, const gir_rule *rule)
{
	int			cell;

	for (cell = 0; cell < GIR_CELL_COUNT; cell++)
	{
		gir_column	column = gir_cell_column(cell);

		if ((rule->rows & GIR_ROW_BIT(GIR_CELL_ROW(cell))) && column != GIR_NO_COLUMN &&
			(rule->columns & GIR_COLUMN_BIT(column)) && gir_printed_number(system, cell) < 0)
			system->negative[cell] = true;
	}
}

/* Set up the equations of sections 3 and 4: those of rows, then of columns. */
void
gir_build_system(const gir_figures *figures, gir_system *system)
{
	static const gir_places places[] = {GIR_IN_ROWS, GIR_IN_COLUMNS, GIR_IN_CELLS};
	int			p,
				i;

	memset(system, 0, sizeof(*system));
	system->figures = figures;
	for (p = 0; p < (int) (sizeof(places) / sizeof(places[0])); p++)
	{
		for (i = 0; i < gir_rules_report.count; i++)
		{
			const gir_rule *rule = &gir_rules_report.rules[i];

			if (rule->places != places[p] || rule->severity != GIR_ERROR || rule->section < 3)
				continue;
			if (rule->relation == GIR_EQUAL)
				add_equations(system, rule);
			else if (rule->relation == GIR_AT_LEAST)
				note_negatives(system, rule);
		}
	}
}
