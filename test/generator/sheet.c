/*
 * sheet.c
 *		The tables of a report as rows of cells, with every merged cell in every
 *		place that it covers.
 */
#include "gen.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#define SECTION2_WIDTH 4
#define SECTION3_LABELS 3
#define SECTION3_WIDTH (SECTION3_LABELS + GIR_MAX_COLUMNS)

/* Add a row. */
gen_row *
gen_add_row(gen_document *document, int section)
{
	gen_row    *row;

	if (document->nrows == GEN_ROWS)
	{
		fprintf(stderr, "generator: a document has too many rows\n");
		exit(1);
	}
	row = &document->rows[document->nrows++];
	memset(row, 0, sizeof(*row));
	row->section = section;
	return row;
}

/* Add a cell to a row. */
gen_cell *
gen_add_cell(gen_row *row, const char *text)
{
	gen_cell   *cell = &row->cells[row->ncells++];

	memset(cell, 0, sizeof(*cell));
	cell->text = text;
	cell->cell = GIR_NO_CELL;
	return cell;
}

/* Add a line of text. */
void
gen_add_line(gen_document *document, const char *text)
{
	gen_add_cell(gen_add_row(document, 0), text);
}

/* Add a cell that covers several places of its row. */
static void
add_wide(gen_row *row, const char *text, int width)
{
	int			i;

	for (i = 0; i < width; i++)
	{
		gen_cell   *cell = gen_add_cell(row, text);

		cell->covered = cell->same_row = i > 0;
	}
}

/* Add the places that a cell of a row above covers. */
static void
add_covered(gen_row *row, const char *text, int width)
{
	int			i;

	for (i = 0; i < width; i++)
		gen_add_cell(row, text)->covered = true;
}

/* Add a value that covers several places. */
static void
add_value(gen_document *document, gen_row *row, int record_row, int column, int width)
{
	int			number = gir_cell_at((gir_row_id) record_row, (gir_column) column);
	int			first = row->ncells;
	int			i;

	add_wide(row, gen_value(document, number), width);
	for (i = first; i < row->ncells; i++)
		row->cells[i].value = true;
	row->cells[first].cell = number;
}

/* The head of a column in section 2, in one of the wordings that are met. */
static const char *
column_head(gen_document *document, gir_column column, const char *label)
{
	gen_rng    *rng = &document->rng;
	int			header = document->style.header;

	switch (column)
	{
		case GIR_COL_IN_FORCE:
			if (header == 1 || header == 2)
				return header == 1 ? "现行有效件" : gen_label(document, "现行有效件数（历史累计）");
			break;
		case GIR_COL_ISSUED:
			if (header == 1)
				return "本年发件";
			break;
		case GIR_COL_MADE:
		case GIR_COL_DISCLOSED:
			if (header == 3)
				return "本年新";
			break;
		case GIR_COL_ITEMS_CHANGE:
			if (header == 4)
				return "本年增/";
			break;
		case GIR_COL_ITEMS_LAST_YEAR:
			if (header == 5)
				return gen_label(document, "上一年项目数量（指上一年度的事项数）");
			break;
		case GIR_COL_AMOUNT:
			if (strcmp(label, "采购总金额") == 0 && document->style.header_unit == GIR_UNIT_WAN)
				return gen_chance(rng, 50) ? "采购总金额（万元）" : "采购总金额(单位:万元)";
			if (strcmp(label, "采购总金额") != 0 && header == 6)
				return "本年收费金额单位:万元";
			break;
		default:
			break;
	}
	return gen_label(document, label);
}

/* Add a block of section 2. */
static void
add_block(gen_document *document, const gir_form_block *b)
{
	static const char *const corners[] = {"信息内容", "信 息 内 容"};
	gen_rng    *rng = &document->rng;
	gen_row    *row = gen_add_row(document, 2);
	int			rest = SECTION2_WIDTH - b->ncolumns;
	int			i,
				j;

	if (document->style.header == 7 && gen_chance(rng, 50))
		add_wide(row, "第二十条第", SECTION2_WIDTH);
	else
		add_wide(row, gen_label(document, b->anchor), SECTION2_WIDTH);
	row = gen_add_row(document, 2);
	gen_add_cell(row, gen_chance(rng, 95) ? corners[0] : corners[1]);
	for (j = 0; j < b->ncolumns; j++)
		add_wide(row, column_head(document, b->columns[j].column, b->columns[j].label),
				 j == b->ncolumns - 1 ? rest : 1);
	for (i = 0; i < b->nrows; i++)
	{
		if (document->truth.state[gir_cell_at(b->rows[i].row, b->columns[0].column)] ==
			GIR_STATE_MISSING)
			continue;
		row = gen_add_row(document, 2);
		gen_add_cell(row, gen_label(document, b->rows[i].label));
		for (j = 0; j < b->ncolumns; j++)
			add_value(document, row, b->rows[i].row, b->columns[j].column,
					  j == b->ncolumns - 1 ? rest : 1);
	}
}

