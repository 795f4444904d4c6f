/*
 * tuple.c
 *		Values of the type gireport: composites of composites, to and from the
 *		core's figures.
 *
 * The descriptors are found once per call site, and attributes by their names,
 * so that the types may grow.
 */
#include "postgres.h"

#include "access/htup_details.h"
#include "access/tupdesc.h"
#include "catalog/pg_type.h"
#include "funcapi.h"
#include "utils/builtins.h"
#include "utils/fmgrprotos.h"
#include "utils/lsyscache.h"
#include "utils/memutils.h"
#include "utils/numeric.h"
#include "utils/typcache.h"

#include "gireport.h"

/* Attributes of the type gireport itself. */
enum
{
	ATTR_TITLE,
	ATTR_AGENCY,
	ATTR_YEAR,
	ATTR_FIRST_SECTION,
	ATTR_COUNT = ATTR_FIRST_SECTION + GIR_SECTION_COUNT
};

/* More attributes than any of the types has, with room for additions. */
#define MAX_ATTRIBUTES 64

/* A composite type: its descriptor, and which of its attributes are ours. */
typedef struct row_type
{
	TupleDesc	descriptor;

	/* our number of the attribute at each place, or -1 if it is not ours */
	int			ours[MAX_ATTRIBUTES];
} row_type;

struct gireport_types
{
	Oid			type_id;
	row_type	report;
	row_type	sections[GIR_SECTION_COUNT];
	row_type	kinds[GIR_KIND_COUNT];
};

const int	gireport_amount_cells[GIREPORT_AMOUNT_COUNT] = {
	/* fees.amount, procurement.amount: their places in their kinds' columns */
	GIR_CELL(GIR_ROW_FEES, 0),
	GIR_CELL(GIR_ROW_PROCUREMENT, 1),
};

/* ---- descriptors ---- */

/* Raise the error that a type is not as the extension made it. */
static void
wrong_type(Oid type_id, const char *name)
{
	ereport(ERROR,
			(errcode(ERRCODE_DATATYPE_MISMATCH),
			 errmsg("type %s is not as the extension gireport made it", format_type_be(type_id)),
			 errdetail("Its attribute \"%s\" is missing or of another type.", name)));
}

/*
 * Look up a composite type and find our attributes in it by name.  Types of the
 * attributes are checked if "types" is given, and stored there if InvalidOid.
 */
static void
look_up_row_type(row_type *type, Oid type_id, int nattributes, const char *const *names,
				 Oid *types)
{
	TupleDesc	descriptor = lookup_rowtype_tupdesc(type_id, -1);
	int			found = 0;
	int			i,
				j;

	type->descriptor = CreateTupleDescCopy(descriptor);
	ReleaseTupleDesc(descriptor);
	if (type->descriptor->natts > MAX_ATTRIBUTES)
		wrong_type(type_id, names[0]);

	for (i = 0; i < type->descriptor->natts; i++)
		type->ours[i] = -1;
	for (j = 0; j < nattributes; j++)
	{
		for (i = 0; i < type->descriptor->natts; i++)
		{
			Form_pg_attribute attribute = TupleDescAttr(type->descriptor, i);

			if (attribute->attisdropped || strcmp(NameStr(attribute->attname), names[j]) != 0)
				continue;
			if (types[j] == InvalidOid)
				types[j] = attribute->atttypid;
			else if (types[j] != attribute->atttypid)
				wrong_type(type_id, names[j]);
			type->ours[i] = j;
			found++;
			break;
		}
		if (found <= j)
			wrong_type(type_id, names[j]);
	}
}

/* Look up the type of a kind of row. */
static void
look_up_kind(gireport_types *types, gir_kind kind, Oid type_id)
{
	const gir_kind_info *info = &gir_kinds[kind];
	const char *names[GIR_MAX_COLUMNS];
	Oid			column_types[GIR_MAX_COLUMNS];
	int			i;

	for (i = 0; i < info->ncolumns; i++)
	{
		names[i] = gir_column_codes[info->columns[i]];
		column_types[i] = info->columns[i] == GIR_COL_AMOUNT ? NUMERICOID : INT8OID;
	}
	look_up_row_type(&types->kinds[kind], type_id, info->ncolumns, names, column_types);
}

/* Look up the type of a section, and those of its rows. */
static void
look_up_section(gireport_types *types, int section, Oid type_id)
{
	const gir_section_info *info = &gir_sections[section];
	const char *names[GIR_ROW_COUNT] = {NULL};
	Oid			row_types[GIR_ROW_COUNT];
	int			nrows = info->last_row - info->first_row + 1;
	int			i;

	for (i = 0; i < nrows; i++)
	{
		names[i] = gir_rows[info->first_row + i].code;
		row_types[i] = InvalidOid;
	}
	look_up_row_type(&types->sections[section], type_id, nrows, names, row_types);
	for (i = 0; i < nrows; i++)
	{
		gir_kind	kind = gir_rows[info->first_row + i].kind;

		if (types->kinds[kind].descriptor == NULL)
			look_up_kind(types, kind, row_types[i]);
		else if (types->kinds[kind].descriptor->tdtypeid != row_types[i])
			wrong_type(type_id, names[i]);
	}
}

