/*
 * reader_html.c
 *		Reader of HTML: pages, parts of pages, and plain text with tables in it.
 *
 * A cell's text is what a browser shows in it.  What is hidden, struck through or
 * pronunciation does not count; what stands above the line, like the mark of a
 * footnote, or on a line of its own is kept apart; and a picture is a character
 * that is no digit.  Where it is not certain what is shown, such a character
 * makes sure that the cell is not taken for a number.
 *
 * All this is about cells.  Elsewhere what is hidden is read as well: pages hide
 * whole texts until the reader asks for them.
 */
#include "core/reader_markup.h"

#include "core/chars.h"
#include "core/html.h"

/* Stands for what is shown and is no text. */
#define OBJECT_CHAR 0xFFFCu

/* Start reading. */
void
gir_html_reader_init(gir_markup_reader *reader, const char *text, size_t len, bool newlines)
{
	gir_markup_init(reader, text, len, false);
	reader->newlines = reader->u.html.source_lines = newlines;
}

/* True if the tag at hand is one of the element with a name, if there is one. */
static bool
is_tag_of(const gir_markup_reader *reader, const char *name, const char *name_end)
{
	return name != NULL &&
		gir_same_name(reader->token.name, reader->token.name_end, name, name_end);
}

/* ---- what is not shown, or set apart ---- */

/* The text from here on is not shown, up to the end of this element. */
static void
begin_drop(gir_markup_reader *reader, const gir_html_tag *tag)
{
	reader->u.html.drop_name = reader->token.name;
	reader->u.html.drop_end = reader->token.name_end;
	reader->u.html.drop_depth = 0;
	reader->u.html.drop_element = tag->element;
	reader->text_dropped = true;
}

/* The element that is not shown has ended. */
static void
end_drop(gir_markup_reader *reader)
{
	reader->u.html.drop_name = NULL;
	reader->text_dropped = false;
}

/*
 * The element that is not shown ends without an end tag: it is not known what
 * would have been shown.
 */
static gir_step
break_drop(gir_markup_reader *reader, gir_cell_row *row)
{
	if (reader->u.html.drop_name == NULL)
		return GIR_STEP_DONE;
	end_drop(reader);
	if (gir_place_of(reader) != GIR_PLACE_CELL)
		return GIR_STEP_DONE;
	return gir_add_char(reader, row, GIR_BAD_CHAR);
}

/* A block begins or ends within an element that is not shown. */
static gir_step
block_in_drop(gir_markup_reader *reader, gir_cell_row *row)
{
	if (reader->u.html.drop_name == NULL)
		return GIR_STEP_DONE;
	if (reader->u.html.drop_element == GIR_HTML_PARAGRAPH)
		end_drop(reader);
	else if (reader->u.html.drop_element != GIR_HTML_BLOCK &&
			 reader->u.html.drop_element != GIR_HTML_PRE)
		return break_drop(reader, row);
	return GIR_STEP_DONE;
}

/* Look whether the attributes of an element change how a cell's text is read. */
static void
look_at_element(gir_markup_reader *reader, const gir_html_tag *tag)
{
	gir_look	look;

	if (gir_place_of(reader) != GIR_PLACE_CELL)
		return;
	if (is_tag_of(reader, reader->u.html.apart_name, reader->u.html.apart_end))
		reader->u.html.apart_depth++;
	if (reader->u.html.drop_name != NULL)
	{
		if (is_tag_of(reader, reader->u.html.drop_name, reader->u.html.drop_end))
			reader->u.html.drop_depth++;
		return;
	}
	look = gir_look_of(&reader->token);
	if (look >= GIR_LOOK_STRUCK || tag->element == GIR_HTML_STRUCK)
		begin_drop(reader, tag);
	else if (look == GIR_LOOK_APART || tag->element == GIR_HTML_RAISED)
	{
		gir_add_gap(reader);
		if (reader->u.html.apart_name == NULL)
		{
			reader->u.html.apart_name = reader->token.name;
			reader->u.html.apart_end = reader->token.name_end;
			reader->u.html.apart_depth = 0;
		}
	}
}

