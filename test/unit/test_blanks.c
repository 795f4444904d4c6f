/*
 * test_blanks.c
 *		The identities where cells are blank or rows and tables are absent; sums
 *		wider than any number; and findings in words.
 */
#include <stdio.h>
#include <string.h>

#include "figures.h"

static gir_figures figures;
static finding_list list;

/* The finding of a rule at a place; the test fails if there is none. */
static const gir_finding *
finding_at(const char *rule, gir_row_id row, gir_column column)
{
	static const gir_verdict verdicts[] = {GIR_PASS, GIR_FAIL, GIR_NOT_ASSESSABLE};
	int			v,
				i;

	for (v = 0; v < 3; v++)
	{
		figures_check(&figures, verdicts[v], &list);
		for (i = 0; i < list.nfindings; i++)
		{
			const gir_finding *f = &list.findings[i];

			if (strcmp(gir_rule_id(f->rule), rule) == 0 && f->row == row && f->column == column)
				return f;
		}
	}
	fail_msg("rule %s is not evaluated there", rule);
	return NULL;
}

static void
assert_verdict(const char *rule, gir_row_id row, gir_column column, gir_verdict verdict, int blanks)
{
	const gir_finding *f = finding_at(rule, row, column);

	/* where nothing can be said, it does not matter how many there are */
	if (f->verdict != verdict || (verdict != GIR_NOT_ASSESSABLE && f->blanks != blanks))
		fail_msg("%s: %s with %d blanks", rule, gir_verdict_name(f->verdict), f->blanks);
}

/* A blank detail counts as 0, and the finding says how many did. */
static void
test_blank_details(void **state)
{
	int			row;

	(void) state;
	/* granted: 1 for each kind; without the last kind the sums are one short */
	figures_make(&figures, GIR_FORM_2021);
	figures_blank(&figures, GIR_ROW_GRANTED, GIR_COL_OTHER);
	assert_verdict("T3.3", GIR_ROW_GRANTED, GIR_NO_COLUMN, GIR_FAIL, 1);
	assert_verdict("T3.2", GIR_NO_ROW, GIR_COL_OTHER, GIR_FAIL, 1);
	assert_verdict("T3.1", GIR_NO_ROW, GIR_COL_OTHER, GIR_PASS, 0);
	assert_false(gir_valid(&figures));

	/* blanks in the place of zeros */
	figures_make(&figures, GIR_FORM_2021);
	for (row = GIR_ROW_RECEIVED; row <= GIR_ROW_CARRIED_OUT; row++)
	{
		if (!figures.row_present[row])
			continue;
		figures_add(&figures, (gir_row_id) row, GIR_COL_TOTAL, -figures.value[GIR_CELL(row, 5)]);
		figures_blank(&figures, (gir_row_id) row, GIR_COL_OTHER);
	}
	/* also the total of that column: it is an omission, though that of a zero */
	assert_verdict("T3.3", GIR_ROW_GRANTED, GIR_NO_COLUMN, GIR_PASS, 1);
	assert_verdict("T3.3", GIR_ROW_CONCLUDED, GIR_NO_COLUMN, GIR_PASS, 1);
	assert_verdict("T3.1", GIR_NO_ROW, GIR_COL_OTHER, GIR_NOT_ASSESSABLE, 0);
	assert_verdict("T3.4", GIR_ROW_GRANTED, GIR_COL_OTHER, GIR_NOT_ASSESSABLE, 0);
	assert_true(gir_valid(&figures));
}

