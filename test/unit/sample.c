/*
 * sample.c
 *		Random reports, printed in many layouts.
 */
#include "sample.h"

#include <stdlib.h>
#include <string.h>

#define ROW_ITEMS 32

/* A cell to be printed. */
typedef struct item
{
	sample_role role;
	const char *label;
	int			cell;
} item;

/* A row of cells to be printed. */
typedef struct item_row
{
	int			nitems;
	item		items[ROW_ITEMS];
	gir_unit	unit;			/* printed in the head of amounts */
} item_row;

/* ---- putting rows together ---- */

static void
add(item_row *row, sample_role role, const char *label, int cell)
{
	if (row->nitems == ROW_ITEMS)
		abort();
	row->items[row->nitems].role = role;
	row->items[row->nitems].label = label;
	row->items[row->nitems++].cell = cell;
}

static void
add_label(item_row *row, sample_role role, const char *label)
{
	add(row, role, label, GIR_NO_CELL);
}

static void
add_empty(item_row *row, int count)
{
	while (count-- > 0)
		add(row, SAMPLE_EMPTY, "", GIR_NO_CELL);
}

/* True if the layout shows which cells of a row are blank, and not lost or added. */
static bool
shows_blanks(sample_layout layout)
{
	return layout < SAMPLE_LINES && layout != SAMPLE_TABS_TRIMMED && layout != SAMPLE_TABS_RAGGED;
}

/*
 * Add the cells of a record's row.  Some zeros are printed as blanks or marks;
 * blanks at either end only where it is shown how many there are.
 */
static void
add_values(sample_printer *p, item_row *row, const gir_form_block *block, gir_row_id record_row,
		   bool blanks_first, bool blanks_last)
{
	sample	   *s = p->s;
	int			i;

	for (i = 0; i < block->ncolumns; i++)
	{
		int			cell = gir_cell_at(record_row, block->columns[i].column);
		bool		can_be_blank = (blanks_first || i > 0) && (blanks_last || i < block->ncolumns - 1) &&
			shows_blanks(s->layout);

		add(row, SAMPLE_VALUE, NULL, cell);
		if (s->truth.value[cell] != 0 || !random_percent(p->random, p->style.percent_blank))
			continue;
		s->truth.known[cell] = false;
		s->truth.scale[cell] = 0;
		s->state[cell] = can_be_blank && random_percent(p->random, 70) ? GIR_STATE_BLANK :
			GIR_STATE_NOT_APPLICABLE;
	}
}

/* ---- printing rows ---- */

static void
put_item(sample_printer *p, const item *it, gir_unit unit)
{
	static const char *const marks[] = {"/", "—", "-", "--", "／", "N/A", "不适用"};
	sample	   *s = p->s;
	sample_field *field = &s->fields[s->nfields++];

	if (s->nfields > SAMPLE_MAX_FIELDS)
		abort();
	field->role = it->role;
	field->cell = it->cell;
	field->start = (uint32_t) s->len;
	if (it->role == SAMPLE_COLUMN || it->role == SAMPLE_ROW)
		sample_put_label(p, it->label);
	else if (it->role == SAMPLE_VALUE && s->state[it->cell] == GIR_STATE_NUMBER)
		sample_put_number(p, it->cell, unit);
	else if (it->role == SAMPLE_VALUE && s->state[it->cell] == GIR_STATE_NOT_APPLICABLE)
		sample_put(p, marks[random_below(p->random, 7)]);
	else if (random_percent(p->random, p->style.percent_spaced / 4))
		sample_put(p, random_percent(p->random, 50) ? " " : "\xC2\xA0");
	field->end = (uint32_t) s->len;
}

/* Write a text, if there is one. */
static void
put_optional(sample_printer *p, const char *text)
{
	if (text != NULL)
		sample_put(p, text);
}

/* Make a row as wide as the layout wants it. */
static void
pad_row(sample_printer *p, item_row *row, int width)
{
	sample_layout layout = p->s->layout;
	bool		head = row->items[0].role == SAMPLE_COLUMN || row->items[row->nitems - 1].role == SAMPLE_COLUMN;

	if (layout == SAMPLE_TABS_WIDE)
		width += 3;
	if (layout == SAMPLE_TABS_RAGGED)
	{
		/* heads that differ show that widths mean nothing; no row is wider */
		width += head ? 2 + p->nheads++ % 2 : random_below(p->random, 3);
	}
	if (layout < SAMPLE_TABS_PLAIN || layout == SAMPLE_TABS_RAGGED || layout == SAMPLE_MARKDOWN)
		add_empty(row, width - row->nitems);
	while (layout == SAMPLE_TABS_TRIMMED && row->items[row->nitems - 1].role == SAMPLE_EMPTY)
		row->nitems--;
}

