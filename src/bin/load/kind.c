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

/* Files of other programs that begin as a DOCX or DOC file does. */
static const char *const office_endings[] = {
	".xls", ".xlsx", ".et", ".ppt", ".pptx", ".dps", ".vsd", ".msg", ".msi", ".db", ".jar", ".odt",
};

/* What the title of a report has, in this order. */
static const struct
{
	const char *first;
	size_t		first_len;
	const char *second;
	size_t		second_len;
}			title_words[] = {
	/* 政府信息公开 年度报告 in UTF-8 */
	{"\xE6\x94\xBF\xE5\xBA\x9C\xE4\xBF\xA1" "\xE6\x81\xAF\xE5\x85\xAC\xE5\xBC\x80", 18,
	"\xE5\xB9\xB4\xE5\xBA\xA6\xE6\x8A\xA5" "\xE5\x91\x8A", 12},
	/* 政府信息公開 年度報告 in UTF-8 */
	{"\xE6\x94\xBF\xE5\xBA\x9C\xE4\xBF\xA1" "\xE6\x81\xAF\xE5\x85\xAC\xE9\x96\x8B", 18,
	"\xE5\xB9\xB4\xE5\xBA\xA6\xE5\xA0\xB1" "\xE5\x91\x8A", 12},
	/* 政府信息公开 年度报告 in GB18030 */
	{"\xD5\xFE\xB8\xAE\xD0\xC5" "\xCF\xA2\xB9\xAB\xBF\xAA", 12,
	"\xC4\xEA\xB6\xC8\xB1\xA8" "\xB8\xE6", 8},
	/* 政府信息公开 年度报告 in UTF-16, little end first */
	{"\x3F\x65\x9C\x5E\xE1\x4F" "\x6F\x60\x6C\x51\x00\x5F", 12,
	"\x74\x5E\xA6\x5E\xA5\x62" "\x4A\x54", 8},
	/* 政府信息公开 年度报告 in UTF-16, big end first */
	{"\x65\x3F\x5E\x9C\x4F\xE1" "\x60\x6F\x51\x6C\x5F\x00", 12,
	"\x5E\x74\x5E\xA6\x62\xA5" "\x54\x4A", 8},
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

/* True of what Word leaves beside an open file, and macOS beside any. */
static bool
belongs_to_another(const char *name)
{
	return strncmp(name, "~$", 2) == 0 || strncmp(name, "._", 2) == 0;
}

/* Why a file is passed over because of its name. */
const char *
load_unwanted_name(const char *name)
{
	if (belongs_to_another(name))
		return "file that belongs to another";
	return kind_of_name(name) < 0 ? "other name" : NULL;
}

/* True for names with other endings. */
bool
load_other_ending(const char *name)
{
	return !belongs_to_another(name) && kind_of_name(name) < 0;
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

/* ---- files whose names are no reports' ---- */

/* What comes after some bytes among others, or NULL if they are not there. */
static const unsigned char *
after(const unsigned char *bytes, const unsigned char *end, const char *what, size_t len)
{
	for (; (size_t) (end - bytes) >= len; bytes++)
	{
		if (memcmp(bytes, what, len) == 0)
			return bytes + len;
	}
	return NULL;
}

/* True if it begins as a web page. */
static bool
is_page(const unsigned char *bytes, const unsigned char *end)
{
	if (end - bytes >= 3 && memcmp(bytes, "\xEF\xBB\xBF", 3) == 0)
		bytes += 3;
	while (bytes < end && (*bytes == ' ' || (*bytes >= '\t' && *bytes <= '\r')))
		bytes++;
	if (bytes == end || *bytes != '<')
		return false;
	for (; end - bytes >= 5; bytes++)
	{
		if (strncasecmp((const char *) bytes, "<html", 5) == 0)
			return true;
	}
	return false;
}

/* True if it has the words of a report's title. */
static bool
has_title(const unsigned char *bytes, const unsigned char *end)
{
	size_t		i;

	for (i = 0; i < sizeof(title_words) / sizeof(title_words[0]); i++)
	{
		const unsigned char *rest = after(bytes, end, title_words[i].first, title_words[i].first_len);

		if (rest != NULL && after(rest, end, title_words[i].second, title_words[i].second_len) != NULL)
			return true;
	}
	return false;
}

/* The ending that a file should have. */
const char *
load_likely_ending(const char *name, const unsigned char *bytes, size_t len)
{
	const unsigned char *end = bytes + (len < LOAD_LOOK ? len : LOAD_LOOK);
	load_kind	kind = load_kind_of_bytes(bytes, (size_t) (end - bytes));
	size_t		i;

	if (kind == LOAD_KIND_DOCX || kind == LOAD_KIND_DOC)
	{
		for (i = 0; i < sizeof(office_endings) / sizeof(office_endings[0]); i++)
		{
			if (strcasecmp(load_ending(name), office_endings[i]) == 0)
				return NULL;
		}
	}
	switch (kind)
	{
		case LOAD_KIND_PDF:
			return ".pdf";
		case LOAD_KIND_DOC:
			return ".doc";
		case LOAD_KIND_DOCX:
			/* in a zip archive the names of the files are not compressed */
			if (after(bytes, end, "word/", 5) != NULL)
				return ".docx";
			return after(bytes, end, "[Content_Types].xml", 19) != NULL &&
				after(bytes, end, "xl/", 3) == NULL && after(bytes, end, "ppt/", 4) == NULL ? ".docx" : NULL;
		case LOAD_KIND_TEXT:
			return is_page(bytes, end) ? ".html" : has_title(bytes, end) ? ".txt" : NULL;
		default:
			return NULL;
	}
}
