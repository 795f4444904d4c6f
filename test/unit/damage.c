/*
 * damage.c
 *		Damaged copies of sample reports.
 */
#include "damage.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

const char *const damage_names[DAMAGE_COUNT] = {
	[DAMAGE_DROP_CELL] = "drop a cell",
	[DAMAGE_INSERT_CELL] = "insert a cell",
	[DAMAGE_DROP_LINE] = "drop a line",
	[DAMAGE_REPEAT_LINE] = "repeat a line",
	[DAMAGE_SWAP_LINES] = "swap two lines",
	[DAMAGE_REMOVE_SEPARATORS] = "remove the separators of a line",
	[DAMAGE_DELETE_BYTE] = "delete a byte",
	[DAMAGE_INSERT_BYTE] = "insert a byte",
	[DAMAGE_CUT] = "cut the text",
};

/* Add bytes of the report. */
static void
copy(damaged *d, const sample *s, size_t start, size_t end)
{
	memcpy(d->text + d->len, s->text + start, end - start);
	d->len += end - start;
}

/* Copy the report with the bytes from start to end replaced. */
static void
replace(damaged *d, const sample *s, size_t start, size_t end, const char *text)
{
	copy(d, s, 0, start);
	memcpy(d->text + d->len, text, strlen(text));
	d->len += strlen(text);
	copy(d, s, end, s->len);
}

/* A line, mostly of a table. */
static int
pick_line(const sample *s, random_source *random)
{
	bool		table = random_percent(random, 95);
	int			line;

	do
		line = random_below(random, s->nlines);
	while (table && s->lines[line].role == SAMPLE_OTHER);
	return line;
}

/*
 * True if two lines that are swapped can make another well-formed report.  With
 * a line for each cell that is so for two values and for two labels, for a
 * column's label that takes the place of a blank line, and where rows do not
 * show, for a value that does.
 */
static bool
interchangeable(const sample *s, sample_role a, sample_role b)
{
	bool		a_is_label = a == SAMPLE_COLUMN || a == SAMPLE_ROW;
	bool		b_is_label = b == SAMPLE_COLUMN || b == SAMPLE_ROW;

	return sample_has_lines(s->layout) &&
		((a == SAMPLE_VALUE && b == SAMPLE_VALUE) || (a_is_label && b_is_label) ||
		 (a == SAMPLE_COLUMN && b != SAMPLE_VALUE) || (b == SAMPLE_COLUMN && a != SAMPLE_VALUE) ||
		 (s->layout != SAMPLE_WORD && (a == SAMPLE_OTHER || b == SAMPLE_OTHER)));
}

/* Two lines to swap, often near each other. */
static void
pick_two_lines(const sample *s, random_source *random, int *a, int *b)
{
	do
	{
		*a = pick_line(s, random);
		*b = random_percent(random, 50) ? pick_line(s, random) : *a - 5 + random_below(random, 11);
	} while (*a == *b || *b < 0 || *b >= s->nlines ||
			 interchangeable(s, s->lines[*a].role, s->lines[*b].role));
}

static void
swap_lines(damaged *d, const sample *s, random_source *random)
{
	const sample_line *first;
	const sample_line *second;
	int			a,
				b;

	pick_two_lines(s, random, &a, &b);
	first = &s->lines[a < b ? a : b];
	second = &s->lines[a < b ? b : a];
	copy(d, s, 0, first->start);
	copy(d, s, second->start, second->end);
	copy(d, s, first->end, second->start);
	copy(d, s, first->start, first->end);
	copy(d, s, second->end, s->len);
}

/* Remove the separators of a line; if there are none, its end. */
static void
remove_separators(damaged *d, const sample *s, random_source *random)
{
	const sample_line *line;
	uint32_t	i;

	do
		line = &s->lines[pick_line(s, random)];
	while (s->layout != SAMPLE_LINES &&
		   memchr(s->text + line->start, '\t', line->end - line->start) == NULL &&
		   memchr(s->text + line->start, '|', line->end - line->start) == NULL);
	copy(d, s, 0, line->start);
	for (i = line->start; i < line->end; i++)
	{
		if (s->text[i] != '\t' && s->text[i] != '|' && (s->layout != SAMPLE_LINES || s->text[i] != '\n'))
			d->text[d->len++] = s->text[i];
	}
	/* the blank line behind it */
	i = line->end;
	while (s->layout == SAMPLE_LINES && i < s->len && (s->text[i] == '\r' || s->text[i] == '\n'))
		i++;
	copy(d, s, i, s->len);
}

/* The place behind the line that a byte belongs to. */
static uint32_t
behind_line(const sample *s, uint32_t at)
{
	const char *feed = memchr(s->text + at, '\n', s->len - at);

	return feed == NULL ? (uint32_t) s->len : (uint32_t) (feed - s->text) + 1;
}

