/*
 * record.h
 *		The record: every row and column that a report can hold, whatever the
 *		form it was printed in.
 *
 * The forms of different years share most of their rows; the record is their
 * union.  Row and column codes are the attribute names of the SQL types.
 * Nothing here says how a row is printed: see form.h for that.
 */
#ifndef GIR_RECORD_H
#define GIR_RECORD_H

#include <stdint.h>

/* The three statutory tables, numbered as the report's sections are. */
#define GIR_FIRST_SECTION 2
#define GIR_LAST_SECTION 4
#define GIR_SECTION_COUNT 3

/* The kinds of row, each with its own columns (an SQL composite type each). */
typedef enum gir_kind
{
	GIR_KIND_DOCUMENTS,			/* section 2: documents made and in force */
	GIR_KIND_DECISIONS,			/* section 2: administrative decisions */
	GIR_KIND_FEES,				/* section 2: fees charged */
	GIR_KIND_PROCUREMENT,		/* section 2: government procurement */
	GIR_KIND_APPLICANTS,		/* section 3: requests by kind of applicant */
	GIR_KIND_OUTCOMES,			/* section 4: outcomes of disputes */
	GIR_KIND_COUNT
} gir_kind;

/* Every column of every kind. */
typedef enum gir_column
{
	GIR_COL_ISSUED,
	GIR_COL_REPEALED,
	GIR_COL_IN_FORCE,
	GIR_COL_MADE,
	GIR_COL_DISCLOSED,
	GIR_COL_DISCLOSED_TOTAL,
	GIR_COL_DECISIONS,
	GIR_COL_ITEMS_LAST_YEAR,
	GIR_COL_ITEMS_CHANGE,
	GIR_COL_AMOUNT,
	GIR_COL_ITEMS,
	GIR_COL_NATURAL_PERSON,
	GIR_COL_COMMERCIAL_ENTERPRISE,
	GIR_COL_RESEARCH_INSTITUTION,
	GIR_COL_PUBLIC_WELFARE,
	GIR_COL_LEGAL_SERVICE,
	GIR_COL_OTHER,
	GIR_COL_UPHELD,
	GIR_COL_CORRECTED,
	GIR_COL_PENDING,
	GIR_COL_TOTAL,
	GIR_COL_COUNT
} gir_column;

/* Every row, in the order of the tables. */
typedef enum gir_row_id
{
	GIR_ROW_REGULATIONS,
	GIR_ROW_NORMATIVE_DOCUMENTS,
	GIR_ROW_LICENSING,
	GIR_ROW_OTHER_SERVICES,
	GIR_ROW_PENALTY,
	GIR_ROW_COERCION,
	GIR_ROW_FEES,
	GIR_ROW_PROCUREMENT,
	GIR_ROW_RECEIVED,
	GIR_ROW_CARRIED_IN,
	GIR_ROW_GRANTED,
	GIR_ROW_PARTIALLY_GRANTED,
	GIR_ROW_DENIED_STATE_SECRET,
	GIR_ROW_DENIED_PROHIBITED_BY_LAW,
	GIR_ROW_DENIED_SECURITY_STABILITY,
	GIR_ROW_DENIED_THIRD_PARTY,
	GIR_ROW_DENIED_INTERNAL_AFFAIRS,
	GIR_ROW_DENIED_DELIBERATIVE,
	GIR_ROW_DENIED_ENFORCEMENT_FILE,
	GIR_ROW_DENIED_ADMINISTRATIVE_QUERY,
	GIR_ROW_UNAVAILABLE_NOT_HELD,
	GIR_ROW_UNAVAILABLE_NEEDS_CREATION,
	GIR_ROW_UNAVAILABLE_UNCLEAR,
	GIR_ROW_REJECTED_PETITION,
	GIR_ROW_REJECTED_REPEAT,
	GIR_ROW_REJECTED_PUBLICATION,
	GIR_ROW_REJECTED_EXCESSIVE,
	GIR_ROW_REJECTED_CONFIRMATION,
	GIR_ROW_OTHER_NOT_CORRECTED,
	GIR_ROW_OTHER_FEE_UNPAID,
	GIR_ROW_OTHER_MISC,
	GIR_ROW_OTHER_HANDLING,
	GIR_ROW_CONCLUDED,
	GIR_ROW_CARRIED_OUT,
	GIR_ROW_RECONSIDERATION,
	GIR_ROW_LITIGATION_DIRECT,
	GIR_ROW_LITIGATION_AFTER_RECONSIDERATION,
	GIR_ROW_COUNT
} gir_row_id;

#define GIR_NO_ROW GIR_ROW_COUNT
#define GIR_NO_COLUMN GIR_COL_COUNT

/* The widest kind of row has this many columns. */
#define GIR_MAX_COLUMNS 7

/*
 * A cell's number: each row owns GIR_MAX_COLUMNS numbers, of which narrower
 * kinds leave the last ones unused.
 */
#define GIR_CELL_COUNT (GIR_ROW_COUNT * GIR_MAX_COLUMNS)
#define GIR_CELL(row, slot) ((int) (row) * GIR_MAX_COLUMNS + (int) (slot))
#define GIR_CELL_ROW(cell) ((gir_row_id) ((cell) / GIR_MAX_COLUMNS))
#define GIR_CELL_SLOT(cell) ((cell) % GIR_MAX_COLUMNS)
#define GIR_NO_CELL (-1)

typedef struct gir_kind_info
{
	const char *code;			/* name of the SQL type without its prefix */
	uint8_t		ncolumns;
	gir_column	columns[GIR_MAX_COLUMNS];	/* in the order of the SQL type */
} gir_kind_info;

typedef struct gir_row_info
{
	const char *code;			/* attribute name in the section's SQL type */
	gir_kind	kind;
} gir_row_info;

typedef struct gir_section_info
{
	const char *code;			/* attribute name in the SQL type gireport */
	gir_row_id	first_row;
	gir_row_id	last_row;
} gir_section_info;

extern const char *const gir_column_codes[GIR_COL_COUNT];
extern const gir_kind_info gir_kinds[GIR_KIND_COUNT];
extern const gir_row_info gir_rows[GIR_ROW_COUNT];
extern const gir_section_info gir_sections[GIR_SECTION_COUNT];

/* The section (2 to 4) that a row belongs to. */
extern int	gir_row_section(gir_row_id row);

/* Where each column stands in the rows of a kind, from 1; 0 if it does not. */
extern const uint8_t gir_slots[GIR_KIND_COUNT][GIR_COL_COUNT];

/* The cell of a row under a column, or GIR_NO_CELL if the row has no such column. */
static inline int
gir_cell_at(gir_row_id row, gir_column column)
{
	int			slot = gir_slots[gir_rows[row].kind][column];

	return slot != 0 ? GIR_CELL(row, slot - 1) : GIR_NO_CELL;
}

/* The column that a cell stands in, or GIR_NO_COLUMN for an unused number. */
extern gir_column gir_cell_column(int cell);

/* True if a cell holds an amount of money (万元, decimal) and not a count. */
extern int	gir_cell_is_amount(int cell);

#endif							/* GIR_RECORD_H */
