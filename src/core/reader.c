/*
 * reader.c
 *		Reading rows from a text of any kind.
 */
#include "core/reader.h"

/* Start reading a text. */
void
gir_reader_init(gir_reader *reader, const char *text, size_t len)
{
	reader->source = GIR_SOURCE_TEXT;
	gir_text_reader_init(&reader->u.text, text, len);
}

/* Read the next row that is not blank. */
bool
gir_next_row(gir_reader *reader, gir_cell_row *row)
{
	row->continues = false;
	return gir_next_text_row(&reader->u.text, row);
}
