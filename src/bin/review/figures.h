/*
 * figures.h
 *		The figures that the overview shows of each year, and the queries of them.
 *
 * A report has a figure or has not: one of several rows is there if all rows are
 * that the report's form prints, and else NULL.  What is added up over reports is
 * therefore a sum over those reports that are counted for it, and over no others.
 */
#ifndef REVIEW_FIGURES_H
#define REVIEW_FIGURES_H

#include <stdio.h>

#include "bin/review/table.h"
#include "bin/review/texts.h"

#define MAX_FIGURE_CELLS 8

/* A figure, and the cells that are in it, as fields of a report. */
typedef struct figure
{
	text_id		label;
	int			section;
	const char *instead;		/* the one cell that another form has in place of the cells, or NULL */
	const char *cells[MAX_FIGURE_CELLS];
} figure;

extern const figure figures[];
extern const int figure_count;

/* Index of the figure with a label. */
int			figure_find(text_id label);

/*
 * Begin a query: "WITH r AS (...)" of the reports that count, with agency (NULL
 * if not named), year, report, and f0, f1 ... for the figures.
 */
void		figures_begin_query(FILE *query);

/* Run such a query over the reports that count; NULL after a failure, which is printed. */
PGresult   *figures_query(const file_table *table, const entry_list *list, const char *query);

#endif							/* REVIEW_FIGURES_H */
