/*
 * page.h
 *		What all pages have in common.
 */
#ifndef REVIEW_PAGE_H
#define REVIEW_PAGE_H

#include <stdio.h>

#include "bin/review/entries.h"
#include "bin/review/texts.h"

#define OVERVIEW_PAGE "index.html"
#define STYLE_SHEET "style.css"
#define FINDINGS_FILE "findings.csv"

/* Begin a page, up to <body>; the title is text from documents, "extra" may be NULL. */
void		page_begin(FILE *out, const char *title, const char *extra);

void		page_end(FILE *out);

/* A section with its heading; ids are unique on a page. */
void		page_begin_section(FILE *out, const char *id, text_id heading);
void		page_end_section(FILE *out);

/* A table of a section, in a box that scrolls by itself where the page is narrow. */
void		page_begin_table(FILE *out, const char *id, const char *class);
void		page_end_table(FILE *out);

/* What a report is called: its agency, or else its title; shortened if need be. */
void		page_put_name(FILE *out, const entry *entry);

#endif							/* REVIEW_PAGE_H */
