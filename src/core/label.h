/*
 * label.h
 *		Recognising the printed texts of the forms, however they are written.
 */
#ifndef GIR_LABEL_H
#define GIR_LABEL_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "core/form.h"

/*
 * Everything that a text of the forms can mean.  The same text can be several
 * things: 总计 is a column of two sections and a row of one.
 */
typedef struct gir_label
{
	const char *key;			/* the text folded, as gir_fold_label does */
	uint8_t		key_len;
	uint8_t		heading;		/* the section it heads, 1 to 6, or 0 */
	uint8_t		anchor;			/* the section whose table it announces, or 0 */
	uint8_t		corner;			/* the section it is the head of row labels in */
	uint8_t		group;			/* the section it groups rows or columns in */
	uint8_t		row[GIR_SECTION_COUNT]; /* gir_row_id by section, or GIR_NO_ROW */
	uint8_t		column[GIR_SECTION_COUNT];	/* gir_column, or GIR_NO_COLUMN */
} gir_label;

/* Folded labels are at most this long, in bytes. */
#define GIR_LABEL_SIZE 128

/*
 * Fold a text for comparison with labels: gir_fold_char on each character,
 * without the numbering in front ("（三）", "1."), and without what stands in
 * parentheses if asked.  Returns the length, or 0 if nothing is left or it is
 * longer than any label.  *parentheses tells if there were any.
 */
extern size_t gir_fold_label(const char *start, const char *end, bool drop_parentheses,
							 char out[GIR_LABEL_SIZE], bool *parentheses);

/* The label that a text is, or NULL. */
extern const gir_label *gir_find_label(const char *start, const char *end);

/* ---- the table, made from the forms by gen/make_label_table.c ---- */

#define GIR_LABEL_SLOTS 1024

extern const gir_label gir_labels[];
extern const int gir_label_count;
extern const uint32_t gir_label_seed;	/* makes the slots of all keys differ */
extern const uint8_t gir_label_slots[GIR_LABEL_SLOTS];	/* label number + 1, or 0 */

/* The slot of a folded key. */
static inline uint32_t
gir_label_slot(const char *key, size_t len, uint32_t seed)
{
	uint32_t	h = seed;
	size_t		i;

	for (i = 0; i < len; i++)
		h = (h ^ (unsigned char) key[i]) * 16777619u;
	h ^= h >> 15;
	return h & (GIR_LABEL_SLOTS - 1);
}

#endif							/* GIR_LABEL_H */
