/*
 * test_suggest.c
 *		Suggested repairs: random reports with one or two changed cells, of which
 *		the true numbers must be among the smallest solutions.
 */
#include <stdio.h>
#include <string.h>

#include "unit.h"

#include "core/suggest.h"
#include "random_report.h"

/* ---- what is suggested, compared with the truth ---- */

/* Changed cells and what was found out about them. */
typedef struct truth
{
	const gir_figures *original;
	const gir_figures *changed;
	int			nchanged;
	int			listed;			/* changed cells in solutions that are true */
	int			needed;			/* cells of the smallest solutions */
	bool		impossible;		/* some part needs more cells than are tried */
	bool		only;			/* true solutions have no other beside them */
	bool		first;			/* true solutions are the first ones */
} truth;

/* Compare a suggestion with the truth. */
static void
compare_with_truth(void *context, const gir_suggestion *suggestion)
{
	truth	   *t = context;
	int			i;

	if (suggestion->solution == NULL)
	{
		t->impossible = true;
		return;
	}
	if (suggestion->rank == 1)
		t->needed += suggestion->solution->nchanges;
	for (i = 0; i < suggestion->solution->nchanges; i++)
	{
		const gir_change *change = &suggestion->solution->changes[i];
		int			cell = change->cell;

		assert_true(change->value >= 0);
		assert_true(!t->changed->known[cell] || change->value != t->changed->value[cell]);
		if (t->original->known[cell] == t->changed->known[cell] &&
			t->original->value[cell] == t->changed->value[cell])
			return;
		if (change->value != t->original->value[cell] && change->determined)
			return;
	}
	t->listed += suggestion->solution->nchanges;
	t->only = t->only && suggestion->nsolutions == 1;
	t->first = t->first && suggestion->rank == 1;
}

static gir_solutions solutions;

/* Look for the truth among the suggestions for a changed report. */
static truth
find_truth(const gir_figures *original, const gir_figures *changed)
{
	truth		t = {original, changed, 0, 0, 0, false, true, true};
	int			cell;

	for (cell = 0; cell < GIR_CELL_COUNT; cell++)
		t.nchanged += original->known[cell] != changed->known[cell] ||
			original->value[cell] != changed->value[cell];
	gir_suggest(changed, &solutions, compare_with_truth, &t);
	return t;
}

/* ---- changes ---- */

typedef enum change_kind
{
	CHANGE_SLIP,				/* the first kinds are those of gir_slip */
	CHANGE_LAST_SLIP = GIR_SLIP_EXTRA,
	CHANGE_NEAR,				/* some more or less */
	CHANGE_RANDOM,
	CHANGE_ZERO,
	CHANGE_BLANK,				/* of a detail that is not 0 */
	CHANGE_NEGATIVE,
	CHANGE_LARGEST,
	CHANGE_KIND_COUNT
} change_kind;

static const char *const change_names[CHANGE_KIND_COUNT] = {
	"any slip", "digit lost", "digit doubled", "digits swapped", "minus sign", "digit changed",
	"extra digit", "some more or less", "any number", "zero", "blank", "negative", "largest number"
};

/* Try random changes until one is a slip of this kind. */
static bool
make_slip(int slip, int64_t *value)
{
	int64_t		meant = *value;
	int			tries;

	for (tries = 0; tries < 200; tries++)
	{
		int64_t		place = 1;
		int			digits = (int) case_random(5);
		gir_slip	found;

		while (digits-- > 0)
			place *= 10;
		switch (case_random(5))
		{
			case 0:
				*value = meant / place / 10 * place + meant % place;
				break;
			case 1:
				*value = (meant / place * 10 + (int64_t) case_random(10)) * place + meant % place;
				break;
			case 2:
				*value = meant + ((int64_t) case_random(19) - 9) * place;
				break;
			case 3:
				*value = meant + (meant / place % 10 - meant / place / 10 % 10) * place * 9;
				break;
			case 4:
				*value = -meant;
				break;
		}
		found = gir_find_slip(meant, *value);
		if ((int) found == slip || (slip == CHANGE_SLIP && found != GIR_SLIP_NONE))
			return true;
	}
	return false;
}

