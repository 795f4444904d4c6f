/*
 * parse.c
 *		gireport_parse and gireport_try_parse: text to report.
 */
#include "postgres.h"

#include "miscadmin.h"

#include "gireport.h"

PG_FUNCTION_INFO_V1(gireport_parse_text);
PG_FUNCTION_INFO_V1(gireport_try_parse_text);

/* Let a query be cancelled during a long parse. */
void
gireport_check_interrupts(void)
{
	CHECK_FOR_INTERRUPTS();
}

/* Parse, without diagnostics; the query can be cancelled. */
bool
gireport_parse_input(const gireport_input *input, gir_report *report, gir_diagnostic *error)
{
	gir_callbacks callbacks = {NULL, gireport_check_interrupts, NULL};

	return gir_parse(input->bytes, input->len, &callbacks, report, error);
}

/* Build the SQL value of a report. */
Datum
gireport_report_datum(gireport_types *types, const gir_report *report)
{
	gireport_content content;
	int			i;

	content.figures = report->figures;
	for (i = 0; i < GIREPORT_AMOUNT_COUNT; i++)
	{
		int			cell = gireport_amount_cells[i];

		if (report->figures.known[cell])
			content.amounts[i] = gireport_amount_datum(report->figures.value[cell],
													   report->figures.scale[cell]);
	}
	content.title_null = report->title_len == 0;
	if (!content.title_null)
		content.title = gireport_text_datum(report->title, report->title_len);
	content.agency_null = report->agency_len == 0;
	if (!content.agency_null)
		content.agency = gireport_text_datum(report->agency, report->agency_len);
	content.year_null = report->year == 0;
	content.year = report->year;
	return gireport_form(types, &content);
}

/* gireport_parse(text): an error if the text is no report. */
Datum
gireport_parse_text(PG_FUNCTION_ARGS)
{
	gireport_input input = gireport_get_input(fcinfo, 0);
	gir_report	report;
	gir_diagnostic error;

	if (!gireport_parse_input(&input, &report, &error))
		gireport_report_error(&input, &report, &error);
	PG_RETURN_DATUM(gireport_report_datum(gireport_types_of_result(fcinfo), &report));
}

/* gireport_try_parse(text): NULL if the text is no report. */
Datum
gireport_try_parse_text(PG_FUNCTION_ARGS)
{
	gireport_input input = gireport_get_input(fcinfo, 0);
	gir_report	report;
	gir_diagnostic error;

	if (!gireport_parse_input(&input, &report, &error))
		PG_RETURN_NULL();
	PG_RETURN_DATUM(gireport_report_datum(gireport_types_of_result(fcinfo), &report));
}
