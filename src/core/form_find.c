/*
 * form_find.c
 *		Finding blocks, rows, columns and texts of the forms.
 */
#include "core/form.h"

#include <stddef.h>

/* The newest form that has a row. */
int
gir_newest_form_with(gir_row_id row)
{
	int			form = GIR_FORM_COUNT - 1;

	while (form > 0 && gir_form_block_of(form, row) == NULL)
		form--;
	return form;
}

/* The printed row of a block. */
const gir_form_row *
gir_form_row_of(const gir_form_block *block, gir_row_id row)
{
	int			i;

	for (i = 0; i < block->nrows; i++)
	{
		if (block->rows[i].row == row)
			return &block->rows[i];
	}
	return NULL;
}

/* The printed column of a block. */
const gir_form_column *
gir_form_column_of(const gir_form_block *block, gir_column column)
{
	int			i;

	for (i = 0; i < block->ncolumns; i++)
	{
		if (block->columns[i].column == column)
			return &block->columns[i];
	}
	return NULL;
}

/* True if a block has all of some columns. */
static bool
has_columns(const gir_form_block *block, const gir_form_column *const *columns, int count)
{
	int			i;

	for (i = 0; i < count; i++)
	{
		if (gir_form_column_of(block, columns[i]->column) == NULL)
			return false;
	}
	return true;
}

/* The columns that a row has in some forms. */
int
gir_form_columns(unsigned forms, gir_row_id row, const gir_form_column *columns[GIR_COL_COUNT])
{
	int			count = 0;
	int			form,
				i,
				k;

	for (form = GIR_FORM_COUNT - 1; form >= 0; form--)
	{
		const gir_form_block *block = gir_form_block_of(form, row);

		for (i = 0; (forms & 1u << form) && block != NULL && i < block->ncolumns; i++)
		{
			for (k = 0; k < count; k++)
			{
				if (columns[k]->column == block->columns[i].column)
					break;
			}
			if (k == count)
				columns[count++] = &block->columns[i];
		}
	}

	/* one form may have them all, in its own order */
	for (form = 0; form < GIR_FORM_COUNT; form++)
	{
		const gir_form_block *block = gir_form_block_of(form, row);

		if ((forms & 1u << form) && block != NULL && has_columns(block, columns, count))
		{
			for (i = 0; i < count; i++)
				columns[i] = &block->columns[i];
			break;
		}
	}
	return count;
}

/* The first text of a role in a section. */
const char *
gir_form_text_of(gir_text_role role, int section)
{
	int			i;

	for (i = 0; i < gir_form_text_count; i++)
	{
		if (gir_form_texts[i].role == role && gir_form_texts[i].section == section)
			return gir_form_texts[i].text;
	}
	return NULL;
}
