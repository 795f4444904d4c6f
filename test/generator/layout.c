/*
 * layout.c
 *		The layouts: from rows of cells to text.
 */
#include "gen.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

/* Add bytes to a text. */
void
gen_put(gen_text *out, const char *bytes, size_t len)
{
	if (out->len + len > GEN_TEXT_SIZE)
	{
		fprintf(stderr, "generator: a text is too long\n");
		exit(1);
	}
	memcpy(out->bytes + out->len, bytes, len);
	out->len += len;
}

/* Add a string. */
static void
put(gen_text *out, const char *text)
{
	gen_put(out, text, strlen(text));
}

/* Add what is printed in a cell, with its line breaks in the layout's way. */
static void
put_cell(gen_text *out, const gen_cell *cell, const char *line_break)
{
	const char *p;

	for (p = cell->text; *p != '\0'; p++)
	{
		if (*p == GEN_BREAK)
			put(out, line_break);
		else
			gen_put(out, p, 1);
	}
}

/* Add a line of text; false if the row is one of a table. */
static bool
put_line(gen_text *out, const gen_row *row)
{
	if (row->section != 0)
		return false;
	put_cell(out, &row->cells[0], "");
	put(out, "\n");
	return true;
}

/* Rows with a separator between the cells; "edge" is printed around them. */
static void
print_rows(gen_document *document, gen_text *out, const char *separator, const char *first,
		   const char *last)
{
	int			i,
				j;

	for (i = 0; i < document->nrows; i++)
	{
		const gen_row *row = &document->rows[i];

		if (put_line(out, row))
			continue;
		put(out, first);
		for (j = 0; j < row->ncells; j++)
		{
			if (j > 0)
				put(out, separator);
			put_cell(out, &row->cells[j], " ");
		}
		put(out, last);
		put(out, "\n");
	}
}

/* Tabs between cells. */
static void
print_tabs(gen_document *document, gen_text *out)
{
	print_rows(document, out, "\t", "", "");
}

/* Vertical bars behind cells. */
static void
print_pipes(gen_document *document, gen_text *out)
{
	if (gen_chance(&document->rng, 80))
		print_rows(document, out, " | ", "", " |");
	else
		print_rows(document, out, "|", "", "|");
}

/* Markdown, with a rule under the first row of a table. */
static void
print_markdown(gen_document *document, gen_text *out)
{
	static const char *const rules[] = {" --- |", "---|", ":---:|", " :----- |"};
	const char *rule = GEN_PICK(&document->rng, rules);
	bool		spaces = gen_chance(&document->rng, 80);
	bool		first = true;
	int			i,
				j;

	for (i = 0; i < document->nrows; i++)
	{
		const gen_row *row = &document->rows[i];

		if (put_line(out, row))
			continue;
		put(out, spaces ? "| " : "|");
		for (j = 0; j < row->ncells; j++)
		{
			put_cell(out, &row->cells[j], " ");
			put(out, !spaces ? "|" : j < row->ncells - 1 ? " | " : " |");
		}
		put(out, "\n");
		if (first)
		{
			put(out, "|");
			for (j = 0; j < row->ncells; j++)
				put(out, rule);
			put(out, "\n");
		}
		first = row->last;
	}
}

/* Markdown rows that are broken before each cell. */
static void
print_broken_markdown(gen_document *document, gen_text *out)
{
	const char *line_break = document->style.blank_breaks ? "\n\n" : "\n";
	int			i,
				j;

	for (i = 0; i < document->nrows; i++)
	{
		const gen_row *row = &document->rows[i];

		if (put_line(out, row))
			continue;
		put(out, "| \n");
		for (j = 0; j < row->ncells; j++)
		{
			put(out, " ");
			put_cell(out, &row->cells[j], line_break);
			put(out, j < row->ncells - 1 ? "  | \n" : "  | \n\n");
		}
	}
}

/* Text of a word processor: a tab and a cell to a line, a blank line after a row. */
static void
print_word(gen_document *document, gen_text *out)
{
	const char *line_break = document->style.blank_breaks ? "\n\n" : "\n";
	int			i,
				j;

	for (i = 0; i < document->nrows; i++)
	{
		const gen_row *row = &document->rows[i];

		if (put_line(out, row))
			continue;
		for (j = 0; j < row->ncells; j++)
		{
			put(out, "\t");
			put_cell(out, &row->cells[j], line_break);
			put(out, "\n");
		}
		put(out, "\n");
	}
}

/* Cells one by one with something behind each and behind rows. */
static void
print_single(gen_document *document, gen_text *out, const char *behind_cell,
			 const char *behind_row, const char *line_break)
{
	int			i,
				j;

	for (i = 0; i < document->nrows; i++)
	{
		const gen_row *row = &document->rows[i];

		if (put_line(out, row))
			continue;
		for (j = 0; j < row->ncells; j++)
		{
			put_cell(out, &row->cells[j], line_break);
			put(out, behind_cell);
		}
		put(out, behind_row);
	}
}

