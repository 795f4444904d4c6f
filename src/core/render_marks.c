/*
 * render_marks.c
 *		Which cells take part in a failing identity, and what is suggested.
 *
 * A cell that is blank is not marked: a number is missing there, not wrong.
 */
#include "core/render.h"

#include <string.h>

#include "core/identity.h"

/* True if a cell is on a side of a finding. */
static bool
side_has_cell(const gir_rendering *r, const gir_finding *finding, const gir_side *side, int cell)
{
	const gir_term *used[GIR_MAX_TERMS];
	int			nused = gir_used_terms(side, r->source->subject.figures, NULL, used);
	int			i;

	for (i = 0; i < nused; i++)
	{
		if (gir_term_cell(used[i], finding->row, finding->column) == cell)
			return true;
	}
	return false;
}

/* True if a finding is about a cell. */
bool
gir_finding_has_cell(const gir_rendering *r, const gir_finding *finding, int cell)
{
	return r->source->subject.figures->known[cell] &&
		(side_has_cell(r, finding, &finding->rule->left, cell) ||
		 side_has_cell(r, finding, &finding->rule->right, cell));
}

/* Keep a failure and mark its cells.  What repeats other findings is left out. */
static bool
keep_finding(void *context, const gir_finding *finding)
{
	gir_rendering *r = context;
	gir_severity severity = gir_rule_severity(finding->rule);
	uint8_t		mark = severity == GIR_ERROR ? GIR_MARK_ERROR : GIR_MARK_WARNING;
	int			cell;

	if (finding->verdict != GIR_FAIL || severity == GIR_INFO ||
		r->nfindings == GIR_RENDER_FINDINGS)
		return true;
	r->findings[r->nfindings++] = *finding;
	r->nerrors += severity == GIR_ERROR;
	for (cell = 0; cell < GIR_CELL_COUNT; cell++)
	{
		if (r->marks[cell] < mark && gir_finding_has_cell(r, finding, cell))
			r->marks[cell] = mark;
	}
	return true;
}

/* Keep a suggestion, if it is among the best of its part. */
static void
keep_suggestion(void *context, const gir_suggestion *suggestion)
{
	gir_rendering *r = context;
	gir_kept_suggestion *kept;
	int			i;

	if (suggestion->rank > GIR_RENDER_RANKS || r->nsuggestions == GIR_RENDER_SUGGESTIONS)
		return;
	kept = &r->suggestions[r->nsuggestions++];
	kept->suggestion = *suggestion;
	if (suggestion->solution == NULL)
		return;
	kept->solution = *suggestion->solution;
	kept->suggestion.solution = &kept->solution;

	/* next to the number stands only what is not one of several possibilities */
	for (i = 0; suggestion->nsolutions == 1 && i < kept->solution.nchanges; i++)
	{
		const gir_change *change = &kept->solution.changes[i];

		r->suggested[change->cell] = change->determined;
		r->suggested_value[change->cell] = change->value;
	}
}

/* Find the failures, and what is suggested. */
void
gir_find_marks(gir_rendering *r)
{
	r->nfindings = r->nerrors = r->nsuggestions = 0;
	memset(r->marks, GIR_MARK_NONE, sizeof(r->marks));
	memset(r->suggested, false, sizeof(r->suggested));
	gir_check_scope(GIR_SCOPE_REPORT, &r->source->subject, keep_finding, r);
	if (r->nerrors > 0)
		gir_suggest(r->source->subject.figures, &r->solutions, keep_suggestion, r);
}
