/*
 * render.h
 *		Reports as documents: their official tables as text, Markdown or HTML.
 *
 * What is written is itself a report: gir_parse reads the same tables from it.
 *
 * render.c			the document: title, headings, one table after another
 * render_title.c	the title, if it can be read back
 * render_plain.c	tables in text and Markdown
 * render_html.c	pages and tables in HTML
 * render_findings.c	findings and suggestions below them
 * render_marks.c	which cells take part in a failing identity
 * render_style.c	the style of pages
 * sheet.c			what stands where in a table
 */
#ifndef GIR_RENDER_H
#define GIR_RENDER_H

#include "core/sheet.h"
#include "core/suggest.h"

typedef enum gir_format
{
	GIR_FORMAT_TEXT,			/* tabs between cells */
	GIR_FORMAT_MARKDOWN,
	GIR_FORMAT_HTML,			/* a page with its style */
	GIR_FORMAT_HTML_FRAGMENT,	/* what is in the page's <main> */
	GIR_FORMAT_COUNT
} gir_format;

extern const char *gir_format_name(gir_format format);

/* The format of a name; false if there is none. */
extern bool gir_find_format(const char *name, size_t len, gir_format *format);

/* The digits of a number that the figures hold only nearly: an amount. */
typedef struct gir_exact
{
	int			cell;
	const char *digits;
} gir_exact;

/* What is to be rendered. */
typedef struct gir_render_source
{
	gir_subject subject;		/* its "other" figures do not matter */
	int			nexact;
	const gir_exact *exact;
} gir_render_source;

/* More than there are places where the rules of a report can fail. */
#define GIR_RENDER_FINDINGS 640

/* Solutions that are shown of each part, and more than all parts together have. */
#define GIR_RENDER_RANKS 5
#define GIR_RENDER_SUGGESTIONS (GIR_RENDER_RANKS * GIR_ROW_COUNT)

/* A suggestion that is kept. */
typedef struct gir_kept_suggestion
{
	gir_suggestion suggestion;
	gir_solution solution;
} gir_kept_suggestion;

/* How a cell is marked. */
typedef enum gir_mark
{
	GIR_MARK_NONE,
	GIR_MARK_WARNING,
	GIR_MARK_ERROR
} gir_mark;

/* Memory for rendering; the caller's, and nothing to initialise. */
typedef struct gir_render_memory
{
	const gir_render_source *source;
	const gir_writer *writer;
	gir_format	format;

	gir_row_forms forms;
	gir_sheet	sheet;			/* the table at hand */

	/* what is printed as title, and whether the report's own is, and its agency */
	char		title[GIR_TITLE_SIZE];
	size_t		title_len;
	bool		title_shown;
	bool		agency_shown;
	gir_report	report;			/* as read from it */

	/* HTML: the failures, and where they are */
	int			nfindings;
	int			nerrors;
	gir_finding findings[GIR_RENDER_FINDINGS];
	uint8_t		marks[GIR_CELL_COUNT];	/* gir_mark */
	int			nsuggestions;
	gir_kept_suggestion suggestions[GIR_RENDER_SUGGESTIONS];
	bool		suggested[GIR_CELL_COUNT];	/* the only number that mends the report */
	int64_t		suggested_value[GIR_CELL_COUNT];
	gir_solutions solutions;
} gir_render_memory;

/*
 * Render a report.  Cells without a number are blank; but in text and Markdown
 * the last cell of a row that has numbers is a dash then, as blanks at the end of
 * a line are easily lost.
 *
 * The title is the report's own if title, agency and year are read back from it,
 * else one made of agency and year if they are; else what comes nearest to that
 * without harm, or none.  HTML shows the report's own title and agency in any case.
 */
extern void gir_render(const gir_render_source *source, gir_format format,
					   gir_render_memory *memory, const gir_writer *writer);

/* Write the style sheet that pages have. */
extern void gir_render_style(const gir_writer *writer);

/* ---- among the files of this topic ---- */

typedef gir_render_memory gir_rendering;

/* Choose the title that is printed. */
extern void gir_choose_title(gir_rendering *r);

/* Find the failures, and what is suggested. */
extern void gir_find_marks(gir_rendering *r);

/* True if a finding is about a cell: it has a number that is on one of its sides. */
extern bool gir_finding_has_cell(const gir_rendering *r, const gir_finding *finding, int cell);

/* Write the number in a cell; nothing if it has none. */
extern void gir_put_figure(const gir_rendering *r, int cell);

/* Write a number. */
extern void gir_put_integer(const gir_writer *writer, int64_t value);

/* Write the text of a sheet's cell that is no value, as it is. */
extern void gir_put_sheet_text(const gir_writer *writer, const gir_sheet_cell *cell);

/* Write the table at hand in text or Markdown; "first" in its section or not. */
extern void gir_put_plain_sheet(const gir_rendering *r, bool first);

/* Write what stands before and behind everything, in HTML. */
extern void gir_open_page(const gir_rendering *r);
extern void gir_close_page(const gir_rendering *r);

/* Write a section's heading, the table at hand, and what stands below the tables. */
extern void gir_open_html_section(const gir_rendering *r, int section);
extern void gir_put_html_sheet(const gir_rendering *r);
extern void gir_close_html_section(const gir_rendering *r, int section);

/* Write the id of a cell or a finding, as an attribute's value. */
extern void gir_put_cell_id(const gir_writer *writer, int cell);
extern void gir_put_finding_id(const gir_writer *writer, int number);

/* Write text of a report in HTML: in an element, or in an attribute's quotes. */
extern void gir_put_escaped(const gir_writer *writer, const char *text, size_t len);

/* A writer that escapes what it is given for HTML, and hands it on. */
extern gir_writer gir_escaping_writer(const gir_writer *writer);

#endif							/* GIR_RENDER_H */
