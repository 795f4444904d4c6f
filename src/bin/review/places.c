/*
 * places.c
 *		Where in a report's text its findings are.
 *
 * A finding names a row, a column, or both.  Of a whole row or column those cells
 * belong to it whose labels are terms of its expression: so the rules' own words
 * say which cells they are about.
 */
#include "bin/review/places.h"

#include <limits.h>
#include <stdlib.h>
#include <string.h>

#include "bin/common/message.h"

/* A text up to this size and number of lines is shown whole. */
#define MAX_WHOLE_BYTES (300 * 1024)
#define MAX_WHOLE_LINES 5000

/* Of a longer one so many lines. */
#define MAX_LINES_AROUND_MARKS 3000

/* ---- cells ---- */

/* The length of an operator with its spaces at p, or 0. */
static size_t
operator_at(const char *p)
{
	static const char *const operators[] = {" + ", " - ", " = ", " <= ", " >= ", " <> ", " < ", " > "};
	size_t		i;

	for (i = 0; i < sizeof(operators) / sizeof(operators[0]); i++)
		if (strncmp(p, operators[i], strlen(operators[i])) == 0)
			return strlen(operators[i]);
	return 0;
}

/* True if a label, or its end behind a space, is this term. */
static bool
label_is(const char *label, const char *term, size_t len)
{
	size_t		label_len = strlen(label);

	return label_len >= len && memcmp(label + label_len - len, term, len) == 0 &&
		(label_len == len || label[label_len - len - 1] == ' ');
}

/* True if a label is a term of an expression. */
static bool
is_term(const char *expression, const char *label)
{
	const char *start = expression;
	const char *p;

	for (p = expression; *p != '\0';)
	{
		size_t		len = operator_at(p);

		if (len > 0)
		{
			if (label_is(label, start, (size_t) (p - start)))
				return true;
			start = p + len;
		}
		p += len > 0 ? len : 1;
	}
	return label_is(label, start, (size_t) (p - start));
}

/* True if a finding is about a cell. */
bool
item_has_cell(const item *item, const cell *cell)
{
	if (item->section != cell->section || (item->row_code == NULL && item->column_code == NULL))
		return false;
	if (item->row_code != NULL && strcmp(item->row_code, cell->row_code) != 0)
		return false;
	if (item->column_code != NULL && strcmp(item->column_code, cell->column_code) != 0)
		return false;
	if ((item->row_code != NULL && item->column_code != NULL) || item->expression == NULL)
		return true;
	return is_term(item->expression, item->row_code == NULL ? cell->row_label : cell->column_label);
}

/* ---- marks ---- */

/* Add a mark. */
static void
add_mark(places *places, int *allocated, int position, int length, int item)
{
	if (position <= 0)
		return;
	if (places->count == *allocated)
	{
		*allocated = *allocated == 0 ? 64 : 2 * *allocated;
		places->marks = cli_realloc(places->marks, (size_t) *allocated * sizeof(mark));
	}
	if (length < 1)
		length = 1;
	places->marks[places->count++] =
		(mark) {position, position > INT_MAX - length ? INT_MAX : position + length, 0, item};
}

/* Marks in the order of the text. */
static int
compare_marks(const void *a, const void *b)
{
	const mark *first = a;
	const mark *second = b;

	if (first->start != second->start)
		return first->start < second->start ? -1 : 1;
	return first->item - second->item;
}

/* Find each mark's line, and count the lines; marks behind the end go. */
static void
find_lines(const char *body, places *places)
{
	int			position = 1;
	int			line = 1;
	int			next = 0;
	const char *p;

	for (p = body; *p != '\0'; p++)
	{
		if (((unsigned char) *p & 0xC0) == 0x80)
			continue;			/* not the first byte of a character */
		while (next < places->count && places->marks[next].start == position)
			places->marks[next++].line = line;
		position++;
		if (*p == '\n')
			line++;
	}
	places->count = next;
	places->lines = p > body && p[-1] == '\n' ? line - 1 : line;
}

/* Decide what is shown: how far the marked lines go. */
static void
choose_lines(const report *report, places *places)
{
	int			shown = 0;
	int			reach = 0;
	int			i;

	places->whole = strlen(report->body) <= MAX_WHOLE_BYTES && places->lines <= MAX_WHOLE_LINES;
	places->last_line = INT_MAX;
	for (i = 0; i < places->count && !places->whole; i++)
	{
		int			line = places->marks[i].line;
		int			from = line - LINES_AROUND > reach ? line - LINES_AROUND : reach + 1;

		if (line + LINES_AROUND <= reach)
			continue;
		shown += line + LINES_AROUND - from + 1;
		if (shown > MAX_LINES_AROUND_MARKS)
		{
			places->last_line = i > 0 ? places->marks[i - 1].line : 0;
			break;
		}
		reach = line + LINES_AROUND;
	}
}

/* Find the places. */
void
places_find(const report *report, places *places)
{
	int			allocated = 0;
	int			i,
				j;

	memset(places, 0, sizeof(*places));
	places->first_line = cli_alloc(((size_t) report->item_count + 1) * sizeof(int));
	memset(places->first_line, 0, ((size_t) report->item_count + 1) * sizeof(int));
	if (report->body == NULL)
		return;
	for (i = 0; i < report->item_count; i++)
	{
		const item *item = &report->items[i];

		if (item->kind == ITEM_PROSE || item->kind == ITEM_READING)
			add_mark(places, &allocated, item->position, item->length, i);
		else if (item->kind == ITEM_TABLE)
			for (j = 0; j < report->cell_count; j++)
				if (item_has_cell(item, &report->cells[j]))
					add_mark(places, &allocated, report->cells[j].position, report->cells[j].length, i);
	}
	if (places->count > 0)
		qsort(places->marks, (size_t) places->count, sizeof(mark), compare_marks);
	find_lines(report->body, places);
	choose_lines(report, places);
	for (i = 0; i < places->count; i++)
		if (places->first_line[places->marks[i].item] == 0 && places->marks[i].line <= places->last_line)
			places->first_line[places->marks[i].item] = places->marks[i].line;
}

/* Free the places. */
void
places_free(places *places)
{
	free(places->marks);
	free(places->first_line);
	memset(places, 0, sizeof(*places));
}