/* A cell to a line, with blank lines between all. */
static void
print_blank_lines(gen_document *document, gen_text *out)
{
	const char *line_break = document->style.blank_breaks ? "\n\n" : "\n";

	if (gen_chance(&document->rng, 80))
		print_single(document, out, "\n\n", "", line_break);
	else
		print_single(document, out, "\n", "", "\n");
}

/* A cell and a vertical bar to a line. */
static void
print_pipe_cells(gen_document *document, gen_text *out)
{
	static const char *const ends[] = {"", "", "|\n", "||\n", "\n"};

	print_single(document, out, " |\n", GEN_PICK(&document->rng, ends), "\n");
}

/* A vertical bar on a line of its own behind each cell. */
static void
print_pipe_lines(gen_document *document, gen_text *out)
{
	print_single(document, out, "\n|\n", "", "\n");
}

/* Nothing between the cells of a row. */
static void
print_glued(gen_document *document, gen_text *out)
{
	print_single(document, out, "", "\n", "");
}

/* A cell to a line, without the lines that were there before. */
static void
print_unrepeated(gen_document *document, gen_text *out)
{
	static const char *const ends[] = {"\n", "\n\n"};

	print_single(document, out, GEN_PICK(&document->rng, ends), "", "");
	gen_remove_repeated_lines(out);
}

/* How many rows a cell covers. */
static int
rows_covered(const gen_document *document, int row, int column)
{
	const gen_row *rows = document->rows;
	int			n = 1;

	while (!rows[row + n - 1].last && column < rows[row + n].ncells &&
		   rows[row + n].cells[column].covered && !rows[row + n].cells[column].same_row &&
		   rows[row + n].cells[column].text == rows[row].cells[column].text)
		n++;
	return n;
}

/* Begin a page. */
static void
begin_page(gen_text *out)
{
	put(out, "<!DOCTYPE html>\n<html><head><meta charset=\"utf-8\"></head><body>\n");
}

/*
 * Another year's report that the page does not show.  It is one line: without the
 * tag that hides it, it would be shown.
 */
static void
put_hidden_report(gen_rng *rng, gen_text *out)
{
	static const char *const looks[] = {
		" hidden", " style=\"display:none\"", " style='visibility: hidden'", " style='font-size:0'",
		" style=\"color:red; DISPLAY : none !important\""
	};
	static const char *const elements[] = {"div", "section", "span", "del", "div", "article"};
	const char *look = GEN_PICK(rng, looks);
	const char *element = GEN_PICK(rng, elements);
	bool		whole = gen_chance(rng, 70);
	char		tag[96];

	sprintf(tag, "<%s%s>", element, look);
	if (whole)
		put(out, tag);
	/* a paragraph ends where the next one begins */
	sprintf(tag, "<p%s>", whole ? "" : look);
	put(out, tag);
	put(out, "云外县档案局2018年政府信息公开工作年度报告");
	put(out, whole && gen_chance(rng, 50) ? "</p>" : "");
	put(out, tag);
	put(out, "二、主动公开政府信息情况</p>");
	sprintf(tag, "<table%s><tbody>", whole ? "" : look);
	put(out, tag);
	put(out, "<tr><td colspan=4>第二十条第（一）项<tr><td>信息内容<td>本年制发件数<td>本年废止件数<td>现行有效件数"
		"<tr><td>规章<td>71<td>72<td>73<tr><td>行政规范性文件<td>74<td>75<td>76</table>");
	put(out, tag);
	put(out, "<tr><td colspan=3><td colspan=5>申请人情况<tr><td>一、本年新收政府信息公开申请数量"
		"<td>77<td>0<td>0<td>0<td>0<td>0<td>77</tbody></table>");
	sprintf(tag, "</%s>", element);
	if (whole)
		put(out, tag);
	put(out, "\n");
}

/* What a cell shows. */
static void
put_html_cell(gen_text *out, const gen_cell *cell, const char *attributes, bool end_tags)
{
	put(out, "<td");
	put(out, attributes);
	put(out, ">");
	put_cell(out, cell, "<br>");
	put(out, end_tags ? "</td>" : "");
}

/* A line between tables. */
static void
put_paragraph(gen_text *out, const gen_row *row, bool end_tags)
{
	put(out, "<p>");
	put_cell(out, &row->cells[0], "");
	put(out, end_tags ? "</p>\n" : "\n");
}

