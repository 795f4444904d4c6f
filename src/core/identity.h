/*
 * identity.h
 *		The rules as const data.
 *
 * A rule relates two sums of cells, or a sum and a constant, and is evaluated
 * at places: in columns, rows or cells.  A rule of this kind is a line of data
 * in one of the files rules_*.c and nothing else.  The few rules that are no
 * arithmetic have a relation of their own.
 */
#ifndef GIR_IDENTITY_H
#define GIR_IDENTITY_H

#include "core/gireport_core.h"

/* Where a rule is evaluated. */
typedef enum gir_places
{
	GIR_IN_COLUMNS,				/* each column of section 3; terms name rows */
	GIR_IN_ROWS,				/* each of its rows; terms name columns */
	GIR_IN_CELLS,				/* each of its rows, in each of its columns */
	GIR_IN_TABLES,				/* each of its sections */
	GIR_IN_REPORT,				/* once */
	GIR_ELSEWHERE				/* not by gir_check_scope */
} gir_places;

/* What a rule says about its left and right side. */
typedef enum gir_relation
{
	GIR_EQUAL,
	GIR_AT_MOST,
	GIR_AT_LEAST,
	GIR_BELOW,
	GIR_DIFFERENT,				/* not equal, unless both are 0 */
	GIR_SIMILAR,				/* neither is over five times the other, unless both
								 * are less than the constant */

	/* These look at more than two sums. */
	GIR_NOT_COPIED,				/* a table is not as in the other report, if it has
								 * at least as many numbers as the constant */
	GIR_SAME_FORM,				/* a table is in the other report's form */
	GIR_NOT_OWN_LEVEL			/* the title does not limit the report to one level */
} gir_relation;

/* Of GIR_SIMILAR. */
#define GIR_SIMILAR_FACTOR 5

/* What is particular about a term. */
#define GIR_TERM_MINUS 0x01		/* subtracted */
#define GIR_TERM_OTHER 0x02		/* in the other report */
#define GIR_TERM_NEEDED 0x04	/* a blank here is not taken for 0 */

/*
 * A cell in a sum: its row and column, each of which can be the place's.
 *
 * The forms have different rows for some things: of the alternatives numbered
 * from 1, those that a report has are used, and the first if it has none.
 * Terms of alternative 0 are used always.
 */
typedef struct gir_term
{
	uint8_t		row;			/* or GIR_NO_ROW: the place's */
	uint8_t		column;			/* or GIR_NO_COLUMN: the place's */
	uint8_t		alternative;
	uint8_t		flags;
} gir_term;

/* A sum has at most this many terms. */
#define GIR_MAX_TERMS 32

typedef struct gir_side
{
	uint8_t		count;
	const gir_term *terms;
} gir_side;

/* What an agency's name shows about it; bits. */
typedef enum gir_body
{
	GIR_BODY_UNKNOWN = 0,
	GIR_BODY_TOWNSHIP = 1,		/* of a town, township or street */
	GIR_BODY_COUNTY = 2,		/* of a county, district or zone */
	GIR_BODY_DEPARTMENT = 4,	/* a department, of whatever level */
	GIR_BODY_SENIOR = 8			/* the government of a city, prefecture or province */
} gir_body;

struct gir_rule
{
	const char *id;
	gir_basis	basis;
	gir_severity severity;
	gir_scope	scope;
	uint8_t		section;		/* 0 if it is about several */

	gir_places	places;
	uint64_t	rows;			/* bits; in GIR_IN_TABLES, of the sections */
	uint32_t	columns;		/* bits */

	gir_side	left;
	gir_relation relation;
	gir_side	right;
	int32_t		constant;		/* added to the right side */

	gir_side	unless;			/* holds anyway where this sum is not 0 */
	uint8_t		bodies;			/* holds anyway for other agencies; 0: for none */

	const char *expression;		/* if it cannot be written from the terms */
	const char *description_zh;
	const char *description_en;
	const char *suspicion;		/* what a failure hints at, in Chinese, or NULL */
};

/* Sets of rows and columns. */
#define GIR_ROW_BIT(row) (UINT64_C(1) << (row))
#define GIR_ROW_BITS(first, last) (GIR_ROW_BIT(last) | (GIR_ROW_BIT(last) - GIR_ROW_BIT(first)))
#define GIR_COLUMN_BIT(column) (UINT32_C(1) << (column))
#define GIR_ALL_COLUMNS (GIR_COLUMN_BIT(GIR_COL_COUNT) - 1)

/* A sum as data. */
#define GIR_SIDE(array) {(uint8_t) (sizeof(array) / sizeof((array)[0])), array}

/* The rules of a scope. */
typedef struct gir_rule_set
{
	int			count;
	const gir_rule *rules;
} gir_rule_set;

extern const gir_rule_set gir_rules_report;
extern const gir_rule_set gir_rules_prose;
extern const gir_rule_set gir_rules_years;
extern const gir_rule_set gir_rules_rollup;
extern const gir_rule_set *const gir_rule_sets[GIR_SCOPE_COUNT];

/* The results of section 3, which add up to the requests concluded. */
extern const gir_side gir_results;

/*
 * The terms of a sum that are used with these reports; returns their number.
 * Figures may be NULL: then the first of alternatives is used.
 */
extern int	gir_used_terms(const gir_side *side, const gir_figures *figures,
						   const gir_figures *other, const gir_term *used[GIR_MAX_TERMS]);

/* The place's cell that a term stands for, or GIR_NO_CELL if there is none. */
extern int	gir_term_cell(const gir_term *term, gir_row_id row, gir_column column);

/* True if a blank in a term's cell is an omission, and not taken for 0. */
extern bool gir_is_omission(const gir_rule *rule, const gir_term *term, int cell);

/* ---- body.c ---- */

/* What an agency's name shows about it. */
extern gir_body gir_classify_body(const char *agency, size_t len);

/* True if a title limits a report to the agency's own level. */
extern bool gir_own_level(const char *title, size_t len);

/* ---- relation_tables.c ---- */

/* Evaluate the rules that look at whole tables; fills the finding. */
extern void gir_check_copied(gir_finding *finding);
extern void gir_check_form(const gir_row_forms *forms, const gir_row_forms *other_forms,
						   gir_finding *finding);

#endif							/* GIR_IDENTITY_H */
