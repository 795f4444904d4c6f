/*
 * overview.h
 *		The page with all files.
 */
#ifndef REVIEW_OVERVIEW_H
#define REVIEW_OVERVIEW_H

#include <stdio.h>

#include "bin/review/agencies.h"
#include "bin/review/growth.h"
#include "bin/review/totals.h"

/* All that is on it. */
typedef struct overview
{
	const char *table;			/* the table's name, as it was given */
	const char *database;
	const entry_list *entries;
	const agency_list *agencies;	/* NULL without a list */
	const totals *totals;
	const growth *growth;
	const metric_list *metrics;
} overview;

/* Write the page. */
void		write_overview(FILE *out, const overview *overview);

#endif							/* REVIEW_OVERVIEW_H */
