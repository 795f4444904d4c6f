/*
 * glued.c
 *		Cells with nothing between them: "规章000".
 *
 * Labels are told apart by the forms' texts, and digits by how many values the
 * row has.  What can be read in more than one way is not read.
 */
#include "core/match.h"

#include <string.h>

#include "core/chars.h"

/* Longer texts are no rows of cells; in bytes. */
#define MAX_GLUED 480

/* Longer texts are no label, when nothing is between them; in bytes. */
#define MAX_GLUED_LABEL 180

/* More digits than this are not split so as to add up. */
#define MAX_SPLIT_DIGITS 20

/* Nor is a number with more. */
#define MAX_NUMBER_DIGITS 15

/* Make a cell of a part of another. */
static void
set_part(gir_cell *part, const gir_cell *whole, const char *start, const char *end)
{
	gir_trim(&start, &end);
	part->start = part->source_start = start;
	part->end = part->source_end = end;
	part->line = whole->line;
}

/* True for what numbers and marks in cells are made of. */
static bool
is_value_char(uint32_t c)
{
	switch (c)
	{
		case '.':
		case ',':
		case '+':
		case '-':
		case '/':
		case 0x2014:			/* dash */
		case 0xFF0D:			/* full-width minus */
		case 0x589E:			/* "more" */
		case 0x51CF:			/* "less" */
			return true;
		default:
			return c >= '0' && c <= '9';
	}
}

/* Where the numbers at the end of a text begin. */
static const char *
find_digits(const char *start, const char *end)
{
	const char *digits = end;
	const char *p = start;
	bool		numeric = false;

	while (p < end)
	{
		const char *before = p;
		uint32_t	c = gir_next_char(&p, end);

		if (!is_value_char(c))
		{
			digits = end;
			numeric = false;
		}
		else if (digits == end && c != '.' && c != ',')
			digits = before;
		numeric = numeric || (c >= '0' && c <= '9');
	}
	return numeric ? digits : end;
}

/* The longest label that a text begins with; its end is put in *end. */
static const gir_label *
longest_label(const char *start, const char *limit, const char **end)
{
	const gir_label *found = NULL;
	const char *p = start;

	if (!gir_begins_like_label(start, limit))
		return NULL;
	while (p < limit && p - start < MAX_GLUED_LABEL)
	{
		const gir_label *label;

		gir_next_char(&p, limit);
		label = gir_find_label(start, p);
		if (label != NULL)
		{
			found = label;
			*end = p;
		}
	}
	return found;
}

/* True for prose: there is a full stop in it. */
static bool
has_full_stop(const char *p, const char *end)
{
	static const char full_stop[] = "。";

	while (end - p >= 3 && (p = memchr(p, full_stop[0], (size_t) (end - p) - 2)) != NULL)
	{
		if (memcmp(p, full_stop, 3) == 0)
			return true;
		p++;
	}
	return false;
}

/* Take a text apart that has nothing between its cells. */
bool
gir_split_glued(const gir_cell *cell, gir_glued *glued)
{
	const char *digits;
	const char *p = cell->start;

	/* the parts of what was decoded have no places in the text of their own */
	if (cell->end - cell->start > MAX_GLUED || cell->start != cell->source_start)
		return false;
	/* nor is there a full stop in any label */
	if (has_full_stop(cell->start, cell->end))
		return false;
	digits = find_digits(cell->start, cell->end);
	glued->nlabels = 0;
	while (p < digits)
	{
		const char *end = p;
		const gir_label *label = longest_label(p, digits, &end);

		if (label == NULL || glued->nlabels == GIR_ROW_CELLS)
			return false;
		glued->labels[glued->nlabels] = label;
		set_part(&glued->cells[glued->nlabels++], cell, p, end);
		p = end;
	}
	set_part(&glued->digits, cell, digits, cell->end);
	return glued->nlabels > 1 || (glued->nlabels == 1 && digits < cell->end);
}

/* What is needed to look for the ways to split digits. */
typedef struct splitting
{
	const char *digits;
	int			ndigits;
	int			nvalues;
	int			ends[GIR_ROW_CELLS];	/* where each value ends */
	int			found[GIR_ROW_CELLS];	/* the same, of the first way that adds up */
	int			ways;
} splitting;

/* Split the digits from "from" on into the values from number "value" on. */
static void
try_split(splitting *s, int value, int from, int64_t sum)
{
	int64_t		number = 0;
	int64_t		bound = 1;
	int			end;

	/* the last value, which is the sum, has at most the digits that are left */
	for (end = from + s->nvalues - 1 - value; end < s->ndigits && bound <= sum; end++)
		bound *= 10;
	if (bound <= sum)
		return;
	for (end = from + 1; end <= s->ndigits - (s->nvalues - 1 - value) && s->ways < 2; end++)
	{
		/* no number but zero begins with a zero, and none is that long */
		if ((end - from > 1 && s->digits[from] == '0') || end - from > MAX_NUMBER_DIGITS)
			return;
		number = number * 10 + (s->digits[end - 1] - '0');
		s->ends[value] = end;
		if (value < s->nvalues - 1)
			try_split(s, value + 1, end, sum + number);
		else if (end == s->ndigits && number == sum)
		{
			if (s->ways++ == 0)
				memcpy(s->found, s->ends, sizeof(s->found));
		}
	}
}

/* True if there is no other way to read digits, even if blank cells were lost. */
bool
gir_is_only_split(const gir_cell *digits, int nvalues)
{
	const char *p;

	if (nvalues == 1)
		return true;
	if (digits->end - digits->start != nvalues)
		return false;
	/* no number with two digits begins with a zero */
	for (p = digits->start; p < digits->end - 1; p++)
	{
		if (*p != '0')
			return false;
	}
	return true;
}

/* Split digits into values. */
int
gir_split_digits(const gir_cell *digits, int nvalues, bool adds_up, gir_cell *cells)
{
	splitting	s = {0};
	int			start = 0;
	int			i;

	s.digits = digits->start;
	s.ndigits = (int) (digits->end - digits->start);
	s.nvalues = nvalues;
	if (nvalues <= 0 || nvalues > GIR_ROW_CELLS - 1 || s.ndigits == 0)
		return 0;
	if (nvalues == 1)
	{
		cells[0] = *digits;
		return 1;
	}
	for (i = 0; i < s.ndigits; i++)
	{
		if (s.digits[i] < '0' || s.digits[i] > '9')
			return 0;
	}
	if (!adds_up)
	{
		if (s.ndigits != nvalues)
			return 0;
		for (i = 0; i < nvalues; i++)
			s.found[i] = i + 1;
	}
	else
	{
		if (s.ndigits < nvalues || s.ndigits > MAX_SPLIT_DIGITS)
			return 0;
		try_split(&s, 0, 0, 0);
		/* a way with less numbers is what is left if one was blank or lost */
		for (i = nvalues - 1; i > 1 && s.ways == 1; i--)
		{
			s.nvalues = i;
			try_split(&s, 0, 0, 0);
		}
		if (s.ways != 1)
			return 0;
	}
	for (i = 0; i < nvalues; i++)
	{
		set_part(&cells[i], digits, digits->start + start, digits->start + s.found[i]);
		start = s.found[i];
	}
	return nvalues;
}
