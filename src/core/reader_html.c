/*
 * reader_html.c
 *		Reader of HTML: pages, parts of pages, and plain text with tables in it.
 *
 * Only what a browser shows is read: what is hidden, struck through or without
 * size does not count, be it a text, a table, or a page within the page.  But
 * <html> and <body> always count: a page that hides itself is shown by a script.
 *
 * In cells pronunciation does not count, either; what stands above the line, like
 * the mark of a footnote, or on a line of its own is kept apart; and a picture is
 * a character that is no digit.  Where it is not certain what is shown, such a
 * character makes sure that the cell is not taken for a number.
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
	gir_elements_init(&reader->elements, gir_is_quirky(text, len));
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
	if (gir_place_of(reader) != GIR_PLACE_CELL || reader->cell_dropped ||
		reader->text_dropped || gir_look_of(&reader->token, NULL) == GIR_LOOK_HIDDEN)
		return GIR_STEP_DONE;
	return gir_add_char(reader, row, OBJECT_CHAR);
}

/* Forget what is open within a cell. */
static void
reset_content(gir_markup_reader *reader)
{
	gir_restore_elements(&reader->elements, &reader->row_elements);
	reader->u.html.in_ruby_text = false;
	reader->u.html.in_select = false;
	reader->newlines = reader->u.html.source_lines;
}

/* A part of a table begins or ends, and with it what is open within a cell. */
static void
leave_content(gir_markup_reader *reader)
{
	reader->u.html.in_ruby_text = false;
	reader->u.html.in_select = false;
}

/* A table that is not shown begins: it ends the one that it is not in a cell of. */
static gir_step
begin_hidden_table(gir_markup_reader *reader, gir_cell_row *row)
{
	if (reader->depth > 0 && reader->deeper == 0)
	{
		uint8_t		part = reader->levels[reader->depth - 1].part;

		if (part == GIR_PART_TABLE || part == GIR_PART_ROW)
		{
			gir_step	step = gir_close_table(reader, row);

			if (step != GIR_STEP_DONE)
				return step;
		}
	}
	return gir_add_break(reader, row);
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
	gir_step	step;

	leave_content(reader);
	switch (tag->element)
	{
		case GIR_HTML_TABLE:
			return reader->elements.began ? begin_hidden_table(reader, row) :
				gir_open_table(reader, row);
		case GIR_HTML_CAPTION:
			return gir_open_caption(reader, row, GIR_PART_CAPTION);
		case GIR_HTML_COLUMN:
			return gir_open_caption(reader, row, GIR_PART_TABLE);
		case GIR_HTML_SECTION:
			return gir_open_section(reader, row, (gir_table_section) tag->detail);
		case GIR_HTML_ROW:
			return gir_open_row(reader, row);
		default:
			step = gir_open_cell(reader, row, (gir_table_part) tag->detail);
			if (step == GIR_STEP_DONE && reader->elements.began)
			{
				reader->cell_dropped = gir_look_of(&reader->token, NULL) == GIR_LOOK_HIDDEN;
				reader->text_dropped = !reader->cell_dropped;
			}
			return step;
	}
}

/* Deal with the end tag of a part of a table. */
static gir_step
close_table_part(gir_markup_reader *reader, gir_cell_row *row, const gir_html_tag *tag)
{
	leave_content(reader);
	switch (tag->element)
	{
		case GIR_HTML_TABLE:
			return reader->elements.table_ended ? gir_add_break(reader, row) :
				gir_close_table(reader, row);
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
			if (step == GIR_STEP_DONE && tag->element == GIR_HTML_PRE)
				reader->newlines = true;
			return step;
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
			if (step == GIR_STEP_DONE && tag->element == GIR_HTML_PRE)
				reader->newlines = reader->u.html.source_lines;
			return step;
		case GIR_HTML_SELECT:
			reader->u.html.in_select = false;
			return GIR_STEP_DONE;
		case GIR_HTML_RUBY:
		case GIR_HTML_RUBY_TEXT:
			reader->u.html.in_ruby_text = false;
			return GIR_STEP_DONE;
		default:
			return GIR_STEP_DONE;
	}
}

