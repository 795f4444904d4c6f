/*
 * elements.c
 *		Which elements are open: the rules for start and end tags.
 */
#include "core/elements_stack.h"

#include "core/chars.h"

/* What the rules of tables call the cell, the row and so on at a place. */
static const gir_html_tag implied_table = {"table", GIR_HTML_TABLE, 0, GIR_RULE_SPECIAL | GIR_RULE_SCOPE};

/* Start with nothing open. */
void
gir_elements_init(gir_elements *elements, bool quirky)
{
	memset(elements, 0, offsetof(gir_elements, pending));
	elements->quirky = quirky;
}

/* True if an open element has the name of a tag. */
static bool
is_same(const gir_open_element *element, const gir_html_tag *tag, const gir_token *token)
{
	if (tag->name[0] != '\0' || element->tag->name[0] != '\0')
		return element->tag == tag;
	return gir_same_name(element->name, element->name_end, token->name, token->name_end);
}

/* A paragraph ends, if there is one. */
static void
end_paragraph(gir_elements *elements)
{
	int			p = gir_find_in_scope(elements, "p", "button", "button");

	if (p >= 0)
		gir_pop_to(elements, p, false);
}

/* A table begins. */
static void
begin_table(gir_elements *elements)
{
	int			part = gir_innermost_part(elements);

	if (part >= 0 && !gir_is_kind(elements, part, GIR_HTML_CELL) &&
		!gir_is_kind(elements, part, GIR_HTML_CAPTION))
		gir_pop_to(elements, gir_innermost(elements, GIR_HTML_TABLE, -1), false);
	if (!elements->quirky)
		end_paragraph(elements);
}

/* A part of a table begins; returns false if there can be none. */
static bool
begin_table_part(gir_elements *elements, gir_element kind)
{
	int			table = gir_innermost(elements, GIR_HTML_TABLE, -1);
	int			around;

	if (table < 0)
	{
		gir_open_element implied = {0};

		/* the reader takes rows without a table for one, but not hidden ones */
		if (elements->hidden != 0 || (kind != GIR_HTML_ROW && kind != GIR_HTML_CELL))
			return false;
		implied.tag = &implied_table;
		gir_push_element(elements, &implied);
		return true;
	}
	around = kind == GIR_HTML_CELL ? gir_innermost(elements, GIR_HTML_ROW, table) : -1;
	if (around < 0 && (kind == GIR_HTML_CELL || kind == GIR_HTML_ROW))
		around = gir_innermost(elements, GIR_HTML_SECTION, table);
	gir_pop_to(elements, (around >= 0 ? around : table) + 1, false);
	return kind != GIR_HTML_COLUMN;
}

/* What the start of another element ends. */
static void
end_by_start(gir_elements *elements, const gir_html_tag *tag)
{
	bool		item = strcmp(tag->name, "li") == 0;
	int			i;

	if (item || strcmp(tag->name, "dd") == 0 || strcmp(tag->name, "dt") == 0)
	{
		for (i = elements->depth - 1; i >= 0; i--)
		{
			if (item ? gir_is_named(elements, i, "li") : gir_is_named(elements, i, "dd") || gir_is_named(elements, i, "dt"))
			{
				gir_pop_to(elements, i, false);
				break;
			}
			if (gir_has_rule(elements, i, GIR_RULE_SPECIAL) && !gir_is_named(elements, i, "address") &&
				!gir_is_named(elements, i, "div") && !gir_is_named(elements, i, "p"))
				break;
		}
	}
	if ((tag->rules & GIR_RULE_ENDS_P) != 0)
		end_paragraph(elements);
	if ((tag->rules & GIR_RULE_HEADING) != 0 && elements->depth > 0 &&
		gir_has_rule(elements, elements->depth - 1, GIR_RULE_HEADING))
		gir_pop_to(elements, elements->depth - 1, false);
	if (strncmp(tag->name, "opt", 3) == 0 && elements->depth > 0 &&
		gir_is_named(elements, elements->depth - 1, "option"))
		gir_pop_to(elements, elements->depth - 1, false);
	if (strcmp(tag->name, "button") == 0 && (i = gir_find_in_scope(elements, "button", "button", "button")) >= 0)
		gir_pop_to(elements, i, false);
}

