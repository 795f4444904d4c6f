/*
 * markup.h
 *		Tokens of HTML and XML: tags and the text between them.
 *
 * The tokenizer goes over the bytes once and keeps no copy of anything: tokens
 * are spans of the source.  What is no markup is text; nothing is an error.  In
 * HTML it follows the rules that browsers follow for damaged pages.
 */
#ifndef GIR_MARKUP_H
#define GIR_MARKUP_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

typedef enum gir_token_kind
{
	GIR_TOKEN_TEXT,
	GIR_TOKEN_START,			/* a start tag */
	GIR_TOKEN_END				/* an end tag */
} gir_token_kind;

typedef struct gir_token
{
	gir_token_kind kind;
	bool		literal;		/* text in which "&" stands for itself */
	bool		empty;			/* a tag that ends its element, too: <br/> */
	const char *start;			/* of the text, or of the tag with its brackets */
	const char *end;
	const char *name;			/* of a tag; its attributes follow */
	const char *name_end;
} gir_token;

/* An attribute of a tag; the value is empty if there is none. */
typedef struct gir_attribute
{
	const char *name;
	const char *name_end;
	const char *value;
	const char *value_end;
} gir_attribute;

typedef struct gir_tokenizer
{
	const char *p;				/* where the next token begins */
	const char *end;
	const char *counted;		/* lines are counted up to here */
	uint32_t	line;			/* of that place, from 1 */
	bool		xml;
} gir_tokenizer;

extern void gir_tokenizer_init(gir_tokenizer *tokenizer, const char *text, size_t len, bool xml);

/* Read the next token; false at the end of the text. */
extern bool gir_next_token(gir_tokenizer *tokenizer, gir_token *token);

/* Read a tag's next attribute; *p is at first the end of the tag's name. */
extern bool gir_next_attribute(const char **p, const char *end, gir_attribute *attribute);

/* True if two names are the same but for the case of their letters. */
extern bool gir_same_name(const char *a, const char *a_end, const char *b, const char *b_end);

/* True if a name, or a value, is a word in lower case, however it is written. */
extern bool gir_is_word(const char *start, const char *end, const char *word);

/*
 * The end of what follows a start tag and is no markup, up to the element's end
 * tag: the content of <title>, <style> and the like.
 */
extern const char *gir_raw_end(const char *p, const char *end, const char *name, size_t name_len);

/* The same for <script>, where comments can hold scripts. */
extern const char *gir_script_end(const char *p, const char *end);

/*
 * The line of a place, from 1.  Places must not go back behind one that was asked
 * for before.
 */
extern uint32_t gir_line_of(gir_tokenizer *tokenizer, const char *place);

/* ---- entity.c ---- */

/*
 * Decode the character reference at *p, an ampersand, and pass it.  Returns 0 if
 * it is none: the ampersand then stands for itself.
 */
extern uint32_t gir_decode_reference(const char **p, const char *end, bool xml);

#endif							/* GIR_MARKUP_H */
