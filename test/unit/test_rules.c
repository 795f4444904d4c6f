/*
 * test_rules.c
 *		The catalogue, and the identities of one report.
 */
#include <stdio.h>
#include <string.h>

#include "core/evaluate.h"

#include "rule_cases.h"

/* Random reports in each form. */
#define REPORTS 200

static case_results results;

/* Check a report's figures. */
static void
check(const gir_figures *figures, const char *agency)
{
	gir_subject subject = {0};

	subject.figures = figures;
	subject.agency = agency;
	subject.agency_len = agency != NULL ? strlen(agency) : 0;
	case_check(GIR_SCOPE_REPORT, &subject, &results);
}

/* ---- the catalogue ---- */

/* Count the bytes of a text and those that are not ASCII. */
typedef struct counter
{
	int			bytes;
	int			others;
} counter;

static void
count_bytes(void *context, const char *bytes, size_t len)
{
	counter    *c = context;
	size_t		i;

	c->bytes += (int) len;
	for (i = 0; i < len; i++)
		c->others += (unsigned char) bytes[i] >= 0x80;
}

/* Every rule has an id of its own, both descriptions and an expression. */
static void
test_catalogue(void **state)
{
	static const char *const ids[] = {
		"T2.1", "T2.2", "T2.3", "T2.4", "T2.5", "T2.6", "T2.8",
		"T3.1", "T3.2", "T3.3", "T3.4", "T3.5", "T3.6",
		"T4.1", "T4.2", "T4.3", "T4.4",
		"P1", "P2", "P3", "P4", "P5", "P6", "P7",
		"Y1", "Y2", "Y3", "Y4", "Y6", "Y7", "Y8",
		"A1", "A3", "A4", "A5",
	};
	const gir_rule *rule = NULL;
	int			n = 0;

	(void) state;
	while ((rule = gir_next_rule(rule)) != NULL)
	{
		counter		zh = {0, 0};
		counter		en = {0, 0};
		counter		expression = {0, 0};
		gir_writer	writer = {count_bytes, &expression};

		assert_true(n < UNIT_COUNT(ids));
		assert_string_equal(gir_rule_id(rule), ids[n++]);
		assert_ptr_equal(gir_find_rule(gir_rule_id(rule)), rule);
		count_bytes(&zh, gir_rule_description_zh(rule), strlen(gir_rule_description_zh(rule)));
		count_bytes(&en, gir_rule_description_en(rule), strlen(gir_rule_description_en(rule)));
		gir_rule_expression(rule, &writer);
		assert_true(zh.others > 0 && en.bytes > 0 && en.others == 0 && expression.others > 0);
		assert_true(strlen(gir_basis_name(gir_rule_basis(rule))) > 0);
		assert_true(strlen(gir_scope_name(gir_rule_scope(rule))) > 0);
		assert_true(strlen(gir_severity_name(gir_rule_severity(rule))) > 0);
		assert_true(gir_rule_severity(rule) != GIR_ERROR || gir_rule_scope(rule) == GIR_SCOPE_REPORT);
	}
	assert_int_equal(n, UNIT_COUNT(ids));
	assert_null(gir_find_rule("T2.7"));
	assert_null(gir_find_rule(""));
}

/* A term has a cell wherever its rule is evaluated. */
static void
check_terms(const gir_rule *rule, const gir_side *side)
{
	int			row,
				i;

	assert_true(side->count <= GIR_MAX_TERMS);
	for (i = 0; i < side->count; i++)
	{
		const gir_term *term = &side->terms[i];

		assert_true((term->flags & GIR_TERM_OTHER) == 0 || rule->scope > GIR_SCOPE_PROSE);
		if (rule->places == GIR_IN_COLUMNS)
		{
			assert_true(term->row < GIR_ROW_COUNT && term->column == GIR_NO_COLUMN);
			assert_int_equal(gir_rows[term->row].kind, GIR_KIND_APPLICANTS);
		}
		for (row = 0; row < GIR_ROW_COUNT && rule->places == GIR_IN_ROWS; row++)
		{
			if (rule->rows & GIR_ROW_BIT(row))
				assert_int_not_equal(gir_term_cell(term, (gir_row_id) row, GIR_NO_COLUMN), GIR_NO_CELL);
		}
	}
}

