/*
 * laid.c
 *		The layout of PDF text, as pdftotext -layout gives it: columns of spaces,
 *		cells broken over lines, values beside one line of a label or between two,
 *		texts that stand beside several rows, and the edges of pages.
 *
 * A row with a blank cell is not counted as shown, nor are its neighbours: where
 * a value is missing the columns of the others may tell, or not.
 */
#include "gen.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "core/chars.h"

/* Lines are counted in halves: cells of an odd and of an even number of lines are
 * centred beside one another. */
#define HALVES 4000
#define WIDTH 400

/* A cell's text is broken into at most so many lines. */
#define PIECES 80

/* Wider cells break their texts nowhere else than at their ends. */
#define WIDE 10

/* A page has at least so many lines of text. */
#define MIN_PAGE 12

static uint32_t canvas[HALVES][WIDTH];

/* How a document's pages and columns look. */
typedef struct page_style
{
	int			side;			/* widths of section 3's columns of labels */
	int			group;
	int			label;
	int			column;			/* of its columns of values, at least */
	int			outcome;		/* of section 4's columns, at least */
	int			indent;
	bool		top;			/* cells are aligned at their top */
	int			page_lines;		/* text lines of a page */
	int			footer;
	bool		header;			/* with a running head */
	int			lines;			/* on this page so far */
	int			page;
} page_style;

/* The characters of a text, without white space around it and line breaks; returns their number. */
static int
decode(const char *text, uint32_t *out, int max, bool breaks)
{
	const char *end = text + strlen(text);
	int			n = 0;

	gir_trim(&text, &end);
	while (text < end && n < max)
	{
		out[n] = gir_next_char(&text, end);
		n += breaks || out[n] != GEN_BREAK;
	}
	return n;
}

/* Break a text into lines of a width; returns their number and where each begins. */
static int
break_text(const uint32_t *text, int len, int width, int starts[PIECES + 1])
{
	int			n = 0;
	int			used = 0;
	int			i;

	starts[0] = 0;
	for (i = 0; i < len; i++)
	{
		bool		forced = text[i] == GEN_BREAK;

		if ((forced || used == width) && n < PIECES - 1 && i > starts[n])
		{
			starts[++n] = i;
			used = 0;
		}
		used += !forced;
	}
	starts[++n] = len;
	return n;
}

/* Put a cell on the canvas; returns the number of its lines, only counted if "half" is negative. */
static int
put_cell(const char *text, int half, int height, int x, int width, bool center, bool top)
{
	uint32_t	chars[WIDTH];
	int			starts[PIECES + 1];
	int			len = decode(text, chars, WIDTH, width < WIDE);
	int			n;
	int			i,
				j;

	if (len == 0)
		return 0;
	n = break_text(chars, len, width - 1, starts);
	if (half < 0)
		return n;
	if (!top && height > n)
		half += height - n;
	for (i = 0; i < n && half + 2 * i < HALVES; i++)
	{
		int			place = x;

		if (center)
			place += (width - 1 - (starts[i + 1] - starts[i])) / 2;
		if (place < x)
			place = x;
		for (j = starts[i]; j < starts[i + 1] && place < WIDTH; j++)
		{
			if (chars[j] != GEN_BREAK)
				canvas[half + 2 * i][place++] = chars[j];
		}
	}
	return n;
}

/* The characters of a text's widest line, if it is not broken. */
static int
text_width(const char *text)
{
	uint32_t	chars[WIDTH];

	return decode(text, chars, WIDTH, false);
}

/* Add spaces. */
static void
put_spaces(gen_text *out, int n)
{
	while (n-- > 0)
		gen_put(out, " ", 1);
}

/*
 * End a page, and begin the next.  Within a table the page's number has marks: a
 * number alone could be a value of a row with broken labels.
 */
