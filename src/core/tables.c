/*
 * tables.c
 *		Tables of documents with markup: which row and cell a text belongs to.
 *
 * Tags can be missing and misplaced.  A tag then does what it does in browsers,
 * with one exception: rows and cells outside of any table, which browsers turn
 * into mere text, are a table of their own, for a text may be part of a page.
 */
#include "core/reader_markup.h"

#include "core/label.h"
#include "core/number.h"

/* A longer cell, in bytes, that has several lines is no cell of these tables. */
#define LONG_CELL 1024

/* The innermost table; there must be one. */
static gir_table_level *
level_of(gir_markup_reader *reader)
{
	return &reader->levels[reader->depth - 1];
}

/* True if a tag is outside of any table, or in one that is not followed. */
static bool
is_outside(const gir_markup_reader *reader)
{
	return reader->depth == 0 || reader->deeper > 0;
}

/* True between the tags of a cell. */
static bool
in_cell(const gir_table_level *level)
{
	return level->part == GIR_PART_CELL || level->part == GIR_PART_HEAD_CELL;
}

/* Begin a table within what is open. */
static void
push_level(gir_markup_reader *reader)
{
	gir_table_level *level = &reader->levels[reader->depth++];

	level->part = GIR_PART_TABLE;
	level->section = GIR_SECTION_NONE;
	level->lines = false;
	level->boxes = reader->boxes;
	reader->boxes = 0;
}

/* Forget the cells that were collected. */
static void
reset_row(gir_markup_reader *reader)
{
	gir_reset_collector(&reader->text);
	reader->text.room = reader->text_room;
	reader->row.ncells = 0;
	reader->row.overflow = false;
	reader->row.continues = false;
	reader->row_breaks = false;
	reader->long_cell = false;
}

/* Remember the token at hand as the one that the row begins with. */
static void
mark_row(gir_markup_reader *reader)
{
	reader->row_tokens = reader->tokens;
	reader->row_tokens.p = reader->token.start;
	reader->row_level = *level_of(reader);
	if (!reader->tokens.xml)
		gir_mark_elements(&reader->elements, &reader->row_elements);
}

/* Go back to the beginning of the row, to read it as lines. */
gir_step
gir_read_as_lines(gir_markup_reader *reader)
{
	reset_row(reader);
	gir_reset_collector(&reader->stray);
	reader->stray.room = reader->stray_room;
	reader->tokens = reader->row_tokens;
	reader->at_end = false;
	reader->boxes = 0;
	*level_of(reader) = reader->row_level;
	level_of(reader)->lines = true;
	return GIR_STEP_BACK;
}

/* Add the cell that was collected to its row. */
static void
add_cell(gir_markup_reader *reader)
{
	gir_collector *text = &reader->text;
	gir_cell   *cell = &reader->row.cells[reader->row.ncells];

	if (reader->cell_dropped)
	{
		gir_reset_collector(text);
		return;
	}
	reader->row.ncells++;
	if (text->start != NULL)
	{
		cell->start = text->start;
		cell->end = text->end;
		cell->source_start = text->source_start;
		cell->source_end = text->source_end;
		cell->line = text->line;
		reader->row_breaks = reader->row_breaks || text->breaks;
		if (text->breaks && text->end - text->start > LONG_CELL)
			reader->long_cell = true;
	}
	else
	{
		cell->start = cell->end = cell->source_start = cell->source_end = reader->cell_start;
		cell->line = reader->cell_line;
	}
	gir_reset_collector(text);
}

/* End the cell that is open, if there is one. */
static gir_step
end_cell(gir_markup_reader *reader, gir_cell_row *row)
{
	gir_table_level *level = level_of(reader);
	gir_step	step;

	step = gir_flush_stray(reader, row);
	if (step != GIR_STEP_DONE || !in_cell(level))
		return step;
	if (level->lines)
	{
		step = gir_flush_line(reader, row);
		if (step != GIR_STEP_DONE)
			return step;
	}
	else
	{
		reader->row.cut = reader->at_end;
		add_cell(reader);
	}
	reader->boxes = 0;
	level->part = GIR_PART_ROW;
	return GIR_STEP_DONE;
}

