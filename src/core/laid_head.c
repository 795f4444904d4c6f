/*
 * laid_head.c
 *		Heads of tables laid out with spaces: whether their columns are in the
 *		form's order.
 *
 * Heads of columns are broken over lines, down to one character a line, so that
 * a line has pieces of several heads side by side.  What shows the order is the
 * characters that only one column has: in every line, they must come in the
 * order of the columns, and columns without a line in common must lie side by
 * side in that order.
 */
#include "core/laid.h"

#include <string.h>

#include "core/chars.h"

/* Characters of a line that are looked at. */
#define MAX_MARKS 96

/* Of a character that no column has. */
#define NO_COLUMN 0xFF

/* Lines that a head of rows that stand side by side can have. */
#define MAX_HEAD 64

/* Rows that can stand side by side. */
#define MAX_SIDES 3

/* A character of a line. */
typedef struct mark
{
	uint16_t	character;
	uint8_t		column;			/* the only one that has it, GIR_MAX_COLUMNS, or NO_COLUMN */
	uint32_t	place;
} mark;

/* The characters of a line. */
typedef struct marked_line
{
	int			n;
	mark		marks[MAX_MARKS];
} marked_line;

/* How often a column's label has a character. */
static int
count_in_label(const char *label, uint16_t character)
{
	const char *end = label + strlen(label);
	int			n = 0;

	while (label < end)
		n += gir_laid_ideograph(gir_next_char(&label, end)) == character;
	return n;
}

/* The only column that has a character, GIR_MAX_COLUMNS if several have, or -1. */
static int
column_with(const gir_form_block *block, uint16_t character)
{
	int			found = -1;
	int			i;

	for (i = 0; i < block->ncolumns; i++)
	{
		if (count_in_label(block->columns[i].label, character) > 0)
			found = found < 0 ? i : GIR_MAX_COLUMNS;
	}
	return found;
}

/* The column of the number "nth" of a character that several columns have. */
static int
nth_column_with(const gir_form_block *block, uint16_t character, int nth)
{
	int			i;

	for (i = 0; i < block->ncolumns; i++)
	{
		nth -= count_in_label(block->columns[i].label, character);
		if (nth < 0)
			return i;
	}
	return -1;
}

/* True for a word that stands over columns or before rows, and is no column's. */
static bool
is_other_text(const gir_form_block *block, const char *start, const char *end)
{
	const gir_label *label = gir_find_label(start, end);
	int			s = block->section - GIR_FIRST_SECTION;

	return label != NULL && label->column[s] == GIR_NO_COLUMN &&
		(label->group == block->section || label->row[s] != GIR_NO_ROW ||
		 label->anchor == block->section || label->corner == block->section);
}

/* How many of the marks from one on are a part of a folded text. */
static int
match_part(const char *key, size_t len, const mark *marks, int n)
{
	const char *end = key + len;
	int			longest = 0;

	while (key < end)
	{
		const char *p = key;
		int			i = 0;

		while (p < end && i < n && gir_laid_ideograph(gir_next_char(&p, end)) == marks[i].character)
			i++;
		longest = i > longest ? i : longest;
		gir_next_char(&key, end);
	}
	return longest;
}

/*
 * Take out what is a piece of a text that stands over columns: more characters
 * side by side than can be of one column.  Returns how many marks are left.
 */
static int
remove_other_pieces(const gir_form_block *block, mark *marks, int n)
{
	int			kept = 0;
	int			i = 0;
	int			j;

	while (i < n)
	{
		int			other = 0;
		int			own = 1;

		for (j = 0; j < gir_label_count; j++)
		{
			int			part = gir_labels[j].group != block->section ? 0 :
				match_part(gir_labels[j].key, gir_labels[j].key_len, marks + i, n - i);

			other = part > other ? part : other;
		}
		for (j = 0; j < block->ncolumns; j++)
		{
			const char *label = block->columns[j].label;
			int			part = match_part(label, strlen(label), marks + i, n - i);

			own = part > own ? part : own;
		}
		if (other > own)
			i += other;
		else
			marks[kept++] = marks[i++];
	}
	return kept;
}

/* Find the ideographs of a line, with the columns that have them; returns their number. */
static int
find_marks(const gir_form_block *block, const gir_laid_line *line, mark *marks)
{
	const char *p = line->start;
	const char *start;
	uint32_t	column = line->indent;
	uint32_t	width;
	int			n = 0;

	while (gir_laid_word(&p, line->end, &start, &column, &width))
	{
		const char *q = start;
		uint32_t	place = column;

		column += width;
		if (is_other_text(block, start, p))
			continue;
		for (; q < p && n < MAX_MARKS; place++)
		{
			uint16_t	c = gir_laid_fold(gir_next_char(&q, p));
			int			owner = c == 0 ? -1 : column_with(block, c);

			if (c == 0)
				continue;
			marks[n].character = c;
			marks[n].column = owner < 0 ? NO_COLUMN : (uint8_t) owner;
			marks[n++].place = place;
		}
	}
	return n;
}

/* How many of the marks are a character, before number "limit". */
static int
count_marks(const mark *marks, int limit, uint16_t character)
{
	int			count = 0;
	int			i;

	for (i = 0; i < limit; i++)
		count += marks[i].character == character;
	return count;
}

