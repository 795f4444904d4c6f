/*
 * source_text.h
 *		The text of a report with its lines numbered and the places of findings
 *		marked.
 */
#ifndef REVIEW_SOURCE_TEXT_H
#define REVIEW_SOURCE_TEXT_H

#include <stdio.h>

#include "bin/review/places.h"

/* Write the section of a report's page. */
void		write_source_text(FILE *out, const report *report, const places *places);

#endif							/* REVIEW_SOURCE_TEXT_H */