static void
test_terms(void **state)
{
	const gir_rule *rule = NULL;

	(void) state;
	while ((rule = gir_next_rule(rule)) != NULL)
	{
		check_terms(rule, &rule->left);
		check_terms(rule, &rule->right);
		check_terms(rule, &rule->unless);
		assert_true(rule->rows < GIR_ROW_BIT(GIR_ROW_COUNT));
		assert_true((rule->rows == 0) == (rule->places == GIR_IN_COLUMNS || rule->places == GIR_IN_REPORT ||
										  rule->places == GIR_ELSEWHERE));
		assert_true((rule->columns != 0) == (rule->places == GIR_IN_CELLS));
		if (rule->relation < GIR_NOT_COPIED && rule->places != GIR_ELSEWHERE)
			assert_true(rule->left.count > 0);
		else
			assert_non_null(rule->expression);
	}
}

/* ---- identities ---- */

/* Every identity is evaluated for every report, whatever it has. */
static void
test_places(void **state)
{
	static const struct
	{
		const char *rule;
		int			places[GIR_FORM_COUNT];
	}			expected[] = {
		{"T3.1", {7, 7}}, {"T3.2", {7, 7}}, {"T3.3", {23, 25}}, {"T3.4", {161, 175}},
		{"T4.1", {1, 1}}, {"T4.2", {1, 1}}, {"T4.3", {1, 1}}, {"T4.4", {15, 15}},
		{"T2.1", {17, 10}}, {"T2.2", {0, 2}}, {"T2.3", {4, 0}}, {"T2.4", {5, 0}}, {"T2.5", {4, 0}},
		{"T2.6", {3, 3}}, {"T2.8", {0, 1}}, {"T3.5", {7, 7}}, {"T3.6", {14, 14}},
	};
	gir_figures figures;
	int			form,
				i;

	(void) state;
	for (form = 0; form < GIR_FORM_COUNT; form++)
	{
		case_draw(&figures, form);
		check(&figures, "某镇人民政府");
		for (i = 0; i < UNIT_COUNT(expected); i++)
		{
			int			n = case_count(&results, expected[i].rule, GIR_PASS) +
				case_count(&results, expected[i].rule, GIR_FAIL) +
				case_count(&results, expected[i].rule, GIR_NOT_ASSESSABLE);

			if (n != expected[i].places[form])
				fail_msg("%s: %d places in form %s", expected[i].rule, n, gir_forms[form]->name);
		}
	}

	/* what is not there is not assessable, in the newest form */
	memset(&figures, 0, sizeof(figures));
	check(&figures, NULL);
	for (i = 0; i < UNIT_COUNT(expected); i++)
		assert_int_equal(case_count(&results, expected[i].rule, GIR_NOT_ASSESSABLE),
						 expected[i].places[GIR_FORM_NEWEST]);
	assert_true(gir_valid(&figures));
	assert_false(gir_complete(&figures));
}

/* True if a row is one of section 3's results. */
static bool
is_result(gir_row_id row)
{
	return row >= GIR_ROW_GRANTED && row < GIR_ROW_CONCLUDED;
}

/* Which identities a cell is in, by the meaning of the tables. */
static bool
expect_failure(const char *rule, gir_row_id row, gir_column column, int cell, int64_t value)
{
	gir_row_id	changed_row = GIR_CELL_ROW(cell);
	gir_column	changed_column = gir_cell_column(cell);

	if (strcmp(rule, "T3.1") == 0)
		return column == changed_column && gir_row_section(changed_row) == 3 && !is_result(changed_row);
	if (strcmp(rule, "T3.2") == 0)
		return column == changed_column && (is_result(changed_row) || changed_row == GIR_ROW_CONCLUDED);
	if (strcmp(rule, "T3.3") == 0 || strcmp(rule, "T4.1") == 0 || strcmp(rule, "T4.2") == 0 ||
		strcmp(rule, "T4.3") == 0)
		return row == changed_row;
	if (strcmp(rule, "T3.4") == 0 || strcmp(rule, "T4.4") == 0)
		return row == changed_row && column == changed_column && value < 0;
	return false;
}

/*
 * Change a cell.  Exactly the identities that it is in must fail; they are
 * counted in "broken".
 */
static void
break_cell(gir_figures *figures, int cell, int64_t value, int broken[CASE_RESULTS])
{
	int64_t		kept = figures->value[cell];
	int			failures = 0;
	int			i;

	figures->value[cell] = value;
	check(figures, NULL);
	for (i = 0; i < results.count; i++)
	{
		const case_result *r = &results.results[i];

		if (gir_rule_severity(gir_find_rule(r->rule)) != GIR_ERROR)
			continue;
		if ((r->verdict == GIR_FAIL) != expect_failure(r->rule, r->row, r->column, cell, value))
			fail_msg("%s, row %d, column %d: verdict %d after a change of cell %d",
					 r->rule, r->row, r->column, r->verdict, cell);
		if (r->verdict == GIR_FAIL)
		{
			failures++;
			broken[i]++;
		}
	}
	assert_true(failures > 0);
	assert_false(gir_valid(figures));
	figures->value[cell] = kept;
}

