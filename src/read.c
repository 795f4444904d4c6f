/*
 * read.c
 *		gireport_read: all that a load wants of a document, from reading it once.
 */
#include "postgres.h"

#include "access/htup_details.h"
#include "funcapi.h"
#include "lib/stringinfo.h"
#include "utils/builtins.h"

#include "document.h"

PG_FUNCTION_INFO_V1(gireport_read);

/* Columns of the result. */
enum
{
	READ_REPORT,
	READ_BODY,
	READ_WARNINGS,
	READ_WARNING,
	READ_ERROR,
	READ_DETAIL,
	READ_HINT,
	READ_COUNT
};

/* More of what is printed than that is not repeated in a warning. */
#define MAX_RAW 200

/* The warnings while a document is parsed. */
typedef struct warnings
{
	const gireport_input *document;
	int32		count;
	StringInfoData first;
} warnings;

/* Count a diagnostic that is a warning or worse, and keep the first. */
static void
count_warning(void *context, const gir_diagnostic *diagnostic)
{
	warnings   *w = context;
	gir_writer	writer = gireport_string_writer(&w->first);
	const char *raw = w->document->bytes + diagnostic->raw.start;
	size_t		len = diagnostic->raw.end - diagnostic->raw.start;

	if (gir_diagnostic_severity(diagnostic->code) < GIR_WARNING)
		return;
	if (w->count++ > 0)
		return;
	gir_diagnostic_message(diagnostic, &writer);

	/* the source of a page would not help */
	if (len > 0 && len <= MAX_RAW && memchr(raw, '<', len) == NULL)
	{
		appendStringInfoString(&w->first, ": ");
		appendBinaryStringInfo(&w->first, raw, (int) len);
	}
}

/* Set a column to a text, or to NULL. */
static void
put_text(Datum *values, bool *nulls, int column, const char *text)
{
	nulls[column] = text == NULL;
	if (text != NULL)
		values[column] = CStringGetTextDatum(text);
}

/* Parse a document that was read: the report's columns, or the reason. */
static void
put_report(FunctionCallInfo fcinfo, const gireport_input *document, Oid type_id,
		   Datum *values, bool *nulls, gireport_refusal *refusal)
{
	warnings	w = {0};
	gir_callbacks callbacks = {count_warning, gireport_check_interrupts, &w};
	gir_report	report;
	gir_diagnostic error;

	w.document = document;
	initStringInfo(&w.first);
	if (!gir_parse(document->bytes, document->len, &callbacks, &report, &error))
	{
		gireport_explain(document, &report, &error, refusal);
		return;
	}
	nulls[READ_REPORT] = nulls[READ_WARNINGS] = false;
	values[READ_REPORT] = gireport_report_datum(gireport_get_types(fcinfo, type_id), &report);
	values[READ_WARNINGS] = Int32GetDatum(w.count);
	nulls[READ_WARNING] = w.count == 0;
	if (w.count > 0)
		values[READ_WARNING] = gireport_lenient_text_datum(w.first.data, (size_t) w.first.len);
}

/* gireport_read(bytea) */
Datum
gireport_read(PG_FUNCTION_ARGS)
{
	bytea	   *bytes = PG_GETARG_BYTEA_PP(0);
	gireport_input document;
	gireport_refusal refusal = {0};
	TupleDesc	descriptor;
	Datum		values[READ_COUNT] = {0};
	bool		nulls[READ_COUNT];

	if (get_call_result_type(fcinfo, NULL, &descriptor) != TYPEFUNC_COMPOSITE ||
		descriptor->natts != READ_COUNT)
		ereport(ERROR,
				(errcode(ERRCODE_DATATYPE_MISMATCH),
				 errmsg("gireport_read does not return what the extension made it return")));

	memset(nulls, true, sizeof(nulls));
	if (gireport_read_document(VARDATA_ANY(bytes), VARSIZE_ANY_EXHDR(bytes), &document, &refusal))
	{
		nulls[READ_BODY] = false;
		values[READ_BODY] = gireport_plain_datum(&document);
		put_report(fcinfo, &document, TupleDescAttr(descriptor, READ_REPORT)->atttypid,
				   values, nulls, &refusal);
	}
	put_text(values, nulls, READ_ERROR, refusal.message);
	put_text(values, nulls, READ_DETAIL, refusal.detail);
	put_text(values, nulls, READ_HINT, refusal.hint);
	PG_RETURN_DATUM(HeapTupleGetDatum(heap_form_tuple(BlessTupleDesc(descriptor), values, nulls)));
}
