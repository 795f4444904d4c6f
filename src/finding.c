/*
 * finding.c
 *		Findings as rows, for the functions that check something.
 */
#include "postgres.h"

#include "funcapi.h"
#include "nodes/execnodes.h"
#include "utils/builtins.h"
#include "utils/memutils.h"
#include "utils/numeric.h"
#include "utils/tuplestore.h"

#include "finding.h"

/* Columns of the result. */
enum
{
	FINDING_RULE,
	FINDING_SEVERITY,
	FINDING_VERDICT,
	FINDING_SECTION,
	FINDING_ROW_CODE,
	FINDING_COLUMN_CODE,
	FINDING_EXPRESSION,
	FINDING_LEFT,
	FINDING_RIGHT,
	FINDING_DIFFERENCE,
	FINDING_BLANKS,
	FINDING_MESSAGE,
	FINDING_COUNT
};

/* Where findings go to, and which. */
typedef struct findings
{
	ReturnSetInfo *result;
	const gir_figures *figures;
	StringInfoData text;
	MemoryContext row_context;	/* emptied after each row */
	bool		failures_only;
	gir_severity min_severity;	/* of failures */
} findings;

/* The report in an argument. */
void
gireport_get_content(FunctionCallInfo fcinfo, int argno, gireport_content *content)
{
	HeapTupleHeader report = PG_GETARG_HEAPTUPLEHEADER(argno);

	gireport_deform(gireport_types_of_argument(fcinfo, report), report, content);
}

/* What is to be checked about a report. */
void
gireport_get_subject(const gireport_content *content, gir_subject *subject)
{
	memset(subject, 0, sizeof(*subject));
	subject->figures = &content->figures;
	if (!content->year_null)
		subject->year = content->year;
	if (!content->title_null)
	{
		gireport_input title = gireport_text_input(content->title);

		subject->title = title.bytes;
		subject->title_len = title.len;
	}
	if (!content->agency_null)
	{
		gireport_input agency = gireport_text_input(content->agency);

		subject->agency = agency.bytes;
		subject->agency_len = agency.len;
	}
}

/* A sum with decimals as numeric. */
static Datum
sum_datum(gir_wide value, int scale)
{
	char		digits[48];

	gir_wide_format_scaled(value, scale, digits);
	return DirectFunctionCall3(numeric_in, CStringGetDatum(digits),
							   ObjectIdGetDatum(InvalidOid), Int32GetDatum(-1));
}

/* Add a finding to the result. */
static void
put_row(findings   *f, const gir_finding *finding)
{
	gir_writer	writer = gireport_string_writer(&f->text);
	Datum		values[FINDING_COUNT];
	bool		nulls[FINDING_COUNT] = {false};

	values[FINDING_RULE] = CStringGetTextDatum(gir_rule_id(finding->rule));
	values[FINDING_SEVERITY] =
		CStringGetTextDatum(gir_severity_name(gir_rule_severity(finding->rule)));
	values[FINDING_VERDICT] = CStringGetTextDatum(gir_verdict_name(finding->verdict));
	values[FINDING_SECTION] = Int32GetDatum(finding->section);
	nulls[FINDING_SECTION] = finding->section == 0;
	nulls[FINDING_ROW_CODE] = finding->row == GIR_NO_ROW;
	if (!nulls[FINDING_ROW_CODE])
		values[FINDING_ROW_CODE] = CStringGetTextDatum(gir_rows[finding->row].code);
	nulls[FINDING_COLUMN_CODE] = finding->column == GIR_NO_COLUMN;
	if (!nulls[FINDING_COLUMN_CODE])
		values[FINDING_COLUMN_CODE] = CStringGetTextDatum(gir_column_codes[finding->column]);

	resetStringInfo(&f->text);
	gir_finding_expression(f->figures, finding, &writer);
	values[FINDING_EXPRESSION] = gireport_text_datum(f->text.data, f->text.len);
	nulls[FINDING_LEFT] = nulls[FINDING_RIGHT] = nulls[FINDING_DIFFERENCE] =
		finding->verdict == GIR_NOT_ASSESSABLE;
	if (!nulls[FINDING_LEFT])
	{
		values[FINDING_LEFT] = sum_datum(finding->left, finding->scale);
		values[FINDING_RIGHT] = sum_datum(finding->right, finding->scale);
		values[FINDING_DIFFERENCE] =
			sum_datum(gir_wide_subtract(finding->left, finding->right), finding->scale);
	}
	values[FINDING_BLANKS] = Int32GetDatum(finding->blanks);
	resetStringInfo(&f->text);
	gir_finding_message(f->figures, finding, &writer);
	values[FINDING_MESSAGE] = gireport_text_datum(f->text.data, f->text.len);
	tuplestore_putvalues(f->result->setResult, f->result->setDesc, values, nulls);
}

/* Add a finding to the result, if it is asked for. */
static bool
put_finding(void *context, const gir_finding *finding)
{
	findings   *f = context;
	MemoryContext old_context;

	if (f->failures_only && (finding->verdict != GIR_FAIL ||
							 gir_rule_severity(finding->rule) < f->min_severity))
		return true;
	old_context = MemoryContextSwitchTo(f->row_context);
	put_row(f, finding);
	MemoryContextSwitchTo(old_context);
	MemoryContextReset(f->row_context);
	return true;
}

/* Evaluate the rules of a scope and return the findings. */
void
gireport_put_findings(FunctionCallInfo fcinfo, gir_scope scope, const gir_subject *subject,
					  bool failures_only, gir_severity min_severity)
{
	findings	f;

	InitMaterializedSRF(fcinfo, 0);
	f.result = (ReturnSetInfo *) fcinfo->resultinfo;
	f.figures = subject->figures;
	initStringInfo(&f.text);
	f.row_context = AllocSetContextCreate(CurrentMemoryContext, "gireport finding",
										  ALLOCSET_SMALL_SIZES);
	f.failures_only = failures_only;
	f.min_severity = min_severity;
	gir_check_scope(scope, subject, put_finding, &f);
	MemoryContextDelete(f.row_context);
}
