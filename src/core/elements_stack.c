/*
 * elements_stack.c
 *		The stack of open elements: what ends with what, which formatting goes on,
 *		and what is hidden.
 */
#include "core/elements_stack.h"

/* The innermost open element that bounds formatting, or -1. */
int
gir_innermost_marker(const gir_elements *elements, int below)
{
	int			i = below - 1;

	while (i >= 0 && !gir_has_rule(elements, i, GIR_RULE_MARKER))
		i--;
	return i;
}

/* Find out again what the outermost hidden element is. */
void
gir_find_hidden(gir_elements *elements)
{
	int			i;

	elements->hidden = elements->zeros = 0;
	for (i = 0; i < elements->depth; i++)
	{
		if (elements->open[i].hidden && elements->hidden == 0)
			elements->hidden = i + 1;
		elements->zeros += elements->open[i].size == GIR_SIZE_ZERO;
	}
}

/* True if an element that is hidden ends by itself, where other tags do not end it. */
static bool
needs_end_tag(const gir_html_tag *tag)
{
	return (tag->rules & GIR_RULE_IMPLIED) == 0 && !gir_is_table_part(tag);
}

/* Formatting that has ended, but not by its end tag, goes on with what follows. */
static void
keep_format(gir_elements *elements, const gir_open_element *element, int marker)
{
	gir_pending_format *format;
	int			alike = 0;
	int			i;

	for (i = 0; i < elements->npending; i++)
		alike += elements->pending[i].element.tag == element->tag;
	if (elements->npending == GIR_PENDING_FORMATS || (alike >= 3 && !element->hidden))
		return;
	format = &elements->pending[elements->npending++];
	format->element = *element;
	format->element.hidden = element->hidden && !element->enclosed;
	format->element.enclosed = false;
	format->marker = marker;
}

/* End the elements from a number on; "own" says that the first of them has its end tag. */
void
gir_pop_to(gir_elements *elements, int number, bool own)
{
	int			marker = number;
	int			hidden = elements->hidden;
	int			i;

	if (number >= elements->depth)
		return;
	while (marker < elements->depth && !gir_has_rule(elements, marker, GIR_RULE_MARKER))
		marker++;
	/* what is pending within a cell is pending no more behind it */
	if (marker < elements->depth)
	{
		int			kept = 0;

		for (i = 0; i < elements->npending; i++)
		{
			if (elements->pending[i].marker < marker)
				elements->pending[kept++] = elements->pending[i];
			else if (elements->pending[i].element.hidden)
				elements->doubtful = true;
		}
		elements->npending = kept;
	}
	for (i = number; i < elements->depth; i++)
	{
		const gir_open_element *element = &elements->open[i];
		bool		with_tag = own && i == number;

		if (element->apart && (hidden == 0 || i + 1 < hidden))
			elements->gap = true;
		elements->zeros -= element->size == GIR_SIZE_ZERO;
		if (i + 1 == elements->hidden)
		{
			elements->hidden = 0;
			elements->table_ended = with_tag && element->tag->element == GIR_HTML_TABLE;
			if (!with_tag && needs_end_tag(element->tag) &&
				(i > marker || !gir_has_rule(elements, i, GIR_RULE_FORMAT)))
				elements->doubtful = true;
		}
		if (i < marker && !with_tag && gir_has_rule(elements, i, GIR_RULE_FORMAT))
			keep_format(elements, element, gir_innermost_marker(elements, number));
	}
	elements->depth = number;
}

/* Open an element. */
void
gir_push_element(gir_elements *elements, const gir_open_element *element)
{
	if (elements->depth == GIR_OPEN_ELEMENTS)
	{
		elements->deeper++;
		return;
	}
	elements->open[elements->depth++] = *element;
	elements->zeros += element->size == GIR_SIZE_ZERO;
	if (element->apart && !element->hidden && elements->hidden == 0)
		elements->gap = true;
	if (element->hidden && elements->hidden == 0)
	{
		elements->hidden = elements->depth;
		elements->began = true;
	}
}

/* Formatting that is pending goes on. */
void
gir_reopen_formats(gir_elements *elements)
{
	int			marker = gir_innermost_marker(elements, elements->depth);
	int			kept = 0;
	int			i;

	for (i = 0; i < elements->npending; i++)
	{
		if (elements->pending[i].marker == marker && elements->deeper == 0)
			gir_push_element(elements, &elements->pending[i].element);
		else
			elements->pending[kept++] = elements->pending[i];
	}
	elements->npending = kept;
}

/* The open element of a name that an end tag at the place would end, or -1. */
int
gir_find_in_scope(const gir_elements *elements, const char *name, const char *bound1, const char *bound2)
{
	int			i;

	for (i = elements->depth - 1; i >= 0; i--)
	{
		if (gir_is_named(elements, i, name))
			return i;
		if (gir_has_rule(elements, i, GIR_RULE_SCOPE) || gir_is_named(elements, i, bound1) ||
			gir_is_named(elements, i, bound2))
			break;
	}
	return -1;
}

/* The innermost open part of a table, or table, or -1. */
int
gir_innermost_part(const gir_elements *elements)
{
	int			i = elements->depth - 1;

	while (i >= 0 && !gir_is_table_part(elements->open[i].tag))
		i--;
	return i;
}

/* The innermost open element of a kind that is not outside of another element, or -1. */
int
gir_innermost(const gir_elements *elements, gir_element kind, int outside)
{
	int			i = elements->depth - 1;

	while (i > outside && !gir_is_kind(elements, i, kind))
		i--;
	return i > outside ? i : -1;
}
