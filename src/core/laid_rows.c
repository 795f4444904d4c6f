/*
 * laid_rows.c
 *		Tables laid out with spaces: which line of values is which row of the form.
 *
 * The text around a line of values, from the line of values before it to the one
 * behind it, holds the row's label, and pieces of its neighbours' labels and of
 * texts that stand beside several rows.  A line can be a row whose label is in
 * that text, character by character in order.  The lines come in the form's
 * order: a line is a row only if it cannot be another one in any order of that
 * kind, in any form, and if nothing in the text around it is left unexplained.
 */
#include "core/match.h"

#include <string.h>

#include "core/chars.h"

/* A table with more lines of values is not read, nor one with more text. */
#define MAX_PLACES 96
#define MAX_TEXT 6144

/* Slots for the characters of labels; a power of two. */
#define SLOTS 1024

/* So many lines of text between lines of values part them. */
#define APART 2

/* Rows with all their values on a page that show where its columns are. */
#define ENOUGH_ROWS 2

/* Besides rows, what labels a character occurs in. */
#define BESIDE 1u				/* beside several rows, and numerals */
#define ABOVE 2u				/* in the head */

/* The characters of a section's labels. */
typedef struct alphabet
{
	uint16_t	character[SLOTS];
	uint32_t	rows[SLOTS];	/* the rows whose labels have it */
	uint8_t		others[SLOTS];
} alphabet;

/* A line with values. */
typedef struct place
{
	int			line;
	int			n;				/* values; 0 if it cannot be cut */
	int			page;
	int			own;			/* where the line's text begins */
	int			own_end;
	int			start;			/* the text around it */
	int			end;
	uint32_t	found;			/* the rows whose labels are in it */
	uint32_t	labels;			/* those of them that the line's own text allows */
	uint32_t	allowed;		/* the rows that the line's own text allows */
	bool		foreign;		/* it has text that no label has */
	int			row;			/* what it is, or -1 */
} place;

typedef struct table
{
	const gir_laid_table *lines;
	int			section;
	int			first_row;		/* rows are numbered from it */
	int			nforms;			/* that it may be of */
	uint32_t	form_rows[GIR_FORM_COUNT];
	int			ncolumns;
	int			ntext;
	uint16_t	text[MAX_TEXT];
	uint8_t		others[MAX_TEXT];	/* what else than a row's label it may be of */
	uint32_t	rows[MAX_TEXT];		/* the rows whose labels have the character */
	int			nplaces;
	place		places[MAX_PLACES];
	alphabet	letters;
} table;

/* ---- the text ---- */

/* The slot of a character. */
static int
slot_of(const alphabet *letters, uint16_t c)
{
	int			slot = (c * 40503u >> 4) & (SLOTS - 1);

	while (letters->character[slot] != 0 && letters->character[slot] != c)
		slot = (slot + 1) & (SLOTS - 1);
	return slot;
}

