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