/* True if the start tag of a form opens nothing: in forms, and between a table's cells. */
static bool
is_form_ignored(gir_elements *elements)
{
	int			part = gir_innermost_part(elements);
	bool		ignored = elements->in_form ||
		(part >= 0 && !gir_is_kind(elements, part, GIR_HTML_CELL) && !gir_is_kind(elements, part, GIR_HTML_CAPTION));

	elements->in_form = true;
	return ignored;
}

/* The end tag of formatting, which can stand within other elements that go on. */
static void
end_format(gir_elements *elements, const gir_html_tag *tag)
{
	int			marker = gir_innermost_marker(elements, elements->depth);
	int			found = elements->depth - 1;
	int			kept;
	int			block;
	int			i;

	for (i = elements->npending - 1; i >= 0; i--)
	{
		if (elements->pending[i].marker != marker || elements->pending[i].element.tag != tag)
			continue;
		elements->npending--;
		memmove(&elements->pending[i], &elements->pending[i + 1],
				sizeof(elements->pending[0]) * (size_t) (elements->npending - i));
		return;
	}
	while (found > marker && elements->open[found].tag != tag)
	{
		if (gir_has_rule(elements, found, GIR_RULE_SCOPE))
			return;
		found--;
	}
	if (found <= marker)
		return;
	for (block = found + 1; block < elements->depth; block++)
	{
		if (gir_has_rule(elements, block, GIR_RULE_SPECIAL))
			break;
	}
	if (block == elements->depth)
	{
		gir_pop_to(elements, found, true);
		return;
	}
	/* the block goes on, and the formatting within it, but nothing else around it */
	if (elements->hidden == found + 1)
	{
		elements->hidden = 0;
		elements->gap = true;
	}
	for (i = kept = found; i < elements->depth; i++)
	{
		if (i == found)
			elements->gap = elements->gap || elements->open[i].apart;
		else if (i >= block || gir_has_rule(elements, i, GIR_RULE_FORMAT))
			elements->open[kept++] = elements->open[i];
	}
	elements->depth = kept;
	gir_find_hidden(elements);
}

/* The last tag is dealt with, and what comes next is none that counts. */
void
gir_forget_tag(gir_elements *elements)
{
	elements->began = elements->table_ended = elements->doubtful = false;
	elements->base = elements->depth;
}

/* Take a start tag. */
void
gir_take_start_tag(gir_elements *elements, const gir_token *token)
{
	const gir_html_tag *tag = gir_find_html_tag(token->name, token->name_end);
	gir_open_element element;
	gir_size	size;
	gir_look	look;

	gir_forget_tag(elements);
	if (elements->deeper > 0)
	{
		elements->deeper += (tag->rules & GIR_RULE_EMPTY) == 0;
		return;
	}
	memset(&element, 0, sizeof(element));
	element.tag = tag;
	element.name = token->name;
	element.name_end = token->name_end;
	element.foreign = strcmp(tag->name, "svg") == 0 || strcmp(tag->name, "math") == 0;

	if (elements->depth > 0 && elements->open[elements->depth - 1].foreign)
	{
		if ((tag->rules & (GIR_RULE_ENDS_P | GIR_RULE_FORMAT)) != 0 || gir_is_table_part(tag))
		{
			while (elements->depth > 0 && elements->open[elements->depth - 1].foreign)
				gir_pop_to(elements, elements->depth - 1, false);
		}
		else
			element.foreign = !gir_is_word(token->name, token->name_end, "foreignobject");
	}
	elements->base = elements->depth;
	if (tag->element == GIR_HTML_TABLE)
		begin_table(elements);
	else if (gir_is_table_part(tag))
	{
		if (!begin_table_part(elements, (gir_element) tag->element))
		{
			elements->base = elements->depth;
			return;
		}
	}
	else if (tag->element == GIR_HTML_SCRIPT || tag->element == GIR_HTML_RAW)
		return;
	else if (strcmp(tag->name, "form") == 0 && is_form_ignored(elements))
		return;
	else
	{
		end_by_start(elements, tag);
		if (strcmp(tag->name, "a") == 0 || strcmp(tag->name, "nobr") == 0)
			end_format(elements, tag);
		if ((tag->rules & GIR_RULE_PIECE) != 0 ||
			(tag->rules & (GIR_RULE_ENDS_P | GIR_RULE_EMPTY | GIR_RULE_IMPLIED)) == 0)
			gir_reopen_formats(elements);
	}
	if (!gir_is_table_part(tag) || elements->depth == 0 ||
		elements->open[elements->depth - 1].tag != &implied_table)
		elements->base = elements->depth;
	else
		elements->base = elements->depth - 1;
	if ((tag->rules & GIR_RULE_EMPTY) != 0 || (element.foreign && token->empty))
		return;
	look = gir_look_of(token, &size);
	element.hidden = look >= GIR_LOOK_STRUCK || tag->element == GIR_HTML_STRUCK;
	element.apart = look == GIR_LOOK_APART || tag->element == GIR_HTML_RAISED;
	element.size = (uint8_t) size;
	gir_push_element(elements, &element);
}

