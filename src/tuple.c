/*
 * tuple.c
 *		The type gireport, a composite of composites: its descriptors, and values
 *		made from the core's figures.
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

#include "tuple.h"

/* Where the counts of a row begin, behind a header with or without its bits. */
#define ROW_DATA_OFFSET MAXALIGN(SizeofHeapTupleHeader + 1)

StaticAssertDecl(GIR_MAX_COLUMNS <= BITS_PER_BYTE, "a row's columns must fit into a byte");

/* Room for a row of counts. */
typedef union row_room
{
	HeapTupleHeaderData header;
	int64		align;
	char		bytes[ROW_DATA_OFFSET + GIR_MAX_COLUMNS * sizeof(int64)];
} row_room;

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
			type->place[j] = i;
			found++;
			break;
		}
		if (found <= j)
			wrong_type(type_id, names[j]);
	}

	for (i = 0; i < nattributes && type->ours[i] == i; i++)
		;
	type->simple = i == nattributes ? nattributes : 0;
}

/* Let the server make the headers of a row of counts. */
static void
make_headers(row_type *type)
{
	Datum		values[MAX_ATTRIBUTES];
	bool		nulls[MAX_ATTRIBUTES] = {false};
	HeapTuple	full;
	HeapTuple	partial;
	int			i;

	/* not a plain 0: counts are passed by reference on 32-bit machines */
	for (i = 0; i < type->descriptor->natts; i++)
		values[i] = Int64GetDatum(0);
	full = heap_form_tuple(type->descriptor, values, nulls);
	memset(nulls, true, sizeof(nulls));
	partial = heap_form_tuple(type->descriptor, values, nulls);
	if (full->t_data->t_hoff == ROW_DATA_OFFSET && partial->t_data->t_hoff == ROW_DATA_OFFSET)
	{
		type->full = full->t_data;
		type->partial = partial->t_data;
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
	for (i = 0; i < info->ncolumns && column_types[i] == INT8OID; i++)
		;
	if (i == info->ncolumns && types->kinds[kind].simple == types->kinds[kind].descriptor->natts)
		make_headers(&types->kinds[kind]);
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

/* ---- to Datums ---- */

/*
 * Build a row of counts in place.  It is what heap_form_tuple makes of them: a
 * header, a bit for each count if any is NULL, and those that are not.
 */
static Datum
form_counts(const row_type *type, const gir_figures *figures, int row, row_room *room)
{
	const bool *known = &figures->known[GIR_CELL(row, 0)];
	const int64_t *value = &figures->value[GIR_CELL(row, 0)];
	int64	   *next = (int64 *) (room->bytes + ROW_DATA_OFFSET);
	int			bits = 0;
	int			i;

	for (i = 0; i < type->simple; i++)
	{
		if (known[i])
		{
			*next++ = value[i];
			bits |= 1 << i;
		}
	}
	if (bits == (1 << type->simple) - 1)
		memcpy(room->bytes, type->full, ROW_DATA_OFFSET);
	else
	{
		memcpy(room->bytes, type->partial, ROW_DATA_OFFSET);
		room->header.t_bits[0] = (bits8) bits;
	}
	HeapTupleHeaderSetDatumLength(&room->header, (char *) next - room->bytes);
	return PointerGetDatum(&room->header);
}

/* Build a row, in the room given if it is one of counts. */
static Datum
form_row(gireport_types *types, const gireport_content *content, int row, row_room *room)
{
	const row_type *type = &types->kinds[gir_rows[row].kind];
	Datum		values[MAX_ATTRIBUTES];
	bool		nulls[MAX_ATTRIBUTES];
	int			i;

	if (type->full != NULL)
		return form_counts(type, &content->figures, row, room);
	for (i = 0; i < type->descriptor->natts; i++)
	{
		int			cell = GIR_CELL(row, type->ours[i]);
		int			amount;

		nulls[i] = type->ours[i] < 0 || !content->figures.known[cell];
		values[i] = (Datum) 0;
		if (nulls[i])
			continue;
		values[i] = Int64GetDatum(content->figures.value[cell]);
		for (amount = 0; amount < GIREPORT_AMOUNT_COUNT; amount++)
		{
			if (gireport_amount_cells[amount] == cell)
				values[i] = content->amounts[amount];
		}
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
	row_room	rooms[MAX_ATTRIBUTES];
	int			i;

	for (i = 0; i < type->descriptor->natts; i++)
	{
		int			row = gir_sections[section].first_row + type->ours[i];

		nulls[i] = type->ours[i] < 0 || !content->figures.row_present[row];
		values[i] = nulls[i] ? (Datum) 0 : form_row(types, content, row, &rooms[i]);
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
	return NumericGetDatum(int64_div_fast_to_numeric(value, scale));
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
