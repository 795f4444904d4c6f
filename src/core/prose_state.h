/*
 * prose_state.h
 *		What is known while the words of a sentence are read one by one.
 *
 * Private to the prose_*.c files that read sentences.
 */
#ifndef GIR_PROSE_STATE_H
#define GIR_PROSE_STATE_H

#include "core/prose_scan.h"

/* Sets of subjects. */
#define BIT(subject) (UINT32_C(1) << (subject))
#define MASK(first, last) (BIT((last) + 1) - BIT(first))

#define COMING (BIT(GIR_CLAIM_RECEIVED) | BIT(GIR_CLAIM_CONCLUDED))
#define CARRIED (BIT(GIR_CLAIM_CARRIED_IN) | BIT(GIR_CLAIM_CARRIED_OUT))
#define CLASSES MASK(GIR_CLAIM_GRANTED, GIR_CLAIM_OTHER_HANDLING)
#define REQUESTS (COMING | CARRIED | CLASSES)
#define DISPUTES MASK(GIR_CLAIM_RECONSIDERATION, GIR_CLAIM_LITIGATION_AFTER_RECONSIDERATION)
#define PLAIN_DISPUTES (BIT(GIR_CLAIM_RECONSIDERATION) | BIT(GIR_CLAIM_LITIGATION))
#define DOCUMENTS MASK(GIR_CLAIM_NORMATIVE_DOCUMENTS_ISSUED, GIR_CLAIM_REGULATIONS_IN_FORCE)

#define NO_TOKEN (-1)

/* The character that words end with for what is public or given on request. */
#define LAST_OF_PUBLIC 0x5F00

/* What kind of verb governs the items of a list. */
typedef enum gir_prose_verb
{
	GIR_VERB_NONE,
	GIR_VERB_RECEIVE,
	GIR_VERB_ACCEPT,
	GIR_VERB_OTHER
} gir_prose_verb;

/* Words that wait for their number. */
typedef struct gir_prose_waiting
{
	uint32_t	mask;			/* the subjects, or 0 if nothing waits */
	int			start;			/* token */
	bool		fresh;			/* the year's new ones */
	bool		bound;			/* what is counted has been named behind the word */
	bool		implicit;		/* there is no verb */
	bool		handled;		/* "received and handled" */
	bool		unknown;		/* other text stands between */
} gir_prose_waiting;

/* What holds at a place; parentheses do not change it. */
typedef struct gir_prose_scope
{
	/* up to the next semicolon */
	gir_prose_verb	verb;
	bool		among;			/* parts of what was counted before */
	bool		attributes;		/* documents are counted by whether they are public */
	int			list;			/* the token that it begins with */
	bool		handling;		/* what is done with requests has been named */
	bool		cleaned_up;		/* documents of all years are gone through */
	bool		body_counted;	/* a count of another body was seen */

	/* from a word on */
	gir_prose_object	object;			/* what is being counted */
	gir_prose_object	counted;		/* what the last number counted */
	gir_prose_object	object_before;	/* the object before other things came up ... */
	bool		passing;		/* ... in passing, so far */
	int			document;		/* kind of documents spoken of, or -1 */
	int			other_year;		/* 0, a year, or -1 if it is not said which */
	bool		part;			/* a part of the year */
	bool		year_unsure;	/* the other year may be that of something else */
	int			area;			/* 0, 1 with the reporting body, 2 without */

	/* up to the next comma */
	uint32_t	document_verb;	/* what was done to the documents of a list */
	int			all;			/* the word "all", or NO_TOKEN */
	bool		other_body;		/* it is about another body */
	bool		channel;		/* requests that came in one way */
	bool		dated;			/* a year is named */
	bool		guided;			/* it names a plan or document that is followed */
	bool		compared;		/* differences, or other years' counts */
	bool		supposed;		/* what is planned, possible, or not counted */
	bool		negated;

	/* up to the next item of a list */
	gir_prose_waiting wait;
	int			number;			/* a number that no word has taken, or NO_TOKEN */
	bool		number_first;	/* it begins the item */
	bool		number_clean;	/* only known words stand before it */
	gir_prose_object	number_object;	/* what was being counted there */
	bool		item_unknown;	/* other text in the item so far */
	bool		item_words;		/* any but fillers */
	bool		item_topic;		/* disclosure is named */
	bool		cause;			/* a cause is named first */
	bool		modified;		/* it is about some of them only */
} gir_prose_scope;

