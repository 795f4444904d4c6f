/*
 * prose_scan.h
 *		Sentences as characters, and as the words and numbers that matter.
 *
 * Private to the prose_*.c files.
 */
#ifndef GIR_PROSE_SCAN_H
#define GIR_PROSE_SCAN_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "core/prose.h"

/* What a word does in a sentence.  The words themselves are const data. */
typedef enum gir_word_class
{
	/* marks and numbers, made by the tokeniser */
	GIR_W_UNKNOWN,				/* text that is in no list */
	GIR_W_NUMBER,
	GIR_W_YEAR,
	GIR_W_MONTH,				/* a month without a day */
	GIR_W_COMMA,
	GIR_W_SEMICOLON,
	GIR_W_COLON,
	GIR_W_LIST,					/* an enumeration comma, or a word like "and" */
	GIR_W_OPEN,
	GIR_W_CLOSE,
	GIR_W_RANGE,				/* from ... to ... */
	GIR_W_END,

	/* words of the lists; "value" says what is meant */
	GIR_W_FILLER,				/* may stand between a word and its number: with 1,
								 * the number needs no counter */
	GIR_W_COUNTER,				/* 1 counts cases, 2 may do so, 0 other things */
	GIR_W_ABOUT,				/* before a number that is not exact */
	GIR_W_MORE,					/* behind such a number */
	GIR_W_RECEIVE,				/* gir_receive_value */
	GIR_W_HANDLE,				/* gir_handle_value */
	GIR_W_REQUEST,				/* gir_request_value */
	GIR_W_TOPIC,				/* disclosure is spoken of */
	GIR_W_CARRY,				/* carried over: 1 to the next year */
	GIR_W_TIME,					/* gir_time_value */
	GIR_W_CLASS,				/* a class of results: gir_claim_subject */
	GIR_W_DISPUTE,				/* gir_claim_subject */
	GIR_W_DOCUMENT,				/* 0 normative documents, 1 regulations */
	GIR_W_DOCUMENT_VERB,		/* 0 issued, 1 repealed, 2 in force */
	GIR_W_ZERO,					/* says that there were none: gir_claim_subject */
	GIR_W_NOT,
	GIR_W_ALL,
	GIR_W_AMONG,				/* a part of what was counted follows */
	GIR_W_COMPARED,				/* a difference follows */
	GIR_W_CAUSE,				/* names a cause, and not what is counted */
	GIR_W_CHANNEL,				/* a way in which some requests came */
	GIR_W_THESE,				/* speaks of what was counted before */
	GIR_W_AREA,					/* a whole area, or bodies below: 1 with the reporting one */
	GIR_W_BODY,					/* what names of other bodies end with */
	GIR_W_SELF,					/* the reporting body */
	GIR_W_SUPPOSED,				/* planned, possible, or other people's: not counted */
	GIR_W_APART,				/* requests, or with 1 disputes, that went a way of
								 * their own */
	GIR_W_ATTRIBUTE,			/* how documents are made public, with their number */
	GIR_W_GUIDE,				/* what is followed, or put into practice, comes behind it */
	GIR_W_FOREIGN,				/* things that the tables do not count: 1 kinds of cases,
								 * 2 documents, which are public or not */
	GIR_W_CLASS_COUNT
} gir_word_class;

typedef enum gir_receive_value
{
	GIR_RECEIVE_PLAIN,
	GIR_RECEIVE_FRESH,			/* new in the year */
	GIR_RECEIVE_ACCEPT			/* also said of the body's own business */
} gir_receive_value;

typedef enum gir_handle_value
{
	GIR_HANDLE_PLAIN,
	GIR_HANDLE_DONE				/* to the end */
} gir_handle_value;

typedef enum gir_request_value
{
	GIR_REQUEST_STRONG,
	GIR_REQUEST_WEAK,			/* needs a context */
	GIR_REQUEST_ITEMS			/* may be what was disclosed, not what was requested */
} gir_request_value;

typedef enum gir_time_value
{
	GIR_TIME_THIS_YEAR,
	GIR_TIME_PREVIOUS_YEAR,
	GIR_TIME_NEXT_YEAR,
	GIR_TIME_OTHER_YEAR,
	GIR_TIME_PART,				/* a part of a year */
	GIR_TIME_UNTIL,				/* the date until which something is counted follows */
	GIR_TIME_SINCE				/* the time since when stands before it */
} gir_time_value;

typedef struct gir_prose_word
{
	const char *text;
	uint8_t		class;
	uint8_t		value;
} gir_prose_word;

typedef struct gir_prose_list
{
	const gir_prose_word *words;
	size_t		count;
} gir_prose_list;

extern const gir_prose_list gir_prose_words;	/* prose_words.c */
extern const gir_prose_list gir_prose_traps;	/* prose_traps.c */
extern const gir_prose_list gir_prose_fillers;	/* prose_fillers.c */

/* ---- the words by their first character ---- */

#define GIR_WORD_BUCKETS 2048
#define GIR_MAX_PROSE_WORDS 1000

