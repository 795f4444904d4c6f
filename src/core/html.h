/*
 * html.h
 *		What HTML's elements mean to a reader of tables.
 */
#ifndef GIR_HTML_H
#define GIR_HTML_H

#include <stdint.h>

#include "core/markup.h"

/* Kinds of element; unknown ones are inline. */
typedef enum gir_element
{
	GIR_HTML_INLINE,
	GIR_HTML_BLOCK,				/* begins and ends a line */
	GIR_HTML_PARAGRAPH,			/* ends where the next block begins, too */
	GIR_HTML_PRE,
	GIR_HTML_BREAK,				/* <br> */
	GIR_HTML_TABLE,
	GIR_HTML_CAPTION,
	GIR_HTML_COLUMN,			/* describes columns */
	GIR_HTML_SECTION,			/* <thead> and the like */
	GIR_HTML_ROW,
	GIR_HTML_CELL,
	GIR_HTML_TITLE,
	GIR_HTML_SCRIPT,
	GIR_HTML_RAW,				/* holds text that is no markup and is not shown */
	GIR_HTML_RAW_OBJECT,		/* the same, with something else shown */
	GIR_HTML_TEMPLATE,			/* holds markup that is not shown */
	GIR_HTML_SELECT,
	GIR_HTML_INPUT,
	GIR_HTML_OBJECT,			/* shows something that is no text */
	GIR_HTML_VOID,				/* shows nothing */
	GIR_HTML_STRUCK,			/* text that does not count any more */
	GIR_HTML_RAISED,			/* text above or below the line */
	GIR_HTML_RUBY,				/* ends ruby text */
	GIR_HTML_RUBY_TEXT,			/* how the text before it is pronounced */
	GIR_HTML_PLAINTEXT			/* the rest is not shown as markup */
} gir_element;

typedef struct gir_html_tag
{
	const char *name;
	uint8_t		element;
	uint8_t		detail;			/* gir_table_section, or gir_table_part */
	uint16_t	rules;			/* GIR_RULE_... */
} gir_html_tag;

/* What the standard's rules for the order of tags say of an element, as bits. */
#define GIR_RULE_ENDS_P 0x01	/* a paragraph ends where it begins */
#define GIR_RULE_SPECIAL 0x02	/* end tags of inline elements do not end it */
#define GIR_RULE_FORMAT 0x04	/* formatting that goes on behind what it is in */
#define GIR_RULE_SCOPE 0x08		/* end tags in it do not end what it is in */
#define GIR_RULE_MARKER 0x10	/* formatting does not go on within it, or behind it */
#define GIR_RULE_EMPTY 0x20		/* nothing is open behind its start tag */
#define GIR_RULE_PIECE 0x40		/* empty, and part of a line */
#define GIR_RULE_IMPLIED 0x80	/* its end tag may be left out */
#define GIR_RULE_HEADING 0x100

/* Find the tag of a name. */
extern const gir_html_tag *gir_find_html_tag(const char *name, const char *name_end);

/* How the attributes of an element make its text look. */
typedef enum gir_look
{
	GIR_LOOK_USUAL,
	GIR_LOOK_APART,				/* not next to what is around it */
	GIR_LOOK_STRUCK,			/* struck through */
	GIR_LOOK_HIDDEN				/* not shown at all */
} gir_look;

/* The size of an element's text. */
typedef enum gir_size
{
	GIR_SIZE_INHERITED,
	GIR_SIZE_ZERO,				/* it is not shown */
	GIR_SIZE_SOME
} gir_size;

/* How an element looks; its size is put in *size, unless that is NULL. */
extern gir_look gir_look_of(const gir_token *tag, gir_size *size);

/* True if a page is one that browsers show as old ones did. */
extern bool gir_is_quirky(const char *page, size_t len);

#endif							/* GIR_HTML_H */
