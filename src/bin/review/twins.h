/*
 * twins.h
 *		Reports by one agency on one year: which of them counts.
 */
#ifndef REVIEW_TWINS_H
#define REVIEW_TWINS_H

#include "bin/review/table.h"

/*
 * Compare the numbers of such reports.  If no two of them have different numbers in
 * a cell, the one with the most counts, the first of those; and else none does.
 * False after a failure, which is printed.
 */
bool		twins_compare(const file_table *table, entry_list *list);

#endif							/* REVIEW_TWINS_H */
