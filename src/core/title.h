/*
 * title.h
 *		Title, agency and year of a report.
 *
 * A title is made of an agency's name, a year, and words that say what it is,
 * in this order or with the year first or last, on up to four lines.  It is
 * kept without white space, which in Chinese is layout and no part of a name.
 *
 * title.c			finds titles in the lines before the tables
 * title_read.c		takes a text apart as a title
 * title_words.c	lines, years, names of agencies
 * title_compiler.c	the sentence that says who compiled the report
 * title_settle.c	which of several titles it is, and what stands elsewhere
 */
#ifndef GIR_TITLE_H
#define GIR_TITLE_H

#include "core/gireport_core.h"
#include "core/reader.h"

/* Longer lines are prose; in bytes, without white space. */
#define GIR_TITLE_LINE_SIZE 240

/* The same with white space and pinyin. */
#define GIR_TITLE_RAW_SIZE 1024

/* Lines before the one at hand that a title can begin on. */
#define GIR_TITLE_LINES 3

/* Titles kept until it is known which of them is the report's. */
#define GIR_TITLES 6

typedef struct gir_short_line
{
	uint16_t	len;
	char		text[GIR_TITLE_LINE_SIZE];
} gir_short_line;

typedef struct gir_raw_line
{
	uint16_t	len;
	char		text[GIR_TITLE_RAW_SIZE];
} gir_raw_line;

/* A title that was found. */
typedef struct gir_title
{
	int			year;			/* 0 if there is none */
	bool		doubtful;		/* it may not be all of the agency's name */
	uint16_t	len;
	uint16_t	agency_len;		/* 0 if there is none */
	char		text[GIR_TITLE_SIZE];
	char		agency[GIR_TITLE_SIZE];
} gir_title;

typedef struct gir_title_finder
{
	gir_report *report;
	bool		in_text;		/* lines lie in the text that gir_title_finish is given */
	const char *end;			/* if so, of the last line looked at, or NULL */
	bool		done;			/* the tables have begun */
	bool		other_kind;		/* a title of another kind of report was seen */
	uint32_t	other_kind_line;
	int			heading;		/* the last heading, 1 to 6; 0 before the first */
	int			nlines;			/* lines kept, the oldest first */
	gir_raw_line lines[GIR_TITLE_LINES];
	int			ntitles;
	int			nbefore;		/* the first titles, which stand before the report */
	bool		agency_dropped; /* there was no room for one of another agency */
	gir_title	titles[GIR_TITLES];
	gir_short_line compiler;	/* the agency that a sentence says made the report */
} gir_title_finder;

/* "in_text" if the lines to come lie in the text that gir_title_finish is given. */
extern void gir_title_init(gir_title_finder *finder, gir_report *report, bool in_text);

/* Look for the title in the next line before the tables. */
extern void gir_title_line(gir_title_finder *finder, const gir_cell *line);

/* A heading was read, by number 1 to 6. */
extern void gir_title_heading(gir_title_finder *finder, int heading);

/* A table of a section was read, by number 2 to 4. */
extern void gir_title_table(gir_title_finder *finder, int section);

/*
 * Look for the agency that compiled the report in a line, and in those lines of a
 * text that the title was looked for in.
 */
extern void gir_title_find_compiler(gir_title_finder *finder, const char *start, const char *end);
extern void gir_title_find_compiler_in(gir_title_finder *finder, const char *text, const char *text_end);

/* True if two names are one agency's: one can be printed without its superiors. */
extern bool gir_same_agency(const char *a, size_t a_len, const char *b, size_t b_len);

/*
 * The text is over: settle title, agency and year, from elsewhere in the text if
 * the title does not have them.
 */
extern void gir_title_finish(gir_title_finder *finder, const char *text, size_t len,
							 const gir_callbacks *callbacks);

#endif							/* GIR_TITLE_H */
