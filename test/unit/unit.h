/*
 * unit.h
 *		What the unit tests share: cmocka, parsing with all diagnostics kept, and
 *		the codes of rows and columns.
 */
#ifndef GIR_UNIT_H
#define GIR_UNIT_H

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "core/gireport_core.h"

#define UNIT_COUNT(a) ((int) (sizeof(a) / sizeof((a)[0])))

/* Where the corpus is; the tests run in the source tree. */
#define UNIT_CORPUS "test/corpus/"

/* More diagnostics than these are counted, but not kept. */
#define UNIT_DIAGNOSTICS 1024

/* A text as parsed. */
typedef struct unit_parsed
{
	bool		accepted;
	gir_report	report;
	gir_diagnostic error;
	int			ndiagnostics;
	gir_diagnostic diagnostics[UNIT_DIAGNOSTICS];
} unit_parsed;

/*
 * Parse a copy of the text that ends where it ends, so that the address
 * sanitizer sees every byte read behind it.
 */
extern void unit_parse(const char *text, size_t len, unit_parsed *parsed);
extern void unit_parse_string(const char *text, unit_parsed *parsed);

/* How many diagnostics of a code there are, for a row if it is not GIR_NO_ROW. */
extern int	unit_count(const unit_parsed *parsed, gir_diagnostic_code code, gir_row_id row);

/* The row and the column that have a code; the test fails if there is none. */
extern gir_row_id unit_row(int section, const char *code);
extern gir_column unit_column(const char *code);

/* The number of a cell; the test fails if the row has no such column. */
extern int	unit_cell(gir_row_id row, gir_column column);

/* Assert that a cell holds a number, or that it holds none for this reason. */
#define unit_assert_number(parsed, row, column, value) \
	unit_check_number(parsed, row, column, value, __FILE__, __LINE__)
#define unit_assert_state(parsed, row, column, state) \
	unit_check_state(parsed, row, column, state, __FILE__, __LINE__)
extern void unit_check_number(const unit_parsed *parsed, gir_row_id row, gir_column column,
							  int64_t value, const char *file, int line);
extern void unit_check_state(const unit_parsed *parsed, gir_row_id row, gir_column column,
							 gir_state state, const char *file, int line);

/* The bytes of a file, to be freed; the test fails if it cannot be read. */
extern char *unit_read_file(const char *path, size_t *len);

/*
 * The next line of a table of tab-separated fields, taken apart in place;
 * returns the number of fields, or 0 at the end.
 */
extern int	unit_next_fields(char **p, char **fields, int nfields);

#endif							/* GIR_UNIT_H */
