/*
 * sample.h
 *		Random reports that satisfy all identities, printed in many ways, with a
 *		record of where in the text each cell stands.
 */
#ifndef GIR_SAMPLE_H
#define GIR_SAMPLE_H

#include "core/gireport_core.h"
#include "core/number.h"

#include "random.h"

#define SAMPLE_TEXT_SIZE 65536
#define SAMPLE_MAX_FIELDS 8192
#define SAMPLE_MAX_LINES 4096

/* How the tables are laid out. */
typedef enum sample_layout
{
	SAMPLE_TABS_FULL,			/* tabs; an empty cell for each that is merged */
	SAMPLE_TABS_SHIFTED,		/* as wide, but values begin in several columns */
	SAMPLE_TABS_WIDE,			/* full, and padded further */
	SAMPLE_TABS_PLAIN,			/* no empty cells but blanks */
	SAMPLE_TABS_TRIMMED,		/* full, without the tabs at the end of lines */
	SAMPLE_TABS_RAGGED,			/* full, with more tabs at the end of lines, not alike */
	SAMPLE_WORD,				/* a line for each cell, a tab in front of it */
	SAMPLE_PIPES,				/* bars between cells, and behind the last */
	SAMPLE_MARKDOWN,			/* bars around full rows, and a ruling */
	SAMPLE_LINES,				/* a line for each cell, blank lines between them */
	SAMPLE_PIPE_CELLS,			/* a line for each cell, with a bar behind it */
	SAMPLE_PIPE_LINES,			/* a line for each cell, and lines with a bar between them */
	SAMPLE_LAYOUT_COUNT
} sample_layout;

/* True if each cell has a line of its own. */
static inline bool
sample_has_lines(sample_layout layout)
{
	return layout == SAMPLE_WORD || layout >= SAMPLE_LINES;
}

/* True if cells that are merged are printed, as empty ones. */
static inline bool
sample_has_merged(sample_layout layout)
{
	return layout != SAMPLE_TABS_PLAIN && layout != SAMPLE_PIPES && layout < SAMPLE_LINES;
}

/* What a cell or a line is. */
typedef enum sample_role
{
	SAMPLE_OTHER,				/* prose, headings, blank lines */
	SAMPLE_EMPTY,				/* a merged cell */
	SAMPLE_COLUMN,				/* a label in the head */
	SAMPLE_ROW,					/* a label of a row or a group */
	SAMPLE_VALUE
} sample_role;

/* A cell as printed: all between the separators around it. */
typedef struct sample_field
{
	uint32_t	start;
	uint32_t	end;
	sample_role role;
	int			cell;			/* index into the figures, for a value */
} sample_field;

/* A line, with its end. */
typedef struct sample_line
{
	uint32_t	start;
	uint32_t	end;
	sample_role role;			/* of its first cell; with tabs, VALUE if it has any */
} sample_line;

typedef struct sample
{
	int			form;
	sample_layout layout;
	gir_figures truth;			/* what is printed as a number */
	gir_state	state[GIR_CELL_COUNT];	/* what is printed; MISSING if nothing is */
	size_t		len;
	int			nfields;
	int			nlines;
	char		text[SAMPLE_TEXT_SIZE];
	sample_field fields[SAMPLE_MAX_FIELDS];
	sample_line lines[SAMPLE_MAX_LINES];
} sample;

/* Ways of writing that a whole report shares. */
typedef struct sample_style
{
	const char *newline;
	int			percent_blank;	/* of the zeros */
	int			percent_spaced; /* of numbers: with spaces round them */
	int			percent_wide;	/* of numbers: with full-width digits */
	int			percent_separated;	/* of numbers above 999: with separators */
	int			percent_counter;	/* of counts: with a counter behind them */
	int			percent_noise;	/* of labels: written otherwise than in the form */
	int			percent_broken; /* of labels: with a line break, if they can be */
	int			percent_row_ends;	/* of rows: with a mark behind them, if they can be */
} sample_style;

/* A report in the making. */
typedef struct sample_printer
{
	sample	   *s;
	random_source *random;
	sample_style style;
	int			nheads;			/* rows of heads printed so far */
} sample_printer;

/* Make a report. */
extern void sample_make(sample *s, random_source *random);

/* ---- sample_write.c ---- */

extern void sample_put(sample_printer *p, const char *text);

/* Write a label, in one of the ways that labels are written. */
extern void sample_put_label(sample_printer *p, const char *label);

/* Write the number of a cell. */
extern void sample_put_number(sample_printer *p, int cell, gir_unit head_unit);

/* ---- sample_figures.c ---- */

/* Draw numbers that satisfy all identities. */
extern void sample_draw(sample *s, random_source *random);

#endif							/* GIR_SAMPLE_H */