/* Give the row that was collected. */
static gir_step
give_row(gir_markup_reader *reader, gir_cell_row *row, gir_layout layout)
{
	int			i;

	row->layout = layout;
	row->overflow = reader->row.overflow;
	row->cut = reader->row.cut;
	row->unfinished = reader->at_end;
	row->continues = reader->row.continues;
	row->ncells = reader->row.ncells;
	for (i = 0; i < row->ncells; i++)
		row->cells[i] = reader->row.cells[i];
	reset_row(reader);
	return GIR_STEP_ROW;
}

/* True if the row's only cell can be one of these tables: a label, or a value. */
static bool
is_of_table(const gir_cell *cell)
{
	const gir_label *label;

	if (gir_shape_of(cell->start, cell->end) != GIR_SHAPE_TEXT)
		return true;
	label = gir_find_label(cell->start, cell->end);
	return label != NULL && label->heading == 0;
}

/* End the row that is open, if there is one. */
gir_step
gir_end_row(gir_markup_reader *reader, gir_cell_row *row)
{
	gir_table_level *level = level_of(reader);
	const gir_cell *cell = &reader->row.cells[0];
	gir_step	step;

	step = end_cell(reader, row);
	if (step != GIR_STEP_DONE)
		return step;
	if (level->part != GIR_PART_ROW)
		return gir_flush_line(reader, row);
	if (level->lines)
	{
		step = gir_flush_line(reader, row);
		if (step != GIR_STEP_DONE)
			return step;
	}
	else if (reader->row.ncells > 0)
	{
		bool		single = reader->row.ncells == 1 && !reader->row.continues;
		bool		line = single && !is_of_table(cell);

		if (reader->long_cell || (line && reader->row_breaks))
			return gir_read_as_lines(reader);
		/* a cell alone that is blank is no row */
		if (!single || cell->start < cell->end)
		{
			level->part = GIR_PART_TABLE;
			return give_row(reader, row, line ? GIR_LAYOUT_LINE : GIR_LAYOUT_MARKUP);
		}
	}
	reset_row(reader);
	level->lines = false;
	level->part = GIR_PART_TABLE;
	return GIR_STEP_DONE;
}

/* A table begins. */
gir_step
gir_open_table(gir_markup_reader *reader, gir_cell_row *row)
{
	gir_step	step;

	if (reader->deeper > 0 || reader->depth == GIR_TABLE_DEPTH)
	{
		step = gir_place_of(reader) == GIR_PLACE_LINE ? gir_flush_line(reader, row) :
			gir_read_as_lines(reader);
		if (step == GIR_STEP_DONE)
			reader->deeper++;
		return step;
	}
	if (reader->depth > 0)
	{
		gir_table_level *level = level_of(reader);

		/* not in a cell: the table before it ends */
		if (!in_cell(level) && level->part != GIR_PART_CAPTION)
		{
			step = gir_close_table(reader, row);
			if (step != GIR_STEP_DONE)
				return step;
		}
		else if (gir_place_of(reader) != GIR_PLACE_LINE)
			return gir_read_as_lines(reader);
	}
	step = gir_flush_line(reader, row);
	if (step == GIR_STEP_DONE)
		push_level(reader);
	return step;
}

/* A table ends. */
gir_step
gir_close_table(gir_markup_reader *reader, gir_cell_row *row)
{
	gir_step	step;

	if (is_outside(reader))
	{
		step = gir_flush_line(reader, row);
		if (step == GIR_STEP_DONE && reader->deeper > 0)
			reader->deeper--;
		return step;
	}
	step = gir_end_row(reader, row);
	if (step == GIR_STEP_DONE)
	{
		reader->boxes = level_of(reader)->boxes;
		reader->depth--;
	}
	return step;
}

/* A caption begins, or a description of columns, which ends what it is not in. */
gir_step
gir_open_caption(gir_markup_reader *reader, gir_cell_row *row, gir_table_part part)
{
	gir_step	step;

	if (is_outside(reader))
		return gir_flush_line(reader, row);
	step = gir_end_row(reader, row);
	if (step == GIR_STEP_DONE)
	{
		level_of(reader)->section = GIR_SECTION_NONE;
		level_of(reader)->part = (uint8_t) part;
	}
	return step;
}

