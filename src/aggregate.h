/*
 * aggregate.h
 *		The state of sum(gireport): the SQL type gireport_sum.
 *
 * The state is an SQL type, not "internal", so that servers which split a query
 * among each other can ship it; and it is flat, so that it can be updated where
 * it lies, without memory of its own.
 */
#ifndef GIREPORT_AGGREGATE_H
#define GIREPORT_AGGREGATE_H

#include "utils/numeric.h"

#include "gireport.h"

/* Version of the layout, and of the text and binary forms. */
#define GIREPORT_SUM_VERSION 1

/* Flags of a row: one bit for each known column, and this one. */
#define GIREPORT_SUM_ROW_PRESENT 0x80
#define GIREPORT_SUM_COLUMN(slot) (1 << (slot))

/* Bytes that a slot for an amount has at least, and a multiple of. */
#define GIREPORT_SUM_SLOT_MIN 32
#define GIREPORT_SUM_SLOT_STEP 8

/*
 * The state: for each section whether some report had it, for each row whether
 * some report had it and which of its columns some report knew, and the sums.
 * What is not known is zero.
 *
 * The sums of amounts are numerics of any length.  They lie at the end, in
 * GIREPORT_AMOUNT_COUNT slots of equal size, which follows from the size of the
 * state.  The smallest slots hold at least 40 decimal digits, so that a state is
 * moved to a larger place only for extraordinary amounts.
 */
typedef struct gireport_sum
{
	int32		vl_len_;		/* varlena header (do not touch directly!) */
	uint8		version;
	uint8		sections;		/* bit 0 is section 2 */
	uint8		rows[GIR_ROW_COUNT];
	int64		sums[GIR_CELL_COUNT];
	char		slots[FLEXIBLE_ARRAY_MEMBER];
} gireport_sum;

#define GIREPORT_SUM_HEADER_SIZE offsetof(gireport_sum, slots)

StaticAssertDecl(GIR_MAX_COLUMNS < 8, "flags of a row must fit into a byte");
StaticAssertDecl(GIR_SECTION_COUNT <= 8, "flags of the sections must fit into a byte");

/* An empty state. */
extern gireport_sum *gireport_sum_new(void);

/* A copy of a state. */
extern gireport_sum *gireport_sum_copy(const gireport_sum *sum);

/*
 * The state in a Datum of the SQL type, checked.  Flat already, it is returned
 * where it lies and is not to be changed by those who do not own it.
 */
extern gireport_sum *gireport_sum_get(Datum value);

/* What is wrong with the flags of a state, or NULL if they fit each other. */
extern const char *gireport_sum_damage(const gireport_sum *sum);

/* The number of an amount by its cell. */
extern int	gireport_sum_amount_number(int cell);

/* The sum of an amount, to be asked for only if its cell is known. */
extern Numeric gireport_sum_amount(const gireport_sum *sum, int number);

/* Set the sum of an amount.  Returns the state, moved if it had to grow. */
extern gireport_sum *gireport_sum_set_amount(gireport_sum *sum, int number, Numeric value);

/* Whether a cell is known. */
static inline bool
gireport_sum_known(const gireport_sum *sum, int cell)
{
	return (sum->rows[GIR_CELL_ROW(cell)] & GIREPORT_SUM_COLUMN(GIR_CELL_SLOT(cell))) != 0;
}

/* Assert that a state is as every function leaves it. */
#ifdef USE_ASSERT_CHECKING
extern void gireport_sum_assert(const gireport_sum *sum);
#else
#define gireport_sum_assert(sum) ((void) 0)
#endif

#endif							/* GIREPORT_AGGREGATE_H */
