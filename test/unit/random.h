/*
 * random.h
 *		Small repeatable random numbers (splitmix64): the same on every machine.
 */
#ifndef GIR_RANDOM_H
#define GIR_RANDOM_H

#include <stdbool.h>
#include <stdint.h>

typedef struct random_source
{
	uint64_t	state;
} random_source;

/* The next 64 random bits. */
static inline uint64_t
random_bits(random_source *source)
{
	uint64_t	z = (source->state += UINT64_C(0x9E3779B97F4A7C15));

	z = (z ^ (z >> 30)) * UINT64_C(0xBF58476D1CE4E5B9);
	z = (z ^ (z >> 27)) * UINT64_C(0x94D049BB133111EB);
	return z ^ (z >> 31);
}

/* A number from 0 to n - 1. */
static inline int
random_below(random_source *source, int n)
{
	return (int) ((random_bits(source) >> 33) % (uint64_t) n);
}

/* True in so many cases of a hundred. */
static inline bool
random_percent(random_source *source, int percent)
{
	return random_below(source, 100) < percent;
}

#endif							/* GIR_RANDOM_H */
