/*
 * relation_tables.c
 *		The rules that look at whole tables of two reports.
 */
#include "core/identity.h"

#include "core/wide.h"

/* An amount's digits without zeros at the end. */
static void
trim_amount(int64_t *value, int *scale)
{
	while (*scale > 0 && *value % 10 == 0)
	{
		*value /= 10;
		(*scale)--;
	}
}

/* True if two reports have the same in a cell. */
static bool
same_cell(const gir_figures *a, const gir_figures *b, int cell)
{
	int64_t		value_a = a->value[cell];
	int64_t		value_b = b->value[cell];
	int			scale_a = a->scale[cell];
	int			scale_b = b->scale[cell];

	if (!a->known[cell] || !b->known[cell])
		return a->known[cell] == b->known[cell];
	trim_amount(&value_a, &scale_a);
	trim_amount(&value_b, &scale_b);
	return value_a == value_b && scale_a == scale_b;
}

/* True if one of the reports does not have the table: there is nothing to compare. */
static bool
lacks_table(gir_finding *finding)
{
	int			s = finding->section - GIR_FIRST_SECTION;

	if (finding->subject->figures->section_present[s] && finding->subject->other->section_present[s])
		return false;
	finding->verdict = GIR_NOT_ASSESSABLE;
	finding->obstacle = GIR_OBSTACLE_TABLE;
	finding->obstacle_cell = GIR_CELL(gir_sections[s].first_row, 0);
	finding->obstacle_other = finding->subject->figures->section_present[s];
	return true;
}

/*
 * Is a table the same in both reports?  Left is how many numbers other than 0
 * are the same, right is how many there are in either.
 */
void
gir_check_copied(gir_finding *finding)
{
	const gir_figures *a = finding->subject->figures;
	const gir_figures *b = finding->subject->other;
	int			s = finding->section - GIR_FIRST_SECTION;
	int			cell;

	if (lacks_table(finding))
		return;
	finding->verdict = GIR_FAIL;
	for (cell = GIR_CELL(gir_sections[s].first_row, 0);
		 cell < GIR_CELL(gir_sections[s].last_row + 1, 0); cell++)
	{
		bool		same = same_cell(a, b, cell);
		bool		number = (a->known[cell] && a->value[cell] != 0) ||
			(b->known[cell] && b->value[cell] != 0);

		if (!same)
			finding->verdict = GIR_PASS;
		gir_wide_add(&finding->left, same && number);
		gir_wide_add(&finding->right, number);
	}
	if (finding->right.low < finding->rule->constant)
	{
		finding->verdict = GIR_PASS;
		finding->obstacle = GIR_OBSTACLE_IDLE;
	}
}

/* Is a table in the same form in both reports? */
void
gir_check_form(const gir_row_forms *forms, const gir_row_forms *other_forms, gir_finding *finding)
{
	const gir_section_info *section = &gir_sections[finding->section - GIR_FIRST_SECTION];
	int			row;

	if (lacks_table(finding))
		return;
	finding->verdict = GIR_PASS;
	for (row = section->first_row; row <= (int) section->last_row; row++)
	{
		if (forms->forms[row] != other_forms->forms[row])
		{
			finding->verdict = GIR_NOT_ASSESSABLE;
			finding->obstacle = GIR_OBSTACLE_FORM;
		}
	}
}
