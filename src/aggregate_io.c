/*
 * aggregate_io.c
 *		Text and binary forms of the state of sum(gireport).
 *
 * The text form is the version and then, in the order of the record, what is
 * present and known:
 *
 *		1 proactive{licensing{decisions=12} fees{amount=0.30}} requests{}
 *
 * The binary form is the version, the flags of the sections, the flags of each
 * row, a byte each, and the known cells in the order of the record: counts as
 * bigint is sent, amounts as numeric is sent.
 *
 * There is one way to write a state as text, and no other is read; in the binary
 * form only numeric, which reads its own part, takes a number with needless
 * digits.
 */
#include "postgres.h"

#include <errno.h>

#include "fmgr.h"
#include "lib/stringinfo.h"
#include "libpq/pqformat.h"
#include "mb/pg_wchar.h"
#include "port/pg_bswap.h"
#include "utils/builtins.h"
#include "utils/fmgrprotos.h"
#include "utils/numeric.h"

#include "aggregate.h"

/* Digits that a bigint has, and that a numeric has before and after the point. */
#define MAX_COUNT_DIGITS 19
#define MAX_WHOLE_DIGITS 131072
#define MAX_FRACTION_DIGITS 16383

/* Bytes of a numeric as sent: its header, which starts with the number of digits. */
#define SENT_NUMERIC_HEADER 8
#define SENT_NUMERIC_DIGIT 2

/* Bytes of a damaged text form that the error shows. */
#define MAX_SHOWN 60

StaticAssertDecl(sizeof(long long) == sizeof(int64), "strtoll must read a bigint");

/* A text form being read. */
typedef struct sum_reader
{
	const char *next;
	const char *expected;		/* what was not found at "next" */
	const char *after;			/* the name that it was expected after */
} sum_reader;

PG_FUNCTION_INFO_V1(gireport_sum_in);
PG_FUNCTION_INFO_V1(gireport_sum_out);
PG_FUNCTION_INFO_V1(gireport_sum_recv);
PG_FUNCTION_INFO_V1(gireport_sum_send);

static bool take(sum_reader *reader, const char *before, const char *name, char after);
static int	number_length(const char *text, int max_whole, int max_fraction);
static bool read_count(sum_reader *reader, int64 *count);
static bool read_amount(sum_reader *reader, Numeric *amount);
static bool read_row(sum_reader *reader, gireport_sum **sum, int row);
static bool read_sum(sum_reader *reader, gireport_sum **sum);
static void write_row(StringInfo text, const gireport_sum *sum, int row);
static void invalid_binary(StringInfo buffer, const char *problem);
static void need_bytes(StringInfo buffer, int count);
static Numeric receive_amount(StringInfo buffer);

/* Go past a name and what encloses it, if that is what follows. */
static bool
take(sum_reader *reader, const char *before, const char *name, char after)
{
	size_t		before_len = strlen(before);
	size_t		name_len = strlen(name);

	if (strncmp(reader->next, before, before_len) != 0 ||
		strncmp(reader->next + before_len, name, name_len) != 0 ||
		reader->next[before_len + name_len] != after)
		return false;
	reader->next += before_len + name_len + 1;
	reader->after = name;
	return true;
}

/*
 * The length of a number written as the server writes it, or 0: no plus sign,
 * no leading zeros, no minus before zero.
 */
static int
number_length(const char *text, int max_whole, int max_fraction)
{
	const char *whole = (*text == '-') ? text + 1 : text;
	const char *next = whole + strspn(whole, "0123456789");
	const char *fraction;

	if (next == whole || next - whole > max_whole)
		return 0;
	if (*whole == '0' && next - whole > 1)
		return 0;

	if (max_fraction > 0 && *next == '.')
	{
		fraction = next + 1;
		next = fraction + strspn(fraction, "0123456789");
		if (next == fraction || next - fraction > max_fraction)
			return 0;
	}

	if (*text == '-' && (ptrdiff_t) strspn(whole, "0.") >= next - whole)
		return 0;
	return next - text;
}

/* Read a count. */
static bool
read_count(sum_reader *reader, int64 *count)
{
	int			len = number_length(reader->next, MAX_COUNT_DIGITS, 0);

	errno = 0;
	*count = strtoll(reader->next, NULL, 10);
	if (len == 0 || errno != 0)
	{
		reader->expected = "a bigint";
		return false;
	}
	reader->next += len;
	return true;
}

/* Read an amount. */
static bool
read_amount(sum_reader *reader, Numeric *amount)
{
	static const char *const specials[] = {"NaN", "Infinity", "-Infinity"};
	int			len = number_length(reader->next, MAX_WHOLE_DIGITS, MAX_FRACTION_DIGITS);
	int			i;

	for (i = 0; len == 0 && i < (int) lengthof(specials); i++)
	{
		if (strncmp(reader->next, specials[i], strlen(specials[i])) == 0)
			len = strlen(specials[i]);
	}
	if (len == 0)
	{
		reader->expected = "a numeric";
		return false;
	}

	/* This is a number within the limits of numeric and raises no error. */
	*amount = DatumGetNumeric(DirectFunctionCall3(numeric_in,
												  CStringGetDatum(pnstrdup(reader->next, len)),
												  ObjectIdGetDatum(InvalidOid),
												  Int32GetDatum(-1)));
	reader->next += len;
	return true;
}

