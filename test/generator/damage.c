/*
 * damage.c
 *		What can happen to a text on its way: cells and lines lost, repeated,
 *		shifted or put where they do not belong, and the end cut off.
 *
 * No damage writes another number where there was one, and none makes of a row
 * another one that looks whole: where a row has a blank cell, no number is put
 * in; nothing is both lost and added; a head and its rows do not lose or get
 * cells alike; cells that are glued are not taken apart; columns with the same
 * head are not exchanged.  The exception is the cut: the text may end within a
 * number.
 */
#include "gen.h"

#include <string.h>

#define MAX_LINES 4096

/* ---- cells ---- */

/* True if a row has a value that is blank. */
static bool
has_blank(const gen_row *row)
{
	int			i;

	for (i = 0; i < row->ncells; i++)
	{
		if (row->cells[i].cell != GIR_NO_CELL && row->cells[i].text[0] == '\0')
			return true;
	}
	return false;
}

/* True if a row has values. */
static bool
has_values(const gen_row *row)
{
	int			i;

	for (i = 0; i < row->ncells; i++)
	{
		if (row->cells[i].cell != GIR_NO_CELL)
			return true;
	}
	return false;
}

/* Take a cell out of a row. */
static void
remove_cell(gen_row *row, int place)
{
	memmove(&row->cells[place], &row->cells[place + 1],
			sizeof(row->cells[0]) * (size_t) (row->ncells - place - 1));
	row->ncells--;
}

/* Put a cell into a row. */
static void
insert_cell(gen_row *row, int place, const char *text)
{
	if (row->ncells == GEN_COLUMNS)
		return;
	memmove(&row->cells[place + 1], &row->cells[place],
			sizeof(row->cells[0]) * (size_t) (row->ncells - place));
	memset(&row->cells[place], 0, sizeof(row->cells[0]));
	row->cells[place].text = text;
	row->cells[place].cell = GIR_NO_CELL;
	row->ncells++;
}

/* Lose cells here and there, in heads or in rows. */
static void
lose_cells(gen_document *document)
{
	gen_rng    *rng = &document->rng;
	bool		in_heads = gen_chance(rng, 30);
	int			chance = 1 + gen_below(rng, 20);
	int			i;

	for (i = 0; i < document->nrows; i++)
	{
		gen_row    *row = &document->rows[i];

		if (row->section >= GIR_FIRST_SECTION && row->ncells > 1 &&
			has_values(row) != in_heads && gen_chance(rng, chance))
		{
			remove_cell(row, gen_below(rng, row->ncells));
			if (row->ncells > 1 && gen_chance(rng, 30))
				remove_cell(row, gen_below(rng, row->ncells));
		}
	}
}

/* Put stray cells in: numbers of pages, marks, words; in heads or in rows, not both. */
static void
add_cells(gen_document *document, const gen_layout *layout)
{
	static const char *const stray[] = {"第9页", "注", "合计", "", "- 9 -", "9", "/", "2023"};
	gen_rng    *rng = &document->rng;
	bool		in_heads = gen_chance(rng, 30);
	int			chance = 1 + gen_below(rng, 20);
	int			kinds = 8;
	int			i;

	/* between lines a number is everyone's, also of a row that has too few */
	if (layout->lines_are_cells && !document->style.complete)
		kinds = 4;
	for (i = 0; i < document->nrows; i++)
	{
		gen_row    *row = &document->rows[i];

		if (row->section < GIR_FIRST_SECTION || has_values(row) == in_heads ||
			!gen_chance(rng, chance) || has_blank(row))
			continue;
		insert_cell(row, gen_below(rng, row->ncells + 1), stray[gen_below(rng, kinds)]);
	}
}

/* Shift rows: blank cells from their beginning to their end, or back. */
static void
shift_cells(gen_document *document, const gen_layout *layout)
{
	gen_rng    *rng = &document->rng;
	int			chance = 5 + gen_below(rng, 60);
	int			i,
				j;

	for (i = 0; i < document->nrows; i++)
	{
		gen_row    *row = &document->rows[i];

		if (row->section < GIR_FIRST_SECTION || !gen_chance(rng, chance) ||
			(has_blank(row) && layout->blanks != GEN_BLANKS_SHIFTED))
			continue;
		/* the first blank cell to the end, or the last one to the front */
		for (j = 0; j < row->ncells && row->cells[j].text[0] != '\0'; j++)
			;
		if (j == row->ncells)
			continue;
		if (has_blank(row) || gen_chance(rng, 60))
		{
			gen_cell	blank = row->cells[j];

			blank.cell = GIR_NO_CELL;
			remove_cell(row, j);
			row->cells[row->ncells++] = blank;
		}
		else if (row->cells[row->ncells - 1].text[0] == '\0')
		{
			row->ncells--;
			insert_cell(row, 0, "");
		}
	}
}

