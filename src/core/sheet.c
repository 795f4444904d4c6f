/*
 * sheet.c
 *		The tables of a report as they are printed, laid out from the forms.
 */
#include "core/sheet.h"

#include <string.h>

#include "core/number.h"

/* The rows of a sheet, as printed. */
typedef struct sheet_rows
{
	int			count;
	const gir_form_row *rows[GIR_SHEET_ROWS];
	const gir_form_block *block;	/* of the first of them */
} sheet_rows;

/* Add a cell to a sheet. */
static gir_sheet_cell *
add_cell(gir_sheet *sheet, gir_sheet_role role, int row, int column, int nrows, int ncolumns)
{
	gir_sheet_cell *cell = &sheet->cells[sheet->ncells++];

	memset(cell, 0, sizeof(*cell));
	cell->role = role;
	cell->row = (uint8_t) row;
	cell->column = (uint8_t) column;
	cell->nrows = (uint8_t) nrows;
	cell->ncolumns = (uint8_t) ncolumns;
	cell->cell = GIR_NO_CELL;
	cell->record_row = GIR_NO_ROW;
	return cell;
}

/* Add a cell with a text to a sheet. */
static gir_sheet_cell *
add_text(gir_sheet *sheet, gir_sheet_role role, int row, int column, int nrows, int ncolumns,
		 const char *text)
{
	gir_sheet_cell *cell = add_cell(sheet, role, row, column, nrows, ncolumns);

	cell->text = text;
	return cell;
}

/* The block of the newest of some forms that prints a row, or NULL. */
static const gir_form_block *
newest_block(unsigned forms, int row)
{
	int			form;

	for (form = GIR_FORM_COUNT - 1; form >= 0; form--)
	{
		const gir_form_block *block = gir_form_block_of(form, (gir_row_id) row);

		if ((forms & 1u << form) && block != NULL)
			return block;
	}
	return NULL;
}

/* ---- heads ---- */

/* How many of the first groups of a block stand over a column. */
static int
groups_over(const gir_form_block *block, int ngroups, int column)
{
	int			count = 0;
	int			i;

	for (i = 0; i < ngroups; i++)
	{
		if (column >= block->groups[i].first &&
			column < block->groups[i].first + block->groups[i].ncolumns)
			count++;
	}
	return count;
}

/* Add the text over the labels of rows. */
static void
add_corner(gir_sheet *sheet, const gir_form_block *block)
{
	const char *text = gir_form_text_of(GIR_TEXT_CORNER, block->section);
	gir_sheet_cell *cell = add_text(sheet, GIR_SHEET_CORNER, 0, 0, sheet->nhead,
									sheet->label_columns, text != NULL ? text : block->anchor);

	cell->bracketed = text == NULL;
	if (text != NULL)
		sheet->anchor = block->anchor;
}

/* Add the head of a sheet whose rows have labels. */
static void
add_head(gir_sheet *sheet, const gir_form_block *block, const gir_form_column *const *columns,
		 int ncolumns)
{
	int			row,
				i,
				g;

	sheet->nhead = 1;
	for (i = 0; i < ncolumns; i++)
	{
		if (groups_over(block, block->ngroups, i) >= sheet->nhead)
			sheet->nhead = 1 + groups_over(block, block->ngroups, i);
	}
	for (row = 0; row < sheet->nhead; row++)
	{
		if (row == 0)
			add_corner(sheet, block);
		for (i = 0; i < ncolumns; i++)
		{
			int			left = sheet->label_columns + i;

			for (g = 0; g < block->ngroups; g++)
			{
				if (block->groups[g].first == i && groups_over(block, g, i) == row)
					add_text(sheet, GIR_SHEET_COLUMN_GROUP, row, left, 1,
							 block->groups[g].ncolumns, block->groups[g].text);
			}
			if (groups_over(block, block->ngroups, i) == row)
			{
				const char *label = columns[i]->label;
				gir_sheet_cell *cell = add_text(sheet, GIR_SHEET_COLUMN, row, left,
												sheet->nhead - row, 1, label);

				cell->unit_missing = columns[i]->column == GIR_COL_AMOUNT &&
					gir_find_money_unit(label, label + strlen(label)) == GIR_UNIT_NONE;
			}
		}
	}
}

/* ---- rows ---- */

/* True if two rows stand in the same group. */
static bool
same_group(const gir_form_row *a, const gir_form_row *b)
{
	return a->level == b->level && a->group != NULL && b->group != NULL &&
		strcmp(a->group, b->group) == 0;
}

/* Add the texts of the groups that begin with a row. */
static void
add_row_groups(gir_sheet *sheet, const sheet_rows *rows, int i)
{
	const gir_form_row *row = rows->rows[i];
	int			end;

	/* the group of all, which only the rows directly in it name */
	if (row->level > 0 && (i == 0 || rows->rows[i - 1]->level == 0))
	{
		const char *text = NULL;

		for (end = i; end < rows->count && rows->rows[end]->level > 0; end++)
		{
			if (rows->rows[end]->level == 1 && text == NULL)
				text = rows->rows[end]->group;
		}
		add_text(sheet, GIR_SHEET_ROW_GROUP, sheet->nrows, 0, end - i, 1, text);
	}
	if (row->level > 1 && (i == 0 || !same_group(rows->rows[i - 1], row)))
	{
		for (end = i; end < rows->count && same_group(rows->rows[end], row); end++)
			continue;
		add_text(sheet, GIR_SHEET_ROW_GROUP, sheet->nrows, 1, end - i, 1, row->group);
	}
}