/* Drop a cell, with its separator. */
static void
drop_cell(damaged *d, const sample *s, random_source *random)
{
	const sample_field *field = &s->fields[random_below(random, s->nfields)];
	uint32_t	start = field->start;
	uint32_t	end = field->end;

	if (sample_has_lines(s->layout))
	{
		while (start > 0 && s->text[start - 1] != '\n')
			start--;
		end = behind_line(s, end);
		if (s->layout == SAMPLE_LINES || s->layout == SAMPLE_PIPE_LINES)
			end = behind_line(s, end);
	}
	else if (s->layout == SAMPLE_PIPES || s->layout == SAMPLE_MARKDOWN)
		end = (uint32_t) ((const char *) memchr(s->text + end, '|', s->len - end) - s->text) + 1;
	else if (start > 0 && s->text[start - 1] == '\t')
		start--;
	else if (end < s->len && s->text[end] == '\t')
		end++;
	replace(d, s, start, end, "");
}

/* Insert a cell with a number in front of another, or behind the last of a row. */
static void
insert_cell(damaged *d, const sample *s, random_source *random)
{
	static const char *const values[] = {"0", "1", "7", "15", "204"};
	static const char *const formats[SAMPLE_LAYOUT_COUNT] = {
		[SAMPLE_WORD] = "%s\n\t",
		[SAMPLE_PIPES] = "%s | ",
		[SAMPLE_MARKDOWN] = "%s | ",
		[SAMPLE_LINES] = "%s\n\n",
		[SAMPLE_PIPE_CELLS] = "%s |\n",
		[SAMPLE_PIPE_LINES] = "%s\n|\n",
	};
	const sample_field *field = &s->fields[random_below(random, s->nfields)];
	const char *value = values[random_below(random, 5)];
	uint32_t	at = field->start;
	char		text[32];

	if (formats[s->layout] != NULL)
		sprintf(text, formats[s->layout], value);
	else if (s->text[field->end] != '\t' && random_percent(random, 50))
	{
		sprintf(text, "\t%s", value);
		at = field->end;
	}
	else
		sprintf(text, "%s\t", value);
	replace(d, s, at, at, text);
}

/* Delete or insert a byte. */
static void
change_byte(damaged *d, const sample *s, random_source *random, bool insert)
{
	static const char bytes[] = "\t\t\t\n\n 0123456789.,-/|\\\xE4\xB8\x80\xFF\x01";
	const sample_line *line = &s->lines[pick_line(s, random)];
	uint32_t	at = line->start + (uint32_t) random_below(random, (int) (line->end - line->start));
	char		text[2] = "";
	int			i;

	if (insert)
		text[0] = bytes[random_below(random, (int) sizeof(bytes) - 1)];
	replace(d, s, at, insert ? at : at + 1, text);
	for (i = 0; i < s->nfields; i++)
	{
		const sample_field *field = &s->fields[i];
		uint32_t	start = field->start;
		uint32_t	end = field->end;

		while (start > 0 && s->text[start - 1] == ' ')
			start--;
		while (end < s->len && (s->text[end] == ' ' || s->text[end] == '\r'))
			end++;
		if (field->role == SAMPLE_VALUE && at >= start && (insert ? at <= end : at < end))
			d->changed_cell = field->cell;
	}
}

/* Make a damaged copy. */
void
damage_make(damaged *d, const sample *s, damage_kind kind, random_source *random)
{
	const sample_line *line;

	d->len = 0;
	d->changed_cell = GIR_NO_CELL;
	switch (kind)
	{
		case DAMAGE_DROP_CELL:
			drop_cell(d, s, random);
			break;
		case DAMAGE_INSERT_CELL:
			insert_cell(d, s, random);
			break;
		case DAMAGE_DROP_LINE:
			line = &s->lines[pick_line(s, random)];
			replace(d, s, line->start, line->end, "");
			break;
		case DAMAGE_REPEAT_LINE:
			line = &s->lines[pick_line(s, random)];
			copy(d, s, 0, line->end);
			copy(d, s, line->start, s->len);
			break;
		case DAMAGE_SWAP_LINES:
			swap_lines(d, s, random);
			break;
		case DAMAGE_REMOVE_SEPARATORS:
			remove_separators(d, s, random);
			break;
		case DAMAGE_DELETE_BYTE:
			change_byte(d, s, random, false);
			break;
		case DAMAGE_INSERT_BYTE:
			change_byte(d, s, random, true);
			break;
		case DAMAGE_CUT:
			copy(d, s, 0, (size_t) random_below(random, (int) s->len));
			break;
		case DAMAGE_COUNT:
			abort();
	}
}
