/*
 * laid_text.c
 *		Tables laid out with spaces: the text around the lines of values, and which
 *		labels it may hold.
 *
 * Labels are broken over lines, with pieces of others between them, so that a
 * label is looked for character by character in order.
 */
#include "core/laid_rows.h"

#include <string.h>

#include "core/chars.h"

/* The slot of a character. */
static int
slot_of(const gir_laid_alphabet *letters, uint16_t c)
{
	int			slot = (c * 40503u >> 4) & (GIR_LAID_SLOTS - 1);

	while (letters->character[slot] != 0 && letters->character[slot] != c)
		slot = (slot + 1) & (GIR_LAID_SLOTS - 1);
	return slot;
}

/* Note the characters of a label. */
static void
note_text(gir_laid_alphabet *letters, const char *p, const char *end, uint32_t rows, uint8_t others)
{
	while (p < end)
	{
		uint16_t	c = gir_laid_ideograph(gir_next_char(&p, end));
		int			slot;

		if (c == 0)
			continue;
		slot = slot_of(letters, c);
		letters->character[slot] = c;
		letters->rows[slot] |= rows;
		letters->others[slot] |= others;
	}
}

/* Note the characters of the section's labels. */
void
gir_laid_note_labels(gir_laid_rows *t)
{
	static const char numerals[] = "一二三四五六七八九十";
	int			s = t->section - GIR_FIRST_SECTION;
	int			i;

	memset(&t->letters, 0, sizeof(t->letters));
	note_text(&t->letters, numerals, numerals + sizeof(numerals) - 1, 0, GIR_LAID_BESIDE);
	for (i = 0; i < gir_label_count; i++)
	{
		const gir_label *label = &gir_labels[i];
		uint32_t	rows = 0;
		uint8_t		others = 0;

		if (label->group == t->section)
			others |= GIR_LAID_BESIDE;
		if (label->anchor == t->section || label->corner == t->section ||
			label->column[s] != GIR_NO_COLUMN)
			others |= GIR_LAID_ABOVE;
		if (label->row[s] != GIR_NO_ROW)
			rows = 1u << (label->row[s] - t->first_row);
		if (rows != 0 || others != 0)
			note_text(&t->letters, label->key, label->key + label->key_len, rows, others);
	}
}

/* The rows whose labels have a character. */
uint32_t
gir_laid_rows_with(const gir_laid_rows *t, uint16_t c)
{
	return t->letters.rows[slot_of(&t->letters, c)];
}

/* Add a text; false if there is too much of it. */
static bool
add_text(gir_laid_rows *t, const char *p, const char *end)
{
	while (p < end)
	{
		uint16_t	c = gir_laid_fold(gir_next_char(&p, end));
		int			slot;

		if (c == 0)
			continue;
		if (t->ntext == GIR_LAID_TEXT)
			return false;
		slot = slot_of(&t->letters, c);
		t->text[t->ntext] = c;
		t->rows[t->ntext] = t->letters.rows[slot];
		t->others[t->ntext++] = t->letters.others[slot];
	}
	return true;
}

/* Take the lines: their text, and those with values.  False if there are too many. */
bool
gir_laid_take_lines(gir_laid_rows *t)
{
	int			page = 0;
	int			after = 0;		/* where the text behind the last line of values begins */
	int			i;

	for (i = 0; i < t->lines->nlines; i++)
	{
		const gir_laid_line *line = &t->lines->lines[i];
		gir_laid_values values;
		gir_laid_place	   *here;

		page += line->new_page;
		gir_laid_split(line, &values);
		if (values.n == 0 && !values.mixed)
		{
			if (!add_text(t, line->start, line->end))
				return false;
			continue;
		}
		if (t->nplaces == GIR_LAID_PLACES)
			return false;
		here = &t->places[t->nplaces++];
		memset(here, 0, sizeof(*here));
		here->line = i;
		here->n = values.mixed || values.n > GIR_LAID_VALUES ? 0 : values.n;
		here->page = page;
		here->start = after;
		here->own = t->ntext;
		here->row = -1;
		if (here > t->places)
			here[-1].end = t->ntext;
		if (!add_text(t, line->start, values.mixed ? line->end : values.text_end))
			return false;
		here->own_end = after = here->end = t->ntext;
	}
	if (t->nplaces > 0)
	{
		gir_laid_place	   *top = &t->places[0];

		/* the head is over behind the last character that no row's label has */
		for (i = 0; i < top->own; i++)
		{
			if (t->rows[i] == 0 && t->others[i] != GIR_LAID_BESIDE)
				top->start = i + 1;
		}
		t->places[t->nplaces - 1].end = t->ntext;
	}
	return true;
}

/* True if a folded label is in a part of the text, character by character in order. */
bool
gir_laid_has_label(const gir_laid_rows *t, int from, int to, const char *key, const char *key_end)
{
	while (key < key_end)
	{
		uint16_t	c = gir_laid_ideograph(gir_next_char(&key, key_end));

		while (from < to && t->text[from] != c)
			from++;
		if (from++ >= to)
			return false;
	}
	return true;
}

/* Find out which rows the places may be. */
void
gir_laid_find_labels(gir_laid_rows *t)
{
	int			s = t->section - GIR_FIRST_SECTION;
	int			i,
				j;

	for (i = 0; i < t->nplaces; i++)
	{
		gir_laid_place	   *here = &t->places[i];

		here->allowed = ~0u;
		for (j = here->own; j < here->own_end; j++)
		{
			if ((t->others[j] & GIR_LAID_BESIDE) == 0)
				here->allowed &= t->rows[j];
			here->foreign = here->foreign || (t->rows[j] == 0 && t->others[j] == 0);
		}
		for (j = 0; j < gir_label_count && !here->foreign; j++)
		{
			const gir_label *label = &gir_labels[j];
			uint32_t	row;

			if (label->row[s] == GIR_NO_ROW)
				continue;
			row = 1u << (label->row[s] - t->first_row);
			if ((here->found & row) == 0 &&
				gir_laid_has_label(t, here->start, here->end, label->key,
								   label->key + label->key_len))
				here->found |= row;
		}
		here->labels = here->found & here->allowed;
	}
}
