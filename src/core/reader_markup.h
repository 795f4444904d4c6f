/*
 * reader_markup.h
 *		What the readers of HTML and of word processor files have in common: text
 *		is collected into cells and lines, and tables are followed through their
 *		rows, however they are nested.
 *
 * A row of a table is a row of cells.  Text outside of tables is lines, and so is
 * all text of a table's row that only arranges the page: one that holds a table,
 * or a whole text.  What a row is shows at its end, so that the reader then goes
 * back to its beginning and reads it as lines.  No row is read more than twice.
 */
#ifndef GIR_READER_MARKUP_H
#define GIR_READER_MARKUP_H

#include "core/elements.h"
#include "core/markup.h"
#include "core/rows.h"

/* Room for the text of one row or line where it is not as in the source. */
#define GIR_TEXT_ROOM 16384

/* The same for text that stands between the cells of a row. */
#define GIR_STRAY_ROOM 2048

/*
 * Tokens and pieces of text after which the caller gets a row without cells, so
 * that it can look for interrupts.
 */
#define GIR_MAX_WORK 32768

/* Tables within tables; what is in deeper ones is lines. */
#define GIR_TABLE_DEPTH 120

/* White space since the last character of a text. */
typedef enum gir_gap
{
	GIR_GAP_NONE,
	GIR_GAP_BLANK,
	GIR_GAP_BREAK				/* of the line, or the paragraph */
} gir_gap;

/*
 * A text being collected.  It is left in the source as long as it is in one
 * piece there, and then copied to the room given.
 */
typedef struct gir_collector
{
	const char *start;			/* the text so far; NULL if there is none */
	const char *end;
	const char *source_start;
	const char *source_end;
	uint32_t	line;			/* that it begins on */
	gir_gap		gap;
	bool		copied;
	bool		breaks;			/* there are line breaks in the text */
	char	   *room;			/* what is free of it */
	char	   *room_end;
} gir_collector;

/* What is open of a table. */
typedef enum gir_table_part
{
	GIR_PART_TABLE,				/* the table alone */
	GIR_PART_CAPTION,
	GIR_PART_ROW,				/* a row, between its cells */
	GIR_PART_CELL,				/* <td> */
	GIR_PART_HEAD_CELL			/* <th> */
} gir_table_part;

/* The groups of rows in a table. */
typedef enum gir_table_section
{
	GIR_SECTION_NONE,
	GIR_SECTION_HEAD,
	GIR_SECTION_BODY,
	GIR_SECTION_FOOT
} gir_table_section;

typedef struct gir_table_level
{
	uint8_t		part;			/* gir_table_part */
	uint8_t		section;		/* gir_table_section */
	bool		lines;			/* the row only arranges the page */
	uint8_t		boxes;			/* text boxes around the table, within the cell
								 * that it is in */
} gir_table_level;

typedef struct gir_markup_reader
{
	gir_tokenizer tokens;
	gir_token	token;
	bool		again;			/* the token is still to be dealt with */
	bool		at_end;			/* there are no more tokens */
	uint32_t	work;			/* done since the caller was last given a pause */

	/* the row or the line being collected */
	gir_cell_row row;
	gir_collector text;			/* of its cell, or of the line */
	gir_collector stray;		/* between its cells */
	const char *stray_given;	/* what stands between cells is given up to here */
	const char *cell_start;		/* where the cell's content begins */
	uint32_t	cell_line;
	bool		line_continues;
	bool		newlines;		/* a line of the source is a line */
	bool		cell_dropped;	/* the cell is not there */
	bool		text_dropped;	/* the cell is there, but not its text */
	bool		row_breaks;		/* a cell of the row has line breaks in it */
	bool		long_cell;		/* and more text than a cell of these tables */
	uint8_t		boxes;			/* text boxes around the place, within its cell */

	/* tables */
	int			depth;
	uint32_t	deeper;			/* tables beyond that depth */

	/* the beginning of the row, to go back to */
	gir_tokenizer row_tokens;
	gir_table_level row_level;
	gir_elements_mark row_elements;

	/* what only one of the two readers needs */
	union
	{
		struct
		{
			bool		in_ruby_text;
			bool		in_select;
			bool		source_lines;	/* lines of the source are lines */
			uint32_t	templates;	/* open ones: what is in them is not shown */
		}			html;
		struct
		{
			/* the element that is passed, if any: prefix and name of its tags */
			const char *skip_prefix;
			size_t		skip_prefix_len;
			const char *skip_name;
			size_t		skip_name_len;
			uint32_t	skip_depth;

			uint32_t	instructions;	/* a bit for each field around the place,
										 * set until its result begins */
			uint8_t		fields;
			bool		in_text;	/* between the tags of a text */
			bool		in_row_properties;
			bool		in_run_properties;
			bool		run_dropped;	/* the run is not shown, or struck through */
			bool		run_raised;
		}			docx;
	}			u;

	/* filled before they are read, so that starting costs little */
	gir_elements elements;		/* of HTML alone */
	gir_table_level levels[GIR_TABLE_DEPTH];
	char		text_room[GIR_TEXT_ROOM];
	char		stray_room[GIR_STRAY_ROOM];
} gir_markup_reader;

