/*
 * last_lines.h
 *		What of a text with markup is looked at again when the text is over: the
 *		line that states the period, and the last lines, where the agency signs.
 */
#ifndef GIR_LAST_LINES_H
#define GIR_LAST_LINES_H

#include <stdbool.h>
#include <stddef.h>

#include "core/rows.h"

/* What is kept of a line, in bytes; more than a title's line has. */
#define GIR_KEPT_LINE 500

/* Room for the line with the period and for some tens of lines. */
#define GIR_LAST_LINES_SIZE 8192

typedef struct gir_last_lines
{
	size_t		period_len;		/* the first bytes are the line with the period */
	size_t		len;
	char		text[GIR_LAST_LINES_SIZE];	/* lines with line feeds */
} gir_last_lines;

extern void gir_last_lines_init(gir_last_lines *lines);

/* Take the next line of the text. */
extern void gir_last_lines_add(gir_last_lines *lines, const gir_cell *line);

#endif							/* GIR_LAST_LINES_H */
