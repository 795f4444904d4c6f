/*
 * test_list.c
 *		Listing the cells of the forms, against the corpus's own list of them.
 */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "unit.h"

#define LISTED 512

/* A line of the corpus's list. */
typedef struct code_line
{
	int			section;
	gir_row_id	row;
	gir_column	column;
	char		row_label[256];
	char		column_label[128];
} code_line;

static code_line expected[LISTED];
static gir_listed_cell listed[LISTED];
static int	nlisted;

/* Read the lines that belong to a form into expected; returns their number. */
static int
read_form(const char *form)
{
	size_t		len;
	char	   *table = unit_read_file(UNIT_CORPUS "form_codes.tsv", &len);
	char	   *p = table;
	char	   *f[6];
	int			n = 0;

	assert_int_equal(unit_next_fields(&p, f, 6), 6);
	while (unit_next_fields(&p, f, 6) == 6)
	{
		if (strcmp(f[3], form) != 0 && strcmp(f[3], "both") != 0)
			continue;
		assert_true(n < LISTED);
		expected[n].section = atoi(f[0]);
		expected[n].row = unit_row(expected[n].section, f[1]);
		expected[n].column = unit_column(f[2]);
		snprintf(expected[n].row_label, sizeof(expected[n].row_label), "%s", f[4]);
		snprintf(expected[n].column_label, sizeof(expected[n].column_label), "%s", f[5]);
		n++;
	}
	free(table);
	return n;
}

/* Keep a listed cell. */
static void
keep(void *context, const gir_listed_cell *cell)
{
	(void) context;
	assert_true(nlisted < LISTED);
	listed[nlisted++] = *cell;
}

static void
list(const gir_row_forms *forms)
{
	nlisted = 0;
	gir_list_cells(forms, keep, NULL);
}

/* List all rows in one form. */
static void
list_form(int form)
{
	gir_row_forms forms;

	memset(forms.forms, 1 << form, sizeof(forms.forms));
	list(&forms);
}

/* Compare what was listed with what is expected, in order. */
static void
compare(int nexpected)
{
	int			i;

	assert_int_equal(nlisted, nexpected);
	for (i = 0; i < nlisted; i++)
	{
		const gir_listed_cell *cell = &listed[i];
		char		label[512];

		if (cell->section != expected[i].section || cell->row != expected[i].row ||
			cell->column != expected[i].column || cell->cell != unit_cell(cell->row, cell->column))
			fail_msg("cell %d is %s, %s, not %s, %s", i, gir_rows[cell->row].code,
					 gir_column_codes[cell->column], gir_rows[expected[i].row].code,
					 gir_column_codes[expected[i].column]);
		snprintf(label, sizeof(label), "%s%s%s", cell->form_row->group != NULL ? cell->form_row->group : "",
				 cell->form_row->group != NULL ? " " : "", cell->form_row->label);
		assert_string_equal(label, expected[i].row_label);
		assert_string_equal(cell->form_column->label, expected[i].column_label);
	}
}

/* Each form: every cell, in the form's order, with its printed labels. */
static void
test_forms(void **state)
{
	int			n;

	(void) state;
	n = read_form("2021");
	assert_int_equal(n, 10 + 175 + 15);
	list_form(GIR_FORM_2021);
	compare(n);
	n = read_form("2019");
	assert_int_equal(n, 22 + 161 + 15);
	list_form(GIR_FORM_2019);
	compare(n);
}

/* Both forms at once: each cell once. */
static void
test_both_forms(void **state)
{
	gir_row_forms forms;
	bool		seen[GIR_CELL_COUNT] = {false};
	int			i;

	(void) state;
	memset(forms.forms, 1 << GIR_FORM_2019 | 1 << GIR_FORM_2021, sizeof(forms.forms));
	list(&forms);
	/* decisions are in both, and so are all rows of section 3 but other handling */
	assert_int_equal(nlisted, (10 + 22 - 3) + (175 + 7) + 15);
	for (i = 0; i < nlisted; i++)
	{
		assert_false(seen[listed[i].cell]);
		seen[listed[i].cell] = true;
		assert_true(i == 0 || listed[i].row >= listed[i - 1].row);
	}
}

