/*
 * totals.h
 *		The sums of the reports of each year, and the rates of these sums.
 */
#ifndef REVIEW_TOTALS_H
#define REVIEW_TOTALS_H

#include <stdio.h>

#include "bin/review/metrics.h"

/* The sums, fetched at once. */
typedef struct totals
{
	PGresult   *result;			/* a row for each year, NULL last */
	int			reports;		/* that are in them */
} totals;

/* Add up; false after a failure, which is printed. */
bool		totals_read(const file_table *table, const entry_list *list, totals *totals);

/* The sections of the overview. */
void		write_totals(FILE *out, const totals *totals, const entry_list *list);
void		write_rates(FILE *out, const totals *totals, const metric_list *metrics);

/* The charts of the sums: requests received by year, requests by result. */
void		write_total_charts(FILE *out, const totals *totals);

void		totals_free(totals *totals);

#endif							/* REVIEW_TOTALS_H */
