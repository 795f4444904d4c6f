/*
 * test_property.c
 *		Never a wrong number: random reports come back cell by cell, and damaged
 *		ones lose cells but never show a number that was not printed there.
 *
 * A number is wrong if the report printed another one, or none, in that row and
 * column.  A cell whose own digits were damaged is not compared.
 *
 *	GIREPORT_DOCUMENTS	how many reports to make (2000)
 *	GIREPORT_SEED		the number of the first one (1)
 */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "damage.h"
#include "sample.h"
#include "unit.h"

/* So many wrong numbers of a kind are shown. */
#define SHOWN 3

typedef struct tally
{
	long		documents;
	long		printed;		/* numbers in them */
	long		recovered;
	long		wrong;
	long		states;			/* cells without a number in a wrong state */
} tally;

static tally undamaged;
static tally hidden;			/* undamaged rows with blanks that the layout does not show */
static tally damages[DAMAGE_COUNT];
static sample report;
static damaged damaged_report;
static unit_parsed parsed;

/* True if two numbers are the same, whatever their scales. */
static bool
same_number(const gir_figures *a, const gir_figures *b, int cell)
{
	int64_t		x = a->value[cell];
	int64_t		y = b->value[cell];
	int			scale;

	for (scale = a->scale[cell]; scale < b->scale[cell]; scale++)
		x *= 10;
	for (scale = b->scale[cell]; scale < a->scale[cell]; scale++)
		y *= 10;
	return x == y;
}

/* Show some lines of a text, each marked as a comment. */
static void
show_lines(const char *start, const char *end)
{
	while (start < end)
	{
		const char *feed = memchr(start, '\n', (size_t) (end - start));
		const char *line_end = feed != NULL ? feed : end;

		print_message("#   %.*s\n", (int) (line_end - start), start);
		start = line_end + 1;
	}
}

/* Show a cell and the lines around it. */
static void
show(long seed, const char *what, int cell, const char *text, size_t len)
{
	const gir_printed *printed = &parsed.report.printed[cell];
	const gir_figures *read = &parsed.report.figures;
	const char *start = text + printed->raw.start;
	const char *end = text + printed->raw.end;
	int			lines = 0;

	while (start > text && (lines += start[-1] == '\n') < 12)
		start--;
	for (lines = 0; end < text + len && lines < 6; end++)
		lines += *end == '\n';
	print_message("# seed %ld, layout %d, form %s, %s\n", seed, (int) report.layout,
				  gir_forms[report.form]->name, what);
	print_message("# %s, %s: read %s %lld (scale %d) in line %u, printed was %s %lld (scale %d)\n",
				  gir_rows[GIR_CELL_ROW(cell)].code, gir_column_codes[gir_cell_column(cell)],
				  gir_state_name(printed->state), (long long) read->value[cell], read->scale[cell],
				  (unsigned) printed->line, gir_state_name(report.state[cell]),
				  (long long) report.truth.value[cell], report.truth.scale[cell]);
	show_lines(start, end);
}

/* Compare a cell that was read with what was printed. */
static void
compare_cell(tally *t, long seed, const char *what, const char *text, size_t len, int cell,
			 int changed_cell)
{
	const gir_figures *read = &parsed.report.figures;
	bool		printed = report.truth.known[cell];
	bool		right = printed && read->known[cell] && same_number(read, &report.truth, cell);

	t->printed += printed;
	t->recovered += right;
	if (read->known[cell] && !right && cell != changed_cell && t->wrong++ < SHOWN)
		show(seed, what, cell, text, len);
}

/* Compare a damaged report. */
static void
compare_damaged(tally *t, long seed, const char *what)
{
	int			cell;

	t->documents++;
	for (cell = 0; cell < GIR_CELL_COUNT; cell++)
		compare_cell(t, seed, what, damaged_report.text, damaged_report.len, cell,
					 damaged_report.changed_cell);
}