/* Print a row, padded to "width" cells if the layout pads. */
static void
put_row(sample_printer *p, item_row *row, int width)
{
	static const char *const before_row[] = {
		[SAMPLE_MARKDOWN] = "| ", [SAMPLE_LAYOUT_COUNT] = NULL
	};
	static const char *const before_cell[] = {
		[SAMPLE_WORD] = "\t", [SAMPLE_LAYOUT_COUNT] = NULL
	};
	static const char *const between_cells[] = {
		[SAMPLE_PIPES] = " | ", [SAMPLE_MARKDOWN] = " | ", [SAMPLE_LAYOUT_COUNT] = NULL
	};
	static const char *const behind_cell[] = {
		[SAMPLE_PIPE_CELLS] = " |", [SAMPLE_LAYOUT_COUNT] = NULL
	};
	static const char *const behind_row[] = {
		[SAMPLE_PIPES] = " |", [SAMPLE_MARKDOWN] = " |", [SAMPLE_LAYOUT_COUNT] = NULL
	};
	sample_layout layout = p->s->layout;
	const char *newline = p->style.newline;
	int			i;

	pad_row(p, row, width);
	put_optional(p, before_row[layout]);
	for (i = 0; i < row->nitems; i++)
	{
		if (i > 0 && !sample_has_lines(layout))
			sample_put(p, layout < SAMPLE_WORD ? "\t" : between_cells[layout]);
		put_optional(p, before_cell[layout]);
		put_item(p, &row->items[i], row->unit);
		put_optional(p, behind_cell[layout]);
		if (sample_has_lines(layout))
			sample_put(p, newline);
		if (layout == SAMPLE_LINES)
			sample_put(p, newline);
		if (layout == SAMPLE_PIPE_LINES)
		{
			sample_put(p, "|");
			sample_put(p, newline);
		}
	}
	put_optional(p, behind_row[layout]);
	if (layout == SAMPLE_PIPE_CELLS && random_percent(p->random, p->style.percent_row_ends))
		sample_put(p, "|");
	else if (layout == SAMPLE_PIPE_CELLS)
		newline = "";
	if (layout < SAMPLE_LINES || layout == SAMPLE_PIPE_CELLS)
		sample_put(p, newline);
	row->nitems = 0;
}

/* In Markdown a ruling stands below the first row of a table. */
static void
put_ruling(sample_printer *p, int width)
{
	if (p->s->layout != SAMPLE_MARKDOWN)
		return;
	sample_put(p, "|");
	while (width-- > 0)
		sample_put(p, " --- |");
	sample_put(p, p->style.newline);
}

/* ---- the tables ---- */

static void
put_section_2(sample_printer *p)
{
	static const struct
	{
		const char *label;
		gir_unit	unit;
	}			amounts[] = {
		{"采购总金额", GIR_UNIT_NONE},
		{"采购总金额（万元）", GIR_UNIT_WAN},
		{"采购总金额（单位：元）", GIR_UNIT_YUAN},
	};
	sample	   *s = p->s;
	const gir_form *form = gir_forms[s->form];
	item_row	row = {0};
	int			b,
				r,
				c;

	for (b = 0; b < form->nblocks && form->blocks[b]->section == 2; b++)
	{
		const gir_form_block *block = form->blocks[b];
		bool		exact = block->ncolumns == 3 || s->layout == SAMPLE_TABS_PLAIN;
		bool		shown = s->layout == SAMPLE_WORD ||
			(exact && s->layout < SAMPLE_WORD && s->layout != SAMPLE_TABS_WIDE);

		add_label(&row, SAMPLE_COLUMN, block->anchor);
		put_row(p, &row, 4);
		if (b == 0)
			put_ruling(p, 4);
		add_label(&row, SAMPLE_COLUMN, "信息内容");
		row.unit = GIR_UNIT_NONE;
		for (c = 0; c < block->ncolumns; c++)
		{
			if (block->columns[c].column != GIR_COL_AMOUNT)
				add_label(&row, SAMPLE_COLUMN, block->columns[c].label);
			else if (s->form == GIR_FORM_2021)
			{
				row.unit = GIR_UNIT_WAN;
				add_label(&row, SAMPLE_COLUMN, block->columns[c].label);
			}
			else
			{
				int			a = random_below(p->random, 3);

				row.unit = amounts[a].unit;
				add_label(&row, SAMPLE_COLUMN, amounts[a].label);
			}
		}
		put_row(p, &row, 4);
		for (r = 0; r < block->nrows; r++)
		{
			add_label(&row, SAMPLE_ROW, block->rows[r].label);
			add_values(p, &row, block, block->rows[r].row, shown, shown);
			put_row(p, &row, 4);
		}
	}
}

