/*
 * equations.h
 *		The hard identities of a report's numbers as a system of linear
 *		equations.
 *
 * Equations are numbered, and sets of them are bits of a gir_equations.
 */
#ifndef GIR_EQUATIONS_H
#define GIR_EQUATIONS_H

#include "core/gireport_core.h"

typedef uint64_t gir_equations;

#define GIR_MAX_EQUATIONS 64
#define GIR_EQUATION(number) (UINT64_C(1) << (number))

/* An equation: the sum of its cells, some of them subtracted, is zero. */
typedef struct gir_equation
{
	int			ncells;
	int			cells[GIR_ROW_COUNT];
	gir_wide	residual;		/* what the sum is, blanks counting as 0 */
} gir_equation;

/*
 * The equations of a report.  One that is not judged because a total is blank
 * may be there all the same: it is asleep until that cell gets a number.
 */
typedef struct gir_system
{
	const gir_figures *figures;
	int			nequations;
	gir_equation equations[GIR_MAX_EQUATIONS];
	gir_equations awake;
	gir_equations violated;		/* not zero, awake or not */
	gir_equations member[GIR_CELL_COUNT];	/* the equations of a cell */
	gir_equations minus[GIR_CELL_COUNT];	/* those that subtract it */
	gir_equations wakes[GIR_CELL_COUNT];	/* asleep as long as it is blank */
	bool		negative[GIR_CELL_COUNT];	/* breaks the rule against that */
} gir_system;

/* Set up the equations of sections 3 and 4. */
extern void gir_build_system(const gir_figures *figures, gir_system *system);

/* Add a number to a sum, or take it away. */
extern void gir_accumulate(gir_wide *sum, int64_t value, bool minus);

/* The number printed in a cell, 0 if it is blank. */
extern int64_t gir_printed_number(const gir_system *system, int cell);

#endif							/* GIR_EQUATIONS_H */
