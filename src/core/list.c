/*
 * list.c
 *		Listing the cells of a report in the order of its form.
 */
#include "core/gireport_core.h"

#include <string.h>

/* True if a figure is known in some column that only one form's block has. */
static bool
shows_form(const gir_figures *figures, int form, gir_row_id row)
{
	const gir_form_block *block = gir_form_block_of(form, row);
	int			i,
				f;

	if (block == NULL)
		return false;
	for (i = 0; i < block->ncolumns; i++)
	{
		bool		shared = false;

		for (f = 0; f < GIR_FORM_COUNT; f++)
		{
			const gir_form_block *other = f == form ? NULL : gir_form_block_of(f, row);

			if (other != NULL && gir_form_column_of(other, block->columns[i].column) != NULL)
				shared = true;
		}
		if (!shared && figures->known[gir_cell_at(row, block->columns[i].column)])
			return true;
	}
	return false;
}

/* True if a row is there that this form has and the others do not. */
static bool
has_own_row(const gir_figures *figures, int form, const gir_section_info *section)
{
	int			row,
				f;

	for (row = section->first_row; row <= (int) section->last_row; row++)
	{
		bool		shared = false;

		if (!figures->row_present[row] || gir_form_block_of(form, (gir_row_id) row) == NULL)
			continue;
		for (f = 0; f < GIR_FORM_COUNT; f++)
			shared = shared || (f != form && gir_form_block_of(f, (gir_row_id) row) != NULL);
		if (!shared)
			return true;
	}
	return false;
}

/*
 * The newest of some forms; if the row is there, the newest that has it.
 */
static int
newest_form(uint8_t forms, gir_row_id row, bool present)
{
	int			newest = GIR_FORM_NEWEST;
	int			form;

	while (newest > 0 && !(forms & (1 << newest)))
		newest--;
	if (present)
	{
		for (form = newest; form >= 0; form--)
		{
			if ((forms & (1 << form)) && gir_form_block_of(form, row) != NULL)
				return form;
		}
	}
	return newest;
}

/* The forms that the rows of a row's block show, of those that have it. */
static uint8_t
forms_of_block(const gir_row_forms *shown, gir_row_id row)
{
	uint8_t		forms = 0;
	int			form,
				i;

	for (form = 0; form < GIR_FORM_COUNT; form++)
	{
		const gir_form_block *block = gir_form_block_of(form, row);

		for (i = 0; block != NULL && i < block->nrows; i++)
			forms |= (uint8_t) (shown->forms[block->rows[i].row] & 1 << form);
	}
	return forms;
}

/* The forms that the numbers themselves show. */
void
gir_forms_of_figures(const gir_figures *figures, gir_row_forms *forms)
{
	uint8_t		usual = 0;		/* forms that other sections show */
	uint8_t		shown[GIR_SECTION_COUNT] = {0};
	gir_row_forms rows;			/* as they show themselves */
	int			s,
				f,
				row;

	memset(forms, 0, sizeof(*forms));
	for (s = 0; s < GIR_SECTION_COUNT; s++)
	{
		for (f = 0; f < GIR_FORM_COUNT; f++)
		{
			if (has_own_row(figures, f, &gir_sections[s]))
				shown[s] |= (uint8_t) (1 << f);
			for (row = gir_sections[s].first_row; row <= (int) gir_sections[s].last_row; row++)
			{
				if (shows_form(figures, f, (gir_row_id) row))
				{
					forms->forms[row] |= (uint8_t) (1 << f);
					shown[s] |= (uint8_t) (1 << f);
				}
			}
		}
		usual |= shown[s];
	}
	if (usual == 0)
		usual = 1 << GIR_FORM_NEWEST;

	/* rows that show nothing follow their block, their section, or the other sections */
	rows = *forms;
	for (s = 0; s < GIR_SECTION_COUNT; s++)
	{
		for (row = gir_sections[s].first_row; row <= (int) gir_sections[s].last_row; row++)
		{
			uint8_t		block = s == 0 ? forms_of_block(&rows, (gir_row_id) row) : 0;

			if (forms->forms[row] != 0)
				continue;
			forms->forms[row] = (uint8_t) (1 << newest_form(block != 0 ? block :
															shown[s] != 0 ? shown[s] : usual,
															(gir_row_id) row,
															figures->row_present[row]));
		}
	}
}

/* The forms that the text was printed in: a row can have the columns of several. */
void
gir_forms_of_report(const gir_report *report, gir_row_forms *forms)
{
	int			row,
				form,
				i;

	for (row = 0; row < GIR_ROW_COUNT; row++)
	{
		const gir_form_block *own = gir_form_block_of(report->form[row], (gir_row_id) row);

		forms->forms[row] = (uint8_t) (1 << report->form[row]);
		for (form = 0; form < GIR_FORM_COUNT; form++)
		{
			const gir_form_block *block = gir_form_block_of(form, (gir_row_id) row);

			for (i = 0; own != NULL && block != NULL && i < block->ncolumns; i++)
			{
				gir_column	column = block->columns[i].column;

				if (gir_form_column_of(own, column) == NULL &&
					report->printed[gir_cell_at((gir_row_id) row, column)].state != GIR_STATE_MISSING)
					forms->forms[row] |= (uint8_t) (1 << form);
			}
		}
	}
}

/* Call back for every cell of the given forms. */
void
gir_list_cells(const gir_row_forms *forms, gir_list_function function, void *context)
{
	int			row,
				form,
				i;

	for (row = 0; row < GIR_ROW_COUNT; row++)
	{
		bool		listed[GIR_COL_COUNT] = {false};

		for (form = GIR_FORM_COUNT - 1; form >= 0; form--)
		{
			const gir_form_block *block = NULL;

			if (forms->forms[row] & (1 << form))
				block = gir_form_block_of(form, (gir_row_id) row);
			if (block == NULL)
				continue;
			for (i = 0; i < block->ncolumns; i++)
			{
				gir_listed_cell cell;

				cell.column = block->columns[i].column;
				if (listed[cell.column])
					continue;
				listed[cell.column] = true;
				cell.section = block->section;
				cell.row = (gir_row_id) row;
				cell.cell = gir_cell_at(cell.row, cell.column);
				cell.form_row = gir_form_row_of(block, cell.row);
				cell.form_column = &block->columns[i];
				function(context, &cell);
			}
		}
	}
}
