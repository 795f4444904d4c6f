/*
 * elements_stack.h
 *		The stack of open elements, for the rules of tags (elements.c).
 */
#ifndef GIR_ELEMENTS_STACK_H
#define GIR_ELEMENTS_STACK_H

#include <string.h>

#include "core/elements.h"

/* True if an open element has one of the rules. */
static inline bool
gir_has_rule(const gir_elements *elements, int i, unsigned rules)
{
	return (elements->open[i].tag->rules & rules) != 0;
}

/* True if an open element is of a kind. */
static inline bool
gir_is_kind(const gir_elements *elements, int i, gir_element kind)
{
	return i >= 0 && elements->open[i].tag->element == kind;
}

/* True for the parts of tables. */
static inline bool
gir_is_table_part(const gir_html_tag *tag)
{
	return tag->element >= GIR_HTML_TABLE && tag->element <= GIR_HTML_CELL;
}

/* True if an open element has a name. */
static inline bool
gir_is_named(const gir_elements *elements, int i, const char *name)
{
	return strcmp(elements->open[i].tag->name, name) == 0;
}

/* The innermost open element that bounds formatting, or -1. */
extern int	gir_innermost_marker(const gir_elements *elements, int below);

/* Find out again what the outermost hidden element is. */
extern void gir_find_hidden(gir_elements *elements);

/* End the elements from a number on; "own" says that the first of them has its end tag. */
extern void gir_pop_to(gir_elements *elements, int number, bool own);

/* Open an element. */
extern void gir_push_element(gir_elements *elements, const gir_open_element *element);

/* Formatting that is pending goes on. */
extern void gir_reopen_formats(gir_elements *elements);

/* The open element of a name that an end tag at the place would end, or -1. */
extern int	gir_find_in_scope(const gir_elements *elements, const char *name,
							  const char *bound1, const char *bound2);

/* The innermost open part of a table, or table, or -1. */
extern int	gir_innermost_part(const gir_elements *elements);

/* The innermost open element of a kind that is not outside of another element, or -1. */
extern int	gir_innermost(const gir_elements *elements, gir_element kind, int outside);

#endif							/* GIR_ELEMENTS_STACK_H */