static void
turn_page(gen_document *document, gen_text *out, page_style *style, bool in_table)
{
	static const char *const footers[] = {"- %d -", "—%d—", "%d", "第 %d 页", "Page %d", "第%d页 共9页"};
	char		line[64];

	gen_put(out, "\n\n", 2);
	put_spaces(out, 30);
	gen_put(out, line, (size_t) sprintf(line, footers[in_table && style->footer == 2 ? 0 : style->footer],
										   style->page));
	gen_put(out, "\n\f", 2);
	style->page++;
	style->lines = 0;
	if (style->header && document->truth.title[0] != '\0')
	{
		put_spaces(out, 12);
		gen_put(out, "2024/1/19    ", 13);
		gen_put(out, document->truth.title, strlen(document->truth.title));
		gen_put(out, "\n\n", 2);
	}
}

/* True for a line of the canvas with nothing but one number. */
static bool
is_number_alone(int half, int end)
{
	bool		begun = false;
	int			i;

	for (i = 0; i < end; i++)
	{
		if (canvas[half][i] == 0 && !begun)
			continue;
		if (gir_digit_value(canvas[half][i]) < 0)
			return false;
		begun = true;
	}
	return true;
}

/* Print the canvas. */
static void
print_canvas(gen_document *document, gen_text *out, page_style *style, int halves)
{
	int			i,
				j;

	for (i = 0; i < halves; i++)
	{
		int			end = WIDTH;

		while (end > 0 && canvas[i][end - 1] == 0)
			end--;
		if (end == 0)
			continue;
		/* nor does a page begin with a number alone, which could be the page's */
		if (++style->lines > style->page_lines && !is_number_alone(i, end))
			turn_page(document, out, style, true);
		put_spaces(out, style->indent);
		for (j = 0; j < end; j++)
		{
			char		bytes[4];

			if (canvas[i][j] == 0)
				gen_put(out, " ", 1);
			else
				gen_put(out, bytes, gir_put_char(bytes, canvas[i][j]));
		}
		gen_put(out, "\n", 1);
	}
	memset(canvas, 0, sizeof(canvas[0]) * (size_t) halves);
}

/* How many columns or rows a cell covers. */
static int
columns_covered(const gen_row *row, int column)
{
	int			n = 1;

	while (column + n < row->ncells && row->cells[column + n].same_row)
		n++;
	return n;
}

static int
rows_covered(const gen_document *document, int row, int last, int column)
{
	const gen_row *rows = document->rows;
	int			n = 1;

	while (row + n <= last && column < rows[row + n].ncells &&
		   rows[row + n].cells[column].covered && !rows[row + n].cells[column].same_row &&
		   rows[row + n].cells[column].text == rows[row].cells[column].text)
		n++;
	return n;
}

/* The widths of a table's columns. */
static void
find_widths(const gen_document *document, const page_style *style, int first, int last,
			int width[GEN_COLUMNS])
{
	int			section = document->rows[first].section;
	int			i,
				j;

	for (j = 0; j < GEN_COLUMNS; j++)
		width[j] = section == 2 ? 9 : section == 4 ? style->outcome : style->column;
	if (section == 3)
	{
		width[0] = style->side;
		width[1] = style->group;
		width[2] = style->label;
	}
	for (i = first; i <= last; i++)
	{
		const gen_row *row = &document->rows[i];

		for (j = 0; j < row->ncells; j++)
		{
			/* values are not broken, nor are heads with a unit */
			bool		whole = row->cells[j].value ||
				(section == 2 && row->cells[j].cell == GIR_NO_CELL && row->ncells > 1 && j > 0);

			if (whole && width[j] < text_width(row->cells[j].text) + 2)
				width[j] = text_width(row->cells[j].text) + 2;
		}
	}
}

