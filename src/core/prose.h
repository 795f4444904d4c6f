/*
 * prose.h
 *		The prose of a report: the counts that its sentences state, and their
 *		comparison with the tables.
 *
 * A claim is a count that a sentence states about something that the tables
 * count, too.  What is not certain to be such a count gives no claim: counts of
 * other things (consultations, hotline tickets, published items), of another
 * year, of a part of the year, or of another body.
 */
#ifndef GIR_PROSE_H
#define GIR_PROSE_H

#include "core/gireport_core.h"

/* What a claim counts.  Each has a line in gir_claim_subjects. */
typedef enum gir_claim_subject
{
	GIR_CLAIM_RECEIVED,
	GIR_CLAIM_CARRIED_IN,
	GIR_CLAIM_CONCLUDED,
	GIR_CLAIM_CARRIED_OUT,
	GIR_CLAIM_GRANTED,
	GIR_CLAIM_PARTIALLY_GRANTED,
	GIR_CLAIM_GRANTED_OR_PARTIALLY_GRANTED,
	GIR_CLAIM_DENIED,
	GIR_CLAIM_UNAVAILABLE,
	GIR_CLAIM_REJECTED,
	GIR_CLAIM_OTHER_HANDLING,
	GIR_CLAIM_RECONSIDERATION,
	GIR_CLAIM_LITIGATION,
	GIR_CLAIM_LITIGATION_DIRECT,
	GIR_CLAIM_LITIGATION_AFTER_RECONSIDERATION,
	GIR_CLAIM_NORMATIVE_DOCUMENTS_ISSUED,
	GIR_CLAIM_NORMATIVE_DOCUMENTS_REPEALED,
	GIR_CLAIM_NORMATIVE_DOCUMENTS_IN_FORCE,
	GIR_CLAIM_REGULATIONS_ISSUED,
	GIR_CLAIM_REGULATIONS_REPEALED,
	GIR_CLAIM_REGULATIONS_IN_FORCE,
	GIR_CLAIM_COUNT
} gir_claim_subject;

/* How a sentence states a count. */
typedef enum gir_claim_basis
{
	GIR_CLAIM_BY_NUMBER,			/* with a number */
	GIR_CLAIM_BY_NONE,				/* "none was received": 0 */
	GIR_CLAIM_BY_ALL_DONE			/* "all were concluded": 0 are left */
} gir_claim_basis;

/*
 * A count that a sentence states.  The texts are as printed and belong to the
 * reader; the spans are their places in the text.
 */
typedef struct gir_claim
{
	gir_claim_subject subject;
	gir_claim_basis	basis;
	bool		fresh;			/* requests that the words call the year's new ones */
	bool		whole;			/* requests received: those carried in are said to be among them */
	int			other_year;		/* the year it is about, if that is not the report's, or 0 */
	int			section;		/* the section it stands in, 1 to 6, or 0 */
	int64_t		value;
	const char *unit;			/* the counter behind the number, or NULL */
	const char *raw;			/* the words that state it */
	const char *sentence;
	uint32_t	raw_len;
	uint32_t	sentence_len;
	gir_span	raw_span;
	gir_span	sentence_span;
	uint32_t	line;			/* the line the words begin on, from 1 */
	uint32_t	sentence_number;	/* from 1 */
} gir_claim;

/*
 * Find the claims of a text that was read as the report given, of which only
 * agency and year are used, and call back for each, in the order of the text.
 * Claims with an other_year are no claims about the report; they are of use to
 * find text that was left from last year.
 */
typedef void (*gir_claim_function) (void *context, const gir_claim *claim);
extern void gir_find_claims(const char *text, size_t len, const gir_report *report,
							gir_claim_function function, void (*check_interrupts) (void),
							void *context);

/* Stable name of a subject. */
extern const char *gir_claim_code(gir_claim_subject subject);

/* ---- prose against tables ---- */

/* How the tables count a subject, as const data. */
typedef struct gir_claim_info
{
	const char *code;
	const char *rule;			/* the rule that compares it with the tables */
	const char *label;			/* in messages, in Chinese */
	uint8_t		first_row;		/* the tables' count is the sum of these rows ... */
	uint8_t		last_row;
	uint8_t		other_row;		/* ... or this row of the other form, or GIR_NO_ROW */
	uint8_t		column;			/* in this column ... */
	uint8_t		other_column;	/* ... or this one of the other form, or GIR_NO_COLUMN */
} gir_claim_info;

extern const gir_claim_info gir_claim_subjects[GIR_CLAIM_COUNT];

/* What claims are compared with. */
typedef enum gir_prose_kind
{
	GIR_PROSE_TABLE,			/* the tables */
	GIR_PROSE_SUM,				/* a sum that the same sentence states */
	GIR_PROSE_YEAR				/* the year of the report */
} gir_prose_kind;

/* A rule evaluated for claims about one thing. */
typedef struct gir_prose_finding
{
	gir_prose_kind kind;
	const char *rule;
	gir_severity severity;
	gir_verdict verdict;
	gir_claim_subject subject;
	const gir_claim *const *claims; /* the claims it is about, in the order of the text */
	int			nclaims;		/* at least 1; of GIR_PROSE_TABLE more than 1 if
								 * they contradict one another */
	bool		left_known;
	bool		right_known;
	bool		with_carried_in;	/* right includes the requests carried in */
	gir_wide	left;			/* what the prose states */
	gir_wide	right;			/* what the tables, the sentence or the title say */
} gir_prose_finding;

/*
 * Compare claims, in the order of the text, with the tables of a report.  "group"
 * is space for as many pointers as there are claims.
 */
typedef void (*gir_prose_function) (void *context, const gir_prose_finding *finding);
extern void gir_check_prose(const gir_figures *figures, int year, const gir_claim *claims,
							int nclaims, const gir_claim **group,
							gir_prose_function function, void *context);

/* The finding's equation in words, and the finding in Chinese. */
extern void gir_prose_expression(const gir_prose_finding *finding, const gir_writer *writer);
extern void gir_prose_message(const gir_prose_finding *finding, const gir_writer *writer);

#endif							/* GIR_PROSE_H */
