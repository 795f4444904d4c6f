/*
 * prose_none.c
 *		Reading a sentence: that there was nothing.
 *
 * What there was none of has to be named in words that leave nothing open, up to
 * the end of the clause: "no request was received by fax" says nothing about
 * requests, and "no litigation was lost" nothing about litigation.
 */
#include "core/prose_state.h"

/* What follows a word for "no". */
typedef struct none
{
	uint32_t	mask;			/* subjects that are named */
	uint32_t	listed;			/* those before the last "and" */
	int			kinds;			/* of documents, as bits */
	bool		cause;			/* a cause is named */
	bool		receive;		/* a word for "received" */
	bool		request;		/* the item so far names requests */
	bool		verbs;			/* something was done to documents */
	bool		others;			/* things that are not counted are named */
	int			carry;			/* a word for "carried over", or NO_TOKEN */
	int			end;			/* the token behind the last subject */
} none;

/* How to go on. */
typedef enum step
{
	STEP_NEXT,
	STEP_DONE,					/* all is said */
	STEP_CARRY,					/* nothing was carried over */
	STEP_UNCERTAIN				/* it is not clear what there was none of */
} step;

/* A subject is named. */
static step
name(none *n, uint32_t subjects, int k)
{
	n->mask |= subjects;
	n->end = k + 1;
	return STEP_NEXT;
}

/* Text of which it is not known what it says of the words before it. */
static step
pass_other(const gir_prose_scan *c, const none *n, int k)
{
	if (n->listed != 0 && n->listed == n->mask && gir_prose_at(c, k - 1)->class == GIR_W_LIST)
		return STEP_DONE;		/* nothing: it is one more item */
	return STEP_UNCERTAIN;
}

/* Requests: they are what there was none of, or something happened to them. */
static step
pass_request(const gir_prose_scan *c, none *n, int k)
{
	const gir_prose_token *token = gir_prose_at(c, k);

	if (n->cause ||
		gir_prose_is(c, gir_prose_skip(c, k + 1, FILLER), GIR_CLASS_BIT(GIR_W_CARRY)))
		return STEP_NEXT;
	if (token->value == GIR_REQUEST_ITEMS ||
		(token->value == GIR_REQUEST_WEAK && !gir_prose_can_be_requests(c)))
		return STEP_UNCERTAIN;
	n->request = true;
	return name(n, BIT(GIR_CLAIM_RECEIVED), k);
}

/* Disputes; requests named before them are what they are about. */
static step
pass_dispute(const gir_prose_scan *c, none *n, int k)
{
	n->cause = false;
	if (n->request)
		n->mask &= ~BIT(GIR_CLAIM_RECEIVED);
	return name(n, BIT(gir_prose_at(c, k)->value), k);
}

/* Documents, behind what was done to them. */
static step
pass_document(gir_prose_scan *c, none *n, int k)
{
	if (!n->verbs)
		return STEP_UNCERTAIN;
	c->now.document = gir_prose_at(c, k)->value;
	c->now.object = GIR_OBJECT_DOCUMENTS;
	n->kinds |= 1 << c->now.document;
	return name(n, 0, k);
}

/* A year: this one, or one that nothing was carried over from or to. */
static step
pass_time(const gir_prose_scan *c, none *n, int k)
{
	if (gir_prose_at(c, k)->value == GIR_TIME_THIS_YEAR)
		return STEP_NEXT;
	n->carry = gir_prose_skip(c, k + 1, FILLER);
	if (n->mask == 0 && !n->receive && gir_prose_at(c, n->carry)->class == GIR_W_CARRY)
		return STEP_CARRY;
	return STEP_UNCERTAIN;
}

