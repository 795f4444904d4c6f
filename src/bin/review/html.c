/*
 * html.c
 *		Text into HTML.
 */
#include "bin/review/html.h"

#include <stdarg.h>
#include <stdbool.h>
#include <string.h>

#include "bin/common/message.h"

/* What becomes of characters that not every place bears. */
enum
{
	KEEP_TABS = 1,
	NO_DIRECTIONS = 2
};

/* U+FFFD. */
#define REPLACEMENT "\xef\xbf\xbd"

/* True for characters that change the direction of writing of what follows. */
static bool
changes_direction(unsigned code)
{
	return code == 0x061C || code == 0x200E || code == 0x200F ||
		(code >= 0x202A && code <= 0x202E) || (code >= 0x2066 && code <= 0x2069);
}

/* True for code points that no HTML document may hold. */
static bool
is_forbidden(unsigned code)
{
	return (code >= 0x80 && code <= 0x9F) || (code & 0xFFFE) == 0xFFFE ||
		(code >= 0xFDD0 && code <= 0xFDEF);
}

/* A control character's picture: those of the first 32 stand in a row. */
void
html_picture(FILE *out, unsigned code)
{
	unsigned	picture = code == 0x7F ? 0x2421 : 0x2400 + code;

	putc(0xE2, out);
	putc((int) (0x80 | ((picture >> 6) & 0x3F)), out);
	putc((int) (0x80 | (picture & 0x3F)), out);
}

/* Write a character of one byte. */
static void
put_ascii(FILE *out, unsigned char c, int manner)
{
	switch (c)
	{
		case '&':
			fputs("&amp;", out);
			break;
		case '<':
			fputs("&lt;", out);
			break;
		case '>':
			fputs("&gt;", out);
			break;
		case '"':
			fputs("&quot;", out);
			break;
		case '\'':
			fputs("&#39;", out);
			break;
		default:
			if ((c < 0x20 || c == 0x7F) && !(c == '\t' && (manner & KEEP_TABS)))
				html_picture(out, c);
			else
				putc(c, out);
	}
}

/* Write text. */
static void
put_escaped(FILE *out, const char *text, size_t len, int manner)
{
	const char *end = text + len;

	while (text < end)
	{
		unsigned	code;
		int			bytes;

		if ((unsigned char) *text < 0x80)
		{
			put_ascii(out, (unsigned char) *text++, manner);
			continue;
		}
		bytes = cli_utf8_char(text, end, &code);
		if (bytes == 0 || is_forbidden(code) || ((manner & NO_DIRECTIONS) && changes_direction(code)))
			fputs(REPLACEMENT, out);
		else
			fwrite(text, 1, (size_t) bytes, out);
		text += bytes > 0 ? bytes : 1;
	}
}

/* Text of one line. */
void
html_text(FILE *out, const char *text)
{
	put_escaped(out, text, strlen(text), 0);
}

/* Text of the source. */
void
html_source(FILE *out, const char *text, size_t len)
{
	put_escaped(out, text, len, KEEP_TABS);
}

/* Text of one line, isolated. */
void
html_bdi(FILE *out, const char *text)
{
	fputs("<bdi>", out);
	html_text(out, text);
	fputs("</bdi>", out);
}

/* The end of the first so many characters. */
static const char *
excerpt_end(const char *text, int max_characters)
{
	while (*text != '\0' && (((unsigned char) *text & 0xC0) == 0x80 || max_characters-- > 0))
		text++;
	return text;
}

/* The beginning of a text of one line, isolated. */
void
html_excerpt(FILE *out, const char *text, int max_characters)
{
	const char *end = excerpt_end(text, max_characters);

	fputs("<bdi>", out);
	put_escaped(out, text, (size_t) (end - text), 0);
	fputs(*end == '\0' ? "</bdi>" : "…</bdi>", out);
}

/* The same, with all of it at hand. */
void
html_short(FILE *out, const char *text, int max_characters)
{
	const char *end = excerpt_end(text, max_characters);

	if (*end == '\0')
	{
		html_bdi(out, text);
		return;
	}
	fputs("<bdi title=\"", out);
	html_plain(out, text);
	fputs("\">", out);
	put_escaped(out, text, (size_t) (end - text), 0);
	fputs("…</bdi>", out);
}

/* The beginning of a text of one line where nothing can be isolated. */
void
html_plain_excerpt(FILE *out, const char *text, int max_characters)
{
	const char *end = excerpt_end(text, max_characters);

	put_escaped(out, text, (size_t) (end - text), NO_DIRECTIONS);
	if (*end != '\0')
		fputs("…", out);
}

/* Text of one line where nothing can be isolated. */
void
html_plain(FILE *out, const char *text)
{
	put_escaped(out, text, strlen(text), NO_DIRECTIONS);
}

/* A number with its thousands apart. */
void
html_number(FILE *out, const char *digits)
{
	size_t		whole;
	size_t		i;

	if (digits == NULL || *digits == '\0')
	{
		fputs("—", out);
		return;
	}
	if (*digits == '-')
	{
		fputs("−", out);
		digits++;
	}
	whole = strspn(digits, "0123456789");
	for (i = 0; i < whole; i++)
	{
		if (i > 0 && (whole - i) % 3 == 0)
			putc(',', out);
		putc(digits[i], out);
	}
	html_text(out, digits + whole);
}

/* A text of the interface. */
void
html_put(FILE *out, text_id id,...)
{
	const char *p = text(id);
	va_list		arguments;

	va_start(arguments, id);
	for (; *p != '\0'; p++)
	{
		if (*p != '%')
		{
			putc(*p, out);
			continue;
		}
		switch (*++p)
		{
			case 'd':
				fprintf(out, "%d", va_arg(arguments, int));
				break;
			case 'n':
				html_number(out, va_arg(arguments, const char *));
				break;
			case 's':
				html_text(out, va_arg(arguments, const char *));
				break;
			case 'b':
				html_bdi(out, va_arg(arguments, const char *));
				break;
			case 'p':
				html_plain(out, va_arg(arguments, const char *));
				break;
			default:
				putc(*p, out);
		}
	}
	va_end(arguments);
}