/* Add section 2. */
static void
add_proactive(gen_document *document)
{
	static const gir_row_id first_rows[] = {
		GIR_ROW_REGULATIONS, GIR_ROW_LICENSING, GIR_ROW_PENALTY, GIR_ROW_FEES, GIR_ROW_PROCUREMENT
	};
	int			block;

	for (block = 0; block < 5; block++)
	{
		int			form = document->truth.block_form[block];

		if (form != GIR_FORM_UNKNOWN)
			add_block(document, gir_form_block_of(form, first_rows[block]));
	}
}

/* Add the head of section 3. */
static void
add_applicants(gen_document *document, const gir_form_block *b)
{
	const char *corner = gen_chance(&document->rng, 95) ? gen_label(document, b->anchor) : "";
	const char *total = gen_label(document, "总计");
	const char *person = gen_label(document, "自然人");
	bool		total_first = document->style.total_place == 1;
	gen_row    *row = gen_add_row(document, 3);
	int			j;

	add_wide(row, corner, SECTION3_LABELS);
	add_wide(row, gen_label(document, "申请人情况"), GIR_MAX_COLUMNS - total_first);
	if (total_first)
		gen_add_cell(row, total);

	row = gen_add_row(document, 3);
	add_covered(row, corner, SECTION3_LABELS);
	gen_add_cell(row, person);
	add_wide(row, gen_label(document, "法人或其他组织"), GIR_MAX_COLUMNS - 2);
	gen_add_cell(row, total)->covered = total_first;

	row = gen_add_row(document, 3);
	add_covered(row, corner, SECTION3_LABELS);
	add_covered(row, person, 1);
	for (j = 1; j < GIR_MAX_COLUMNS - 1; j++)
		gen_add_cell(row, gen_label(document, b->columns[j].label));
	add_covered(row, total, 1);
}

/* Add section 3. */
static void
add_requests(gen_document *document)
{
	const gir_form_block *b = gir_form_block_of(document->truth.form3, GIR_ROW_RECEIVED);
	const char *last_group = NULL;
	const char *results = "";
	const char *group = "";
	int			i,
				j;

	add_applicants(document, b);
	for (i = 0; i < b->nrows; i++)
	{
		const gir_form_row *r = &b->rows[i];
		gen_row    *row = gen_add_row(document, 3);
		const char *label = gen_label(document, r->label);

		if (r->group == NULL)
			add_wide(row, label, SECTION3_LABELS);
		else
		{
			bool		result = r->group[0] == "三"[0] && strstr(r->group, "三、") != NULL;

			if (r->row == GIR_ROW_GRANTED)
			{
				results = gen_label(document, r->group);
				gen_add_cell(row, results);
			}
			else
				add_covered(row, results, 1);
			if (result)
				add_wide(row, label, SECTION3_LABELS - 1);
			else if (last_group != NULL && strcmp(last_group, r->group) == 0)
			{
				add_covered(row, group, 1);
				gen_add_cell(row, label);
			}
			else
			{
				group = gen_label(document, r->group);
				gen_add_cell(row, group);
				gen_add_cell(row, label);
			}
		}
		last_group = r->group;
		for (j = 0; j < b->ncolumns; j++)
			add_value(document, row, r->row, b->columns[j].column, 1);
	}
}

/* Add section 4. */
static void
add_disputes(gen_document *document)
{
	const gir_form_block *b = &gir_block_disputes;
	const char *heads[GIR_MAX_COLUMNS];
	gen_row    *row = gen_add_row(document, 4);
	int			i,
				j;

	add_wide(row, gen_label(document, b->rows[0].label), b->ncolumns);
	add_wide(row, gen_label(document, b->rows[1].group), 2 * b->ncolumns);

	row = gen_add_row(document, 4);
	for (j = 0; j < b->ncolumns; j++)
	{
		heads[j] = gen_label(document, b->columns[j].label);
		gen_add_cell(row, heads[j]);
	}
	for (i = 1; i < b->nrows; i++)
		add_wide(row, gen_label(document, b->rows[i].label), b->ncolumns);

	row = gen_add_row(document, 4);
	for (j = 0; j < b->ncolumns; j++)
		add_covered(row, heads[j], 1);
	for (i = 1; i < b->nrows; i++)
	{
		for (j = 0; j < b->ncolumns; j++)
			gen_add_cell(row, gen_label(document, b->columns[j].label));
	}

	row = gen_add_row(document, 4);
	for (i = 0; i < b->nrows; i++)
	{
		for (j = 0; j < b->ncolumns; j++)
			add_value(document, row, b->rows[i].row, b->columns[j].column, 1);
	}
}

/* Add the table of a section. */
void
gen_add_tables(gen_document *document, int section)
{
	if (section == 2)
		add_proactive(document);
	else if (section == 3)
		add_requests(document);
	else
		add_disputes(document);
	document->rows[document->nrows - 1].last = true;
}
