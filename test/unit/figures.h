/*
 * figures.h
 *		Hand-made figures for tests of the identities.
 *
 * In section 3 every result is 1 for each kind of applicant, so that in the 2021
 * form 21 requests are concluded in each column, and 19 in the 2019 form.  Two
 * are carried in and two are carried out, so that as many are received.  Totals
 * are six times that.  In section 4 the outcomes are 1, 2, 3 and 4, ten in all.
 */
#ifndef GIR_FIGURES_H
#define GIR_FIGURES_H

#include "unit.h"

#define FIGURES_FINDINGS 1024

/* A finding as expected. */
typedef struct expected_finding
{
	const char *rule;
	gir_row_id	row;
	gir_column	column;
	const char *left;
	const char *right;
} expected_finding;

/* Findings of one verdict, of the identities of sections 3 and 4. */
typedef struct finding_list
{
	gir_verdict verdict;		/* to be kept */
	int			nfindings;
	gir_finding findings[FIGURES_FINDINGS];
} finding_list;

/* Figures of a form that satisfy all identities. */
extern void figures_make(gir_figures *figures, int form);

/* Set a cell, or make it blank. */
extern void figures_set(gir_figures *figures, gir_row_id row, gir_column column, int64_t value);
extern void figures_add(gir_figures *figures, gir_row_id row, gir_column column, int64_t value);
extern void figures_blank(gir_figures *figures, gir_row_id row, gir_column column);

/* Take a row out. */
extern void figures_drop_row(gir_figures *figures, gir_row_id row);

/* The findings of a verdict. */
extern void figures_check(const gir_figures *figures, gir_verdict verdict, finding_list *list);

/* Assert that the failures are just these, in order; and that gir_valid agrees. */
#define figures_assert_failures(figures, expected, nexpected) \
	figures_check_failures(figures, expected, nexpected, __FILE__, __LINE__)
extern void figures_check_failures(const gir_figures *figures, const expected_finding *expected,
								   int nexpected, const char *file, int line);

#endif							/* GIR_FIGURES_H */
