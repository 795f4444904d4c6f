/*
 * render_style.c
 *		The style of pages, and text made safe for them.
 *
 * All rules are about what is in an element of the class gireport, so that the
 * style can be added to that of any page.
 */
#include "core/render.h"

#include "core/words.h"

static const char style[] =
".gireport { max-width: 64rem; margin: 0 auto; padding: 0.5rem; color: #1a1a1a; background: #fff;\n"
"  font: 1rem/1.5 \"Noto Sans CJK SC\", \"Source Han Sans SC\", \"PingFang SC\", \"Microsoft YaHei\", sans-serif; }\n"
".gireport h1 { font-size: 1.5em; line-height: 1.3; margin: 0.5rem 0; }\n"
".gireport h2 { font-size: 1.2em; margin: 1.2em 0 0.4em; }\n"
".gireport h3 { font-size: 1em; margin: 1em 0 0.25em; }\n"
".gireport .gr-name::before { content: attr(aria-label); }\n"
".gireport .gr-scroll { overflow-x: auto; }\n"
".gireport table { border-collapse: collapse; width: 100%; table-layout: fixed; font-size: 0.875em; }\n"
".gireport .gr-section-2 { min-width: 20rem; }\n"
".gireport .gr-section-3, .gireport .gr-section-4 { min-width: 56rem; }\n"
".gireport .gr-section-2 + .gr-section-2 caption { border-top: 0; }\n"
".gireport caption { border: 1px solid #767676; border-bottom: 0; padding: 0.25rem; font-weight: bold; }\n"
".gireport th, .gireport td { border: 1px solid #767676; padding: 0.25rem; text-align: center; overflow-wrap: anywhere; }\n"
".gireport th { background: #f2f2f2; font-weight: normal; }\n"
".gireport thead th { font-weight: bold; }\n"
".gireport th[scope=row] { text-align: left; }\n"
".gireport .gr-group { width: 6.5em; }\n"
".gireport .gr-section-2 .gr-label { width: 34%; }\n"
".gireport .gr-section-3 .gr-label { width: 17em; }\n"
".gireport .gr-remark { text-align: left; background: #f2f2f2; }\n"
".gireport .gr-missing::before { content: \"（无数据）\"; color: #595959; }\n"
".gireport .gr-missing { border-right: 0; }\n"
".gireport .gr-rest { border-left: 0; }\n"
".gireport td.gr-error { background: #fde3e3; outline: 2px solid #a80018; outline-offset: -3px; font-weight: bold; }\n"
".gireport td.gr-warning { background: #fff4d6; outline: 2px dashed #7a5200; outline-offset: -3px; }\n"
".gireport td.gr-error::before { content: \"\\D7\\A0\"; color: #a80018; }\n"
".gireport td.gr-warning::before { content: \"?\\A0\"; color: #7a5200; }\n"
".gireport td[data-suggested]::after { content: \"建议 \" attr(data-suggested); display: block;\n"
"  font-size: 0.85em; font-weight: normal; color: #00501e; }\n"
".gireport td:target, .gireport li:target { box-shadow: 0 0 0 3px #0b57d0; }\n"
".gireport strong.gr-error { color: #a80018; }\n"
".gireport strong.gr-warning { color: #7a5200; }\n"
".gireport ul { margin: 0; padding-left: 1.25rem; }\n"
".gireport li { margin: 0.25rem 0; overflow-wrap: anywhere; }\n"
".gireport .gr-links { font-size: 0.875em; }\n"
".gireport a { color: #0b57d0; }\n"
"@media (max-width: 40rem) {\n"
"  .gireport .gr-section-3 { min-width: 44rem; }\n"
"  .gireport .gr-group { width: 4.5em; }\n"
"  .gireport .gr-section-3 .gr-label { width: 9em; }\n"
"}\n"
"@media print {\n"
"  .gireport { max-width: none; padding: 0; font-size: 9pt; }\n"
"  .gireport .gr-scroll { overflow: visible; }\n"
"  .gireport table { min-width: 0 !important; font-size: 7.5pt; }\n"
"  .gireport th, .gireport td { padding: 1pt 2pt; print-color-adjust: exact; -webkit-print-color-adjust: exact; }\n"
"  .gireport tr, .gireport li { break-inside: avoid; }\n"
"  .gireport h2, .gireport h3 { break-after: avoid; }\n"
"  .gireport .gr-links { display: none; }\n"
"}\n";

/* Write the style sheet that pages have. */
void
gir_render_style(const gir_writer *writer)
{
	writer->put(writer->context, style, sizeof(style) - 1);
}

/* What a byte is replaced with in HTML, or NULL. */
static const char *
replacement_of(unsigned char c)
{
	switch (c)
	{
		case '&':
			return "&amp;";
		case '<':
			return "&lt;";
		case '>':
			return "&gt;";
		case '"':
			return "&quot;";
		case '\'':
			return "&#39;";
		case '\t':
		case '\n':
		case '\f':
		case '\r':
			return " ";
		default:
			return c < 0x20 || c == 0x7F ? "?" : NULL;
	}
}

/* Write text of a report in HTML. */
void
gir_put_escaped(const gir_writer *writer, const char *text, size_t len)
{
	const char *end = text + len;
	const char *start = text;

	for (; text < end; text++)
	{
		const unsigned char *p = (const unsigned char *) text;
		const char *replacement = replacement_of(*p);
		size_t		width = 1;

		/* control characters of two bytes, which pages cannot have, either */
		if (p[0] == 0xC2 && end - text > 1 && p[1] >= 0x80 && p[1] < 0xA0)
		{
			replacement = "?";
			width = 2;
		}
		if (replacement == NULL)
			continue;
		writer->put(writer->context, start, (size_t) (text - start));
		gir_put(writer, replacement);
		text += width - 1;
		start = text + 1;
	}
	writer->put(writer->context, start, (size_t) (end - start));
}

/* Escape a piece of text and hand it on. */
static void
put_escaped_piece(void *context, const char *bytes, size_t len)
{
	gir_put_escaped(context, bytes, len);
}

/* A writer that escapes what it is given for HTML. */
gir_writer
gir_escaping_writer(const gir_writer *writer)
{
	gir_writer	escaping;

	escaping.put = put_escaped_piece;
	escaping.context = (void *) writer;
	return escaping;
}
