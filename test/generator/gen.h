/*
 * gen.h
 *		A generator of layouts: random reports, printed in every layout with every
 *		kind of noise, some of them damaged, parsed, and compared with the truth.
 *
 *	draw.c		the numbers of a report, which satisfy all identities
 *	wording.c	labels and numbers in words and digits, as documents write them
 *	sheet.c		the document as rows of cells, with merged cells
 *	prose.c		title, headings, sentences, navigation
 *	merge.c		what becomes of merged cells, and which cells a layout shows
 *	layout.c	the layouts: from rows of cells to text
 *	laid.c		the layout of PDF text
 *	damage.c	what can happen to a text on its way
 *	compare.c	the report that was read against the truth
 *	main.c		the table: layout, documents, recovered, wrong
 */
#ifndef GEN_H
#define GEN_H

#include "core/gireport_core.h"
#include "core/number.h"

#include "rng.h"

#define GEN_PICK(rng, a) ((a)[gen_below(rng, (int) (sizeof(a) / sizeof((a)[0])))])

/* Where a label may be broken over lines; a layout prints it in its own way. */
#define GEN_BREAK '\v'

/* ---- the truth ---- */

typedef struct gen_truth
{
	gir_state	state[GIR_CELL_COUNT];	/* GIR_STATE_MISSING: not printed */
	bool		shown[GIR_CELL_COUNT];	/* the layout shows it; see merge.c */
	int64_t		value[GIR_CELL_COUNT];
	uint8_t		scale[GIR_CELL_COUNT];	/* of amounts, in 万元 */
	uint8_t		block_form[5];	/* of the blocks of section 2, in the 2019 form's order;
								 * GIR_FORM_UNKNOWN if a block is not printed */
	uint8_t		form3;
	int			year;
	bool		linked;			/* a link to another report stands before the title */
	char		title[GIR_TITLE_SIZE];	/* "" if it is not to be compared */
	char		agency[GIR_TITLE_SIZE];
} gen_truth;

/* ---- how a document is written ---- */

typedef struct gen_style
{
	int			parentheses;	/* 0 full-width, 1 half-width, 2 either */
	int			point;			/* after the number of a label */
	int			quotes;
	int			space_chance;	/* of a space in a label */
	int			break_chance;	/* of a line break in a label */
	bool		blank_breaks;	/* with an empty line in the break */
	bool		radicals;
	int			separator;		/* of thousands */
	int			wide_digits;	/* chance of full-width digits */
	int			counter;		/* chance of 件 after a count */
	int			padding;		/* chance of spaces around a number */
	int			header;			/* wording of the headers */
	int			total_place;	/* where the head of section 3 has its total */
	int			mark;			/* what is printed in cells that do not apply */
	gir_unit	header_unit;	/* of the amounts' headers */
	bool		plain_digits;	/* nothing but digits can be told apart */
	bool		complete;		/* there is no cell without a number, and none is lost */
} gen_style;

/* ---- the document as rows of cells ---- */

#define GEN_ROWS 224
#define GEN_COLUMNS 20

typedef struct gen_cell
{
	const char *text;
	int			cell;			/* the record's cell, or GIR_NO_CELL */
	bool		value;
	bool		covered;		/* by a merged cell, whose text it has */
	bool		same_row;		/* that cell is in the same row */
} gen_cell;

typedef struct gen_row
{
	int			section;		/* of the table it belongs to; 0 for a line of text */
	bool		last;			/* of its table */
	int			ncells;
	gen_cell	cells[GEN_COLUMNS];
} gen_row;

#define GEN_ARENA_SIZE (256 * 1024)

typedef struct gen_document
{
	gen_rng		rng;
	gen_truth	truth;
	gen_style	style;
	int			nrows;
	gen_row		rows[GEN_ROWS];
	size_t		arena_len;
	char		arena[GEN_ARENA_SIZE];
} gen_document;