/* Random reports that add up have no errors; any changed cell gives some. */
static void
test_random(void **state)
{
	static int	broken[CASE_RESULTS];
	gir_figures figures;
	long		changes = 0;
	int			form,
				n,
				i;

	(void) state;
	case_seed(20240131);
	for (form = 0; form < GIR_FORM_COUNT; form++)
	{
		int			identities = 0;

		memset(broken, 0, sizeof(broken));
		for (n = 0; n < REPORTS; n++)
		{
			int			cell;

			case_draw(&figures, form);
			assert_true(gir_valid(&figures));
			assert_true(gir_complete(&figures));
			check(&figures, NULL);
			for (i = 0; i < results.count; i++)
			{
				const gir_rule *rule = gir_find_rule(results.results[i].rule);

				if (rule->severity == GIR_ERROR || strncmp(rule->id, "T3", 2) == 0)
					assert_int_equal(results.results[i].verdict, GIR_PASS);
			}

			/* all cells of the first report, some of the others */
			for (cell = GIR_CELL(GIR_ROW_RECEIVED, 0); cell < GIR_CELL_COUNT; cell++)
			{
				int64_t		value = case_random(3) == 0 ? -1 - case_random(9) : case_random(100000);

				if (!figures.known[cell] || value == figures.value[cell] ||
					(n > 0 && case_random(40) != 0))
					continue;
				break_cell(&figures, cell, value, broken);
				changes++;
			}
		}

		/* each identity was broken by itself, with its row's or column's others */
		for (i = 0; i < results.count; i++)
		{
			const gir_rule *rule = gir_find_rule(results.results[i].rule);

			if (rule->relation == GIR_EQUAL && rule->severity == GIR_ERROR)
			{
				identities++;
				assert_true(broken[i] > 0);
			}
		}
		assert_int_equal(identities, form == GIR_FORM_2019 ? 40 : 42);
	}
	print_message("%d reports, %ld changed cells, each with exactly its findings\n",
				  GIR_FORM_COUNT * REPORTS, changes);
}

/* Errors that cancel each other in a row, and so in the totals, are found. */
static void
test_cancelled(void **state)
{
	gir_figures figures;
	const case_result *r;

	(void) state;
	case_draw(&figures, GIR_FORM_2021);
	figures.value[unit_cell(GIR_ROW_GRANTED, GIR_COL_NATURAL_PERSON)] -= 1;
	figures.value[unit_cell(GIR_ROW_GRANTED, GIR_COL_OTHER)] += 1;
	check(&figures, NULL);
	r = case_find(&results, "T3.3", GIR_ROW_GRANTED, GIR_NO_COLUMN);
	assert_int_equal(r->verdict, GIR_PASS);
	r = case_find(&results, "T3.2", GIR_NO_ROW, GIR_COL_NATURAL_PERSON);
	assert_int_equal(r->verdict, GIR_FAIL);
	r = case_find(&results, "T3.2", GIR_NO_ROW, GIR_COL_OTHER);
	assert_int_equal(r->verdict, GIR_FAIL);
	r = case_find(&results, "T3.2", GIR_NO_ROW, GIR_COL_TOTAL);
	assert_int_equal(r->verdict, GIR_PASS);
}

/* gir_valid says the same as gir_check, whatever is missing or wrong. */
static bool
note_error(void *context, const gir_finding *finding)
{
	bool	   *error = context;

	if (finding->verdict == GIR_FAIL && gir_rule_severity(finding->rule) == GIR_ERROR)
		*error = true;
	return true;
}

