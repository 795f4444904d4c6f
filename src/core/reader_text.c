/*
 * reader_text.c
 *		Reader of plain text: lines of cells with tabs or vertical bars between
 *		them, and the text that word processors give, with a line for each cell.
 *
 * What a line is shows in the line itself, so that layouts can follow one
 * another in a text.  In text from a word processor each cell's line begins
 * with a tab and an empty line ends the row; but a cell can have lines of its
 * own, without a tab, and even empty ones between them.
 */
#include "core/reader.h"

#include <string.h>

#include "core/bytes.h"
#include "core/chars.h"
#include "core/label.h"
#include "core/number.h"

/* Longer lines do not continue a cell; in bytes. */
#define MAX_CONTINUATION 240

/* After so many blank lines the caller gets a row without cells. */
#define MAX_BLANKS 1000

/* A longer cell does not go on; in bytes. */
#define MAX_CELL 1000

/* What kind of line it is. */
typedef enum line_kind
{
	LINE_BLANK,
	LINE_PLAIN,
	LINE_TABS,					/* tabs between cells */
	LINE_PIPES,					/* vertical bars between cells */
	LINE_WORD					/* a tab in front, and no other */
} line_kind;

/* Start reading a text. */
void
gir_text_reader_init(gir_text_reader *reader, const char *text, size_t len)
{
	reader->p = text;
	reader->end = text + len;
	reader->line_number = 1;
	reader->line_end = '\n';
	if (memchr(text, '\n', len) == NULL && memchr(text, '\r', len) != NULL)
		reader->line_end = '\r';
	reader->tab = reader->bar = text;
	reader->in_row = false;
	reader->paged = memchr(text, '\f', len) != NULL;

	/* a byte order mark is no part of the text */
	if (len >= 3 && memcmp(text, "\xEF\xBB\xBF", 3) == 0)
		reader->p += 3;
}

/* The next place of a byte, which is mostly near, in a text; or NULL. */
static inline const char *
find_near(const char *p, const char *end, char byte)
{
	if (end - p >= 8)
	{
		uint64_t	matches = gir_match_8(gir_load_8(p), byte);

		if (matches != 0)
			return p + gir_first_match(matches);
		p += 8;
	}
	return p < end ? memchr(p, byte, (size_t) (end - p)) : NULL;
}

/* Look at the next line without passing it; false at the end of the text. */
static bool
peek_line(const gir_text_reader *reader, gir_line *line)
{
	if (reader->p >= reader->end)
		return false;
	line->start = reader->p;
	line->end = find_near(reader->p, reader->end, reader->line_end);
	if (line->end == NULL)
		line->end = reader->end;
	line->number = reader->line_number;
	return true;
}

/* Go to the line after this one. */
static void
pass_line(gir_text_reader *reader, const gir_line *line)
{
	reader->p = line->end < reader->end ? line->end + 1 : line->end;
	reader->line_number = line->number + 1;
}

/* Pass lines that are empty, but not more than asked for; returns how many. */
static inline int
pass_empty_lines(gir_text_reader *reader, int most)
{
	int			n = 0;

	while (n < most && reader->p < reader->end && *reader->p == reader->line_end)
	{
		reader->p++;
		n++;
	}
	reader->line_number += (uint32_t) n;
	return n;
}

/*
 * The next place of a byte at p or behind it, or the end, which is remembered: most
 * lines have no tab and no bar.
 */
static inline const char *
find_next(const char **next, const char *p, const char *end, char byte)
{
	if (*next < p || (*next == p && p < end && *p != byte))
	{
		*next = find_near(p, end, byte);
		if (*next == NULL)
			*next = end;
	}
	return *next;
}

/* Tell what kind of line it is. */
static line_kind
classify(gir_text_reader *reader, const gir_line *line)
{
	const char *start = line->start;
	const char *end = line->end;

	/* The usual carriage return belongs to the line's end. */
	if (end > start && end[-1] == '\r')
		end--;
	if (start >= end)
		return LINE_BLANK;
	if (*start == '\t')
		return find_next(&reader->tab, start + 1, reader->end, '\t') < end ? LINE_TABS : LINE_WORD;
	if (find_next(&reader->tab, start, reader->end, '\t') < end)
		return LINE_TABS;
	gir_trim(&start, &end);
	if (start == end)
		return LINE_BLANK;
	return find_next(&reader->bar, start, reader->end, '|') < end ? LINE_PIPES : LINE_PLAIN;
}