/* What becomes of merged cells. */
typedef enum gen_merge
{
	GEN_MERGE_DROP,				/* only the first of the merged cells is printed */
	GEN_MERGE_KEEP,				/* the others are blank cells */
	GEN_MERGE_REPEAT,			/* the others have the same text */
	GEN_MERGE_TRAIL,			/* those of the same row are blank cells at its end */
	GEN_MERGE_COLUMNS,			/* only those of the same row are blank cells */
	GEN_MERGE_RAGGED,			/* some of the blank cells are at the row's end */
	GEN_MERGE_COUNT
} gen_merge;

/* How blank cells of a row can be told from what is left of merged ones. */
typedef enum gen_blanks
{
	GEN_BLANKS_LOST,			/* blank cells are not printed */
	GEN_BLANKS_SHIFTED,			/* extractors move them to the end of the row */
	GEN_BLANKS_KEPT,			/* a cell is a cell, but some are left of merged ones */
	GEN_BLANKS_EXACT			/* nothing is left of merged ones */
} gen_blanks;

typedef struct gen_text
{
	size_t		len;
	char	   *bytes;
} gen_text;

#define GEN_TEXT_SIZE (256 * 1024)

/* A layout. */
typedef struct gen_layout
{
	const char *name;
	const char *description;
	gen_blanks	blanks;
	unsigned	merges;			/* bits: 1 << gen_merge */
	bool		lines_are_cells;	/* lost lines can join rows */
	bool		values_lost;	/* the layout loses values by itself */
	bool		glued;			/* nothing stands between cells */
	bool		laid_out;		/* spaces stand between cells, which may be broken */
	void		(*print) (gen_document *document, gen_text *out);
} gen_layout;

extern const gen_layout gen_layouts[];
extern const int gen_layout_count;

/* What was counted of a document. */
typedef struct gen_counts
{
	int64_t		documents;
	int64_t		cells;			/* that the layout shows */
	int64_t		recovered;
	int64_t		wrong;
	int64_t		hidden;			/* cells that the layout does not show */
	int64_t		hidden_recovered;
	int64_t		titles_wrong;	/* title, agency or year */
} gen_counts;

/* draw.c */
extern void gen_draw_report(gen_document *document);

/* wording.c */
extern const char *gen_keep(gen_document *document, const char *text, size_t len);
extern void gen_draw_style(gen_document *document, const gen_layout *layout);
extern const char *gen_label(gen_document *document, const char *label);
extern const char *gen_value(gen_document *document, int cell);
extern size_t gen_put_number(char *out, int64_t value, int scale);

/* sheet.c */
extern gen_row *gen_add_row(gen_document *document, int section);
extern gen_cell *gen_add_cell(gen_row *row, const char *text);
extern void gen_add_line(gen_document *document, const char *text);
extern void gen_add_tables(gen_document *document, int section);

/* prose.c */
extern void gen_write(gen_document *document, const gen_layout *layout);

/* merge.c */
extern void gen_merge_cells(gen_document *document, const gen_layout *layout);

/* layout.c */
extern void gen_put(gen_text *out, const char *bytes, size_t len);

/* laid.c */
extern void gen_print_laid(gen_document *document, gen_text *out);

/* damage.c */
extern void gen_exchange_columns(gen_document *document);
extern void gen_damage_cells(gen_document *document, const gen_layout *layout);
extern void gen_damage_text(gen_document *document, const gen_layout *layout, gen_text *text);
extern void gen_cut_text(gen_rng *rng, gen_text *text);
extern void gen_use_crlf(gen_text *text);
extern void gen_remove_repeated_lines(gen_text *text);

/* script.c */
extern void gen_use_traditional(gen_document *document, gen_text *text);

/* compare.c */
extern void gen_compare(const gen_truth *truth, const gir_report *report, bool accepted,
						bool damaged, bool verbose, gen_counts *counts);

#endif							/* GEN_H */
