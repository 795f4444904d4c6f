/*
 * test_suggest_cases.c
 *		Suggested repairs of reports made by hand, at the limits, and in the worst
 *		case.
 */
#include <string.h>
#include <time.h>

#include "unit.h"

#include "random_report.h"
#include "suggestions.h"

/* The sanitizers make everything slower. */
#if defined(__SANITIZE_ADDRESS__)
#define SLOWNESS 10
#elif defined(__has_feature)
#if __has_feature(address_sanitizer)
#define SLOWNESS 10
#endif
#endif
#ifndef SLOWNESS
#define SLOWNESS 1
#endif

static suggestions found;

/* ---- reports made by hand ---- */

/* Put numbers into a row. */
static void
set_row(gir_figures *figures, gir_row_id row, const int64_t values[GIR_MAX_COLUMNS])
{
	int			slot;

	for (slot = 0; slot < gir_kinds[gir_rows[row].kind].ncolumns; slot++)
		set_number(figures, GIR_CELL(row, slot), values[slot]);
}

/* A valid report with small numbers, the same in all columns but the total's. */
static void
make_report(gir_figures *figures)
{
	static const int64_t five[GIR_MAX_COLUMNS] = {5, 5, 5, 5, 5, 5, 30};
	static const int64_t two[GIR_MAX_COLUMNS] = {2, 2, 2, 2, 2, 2, 12};
	static const int64_t none[GIR_MAX_COLUMNS] = {0};
	static const int64_t outcomes[GIR_MAX_COLUMNS] = {376, 97, 196, 121, 790};
	int			row;

	memset(figures, 0, sizeof(*figures));
	for (row = GIR_ROW_GRANTED; row < GIR_ROW_OTHER_HANDLING; row++)
		set_row(figures, (gir_row_id) row, none);
	set_row(figures, GIR_ROW_GRANTED, five);
	set_row(figures, GIR_ROW_RECEIVED, five);
	set_row(figures, GIR_ROW_CONCLUDED, five);
	set_row(figures, GIR_ROW_CARRIED_IN, two);
	set_row(figures, GIR_ROW_CARRIED_OUT, two);
	for (row = GIR_ROW_RECONSIDERATION; row < GIR_ROW_COUNT; row++)
		set_row(figures, (gir_row_id) row, outcomes);
	assert_true(gir_valid(figures));
	unit_suggest(figures, &found);
	assert_int_equal(found.n, 0);
}

/* Assert what a change is. */
static void
assert_change(const gir_suggestion *suggestion, int number, int cell, int64_t value, gir_slip slip)
{
	const gir_change *change = &suggestion->solution->changes[number];

	assert_int_equal(change->cell, cell);
	assert_int_equal(change->value, value);
	assert_int_equal(change->slip, slip);
}

/* Errors in several parts are repaired independently, digit slips first. */
static void
test_parts(void **state)
{
	gir_figures figures;
	int			i;

	(void) state;
	make_report(&figures);
	set_number(&figures, GIR_CELL(GIR_ROW_GRANTED, 0), 8);
	set_number(&figures, GIR_CELL(GIR_ROW_LITIGATION_DIRECT, 2), 169);
	unit_suggest(&figures, &found);

	assert_int_equal(found.n, 6);
	assert_int_equal(found.list[0].part, 1);
	assert_int_equal(found.list[0].section, 3);
	assert_int_equal(found.list[0].row, GIR_NO_ROW);
	assert_int_equal(found.list[0].nsolutions, 1);
	assert_int_equal(found.list[0].solution->nchanges, 1);
	assert_change(&found.list[0], 0, GIR_CELL(GIR_ROW_GRANTED, 0), 5, GIR_SLIP_CHANGED);
	for (i = 1; i < found.n; i++)
	{
		assert_int_equal(found.list[i].part, 2);
		assert_int_equal(found.list[i].section, 4);
		assert_int_equal(found.list[i].row, GIR_ROW_LITIGATION_DIRECT);
		assert_int_equal(found.list[i].nsolutions, 5);
		assert_int_equal(found.list[i].rank, i);
	}
	assert_change(&found.list[1], 0, GIR_CELL(GIR_ROW_LITIGATION_DIRECT, 2), 196, GIR_SLIP_SWAPPED);
}

