/*
 * places.h
 *		Where in a report's text its findings are.
 */
#ifndef REVIEW_PLACES_H
#define REVIEW_PLACES_H

#include "bin/review/batch.h"

/* A stretch of the text that something found is about. */
typedef struct mark
{
	int			start;			/* characters from 1 */
	int			end;			/* the first character behind */
	int			line;			/* from 1 */
	int			item;			/* index in the report's items */
} mark;

/* All of a report's, and what of its text is shown. */
typedef struct places
{
	mark	   *marks;			/* in the order of the text */
	int			count;
	int		   *first_line;		/* for each item its first line that is shown, or 0 */
	int			lines;			/* of the text */
	bool		whole;			/* all lines are shown, or those around the marks */
	int			last_line;		/* no marked line behind this one is shown */
} places;

/* So many lines around a marked one are shown of a long text. */
#define LINES_AROUND 12

/* Find the places; "places" is to be freed by places_free. */
void		places_find(const report *report, places *places);

void		places_free(places *places);

/* True if a finding about tables is about a cell. */
bool		item_has_cell(const item *item, const cell *cell);

#endif							/* REVIEW_PLACES_H */
