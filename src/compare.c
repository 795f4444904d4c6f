/*
 * compare.c
 *		gireport_check_years, gireport_check_rollup and gireport_diff: two reports.
 */
#include "postgres.h"

#include "funcapi.h"
#include "nodes/execnodes.h"
#include "utils/builtins.h"
#include "utils/fmgrprotos.h"
#include "utils/tuplestore.h"

#include "finding.h"

PG_FUNCTION_INFO_V1(gireport_check_years);
PG_FUNCTION_INFO_V1(gireport_check_rollup);
PG_FUNCTION_INFO_V1(gireport_diff);

/* Columns of the result of gireport_diff. */
enum
{
	DIFF_SECTION,
	DIFF_ROW_CODE,
	DIFF_COLUMN_CODE,
	DIFF_ROW_LABEL,
	DIFF_COLUMN_LABEL,
	DIFF_A,
	DIFF_B,
	DIFF_DIFFERENCE,
	DIFF_COUNT
};

/* Two reports and where their differences go to. */
typedef struct comparison
{
	ReturnSetInfo *result;
	const gireport_content *a;
	const gireport_content *b;
} comparison;

/* Check a report together with another. */
static void
check_two(FunctionCallInfo fcinfo, gir_scope scope, int first, int second)
{
	gireport_content content;
	gireport_content other;
	gir_subject subject;

	gireport_get_content(fcinfo, first, &content);
	gireport_get_content(fcinfo, second, &other);
	gireport_get_subject(&content, &subject);
	subject.other = &other.figures;
	subject.other_year = other.year_null ? 0 : other.year;
	gireport_put_findings(fcinfo, scope, &subject, false, GIR_INFO);
}

/* gireport_check_years(previous gireport, current gireport) */
Datum
gireport_check_years(PG_FUNCTION_ARGS)
{
	check_two(fcinfo, GIR_SCOPE_YEARS, 1, 0);
	return (Datum) 0;
}

/* gireport_check_rollup(parent gireport, children_sum gireport) */
Datum
gireport_check_rollup(PG_FUNCTION_ARGS)
{
	check_two(fcinfo, GIR_SCOPE_ROLLUP, 0, 1);
	return (Datum) 0;
}

/* The number in a cell as numeric. */
static Datum
cell_datum(const gireport_content *content, int cell)
{
	int			i;

	for (i = 0; i < GIREPORT_AMOUNT_COUNT; i++)
	{
		if (cell == gireport_amount_cells[i])
			return content->amounts[i];
	}
	return gireport_amount_datum(content->figures.value[cell], 0);
}

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

/* Add a cell to the result if the reports differ there. */
static void
put_difference(void *context, const gir_listed_cell *cell)
{
	comparison *c = context;
	Datum		values[DIFF_COUNT];
	bool		nulls[DIFF_COUNT] = {false};

	nulls[DIFF_A] = !c->a->figures.known[cell->cell];
	nulls[DIFF_B] = !c->b->figures.known[cell->cell];
	nulls[DIFF_DIFFERENCE] = nulls[DIFF_A] || nulls[DIFF_B];
	if (nulls[DIFF_A] && nulls[DIFF_B])
		return;
	if (!nulls[DIFF_A])
		values[DIFF_A] = cell_datum(c->a, cell->cell);
	if (!nulls[DIFF_B])
		values[DIFF_B] = cell_datum(c->b, cell->cell);
	if (!nulls[DIFF_DIFFERENCE])
	{
		if (DatumGetBool(DirectFunctionCall2(numeric_eq, values[DIFF_A], values[DIFF_B])))
			return;
		values[DIFF_DIFFERENCE] = DirectFunctionCall2(numeric_sub, values[DIFF_A], values[DIFF_B]);
	}
	values[DIFF_SECTION] = Int32GetDatum(cell->section);
	values[DIFF_ROW_CODE] = CStringGetTextDatum(gir_rows[cell->row].code);
	values[DIFF_COLUMN_CODE] = CStringGetTextDatum(gir_column_codes[cell->column]);
	values[DIFF_ROW_LABEL] = row_label_datum(cell->form_row);
	values[DIFF_COLUMN_LABEL] = gireport_text_datum(cell->form_column->label,
													strlen(cell->form_column->label));
	tuplestore_putvalues(c->result->setResult, c->result->setDesc, values, nulls);
}

/* gireport_diff(a gireport, b gireport): the cells that differ. */
Datum
gireport_diff(PG_FUNCTION_ARGS)
{
	gireport_content a;
	gireport_content b;
	gir_row_forms forms;
	gir_row_forms forms_b;
	comparison	c;
	int			row;

	InitMaterializedSRF(fcinfo, 0);
	gireport_get_content(fcinfo, 0, &a);
	gireport_get_content(fcinfo, 1, &b);
	gir_forms_of_figures(&a.figures, &forms);
	gir_forms_of_figures(&b.figures, &forms_b);
	for (row = 0; row < GIR_ROW_COUNT; row++)
		forms.forms[row] |= forms_b.forms[row];
	c.result = (ReturnSetInfo *) fcinfo->resultinfo;
	c.a = &a;
	c.b = &b;
	gir_list_cells(&forms, put_difference, &c);
	return (Datum) 0;
}
