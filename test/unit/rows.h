/*
 * rows.h
 *		What the tests of readers of documents with markup share: rows as strings.
 *
 * What a reader should give is written as a string: M for a row of a table, L for
 * a line, T for a row of plain text, and the cells with bars between them, for
 * example "M[a|b] L[c]".  "!" marks what the text's end cuts, "+" a row with more
 * cells than fit, "-" one that goes on, "~" a line break in a cell and "#"
 * something that is no text.
 */
#ifndef GIR_TEST_ROWS_H
#define GIR_TEST_ROWS_H

#include <stddef.h>

#define ROWS_SIZE 65536

typedef struct rows_case
{
	const char *text;
	const char *rows;
} rows_case;

/* Read a text from memory that ends where it ends, and describe its rows. */
extern void rows_describe(const char *text, size_t len, char out[ROWS_SIZE]);

/* Check each text of a table, with what stands before all of them. */
extern void rows_check(const char *before, const rows_case *cases, int ncases);

#endif							/* GIR_TEST_ROWS_H */
