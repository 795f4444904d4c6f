/*
 * diagnostics.c
 *		gireport_diagnostics: what was printed in a text and did not become a
 *		number, and what is doubtful.
 */
#include "postgres.h"

#include "funcapi.h"
#include "nodes/execnodes.h"
#include "utils/builtins.h"
#include "utils/tuplestore.h"

#include "gireport.h"

PG_FUNCTION_INFO_V1(gireport_diagnostics);

/* Columns of the result. */
enum
{
	DIAGNOSTICS_SEVERITY,
	DIAGNOSTICS_CODE,
	DIAGNOSTICS_MESSAGE,
	DIAGNOSTICS_LINE,
	DIAGNOSTICS_POSITION,
	DIAGNOSTICS_RAW,
	DIAGNOSTICS_COUNT
};

/* What is needed while diagnostics come in. */
typedef struct collection
{
	ReturnSetInfo *result;
	gireport_place place;
	StringInfoData message;
	MemoryContext row_context;	/* emptied after each row */
} collection;

/* Add a diagnostic to the result. */
static void
put_diagnostic(void *context, const gir_diagnostic *diagnostic)
{
	collection *c = context;
	MemoryContext old_context = MemoryContextSwitchTo(c->row_context);
	gir_writer	writer = gireport_string_writer(&c->message);
	Datum		values[DIAGNOSTICS_COUNT];
	bool		nulls[DIAGNOSTICS_COUNT] = {false};

	resetStringInfo(&c->message);
	gir_diagnostic_message(diagnostic, &writer);
	values[DIAGNOSTICS_SEVERITY] =
		CStringGetTextDatum(gir_severity_name(gir_diagnostic_severity(diagnostic->code)));
	values[DIAGNOSTICS_CODE] = CStringGetTextDatum(gir_diagnostic_name(diagnostic->code));
	values[DIAGNOSTICS_MESSAGE] = gireport_text_datum(c->message.data, c->message.len);
	values[DIAGNOSTICS_LINE] = Int32GetDatum((int32) diagnostic->line);
	nulls[DIAGNOSTICS_LINE] = diagnostic->line == 0;
	nulls[DIAGNOSTICS_POSITION] = nulls[DIAGNOSTICS_RAW] = diagnostic->raw.end == 0;
	if (!nulls[DIAGNOSTICS_RAW])
	{
		values[DIAGNOSTICS_POSITION] =
			Int32GetDatum(gireport_position(&c->place, diagnostic->raw.start));
		values[DIAGNOSTICS_RAW] = gireport_text_datum(c->place.bytes + diagnostic->raw.start,
													  diagnostic->raw.end - diagnostic->raw.start);
	}
	tuplestore_putvalues(c->result->setResult, c->result->setDesc, values, nulls);
	MemoryContextSwitchTo(old_context);
	MemoryContextReset(c->row_context);
}

/* gireport_diagnostics(text) */
Datum
gireport_diagnostics(PG_FUNCTION_ARGS)
{
	gireport_input input = gireport_get_input(fcinfo, 0);
	collection	c = {0};
	gir_callbacks callbacks = {put_diagnostic, gireport_check_interrupts, &c};
	gir_report	report;
	gir_diagnostic error;

	InitMaterializedSRF(fcinfo, 0);
	c.result = (ReturnSetInfo *) fcinfo->resultinfo;
	c.place.bytes = input.bytes;
	initStringInfo(&c.message);
	c.row_context = AllocSetContextCreate(CurrentMemoryContext, "gireport diagnostic",
										  ALLOCSET_SMALL_SIZES);

	/* Here a text that is no report is a finding like others. */
	if (!gir_parse(input.bytes, input.len, &callbacks, &report, &error))
		put_diagnostic(&c, &error);
	MemoryContextDelete(c.row_context);
	return (Datum) 0;
}
