/*
 * html.c
 *		What HTML's elements mean to a reader of tables.
 */
#include "core/html.h"

#include <string.h>

#include "core/reader_markup.h"

#define MAX_NAME 10

/* Sorted by name. */
static const gir_html_tag tags[] = {
	{"address", GIR_HTML_BLOCK, 0}, {"area", GIR_HTML_VOID, 0},
	{"article", GIR_HTML_BLOCK, 0}, {"aside", GIR_HTML_BLOCK, 0},
	{"audio", GIR_HTML_OBJECT, 0}, {"base", GIR_HTML_VOID, 0},
	{"basefont", GIR_HTML_VOID, 0}, {"bgsound", GIR_HTML_VOID, 0},
	{"blockquote", GIR_HTML_BLOCK, 0}, {"body", GIR_HTML_BLOCK, 0},
	{"br", GIR_HTML_BREAK, 0}, {"canvas", GIR_HTML_OBJECT, 0},
	{"caption", GIR_HTML_CAPTION, 0}, {"center", GIR_HTML_BLOCK, 0},
	{"col", GIR_HTML_COLUMN, 0}, {"colgroup", GIR_HTML_COLUMN, 0},
	{"dd", GIR_HTML_BLOCK, 0}, {"del", GIR_HTML_STRUCK, 0}, {"details", GIR_HTML_BLOCK, 0},
	{"dialog", GIR_HTML_BLOCK, 0}, {"dir", GIR_HTML_BLOCK, 0}, {"div", GIR_HTML_BLOCK, 0},
	{"dl", GIR_HTML_BLOCK, 0}, {"dt", GIR_HTML_BLOCK, 0}, {"embed", GIR_HTML_OBJECT, 0},
	{"fieldset", GIR_HTML_BLOCK, 0}, {"figcaption", GIR_HTML_BLOCK, 0},
	{"figure", GIR_HTML_BLOCK, 0}, {"footer", GIR_HTML_BLOCK, 0},
	{"form", GIR_HTML_BLOCK, 0}, {"frame", GIR_HTML_VOID, 0},
	{"frameset", GIR_HTML_BLOCK, 0}, {"h1", GIR_HTML_BLOCK, 0}, {"h2", GIR_HTML_BLOCK, 0},
	{"h3", GIR_HTML_BLOCK, 0}, {"h4", GIR_HTML_BLOCK, 0}, {"h5", GIR_HTML_BLOCK, 0},
	{"h6", GIR_HTML_BLOCK, 0}, {"head", GIR_HTML_BLOCK, 0}, {"header", GIR_HTML_BLOCK, 0},
	{"hgroup", GIR_HTML_BLOCK, 0}, {"hr", GIR_HTML_BLOCK, 0}, {"html", GIR_HTML_BLOCK, 0},
	{"iframe", GIR_HTML_RAW_OBJECT, 0}, {"image", GIR_HTML_OBJECT, 0},
	{"img", GIR_HTML_OBJECT, 0}, {"input", GIR_HTML_INPUT, 0},
	{"keygen", GIR_HTML_VOID, 0}, {"legend", GIR_HTML_BLOCK, 0}, {"li", GIR_HTML_BLOCK, 0},
	{"link", GIR_HTML_VOID, 0}, {"listing", GIR_HTML_BLOCK, 0},
	{"main", GIR_HTML_BLOCK, 0}, {"menu", GIR_HTML_BLOCK, 0}, {"meta", GIR_HTML_VOID, 0},
	{"nav", GIR_HTML_BLOCK, 0}, {"noembed", GIR_HTML_RAW, 0},
	{"noframes", GIR_HTML_RAW, 0}, {"noscript", GIR_HTML_RAW, 0},
	{"object", GIR_HTML_OBJECT, 0}, {"ol", GIR_HTML_BLOCK, 0},
	{"optgroup", GIR_HTML_BLOCK, 0}, {"option", GIR_HTML_BLOCK, 0},
	{"p", GIR_HTML_PARAGRAPH, 0}, {"param", GIR_HTML_VOID, 0},
	{"plaintext", GIR_HTML_PLAINTEXT, 0}, {"pre", GIR_HTML_PRE, 0},
	{"rb", GIR_HTML_RUBY, 0}, {"rp", GIR_HTML_RUBY_TEXT, 0}, {"rt", GIR_HTML_RUBY_TEXT, 0},
	{"rtc", GIR_HTML_RUBY, 0}, {"ruby", GIR_HTML_RUBY, 0}, {"s", GIR_HTML_STRUCK, 0},
	{"script", GIR_HTML_SCRIPT, 0}, {"search", GIR_HTML_BLOCK, 0},
	{"section", GIR_HTML_BLOCK, 0}, {"select", GIR_HTML_SELECT, 0},
	{"source", GIR_HTML_VOID, 0}, {"strike", GIR_HTML_STRUCK, 0},
	{"style", GIR_HTML_RAW, 0}, {"sub", GIR_HTML_RAISED, 0},
	{"summary", GIR_HTML_BLOCK, 0}, {"sup", GIR_HTML_RAISED, 0},
	{"svg", GIR_HTML_OBJECT, 0}, {"table", GIR_HTML_TABLE, 0},
	{"tbody", GIR_HTML_SECTION, GIR_SECTION_BODY}, {"td", GIR_HTML_CELL, GIR_PART_CELL},
	{"template", GIR_HTML_TEMPLATE, 0}, {"textarea", GIR_HTML_RAW_OBJECT, 0},
	{"tfoot", GIR_HTML_SECTION, GIR_SECTION_FOOT},
	{"th", GIR_HTML_CELL, GIR_PART_HEAD_CELL},
	{"thead", GIR_HTML_SECTION, GIR_SECTION_HEAD}, {"title", GIR_HTML_TITLE, 0},
	{"tr", GIR_HTML_ROW, 0}, {"track", GIR_HTML_VOID, 0}, {"ul", GIR_HTML_BLOCK, 0},
	{"video", GIR_HTML_OBJECT, 0}, {"wbr", GIR_HTML_VOID, 0}, {"xmp", GIR_HTML_RAW, 0},
};

