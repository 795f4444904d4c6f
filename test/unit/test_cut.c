/*
 * test_cut.c
 *		Cutting a row: which cells behind the label are its values.
 *
 * Cells are written n (number), m (mark), t (text) and . (blank).
 */
#include <string.h>

#include "unit.h"

#include "core/match.h"

typedef struct cut_case
{
	const char *cells;
	int			ncolumns;
	int			start;			/* -1 if it is not certain */
} cut_case;

/* Cut each row of a table. */
static void
check_cuts(gir_grid grid, const cut_case *cases, int ncases)
{
	int			i,
				c;

	for (i = 0; i < ncases; i++)
	{
		gir_value_shape shapes[GIR_ROW_CELLS];
		int			ncells = (int) strlen(cases[i].cells);
		int			start;

		for (c = 0; c < ncells; c++)
			shapes[c] = cases[i].cells[c] == 'n' ? GIR_SHAPE_NUMBER :
				cases[i].cells[c] == 'm' ? GIR_SHAPE_MARK :
				cases[i].cells[c] == 't' ? GIR_SHAPE_TEXT : GIR_SHAPE_BLANK;
		start = gir_cut_values(shapes, ncells, cases[i].ncolumns, grid);
		if (start != cases[i].start)
			fail_msg("\"%s\", %d columns: %d, not %d", cases[i].cells, cases[i].ncolumns,
					 start, cases[i].start);
	}
}

/* Whatever is known of the row: too few or too many values are never cut. */
static void
test_always(void **state)
{
	static const cut_case cases[] = {
		{"nnn", 3, 0},
		{"nmn", 3, 0},
		{"", 3, -1},
		{"n", 3, -1},
		{"nn", 3, -1},
		{"nnnn", 3, -1},
		{"n..n", 3, -1},
		{"nnnnn", 3, -1},
		{"n", 1, 0},
		{"nn", 1, -1},
		{"n.n", 1, -1},
		{"nnn", 0, -1},			/* no head */
		{"", 0, -1},
		{"nnn", -1, -1},
		{"nnnnnnn", 7, 0},
		{"nnnnnn", 7, -1},
		{"nnnnnnnn", 7, -1},
		{"nnnnnnnnnnnnnnn", 15, 0},
		{"nnnnnnnnnnnnnn", 15, -1},
	};

	(void) state;
	check_cuts(GIR_GRID_UNKNOWN, cases, UNIT_COUNT(cases));
	check_cuts(GIR_GRID_PADDED, cases, UNIT_COUNT(cases));
	check_cuts(GIR_GRID_EXACT, cases, UNIT_COUNT(cases));
}

/* Blanks may have been added or lost: only a full run of values is certain. */
static void
test_unknown(void **state)
{
	static const cut_case cases[] = {
		{"nnn..", 3, 0},
		{"..nnn", 3, 2},
		{".nnn.", 3, 1},
		{"n.n", 3, -1},			/* a tab too many, and a value lost? */
		{"..n.n.", 3, -1},
		{"nn.", 3, -1},			/* a blank value, or padding? */
		{".nn", 3, -1},
		{".nn.", 3, -1},
		{"n..", 3, -1},
		{"...", 3, -1},
		{"..", 3, -1},
		{"nnnnnn.", 7, -1},
		{".nnnnnn", 7, -1},
		{".", 1, -1},
	};

	(void) state;
	check_cuts(GIR_GRID_UNKNOWN, cases, UNIT_COUNT(cases));
}

/* The row is as wide as the table: none of its cells was lost. */
static void
test_padded(void **state)
{
	static const cut_case cases[] = {
		{"nnn..", 3, 0},
		{"..nnn", 3, 2},
		{".nnn.", 3, 1},
		{"nn.", 3, 0},			/* no padding: the cells are the values */
		{".nn", 3, 0},
		{"n..", 3, 0},
		{"..n", 3, 0},
		{"...", 3, 0},
		{".......", 7, 0},
		{"...nn", 3, 2},		/* values end with the row */
		{"....n", 3, 2},
		{"nn...", 3, 0},		/* they begin with it */
		{".nn..", 3, -1},		/* two ways to place them */
		{"..nn.", 3, -1},
		{"..n..", 3, -1},
		{".nn.", 3, -1},
		{"..nnnnnn.", 7, -1},
		{".nnnnnn..", 7, -1},
		{"...nnnnnn", 7, 2},
		{"..n.....n", 7, 2},
	};

	(void) state;
	check_cuts(GIR_GRID_PADDED, cases, UNIT_COUNT(cases));
}

/* No cell was added or lost: there are as many as columns, or something is wrong. */
static void
test_exact(void **state)
{
	static const cut_case cases[] = {
		{"nn.", 3, 0},
		{".nn", 3, 0},
		{"n..", 3, 0},
		{".n.", 3, 0},
		{"...", 3, 0},
		{".", 1, 0},
		{"nnnnnn.", 7, 0},
		{".nn.", 3, -1},
		{"nn..", 3, -1},
		{"..nn", 3, -1},
		/* one value too many, and a blank one: not the run of the others */
		{"nnn.", 3, -1},
		{".nnn", 3, -1},
		{"nnnnnnn.", 7, -1},
		{"n.", 1, -1},
	};

	(void) state;
	check_cuts(GIR_GRID_EXACT, cases, UNIT_COUNT(cases));
}

/*
 * Text among values is one of them, what it says is another matter.  But a text
 * is never counted on to make up their number.
 */
static void
test_text(void **state)
{
	static const cut_case cases[] = {
		{"ntn", 3, 0},
		{"tnnn", 3, -1},
		{"nnnt", 3, -1},
		{"nntn", 3, -1},
		{"tnn.", 3, -1},
		{".nnt", 3, -1},
	};

	(void) state;
	check_cuts(GIR_GRID_PADDED, cases, UNIT_COUNT(cases));
	check_cuts(GIR_GRID_EXACT, cases, UNIT_COUNT(cases));
	/* in a row of which nothing is known it may be a label, or several cells */
	check_cuts(GIR_GRID_UNKNOWN, cases + 1, UNIT_COUNT(cases) - 1);
}

int
main(void)
{
	static const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_always),
		cmocka_unit_test(test_unknown),
		cmocka_unit_test(test_padded),
		cmocka_unit_test(test_exact),
		cmocka_unit_test(test_text),
	};

	return cmocka_run_group_tests_name("cut", tests, NULL, NULL);
}
