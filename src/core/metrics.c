/*
 * metrics.c
 *		The rates that are computed from a report, as const data.
 */
#include "core/metrics.h"

#include <stddef.h>

#include "core/identity.h"
#include "core/wide.h"

struct gir_metric
{
	const char *code;
	gir_side	numerator;
	gir_side	denominator;	/* no terms: the metric is no ratio */
};

/* The total of a row. */
#define TOTAL(row) {row, GIR_COL_TOTAL, 0, 0}

/* The same in one of the forms alone; see gir_term. */
#define TOTAL_OF(row, alternative) {row, GIR_COL_TOTAL, alternative, 0}

/* ---- section 2 ---- */

static const gir_term licensing[] = {
	{GIR_ROW_LICENSING, GIR_COL_DECISIONS, 0, GIR_TERM_NEEDED},
};

static const gir_term penalty[] = {
	{GIR_ROW_PENALTY, GIR_COL_DECISIONS, 0, GIR_TERM_NEEDED},
};

/* ---- section 3 ---- */

static const gir_term received[] = {TOTAL(GIR_ROW_RECEIVED)};
static const gir_term accepted[] = {TOTAL(GIR_ROW_RECEIVED), TOTAL(GIR_ROW_CARRIED_IN)};
static const gir_term concluded[] = {TOTAL(GIR_ROW_CONCLUDED)};
static const gir_term granted[] = {TOTAL(GIR_ROW_GRANTED)};
static const gir_term disclosed[] = {TOTAL(GIR_ROW_GRANTED), TOTAL(GIR_ROW_PARTIALLY_GRANTED)};

static const gir_term denied[] = {
	TOTAL(GIR_ROW_DENIED_STATE_SECRET), TOTAL(GIR_ROW_DENIED_PROHIBITED_BY_LAW),
	TOTAL(GIR_ROW_DENIED_SECURITY_STABILITY), TOTAL(GIR_ROW_DENIED_THIRD_PARTY),
	TOTAL(GIR_ROW_DENIED_INTERNAL_AFFAIRS), TOTAL(GIR_ROW_DENIED_DELIBERATIVE),
	TOTAL(GIR_ROW_DENIED_ENFORCEMENT_FILE), TOTAL(GIR_ROW_DENIED_ADMINISTRATIVE_QUERY),
};

static const gir_term unavailable[] = {
	TOTAL(GIR_ROW_UNAVAILABLE_NOT_HELD), TOTAL(GIR_ROW_UNAVAILABLE_NEEDS_CREATION),
	TOTAL(GIR_ROW_UNAVAILABLE_UNCLEAR),
};

static const gir_term rejected[] = {
	TOTAL(GIR_ROW_REJECTED_PETITION), TOTAL(GIR_ROW_REJECTED_REPEAT),
	TOTAL(GIR_ROW_REJECTED_PUBLICATION), TOTAL(GIR_ROW_REJECTED_EXCESSIVE),
	TOTAL(GIR_ROW_REJECTED_CONFIRMATION),
};

static const gir_term other[] = {
	TOTAL_OF(GIR_ROW_OTHER_NOT_CORRECTED, 1), TOTAL_OF(GIR_ROW_OTHER_FEE_UNPAID, 1),
	TOTAL_OF(GIR_ROW_OTHER_MISC, 1), TOTAL_OF(GIR_ROW_OTHER_HANDLING, 2),
};

/* ---- section 4 ---- */

#define CORRECTED(row) {row, GIR_COL_CORRECTED, 0, 0}
#define PENDING_OFF(row) {row, GIR_COL_PENDING, 0, GIR_TERM_MINUS}

static const gir_term reconsiderations_corrected[] = {CORRECTED(GIR_ROW_RECONSIDERATION)};
static const gir_term reconsiderations[] = {TOTAL(GIR_ROW_RECONSIDERATION)};

static const gir_term reconsiderations_decided[] = {
	TOTAL(GIR_ROW_RECONSIDERATION), PENDING_OFF(GIR_ROW_RECONSIDERATION),
};

static const gir_term lawsuits_corrected[] = {
	CORRECTED(GIR_ROW_LITIGATION_DIRECT), CORRECTED(GIR_ROW_LITIGATION_AFTER_RECONSIDERATION),
};

static const gir_term lawsuits[] = {
	TOTAL(GIR_ROW_LITIGATION_DIRECT), TOTAL(GIR_ROW_LITIGATION_AFTER_RECONSIDERATION),
};