/* The head of section 3. */
static void
put_head_3(sample_printer *p, const gir_form_block *block)
{
	sample_layout layout = p->s->layout;
	bool		padded = sample_has_merged(layout) && layout != SAMPLE_WORD;
	int			indent = layout == SAMPLE_TABS_SHIFTED ? 2 : 3;
	int			total_row = padded ? random_below(p->random, 3) : 1;
	item_row	row = {0};
	int			c;

	add_label(&row, SAMPLE_COLUMN, block->anchor);
	add_empty(&row, padded ? indent - 1 : 0);
	add_label(&row, SAMPLE_COLUMN, "申请人情况");
	add_empty(&row, padded ? 5 : 0);
	if (total_row == 0)
		add_label(&row, SAMPLE_COLUMN, "总计");
	put_row(p, &row, 10);
	put_ruling(p, 10);

	add_empty(&row, padded ? indent : layout == SAMPLE_WORD ? 1 : 0);
	add_label(&row, SAMPLE_COLUMN, "自然人");
	add_label(&row, SAMPLE_COLUMN, "法人或其他组织");
	add_empty(&row, padded ? 4 : 0);
	if (total_row == 1)
		add_label(&row, SAMPLE_COLUMN, "总计");
	put_row(p, &row, 10);

	add_empty(&row, padded ? indent + 1 : layout == SAMPLE_WORD ? 2 : 0);
	for (c = 1; c < 6; c++)
		add_label(&row, SAMPLE_COLUMN, block->columns[c].label);
	if (total_row == 2)
		add_label(&row, SAMPLE_COLUMN, "总计");
	add_empty(&row, layout == SAMPLE_WORD ? 1 : 0);
	put_row(p, &row, 10);
}

static void
put_section_3(sample_printer *p)
{
	sample	   *s = p->s;
	sample_layout layout = s->layout;
	const gir_form_block *block = gir_form_block_of(s->form, GIR_ROW_RECEIVED);
	bool		merged = sample_has_merged(layout);
	bool		full = merged && layout != SAMPLE_WORD && layout != SAMPLE_TABS_SHIFTED;
	const char *group = NULL;
	item_row	row = {0};
	int			r;

	put_head_3(p, block);
	for (r = 0; r < block->nrows; r++)
	{
		const gir_form_row *f = &block->rows[r];
		bool		first = f->group != NULL && (group == NULL || strcmp(group, f->group) != 0);
		int			level = f->group == NULL ? 1 : strcmp(f->group, "三、本年度办理结果") == 0 ? 2 : 3;
		bool		to_the_left = layout == SAMPLE_TABS_SHIFTED &&
			(f->row == GIR_ROW_OTHER_MISC || f->row == GIR_ROW_CONCLUDED) && random_percent(p->random, 70);
		bool		shown = layout == SAMPLE_WORD ||
			((layout == SAMPLE_TABS_FULL || layout == SAMPLE_TABS_SHIFTED) && level == 3 && !to_the_left);

		/* the groups' labels, or the cells that are merged with them */
		if (level == 2 && f->row == GIR_ROW_GRANTED)
			add_label(&row, SAMPLE_ROW, f->group);
		else if (level > 1 && merged && !to_the_left)
			add_empty(&row, 1);
		if (level == 3 && first)
			add_label(&row, SAMPLE_ROW, f->group);
		else if (level == 3 && merged && !to_the_left)
			add_empty(&row, 1);
		if (level > 1)
			group = f->group;

		add_label(&row, SAMPLE_ROW, f->label);
		if (full)
			add_empty(&row, 3 - level);
		else if (layout == SAMPLE_TABS_SHIFTED && (level == 1 || to_the_left))
			add_empty(&row, f->row == GIR_ROW_CONCLUDED ? random_below(p->random, 2) : 1);
		add_values(p, &row, block, f->row, shown || layout == SAMPLE_TABS_FULL, shown);
		put_row(p, &row, 10);
	}
}