/* All details of a row blank: six of them count as 0. */
static void
test_blank_row(void **state)
{
	int			slot;

	(void) state;
	figures_make(&figures, GIR_FORM_2021);
	for (slot = 0; slot < 6; slot++)
		figures_blank(&figures, GIR_ROW_CARRIED_IN, gir_applicant_columns[slot].column);
	assert_verdict("T3.3", GIR_ROW_CARRIED_IN, GIR_NO_COLUMN, GIR_FAIL, 6);
	figures_set(&figures, GIR_ROW_CARRIED_IN, GIR_COL_TOTAL, 0);
	assert_verdict("T3.3", GIR_ROW_CARRIED_IN, GIR_NO_COLUMN, GIR_PASS, 6);
	assert_verdict("T3.1", GIR_NO_ROW, GIR_COL_NATURAL_PERSON, GIR_FAIL, 1);
}

/* A blank total is an omission, and is not judged. */
static void
test_blank_totals(void **state)
{
	(void) state;
	/* the total of a row */
	figures_make(&figures, GIR_FORM_2021);
	figures_blank(&figures, GIR_ROW_GRANTED, GIR_COL_TOTAL);
	assert_verdict("T3.3", GIR_ROW_GRANTED, GIR_NO_COLUMN, GIR_NOT_ASSESSABLE, 0);
	assert_int_equal(finding_at("T3.2", GIR_NO_ROW, GIR_COL_TOTAL)->verdict, GIR_NOT_ASSESSABLE);
	assert_true(gir_valid(&figures));

	/* the total of a column: the requests concluded */
	figures_make(&figures, GIR_FORM_2021);
	figures_blank(&figures, GIR_ROW_CONCLUDED, GIR_COL_OTHER);
	assert_int_equal(finding_at("T3.1", GIR_NO_ROW, GIR_COL_OTHER)->verdict, GIR_NOT_ASSESSABLE);
	assert_int_equal(finding_at("T3.2", GIR_NO_ROW, GIR_COL_OTHER)->verdict, GIR_NOT_ASSESSABLE);
	assert_verdict("T3.3", GIR_ROW_CONCLUDED, GIR_NO_COLUMN, GIR_FAIL, 1);

	/* the total of a dispute */
	figures_make(&figures, GIR_FORM_2021);
	figures_blank(&figures, GIR_ROW_RECONSIDERATION, GIR_COL_TOTAL);
	assert_int_equal(finding_at("T4.1", GIR_ROW_RECONSIDERATION, GIR_NO_COLUMN)->verdict, GIR_NOT_ASSESSABLE);
	assert_true(gir_valid(&figures));
	figures_make(&figures, GIR_FORM_2021);
	figures_blank(&figures, GIR_ROW_RECONSIDERATION, GIR_COL_PENDING);
	assert_verdict("T4.1", GIR_ROW_RECONSIDERATION, GIR_NO_COLUMN, GIR_FAIL, 1);
}

/* What needs a row that is not there is not assessable; the rest is. */
static void
test_absent_rows(void **state)
{
	int			slot;

	(void) state;
	figures_make(&figures, GIR_FORM_2021);
	figures_drop_row(&figures, GIR_ROW_REJECTED_REPEAT);
	for (slot = 0; slot < 7; slot++)
	{
		assert_int_equal(finding_at("T3.2", GIR_NO_ROW, gir_applicant_columns[slot].column)->verdict,
						 GIR_NOT_ASSESSABLE);
		assert_verdict("T3.1", GIR_NO_ROW, gir_applicant_columns[slot].column, GIR_PASS, 0);
	}
	assert_verdict("T3.3", GIR_ROW_REJECTED_REPEAT, GIR_NO_COLUMN, GIR_NOT_ASSESSABLE, 0);
	assert_verdict("T3.3", GIR_ROW_GRANTED, GIR_NO_COLUMN, GIR_PASS, 0);
	assert_true(gir_valid(&figures));

	/* one of three rows for other handling is missing: so is the sum */
	figures_make(&figures, GIR_FORM_2021);
	figures_drop_row(&figures, GIR_ROW_OTHER_FEE_UNPAID);
	assert_int_equal(finding_at("T3.2", GIR_NO_ROW, GIR_COL_TOTAL)->verdict, GIR_NOT_ASSESSABLE);
	figures_make(&figures, GIR_FORM_2019);
	figures_drop_row(&figures, GIR_ROW_OTHER_HANDLING);
	assert_int_equal(finding_at("T3.2", GIR_NO_ROW, GIR_COL_TOTAL)->verdict, GIR_NOT_ASSESSABLE);

	figures_make(&figures, GIR_FORM_2021);
	figures_drop_row(&figures, GIR_ROW_CARRIED_IN);
	for (slot = 0; slot < 7; slot++)
		assert_int_equal(finding_at("T3.1", GIR_NO_ROW, gir_applicant_columns[slot].column)->verdict,
						 GIR_NOT_ASSESSABLE);
}

