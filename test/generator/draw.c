/*
 * draw.c
 *		The numbers of a random report, which satisfy every identity, and which of
 *		its cells are left blank.
 */
#include "gen.h"

#include <string.h>

/* A number: small ones and zeros often, as in the reports of small places. */
static int64_t
draw_number(gen_rng *rng, int size)
{
	if (gen_chance(rng, 55 - 12 * size))
		return 0;
	switch (gen_below(rng, 3 + size))
	{
		case 0:
		case 1:
			return gen_below(rng, 10);
		case 2:
			return gen_below(rng, 60);
		case 3:
			return gen_below(rng, 1000);
		case 4:
			return gen_below(rng, 20000);
		default:
			return gen_below(rng, 3000000);
	}
}

/* Set a cell to a number. */
static void
set_cell(gen_truth *truth, int row, int column, int64_t value, int scale)
{
	int			cell = gir_cell_at((gir_row_id) row, (gir_column) column);

	truth->state[cell] = GIR_STATE_NUMBER;
	truth->shown[cell] = true;
	truth->value[cell] = value;
	truth->scale[cell] = (uint8_t) scale;
}

/* The number of a cell. */
static int64_t
value_of(const gen_truth *truth, int row, int column)
{
	return truth->value[gir_cell_at((gir_row_id) row, (gir_column) column)];
}

/* Draw section 2: each of its blocks in the form that it is printed in. */
static void
draw_proactive(gen_document *document, int size)
{
	static const gir_row_id first_rows[] = {
		GIR_ROW_REGULATIONS, GIR_ROW_LICENSING, GIR_ROW_PENALTY, GIR_ROW_FEES, GIR_ROW_PROCUREMENT
	};
	gen_rng    *rng = &document->rng;
	gen_truth  *truth = &document->truth;
	int			block;

	for (block = 0; block < 5; block++)
	{
		int			form = truth->block_form[block];
		const gir_form_block *b;
		int			i,
					j;

		if (form == GIR_FORM_UNKNOWN)
			continue;
		b = gir_form_block_of(form, first_rows[block]);
		for (i = 0; i < b->nrows; i++)
		{
			/* some reports do not print this row */
			if (b->rows[i].row == GIR_ROW_OTHER_SERVICES && gen_chance(rng, 4))
				continue;
			for (j = 0; j < b->ncolumns; j++)
			{
				gir_column	column = b->columns[j].column;
				int64_t		value = draw_number(rng, size);
				int			scale = 0;

				if (column == GIR_COL_AMOUNT && gen_chance(rng, 60))
				{
					scale = 1 + gen_below(rng, 4);
					if (gen_chance(rng, 70))
						scale = 2;
				}
				else if (column == GIR_COL_ITEMS_CHANGE && gen_chance(rng, 40))
				{
					int64_t		before = value_of(truth, b->rows[i].row, GIR_COL_ITEMS_LAST_YEAR);

					value = before > 0 ? -(int64_t) gen_below(rng, (int) before + 1) : 0;
				}
				set_cell(truth, b->rows[i].row, column, value, scale);
			}
		}
	}
}

/* Draw section 3 from its details to its totals. */
static void
draw_requests(gen_document *document, int size)
{
	gen_rng    *rng = &document->rng;
	gen_truth  *truth = &document->truth;
	const gir_form_block *b = gir_form_block_of(truth->form3, GIR_ROW_RECEIVED);
	bool		empty = gen_chance(rng, 12);
	int			i,
				j;

	for (j = 0; j < GIR_MAX_COLUMNS - 1; j++)
	{
		gir_column	column = b->columns[j].column;
		int			density = j == 0 ? 60 : j == 1 ? 30 : 10;
		int64_t		concluded = 0;
		int64_t		carried_out = 0;
		int64_t		carried_in;

		for (i = 0; i < b->nrows; i++)
		{
			int			row = b->rows[i].row;
			int64_t		value = 0;

			if (row < GIR_ROW_GRANTED || row > GIR_ROW_OTHER_HANDLING)
				continue;
			if (!empty && gen_chance(rng, density))
				value = draw_number(rng, size);
			concluded += value;
			set_cell(truth, row, column, value, 0);
		}
		if (!empty && gen_chance(rng, 30))
			carried_out = draw_number(rng, size);
		carried_in = 0;
		if (gen_chance(rng, 30))
			carried_in = gen_below(rng, (int) (concluded + carried_out) + 1);
		set_cell(truth, GIR_ROW_CONCLUDED, column, concluded, 0);
		set_cell(truth, GIR_ROW_CARRIED_OUT, column, carried_out, 0);
		set_cell(truth, GIR_ROW_CARRIED_IN, column, carried_in, 0);
		set_cell(truth, GIR_ROW_RECEIVED, column, concluded + carried_out - carried_in, 0);
	}
	for (i = 0; i < b->nrows; i++)
	{
		int64_t		total = 0;

		for (j = 0; j < GIR_MAX_COLUMNS - 1; j++)
			total += value_of(truth, b->rows[i].row, b->columns[j].column);
		set_cell(truth, b->rows[i].row, GIR_COL_TOTAL, total, 0);
	}
}

