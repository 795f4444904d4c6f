/*
 * prose.c
 *		gireport_claims and gireport_check_prose: the counts that a report's
 *		prose states, and their comparison with its tables.
 */
#include "postgres.h"

#include "funcapi.h"
#include "nodes/execnodes.h"
#include "utils/builtins.h"
#include "utils/memutils.h"
#include "utils/tuplestore.h"

#include "core/prose.h"
#include "gireport.h"

PG_FUNCTION_INFO_V1(gireport_claims);
PG_FUNCTION_INFO_V1(gireport_check_prose);

/* Columns of the result of gireport_claims. */
enum
{
	CLAIMS_SUBJECT,
	CLAIMS_VALUE,
	CLAIMS_UNIT,
	CLAIMS_RAW,
	CLAIMS_SENTENCE,
	CLAIMS_SECTION,
	CLAIMS_LINE,
	CLAIMS_POSITION,
	CLAIMS_LENGTH,
	CLAIMS_COUNT
};

/* Columns of the result of gireport_check_prose. */
enum
{
	PROSE_RULE,
	PROSE_SEVERITY,
	PROSE_VERDICT,
	PROSE_SECTION,
	PROSE_ROW_CODE,
	PROSE_COLUMN_CODE,
	PROSE_EXPRESSION,
	PROSE_LEFT,
	PROSE_RIGHT,
	PROSE_DIFFERENCE,
	PROSE_BLANKS,
	PROSE_MESSAGE,
	PROSE_SENTENCE,
	PROSE_LINE,
	PROSE_POSITION,
	PROSE_COUNT
};

/* A report's prose has some tens of claims; what has more is not compared. */
#define MAX_CLAIMS 10000

/* Where rows go to. */
typedef struct output
{
	ReturnSetInfo *result;
	gireport_place place;
	MemoryContext row_context;	/* emptied after each row */
} output;

/* The claims of a text, to be compared. */
typedef struct collection
{
	gireport_input input;
	gir_claim  *claims;
	int			count;
	int			size;
	bool		overflow;
} collection;

/* Start a result. */
static void
begin_output(output *out, FunctionCallInfo fcinfo, const gireport_input *input)
{
	InitMaterializedSRF(fcinfo, 0);
	out->result = (ReturnSetInfo *) fcinfo->resultinfo;
	memset(&out->place, 0, sizeof(out->place));
	out->place.bytes = input->bytes;
	out->row_context = AllocSetContextCreate(CurrentMemoryContext, "gireport prose",
											 ALLOCSET_SMALL_SIZES);
}

/* Read the report in the text, of which title and figures are needed. */
static void
read_report(const gireport_input *input, gir_report *report)
{
	gir_diagnostic error;

	if (!gireport_parse_input(input, report, &error))
		gireport_report_error(input, report, &error);
}

/* Add a claim to the result. */
static void
put_claim(void *context, const gir_claim *claim)
{
	output	   *out = context;
	MemoryContext old_context;
	Datum		values[CLAIMS_COUNT];
	bool		nulls[CLAIMS_COUNT] = {false};
	int32		start;

	/* what is said of other years is not claimed of the report */
	if (claim->other_year != 0)
		return;

	old_context = MemoryContextSwitchTo(out->row_context);
	values[CLAIMS_SUBJECT] = CStringGetTextDatum(gir_claim_code(claim->subject));
	values[CLAIMS_VALUE] = gireport_amount_datum(claim->value, 0);
	nulls[CLAIMS_UNIT] = claim->unit == NULL;
	if (!nulls[CLAIMS_UNIT])
		values[CLAIMS_UNIT] = gireport_text_datum(claim->unit, strlen(claim->unit));
	values[CLAIMS_RAW] = gireport_text_datum(claim->raw, claim->raw_len);
	values[CLAIMS_SENTENCE] = gireport_text_datum(claim->sentence, claim->sentence_len);
	values[CLAIMS_SECTION] = Int32GetDatum(claim->section);
	nulls[CLAIMS_SECTION] = claim->section == 0;
	values[CLAIMS_LINE] = Int32GetDatum((int32) claim->line);
	start = gireport_position(&out->place, claim->raw_span.start);
	values[CLAIMS_POSITION] = Int32GetDatum(start);
	values[CLAIMS_LENGTH] = Int32GetDatum(gireport_position(&out->place, claim->raw_span.end) -
										  start);
	tuplestore_putvalues(out->result->setResult, out->result->setDesc, values, nulls);
	MemoryContextSwitchTo(old_context);
	MemoryContextReset(out->row_context);
}

/* gireport_claims(text) */
Datum
gireport_claims(PG_FUNCTION_ARGS)
{
	gireport_input input = gireport_get_input(fcinfo, 0);
	gir_report	report;
	output		out;

	read_report(&input, &report);
	begin_output(&out, fcinfo, &input);
	gir_find_claims(input.bytes, input.len, &report, put_claim, gireport_check_interrupts, &out);
	MemoryContextDelete(out.row_context);
	return (Datum) 0;
}

/* A text that stays: the input itself, or a copy. */
static const char *
keep_text(const collection *c, const char *text, uint32 len)
{
	if (text >= c->input.bytes && text + len <= c->input.bytes + c->input.len)
		return text;
	return pnstrdup(text, len);
}

