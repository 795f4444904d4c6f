/*
 * kind.c
 *		What a file is, by its name and by its bytes.
 */
#include "bin/load/kind.h"

#include <string.h>
#include <strings.h>

/* Readers of PDF take files with something before the mark. */
#define PDF_MARK_WITHIN 1024

/* Endings of names, and what such files should be. */
static const struct
{
	const char *ending;
	load_kind	kind;
}			endings[] = {
	{".html", LOAD_KIND_TEXT},
	{".htm", LOAD_KIND_TEXT},
	{".shtml", LOAD_KIND_TEXT},
	{".xhtml", LOAD_KIND_TEXT},
	{".txt", LOAD_KIND_TEXT},
	{".md", LOAD_KIND_TEXT},
	{".docx", LOAD_KIND_DOCX},
	{".pdf", LOAD_KIND_PDF},
	{".doc", LOAD_KIND_DOC},
	{".wps", LOAD_KIND_DOC},
};

/* How files begin. */
static const struct
{
	const char *bytes;
	size_t		len;
	load_kind	kind;
}			marks[] = {
	{"%PDF", 4, LOAD_KIND_PDF},
	{"PK\003\004", 4, LOAD_KIND_DOCX},
	{"PK\005\006", 4, LOAD_KIND_DOCX},
	{"\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1", 8, LOAD_KIND_DOC},
	{"{\\rtf", 5, LOAD_KIND_OTHER},
	{"MIME-Version:", 13, LOAD_KIND_OTHER},
	{"\x89PNG", 4, LOAD_KIND_OTHER},
	{"\xFF\xD8\xFF", 3, LOAD_KIND_OTHER},
	{"GIF8", 4, LOAD_KIND_OTHER},
	{"II*\0", 4, LOAD_KIND_OTHER},
	{"MM\0*", 4, LOAD_KIND_OTHER},
	{"Rar!", 4, LOAD_KIND_OTHER},
	{"7z\xBC\xAF\x27\x1C", 6, LOAD_KIND_OTHER},
	{"\x1F\x8B", 2, LOAD_KIND_OTHER},
};

/* The ending of a name. */
const char *
load_ending(const char *name)
{
	const char *dot = strrchr(name, '.');

	return dot != NULL && dot != name ? dot : "";
}

/* The kind of a file by its name; -1 if the name is not that of a report. */
static int
kind_of_name(const char *name)
{
	const char *ending = load_ending(name);
	size_t		i;

	for (i = 0; i < sizeof(endings) / sizeof(endings[0]); i++)
	{
		if (strcasecmp(ending, endings[i].ending) == 0)
			return (int) endings[i].kind;
	}
	return -1;
}

/* Why a file is passed over because of its name. */
const char *
load_unwanted_name(const char *name)
{
	/* what Word leaves beside an open file, and macOS beside any */
	if (strncmp(name, "~$", 2) == 0 || strncmp(name, "._", 2) == 0)
		return "file that belongs to another";
	return kind_of_name(name) < 0 ? "other name" : NULL;
}

/* The kind of a file by its first bytes. */
load_kind
load_kind_of_bytes(const unsigned char *bytes, size_t len)
{
	size_t		i;

	for (i = 0; i < sizeof(marks) / sizeof(marks[0]); i++)
	{
		if (len >= marks[i].len && memcmp(bytes, marks[i].bytes, marks[i].len) == 0)
			return marks[i].kind;
	}

	/* further on the mark of a PDF counts only where a line begins */
	for (i = 1; i + 8 < len && i < PDF_MARK_WITHIN; i++)
	{
		if (bytes[i] == '%' && memcmp(bytes + i, "%PDF-1.", 7) == 0 &&
			(bytes[i - 1] == '\n' || bytes[i - 1] == '\r' || bytes[i - 1] == '\0'))
			return LOAD_KIND_PDF;
	}
	return LOAD_KIND_TEXT;
}

/* What to note of a file that is not what its name says. */
const char *
load_misnamed(const char *name, load_kind kind)
{
	int			named = kind_of_name(name);

	if (named < 0 || named == (int) kind)
		return NULL;
	switch (kind)
	{
		case LOAD_KIND_PDF:
			return "is a PDF file";
		case LOAD_KIND_DOCX:
			return "is a DOCX file or another zip archive";
		case LOAD_KIND_DOC:
			return "is a DOC file";
		case LOAD_KIND_TEXT:
			return "is text or a web page";
		default:
			/* that it cannot be read says what it is */
			return NULL;
	}
}
