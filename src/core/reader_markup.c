/*
 * reader_markup.c
 *		Text of documents with markup, collected into cells and lines.
 */
#include "core/reader_markup.h"

#include <string.h>

#include "core/chars.h"

/* Start reading. */
void
gir_markup_init(gir_markup_reader *reader, const char *text, size_t len, bool xml)
{
	/* all but the rooms and the levels, which are filled before they are read */
	memset(reader, 0, offsetof(gir_markup_reader, levels));
	gir_tokenizer_init(&reader->tokens, text, len, xml);
	reader->stray_given = text;
	reader->text.room = reader->text_room;
	reader->text.room_end = reader->text_room + sizeof(reader->text_room);
	reader->stray.room = reader->stray_room;
	reader->stray.room_end = reader->stray_room + sizeof(reader->stray_room);
}

/* Where text at the current place belongs. */
gir_place
gir_place_of(const gir_markup_reader *reader)
{
	const gir_table_level *level;

	if (reader->depth == 0 || reader->deeper > 0)
		return GIR_PLACE_LINE;
	level = &reader->levels[reader->depth - 1];
	if (level->lines)
		return GIR_PLACE_LINE;
	switch (level->part)
	{
		case GIR_PART_ROW:
			return GIR_PLACE_STRAY;
		case GIR_PART_CELL:
		case GIR_PART_HEAD_CELL:
			return reader->boxes > 0 ? GIR_PLACE_STRAY : GIR_PLACE_CELL;
		default:
			return GIR_PLACE_LINE;
	}
}

/* The text that is being collected at the current place. */
static gir_collector *
current_collector(gir_markup_reader *reader)
{
	return gir_place_of(reader) == GIR_PLACE_STRAY ? &reader->stray : &reader->text;
}

/* Forget a text that was collected. */
void
gir_reset_collector(gir_collector *collector)
{
	if (collector->copied)
		collector->room = (char *) collector->end;
	collector->start = collector->end = NULL;
	collector->gap = GIR_GAP_NONE;
	collector->copied = false;
	collector->breaks = false;
}

/* Append to a text in its room, where there is space enough. */
static void
append(gir_collector *collector, const char *bytes, size_t len)
{
	memcpy((char *) collector->end, bytes, len);
	collector->end += len;
}

/*
 * Add a piece of text, without white space around it, to what was collected.  It
 * is a piece of the source, or stands for one.  False if there is no room.
 */
static bool
collect(gir_collector *collector, const char *start, const char *end,
		const char *source_start, const char *source_end)
{
	size_t		len = (size_t) (end - start);
	size_t		needed = len + 1;
	bool		in_source = start == source_start;

	if (collector->start == NULL)
	{
		collector->source_start = source_start;
		collector->gap = GIR_GAP_NONE;
		if (in_source)
		{
			collector->start = start;
			collector->end = collector->source_end = end;
			return true;
		}
	}
	else if (!collector->copied)
	{
		/* what goes on where the text ends needs no copy */
		if (in_source && collector->gap == GIR_GAP_NONE && start == collector->end)
		{
			collector->end = collector->source_end = end;
			return true;
		}
		needed += (size_t) (collector->end - collector->start);
	}
	if ((size_t) (collector->room_end - (collector->copied ? collector->end : collector->room)) < needed)
		return false;

	if (!collector->copied)
	{
		const char *old = collector->start;
		size_t		old_len = (size_t) (collector->end - collector->start);

		collector->start = collector->end = collector->room;
		collector->copied = true;
		if (old_len > 0)
			append(collector, old, old_len);
	}
	if (collector->gap != GIR_GAP_NONE)
	{
		append(collector, collector->gap == GIR_GAP_BREAK ? "\n" : " ", 1);
		collector->breaks = collector->breaks || collector->gap == GIR_GAP_BREAK;
		collector->gap = GIR_GAP_NONE;
	}
	append(collector, start, len);
	collector->source_end = source_end;
	return true;
}

/* Give a text that was collected as a line. */
static gir_step
give_line(gir_markup_reader *reader, gir_collector *collector, gir_cell_row *row)
{
	gir_cell   *cell = &row->cells[0];

	row->layout = GIR_LAYOUT_LINE;
	row->overflow = false;
	row->cut = row->unfinished = reader->at_end;
	row->continues = false;
	row->ncells = 1;
	cell->start = collector->start;
	cell->end = collector->end;
	cell->source_start = collector->source_start;
	cell->source_end = collector->source_end;
	cell->line = collector->line;
	gir_reset_collector(collector);
	return GIR_STEP_ROW;
}

/* Give the line that was collected. */
gir_step
gir_flush_line(gir_markup_reader *reader, gir_cell_row *row)
{
	if (reader->text.start == NULL)
	{
		reader->text.gap = GIR_GAP_NONE;
		reader->line_continues = false;
		return GIR_STEP_DONE;
	}
	give_line(reader, &reader->text, row);
	row->continues = reader->line_continues;
	reader->text.room = reader->text_room;
	return GIR_STEP_ROW;
}

/* Give the text that was collected between the cells of a row. */
gir_step
gir_flush_stray(gir_markup_reader *reader, gir_cell_row *row)
{
	if (reader->stray.start == NULL)
	{
		reader->stray.gap = GIR_GAP_NONE;
		return GIR_STEP_DONE;
	}
	reader->stray_given = reader->stray.source_end;
	give_line(reader, &reader->stray, row);
	reader->stray.room = reader->stray_room;
	return GIR_STEP_ROW;
}

