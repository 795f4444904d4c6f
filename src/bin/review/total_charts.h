/*
 * total_charts.h
 *		The charts of the sums: requests received by year, requests by result.
 */
#ifndef REVIEW_TOTAL_CHARTS_H
#define REVIEW_TOTAL_CHARTS_H

#include "bin/review/totals.h"

void		write_total_charts(FILE *out, const totals *totals);

#endif							/* REVIEW_TOTAL_CHARTS_H */
