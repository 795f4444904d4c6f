/*
 * rng.h
 *		Random numbers that are the same everywhere: SplitMix64.
 */
#ifndef GEN_RNG_H
#define GEN_RNG_H

#include <stdbool.h>
#include <stdint.h>

typedef struct gen_rng
{
	uint64_t	state;
} gen_rng;

/* The next 64 bits. */
static inline uint64_t
gen_next(gen_rng *rng)
{
	uint64_t	z = (rng->state += UINT64_C(0x9E3779B97F4A7C15));

	z = (z ^ (z >> 30)) * UINT64_C(0xBF58476D1CE4E5B9);
	z = (z ^ (z >> 27)) * UINT64_C(0x94D049BB133111EB);
	return z ^ (z >> 31);
}

/* A number from 0 to n - 1; n must not be 0. */
static inline int
gen_below(gen_rng *rng, int n)
{
	return (int) (gen_next(rng) % (uint64_t) n);
}

/* True in so many of a hundred cases. */
static inline bool
gen_chance(gen_rng *rng, int percent)
{
	return gen_below(rng, 100) < percent;
}

#endif							/* GEN_RNG_H */
