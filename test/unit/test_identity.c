/*
 * test_identity.c
 *		The identities: each one broken by itself, with exactly the findings that
 *		follow.
 */
#include <string.h>

#include "figures.h"

static gir_figures figures;
static finding_list list;

/* The columns of section 3, the total last. */
static const gir_column applicants[] = {
	GIR_COL_NATURAL_PERSON, GIR_COL_COMMERCIAL_ENTERPRISE, GIR_COL_RESEARCH_INSTITUTION,
	GIR_COL_PUBLIC_WELFARE, GIR_COL_LEGAL_SERVICE, GIR_COL_OTHER, GIR_COL_TOTAL
};

static const gir_row_id disputes[] = {
	GIR_ROW_RECONSIDERATION, GIR_ROW_LITIGATION_DIRECT, GIR_ROW_LITIGATION_AFTER_RECONSIDERATION
};

static const char *const dispute_rules[] = {"T4.1", "T4.2", "T4.3"};

/* True if a form has a row of section 3. */
static bool
has_row(int form, int row)
{
	if (row == GIR_ROW_OTHER_HANDLING)
		return form == GIR_FORM_2019;
	if (row >= GIR_ROW_OTHER_NOT_CORRECTED && row <= GIR_ROW_OTHER_MISC)
		return form == GIR_FORM_2021;
	return true;
}

/* Every identity, at every place, holds for both forms. */
static void
test_all_pass(void **state)
{
	static const struct
	{
		const char *rule;
		int			places[GIR_FORM_COUNT]; /* 2019, 2021 */
	}			rules[] = {
		{"T3.1", {7, 7}},
		{"T3.2", {7, 7}},
		{"T3.3", {23, 25}},
		{"T3.4", {161, 175}},
		{"T4.1", {1, 1}},
		{"T4.2", {1, 1}},
		{"T4.3", {1, 1}},
		{"T4.4", {15, 15}},
	};
	int			form,
				r,
				i;

	(void) state;
	for (form = 0; form < GIR_FORM_COUNT; form++)
	{
		int			total = 0;

		figures_make(&figures, form);
		figures_assert_failures(&figures, NULL, 0);
		figures_check(&figures, GIR_NOT_ASSESSABLE, &list);
		assert_int_equal(list.nfindings, 0);
		figures_check(&figures, GIR_PASS, &list);
		for (r = 0; r < UNIT_COUNT(rules); r++)
		{
			int			places = 0;

			for (i = 0; i < list.nfindings; i++)
			{
				places += strcmp(gir_rule_id(list.findings[i].rule), rules[r].rule) == 0;
				assert_int_equal(list.findings[i].blanks, 0);
				assert_int_equal(gir_rule_severity(list.findings[i].rule), GIR_ERROR);
			}
			if (places != rules[r].places[form])
				fail_msg("form %d, %s: %d places", form, rules[r].rule, places);
			total += places;
		}
		assert_int_equal(list.nfindings, total);
	}
}

/* T3.1: five more received in a column, which breaks the row's sum, too. */
static void
test_balances(void **state)
{
	int			c;

	(void) state;
	for (c = 0; c < 6; c++)
	{
		const expected_finding expected[] = {
			{"T3.1", GIR_NO_ROW, applicants[c], "28", "23"},
			{"T3.3", GIR_ROW_RECEIVED, GIR_NO_COLUMN, "131", "126"},
		};

		figures_make(&figures, GIR_FORM_2021);
		figures_add(&figures, GIR_ROW_RECEIVED, applicants[c], 5);
		figures_assert_failures(&figures, expected, 2);
	}
	{
		static const expected_finding expected[] = {
			{"T3.1", GIR_NO_ROW, GIR_COL_TOTAL, "143", "138"},
			{"T3.3", GIR_ROW_RECEIVED, GIR_NO_COLUMN, "126", "131"},
		};

		figures_make(&figures, GIR_FORM_2021);
		figures_add(&figures, GIR_ROW_RECEIVED, GIR_COL_TOTAL, 5);
		figures_assert_failures(&figures, expected, 2);
	}
}

