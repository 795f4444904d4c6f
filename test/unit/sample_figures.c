/*
 * sample_figures.c
 *		Random numbers that satisfy all identities of a report.
 */
#include <string.h>

#include "sample.h"

/* A count: mostly zero, sometimes large. */
static int64_t
draw_count(random_source *random, int percent_zero)
{
	static const int limits[] = {3, 10, 100, 1000, 10000, 2000000};

	if (random_percent(random, percent_zero))
		return 0;
	return random_below(random, limits[random_below(random, (int) (sizeof(limits) / sizeof(limits[0])))]);
}

/* Set a cell. */
static void
set(sample *s, gir_row_id row, gir_column column, int64_t value, int scale)
{
	int			cell = gir_cell_at(row, column);

	s->truth.known[cell] = true;
	s->truth.value[cell] = value;
	s->truth.scale[cell] = (uint8_t) scale;
	s->state[cell] = GIR_STATE_NUMBER;
	s->truth.row_present[row] = true;
	s->truth.section_present[gir_row_section(row) - GIR_FIRST_SECTION] = true;
}

/* Section 2, where no identity binds the numbers. */
static void
draw_section_2(sample *s, random_source *random, int percent_zero)
{
	const gir_form *form = gir_forms[s->form];
	int			b,
				r,
				c;

	for (b = 0; b < form->nblocks && form->blocks[b]->section == 2; b++)
	{
		const gir_form_block *block = form->blocks[b];

		for (r = 0; r < block->nrows; r++)
		{
			for (c = 0; c < block->ncolumns; c++)
			{
				gir_column	column = block->columns[c].column;
				int64_t		value = draw_count(random, percent_zero);
				int			scale = 0;

				if (column == GIR_COL_ITEMS_CHANGE && random_percent(random, 50))
					value = -value;
				if (column == GIR_COL_AMOUNT && value != 0 && random_percent(random, 70))
					scale = 1 + random_below(random, 4);
				set(s, block->rows[r].row, column, value, scale);
			}
		}
	}
}

/* True if a row is one of the results that add up to the requests concluded. */
static bool
is_result(int row)
{
	return row >= GIR_ROW_GRANTED && row <= GIR_ROW_OTHER_HANDLING;
}

/* Section 3: results first, then what they add up to, then its balance. */
static void
draw_section_3(sample *s, random_source *random, int percent_zero)
{
	int64_t		totals[GIR_ROW_COUNT] = {0};
	int			row,
				slot;

	for (slot = 0; slot < GIR_MAX_COLUMNS - 1; slot++)
	{
		gir_column	column = gir_applicant_columns[slot].column;
		int64_t		concluded = 0;
		int64_t		carried_out = draw_count(random, percent_zero);
		int64_t		carried_in;

		for (row = GIR_ROW_RECEIVED; row <= GIR_ROW_CARRIED_OUT; row++)
		{
			int64_t		value = draw_count(random, percent_zero);

			if (!is_result(row) || gir_form_block_of(s->form, (gir_row_id) row) == NULL)
				continue;
			set(s, (gir_row_id) row, column, value, 0);
			concluded += value;
			totals[row] += value;
		}
		carried_in = draw_count(random, percent_zero);
		if (carried_in > concluded + carried_out)
			carried_in = concluded + carried_out;
		set(s, GIR_ROW_RECEIVED, column, concluded + carried_out - carried_in, 0);
		set(s, GIR_ROW_CARRIED_IN, column, carried_in, 0);
		set(s, GIR_ROW_CONCLUDED, column, concluded, 0);
		set(s, GIR_ROW_CARRIED_OUT, column, carried_out, 0);
		totals[GIR_ROW_RECEIVED] += concluded + carried_out - carried_in;
		totals[GIR_ROW_CARRIED_IN] += carried_in;
		totals[GIR_ROW_CONCLUDED] += concluded;
		totals[GIR_ROW_CARRIED_OUT] += carried_out;
	}
	for (row = GIR_ROW_RECEIVED; row <= GIR_ROW_CARRIED_OUT; row++)
	{
		if (gir_form_block_of(s->form, (gir_row_id) row) != NULL)
			set(s, (gir_row_id) row, GIR_COL_TOTAL, totals[row], 0);
	}
}

/* Section 4. */
static void
draw_section_4(sample *s, random_source *random, int percent_zero)
{
	int			r,
				c;

	for (r = 0; r < gir_block_disputes.nrows; r++)
	{
		int64_t		total = 0;

		for (c = 0; c < gir_block_disputes.ncolumns - 1; c++)
		{
			int64_t		value = draw_count(random, percent_zero);

			set(s, gir_block_disputes.rows[r].row, gir_block_disputes.columns[c].column, value, 0);
			total += value;
		}
		set(s, gir_block_disputes.rows[r].row, GIR_COL_TOTAL, total, 0);
	}
}

/* Draw numbers that satisfy all identities. */
void
sample_draw(sample *s, random_source *random)
{
	static const int percents[] = {0, 30, 60, 90};
	int			percent_zero = percents[random_below(random, 4)];

	memset(&s->truth, 0, sizeof(s->truth));
	memset(s->state, 0, sizeof(s->state));
	s->form = random_below(random, GIR_FORM_COUNT);
	draw_section_2(s, random, percent_zero);
	draw_section_3(s, random, percent_zero);
	draw_section_4(s, random, percent_zero);
}