/* Add a piece of text, or give what there is if it does not fit. */
static gir_step
add_piece(gir_markup_reader *reader, gir_cell_row *row, const char *start, const char *end,
		  const char *source_start, const char *source_end)
{
	gir_collector *collector = current_collector(reader);

	if (collector->start == NULL)
		collector->line = gir_line_of(&reader->tokens, source_start);
	if (collect(collector, start, end, source_start, source_end))
		return GIR_STEP_DONE;
	switch (gir_place_of(reader))
	{
		case GIR_PLACE_CELL:
			return gir_read_as_lines(reader);
		case GIR_PLACE_STRAY:
			return gir_flush_stray(reader, row);
		default:
			gir_flush_line(reader, row);
			reader->line_continues = true;
			return GIR_STEP_ROW;
	}
}

/* Remember white space, which counts only between two texts. */
static void
note_gap(gir_markup_reader *reader, gir_gap gap)
{
	gir_collector *collector = current_collector(reader);

	if (collector->gap < gap)
		collector->gap = gap;
}

/* What comes next does not follow directly on what was. */
void
gir_add_gap(gir_markup_reader *reader)
{
	note_gap(reader, GIR_GAP_BLANK);
}

/* Add a piece of the source. */
static gir_step
add_source(gir_markup_reader *reader, gir_cell_row *row, const char *start, const char *end)
{
	const char *first = start;
	const char *last = end;
	gir_step	step = GIR_STEP_DONE;

	gir_trim(&first, &last);
	if (first > start || first == last)
		note_gap(reader, GIR_GAP_BLANK);
	if (first < last)
	{
		step = add_piece(reader, row, first, last, first, last);
		if (step == GIR_STEP_DONE && last < end)
			note_gap(reader, GIR_GAP_BLANK);
	}
	return step;
}

/* Add a character that stands for a piece of the source. */
static gir_step
add_decoded(gir_markup_reader *reader, gir_cell_row *row, uint32_t c,
			const char *source_start, const char *source_end)
{
	char		bytes[4];
	size_t		len;

	if (gir_is_space(c))
	{
		note_gap(reader, GIR_GAP_BLANK);
		return GIR_STEP_DONE;
	}
	len = gir_put_char(bytes, c);
	return add_piece(reader, row, bytes, bytes + len, source_start, source_end);
}

/* Add a character that the tag at hand stands for. */
gir_step
gir_add_char(gir_markup_reader *reader, gir_cell_row *row, uint32_t c)
{
	return add_decoded(reader, row, c, reader->token.start, reader->token.end);
}

/* True if the caller has been kept waiting for too long. */
bool
gir_must_pause(gir_markup_reader *reader, gir_cell_row *row)
{
	if (++reader->work < GIR_MAX_WORK)
		return false;
	reader->work = 0;
	row->layout = GIR_LAYOUT_LINE;
	row->overflow = row->cut = row->unfinished = row->continues = false;
	row->ncells = 0;
	return true;
}

/* True if text at the place was given already, when the row was first read. */
static bool
was_given(const gir_markup_reader *reader)
{
	const gir_table_level *level;

	if (reader->depth == 0 || reader->deeper > 0 || reader->token.start >= reader->stray_given)
		return false;
	level = &reader->levels[reader->depth - 1];
	return level->lines && (level->part == GIR_PART_ROW || reader->boxes > 0);
}

/* Add the text of the token at hand. */
gir_step
gir_add_text(gir_markup_reader *reader, gir_cell_row *row)
{
	gir_token  *token = &reader->token;

	if (gir_place_of(reader) == GIR_PLACE_CELL &&
		(reader->cell_dropped || reader->text_dropped))
		return GIR_STEP_DONE;
	if (was_given(reader))
		return GIR_STEP_DONE;
	while (token->start < token->end)
	{
		const char *p = token->start;
		const char *next = NULL;
		const char *feed;
		gir_step	step;

		if (*p == '&' && !token->literal)
		{
			uint32_t	c;

			next = p;
			c = gir_decode_reference(&next, token->end, reader->tokens.xml);
			if (c != 0)
			{
				step = add_decoded(reader, row, c, p, next);
				if (step != GIR_STEP_DONE)
					return step;
				token->start = next;
				continue;
			}
		}

		next = token->literal ? NULL : memchr(p + 1, '&', (size_t) (token->end - p - 1));
		if (next == NULL)
			next = token->end;
		feed = NULL;
		if (reader->newlines && gir_place_of(reader) == GIR_PLACE_LINE)
			feed = memchr(p, '\n', (size_t) (next - p));
		if (gir_must_pause(reader, row))
			return GIR_STEP_ROW;
		step = add_source(reader, row, p, feed != NULL ? feed : next);
		if (step != GIR_STEP_DONE)
			return step;
		if (feed != NULL)
		{
			token->start = feed + 1;
			step = gir_flush_line(reader, row);
			if (step != GIR_STEP_DONE)
				return step;
		}
		else
			token->start = next;
	}
	return GIR_STEP_DONE;
}

/* A paragraph, or a line of it, begins or ends. */
gir_step
gir_add_break(gir_markup_reader *reader, gir_cell_row *row)
{
	switch (gir_place_of(reader))
	{
		case GIR_PLACE_CELL:
			note_gap(reader, GIR_GAP_BREAK);
			return GIR_STEP_DONE;
		case GIR_PLACE_STRAY:
			return gir_flush_stray(reader, row);
		default:
			return gir_flush_line(reader, row);
	}
}

/* The text is over: give what is left of it. */
gir_step
gir_finish(gir_markup_reader *reader, gir_cell_row *row)
{
	gir_step	step = GIR_STEP_DONE;

	while (step == GIR_STEP_DONE && reader->depth > 0)
	{
		step = gir_end_row(reader, row);
		if (step == GIR_STEP_DONE)
			reader->depth--;
	}
	return step == GIR_STEP_DONE ? gir_flush_line(reader, row) : step;
}