/* T3.1 has four terms: each of them counts, on its side. */
static void
test_terms_of_balance(void **state)
{
	static const struct
	{
		gir_row_id	row;
		expected_finding expected[4];
		int			nexpected;
	}			cases[] = {
		{GIR_ROW_RECEIVED, {
				{"T3.1", GIR_NO_ROW, GIR_COL_OTHER, "22", "23"},
				{"T3.3", GIR_ROW_RECEIVED, GIR_NO_COLUMN, "125", "126"},
		}, 2},
		{GIR_ROW_CARRIED_IN, {
				{"T3.1", GIR_NO_ROW, GIR_COL_OTHER, "22", "23"},
				{"T3.3", GIR_ROW_CARRIED_IN, GIR_NO_COLUMN, "11", "12"},
		}, 2},
		{GIR_ROW_CONCLUDED, {
				{"T3.1", GIR_NO_ROW, GIR_COL_OTHER, "23", "22"},
				{"T3.2", GIR_NO_ROW, GIR_COL_OTHER, "21", "20"},
				{"T3.3", GIR_ROW_CONCLUDED, GIR_NO_COLUMN, "125", "126"},
		}, 3},
		{GIR_ROW_CARRIED_OUT, {
				{"T3.1", GIR_NO_ROW, GIR_COL_OTHER, "23", "22"},
				{"T3.3", GIR_ROW_CARRIED_OUT, GIR_NO_COLUMN, "11", "12"},
		}, 2},
	};
	int			i;

	(void) state;
	for (i = 0; i < UNIT_COUNT(cases); i++)
	{
		figures_make(&figures, GIR_FORM_2021);
		figures_add(&figures, cases[i].row, GIR_COL_OTHER, -1);
		figures_assert_failures(&figures, cases[i].expected, cases[i].nexpected);
	}
}

/* T3.2: five more granted in a column, in both forms. */
static void
test_result_sums(void **state)
{
	int			c;

	(void) state;
	for (c = 0; c < 6; c++)
	{
		const expected_finding expected[GIR_FORM_COUNT][2] = {
			{{"T3.2", GIR_NO_ROW, applicants[c], "24", "19"},
			{"T3.3", GIR_ROW_GRANTED, GIR_NO_COLUMN, "11", "6"}},
			{{"T3.2", GIR_NO_ROW, applicants[c], "26", "21"},
			{"T3.3", GIR_ROW_GRANTED, GIR_NO_COLUMN, "11", "6"}},
		};
		int			form;

		for (form = 0; form < GIR_FORM_COUNT; form++)
		{
			figures_make(&figures, form);
			figures_add(&figures, GIR_ROW_GRANTED, applicants[c], 5);
			figures_assert_failures(&figures, expected[form], 2);
		}
	}
	{
		static const expected_finding expected[] = {
			{"T3.2", GIR_NO_ROW, GIR_COL_TOTAL, "131", "126"},
			{"T3.3", GIR_ROW_GRANTED, GIR_NO_COLUMN, "6", "11"},
		};

		figures_make(&figures, GIR_FORM_2021);
		figures_add(&figures, GIR_ROW_GRANTED, GIR_COL_TOTAL, 5);
		figures_assert_failures(&figures, expected, 2);
	}
}

/* T3.2: every result of the form is one of its terms. */
static void
test_terms_of_result_sums(void **state)
{
	int			form,
				row;

	(void) state;
	for (form = 0; form < GIR_FORM_COUNT; form++)
	{
		for (row = GIR_ROW_GRANTED; row < GIR_ROW_CONCLUDED; row++)
		{
			const expected_finding expected[] = {
				{"T3.2", GIR_NO_ROW, GIR_COL_PUBLIC_WELFARE, form == GIR_FORM_2021 ? "22" : "20",
				form == GIR_FORM_2021 ? "21" : "19"},
				{"T3.3", (gir_row_id) row, GIR_NO_COLUMN, "7", "6"},
			};

			if (!has_row(form, row))
				continue;
			figures_make(&figures, form);
			figures_add(&figures, (gir_row_id) row, GIR_COL_PUBLIC_WELFARE, 1);
			figures_assert_failures(&figures, expected, 2);
		}
	}
}

/*
 * T3.3: one more in the total of each row in turn.  That row's sum fails, no
 * other's, and of the sums of columns only those of the total column.
 */
static void
test_row_sums(void **state)
{
	int			form,
				row;

	(void) state;
	for (form = 0; form < GIR_FORM_COUNT; form++)
	{
		for (row = GIR_ROW_RECEIVED; row <= GIR_ROW_CARRIED_OUT; row++)
		{
			int			failures = 0;
			int			i;

			if (!has_row(form, row))
				continue;
			figures_make(&figures, form);
			figures_add(&figures, (gir_row_id) row, GIR_COL_TOTAL, 1);
			figures_check(&figures, GIR_FAIL, &list);
			for (i = 0; i < list.nfindings; i++)
			{
				const gir_finding *f = &list.findings[i];

				if (strcmp(gir_rule_id(f->rule), "T3.3") == 0)
				{
					failures++;
					assert_int_equal(f->row, row);
					assert_int_equal(f->column, GIR_NO_COLUMN);
					assert_int_equal(f->right.low - f->left.low, 1);
				}
				else
					assert_int_equal(f->column, GIR_COL_TOTAL);
			}
			assert_int_equal(failures, 1);
			assert_false(gir_valid(&figures));
		}
	}
}