typedef struct gir_prose_index
{
	uint16_t	first[GIR_WORD_BUCKETS];	/* word number + 1, or 0 */
	uint16_t	next[GIR_MAX_PROSE_WORDS];	/* of the next one, + 1, or 0 */
	uint16_t	initial[GIR_MAX_PROSE_WORDS];	/* its first character */
	uint16_t	second[GIR_MAX_PROSE_WORDS];	/* the next one, or 0 */
	const gir_prose_word *words[GIR_MAX_PROSE_WORDS];
} gir_prose_index;

extern void gir_prose_index_init(gir_prose_index *index);

/* ---- a sentence ---- */

/* Longer sentences are no prose and give no claims. */
#define GIR_SENTENCE_CHARS 2000
#define GIR_SENTENCE_TOKENS 1000

/* A character, folded: half-width, without radicals. */
typedef struct gir_sentence_char
{
	uint32_t	c;
	uint16_t	len;			/* bytes */
	uint8_t		row;			/* rows of the reader since the sentence began */
	bool		spaced;			/* white space stands before it */
	const char *at;
} gir_sentence_char;

typedef struct gir_prose_token
{
	uint8_t		class;
	uint8_t		value;
	uint16_t	start;			/* characters, end one past the last */
	uint16_t	end;

	/* of numbers */
	bool		exact;
	bool		numeral;		/* in Chinese numerals */
	bool		cases;			/* the counter is one for cases */
	const char *unit;			/* the counter, or NULL */
	int64_t		number;			/* or the year, or the month */
} gir_prose_token;

typedef struct gir_sentence
{
	int			nchars;
	int			ntokens;
	bool		overlong;		/* did not fit */
	gir_sentence_char chars[GIR_SENTENCE_CHARS];
	gir_prose_token	tokens[GIR_SENTENCE_TOKENS + 1];	/* the last one is GIR_W_END */
} gir_sentence;

extern void gir_sentence_clear(gir_sentence *sentence);

/* Add a character; it must be no white space. */
extern void gir_sentence_add(gir_sentence *sentence, uint32_t c, const char *at, size_t len,
							 int row, bool spaced);

/* The longest word of the given classes at a place, or NULL; its length in *len. */
#define GIR_CLASS_BIT(class) (UINT64_C(1) << (class))
extern const gir_prose_word *gir_prose_word_at(const gir_prose_index *index,
											   const gir_sentence *sentence, int i,
											   uint64_t classes, int *len);

/* Years that are written in four digits. */
#define GIR_FIRST_YEAR 1990
#define GIR_LAST_YEAR 2099

/* True if a number in Chinese numerals, or a year, can begin with a character. */
extern bool gir_begins_numeral(uint32_t c);

/*
 * Read the number or date at a place (prose_number.c).  Returns where it ends, or
 * 0 if there is none.
 */
extern int	gir_read_prose_number(const gir_prose_index *index, const gir_sentence *sentence,
								  int i, gir_prose_token *token);

/* Find words and numbers; false if there are too many. */
extern bool gir_sentence_tokenise(const gir_prose_index *index, int year, gir_sentence *sentence);

/* ---- what one sentence says ---- */

/* What is being counted. */
typedef enum gir_prose_object
{
	GIR_OBJECT_NONE,
	GIR_OBJECT_REQUESTS,
	GIR_OBJECT_DISPUTES,
	GIR_OBJECT_DOCUMENTS,
	GIR_OBJECT_OTHER
} gir_prose_object;

#define GIR_SENTENCE_CLAIMS 40

typedef struct gir_prose_found
{
	gir_claim_subject subject;
	gir_claim_basis	basis;
	bool		fresh;
	bool		dropped;
	bool		whole;			/* received: those carried in are among them */
	bool		accepted;		/* of requests: accepted, it says */
	int			other_year;
	int64_t		value;
	const char *unit;
	uint16_t	start;			/* tokens, end one past the last */
	uint16_t	end;
} gir_prose_found;

/* What earlier sentences of a paragraph leave behind for later ones. */
typedef struct gir_prose_context
{
	const char *agency;
	size_t		agency_len;
	int			year;			/* reported on, or 0 */
	bool		disputes;		/* in the section about disputes */
	bool		topic;			/* the paragraph is about disclosure */
	gir_prose_object	object;
	gir_prose_object	counted;		/* what the last number counted */
	int			other_year;		/* the year that is spoken of, if not the report's */
	bool		carried_in_done;	/* the sentence says of those carried in that they are done */
} gir_prose_context;

/*
 * Find the claims of a sentence; returns their number.  The context is brought
 * up to date.  *topic tells if the sentence speaks of requests.
 */
extern int	gir_read_sentence(const gir_sentence *sentence, gir_prose_context *context,
							  gir_prose_found found[GIR_SENTENCE_CLAIMS]);

/* True if a sentence speaks of requests for information. */
extern bool gir_speaks_of_requests(const gir_sentence *sentence);

#endif							/* GIR_PROSE_SCAN_H */
