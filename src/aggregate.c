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
#include "port/pg_bitutils.h"
#include "utils/fmgrprotos.h"
#include "utils/numeric.h"

#include "aggregate.h"

PG_FUNCTION_INFO_V1(gireport_sum_add);
PG_FUNCTION_INFO_V1(gireport_sum_combine);
PG_FUNCTION_INFO_V1(gireport_sum_report);

static gireport_sum *get_own_sum(FunctionCallInfo fcinfo);
static pg_noinline void count_out_of_range(int cell);
static void add_count(gireport_sum *sum, int cell, int64 value);
static gireport_sum *add_amount(gireport_sum *sum, int cell, Numeric value);
static void add_section(void *context, int section);
static void add_other_row(gireport_sum **sum, const gireport_row *row);
static void add_row(void *context, const gireport_row *row);
static gireport_sum *add_sum(gireport_sum *sum, const gireport_sum *other);

/*
 * The state in the first argument, such that it may be changed.
 *
 * The executor owns the state of an aggregate and hands it to the transition and
 * combine functions to be replaced, so these may change it where it lies, as
 * the server's own do.  It comes from these functions, or from the input
 * function, and needs no check.  Whoever else calls gets a checked copy: there
 * the argument may lie in a table's page or in a constant.
 */
static gireport_sum *
get_own_sum(FunctionCallInfo fcinfo)
{
	Datum		value;
	gireport_sum *sum;

	if (PG_ARGISNULL(0))
		return gireport_sum_new();

	value = PG_GETARG_DATUM(0);
	if (AggCheckCallContext(fcinfo, NULL))
		return (gireport_sum *) PG_DETOAST_DATUM(value);
	sum = gireport_sum_get(value);
	if ((Pointer) sum == DatumGetPointer(value))
		sum = gireport_sum_copy(sum);
	return sum;
}

/* Raise the error that the sum of a count is too large. */
static pg_noinline void
count_out_of_range(int cell)
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

/* Add to a count. */
static inline void
add_count(gireport_sum *sum, int cell, int64 value)
{
	if (unlikely(pg_add_s64_overflow(sum->sums[cell], value, &sum->sums[cell])))
		count_out_of_range(cell);
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

/* Add a section of a report: note that there is one. */
static void
add_section(void *context, int section)
{
	gireport_sum *sum = *(gireport_sum **) context;

	sum->sections |= 1 << section;
}

/* A count of a row, at any alignment. */
static inline int64
get_count(const char *counts, int number)
{
	int64		count;

	memcpy(&count, counts + number * sizeof(count), sizeof(count));
	return count;
}

/* Add a row of which something is unknown, or that has an amount. */
static pg_noinline void
add_other_row(gireport_sum **sum, const gireport_row *row)
{
	const char *next = row->counts;
	int			first = GIR_CELL(row->row, 0);
	int			columns;
	int			i;

	for (columns = row->columns; columns != 0; columns &= columns - 1)
	{
		add_count(*sum, first + pg_rightmost_one_pos32(columns), get_count(next, 0));
		next += sizeof(int64);
	}
	for (i = 0; row->amount_known && i < GIREPORT_AMOUNT_COUNT; i++)
	{
		int			cell = gireport_amount_cells[i];

		if ((int) GIR_CELL_ROW(cell) != row->row)
			continue;
		*sum = add_amount(*sum, cell, DatumGetNumeric(row->amount));
		(*sum)->rows[row->row] |= GIREPORT_SUM_COLUMN(GIR_CELL_SLOT(cell));
	}
}

/* Add a row of a report.  The context is a pointer to the state, which may move. */
static void
add_row(void *context, const gireport_row *row)
{
	gireport_sum **sum = context;
	const char *c = row->counts;
	int			first = GIR_CELL(row->row, 0);
	int			i;

	/*
	 * Most counts are 0.  Not touching those sums keeps much of the state out of
	 * the processor's caches, which counts where there are many groups.
	 */
	if (row->columns != (1 << GIR_MAX_COLUMNS) - 1)
		add_other_row(sum, row);
	else if ((get_count(c, 0) | get_count(c, 1) | get_count(c, 2) | get_count(c, 3) |
			  get_count(c, 4) | get_count(c, 5) | get_count(c, 6)) != 0)
	{
		for (i = 0; i < GIR_MAX_COLUMNS; i++)
			add_count(*sum, first + i, get_count(c, i));
	}
	(*sum)->rows[row->row] |= GIREPORT_SUM_ROW_PRESENT | row->columns;
}

/* Add another state. */
static gireport_sum *
add_sum(gireport_sum *sum, const gireport_sum *other)
{
	int			i;

	/* Counts that are not known are zero, as are the places of amounts. */
	for (i = 0; i < GIR_CELL_COUNT; i++)
		add_count(sum, i, other->sums[i]);
	for (i = 0; i < GIREPORT_AMOUNT_COUNT; i++)
	{
		int			cell = gireport_amount_cells[i];

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
	gireport_sum *sum;
	const gireport_walk walk = {add_section, add_row, &sum};

	if (PG_ARGISNULL(1))
	{
		if (PG_ARGISNULL(0))
			PG_RETURN_NULL();
		PG_RETURN_DATUM(PG_GETARG_DATUM(0));
	}

	report = PG_GETARG_HEAPTUPLEHEADER(1);
	sum = get_own_sum(fcinfo);
	gireport_walk_rows(gireport_types_of_argument(fcinfo, report), report, &walk);
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
