/*
 * entries.h
 *		The files in the table, one entry each: what the overview says of them.
 *
 * Entries are small, so that a table of any number of files fits: texts and
 * tables are fetched later, a few at a time.
 */
#ifndef REVIEW_ENTRIES_H
#define REVIEW_ENTRIES_H

#include <stdbool.h>
#include <stddef.h>

/* What there is to say of a file, worst first but for files that are no report. */
typedef enum entry_status
{
	STATUS_ERROR,
	STATUS_WARNING,
	STATUS_CLEAN,				/* no error and no warning; there may be information */
	STATUS_NO_REPORT,
	STATUS_COUNT
} entry_status;

/* Severities, as the extension has them. */
typedef enum severity
{
	SEVERITY_ERROR,
	SEVERITY_WARNING,
	SEVERITY_INFO,
	SEVERITY_COUNT
} severity;

typedef struct entry
{
	char	   *source;
	char	   *agency;			/* NULL if the report does not say */
	char	   *title;			/* NULL if there is none */
	char	   *key;			/* the agency's name in the form that is compared; NULL without */
	char	   *reason;			/* why it is no report, as in the table; NULL if that is not known */
	char	   *code;			/* the same as a diagnostic's code; NULL for a report or without a text */
	char		page[72];		/* "0123456789abcdef.html", by the source's name alone */
	int			year;			/* 0 if the report does not say */
	entry_status status;
	int			findings[SEVERITY_COUNT];
	int			not_assessable;	/* places of rules that could not be judged, for want of numbers */
	size_t		body_size;		/* bytes of text */
	bool		readable;		/* a report can be read from the text, as it should be */
	int			twin;			/* of several reports by one agency on one year: 1 + the index of the
								 * first of them in the list, or 0 */
	int			next_twin;		/* 1 + the index of the next of them, or 0 */
	int			difference;		/* of such a report: cells that differ from the first one's ... */
	int			fewer;			/* ... and those in which only the first has a number ... */
	int			more;			/* ... or only this one */
	int			numbers;		/* of such a report: cells with a number */
	int			odd_section;	/* a cell whose number is too large to be right, ... */
	char	   *odd_row;
	char	   *odd_column;
	char	   *odd_value;		/* ... in digits; NULL if there is none */
	bool		counted;		/* goes into the totals */
} entry;

typedef struct entry_list
{
	entry	   *items;
	size_t		count;
	size_t		allocated;
	size_t		reports;		/* the first so many are reports, in the order of the overview */
	int			by_status[STATUS_COUNT];
	int		   *years;			/* that reports are on, in order, without 0 */
	size_t		year_count;
} entry_list;

/* A severity by its name. */
severity	severity_by_name(const char *name);

/* A new entry at the end, all empty. */
entry	   *entries_add(entry_list *list);

/*
 * Give the pages their names, sort, count, and find reports by one agency on
 * one year.  "hashes" are the SHA-256 sums of the sources in hexadecimal digits,
 * in the order in which entries were added.  Returns false if a source occurs
 * twice, which is printed.
 */
bool		entries_arrange(entry_list *list, char *const *hashes);

void		entries_free(entry_list *list);

/*
 * A name without what makes no difference: spaces, width, invisible characters.
 * To be freed by the caller.
 */
char	   *fold_name(const char *name);

#endif							/* REVIEW_ENTRIES_H */
