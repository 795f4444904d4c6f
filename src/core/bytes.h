/*
 * bytes.h
 *		Several bytes of a text at once.
 *
 * Most cells and many words are so short that to look at them byte by byte costs
 * more in branches that go the wrong way than in work.
 */
#ifndef GIR_BYTES_H
#define GIR_BYTES_H

#include <stdint.h>

/* Four bytes as a number, the same on all machines: the first is the lowest. */
static inline uint32_t
gir_load_4(const char *p)
{
	const unsigned char *b = (const unsigned char *) p;

	return (uint32_t) b[0] | (uint32_t) b[1] << 8 | (uint32_t) b[2] << 16 | (uint32_t) b[3] << 24;
}

/* The same of eight bytes. */
static inline uint64_t
gir_load_8(const char *p)
{
	return (uint64_t) gir_load_4(p) | (uint64_t) gir_load_4(p + 4) << 32;
}

/*
 * Which of eight bytes are a given one: the upper bit of the first that is.  Bits
 * of later bytes may be set wrongly, those of earlier ones are 0.
 */
static inline uint64_t
gir_match_8(uint64_t bytes, char byte)
{
	const uint64_t ones = UINT64_C(0x0101010101010101);
	uint64_t	x = bytes ^ ones * (unsigned char) byte;

	return (x - ones) & ~x & ones << 7;
}

/* The number of the first byte that matches, 0 to 7; there must be one. */
static inline int
gir_first_match(uint64_t matches)
{
#ifdef __GNUC__
	return __builtin_ctzll(matches) / 8;
#else
	int			i = 0;

	while ((matches & 0x80) == 0)
	{
		matches >>= 8;
		i++;
	}
	return i;
#endif
}

#endif							/* GIR_BYTES_H */
