/*
 * metrics.h
 *		The rates that are computed from a report, as const data.
 */
#ifndef GIR_METRICS_H
#define GIR_METRICS_H

#include "core/gireport_core.h"

typedef struct gir_metric gir_metric;

/* A metric's value: a number, or the ratio of two. */
typedef struct gir_ratio
{
	gir_wide	numerator;
	gir_wide	denominator;
} gir_ratio;

/* All metrics in their order, by number from 0. */
#define GIR_METRIC_COUNT 15
extern const gir_metric *gir_metric_at(int number);

/* Stable name of a metric, with its denominator if it has one. */
extern const char *gir_metric_code(const gir_metric *metric);

/* True if a metric has a denominator. */
extern bool gir_metric_is_ratio(const gir_metric *metric);

/*
 * Compute a metric; a metric that is no ratio has the denominator 1.  Returns
 * false if it has no value: the denominator is not positive, a row that it needs
 * is absent, or a cell that it needs is blank.  As everywhere, a blank detail
 * counts as 0, and a blank total is an omission.
 */
extern bool gir_compute_metric(const gir_figures *figures, const gir_metric *metric,
							   gir_ratio *ratio);

#endif							/* GIR_METRICS_H */
