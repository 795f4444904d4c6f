/*
 * sniff.c
 *		What a text is: plain text, HTML, or a word processor's XML.
 *
 * Only certain signs count, since plain text can have a "<" in it.  A table in
 * HTML is one, and so are the elements that a page is made of.
 */
#include "core/reader.h"

#include <string.h>

#include "core/chars.h"
#include "core/html.h"

/* Signs must be among the first bytes of a text. */
#define MAX_LOOK (1024 * 1024)

/* Paragraphs and the like that make a text without tables a page. */
#define ENOUGH_BLOCKS 2

/* Pass white space. */
static const char *
pass_blanks(const char *p, const char *end)
{
	while (p < end && (*p == ' ' || *p == '\t' || *p == '\n' || *p == '\r'))
		p++;
	return p;
}

/* True if an attribute declares the namespace of word processors' files. */
static bool
is_docx_namespace(const gir_attribute *attribute)
{
	static const char *const ends[] = {"/wordprocessingml/2006/main", "/ooxml/wordprocessingml/main"};
	size_t		i;

	for (i = 0; i < sizeof(ends) / sizeof(ends[0]); i++)
	{
		size_t		len = strlen(ends[i]);

		if ((size_t) (attribute->value_end - attribute->value) > len &&
			memcmp(attribute->value_end - len, ends[i], len) == 0)
			return true;
	}
	return false;
}

/* True if the text begins with the main part of a word processor's file. */
static bool
is_docx(const char *p, const char *end)
{
	gir_tokenizer tokens;
	gir_token	token;
	gir_attribute attribute;
	const char *colon;
	const char *q;

	gir_tokenizer_init(&tokens, p, (size_t) (end - p), true);
	if (pass_blanks(tokens.p, end) == end || *pass_blanks(tokens.p, end) != '<')
		return false;
	while (gir_next_token(&tokens, &token))
	{
		if (token.kind == GIR_TOKEN_TEXT && pass_blanks(token.start, token.end) == token.end)
			continue;
		if (token.kind != GIR_TOKEN_START)
			return false;
		colon = memchr(token.name, ':', (size_t) (token.name_end - token.name));
		if (colon == NULL || !gir_is_word(colon + 1, token.name_end, "document"))
			return false;

		q = token.name_end;
		while (gir_next_attribute(&q, token.end, &attribute))
		{
			if (is_docx_namespace(&attribute))
				return true;
		}
		return false;
	}
	return false;
}

/* True if the text begins with HTML's document type. */
static bool
has_doctype(const char *p, const char *end)
{
	static const char doctype[] = "<!doctype html";
	size_t		len = sizeof(doctype) - 1;

	if (end - p >= 3 && memcmp(p, "\xEF\xBB\xBF", 3) == 0)
		p += 3;
	p = pass_blanks(p, end);
	return (size_t) (end - p) >= len && gir_is_word(p, p + len, doctype);
}

/* What is seen of a text's tags. */
typedef struct signs
{
	int			tables;			/* open at the place */
	int			blocks;			/* open at the place */
	int			begun;			/* blocks */
	int			ended;
	bool		row;			/* a table, or a row */
	bool		cell;			/* and a cell in it */
	bool		lines;			/* there are lines outside of all elements */
	bool		page;			/* this is a page for certain */
} signs;

/* Look at a tag. */
static void
look_at_tag(signs *seen, const gir_token *token)
{
	const gir_html_tag *tag = gir_find_html_tag(token->name, token->name_end);
	bool		opens = token->kind == GIR_TOKEN_START;

	switch (tag->element)
	{
		case GIR_HTML_TABLE:
			seen->row = seen->row || opens;
			if (opens)
				seen->tables++;
			else if (seen->tables > 0)
				seen->tables--;
			break;
		case GIR_HTML_ROW:
			seen->row = seen->row || opens;
			break;
		case GIR_HTML_CELL:
			seen->cell = seen->cell || (opens && seen->row);
			break;
		case GIR_HTML_BLOCK:
		case GIR_HTML_PARAGRAPH:
			if (opens && (strcmp(tag->name, "html") == 0 || strcmp(tag->name, "head") == 0 ||
						  strcmp(tag->name, "body") == 0))
				seen->page = true;
			if (opens)
			{
				seen->begun++;
				seen->blocks++;
			}
			else
			{
				seen->ended++;
				if (seen->blocks > 0)
					seen->blocks--;
			}
			break;
		default:
			break;
	}
}

/* True if a text has a line feed or a tab within it: it is laid out by itself. */
static bool
has_lines(const char *start, const char *end)
{
	gir_trim(&start, &end);
	return memchr(start, '\n', (size_t) (end - start)) != NULL ||
		memchr(start, '\t', (size_t) (end - start)) != NULL;
}

/* Plain text can be laid out with spaces. */
static gir_source
sniff_plain(const char *text, size_t len)
{
	return gir_looks_laid_out(text, len) ? GIR_SOURCE_LAID_OUT : GIR_SOURCE_TEXT;
}

/* Tell from certain signs what a text is. */
gir_source
gir_sniff(const char *text, size_t len)
{
	const char *end;
	gir_tokenizer tokens;
	gir_token	token;
	signs		seen = {0};

	if (len > MAX_LOOK)
		len = MAX_LOOK;
	end = text + len;
	if (len == 0 || memchr(text, '<', len) == NULL)
		return sniff_plain(text, len);
	if (is_docx(text, end))
		return GIR_SOURCE_DOCX;
	if (has_doctype(text, end))
		return GIR_SOURCE_HTML;

	gir_tokenizer_init(&tokens, text, len, false);
	while (!seen.page && gir_next_token(&tokens, &token))
	{
		if (token.kind != GIR_TOKEN_TEXT)
			look_at_tag(&seen, &token);
		else if (!seen.lines && seen.tables == 0 && seen.blocks == 0)
			seen.lines = has_lines(token.start, token.end);
	}
	if (seen.page)
		return GIR_SOURCE_HTML;
	if (seen.cell)
		return seen.lines ? GIR_SOURCE_TABLES : GIR_SOURCE_HTML;
	if (seen.begun >= ENOUGH_BLOCKS && seen.ended >= ENOUGH_BLOCKS && !seen.lines)
		return GIR_SOURCE_HTML;
	return sniff_plain(text, len);
}

/* True for a text with the tags of HTML. */
bool
gir_looks_like_html(const char *text, size_t len)
{
	gir_source	source = gir_sniff(text, len);

	return source == GIR_SOURCE_HTML || source == GIR_SOURCE_TABLES;
}
