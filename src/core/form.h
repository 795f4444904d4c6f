/*
 * form.h
 *		The forms in which the tables are printed, as const data.
 *
 * A form is a list of blocks.  A block is a table, or the part of a table
 * under a head of its own: its columns, and the rows below them with their
 * printed labels.  A new form is a new data file and a line in gir_forms.
 */
#ifndef GIR_FORM_H
#define GIR_FORM_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "core/record.h"

/* A column as printed. */
typedef struct gir_form_column
{
	gir_column	column;
	const char *label;
} gir_form_column;

/* A row as printed: its label, and the label of the group it stands in. */
typedef struct gir_form_row
{
	gir_row_id	row;
	uint8_t		level;			/* column of the grid where its label stands, from 0 */
	const char *group;			/* printed in a cell before the label, or NULL */
	const char *label;
} gir_form_row;

/* A text over several columns. */
typedef struct gir_form_group
{
	const char *text;
	uint8_t		first;			/* the first of them, from 0 */
	uint8_t		ncolumns;
} gir_form_group;

typedef struct gir_form_block
{
	uint8_t		section;		/* 2 to 4 */
	uint8_t		label_columns;	/* columns of the grid taken by row labels */
	bool		side_by_side;	/* rows are printed next to each other, with
								 * their labels as heads of columns */
	uint8_t		ncolumns;
	uint8_t		nrows;
	uint8_t		ngroups;
	const char *anchor;			/* text that only this block's head has */
	const gir_form_column *columns;
	const gir_form_row *rows;
	const gir_form_group *groups;	/* over the columns, from the top */
} gir_form_block;

typedef struct gir_form
{
	const char *name;			/* the year of its notice */
	uint8_t		nblocks;
	const gir_form_block *const *blocks;
} gir_form;

#define GIR_FORM_COUNT 2
#define GIR_FORM_2019 0
#define GIR_FORM_2021 1
#define GIR_FORM_NEWEST GIR_FORM_2021
#define GIR_FORM_UNKNOWN GIR_FORM_COUNT

/* Kinds of applicant that stand under a text of their own in the head. */
#define GIR_GROUP_COLUMNS 5

/* The widest printed line of values: the outcomes of three kinds of dispute. */
#define GIR_MAX_LINE_VALUES 15

extern const gir_form gir_form_2019;
extern const gir_form gir_form_2021;
extern const gir_form *const gir_forms[GIR_FORM_COUNT];

/* What a text of the documents can be besides a row or a column. */
typedef enum gir_text_role
{
	GIR_TEXT_GROUP,				/* groups rows or columns of a section */
	GIR_TEXT_CORNER,			/* stands above the row labels */
	GIR_TEXT_HEADING			/* heads a section, 1 to 6 */
} gir_text_role;

/* A text common to the forms, and other wordings of rows and columns. */
typedef struct gir_form_text
{
	gir_text_role role;
	uint8_t		section;
	const char *text;
} gir_form_text;

extern const gir_form_block gir_block_disputes;
extern const gir_form_column gir_applicant_columns[GIR_MAX_COLUMNS];
#define GIR_APPLICANT_GROUPS 2
extern const gir_form_group gir_applicant_groups[GIR_APPLICANT_GROUPS];
extern const gir_form_text gir_form_texts[];
extern const int gir_form_text_count;

/* The first text of a role in a section: the form's own wording; NULL if none. */
extern const char *gir_form_text_of(gir_text_role role, int section);

extern const char *const gir_heading_numbers[]; /* before headings, of section 1 first */
extern const char *const gir_table_names[GIR_SECTION_COUNT];

/* Behind the head of an amount that has no unit in it; amounts are in this unit. */
extern const char *const gir_amount_unit_note;

/* Words of titles, of the period clause and of dates; lists end with NULL. */
extern const char *const gir_title_subjects[];	/* what it is about, longest first */
extern const char *const gir_title_fillers[];	/* between subject and kind */
extern const char *const gir_title_kinds[]; /* what it is, longest first */
extern const char *const gir_title_endings[];	/* met with their characters in disorder */
extern const char *const gir_title_prefixes[];	/* before or after the agency's name */
extern const char *const gir_title_breaks[];	/* end what stands before a title */
extern const char *const gir_title_tails[]; /* begin what stands behind a title */
extern const char *const gir_title_signs[]; /* one is in the last line of any title */
extern const char *const gir_link_words[];	/* before the titles of other reports */
extern const char *const gir_agency_endings[];	/* what an agency's name can end with */
extern const char *const gir_agency_bodies[];	/* parts of names, but no names */
extern const char *const gir_agency_governments[];	/* end names, and look like subjects */
extern const char *const gir_agency_pronouns[]; /* stand for an agency's name */
extern const char *const gir_place_words[]; /* end the names of places */
extern const char *const gir_no_place_words[];	/* hold such a word, but are no place */
extern const char *const gir_nation_words[];	/* begin names of national agencies */
extern const char *const gir_site_words[];	/* occur in names of web sites */
extern const char *const gir_compiled_by[]; /* before the name of who made the report */
extern const char *const gir_compiled_name_ends[];	/* behind that name */
extern const char *const gir_compiled_words[];	/* what was done with the report */
extern const char *const gir_report_words[];	/* what a report calls itself */
extern const char *const gir_other_report_marks[];	/* reports of another kind */
extern const char *const gir_period_marks[];	/* open the clause that states the period */
extern const char *const gir_sentence_marks[];	/* occur in prose, never in a title */
extern const char *const gir_year_words[];	/* after a year's digits, longest first */
extern const char *const gir_full_stops[];	/* end a sentence */
extern const char *const gir_month_words[];	/* after a month's digits */
extern const char *const gir_other_year_words[];	/* no year by number, but not the same */
extern const char *const gir_date_words[];	/* year, month, day */

/* The block of a form that holds a row, by number from 1; 0 if none does. */
extern const uint8_t gir_form_places[GIR_FORM_COUNT][GIR_ROW_COUNT];

/* The block of a form that holds a row, or NULL. */
static inline const gir_form_block *
gir_form_block_of(int form, gir_row_id row)
{
	int			number = gir_form_places[form][row];

	return number != 0 ? gir_forms[form]->blocks[number - 1] : NULL;
}

/* The newest form that has a row. */
extern int	gir_newest_form_with(gir_row_id row);

/*
 * The columns that a row has in some forms, as bits: as in the form that has them
 * all, or else those of the newest one, and behind them what older ones have besides.
 * Returns their number.
 */
extern int	gir_form_columns(unsigned forms, gir_row_id row,
							 const gir_form_column *columns[GIR_COL_COUNT]);

/* The printed row of a block, or NULL. */
extern const gir_form_row *gir_form_row_of(const gir_form_block *block, gir_row_id row);

/* The printed column of a block, or NULL. */
extern const gir_form_column *gir_form_column_of(const gir_form_block *block, gir_column column);

#endif							/* GIR_FORM_H */