/* Draw section 4. */
static void
draw_disputes(gen_document *document, int size)
{
	const gir_form_block *b = &gir_block_disputes;
	bool		empty = gen_chance(&document->rng, 30);
	int			i,
				j;

	for (i = 0; i < b->nrows; i++)
	{
		int64_t		total = 0;

		for (j = 0; j < b->ncolumns; j++)
		{
			int64_t		value = empty ? 0 : draw_number(&document->rng, size);

			if (b->columns[j].column == GIR_COL_TOTAL)
				value = total;
			total += value;
			set_cell(&document->truth, b->rows[i].row, b->columns[j].column, value, 0);
		}
	}
}

/*
 * Leave cells blank, or with a mark: all zeros, some cells, details under a
 * total, or totals beside their details.
 */
static void
draw_blanks(gen_document *document)
{
	gen_rng    *rng = &document->rng;
	gen_truth  *truth = &document->truth;
	int			kind = gen_below(rng, 100);
	gir_state	state = gen_chance(rng, 60) ? GIR_STATE_BLANK : GIR_STATE_NOT_APPLICABLE;
	int			cell;

	if (kind < 60)
		return;
	for (cell = 0; cell < GIR_CELL_COUNT; cell++)
	{
		bool		zero = truth->value[cell] == 0;
		bool		total = gir_cell_column(cell) == GIR_COL_TOTAL;
		bool		here;

		if (truth->state[cell] == GIR_STATE_MISSING)
			continue;
		if (kind < 72)
			here = zero;
		else if (kind < 82)
			here = gen_chance(rng, 5);
		else if (kind < 88)
			here = zero && !total;
		else if (kind < 92)
			here = total && gir_row_section(GIR_CELL_ROW(cell)) == 3;
		else if (kind < 97)
			here = zero && gen_chance(rng, 50);
		else
			here = true;		/* the empty form */
		if (here)
			truth->state[cell] = state;
	}
}

/* Draw a report. */
void
gen_draw_report(gen_document *document)
{
	gen_rng    *rng = &document->rng;
	gen_truth  *truth = &document->truth;
	int			size = gen_below(rng, 4);
	int			form = gen_chance(rng, 55) ? GIR_FORM_2021 : GIR_FORM_2019;
	int			block;

	memset(truth, 0, sizeof(*truth));
	if (size == 3 && gen_chance(rng, 60))
		size = 1;
	truth->form3 = (uint8_t) form;
	for (block = 0; block < 5; block++)
		truth->block_form[block] = (uint8_t) form;
	if (form == GIR_FORM_2021)
		truth->block_form[4] = GIR_FORM_UNKNOWN;

	/* a hybrid: some of its blocks in the other form */
	if (gen_chance(rng, 15))
	{
		for (block = 0; block < 4; block++)
		{
			if (gen_chance(rng, 40))
				truth->block_form[block] = (uint8_t) (GIR_FORM_2019 + GIR_FORM_2021 - form);
		}
		if (gen_chance(rng, 50))
			truth->block_form[4] = GIR_FORM_UNKNOWN;
		if (gen_chance(rng, 30))
			truth->form3 = (uint8_t) (GIR_FORM_2019 + GIR_FORM_2021 - form);
	}
	truth->year = 2019 + gen_below(rng, 7);
	draw_proactive(document, size);
	draw_requests(document, size);
	draw_disputes(document, size);
	draw_blanks(document);
}