/* Take the end tag of a part of a table. */
static void
end_table_part(gir_elements *elements, const gir_html_tag *tag)
{
	int			table = gir_innermost(elements, GIR_HTML_TABLE, -1);
	int			part = gir_innermost_part(elements);
	int			found = -1;

	if (table < 0)
		return;
	switch (tag->element)
	{
		case GIR_HTML_TABLE:
			gir_pop_to(elements, table, true);
			return;
		case GIR_HTML_CAPTION:
			if (gir_is_kind(elements, part, GIR_HTML_CAPTION))
				gir_pop_to(elements, part, true);
			return;
		case GIR_HTML_CELL:
			if (elements->open[part].tag == tag)
				gir_pop_to(elements, part, true);
			return;
		case GIR_HTML_SECTION:
			found = gir_innermost(elements, GIR_HTML_SECTION, table);
			if (found >= 0 ? elements->open[found].tag == tag :
				(gir_is_kind(elements, part, GIR_HTML_ROW) || gir_is_kind(elements, part, GIR_HTML_CELL)) &&
				strcmp(tag->name, "tbody") == 0)
				gir_pop_to(elements, found >= 0 ? found : table + 1, true);
			return;
		case GIR_HTML_ROW:
			if (gir_is_kind(elements, part, GIR_HTML_CAPTION))
				return;
			found = gir_innermost(elements, GIR_HTML_ROW, table);
			if (found < 0 && gir_is_kind(elements, part, GIR_HTML_CELL))
				found = part;
			if (found >= 0)
				gir_pop_to(elements, found, true);
			return;
		default:
			return;
	}
}

/* Take an end tag that ends the innermost element of its name, if nothing bars it. */
static void
end_any(gir_elements *elements, const gir_html_tag *tag, const gir_token *token)
{
	int			i;

	for (i = elements->depth - 1; i >= 0; i--)
	{
		if (is_same(&elements->open[i], tag, token))
		{
			gir_pop_to(elements, i, true);
			return;
		}
		if (gir_has_rule(elements, i, GIR_RULE_SPECIAL))
			return;
	}
}

/* Take the end tag of a form, which ends nothing within it. */
static void
end_form(gir_elements *elements)
{
	int			form = gir_find_in_scope(elements, "form", "form", "form");

	elements->in_form = false;
	if (form < 0)
		return;
	while (elements->depth > form + 1 && gir_has_rule(elements, elements->depth - 1, GIR_RULE_IMPLIED))
		gir_pop_to(elements, elements->depth - 1, false);
	if (form == elements->depth - 1)
	{
		gir_pop_to(elements, form, true);
		return;
	}
	/* what is open in it stays in it */
	if (elements->open[form].hidden && !elements->open[form + 1].hidden)
		elements->open[form + 1].hidden = elements->open[form + 1].enclosed = true;
	elements->depth--;
	memmove(&elements->open[form], &elements->open[form + 1],
			sizeof(elements->open[0]) * (size_t) (elements->depth - form));
	gir_find_hidden(elements);
}