static const gir_term lawsuits_decided[] = {
	TOTAL(GIR_ROW_LITIGATION_DIRECT), TOTAL(GIR_ROW_LITIGATION_AFTER_RECONSIDERATION),
	PENDING_OFF(GIR_ROW_LITIGATION_DIRECT), PENDING_OFF(GIR_ROW_LITIGATION_AFTER_RECONSIDERATION),
};

static const gir_term disputes_corrected[] = {
	CORRECTED(GIR_ROW_RECONSIDERATION),
	CORRECTED(GIR_ROW_LITIGATION_DIRECT), CORRECTED(GIR_ROW_LITIGATION_AFTER_RECONSIDERATION),
};

static const gir_term disputes[] = {
	TOTAL(GIR_ROW_RECONSIDERATION),
	TOTAL(GIR_ROW_LITIGATION_DIRECT), TOTAL(GIR_ROW_LITIGATION_AFTER_RECONSIDERATION),
};

/* ---- the metrics ---- */

static const gir_metric metrics[] = {
	{"requests_accepted", GIR_SIDE(accepted), {0, NULL}},
	{"disclosure_rate_of_concluded", GIR_SIDE(disclosed), GIR_SIDE(concluded)},
	{"full_disclosure_rate_of_concluded", GIR_SIDE(granted), GIR_SIDE(concluded)},
	{"denied_share_of_concluded", GIR_SIDE(denied), GIR_SIDE(concluded)},
	{"unavailable_share_of_concluded", GIR_SIDE(unavailable), GIR_SIDE(concluded)},
	{"rejected_share_of_concluded", GIR_SIDE(rejected), GIR_SIDE(concluded)},
	{"other_share_of_concluded", GIR_SIDE(other), GIR_SIDE(concluded)},
	{"reconsideration_correction_rate_of_total",
	GIR_SIDE(reconsiderations_corrected), GIR_SIDE(reconsiderations)},
	{"reconsideration_correction_rate_of_decided",
	GIR_SIDE(reconsiderations_corrected), GIR_SIDE(reconsiderations_decided)},
	{"litigation_correction_rate_of_total", GIR_SIDE(lawsuits_corrected), GIR_SIDE(lawsuits)},
	{"litigation_correction_rate_of_decided", GIR_SIDE(lawsuits_corrected), GIR_SIDE(lawsuits_decided)},
	{"dispute_correction_rate_of_total", GIR_SIDE(disputes_corrected), GIR_SIDE(disputes)},
	{"disputes_per_request_received", GIR_SIDE(disputes), GIR_SIDE(received)},
	{"corrections_per_request_received", GIR_SIDE(disputes_corrected), GIR_SIDE(received)},
	{"licensing_per_penalty_decision", GIR_SIDE(licensing), GIR_SIDE(penalty)},
};

_Static_assert(sizeof(metrics) / sizeof(metrics[0]) == GIR_METRIC_COUNT,
			   "GIR_METRIC_COUNT must count the metrics");

/* A metric by its number. */
const gir_metric *
gir_metric_at(int number)
{
	return &metrics[number];
}

/* Stable name of a metric. */
const char *
gir_metric_code(const gir_metric *metric)
{
	return metric->code;
}

/* True if a metric has a denominator. */
bool
gir_metric_is_ratio(const gir_metric *metric)
{
	return metric->denominator.count > 0;
}

/* Add up a side; false if that cannot be done. */
static bool
add_side(const gir_figures *figures, const gir_side *side, gir_wide *sum)
{
	const gir_term *terms[GIR_MAX_TERMS];
	int			nterms = gir_used_terms(side, figures, NULL, terms);
	int			i;

	for (i = 0; i < nterms; i++)
	{
		int			cell = gir_term_cell(terms[i], GIR_NO_ROW, GIR_NO_COLUMN);

		if (!figures->row_present[GIR_CELL_ROW(cell)])
			return false;
		if (figures->known[cell])
		{
			if (terms[i]->flags & GIR_TERM_MINUS)
				gir_wide_take(sum, figures->value[cell]);
			else
				gir_wide_add(sum, figures->value[cell]);
		}
		else if ((terms[i]->flags & GIR_TERM_NEEDED) || terms[i]->column == GIR_COL_TOTAL)
			return false;
	}
	return true;
}

/* Compute a metric. */
bool
gir_compute_metric(const gir_figures *figures, const gir_metric *metric, gir_ratio *ratio)
{
	static const gir_wide zero = {0, 0};

	ratio->numerator = zero;
	ratio->denominator = zero;
	if (!gir_metric_is_ratio(metric))
		gir_wide_add(&ratio->denominator, 1);
	return add_side(figures, &metric->numerator, &ratio->numerator) &&
		add_side(figures, &metric->denominator, &ratio->denominator) &&
		gir_wide_compare(ratio->denominator, zero) > 0;
}
