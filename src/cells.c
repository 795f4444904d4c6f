/*
 * cells.c
 *		gireport_cells: every cell of a report's form, of a stored report or of a
 *		text.
 */
#include "postgres.h"

#include "funcapi.h"
#include "nodes/execnodes.h"
#include "utils/builtins.h"
#include "utils/tuplestore.h"

#include "gireport.h"

PG_FUNCTION_INFO_V1(gireport_cells_of_report);
PG_FUNCTION_INFO_V1(gireport_cells_of_text);

/* Columns of the result. */
enum
{
	CELLS_SECTION,
	CELLS_ROW_CODE,
	CELLS_COLUMN_CODE,
	CELLS_ROW_LABEL,
	CELLS_COLUMN_LABEL,
	CELLS_VALUE,
	CELLS_STATE,
	CELLS_RAW,
	CELLS_LINE,
	CELLS_POSITION,
	CELLS_LENGTH,
	CELLS_COUNT
};

/* What is needed while the cells are listed. */
typedef struct listing
{
	ReturnSetInfo *result;
	const gireport_content *content;	/* of a stored report, or NULL */
	const gir_report *report;	/* of a text, or NULL */
	gireport_place place;
} listing;

/* A label of the forms as text: group and label of a row. */
static Datum
row_label_datum(const gir_form_row *row)
{
	char	   *label;

	if (row->group == NULL)
		return gireport_text_datum(row->label, strlen(row->label));
	label = psprintf("%s %s", row->group, row->label);
	return gireport_text_datum(label, strlen(label));
}

/* The number in a cell as numeric. */
static Datum
cell_datum(const listing *list, const gir_figures *figures, int cell)
{
	int			i;

	for (i = 0; i < GIREPORT_AMOUNT_COUNT; i++)
	{
		if (list->content != NULL && cell == gireport_amount_cells[i])
			return list->content->amounts[i];
	}
	return gireport_amount_datum(figures->value[cell], figures->scale[cell]);
}

/* Add a cell to the result. */
static void
put_cell(void *context, const gir_listed_cell *cell)
{
	listing    *list = context;
	const gir_figures *figures = list->report != NULL ? &list->report->figures : &list->content->figures;
	gir_state	state;
	Datum		values[CELLS_COUNT];
	bool		nulls[CELLS_COUNT] = {false};

	/* A stored report says no more than whether there is a number. */
	if (list->report != NULL)
		state = list->report->printed[cell->cell].state;
	else if (figures->known[cell->cell])
		state = GIR_STATE_NUMBER;
	else
		state = figures->row_present[cell->row] ? GIR_STATE_BLANK : GIR_STATE_MISSING;

	values[CELLS_SECTION] = Int32GetDatum(cell->section);
	values[CELLS_ROW_CODE] = CStringGetTextDatum(gir_rows[cell->row].code);
	values[CELLS_COLUMN_CODE] = CStringGetTextDatum(gir_column_codes[cell->column]);
	values[CELLS_ROW_LABEL] = row_label_datum(cell->form_row);
	values[CELLS_COLUMN_LABEL] = gireport_text_datum(cell->form_column->label,
													 strlen(cell->form_column->label));
	values[CELLS_STATE] = CStringGetTextDatum(gir_state_name(state));
	nulls[CELLS_VALUE] = state != GIR_STATE_NUMBER;
	if (state == GIR_STATE_NUMBER)
		values[CELLS_VALUE] = cell_datum(list, figures, cell->cell);

	nulls[CELLS_RAW] = nulls[CELLS_LINE] = nulls[CELLS_POSITION] = nulls[CELLS_LENGTH] =
		list->report == NULL || state == GIR_STATE_MISSING;
	if (!nulls[CELLS_RAW])
	{
		const gir_printed *printed = &list->report->printed[cell->cell];
		int32		start = gireport_position(&list->place, printed->raw.start);
		int32		end = gireport_position(&list->place, printed->raw.end);

		values[CELLS_RAW] = gireport_text_datum(list->place.bytes + printed->raw.start,
												printed->raw.end - printed->raw.start);
		values[CELLS_LINE] = Int32GetDatum((int32) printed->line);
		values[CELLS_POSITION] = Int32GetDatum(start);
		values[CELLS_LENGTH] = Int32GetDatum(end - start);
	}
	tuplestore_putvalues(list->result->setResult, list->result->setDesc, values, nulls);
}

/* gireport_cells(gireport) */
Datum
gireport_cells_of_report(PG_FUNCTION_ARGS)
{
	HeapTupleHeader report = PG_GETARG_HEAPTUPLEHEADER(0);
	gireport_content content;
	gir_row_forms forms;
	listing		list = {0};

	InitMaterializedSRF(fcinfo, 0);
	gireport_deform(gireport_types_of_argument(fcinfo, report), report, &content);
	list.result = (ReturnSetInfo *) fcinfo->resultinfo;
	list.content = &content;
	gir_forms_of_figures(&content.figures, &forms);
	gir_list_cells(&forms, put_cell, &list);
	return (Datum) 0;
}

/* gireport_cells(text) */
Datum
gireport_cells_of_text(PG_FUNCTION_ARGS)
{
	gireport_input input = gireport_get_input(fcinfo, 0);
	gir_callbacks callbacks = {NULL, gireport_check_interrupts, NULL};
	gir_report	report;
	gir_diagnostic error;
	gir_row_forms forms;
	listing		list = {0};

	InitMaterializedSRF(fcinfo, 0);
	if (!gir_parse(input.bytes, input.len, &callbacks, &report, &error))
		gireport_report_error(&input, &report, &error);
	list.result = (ReturnSetInfo *) fcinfo->resultinfo;
	list.report = &report;
	list.place.bytes = input.bytes;
	gir_forms_of_report(&report, &forms);
	gir_list_cells(&forms, put_cell, &list);
	return (Datum) 0;
}
