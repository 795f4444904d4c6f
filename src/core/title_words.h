/*
 * title_words.h
 *		The pieces that titles and signatures are made of: lines without white
 *		space, years, names of agencies.
 *
 * Texts of type gir_piece have simplified characters, which take the same places
 * as those printed.
 */
#ifndef GIR_TITLE_WORDS_H
#define GIR_TITLE_WORDS_H

#include <stdbool.h>
#include <stddef.h>

#include "core/title.h"

/* Where a piece of a text begins and ends. */
typedef struct gir_piece
{
	const char *start;
	const char *end;
} gir_piece;

/* A title taken apart; the name is as printed, without its end in '\0'. */
typedef struct gir_title_parts
{
	gir_piece	title;
	gir_piece	when;			/* the year with its word; NULL if there is none */
	const char *subject;		/* where the words begin that say what it is about */
	int			year;			/* or 0 */
	bool		doubtful;		/* something before the name was left out */
	size_t		name_len;
	char		name[GIR_TITLE_SIZE];
} gir_title_parts;

/* The length of the word of a list that a text begins with, or 0. */
extern size_t gir_title_word_at(const char *p, const char *end, const char *const *words);

/* The first place in a text where a word of a list stands, or NULL. */
extern const char *gir_title_find_word(const char *p, const char *end, const char *const *words);

/* The length of the word of a list that a text ends with, or 0. */
extern size_t gir_title_word_before(const char *start, const char *p, const char *const *words);

/*
 * A line without white space, marks in front, and pinyin in brackets, and with
 * radicals unified.  False if it is longer than any title's.
 */
extern bool gir_title_squeeze(const char *p, const char *end, gir_short_line *line);

/* The digit of a year that a character is, Arabic or Chinese, or -1. */
extern int	gir_year_digit(uint32_t c);

/*
 * The first year in a text, with the word behind it in *where; 0 if there is
 * none.  "loose" takes the first four of more digits, too.
 */
extern int	gir_find_year(const char *p, const char *end, bool loose, gir_piece *where);

/* True if a text can be an agency's name, or the beginning of one. */
extern bool gir_is_name(gir_piece name);
extern bool gir_is_name_part(gir_piece name);

/* True if an agency's name can be no more than a part of it. */
extern bool gir_is_poor_name(gir_piece agency);

/* True if a text has the name of a place, or that of the nation in front. */
extern bool gir_names_place(gir_piece name);

/* True if a text ends with a place, such as a county, and not with a body. */
extern bool gir_ends_with_place(gir_piece name);

/* Take a text apart as a title (title_read.c); false if it is none. */
extern bool gir_read_title(gir_piece text, const char *printed, gir_title_parts *parts);

#endif							/* GIR_TITLE_WORDS_H */