/* True if a row has blank cells, and the layout does not show which. */
static bool
hides_blanks(int row)
{
	int			first = row;
	int			last = row;
	int			cell;

	if (report.layout <= SAMPLE_TABS_WIDE || report.layout == SAMPLE_MARKDOWN)
		return false;
	/* the rows of section 4 are printed in one */
	if (gir_row_section((gir_row_id) row) == 4)
	{
		first = GIR_ROW_RECONSIDERATION;
		last = GIR_ROW_LITIGATION_AFTER_RECONSIDERATION;
	}
	for (cell = GIR_CELL(first, 0); cell < GIR_CELL(last + 1, 0); cell++)
	{
		if (report.state[cell] == GIR_STATE_BLANK)
			return true;
	}
	return false;
}

/*
 * Compare an undamaged report: what is no number, too.  Rows without any number
 * need not be read.
 */
static void
compare_undamaged(long seed)
{
	int			row,
				slot;

	undamaged.documents++;
	hidden.documents++;
	for (row = 0; row < GIR_ROW_COUNT; row++)
	{
		tally	   *t = hides_blanks(row) ? &hidden : &undamaged;
		bool		has_number = false;

		for (slot = 0; slot < GIR_MAX_COLUMNS; slot++)
			has_number = has_number || report.state[GIR_CELL(row, slot)] == GIR_STATE_NUMBER;
		for (slot = 0; slot < GIR_MAX_COLUMNS; slot++)
		{
			int			cell = GIR_CELL(row, slot);

			compare_cell(t, seed, "undamaged", report.text, report.len, cell, GIR_NO_CELL);
			if (has_number && t == &undamaged &&
				parsed.report.printed[cell].state != report.state[cell] && t->states++ < SHOWN)
				show(seed, "undamaged", cell, report.text, report.len);
		}
	}
}

/* A number from the environment. */
static long
setting(const char *name, long otherwise)
{
	const char *value = getenv(name);

	return value != NULL && *value != '\0' ? atol(value) : otherwise;
}

/* Make all reports, and a damaged copy of each kind of each. */
static int
make_all(void **state)
{
	long		count = setting("GIREPORT_DOCUMENTS", 2000);
	long		first = setting("GIREPORT_SEED", 1);
	long		seed;
	int			kind;

	(void) state;
	for (seed = first; seed < first + count; seed++)
	{
		random_source random = {(uint64_t) seed};

		sample_make(&report, &random);
		unit_parse(report.text, report.len, &parsed);
		compare_undamaged(seed);
		for (kind = 0; kind < DAMAGE_COUNT; kind++)
		{
			damage_make(&damaged_report, &report, (damage_kind) kind, &random);
			unit_parse(damaged_report.text, damaged_report.len, &parsed);
			compare_damaged(&damages[kind], seed, damage_names[kind]);
		}
	}
	return 0;
}

/* Say how many numbers came back, and how many wrong ones. */
static void
print_tally(const char *what, const tally *t)
{
	print_message("# %s: %ld documents, %ld of %ld numbers recovered, %ld wrong\n",
				  what, t->documents, t->recovered, t->printed, t->wrong);
}

static void
test_undamaged(void **state)
{
	(void) state;
	print_tally("undamaged", &undamaged);
	print_tally("in rows with blanks that do not show", &hidden);
	assert_true(undamaged.documents > 0);
	assert_int_equal(undamaged.wrong, 0);
	assert_int_equal(undamaged.recovered, undamaged.printed);
	assert_int_equal(undamaged.states, 0);
	assert_int_equal(hidden.wrong, 0);
}

/* One kind of damage; also, most numbers have to survive it. */
static void
test_damaged(void **state)
{
	int			kind = (int) ((const char *const *) *state - damage_names);
	const tally *t = &damages[kind];

	print_tally(damage_names[kind], t);
	assert_int_equal(t->wrong, 0);
	assert_true(t->recovered > t->printed / 3);
}

int
main(void)
{
	struct CMUnitTest tests[1 + DAMAGE_COUNT] = {cmocka_unit_test(test_undamaged)};
	int			kind;

	for (kind = 0; kind < DAMAGE_COUNT; kind++)
	{
		struct CMUnitTest test = cmocka_unit_test(test_damaged);

		test.name = damage_names[kind];
		test.initial_state = (void *) &damage_names[kind];
		tests[1 + kind] = test;
	}
	return cmocka_run_group_tests_name("property", tests, make_all, NULL);
}