/* Deal with a tag within an element that is not shown. */
static void
deal_in_hidden(gir_markup_reader *reader)
{
	bool		opens = reader->token.kind == GIR_TOKEN_START;

	switch (gir_find_html_tag(reader->token.name, reader->token.name_end)->element)
	{
		case GIR_HTML_TABLE:
		case GIR_HTML_CAPTION:
		case GIR_HTML_COLUMN:
		case GIR_HTML_SECTION:
		case GIR_HTML_ROW:
		case GIR_HTML_CELL:
		case GIR_HTML_INPUT:
			reader->u.html.in_select = false;
			break;
		case GIR_HTML_SELECT:
			reader->u.html.in_select = opens && !reader->u.html.in_select;
			break;
		case GIR_HTML_TEMPLATE:
			reader->u.html.templates = opens;
			break;
		case GIR_HTML_SCRIPT:
			if (opens)
				reader->tokens.p = gir_script_end(reader->token.end, reader->tokens.end);
			break;
		case GIR_HTML_RAW_OBJECT:
			reader->u.html.in_select = false;
			if (opens)
				pass_raw(reader);
			break;
		case GIR_HTML_RAW:
		case GIR_HTML_TITLE:
			if (opens)
				pass_raw(reader);
			break;
		case GIR_HTML_PLAINTEXT:
			if (opens)
				reader->tokens.p = reader->tokens.end;
			break;
		default:
			break;
	}
}

/* Note what the token at hand opens and closes. */
static void
follow_elements(gir_markup_reader *reader)
{
	const gir_html_tag *tag;

	if (reader->u.html.templates > 0)
		return;
	if (reader->token.kind == GIR_TOKEN_TEXT)
	{
		if (!reader->u.html.in_select)
			gir_take_text(&reader->elements, &reader->token);
		return;
	}
	tag = gir_find_html_tag(reader->token.name, reader->token.name_end);
	/* in a selection other tags do not count */
	if (reader->u.html.in_select && (tag->element < GIR_HTML_TABLE || tag->element > GIR_HTML_CELL))
		gir_forget_tag(&reader->elements);
	else if (reader->token.kind == GIR_TOKEN_START)
		gir_take_start_tag(&reader->elements, &reader->token);
	else
		gir_take_end_tag(&reader->elements, &reader->token);
}

/* Deal with the token at hand. */
static gir_step
deal_with_token(gir_markup_reader *reader, gir_cell_row *row)
{
	bool		is_text = reader->token.kind == GIR_TOKEN_TEXT;
	gir_step	step = GIR_STEP_DONE;

	if (reader->u.html.templates > 0)
	{
		if (!is_text)
			deal_in_template(reader);
		return GIR_STEP_DONE;
	}
	if (is_text && (reader->u.html.in_select || reader->u.html.in_ruby_text ||
					gir_is_unseen(&reader->elements)))
		return GIR_STEP_DONE;
	if (!is_text && reader->elements.hidden != 0 && !reader->elements.began)
	{
		deal_in_hidden(reader);
		return GIR_STEP_DONE;
	}
	if (reader->elements.doubtful)
	{
		/* an end tag is missing: it is not known what would have been shown */
		if (gir_place_of(reader) == GIR_PLACE_CELL)
			step = gir_add_char(reader, row, GIR_BAD_CHAR);
		if (step != GIR_STEP_DONE)
			return step;
		reader->elements.doubtful = false;
	}
	if (reader->elements.gap && gir_place_of(reader) == GIR_PLACE_CELL)
		gir_add_gap(reader);
	reader->elements.gap = false;
	if (is_text)
		return gir_add_text(reader, row);
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
			if (!reader->at_end)
				follow_elements(reader);
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
