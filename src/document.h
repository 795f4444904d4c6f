/*
 * document.h
 *		Documents as bytes: what they are, and their text.
 */
#ifndef GIREPORT_DOCUMENT_H
#define GIREPORT_DOCUMENT_H

#include "gireport.h"

/* ---- document.c ---- */

/*
 * The text of a document, HTML and WordprocessingML with their markup, as UTF-8
 * without zero bytes.  False, and the reason, if the document cannot be read.
 */
extern bool gireport_read_document(const char *bytes, size_t len, gireport_input *text,
								   gireport_refusal *refusal);

/* The text of a document that was read, its tables laid out with tabs. */
extern Datum gireport_plain_datum(const gireport_input *document);

/* ---- charset.c ---- */

/* Bytes in any encoding as UTF-8; what does not convert becomes U+FFFD. */
extern gireport_input gireport_decode(const char *bytes, size_t len);

/* UTF-8 as a text Datum; what the database's encoding lacks becomes "?". */
extern Datum gireport_lenient_text_datum(const char *utf8, size_t len);

/* ---- docx.c ---- */

/* True for the beginning of a zip archive. */
extern bool gireport_is_zip(const char *bytes, size_t len);

/*
 * The main part of a word processor's file.  False, and the reason, if the
 * archive has none, or none that can be read.
 */
extern bool gireport_extract_docx(const char *bytes, size_t len, gireport_input *part,
								  gireport_refusal *refusal);

#endif							/* GIREPORT_DOCUMENT_H */
