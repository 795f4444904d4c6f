/*
 * text.c
 *		Texts in the database's encoding, and the core's UTF-8.
 */
#include "postgres.h"

#include "mb/pg_wchar.h"
#include "utils/builtins.h"

#include "gireport.h"

/*
 * True if the database's texts are not UTF-8.  What they are in SQL_ASCII nobody
 * knows: they are read as they are, and what is no UTF-8 matches nothing.
 */
static bool
needs_conversion(void)
{
	return GetDatabaseEncoding() != PG_UTF8 && GetDatabaseEncoding() != PG_SQL_ASCII;
}

/* An argument of type text as UTF-8. */
gireport_input
gireport_get_input(FunctionCallInfo fcinfo, int argno)
{
	return gireport_text_input(PG_GETARG_DATUM(argno));
}

/* A Datum of type text as UTF-8. */
gireport_input
gireport_text_input(Datum datum)
{
	text	   *value = DatumGetTextPP(datum);
	gireport_input input;

	input.bytes = VARDATA_ANY(value);
	input.len = VARSIZE_ANY_EXHDR(value);
	if (input.len > 0 && needs_conversion())
	{
		char	   *converted = pg_server_to_any(input.bytes, (int) input.len, PG_UTF8);

		if (converted != input.bytes)
		{
			input.bytes = converted;
			input.len = strlen(converted);
		}
	}
	return input;
}

/* UTF-8 as a C string in the database's encoding. */
char *
gireport_cstring(const char *utf8, size_t len)
{
	char	   *copy = pnstrdup(utf8, len);

	return needs_conversion() ? pg_any_to_server(copy, (int) len, PG_UTF8) : copy;
}

/* UTF-8 as a text Datum in the database's encoding. */
Datum
gireport_text_datum(const char *utf8, size_t len)
{
	if (!needs_conversion())
		return PointerGetDatum(cstring_to_text_with_len(utf8, (int) len));
	return CStringGetTextDatum(gireport_cstring(utf8, len));
}

/* Append a piece of text to a StringInfo. */
static void
append_piece(void *context, const char *bytes, size_t len)
{
	appendBinaryStringInfo((StringInfo) context, bytes, (int) len);
}

/* A writer for the core that appends to a StringInfo, in UTF-8. */
gir_writer
gireport_string_writer(StringInfo buffer)
{
	gir_writer	writer;

	writer.put = append_piece;
	writer.context = buffer;
	return writer;
}

/* The position, in characters from 1, of a byte offset in the text. */
int32
gireport_position(gireport_place *place, uint32 offset)
{
	/* where the encoding is unknown, characters are bytes */
	if (GetDatabaseEncoding() == PG_SQL_ASCII)
		return (int32) offset + 1;

	/* only the bytes that begin a character count */
	for (; place->offset < offset; place->offset++)
		place->characters += ((unsigned char) place->bytes[place->offset] & 0xC0) != 0x80;
	while (place->offset > offset)
	{
		place->offset--;
		place->characters -= ((unsigned char) place->bytes[place->offset] & 0xC0) != 0x80;
	}
	return place->characters + 1;
}
