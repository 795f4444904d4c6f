/*
 * kind.h
 *		What a file is, by its name and by its bytes.
 */
#ifndef LOAD_KIND_H
#define LOAD_KIND_H

#include <stdbool.h>
#include <stddef.h>

typedef enum load_kind
{
	LOAD_KIND_TEXT,				/* text or a web page: the server tells them apart */
	LOAD_KIND_DOCX,				/* a zip archive */
	LOAD_KIND_PDF,
	LOAD_KIND_DOC,				/* an OLE file, as Word wrote until 2007 */
	LOAD_KIND_OTHER				/* a file that is known to hold no text to be read */
} load_kind;

/*
 * Why a file in a folder is passed over because of its name, or NULL if its
 * name is that of a report: .html, .htm, .shtml, .xhtml, .txt, .md, .docx,
 * .pdf, .doc, .wps, in capitals or not.
 */
const char *load_unwanted_name(const char *name);

/* True if it is for its ending that load_unwanted_name does not want a name. */
bool		load_other_ending(const char *name);

/* The ending of a name from its last dot on, or "" if it has none. */
const char *load_ending(const char *name);

/* The kind of a file by its first bytes. */
load_kind	load_kind_of_bytes(const unsigned char *bytes, size_t len);

/*
 * What to note of a file that is not what its name says, such as "is a PDF
 * file"; NULL if it is.
 */
const char *load_misnamed(const char *name, load_kind kind);

/* Bytes of a file that load_likely_ending looks at. */
#define LOAD_LOOK 4096

/*
 * The ending that a file should have, such as ".pdf", if its name is not that of a
 * report and its first bytes, up to LOAD_LOOK, are those of one; or NULL.
 */
const char *load_likely_ending(const char *name, const unsigned char *bytes, size_t len);

#endif							/* LOAD_KIND_H */
