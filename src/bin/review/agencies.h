/*
 * agencies.h
 *		The list of agencies that have to report.
 */
#ifndef REVIEW_AGENCIES_H
#define REVIEW_AGENCIES_H

#include "bin/review/entries.h"

typedef struct agency
{
	char	   *name;			/* as in the list */
	char	   *key;			/* as it is compared */
} agency;

typedef struct agency_list
{
	agency	   *items;			/* in the order of the file, each once */
	int			count;
	int			repeated;		/* lines that name an agency again */
	agency	  **by_key;			/* in the order of the keys */
} agency_list;

/* Read a file with an agency a line; false after a failure, which is printed. */
bool		agencies_read(const char *path, agency_list *list);

/* Is an agency, given by its key, in the list? */
bool		agencies_has(const agency_list *list, const char *key);

/*
 * For each agency of the list, in its order, whether there is a report of it on
 * a year (0 for any).  The result is to be freed by the caller; *count is how many.
 */
bool	   *agencies_reported(const agency_list *list, const entry_list *entries, int year, int *count);

void		agencies_free(agency_list *list);

#endif							/* REVIEW_AGENCIES_H */
