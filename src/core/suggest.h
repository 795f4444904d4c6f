/*
 * suggest.h
 *		Where the error probably is: the smallest sets of cells whose change makes
 *		every hard identity of sections 3 and 4 hold, after I. P. Fellegi and
 *		D. Holt, "A Systematic Approach to Automatic Edit and Imputation" (1976).
 *
 * Cells that no identity connects, directly or through others, are repaired
 * independently: they belong to different parts.  The three rows of section 4
 * are three parts, and section 3 is one unless rows or totals are missing.  Only
 * parts that break a rule have suggestions, and one solution of each of them
 * together repairs all.
 */
#ifndef GIR_SUGGEST_H
#define GIR_SUGGEST_H

#include "core/gireport_core.h"

/* The largest set that is looked for, in each part. */
#define GIR_MAX_CHANGES 3

/*
 * The most solutions of a part that are listed, the best ones.  There are never
 * more sets of one or two cells than this.
 */
#define GIR_MAX_SOLUTIONS 1000

/* How a number goes wrong, from the one meant to the one printed. */
typedef enum gir_slip
{
	GIR_SLIP_NONE,
	GIR_SLIP_LOST,				/* 105 becomes 15 */
	GIR_SLIP_DOUBLED,			/* 15 becomes 155 */
	GIR_SLIP_SWAPPED,			/* 15 becomes 51 */
	GIR_SLIP_SIGN,				/* 15 becomes -15 */
	GIR_SLIP_CHANGED,			/* 15 becomes 18 */
	GIR_SLIP_EXTRA,				/* 15 becomes 135 */
	GIR_SLIP_OMITTED			/* 15 becomes a blank */
} gir_slip;

/* A number to be changed. */
typedef struct gir_change
{
	int			cell;
	int64_t		value;			/* the number suggested */
	bool		determined;		/* the other numbers leave no choice */
	gir_slip	slip;
} gir_change;

/*
 * A smallest set of cells, and how plausible it is: the counts are compared in
 * their order, and less is better.
 */
typedef struct gir_solution
{
	int			nchanges;
	gir_change	changes[GIR_MAX_CHANGES];	/* in the order of the record */
	int			guesses;		/* numbers that no slip explains, or undetermined */
	int			omissions;		/* numbers where a blank is */
	int			loose;			/* slips that fit many numbers: lost, changed, extra */
	int			zeros;			/* numbers where a 0 is printed */
	uint64_t	sum;			/* of the numbers */
} gir_solution;

/* Memory for the solutions of a part; the caller's, and nothing to initialise. */
typedef struct gir_solutions
{
	uint32_t	nfound;
	uint16_t	nkept;
	uint16_t	order[GIR_MAX_SOLUTIONS];	/* the best one first */
	gir_solution solutions[GIR_MAX_SOLUTIONS];
} gir_solutions;

/* One solution of a part, or the statement that it has none. */
typedef struct gir_suggestion
{
	int			part;			/* from 1, in the order of the record */
	int			section;
	gir_row_id	row;			/* if the part is a single row, or GIR_NO_ROW */
	uint32_t	nsolutions;		/* of this part; 0 if more cells are wrong */
	int			rank;			/* from 1, the most plausible solution */
	const gir_solution *solution;	/* NULL if there is none */
} gir_suggestion;

/*
 * Report the smallest solutions of each part that breaks a rule: those whose
 * numbers are all explained by slips of digits come first.  A part that needs
 * more than GIR_MAX_CHANGES cells changed has one suggestion without solution.
 * Suggested numbers are in the range of the figures and not negative.
 *
 * A blank detail counts as 0 and may be among the cells to change; a blank
 * total is not judged and is not.
 */
typedef void (*gir_suggestion_function) (void *context, const gir_suggestion *suggestion);
extern void gir_suggest(const gir_figures *figures, gir_solutions *solutions,
						gir_suggestion_function function, void *context);

/* The slip of digits that makes one number another, or GIR_SLIP_NONE. */
extern gir_slip gir_find_slip(int64_t meant, int64_t printed);

/* Stable name of a slip; NULL for GIR_SLIP_NONE. */
extern const char *gir_slip_name(gir_slip slip);

/*
 * A change in Chinese, for the person who has to mend the report; without a
 * change, that too many cells are wrong.
 */
extern void gir_suggestion_message(const gir_figures *figures, const gir_suggestion *suggestion,
								   const gir_change *change, const gir_writer *writer);

#endif							/* GIR_SUGGEST_H */
