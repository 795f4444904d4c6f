/*
 * rendered.h
 *		Rendered documents, for tests of what is in them.
 */
#ifndef GIR_RENDERED_H
#define GIR_RENDERED_H

#include "core/render.h"

#include "rule_cases.h"

#define RENDERED_SIZE (1 << 21)

/* The document made last. */
extern char rendered[RENDERED_SIZE];
extern size_t rendered_len;

/* Render a report: its tables, and title and agency unless they are NULL. */
extern void rendered_make(const gir_figures *figures, const char *title, const char *agency,
						  int year, gir_format format);

/* Assert that the parser reads these tables from the document; it is parsed into *parsed. */
extern void rendered_check_tables(const gir_figures *figures, gir_format format,
								  unit_parsed *parsed);

/*
 * A random report: each block of section 2 in a form of its own, or in both, with
 * wrong, long and negative numbers, blanks, and rows and tables that are not there.
 */
extern void rendered_draw(gir_figures *figures);

/* How often a text stands in the document. */
extern int	rendered_count(const char *text);

/*
 * Assert that the document is HTML in which all tags are closed, attributes are
 * quoted, ids stand once, and links lead to one of them.
 */
extern void rendered_check_html(void);

#endif							/* GIR_RENDERED_H */
