/*
 * wordml.c
 *		What WordprocessingML's elements mean to a reader of tables.
 */
#include "core/wordml.h"

#include <string.h>

/* Elements by their names without a prefix, sorted. */
static const struct
{
	const char *name;
	gir_word_element kind;
}			elements[] = {
	{"Choice", GIR_WORD_CHOICE},
	{"Fallback", GIR_WORD_SKIP},
	{"br", GIR_WORD_BREAK},
	{"cellDel", GIR_WORD_CELL_DELETION},
	{"cr", GIR_WORD_BREAK},
	{"del", GIR_WORD_DELETION},
	{"delInstrText", GIR_WORD_SKIP},
	{"delText", GIR_WORD_SKIP},
	{"dstrike", GIR_WORD_HIDDEN},
	{"fldChar", GIR_WORD_FIELD},
	{"hMerge", GIR_WORD_ROW_MERGE},
	{"hidden", GIR_WORD_HIDDEN_ROW},
	{"imagedata", GIR_WORD_PICTURE},
	{"inline", GIR_WORD_PICTURE},
	{"instrText", GIR_WORD_SKIP},
	{"moveFrom", GIR_WORD_DELETION},
	{"noBreakHyphen", GIR_WORD_HYPHEN},
	{"p", GIR_WORD_PARAGRAPH},
	{"pPr", GIR_WORD_SKIP},
	{"pPrChange", GIR_WORD_SKIP},
	{"ptab", GIR_WORD_TAB},
	{"r", GIR_WORD_RUN},
	{"rPr", GIR_WORD_RUN_PROPERTIES},
	{"rPrChange", GIR_WORD_SKIP},
	{"rt", GIR_WORD_SKIP},
	{"sdtEndPr", GIR_WORD_SKIP},
	{"sdtPr", GIR_WORD_SKIP},
	{"sectPr", GIR_WORD_SKIP},
	{"strike", GIR_WORD_HIDDEN},
	{"sym", GIR_WORD_SYMBOL},
	{"t", GIR_WORD_TEXT},
	{"tab", GIR_WORD_TAB},
	{"tbl", GIR_WORD_TABLE},
	{"tblGrid", GIR_WORD_SKIP},
	{"tblPr", GIR_WORD_SKIP},
	{"tblPrEx", GIR_WORD_SKIP},
	{"tc", GIR_WORD_CELL},
	{"tcPrChange", GIR_WORD_SKIP},
	{"tr", GIR_WORD_ROW},
	{"trPr", GIR_WORD_ROW_PROPERTIES},
	{"trPrChange", GIR_WORD_SKIP},
	{"txbxContent", GIR_WORD_BOX},
	{"vMerge", GIR_WORD_MERGE},
	{"vanish", GIR_WORD_HIDDEN},
	{"vertAlign", GIR_WORD_POSITION},
};

#define ELEMENT_COUNT ((int) (sizeof(elements) / sizeof(elements[0])))

/* The name of a tag without its prefix. */
const char *
gir_local_name(const gir_token *tag)
{
	const char *colon = memchr(tag->name, ':', (size_t) (tag->name_end - tag->name));

	return colon != NULL ? colon + 1 : tag->name;
}

/* The kind of the element that a tag is of. */
gir_word_element
gir_find_word_element(const gir_token *tag)
{
	const char *name = gir_local_name(tag);
	size_t		len = (size_t) (tag->name_end - name);
	int			low = 0;
	int			high = ELEMENT_COUNT - 1;

	/* drawings have texts and paragraphs of their own */
	if (name - tag->name == 2 && tag->name[0] == 'a')
		return GIR_WORD_OTHER;
	while (low <= high)
	{
		int			middle = (low + high) / 2;
		int			order = strncmp(name, elements[middle].name, len);

		if (order == 0 && elements[middle].name[len] != '\0')
			order = -1;
		if (order == 0)
			return elements[middle].kind;
		if (order < 0)
			high = middle - 1;
		else
			low = middle + 1;
	}
	return GIR_WORD_OTHER;
}

/* Find an attribute of a tag, by its name without a prefix. */
bool
gir_find_attribute(const gir_token *tag, const char *name, gir_attribute *attribute)
{
	const char *p = tag->name_end;

	while (gir_next_attribute(&p, tag->end, attribute))
	{
		const char *colon = memchr(attribute->name, ':',
								   (size_t) (attribute->name_end - attribute->name));
		const char *start = colon != NULL ? colon + 1 : attribute->name;
		size_t		len = strlen(name);

		if ((size_t) (attribute->name_end - start) == len && memcmp(start, name, len) == 0)
			return true;
	}
	return false;
}

/* True if a property that can be on or off is on. */
bool
gir_word_is_on(const gir_token *tag)
{
	gir_attribute attribute;

	if (!gir_find_attribute(tag, "val", &attribute))
		return true;
	return !gir_is_word(attribute.value, attribute.value_end, "0") &&
		!gir_is_word(attribute.value, attribute.value_end, "false") &&
		!gir_is_word(attribute.value, attribute.value_end, "off");
}

/* True for the property of a cell that only continues a merged one. */
bool
gir_word_continues(const gir_token *tag)
{
	gir_attribute value;

	return !gir_find_attribute(tag, "val", &value) ||
		gir_is_word(value.value, value.value_end, "continue");
}
