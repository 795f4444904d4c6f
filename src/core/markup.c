/*
 * markup.c
 *		Tokens of HTML and XML: tags and the text between them.
 */
#include "core/markup.h"

#include <string.h>

/* White space in a tag. */
static inline bool
is_blank(char c)
{
	return c == ' ' || c == '\t' || c == '\n' || c == '\r' || c == '\f';
}

/* What ends the name of a tag. */
static inline bool
ends_name(char c)
{
	return is_blank(c) || c == '/' || c == '>';
}

/* What a tag's name begins with. */
static inline bool
begins_name(char c, bool xml)
{
	return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') ||
		(xml && (c == '_' || c == ':' || (unsigned char) c >= 0x80));
}

/* Start reading. */
void
gir_tokenizer_init(gir_tokenizer *tokenizer, const char *text, size_t len, bool xml)
{
	tokenizer->p = text;
	tokenizer->end = text + len;
	tokenizer->counted = text;
	tokenizer->line = 1;
	tokenizer->xml = xml;

	/* a byte order mark is no part of the text */
	if (len >= 3 && memcmp(text, "\xEF\xBB\xBF", 3) == 0)
		tokenizer->p += 3;
}

/* Find a string; returns the place after it, or the end if it is not there. */
static const char *
after(const char *p, const char *end, const char *string)
{
	size_t		len = strlen(string);

	while ((size_t) (end - p) >= len &&
		   (p = memchr(p, string[0], (size_t) (end - p) - len + 1)) != NULL)
	{
		if (memcmp(p, string, len) == 0)
			return p + len;
		p++;
	}
	return end;
}

/* The end of a comment, whose "<!--" ends at p. */
static const char *
comment_end(const char *p, const char *end, bool xml)
{
	if (xml)
		return after(p, end, "-->");
	if (p < end && *p == '>')
		return p + 1;
	if (end - p >= 2 && p[0] == '-' && p[1] == '>')
		return p + 2;
	while ((p = after(p, end, "--")) < end)
	{
		if (*p == '>')
			return p + 1;
		if (end - p >= 2 && p[0] == '!' && p[1] == '>')
			return p + 2;
		p--;					/* the second dash may be the first of the end */
	}
	return end;
}

/* The end of a document type declaration in XML, which can hold declarations. */
static const char *
doctype_end(const char *p, const char *end)
{
	const char *close = after(p, end, ">");
	const char *bracket = memchr(p, '[', (size_t) (close - p));

	if (bracket == NULL)
		return close;
	return after(after(bracket, end, "]"), end, ">");
}

/*
 * Pass markup that is no tag: comments, declarations, processing instructions.
 * Returns false if it is a section of literal text, which is in *token.
 */
static bool
pass_declaration(gir_tokenizer *tokenizer, gir_token *token)
{
	const char *p = tokenizer->p;
	const char *end = tokenizer->end;
	bool		xml = tokenizer->xml;

	if (end - p >= 4 && memcmp(p, "<!--", 4) == 0)
		tokenizer->p = comment_end(p + 4, end, xml);
	else if (xml && end - p >= 9 && memcmp(p, "<![CDATA[", 9) == 0)
	{
		token->kind = GIR_TOKEN_TEXT;
		token->literal = true;
		token->start = p + 9;
		tokenizer->p = after(p + 9, end, "]]>");
		token->end = tokenizer->p;
		if (token->end - token->start >= 3 && memcmp(token->end - 3, "]]>", 3) == 0)
			token->end -= 3;
		return false;
	}
	else if (xml && p[1] == '?')
		tokenizer->p = after(p, end, "?>");
	else if (xml && p[1] == '!')
		tokenizer->p = doctype_end(p, end);
	else
		tokenizer->p = after(p, end, ">");
	return true;
}

/* Read a tag's next attribute. */
bool
gir_next_attribute(const char **p, const char *end, gir_attribute *attribute)
{
	const char *q = *p;

	while (q < end && (is_blank(*q) || *q == '/'))
		q++;
	*p = q;
	if (q == end || *q == '>')
		return false;

	attribute->name = q++;
	while (q < end && !ends_name(*q) && *q != '=')
		q++;
	attribute->name_end = attribute->value = attribute->value_end = q;
	while (q < end && is_blank(*q))
		q++;
	if (q < end && *q == '=')
	{
		q++;
		while (q < end && is_blank(*q))
			q++;
		attribute->value = attribute->value_end = q;
		if (q < end && (*q == '"' || *q == '\''))
		{
			const char *quote = memchr(q + 1, *q, (size_t) (end - q - 1));

			attribute->value = q + 1;
			attribute->value_end = quote != NULL ? quote : end;
			q = quote != NULL ? quote + 1 : end;
		}
		else
		{
			while (q < end && !is_blank(*q) && *q != '>')
				q++;
			attribute->value_end = q;
		}
	}
	*p = q;
	return true;
}

