/*
 * wide.h
 *		Sums of figures that cannot overflow, with decimals if need be.
 */
#ifndef GIR_WIDE_H
#define GIR_WIDE_H

#include "core/gireport_core.h"

/* A sum divided by ten to the power of its scale. */
typedef struct gir_decimal
{
	gir_wide	sum;
	int			scale;
} gir_decimal;

/* Add a number to a sum, or take it away. */
extern void gir_wide_add(gir_wide *sum, int64_t value);
extern void gir_wide_take(gir_wide *sum, int64_t value);

/* Multiply a sum; false if the product does not fit. */
extern bool gir_wide_multiply(gir_wide *sum, int factor);

/* Negative, zero or positive as a is less than, equal to or greater than b. */
extern int	gir_wide_compare(gir_wide a, gir_wide b);

/*
 * Add a number with decimals to a sum, or take it away; false if that is not
 * possible exactly.
 */
extern bool gir_decimal_add(gir_decimal *sum, int64_t value, int scale, bool negative);

/* Bring two sums to the same scale; false if that is not possible exactly. */
extern bool gir_decimal_align(gir_decimal *a, gir_decimal *b);

#endif							/* GIR_WIDE_H */
