/*
 * metrics.h
 *		The rates of gireport_metrics, with the names and formulas of the catalogue.
 */
#ifndef REVIEW_METRICS_H
#define REVIEW_METRICS_H

#include <stdio.h>

#include "bin/review/table.h"

typedef struct metric
{
	char	   *name;			/* the field of gireport_metrics */
	char	   *label;			/* its comment: the name in Chinese ... */
	char	   *formula;		/* ... and what is computed; "" if it does not say */
} metric;

typedef struct metric_list
{
	metric	   *items;
	int			count;
} metric_list;

/* Read them; false after a failure, which is printed. */
bool		metrics_read(const file_table *table, metric_list *list);

/* Write a value as its kind asks for: a percentage, a count, a ratio; NULL is a dash. */
void		metrics_put(FILE *out, const metric *metric, const char *value);

/* Write a share as a percentage; NULL is a dash. */
void		metrics_put_percentage(FILE *out, const char *value);

void		metrics_free(metric_list *list);

#endif							/* REVIEW_METRICS_H */
