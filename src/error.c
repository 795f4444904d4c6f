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

/* Raise the error that says why a text is no report. */
void
gireport_report_error(const gireport_input *input, const gir_report *report,
					  const gir_diagnostic *error)
{
	switch (error->code)
	{
		case GIR_DIAG_TEXT_TOO_LONG:
			ereport(ERROR,
					(errcode(ERRCODE_PROGRAM_LIMIT_EXCEEDED),
					 errmsg("text is too long for an annual report"),
					 errdetail("The text has %zu bytes; at most %zu can be read.",
							   input->len, GIR_MAX_TEXT)));
			break;
		case GIR_DIAG_OTHER_KIND:
			ereport(ERROR,
					(errcode(ERRCODE_INVALID_TEXT_REPRESENTATION),
					 errmsg("text is a report of another kind"),
					 errdetail("Line %u has a title of another kind of report. %s",
							   error->line, describe_evidence(input, report)),
					 errhint("Only annual reports of public authorities have the three statutory tables.")));
			break;
		default:
			ereport(ERROR,
					(errcode(ERRCODE_INVALID_TEXT_REPRESENTATION),
					 errmsg("text is not an annual report on government information disclosure"),
					 errdetail_internal("%s", describe_evidence(input, report)),
					 errhint("Pass the whole text of one report with its tables. "
							 "gireport_try_parse returns NULL instead of this error.")));
			break;
	}
	pg_unreachable();
}