/* Take an end tag. */
void
gir_take_end_tag(gir_elements *elements, const gir_token *token)
{
	const gir_html_tag *tag = gir_find_html_tag(token->name, token->name_end);
	int			found = -1;

	gir_forget_tag(elements);
	if ((tag->rules & GIR_RULE_EMPTY) != 0)
		return;
	if (elements->deeper > 0)
		elements->deeper--;
	else if (gir_is_table_part(tag))
		end_table_part(elements, tag);
	else if (strcmp(tag->name, "form") == 0)
		end_form(elements);
	else if ((tag->rules & GIR_RULE_FORMAT) != 0)
		end_format(elements, tag);
	else if ((tag->rules & GIR_RULE_HEADING) != 0)
	{
		for (found = elements->depth - 1; found >= 0 && !gir_has_rule(elements, found, GIR_RULE_SCOPE); found--)
		{
			if (gir_has_rule(elements, found, GIR_RULE_HEADING))
			{
				gir_pop_to(elements, found, true);
				break;
			}
		}
	}
	else if ((tag->rules & (GIR_RULE_ENDS_P | GIR_RULE_MARKER)) != 0 || strcmp(tag->name, "button") == 0)
	{
		bool		item = strcmp(tag->name, "li") == 0;
		bool		paragraph = strcmp(tag->name, "p") == 0;

		/* an element that bars others does not bar its own end tag */
		found = gir_find_in_scope(elements, tag->name, item ? "ol" : paragraph ? "button" : tag->name,
							  item ? "ul" : tag->name);
		if (found >= 0)
			gir_pop_to(elements, found, true);
	}
	else
		end_any(elements, tag, token);
	elements->base = elements->depth;
}

/* Take a text. */
void
gir_take_text(gir_elements *elements, const gir_token *token)
{
	const char *start = token->start;
	const char *end = token->end;

	gir_forget_tag(elements);
	if (elements->npending == 0)
		return;
	gir_trim(&start, &end);
	if (start == end && elements->depth > 0 &&
		(gir_is_kind(elements, elements->depth - 1, GIR_HTML_TABLE) ||
		 gir_is_kind(elements, elements->depth - 1, GIR_HTML_SECTION) ||
		 gir_is_kind(elements, elements->depth - 1, GIR_HTML_ROW)))
		return;
	gir_reopen_formats(elements);
}

/* True if text at the place is not seen. */
bool
gir_is_unseen(const gir_elements *elements)
{
	gir_size	size = GIR_SIZE_INHERITED;
	int			part;
	int			table;
	int			i;

	if (elements->hidden == 0 && elements->zeros == 0)
		return false;

	/* text in a table, but in none of its cells, is shown before the table */
	part = gir_innermost_part(elements);
	if (gir_is_kind(elements, part, GIR_HTML_CELL) || gir_is_kind(elements, part, GIR_HTML_CAPTION))
		part = -1;
	table = part < 0 ? elements->depth : gir_innermost(elements, GIR_HTML_TABLE, -1);
	for (i = elements->depth - 1; i >= 0; i--)
	{
		if (i >= table && i <= part)
			continue;
		if (elements->open[i].hidden)
			return true;
		if (size == GIR_SIZE_INHERITED)
			size = (gir_size) elements->open[i].size;
	}
	return size == GIR_SIZE_ZERO;
}

/* Remember the place before the last tag. */
void
gir_mark_elements(const gir_elements *elements, gir_elements_mark *mark)
{
	mark->depth = elements->base;
	mark->deeper = elements->deeper;
	mark->in_form = elements->in_form;
	mark->npending = elements->npending;
	memcpy(mark->pending, elements->pending, sizeof(mark->pending[0]) * (size_t) mark->npending);
}

/* Go back to a place. */
void
gir_restore_elements(gir_elements *elements, const gir_elements_mark *mark)
{
	elements->depth = mark->depth;
	elements->deeper = mark->deeper;
	elements->in_form = mark->in_form;
	elements->npending = mark->npending;
	memcpy(elements->pending, mark->pending, sizeof(mark->pending[0]) * (size_t) mark->npending);
	gir_forget_tag(elements);
	elements->gap = false;
	gir_find_hidden(elements);
}