/* Changes that hide each other in the total column are found. */
static void
test_cancelled_changes(void **state)
{
	gir_figures figures;

	(void) state;
	make_report(&figures);
	set_number(&figures, GIR_CELL(GIR_ROW_GRANTED, 0), 4);
	set_number(&figures, GIR_CELL(GIR_ROW_GRANTED, 5), 6);
	unit_suggest(&figures, &found);
	assert_int_equal(found.n, 1);
	assert_int_equal(found.list[0].solution->nchanges, 2);
	assert_change(&found.list[0], 0, GIR_CELL(GIR_ROW_GRANTED, 0), 5, GIR_SLIP_CHANGED);
	assert_change(&found.list[0], 1, GIR_CELL(GIR_ROW_GRANTED, 5), 5, GIR_SLIP_CHANGED);

	/* another row may be the wrong one, where that needs no negative number */
	set_number(&figures, GIR_CELL(GIR_ROW_PARTIALLY_GRANTED, 5), 1);
	set_number(&figures, GIR_CELL(GIR_ROW_GRANTED, 5), 5);
	set_number(&figures, GIR_CELL(GIR_ROW_PARTIALLY_GRANTED, 6), 1);
	set_number(&figures, GIR_CELL(GIR_ROW_GRANTED, 6), 29);
	unit_suggest(&figures, &found);
	assert_int_equal(found.n, 2);
}

/* More than three wrong cells: in section 3, and in a row of section 4. */
static void
test_too_many(void **state)
{
	gir_figures figures;
	int			i;

	(void) state;
	make_report(&figures);
	for (i = 0; i < 4; i++)
	{
		set_number(&figures, GIR_CELL(GIR_ROW_GRANTED + i, i), 99);
		set_number(&figures, GIR_CELL(GIR_ROW_LITIGATION_DIRECT, i), -1);
	}
	set_number(&figures, GIR_CELL(GIR_ROW_LITIGATION_AFTER_RECONSIDERATION, 4), 970);
	unit_suggest(&figures, &found);

	assert_int_equal(found.list[0].section, 3);
	assert_int_equal(found.list[0].row, GIR_NO_ROW);
	assert_int_equal(found.list[1].row, GIR_ROW_LITIGATION_DIRECT);
	for (i = 0; i < 2; i++)
	{
		assert_int_equal(found.list[i].part, i + 1);
		assert_int_equal(found.list[i].nsolutions, 0);
		assert_int_equal(found.list[i].rank, 0);
		assert_null(found.list[i].solution);
	}
	assert_int_equal(found.list[2].part, 3);
	assert_int_equal(found.list[2].nsolutions, found.n - 2);

	/* three can be repaired */
	set_number(&figures, GIR_CELL(GIR_ROW_LITIGATION_DIRECT, 3), 121);
	unit_suggest(&figures, &found);
	assert_int_equal(found.list[1].solution->nchanges, 3);
}

/* Two negative numbers in a row: their sum is known, but not they. */
static void
test_undetermined(void **state)
{
	static const int64_t outcomes[GIR_MAX_COLUMNS] = {-376, 97, -196, 121, 790};
	gir_figures figures;

	(void) state;
	make_report(&figures);
	set_row(&figures, GIR_ROW_RECONSIDERATION, outcomes);
	unit_suggest(&figures, &found);
	assert_int_equal(found.n, 1);
	assert_change(&found.list[0], 0, GIR_CELL(GIR_ROW_RECONSIDERATION, 0), 376, GIR_SLIP_SIGN);
	assert_change(&found.list[0], 1, GIR_CELL(GIR_ROW_RECONSIDERATION, 2), 196, GIR_SLIP_SIGN);
	assert_false(found.list[0].solution->changes[0].determined);
	assert_int_equal(found.list[0].solution->guesses, 2);

	/* unless it is 0 */
	set_number(&figures, GIR_CELL(GIR_ROW_RECONSIDERATION, 4), 218);
	unit_suggest(&figures, &found);
	assert_int_equal(found.n, 1);
	assert_change(&found.list[0], 0, GIR_CELL(GIR_ROW_RECONSIDERATION, 0), 0, GIR_SLIP_NONE);
	assert_change(&found.list[0], 1, GIR_CELL(GIR_ROW_RECONSIDERATION, 2), 0, GIR_SLIP_NONE);
	assert_true(found.list[0].solution->changes[0].determined);

	/* a number that is in no equation can be any */
	remove_number(&figures, GIR_CELL(GIR_ROW_RECONSIDERATION, 4));
	unit_suggest(&figures, &found);
	assert_int_equal(found.n, 2);
	assert_int_equal(found.list[1].part, 2);
	assert_change(&found.list[0], 0, GIR_CELL(GIR_ROW_RECONSIDERATION, 0), 376, GIR_SLIP_SIGN);
	assert_false(found.list[0].solution->changes[0].determined);
}

