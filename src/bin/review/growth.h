/*
 * growth.h
 *		The main figures of each year against those of the year before.
 */
#ifndef REVIEW_GROWTH_H
#define REVIEW_GROWTH_H

#include <stdbool.h>
#include <stdio.h>

#include "bin/review/table.h"

/* The comparisons, fetched at once. */
typedef struct growth
{
	PGresult   *result;			/* a row for each year that can be compared */
} growth;

/* Compare; false after a failure, which is printed. */
bool		growth_read(const file_table *table, const entry_list *list, growth *growth);

/* True if there is anything to show. */
bool		has_growth(const growth *growth);

/* The section of the overview. */
void		write_growth(FILE *out, const growth *growth);

void		growth_free(growth *growth);

#endif							/* REVIEW_GROWTH_H */
