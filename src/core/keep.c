/*
 * keep.c
 *		Memory for texts that the matcher holds on to.
 */
#include "core/keep.h"

#include <string.h>

/* Longer texts are no labels, nor parts of them, and no values; in bytes. */
#define MAX_CELL 1024
#define MAX_LINE 240

/* True if a cell's text is to be moved. */
static bool
is_to_move(const gir_cell_row *row, const gir_cell *cell)
{
	return cell->start != cell->source_start &&
		cell->end - cell->start <= (row->layout == GIR_LAYOUT_LINE ? MAX_LINE : MAX_CELL);
}

/* Move the texts of a row. */
bool
gir_keep_row(gir_keeper *keeper, gir_cell_row *row)
{
	size_t		needed = 0;
	int			i;

	for (i = 0; i < row->ncells; i++)
	{
		if (is_to_move(row, &row->cells[i]))
			needed += (size_t) (row->cells[i].end - row->cells[i].start);
	}
	if (needed > sizeof(keeper->room) - keeper->used)
		return false;
	for (i = 0; i < row->ncells; i++)
	{
		gir_cell   *cell = &row->cells[i];
		size_t		len = (size_t) (cell->end - cell->start);

		if (!is_to_move(row, cell))
			continue;
		memcpy(keeper->room + keeper->used, cell->start, len);
		cell->start = keeper->room + keeper->used;
		cell->end = cell->start + len;
		keeper->used += len;
	}
	return true;
}
