/*
 * random_report.c
 *		Random figures that add up, for tests of suggested repairs.
 */
#include "random_report.h"

#include <string.h>

/* Put a number into a cell. */
void
set_number(gir_figures *figures, int cell, int64_t value)
{
	case_set(figures, GIR_CELL_ROW(cell), gir_cell_column(cell), value);
}

/* Leave a cell blank. */
void
remove_number(gir_figures *figures, int cell)
{
	figures->known[cell] = false;
	figures->value[cell] = 0;
}

/* A random number of up to so many digits. */
int64_t
random_number(int digits)
{
	int64_t		limit = 10;

	for (digits = (int) case_random(digits); digits > 0; digits--)
		limit *= 10;
	return case_random(limit);
}

/* A detail: 0 more often than not. */
static int64_t
random_detail(int digits)
{
	return case_random(5) < 3 ? 0 : random_number(digits);
}

/* A column of section 3: results, what they add up to, and the balance. */
static void
fill_column(gir_figures *figures, int form, int digits, int slot)
{
	int64_t		concluded = 0;
	int64_t		carried_out = random_detail(digits);
	int64_t		carried_in;
	int			row;

	for (row = GIR_ROW_GRANTED; row < GIR_ROW_CONCLUDED; row++)
	{
		if (!case_has_row(form, (gir_row_id) row))
			continue;
		set_number(figures, GIR_CELL(row, slot), random_detail(digits));
		concluded += figures->value[GIR_CELL(row, slot)];
	}
	carried_in = case_random(2) == 0 ? 0 : case_random(concluded + carried_out + 1);
	set_number(figures, GIR_CELL(GIR_ROW_CONCLUDED, slot), concluded);
	set_number(figures, GIR_CELL(GIR_ROW_CARRIED_OUT, slot), carried_out);
	set_number(figures, GIR_CELL(GIR_ROW_CARRIED_IN, slot), carried_in);
	set_number(figures, GIR_CELL(GIR_ROW_RECEIVED, slot), concluded + carried_out - carried_in);
}

/* Sections 3 and 4 of a report in a form. */
void
random_report(gir_figures *figures, int form, int digits)
{
	int			row,
				slot;

	memset(figures, 0, sizeof(*figures));
	for (slot = 0; slot < GIR_MAX_COLUMNS - 1; slot++)
		fill_column(figures, form, digits, slot);
	for (row = GIR_ROW_RECEIVED; row < GIR_ROW_COUNT; row++)
	{
		int			last = gir_kinds[gir_rows[row].kind].ncolumns - 1;
		int64_t		total = 0;

		if (!case_has_row(form, (gir_row_id) row))
			continue;
		for (slot = 0; slot < last; slot++)
		{
			if (row >= GIR_ROW_RECONSIDERATION)
				set_number(figures, GIR_CELL(row, slot), random_detail(digits));
			total += figures->value[GIR_CELL(row, slot)];
		}
		set_number(figures, GIR_CELL(row, last), total);
	}
}

/* Take totals, zeros and rows out of a report. */
void
random_gaps(gir_figures *figures)
{
	int64_t		totals = case_random(5);	/* in four */
	int64_t		concluded = case_random(5);
	bool		zeros = case_random(2) == 0;
	int			row,
				cell;

	for (cell = GIR_CELL(GIR_ROW_RECEIVED, 0); cell < GIR_CELL_COUNT; cell++)
	{
		bool		total = gir_cell_column(cell) == GIR_COL_TOTAL;

		if (figures->known[cell] &&
			(total ? case_random(4) < totals : zeros && figures->value[cell] == 0))
			remove_number(figures, cell);
	}
	for (cell = GIR_CELL(GIR_ROW_CONCLUDED, 0); cell < GIR_CELL(GIR_ROW_CONCLUDED + 1, 0); cell++)
	{
		/* then the row's own total cannot be right */
		if (case_random(4) >= concluded)
			continue;
		remove_number(figures, cell);
		remove_number(figures, GIR_CELL(GIR_ROW_CONCLUDED, GIR_MAX_COLUMNS - 1));
	}
	for (row = GIR_ROW_RECEIVED; row < GIR_ROW_COUNT; row++)
	{
		if (case_random(100) == 0)
			case_drop_row(figures, (gir_row_id) row);
	}
}