/* True for an <input> that shows nothing. */
static bool
is_hidden_input(const gir_token *tag)
{
	const char *p = tag->name_end;
	gir_attribute attribute;

	while (gir_next_attribute(&p, tag->end, &attribute))
	{
		if (gir_is_word(attribute.name, attribute.name_end, "type"))
			return gir_is_word(attribute.value, attribute.value_end, "hidden");
	}
	return false;
}

/* Something is shown that is no text. */
static gir_step
add_object(gir_markup_reader *reader, gir_cell_row *row)
{
	if (gir_place_of(reader) != GIR_PLACE_CELL || reader->row_dropped ||
		reader->cell_dropped || reader->text_dropped ||
		gir_look_of(&reader->token) == GIR_LOOK_HIDDEN)
		return GIR_STEP_DONE;
	return gir_add_char(reader, row, OBJECT_CHAR);
}

/* Forget what is open within a cell. */
static void
reset_content(gir_markup_reader *reader)
{
	end_drop(reader);
	reader->u.html.apart_name = NULL;
	reader->u.html.in_ruby_text = false;
	reader->u.html.in_select = false;
	reader->newlines = reader->u.html.source_lines;
}

/* A part of a table begins or ends, and with it what is open within a cell. */
static gir_step
leave_content(gir_markup_reader *reader, gir_cell_row *row)
{
	reader->u.html.apart_name = NULL;
	reader->u.html.in_ruby_text = false;
	reader->u.html.in_select = false;
	return break_drop(reader, row);
}

/* ---- elements without markup ---- */

/* Pass the content of an element that holds no markup. */
static void
pass_raw(gir_markup_reader *reader)
{
	const gir_token *tag = &reader->token;

	reader->tokens.p = gir_raw_end(tag->end, reader->tokens.end, tag->name,
								   (size_t) (tag->name_end - tag->name));
}

/* Deal with a tag within a template, which can hold templates. */
static void
deal_in_template(gir_markup_reader *reader)
{
	bool		opens = reader->token.kind == GIR_TOKEN_START;

	switch (gir_find_html_tag(reader->token.name, reader->token.name_end)->element)
	{
		case GIR_HTML_TEMPLATE:
			if (opens)
				reader->u.html.templates++;
			else
				reader->u.html.templates--;
			break;
		case GIR_HTML_SCRIPT:
			if (opens)
				reader->tokens.p = gir_script_end(reader->token.end, reader->tokens.end);
			break;
		case GIR_HTML_RAW:
		case GIR_HTML_RAW_OBJECT:
		case GIR_HTML_TITLE:
			if (opens)
				pass_raw(reader);
			break;
		default:
			break;
	}
}

/* The page's title is a line; within cells titles are not shown. */
static gir_step
read_title(gir_markup_reader *reader, gir_cell_row *row)
{
	gir_step	step;

	if (reader->depth > 0 && reader->levels[reader->depth - 1].part >= GIR_PART_CELL)
	{
		pass_raw(reader);
		return GIR_STEP_DONE;
	}
	step = gir_add_break(reader, row);
	if (step != GIR_STEP_DONE)
		return step;
	pass_raw(reader);
	reader->token.kind = GIR_TOKEN_TEXT;
	reader->token.literal = false;
	reader->token.start = reader->token.end;
	reader->token.end = reader->tokens.p;
	return gir_add_text(reader, row);
}

/* ---- tags ---- */

/* Deal with the start tag of a part of a table. */
static gir_step
open_table_part(gir_markup_reader *reader, gir_cell_row *row, const gir_html_tag *tag)
{
	gir_step	step = leave_content(reader, row);

	if (step != GIR_STEP_DONE)
		return step;
	switch (tag->element)
	{
		case GIR_HTML_TABLE:
			return gir_open_table(reader, row);
		case GIR_HTML_CAPTION:
			return gir_open_caption(reader, row, GIR_PART_CAPTION);
		case GIR_HTML_COLUMN:
			return gir_open_caption(reader, row, GIR_PART_TABLE);
		case GIR_HTML_SECTION:
			step = gir_open_section(reader, row, (gir_table_section) tag->detail);
			if (step == GIR_STEP_DONE && reader->depth > 0 &&
				gir_look_of(&reader->token) == GIR_LOOK_HIDDEN)
				reader->levels[reader->depth - 1].section_dropped = true;
			return step;
		case GIR_HTML_ROW:
			step = gir_open_row(reader, row);
			if (step == GIR_STEP_DONE && gir_look_of(&reader->token) >= GIR_LOOK_STRUCK)
				reader->row_dropped = true;
			return step;
		default:
			step = gir_open_cell(reader, row, (gir_table_part) tag->detail);
			if (step == GIR_STEP_DONE)
			{
				gir_look	look = gir_look_of(&reader->token);

				reader->cell_dropped = look == GIR_LOOK_HIDDEN;
				reader->text_dropped = look == GIR_LOOK_STRUCK;
			}
			return step;
	}
}

