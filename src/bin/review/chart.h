/*
 * chart.h
 *		Small charts as SVG, each with its numbers as text.
 */
#ifndef REVIEW_CHART_H
#define REVIEW_CHART_H

#include <stdio.h>

/* A bar: a label of the interface or a year, its number in digits, a class for its colour. */
typedef struct chart_bar
{
	const char *label;
	const char *digits;			/* a whole number that is not negative */
	const char *class;
} chart_bar;

/* Bars one below another; "id" is unique on the page. */
void		chart_write(FILE *out, const char *id, const char *title, const chart_bar *bars, int count);

#endif							/* REVIEW_CHART_H */