/* Look at the next token. */
static step
pass_token(gir_prose_scan *c, none *n, int k)
{
	const gir_prose_token *token = gir_prose_at(c, k);

	switch ((gir_word_class) token->class)
	{
		case GIR_W_FILLER:
		case GIR_W_SELF:
		case GIR_W_TOPIC:
		case GIR_W_COLON:
		case GIR_W_RANGE:
		case GIR_W_AREA:
			return STEP_NEXT;
		case GIR_W_RECEIVE:
			n->receive = true;
			return STEP_NEXT;
		case GIR_W_LIST:
			n->listed = n->mask;
			n->request = false;
			return STEP_NEXT;
		case GIR_W_CAUSE:
			n->cause |= token->value == 0;
			return STEP_NEXT;
		case GIR_W_BODY:
			return gir_prose_at(c, k - 1)->class != GIR_W_UNKNOWN ? STEP_NEXT : STEP_UNCERTAIN;
		case GIR_W_HANDLE:
			return n->cause ? STEP_NEXT : STEP_UNCERTAIN;	/* "because of the answer" */
		case GIR_W_NUMBER:
			return token->exact && token->number == 1 ? STEP_NEXT : STEP_UNCERTAIN;
		case GIR_W_TIME:
		case GIR_W_YEAR:
			return pass_time(c, n, k);
		case GIR_W_CARRY:
			n->carry = k;
			return n->mask == 0 && !n->receive ? STEP_CARRY : STEP_UNCERTAIN;
		case GIR_W_REQUEST:
			return pass_request(c, n, k);
		case GIR_W_DISPUTE:
			return pass_dispute(c, n, k);
		case GIR_W_CLASS:
			if (!gir_prose_counts_requests(c))
				return STEP_UNCERTAIN;
			return name(n, BIT(token->value), k);
		case GIR_W_DOCUMENT_VERB:
			n->verbs = true;
			return name(n, BIT(GIR_CLAIM_NORMATIVE_DOCUMENTS_ISSUED + token->value), k);
		case GIR_W_DOCUMENT:
			return pass_document(c, n, k);
		case GIR_W_FOREIGN:
			if (token->value == 1 && gir_prose_names_requests(c, k - 1))
				return STEP_NEXT;
			if (gir_prose_at(c, k + 1)->class != GIR_W_LIST)
				return pass_other(c, n, k);
			n->others = true;
			return STEP_NEXT;
		case GIR_W_UNKNOWN:
			return pass_other(c, n, k);
		case GIR_W_NOT:
			/* "none issued, none repealed": documents follow */
			return (n->mask & DOCUMENTS) != 0 && c->now.document < 0 ? STEP_NEXT : STEP_DONE;
		case GIR_W_COMMA:
		case GIR_W_SEMICOLON:
		case GIR_W_OPEN:
		case GIR_W_CLOSE:
		case GIR_W_ALL:
		case GIR_W_END:
			return STEP_DONE;
		default:
			return STEP_UNCERTAIN;
	}
}

/* "as to litigation, none": the words that wait for a number. */
static uint32_t
waiting_subjects(const gir_prose_scan *c, const none *n)
{
	uint32_t	mask = c->now.wait.mask & (PLAIN_DISPUTES | BIT(GIR_CLAIM_RECEIVED) | DOCUMENTS);

	if (c->now.wait.unknown || n->others ||
		((mask & BIT(GIR_CLAIM_RECEIVED)) && !c->now.wait.bound))
		return 0;
	return mask;
}

/* The subjects, with those of documents by the kind of document. */
static uint32_t
by_kind(const gir_prose_scan *c, const none *n, uint32_t mask)
{
	uint32_t	documents = mask & DOCUMENTS;
	int			kinds = n->kinds;

	if (kinds == 0 && c->now.object == GIR_OBJECT_DOCUMENTS && c->now.document >= 0)
		kinds = 1 << c->now.document;
	return (mask & ~DOCUMENTS) | (kinds & 1 ? documents : 0) |
		(kinds & 2 ? gir_prose_of_regulations(documents) : 0);
}

/* A word for "no"; returns the token to go on with. */
int
gir_prose_not(gir_prose_scan *c, int i)
{
	none		n = {0};
	uint32_t	mask = 0;
	int			start = i;
	int			k = i + 1;
	step		next;

	n.carry = NO_TOKEN;
	n.end = k;
	while ((next = pass_token(c, &n, k)) == STEP_NEXT)
		k++;
	if (next == STEP_CARRY)
		return gir_prose_carry(c, n.carry, true, i);
	if (next == STEP_DONE)
	{
		mask = by_kind(c, &n, n.mask);
		if (n.mask == 0)
		{
			mask = by_kind(c, &n, waiting_subjects(c, &n));
			start = c->now.wait.start;
			n.end = k;
		}
	}
	if (mask == 0)
	{
		c->now.negated = true;
		return i + 1;
	}

	if (mask & DISPUTES)
		c->now.object = c->now.counted = GIR_OBJECT_DISPUTES;
	else if (mask & BIT(GIR_CLAIM_RECEIVED))
		c->now.object = GIR_OBJECT_REQUESTS;
	gir_prose_claim_none(c, mask, start, n.end);
	c->now.wait.mask = 0;
	c->now.number = NO_TOKEN;
	return k;
}