/* Change a cell; false if this kind of change does not change it. */
static bool
change_cell(gir_figures *figures, int cell, int kind)
{
	int64_t		old = figures->value[cell];
	int64_t    *value = &figures->value[cell];
	bool		total = gir_cell_column(cell) == GIR_COL_TOTAL ||
		GIR_CELL_ROW(cell) == GIR_ROW_CONCLUDED;

	switch (kind)
	{
		case CHANGE_NEAR:
			*value += (int64_t) case_random(7) - 3;
			break;
		case CHANGE_RANDOM:
			*value = random_number(6);
			break;
		case CHANGE_ZERO:
			*value = 0;
			break;
		case CHANGE_BLANK:
			if (total || old == 0)
				return false;
			*value = 0;
			figures->known[cell] = false;
			break;
		case CHANGE_NEGATIVE:
			*value = -1 - random_number(4);
			break;
		case CHANGE_LARGEST:
			*value = case_random(2) == 0 ? INT64_MAX : INT64_MIN;
			break;
		default:
			if (!make_slip(kind, value))
				return false;
			break;
	}
	return *value != old;
}

/* A random cell of a report's section, or of both if that is 0. */
static int
random_cell(const gir_figures *figures, int section)
{
	int			cell;

	do
		cell = (int) case_random(GIR_CELL_COUNT);
	while (!figures->known[cell] ||
		   (section != 0 && gir_row_section(GIR_CELL_ROW(cell)) != section));
	return cell;
}

/* ---- properties ---- */

/* How often something was so. */
typedef struct tally
{
	int			runs;
	int			hidden;			/* changes that break no rule */
	int			smaller;		/* fewer cells suffice */
	int			listed;
	int			only;
	int			first;
} tally;

/* Count what became of the truth, which must have been found. */
static void
count_truth(tally *counts, const truth *t)
{
	counts->runs++;
	assert_false(t->impossible);
	assert_true(t->needed <= t->nchanged);
	if (t->needed == 0)
	{
		assert_true(gir_valid(t->changed));
		counts->hidden++;
	}
	else if (t->needed < t->nchanged)
		counts->smaller++;
	else
	{
		assert_int_equal(t->listed, t->nchanged);
		counts->listed++;
		counts->only += t->only;
		counts->first += t->first;
	}
}

/* Print a line of numbers. */
static void
print_tally(const char *name, const tally *counts)
{
	double		percent = counts->listed > 0 ? 100.0 / counts->listed : 0;

	print_message("%-32s %6d %6d %6d %7d %6.1f %% %6.1f %%\n", name, counts->runs, counts->hidden,
				  counts->smaller, counts->listed, counts->only * percent, counts->first * percent);
}

/* Print the line above. */
static void
print_heading(const char *title)
{
	print_message("%-32s %6s %6s %6s %7s %8s %8s\n", title, "runs", "hidden", "fewer", "listed",
				  "only", "first");
}

/* Add counts. */
static void
add_tally(tally *sum, const tally *counts)
{
	sum->runs += counts->runs;
	sum->hidden += counts->hidden;
	sum->smaller += counts->smaller;
	sum->listed += counts->listed;
	sum->only += counts->only;
	sum->first += counts->first;
}

/* Every kind of change of every cell of reports in every form. */
static void
test_one_change(void **state)
{
	tally		sums[GIR_LAST_SECTION + 1] = {{0}};
	int			kind,
				form,
				digits;

	(void) state;
	print_heading("one cell changed");
	case_seed(20190101);
	for (kind = 0; kind < CHANGE_KIND_COUNT; kind++)
	{
		tally		by_section[GIR_LAST_SECTION + 1] = {{0}};
			int			section;

		for (form = 0; form < GIR_FORM_COUNT; form++)
		{
			for (digits = 1; digits <= 4; digits++)
			{
				gir_figures original;
				gir_figures changed;
				truth		t;
				int			cell;

				random_report(&original, form, digits);
				assert_true(gir_valid(&original));
				t = find_truth(&original, &original);
				assert_int_equal(t.needed, 0);
				assert_false(t.impossible);
				for (cell = 0; cell < GIR_CELL_COUNT; cell++)
				{
					changed = original;
					if (!original.known[cell] || !change_cell(&changed, cell, kind))
						continue;
					assert_false(gir_valid(&changed));
					t = find_truth(&original, &changed);
					assert_int_equal(t.needed, 1);
					count_truth(&by_section[gir_row_section(GIR_CELL_ROW(cell))], &t);
				}
			}
		}
		for (section = 3; section <= GIR_LAST_SECTION; section++)
		{
			char		name[64];

			snprintf(name, sizeof(name), "  section %d, %s", section, change_names[kind]);
			print_tally(name, &by_section[section]);
			add_tally(&sums[section], &by_section[section]);
			assert_true(by_section[section].listed > 0);
		}
	}
	print_tally("  section 3", &sums[3]);
	print_tally("  section 4", &sums[4]);
	add_tally(&sums[3], &sums[4]);
	print_tally("  all", &sums[3]);
}