/* The descriptors, found once per call site. */
gireport_types *
gireport_get_types(FunctionCallInfo fcinfo, Oid type_id)
{
	gireport_types *types = (gireport_types *) fcinfo->flinfo->fn_extra;
	static const char *const names[ATTR_COUNT] = {
		"title", "agency", "year", "proactive", "requests", "disputes"
	};
	Oid			attribute_types[ATTR_COUNT] = {TEXTOID, TEXTOID, INT4OID};
	MemoryContext old_context;
	int			i;

	if (types != NULL && types->type_id == type_id)
		return types;

	old_context = MemoryContextSwitchTo(fcinfo->flinfo->fn_mcxt);
	types = palloc0(sizeof(gireport_types));
	look_up_row_type(&types->report, type_id, ATTR_COUNT, names, attribute_types);
	for (i = 0; i < GIR_SECTION_COUNT; i++)
		look_up_section(types, i, attribute_types[ATTR_FIRST_SECTION + i]);
	types->type_id = type_id;
	MemoryContextSwitchTo(old_context);
	fcinfo->flinfo->fn_extra = types;
	return types;
}

/* The descriptors of the type that the function returns. */
gireport_types *
gireport_types_of_result(FunctionCallInfo fcinfo)
{
	gireport_types *types = (gireport_types *) fcinfo->flinfo->fn_extra;

	if (types != NULL)
		return types;
	return gireport_get_types(fcinfo, get_func_rettype(fcinfo->flinfo->fn_oid));
}

/* The descriptors of an argument's type. */
gireport_types *
gireport_types_of_argument(FunctionCallInfo fcinfo, HeapTupleHeader report)
{
	return gireport_get_types(fcinfo, HeapTupleHeaderGetTypeId(report));
}

/* ---- from Datums ---- */

/* Take a composite Datum apart. */
static void
deform(const row_type *type, HeapTupleHeader header, Datum *values, bool *nulls)
{
	HeapTupleData tuple;

	tuple.t_len = HeapTupleHeaderGetDatumLength(header);
	ItemPointerSetInvalid(&tuple.t_self);
	tuple.t_tableOid = InvalidOid;
	tuple.t_data = header;
	heap_deform_tuple(&tuple, type->descriptor, values, nulls);
}

/*
 * An amount as digits and scale.  What does not fit is the nearest that does:
 * the figures' amounts are for comparison, the Datum beside them is exact.
 */
static void
read_amount(Datum amount, int64_t *value, uint8_t *scale)
{
	char	   *digits = DatumGetCString(DirectFunctionCall1(numeric_out, amount));
	bool		negative = digits[0] == '-';
	bool		point = false;
	int64_t		result = 0;
	int			decimals = 0;
	const char *p;

	for (p = digits + negative; *p != '\0'; p++)
	{
		if (*p == '.')
		{
			point = true;
			continue;
		}
		/* NaN, infinity, or too many digits */
		if (*p < '0' || *p > '9' || result > (PG_INT64_MAX - 9) / 10 || decimals == PG_UINT8_MAX)
		{
			if (!point)
			{
				result = PG_INT64_MAX;
				decimals = 0;
			}
			break;
		}
		result = result * 10 + (*p - '0');
		if (point)
			decimals++;
	}
	*value = negative ? -result : result;
	*scale = (uint8_t) decimals;
	pfree(digits);
}

/* The number of an amount among the amounts, or -1. */
static int
amount_number(int cell)
{
	int			i;

	for (i = 0; i < GIREPORT_AMOUNT_COUNT; i++)
	{
		if (gireport_amount_cells[i] == cell)
			return i;
	}
	return -1;
}

/* Take a row apart. */
static void
deform_row(gireport_types *types, Datum datum, int row, gireport_content *content)
{
	const row_type *type = &types->kinds[gir_rows[row].kind];
	HeapTupleHeader header = DatumGetHeapTupleHeader(datum);
	Datum		values[MAX_ATTRIBUTES];
	bool		nulls[MAX_ATTRIBUTES];
	int			i;

	deform(type, header, values, nulls);
	content->figures.row_present[row] = true;
	for (i = 0; i < type->descriptor->natts; i++)
	{
		int			cell,
					amount;

		if (type->ours[i] < 0 || nulls[i])
			continue;
		cell = GIR_CELL(row, type->ours[i]);
		content->figures.known[cell] = true;
		amount = amount_number(cell);
		if (amount >= 0)
		{
			content->amounts[amount] = values[i];
			read_amount(values[i], &content->figures.value[cell], &content->figures.scale[cell]);
		}
		else
			content->figures.value[cell] = DatumGetInt64(values[i]);
	}
}

/* Take a section apart. */
static void
deform_section(gireport_types *types, Datum datum, int section, gireport_content *content)
{
	const row_type *type = &types->sections[section];
	HeapTupleHeader header = DatumGetHeapTupleHeader(datum);
	Datum		values[MAX_ATTRIBUTES];
	bool		nulls[MAX_ATTRIBUTES];
	int			i;

	deform(type, header, values, nulls);
	content->figures.section_present[section] = true;
	for (i = 0; i < type->descriptor->natts; i++)
	{
		if (type->ours[i] >= 0 && !nulls[i])
			deform_row(types, values[i], gir_sections[section].first_row + type->ours[i], content);
	}
}