/* Repeat cells, in heads or in rows. */
static void
repeat_cells(gen_document *document)
{
	gen_rng    *rng = &document->rng;
	bool		in_heads = gen_chance(rng, 30);
	int			n = 1 + gen_below(rng, 6);

	while (n-- > 0)
	{
		gen_row    *row = &document->rows[gen_below(rng, document->nrows)];
		int			place = gen_below(rng, row->ncells);

		if (row->section >= GIR_FIRST_SECTION && has_values(row) != in_heads && !has_blank(row))
			insert_cell(row, place, row->cells[place].text);
	}
}

/*
 * Exchange two columns of a table, heads and values, before cells are merged:
 * what the document says stays the same.
 */
void
gen_exchange_columns(gen_document *document)
{
	static const int first[] = {1, 4, 0, 5, 10};	/* columns with a head of their own */
	static const int count[] = {3, 5, 5, 5, 5};
	gen_rng    *rng = &document->rng;
	int			part = gen_below(rng, 5);
	int			section = part < 2 ? GIR_FIRST_SECTION + part : GIR_LAST_SECTION;
	int			one = first[part] + gen_below(rng, count[part]);
	int			other = first[part] + gen_below(rng, count[part]);
	int			i;

	for (i = 0; i < document->nrows; i++)
	{
		gen_row    *row = &document->rows[i];

		if (row->section == section)
		{
			gen_cell	kept = row->cells[one];

			row->cells[one] = row->cells[other];
			row->cells[other] = kept;
		}
	}
}

/* Damage the cells of a document. */
void
gen_damage_cells(gen_document *document, const gen_layout *layout)
{
	/* glued digits of less or more cells are other numbers */
	if (layout->glued)
		return;
	switch (gen_below(&document->rng, 5))
	{
		case 0:
		case 1:
			lose_cells(document);
			break;
		case 2:
			if (!layout->values_lost)
				add_cells(document, layout);
			break;
		case 3:
			shift_cells(document, layout);
			break;
		default:
			repeat_cells(document);
			break;
	}
}

/* ---- lines ---- */

typedef struct lines
{
	int			n;
	size_t		start[MAX_LINES + 1];	/* and one for the end */
} lines;

/* Find the lines of a text. */
static void
find_lines(const gen_text *text, lines *found)
{
	size_t		i;

	found->n = 0;
	found->start[0] = 0;
	for (i = 0; i < text->len; i++)
	{
		if (text->bytes[i] == '\n' || i == text->len - 1)
		{
			if (found->n < MAX_LINES - 1)
				found->n++;
			found->start[found->n] = i + 1;
		}
	}
}

/* Take bytes out of a text. */
static void
remove_bytes(gen_text *text, size_t start, size_t end)
{
	memmove(text->bytes + start, text->bytes + end, text->len - end);
	text->len -= end - start;
}

/* Put bytes into a text. */
static void
insert_bytes(gen_text *text, size_t place, const char *bytes, size_t len)
{
	if (text->len + len > GEN_TEXT_SIZE)
		return;
	memmove(text->bytes + place + len, text->bytes + place, text->len - place);
	memcpy(text->bytes + place, bytes, len);
	text->len += len;
}

/* Lose one run of lines. */
static void
lose_lines(gen_rng *rng, gen_text *text)
{
	lines		l;
	int			from,
				n;

	find_lines(text, &l);
	if (l.n == 0)
		return;
	from = gen_below(rng, l.n);
	n = 1 + gen_below(rng, gen_chance(rng, 70) ? 12 : 120);
	if (from + n > l.n)
		n = l.n - from;
	remove_bytes(text, l.start[from], l.start[from + n]);
}