/* Without any table nothing can be assessed, and nothing fails. */
static void
test_no_tables(void **state)
{
	(void) state;
	memset(&figures, 0, sizeof(figures));
	figures_check(&figures, GIR_NOT_ASSESSABLE, &list);
	/* 7 + 7 + 25 + 175 of section 3, 3 + 15 of section 4 */
	assert_int_equal(list.nfindings, 232);
	figures_assert_failures(&figures, NULL, 0);
	figures_check(&figures, GIR_PASS, &list);
	assert_int_equal(list.nfindings, 0);

	/* nor does a missing table disturb the others */
	figures_make(&figures, GIR_FORM_2021);
	figures.section_present[2] = false;
	figures_drop_row(&figures, GIR_ROW_RECONSIDERATION);
	figures_drop_row(&figures, GIR_ROW_LITIGATION_DIRECT);
	figures_drop_row(&figures, GIR_ROW_LITIGATION_AFTER_RECONSIDERATION);
	figures_assert_failures(&figures, NULL, 0);
	figures_check(&figures, GIR_NOT_ASSESSABLE, &list);
	assert_int_equal(list.nfindings, 18);
}

/* Sums of the largest numbers are exact. */
static void
test_wide_sums(void **state)
{
	static const expected_finding largest[] = {
		{"T4.1", GIR_ROW_RECONSIDERATION, GIR_NO_COLUMN, "36893488147419103228", "9223372036854775807"},
	};
	static const expected_finding negative[] = {
		{"T4.1", GIR_ROW_RECONSIDERATION, GIR_NO_COLUMN, "-36893488147419103232", "10"},
		{"T4.4", GIR_ROW_RECONSIDERATION, GIR_COL_UPHELD, "-9223372036854775808", "0"},
		{"T4.4", GIR_ROW_RECONSIDERATION, GIR_COL_CORRECTED, "-9223372036854775808", "0"},
		{"T4.4", GIR_ROW_RECONSIDERATION, GIR_COL_OTHER, "-9223372036854775808", "0"},
		{"T4.4", GIR_ROW_RECONSIDERATION, GIR_COL_PENDING, "-9223372036854775808", "0"},
	};
	static const gir_column outcomes[] = {
		GIR_COL_UPHELD, GIR_COL_CORRECTED, GIR_COL_OTHER, GIR_COL_PENDING
	};
	int			i;

	(void) state;
	figures_make(&figures, GIR_FORM_2021);
	for (i = 0; i < 4; i++)
		figures_set(&figures, GIR_ROW_RECONSIDERATION, outcomes[i], INT64_MAX);
	figures_set(&figures, GIR_ROW_RECONSIDERATION, GIR_COL_TOTAL, INT64_MAX);
	figures_assert_failures(&figures, largest, 1);

	/* they would wrap round to -4 in 64 bits */
	figures_set(&figures, GIR_ROW_RECONSIDERATION, GIR_COL_TOTAL, -4);
	assert_verdict("T4.1", GIR_ROW_RECONSIDERATION, GIR_NO_COLUMN, GIR_FAIL, 0);

	figures_make(&figures, GIR_FORM_2021);
	for (i = 0; i < 4; i++)
		figures_set(&figures, GIR_ROW_RECONSIDERATION, outcomes[i], INT64_MIN);
	figures_assert_failures(&figures, negative, 5);

	/* large and equal */
	figures_make(&figures, GIR_FORM_2021);
	figures_set(&figures, GIR_ROW_RECONSIDERATION, GIR_COL_UPHELD, INT64_MAX - 9);
	figures_set(&figures, GIR_ROW_RECONSIDERATION, GIR_COL_TOTAL, INT64_MAX);
	figures_assert_failures(&figures, NULL, 0);
}