/* Note the characters of a text. */
static void
note_text(alphabet *letters, const char *p, const char *end, uint32_t rows, uint8_t others)
{
	while (p < end)
	{
		uint16_t	c = gir_laid_fold(gir_next_char(&p, end));
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
static void
note_labels(table *t)
{
	static const char numerals[] = "一二三四五六七八九十";
	int			s = t->section - GIR_FIRST_SECTION;
	int			i;

	memset(&t->letters, 0, sizeof(t->letters));
	note_text(&t->letters, numerals, numerals + sizeof(numerals) - 1, 0, BESIDE);
	for (i = 0; i < gir_label_count; i++)
	{
		const gir_label *label = &gir_labels[i];
		uint8_t		others = 0;

		if (label->group == t->section)
			others |= BESIDE;
		if (label->anchor == t->section || label->corner == t->section ||
			label->column[s] != GIR_NO_COLUMN)
			others |= ABOVE;
		note_text(&t->letters, label->key, label->key + label->key_len,
				  label->row[s] != GIR_NO_ROW ? 1u << (label->row[s] - t->first_row) : 0, others);
	}
}

/* Add a text; false if there is too much of it. */
static bool
add_text(table *t, const char *p, const char *end)
{
	while (p < end)
	{
		uint16_t	c = gir_laid_fold(gir_next_char(&p, end));
		int			slot;

		if (c == 0)
			continue;
		if (t->ntext == MAX_TEXT)
			return false;
		slot = slot_of(&t->letters, c);
		t->text[t->ntext] = c;
		t->rows[t->ntext] = t->letters.rows[slot];
		t->others[t->ntext++] = t->letters.others[slot];
	}
	return true;
}

/* Take the lines: their text, and those with values.  False if there are too many. */
static bool
take_lines(table *t)
{
	int			page = 0;
	int			after = 0;		/* where the text behind the last line of values begins */
	int			i;

	for (i = 0; i < t->lines->nlines; i++)
	{
		const gir_laid_line *line = &t->lines->lines[i];
		gir_laid_values values;
		place	   *here;

		page += line->new_page;
		gir_laid_split(line, &values);
		if (values.n == 0 && !values.mixed)
		{
			if (!add_text(t, line->start, line->end))
				return false;
			continue;
		}
		if (t->nplaces == MAX_PLACES)
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
		place	   *top = &t->places[0];

		/* the head is over behind the last character that no row's label has */
		for (i = 0; i < top->own; i++)
		{
			if (t->rows[i] == 0 && t->others[i] != BESIDE)
				top->start = i + 1;
		}
		t->places[t->nplaces - 1].end = t->ntext;
	}
	return true;
}

/* True if a folded label is in a part of the text, character by character in order. */
static bool
has_label(const table *t, int from, int to, const char *key, const char *key_end)
{
	while (key < key_end)
	{
		uint16_t	c = gir_laid_fold(gir_next_char(&key, key_end));

		while (from < to && t->text[from] != c)
			from++;
		if (from++ >= to)
			return false;
	}
	return true;
}

/* Find out which rows the places may be. */
static void
find_labels(table *t)
{
	int			s = t->section - GIR_FIRST_SECTION;
	int			i,
				j;

	for (i = 0; i < t->nplaces; i++)
	{
		place	   *here = &t->places[i];

		here->allowed = ~0u;
		for (j = here->own; j < here->own_end; j++)
		{
			if ((t->others[j] & BESIDE) == 0)
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
				has_label(t, here->start, here->end, label->key, label->key + label->key_len))
				here->found |= row;
		}
		here->labels = here->found & here->allowed;
	}
}

/* ---- which row is which ---- */

/*
 * True if a place has a part in the order of rows.  A value by itself may be a
 * part of a number that is broken over lines.
 */
static bool
is_counted(const table *t, const place *here)
{
	if (here->foreign || here->n > t->ncolumns || (here->n == 1 && t->ncolumns > 1 && here->own == here->own_end))
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
choices_of(const place *here, uint32_t form_rows)
{
	return (here->labels != 0 ? here->labels : here->allowed) & form_rows;
}

/*
 * The rows that each place can be if all of them come in a form's order; false if
 * they cannot.
 */
static bool
align(const table *t, uint32_t form_rows, uint32_t possible[MAX_PLACES])
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
has_traces(const table *t, const place *here, uint32_t row)
{
	int			traces = 0;
	int			i;

	for (i = here->start; i < here->end; i++)
		traces += (t->rows[i] & row) != 0 && t->others[i] == 0;
	return traces >= 2;
}

/* True if the text around a place is of the rows that may be there. */
static bool
is_explained(const table *t, int number, const uint32_t possible[MAX_PLACES])
{
	const place *here = &t->places[number];
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

		if ((t->rows[i] & (around | between)) == 0 && (t->others[i] & BESIDE) == 0 &&
			!(head && (t->others[i] & ABOVE) != 0))
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
is_row_not_group(const table *t, int number, const uint32_t possible[MAX_PLACES], uint32_t form_rows,
				 uint32_t others)
{
	const place *here = &t->places[number];
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
			uint16_t	c = gir_laid_fold(gir_next_char(&p, label->key + label->key_len));

			shared += (t->letters.rows[slot_of(&t->letters, c)] & others) != 0;
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
may_be_rest(const table *t, int row)
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
				const uint32_t possible[MAX_PLACES])
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
is_beside(const table *t, const place *here, uint32_t row)
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
static void
decide(table *t)
{
	uint32_t	possible[GIR_FORM_COUNT][MAX_PLACES];
	bool		feasible[GIR_FORM_COUNT];
	int			form;
	int			i;

	for (form = 0; form < t->nforms; form++)
		feasible[form] = align(t, t->form_rows[form], possible[form]);
	for (i = 0; i < t->nplaces; i++)
	{
		place	   *here = &t->places[i];
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

/* True if a line of text has a unit below a value, which is another number with it. */
static bool
has_unit(const gir_laid_line *line, const gir_laid_line *of)
{
	gir_laid_values values;
	const char *p = line->start;
	const char *start;
	uint32_t	column = line->indent;
	uint32_t	width;
	int			i;

	gir_laid_split(of, &values);
	while (gir_laid_word(&p, line->end, &start, &column, &width))
	{
		for (i = 0; i < values.n && i < GIR_LAID_VALUES; i++)
		{
			if (column <= values.to[i] && column + width >= values.from[i] &&
				gir_is_unit(start, p))
				return true;
		}
		column += width;
	}
	return false;
}

/* True if the values of a place may be parts of those of another. */
static bool
is_loose(const place *here)
{
	/* a line with a label of its own is a row, even if it is not certain which */
	return here->row < 0 && (here->labels == 0 || here->n == 0 || here->own == here->own_end);
}

/*
 * True if the digits of a place may go on in another line: lines of values that
 * are no rows, or units, stand near it.
 */
static bool
is_broken(const table *t, int number)
{
	const place *here = &t->places[number];
	const gir_laid_line *lines = t->lines->lines;
	const place *before = number > 0 ? here - 1 : NULL;
	const place *behind = number < t->nplaces - 1 ? here + 1 : NULL;

	if (before != NULL && is_loose(before) && here->line - before->line <= APART)
		return true;
	if (behind != NULL && is_loose(behind) && behind->line - here->line <= APART)
		return true;
	return here->line < t->lines->nlines - 1 &&
		(behind == NULL || behind->line > here->line + 1) && has_unit(&lines[here->line + 1], &lines[here->line]);
}

/* ---- into the report ---- */

/*
 * Put the values of a row with blank cells under their columns, which are where
 * rows with all values have them.  False if that is not certain.
 */
static bool
place_values(const table *t, const place *here, gir_laid_values *values)
{
	uint32_t	from[GIR_MAX_COLUMNS];
	uint32_t	to[GIR_MAX_COLUMNS];
	gir_laid_values placed;
	int			rows = 0;
	int			i,
				j;

	for (i = 0; i < t->nplaces; i++)
	{
		gir_laid_values other;

		if (t->places[i].page != here->page || t->places[i].n != t->ncolumns ||
			t->places[i].row < 0)
			continue;
		gir_laid_split(&t->lines->lines[t->places[i].line], &other);
		for (j = 0; j < t->ncolumns; j++)
		{
			if (rows == 0 || other.from[j] < from[j])
				from[j] = other.from[j];
			if (rows == 0 || other.to[j] > to[j])
				to[j] = other.to[j];
		}
		rows++;
	}
	if (rows < ENOUGH_ROWS)
		return false;
	for (j = 1; j < t->ncolumns; j++)
	{
		if (from[j] <= to[j - 1])
			return false;
	}

	placed = *values;
	placed.n = t->ncolumns;
	for (i = j = 0; j < t->ncolumns; j++)
	{
		bool		is_here = i < values->n && values->from[i] < to[j] && values->to[i] > from[j];

		if (is_here && ((j > 0 && values->from[i] < to[j - 1]) ||
						(j < t->ncolumns - 1 && values->to[i] > from[j + 1])))
			return false;
		if (is_here)
			placed.cells[j] = values->cells[i++];
		else
		{
			/* a blank cell stands behind the one before it */
			placed.cells[j] = values->cells[i > 0 ? i - 1 : 0];
			placed.cells[j].start = placed.cells[j].source_start = i > 0 ?
				placed.cells[j].end : placed.cells[j].start;
			placed.cells[j].end = placed.cells[j].source_end = placed.cells[j].start;
		}
	}
	/* what is shifted as a whole has no total under the others' */
	if (i < values->n || placed.cells[t->ncolumns - 1].start == placed.cells[t->ncolumns - 1].end)
		return false;
	*values = placed;
	return true;
}

/* Read the rows into the report. */
static void
read_places(gir_matcher *matcher, const table *t, const gir_head *head)
{
	bool		broken[MAX_PLACES];
	int			i;

	for (i = 0; i < t->nplaces; i++)
		broken[i] = is_broken(t, i);
	for (i = 0; i < t->nplaces; i++)
	{
		const place *here = &t->places[i];
		const gir_laid_line *line = &t->lines->lines[here->line];
		gir_laid_values values;
		gir_cell_row row = {.layout = GIR_LAYOUT_PLACES};
		gir_seen_row seen;

		if (here->row < 0)
		{
			gir_laid_diagnose(matcher, here->foreign ? GIR_DIAG_ROW_UNKNOWN :
							  GIR_DIAG_ROW_UNREADABLE, line, GIR_NO_ROW);
			continue;
		}
		gir_laid_split(line, &values);
		row.ncells = 1;
		row.cells[0].start = row.cells[0].source_start = line->start;
		row.cells[0].end = row.cells[0].source_end = values.text_end;
		row.cells[0].line = line->number;
		if (broken[i] || here->n == 0 || (here->n != t->ncolumns &&
			(t->section != 3 || here->n > t->ncolumns || !place_values(t, here, &values))))
			values.n = 0;
		memcpy(&row.cells[1], values.cells, sizeof(values.cells[0]) * (size_t) values.n);
		row.ncells += values.n;
		row.cut = line->last;
		gir_look_at(&seen, &row);
		gir_match_labelled_row(matcher, head, &seen, 0, t->first_row + here->row);
	}
}

/* ---- the kinds of table ---- */

/* True if all columns of a block are in its head. */
static bool
has_columns(const table *t, const gir_form_block *block)
{
	int			end = t->nplaces > 0 ? t->places[0].end : t->ntext;
	int			i;

	for (i = 0; i < block->ncolumns; i++)
	{
		char		key[GIR_LABEL_SIZE];
		const char *label = block->columns[i].label;
		bool		parentheses;
		size_t		len = gir_fold_label(label, label + strlen(label), true, key, &parentheses);

		if (!has_label(t, 0, end, key, key + len))
			return false;
	}
	return true;
}

/* The block of section 2 that a table is, or NULL: the one with the most columns in its head. */
static const gir_form_block *
find_block(const table *t)
{
	const gir_form_block *found = NULL;
	bool		several = false;
	int			form,
				b;

	for (form = 0; form < GIR_FORM_COUNT; form++)
	{
		for (b = 0; b < gir_forms[form]->nblocks; b++)
		{
			const gir_form_block *block = gir_forms[form]->blocks[b];

			if (block->section != 2 || !has_columns(t, block) ||
				gir_find_label(block->anchor, block->anchor + strlen(block->anchor)) != t->lines->anchor)
				continue;
			several = found != NULL && block->ncolumns == found->ncolumns;
			if (found == NULL || block->ncolumns > found->ncolumns)
				found = block;
		}
	}
	return several ? NULL : found;
}

/* The head of a block, as it is in the form. */
static void
make_head(const table *t, const gir_form_block *block, gir_head *head)
{
	int			i;

	memset(head, 0, sizeof(*head));
	head->anchor = t->lines->anchor;
	for (i = 0; i < block->ncolumns; i++)
	{
		const char *label = block->columns[i].label;

		head->columns[head->ncolumns] = (uint8_t) block->columns[i].column;
		head->cells[head->ncolumns].start = head->cells[head->ncolumns].source_start = label;
		head->cells[head->ncolumns].end = head->cells[head->ncolumns].source_end =
			label + strlen(label);
		head->ncolumns++;
	}
	head->width = head->ncolumns + 1;
	for (i = 0; i < t->lines->nlines && t->nplaces > 0 && i < t->places[0].line; i++)
	{
		gir_unit	unit = gir_find_money_unit(t->lines->lines[i].start, t->lines->lines[i].end);

		if (unit != GIR_UNIT_NONE)
			head->unit = head->unit == GIR_UNIT_NONE ? unit : GIR_UNIT_OTHER_MONEY;
	}
}

/* The rows of a block, as bits. */
static uint32_t
rows_of(const table *t, const gir_form_block *block)
{
	uint32_t	rows = 0;
	int			i;

	for (i = 0; i < block->nrows; i++)
		rows |= 1u << ((int) block->rows[i].row - t->first_row);
	return rows;
}

/* True if the label of the section's first row is in the text. */
static bool
has_first_row(const table *t)
{
	int			i;

	for (i = 0; i < gir_label_count; i++)
	{
		const gir_label *label = &gir_labels[i];

		if (label->row[t->section - GIR_FIRST_SECTION] == t->first_row &&
			has_label(t, 0, t->ntext, label->key, label->key + label->key_len))
			return true;
	}
	return false;
}

/* Read the table of section 3, or the block of section 2, that was collected. */
void
gir_laid_read_rows(gir_matcher *matcher)
{
	table		t;
	gir_head	head;
	const gir_form_block *block = NULL;
	int			i;

	t.lines = &matcher->laid;
	t.section = matcher->laid.section;
	t.first_row = gir_sections[t.section - GIR_FIRST_SECTION].first_row;
	t.ntext = t.nplaces = t.nforms = 0;
	note_labels(&t);
	if (t.lines->overflow || !take_lines(&t))
	{
		gir_announce_section(matcher, t.section);
		gir_laid_diagnose(matcher, GIR_DIAG_ROW_UNREADABLE, &t.lines->lines[0], GIR_NO_ROW);
		return;
	}
	if (t.nplaces == 0)
	{
		if (t.section == 2 || has_first_row(&t))
			gir_announce_section(matcher, t.section);
		return;
	}
	find_labels(&t);
	memset(&head, 0, sizeof(head));
	if (t.section == 3)
	{
		block = gir_form_block_of(GIR_FORM_NEWEST, GIR_ROW_RECEIVED);
		for (i = 0; i < GIR_FORM_COUNT; i++)
			t.form_rows[t.nforms++] = rows_of(&t, gir_form_block_of(i, GIR_ROW_RECEIVED));
	}
	else
	{
		gir_announce_section(matcher, 2);
		block = find_block(&t);
		if (block != NULL)
		{
			t.form_rows[t.nforms++] = rows_of(&t, block);
			make_head(&t, block, &head);
		}
	}
	t.ncolumns = block == NULL ? 0 : block->ncolumns;
	if (block != NULL && !gir_laid_in_order(block, t.lines->lines, t.places[0].line))
	{
		gir_laid_diagnose(matcher, GIR_DIAG_COLUMN_ORDER, &t.lines->lines[0], GIR_NO_ROW);
		gir_announce_section(matcher, t.section);
		t.ncolumns = 0;
	}
	if (t.ncolumns > 0)
		decide(&t);
	read_places(matcher, &t, &head);
}
