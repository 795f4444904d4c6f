/*
 * csv.h
 *		The findings of all reports as a table: RFC 4180 in UTF-8 with a byte order
 *		mark, so that spreadsheets open it as it is.
 *
 * Text that a spreadsheet would take for a formula begins with an apostrophe.
 */
#ifndef REVIEW_CSV_H
#define REVIEW_CSV_H

#include <stdio.h>

#include "bin/review/batch.h"

/* The byte order mark and the heads of the columns. */
void		csv_begin(FILE *out);

/* A line for each thing found in a report. */
void		csv_write_report(FILE *out, const report *report);

/* The line of a file that is no report. */
void		csv_write_no_report(FILE *out, const entry *entry);

#endif							/* REVIEW_CSV_H */
