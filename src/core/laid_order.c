/*
 * laid_order.c
 *		Tables laid out with spaces: which line of values is which row of the form.
 *
 * A line can be a row whose label is in the text around it.  The lines come in
 * the form's order: a line is a row only if it cannot be another one in any order
 * of that kind, in any form, and if nothing in the text around it is left
 * unexplained.
 */
#include "core/laid_rows.h"

#include "core/chars.h"

/*
 * True if a place has a part in the order of rows.  A value by itself may be a
 * part of a number that is broken over lines.
 */
static bool
is_counted(const gir_laid_rows *t, const gir_laid_place *here)
{
	if (here->foreign || here->n > t->ncolumns ||
		(here->n == 1 && t->ncolumns > 1 && here->own == here->own_end))
		return false;
	return here->labels != 0 || here->n == t->ncolumns;
}

/* The rows behind a row, and those before one. */
static uint32_t
rows_behind(int row)
{
	return row < 0 ? ~0u : row >= 31 ? 0 : ~0u << (row + 1);
}

static uint32_t
rows_before(int row)
{
	return row > 31 ? ~0u : (1u << row) - 1;
}

/* The rows that a place can be in a form. */
static uint32_t
choices_of(const gir_laid_place *here, uint32_t form_rows)
{
	return (here->labels != 0 ? here->labels : here->allowed) & form_rows;
}

/*
 * The rows that each place can be if all of them come in a form's order; false if
 * they cannot.
 */
static bool
align(const gir_laid_rows *t, uint32_t form_rows, uint32_t possible[GIR_LAID_PLACES])
{
	int			row = -1;
	int			i;

	/* the first row that each can be, behind those before it */
	for (i = 0; i < t->nplaces; i++)
	{
		uint32_t	choices = choices_of(&t->places[i], form_rows) & rows_behind(row);

		possible[i] = choices;
		if (!is_counted(t, &t->places[i]))
			continue;
		if (choices == 0)
			return false;
		for (row = 0; (choices & 1u << row) == 0; row++)
			;
	}
	/* and the last one, before those behind it */
	row = 32;
	for (i = t->nplaces - 1; i >= 0; i--)
	{
		if (!is_counted(t, &t->places[i]))
		{
			possible[i] = 0;
			continue;
		}
		possible[i] &= rows_before(row);
		if (possible[i] == 0)
			return false;
		for (row = 31; (possible[i] & 1u << row) == 0; row--)
			;
	}
	return true;
}

/* True if only one bit is set. */
static bool
is_single(uint32_t bits)
{
	return bits != 0 && (bits & (bits - 1)) == 0;
}

/* How much of the text around a place can be of a row's label. */
static bool
has_traces(const gir_laid_rows *t, const gir_laid_place *here, uint32_t row)
{
	int			traces = 0;
	int			i;

	for (i = here->start; i < here->end; i++)
		traces += (t->rows[i] & row) != 0 && t->others[i] == 0;
	return traces >= 2;
}

/* True if the text around a place is of the rows that may be there. */
static bool
is_explained(const gir_laid_rows *t, int number, const uint32_t possible[GIR_LAID_PLACES])
{
	const gir_laid_place *here = &t->places[number];
	int			from = here->start;
	int			to = number < t->nplaces - 1 ? here->end : here->own_end;
	bool		top = number > 0 && t->places[number - 1].page != here->page;
	bool		bottom = number < t->nplaces - 1 && here[1].page != here->page;
	uint32_t	around = possible[number];
	uint32_t	between = 0;
	int			i;

	/* the rows before and behind it, and blank ones between, which have no line of values */
	if (number > 0)
		around |= possible[number - 1];
	if (number < t->nplaces - 1)
		around |= possible[number + 1];
	for (i = 0; i < 32; i++)
	{
		if ((here->found & 1u << i) != 0 && (around & rows_before(i)) != 0 &&
			(around & rows_behind(i)) != 0)
			between |= 1u << i;
	}
	for (i = from; i < to; i++)
	{
		bool		head = ((top || number == 0) && i < here->own) || (bottom && i >= here->own_end);

		if ((t->rows[i] & (around | between)) == 0 && (t->others[i] & GIR_LAID_BESIDE) == 0 &&
			!(head && (t->others[i] & GIR_LAID_ABOVE) != 0))
			return false;
	}
	return true;
}

/* The row of a single bit. */
static int
row_of(uint32_t bits)
{
	int			row = 0;

	while ((bits & 1u << row) == 0)
		row++;
	return row;
}

/*
 * A row of one form can have the label of a group of another's, and a row of that
 * one what the label ends or begins with.  True if a place is the first one: the
 * rows around it are those of its form, and the characters that both labels have
 * are there for one of them only.
 */
