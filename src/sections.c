/*
 * sections.c
 *		gireport_sections: the sections of a report by their headings.
 */
#include "postgres.h"

#include "funcapi.h"
#include "nodes/execnodes.h"
#include "utils/builtins.h"
#include "utils/tuplestore.h"

#include "core/plain.h"
#include "gireport.h"

PG_FUNCTION_INFO_V1(gireport_sections);

/* Columns of the result. */
enum
{
	SECTIONS_NUMBER,
	SECTIONS_HEADING,
	SECTIONS_CONTENT,
	SECTIONS_LINE,
	SECTIONS_POSITION,
	SECTIONS_COUNT
};

/* What is printed in a part of a text. */
static Datum
part_datum(const gireport_input *input, const gir_span *part)
{
	gir_callbacks callbacks = {NULL, gireport_check_interrupts, NULL};
	StringInfoData buffer;
	gir_writer	writer;
	Datum		result;

	initStringInfo(&buffer);
	writer = gireport_string_writer(&buffer);
	gir_write_plain(input->bytes, input->len, part, &callbacks, &writer);
	result = gireport_text_datum(buffer.data, (size_t) buffer.len);
	pfree(buffer.data);
	return result;
}

/* gireport_sections(text) */
Datum
gireport_sections(PG_FUNCTION_ARGS)
{
	gireport_input input = gireport_get_input(fcinfo, 0);
	gir_callbacks callbacks = {NULL, gireport_check_interrupts, NULL};
	gir_section_place sections[GIR_SECTION_NUMBERS];
	gireport_place place = {input.bytes, 0, 0};
	ReturnSetInfo *result;
	int			i;

	InitMaterializedSRF(fcinfo, 0);
	result = (ReturnSetInfo *) fcinfo->resultinfo;
	gir_find_sections(input.bytes, input.len, &callbacks, sections);
	for (i = 0; i < GIR_SECTION_NUMBERS; i++)
	{
		Datum		values[SECTIONS_COUNT];
		bool		nulls[SECTIONS_COUNT] = {false};

		if (!sections[i].found)
			continue;
		values[SECTIONS_NUMBER] = Int32GetDatum(i + 1);
		values[SECTIONS_HEADING] = part_datum(&input, &sections[i].heading);
		values[SECTIONS_CONTENT] = part_datum(&input, &sections[i].content);
		values[SECTIONS_LINE] = Int32GetDatum((int32) sections[i].line);
		values[SECTIONS_POSITION] = Int32GetDatum(gireport_position(&place, sections[i].heading.start));
		tuplestore_putvalues(result->setResult, result->setDesc, values, nulls);
	}
	return (Datum) 0;
}