/* Each column is a term of the row's sum. */
static void
test_terms_of_row_sums(void **state)
{
	int			c;

	(void) state;
	for (c = 0; c < 6; c++)
	{
		const expected_finding expected[] = {
			{"T3.1", GIR_NO_ROW, applicants[c], "25", "23"},
			{"T3.3", GIR_ROW_CARRIED_IN, GIR_NO_COLUMN, "14", "12"},
		};

		figures_make(&figures, GIR_FORM_2021);
		figures_add(&figures, GIR_ROW_CARRIED_IN, applicants[c], 2);
		figures_assert_failures(&figures, expected, 2);
	}
}

/* T4.1 to T4.3: every outcome, and the total, of every kind of dispute. */
static void
test_disputes(void **state)
{
	static const gir_column outcomes[] = {
		GIR_COL_UPHELD, GIR_COL_CORRECTED, GIR_COL_OTHER, GIR_COL_PENDING
	};
	int			d,
				c;

	(void) state;
	for (d = 0; d < 3; d++)
	{
		expected_finding expected = {dispute_rules[d], disputes[d], GIR_NO_COLUMN, "13", "10"};

		for (c = 0; c < 4; c++)
		{
			figures_make(&figures, GIR_FORM_2021);
			figures_add(&figures, disputes[d], outcomes[c], 3);
			figures_assert_failures(&figures, &expected, 1);
		}
		expected.left = "10";
		expected.right = "9";
		figures_make(&figures, GIR_FORM_2019);
		figures_add(&figures, disputes[d], GIR_COL_TOTAL, -1);
		figures_assert_failures(&figures, &expected, 1);
	}
}

/* T3.4 and T4.4: a negative number that breaks no sum. */
static void
test_negative(void **state)
{
	static const expected_finding requests[] = {
		{"T3.4", GIR_ROW_CARRIED_IN, GIR_COL_OTHER, "-2", "0"},
	};
	static const expected_finding outcomes[] = {
		{"T4.4", GIR_ROW_LITIGATION_DIRECT, GIR_COL_CORRECTED, "-1", "0"},
	};

	(void) state;
	figures_make(&figures, GIR_FORM_2021);
	figures_add(&figures, GIR_ROW_CARRIED_IN, GIR_COL_OTHER, -4);
	figures_add(&figures, GIR_ROW_CARRIED_IN, GIR_COL_TOTAL, -4);
	figures_add(&figures, GIR_ROW_RECEIVED, GIR_COL_OTHER, 4);
	figures_add(&figures, GIR_ROW_RECEIVED, GIR_COL_TOTAL, 4);
	figures_assert_failures(&figures, requests, 1);

	figures_make(&figures, GIR_FORM_2021);
	figures_add(&figures, GIR_ROW_LITIGATION_DIRECT, GIR_COL_CORRECTED, -3);
	figures_add(&figures, GIR_ROW_LITIGATION_DIRECT, GIR_COL_UPHELD, 3);
	figures_assert_failures(&figures, outcomes, 1);

	/* signed changes are no counts: nothing is said about section 2 */
	figures_make(&figures, GIR_FORM_2019);
	figures_set(&figures, GIR_ROW_LICENSING, GIR_COL_ITEMS_CHANGE, -8);
	figures_assert_failures(&figures, NULL, 0);
}

/* Checking stops when the function says so. */
static bool
stop_at_third(void *context, const gir_finding *finding)
{
	int		   *count = context;

	(void) finding;
	return ++*count < 3;
}

static void
test_stop(void **state)
{
	int			count = 0;

	(void) state;
	figures_make(&figures, GIR_FORM_2021);
	assert_false(gir_check(&figures, stop_at_third, &count));
	assert_int_equal(count, 3);
}

int
main(void)
{
	static const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_all_pass),
		cmocka_unit_test(test_balances),
		cmocka_unit_test(test_terms_of_balance),
		cmocka_unit_test(test_result_sums),
		cmocka_unit_test(test_terms_of_result_sums),
		cmocka_unit_test(test_row_sums),
		cmocka_unit_test(test_terms_of_row_sums),
		cmocka_unit_test(test_disputes),
		cmocka_unit_test(test_negative),
		cmocka_unit_test(test_stop),
	};

	return cmocka_run_group_tests_name("identity", tests, NULL, NULL);
}