/* Where two cells are. */
typedef enum places
{
	ANYWHERE,
	IN_ONE_ROW,
	IN_ONE_COLUMN,
	IN_SECTION_3,
	IN_SECTION_4,
	PLACES_COUNT
} places;

/* Choose a second cell besides another. */
static int
another_cell(const gir_figures *figures, int first, places places)
{
	int			section = places == ANYWHERE ? 0 : gir_row_section(GIR_CELL_ROW(first));
	int			cell;

	do
		cell = random_cell(figures, section);
	while (cell == first ||
		   (places == IN_ONE_ROW && GIR_CELL_ROW(cell) != GIR_CELL_ROW(first)) ||
		   (places == IN_ONE_COLUMN && gir_cell_column(cell) != gir_cell_column(first)));
	return cell;
}

/* Change two cells of random reports. */
static void
change_two_cells(places places, bool slips, tally *counts)
{
	gir_figures original;

	case_seed(20210926);
	while (counts->runs < 2000)
	{
		gir_figures changed;
		truth		t;
		int			cells[2];
		int			kinds[2] = {CHANGE_SLIP, CHANGE_SLIP};
		int			section = places == IN_SECTION_4 ? 4 :
			places == IN_SECTION_3 || places == IN_ONE_COLUMN ? 3 : 0;

		if (counts->runs % 5 == 0)
			random_report(&original, counts->runs / 5 % GIR_FORM_COUNT,
							   1 + counts->runs / 10 % 4);
		cells[0] = random_cell(&original, section);
		cells[1] = another_cell(&original, cells[0], places);
		if (!slips)
		{
			kinds[0] = (int) case_random(CHANGE_KIND_COUNT);
			kinds[1] = (int) case_random(CHANGE_KIND_COUNT);
		}
		changed = original;
		if (!change_cell(&changed, cells[0], kinds[0]) ||
			!change_cell(&changed, cells[1], kinds[1]))
			continue;
		t = find_truth(&original, &changed);
		count_truth(counts, &t);
	}
}

/* Two changes, which may hide each other or have a smaller repair. */
static void
test_two_changes(void **state)
{
	static const char *const names[PLACES_COUNT] = {
		"anywhere", "in one row", "in one column", "in section 3", "in section 4"
	};
	tally		sum = {0};
	int			places,
				slips;

	(void) state;
	print_heading("two cells changed");
	for (places = 0; places < PLACES_COUNT; places++)
	{
		for (slips = 1; slips >= 0; slips--)
		{
			tally		counts = {0};
			char		name[64];

			change_two_cells((enum places) places, slips != 0, &counts);
			snprintf(name, sizeof(name), "  %s, %s", names[places], slips ? "slips" : "any change");
			print_tally(name, &counts);
			add_tally(&sum, &counts);
			assert_true(counts.listed > 0);
		}
	}
	print_tally("  all", &sum);
}

/* One change in reports where totals, zeros and rows are missing. */
static void
test_incomplete_reports(void **state)
{
	tally		counts = {0};
	gir_figures original;

	(void) state;
	case_seed(49);
	while (counts.runs < 5000)
	{
		gir_figures changed;
		truth		t;

		if (counts.runs % 5 == 0)
		{
			random_report(&original, counts.runs / 5 % GIR_FORM_COUNT,
							   1 + counts.runs / 10 % 4);
			random_gaps(&original);
			assert_true(gir_valid(&original));
		}
		changed = original;
		if (!change_cell(&changed, random_cell(&original, 0),
						 (int) case_random(CHANGE_KIND_COUNT)))
			continue;
		t = find_truth(&original, &changed);
		assert_int_equal(t.needed == 0, gir_valid(&changed));
		count_truth(&counts, &t);
	}
	print_heading("one cell changed");
	print_tally("  incomplete reports", &counts);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_one_change),
		cmocka_unit_test(test_two_changes),
		cmocka_unit_test(test_incomplete_reports),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
