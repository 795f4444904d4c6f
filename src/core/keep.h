/*
 * keep.h
 *		Memory for texts that the matcher holds on to.
 *
 * The matcher remembers some cells: of the head in force, and of a row that comes
 * cell by cell.  Where a cell's text is in the reader's memory it is good only
 * until the next row is read.
 */
#ifndef GIR_KEEP_H
#define GIR_KEEP_H

#include <stdbool.h>
#include <stddef.h>

#include "core/rows.h"

/* More than the tables of any report need. */
#define GIR_KEEP_SIZE 65536

typedef struct gir_keeper
{
	size_t		used;
	char		room[GIR_KEEP_SIZE];
} gir_keeper;

/*
 * Move the texts of a row that are in the reader's memory to the keeper's.  Long
 * ones stay where they are: the matcher does not remember them.  False, with
 * nothing done, if there is no room.
 */
extern bool gir_keep_row(gir_keeper *keeper, gir_cell_row *row);

#endif							/* GIR_KEEP_H */
