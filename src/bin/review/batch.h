/*
 * batch.h
 *		Reports with all that their pages show, some at a time.
 */
#ifndef REVIEW_BATCH_H
#define REVIEW_BATCH_H

#include "bin/review/table.h"

/* Kinds of things that are found in a report. */
typedef enum item_kind
{
	ITEM_TABLE,					/* a rule on the tables fails */
	ITEM_PROSE,					/* prose and tables differ */
	ITEM_SUGGESTION,			/* a cell that is probably wrong, and its number */
	ITEM_READING				/* something printed did not become a number, or is doubtful */
} item_kind;

/* One of them.  Strings belong to the batch; NULL is NULL. */
typedef struct item
{
	item_kind	kind;
	severity	severity;
	const char *rule;			/* or the diagnostic's code */
	int			section;		/* 0 for none */
	const char *row_code;
	const char *column_code;
	const char *expression;
	const char *left;
	const char *right;
	const char *difference;
	const char *message;
	int			line;			/* in the text, from 1; 0 for no place */
	int			position;		/* characters from 1; 0 for no place */
	int			length;			/* characters */
	const char *raw;			/* the words in the text */
	int			part;			/* suggestions: which part of the report, which solution of how many */
	int			solution;		/* 0 if there is none */
	int			solutions;
	const char *printed;
	const char *suggested;
} item;

/* A cell of the form, and where it is printed. */
typedef struct cell
{
	int			section;
	const char *row_code;
	const char *column_code;
	const char *row_label;
	const char *column_label;
	int			line;			/* 0 if it is not in the text */
	int			position;
	int			length;
} cell;

/* A report with all that its page shows. */
typedef struct report
{
	const entry *entry;
	const char *sha256;
	const char *loaded_at;
	bool		complete;		/* every cell holds a number */
	const char *passed;			/* how many rules hold, fail, cannot be assessed */
	const char *failed;
	const char *not_assessable;
	const char *body;			/* NULL without a text */
	const char *tables;			/* as HTML */
	const char *const *metrics;	/* in the order of gireport_metrics */
	const item *items;			/* findings, suggestions, readings; the worst first of each */
	int			item_count;
	const cell *cells;
	int			cell_count;
} report;

typedef struct batch
{
	int			count;
	report	   *reports;
	item	   *items;
	cell	   *cells;
	const char **metrics;
	PGresult   *results[3];
} batch;

/* How many entries, from the first of so many, are fetched together. */
size_t		batch_size(const entry *entries, size_t count);

/* Fetch reports; false after a failure, which is printed. */
bool		batch_fetch(const file_table *table, const entry *entries, size_t count, batch *batch);

void		batch_free(batch *batch);

/* The label of a cell's row or column as the form has it, or NULL. */
const char *report_row_label(const report *report, const item *item);
const char *report_column_label(const report *report, const item *item);

#endif							/* REVIEW_BATCH_H */