/* True if a column has a character that no other has. */
static bool
has_own(const gir_form_block *block, int column)
{
	const char *p = block->columns[column].label;
	const char *end = p + strlen(p);

	while (p < end)
	{
		if (column_with(block, gir_laid_ideograph(gir_next_char(&p, end))) == column)
			return true;
	}
	return false;
}

/*
 * Tell to which column shared characters belong, if all of them are in the line
 * and there is a column that has no others.
 */
static void
assign_shared(const gir_form_block *block, mark *marks, int n)
{
	int			i,
				j;

	for (i = 0; i < n; i++)
	{
		int			all = 0;
		bool		needed = false;

		if (marks[i].column != GIR_MAX_COLUMNS)
			continue;
		for (j = 0; j < block->ncolumns; j++)
		{
			int			own = count_in_label(block->columns[j].label, marks[i].character);

			all += own;
			needed = needed || (own > 0 && !has_own(block, j));
		}
		if (needed && all == count_marks(marks, n, marks[i].character))
			marks[i].column = (uint8_t) nth_column_with(block, marks[i].character,
														count_marks(marks, i, marks[i].character));
	}
}

/*
 * Where the heads of rows that stand side by side are: a character that only one
 * column has is there once for each of them.  Returns false if a column's are not.
 */
static bool
find_sides(const gir_form_block *block, const marked_line *lines, int nlines, int column,
		   uint64_t place[MAX_SIDES])
{
	const char *p = block->columns[column].label;
	const char *end = p + strlen(p);
	uint64_t	sums[MAX_SIDES] = {0};
	int			characters = 0;
	int			i,
				j;

	while (p < end)
	{
		uint16_t	c = gir_laid_ideograph(gir_next_char(&p, end));
		uint32_t	found[MAX_SIDES];
		int			n = 0;

		for (i = 0; i < nlines; i++)
		{
			const mark *marks = lines[i].marks;

			for (j = 0; j < lines[i].n; j++)
			{
				int			k = n;

				if (marks[j].character != c || marks[j].column != column)
					continue;
				if (n++ >= block->nrows)
					break;
				for (; k > 0 && found[k - 1] > marks[j].place; k--)
					found[k] = found[k - 1];
				found[k] = marks[j].place;
			}
		}
		if (n != block->nrows)
			continue;
		for (i = 0; i < n; i++)
			sums[i] += found[i];
		characters++;
	}
	for (i = 0; i < block->nrows && characters > 0; i++)
		place[i] = sums[i] * 16 / (unsigned) characters;
	return characters > 0;
}

/* True if all columns of rows that stand side by side are there in the form's order. */
bool
gir_laid_side_by_side(const gir_form_block *block, const gir_laid_line *lines, int nlines)
{
	marked_line marked[MAX_HEAD];
	uint64_t	places[GIR_MAX_COLUMNS][MAX_SIDES];
	uint64_t	last = 0;
	int			i,
				j;

	/* heads are not that long */
	if (nlines > MAX_HEAD || block->nrows > MAX_SIDES)
		return false;
	for (i = 0; i < nlines; i++)
		marked[i].n = find_marks(block, &lines[i], marked[i].marks);
	for (i = 0; i < block->ncolumns; i++)
	{
		if (!find_sides(block, marked, nlines, i, places[i]))
			return false;
	}
	for (j = 0; j < block->nrows; j++)
	{
		for (i = 0; i < block->ncolumns; i++)
		{
			if ((i > 0 || j > 0) && places[i][j] <= last)
				return false;
			last = places[i][j];
		}
	}
	return true;
}

/* True if nothing contradicts the order of a block's columns. */
bool
gir_laid_in_order(const gir_form_block *block, const gir_laid_line *lines, int nlines)
{
	mark		marks[MAX_MARKS];
	uint64_t	places[GIR_MAX_COLUMNS] = {0};
	uint32_t	count[GIR_MAX_COLUMNS] = {0};
	unsigned	together[GIR_MAX_COLUMNS] = {0};
	int			i,
				j;

	for (i = 0; i < nlines; i++)
	{
		int			n = find_marks(block, &lines[i], marks);
		unsigned	here = 0;
		int			last = -1;
		int			descents = 0;

		n = remove_other_pieces(block, marks, n);
		assign_shared(block, marks, n);
		for (j = 0; j < n; j++)
		{
			int			column = marks[j].column;

			if (column >= GIR_MAX_COLUMNS)
				continue;
			descents += column < last;
			last = column;
			here |= 1u << column;
			places[column] += marks[j].place;
			count[column]++;
		}
		if (descents > 0)
			return false;
		for (j = 0; j < block->ncolumns; j++)
		{
			if (here & 1u << j)
				together[j] |= here;
		}
	}
	for (i = 0; i < block->ncolumns; i++)
	{
		for (j = i + 1; j < block->ncolumns; j++)
		{
			if (count[i] > 0 && count[j] > 0 && (together[i] & 1u << j) == 0 &&
				places[i] * count[j] >= places[j] * count[i])
				return false;
		}
	}
	return true;
}