/* Set what is printed in a cell, without the white space around it. */
static void
set_cell(gir_cell *cell, const char *start, const char *end)
{
	gir_trim(&start, &end);
	cell->start = cell->source_start = start;
	cell->end = cell->source_end = end;
}

/* Add a cell to the row. */
static void
add_cell(gir_cell_row *row, const char *start, const char *end, uint32_t line)
{
	gir_cell   *cell;

	if (row->ncells == GIR_ROW_CELLS)
	{
		row->overflow = true;
		return;
	}
	cell = &row->cells[row->ncells++];
	set_cell(cell, start, end);
	cell->line = line;
}

/* Split a line, or the part of it from "p" to "end", at its tabs or bars. */
static void
split(gir_cell_row *row, const char *p, const char *end, char separator, uint32_t line)
{
	for (;;)
	{
		const char *next = find_near(p, end, separator);

		if (next == NULL)
			break;
		add_cell(row, p, next, line);
		if (row->overflow)
			return;
		p = next + 1;
	}
	add_cell(row, p, end, line);
}

/* True for a line that only separates: bars, and in Markdown dashes and colons. */
static bool
is_ruling(const char *p, const char *end)
{
	int			dashes = 0;		/* in this cell */

	for (; p < end; p++)
	{
		if (*p == '-')
			dashes++;
		else if (*p == '|')
		{
			/* less than three dashes may be values: "| - | - |" */
			if (dashes > 0 && dashes < 3)
				return false;
			dashes = 0;
		}
		else if (*p != ':' && *p != ' ')
			return false;
	}
	return dashes == 0 || dashes >= 3;
}

/*
 * Read a line with vertical bars.  The bar at its end is its frame.  One in front
 * may be, or may stand behind a blank cell, which is added in any case.  A line
 * with one cell and one bar may be a cell of a row that has a line for each.
 * False if there is nothing in it.
 */
static bool
read_piped_line(gir_cell_row *row, const gir_line *line)
{
	const char *start = line->start;
	const char *end = line->end;
	const char *inner;

	gir_trim(&start, &end);
	if (is_ruling(start, end))
		return false;
	if (end > start && end[-1] == '|')
		end--;
	inner = *start == '|' ? start + 1 : start;
	if (memchr(inner, '|', (size_t) (end - inner)) == NULL)
	{
		row->layout = GIR_LAYOUT_CELL;
		add_cell(row, inner, end, line->number);
	}
	else
	{
		row->layout = GIR_LAYOUT_PIPES;
		split(row, start, end, '|', line->number);
	}
	return true;
}

/*
 * Tell if a line without a tab goes on with the cell before it.  "blanks" empty
 * lines stand between them.
 */
static bool
continues_cell(const gir_cell *cell, const gir_line *line, int blanks)
{
	const char *start = line->start;
	const char *end = line->end;
	const gir_label *label;
	gir_value_shape shape;

	if (blanks > 1 || end - start > MAX_CONTINUATION || start - cell->start > MAX_CELL)
		return false;
	gir_trim(&start, &end);
	label = gir_find_label(start, end);
	if (label != NULL && label->heading != 0)
		return false;

	shape = gir_shape_of(cell->start, cell->end);
	if (shape == GIR_SHAPE_TEXT)
		return true;

	/*
	 * After a value the table may be over.  But more digits, or the unit, change
	 * what the value is, and must not be taken for the text behind the table.
	 */
	return gir_is_unit(start, end) || gir_shape_of(start, end) != GIR_SHAPE_TEXT ||
		gir_is_part_of_number(start, end);
}

/*
 * True if the next line is a tab with little behind it, as most cells of such a
 * row are; then *line is that line.
 */
