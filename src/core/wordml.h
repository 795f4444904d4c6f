/*
 * wordml.h
 *		What WordprocessingML's elements mean to a reader of tables.
 */
#ifndef GIR_WORDML_H
#define GIR_WORDML_H

#include "core/markup.h"

/* Kinds of element. */
typedef enum gir_word_element
{
	GIR_WORD_OTHER,				/* only holds others */
	GIR_WORD_SKIP,				/* is not shown, with all that is in it */
	GIR_WORD_TABLE,
	GIR_WORD_ROW,
	GIR_WORD_CELL,
	GIR_WORD_PARAGRAPH,
	GIR_WORD_RUN,
	GIR_WORD_TEXT,
	GIR_WORD_TAB,
	GIR_WORD_BREAK,
	GIR_WORD_HYPHEN,
	GIR_WORD_SYMBOL,
	GIR_WORD_PICTURE,			/* in the line, like a character */
	GIR_WORD_BOX,				/* the text in a text box */
	GIR_WORD_CHOICE,				/* one of the alternatives */
	GIR_WORD_FIELD,				/* begin, separator or end of a field */
	GIR_WORD_ROW_PROPERTIES,
	GIR_WORD_RUN_PROPERTIES,
	GIR_WORD_DELETION,			/* around text, or a mark in properties */
	GIR_WORD_CELL_DELETION,
	GIR_WORD_MERGE,				/* of cells in a column */
	GIR_WORD_ROW_MERGE,			/* of cells in a row */
	GIR_WORD_HIDDEN_ROW,
	GIR_WORD_HIDDEN,				/* a property of a run: hidden, struck through */
	GIR_WORD_POSITION			/* a property of a run: raised or lowered */
} gir_word_element;

/* The kind of the element that a tag is of. */
extern gir_word_element gir_find_word_element(const gir_token *tag);

/* The name of a tag without its prefix. */
extern const char *gir_local_name(const gir_token *tag);

/* Find an attribute of a tag, by its name without a prefix. */
extern bool gir_find_attribute(const gir_token *tag, const char *name, gir_attribute *attribute);

/* True if a property that can be on or off is on. */
extern bool gir_word_is_on(const gir_token *tag);

/* True for the property of a cell that only continues a merged one. */
extern bool gir_word_continues(const gir_token *tag);

#endif							/* GIR_WORDML_H */