static bool
is_row_not_group(const gir_laid_rows *t, int number, const uint32_t possible[GIR_LAID_PLACES],
				 uint32_t form_rows, uint32_t others)
{
	const gir_laid_place *here = &t->places[number];
	uint32_t	own = possible[number];
	uint32_t	between;
	int			shared = 0;		/* characters of the row that are others', too */
	int			i;

	if (number == 0 || number == t->nplaces - 1 || !is_single(own) ||
		!is_single(possible[number - 1]) || !is_single(possible[number + 1]))
		return false;
	between = form_rows & rows_behind(row_of(possible[number - 1])) &
		rows_before(row_of(possible[number + 1]));
	if (between != own)
		return false;
	for (i = 0; i < gir_label_count; i++)
	{
		const gir_label *label = &gir_labels[i];
		const char *p = label->key;

		if (label->group != t->section ||
			label->row[t->section - GIR_FIRST_SECTION] != t->first_row + row_of(own))
			continue;
		while (p < label->key + label->key_len)
		{
			uint16_t	c = gir_laid_ideograph(gir_next_char(&p, label->key + label->key_len));

			shared += (gir_laid_rows_with(t, c) & others) != 0;
		}
		break;
	}
	if (shared == 0)
		return false;
	for (i = here->start; i < here->end; i++)
		shared -= (t->rows[i] & own) != 0 && (t->rows[i] & others) != 0;
	return shared == 0;
}

/* True if one folded label is in another, character by character in order. */
static bool
is_within(const gir_label *a, const gir_label *b)
{
	const char *p = a->key;
	const char *q = b->key;

	while (p < a->key + a->key_len && q < b->key + b->key_len)
	{
		const char *next = p;

		if (gir_next_char(&next, a->key + a->key_len) == gir_next_char(&q, b->key + b->key_len))
			p = next;
	}
	return p == a->key + a->key_len;
}

/*
 * True if the label of a row may be what is left of another row's.  Such a row
 * is one only behind the row that it follows in the form.
 */
static bool
may_be_rest(const gir_laid_rows *t, int row)
{
	int			s = t->section - GIR_FIRST_SECTION;
	int			i,
				j;

	for (i = 0; i < gir_label_count; i++)
	{
		for (j = 0; j < gir_label_count && gir_labels[i].row[s] == t->first_row + row; j++)
		{
			if (gir_labels[j].row[s] != GIR_NO_ROW &&
				gir_labels[j].row[s] != gir_labels[i].row[s] &&
				is_within(&gir_labels[i], &gir_labels[j]))
				return true;
		}
	}
	return false;
}

/* True if the place before one is certain to be the row before its row in a form. */
static bool
follows_its_row(int number, int row, uint32_t form_rows,
				const uint32_t possible[GIR_LAID_PLACES])
{
	return number > 0 && is_single(possible[number - 1]) &&
		(form_rows & rows_behind(row_of(possible[number - 1])) & rows_before(row)) == 0;
}

/* True for a line of nothing but punctuation and numbering, which may be a piece of a label. */
static bool
is_rest(const gir_laid_table *lines, int number)
{
	const gir_laid_line *line;
	gir_laid_values values;
	const char *p;

	if (number < 0 || number >= lines->nlines)
		return false;
	line = &lines->lines[number];
	gir_laid_split(line, &values);
	for (p = line->start; p < line->end;)
	{
		if (gir_laid_fold(gir_next_char(&p, line->end)) != 0)
			return false;
	}
	return values.n == 0;
}

/*
 * True if a line of values alone stands between pieces of a row's label: beside a
 * label of one line there are its values, and not above or below it.
 */
static bool
is_beside(const gir_laid_rows *t, const gir_laid_place *here, uint32_t row)
{
	bool		above = is_rest(t->lines, here->line - 1);
	bool		below = is_rest(t->lines, here->line + 1);
	int			i;

	for (i = here->start; i < here->own; i++)
		above = above || (t->rows[i] & row) != 0;
	for (i = here->own_end; i < here->end; i++)
		below = below || (t->rows[i] & row) != 0;
	return here->own < here->own_end || (above && below);
}

/* Decide which row each place is, as far as that is certain. */
void
gir_laid_decide(gir_laid_rows *t)
{
	uint32_t	possible[GIR_FORM_COUNT][GIR_LAID_PLACES];
	bool		feasible[GIR_FORM_COUNT];
	int			form;
	int			i;

	for (form = 0; form < t->nforms; form++)
		feasible[form] = align(t, t->form_rows[form], possible[form]);
	for (i = 0; i < t->nplaces; i++)
	{
		gir_laid_place	   *here = &t->places[i];
		uint32_t	rows = 0;
		bool		explained = true;

		if (!is_counted(t, here))
			continue;
		for (form = 0; form < t->nforms; form++)
		{
			if (!feasible[form])
				continue;
			rows |= possible[form][i];
			explained = explained && is_explained(t, i, possible[form]);
		}
		for (form = 0; form < t->nforms && !is_single(rows); form++)
		{
			if (feasible[form] && is_row_not_group(t, i, possible[form], t->form_rows[form],
												   rows & ~possible[form][i]))
				rows = possible[form][i];
		}
		if (!explained || !is_single(rows) || !is_beside(t, here, rows))
			continue;
		/* without its label, only between others, and with something of it left */
		if (here->labels == 0 && (i == 0 || i == t->nplaces - 1 || !has_traces(t, here, rows)))
			continue;
		for (form = 0; form < t->nforms && t->section == 3; form++)
		{
			if (feasible[form] && (possible[form][i] & rows) != 0 && may_be_rest(t, row_of(rows)) &&
				!follows_its_row(i, row_of(rows), t->form_rows[form], possible[form]))
				break;
		}
		if (form == t->nforms || t->section != 3)
			here->row = row_of(rows);
	}
}
