/*
 * findings.h
 *		What is found in a report, as parts of its page.
 */
#ifndef REVIEW_FINDINGS_H
#define REVIEW_FINDINGS_H

#include <stdio.h>

#include "bin/review/places.h"
#include "bin/review/texts.h"

/* A severity's class in the style sheet, and its word. */
const char *severity_class(severity severity);
text_id		severity_text(severity severity);

/* A severity or a status as a badge: a sign and a word, so that colour is not needed. */
void		write_severity_badge(FILE *out, severity severity);
void		write_status_badge(FILE *out, entry_status status);

/* A link to something found, by its number, from elsewhere on the page. */
void		write_item_link(FILE *out, const report *report, int item);

/* The sections of a report's page; those that would be empty say so or are left out. */
void		write_findings(FILE *out, const report *report, const places *places);
void		write_suggestions(FILE *out, const report *report);
void		write_readings(FILE *out, const report *report, const places *places);

/*
 * A diagnostic in Chinese: its place, as the message has it, and what is the
 * matter.  The text is plain, to be freed by the caller.
 */
char	   *reading_message(const item *item);

#endif							/* REVIEW_FINDINGS_H */
