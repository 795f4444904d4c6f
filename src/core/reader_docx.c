/*
 * reader_docx.c
 *		Reader of WordprocessingML, the main part of a word processor's file.
 *
 * The text is what the document shows when all changes are accepted: deleted and
 * hidden text does not count, nor do the instructions of fields.  A cell that
 * continues a merged one above it is blank.  The text of text boxes is lines of
 * their own, wherever they are anchored.
 */
#include "core/reader_markup.h"

#include <string.h>

#include "core/wordml.h"

/* Stands for what is shown and no text. */
#define OBJECT_CHAR 0xFFFCu

/* Fields within fields; the bits of a word. */
#define MAX_FIELDS 32

/* Start reading. */
void
gir_docx_reader_init(gir_markup_reader *reader, const char *text, size_t len)
{
	gir_markup_init(reader, text, len, true);
}

/*
 * Pass what is left of an element, and its end tag.  Its tags have the prefix of
 * the tag at hand.
 */
static void
skip_rest(gir_markup_reader *reader, const char *name, size_t len)
{
	reader->u.docx.skip_prefix = reader->token.name;
	reader->u.docx.skip_prefix_len = (size_t) (gir_local_name(&reader->token) - reader->token.name);
	reader->u.docx.skip_name = name;
	reader->u.docx.skip_name_len = len;
	reader->u.docx.skip_depth = 1;
}

/* Pass the content of the element at hand, and its end tag. */
static void
skip_content(gir_markup_reader *reader)
{
	const char *name = gir_local_name(&reader->token);

	if (!reader->token.empty)
		skip_rest(reader, name, (size_t) (reader->token.name_end - name));
}

/* Deal with a tag within an element that is passed. */
static void
deal_in_skipped(gir_markup_reader *reader)
{
	const gir_token *tag = &reader->token;
	size_t		prefix_len = reader->u.docx.skip_prefix_len;
	size_t		name_len = reader->u.docx.skip_name_len;

	if (tag->empty || (size_t) (tag->name_end - tag->name) != prefix_len + name_len ||
		memcmp(tag->name, reader->u.docx.skip_prefix, prefix_len) != 0 ||
		memcmp(tag->name + prefix_len, reader->u.docx.skip_name, name_len) != 0)
		return;
	if (tag->kind == GIR_TOKEN_START)
		reader->u.docx.skip_depth++;
	else
		reader->u.docx.skip_depth--;
}

/* Begin, separator or end of a field. */
static void
deal_with_field(gir_markup_reader *reader)
{
	gir_attribute type;
	uint8_t		fields = reader->u.docx.fields;

	if (!gir_find_attribute(&reader->token, "fldCharType", &type))
		return;
	if (gir_is_word(type.value, type.value_end, "begin") && fields < MAX_FIELDS)
	{
		reader->u.docx.instructions |= (uint32_t) 1 << fields;
		reader->u.docx.fields++;
	}
	else if (gir_is_word(type.value, type.value_end, "separate") && fields > 0)
		reader->u.docx.instructions &= ~((uint32_t) 1 << (fields - 1));
	else if (gir_is_word(type.value, type.value_end, "end") && fields > 0)
	{
		reader->u.docx.instructions &= ~((uint32_t) 1 << (fields - 1));
		reader->u.docx.fields--;
	}
}

/* True if text at the place is not shown. */
static bool
is_dropped(const gir_markup_reader *reader)
{
	return reader->u.docx.run_dropped || reader->u.docx.instructions != 0;
}

/* Add a character that the element at hand stands for. */
static gir_step
add_char(gir_markup_reader *reader, gir_cell_row *row, uint32_t c)
{
	if (is_dropped(reader))
		return GIR_STEP_DONE;
	if (gir_place_of(reader) == GIR_PLACE_CELL &&
		(reader->cell_dropped || reader->text_dropped))
		return GIR_STEP_DONE;
	return gir_add_char(reader, row, c);
}

/* Forget the fields and the run, where a cell begins. */
static void
reset_run(gir_markup_reader *reader)
{
	memset(&reader->u.docx, 0, sizeof(reader->u.docx));
}

/* A text box begins or ends: what is in it is not in the line around it. */
static gir_step
deal_with_box(gir_markup_reader *reader, gir_cell_row *row, bool begins)
{
	gir_step	step = GIR_STEP_DONE;

	if (reader->token.empty)
		return GIR_STEP_DONE;
	if (gir_place_of(reader) != GIR_PLACE_CELL)
		step = gir_add_break(reader, row);
	if (step != GIR_STEP_DONE)
		return step;
	reset_run(reader);
	if (begins && reader->boxes < UINT8_MAX)
		reader->boxes++;
	else if (!begins && reader->boxes > 0)
		reader->boxes--;
	return GIR_STEP_DONE;
}

/* The row is not in the document any more, or not shown: pass it. */
static void
skip_row(gir_markup_reader *reader)
{
	skip_rest(reader, "tr", strlen("tr"));
	reader->u.docx.in_row_properties = false;
}

