/*
 * render_html.c
 *		Pages and tables in HTML.
 *
 * Whoever reads the page sees the findings and what is suggested next to the
 * numbers; whoever parses it gets the numbers alone.  So what is no number stands
 * in attributes, which the style shows, or below the tables.
 */
#include "core/render.h"

#include "core/words.h"

/* What heads a page without a title: nothing that is read as one. */
#define NO_TITLE "政府信息公开数据"

/* Write an attribute's number. */
static void
put_attribute(const gir_writer *writer, const char *name, int value)
{
	gir_put(writer, " ");
	gir_put(writer, name);
	gir_put(writer, "=\"");
	gir_put_integer(writer, value);
	gir_put(writer, "\"");
}

/* Write the id of a cell, as an attribute's value. */
void
gir_put_cell_id(const gir_writer *writer, int cell)
{
	gir_put(writer, "cell-");
	gir_put(writer, gir_rows[GIR_CELL_ROW(cell)].code);
	gir_put(writer, "-");
	gir_put(writer, gir_column_codes[gir_cell_column(cell)]);
}

/* Write the id of a finding, as an attribute's value. */
void
gir_put_finding_id(const gir_writer *writer, int number)
{
	gir_put(writer, "finding-");
	gir_put_integer(writer, number + 1);
}

/* ---- the page ---- */

/* Write the title of the page, and of the document in it. */
static void
put_title(const gir_rendering *r)
{
	if (r->title_len > 0)
		gir_put_escaped(r->writer, r->title, r->title_len);
	else
		gir_put(r->writer, NO_TITLE);
}

/* Write how many findings there are. */
static void
put_summary(const gir_rendering *r)
{
	const gir_writer *w = r->writer;
	int			warnings = r->nfindings - r->nerrors;

	gir_put(w, "<p class=\"gr-summary\">核对结果：");
	if (r->nerrors > 0)
	{
		gir_put(w, "<strong>错误 ");
		gir_put_integer(w, r->nerrors);
		gir_put(w, " 处</strong>");
	}
	else
		gir_put(w, "未发现错误");
	if (warnings > 0)
	{
		gir_put(w, "，提示 ");
		gir_put_integer(w, warnings);
		gir_put(w, " 处");
	}
	gir_put(w, "。</p>\n");
}

/* Write a title or an agency's name that is to be seen, but not to be read as one. */
static void
put_name(const gir_writer *w, const char *name, size_t len)
{
	gir_put(w, "<p class=\"gr-name\" role=\"note\" aria-label=\"");
	gir_put_escaped(w, name, len);
	gir_put(w, "\"></p>\n");
}

/* Write what stands before everything. */
void
gir_open_page(const gir_rendering *r)
{
	const gir_subject *subject = &r->source->subject;
	const gir_writer *w = r->writer;
	int			i;

	if (r->format == GIR_FORMAT_HTML)
	{
		gir_put(w, "<!DOCTYPE html>\n<html lang=\"zh\">\n<head>\n<meta charset=\"utf-8\">\n"
				"<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n<title>");
		put_title(r);
		gir_put(w, "</title>\n<style>\n");
		gir_render_style(w);
		gir_put(w, "</style>\n</head>\n<body>\n<main>\n");
	}
	gir_put(w, "<article class=\"gireport\" lang=\"zh\">\n<h1>");
	put_title(r);
	gir_put(w, "</h1>\n");
	if (!r->title_shown)
		put_name(w, subject->title, subject->title_len);
	if (!r->agency_shown)
		put_name(w, subject->agency, subject->agency_len);
	for (i = 0; i < GIR_SECTION_COUNT && !subject->figures->section_present[i]; i++)
		continue;
	if (i < GIR_SECTION_COUNT)
		put_summary(r);
}

/* Write what stands behind everything. */
void
gir_close_page(const gir_rendering *r)
{
	gir_put(r->writer, "</article>\n");
	if (r->format == GIR_FORMAT_HTML)
		gir_put(r->writer, "</main>\n</body>\n</html>\n");
}

/* ---- tables ---- */

