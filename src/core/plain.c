/*
 * plain.c
 *		Documents as plain text.
 */
#include "core/plain.h"

#include "core/chars.h"
#include "core/reader.h"

/* Rows between two calls of check_interrupts. */
#define INTERRUPT_ROWS 256

/* Write a cell's text, with single blanks for white space. */
static void
write_cell(const gir_cell *cell, const gir_writer *writer)
{
	const char *p = cell->start;
	const char *piece = p;

	while (p < cell->end)
	{
		const char *before = p;
		const char *after;

		if (!gir_is_space(gir_next_char(&p, cell->end)))
			continue;
		after = p;
		while (p < cell->end && gir_is_space(gir_next_char(&p, cell->end)))
			after = p;
		p = after;
		/* a single blank is no reason to interrupt the piece */
		if (after - before == 1 && *before == ' ')
			continue;
		writer->put(writer->context, piece, (size_t) (before - piece));
		writer->put(writer->context, " ", 1);
		piece = p;
	}
	writer->put(writer->context, piece, (size_t) (cell->end - piece));
}

/* Write what is printed in a text. */
void
gir_write_plain(const char *text, size_t len, const gir_span *part,
				const gir_callbacks *callbacks, const gir_writer *writer)
{
	gir_reader	reader;
	gir_cell_row row;
	uint32_t	rows = 0;
	bool		first = true;
	int			i;

	gir_reader_init(&reader, text, len);
	if (gir_is_plain(reader.source))
	{
		if (part != NULL)
			writer->put(writer->context, text + part->start, part->end - part->start);
		else
			writer->put(writer->context, text, len);
		return;
	}
	while (gir_next_row(&reader, &row))
	{
		if (callbacks != NULL && callbacks->check_interrupts != NULL &&
			(row.ncells == 0 || ++rows % INTERRUPT_ROWS == 0))
			callbacks->check_interrupts();
		if (row.ncells == 0)
			continue;
		if (part != NULL && (row.cells[0].source_start >= text + part->end ||
							 row.cells[row.ncells - 1].source_end <= text + part->start))
			continue;
		if (!first && !row.continues)
			writer->put(writer->context, "\n", 1);
		else if (!first && row.layout != GIR_LAYOUT_LINE)
			writer->put(writer->context, "\t", 1);
		first = false;
		for (i = 0; i < row.ncells; i++)
		{
			if (i > 0)
				writer->put(writer->context, "\t", 1);
			write_cell(&row.cells[i], writer);
		}
	}
	if (!first && part == NULL)
		writer->put(writer->context, "\n", 1);
}