#define TAG_COUNT ((int) (sizeof(tags) / sizeof(tags[0])))

static const gir_html_tag unknown_tag = {"", GIR_HTML_INLINE, 0};

/* Find the tag of a name. */
const gir_html_tag *
gir_find_html_tag(const char *name, const char *name_end)
{
	char		lower[MAX_NAME + 1];
	size_t		len = (size_t) (name_end - name);
	int			low = 0;
	int			high = TAG_COUNT - 1;
	size_t		i;

	if (len > MAX_NAME)
		return &unknown_tag;
	for (i = 0; i < len; i++)
		lower[i] = (char) (name[i] >= 'A' && name[i] <= 'Z' ? name[i] + ('a' - 'A') : name[i]);
	lower[len] = '\0';
	while (low <= high)
	{
		int			middle = (low + high) / 2;
		int			order = strcmp(lower, tags[middle].name);

		if (order == 0)
			return &tags[middle];
		if (order < 0)
			high = middle - 1;
		else
			low = middle + 1;
	}
	return &unknown_tag;
}

/* True if a CSS value has a word in it; spaces and "!important" do not matter. */
static bool
value_has(const char *p, const char *end, const char *word)
{
	size_t		len = strlen(word);

	for (; (size_t) (end - p) >= len; p++)
	{
		if (gir_is_word(p, p + len, word))
			return true;
	}
	return false;
}

/* True if a CSS value begins with a word. */
static bool
value_is(const char *p, const char *end, const char *word)
{
	size_t		len = strlen(word);

	return (size_t) (end - p) >= len && gir_is_word(p, p + len, word);
}

/* How one declaration makes text look. */
static gir_look
look_of_declaration(const char *name, const char *name_end, const char *value, const char *end)
{
	if (gir_is_word(name, name_end, "display"))
	{
		if (value_is(value, end, "none"))
			return GIR_LOOK_HIDDEN;
		if (value_is(value, end, "inline") || value_is(value, end, "contents") ||
			value_is(value, end, "in") || value_is(value, end, "un"))
			return GIR_LOOK_USUAL;
		return GIR_LOOK_APART;
	}
	if (gir_is_word(name, name_end, "visibility"))
		return value_is(value, end, "hidden") || value_is(value, end, "collapse") ?
			GIR_LOOK_HIDDEN : GIR_LOOK_USUAL;
	if (gir_is_word(name, name_end, "mso-hide"))
		return value_is(value, end, "all") ? GIR_LOOK_HIDDEN : GIR_LOOK_USUAL;
	if (gir_is_word(name, name_end, "text-decoration") ||
		gir_is_word(name, name_end, "text-decoration-line"))
		return value_has(value, end, "line-through") ? GIR_LOOK_STRUCK : GIR_LOOK_USUAL;
	if (gir_is_word(name, name_end, "vertical-align"))
		return value_is(value, end, "su") ? GIR_LOOK_APART : GIR_LOOK_USUAL;
	if (gir_is_word(name, name_end, "mso-text-raise"))
		return GIR_LOOK_APART;
	if (gir_is_word(name, name_end, "float"))
		return value_is(value, end, "none") ? GIR_LOOK_USUAL : GIR_LOOK_APART;
	if (gir_is_word(name, name_end, "position"))
		return value_is(value, end, "absolute") || value_is(value, end, "fixed") ?
			GIR_LOOK_APART : GIR_LOOK_USUAL;
	return GIR_LOOK_USUAL;
}

/* True for the spaces of CSS. */
static bool
is_css_space(char c)
{
	return c == ' ' || c == '\t' || c == '\n' || c == '\r' || c == '\f';
}

/* How the declarations of a style attribute make text look. */
static gir_look
look_of_style(const char *p, const char *end)
{
	gir_look	look = GIR_LOOK_USUAL;

	while (p < end)
	{
		const char *stop = memchr(p, ';', (size_t) (end - p));
		const char *colon;

		if (stop == NULL)
			stop = end;
		while (p < stop && is_css_space(*p))
			p++;
		/* the letters that the properties of interest begin with */
		if (p < stop && strchr("dvmtfpDVMTFP", *p) != NULL &&
			(colon = memchr(p, ':', (size_t) (stop - p))) != NULL)
		{
			const char *name_end = colon;
			const char *value = colon + 1;
			gir_look	found;

			while (name_end > p && is_css_space(name_end[-1]))
				name_end--;
			while (value < stop && is_css_space(*value))
				value++;
			found = look_of_declaration(p, name_end, value, stop);
			if (found > look)
				look = found;
		}
		p = stop < end ? stop + 1 : end;
	}
	return look;
}

/* How the attributes of an element make its text look. */
gir_look
gir_look_of(const gir_token *tag)
{
	const char *p = tag->name_end;
	gir_look	look = GIR_LOOK_USUAL;
	bool		styled = false;
	gir_attribute attribute;

	while (gir_next_attribute(&p, tag->end, &attribute))
	{
		if (gir_is_word(attribute.name, attribute.name_end, "hidden"))
			return GIR_LOOK_HIDDEN;
		/* of several attributes of a name the first counts */
		if (!styled && gir_is_word(attribute.name, attribute.name_end, "style"))
		{
			look = look_of_style(attribute.value, attribute.value_end);
			styled = true;
		}
	}
	return look;
}