typedef struct gir_prose_scan
{
	const gir_sentence *s;
	gir_prose_context *context;
	gir_prose_found *found;
	int			nfound;

	/* the whole sentence */
	bool		topic;			/* disclosure is spoken of */
	bool		named;			/* ... by itself, in this clause or before */
	bool		requests;		/* requests for it are named */
	bool		asked;			/* requests of any kind are */
	bool		listed_bodies;	/* counts of other bodies are listed */
	bool		late;			/* it is about a day after the year */

	bool		in_parentheses;
	gir_prose_scope	now;
	gir_prose_scope	outside;		/* of the parentheses */
} gir_prose_scan;

/* ---- prose_state.c: looking around, claims, and words that wait ---- */

/* The token at a place. */
static inline const gir_prose_token *
gir_prose_at(const gir_prose_scan *c, int i)
{
	return &c->s->tokens[i];
}

/* True if the token at a place is of one of the classes, as bits. */
static inline bool
gir_prose_is(const gir_prose_scan *c, int i, uint64_t classes)
{
	return (GIR_CLASS_BIT(gir_prose_at(c, i)->class) & classes) != 0;
}

/* The next token from a place on that is of none of the classes. */
static inline int
gir_prose_skip(const gir_prose_scan *c, int i, uint64_t classes)
{
	while (gir_prose_is(c, i, classes))
		i++;
	return i;
}

#define FILLER GIR_CLASS_BIT(GIR_W_FILLER)

/* What a token says about time, or -1. */
static inline int
gir_prose_time_of(const gir_prose_token *token)
{
	return token->class == GIR_W_YEAR || token->class == GIR_W_TIME ? token->value : -1;
}

extern bool gir_prose_ends_item(const gir_prose_scan *c, int i);
extern bool gir_prose_is_listed(const gir_prose_scan *c, int i);
extern bool gir_prose_names_requests(const gir_prose_scan *c, int i);
extern bool gir_prose_counts_requests(const gir_prose_scan *c);
extern bool gir_prose_can_be_requests(const gir_prose_scan *c);
extern bool gir_prose_fits(const gir_prose_scan *c, gir_prose_object object, uint32_t mask);

extern void gir_prose_claim(gir_prose_scan *c, gir_claim_subject subject, gir_claim_basis basis,
							int64_t value, int start, int end, const char *unit, bool fresh);
extern void gir_prose_claim_number(gir_prose_scan *c, uint32_t mask, int number, int start, int end,
								   bool fresh);
extern void gir_prose_claim_none(gir_prose_scan *c, uint32_t mask, int start, int end);
extern uint32_t gir_prose_of_regulations(uint32_t mask);

extern void gir_prose_wait(gir_prose_scan *c, uint32_t mask, int i, bool fresh);
extern void gir_prose_subject_word(gir_prose_scan *c, uint32_t mask, int i, int end);

/* ---- prose_request.c: requests and what becomes of them ---- */

extern void gir_prose_receive(gir_prose_scan *c, int i);
extern void gir_prose_handle(gir_prose_scan *c, int i);
extern void gir_prose_request(gir_prose_scan *c, int i);
extern void gir_prose_class(gir_prose_scan *c, int i);
extern void gir_prose_time(gir_prose_scan *c, int i);

/*
 * "carried over"; "none" if the word for that at "start" belongs to it.  Returns
 * the token behind the words that say from when and to when.
 */
extern int	gir_prose_carry(gir_prose_scan *c, int i, bool none, int start);

/* ---- prose_subject.c: disputes, documents, numbers and bodies ---- */

extern void gir_prose_dispute(gir_prose_scan *c, int i);
extern void gir_prose_document(gir_prose_scan *c, int i);
extern void gir_prose_document_verb(gir_prose_scan *c, int i);
extern void gir_prose_number(gir_prose_scan *c, int i);
extern void gir_prose_body(gir_prose_scan *c, int i);

/* ---- prose_share.c: disputes about everything, and those about disclosure ---- */

extern void gir_prose_take_shares(gir_prose_scan *c);

/* ---- prose_none.c: that there was nothing ---- */

/* A word for "no"; returns the token to go on with. */
extern int	gir_prose_not(gir_prose_scan *c, int i);

#endif							/* GIR_PROSE_STATE_H */
