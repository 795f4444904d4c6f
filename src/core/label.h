/*
 * label.h
 *		Recognising the printed texts of the forms, however they are written.
 */
#ifndef GIR_LABEL_H
#define GIR_LABEL_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "core/bytes.h"
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
	uint16_t	blocks;			/* section 2: bits of the blocks it announces */
} gir_label;

/* The bit of a form's block, by its number in the form from 0. */
#define GIR_BLOCK_BIT(form, number) (1u << ((form) * 8 + (number)))

/* Folded labels are at least and at most this long, in bytes. */
#define GIR_LABEL_MIN 6
#define GIR_LABEL_SIZE 128

/* True for a text that begins with more digits than number a label. */
static inline bool
gir_begins_with_year(const char *p, const char *end)
{
	return end - p > 3 && *p >= '0' && *p <= '9' && p[1] >= '0' && p[1] <= '9' &&
		p[2] >= '0' && p[2] <= '9' && p[3] >= '0' && p[3] <= '9';
}

/*
 * Fold a text for comparison with labels: gir_fold_char on each character,
 * without the numbering in front ("（三）", "1."), and without what stands in
 * parentheses if asked.  Returns the length, or 0 if nothing is left or it is
 * longer than any label.  *parentheses tells if there were any.
 */
extern size_t gir_fold_label(const char *start, const char *end, bool drop_parentheses,
							 char out[GIR_LABEL_SIZE], bool *parentheses);

/* Where a label begins after the numbering in front of it, if there is one. */
extern const char *gir_skip_numbering(const char *start, const char *end);

/* True for the opening brackets that are used around numbers and remarks. */
static inline bool
gir_is_open_bracket(uint32_t c)
{
	return c == '(' || c == 0xFF08 || c == '[' || c == 0xFF3B || c == 0x3014 || c == 0x3010;
}

/* False for a text that surely does not begin with a label, as most prose does not. */
extern bool gir_begins_like_label(const char *start, const char *end);

/* The label that a text is, or NULL. */
extern const gir_label *gir_find_label(const char *start, const char *end);

/* ---- the table, made from the forms by gen/make_label_table.c ---- */

#define GIR_LABEL_SLOTS 2048

/*
 * What a label is found by: its folded key, or the text as the forms print it,
 * with the numbering in front or without.
 */
typedef struct gir_label_key
{
	const char *text;
	uint8_t		len;
	uint8_t		label;			/* number in gir_labels */
} gir_label_key;

extern const gir_label gir_labels[];
extern const int gir_label_count;
extern const gir_label_key gir_label_keys[];
extern const int gir_label_key_count;
extern const uint32_t gir_label_seed;	/* makes the slots of all keys differ */
extern const uint8_t gir_label_slots[GIR_LABEL_SLOTS];	/* key number + 1, or 0 */

/* Bits of the lengths that folded keys have. */
#define GIR_LABEL_LENGTHS (GIR_LABEL_SIZE / 32 + 1)
extern const uint32_t gir_label_lengths[GIR_LABEL_LENGTHS];

/* Bits of the two characters that folded keys begin with, by gir_label_start. */
#define GIR_LABEL_STARTS 128
extern const uint32_t gir_label_starts[GIR_LABEL_STARTS];

/*
 * The number of the bit of two folded characters that a label may begin with,
 * in simplified or traditional script; the second is 0 if there is none.
 */
static inline uint32_t
gir_label_start(uint32_t first, uint32_t second)
{
	return ((first * 31 + second) * 2654435761u) >> 20;
}

#define GIR_LABEL_FACTOR_2 UINT64_C(0xC2B2AE3D27D4EB4F)
#define GIR_LABEL_FACTOR_3 UINT64_C(0xFF51AFD7ED558CCD)

/*
 * The slot of a key of at least GIR_LABEL_MIN bytes.  Not all bytes of a long key
 * count: the seed is one under which no two keys share a slot.
 */
static inline uint32_t
gir_label_slot(const char *key, size_t len, uint32_t seed)
{
	const uint64_t factor = UINT64_C(0x9E3779B97F4A7C15);
	uint64_t	h = (seed + len) * factor;

	if (len < 8)
		h ^= (uint64_t) gir_load_4(key) << 32 ^ gir_load_4(key + len - 4);
	else
	{
		size_t		last = len - 8;
		size_t		middle = len / 2 < last ? len / 2 : last;

		h ^= gir_load_8(key) ^ gir_load_8(key + last / 3) * GIR_LABEL_FACTOR_2 ^
			gir_load_8(key + middle) * GIR_LABEL_FACTOR_3 ^ gir_load_8(key + last) * factor;
	}
	h ^= h >> 29;
	return (uint32_t) (h * factor >> 48) & (GIR_LABEL_SLOTS - 1);
}

#endif							/* GIR_LABEL_H */