/* Write the findings about a cell as the attributes that show and name them. */
static void
put_mark(const gir_rendering *r, int cell)
{
	const gir_writer *w = r->writer;
	gir_writer	escaping = gir_escaping_writer(w);
	int			n = 0;
	int			i;

	gir_put(w, r->marks[cell] == GIR_MARK_ERROR ? " class=\"gr-error\"" : " class=\"gr-warning\"");
	gir_put(w, " title=\"");
	for (i = 0; i < r->nfindings; i++)
	{
		if (!gir_finding_has_cell(r, &r->findings[i], cell))
			continue;
		gir_put(w, n++ > 0 ? "&#10;" : "");
		gir_put(w, gir_rule_id(r->findings[i].rule));
		gir_put(w, " ");
		gir_finding_message(r->source->subject.figures, &r->findings[i], &escaping);
	}
	gir_put(w, "\" aria-describedby=\"");
	for (n = i = 0; i < r->nfindings; i++)
	{
		if (!gir_finding_has_cell(r, &r->findings[i], cell))
			continue;
		gir_put(w, n++ > 0 ? " " : "");
		gir_put_finding_id(w, i);
	}
	gir_put(w, "\"");
}

/* Write a value. */
static void
put_value(const gir_rendering *r, const gir_sheet_cell *cell, int ncolumns)
{
	const gir_writer *w = r->writer;

	gir_put(w, "<td");
	if (ncolumns > 1)
		put_attribute(w, "colspan", ncolumns);
	if (r->marks[cell->cell] != GIR_MARK_NONE || r->suggested[cell->cell])
	{
		gir_put(w, " id=\"");
		gir_put_cell_id(w, cell->cell);
		gir_put(w, "\"");
	}
	if (r->marks[cell->cell] != GIR_MARK_NONE)
		put_mark(r, cell->cell);
	if (r->suggested[cell->cell])
	{
		gir_put(w, " data-suggested=\"");
		gir_put_integer(w, r->suggested_value[cell->cell]);
		gir_put(w, "\"");
	}
	gir_put(w, ">");
	gir_put_figure(r, cell->cell);
	gir_put(w, "</td>");
}

/*
 * Write a cell in place of the values that are not there: one, so that it is not
 * taken for all of them; or two where one is all.
 */
static void
put_no_values(const gir_rendering *r, const gir_sheet_cell *cell)
{
	gir_put(r->writer, "<td class=\"gr-missing\"");
	if (cell->ncolumns > 1)
		put_attribute(r->writer, "colspan", cell->ncolumns);
	else
		gir_put(r->writer, "></td><td class=\"gr-rest\"");
	gir_put(r->writer, "></td>");
}

/* Write a cell with a text. */
static void
put_text_cell(const gir_rendering *r, const gir_sheet_cell *cell, int ncolumns)
{
	static const char *const scopes[] = {
		[GIR_SHEET_CORNER] = "col",
		[GIR_SHEET_COLUMN_GROUP] = "colgroup",
		[GIR_SHEET_COLUMN] = "col",
		[GIR_SHEET_ROW_GROUP] = "rowgroup",
		[GIR_SHEET_ROW] = "row",
	};
	const gir_writer *w = r->writer;
	/* a remark heads nothing */
	bool		remark = cell->role == GIR_SHEET_CORNER && cell->bracketed;

	gir_put(w, remark ? "<td class=\"gr-remark\"" : "<th scope=\"");
	if (!remark)
	{
		gir_put(w, scopes[cell->role]);
		gir_put(w, "\"");
	}
	if (cell->nrows > 1)
		put_attribute(w, "rowspan", cell->nrows);
	if (ncolumns > 1)
		put_attribute(w, "colspan", ncolumns);
	gir_put(w, ">");
	gir_put_sheet_text(w, cell);
	gir_put(w, remark ? "</td>" : "</th>");
}

/* Write a group of columns of values. */
static void
put_column_group(const gir_rendering *r, int ncolumns)
{
	gir_put(r->writer, "<colgroup");
	put_attribute(r->writer, "span", ncolumns);
	gir_put(r->writer, "></colgroup>");
}

/* Write the columns of the labels: the last one holds most of them. */
static void
put_label_columns(const gir_rendering *r)
{
	int			i;

	if (r->sheet.label_columns == 0)
		return;
	gir_put(r->writer, "<colgroup>");
	for (i = 1; i < r->sheet.label_columns; i++)
		gir_put(r->writer, "<col class=\"gr-group\">");
	gir_put(r->writer, "<col class=\"gr-label\"></colgroup>");
}

