/*
 * rows.c
 *		What the tests of readers of documents with markup share.
 */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "unit.h"

#include "core/reader.h"
#include "rows.h"

/* Write a cell's text. */
static size_t
describe_cell(const gir_cell *cell, char *out)
{
	const char *p;
	size_t		n = 0;

	for (p = cell->start; p < cell->end; p++)
	{
		if (*p == '\n')
			out[n++] = '~';
		else if (cell->end - p >= 3 && memcmp(p, "\xEF\xBF\xBC", 3) == 0)
		{
			out[n++] = '#';
			p += 2;
		}
		else
			out[n++] = *p;
	}
	return n;
}

/* Write all rows of a text, and check that cells lie where they should. */
static void
describe(const char *text, size_t len, char out[ROWS_SIZE])
{
	gir_reader *reader = malloc(sizeof(*reader));
	gir_cell_row row;
	size_t		n = 0;

	gir_reader_init(reader, text, len);
	while (gir_next_row(reader, &row))
	{
		const char *place = text;
		int			i;

		assert_in_range(row.ncells, 0, GIR_ROW_CELLS);
		if (row.ncells == 0)
			continue;
		if (n > 0)
			out[n++] = ' ';
		out[n++] = row.layout == GIR_LAYOUT_MARKUP ? 'M' : row.layout == GIR_LAYOUT_LINE ? 'L' : 'T';
		if (row.overflow)
			out[n++] = '+';
		if (row.continues)
			out[n++] = '-';
		if (row.cut)
			out[n++] = '!';
		out[n++] = '[';
		for (i = 0; i < row.ncells; i++)
		{
			const gir_cell *cell = &row.cells[i];

			assert_true(cell->source_start >= place && cell->source_start <= cell->source_end &&
						cell->source_end <= text + len);
			place = cell->source_end;
			assert_true(cell->line > 0);
			assert_true(n + 64 + (size_t) (cell->end - cell->start) < ROWS_SIZE);
			if (i > 0)
				out[n++] = '|';
			n += describe_cell(cell, out + n);
		}
		out[n++] = ']';
	}
	out[n] = '\0';
	free(reader);
}

/* Read a text from memory that ends where it ends, and describe it. */
void
rows_describe(const char *text, size_t len, char out[ROWS_SIZE])
{
	char	   *copy = malloc(len > 0 ? len : 1);

	assert_non_null(copy);
	memcpy(copy, text, len);
	describe(copy, len, out);
	free(copy);
}

/* Check each text of a table. */
void
rows_check(const char *before, const rows_case *cases, int ncases)
{
	static char out[ROWS_SIZE];
	static char text[ROWS_SIZE];
	int			i;

	for (i = 0; i < ncases; i++)
	{
		size_t		len = (size_t) sprintf(text, "%s%s", before, cases[i].text);

		rows_describe(text, len, out);
		if (strcmp(out, cases[i].rows) != 0)
			fail_msg("case %d: %s\ngives:    %s\nexpected: %s", i, text, out, cases[i].rows);
	}
}
