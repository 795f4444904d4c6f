/*
 * test_repair.c
 *		Suggested repairs against all changes that there are, and the structure
 *		that finding them relies on.
 */
#include <string.h>

#include "unit.h"

#include "core/equations.h"
#include "random_report.h"
#include "suggestions.h"

static suggestions found;

/* ---- the equations ---- */

/* What makes elimination simple: see repair.c. */
static void
test_structure(void **state)
{
	int			forms;

	(void) state;
	for (forms = 1; forms < 1 << GIR_FORM_COUNT; forms++)
	{
		gir_figures figures = {0};
		gir_system	system;
		int			cell,
					form,
					a,
					b,
					c;

		for (cell = GIR_CELL(GIR_ROW_RECEIVED, 0); cell < GIR_CELL_COUNT; cell++)
		{
			for (form = 0; form < GIR_FORM_COUNT; form++)
			{
				if ((forms & (1 << form)) && gir_cell_column(cell) != GIR_NO_COLUMN &&
					gir_form_block_of(form, GIR_CELL_ROW(cell)) != NULL)
					set_number(&figures, cell, 1);
			}
		}
		gir_build_system(&figures, &system);
		assert_int_equal(system.nequations, forms == 1 ? 40 : forms == 2 ? 42 : 43);
		for (a = 0; a < GIR_CELL_COUNT; a++)
		{
			for (b = 0; b < a; b++)
			{
				gir_equations ab = system.member[a] & system.member[b];

				assert_true((ab & (ab - 1)) == 0);
				for (c = 0; ab != 0 && c < b; c++)
				{
					gir_equations ac = system.member[a] & system.member[c];
					gir_equations bc = system.member[b] & system.member[c];

					assert_true(ac == 0 || bc == 0 || ac == ab || ac == bc || ab == bc);
				}
			}
		}
	}
}

/* ---- against all changes there are ---- */

/* Put the numbers of a solution into a report. */
static void
apply(gir_figures *figures, const gir_solution *solution)
{
	int			i;

	for (i = 0; i < solution->nchanges; i++)
		set_number(figures, solution->changes[i].cell, solution->changes[i].value);
}

/* Assert that every solution, with the first ones of other parts, is a repair. */
static void
assert_repairs(const gir_figures *figures)
{
	int			i,
				j;

	for (i = 0; i < found.n; i++)
	{
		gir_figures repaired = *figures;

		for (j = 0; j < found.n; j++)
		{
			if (found.list[j].solution == NULL)
				return;
			if (i == j || (found.list[j].rank == 1 && found.list[j].part != found.list[i].part))
				apply(&repaired, found.list[j].solution);
		}
		assert_true(gir_valid(&repaired));
	}
}

#define TRIED_CELLS 8
#define TRIED_VALUES 8

/* Cells and values that are all tried. */
typedef struct trial
{
	gir_figures figures;
	int			ncells;
	int			cells[TRIED_CELLS];
	int64_t		values[TRIED_CELLS][TRIED_VALUES];
	int			set[GIR_MAX_CHANGES];	/* cells that are being changed */
	int			nset;
	int			nrepairs;
} trial;

/* True if there is a solution for the cells that are being changed. */
static bool
is_listed(const trial *t)
{
	int			i,
				j,
				k;

	for (i = 0; i < found.n; i++)
	{
		const gir_solution *solution = found.list[i].solution;
		int			same = 0;

		if (solution == NULL)
			continue;
		for (j = 0; j < solution->nchanges; j++)
		{
			for (k = 0; k < t->nset; k++)
				same += solution->changes[j].cell == t->set[k];
		}
		if (same == t->nset && solution->nchanges == t->nset)
			return true;
	}
	return false;
}

/* Try all values in all sets of cells with so many more, from a cell on. */
static void
try_all(trial *t, int missing, int from)
{
	int			i,
				v;

	if (missing == 0)
	{
		if (gir_valid(&t->figures))
		{
			assert_true(is_listed(t));
			t->nrepairs++;
		}
		return;
	}
	for (i = from; i < t->ncells; i++)
	{
		int			cell = t->cells[i];
		bool		known = t->figures.known[cell];
		int64_t		value = t->figures.value[cell];

		t->set[t->nset++] = cell;
		for (v = 0; v < TRIED_VALUES; v++)
		{
			set_number(&t->figures, cell, t->values[i][v]);
			try_all(t, missing - 1, i + 1);
		}
		t->nset--;
		t->figures.known[cell] = known;
		t->figures.value[cell] = value;
	}
}