/* What dealing with a token came to. */
typedef enum gir_step
{
	GIR_STEP_DONE,				/* on to the next token */
	GIR_STEP_ROW,				/* a row is ready; the token is not dealt with yet */
	GIR_STEP_BACK				/* back to the beginning of the row */
} gir_step;

/* Where text at the current place belongs. */
typedef enum gir_place
{
	GIR_PLACE_LINE,
	GIR_PLACE_CELL,
	GIR_PLACE_STRAY
} gir_place;

extern void gir_markup_init(gir_markup_reader *reader, const char *text, size_t len, bool xml);
extern gir_place gir_place_of(const gir_markup_reader *reader);

/*
 * Deal with a token.  GIR_STEP_ROW means that a row was due before it: *row is
 * filled, and the same function is to be called again with the same token when
 * that row was taken.
 */
extern gir_step gir_add_text(gir_markup_reader *reader, gir_cell_row *row);
extern gir_step gir_add_char(gir_markup_reader *reader, gir_cell_row *row, uint32_t c);
extern gir_step gir_add_break(gir_markup_reader *reader, gir_cell_row *row);
extern gir_step gir_finish(gir_markup_reader *reader, gir_cell_row *row);

/* What comes next does not follow directly on what was. */
extern void gir_add_gap(gir_markup_reader *reader);

/* Give the line, or the text between cells, that was collected, if there is any. */
extern gir_step gir_flush_line(gir_markup_reader *reader, gir_cell_row *row);
extern gir_step gir_flush_stray(gir_markup_reader *reader, gir_cell_row *row);

/* True, and an empty row, if the caller has been kept waiting for too long. */
extern bool gir_must_pause(gir_markup_reader *reader, gir_cell_row *row);

/* Forget a text that was collected; what was copied of it stays in the room. */
extern void gir_reset_collector(gir_collector *collector);

/* ---- tables.c: the same for the parts of tables ---- */

extern gir_step gir_open_table(gir_markup_reader *reader, gir_cell_row *row);
extern gir_step gir_close_table(gir_markup_reader *reader, gir_cell_row *row);

/* "part" is GIR_PART_TABLE for what describes columns and holds no text. */
extern gir_step gir_open_caption(gir_markup_reader *reader, gir_cell_row *row,
								 gir_table_part part);
extern gir_step gir_close_caption(gir_markup_reader *reader, gir_cell_row *row);
extern gir_step gir_open_section(gir_markup_reader *reader, gir_cell_row *row,
								 gir_table_section section);
extern gir_step gir_close_section(gir_markup_reader *reader, gir_cell_row *row,
								  gir_table_section section);
extern gir_step gir_open_row(gir_markup_reader *reader, gir_cell_row *row);
extern gir_step gir_close_row(gir_markup_reader *reader, gir_cell_row *row);
extern gir_step gir_open_cell(gir_markup_reader *reader, gir_cell_row *row, gir_table_part part);
extern gir_step gir_close_cell(gir_markup_reader *reader, gir_cell_row *row, gir_table_part part);

/* End the row that is open, if there is one; reader->depth must not be 0. */
extern gir_step gir_end_row(gir_markup_reader *reader, gir_cell_row *row);

/* Go back to the beginning of the row, to read it as lines. */
extern gir_step gir_read_as_lines(gir_markup_reader *reader);


/* ---- reader_html.c, reader_docx.c ---- */

/* "newlines" says that a line of the source is a line, outside of tables. */
extern void gir_html_reader_init(gir_markup_reader *reader, const char *text, size_t len,
								 bool newlines);
extern bool gir_next_html_row(gir_markup_reader *reader, gir_cell_row *row);
extern void gir_docx_reader_init(gir_markup_reader *reader, const char *text, size_t len);
extern bool gir_next_docx_row(gir_markup_reader *reader, gir_cell_row *row);

#endif							/* GIR_READER_MARKUP_H */
