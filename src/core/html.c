/*
 * html.c
 *		What HTML's elements mean to a reader of tables.
 */
#include "core/html.h"

#include <string.h>

#include "core/reader_markup.h"

#define MAX_NAME 10

/* Shorter names for the table. */
#define ENDS_P GIR_RULE_ENDS_P
#define SPECIAL GIR_RULE_SPECIAL
#define FORMAT GIR_RULE_FORMAT
#define SCOPE GIR_RULE_SCOPE
#define MARKER GIR_RULE_MARKER
#define EMPTY GIR_RULE_EMPTY
#define PIECE GIR_RULE_PIECE
#define IMPLIED GIR_RULE_IMPLIED
#define HEADING GIR_RULE_HEADING
#define BLOCK (ENDS_P | SPECIAL)

/* Sorted by name. */
static const gir_html_tag tags[] = {
	{"a", GIR_HTML_INLINE, 0, FORMAT},
	{"address", GIR_HTML_BLOCK, 0, BLOCK},
	{"applet", GIR_HTML_INLINE, 0, SPECIAL | SCOPE | MARKER},
	{"area", GIR_HTML_VOID, 0, EMPTY | PIECE},
	{"article", GIR_HTML_BLOCK, 0, BLOCK},
	{"aside", GIR_HTML_BLOCK, 0, BLOCK},
	{"audio", GIR_HTML_OBJECT, 0, 0},
	{"b", GIR_HTML_INLINE, 0, FORMAT},
	{"base", GIR_HTML_VOID, 0, EMPTY},
	{"basefont", GIR_HTML_VOID, 0, EMPTY},
	{"bgsound", GIR_HTML_VOID, 0, EMPTY},
	{"big", GIR_HTML_INLINE, 0, FORMAT},
	{"blockquote", GIR_HTML_BLOCK, 0, BLOCK},
	{"body", GIR_HTML_BLOCK, 0, EMPTY},
	{"br", GIR_HTML_BREAK, 0, EMPTY | PIECE},
	{"button", GIR_HTML_INLINE, 0, SPECIAL},
	{"canvas", GIR_HTML_OBJECT, 0, 0},
	{"caption", GIR_HTML_CAPTION, 0, SPECIAL | SCOPE | MARKER},
	{"center", GIR_HTML_BLOCK, 0, BLOCK},
	{"code", GIR_HTML_INLINE, 0, FORMAT},
	{"col", GIR_HTML_COLUMN, 0, EMPTY},
	{"colgroup", GIR_HTML_COLUMN, 0, 0},
	{"dd", GIR_HTML_BLOCK, 0, ENDS_P | SPECIAL | IMPLIED},
	{"del", GIR_HTML_STRUCK, 0, 0},
	{"details", GIR_HTML_BLOCK, 0, BLOCK},
	{"dialog", GIR_HTML_BLOCK, 0, ENDS_P},
	{"dir", GIR_HTML_BLOCK, 0, BLOCK},
	{"div", GIR_HTML_BLOCK, 0, BLOCK},
	{"dl", GIR_HTML_BLOCK, 0, BLOCK},
	{"dt", GIR_HTML_BLOCK, 0, ENDS_P | SPECIAL | IMPLIED},
	{"em", GIR_HTML_INLINE, 0, FORMAT},
	{"embed", GIR_HTML_OBJECT, 0, EMPTY | PIECE},
	{"fieldset", GIR_HTML_BLOCK, 0, BLOCK},
	{"figcaption", GIR_HTML_BLOCK, 0, BLOCK},
	{"figure", GIR_HTML_BLOCK, 0, BLOCK},
	{"font", GIR_HTML_INLINE, 0, FORMAT},
	{"footer", GIR_HTML_BLOCK, 0, BLOCK},
	{"form", GIR_HTML_BLOCK, 0, BLOCK},
	{"frame", GIR_HTML_VOID, 0, EMPTY},
	{"frameset", GIR_HTML_BLOCK, 0, SPECIAL},
	{"h1", GIR_HTML_BLOCK, 0, ENDS_P | SPECIAL | HEADING},
	{"h2", GIR_HTML_BLOCK, 0, ENDS_P | SPECIAL | HEADING},
	{"h3", GIR_HTML_BLOCK, 0, ENDS_P | SPECIAL | HEADING},
	{"h4", GIR_HTML_BLOCK, 0, ENDS_P | SPECIAL | HEADING},
	{"h5", GIR_HTML_BLOCK, 0, ENDS_P | SPECIAL | HEADING},
	{"h6", GIR_HTML_BLOCK, 0, ENDS_P | SPECIAL | HEADING},
	{"head", GIR_HTML_BLOCK, 0, EMPTY},
	{"header", GIR_HTML_BLOCK, 0, BLOCK},
	{"hgroup", GIR_HTML_BLOCK, 0, BLOCK},
	{"hr", GIR_HTML_BLOCK, 0, ENDS_P | SPECIAL | EMPTY},
	{"html", GIR_HTML_BLOCK, 0, EMPTY},
	{"i", GIR_HTML_INLINE, 0, FORMAT},
	{"iframe", GIR_HTML_RAW_OBJECT, 0, EMPTY},
	{"image", GIR_HTML_OBJECT, 0, EMPTY | PIECE},
	{"img", GIR_HTML_OBJECT, 0, EMPTY | PIECE},
	{"input", GIR_HTML_INPUT, 0, EMPTY | PIECE},
	{"keygen", GIR_HTML_VOID, 0, EMPTY | PIECE},
	{"legend", GIR_HTML_BLOCK, 0, 0},
	{"li", GIR_HTML_BLOCK, 0, ENDS_P | SPECIAL | IMPLIED},
	{"link", GIR_HTML_VOID, 0, EMPTY},
	{"listing", GIR_HTML_BLOCK, 0, BLOCK},
	{"main", GIR_HTML_BLOCK, 0, BLOCK},
	{"marquee", GIR_HTML_INLINE, 0, SPECIAL | SCOPE | MARKER},
	{"math", GIR_HTML_INLINE, 0, 0},
	{"menu", GIR_HTML_BLOCK, 0, BLOCK},
	{"meta", GIR_HTML_VOID, 0, EMPTY},
	{"nav", GIR_HTML_BLOCK, 0, BLOCK},
	{"nobr", GIR_HTML_INLINE, 0, FORMAT},
	{"noembed", GIR_HTML_RAW, 0, EMPTY},
	{"noframes", GIR_HTML_RAW, 0, EMPTY},
	{"noscript", GIR_HTML_RAW, 0, EMPTY},
	{"object", GIR_HTML_OBJECT, 0, SPECIAL | SCOPE | MARKER},
	{"ol", GIR_HTML_BLOCK, 0, BLOCK},
	{"optgroup", GIR_HTML_BLOCK, 0, IMPLIED},
	{"option", GIR_HTML_BLOCK, 0, IMPLIED},
	{"p", GIR_HTML_PARAGRAPH, 0, ENDS_P | SPECIAL | IMPLIED},
	{"param", GIR_HTML_VOID, 0, EMPTY},
	{"plaintext", GIR_HTML_PLAINTEXT, 0, EMPTY},
	{"pre", GIR_HTML_PRE, 0, BLOCK},
	{"rb", GIR_HTML_RUBY, 0, IMPLIED},
	{"rp", GIR_HTML_RUBY_TEXT, 0, IMPLIED},
	{"rt", GIR_HTML_RUBY_TEXT, 0, IMPLIED},
	{"rtc", GIR_HTML_RUBY, 0, IMPLIED},
	{"ruby", GIR_HTML_RUBY, 0, 0},
	{"s", GIR_HTML_STRUCK, 0, FORMAT},
	{"script", GIR_HTML_SCRIPT, 0, EMPTY},
	{"search", GIR_HTML_BLOCK, 0, BLOCK},
	{"section", GIR_HTML_BLOCK, 0, BLOCK},
	{"select", GIR_HTML_SELECT, 0, EMPTY | PIECE},
	{"small", GIR_HTML_INLINE, 0, FORMAT},
	{"source", GIR_HTML_VOID, 0, EMPTY},
	{"strike", GIR_HTML_STRUCK, 0, FORMAT},
	{"strong", GIR_HTML_INLINE, 0, FORMAT},
	{"style", GIR_HTML_RAW, 0, EMPTY},
	{"sub", GIR_HTML_RAISED, 0, 0},
	{"summary", GIR_HTML_BLOCK, 0, BLOCK},
	{"sup", GIR_HTML_RAISED, 0, 0},
	{"svg", GIR_HTML_OBJECT, 0, 0},
	{"table", GIR_HTML_TABLE, 0, SPECIAL | SCOPE},
	{"tbody", GIR_HTML_SECTION, GIR_SECTION_BODY, SPECIAL},
	{"td", GIR_HTML_CELL, GIR_PART_CELL, SPECIAL | SCOPE | MARKER},
	{"template", GIR_HTML_TEMPLATE, 0, EMPTY},
	{"textarea", GIR_HTML_RAW_OBJECT, 0, EMPTY},
	{"tfoot", GIR_HTML_SECTION, GIR_SECTION_FOOT, SPECIAL},
	{"th", GIR_HTML_CELL, GIR_PART_HEAD_CELL, SPECIAL | SCOPE | MARKER},
	{"thead", GIR_HTML_SECTION, GIR_SECTION_HEAD, SPECIAL},
	{"title", GIR_HTML_TITLE, 0, EMPTY},
	{"tr", GIR_HTML_ROW, 0, SPECIAL},
	{"track", GIR_HTML_VOID, 0, EMPTY},
	{"tt", GIR_HTML_INLINE, 0, FORMAT},
	{"u", GIR_HTML_INLINE, 0, FORMAT},
	{"ul", GIR_HTML_BLOCK, 0, BLOCK},
	{"video", GIR_HTML_OBJECT, 0, 0},
	{"wbr", GIR_HTML_VOID, 0, EMPTY | PIECE},
	{"xmp", GIR_HTML_RAW, 0, ENDS_P | SPECIAL | EMPTY},
};