/* Print lines twice. */
static void
repeat_lines(gen_rng *rng, gen_text *text)
{
	lines		l;
	int			from,
				n;
	char		copy[4096];
	size_t		len;

	find_lines(text, &l);
	if (l.n == 0)
		return;
	from = gen_below(rng, l.n);
	n = 1 + gen_below(rng, 12);
	if (from + n > l.n)
		n = l.n - from;
	len = l.start[from + n] - l.start[from];
	if (len > sizeof(copy))
		return;
	memcpy(copy, text->bytes + l.start[from], len);
	insert_bytes(text, l.start[from], copy, len);
}

/* Lose line ends: what follows is glued to what was before. */
static void
glue_lines(gen_rng *rng, gen_text *text)
{
	int			n = 1 + gen_below(rng, 10);

	while (n-- > 0)
	{
		lines		l;
		int			line;

		find_lines(text, &l);
		line = gen_below(rng, l.n);
		if (l.start[line + 1] > l.start[line])
			remove_bytes(text, l.start[line + 1] - 1, l.start[line + 1]);
	}
}

/* Put in what stands at the edges of pages. */
static void
add_lines(gen_rng *rng, gen_text *text)
{
	static const char *const stray[] = {
		"- 9 -\n", "第9页 共12页\n", "Page 9\n", "\n\n", "—9—\n", "麦垄市水利局\n", "\f\n", "（续表）\n"
	};
	int			n = 1 + gen_below(rng, 12);

	while (n-- > 0)
	{
		const char *line = GEN_PICK(rng, stray);
		lines		l;

		find_lines(text, &l);
		insert_bytes(text, l.start[gen_below(rng, l.n)], line, strlen(line));
	}
}

/* Lose separators: tabs, bars, or blank lines. */
static void
lose_separators(gen_rng *rng, gen_text *text)
{
	int			chance = 1 + gen_below(rng, 6);
	size_t		i;

	for (i = 0; i < text->len; i++)
	{
		bool		separator = text->bytes[i] == '\t' || text->bytes[i] == '|' ||
			(text->bytes[i] == '\n' && i > 0 && text->bytes[i - 1] == '\n');

		if (separator && gen_chance(rng, chance))
			remove_bytes(text, i, i + 1);
	}
}

/* Remove every line that was there before, but not blank ones. */
void
gen_remove_repeated_lines(gen_text *text)
{
	lines		all;
	lines		kept = {0, {0}};
	int			i,
				j;

	find_lines(text, &all);
	for (i = 0; i < all.n; i++)
	{
		const char *line = text->bytes + all.start[i];
		size_t		len = all.start[i + 1] - all.start[i];
		bool		seen = false;

		for (j = 0; j < kept.n && !seen; j++)
			seen = len > 1 && kept.start[j + 1] - kept.start[j] == len &&
				memcmp(text->bytes + kept.start[j], line, len) == 0;
		if (seen)
			continue;
		/* what is kept lies before what is still to be looked at */
		memmove(text->bytes + kept.start[kept.n], line, len);
		kept.start[kept.n + 1] = kept.start[kept.n] + len;
		kept.n++;
	}
	text->len = kept.start[kept.n];
}

/* Cut the text at a random byte. */
void
gen_cut_text(gen_rng *rng, gen_text *text)
{
	text->len = (size_t) gen_below(rng, (int) text->len + 1);
}

/* Damage a text. */
void
gen_damage_text(gen_document *document, const gen_layout *layout, gen_text *text)
{
	gen_rng    *rng = &document->rng;
	int			kind = gen_below(rng, 12);

	switch (kind)
	{
		case 0:
		case 1:
		case 2:
			lose_lines(rng, text);
			break;
		case 3:
			if (!layout->lines_are_cells || document->style.complete)
				repeat_lines(rng, text);
			break;
		case 4:
			glue_lines(rng, text);
			break;
		case 5:
			add_lines(rng, text);
			break;
		case 6:
			lose_separators(rng, text);
			break;
		case 7:
			gen_remove_repeated_lines(text);
			break;
		default:
			gen_cut_text(rng, text);
			break;
	}
}

/* End lines as other systems do, with a byte order mark in front. */
void
gen_use_crlf(gen_text *text)
{
	size_t		i;

	for (i = text->len; i-- > 0;)
	{
		if (text->bytes[i] == '\n')
			insert_bytes(text, i, "\r", 1);
	}
	insert_bytes(text, 0, "\xEF\xBB\xBF", 3);
}
