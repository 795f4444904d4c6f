/*
 * unit.c
 *		What the unit tests share.
 */
#include "unit.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

/* Keep a diagnostic. */
static void
keep_diagnostic(void *context, const gir_diagnostic *diagnostic)
{
	unit_parsed *parsed = context;

	if (parsed->ndiagnostics < UNIT_DIAGNOSTICS)
		parsed->diagnostics[parsed->ndiagnostics] = *diagnostic;
	parsed->ndiagnostics++;
}

/* Parse a copy of the text that ends where it ends. */
void
unit_parse(const char *text, size_t len, unit_parsed *parsed)
{
	gir_callbacks callbacks = {keep_diagnostic, NULL, parsed};
	char	   *copy = malloc(len > 0 ? len : 1);

	assert_non_null(copy);
	memcpy(copy, text, len);
	parsed->ndiagnostics = 0;
	parsed->accepted = gir_parse(copy, len, &callbacks, &parsed->report, &parsed->error);
	free(copy);
}

/* Parse a string. */
void
unit_parse_string(const char *text, unit_parsed *parsed)
{
	unit_parse(text, strlen(text), parsed);
}

/* How many diagnostics of a code there are. */
int
unit_count(const unit_parsed *parsed, gir_diagnostic_code code, gir_row_id row)
{
	int			count = 0;
	int			i;

	for (i = 0; i < parsed->ndiagnostics && i < UNIT_DIAGNOSTICS; i++)
	{
		const gir_diagnostic *d = &parsed->diagnostics[i];

		if (d->code == code && (row == GIR_NO_ROW || d->row == row))
			count++;
	}
	return count;
}

/* The row of a section that has a code. */
gir_row_id
unit_row(int section, const char *code)
{
	const gir_section_info *info = &gir_sections[section - GIR_FIRST_SECTION];
	int			row;

	for (row = info->first_row; row <= (int) info->last_row; row++)
	{
		if (strcmp(gir_rows[row].code, code) == 0)
			return (gir_row_id) row;
	}
	fail_msg("section %d has no row \"%s\"", section, code);
	return GIR_NO_ROW;
}

/* The column that has a code. */
gir_column
unit_column(const char *code)
{
	int			column;

	for (column = 0; column < GIR_COL_COUNT; column++)
	{
		if (strcmp(gir_column_codes[column], code) == 0)
			return (gir_column) column;
	}
	fail_msg("there is no column \"%s\"", code);
	return GIR_NO_COLUMN;
}

/* The number of a cell. */
int
unit_cell(gir_row_id row, gir_column column)
{
	int			cell = gir_cell_at(row, column);

	if (cell == GIR_NO_CELL)
		fail_msg("row %s has no column %s", gir_rows[row].code, gir_column_codes[column]);
	return cell;
}

/* Assert that a cell holds a number. */
void
unit_check_number(const unit_parsed *parsed, gir_row_id row, gir_column column,
				  int64_t value, const char *file, int line)
{
	const gir_figures *figures = &parsed->report.figures;
	int			cell = unit_cell(row, column);

	if (!figures->known[cell] || figures->value[cell] != value || figures->scale[cell] != 0)
	{
		print_error("%s, %s: %s %lld (scale %d), not %lld\n", gir_rows[row].code,
					gir_column_codes[column], gir_state_name(parsed->report.printed[cell].state),
					(long long) figures->value[cell], figures->scale[cell], (long long) value);
		_fail(file, line);
	}
}

/* Assert that a cell holds no number, and why. */
void
unit_check_state(const unit_parsed *parsed, gir_row_id row, gir_column column,
				 gir_state state, const char *file, int line)
{
	int			cell = unit_cell(row, column);
	gir_state	printed = parsed->report.printed[cell].state;

	if (printed != state || parsed->report.figures.known[cell] != (state == GIR_STATE_NUMBER))
	{
		print_error("%s, %s: state %s, not %s\n", gir_rows[row].code, gir_column_codes[column],
					gir_state_name(printed), gir_state_name(state));
		_fail(file, line);
	}
}

/* The bytes of a file. */
char *
unit_read_file(const char *path, size_t *len)
{
	FILE	   *file = fopen(path, "rb");
	char	   *bytes;
	long		size;

	if (file == NULL)
		fail_msg("cannot read %s", path);
	assert_int_equal(fseek(file, 0, SEEK_END), 0);
	size = ftell(file);
	assert_true(size >= 0);
	rewind(file);
	bytes = malloc((size_t) size + 1);
	assert_non_null(bytes);
	*len = fread(bytes, 1, (size_t) size, file);
	assert_int_equal(*len, size);
	bytes[*len] = '\0';
	fclose(file);
	return bytes;
}

/* The next line of a table of tab-separated fields. */
int
unit_next_fields(char **p, char **fields, int nfields)
{
	char	   *line = *p;
	char	   *end;
	int			n = 0;

	if (*line == '\0')
		return 0;
	end = line + strcspn(line, "\n");
	*p = *end == '\0' ? end : end + 1;
	*end = '\0';
	while (line != NULL && n < nfields)
	{
		fields[n++] = line;
		line = strchr(line, '\t');
		if (line != NULL)
			*line++ = '\0';
	}
	return n;
}
