/*
 * laid_rows.c
 *		Tables laid out with spaces: sections 2 and 3, by the kind of table, and the
 *		values of their rows.
 *
 * The digits of a value may go on in another line, and blank cells leave no sign
 * but the place of those beside them; where that is not certain, a row has no values.
 */
#include "core/laid_rows.h"

#include <string.h>

/* So many lines of text between lines of values part them. */
#define APART 2

/* Rows with all their values on a page that show where its columns are. */
#define ENOUGH_ROWS 2

/* ---- the values ---- */

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
is_loose(const gir_laid_place *here)
{
	/* a line with a label of its own is a row, even if it is not certain which */
	return here->row < 0 && (here->labels == 0 || here->n == 0 || here->own == here->own_end);
}

/*
 * True if the digits of a place may go on in another line: lines of values that
 * are no rows, or units, stand near it.
 */
static bool
is_broken(const gir_laid_rows *t, int number)
{
	const gir_laid_place *here = &t->places[number];
	const gir_laid_line *lines = t->lines->lines;
	const gir_laid_place *before = number > 0 ? here - 1 : NULL;
	const gir_laid_place *behind = number < t->nplaces - 1 ? here + 1 : NULL;

	if (before != NULL && is_loose(before) && here->line - before->line <= APART)
		return true;
	if (behind != NULL && is_loose(behind) && behind->line - here->line <= APART)
		return true;
	return here->line < t->lines->nlines - 1 &&
		(behind == NULL || behind->line > here->line + 1) &&
		has_unit(&lines[here->line + 1], &lines[here->line]);
}

/*
 * Put the values of a row with blank cells under their columns, which are where
 * rows with all values have them.  False if that is not certain.
 */
static bool
place_values(const gir_laid_rows *t, const gir_laid_place *here, gir_laid_values *values)
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
read_places(gir_matcher *matcher, const gir_laid_rows *t, const gir_head *head)
{
	bool		broken[GIR_LAID_PLACES];
	int			i;

	for (i = 0; i < t->nplaces; i++)
		broken[i] = is_broken(t, i);
	for (i = 0; i < t->nplaces; i++)
	{
		const gir_laid_place *here = &t->places[i];
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
has_columns(const gir_laid_rows *t, const gir_form_block *block)
{
	int			end = t->nplaces > 0 ? t->places[0].end : t->ntext;
	int			i;

	for (i = 0; i < block->ncolumns; i++)
	{
		char		key[GIR_LABEL_SIZE];
		const char *label = block->columns[i].label;
		bool		parentheses;
		size_t		len = gir_fold_label(label, label + strlen(label), true, key, &parentheses);

		if (!gir_laid_has_label(t, 0, end, key, key + len))
			return false;
	}
	return true;
}

/* The block of section 2 that a table is, or NULL: the one with the most columns in its head. */
static const gir_form_block *
find_block(const gir_laid_rows *t)
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
make_head(const gir_laid_rows *t, const gir_form_block *block, gir_head *head)
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
rows_of(const gir_laid_rows *t, const gir_form_block *block)
{
	uint32_t	rows = 0;
	int			i;

	for (i = 0; i < block->nrows; i++)
		rows |= 1u << ((int) block->rows[i].row - t->first_row);
	return rows;
}

/* True if the label of the section's first row is in the text. */
static bool
has_first_row(const gir_laid_rows *t)
{
	int			i;

	for (i = 0; i < gir_label_count; i++)
	{
		const gir_label *label = &gir_labels[i];

		if (label->row[t->section - GIR_FIRST_SECTION] == t->first_row &&
			gir_laid_has_label(t, 0, t->ntext, label->key, label->key + label->key_len))
			return true;
	}
	return false;
}

/* Read the table of section 3, or the block of section 2, that was collected. */
void
gir_laid_read_rows(gir_matcher *matcher)
{
	gir_laid_rows t;
	gir_head	head;
	const gir_form_block *block = NULL;
	int			i;

	t.lines = &matcher->laid;
	t.section = matcher->laid.section;
	t.first_row = gir_sections[t.section - GIR_FIRST_SECTION].first_row;
	t.ntext = t.nplaces = t.nforms = 0;
	gir_laid_note_labels(&t);
	if (t.lines->overflow || !gir_laid_take_lines(&t))
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
	gir_laid_find_labels(&t);
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
		gir_laid_decide(&t);
	read_places(matcher, &t, &head);
}
