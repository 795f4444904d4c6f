/*
 * identity.h
 *		The rules that a report's own tables must satisfy, as const data, and
 *		their evaluation.
 */
#ifndef GIR_IDENTITY_H
#define GIR_IDENTITY_H

#include "core/gireport_core.h"

/* What a rule says, and where it is evaluated. */
typedef enum gir_rule_shape
{
	GIR_RULE_ROWS,				/* sums of rows are equal: in each column */
	GIR_RULE_COLUMNS,			/* columns add up to the last one: in each row */
	GIR_RULE_NOT_NEGATIVE		/* in each cell */
} gir_rule_shape;

/*
 * A row in an equation.  The forms have different rows for some things: of the
 * alternatives numbered from 1, those that a report has are used, and one must
 * be.  Rows of alternative 0 are needed always.
 */
typedef struct gir_term
{
	uint8_t		row;
	uint8_t		alternative;
} gir_term;

struct gir_rule
{
	const char *id;
	gir_severity severity;
	uint8_t		section;
	gir_rule_shape shape;
	gir_row_id	first_row;		/* rows that it is evaluated in */
	gir_row_id	last_row;
	uint8_t		nleft;			/* terms of GIR_RULE_ROWS */
	uint8_t		nright;
	const gir_term *left;
	const gir_term *right;
};

extern const gir_rule gir_rules[];
extern const int gir_rule_count;

/*
 * The terms of one side of GIR_RULE_ROWS that a report uses; returns their
 * number, or -1 if a row is absent that is needed.
 */
extern int	gir_used_terms(const gir_figures *figures, const gir_term *terms, int nterms,
						   gir_row_id rows[GIR_ROW_COUNT]);

/*
 * True if an equation that the cell is part of holds without any blank, and
 * none that it is part of fails.
 */
extern bool gir_confirmed(const gir_figures *figures, int cell);

#endif							/* GIR_IDENTITY_H */