/* Deal with the end tag of a part of a table. */
static gir_step
close_table_part(gir_markup_reader *reader, gir_cell_row *row, const gir_html_tag *tag)
{
	gir_step	step = leave_content(reader, row);

	if (step != GIR_STEP_DONE)
		return step;
	switch (tag->element)
	{
		case GIR_HTML_TABLE:
			return gir_close_table(reader, row);
		case GIR_HTML_CAPTION:
			return gir_close_caption(reader, row);
		case GIR_HTML_COLUMN:
			return GIR_STEP_DONE;
		case GIR_HTML_SECTION:
			return gir_close_section(reader, row, (gir_table_section) tag->detail);
		case GIR_HTML_ROW:
			return gir_close_row(reader, row);
		default:
			return gir_close_cell(reader, row, (gir_table_part) tag->detail);
	}
}

/* Deal with a start tag. */
static gir_step
deal_with_start(gir_markup_reader *reader, gir_cell_row *row)
{
	const gir_html_tag *tag = gir_find_html_tag(reader->token.name, reader->token.name_end);
	gir_step	step;

	switch (tag->element)
	{
		case GIR_HTML_TABLE:
		case GIR_HTML_CAPTION:
		case GIR_HTML_COLUMN:
		case GIR_HTML_SECTION:
		case GIR_HTML_ROW:
		case GIR_HTML_CELL:
			return open_table_part(reader, row, tag);
		case GIR_HTML_BREAK:
			return reader->u.html.in_select ? GIR_STEP_DONE : gir_add_break(reader, row);
		case GIR_HTML_BLOCK:
		case GIR_HTML_PARAGRAPH:
		case GIR_HTML_PRE:
			if (reader->u.html.in_select)
				return GIR_STEP_DONE;
			step = gir_add_break(reader, row);
			if (step == GIR_STEP_DONE)
				step = block_in_drop(reader, row);
			if (step != GIR_STEP_DONE)
				return step;
			if (tag->element == GIR_HTML_PRE)
				reader->newlines = true;
			look_at_element(reader, tag);
			return GIR_STEP_DONE;
		case GIR_HTML_TITLE:
			return read_title(reader, row);
		case GIR_HTML_SCRIPT:
			reader->tokens.p = gir_script_end(reader->token.end, reader->tokens.end);
			return GIR_STEP_DONE;
		case GIR_HTML_RAW_OBJECT:
			step = add_object(reader, row);
			if (step == GIR_STEP_DONE)
				pass_raw(reader);
			reader->u.html.in_select = false;
			return step;
		case GIR_HTML_RAW:
			pass_raw(reader);
			return GIR_STEP_DONE;
		case GIR_HTML_TEMPLATE:
			reader->u.html.templates = 1;
			return GIR_STEP_DONE;
		case GIR_HTML_PLAINTEXT:
			reader->tokens.p = reader->tokens.end;
			return GIR_STEP_DONE;
		case GIR_HTML_SELECT:
			/* a second one ends the first */
			if (reader->u.html.in_select)
			{
				reader->u.html.in_select = false;
				return GIR_STEP_DONE;
			}
			step = add_object(reader, row);
			reader->u.html.in_select = step == GIR_STEP_DONE;
			return step;
		case GIR_HTML_INPUT:
			reader->u.html.in_select = false;
			return is_hidden_input(&reader->token) ? GIR_STEP_DONE : add_object(reader, row);
		case GIR_HTML_OBJECT:
			return add_object(reader, row);
		case GIR_HTML_VOID:
			return GIR_STEP_DONE;
		case GIR_HTML_RUBY:
			reader->u.html.in_ruby_text = false;
			return GIR_STEP_DONE;
		case GIR_HTML_RUBY_TEXT:
			reader->u.html.in_ruby_text = true;
			return GIR_STEP_DONE;
		default:
			look_at_element(reader, tag);
			return GIR_STEP_DONE;
	}
}

