/*
 * totals.h
 *		The sums of the reports of each year, and the rates of these sums.
 */
#ifndef REVIEW_TOTALS_H
#define REVIEW_TOTALS_H

#include <stdio.h>

#include "bin/review/figures.h"
#include "bin/review/metrics.h"

/* The results of requests, which together are those concluded. */
#define RESULT_COUNT 6

extern const text_id total_results[RESULT_COUNT];	/* labels of figures */

/* The sums, fetched at once. */
typedef struct totals
{
	PGresult   *result;			/* a row for each year, NULL last */
	int			reports;		/* that are in them */
} totals;

/*
 * Columns.  Each figure is followed by the number of reports that have it, and
 * each rate likewise; the results are of those reports that have all of them.
 */
enum
{
	TOTAL_YEAR,
	TOTAL_REPORTS,
	TOTAL_RESULT_REPORTS,
	TOTAL_RESULTS,
	TOTAL_FIGURES = TOTAL_RESULTS + RESULT_COUNT
};

#define TOTAL_SUM(i) (TOTAL_FIGURES + 2 * (i))
#define TOTAL_METRIC(i) (TOTAL_SUM(figure_count) + 2 * (i))

/* Add up; false after a failure, which is printed. */
bool		totals_read(const file_table *table, const entry_list *list, const metric_list *metrics, totals *totals);

/* A field; NULL for NULL. */
const char *totals_field(const totals *totals, int row, int column);

/* The sections of the overview. */
void		write_totals(FILE *out, const totals *totals, const entry_list *list);
void		write_rates(FILE *out, const totals *totals, const metric_list *metrics);

void		totals_free(totals *totals);

#endif							/* REVIEW_TOTALS_H */
