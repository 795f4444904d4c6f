/*
 * title.h
 *		Title, agency and year of a report.
 */
#ifndef GIR_TITLE_H
#define GIR_TITLE_H

#include "core/gireport_core.h"
#include "core/reader.h"

/* Longer lines are prose; in bytes, without white space. */
#define GIR_TITLE_LINE_SIZE 240

/* Lines before the one at hand that a title can begin on. */
#define GIR_TITLE_LINES 2

typedef struct gir_short_line
{
	uint16_t	len;
	char		text[GIR_TITLE_LINE_SIZE];
} gir_short_line;

typedef struct gir_title_finder
{
	gir_report *report;
	bool		done;			/* a title with agency and year is found */
	bool		other_kind;		/* a title of another kind of report was seen */
	uint32_t	other_kind_line;
	int			nlines;			/* lines kept, the oldest first */
	gir_short_line lines[GIR_TITLE_LINES];
} gir_title_finder;

extern void gir_title_init(gir_title_finder *finder, gir_report *report);

/* Look for the title in the next line before the tables. */
extern void gir_title_line(gir_title_finder *finder, const gir_cell *line);

/*
 * The text is over: settle title, agency and year, from elsewhere in the text if
 * the title does not have them.
 */
extern void gir_title_finish(gir_title_finder *finder, const char *text, size_t len,
							 const gir_callbacks *callbacks);

#endif							/* GIR_TITLE_H */
