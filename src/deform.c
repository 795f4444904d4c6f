/*
 * deform.c
 *		Values of the type gireport taken apart, where they lie.
 *
 * A report is a composite of composites: the sections, and in them the rows.
 * PostgreSQL keeps an inner composite within the outer one, mostly with a short
 * header and thus not aligned; to get at its attributes the usual way is to copy
 * it and to make a Datum of each.  With 37 rows in a report that costs more than
 * what is done with the numbers, so rows of counts are read in place.  Types that
 * were changed by other means than the extension's are read in the usual way.
 */
#include "postgres.h"

#include "access/htup_details.h"
#include "access/tupdesc.h"
#include "access/tupmacs.h"
#include "utils/builtins.h"
#include "utils/fmgrprotos.h"
#include "utils/numeric.h"

#include "tuple.h"

/* A composite value as it lies in memory, at any alignment. */
typedef struct composite
{
	Size		size;			/* bytes that it takes up in the outer one */
	int			natts;			/* attributes stored; further ones are NULL */
	const bits8 *nulls;			/* as of heap tuples; NULL if no attribute is NULL */
	const char *data;			/* the first attribute that is not NULL */
} composite;

StaticAssertDecl(GIR_MAX_COLUMNS <= BITS_PER_BYTE, "a row's columns must fit into a byte");

/* A field of a composite's header. */
#define GET_HEADER_FIELD(destination, header, field) \
	memcpy(&(destination), (header) + offsetof(HeapTupleHeaderData, field), sizeof(destination))

/* Find the parts of a composite by its header, which may lie at any address. */
static inline void
find_parts(const char *header, composite *c)
{
	uint16		infomask;
	uint16		infomask2;
	uint8		data_offset;

	GET_HEADER_FIELD(infomask, header, t_infomask);
	GET_HEADER_FIELD(infomask2, header, t_infomask2);
	GET_HEADER_FIELD(data_offset, header, t_hoff);

	c->natts = infomask2 & HEAP_NATTS_MASK;
	c->nulls = (infomask & HEAP_HASNULL) ?
		(const bits8 *) header + offsetof(HeapTupleHeaderData, t_bits) : NULL;
	c->data = header + data_offset;
}

/* Open a composite with a long header; it is copied if it is compressed. */
static pg_noinline void
open_long(const char *attribute, composite *c)
{
	struct varlena *value = (struct varlena *) unconstify(char *, attribute);

	c->size = VARSIZE_ANY(value);
	find_parts((const char *) pg_detoast_datum(value), c);
}

/*
 * Open a composite that is an attribute of another.  Its length word is mostly
 * short; the header's other fields are then found by their distance from its end.
 */
static inline void
open_composite(const char *attribute, composite *c)
{
	if (likely(VARATT_IS_SHORT(attribute) && !VARATT_IS_EXTERNAL(attribute)))
	{
		c->size = VARSIZE_SHORT(attribute);
		find_parts(attribute + VARHDRSZ_SHORT - VARHDRSZ, c);
	}
	else
		open_long(attribute, c);
}

/* Is an attribute NULL? */
static inline bool
is_null(const composite *c, int attribute)
{
	return attribute >= c->natts || (c->nulls != NULL && att_isnull(attribute, c->nulls));
}

/* Take a composite Datum apart, whatever its type has become. */
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

/* ---- amounts ---- */

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

/* ---- rows ---- */

/* Show a row of counts in place: a simple type, all bigint.  Returns its size. */
static inline Size
walk_counts(const row_type *type, const char *attribute, int row, const gireport_walk *walk)
{
	gireport_row shown;
	composite	c;

	open_composite(attribute, &c);
	shown.row = row;
	shown.counts = c.data;
	shown.amount_known = false;
	shown.amount = (Datum) 0;
	shown.columns = (1 << Min(type->simple, c.natts)) - 1;
	if (c.nulls != NULL)
		shown.columns &= c.nulls[0];	/* the bits of what is not NULL */
	walk->row(walk->context, &shown);
	return c.size;
}

/* Show any row. */
static pg_noinline void
walk_values(const row_type *type, const char *attribute, int row, const gireport_walk *walk)
{
	gireport_row shown = {.row = row};
	int64		counts[GIR_MAX_COLUMNS];
	int			ncounts = 0;
	Datum		values[MAX_ATTRIBUTES];
	bool		nulls[MAX_ATTRIBUTES];
	int			slot;

	deform(type, DatumGetHeapTupleHeader(PointerGetDatum(attribute)), values, nulls);
	for (slot = 0; slot < gir_kinds[gir_rows[row].kind].ncolumns; slot++)
	{
		int			place = type->place[slot];

		if (nulls[place])
			continue;
		if (gir_cell_is_amount(GIR_CELL(row, slot)))
		{
			shown.amount_known = true;
			shown.amount = values[place];
			continue;
		}
		shown.columns |= 1 << slot;
		counts[ncounts++] = DatumGetInt64(values[place]);
	}
	shown.counts = (const char *) counts;
	walk->row(walk->context, &shown);
}

