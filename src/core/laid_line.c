/*
 * laid_line.c
 *		A line of a table laid out with spaces: the text in front, and the values
 *		behind it.
 *
 * In narrow columns there is but one space between cells, so that any space may
 * separate them.  Within a value only a unit or a word for the sign may stand
 * apart: layout programs put a space between digits and ideographs.
 */
#include "core/laid.h"

#include "core/chars.h"
#include "core/number.h"

/* A number and its unit take at most so many bytes. */
#define MAX_JOINED 64

/* A word of a line. */
typedef struct word
{
	const char *start;
	const char *end;
	uint32_t	from;
	uint32_t	to;
	gir_value_shape shape;
} word;

/* A character as compared with those of labels. */
uint16_t
gir_laid_fold(uint32_t c)
{
	return gir_laid_ideograph(gir_simplify_char(gir_fold_char(c)));
}

/* Find the next word. */
bool
gir_laid_word(const char **p, const char *end, const char **start, uint32_t *column,
			  uint32_t *width)
{
	const char *q = *p;

	*start = q;
	*width = 0;
	while (q < end)
	{
		const char *before = q;
		bool		space = gir_is_space(gir_next_char(&q, end));

		if (space && *width > 0)
		{
			*p = before;
			return true;
		}
		if (!space && (*width)++ == 0)
			*start = before;
		else if (space)
			(*column)++;
	}
	*p = end;
	return *width > 0;
}

/* Add a word that is a value. */
static void
add_value(gir_laid_values *values, const gir_laid_line *line, const word *w)
{
	gir_cell   *cell;

	if (values->n >= GIR_LAID_VALUES)
	{
		values->n = GIR_LAID_VALUES + 1;
		return;
	}
	cell = &values->cells[values->n];
	cell->start = cell->source_start = w->start;
	cell->end = cell->source_end = w->end;
	cell->line = line->number;
	values->from[values->n] = w->from;
	values->to[values->n++] = w->to;
}

/* True if two words are a number and its unit, or a sign and its number. */
static bool
is_one_value(const word *a, const word *b)
{
	return b->from == a->to + 1 && b->end - a->start <= MAX_JOINED &&
		((a->shape == GIR_SHAPE_NUMBER && b->shape == GIR_SHAPE_TEXT) ||
		 (a->shape == GIR_SHAPE_TEXT && b->shape == GIR_SHAPE_NUMBER)) &&
		gir_shape_of(a->start, b->end) == GIR_SHAPE_NUMBER;
}

/* Tell text and values of a line apart. */
void
gir_laid_split(const gir_laid_line *line, gir_laid_values *values)
{
	const char *p = line->start;
	uint32_t	column = line->indent;
	uint32_t	width;
	word		held;			/* the word before; it may go on */
	bool		holding = false;
	bool		more = true;

	values->text_end = line->start;
	values->mixed = false;
	values->n = 0;
	while (more)
	{
		word		next = {0};

		more = gir_laid_word(&p, line->end, &next.start, &column, &width);
		next.end = p;
		next.from = column;
		next.to = column += width;
		next.shape = more ? gir_shape_of(next.start, next.end) : GIR_SHAPE_BLANK;
		if (holding && more && is_one_value(&held, &next))
		{
			held.end = next.end;
			held.to = next.to;
			held.shape = GIR_SHAPE_NUMBER;
			continue;
		}
		if (holding && held.shape == GIR_SHAPE_TEXT)
		{
			values->mixed = values->mixed || values->n > 0;
			values->n = 0;
			values->text_end = held.end;
		}
		else if (holding)
			add_value(values, line, &held);
		held = next;
		holding = more;
	}
}