/* Take a value of the type apart. */
void
gireport_deform(gireport_types *types, HeapTupleHeader report, gireport_content *content)
{
	Datum		values[MAX_ATTRIBUTES];
	bool		nulls[MAX_ATTRIBUTES];
	int			i;

	memset(content, 0, sizeof(*content));
	content->title_null = content->agency_null = content->year_null = true;
	deform(&types->report, report, values, nulls);
	for (i = 0; i < types->report.descriptor->natts; i++)
	{
		int			ours = types->report.ours[i];

		if (ours < 0 || nulls[i])
			continue;
		switch (ours)
		{
			case ATTR_TITLE:
				content->title = values[i];
				content->title_null = false;
				break;
			case ATTR_AGENCY:
				content->agency = values[i];
				content->agency_null = false;
				break;
			case ATTR_YEAR:
				content->year = DatumGetInt32(values[i]);
				content->year_null = false;
				break;
			default:
				deform_section(types, values[i], ours - ATTR_FIRST_SECTION, content);
				break;
		}
	}
}

/* ---- to Datums ---- */

/* Build a row. */
static Datum
form_row(gireport_types *types, const gireport_content *content, int row)
{
	const row_type *type = &types->kinds[gir_rows[row].kind];
	Datum		values[MAX_ATTRIBUTES];
	bool		nulls[MAX_ATTRIBUTES];
	int			i;

	for (i = 0; i < type->descriptor->natts; i++)
	{
		int			cell = GIR_CELL(row, type->ours[i]);
		int			amount;

		nulls[i] = type->ours[i] < 0 || !content->figures.known[cell];
		values[i] = (Datum) 0;
		if (nulls[i])
			continue;
		amount = amount_number(cell);
		values[i] = amount >= 0 ? content->amounts[amount] :
			Int64GetDatum(content->figures.value[cell]);
	}
	return HeapTupleGetDatum(heap_form_tuple(type->descriptor, values, nulls));
}

/* Build a section. */
static Datum
form_section(gireport_types *types, const gireport_content *content, int section)
{
	const row_type *type = &types->sections[section];
	Datum		values[MAX_ATTRIBUTES];
	bool		nulls[MAX_ATTRIBUTES];
	int			i;

	for (i = 0; i < type->descriptor->natts; i++)
	{
		int			row = gir_sections[section].first_row + type->ours[i];

		nulls[i] = type->ours[i] < 0 || !content->figures.row_present[row];
		values[i] = nulls[i] ? (Datum) 0 : form_row(types, content, row);
	}
	return HeapTupleGetDatum(heap_form_tuple(type->descriptor, values, nulls));
}

/* Build a value of the type. */
Datum
gireport_form(gireport_types *types, const gireport_content *content)
{
	Datum		values[MAX_ATTRIBUTES];
	bool		nulls[MAX_ATTRIBUTES];
	int			i;

	for (i = 0; i < types->report.descriptor->natts; i++)
	{
		int			ours = types->report.ours[i];

		values[i] = (Datum) 0;
		nulls[i] = true;
		switch (ours)
		{
			case -1:
				break;
			case ATTR_TITLE:
				values[i] = content->title;
				nulls[i] = content->title_null;
				break;
			case ATTR_AGENCY:
				values[i] = content->agency;
				nulls[i] = content->agency_null;
				break;
			case ATTR_YEAR:
				values[i] = Int32GetDatum(content->year);
				nulls[i] = content->year_null;
				break;
			default:
				nulls[i] = !content->figures.section_present[ours - ATTR_FIRST_SECTION];
				if (!nulls[i])
					values[i] = form_section(types, content, ours - ATTR_FIRST_SECTION);
				break;
		}
	}
	return HeapTupleGetDatum(heap_form_tuple(types->report.descriptor, values, nulls));
}

/* An amount of the figures as numeric. */
Datum
gireport_amount_datum(int64 value, int scale)
{
	char		digits[64];
	char		text[64];
	int			len;
	int			point;
	uint64		absolute = value < 0 ? (uint64) 0 - (uint64) value : (uint64) value;

	len = snprintf(digits, sizeof(digits), "%0*llu", scale + 1, (unsigned long long) absolute);
	point = len - scale;
	snprintf(text, sizeof(text), "%s%.*s%s%s", value < 0 ? "-" : "", point, digits,
			 scale > 0 ? "." : "", digits + point);
	return DirectFunctionCall3(numeric_in, CStringGetDatum(text),
							   ObjectIdGetDatum(InvalidOid), Int32GetDatum(-1));
}

/* A sum of figures as numeric. */
Datum
gireport_wide_datum(gir_wide value)
{
	char		digits[32];

	gir_wide_format(value, digits);
	return DirectFunctionCall3(numeric_in, CStringGetDatum(digits),
							   ObjectIdGetDatum(InvalidOid), Int32GetDatum(-1));
}
