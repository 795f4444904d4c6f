/*
 * encoding.c
 *		The encoding that a document is in.
 */
#include "core/plain.h"

#include <string.h>

#include "core/chars.h"
#include "core/html.h"

/* A declaration must be among the first bytes. */
#define MAX_LOOK 4096

/* Damaged UTF-8 has some bad bytes, other encodings have hardly any good ones. */
#define GOOD_FOR_BAD 4

/* Names of encodings, in lower case. */
static const struct
{
	const char *name;
	gir_encoding encoding;
}			names[] = {
	{"utf-8", GIR_ENCODING_UTF8},
	{"utf8", GIR_ENCODING_UTF8},
	{"gb18030", GIR_ENCODING_GB18030},
	{"gbk", GIR_ENCODING_GB18030},
	{"x-gbk", GIR_ENCODING_GB18030},
	{"gb2312", GIR_ENCODING_GB18030},
	{"gb_2312-80", GIR_ENCODING_GB18030},
	{"csgb2312", GIR_ENCODING_GB18030},
	{"cp936", GIR_ENCODING_GB18030},
	{"ms936", GIR_ENCODING_GB18030},
	{"windows-936", GIR_ENCODING_GB18030},
	{"euc-cn", GIR_ENCODING_GB18030},
	{"chinese", GIR_ENCODING_GB18030},
	{"big5", GIR_ENCODING_BIG5},
	{"big5-hkscs", GIR_ENCODING_BIG5},
	{"cn-big5", GIR_ENCODING_BIG5},
	{"x-x-big5", GIR_ENCODING_BIG5},
	{"csbig5", GIR_ENCODING_BIG5},
	{"cp950", GIR_ENCODING_BIG5},
};

#define NAME_COUNT (sizeof(names) / sizeof(names[0]))

/* The encoding of a name. */
static gir_encoding
encoding_of_name(const char *start, const char *end)
{
	size_t		i;

	gir_trim(&start, &end);
	for (i = 0; i < NAME_COUNT; i++)
	{
		if (gir_is_word(start, end, names[i].name))
			return names[i].encoding;
	}
	return GIR_ENCODING_UNKNOWN;
}

/*
 * The encoding that a text such as "text/html; charset=gbk" names behind a word,
 * which is in lower case.
 */
static gir_encoding
encoding_behind(const char *p, const char *end, const char *word)
{
	size_t		len = strlen(word);

	for (; (size_t) (end - p) > len; p++)
	{
		const char *start;

		if (!gir_is_word(p, p + len, word))
			continue;
		p += len;
		while (p < end && (*p == ' ' || *p == '=' || *p == '"' || *p == '\''))
			p++;
		start = p;
		while (p < end && *p != ';' && *p != ' ' && *p != '"' && *p != '\'' && *p != '>')
			p++;
		return encoding_of_name(start, p);
	}
	return GIR_ENCODING_UNKNOWN;
}

/* The encoding that a <meta> declares. */
static gir_encoding
encoding_of_meta(const gir_token *tag)
{
	const char *p = tag->name_end;
	gir_attribute attribute;

	while (gir_next_attribute(&p, tag->end, &attribute))
	{
		if (gir_is_word(attribute.name, attribute.name_end, "charset"))
			return encoding_of_name(attribute.value, attribute.value_end);
		if (gir_is_word(attribute.name, attribute.name_end, "content"))
		{
			gir_encoding found = encoding_behind(attribute.value, attribute.value_end, "charset");

			if (found != GIR_ENCODING_UNKNOWN)
				return found;
		}
	}
	return GIR_ENCODING_UNKNOWN;
}

/* The encoding that a document declares. */
static gir_encoding
declared_encoding(const char *bytes, size_t len)
{
	gir_tokenizer tokens;
	gir_token	token;
	gir_encoding found = GIR_ENCODING_UNKNOWN;

	if (len > MAX_LOOK)
		len = MAX_LOOK;
	if (len > 5 && memcmp(bytes, "<?xml", 5) == 0)
	{
		const char *close = memchr(bytes, '>', len);

		if (close != NULL)
			found = encoding_behind(bytes, close, "encoding");
	}
	gir_tokenizer_init(&tokens, bytes, len, false);
	while (found == GIR_ENCODING_UNKNOWN && gir_next_token(&tokens, &token))
	{
		if (token.kind == GIR_TOKEN_START && gir_is_word(token.name, token.name_end, "meta"))
			found = encoding_of_meta(&token);
	}
	return found;
}

/* True if bytes are UTF-8, but for some that are damaged. */
static bool
is_utf8(const char *p, const char *end)
{
	size_t		good = 0;
	size_t		bad = 0;

	while (p < end)
	{
		const char *before = p;

		if ((unsigned char) *p < 0x80)
		{
			p++;
			continue;
		}
		/* U+FFFD itself has three bytes */
		if (gir_next_char(&p, end) != GIR_BAD_CHAR || p - before > 1)
			good++;
		else
			bad++;
	}
	return bad == 0 || good / GOOD_FOR_BAD >= bad;
}

/* The encoding that bytes are in. */
gir_encoding
gir_find_encoding(const char *bytes, size_t len)
{
	if (len >= 3 && memcmp(bytes, "\xEF\xBB\xBF", 3) == 0)
		return GIR_ENCODING_UTF8;
	if (len >= 2 && (memcmp(bytes, "\xFF\xFE", 2) == 0 || memcmp(bytes, "<\0", 2) == 0))
		return GIR_ENCODING_UTF16LE;
	if (len >= 2 && (memcmp(bytes, "\xFE\xFF", 2) == 0 || memcmp(bytes, "\0<", 2) == 0))
		return GIR_ENCODING_UTF16BE;

	/* pages are converted more often than what they declare is */
	if (is_utf8(bytes, bytes + len))
		return GIR_ENCODING_UTF8;
	return declared_encoding(bytes, len);
}