/* Every number of the record is either a cell of some form or unused. */
static void
test_record(void **state)
{
	bool		in_a_form[GIR_CELL_COUNT] = {false};
	int			form,
				cell,
				i;

	(void) state;
	for (form = 0; form < GIR_FORM_COUNT; form++)
	{
		list_form(form);
		for (i = 0; i < nlisted; i++)
			in_a_form[listed[i].cell] = true;
	}
	for (cell = 0; cell < GIR_CELL_COUNT; cell++)
	{
		gir_column	column = gir_cell_column(cell);

		assert_int_equal(in_a_form[cell], column != GIR_NO_COLUMN);
		if (column != GIR_NO_COLUMN)
			assert_int_equal(gir_cell_at(GIR_CELL_ROW(cell), column), cell);
	}
}

/* The section that each row belongs to. */
static void
test_sections(void **state)
{
	int			row;

	(void) state;
	for (row = 0; row < GIR_ROW_COUNT; row++)
	{
		int			section = row <= GIR_ROW_PROCUREMENT ? 2 : row <= GIR_ROW_CARRIED_OUT ? 3 : 4;

		assert_int_equal(gir_row_section((gir_row_id) row), section);
	}
}

/* Give a row a number under a column. */
static void
know(gir_figures *figures, gir_row_id row, gir_column column)
{
	figures->known[unit_cell(row, column)] = true;
	figures->row_present[row] = true;
	figures->section_present[gir_row_section(row) - GIR_FIRST_SECTION] = true;
}

/* The form that figures show, as a stored report has nothing else. */
static void
test_forms_of_figures(void **state)
{
	gir_figures figures;
	gir_row_forms forms;

	(void) state;
	/* nothing at all: the newest form */
	memset(&figures, 0, sizeof(figures));
	gir_forms_of_figures(&figures, &forms);
	list(&forms);
	assert_int_equal(nlisted, 200);

	/* a number of a 2019 column: the whole report is taken to be in that form */
	know(&figures, GIR_ROW_REGULATIONS, GIR_COL_MADE);
	gir_forms_of_figures(&figures, &forms);
	list(&forms);
	assert_int_equal(nlisted, 198);
	compare(read_form("2019"));

	/* a row of section 3 that only the 2021 form has */
	memset(&figures, 0, sizeof(figures));
	know(&figures, GIR_ROW_OTHER_MISC, GIR_COL_TOTAL);
	gir_forms_of_figures(&figures, &forms);
	list(&forms);
	compare(read_form("2021"));

	/* one that only the 2019 form has */
	memset(&figures, 0, sizeof(figures));
	know(&figures, GIR_ROW_OTHER_HANDLING, GIR_COL_TOTAL);
	gir_forms_of_figures(&figures, &forms);
	list(&forms);
	compare(read_form("2019"));
}

/* Block by block: the first of the 2019 form, the rest of the 2021 form. */
static void
test_hybrid_figures(void **state)
{
	gir_figures figures;
	gir_row_forms forms;

	(void) state;
	memset(&figures, 0, sizeof(figures));
	know(&figures, GIR_ROW_REGULATIONS, GIR_COL_MADE);
	know(&figures, GIR_ROW_NORMATIVE_DOCUMENTS, GIR_COL_MADE);
	know(&figures, GIR_ROW_FEES, GIR_COL_AMOUNT);
	know(&figures, GIR_ROW_OTHER_MISC, GIR_COL_TOTAL);
	gir_forms_of_figures(&figures, &forms);
	assert_int_equal(forms.forms[GIR_ROW_REGULATIONS], 1 << GIR_FORM_2019);
	assert_int_equal(forms.forms[GIR_ROW_NORMATIVE_DOCUMENTS], 1 << GIR_FORM_2019);
	assert_int_equal(forms.forms[GIR_ROW_FEES], 1 << GIR_FORM_2021);
	assert_int_equal(forms.forms[GIR_ROW_RECEIVED], 1 << GIR_FORM_2021);

	/* a row that shows nothing is in its block's form, not in its section's newest */
	memset(&figures, 0, sizeof(figures));
	know(&figures, GIR_ROW_NORMATIVE_DOCUMENTS, GIR_COL_MADE);
	know(&figures, GIR_ROW_FEES, GIR_COL_AMOUNT);
	gir_forms_of_figures(&figures, &forms);
	assert_int_equal(forms.forms[GIR_ROW_REGULATIONS], 1 << GIR_FORM_2019);
	assert_int_equal(forms.forms[GIR_ROW_LICENSING], 1 << GIR_FORM_2021);
}

int
main(void)
{
	static const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_forms),
		cmocka_unit_test(test_both_forms),
		cmocka_unit_test(test_record),
		cmocka_unit_test(test_sections),
		cmocka_unit_test(test_forms_of_figures),
		cmocka_unit_test(test_hybrid_figures),
	};

	return cmocka_run_group_tests_name("list", tests, NULL, NULL);
}
