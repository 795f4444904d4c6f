/*
 * metrics.c
 *		gireport_metrics: the rates that are computed from a report.
 */
#include "postgres.h"

#include "access/htup_details.h"
#include "funcapi.h"
#include "utils/fmgrprotos.h"
#include "utils/lsyscache.h"
#include "utils/typcache.h"

#include "core/metrics.h"
#include "finding.h"

PG_FUNCTION_INFO_V1(gireport_metrics);

/* The metric of a name, or NULL. */
static const gir_metric *
find_metric(const char *name)
{
	int			i;

	for (i = 0; i < GIR_METRIC_COUNT; i++)
	{
		if (strcmp(gir_metric_code(gir_metric_at(i)), name) == 0)
			return gir_metric_at(i);
	}
	return NULL;
}

/* The value of a metric as numeric, or NULL. */
static Datum
metric_datum(const gir_figures *figures, const gir_metric *metric, bool *is_null)
{
	gir_ratio	ratio;
	Datum		numerator;

	*is_null = metric == NULL || !gir_compute_metric(figures, metric, &ratio);
	if (*is_null)
		return (Datum) 0;
	numerator = gireport_wide_datum(ratio.numerator);
	if (!gir_metric_is_ratio(metric))
		return numerator;
	return DirectFunctionCall2(numeric_div, numerator, gireport_wide_datum(ratio.denominator));
}

/* gireport_metrics(gireport): attributes are found by their names, for the type may grow. */
Datum
gireport_metrics(PG_FUNCTION_ARGS)
{
	gireport_content content;
	TupleDesc	descriptor;
	Datum	   *values;
	bool	   *nulls;
	HeapTuple	tuple;
	int			i;

	gireport_get_content(fcinfo, 0, &content);
	descriptor = lookup_rowtype_tupdesc(get_func_rettype(fcinfo->flinfo->fn_oid), -1);
	values = palloc0(descriptor->natts * sizeof(Datum));
	nulls = palloc(descriptor->natts * sizeof(bool));
	for (i = 0; i < descriptor->natts; i++)
	{
		Form_pg_attribute attribute = TupleDescAttr(descriptor, i);
		const gir_metric *metric = attribute->attisdropped ? NULL :
			find_metric(NameStr(attribute->attname));

		values[i] = metric_datum(&content.figures, metric, &nulls[i]);
	}
	tuple = heap_form_tuple(descriptor, values, nulls);
	ReleaseTupleDesc(descriptor);
	PG_RETURN_DATUM(HeapTupleGetDatum(tuple));
}