/* A table of HTML, with merged cells as such. */
static void
print_html(gen_document *document, gen_text *out)
{
	gen_rng    *rng = &document->rng;
	bool		end_tags = gen_chance(rng, 80);
	int			edge = gen_chance(rng, 15) ? 1 + gen_below(rng, 2) : 0;
	int			hidden = gen_chance(rng, 25) ? 1 + gen_below(rng, 2) : 0;
	bool		in_table = false;
	int			i,
				j;

	begin_page(out);
	if (hidden == 1)
		put_hidden_report(rng, out);
	for (i = 0; i < document->nrows; i++)
	{
		const gen_row *row = &document->rows[i];

		if (row->section == 0)
		{
			put_paragraph(out, row, end_tags);
			continue;
		}
		if (!in_table)
			put(out, "<table border=\"1\"><tbody>\n");
		/* spreadsheets have a blank cell on one side of all rows */
		put(out, edge == 1 ? "<tr><td></td>" : "<tr>");
		for (j = 0; j < row->ncells; j++)
		{
			char		spans[64] = "";
			int			columns = 1;
			int			rows;

			if (row->cells[j].covered)
				continue;
			while (j + columns < row->ncells && row->cells[j + columns].same_row)
				columns++;
			rows = rows_covered(document, i, j);
			if (columns > 1)
				sprintf(spans, " colspan=\"%d\"", columns);
			if (rows > 1)
				sprintf(spans + strlen(spans), " rowspan=%d", rows);
			put_html_cell(out, &row->cells[j], spans, end_tags);
		}
		put(out, edge == 2 ? "<td>&nbsp;</td>" : "");
		put(out, end_tags ? "</tr>\n" : "\n");
		in_table = !row->last;
		if (row->last)
			put(out, end_tags ? "</tbody></table>\n" : "</table>\n");
	}
	if (hidden == 2)
		put_hidden_report(rng, out);
	put(out, "</body></html>\n");
}

/* A table of HTML without merged cells: what they cover are cells, too. */
static void
print_html_cells(gen_document *document, gen_text *out)
{
	bool		end_tags = gen_chance(&document->rng, 80);
	bool		in_table = false;
	int			i,
				j;

	begin_page(out);
	for (i = 0; i < document->nrows; i++)
	{
		const gen_row *row = &document->rows[i];

		if (row->section == 0)
		{
			put_paragraph(out, row, end_tags);
			continue;
		}
		put(out, in_table ? "<tr>" : "<table><tr>");
		for (j = 0; j < row->ncells; j++)
			put_html_cell(out, &row->cells[j], "", end_tags);
		put(out, end_tags ? "</tr>\n" : "\n");
		in_table = !row->last;
		if (row->last)
			put(out, "</table>\n");
	}
	put(out, "</body></html>\n");
}

#define DROP (1u << GEN_MERGE_DROP)
#define KEEP (1u << GEN_MERGE_KEEP)
#define REPEAT (1u << GEN_MERGE_REPEAT)
#define TRAIL (1u << GEN_MERGE_TRAIL)
#define COLUMNS (1u << GEN_MERGE_COLUMNS)
#define RAGGED (1u << GEN_MERGE_RAGGED)

const gen_layout gen_layouts[] = {
	{
		.name = "A", .description = "rows with tabs", .print = print_tabs,
		.blanks = GEN_BLANKS_KEPT, .merges = DROP | KEEP | REPEAT | COLUMNS | RAGGED
	},
	{
		.name = "B", .description = "word processor text", .print = print_word,
		.blanks = GEN_BLANKS_KEPT, .merges = DROP | KEEP | REPEAT | COLUMNS,
		.lines_are_cells = true
	},
	{
		.name = "C", .description = "cell per line, blank lines", .print = print_blank_lines,
		.blanks = GEN_BLANKS_LOST, .merges = DROP, .lines_are_cells = true
	},
	{
		.name = "D", .description = "rows with pipes", .print = print_pipes,
		.blanks = GEN_BLANKS_SHIFTED, .merges = DROP | KEEP | REPEAT | TRAIL | COLUMNS
	},
	{
		.name = "E", .description = "cell and pipe per line", .print = print_pipe_cells,
		.blanks = GEN_BLANKS_LOST, .merges = DROP | KEEP | TRAIL, .lines_are_cells = true
	},
	{
		.name = "F", .description = "Markdown", .print = print_markdown,
		.blanks = GEN_BLANKS_SHIFTED, .merges = DROP | KEEP | REPEAT | TRAIL | COLUMNS
	},
	{
		.name = "G", .description = "Markdown with broken rows", .print = print_broken_markdown,
		.blanks = GEN_BLANKS_LOST, .merges = DROP, .lines_are_cells = true
	},
	{
		.name = "H", .description = "pipe on a line of its own", .print = print_pipe_lines,
		.blanks = GEN_BLANKS_LOST, .merges = DROP, .lines_are_cells = true
	},
	{
		.name = "I", .description = "glued cells", .print = print_glued,
		.blanks = GEN_BLANKS_LOST, .merges = DROP, .glued = true
	},
	{
		.name = "J", .description = "repeated lines removed", .print = print_unrepeated,
		.blanks = GEN_BLANKS_LOST, .merges = DROP, .lines_are_cells = true, .values_lost = true
	},
	{
		.name = "K", .description = "PDF text, laid out", .print = gen_print_laid,
		.blanks = GEN_BLANKS_EXACT, .laid_out = true
	},
	{
		.name = "L", .description = "HTML", .print = print_html,
		.blanks = GEN_BLANKS_EXACT
	},
	{
		.name = "P", .description = "HTML, padded", .print = print_html_cells,
		.blanks = GEN_BLANKS_KEPT, .merges = KEEP | REPEAT | COLUMNS | RAGGED
	},
};

const int	gen_layout_count = (int) (sizeof(gen_layouts) / sizeof(gen_layouts[0]));
