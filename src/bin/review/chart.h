/*
 * chart.h
 *		Small charts as SVG, each with its numbers as text.
 */
#ifndef REVIEW_CHART_H
#define REVIEW_CHART_H

#include <stdio.h>

/* In how many reports of how many a number is. */
typedef struct chart_coverage
{
	int			in;
	int			of;
} chart_coverage;

/* A bar: a label of the interface or a year, its number in digits, a class for its colour. */
typedef struct chart_bar
{
	const char *label;
	const char *digits;			/* a whole number; one below 0 has no bar */
	const char *class;
	chart_coverage coverage;	/* shown if it is not in all */
} chart_bar;

/*
 * Bars one below another; "id" is unique on the page.  "coverage" is that of all
 * bars together, and always shown; NULL without.
 */
void		chart_write(FILE *out, const char *id, const char *title, const chart_coverage *coverage,
						const chart_bar *bars, int count);

#endif							/* REVIEW_CHART_H */
