/*
 * report_page.h
 *		The page of one report.
 */
#ifndef REVIEW_REPORT_PAGE_H
#define REVIEW_REPORT_PAGE_H

#include <stdio.h>

#include "bin/review/batch.h"
#include "bin/review/metrics.h"

/* Write the page; the entries before and after it in the overview may be NULL. */
void		write_report_page(FILE *out, const report *report, const metric_list *metrics,
							  const entry *previous, const entry *next);

#endif							/* REVIEW_REPORT_PAGE_H */
