/*
 * suggest.c
 *		The smallest sets of cells whose change makes every hard identity hold.
 *
 * Sets are built cell by cell.  In a smallest set every number changes.  So an
 * equation that fails needs a cell in the set, and one that holds needs none or
 * at least two: as long as some equation is in need, the next cell is one of
 * its cells.  If none is, the cells so far would do by themselves but for their
 * numbers, and the next cell shares an equation with them.  Negative numbers
 * are in every set.  After all sets with a cell have been built, the cell is
 * left out of the following ones, so that no set is found twice.
 */
#include "core/suggest.h"

#include <string.h>

#include "core/repair.h"

/* A search among the cells of one part, for sets of one size. */
typedef struct search
{
	const gir_system *system;
	gir_equations part;
	int			size;
	bool		excluded[GIR_CELL_COUNT];
	int			cells[GIR_MAX_CHANGES];
	int			ncells;
	gir_solutions *solutions;
} search;

/* How many members a set has. */
static int
count(gir_equations set)
{
	int			n = 0;

	for (; set != 0; set &= set - 1)
		n++;
	return n;
}

/* ---- the best solutions ---- */

/* Judge how plausible the changes of a solution are. */
static void
judge(const gir_figures *figures, gir_solution *solution)
{
	int			i;

	solution->guesses = solution->omissions = solution->loose = solution->zeros = 0;
	solution->sum = 0;
	for (i = 0; i < solution->nchanges; i++)
	{
		gir_change *change = &solution->changes[i];
		uint64_t	value = (uint64_t) change->value;

		change->slip = GIR_SLIP_OMITTED;
		if (figures->known[change->cell])
		{
			change->slip = gir_find_slip(change->value, figures->value[change->cell]);
			solution->zeros += figures->value[change->cell] == 0;
		}
		solution->guesses += change->slip == GIR_SLIP_NONE || !change->determined;
		solution->omissions += change->slip == GIR_SLIP_OMITTED;
		solution->loose += change->slip == GIR_SLIP_LOST || change->slip == GIR_SLIP_CHANGED ||
			change->slip == GIR_SLIP_EXTRA;
		solution->sum = solution->sum > UINT64_MAX - value ? UINT64_MAX : solution->sum + value;
	}
}

/*
 * Less than 0 if a solution is more plausible than another of its size: one
 * with slips of digits, best those that seldom fit by chance, or omissions; in
 * cells where something is printed; with small numbers, as most numbers are.
 */
static int
compare(const gir_solution *a, const gir_solution *b)
{
	int			i;

	if (a->guesses != b->guesses)
		return a->guesses - b->guesses;
	if (a->omissions != b->omissions)
		return a->omissions - b->omissions;
	if (a->loose != b->loose)
		return a->loose - b->loose;
	if (a->zeros != b->zeros)
		return a->zeros - b->zeros;
	if (a->sum != b->sum)
		return a->sum < b->sum ? -1 : 1;
	for (i = 0; i < a->nchanges; i++)
	{
		if (a->changes[i].cell != b->changes[i].cell)
			return a->changes[i].cell - b->changes[i].cell;
	}
	return 0;
}

/* Keep a solution at its place among the best, if it is one of them. */
static void
keep(gir_solutions *solutions, const gir_solution *solution)
{
	uint16_t	place;
	int			low = 0,
				high = solutions->nkept;

	solutions->nfound++;
	while (low < high)
	{
		int			middle = (low + high) / 2;

		if (compare(&solutions->solutions[solutions->order[middle]], solution) < 0)
			low = middle + 1;
		else
			high = middle;
	}
	if (low == GIR_MAX_SOLUTIONS)
		return;
	if (solutions->nkept < GIR_MAX_SOLUTIONS)
		place = solutions->nkept++;
	else
		place = solutions->order[GIR_MAX_SOLUTIONS - 1];
	memmove(&solutions->order[low + 1], &solutions->order[low],
			sizeof(solutions->order[0]) * (size_t) (solutions->nkept - 1 - low));
	solutions->order[low] = place;
	solutions->solutions[place] = *solution;
}

/* ---- the search ---- */

/* Try a set that is complete. */
static void
try_set(search *s, gir_equations equations)
{
	gir_solution solution;
	int			i,
				j;

	solution.nchanges = s->ncells;
	for (i = 0; i < s->ncells; i++)
	{
		for (j = i; j > 0 && solution.changes[j - 1].cell > s->cells[i]; j--)
			solution.changes[j].cell = solution.changes[j - 1].cell;
		solution.changes[j].cell = s->cells[i];
	}
	if (!gir_repair(s->system, equations, solution.changes, solution.nchanges))
		return;
	judge(s->system->figures, &solution);
	keep(s->solutions, &solution);
}

static void build_sets(search *s);

