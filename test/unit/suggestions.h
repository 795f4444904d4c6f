/*
 * suggestions.h
 *		Suggested repairs kept in a list, for tests.
 */
#ifndef GIR_SUGGESTIONS_H
#define GIR_SUGGESTIONS_H

#include "core/suggest.h"

/* More than any of the tests needs. */
#define UNIT_SUGGESTIONS (10 * GIR_MAX_SOLUTIONS)

/* All suggestions for a report. */
typedef struct suggestions
{
	int			n;
	gir_suggestion list[UNIT_SUGGESTIONS];
	gir_solution solutions[UNIT_SUGGESTIONS];	/* what the list points to */
} suggestions;

/* Find the suggestions for a report; the test fails if they are too many. */
extern void unit_suggest(const gir_figures *figures, suggestions *found);

#endif							/* GIR_SUGGESTIONS_H */