static void
test_valid(void **state)
{
	gir_figures figures;
	int			errors = 0;
	int			plain = 0;
	int			n;

	(void) state;
	case_seed(7);
	for (n = 0; n < 4000; n++)
	{
		bool		error = false;
		int			cell;

		case_draw(&figures, n % GIR_FORM_COUNT);
		if (case_random(4) == 0)
		{
			gir_figures other;

			case_draw(&other, (n + 1) % GIR_FORM_COUNT);
			case_add(&figures, &other);
		}
		if (case_random(4) == 0)
			case_drop_section(&figures, 2 + (int) case_random(3));
		while (case_random(3) != 0)
			case_drop_row(&figures, (gir_row_id) case_random(GIR_ROW_COUNT));
		while (case_random(4) != 0)
		{
			cell = (int) case_random(GIR_CELL_COUNT);
			if (figures.row_present[GIR_CELL_ROW(cell)] && gir_cell_column(cell) != GIR_NO_COLUMN)
			{
				/* a blank has no number, whatever stands where it would be */
				figures.known[cell] = case_random(3) == 0;
				figures.value[cell] = case_random(9) - 3;
				if (case_random(50) == 0)
					figures.value[cell] = INT64_MAX - case_random(9);
				else if (case_random(50) == 0)
					figures.value[cell] = INT64_MIN + case_random(9);
			}
		}
		gir_check(&figures, note_error, &error);
		assert_int_equal(gir_valid(&figures), !error);
		errors += error;
		if (gir_plainly_valid(&figures))
		{
			assert_false(error);
			plain++;
		}
	}
	assert_true(errors > 500 && errors < 3500);
	assert_true(plain > 500);
}

/* Blanks: details are 0, totals are not judged, rows are missed. */
static void
test_blanks(void **state)
{
	gir_figures figures;
	const case_result *r;
	int			cell;

	(void) state;
	case_seed(3);
	case_draw(&figures, GIR_FORM_2021);
	for (cell = GIR_CELL(GIR_ROW_RECEIVED, 0); cell < GIR_CELL_COUNT; cell++)
	{
		if (figures.known[cell] && figures.value[cell] == 0 && gir_cell_column(cell) != GIR_COL_TOTAL &&
			GIR_CELL_ROW(cell) != GIR_ROW_CONCLUDED)
			figures.known[cell] = false;
	}
	assert_true(gir_valid(&figures));
	assert_false(gir_complete(&figures));

	case_draw(&figures, GIR_FORM_2021);
	figures.known[unit_cell(GIR_ROW_CARRIED_OUT, GIR_COL_LEGAL_SERVICE)] = false;
	figures.value[unit_cell(GIR_ROW_CONCLUDED, GIR_COL_LEGAL_SERVICE)] =
		figures.value[unit_cell(GIR_ROW_RECEIVED, GIR_COL_LEGAL_SERVICE)] +
		figures.value[unit_cell(GIR_ROW_CARRIED_IN, GIR_COL_LEGAL_SERVICE)];
	figures.known[unit_cell(GIR_ROW_RECONSIDERATION, GIR_COL_TOTAL)] = false;
	figures.known[unit_cell(GIR_ROW_CONCLUDED, GIR_COL_OTHER)] = false;
	case_drop_row(&figures, GIR_ROW_REJECTED_REPEAT);
	check(&figures, NULL);
	r = case_find(&results, "T3.1", GIR_NO_ROW, GIR_COL_LEGAL_SERVICE);
	assert_int_equal(r->verdict, GIR_PASS);
	assert_int_equal(r->blanks, 1);
	assert_non_null(strstr(r->message, "（1 个空白单元格按 0 计）"));
	r = case_find(&results, "T3.1", GIR_NO_ROW, GIR_COL_OTHER);
	assert_int_equal(r->obstacle, GIR_OBSTACLE_BLANK);
	r = case_find(&results, "T4.1", GIR_ROW_RECONSIDERATION, GIR_NO_COLUMN);
	assert_int_equal(r->obstacle, GIR_OBSTACLE_BLANK);
	assert_string_equal(r->message, "表四“行政复议”行：该行“总计”列空白，无法核对。");
	r = case_find(&results, "T3.2", GIR_NO_ROW, GIR_COL_TOTAL);
	assert_int_equal(r->obstacle, GIR_OBSTACLE_ROW);
	assert_string_equal(r->message, "表三“总计”列：缺少“（五）不予处理 2.重复申请”行，无法核对。");
	r = case_find(&results, "T3.3", GIR_ROW_REJECTED_REPEAT, GIR_NO_COLUMN);
	assert_int_equal(r->obstacle, GIR_OBSTACLE_ROW);
	case_drop_section(&figures, 4);
	check(&figures, NULL);
	r = case_find(&results, "T4.2", GIR_ROW_LITIGATION_DIRECT, GIR_NO_COLUMN);
	assert_int_equal(r->obstacle, GIR_OBSTACLE_TABLE);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_catalogue),
		cmocka_unit_test(test_terms),
		cmocka_unit_test(test_places),
		cmocka_unit_test(test_random),
		cmocka_unit_test(test_cancelled),
		cmocka_unit_test(test_valid),
		cmocka_unit_test(test_blanks),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