/* Differences and digits of wide sums; high * 2^32 + low. */
static void
test_wide_format(void **state)
{
	static const struct
	{
		gir_wide	a;
		gir_wide	b;
		const char *difference;
	}			cases[] = {
		{{0, 0}, {0, 0}, "0"},
		{{0, 7}, {0, 3}, "4"},
		{{0, 3}, {0, 7}, "-4"},
		{{0, 10}, {0, 0}, "10"},
		{{1, 0}, {0, 0}, "4294967296"},
		{{1, 0}, {0, 1}, "4294967295"},
		{{0, 0}, {1, 0}, "-4294967296"},
		{{0, 0}, {0, 1}, "-1"},
		{{-1, 0}, {0, 0}, "-4294967296"},
		{{-1, 4294967295}, {0, 0}, "-1"},
		{{2147483647, 4294967295}, {0, 0}, "9223372036854775807"},
		{{-2147483648LL, 0}, {0, 0}, "-9223372036854775808"},
		{{-2147483648LL, 0}, {2147483647, 4294967295}, "-18446744073709551615"},
	};
	int			i;

	(void) state;
	for (i = 0; i < UNIT_COUNT(cases); i++)
	{
		char		digits[32];

		gir_wide_format(gir_wide_subtract(cases[i].a, cases[i].b), digits);
		assert_string_equal(digits, cases[i].difference);
	}
}

/* A cell is confirmed by an equation that holds without blanks, if none fails. */
static void
test_confirmed(void **state)
{
	int			cell = unit_cell(GIR_ROW_CARRIED_OUT, GIR_COL_TOTAL);

	(void) state;
	figures_make(&figures, GIR_FORM_2021);
	assert_true(gir_confirmed(&figures, cell));
	figures_add(&figures, GIR_ROW_CARRIED_OUT, GIR_COL_TOTAL, 1);
	assert_false(gir_confirmed(&figures, cell));

	/* the row's sum holds with a blank, or the column's balance fails */
	figures_make(&figures, GIR_FORM_2021);
	figures_blank(&figures, GIR_ROW_CARRIED_OUT, GIR_COL_OTHER);
	figures_add(&figures, GIR_ROW_CARRIED_OUT, GIR_COL_TOTAL, -2);
	assert_false(gir_confirmed(&figures, cell));
	figures_make(&figures, GIR_FORM_2021);
	figures_add(&figures, GIR_ROW_CARRIED_OUT, GIR_COL_OTHER, 1);
	figures_add(&figures, GIR_ROW_CARRIED_OUT, GIR_COL_TOTAL, 1);
	assert_false(gir_confirmed(&figures, cell));

	/* no identity is about section 2 */
	figures_make(&figures, GIR_FORM_2021);
	figures_set(&figures, GIR_ROW_LICENSING, GIR_COL_DECISIONS, 5);
	assert_false(gir_confirmed(&figures, unit_cell(GIR_ROW_LICENSING, GIR_COL_DECISIONS)));
}

int
main(void)
{
	static const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_blank_details),
		cmocka_unit_test(test_blank_row),
		cmocka_unit_test(test_blank_totals),
		cmocka_unit_test(test_absent_rows),
		cmocka_unit_test(test_no_tables),
		cmocka_unit_test(test_wide_sums),
		cmocka_unit_test(test_wide_format),
		cmocka_unit_test(test_confirmed),
	};

	return cmocka_run_group_tests_name("blanks", tests, NULL, NULL);
}
