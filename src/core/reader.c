/*
 * reader.c
 *		Reading rows from a text of any kind.
 */
#include "core/reader.h"

/* Start reading a text. */
void
gir_reader_init(gir_reader *reader, const char *text, size_t len)
{
	reader->source = gir_sniff(text, len);
	switch (reader->source)
	{
		case GIR_SOURCE_TEXT:
			gir_text_reader_init(&reader->u.text, text, len);
			break;
		case GIR_SOURCE_LAID_OUT:
			gir_laid_reader_init(&reader->u.laid, text, len);
			break;
		case GIR_SOURCE_HTML:
		case GIR_SOURCE_TABLES:
			gir_html_reader_init(&reader->u.markup, text, len,
								 reader->source == GIR_SOURCE_TABLES);
			break;
		case GIR_SOURCE_DOCX:
			gir_docx_reader_init(&reader->u.markup, text, len);
			break;
	}
}

/* Read the next row that is not blank. */
bool
gir_next_row(gir_reader *reader, gir_cell_row *row)
{
	row->laid_out = false;
	switch (reader->source)
	{
		case GIR_SOURCE_TEXT:
			row->continues = false;
			return gir_next_text_row(&reader->u.text, row);
		case GIR_SOURCE_LAID_OUT:
			return gir_next_laid_row(&reader->u.laid, row);
		case GIR_SOURCE_HTML:
		case GIR_SOURCE_TABLES:
			return gir_next_html_row(&reader->u.markup, row);
		case GIR_SOURCE_DOCX:
			return gir_next_docx_row(&reader->u.markup, row);
	}
	return false;
}
