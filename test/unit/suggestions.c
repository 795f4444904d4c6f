/*
 * suggestions.c
 *		Suggested repairs kept in a list, for tests.
 */
#include "suggestions.h"

#include "unit.h"

/* Keep a suggestion. */
static void
keep_suggestion(void *context, const gir_suggestion *suggestion)
{
	suggestions *found = context;
	gir_suggestion *kept = &found->list[found->n];

	assert_true(found->n < UNIT_SUGGESTIONS);
	*kept = *suggestion;
	if (suggestion->solution != NULL)
	{
		found->solutions[found->n] = *suggestion->solution;
		kept->solution = &found->solutions[found->n];
	}
	found->n++;
}

/* Find the suggestions for a report. */
void
unit_suggest(const gir_figures *figures, suggestions *found)
{
	static gir_solutions memory;

	found->n = 0;
	gir_suggest(figures, &memory, keep_suggestion, found);
}
