/*
 * merge.c
 *		What becomes of merged cells, and which cells a layout shows.
 *
 * A layout shows a cell if from the text alone it is certain what stands there.
 * Numbers and marks are shown in every layout, as long as their row has no
 * blank cell.  Rows with blank cells are shown like this:
 *
 *	- not at all where blank cells are not printed: layouts C, E, H and I;
 *	- in section 2, where the head is as wide, if the first and the last value are
 *	  not blank, or the row has no blank cell that is left of merged ones;
 *	- in sections 3 and 4 if all rows are as wide as the table, and in section 3
 *	  if besides the last value is not blank or all are;
 *	- between vertical bars a row never shows that its last value is blank, as
 *	  some extractors move blank cells there; but it may be blank all over,
 *	  with a label.
 *
 * Glued digits are shown if the row has one number, or if nothing but zeros
 * stands before the last digit of as many digits as there are values.  Rows with
 * a digit for each value and others than zeros are shown if no cell of the whole
 * document is blank or has a mark: otherwise digits could belong together.  Where
 * cells have lines of their own, a row of section 2 is not shown if the row that
 * its form has behind it is not printed: if lines were lost it would look the
 * same.
 */
#include "gen.h"

#include <string.h>

/* Put the cells of a row in the layout's order, without those that it drops. */
static void
merge_row(gen_rng *rng, gen_row *row, gen_merge merge)
{
	gen_row		merged = *row;
	int			behind = 0;		/* blank cells for the row's end */
	int			i;

	merged.ncells = 0;
	for (i = 0; i < row->ncells; i++)
	{
		const gen_cell *cell = &row->cells[i];
		gen_cell	blank = *cell;

		blank.text = "";
		if (!cell->covered || merge == GEN_MERGE_REPEAT)
			merged.cells[merged.ncells++] = *cell;
		else if (merge == GEN_MERGE_KEEP || (merge == GEN_MERGE_COLUMNS && cell->same_row))
			merged.cells[merged.ncells++] = blank;
		else if (merge == GEN_MERGE_TRAIL)
			behind += cell->same_row;
		else if (merge == GEN_MERGE_RAGGED)
		{
			if (gen_chance(rng, 70))
				merged.cells[merged.ncells++] = blank;
			else
				behind++;
		}
	}
	for (i = 0; i < behind; i++)
		gen_add_cell(&merged, "");
	*row = merged;
}

/* True if the row behind a row of section 2 is not printed, though its form has it. */
static bool
lacks_next(const gen_truth *truth, gir_row_id row)
{
	if (row == GIR_ROW_LICENSING)
		return truth->block_form[1] == GIR_FORM_2019 &&
			truth->state[gir_cell_at(GIR_ROW_OTHER_SERVICES, GIR_COL_DECISIONS)] == GIR_STATE_MISSING;
	return row == GIR_ROW_FEES && truth->block_form[3] == GIR_FORM_2019 &&
		truth->block_form[4] == GIR_FORM_UNKNOWN;
}

/* True if every cell of the document holds a number. */
static bool
is_complete(const gen_truth *truth)
{
	int			cell;

	for (cell = 0; cell < GIR_CELL_COUNT; cell++)
	{
		if (truth->state[cell] == GIR_STATE_BLANK || truth->state[cell] == GIR_STATE_NOT_APPLICABLE)
			return false;
	}
	return true;
}

/* True if a row of glued cells shows its values. */
static bool
is_shown_glued(const gen_truth *truth, const gen_row *row)
{
	char		digits[GEN_COLUMNS * 24] = "";
	int			values = 0;
	size_t		i;

	for (i = 0; i < (size_t) row->ncells; i++)
	{
		if (row->cells[i].cell == GIR_NO_CELL)
			continue;
		if (truth->state[row->cells[i].cell] == GIR_STATE_NOT_APPLICABLE)
			return false;
		strcat(digits, row->cells[i].text);
		values++;
	}
	if (values == 1)
		return digits[0] != '\0';
	return strlen(digits) == (size_t) values &&
		(strspn(digits, "0") >= (size_t) values - 1 || is_complete(truth));
}

/* True if a row with values shows them all. */
static bool
is_shown(const gen_truth *truth, const gen_row *row, const gen_layout *layout, gen_merge merge)
{
	int			values = 0;
	int			behind_label = 0;
	int			blanks = 0;
	bool		first_blank = false;
	bool		last_blank = false;
	bool		wide = merge == GEN_MERGE_KEEP || merge == GEN_MERGE_REPEAT;
	int			i;

	for (i = 0; i < row->ncells; i++)
	{
		const gen_cell *cell = &row->cells[i];
		bool		blank;

		if (!cell->value && cell->text[0] != '\0')
			behind_label = 0;
		else
			behind_label++;
		if (cell->cell == GIR_NO_CELL)
			continue;
		if (layout->lines_are_cells && lacks_next(truth, GIR_CELL_ROW(cell->cell)))
			return false;
		blank = truth->state[cell->cell] == GIR_STATE_BLANK;
		if (values++ == 0)
			first_blank = blank;
		last_blank = blank;
		blanks += blank;
	}
	if (layout->values_lost)
		return false;
	if (layout->glued && values > 0)
		return is_shown_glued(truth, row);
	if (blanks == 0)
		return true;
	if (layout->blanks == GEN_BLANKS_LOST)
		return false;
	if (layout->blanks == GEN_BLANKS_EXACT)
		return true;
	if (row->section == 2)
		return (!first_blank && !last_blank) || blanks == values ||
			(behind_label == values && (!last_blank || layout->blanks == GEN_BLANKS_KEPT));
	/* a line of nothing but bars is no row */
	if (row->section == 4 && blanks == values && layout->blanks == GEN_BLANKS_SHIFTED)
		return false;
	if (!wide && !(row->section == 4 && merge == GEN_MERGE_RAGGED))
		return false;
	return blanks == values || !last_blank ||
		(row->section == 4 && layout->blanks == GEN_BLANKS_KEPT);
}

/* Merge the cells of all tables as the layout does. */
void
gen_merge_cells(gen_document *document, const gen_layout *layout)
{
	gen_merge	merge;
	int			i,
				j;

	document->style.complete = !layout->values_lost && is_complete(&document->truth);
	if (layout->merges == 0)
		return;					/* the layout has merged cells itself */
	do
		merge = (gen_merge) gen_below(&document->rng, GEN_MERGE_COUNT);
	while ((layout->merges & 1u << merge) == 0);
	for (i = 0; i < document->nrows; i++)
	{
		gen_row    *row = &document->rows[i];

		if (row->section < GIR_FIRST_SECTION)
			continue;
		merge_row(&document->rng, row, merge);
		if (is_shown(&document->truth, row, layout, merge))
			continue;
		for (j = 0; j < row->ncells; j++)
		{
			if (row->cells[j].cell != GIR_NO_CELL)
				document->truth.shown[row->cells[j].cell] = false;
		}
	}
}