/* Keep a claim. */
static void
collect_claim(void *context, const gir_claim *claim)
{
	collection *c = context;
	gir_claim  *kept;

	if (c->count == MAX_CLAIMS)
	{
		c->overflow = true;
		return;
	}
	if (c->count == c->size)
	{
		c->size = c->size == 0 ? 64 : c->size * 2;
		c->claims = c->claims == NULL ? palloc(sizeof(gir_claim) * c->size) :
			repalloc(c->claims, sizeof(gir_claim) * c->size);
	}
	kept = &c->claims[c->count];
	*kept = *claim;
	kept->raw = keep_text(c, claim->raw, claim->raw_len);
	if (c->count > 0 && kept[-1].sentence_number == kept->sentence_number)
		kept->sentence = kept[-1].sentence;
	else
		kept->sentence = keep_text(c, claim->sentence, claim->sentence_len);
	c->count++;
}

/* What is needed while findings come in. */
typedef struct findings
{
	output		out;
	StringInfoData text;
} findings;

/* Where the tables have what a finding is about. */
static void
put_table_place(const gir_prose_finding *finding, Datum *values, bool *nulls)
{
	const gir_claim_info *info = &gir_claim_subjects[finding->subject];

	nulls[PROSE_SECTION] = finding->kind == GIR_PROSE_YEAR;
	nulls[PROSE_ROW_CODE] = nulls[PROSE_COLUMN_CODE] = finding->kind != GIR_PROSE_TABLE;
	if (info->first_row != info->last_row)
		nulls[PROSE_ROW_CODE] = true;
	values[PROSE_SECTION] = Int32GetDatum(gir_row_section((gir_row_id) info->first_row));
	if (!nulls[PROSE_ROW_CODE])
		values[PROSE_ROW_CODE] = CStringGetTextDatum(gir_rows[info->first_row].code);
	if (!nulls[PROSE_COLUMN_CODE])
		values[PROSE_COLUMN_CODE] = CStringGetTextDatum(gir_column_codes[info->column]);
}

/* Add a finding to the result. */
static void
put_finding(void *context, const gir_prose_finding *finding)
{
	findings   *f = context;
	const gir_claim *claim = finding->claims[0];
	MemoryContext old_context = MemoryContextSwitchTo(f->out.row_context);
	gir_writer	writer = gireport_string_writer(&f->text);
	Datum		values[PROSE_COUNT];
	bool		nulls[PROSE_COUNT] = {false};

	values[PROSE_RULE] = CStringGetTextDatum(finding->rule);
	values[PROSE_SEVERITY] = CStringGetTextDatum(gir_severity_name(finding->severity));
	values[PROSE_VERDICT] = CStringGetTextDatum(gir_verdict_name(finding->verdict));
	put_table_place(finding, values, nulls);
	resetStringInfo(&f->text);
	gir_prose_expression(finding, &writer);
	values[PROSE_EXPRESSION] = gireport_text_datum(f->text.data, f->text.len);
	nulls[PROSE_LEFT] = !finding->left_known;
	if (!nulls[PROSE_LEFT])
		values[PROSE_LEFT] = gireport_wide_datum(finding->left);
	nulls[PROSE_RIGHT] = !finding->right_known;
	if (!nulls[PROSE_RIGHT])
		values[PROSE_RIGHT] = gireport_wide_datum(finding->right);
	nulls[PROSE_DIFFERENCE] = finding->verdict == GIR_NOT_ASSESSABLE;
	if (!nulls[PROSE_DIFFERENCE])
		values[PROSE_DIFFERENCE] =
			gireport_wide_datum(gir_wide_subtract(finding->left, finding->right));
	values[PROSE_BLANKS] = Int32GetDatum(0);
	resetStringInfo(&f->text);
	gir_prose_message(finding, &writer);
	values[PROSE_MESSAGE] = gireport_text_datum(f->text.data, f->text.len);
	values[PROSE_SENTENCE] = gireport_text_datum(claim->sentence, claim->sentence_len);
	values[PROSE_LINE] = Int32GetDatum((int32) claim->line);
	values[PROSE_POSITION] = Int32GetDatum(gireport_position(&f->out.place, claim->raw_span.start));
	tuplestore_putvalues(f->out.result->setResult, f->out.result->setDesc, values, nulls);
	MemoryContextSwitchTo(old_context);
	MemoryContextReset(f->out.row_context);
}

/* gireport_check_prose(text) */
Datum
gireport_check_prose(PG_FUNCTION_ARGS)
{
	collection	c = {gireport_get_input(fcinfo, 0), NULL, 0, 0, false};
	const gir_claim **group;
	gir_report	report;
	findings	f;

	read_report(&c.input, &report);
	gir_find_claims(c.input.bytes, c.input.len, &report, collect_claim,
					gireport_check_interrupts, &c);
	if (c.overflow)
		ereport(ERROR,
				(errcode(ERRCODE_PROGRAM_LIMIT_EXCEEDED),
				 errmsg("prose states more than %d counts", MAX_CLAIMS)));

	begin_output(&f.out, fcinfo, &c.input);
	initStringInfo(&f.text);
	group = palloc(sizeof(*group) * (c.count + 1));
	gir_check_prose(&report.figures, report.year, c.claims, c.count, group, put_finding, &f);
	MemoryContextDelete(f.out.row_context);
	return (Datum) 0;
}