/* A caption ends. */
gir_step
gir_close_caption(gir_markup_reader *reader, gir_cell_row *row)
{
	gir_step	step = GIR_STEP_DONE;

	if (is_outside(reader))
		return gir_flush_line(reader, row);
	if (level_of(reader)->part == GIR_PART_CAPTION)
	{
		step = gir_flush_line(reader, row);
		if (step == GIR_STEP_DONE)
			level_of(reader)->part = GIR_PART_TABLE;
	}
	return step;
}

/* A group of rows begins. */
gir_step
gir_open_section(gir_markup_reader *reader, gir_cell_row *row, gir_table_section section)
{
	gir_step	step;

	if (is_outside(reader))
		return gir_flush_line(reader, row);
	step = gir_end_row(reader, row);
	if (step == GIR_STEP_DONE)
	{
		level_of(reader)->part = GIR_PART_TABLE;
		level_of(reader)->section = (uint8_t) section;
	}
	return step;
}

/* A group of rows ends, if it is the one that is open. */
gir_step
gir_close_section(gir_markup_reader *reader, gir_cell_row *row, gir_table_section section)
{
	gir_step	step;

	if (is_outside(reader))
		return gir_flush_line(reader, row);
	if (level_of(reader)->section != section || level_of(reader)->part == GIR_PART_CAPTION)
		return GIR_STEP_DONE;
	step = gir_end_row(reader, row);
	if (step == GIR_STEP_DONE)
	{
		level_of(reader)->section = GIR_SECTION_NONE;
	}
	return step;
}

/* A row begins. */
gir_step
gir_open_row(gir_markup_reader *reader, gir_cell_row *row)
{
	gir_table_level *level;
	gir_step	step;

	if (reader->deeper > 0)
		return gir_flush_line(reader, row);
	step = reader->depth > 0 ? gir_end_row(reader, row) : gir_flush_line(reader, row);
	if (step != GIR_STEP_DONE)
		return step;
	if (reader->depth == 0)
		push_level(reader);

	level = level_of(reader);
	level->part = GIR_PART_TABLE;
	if (level->section == GIR_SECTION_NONE)
		level->section = GIR_SECTION_BODY;
	if (!level->lines)
	{
		mark_row(reader);
		reset_row(reader);
	}
	level->part = GIR_PART_ROW;
	return GIR_STEP_DONE;
}

/* A row ends. */
gir_step
gir_close_row(gir_markup_reader *reader, gir_cell_row *row)
{
	if (is_outside(reader))
		return gir_flush_line(reader, row);
	if (level_of(reader)->part == GIR_PART_CAPTION)
		return GIR_STEP_DONE;
	return gir_end_row(reader, row);
}

/* A cell begins. */
gir_step
gir_open_cell(gir_markup_reader *reader, gir_cell_row *row, gir_table_part part)
{
	gir_table_level *level;
	gir_step	step;

	if (reader->deeper > 0)
		return gir_flush_line(reader, row);
	if (reader->depth == 0 || level_of(reader)->part < GIR_PART_ROW)
		step = gir_open_row(reader, row);
	else
		step = end_cell(reader, row);
	if (step != GIR_STEP_DONE)
		return step;

	level = level_of(reader);
	if (level->lines)
	{
		step = gir_flush_line(reader, row);
		if (step != GIR_STEP_DONE)
			return step;
	}
	else if (reader->row.ncells == GIR_ROW_CELLS)
	{
		/* too wide: the rest is a row that continues it, from here on */
		reader->row.overflow = true;
		give_row(reader, row, GIR_LAYOUT_MARKUP);
		reader->row.overflow = reader->row.continues = true;
		mark_row(reader);
		return GIR_STEP_ROW;
	}
	level->part = (uint8_t) part;
	reader->cell_dropped = reader->text_dropped = false;
	reader->cell_start = reader->token.end;
	reader->cell_line = gir_line_of(&reader->tokens, reader->token.end);
	return GIR_STEP_DONE;
}

/* A cell ends, if it is of the kind that is open. */
gir_step
gir_close_cell(gir_markup_reader *reader, gir_cell_row *row, gir_table_part part)
{
	if (is_outside(reader))
		return gir_flush_line(reader, row);
	return level_of(reader)->part == part ? end_cell(reader, row) : GIR_STEP_DONE;
}