/* Deal with the start tag of a property of a row, a cell or a run. */
static void
deal_with_property(gir_markup_reader *reader, gir_word_element kind)
{
	gir_attribute value;

	switch (kind)
	{
		case GIR_WORD_DELETION:
			if (reader->u.docx.in_row_properties)
				skip_row(reader);
			else if (!reader->u.docx.in_run_properties)
				skip_content(reader);
			break;
		case GIR_WORD_HIDDEN_ROW:
			if (reader->u.docx.in_row_properties && gir_word_is_on(&reader->token))
				skip_row(reader);
			break;
		case GIR_WORD_ROW_MERGE:
			if (gir_word_continues(&reader->token))
				reader->cell_dropped = true;
			break;
		case GIR_WORD_CELL_DELETION:
			reader->cell_dropped = true;
			break;
		case GIR_WORD_MERGE:
			if (gir_word_continues(&reader->token))
				reader->text_dropped = true;
			break;
		case GIR_WORD_HIDDEN:
			if (reader->u.docx.in_run_properties && gir_word_is_on(&reader->token))
				reader->u.docx.run_dropped = true;
			break;
		case GIR_WORD_POSITION:
			if (reader->u.docx.in_run_properties &&
				gir_find_attribute(&reader->token, "val", &value) &&
				!gir_is_word(value.value, value.value_end, "baseline"))
			{
				reader->u.docx.run_raised = true;
				gir_add_gap(reader);
			}
			break;
		default:
			break;
	}
}

/* Deal with a start tag, and the end tag that it may be, too. */
static gir_step
deal_with_start(gir_markup_reader *reader, gir_cell_row *row)
{
	gir_word_element kind = gir_find_word_element(&reader->token);
	gir_step	step = GIR_STEP_DONE;

	switch (kind)
	{
		case GIR_WORD_SKIP:
			skip_content(reader);
			break;
		case GIR_WORD_TABLE:
			return gir_open_table(reader, row);
		case GIR_WORD_ROW:
			return gir_open_row(reader, row);
		case GIR_WORD_CELL:
			step = gir_open_cell(reader, row, GIR_PART_CELL);
			if (step == GIR_STEP_DONE)
				reset_run(reader);
			return step;
		case GIR_WORD_PARAGRAPH:
			return gir_add_break(reader, row);
		case GIR_WORD_RUN:
			reader->u.docx.run_dropped = reader->u.docx.run_raised = false;
			break;
		case GIR_WORD_TEXT:
			reader->u.docx.in_text = !reader->token.empty;
			break;
		case GIR_WORD_TAB:
			gir_add_gap(reader);
			break;
		case GIR_WORD_BREAK:
			return is_dropped(reader) ? GIR_STEP_DONE : gir_add_break(reader, row);
		case GIR_WORD_HYPHEN:
			return add_char(reader, row, '-');
		case GIR_WORD_SYMBOL:
			/* it has no meaning outside of its font */
			return add_char(reader, row, OBJECT_CHAR);
		case GIR_WORD_PICTURE:
			return gir_place_of(reader) == GIR_PLACE_CELL ? add_char(reader, row, OBJECT_CHAR) : step;
		case GIR_WORD_BOX:
			return deal_with_box(reader, row, true);
		case GIR_WORD_FIELD:
			deal_with_field(reader);
			break;
		case GIR_WORD_ROW_PROPERTIES:
			reader->u.docx.in_row_properties = !reader->token.empty;
			break;
		case GIR_WORD_RUN_PROPERTIES:
			reader->u.docx.in_run_properties = !reader->token.empty;
			break;
		default:
			deal_with_property(reader, kind);
			break;
	}
	return step;
}

/* Deal with an end tag. */
static gir_step
deal_with_end(gir_markup_reader *reader, gir_cell_row *row)
{
	gir_step	step;

	switch (gir_find_word_element(&reader->token))
	{
		case GIR_WORD_TABLE:
			return gir_close_table(reader, row);
		case GIR_WORD_ROW:
			return gir_close_row(reader, row);
		case GIR_WORD_CELL:
			step = gir_close_cell(reader, row, GIR_PART_CELL);
			if (step == GIR_STEP_DONE)
				reset_run(reader);
			return step;
		case GIR_WORD_PARAGRAPH:
			return gir_add_break(reader, row);
		case GIR_WORD_RUN:
			if (reader->u.docx.run_raised)
				gir_add_gap(reader);
			reader->u.docx.run_dropped = reader->u.docx.run_raised = false;
			break;
		case GIR_WORD_TEXT:
			reader->u.docx.in_text = false;
			break;
		case GIR_WORD_BOX:
			return deal_with_box(reader, row, false);
		case GIR_WORD_CHOICE:
			/* one alternative was read: pass the others */
			skip_rest(reader, "AlternateContent", strlen("AlternateContent"));
			break;
		case GIR_WORD_ROW_PROPERTIES:
			reader->u.docx.in_row_properties = false;
			break;
		case GIR_WORD_RUN_PROPERTIES:
			reader->u.docx.in_run_properties = false;
			break;
		default:
			break;
	}
	return GIR_STEP_DONE;
}

/* Deal with the token at hand. */
static gir_step
deal_with_token(gir_markup_reader *reader, gir_cell_row *row)
{
	bool		is_text = reader->token.kind == GIR_TOKEN_TEXT;

	if (reader->u.docx.skip_depth > 0)
	{
		if (!is_text)
			deal_in_skipped(reader);
		return GIR_STEP_DONE;
	}
	if (is_text)
	{
		if (!reader->u.docx.in_text || is_dropped(reader))
			return GIR_STEP_DONE;
		return gir_add_text(reader, row);
	}
	if (reader->token.kind == GIR_TOKEN_START)
		return deal_with_start(reader, row);
	return deal_with_end(reader, row);
}

/* Read the next row that is not blank. */
bool
gir_next_docx_row(gir_markup_reader *reader, gir_cell_row *row)
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
			reset_run(reader);
		else if (reader->at_end)
			return false;
	}
}
