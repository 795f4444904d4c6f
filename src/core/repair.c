/*
 * repair.c
 *		The numbers that make equations hold, at given cells.
 *
 * All coefficients are 1 and -1.  A cell is in one equation of its row and in
 * those of its column, and all that any two cells of different rows share is a
 * column.  So no three cells share three equations by twos, and determinants of
 * up to three cells' coefficients are 0, 1 or -1: elimination needs no division
 * and leaves coefficients 0, 1 and -1, and its solutions are whole numbers.
 *
 * It needs no wide numbers either.  Solutions are in the range from 0 to
 * INT64_MAX, so their remainders modulo 2^64 say which they are, and that is
 * what unsigned numbers compute.  In the end the equations are tried exactly.
 */
#include "core/repair.h"

#include <string.h>

/* A cell has an equation of its row, and at most two of its column. */
#define MAX_EQUATIONS (3 * GIR_MAX_CHANGES)

/* Cells to change, as bits. */
typedef unsigned cell_set;

#define ALL_CELLS(n) ((1u << (n)) - 1)

/* What there is to solve. */
typedef struct problem
{
	const gir_system *system;
	gir_change *changes;
	int			nchanges;
	int			nequations;
	int			coefficients[MAX_EQUATIONS][GIR_MAX_CHANGES];
	gir_wide	sums[MAX_EQUATIONS];	/* of the cells that do not change */
} problem;

/* A line of the elimination: coefficients of the cells, and the right side. */
typedef struct line
{
	int			coefficients[GIR_MAX_CHANGES];
	uint64_t	right;			/* modulo 2^64 */
} line;

/* Set a problem up.  Returns false if the equations are too many. */
static bool
state_problem(problem *p, gir_equations equations)
{
	int			e,
				i;

	p->nequations = 0;
	for (e = 0; e < p->system->nequations; e++)
	{
		int		   *coefficients = p->coefficients[p->nequations];
		gir_wide   *sum = &p->sums[p->nequations];

		if (!(equations & GIR_EQUATION(e)))
			continue;
		if (p->nequations == MAX_EQUATIONS)
			return false;
		*sum = p->system->equations[e].residual;
		for (i = 0; i < GIR_MAX_CHANGES; i++)
		{
			int			cell = i < p->nchanges ? p->changes[i].cell : GIR_NO_CELL;

			coefficients[i] = 0;
			if (cell == GIR_NO_CELL || !(p->system->member[cell] & GIR_EQUATION(e)))
				continue;
			coefficients[i] = p->system->minus[cell] & GIR_EQUATION(e) ? -1 : 1;
			gir_accumulate(sum, gir_printed_number(p->system, cell), coefficients[i] > 0);
		}
		p->nequations++;
	}
	return true;
}

/* ---- elimination ---- */

/* Subtract a multiple of a line from another. */
static void
subtract_line(line *from, const line *l, int factor)
{
	int			i;

	for (i = 0; i < GIR_MAX_CHANGES; i++)
		from->coefficients[i] -= factor * l->coefficients[i];
	from->right -= (uint64_t) factor * l->right;
}

/*
 * Gauss and Jordan's elimination of some of the cells.  Returns how many lines
 * it used, which come first, in the order of their cells.
 */
static int
eliminate(line *lines, int nlines, cell_set cells)
{
	int			nused = 0;
	int			i,
				l;

	for (i = 0; i < GIR_MAX_CHANGES; i++)
	{
		line		pivot;
		int			sign;

		if (!(cells & (1u << i)))
			continue;
		for (l = nused; l < nlines && lines[l].coefficients[i] == 0; l++)
			;
		if (l == nlines)
			continue;
		pivot = lines[l];
		lines[l] = lines[nused];
		lines[nused] = pivot;
		sign = pivot.coefficients[i];
		for (l = 0; l < nlines; l++)
		{
			if (l != nused && lines[l].coefficients[i] != 0)
				subtract_line(&lines[l], &pivot, sign * lines[l].coefficients[i]);
		}
		if (sign < 0)
			subtract_line(&lines[nused], &pivot, 2);
		nused++;
	}
	return nused;
}

/*
 * Take the numbers of all cells from lines that have been solved for all but
 * the given ones, and try them exactly.
 */
static bool
take_numbers(const problem *p, const line *lines, cell_set given)
{
	int			e,
				i,
				g;

	for (i = 0; i < p->nchanges; i++)
	{
		uint64_t	number;

		if (given & (1u << i))
			continue;
		number = lines->right;
		for (g = 0; g < p->nchanges; g++)
		{
			if (given & (1u << g))
				number -= (uint64_t) lines->coefficients[g] * (uint64_t) p->changes[g].value;
		}
		if (number > INT64_MAX)
			return false;
		p->changes[i].value = (int64_t) number;
		lines++;
	}
	for (e = 0; e < p->nequations; e++)
	{
		gir_wide	sum = p->sums[e];

		for (i = 0; i < p->nchanges; i++)
		{
			if (p->coefficients[e][i] != 0)
				gir_accumulate(&sum, p->changes[i].value, p->coefficients[e][i] < 0);
		}
		if (sum.high != 0 || sum.low != 0)
			return false;
	}
	return true;
}

/* ---- numbers that the equations do not determine ---- */

