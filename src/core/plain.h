/*
 * plain.h
 *		Documents as plain text, their character set, and their sections.
 */
#ifndef GIR_PLAIN_H
#define GIR_PLAIN_H

#include "core/gireport_core.h"
#include "core/markup.h"

/*
 * Write what is printed in a text: a line for each line and each row of a table,
 * with tabs between cells.  Only the lines and rows in "part" are written, if it is
 * not NULL.  Plain text is written as it is.
 */
extern void gir_write_plain(const char *text, size_t len, const gir_span *part,
							const gir_callbacks *callbacks, const gir_writer *writer);

/* The encodings that documents have. */
typedef enum gir_encoding
{
	GIR_ENCODING_UNKNOWN,
	GIR_ENCODING_UTF8,
	GIR_ENCODING_GB18030,		/* and what it includes: GBK, GB 2312 */
	GIR_ENCODING_BIG5,
	GIR_ENCODING_UTF16LE,
	GIR_ENCODING_UTF16BE
} gir_encoding;

/*
 * The encoding that bytes are in: by a mark at their beginning; else UTF-8 if
 * they are; else as they declare in HTML or XML; else unknown.
 */
extern gir_encoding gir_find_encoding(const char *bytes, size_t len);

#define GIR_SECTION_NUMBERS 6

/* A section of the report under one of the statutory headings. */
typedef struct gir_section_place
{
	bool		found;
	gir_span	heading;
	gir_span	content;		/* up to the next heading; without white space around it */
	uint32_t	line;			/* of the heading */
} gir_section_place;

/* Find the sections of a text, 1 to 6; they are in sections[number - 1]. */
extern void gir_find_sections(const char *text, size_t len, const gir_callbacks *callbacks,
							  gir_section_place sections[GIR_SECTION_NUMBERS]);

#endif							/* GIR_PLAIN_H */