/* Add rows with their labels and values. */
static void
add_rows(gir_sheet *sheet, const gir_figures *figures, const sheet_rows *rows,
		 const gir_form_column *const *columns, int ncolumns)
{
	int			i,
				k;

	for (i = 0; i < rows->count; i++)
	{
		const gir_form_row *row = rows->rows[i];
		gir_sheet_cell *cell;

		add_row_groups(sheet, rows, i);
		cell = add_text(sheet, GIR_SHEET_ROW, sheet->nrows, row->level, 1,
						sheet->label_columns - row->level, row->label);
		cell->record_row = row->row;
		for (k = 0; k < ncolumns && figures->row_present[row->row]; k++)
		{
			cell = add_cell(sheet, GIR_SHEET_VALUE, sheet->nrows, sheet->label_columns + k, 1, 1);
			cell->cell = gir_cell_at(row->row, columns[k]->column);
			cell->record_row = row->row;
		}
		if (!figures->row_present[row->row])
		{
			cell = add_cell(sheet, GIR_SHEET_NO_VALUES, sheet->nrows, sheet->label_columns, 1,
							ncolumns);
			cell->record_row = row->row;
		}
		sheet->nrows++;
	}
}

/* ---- rows side by side ---- */

/* Add the head over rows that are printed next to each other. */
static void
add_side_by_side_head(gir_sheet *sheet, const gir_form_block *block)
{
	int			level,
				i,
				k;

	for (i = 0; i < block->nrows; i++)
	{
		if (block->rows[i].level >= sheet->nhead)
			sheet->nhead = block->rows[i].level + 1;
	}
	for (level = 0; level < sheet->nhead; level++)
	{
		for (i = 0; i < block->nrows; i++)
		{
			const gir_form_row *row = &block->rows[i];
			int			left = i * block->ncolumns;

			if (row->level == level)
				add_text(sheet, GIR_SHEET_COLUMN_GROUP, level, left, sheet->nhead - level,
						 block->ncolumns, row->label)->record_row = row->row;
			else if (row->level > level && (i == 0 || !same_group(&block->rows[i - 1], row)))
			{
				for (k = i; k < block->nrows && same_group(&block->rows[k], row); k++)
					continue;
				add_text(sheet, GIR_SHEET_COLUMN_GROUP, level, left, 1,
						 (k - i) * block->ncolumns, row->group);
			}
		}
	}
	for (i = 0; i < block->nrows * block->ncolumns; i++)
		add_text(sheet, GIR_SHEET_COLUMN, sheet->nhead, i, 1, 1,
				 block->columns[i % block->ncolumns].label);
	sheet->nhead++;
}

/* Lay out a block whose rows are printed next to each other. */
static void
lay_out_side_by_side(gir_sheet *sheet, const gir_figures *figures, const gir_form_block *block)
{
	bool		any = false;
	int			i,
				k;

	add_side_by_side_head(sheet, block);
	sheet->nrows = sheet->nhead;
	sheet->ncolumns = block->nrows * block->ncolumns;
	for (i = 0; i < block->nrows; i++)
		any = any || figures->row_present[block->rows[i].row];
	if (!any)
		return;
	for (i = 0; i < block->nrows; i++)
	{
		for (k = 0; k < block->ncolumns; k++)
		{
			gir_sheet_cell *cell = add_cell(sheet, GIR_SHEET_VALUE, sheet->nrows,
											i * block->ncolumns + k, 1, 1);

			cell->record_row = block->rows[i].row;
			cell->cell = gir_cell_at(cell->record_row, block->columns[k].column);
		}
	}
	sheet->nrows++;
}

/* ---- sheets ---- */

/* Lay out the next sheet of a section. */
bool
gir_next_sheet(const gir_figures *figures, const gir_row_forms *forms, int section, int *row,
			   gir_sheet *sheet)
{
	const gir_section_info *info = &gir_sections[section - GIR_FIRST_SECTION];
	const gir_form_column *columns[GIR_COL_COUNT];
	int			ncolumns;
	unsigned	used = 0;		/* forms of the rows, as bits */
	sheet_rows	rows;

	memset(sheet, 0, offsetof(gir_sheet, cells));
	sheet->section = section;
	rows.count = 0;
	for (; *row <= (int) info->last_row; ++*row)
	{
		const gir_form_block *block = newest_block(forms->forms[*row], *row);

		if (block == NULL)
			continue;
		/* blocks of section 2 are announced by a text of their own, in all forms alike */
		if (rows.count == 0)
			rows.block = block;
		else if (section == GIR_FIRST_SECTION && strcmp(block->anchor, rows.block->anchor) != 0)
			break;
		used |= forms->forms[*row];
		rows.rows[rows.count++] = gir_form_row_of(block, (gir_row_id) *row);
	}
	if (rows.count == 0)
		return false;
	if (rows.block->side_by_side)
	{
		lay_out_side_by_side(sheet, figures, rows.block);
		return true;
	}
	ncolumns = gir_form_columns(used, rows.rows[0]->row, columns);
	sheet->label_columns = rows.block->label_columns;
	sheet->ncolumns = sheet->label_columns + ncolumns;
	add_head(sheet, rows.block, columns, ncolumns);
	sheet->nrows = sheet->nhead;
	add_rows(sheet, figures, &rows, columns, ncolumns);
	return true;
}