#define TAG_COUNT ((int) (sizeof(tags) / sizeof(tags[0])))

static const gir_html_tag unknown_tag = {"", GIR_HTML_INLINE, 0, 0};

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

/* The size of text in a CSS value. */
static gir_size
size_of_value(const char *p, const char *end)
{
	bool		digits = false;

	for (; p < end && ((*p >= '0' && *p <= '9') || *p == '.'); p++)
	{
		if (*p >= '1' && *p <= '9')
			return GIR_SIZE_SOME;
		digits = digits || *p == '0';
	}
	if (digits)
		return GIR_SIZE_ZERO;
	return value_is(p, end, "inherit") ? GIR_SIZE_INHERITED : GIR_SIZE_SOME;
}

/* How the declarations of a style attribute make text look. */
static gir_look
look_of_style(const char *p, const char *end, gir_size *size)
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
			if (size != NULL && gir_is_word(p, name_end, "font-size"))
				*size = size_of_value(value, stop);
		}
		p = stop < end ? stop + 1 : end;
	}
	return look;
}

/* How the attributes of an element make its text look. */
gir_look
gir_look_of(const gir_token *tag, gir_size *size)
{
	const char *p = tag->name_end;
	gir_look	look = GIR_LOOK_USUAL;
	bool		styled = false;
	gir_attribute attribute;

	if (size != NULL)
		*size = GIR_SIZE_INHERITED;
	while (gir_next_attribute(&p, tag->end, &attribute))
	{
		if (gir_is_word(attribute.name, attribute.name_end, "hidden"))
			return GIR_LOOK_HIDDEN;
		/* of several attributes of a name the first counts */
		if (!styled && gir_is_word(attribute.name, attribute.name_end, "style"))
		{
			look = look_of_style(attribute.value, attribute.value_end, size);
			styled = true;
		}
	}
	return look;
}

/* True if a page is one that browsers show as old ones did. */
bool
gir_is_quirky(const char *page, size_t len)
{
	static const char doctype[] = "<!doctype";
	const char *end = page + len;
	const char *close;

	if (len >= 3 && memcmp(page, "\xEF\xBB\xBF", 3) == 0)
		page += 3;
	while (page < end && is_css_space(*page))
		page++;
	if (!value_is(page, end, doctype))
		return true;
	close = memchr(page, '>', (size_t) (end - page));
	if (close == NULL)
		close = end;
	if (!value_has(page, close, " public"))
		return false;
	if (value_has(page, close, "html 4.01 transitional") || value_has(page, close, "html 4.01 frameset"))
		return !value_has(page, close, "http");
	return value_has(page, close, "html 4.0 ") || value_has(page, close, "html 3") ||
		value_has(page, close, "html 2");
}
