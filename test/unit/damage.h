/*
 * damage.h
 *		Damaged copies of sample reports.
 */
#ifndef GIR_DAMAGE_H
#define GIR_DAMAGE_H

#include "sample.h"

typedef enum damage_kind
{
	DAMAGE_DROP_CELL,
	DAMAGE_INSERT_CELL,
	DAMAGE_DROP_LINE,
	DAMAGE_REPEAT_LINE,
	DAMAGE_SWAP_LINES,
	DAMAGE_REMOVE_SEPARATORS,	/* all of a line */
	DAMAGE_DELETE_BYTE,
	DAMAGE_INSERT_BYTE,
	DAMAGE_CUT,					/* everything behind some byte */
	DAMAGE_COUNT
} damage_kind;

extern const char *const damage_names[DAMAGE_COUNT];

typedef struct damaged
{
	size_t		len;
	char		text[SAMPLE_TEXT_SIZE + 4096];

	/*
	 * The one cell whose own printed text was changed by a byte: whatever is read
	 * there is what the damaged report says.  GIR_NO_CELL if there is none.
	 */
	int			changed_cell;
} damaged;

/*
 * Make a damaged copy.  What would make another well-formed report is not done:
 * in layouts with a line for each cell, two values are not swapped with one
 * another, nor are two labels.
 */
extern void damage_make(damaged *d, const sample *s, damage_kind kind, random_source *random);

#endif							/* GIR_DAMAGE_H */