/* Print a table. */
static void
print_table(gen_document *document, gen_text *out, page_style *style, int first, int last)
{
	int			width[GEN_COLUMNS];
	int			height[GEN_ROWS];
	int			half = 0;
	int			pass;
	int			i,
				j,
				k;

	find_widths(document, style, first, last, width);
	for (i = first; i <= last; i++)
		height[i] = 1;
	for (pass = 0; pass < 2; pass++)
	{
		for (i = first; i <= last; i++)
		{
			const gen_row *row = &document->rows[i];
			int			x = 0;

			for (j = 0; j < row->ncells; j++)
			{
				const gen_cell *cell = &row->cells[j];
				int			wide = columns_covered(row, j);
				int			tall = rows_covered(document, i, last, j);
				int			room = 0;
				int			lines = 0;
				bool		center = cell->value || j > 2 || row->section != 3;

				for (k = 0; k < wide; k++)
					room += width[j + k];
				for (k = 0; k < tall; k++)
					lines += height[i + k];
				if (!cell->covered && pass == 0)
				{
					int			n = put_cell(cell->text, -1, 0, 0, room, center, false);

					if (n > lines)
						height[i + tall - 1] += n - lines;
				}
				else if (!cell->covered)
					put_cell(cell->text, half, lines, x, room, center, style->top && tall == 1);
				x += width[j];
			}
			if (pass == 1)
				half += 2 * height[i];
		}
	}
	print_canvas(document, out, style, half < HALVES ? half : HALVES);
}

/* True for a row with nothing but a number between marks: "- 2 -" is a page's number. */
static bool
looks_like_page(const gen_document *document, const gen_row *row)
{
	gir_state states[3];
	int			nvalues = 0;
	int			j;

	for (j = 0; j < row->ncells; j++)
	{
		if (row->cells[j].cell == GIR_NO_CELL)
			continue;
		if (nvalues == 3)
			return false;
		states[nvalues++] = (gir_state) document->truth.state[row->cells[j].cell];
	}
	return nvalues == 3 && states[0] == GIR_STATE_NOT_APPLICABLE &&
		states[1] == GIR_STATE_NUMBER && states[2] == GIR_STATE_NOT_APPLICABLE;
}

/* Rows with blank cells, and their neighbours, do not show for certain what is in them. */
static void
hide_blanks(gen_document *document)
{
	int			i,
				j,
				k;

	for (i = 0; i < document->nrows; i++)
	{
		const gen_row *row = &document->rows[i];

		for (j = 0; j < row->ncells; j++)
		{
			if (row->cells[j].cell == GIR_NO_CELL ||
				(document->truth.state[row->cells[j].cell] != GIR_STATE_BLANK &&
				 !looks_like_page(document, row)))
				continue;
			for (k = i > 0 ? i - 1 : 0; k <= i + 1 && k < document->nrows; k++)
			{
				const gen_row *near = &document->rows[k];
				int			n;

				for (n = 0; n < near->ncells; n++)
				{
					if (near->cells[n].cell != GIR_NO_CELL)
						document->truth.shown[near->cells[n].cell] = false;
				}
			}
			break;
		}
	}
}

/* Print a document as pdftotext -layout does. */
void
gen_print_laid(gen_document *document, gen_text *out)
{
	gen_rng    *rng = &document->rng;
	page_style	style = {0};
	int			i,
				last;

	style.side = 2 + gen_below(rng, 3);
	style.group = 4 + gen_below(rng, 6);
	style.label = 6 + gen_below(rng, 20);
	style.column = 2 + gen_below(rng, 10);
	style.outcome = 2 + gen_below(rng, 6);
	style.indent = gen_chance(rng, 50) ? gen_below(rng, 12) : 0;
	style.top = gen_chance(rng, 30);
	style.page_lines = gen_chance(rng, 80) ? MIN_PAGE + gen_below(rng, 60) : 100000;
	style.footer = gen_below(rng, 6);
	style.header = gen_chance(rng, 30);
	style.page = 1;
	memset(canvas, 0, sizeof(canvas));
	hide_blanks(document);
	for (i = 0; i < document->nrows; i = last + 1)
	{
		const gen_row *row = &document->rows[i];

		last = i;
		if (row->section == 0)
		{
			const char *p;

			if (++style.lines > style.page_lines)
				turn_page(document, out, &style, false);
			for (p = row->cells[0].text; *p != '\0'; p++)
			{
				if (*p != GEN_BREAK)
					gen_put(out, p, 1);
			}
			gen_put(out, "\n", 1);
			continue;
		}
		while (last < document->nrows - 1 && !document->rows[last].last &&
			   document->rows[last + 1].section == row->section)
			last++;
		print_table(document, out, &style, i, last);
		gen_put(out, "\n", 1);
	}
	gen_put(out, "\f", 1);
}
