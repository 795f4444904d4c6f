/*
 * reader.h
 *		Readers: from a text in some layout to rows of cells.
 *
 * A reader gives the text row by row.  It is all its caller's: nothing is
 * allocated, and a reader that is no longer needed is simply left.
 */
#ifndef GIR_READER_H
#define GIR_READER_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "core/reader_markup.h"
#include "core/rows.h"

/* ---- plain text (reader_text.c) ---- */

/* A line without its end. */
typedef struct gir_line
{
	const char *start;
	const char *end;			/* the line feed, or the end of the text */
	uint32_t	number;			/* from 1 */
} gir_line;

typedef struct gir_text_reader
{
	const char *p;				/* the line to be read next */
	const char *end;
	uint32_t	line_number;	/* of that line */
	char		line_end;		/* a line feed; a carriage return where there is none */
	const char *tab;			/* the next one at that line or behind it, or the end */
	const char *bar;			/* the same */
	bool		in_row;			/* it may go on with a row that was too wide */
	bool		paged;			/* there are form feeds */
} gir_text_reader;

extern void gir_text_reader_init(gir_text_reader *reader, const char *text, size_t len);
extern bool gir_next_text_row(gir_text_reader *reader, gir_cell_row *row);

/* ---- text laid out with spaces (reader_laid.c) ---- */

typedef struct gir_laid_reader
{
	const char *p;				/* the line to be read next */
	const char *end;
	const char *newline;		/* the next line feed, or NULL if not known */
	uint32_t	line_number;	/* of the line to be read next */
	uint32_t	page_head;		/* the first line of the page before, by its hash */
	uint32_t	page_foot;		/* and the last one */
	int			blanks;			/* blank lines just before */
	bool		page_start;		/* no line of the page was read yet */
	bool		turned;			/* there was a page before */
	bool		new_page;		/* a page has begun since the last row */
} gir_laid_reader;

extern void gir_laid_reader_init(gir_laid_reader *reader, const char *text, size_t len);
extern bool gir_next_laid_row(gir_laid_reader *reader, gir_cell_row *row);

/* True for a line with nothing but the number of a page, which ends behind it. */
extern bool gir_is_page_foot(const char *start, const char *end, const char *text_end);

/* True if a text has lines of several values with spaces between them, as tables have. */
extern bool gir_looks_laid_out(const char *text, size_t len);

/* ---- what a text is (sniff.c) ---- */

typedef enum gir_source
{
	GIR_SOURCE_TEXT,
	GIR_SOURCE_LAID_OUT,		/* plain text with spaces between cells */
	GIR_SOURCE_HTML,			/* a page, or a part of one */
	GIR_SOURCE_TABLES,			/* plain text with tables in HTML */
	GIR_SOURCE_DOCX				/* the main part of a word processor's file */
} gir_source;

/* Tell from certain signs what a text is; plain text if there are none. */
extern gir_source gir_sniff(const char *text, size_t len);

/* True for a text with the tags of HTML, and not just a stray "<". */
extern bool gir_looks_like_html(const char *text, size_t len);

/* ---- any text (reader.c) ---- */

typedef struct gir_reader
{
	gir_source	source;
	union
	{
		gir_text_reader text;
		gir_laid_reader laid;
		gir_markup_reader markup;
	}			u;
} gir_reader;

/* True if what is printed in a source's cells is what stands in the text. */
static inline bool
gir_is_plain(gir_source source)
{
	return source == GIR_SOURCE_TEXT || source == GIR_SOURCE_LAID_OUT;
}

/* Start reading a text; what it is, is seen from the text itself. */
extern void gir_reader_init(gir_reader *reader, const char *text, size_t len);

/*
 * Read the next row that is not blank; false at the end of the text.  A row
 * without cells only gives the caller an opportunity to look for interrupts.
 */
extern bool gir_next_row(gir_reader *reader, gir_cell_row *row);

#endif							/* GIR_READER_H */
