/*
 * aggregate.c
 *		sum(gireport): the cell-wise sum of reports.
 *
 * A cell of the sum is NULL only if no report knows it, a row or section only
 * if no report has it.
 */
#include "postgres.h"

#include "common/int.h"
#include "fmgr.h"
#include "utils/fmgrprotos.h"
#include "utils/numeric.h"

#include "aggregate.h"

PG_FUNCTION_INFO_V1(gireport_sum_add);
PG_FUNCTION_INFO_V1(gireport_sum_combine);
PG_FUNCTION_INFO_V1(gireport_sum_report);

static gireport_sum *get_own_sum(FunctionCallInfo fcinfo);
static void add_count(gireport_sum *sum, int cell, int64 value);
static gireport_sum *add_amount(gireport_sum *sum, int cell, Numeric value);
static gireport_sum *add_report(gireport_sum *sum, const gireport_content *content);
static gireport_sum *add_sum(gireport_sum *sum, const gireport_sum *other);

/*
 * The state in the first argument, such that it may be changed.
 *
 * The executor owns the state of an aggregate and hands it to the transition and
 * combine functions to be replaced, so these may change it where it lies, as
 * the server's own do.  A state that is not flat was copied by flattening it.
 * Whoever else calls gets a copy: there the argument may lie in a table's page
 * or in a constant.
 */
static gireport_sum *
get_own_sum(FunctionCallInfo fcinfo)
{
	Datum		value;
	gireport_sum *sum;

	if (PG_ARGISNULL(0))
		return gireport_sum_new();

	value = PG_GETARG_DATUM(0);
	sum = gireport_sum_get(value);
	if ((Pointer) sum == DatumGetPointer(value) && !AggCheckCallContext(fcinfo, NULL))
		sum = gireport_sum_copy(sum);
	return sum;
}

/* Add to a count. */
static void
add_count(gireport_sum *sum, int cell, int64 value)
{
	if (unlikely(pg_add_s64_overflow(sum->sums[cell], value, &sum->sums[cell])))
	{
		gir_row_id	row = GIR_CELL_ROW(cell);

		ereport(ERROR,
				(errcode(ERRCODE_NUMERIC_VALUE_OUT_OF_RANGE),
				 errmsg("bigint out of range"),
				 errdetail("The sum of %s.%s.%s is too large.",
						   gir_sections[gir_row_section(row) - GIR_FIRST_SECTION].code,
						   gir_rows[row].code,
						   gir_column_codes[gir_cell_column(cell)])));
	}
}

/*
 * Add to an amount.  Returns the state, moved if it had to grow.  The flag that
 * says whether the cell is known must still be as before.
 */
static gireport_sum *
add_amount(gireport_sum *sum, int cell, Numeric value)
{
	int			number = gireport_sum_amount_number(cell);

	if (gireport_sum_known(sum, cell))
		value = DatumGetNumeric(DirectFunctionCall2(numeric_add,
													NumericGetDatum(gireport_sum_amount(sum, number)),
													NumericGetDatum(value)));
	return gireport_sum_set_amount(sum, number, value);
}

/* Add a report. */
static gireport_sum *
add_report(gireport_sum *sum, const gireport_content *content)
{
	const gir_figures *figures = &content->figures;
	int			i;
	int			row;
	int			column;

	for (i = 0; i < GIR_SECTION_COUNT; i++)
	{
		if (!figures->section_present[i])
			continue;
		sum->sections |= 1 << i;

		for (row = gir_sections[i].first_row; row <= (int) gir_sections[i].last_row; row++)
		{
			const gir_kind_info *kind = &gir_kinds[gir_rows[row].kind];
			int			flags = GIREPORT_SUM_ROW_PRESENT;

			if (!figures->row_present[row])
				continue;

			for (column = 0; column < kind->ncolumns; column++)
			{
				int			cell = GIR_CELL(row, column);

				if (!figures->known[cell])
					continue;
				flags |= GIREPORT_SUM_COLUMN(column);
				if (kind->columns[column] != GIR_COL_AMOUNT)
					add_count(sum, cell, figures->value[cell]);
				else
					sum = add_amount(sum, cell,
									 DatumGetNumeric(content->amounts[gireport_sum_amount_number(cell)]));
			}
			sum->rows[row] |= flags;
		}
	}
	return sum;
}

/* Add another state. */
static gireport_sum *
add_sum(gireport_sum *sum, const gireport_sum *other)
{
	int			i;
	int			cell;

	/* Counts that are not known are zero, as are the places of amounts. */
	for (cell = 0; cell < GIR_CELL_COUNT; cell++)
		add_count(sum, cell, other->sums[cell]);

	for (i = 0; i < GIREPORT_AMOUNT_COUNT; i++)
	{
		cell = gireport_amount_cells[i];
		if (gireport_sum_known(other, cell))
			sum = add_amount(sum, cell, gireport_sum_amount(other, i));
	}

	sum->sections |= other->sections;
	for (i = 0; i < GIR_ROW_COUNT; i++)
		sum->rows[i] |= other->rows[i];
	return sum;
}

/* Transition function: add a report to the state. */
Datum
gireport_sum_add(PG_FUNCTION_ARGS)
{
	HeapTupleHeader report;
	gireport_content content;
	gireport_sum *sum;

	if (PG_ARGISNULL(1))
	{
		if (PG_ARGISNULL(0))
			PG_RETURN_NULL();
		PG_RETURN_DATUM(PG_GETARG_DATUM(0));
	}

	report = PG_GETARG_HEAPTUPLEHEADER(1);
	gireport_deform(gireport_types_of_argument(fcinfo, report), report, &content);

	sum = add_report(get_own_sum(fcinfo), &content);
	gireport_sum_assert(sum);
	PG_RETURN_POINTER(sum);
}

/* Combine function: add the second state to the first. */
Datum
gireport_sum_combine(PG_FUNCTION_ARGS)
{
	gireport_sum *sum;

	if (PG_ARGISNULL(0) && PG_ARGISNULL(1))
		PG_RETURN_NULL();
	if (PG_ARGISNULL(0))
		PG_RETURN_POINTER(gireport_sum_get(PG_GETARG_DATUM(1)));
	if (PG_ARGISNULL(1))
		PG_RETURN_DATUM(PG_GETARG_DATUM(0));

	sum = add_sum(get_own_sum(fcinfo), gireport_sum_get(PG_GETARG_DATUM(1)));
	gireport_sum_assert(sum);
	PG_RETURN_POINTER(sum);
}

/* Final function: the state as a report. */
Datum
gireport_sum_report(PG_FUNCTION_ARGS)
{
	const gireport_sum *sum = gireport_sum_get(PG_GETARG_DATUM(0));
	gireport_content content;
	int			i;

	memset(&content, 0, sizeof(content));
	content.title_null = true;
	content.agency_null = true;
	content.year_null = true;

	for (i = 0; i < GIR_SECTION_COUNT; i++)
		content.figures.section_present[i] = (sum->sections & (1 << i)) != 0;
	for (i = 0; i < GIR_ROW_COUNT; i++)
		content.figures.row_present[i] = sum->rows[i] != 0;
	for (i = 0; i < GIR_CELL_COUNT; i++)
		content.figures.known[i] = gireport_sum_known(sum, i);
	memcpy(content.figures.value, sum->sums, sizeof(content.figures.value));
	for (i = 0; i < GIREPORT_AMOUNT_COUNT; i++)
		content.amounts[i] = NumericGetDatum(gireport_sum_amount(sum, i));

	PG_RETURN_DATUM(gireport_form(gireport_types_of_result(fcinfo), &content));
}