/* Write the groups of columns: those that a text of the head stands over are one. */
static void
put_column_groups(const gir_rendering *r, int factor)
{
	const gir_sheet *sheet = &r->sheet;
	const gir_sheet_cell *heads[GIR_SHEET_COLUMNS] = {NULL};
	int			start = sheet->label_columns;
	int			i;

	put_label_columns(r);
	for (i = 0; i < sheet->ncells; i++)
	{
		const gir_sheet_cell *cell = &sheet->cells[i];
		int			k;

		/* the lowest text but the column's own */
		for (k = 0; cell->role == GIR_SHEET_COLUMN_GROUP && k < cell->ncolumns; k++)
			heads[cell->column + k] = cell;
	}
	for (i = start + 1; i <= sheet->ncolumns; i++)
	{
		if (i < sheet->ncolumns && heads[i] == heads[start])
			continue;
		put_column_group(r, (i - start) * factor);
		start = i;
	}
	gir_put(r->writer, "\n");
}

/* True if the values of one column are written in two: a row has none. */
static bool
is_split(const gir_sheet *sheet)
{
	int			i;

	if (sheet->ncolumns - sheet->label_columns != 1)
		return false;
	for (i = 0; i < sheet->ncells; i++)
	{
		if (sheet->cells[i].role == GIR_SHEET_NO_VALUES)
			return true;
	}
	return false;
}

/* End a row and begin the next, and with it a part of the table if it begins one. */
static void
put_row_start(const gir_rendering *r, int row, int at, int *group_end)
{
	const gir_sheet *sheet = &r->sheet;
	const gir_sheet_cell *cell = &sheet->cells[at];
	bool		group = cell->role == GIR_SHEET_ROW_GROUP && cell->column == 0;

	if (row > 0)
		gir_put(r->writer, "</tr>\n");
	if (row == sheet->nhead)
		gir_put(r->writer, "</thead>\n<tbody>\n");
	else if (row > sheet->nhead && (group || row == *group_end))
		gir_put(r->writer, "</tbody>\n<tbody>\n");
	if (group)
		*group_end = row + cell->nrows;
	gir_put(r->writer, "<tr>");
}

/* Write the table at hand. */
void
gir_put_html_sheet(const gir_rendering *r)
{
	const gir_sheet *sheet = &r->sheet;
	const gir_writer *w = r->writer;
	int			factor = is_split(sheet) ? 2 : 1;
	int			row = -1;
	int			group_end = -1;
	int			i;

	gir_put(w, "<table class=\"gr-section-");
	gir_put_integer(w, sheet->section);
	gir_put(w, "\">\n<caption>");
	gir_put(w, sheet->anchor != NULL ? sheet->anchor :
			gir_table_names[sheet->section - GIR_FIRST_SECTION]);
	gir_put(w, "</caption>\n");
	put_column_groups(r, factor);
	gir_put(w, "<thead>\n");
	for (i = 0; i < sheet->ncells; i++)
	{
		const gir_sheet_cell *cell = &sheet->cells[i];
		int			ncolumns = cell->ncolumns;

		if (cell->row != row)
		{
			row = cell->row;
			put_row_start(r, row, i, &group_end);
		}
		if (cell->column >= sheet->label_columns)
			ncolumns *= factor;
		if (cell->role == GIR_SHEET_VALUE)
			put_value(r, cell, ncolumns);
		else if (cell->role == GIR_SHEET_NO_VALUES)
			put_no_values(r, cell);
		else
			put_text_cell(r, cell, ncolumns);
	}
	gir_put(w, "</tr>\n");
	gir_put(w, sheet->nrows > sheet->nhead ? "</tbody>\n" : "</thead>\n");
	gir_put(w, "</table>\n");
}

/* ---- sections ---- */

/* Write a section's heading, and open the box of its tables. */
void
gir_open_html_section(const gir_rendering *r, int section)
{
	const gir_writer *w = r->writer;

	gir_put(w, "<section id=\"section-");
	gir_put_integer(w, section);
	gir_put(w, "\">\n<h2>");
	gir_put(w, gir_heading_numbers[section - 1]);
	gir_put(w, gir_form_text_of(GIR_TEXT_HEADING, section));
	gir_put(w, "</h2>\n");
	if (!r->source->subject.figures->section_present[section - GIR_FIRST_SECTION])
	{
		gir_put(w, "<p>没有此表。</p>\n");
		return;
	}
	gir_put(w, "<div class=\"gr-scroll\" role=\"region\" tabindex=\"0\" aria-label=\"");
	gir_put(w, gir_table_names[section - GIR_FIRST_SECTION]);
	gir_put(w, "\">\n");
}