/* Read the columns of a row. */
static bool
read_row(sum_reader *reader, gireport_sum **sum, int row)
{
	const gir_kind_info *kind = &gir_kinds[gir_rows[row].kind];
	const char *separator = "";
	int			column;

	(*sum)->rows[row] = GIREPORT_SUM_ROW_PRESENT;
	for (column = 0; column < kind->ncolumns; column++)
	{
		int			cell = GIR_CELL(row, column);
		Numeric		amount;

		if (!take(reader, separator, gir_column_codes[kind->columns[column]], '='))
			continue;
		separator = " ";

		if (!gir_cell_is_amount(cell))
		{
			if (!read_count(reader, &(*sum)->sums[cell]))
				return false;
		}
		else
		{
			if (!read_amount(reader, &amount))
				return false;
			*sum = gireport_sum_set_amount(*sum, gireport_sum_amount_number(cell), amount);
		}
		(*sum)->rows[row] |= GIREPORT_SUM_COLUMN(column);
	}

	if (*reader->next != '}')
	{
		reader->expected = "a further column of the row or \"}\"";
		return false;
	}
	reader->next++;
	return true;
}

/* Read a whole state. */
static bool
read_sum(sum_reader *reader, gireport_sum **sum)
{
	char		version[16];
	const char *separator;
	int			i;
	int			row;

	snprintf(version, sizeof(version), "%d", GIREPORT_SUM_VERSION);
	if (strncmp(reader->next, version, strlen(version)) != 0)
	{
		reader->expected = "the version of the state";
		return false;
	}
	reader->next += strlen(version);

	for (i = 0; i < GIR_SECTION_COUNT; i++)
	{
		if (!take(reader, " ", gir_sections[i].code, '{'))
			continue;
		(*sum)->sections |= 1 << i;

		separator = "";
		for (row = gir_sections[i].first_row; row <= (int) gir_sections[i].last_row; row++)
		{
			if (!take(reader, separator, gir_rows[row].code, '{'))
				continue;
			separator = " ";
			if (!read_row(reader, sum, row))
				return false;
		}

		if (*reader->next != '}')
		{
			reader->expected = "a further row of the section or \"}\"";
			return false;
		}
		reader->next++;
	}

	if (*reader->next != '\0')
	{
		reader->expected = "a further section or the end";
		return false;
	}
	return true;
}

/* Text to state. */
Datum
gireport_sum_in(PG_FUNCTION_ARGS)
{
	char	   *text = PG_GETARG_CSTRING(0);
	sum_reader	reader = {.next = text};
	gireport_sum *sum = gireport_sum_new();
	int			shown;

	if (!read_sum(&reader, &sum))
	{
		shown = pg_mbcliplen(text, strlen(text), MAX_SHOWN);
		ereturn(fcinfo->context, (Datum) 0,
				(errcode(ERRCODE_INVALID_TEXT_REPRESENTATION),
				 errmsg("invalid input syntax for type %s: \"%.*s%s\"", "gireport_sum",
						shown, text, text[shown] != '\0' ? "..." : ""),
				 reader.after != NULL
				 ? errdetail("Expected %s at byte %d, after \"%s\".", reader.expected,
							 (int) (reader.next - text) + 1, reader.after)
				 : errdetail("Expected %s at byte %d.", reader.expected,
							 (int) (reader.next - text) + 1)));
	}

	gireport_sum_assert(sum);
	PG_RETURN_POINTER(sum);
}

/* Write the columns of a row. */
static void
write_row(StringInfo text, const gireport_sum *sum, int row)
{
	const gir_kind_info *kind = &gir_kinds[gir_rows[row].kind];
	const char *separator = "";
	int			column;

	for (column = 0; column < kind->ncolumns; column++)
	{
		int			cell = GIR_CELL(row, column);
		char		digits[MAX_COUNT_DIGITS + 2];

		if (!gireport_sum_known(sum, cell))
			continue;
		appendStringInfoString(text, separator);
		appendStringInfoString(text, gir_column_codes[kind->columns[column]]);
		appendStringInfoChar(text, '=');
		separator = " ";

		if (!gir_cell_is_amount(cell))
		{
			pg_lltoa(sum->sums[cell], digits);
			appendStringInfoString(text, digits);
		}
		else
		{
			Numeric		amount = gireport_sum_amount(sum, gireport_sum_amount_number(cell));

			appendStringInfoString(text,
								   DatumGetCString(DirectFunctionCall1(numeric_out,
																	   NumericGetDatum(amount))));
		}
	}
}

