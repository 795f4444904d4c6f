/*
 * charset.c
 *		Bytes in any encoding as UTF-8, and UTF-8 in any database.
 *
 * Documents are damaged, so that nothing here is an error: what does not convert
 * is replaced by a character that is part of no word and no number.
 */
#include "postgres.h"

#include "catalog/namespace.h"
#include "fmgr.h"
#include "lib/stringinfo.h"
#include "mb/pg_wchar.h"
#include "miscadmin.h"
#include "utils/builtins.h"

#include "core/chars.h"
#include "core/plain.h"
#include "document.h"

/* Bytes converted at a time. */
#define CHUNK 8192

/* Append U+FFFD. */
static void
append_bad_char(StringInfo buffer)
{
	appendBinaryStringInfo(buffer, "\xEF\xBF\xBD", 3);
}

/* Append UTF-8, of which some may be damaged. */
static void
append_utf8(StringInfo buffer, const char *p, const char *end)
{
	const char *piece = p;

	while (p < end)
	{
		const char *before = p;
		uint32_t	c = gir_next_char(&p, end);

		if (c != 0 && (c != GIR_BAD_CHAR || p - before > 1))
		{
			/* long texts in pieces, to let a query be cancelled */
			if (p - piece < CHUNK)
				continue;
			before = p;
		}
		CHECK_FOR_INTERRUPTS();
		appendBinaryStringInfo(buffer, piece, (int) (before - piece));
		if (before < p)
			append_bad_char(buffer);
		piece = p;
	}
	appendBinaryStringInfo(buffer, piece, (int) (p - piece));
}

/* Append UTF-16. */
static void
append_utf16(StringInfo buffer, const char *bytes, size_t len, bool big_endian)
{
	const unsigned char *p = (const unsigned char *) bytes;
	const unsigned char *end = p + len;
	uint32_t	high = 0;		/* the first half of a pair, or 0 */

	for (; end - p >= 2; p += 2)
	{
		uint32_t	c = big_endian ? (uint32_t) p[0] << 8 | p[1] : (uint32_t) p[1] << 8 | p[0];
		char		utf8[4];

		if (buffer->len % CHUNK < 4)
			CHECK_FOR_INTERRUPTS();
		if (high != 0 && c >= 0xDC00 && c <= 0xDFFF)
			c = 0x10000 + ((high - 0xD800) << 10) + (c - 0xDC00);
		else if (high != 0)
			append_bad_char(buffer);
		high = 0;
		if (c >= 0xD800 && c <= 0xDBFF)
		{
			high = c;
			continue;
		}
		if (c == 0 || (c >= 0xDC00 && c <= 0xDFFF))
			c = GIR_BAD_CHAR;
		appendBinaryStringInfo(buffer, utf8, (int) gir_put_char(utf8, c));
	}
	if (high != 0 || p < end)
		append_bad_char(buffer);
}

/* A conversion function of the server's, and the encodings it is called with. */
typedef struct conversion
{
	PGFunction	function;
	int			from;
	int			to;
} conversion;

/*
 * Append bytes in one encoding, converted to another.  What does not convert is
 * replaced by a string.
 */
static void
append_converted(StringInfo buffer, const char *p, size_t len, const conversion *conversion,
				 const char *replacement)
{
	const char *end = p + len;
	char	   *source = palloc(CHUNK + 1);
	char	   *chunk = palloc(CHUNK * MAX_CONVERSION_GROWTH + 1);

	while (p < end)
	{
		int			srclen = (int) Min(end - p, CHUNK);
		int			done;

		CHECK_FOR_INTERRUPTS();
		memcpy(source, p, srclen);
		source[srclen] = '\0';
		done = DatumGetInt32(DirectFunctionCall6(conversion->function,
												 Int32GetDatum(conversion->from),
												 Int32GetDatum(conversion->to),
												 CStringGetDatum(source), CStringGetDatum(chunk),
												 Int32GetDatum(srclen), BoolGetDatum(true)));
		appendBinaryStringInfo(buffer, chunk, (int) strlen(chunk));
		if (done == 0)
		{
			/* the character here does not convert */
			appendStringInfoString(buffer, replacement);
			done = 1;
			if (IS_HIGHBIT_SET(*p))
				done = pg_encoding_verifymbchar(conversion->from, p, (int) (end - p));
			if (done < 1)
				done = 1;
		}
		p += done;
	}
	pfree(chunk);
	pfree(source);
}

