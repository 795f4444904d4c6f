/*
 * page.c
 *		What all pages have in common.
 */
#include "bin/review/page.h"

#include "bin/review/html.h"

/* So much of a name is shown: those of documents that are none may be of any length. */
#define MAX_NAME 80

/* Begin a page. */
void
page_begin(FILE *out, const char *title, const char *extra)
{
	fputs("<!DOCTYPE html>\n<html lang=\"zh\">\n<head>\n<meta charset=\"utf-8\">\n"
		  "<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n"
		  "<meta name=\"generator\" content=\"gireport-review\">\n"
		  "<meta name=\"color-scheme\" content=\"light dark\">\n"
		  "<title>", out);
	html_plain_excerpt(out, title, MAX_NAME);
	if (extra != NULL)
	{
		putc(' ', out);
		html_plain(out, extra);
	}
	fputs("</title>\n<link rel=\"stylesheet\" href=\"" STYLE_SHEET "\">\n</head>\n<body>\n"
		  "<a class=\"skip\" href=\"#main\">", out);
	html_put(out, T_SKIP);
	fputs("</a>\n", out);
}

/* End it. */
void
page_end(FILE *out)
{
	fputs("<footer>\n<p>", out);
	html_put(out, T_FOOTER);
	fputs("</p>\n</footer>\n</body>\n</html>\n", out);
}

/* Begin a section. */
void
page_begin_section(FILE *out, const char *id, text_id heading)
{
	fprintf(out, "<section id=\"%s\" aria-labelledby=\"%s-heading\">\n<h2 id=\"%s-heading\">", id, id, id);
	html_put(out, heading);
	fputs("</h2>\n", out);
}

/* End it. */
void
page_end_section(FILE *out)
{
	fputs("</section>\n", out);
}

/* Begin a table.  The box can be scrolled with the keyboard, too. */
void
page_begin_table(FILE *out, const char *id, const char *class)
{
	fprintf(out, "<div class=\"scroll\" role=\"region\" aria-labelledby=\"%s-heading\" tabindex=\"0\">\n"
			"<table class=\"%s\">\n", id, class);
}

/* End it. */
void
page_end_table(FILE *out)
{
	fputs("</table>\n</div>\n", out);
}

/* What a report is called. */
void
page_put_name(FILE *out, const entry *entry)
{
	if (entry->agency != NULL && *entry->agency != '\0')
		html_short(out, entry->agency, MAX_NAME);
	else if (entry->title != NULL && *entry->title != '\0')
		html_short(out, entry->title, MAX_NAME);
	else
		html_put(out, T_AGENCY_UNKNOWN);
}