/* Deal with an end tag. */
static gir_step
deal_with_end(gir_markup_reader *reader, gir_cell_row *row)
{
	const gir_html_tag *tag = gir_find_html_tag(reader->token.name, reader->token.name_end);
	gir_step	step;

	switch (tag->element)
	{
		case GIR_HTML_TABLE:
		case GIR_HTML_CAPTION:
		case GIR_HTML_COLUMN:
		case GIR_HTML_SECTION:
		case GIR_HTML_ROW:
		case GIR_HTML_CELL:
			return close_table_part(reader, row, tag);
		case GIR_HTML_BREAK:
			return reader->u.html.in_select ? GIR_STEP_DONE : gir_add_break(reader, row);
		case GIR_HTML_TITLE:
			if (gir_place_of(reader) == GIR_PLACE_CELL)
				return GIR_STEP_DONE;
			return gir_add_break(reader, row);
		case GIR_HTML_BLOCK:
		case GIR_HTML_PARAGRAPH:
		case GIR_HTML_PRE:
			if (reader->u.html.in_select)
				return GIR_STEP_DONE;
			step = gir_add_break(reader, row);
			if (step != GIR_STEP_DONE)
				return step;
			if (tag->element == GIR_HTML_PRE)
				reader->newlines = reader->u.html.source_lines;
			break;
		case GIR_HTML_SELECT:
			reader->u.html.in_select = false;
			return GIR_STEP_DONE;
		case GIR_HTML_RUBY:
		case GIR_HTML_RUBY_TEXT:
			reader->u.html.in_ruby_text = false;
			return GIR_STEP_DONE;
		default:
			break;
	}

	if (tag->element == GIR_HTML_RAISED)
		gir_add_gap(reader);
	if (is_tag_of(reader, reader->u.html.apart_name, reader->u.html.apart_end))
	{
		gir_add_gap(reader);
		if (reader->u.html.apart_depth == 0)
			reader->u.html.apart_name = NULL;
		else
			reader->u.html.apart_depth--;
	}
	if (is_tag_of(reader, reader->u.html.drop_name, reader->u.html.drop_end))
	{
		if (reader->u.html.drop_depth == 0)
			end_drop(reader);
		else
			reader->u.html.drop_depth--;
	}
	else if (tag->element == GIR_HTML_BLOCK || tag->element == GIR_HTML_PARAGRAPH ||
			 tag->element == GIR_HTML_PRE)
		return block_in_drop(reader, row);
	return GIR_STEP_DONE;
}

/* Deal with the token at hand. */
static gir_step
deal_with_token(gir_markup_reader *reader, gir_cell_row *row)
{
	bool		is_text = reader->token.kind == GIR_TOKEN_TEXT;

	if (reader->u.html.templates > 0)
	{
		if (!is_text)
			deal_in_template(reader);
		return GIR_STEP_DONE;
	}
	if (is_text)
	{
		if (reader->u.html.in_select || reader->u.html.in_ruby_text)
			return GIR_STEP_DONE;
		return gir_add_text(reader, row);
	}
	if (reader->token.kind == GIR_TOKEN_START)
		return deal_with_start(reader, row);
	return deal_with_end(reader, row);
}

/* Read the next row that is not blank. */
bool
gir_next_html_row(gir_markup_reader *reader, gir_cell_row *row)
{
	for (;;)
	{
		gir_step	step;

		if (!reader->again)
		{
			if (gir_must_pause(reader, row))
				return true;
			reader->at_end = !gir_next_token(&reader->tokens, &reader->token);
		}
		step = reader->at_end ? gir_finish(reader, row) : deal_with_token(reader, row);

		reader->again = step == GIR_STEP_ROW;
		if (step == GIR_STEP_ROW)
			return true;
		if (step == GIR_STEP_BACK)
			reset_content(reader);
		else if (reader->at_end)
			return false;
	}
}