/* State to text. */
Datum
gireport_sum_out(PG_FUNCTION_ARGS)
{
	const gireport_sum *sum = gireport_sum_get(PG_GETARG_DATUM(0));
	const char *separator;
	StringInfoData text;
	int			i;
	int			row;

	initStringInfo(&text);
	appendStringInfo(&text, "%d", GIREPORT_SUM_VERSION);
	for (i = 0; i < GIR_SECTION_COUNT; i++)
	{
		if ((sum->sections & (1 << i)) == 0)
			continue;
		appendStringInfo(&text, " %s{", gir_sections[i].code);

		separator = "";
		for (row = gir_sections[i].first_row; row <= (int) gir_sections[i].last_row; row++)
		{
			if (sum->rows[row] == 0)
				continue;
			appendStringInfo(&text, "%s%s{", separator, gir_rows[row].code);
			separator = " ";
			write_row(&text, sum, row);
			appendStringInfoChar(&text, '}');
		}
		appendStringInfoChar(&text, '}');
	}
	PG_RETURN_CSTRING(text.data);
}

/* Raise the error for a damaged binary form. */
static void
invalid_binary(StringInfo buffer, const char *problem)
{
	ereport(ERROR,
			(errcode(ERRCODE_INVALID_BINARY_REPRESENTATION),
			 errmsg("invalid binary representation of type %s", "gireport_sum"),
			 errdetail("%s (byte %d of %d).", problem, buffer->cursor, buffer->len)));
}

/* Check that so many bytes follow. */
static void
need_bytes(StringInfo buffer, int count)
{
	if (buffer->len - buffer->cursor < count)
		invalid_binary(buffer, "It ends too early");
}

/* Receive an amount. */
static Numeric
receive_amount(StringInfo buffer)
{
	uint16		digits;

	/* Look ahead for the number of digits, to report a short form as our own. */
	need_bytes(buffer, SENT_NUMERIC_HEADER);
	memcpy(&digits, buffer->data + buffer->cursor, sizeof(digits));
	digits = pg_ntoh16(digits);
	need_bytes(buffer, SENT_NUMERIC_HEADER + digits * SENT_NUMERIC_DIGIT);

	return DatumGetNumeric(DirectFunctionCall3(numeric_recv,
											   PointerGetDatum(buffer),
											   ObjectIdGetDatum(InvalidOid),
											   Int32GetDatum(-1)));
}

/* Binary form to state. */
Datum
gireport_sum_recv(PG_FUNCTION_ARGS)
{
	StringInfo	buffer = (StringInfo) PG_GETARG_POINTER(0);
	gireport_sum *sum = gireport_sum_new();
	const char *damage;
	int			cell;

	need_bytes(buffer, 1);
	if (pq_getmsgbyte(buffer) != GIREPORT_SUM_VERSION)
		invalid_binary(buffer, "It is of another version");

	need_bytes(buffer, 1 + GIR_ROW_COUNT);
	sum->sections = pq_getmsgbyte(buffer);
	memcpy(sum->rows, pq_getmsgbytes(buffer, GIR_ROW_COUNT), GIR_ROW_COUNT);
	damage = gireport_sum_damage(sum);
	if (damage != NULL)
		invalid_binary(buffer, damage);

	for (cell = 0; cell < GIR_CELL_COUNT; cell++)
	{
		if (!gireport_sum_known(sum, cell))
			continue;
		if (!gir_cell_is_amount(cell))
		{
			need_bytes(buffer, sizeof(int64));
			sum->sums[cell] = pq_getmsgint64(buffer);
		}
		else
			sum = gireport_sum_set_amount(sum, gireport_sum_amount_number(cell),
										  receive_amount(buffer));
	}
	if (buffer->cursor != buffer->len)
		invalid_binary(buffer, "It goes on after its last cell");

	gireport_sum_assert(sum);
	PG_RETURN_POINTER(sum);
}

/* State to binary form. */
Datum
gireport_sum_send(PG_FUNCTION_ARGS)
{
	const gireport_sum *sum = gireport_sum_get(PG_GETARG_DATUM(0));
	StringInfoData buffer;
	int			cell;

	pq_begintypsend(&buffer);
	pq_sendbyte(&buffer, sum->version);
	pq_sendbyte(&buffer, sum->sections);
	pq_sendbytes(&buffer, (const char *) sum->rows, GIR_ROW_COUNT);
	for (cell = 0; cell < GIR_CELL_COUNT; cell++)
	{
		if (!gireport_sum_known(sum, cell))
			continue;
		if (!gir_cell_is_amount(cell))
			pq_sendint64(&buffer, sum->sums[cell]);
		else
		{
			Numeric		amount = gireport_sum_amount(sum, gireport_sum_amount_number(cell));
			bytea	   *sent = DatumGetByteaPP(DirectFunctionCall1(numeric_send,
																   NumericGetDatum(amount)));

			pq_sendbytes(&buffer, VARDATA_ANY(sent), VARSIZE_ANY_EXHDR(sent));
		}
	}
	PG_RETURN_BYTEA_P(pq_endtypsend(&buffer));
}
