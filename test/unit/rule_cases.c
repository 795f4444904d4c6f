/*
 * rule_cases.c
 *		Figures for the tests of rules.
 */
#include "rule_cases.h"

#include <string.h>

#include "core/chars.h"

static uint64_t random_state;

/* Start the random numbers. */
void
case_seed(uint64_t seed)
{
	random_state = seed;
}

/* A random number from 0 to limit - 1. */
int64_t
case_random(int64_t limit)
{
	random_state = random_state * UINT64_C(6364136223846793005) + UINT64_C(1442695040888963407);
	return (int64_t) ((random_state >> 20) % (uint64_t) limit);
}

/* Set a cell, and with it its row and section. */
void
case_set(gir_figures *figures, gir_row_id row, gir_column column, int64_t value)
{
	int			cell = unit_cell(row, column);

	figures->section_present[gir_row_section(row) - GIR_FIRST_SECTION] = true;
	figures->row_present[row] = true;
	figures->known[cell] = true;
	figures->value[cell] = value;
	figures->scale[cell] = 0;
}

/* Take a row away. */
void
case_drop_row(gir_figures *figures, gir_row_id row)
{
	int			slot;

	figures->row_present[row] = false;
	for (slot = 0; slot < GIR_MAX_COLUMNS; slot++)
	{
		figures->known[GIR_CELL(row, slot)] = false;
		figures->value[GIR_CELL(row, slot)] = 0;
		figures->scale[GIR_CELL(row, slot)] = 0;
	}
}

/* Take a section away. */
void
case_drop_section(gir_figures *figures, int section)
{
	const gir_section_info *info = &gir_sections[section - GIR_FIRST_SECTION];
	int			row;

	for (row = info->first_row; row <= (int) info->last_row; row++)
		case_drop_row(figures, (gir_row_id) row);
	figures->section_present[section - GIR_FIRST_SECTION] = false;
}

/* True if a form prints a row. */
bool
case_has_row(int form, gir_row_id row)
{
	return gir_form_block_of(form, row) != NULL;
}

/* True if a form prints a cell. */
bool
case_has_cell(int form, int cell)
{
	const gir_form_block *block = gir_form_block_of(form, GIR_CELL_ROW(cell));

	return block != NULL && gir_cell_column(cell) != GIR_NO_COLUMN &&
		gir_form_column_of(block, gir_cell_column(cell)) != NULL;
}

/* A count: often zero, sometimes large. */
static int64_t
draw_count(void)
{
	static const int64_t limits[] = {1, 1, 3, 20, 1000, INT64_C(5000000000)};

	return case_random(limits[case_random(UNIT_COUNT(limits))]);
}

/* Set the total of a row to the sum of its other columns. */
static void
set_total(gir_figures *figures, gir_row_id row)
{
	int			last = gir_kinds[gir_rows[row].kind].ncolumns - 1;
	int64_t		sum = 0;
	int			slot;

	for (slot = 0; slot < last; slot++)
		sum += figures->value[GIR_CELL(row, slot)];
	case_set(figures, row, GIR_COL_TOTAL, sum);
}

/* Section 2: numbers as they come, but no items less than none. */
static void
draw_section_2(gir_figures *figures, int form)
{
	int			cell;

	for (cell = 0; cell < GIR_CELL(GIR_ROW_RECEIVED, 0); cell++)
	{
		gir_column	column = gir_cell_column(cell);

		if (!case_has_cell(form, cell))
			continue;
		case_set(figures, GIR_CELL_ROW(cell), column, draw_count());
		if (column == GIR_COL_AMOUNT)
			figures->scale[cell] = (uint8_t) case_random(4);
		if (column == GIR_COL_ITEMS_CHANGE && case_random(2) == 0)
			figures->value[cell] = -figures->value[gir_cell_at(GIR_CELL_ROW(cell), GIR_COL_ITEMS_LAST_YEAR)];
	}
}

/* Section 3: results first, then their sum, then its balance. */
static void
draw_section_3(gir_figures *figures, int form)
{
	int			row,
				slot;

	for (slot = 0; slot < GIR_MAX_COLUMNS - 1; slot++)
	{
		gir_column	column = gir_applicant_columns[slot].column;
		int64_t		concluded = 0;
		int64_t		carried_out = draw_count();
		int64_t		received;

		for (row = GIR_ROW_GRANTED; row < GIR_ROW_CONCLUDED; row++)
		{
			int64_t		value = draw_count();

			if (!case_has_row(form, (gir_row_id) row))
				continue;
			case_set(figures, (gir_row_id) row, column, value);
			concluded += value;
		}
		received = case_random(concluded + carried_out + 1);
		case_set(figures, GIR_ROW_RECEIVED, column, received);
		case_set(figures, GIR_ROW_CARRIED_IN, column, concluded + carried_out - received);
		case_set(figures, GIR_ROW_CONCLUDED, column, concluded);
		case_set(figures, GIR_ROW_CARRIED_OUT, column, carried_out);
	}
	for (row = GIR_ROW_RECEIVED; row <= GIR_ROW_CARRIED_OUT; row++)
	{
		if (case_has_row(form, (gir_row_id) row))
			set_total(figures, (gir_row_id) row);
	}
}

