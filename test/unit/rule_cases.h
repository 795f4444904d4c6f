/*
 * rule_cases.h
 *		Figures for the tests of rules: random ones that add up, and a record of
 *		what the rules find in them.
 */
#ifndef GIR_RULE_CASES_H
#define GIR_RULE_CASES_H

#include "unit.h"

/* Repeatable random numbers. */
extern void case_seed(uint64_t seed);
extern int64_t case_random(int64_t limit);

/* Set a cell, and with it its row and section. */
extern void case_set(gir_figures *figures, gir_row_id row, gir_column column, int64_t value);

/* Take a row or a section away. */
extern void case_drop_row(gir_figures *figures, gir_row_id row);
extern void case_drop_section(gir_figures *figures, int section);

/* True if a form prints a row or a cell. */
extern bool case_has_row(int form, gir_row_id row);
extern bool case_has_cell(int form, int cell);

/* Random figures in a form, in which everything adds up. */
extern void case_draw(gir_figures *figures, int form);

/* The figures added up cell by cell. */
extern void case_add(gir_figures *sum, const gir_figures *figures);

/* What a rule found at a place. */
typedef struct case_result
{
	const char *rule;
	gir_row_id	row;
	gir_column	column;
	gir_verdict verdict;
	gir_obstacle obstacle;
	int			blanks;
	char		expression[4096];
	char		message[8192];
} case_result;

#define CASE_RESULTS 600

typedef struct case_results
{
	int			count;
	case_result results[CASE_RESULTS];
} case_results;

/* Check, and keep what is found; all texts are looked at as well. */
extern void case_check(gir_scope scope, const gir_subject *subject, case_results *results);

/* How many results a rule has, with a verdict. */
extern int	case_count(const case_results *results, const char *rule, gir_verdict verdict);

/* What a rule found at a place; the test fails if it was not there. */
extern const case_result *case_find(const case_results *results, const char *rule,
									gir_row_id row, gir_column column);

#endif							/* GIR_RULE_CASES_H */