/* Blank details may be wrong; blank totals are not judged, until they are filled in. */
static void
test_blanks(void **state)
{
	gir_figures figures;
	int			i;

	(void) state;
	make_report(&figures);
	remove_number(&figures, GIR_CELL(GIR_ROW_GRANTED, 3));
	unit_suggest(&figures, &found);
	assert_int_equal(found.n, 1);
	assert_change(&found.list[0], 0, GIR_CELL(GIR_ROW_GRANTED, 3), 5, GIR_SLIP_OMITTED);

	make_report(&figures);
	remove_number(&figures, GIR_CELL(GIR_ROW_GRANTED, 6));
	assert_true(gir_valid(&figures));
	unit_suggest(&figures, &found);
	assert_int_equal(found.n, 0);

	/* concluded, a detail in its row, is judged in its column once it is there */
	make_report(&figures);
	remove_number(&figures, GIR_CELL(GIR_ROW_CONCLUDED, 1));
	unit_suggest(&figures, &found);
	assert_int_equal(found.n, 1);
	assert_change(&found.list[0], 0, GIR_CELL(GIR_ROW_CONCLUDED, 1), 5, GIR_SLIP_OMITTED);
	set_number(&figures, GIR_CELL(GIR_ROW_CONCLUDED, 6), 31);
	unit_suggest(&figures, &found);
	for (i = 0; i < found.n; i++)
		assert_int_equal(found.list[i].solution->nchanges, 2);
	assert_true(found.n > 0);
}

/* Numbers whose sum is 0 modulo 2^64, or does not fit. */
static void
test_largest_numbers(void **state)
{
	static const int64_t outcomes[GIR_MAX_COLUMNS] = {INT64_MAX, INT64_MAX, 2, 0, 0};
	gir_figures figures;
	int			i,
				j;

	(void) state;
	make_report(&figures);
	set_row(&figures, GIR_ROW_RECONSIDERATION, outcomes);
	assert_false(gir_valid(&figures));
	unit_suggest(&figures, &found);

	/* any three of the first three details and the total */
	assert_int_equal(found.n, 4);
	for (i = 0; i < found.n; i++)
	{
		gir_figures repaired = figures;

		assert_int_equal(found.list[i].solution->nchanges, 3);
		for (j = 0; j < 3; j++)
			repaired.value[found.list[i].solution->changes[j].cell] =
				found.list[i].solution->changes[j].value;
		assert_true(gir_valid(&repaired));
	}
}

/* ---- limits ---- */

/* A report with all row totals blank, but in one row. */
static void
make_report_without_totals(gir_figures *figures, int64_t result)
{
	int			row,
				slot;

	make_report(figures);
	for (row = GIR_ROW_RECEIVED; row <= GIR_ROW_CARRIED_OUT; row++)
	{
		bool		is_result = row >= GIR_ROW_GRANTED && row < GIR_ROW_OTHER_HANDLING;

		if (!figures->row_present[row])
			continue;
		for (slot = 0; slot < GIR_MAX_COLUMNS - 1; slot++)
		{
			int64_t		number = 0;

			if (is_result)
				number = result;
			else if (row == GIR_ROW_RECEIVED || row == GIR_ROW_CONCLUDED)
				number = result * (GIR_ROW_OTHER_HANDLING - GIR_ROW_GRANTED);
			set_number(figures, GIR_CELL(row, slot), number);
		}
		if (row == GIR_ROW_GRANTED)
			set_number(figures, GIR_CELL(row, slot), result * (GIR_MAX_COLUMNS - 1));
		else
			remove_number(figures, GIR_CELL(row, slot));
	}
	assert_true(gir_valid(figures));
}

/* Of many solutions the best ones are listed, and the truth is one of them. */
static void
test_many_solutions(void **state)
{
	gir_figures figures;
	int			slot,
				i;

	(void) state;
	make_report_without_totals(&figures, 51);
	for (slot = 0; slot < 3; slot++)
		set_number(&figures, GIR_CELL(GIR_ROW_REJECTED_REPEAT, slot), 15);
	unit_suggest(&figures, &found);
	assert_int_equal(found.n, GIR_MAX_SOLUTIONS);
	assert_true(found.list[0].nsolutions > GIR_MAX_SOLUTIONS);
	for (i = 0; i < found.n; i++)
	{
		assert_int_equal(found.list[i].rank, i + 1);
		if (i > 0)
			assert_true(found.solutions[i].guesses >= found.solutions[i - 1].guesses);
	}
	for (slot = 0; slot < 3; slot++)
		assert_change(&found.list[0], slot, GIR_CELL(GIR_ROW_REJECTED_REPEAT, slot), 51,
					  GIR_SLIP_SWAPPED);
}

