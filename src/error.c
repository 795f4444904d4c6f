/*
 * error.c
 *		The core's diagnostics as errors.
 */
#include "postgres.h"

#include "lib/stringinfo.h"

#include "gireport.h"

/* What was found of a report in a text that is none. */
static char *
describe_evidence(const gireport_input *input, const gir_report *report)
{
	StringInfoData detail;
	int			section;
	int			headings = 0;

	initStringInfo(&detail);
	if (input->len == 0)
	{
		appendStringInfoString(&detail, "The text is empty.");
		return detail.data;
	}
	for (section = GIR_FIRST_SECTION; section <= GIR_LAST_SECTION; section++)
		headings += report->headings[section];
	appendStringInfo(&detail,
					 "Looked for the tables of sections 2, 3 and 4 by their own texts and found none; "
					 "found %d of the 3 headings of these sections",
					 headings);
	if (report->title_len > 0)
		appendStringInfo(&detail, ", and the title \"%s\"",
						 gireport_cstring(report->title, report->title_len));
	appendStringInfoString(&detail, ".");
	return detail.data;
}

/* Why a text is no report. */
void
gireport_explain(const gireport_input *input, const gir_report *report,
				 const gir_diagnostic *error, gireport_refusal *refusal)
{
	refusal->sqlstate = ERRCODE_INVALID_TEXT_REPRESENTATION;
	refusal->hint = NULL;
	switch (error->code)
	{
		case GIR_DIAG_TEXT_TOO_LONG:
			refusal->sqlstate = ERRCODE_PROGRAM_LIMIT_EXCEEDED;
			refusal->message = "text is too long for an annual report";
			refusal->detail = psprintf("The text has %zu bytes; at most %zu can be read.",
									   input->len, GIR_MAX_TEXT);
			break;
		case GIR_DIAG_OTHER_KIND:
			refusal->message = "text is a report of another kind";
			refusal->detail = psprintf("Line %u has a title of another kind of report. %s",
									   error->line, describe_evidence(input, report));
			refusal->hint = "Only annual reports of public authorities have the three statutory tables.";
			break;
		default:
			refusal->message = "text is not an annual report on government information disclosure";
			refusal->detail = describe_evidence(input, report);
			refusal->hint = "Pass the whole text of one report with its tables. "
				"gireport_try_parse returns NULL instead of this error.";
			break;
	}
}

/* Raise a refusal as an error. */
void
gireport_refuse(const gireport_refusal *refusal)
{
	ereport(ERROR,
			(errcode(refusal->sqlstate),
			 errmsg("%s", refusal->message),
			 refusal->detail != NULL ? errdetail_internal("%s", refusal->detail) : 0,
			 refusal->hint != NULL ? errhint("%s", refusal->hint) : 0));
	pg_unreachable();
}

/* Raise the error that says why a text is no report. */
void
gireport_report_error(const gireport_input *input, const gir_report *report,
					  const gir_diagnostic *error)
{
	gireport_refusal refusal;

	gireport_explain(input, report, error, &refusal);
	gireport_refuse(&refusal);
}
