/*
 * figures.c
 *		Hand-made figures for tests of the identities.
 */
#include "figures.h"

#include <string.h>

/* Set a cell. */
void
figures_set(gir_figures *figures, gir_row_id row, gir_column column, int64_t value)
{
	int			cell = unit_cell(row, column);

	figures->known[cell] = true;
	figures->value[cell] = value;
	figures->row_present[row] = true;
	figures->section_present[gir_row_section(row) - GIR_FIRST_SECTION] = true;
}

void
figures_add(gir_figures *figures, gir_row_id row, gir_column column, int64_t value)
{
	figures_set(figures, row, column, figures->value[unit_cell(row, column)] + value);
}

/* Make a cell blank. */
void
figures_blank(gir_figures *figures, gir_row_id row, gir_column column)
{
	int			cell = unit_cell(row, column);

	figures->known[cell] = false;
	figures->value[cell] = 0;
}

/* Take a row out. */
void
figures_drop_row(gir_figures *figures, gir_row_id row)
{
	int			slot;

	figures->row_present[row] = false;
	for (slot = 0; slot < GIR_MAX_COLUMNS; slot++)
	{
		figures->known[GIR_CELL(row, slot)] = false;
		figures->value[GIR_CELL(row, slot)] = 0;
	}
}

/* Figures of a form that satisfy all identities. */
void
figures_make(gir_figures *figures, int form)
{
	static const gir_column kinds[] = {
		GIR_COL_NATURAL_PERSON, GIR_COL_COMMERCIAL_ENTERPRISE, GIR_COL_RESEARCH_INSTITUTION,
		GIR_COL_PUBLIC_WELFARE, GIR_COL_LEGAL_SERVICE, GIR_COL_OTHER
	};
	static const gir_row_id disputes[] = {
		GIR_ROW_RECONSIDERATION, GIR_ROW_LITIGATION_DIRECT, GIR_ROW_LITIGATION_AFTER_RECONSIDERATION
	};
	int			concluded = form == GIR_FORM_2021 ? 21 : 19;
	int			row,
				i;

	memset(figures, 0, sizeof(*figures));
	for (row = GIR_ROW_RECEIVED; row <= GIR_ROW_CARRIED_OUT; row++)
	{
		int			value = row == GIR_ROW_RECEIVED || row == GIR_ROW_CONCLUDED ? concluded :
			row == GIR_ROW_CARRIED_IN || row == GIR_ROW_CARRIED_OUT ? 2 : 1;

		if (form == GIR_FORM_2021 ? row == GIR_ROW_OTHER_HANDLING :
			row >= GIR_ROW_OTHER_NOT_CORRECTED && row <= GIR_ROW_OTHER_MISC)
			continue;
		for (i = 0; i < 6; i++)
			figures_set(figures, (gir_row_id) row, kinds[i], value);
		figures_set(figures, (gir_row_id) row, GIR_COL_TOTAL, 6 * value);
	}
	for (i = 0; i < 3; i++)
	{
		figures_set(figures, disputes[i], GIR_COL_UPHELD, 1);
		figures_set(figures, disputes[i], GIR_COL_CORRECTED, 2);
		figures_set(figures, disputes[i], GIR_COL_OTHER, 3);
		figures_set(figures, disputes[i], GIR_COL_PENDING, 4);
		figures_set(figures, disputes[i], GIR_COL_TOTAL, 10);
	}
}

/*
 * Keep a finding if it has the verdict looked for, and is about an identity of
 * sections 3 and 4.
 */
static bool
keep(void *context, const gir_finding *finding)
{
	finding_list *list = context;

	if (finding->verdict == list->verdict && gir_rule_section(finding->rule) >= 3 &&
		gir_rule_severity(finding->rule) == GIR_ERROR)
	{
		assert_true(list->nfindings < FIGURES_FINDINGS);
		list->findings[list->nfindings++] = *finding;
	}
	return true;
}

/* The findings of a verdict. */
void
figures_check(const gir_figures *figures, gir_verdict verdict, finding_list *list)
{
	list->verdict = verdict;
	list->nfindings = 0;
	assert_true(gir_check(figures, keep, list));
}

/* Assert that the failures are just these. */
void
figures_check_failures(const gir_figures *figures, const expected_finding *expected, int nexpected,
					   const char *file, int line)
{
	static finding_list list;
	bool		good;
	int			i;

	figures_check(figures, GIR_FAIL, &list);
	good = list.nfindings == nexpected && gir_valid(figures) == (nexpected == 0);
	for (i = 0; i < list.nfindings; i++)
	{
		const gir_finding *f = &list.findings[i];
		char		left[32];
		char		right[32];

		gir_wide_format(f->left, left);
		gir_wide_format(f->right, right);
		if (i >= nexpected || strcmp(gir_rule_id(f->rule), expected[i].rule) != 0 ||
			f->row != expected[i].row || f->column != expected[i].column ||
			strcmp(left, expected[i].left) != 0 || strcmp(right, expected[i].right) != 0)
		{
			print_error("failure %d: %s, row %s, column %s, %s and %s\n", i, gir_rule_id(f->rule),
						f->row == GIR_NO_ROW ? "-" : gir_rows[f->row].code,
						f->column == GIR_NO_COLUMN ? "-" : gir_column_codes[f->column], left, right);
			good = false;
		}
	}
	if (!good)
	{
		print_error("%d failures, expected were %d; valid: %d\n", list.nfindings, nexpected,
					gir_valid(figures));
		_fail(file, line);
	}
}