/* A cell's number if it can be chosen: as printed, without a minus. */
static int64_t
preferred_number(const problem *p, int change)
{
	int64_t		printed = gir_printed_number(p->system, p->changes[change].cell);

	if (printed >= 0)
		return printed;
	return printed == INT64_MIN ? INT64_MAX : -printed;
}

/* The sum of the distances from the preferred numbers. */
static uint64_t
distance(const problem *p)
{
	uint64_t	sum = 0;
	int			i;

	for (i = 0; i < p->nchanges; i++)
	{
		int64_t		preferred = preferred_number(p, i);
		int64_t		number = p->changes[i].value;
		uint64_t	d = (uint64_t) (number > preferred ? number - preferred : preferred - number);

		sum = sum > UINT64_MAX - d ? UINT64_MAX : sum + d;
	}
	return sum;
}

/* False if an equation would need negative numbers. */
static bool
allows_numbers(const problem *p)
{
	int			e,
				i;

	for (e = 0; e < p->nequations; e++)
	{
		gir_wide	sum = p->sums[e];
		bool		plus = false,
					minus = false;

		for (i = 0; i < p->nchanges; i++)
		{
			plus = plus || p->coefficients[e][i] > 0;
			minus = minus || p->coefficients[e][i] < 0;
		}
		if (!minus && (sum.high > 0 || (sum.high == 0 && sum.low > 0)))
			return false;
		if (!plus && sum.high < 0)
			return false;
	}
	return true;
}

/* The best numbers so far. */
typedef struct choice
{
	bool		found;
	uint64_t	distance;
	gir_change	changes[GIR_MAX_CHANGES];
} choice;

/* Compare the numbers at hand with the best ones. */
static void
compare_numbers(const problem *p, choice *best)
{
	uint64_t	d = distance(p);
	bool		better = !best->found || d < best->distance;
	int			i;

	for (i = 0; i < p->nchanges; i++)
	{
		gir_change *change = &best->changes[i];

		if (!best->found)
			*change = p->changes[i];
		else if (change->value != p->changes[i].value)
			change->determined = false;
		if (better)
			change->value = p->changes[i].value;
	}
	if (better)
		best->distance = d;
	best->found = true;
}

/* Give some cells all the numbers that matter, and solve for the others. */
static void
try_numbers(const problem *p, const line *lines, cell_set given, choice *best)
{
	int			combinations = 1;
	int			c,
				i;

	for (i = 0; i < p->nchanges; i++)
		combinations *= given & (1u << i) ? 3 : 1;
	for (c = 0; c < combinations; c++)
	{
		int			rest = c;

		for (i = 0; i < p->nchanges; i++)
		{
			if (!(given & (1u << i)))
				continue;
			p->changes[i].value = rest % 3 == 0 ? preferred_number(p, i) : rest % 3 == 1 ? 0 : INT64_MAX;
			rest /= 3;
		}
		if (take_numbers(p, lines, given))
			compare_numbers(p, best);
	}
}

/*
 * Give as many cells a number as are free to have any, and solve for the rest.
 * The numbers sought are those nearest to the preferred ones.  As with any
 * linear programme, they are among those where so many numbers are preferred
 * ones or limits; and so are the least and the greatest of every number, which
 * shows the numbers that are determined all the same.
 */
static bool
choose_numbers(const problem *p, const line *lines, int nlines)
{
	choice		best = {0};
	cell_set	given;
	int			i;

	if (!allows_numbers(p))
		return false;
	for (given = 1; given <= ALL_CELLS(p->nchanges); given++)
	{
		line		solved[GIR_MAX_CHANGES];
		int			ngiven = 0;

		for (i = 0; i < p->nchanges; i++)
			ngiven += given >> i & 1;
		if (ngiven + nlines != p->nchanges)
			continue;
		memcpy(solved, lines, sizeof(line) * (size_t) nlines);
		if (eliminate(solved, nlines, ALL_CELLS(p->nchanges) & ~given) == nlines)
			try_numbers(p, solved, given, &best);
	}
	if (best.found)
		memcpy(p->changes, best.changes, sizeof(gir_change) * (size_t) p->nchanges);
	return best.found;
}

/* Find numbers for some cells that make these equations hold. */
bool
gir_repair(const gir_system *system, gir_equations equations, gir_change *changes, int nchanges)
{
	problem		p = {.system = system, .changes = changes, .nchanges = nchanges};
	line		lines[MAX_EQUATIONS];
	int			nused,
				i;

	if (!state_problem(&p, equations))
		return false;
	for (i = 0; i < p.nequations; i++)
	{
		memcpy(lines[i].coefficients, p.coefficients[i], sizeof(lines[i].coefficients));
		lines[i].right = 0 - (((uint64_t) p.sums[i].high << 32) + (uint64_t) p.sums[i].low);
	}
	nused = eliminate(lines, p.nequations, ALL_CELLS(nchanges));
	for (i = nused; i < p.nequations; i++)
	{
		/* an equation without cells: they contradict each other */
		if (lines[i].right != 0)
			return false;
	}
	for (i = 0; i < nchanges; i++)
		changes[i].determined = true;
	if (nused < nchanges)
		return choose_numbers(&p, lines, nused);
	return take_numbers(&p, lines, 0);
}