/* A random cell in the row or in the column of another that is there. */
static int
random_neighbour(const gir_figures *figures, int cell)
{
	int			neighbour;
	bool		related;

	do
	{
		neighbour = GIR_CELL(GIR_ROW_RECEIVED, 0) +
			(int) case_random(GIR_CELL_COUNT - GIR_CELL(GIR_ROW_RECEIVED, 0));
		related = GIR_CELL_ROW(neighbour) == GIR_CELL_ROW(cell) ||
			(GIR_CELL_SLOT(neighbour) == GIR_CELL_SLOT(cell) &&
			 gir_row_section(GIR_CELL_ROW(neighbour)) == gir_row_section(GIR_CELL_ROW(cell)));
	} while (!related || gir_cell_column(neighbour) == GIR_NO_COLUMN ||
			 !figures->row_present[GIR_CELL_ROW(neighbour)]);
	return neighbour;
}

/* Change up to three cells that are close to each other, and choose what to try. */
static void
make_trial(trial *t)
{
	gir_figures original;
	int64_t		differences[2] = {1, 2};
	int			nchanged = 1 + (int) case_random(3);
	int			i,
				v;

	memset(t, 0, sizeof(*t));
	random_report(&original, (int) case_random(GIR_FORM_COUNT), 1);
	random_gaps(&original);
	t->figures = original;
	t->cells[0] = random_neighbour(&original, case_random(2) == 0 ?
								   GIR_CELL(GIR_ROW_CONCLUDED, case_random(7)) :
								   GIR_CELL(GIR_ROW_RECONSIDERATION, case_random(5)));
	t->ncells = 1;
	for (i = 0; i < 50 && t->ncells < TRIED_CELLS; i++)
	{
		int			cell = random_neighbour(&original, t->cells[case_random(t->ncells)]);
		bool		again = false;

		for (v = 0; v < t->ncells; v++)
			again = again || t->cells[v] == cell;
		if (!again)
			t->cells[t->ncells++] = cell;
	}
	for (i = 0; i < nchanged && i < t->ncells; i++)
	{
		int64_t		old = t->figures.value[t->cells[i]];

		set_number(&t->figures, t->cells[i], case_random(12) - 2);
		if (i < 2)
			differences[i] = t->figures.value[t->cells[i]] - old;
	}
	for (i = 0; i < t->ncells; i++)
	{
		int64_t		printed = t->figures.value[t->cells[i]];
		const int64_t values[TRIED_VALUES] = {
			original.value[t->cells[i]], 0, printed + differences[0], printed - differences[0],
			printed + differences[1], printed - differences[1],
			printed - differences[0] - differences[1], case_random(6)
		};

		memcpy(t->values[i], values, sizeof(values));
	}
}

/* What is suggested is a repair, and every repair that is found is suggested. */
static void
test_all_changes(void **state)
{
	int			sizes[GIR_MAX_CHANGES + 2] = {0};
	int			nrepairs = 0;
	int			n;

	(void) state;
	case_seed(1976);
	for (n = 0; n < 400; n++)
	{
		static trial t;
		int			size;

		make_trial(&t);
		unit_suggest(&t.figures, &found);
		assert_int_equal(found.n == 0, gir_valid(&t.figures));
		assert_repairs(&t.figures);
		if (found.n == 0 || found.list[found.n - 1].part > 1)
			continue;
		sizes[found.list[0].solution != NULL ? found.list[0].solution->nchanges : GIR_MAX_CHANGES + 1]++;
		if (found.list[0].nsolutions > GIR_MAX_SOLUTIONS)
			continue;
		for (size = 1; size <= GIR_MAX_CHANGES; size++)
		{
			/* repairs with some more cells are nothing to look for */
			if (found.list[0].solution != NULL && size > found.list[0].solution->nchanges)
				break;
			try_all(&t, size, 0);
		}
		nrepairs += t.nrepairs;
	}
	print_message("reports with smallest repairs of 1, 2, 3 and more cells: %d, %d, %d, %d; "
				  "repairs found by trying: %d\n", sizes[1], sizes[2], sizes[3], sizes[4], nrepairs);
	assert_true(sizes[1] > 0 && sizes[2] > 0 && sizes[3] > 0 && sizes[4] > 0 && nrepairs > 0);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_structure),
		cmocka_unit_test(test_all_changes),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
