/*
 * check.c
 *		gireport_violations, gireport_valid and gireport_assert.
 */
#include "postgres.h"

#include "funcapi.h"
#include "nodes/execnodes.h"
#include "utils/builtins.h"
#include "utils/tuplestore.h"

#include "gireport.h"

PG_FUNCTION_INFO_V1(gireport_violations);
PG_FUNCTION_INFO_V1(gireport_valid);
PG_FUNCTION_INFO_V1(gireport_assert);

/* Columns of the result of gireport_violations. */
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

/* An error names at most this many findings; a report can break 200 rules. */
#define MAX_LISTED_FINDINGS 10

/* The figures of an argument. */
static void
get_figures(FunctionCallInfo fcinfo, int argno, gireport_content *content)
{
	HeapTupleHeader report = PG_GETARG_HEAPTUPLEHEADER(argno);

	gireport_deform(gireport_types_of_argument(fcinfo, report), report, content);
}

/* What is needed while violations come in. */
typedef struct violations
{
	ReturnSetInfo *result;
	const gir_figures *figures;
	StringInfoData text;
} violations;

/* Add a finding to the result. */
static void
put_finding(violations *v, const gir_finding *finding)
{
	gir_writer	writer = gireport_string_writer(&v->text);
	Datum		values[FINDING_COUNT];
	bool		nulls[FINDING_COUNT] = {false};

	values[FINDING_RULE] = CStringGetTextDatum(gir_rule_id(finding->rule));
	values[FINDING_SEVERITY] =
		CStringGetTextDatum(gir_severity_name(gir_rule_severity(finding->rule)));
	values[FINDING_VERDICT] = CStringGetTextDatum(gir_verdict_name(finding->verdict));
	values[FINDING_SECTION] = Int32GetDatum(gir_rule_section(finding->rule));
	nulls[FINDING_ROW_CODE] = finding->row == GIR_NO_ROW;
	if (!nulls[FINDING_ROW_CODE])
		values[FINDING_ROW_CODE] = CStringGetTextDatum(gir_rows[finding->row].code);
	nulls[FINDING_COLUMN_CODE] = finding->column == GIR_NO_COLUMN;
	if (!nulls[FINDING_COLUMN_CODE])
		values[FINDING_COLUMN_CODE] = CStringGetTextDatum(gir_column_codes[finding->column]);

	resetStringInfo(&v->text);
	gir_finding_expression(v->figures, finding, &writer);
	values[FINDING_EXPRESSION] = gireport_text_datum(v->text.data, v->text.len);
	values[FINDING_LEFT] = gireport_wide_datum(finding->left);
	values[FINDING_RIGHT] = gireport_wide_datum(finding->right);
	values[FINDING_DIFFERENCE] =
		gireport_wide_datum(gir_wide_subtract(finding->left, finding->right));
	values[FINDING_BLANKS] = Int32GetDatum(finding->blanks);
	resetStringInfo(&v->text);
	gir_finding_message(v->figures, finding, &writer);
	values[FINDING_MESSAGE] = gireport_text_datum(v->text.data, v->text.len);
	tuplestore_putvalues(v->result->setResult, v->result->setDesc, values, nulls);
}

/* Keep the findings that fail. */
static bool
put_violation(void *context, const gir_finding *finding)
{
	if (finding->verdict == GIR_FAIL)
		put_finding(context, finding);
	return true;
}

/* gireport_violations(gireport) */
Datum
gireport_violations(PG_FUNCTION_ARGS)
{
	gireport_content content;
	violations	v;

	InitMaterializedSRF(fcinfo, 0);
	get_figures(fcinfo, 0, &content);
	v.result = (ReturnSetInfo *) fcinfo->resultinfo;
	v.figures = &content.figures;
	initStringInfo(&v.text);
	gir_check(&content.figures, put_violation, &v);
	return (Datum) 0;
}

/* gireport_valid(gireport) */
Datum
gireport_valid(PG_FUNCTION_ARGS)
{
	gireport_content content;

	get_figures(fcinfo, 0, &content);
	PG_RETURN_BOOL(gir_valid(&content.figures));
}

/* The text of an error that lists violations. */
typedef struct listed_violations
{
	const gir_figures *figures;
	int			count;
	StringInfoData text;
} listed_violations;

/* Add a violation to the list. */
static bool
list_violation(void *context, const gir_finding *finding)
{
	listed_violations *list = context;
	gir_writer	writer = gireport_string_writer(&list->text);

	if (finding->verdict != GIR_FAIL || gir_rule_severity(finding->rule) != GIR_ERROR)
		return true;
	if (list->count++ < MAX_LISTED_FINDINGS)
	{
		if (list->text.len > 0)
			appendStringInfoChar(&list->text, '\n');
		appendStringInfo(&list->text, "%s ", gir_rule_id(finding->rule));
		gir_finding_message(list->figures, finding, &writer);
	}
	return true;
}

/* gireport_assert(gireport): true, or an error that says what is wrong. */
Datum
gireport_assert(PG_FUNCTION_ARGS)
{
	gireport_content content;
	listed_violations list;

	get_figures(fcinfo, 0, &content);
	if (gir_valid(&content.figures))
		PG_RETURN_BOOL(true);

	list.figures = &content.figures;
	list.count = 0;
	initStringInfo(&list.text);
	gir_check(&content.figures, list_violation, &list);
	if (list.count > MAX_LISTED_FINDINGS)
		appendStringInfo(&list.text, "\n(%d more)", list.count - MAX_LISTED_FINDINGS);
	ereport(ERROR,
			(errcode(ERRCODE_CHECK_VIOLATION),
			 errmsg_plural("report violates %d identity of its tables",
						   "report violates %d identities of its tables",
						   list.count, list.count),
			 errdetail_internal("%s", gireport_cstring(list.text.data, list.text.len)),
			 errhint("gireport_violations(report) returns the findings as rows.")));
}