static inline bool
is_short_cell(const gir_text_reader *reader, gir_line *line)
{
	const char *p = reader->p;
	uint64_t	bytes;
	uint64_t	ends;

	if (reader->end - p < 9 || *p != '\t')
		return false;
	bytes = gir_load_8(p + 1);
	ends = gir_match_8(bytes, reader->line_end);
	/* a tab before the end makes it a line of several cells */
	if (ends == 0 || (gir_match_8(bytes, '\t') & ((ends & -ends) - 1)) != 0)
		return false;
	line->start = p;
	line->end = p + 1 + gir_first_match(ends);
	line->number = reader->line_number;
	return true;
}

/* Read a row that has a line for each cell. */
static void
read_word_row(gir_text_reader *reader, gir_cell_row *row, gir_line line)
{
	bool		more = true;

	row->continues = reader->in_row;
	reader->in_row = false;
	while (more)
	{
		if (row->ncells == GIR_ROW_CELLS)
		{
			row->overflow = true;
			reader->in_row = true;
			return;
		}

		/* the cell, and the lines that go on with it */
		add_cell(row, line.start + 1, line.end, line.number);
		pass_line(reader, &line);
		while (!is_short_cell(reader, &line))
		{
			const char *behind = reader->p;
			gir_line	next;
			line_kind	kind = LINE_BLANK;
			int			blanks = pass_empty_lines(reader, MAX_BLANKS);

			while ((more = peek_line(reader, &next)) && (kind = classify(reader, &next)) == LINE_BLANK)
			{
				blanks++;
				pass_line(reader, &next);
			}
			if (!more)
			{
				/* blank lines at the end of the text are not the row's */
				reader->p = behind;
				reader->line_number -= (uint32_t) blanks;
				break;
			}
			if (kind == LINE_WORD)
			{
				more = blanks == 0;
				line = next;
				break;
			}
			if (kind != LINE_PLAIN ||
				!continues_cell(&row->cells[row->ncells - 1], &next, blanks))
			{
				more = false;
				break;
			}
			set_cell(&row->cells[row->ncells - 1], row->cells[row->ncells - 1].start, next.end);
			pass_line(reader, &next);
		}
	}
}

/* True if something that ends a cell stands between it and the end of the text. */
static bool
is_ended(const gir_cell *cell, const char *end)
{
	const char *p = cell->source_end;

	/* after white space alone, a unit may have followed */
	while (p < end && *p != '\t' && *p != '|')
		p++;
	return p < end;
}

/* Read the next row that is not blank. */
bool
gir_next_text_row(gir_text_reader *reader, gir_cell_row *row)
{
	gir_line	line;
	int			blanks;

	row->ncells = 0;
	row->overflow = false;
	row->cut = false;
	blanks = pass_empty_lines(reader, MAX_BLANKS - 1);
	while (peek_line(reader, &line))
	{
		switch (classify(reader, &line))
		{
			case LINE_BLANK:
				pass_line(reader, &line);
				if (++blanks < MAX_BLANKS)
					continue;
				row->layout = GIR_LAYOUT_LINE;
				return true;
			case LINE_PLAIN:
				if (reader->paged && gir_is_page_foot(line.start, line.end, reader->end))
				{
					pass_line(reader, &line);
					continue;
				}
				row->layout = GIR_LAYOUT_LINE;
				add_cell(row, line.start, line.end, line.number);
				pass_line(reader, &line);
				break;
			case LINE_TABS:
				row->layout = GIR_LAYOUT_TABS;
				split(row, line.start, line.end, '\t', line.number);
				pass_line(reader, &line);
				break;
			case LINE_PIPES:
				pass_line(reader, &line);
				if (!read_piped_line(row, &line))
					continue;
				break;
			case LINE_WORD:
				row->layout = GIR_LAYOUT_WORD;
				read_word_row(reader, row, line);
				break;
		}
		row->unfinished = reader->p == reader->end && reader->end[-1] != reader->line_end;
		row->cut = row->unfinished && !is_ended(&row->cells[row->ncells - 1], reader->end);
		return true;
	}
	return false;
}
