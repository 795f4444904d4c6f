/*
 * chars.h
 *		Characters: UTF-8 decoding, white space, and folding.
 *
 * Folding brings the ways of writing a word together: it drops white space,
 * punctuation and marks, makes full-width letters and digits half-width, and
 * replaces radicals (U+2E80 to U+2FD5), which extraction from PDF leaves behind,
 * by the characters they stand for.
 */
#ifndef GIR_CHARS_H
#define GIR_CHARS_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

/* What a byte sequence that is no UTF-8 decodes to, one byte at a time. */
#define GIR_BAD_CHAR 0xFFFDu

/* Ideographs that fold to themselves, three bytes each. */
#define GIR_FIRST_IDEOGRAPH 0x3400u
#define GIR_LAST_IDEOGRAPH 0x9FFFu

/* The same as gir_next_char, for characters of any kind. */
extern uint32_t gir_next_char_any(const char **p, const char *end);

/*
 * Decode the character at *p, which must lie before end, and advance *p.
 * Overlong forms, surrogates and cut sequences give GIR_BAD_CHAR.
 */
static inline uint32_t
gir_next_char(const char **p, const char *end)
{
	const unsigned char *s = (const unsigned char *) *p;

	if (s[0] < 0x80)
	{
		*p += 1;
		return s[0];
	}
	/* what most characters of a report are; surrogates would begin with ED */
	if (end - *p >= 3 && s[0] >= 0xE3 && s[0] <= 0xEF && s[0] != 0xED &&
		(s[1] & 0xC0) == 0x80 && (s[2] & 0xC0) == 0x80)
	{
		*p += 3;
		return (s[0] & 0x0Fu) << 12 | (s[1] & 0x3Fu) << 6 | (s[2] & 0x3Fu);
	}
	return gir_next_char_any(p, end);
}

/* True for a letter or a digit of ASCII. */
static inline bool
gir_is_alphanumeric(char c)
{
	return (c >= '0' && c <= '9') || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
}

/*
 * True if the three bytes at p are one of the ideographs U+4000 to U+9FFF, which
 * most characters of a report are.
 */
static inline bool
gir_is_ideograph(const char *p)
{
	const unsigned char *s = (const unsigned char *) p;

	return s[0] >= 0xE4 && s[0] <= 0xE9 && (s[1] & 0xC0) == 0x80 && (s[2] & 0xC0) == 0x80;
}

/* The ideograph that three bytes are known to be. */
static inline uint32_t
gir_ideograph(const char *p)
{
	const unsigned char *s = (const unsigned char *) p;

	return (s[0] & 0x0Fu) << 12 | (s[1] & 0x3Fu) << 6 | (s[2] & 0x3Fu);
}

/* How many bytes the character has that begins with a byte, 1 if none does. */
static inline int
gir_char_len(char first)
{
	unsigned char byte = (unsigned char) first;

	if (byte < 0xC0)
		return 1;
	return byte < 0xE0 ? 2 : byte < 0xF0 ? 3 : 4;
}

/* Write a character as UTF-8; returns the number of bytes, at most 4. */
extern size_t gir_put_char(char *out, uint32_t c);

/* White space of any kind, including the spaces of East Asian typography. */
extern bool gir_is_space(uint32_t c);

/* The value of an ASCII or full-width digit, or -1. */
static inline int
gir_digit_value(uint32_t c)
{
	if (c - '0' <= 9)
		return (int) (c - '0');
	if (c - 0xFF10 <= 9)
		return (int) (c - 0xFF10);
	return -1;
}

/* A character as compared in labels, or 0 if it does not count. */
extern uint32_t gir_fold_char(uint32_t c);

/* Radicals as the characters they stand for; other characters as they are. */
extern uint32_t gir_unify_radical(uint32_t c);

/* A traditional character of the forms' words as the simplified one; others as they are. */
extern uint32_t gir_simplify_char(uint32_t c);

/* Simplify the characters of a text in their places; true if any was traditional. */
extern bool gir_simplify(char *text, size_t len);

/* The same as gir_trim, for texts of any kind. */
extern void gir_trim_any(const char **start, const char **end);

/*
 * True if the three bytes at p are a character of those which most texts begin or
 * end with and which is no white space: an ideograph, CJK punctuation, or a
 * full-width form.
 */
static inline bool
gir_is_common(const char *p)
{
	const unsigned char *s = (const unsigned char *) p;

	return (s[1] & 0xC0) == 0x80 && (s[2] & 0xC0) == 0x80 &&
		((s[0] >= 0xE4 && s[0] <= 0xE9) ||
		 (s[0] == 0xE3 && s[1] == 0x80 && s[2] > 0x80) ||
		 (s[0] == 0xEF && s[1] == 0xBC));
}

/* True for a text that ends with a full stop, as sentences do. */
static inline bool
gir_ends_sentence(const char *start, const char *end)
{
	return end - start > 3 && memcmp(end - 3, "。", 3) == 0;
}

/* Move *start and *end inwards over white space. */
static inline void
gir_trim(const char **start, const char **end)
{
	const char *p = *start;
	const char *q = *end;

	if (p < q && ((*p > 0x20 && *p < 0x7F) || (q - p >= 3 && gir_is_common(p))) &&
		((q[-1] > 0x20 && q[-1] < 0x7F) || (q - p >= 3 && gir_is_common(q - 3))))
		return;
	if (p < q)
		gir_trim_any(start, end);
}

#endif							/* GIR_CHARS_H */
