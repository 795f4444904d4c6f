/*
 * check.c
 *		gireport_rules, gireport_check, gireport_violations, gireport_valid,
 *		gireport_complete and gireport_assert.
 */
#include "postgres.h"

#include "funcapi.h"
#include "nodes/execnodes.h"
#include "utils/builtins.h"
#include "utils/tuplestore.h"

#include "finding.h"

PG_FUNCTION_INFO_V1(gireport_rules);
PG_FUNCTION_INFO_V1(gireport_check);
PG_FUNCTION_INFO_V1(gireport_violations);
PG_FUNCTION_INFO_V1(gireport_valid);
PG_FUNCTION_INFO_V1(gireport_complete);
PG_FUNCTION_INFO_V1(gireport_assert);

/* Columns of the result of gireport_rules. */
enum
{
	RULES_RULE,
	RULES_KIND,
	RULES_SEVERITY,
	RULES_SCOPE,
	RULES_EXPRESSION,
	RULES_DESCRIPTION_ZH,
	RULES_DESCRIPTION_EN,
	RULES_COUNT
};

/* An error names at most this many findings; a report can break 200 rules. */
#define MAX_LISTED_FINDINGS 10

/* gireport_rules(): the catalogue. */
Datum
gireport_rules(PG_FUNCTION_ARGS)
{
	ReturnSetInfo *result = (ReturnSetInfo *) fcinfo->resultinfo;
	const gir_rule *rule = NULL;
	StringInfoData expression;
	gir_writer	writer;

	InitMaterializedSRF(fcinfo, 0);
	initStringInfo(&expression);
	writer = gireport_string_writer(&expression);
	while ((rule = gir_next_rule(rule)) != NULL)
	{
		const char *zh = gir_rule_description_zh(rule);
		Datum		values[RULES_COUNT];
		bool		nulls[RULES_COUNT] = {false};

		values[RULES_RULE] = CStringGetTextDatum(gir_rule_id(rule));
		values[RULES_KIND] = CStringGetTextDatum(gir_basis_name(gir_rule_basis(rule)));
		values[RULES_SEVERITY] = CStringGetTextDatum(gir_severity_name(gir_rule_severity(rule)));
		values[RULES_SCOPE] = CStringGetTextDatum(gir_scope_name(gir_rule_scope(rule)));
		resetStringInfo(&expression);
		gir_rule_expression(rule, &writer);
		values[RULES_EXPRESSION] = gireport_text_datum(expression.data, expression.len);
		values[RULES_DESCRIPTION_ZH] = gireport_text_datum(zh, strlen(zh));
		values[RULES_DESCRIPTION_EN] = CStringGetTextDatum(gir_rule_description_en(rule));
		tuplestore_putvalues(result->setResult, result->setDesc, values, nulls);
	}
	return (Datum) 0;
}

/* gireport_check(gireport): every rule, whatever came of it. */
Datum
gireport_check(PG_FUNCTION_ARGS)
{
	gireport_content content;
	gir_subject subject;

	gireport_get_content(fcinfo, 0, &content);
	gireport_get_subject(&content, &subject);
	gireport_put_findings(fcinfo, GIR_SCOPE_REPORT, &subject, false, GIR_INFO);
	return (Datum) 0;
}

/* The severity that a text names. */
static gir_severity
get_severity(text *name)
{
	char	   *given = text_to_cstring(name);
	gir_severity severity;

	for (severity = GIR_INFO; severity <= GIR_ERROR; severity++)
	{
		if (strcmp(given, gir_severity_name(severity)) == 0)
			return severity;
	}
	ereport(ERROR,
			(errcode(ERRCODE_INVALID_PARAMETER_VALUE),
			 errmsg("there is no severity \"%s\"", given),
			 errhint("Severities are \"info\", \"warning\" and \"error\".")));
}

/* gireport_violations(gireport, text): the rules that fail. */
Datum
gireport_violations(PG_FUNCTION_ARGS)
{
	gir_severity min_severity = get_severity(PG_GETARG_TEXT_PP(1));
	gireport_content content;
	gir_subject subject;

	gireport_get_content(fcinfo, 0, &content);
	gireport_get_subject(&content, &subject);
	gireport_put_findings(fcinfo, GIR_SCOPE_REPORT, &subject, true, min_severity);
	return (Datum) 0;
}

/* gireport_valid(gireport) */
Datum
gireport_valid(PG_FUNCTION_ARGS)
{
	gireport_content content;

	gireport_get_content(fcinfo, 0, &content);
	PG_RETURN_BOOL(gir_valid(&content.figures));
}

/* gireport_complete(gireport) */
Datum
gireport_complete(PG_FUNCTION_ARGS)
{
	gireport_content content;

	gireport_get_content(fcinfo, 0, &content);
	PG_RETURN_BOOL(gir_complete(&content.figures));
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

	gireport_get_content(fcinfo, 0, &content);
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