static void
put_section_4(sample_printer *p)
{
	sample_layout layout = p->s->layout;
	const gir_form_block *block = &gir_block_disputes;
	bool		padded = sample_has_merged(layout) && layout != SAMPLE_WORD;
	bool		shown = layout <= SAMPLE_WORD && layout != SAMPLE_TABS_WIDE && layout != SAMPLE_TABS_PLAIN;
	item_row	row = {0};
	int			r,
				c;

	add_label(&row, SAMPLE_COLUMN, "行政复议");
	add_empty(&row, padded ? 4 : 0);
	add_label(&row, SAMPLE_COLUMN, "行政诉讼");
	put_row(p, &row, 15);
	put_ruling(p, 15);
	for (c = 0; c < 5; c++)
		add_label(&row, SAMPLE_COLUMN, block->columns[c].label);
	add_label(&row, SAMPLE_COLUMN, block->rows[1].label);
	add_empty(&row, padded ? 4 : 0);
	add_label(&row, SAMPLE_COLUMN, block->rows[2].label);
	put_row(p, &row, 15);
	add_empty(&row, sample_has_merged(layout) ? 5 : 0);
	for (c = 0; c < 10; c++)
		add_label(&row, SAMPLE_COLUMN, block->columns[c % 5].label);
	put_row(p, &row, 15);

	for (r = 0; r < block->nrows; r++)
		add_values(p, &row, block, block->rows[r].row, shown || r > 0, shown || r < block->nrows - 1);
	put_row(p, &row, 15);
}

/* ---- the text ---- */

/* Write a line of text. */
static void
put_line(sample_printer *p, const char *line)
{
	sample_put(p, line);
	sample_put(p, p->style.newline);
	if (random_percent(p->random, 40))
		sample_put(p, p->style.newline);
}

/* Find the lines, and what they are. */
static void
find_lines(sample *s)
{
	uint32_t	start = 0;
	int			f = 0;

	s->nlines = 0;
	while (start < s->len)
	{
		const char *feed = memchr(s->text + start, '\n', s->len - start);
		sample_line *line = &s->lines[s->nlines++];
		int			i;

		if (s->nlines > SAMPLE_MAX_LINES)
			abort();
		line->start = start;
		line->end = feed == NULL ? (uint32_t) s->len : (uint32_t) (feed - s->text) + 1;
		line->role = SAMPLE_OTHER;
		while (f < s->nfields && s->fields[f].end < line->start)
			f++;
		for (i = f; i < s->nfields && s->fields[i].start < line->end; i++)
		{
			if (s->fields[i].role > line->role)
				line->role = s->fields[i].role;
		}
		start = line->end;
	}
}

/* Print the drawn numbers. */
static void
print(sample_printer *p)
{
	if (random_percent(p->random, 5))
		sample_put(p, "\xEF\xBB\xBF");
	put_line(p, "云泽县水务局2023年政府信息公开工作年度报告");
	put_line(p, "一、总体情况");
	put_line(p, "2023年，共收到政府信息公开申请12件，答复11件，结转下年度1件。");
	put_line(p, random_percent(p->random, 50) ? "二、主动公开政府信息情况" : "二、主动公开政府信息的情况");
	if (random_percent(p->random, 20))
		put_line(p, "本年度制发规范性文件2件，现行有效14件。");
	put_section_2(p);
	put_line(p, "三、收到和处理政府信息公开申请情况");
	put_section_3(p);
	put_line(p, "四、政府信息公开行政复议、行政诉讼情况");
	put_section_4(p);
	put_line(p, "五、存在的主要问题及改进情况");
	put_line(p, "1. 信息更新不够及时。2. 培训只有1次。");
	put_line(p, "六、其他需要报告的事项");
	put_line(p, "2023年没有收取信息处理费。");
}

/* Make a report. */
void
sample_make(sample *s, random_source *random)
{
	static const int blanks[] = {0, 0, 20, 60};
	static const int few[] = {0, 0, 10, 50};
	sample_printer p = {.s = s, .random = random};

	s->len = 0;
	s->nfields = 0;
	sample_draw(s, random);
	s->layout = (sample_layout) random_below(random, SAMPLE_LAYOUT_COUNT);
	if (random_percent(random, 20))
		s->layout = SAMPLE_WORD;
	p.style.newline = random_percent(random, 10) ? "\r\n" : "\n";
	p.style.percent_blank = blanks[random_below(random, 4)];
	p.style.percent_spaced = few[random_below(random, 4)];
	p.style.percent_wide = few[random_below(random, 4)];
	p.style.percent_separated = few[random_below(random, 4)];
	p.style.percent_counter = few[random_below(random, 4)] / 2;
	p.style.percent_noise = few[random_below(random, 4)];
	p.style.percent_broken = sample_has_lines(s->layout) ? few[random_below(random, 4)] : 0;
	p.style.percent_row_ends = random_percent(random, 50) ? 100 : 0;
	print(&p);
	find_lines(s);
}