/*
 * Append bytes in an encoding of documents as UTF-8.  The server's functions are
 * called by their names in its libraries: what the catalogs and the search path
 * have as the default conversion could be another.
 */
static void
append_foreign(StringInfo buffer, const char *bytes, size_t len, gir_encoding encoding)
{
	conversion	conversion = {NULL, PG_GB18030, PG_UTF8};

	if (encoding == GIR_ENCODING_BIG5)
	{
		conversion.from = PG_BIG5;
		conversion.function = load_external_function("$libdir/utf8_and_big5", "big5_to_utf8",
													 true, NULL);
	}
	else
		conversion.function = load_external_function("$libdir/utf8_and_gb18030", "gb18030_to_utf8",
													 true, NULL);
	append_converted(buffer, bytes, len, &conversion, "\xEF\xBF\xBD");
}

/* Bytes in any encoding as UTF-8. */
gireport_input
gireport_decode(const char *bytes, size_t len)
{
	gir_encoding encoding = gir_find_encoding(bytes, len);
	StringInfoData buffer;
	gireport_input text;

	/* most documents are sound UTF-8 and need no copy */
	if (encoding == GIR_ENCODING_UTF8 && memchr(bytes, '\0', len) == NULL &&
		pg_verify_mbstr(PG_UTF8, bytes, (int) len, true))
	{
		text.bytes = bytes;
		text.len = len;
	}
	else
	{
		initStringInfo(&buffer);
		switch (encoding)
		{
			case GIR_ENCODING_UTF8:
				append_utf8(&buffer, bytes, bytes + len);
				break;
			case GIR_ENCODING_UTF16LE:
			case GIR_ENCODING_UTF16BE:
				append_utf16(&buffer, bytes, len, encoding == GIR_ENCODING_UTF16BE);
				break;
			default:
				append_foreign(&buffer, bytes, len, encoding);
				break;
		}
		text.bytes = buffer.data;
		text.len = (size_t) buffer.len;
	}

	/* a byte order mark is no part of the text */
	if (text.len >= 3 && memcmp(text.bytes, "\xEF\xBB\xBF", 3) == 0)
	{
		text.bytes += 3;
		text.len -= 3;
	}
	return text;
}

/*
 * The server's function that converts UTF-8 to the database's encoding, in a
 * database that has another one.
 */
static PGFunction
to_database(int encoding)
{
	Oid			function = FindDefaultConversionProc(PG_UTF8, encoding);
	FmgrInfo	info;

	if (!OidIsValid(function))
		ereport(ERROR,
				(errcode(ERRCODE_UNDEFINED_FUNCTION),
				 errmsg("default conversion function for encoding \"%s\" to \"%s\" does not exist",
						pg_encoding_to_char(PG_UTF8), pg_encoding_to_char(encoding))));
	fmgr_info(function, &info);
	return info.fn_addr;
}

/* UTF-8 as a text Datum. */
Datum
gireport_lenient_text_datum(const char *utf8, size_t len)
{
	conversion	conversion = {NULL, PG_UTF8, GetDatabaseEncoding()};
	StringInfoData buffer;

	if (conversion.to == PG_UTF8 || conversion.to == PG_SQL_ASCII)
		return PointerGetDatum(cstring_to_text_with_len(utf8, (int) len));
	initStringInfo(&buffer);
	conversion.function = to_database(conversion.to);
	append_converted(&buffer, utf8, len, &conversion, "?");
	return PointerGetDatum(cstring_to_text_with_len(buffer.data, buffer.len));
}