/* Random figures in a form, in which everything adds up. */
void
case_draw(gir_figures *figures, int form)
{
	int			row,
				slot;

	memset(figures, 0, sizeof(*figures));
	draw_section_2(figures, form);
	draw_section_3(figures, form);
	for (row = GIR_ROW_RECONSIDERATION; row < GIR_ROW_COUNT; row++)
	{
		for (slot = 0; slot < 4; slot++)
			case_set(figures, (gir_row_id) row, gir_kinds[GIR_KIND_OUTCOMES].columns[slot], draw_count());
		set_total(figures, (gir_row_id) row);
	}
}

/* The figures added up cell by cell. */
void
case_add(gir_figures *sum, const gir_figures *figures)
{
	int			cell;

	for (cell = 0; cell < GIR_CELL_COUNT; cell++)
	{
		int64_t		value = figures->value[cell];
		int			scale;

		if (!figures->known[cell])
			continue;
		if (!sum->known[cell])
			case_set(sum, GIR_CELL_ROW(cell), gir_cell_column(cell), 0);
		for (scale = figures->scale[cell]; scale < sum->scale[cell]; scale++)
			value *= 10;
		for (; sum->scale[cell] < figures->scale[cell]; sum->scale[cell]++)
			sum->value[cell] *= 10;
		sum->value[cell] += value;
	}
}

/* A text in the making. */
typedef struct buffer
{
	char	   *bytes;
	size_t		size;
	size_t		len;
} buffer;

/* Append a piece of text. */
static void
append(void *context, const char *bytes, size_t len)
{
	buffer	   *b = context;

	assert_true(b->len + len < b->size);
	memcpy(b->bytes + b->len, bytes, len);
	b->len += len;
	b->bytes[b->len] = '\0';
}

/* A text must be there, and be UTF-8 on one line. */
static void
check_text(const buffer *text)
{
	const char *p = text->bytes;
	const char *end = text->bytes + text->len;

	assert_true(text->len > 0);
	while (p < end)
	{
		uint32_t	c = gir_next_char(&p, end);

		assert_true(c >= 0x20 && c != GIR_BAD_CHAR);
	}
}

/* Keep a finding. */
static bool
keep_finding(void *context, const gir_finding *finding)
{
	case_results *results = context;
	case_result *result = &results->results[results->count];
	buffer		expression = {result->expression, sizeof(result->expression), 0};
	buffer		message = {result->message, sizeof(result->message), 0};
	gir_writer	writer = {append, NULL};

	assert_true(results->count++ < CASE_RESULTS);
	result->rule = gir_rule_id(finding->rule);
	result->row = finding->row;
	result->column = finding->column;
	result->verdict = finding->verdict;
	result->obstacle = finding->obstacle;
	result->blanks = finding->blanks;
	if (finding->verdict == GIR_NOT_ASSESSABLE)
		assert_int_not_equal(finding->obstacle, GIR_OBSTACLE_NONE);
	if (finding->verdict == GIR_FAIL)
		assert_int_equal(finding->obstacle, GIR_OBSTACLE_NONE);

	writer.context = &expression;
	gir_finding_expression(finding->subject->figures, finding, &writer);
	check_text(&expression);
	writer.context = &message;
	gir_finding_message(finding->subject->figures, finding, &writer);
	check_text(&message);
	return true;
}

/* Check, and keep what is found. */
void
case_check(gir_scope scope, const gir_subject *subject, case_results *results)
{
	results->count = 0;
	assert_true(gir_check_scope(scope, subject, keep_finding, results));
}

/* How many results a rule has, with a verdict. */
int
case_count(const case_results *results, const char *rule, gir_verdict verdict)
{
	int			count = 0;
	int			i;

	for (i = 0; i < results->count; i++)
	{
		if (strcmp(results->results[i].rule, rule) == 0 && results->results[i].verdict == verdict)
			count++;
	}
	return count;
}

/* What a rule found at a place. */
const case_result *
case_find(const case_results *results, const char *rule, gir_row_id row, gir_column column)
{
	int			i;

	for (i = 0; i < results->count; i++)
	{
		const case_result *result = &results->results[i];

		if (strcmp(result->rule, rule) == 0 && result->row == row && result->column == column)
			return result;
	}
	fail_msg("%s was not evaluated in row %d, column %d", rule, row, column);
	return NULL;
}
