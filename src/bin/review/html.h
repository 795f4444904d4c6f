/*
 * html.h
 *		Text into HTML.
 *
 * Whatever a document, a file name or the database says goes through one of
 * these functions: they write no markup but their own, whatever the text is.
 * Control characters become visible, bytes that are no UTF-8 become U+FFFD.
 */
#ifndef REVIEW_HTML_H
#define REVIEW_HTML_H

#include <stddef.h>
#include <stdio.h>

#include "bin/review/texts.h"

/* Text of one line: line breaks and tabs are made visible, too. */
void		html_text(FILE *out, const char *text);

/* The same of so many bytes, where tabs stay tabs. */
void		html_source(FILE *out, const char *text, size_t len);

/* Text of one line in <bdi>, so that its direction has no effect around it. */
void		html_bdi(FILE *out, const char *text);

/* The same, but not more than so many characters. */
void		html_excerpt(FILE *out, const char *text, int max_characters);

/* The same; if characters are left out, the whole text is in its title. */
void		html_short(FILE *out, const char *text, int max_characters);

/*
 * Text of one line for an attribute, a <title> or an SVG: where nothing can be
 * isolated, characters that change the direction of writing become U+FFFD.
 */
void		html_plain(FILE *out, const char *text);

/* The same, but not more than so many characters. */
void		html_plain_excerpt(FILE *out, const char *text, int max_characters);

/* The visible picture of a control character of ASCII. */
void		html_picture(FILE *out, unsigned code);

/* A number in decimal digits, thousands apart; NULL or "" gives a dash. */
void		html_number(FILE *out, const char *digits);

/*
 * A text of the interface.  In it %d stands for an int, %n for a number in
 * digits (const char *), %s for html_text, %b for html_bdi, %p for html_plain.
 * The texts are ours and go out as they are.
 */
void		html_put(FILE *out, text_id id,...);

#endif							/* REVIEW_HTML_H */