/* Show a row.  Returns its size. */
static inline Size
walk_row(const gireport_types *types, const char *attribute, int row, const gireport_walk *walk)
{
	gir_kind	kind = gir_rows[row].kind;
	const row_type *type = &types->kinds[kind];

	if (type->simple > 0 && kind != GIR_KIND_FEES && kind != GIR_KIND_PROCUREMENT)
		return walk_counts(type, attribute, row, walk);
	walk_values(type, attribute, row, walk);
	return VARSIZE_ANY(attribute);
}

/* ---- sections and reports ---- */

/* Show a section and its rows. */
static void
walk_section(const gireport_types *types, Datum datum, int section, const gireport_walk *walk)
{
	const row_type *type = &types->sections[section];
	HeapTupleHeader header = DatumGetHeapTupleHeader(datum);
	int			first = gir_sections[section].first_row;
	int			nrows = gir_sections[section].last_row - first + 1;
	Datum		values[MAX_ATTRIBUTES];
	bool		nulls[MAX_ATTRIBUTES];
	composite	c;
	const char *next;
	int			i;

	walk->section(walk->context, section);
	if (type->simple == 0)
	{
		deform(type, header, values, nulls);
		for (i = 0; i < nrows; i++)
		{
			int			place = type->place[i];

			if (!nulls[place])
				(void) walk_row(types, DatumGetPointer(values[place]), first + i, walk);
		}
		return;
	}

	/* the section is aligned here, and so are rows with a long header */
	open_composite((const char *) header, &c);
	next = c.data;
	for (i = 0; i < nrows; i++)
	{
		if (is_null(&c, i))
			continue;
		/* what comes before a long header is zero */
		if (*next == 0)
			next = c.data + TYPEALIGN(ALIGNOF_DOUBLE, next - c.data);
		next += walk_row(types, next, first + i, walk);
	}
}

/* Show the sections of a report that was taken apart. */
static void
walk_sections(const gireport_types *types, const Datum *values, const bool *nulls,
			  const gireport_walk *walk)
{
	int			i;

	for (i = 0; i < GIR_SECTION_COUNT; i++)
	{
		int			place = types->report.place[ATTR_FIRST_SECTION + i];

		if (!nulls[place])
			walk_section(types, values[place], i, walk);
	}
}

/* Show the sections and rows of a value. */
void
gireport_walk_rows(gireport_types *types, HeapTupleHeader report, const gireport_walk *walk)
{
	Datum		values[MAX_ATTRIBUTES];
	bool		nulls[MAX_ATTRIBUTES];

	deform(&types->report, report, values, nulls);
	walk_sections(types, values, nulls, walk);
}

/* ---- the whole content ---- */

/* Take down a section. */
static void
take_section(void *context, int section)
{
	gireport_content *content = context;

	content->figures.section_present[section] = true;
}

/* Take down a row. */
static void
take_row(void *context, const gireport_row *row)
{
	gireport_content *content = context;
	gir_figures *figures = &content->figures;
	int			first = GIR_CELL(row->row, 0);
	const char *next = row->counts;
	int			i;

	figures->row_present[row->row] = true;
	if (row->columns == (1 << GIR_MAX_COLUMNS) - 1)
	{
		memcpy(&figures->value[first], next, GIR_MAX_COLUMNS * sizeof(int64));
		memset(&figures->known[first], true, GIR_MAX_COLUMNS);
		return;
	}
	for (i = 0; row->columns >> i != 0; i++)
	{
		if ((row->columns & 1 << i) == 0)
			continue;
		memcpy(&figures->value[first + i], next, sizeof(int64));
		next += sizeof(int64);
		figures->known[first + i] = true;
	}
	for (i = 0; row->amount_known && i < GIREPORT_AMOUNT_COUNT; i++)
	{
		int			cell = gireport_amount_cells[i];

		if ((int) GIR_CELL_ROW(cell) != row->row)
			continue;
		figures->known[cell] = true;
		content->amounts[i] = row->amount;
		read_amount(row->amount, &figures->value[cell], &figures->scale[cell]);
	}
}

/* Take a value of the type apart. */
void
gireport_deform(gireport_types *types, HeapTupleHeader report, gireport_content *content)
{
	const gireport_walk walk = {take_section, take_row, content};
	const int  *place = types->report.place;
	Datum		values[MAX_ATTRIBUTES];
	bool		nulls[MAX_ATTRIBUTES];

	memset(content, 0, sizeof(*content));
	deform(&types->report, report, values, nulls);
	content->title_null = nulls[place[ATTR_TITLE]];
	content->title = values[place[ATTR_TITLE]];
	content->agency_null = nulls[place[ATTR_AGENCY]];
	content->agency = values[place[ATTR_AGENCY]];
	content->year_null = nulls[place[ATTR_YEAR]];
	content->year = content->year_null ? 0 : DatumGetInt32(values[place[ATTR_YEAR]]);
	walk_sections(types, values, nulls, &walk);
}