/* Build the sets that have, besides the cells chosen, one of these equations'. */
static void
choose_cell(search *s, gir_equations equations)
{
	int			chosen[GIR_CELL_COUNT];
	int			nchosen = 0;
	int			e,
				i;

	for (e = 0; e < s->system->nequations; e++)
	{
		const gir_equation *equation = &s->system->equations[e];

		if (!(equations & GIR_EQUATION(e)))
			continue;
		for (i = 0; i < equation->ncells; i++)
		{
			int			cell = equation->cells[i];

			if (s->excluded[cell])
				continue;
			s->excluded[cell] = true;
			chosen[nchosen++] = cell;
			s->cells[s->ncells++] = cell;
			build_sets(s);
			s->ncells--;
		}
	}
	for (i = 0; i < nchosen; i++)
		s->excluded[chosen[i]] = false;
}

/* Build the sets that have the cells chosen so far. */
static void
build_sets(search *s)
{
	const gir_system *system = s->system;
	gir_equations awake = system->awake & s->part;
	gir_equations touched = 0;
	gir_equations once = 0;		/* touched by one cell only */
	gir_equations in_need;
	int			missing = s->size - s->ncells;
	int			e,
				i;

	for (i = 0; i < s->ncells; i++)
	{
		gir_equations member = system->member[s->cells[i]];

		once = (once & ~member) | (member & ~touched);
		touched |= member;
		awake |= system->wakes[s->cells[i]];
	}
	in_need = awake & ((system->violated & ~touched) | (once & ~system->violated));
	if (missing == 0)
	{
		if (in_need == 0)
			try_set(s, touched & awake);
	}
	else if (in_need == 0)
		choose_cell(s, touched);
	else if (count(in_need) <= 3 * missing)
	{
		int			smallest = -1;

		for (e = 0; e < system->nequations; e++)
		{
			if ((in_need & GIR_EQUATION(e)) &&
				(smallest < 0 || system->equations[e].ncells < system->equations[smallest].ncells))
				smallest = e;
		}
		choose_cell(s, GIR_EQUATION(smallest));
	}
}

/* ---- parts ---- */

/* The equations that are connected with a cell. */
static gir_equations
connected_equations(const gir_system *system, int cell)
{
	gir_equations part = system->member[cell];
	gir_equations seen = 0;
	int			e,
				i;

	while (part != seen)
	{
		gir_equations new = part & ~seen;

		seen = part;
		for (e = 0; e < system->nequations; e++)
		{
			for (i = 0; (new & GIR_EQUATION(e)) && i < system->equations[e].ncells; i++)
				part |= system->member[system->equations[e].cells[i]];
		}
	}
	return part;
}

/* Find a part's smallest solutions: its cells are those of its equations. */
static void
search_part(search *s, const bool in_part[GIR_CELL_COUNT])
{
	int			cell;

	s->solutions->nfound = 0;
	s->solutions->nkept = 0;
	s->ncells = 0;
	memset(s->excluded, 0, sizeof(s->excluded));
	for (cell = 0; cell < GIR_CELL_COUNT; cell++)
	{
		if (!in_part[cell] || !s->system->negative[cell])
			continue;
		if (s->ncells == GIR_MAX_CHANGES)
			return;
		s->cells[s->ncells++] = cell;
		s->excluded[cell] = true;
	}
	for (s->size = s->ncells > 0 ? s->ncells : 1;
		 s->size <= GIR_MAX_CHANGES && s->solutions->nfound == 0; s->size++)
		build_sets(s);
}

/* Report what was found for a part. */
static void
report_part(const gir_solutions *solutions, gir_suggestion *suggestion,
			gir_suggestion_function function, void *context)
{
	int			i;

	suggestion->nsolutions = solutions->nfound;
	suggestion->rank = 0;
	suggestion->solution = NULL;
	if (solutions->nfound == 0)
		function(context, suggestion);
	for (i = 0; i < solutions->nkept; i++)
	{
		suggestion->rank = i + 1;
		suggestion->solution = &solutions->solutions[solutions->order[i]];
		function(context, suggestion);
	}
}

/* Report the smallest solutions of each part that breaks a rule. */
void
gir_suggest(const gir_figures *figures, gir_solutions *solutions,
			gir_suggestion_function function, void *context)
{
	gir_system	system;
	gir_suggestion suggestion = {0};
	search		s;
	bool		seen[GIR_CELL_COUNT] = {false};
	int			first,
				cell;

	gir_build_system(figures, &system);
	s.system = &system;
	s.solutions = solutions;
	for (first = 0; first < GIR_CELL_COUNT; first++)
	{
		bool		in_part[GIR_CELL_COUNT] = {false};
		bool		broken = system.negative[first];

		if (seen[first] || (system.member[first] == 0 && !broken))
			continue;
		s.part = connected_equations(&system, first);
		suggestion.row = GIR_CELL_ROW(first);
		in_part[first] = true;
		for (cell = first + 1; cell < GIR_CELL_COUNT; cell++)
		{
			if (!(system.member[cell] & s.part))
				continue;
			in_part[cell] = seen[cell] = true;
			broken = broken || system.negative[cell];
			if (GIR_CELL_ROW(cell) != suggestion.row)
				suggestion.row = GIR_NO_ROW;
		}
		if (!broken && (s.part & system.awake & system.violated) == 0)
			continue;
		suggestion.part++;
		suggestion.section = gir_row_section(GIR_CELL_ROW(first));
		search_part(&s, in_part);
		report_part(solutions, &suggestion, function, context);
	}
}
