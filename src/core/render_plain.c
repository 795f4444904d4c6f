/*
 * render_plain.c
 *		Tables in text, with tabs between cells, and in Markdown.
 *
 * Neither has cells that span others: the text of one stands in its first cell.
 * Blank cells are left of the others, so that where a row's values are is certain
 * only if the last of them is not blank.
 */
#include "core/render.h"

#include "core/words.h"

/* How a blank at the end of a row is printed if there are numbers, in any encoding. */
#define DASH "-"

/* True if the last of a row's values, which is blank, is printed as a dash. */
static bool
needs_dash(const gir_rendering *r, int at)
{
	const gir_sheet *sheet = &r->sheet;
	const gir_figures *figures = r->source->subject.figures;
	const gir_sheet_cell *cell = &sheet->cells[at];
	int			i;

	if (at + 1 < sheet->ncells && sheet->cells[at + 1].row == cell->row &&
		sheet->cells[at + 1].record_row == cell->record_row)
		return false;
	/* a line without labels has to be seen as one */
	if (sheet->label_columns == 0)
		return true;
	for (i = at - 1; i >= 0 && sheet->cells[i].role == GIR_SHEET_VALUE &&
		 sheet->cells[i].row == cell->row; i--)
	{
		if (figures->known[sheet->cells[i].cell])
			return true;
	}
	return false;
}

/* Write what stands in a cell. */
static void
put_content(const gir_rendering *r, int at)
{
	const gir_sheet_cell *cell = &r->sheet.cells[at];

	if (cell->role != GIR_SHEET_VALUE)
		gir_put_sheet_text(r->writer, cell);
	else if (r->source->subject.figures->known[cell->cell])
		gir_put_figure(r, cell->cell);
	else if (needs_dash(r, at))
		gir_put(r->writer, DASH);
}

/*
 * Write a row, the first one of the table or another: cells of the sheet by their
 * numbers, which are negative where there is none, behind "anchor" if it is one.
 */
static void
put_row(const gir_rendering *r, int row, int ncolumns, const int *cells, const char *anchor)
{
	bool		markdown = r->format == GIR_FORMAT_MARKDOWN;
	int			i;

	if (markdown)
		gir_put(r->writer, "|");
	for (i = 0; i < ncolumns; i++)
	{
		if (markdown)
			gir_put(r->writer, " ");
		else if (i > 0)
			gir_put(r->writer, "\t");
		if (anchor != NULL && i == 0)
			gir_put(r->writer, anchor);
		else if (cells[i] >= 0)
			put_content(r, cells[i]);
		if (markdown)
			gir_put(r->writer, " |");
	}
	gir_put(r->writer, "\n");

	/* Markdown has one row in its heads */
	if (markdown && row == 0)
	{
		gir_put(r->writer, "|");
		for (i = 0; i < ncolumns; i++)
			gir_put(r->writer, " --- |");
		gir_put(r->writer, "\n");
	}
}

/* Write the table at hand, behind the heading if it is the first. */
void
gir_put_plain_sheet(const gir_rendering *r, bool first)
{
	const gir_sheet *sheet = &r->sheet;
	int			cells[GIR_SHEET_COLUMNS + 1];
	int			printed = 0;
	int			next = 0;
	int			i,
				row;

	for (i = 0; i <= GIR_SHEET_COLUMNS; i++)
		cells[i] = -1;
	/* in text all blocks of section 2 are one table */
	if (first || r->format == GIR_FORMAT_MARKDOWN)
		gir_put(r->writer, "\n");
	if (sheet->anchor != NULL)
		put_row(r, printed++, sheet->ncolumns, cells, sheet->anchor);
	for (row = 0; row < sheet->nrows; row++)
	{
		int			ncolumns = sheet->ncolumns;

		for (i = 0; i <= GIR_SHEET_COLUMNS; i++)
			cells[i] = -1;
		for (; next < sheet->ncells && sheet->cells[next].row == row; next++)
		{
			const gir_sheet_cell *cell = &sheet->cells[next];

			/* a row with one cell more than the others is not taken for values */
			if (cell->role == GIR_SHEET_NO_VALUES)
				ncolumns++;
			else
				cells[cell->column] = next;
		}
		put_row(r, printed++, ncolumns, cells, NULL);
	}
}
