/*
 * suggest.c
 *		gireport_suggest: the smallest sets of cells whose change makes a report
 *		valid.
 */
#include "postgres.h"

#include "funcapi.h"
#include "miscadmin.h"
#include "nodes/execnodes.h"
#include "utils/builtins.h"
#include "utils/memutils.h"
#include "utils/tuplestore.h"

#include "core/suggest.h"
#include "gireport.h"

PG_FUNCTION_INFO_V1(gireport_suggest);

/* Columns of the result. */
enum
{
	SUGGEST_SOLUTION,
	SUGGEST_SECTION,
	SUGGEST_ROW_CODE,
	SUGGEST_COLUMN_CODE,
	SUGGEST_PRINTED,
	SUGGEST_SUGGESTED,
	SUGGEST_SLIP,
	SUGGEST_DETERMINED,
	SUGGEST_PART,
	SUGGEST_SOLUTIONS,
	SUGGEST_MESSAGE,
	SUGGEST_COUNT
};

/* What is needed while suggestions come in. */
typedef struct collection
{
	ReturnSetInfo *result;
	const gir_figures *figures;
	StringInfoData message;
	MemoryContext row_context;	/* emptied after each row */
} collection;

/* Add a change to the result; without a change, that there is none. */
static void
put_change(collection *c, const gir_suggestion *suggestion, const gir_change *change)
{
	MemoryContext old_context = MemoryContextSwitchTo(c->row_context);
	gir_writer	writer = gireport_string_writer(&c->message);
	Datum		values[SUGGEST_COUNT] = {0};
	bool		nulls[SUGGEST_COUNT];
	gir_row_id	row = change != NULL ? GIR_CELL_ROW(change->cell) : suggestion->row;

	memset(nulls, change == NULL, sizeof(nulls));
	nulls[SUGGEST_SECTION] = nulls[SUGGEST_PART] = nulls[SUGGEST_SOLUTIONS] =
		nulls[SUGGEST_MESSAGE] = false;
	values[SUGGEST_SECTION] = Int32GetDatum(suggestion->section);
	values[SUGGEST_PART] = Int32GetDatum(suggestion->part);
	values[SUGGEST_SOLUTIONS] = Int32GetDatum((int32) suggestion->nsolutions);
	resetStringInfo(&c->message);
	gir_suggestion_message(c->figures, suggestion, change, &writer);
	values[SUGGEST_MESSAGE] = gireport_text_datum(c->message.data, c->message.len);
	nulls[SUGGEST_ROW_CODE] = row == GIR_NO_ROW;
	if (row != GIR_NO_ROW)
		values[SUGGEST_ROW_CODE] = CStringGetTextDatum(gir_rows[row].code);

	if (change != NULL)
	{
		values[SUGGEST_SOLUTION] = Int32GetDatum(suggestion->rank);
		values[SUGGEST_COLUMN_CODE] =
			CStringGetTextDatum(gir_column_codes[gir_cell_column(change->cell)]);
		nulls[SUGGEST_PRINTED] = !c->figures->known[change->cell];
		if (!nulls[SUGGEST_PRINTED])
			values[SUGGEST_PRINTED] = gireport_amount_datum(c->figures->value[change->cell], 0);
		values[SUGGEST_SUGGESTED] = gireport_amount_datum(change->value, 0);
		nulls[SUGGEST_SLIP] = change->slip == GIR_SLIP_NONE;
		if (!nulls[SUGGEST_SLIP])
			values[SUGGEST_SLIP] = CStringGetTextDatum(gir_slip_name(change->slip));
		values[SUGGEST_DETERMINED] = BoolGetDatum(change->determined);
	}
	tuplestore_putvalues(c->result->setResult, c->result->setDesc, values, nulls);
	MemoryContextSwitchTo(old_context);
	MemoryContextReset(c->row_context);
}

/* Add a suggestion to the result: a row for each change. */
static void
put_suggestion(void *context, const gir_suggestion *suggestion)
{
	int			i;

	CHECK_FOR_INTERRUPTS();
	if (suggestion->solution == NULL)
		put_change(context, suggestion, NULL);
	else
	{
		for (i = 0; i < suggestion->solution->nchanges; i++)
			put_change(context, suggestion, &suggestion->solution->changes[i]);
	}
}

/* gireport_suggest(gireport) */
Datum
gireport_suggest(PG_FUNCTION_ARGS)
{
	HeapTupleHeader report = PG_GETARG_HEAPTUPLEHEADER(0);
	gireport_content content;
	gir_solutions *solutions = palloc(sizeof(gir_solutions));
	collection	c;

	InitMaterializedSRF(fcinfo, 0);
	gireport_deform(gireport_types_of_argument(fcinfo, report), report, &content);
	c.result = (ReturnSetInfo *) fcinfo->resultinfo;
	c.figures = &content.figures;
	initStringInfo(&c.message);
	c.row_context = AllocSetContextCreate(CurrentMemoryContext, "gireport suggestion",
										  ALLOCSET_SMALL_SIZES);
	gir_suggest(&content.figures, solutions, put_suggestion, &c);
	MemoryContextDelete(c.row_context);
	pfree(solutions);
	return (Datum) 0;
}