/* Read the tag at the tokenizer's place; false if the text ends within it. */
static bool
read_tag(gir_tokenizer *tokenizer, gir_token *token)
{
	const char *end = tokenizer->end;
	const char *p = tokenizer->p + 1;
	gir_attribute attribute;

	token->kind = GIR_TOKEN_START;
	token->literal = false;
	token->start = tokenizer->p;
	if (*p == '/')
	{
		token->kind = GIR_TOKEN_END;
		p++;
	}
	token->name = p;
	while (p < end && !ends_name(*p))
		p++;
	token->name_end = p;
	while (gir_next_attribute(&p, end, &attribute))
		;
	if (p == end)
		return false;
	token->empty = p[-1] == '/';
	token->end = p + 1;
	return true;
}

/* Read the next token. */
bool
gir_next_token(gir_tokenizer *tokenizer, gir_token *token)
{
	const char *end = tokenizer->end;

	while (tokenizer->p < end)
	{
		const char *p = tokenizer->p;
		const char *open = p;

		/* text reaches up to the next "<" that begins markup */
		while (open < end && (open = memchr(open, '<', (size_t) (end - open))) != NULL)
		{
			if (end - open >= 2 &&
				(begins_name(open[1], tokenizer->xml) || open[1] == '!' || open[1] == '?'))
				break;
			if (end - open >= 3 && open[1] == '/')
				break;
			open++;
		}
		if (open == NULL)
			open = end;
		if (open > p)
		{
			token->kind = GIR_TOKEN_TEXT;
			token->literal = false;
			token->start = p;
			token->end = tokenizer->p = open;
			return true;
		}

		if (begins_name(p[1], tokenizer->xml) || (p[1] == '/' && begins_name(p[2], tokenizer->xml)))
		{
			if (!read_tag(tokenizer, token))
				break;
			tokenizer->p = token->end;
			return true;
		}
		if (!pass_declaration(tokenizer, token))
			return true;
	}
	tokenizer->p = end;
	return false;
}

/* True if two names are the same but for the case of their letters. */
bool
gir_same_name(const char *a, const char *a_end, const char *b, const char *b_end)
{
	if (a_end - a != b_end - b)
		return false;
	for (; a < a_end; a++, b++)
	{
		/* the bit that tells the cases apart; no two names differ in it alone */
		if ((*a | 0x20) != (*b | 0x20))
			return false;
	}
	return true;
}

/* True if a span is a word, in any case. */
bool
gir_is_word(const char *start, const char *end, const char *word)
{
	for (; start < end && *word != '\0'; start++, word++)
	{
		char		c = *start;

		if (c >= 'A' && c <= 'Z')
			c = (char) (c + ('a' - 'A'));
		if (c != *word)
			return false;
	}
	return start == end && *word == '\0';
}

/* True if an element's tag begins after a "<" or "</" at p. */
static bool
is_tag_of(const char *p, const char *end, const char *name, size_t name_len)
{
	return (size_t) (end - p) > name_len &&
		gir_same_name(p, p + name_len, name, name + name_len) && ends_name(p[name_len]);
}

/* The end of raw content. */
const char *
gir_raw_end(const char *p, const char *end, const char *name, size_t name_len)
{
	while (p < end && (p = memchr(p, '<', (size_t) (end - p))) != NULL)
	{
		if (end - p >= 2 && p[1] == '/' && is_tag_of(p + 2, end, name, name_len))
			return p;
		p++;
	}
	return end;
}

/* The end of a script. */
const char *
gir_script_end(const char *p, const char *end)
{
	static const char name[] = "script";
	bool		comment = false;
	bool		inner = false;	/* in a script in a comment */

	for (; p < end; p++)
	{
		if (*p == '<')
		{
			bool		closing = end - p >= 2 && p[1] == '/';

			if (is_tag_of(p + 1 + closing, end, name, sizeof(name) - 1))
			{
				if (closing && !inner)
					return p;
				inner = comment && !closing;
			}
			else if (end - p >= 4 && memcmp(p, "<!--", 4) == 0)
			{
				comment = true;
				p += 1;			/* the dashes can be those of the end, too */
			}
		}
		else if (*p == '-' && comment && end - p >= 3 && p[1] == '-' && p[2] == '>')
			comment = inner = false;
	}
	return end;
}

/* The line of a place. */
uint32_t
gir_line_of(gir_tokenizer *tokenizer, const char *place)
{
	while (tokenizer->counted < place)
	{
		const char *feed = memchr(tokenizer->counted, '\n',
								  (size_t) (place - tokenizer->counted));

		if (feed == NULL)
		{
			tokenizer->counted = place;
			break;
		}
		tokenizer->counted = feed + 1;
		tokenizer->line++;
	}
	return tokenizer->line;
}