/* The least of the processor times that some runs take, in milliseconds. */
static double
milliseconds(const gir_figures *figures)
{
	double		least = 1e9;
	int			run;

	for (run = 0; run < 5; run++)
	{
		clock_t		start = clock();
		double		time;

		unit_suggest(figures, &found);
		time = (double) (clock() - start) * 1000 / CLOCKS_PER_SEC;
		if (time < least)
			least = time;
	}
	return least;
}

/* Random reports with gaps and three changes; returns the longest time. */
static double
time_random_reports(void)
{
	double		longest = 0;
	int			n,
				i;

	case_seed(2026);
	for (n = 0; n < 2000; n++)
	{
		gir_figures figures;
		double		time;

		random_report(&figures, n % GIR_FORM_COUNT, 1 + n % 4);
		random_gaps(&figures);
		for (i = 0; i < 3; i++)
		{
			int			cell;

			do
				cell = (int) case_random(GIR_CELL_COUNT);
			while (!figures.known[cell]);
			figures.value[cell] = random_number(4);
		}
		time = milliseconds(&figures);
		if (time > longest)
			longest = time;
	}
	return longest;
}

/* Change a report for the worse, one cell after another; returns the longest time. */
static double
time_worse_reports(const gir_figures *figures)
{
	gir_figures worst = *figures;
	double		longest = milliseconds(figures);
	int			n;

	case_seed(2031);
	for (n = 0; n < 24; n++)
	{
		gir_figures tried = worst;
		double		time;
		int			cell;

		do
			cell = (int) case_random(GIR_CELL_COUNT);
		while (!tried.known[cell]);
		tried.value[cell] = case_random(2) == 0 ? tried.value[cell] - 1 : random_number(4);
		time = milliseconds(&tried);
		if (time > longest)
		{
			longest = time;
			worst = tried;
		}
	}
	return longest;
}

/* No report takes long. */
static void
test_time(void **state)
{
	gir_figures figures;
	double		times[5];
	int			cell,
				slot,
				row,
				i;

	(void) state;
	times[0] = time_random_reports();

	make_report(&figures);
	for (cell = 0; cell < GIR_CELL_COUNT; cell++)
		figures.value[cell] = figures.known[cell] ? 1 + cell * 7 : 0;
	times[1] = milliseconds(&figures);
	assert_int_equal(found.n, 4);

	make_report_without_totals(&figures, 51);
	for (slot = 0; slot < 3; slot++)
		set_number(&figures, GIR_CELL(GIR_ROW_REJECTED_REPEAT, slot), 15);
	times[2] = milliseconds(&figures);

	/* six parts, each with all sets of three results, which have many values */
	make_report_without_totals(&figures, 1);
	figures.row_present[GIR_ROW_CARRIED_IN] = false;
	for (slot = 0; slot < GIR_MAX_COLUMNS; slot++)
	{
		remove_number(&figures, GIR_CELL(GIR_ROW_CARRIED_IN, slot));
		remove_number(&figures, GIR_CELL(GIR_ROW_GRANTED, slot));
		if (slot == GIR_MAX_COLUMNS - 1)
			break;
		set_number(&figures, GIR_CELL(GIR_ROW_CONCLUDED, slot), INT64_MAX - 9);
		for (row = GIR_ROW_GRANTED; row < GIR_ROW_OTHER_HANDLING; row++)
			set_number(&figures, GIR_CELL(row, slot), INT64_MAX / 18 - 1000 - row);
	}
	times[3] = milliseconds(&figures);
	assert_int_equal(found.n, 6 * GIR_MAX_SOLUTIONS);
	assert_int_equal(found.list[0].nsolutions, 1330);

	times[4] = time_worse_reports(&figures);

	for (i = 0; i < 5; i++)
		assert_true(times[i] < 20 * SLOWNESS);
	print_message("longest times, ms: random reports %.1f, all wrong %.1f, many solutions %.1f, "
				  "undetermined numbers %.1f, and with changes %.1f%s\n",
				  times[0], times[1], times[2], times[3], times[4],
				  SLOWNESS > 1 ? " (with sanitizers)" : "");
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_parts),
		cmocka_unit_test(test_cancelled_changes),
		cmocka_unit_test(test_too_many),
		cmocka_unit_test(test_undetermined),
		cmocka_unit_test(test_blanks),
		cmocka_unit_test(test_largest_numbers),
		cmocka_unit_test(test_many_solutions),
		cmocka_unit_test(test_time),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
