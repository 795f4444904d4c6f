/*
 * render.c
 *		gireport_render and gireport_render_style: reports as documents.
 */
#include "postgres.h"

#include "utils/builtins.h"
#include "utils/fmgrprotos.h"

#include "core/render.h"
#include "finding.h"

PG_FUNCTION_INFO_V1(gireport_render);
PG_FUNCTION_INFO_V1(gireport_render_style);

/* The format that a text names. */
static gir_format
get_format(text *name)
{
	gir_format	format;
	StringInfoData hint;
	int			i;

	if (gir_find_format(VARDATA_ANY(name), VARSIZE_ANY_EXHDR(name), &format))
		return format;
	initStringInfo(&hint);
	for (i = 0; i < GIR_FORMAT_COUNT; i++)
		appendStringInfo(&hint, "%s\"%s\"",
						 i == 0 ? "" : i < GIR_FORMAT_COUNT - 1 ? ", " : " and ",
						 gir_format_name((gir_format) i));
	ereport(ERROR,
			(errcode(ERRCODE_INVALID_PARAMETER_VALUE),
			 errmsg("there is no format \"%s\"", text_to_cstring(name)),
			 errhint("Formats are %s.", hint.data)));
}

/* gireport_render(gireport, text) */
Datum
gireport_render(PG_FUNCTION_ARGS)
{
	gir_format	format = get_format(PG_GETARG_TEXT_PP(1));
	gir_render_memory *memory = palloc(sizeof(gir_render_memory));
	gir_exact	exact[GIREPORT_AMOUNT_COUNT];
	gir_render_source source = {.exact = exact};
	gireport_content content;
	StringInfoData document;
	gir_writer	writer;
	int			i;

	gireport_get_content(fcinfo, 0, &content);
	gireport_get_subject(&content, &source.subject);
	for (i = 0; i < GIREPORT_AMOUNT_COUNT; i++)
	{
		int			cell = gireport_amount_cells[i];

		if (!content.figures.known[cell])
			continue;
		exact[source.nexact].cell = cell;
		exact[source.nexact++].digits =
			DatumGetCString(DirectFunctionCall1(numeric_out, content.amounts[i]));
	}
	initStringInfo(&document);
	writer = gireport_string_writer(&document);
	gir_render(&source, format, memory, &writer);
	pfree(memory);
	PG_RETURN_DATUM(gireport_text_datum(document.data, document.len));
}

/* gireport_render_style() */
Datum
gireport_render_style(PG_FUNCTION_ARGS)
{
	StringInfoData style;
	gir_writer	writer;

	(void) fcinfo;
	initStringInfo(&style);
	writer = gireport_string_writer(&style);
	gir_render_style(&writer);
	PG_RETURN_DATUM(gireport_text_datum(style.data, style.len));
}
