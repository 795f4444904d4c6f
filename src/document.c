/*
 * document.c
 *		gireport_text, and parsing of documents as bytes.
 */
#include "postgres.h"

#include "lib/stringinfo.h"
#include "utils/builtins.h"

#include "core/plain.h"
#include "document.h"

PG_FUNCTION_INFO_V1(gireport_text);
PG_FUNCTION_INFO_V1(gireport_parse_document);
PG_FUNCTION_INFO_V1(gireport_try_parse_document);

/* Larger documents are refused: as UTF-8 they might not fit into a text. */
#define MAX_DOCUMENT (256 * 1024 * 1024)

/* What begins files that have to be converted first, and how that is done. */
static const struct
{
	const char *bytes;
	size_t		len;
	const char *message;
	const char *hint;
}			foreign_files[] = {
	{"%PDF", 4, "document is a PDF file",
	"Convert it to text with \"pdftotext -layout\"."},
	{"\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1", 8, "document is a legacy office file (DOC, WPS or XLS)",
	"Convert it to text with \"antiword\" or \"catdoc\", or to DOCX with \"libreoffice --headless --convert-to docx\"; "
	"spreadsheets with \"--convert-to html\"."},
	{"{\\rtf", 5, "document is an RTF file",
	"Convert it to DOCX with \"libreoffice --headless --convert-to docx\"."},
	{"MIME-Version:", 13, "document is a web archive (MHT)",
	"Convert it to DOCX with \"libreoffice --headless --convert-to docx\"."},
	{"\x89PNG", 4, "document is an image",
	"Read its text with \"tesseract -l chi_sim\", and check every number."},
	{"\xFF\xD8\xFF", 3, "document is an image",
	"Read its text with \"tesseract -l chi_sim\", and check every number."},
	{"GIF8", 4, "document is an image",
	"Read its text with \"tesseract -l chi_sim\", and check every number."},
	{"II*\0", 4, "document is an image",
	"Read its text with \"tesseract -l chi_sim\", and check every number."},
	{"MM\0*", 4, "document is an image",
	"Read its text with \"tesseract -l chi_sim\", and check every number."},
	{"Rar!", 4, "document is a RAR archive", "Unpack it with \"unrar x\"."},
	{"7z\xBC\xAF\x27\x1C", 6, "document is a 7z archive", "Unpack it with \"7z x\"."},
	{"\x1F\x8B", 2, "document is compressed", "Unpack it with \"gunzip\"."},
};

/* Tell files that have to be converted first by how they begin. */
static bool
is_foreign(const char *bytes, size_t len, gireport_refusal *refusal)
{
	size_t		i;

	for (i = 0; i < lengthof(foreign_files); i++)
	{
		if (len >= foreign_files[i].len &&
			memcmp(bytes, foreign_files[i].bytes, foreign_files[i].len) == 0)
		{
			refusal->sqlstate = ERRCODE_INVALID_TEXT_REPRESENTATION;
			refusal->message = foreign_files[i].message;
			refusal->detail = NULL;
			refusal->hint = foreign_files[i].hint;
			return true;
		}
	}
	return false;
}

/* The text of a document. */
bool
gireport_read_document(const char *bytes, size_t len, gireport_input *text,
					   gireport_refusal *refusal)
{
	if (len > MAX_DOCUMENT)
	{
		refusal->sqlstate = ERRCODE_PROGRAM_LIMIT_EXCEEDED;
		refusal->message = "document is too large to be read";
		refusal->detail = psprintf("It has %zu bytes; at most %d can be read.", len, MAX_DOCUMENT);
		refusal->hint = NULL;
		return false;
	}
	if (is_foreign(bytes, len, refusal))
		return false;
	if (gireport_is_zip(bytes, len))
	{
		gireport_input part;

		if (!gireport_extract_docx(bytes, len, &part, refusal))
			return false;
		*text = gireport_decode(part.bytes, part.len);
	}
	else
		*text = gireport_decode(bytes, len);
	return true;
}

/* The argument's text, or false and the reason why there is none. */
static bool
read_argument(FunctionCallInfo fcinfo, gireport_input *text, gireport_refusal *refusal)
{
	bytea	   *document = PG_GETARG_BYTEA_PP(0);

	return gireport_read_document(VARDATA_ANY(document), VARSIZE_ANY_EXHDR(document),
								  text, refusal);
}

/* The text of a document that was read, its tables laid out with tabs. */
Datum
gireport_plain_datum(const gireport_input *document)
{
	gir_callbacks callbacks = {NULL, gireport_check_interrupts, NULL};
	StringInfoData buffer;
	gir_writer	writer;

	initStringInfo(&buffer);
	writer = gireport_string_writer(&buffer);
	gir_write_plain(document->bytes, document->len, NULL, &callbacks, &writer);
	return gireport_lenient_text_datum(buffer.data, (size_t) buffer.len);
}

/* gireport_text(bytea) */
Datum
gireport_text(PG_FUNCTION_ARGS)
{
	gireport_input document;
	gireport_refusal refusal;

	if (!read_argument(fcinfo, &document, &refusal))
		gireport_refuse(&refusal);
	PG_RETURN_DATUM(gireport_plain_datum(&document));
}

/* gireport_parse(bytea): an error if the document is no report, or cannot be read. */
Datum
gireport_parse_document(PG_FUNCTION_ARGS)
{
	gireport_input document;
	gireport_refusal refusal;
	gir_report	report;
	gir_diagnostic error;

	if (!read_argument(fcinfo, &document, &refusal))
		gireport_refuse(&refusal);
	if (!gireport_parse_input(&document, &report, &error))
		gireport_report_error(&document, &report, &error);
	PG_RETURN_DATUM(gireport_report_datum(gireport_types_of_result(fcinfo), &report));
}

/* gireport_try_parse(bytea): NULL instead. */
Datum
gireport_try_parse_document(PG_FUNCTION_ARGS)
{
	gireport_input document;
	gireport_refusal refusal;
	gir_report	report;
	gir_diagnostic error;

	if (!read_argument(fcinfo, &document, &refusal) ||
		!gireport_parse_input(&document, &report, &error))
		PG_RETURN_NULL();
	PG_RETURN_DATUM(gireport_report_datum(gireport_types_of_result(fcinfo), &report));
}
