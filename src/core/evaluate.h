/*
 * evaluate.h
 *		A run over the rules of a scope, and a rule at work in it.
 */
#ifndef GIR_EVALUATE_H
#define GIR_EVALUATE_H

#include "core/identity.h"

/* A run over the rules of a scope. */
typedef struct gir_evaluation
{
	const gir_subject *subject;
	gir_finding_function function;
	void	   *context;

	/* Only errors are looked for: forms and names do not matter. */
	bool		errors_only;

	gir_obstacle obstacle;		/* why nothing can be assessed, or none */
	gir_body	body;
	gir_row_forms forms;
	gir_row_forms other_forms;
	bool		in_form[GIR_CELL_COUNT];	/* cells that one of the reports has */
} gir_evaluation;

/* The terms of a side that are used. */
typedef struct gir_used_side
{
	int			count;
	const gir_term *terms[GIR_MAX_TERMS];
} gir_used_side;

/* A rule at work. */
typedef struct gir_rule_at_work
{
	const gir_rule *rule;
	gir_used_side left;
	gir_used_side right;
	gir_used_side unless;
} gir_rule_at_work;

/* The forms that the reports have in a row, as bits. */
extern uint8_t gir_forms_of_row(const gir_evaluation *ev, gir_row_id row);

/* True if a form prints a cell. */
extern bool gir_form_has_cell(int form, int cell);

/* Evaluate a rule's sums at the finding's place. */
extern void gir_compare_sides(const gir_evaluation *ev, const gir_rule_at_work *work,
							  gir_finding *finding);

/*
 * True if a report satisfies every rule of severity "error" even if whatever it
 * lacks counts as 0.  A valid report need not.
 */
extern bool gir_plainly_valid(const gir_figures *figures);

#endif							/* GIR_EVALUATE_H */
