/*
 * missing.h
 *		Who has not reported, who is not on the list, who has reported twice: parts
 *		of the overview.
 */
#ifndef REVIEW_MISSING_H
#define REVIEW_MISSING_H

#include <stdio.h>

#include "bin/review/agencies.h"

/* The list compared with the reports, for each year. */
void		write_missing(FILE *out, const agency_list *agencies, const entry_list *entries);

/* True if there are two reports by one agency on one year. */
bool		has_twins(const entry_list *entries);

/* These reports, together. */
void		write_twins(FILE *out, const entry_list *entries);

#endif							/* REVIEW_MISSING_H */
