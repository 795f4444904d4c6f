/*
 * prose_subject.c
 *		Reading a sentence: disputes, documents, numbers, and the names of bodies.
 */
#include "core/prose_state.h"

#include "core/chars.h"

/* Names of bodies have at most this many characters. */
#define MAX_NAME 20

/* Reconsideration and litigation. */
void
gir_prose_dispute(gir_prose_scan *c, int i)
{
	uint32_t	mask = BIT(gir_prose_at(c, i)->value);
	gir_prose_object	counted = c->now.counted;

	c->now.object = GIR_OBJECT_DISPUTES;
	c->now.counted = GIR_OBJECT_DISPUTES;
	if (c->now.modified || (c->now.cause && c->now.item_unknown && !c->now.item_topic))
	{
		/* some of them, or disputes about something else */
		c->now.wait.mask = 0;
		return;
	}
	if (c->now.verb == GIR_VERB_ACCEPT || c->now.verb == GIR_VERB_OTHER)
	{
		if (counted != GIR_OBJECT_REQUESTS ||
			(c->now.wait.mask & COMING))
		{
			/* the body's own business */
			c->now.wait.mask = 0;
			return;
		}
		c->now.verb = GIR_VERB_NONE;
	}
	if ((c->now.wait.mask & DISPUTES) != 0 && (c->now.wait.mask & ~DISPUTES) == 0 &&
		!c->now.wait.unknown)
	{
		c->now.wait.mask |= mask;	/* "reconsideration and litigation" */
		return;
	}
	if ((c->now.wait.mask & BIT(GIR_CLAIM_RECEIVED)) && c->now.wait.bound && !c->now.wait.unknown &&
		c->now.verb == GIR_VERB_NONE && gir_prose_at(c, i - 1)->class == GIR_W_LIST)
	{
		c->now.wait.mask |= mask;	/* "requests, reconsideration and litigation" */
		return;
	}
	gir_prose_subject_word(c, mask, i, i + 1);
}

/* Documents: they have to be issued, repealed or in force. */
void
gir_prose_document(gir_prose_scan *c, int i)
{
	c->now.object = GIR_OBJECT_DOCUMENTS;
	c->now.document = gir_prose_at(c, i)->value;
	if ((c->now.wait.mask & DOCUMENTS) == 0)
	{
		c->now.wait.mask = 0;
		if (c->now.document_verb != 0 && gir_prose_is_listed(c, i))
			gir_prose_wait(c, c->now.document_verb, i, false);
	}
	c->now.wait.bound = true;
}

/* What was done to documents. */
void
gir_prose_document_verb(gir_prose_scan *c, int i)
{
	uint32_t	mask = BIT(GIR_CLAIM_NORMATIVE_DOCUMENTS_ISSUED + gir_prose_at(c, i)->value);

	if ((c->now.wait.mask & DOCUMENTS) != 0 && !c->now.wait.unknown)
		c->now.wait.mask |= mask;
	else
	{
		gir_prose_wait(c, mask, i, false);
		c->now.wait.bound = c->now.object == GIR_OBJECT_DOCUMENTS;
	}
	c->now.document_verb = c->now.wait.mask;
}

/* A number. */
void
gir_prose_number(gir_prose_scan *c, int i)
{
	const gir_prose_token *token = gir_prose_at(c, i);
	const gir_prose_token *before = i > 0 ? gir_prose_at(c, i - 1) : NULL;
	const gir_prose_token *next = gir_prose_at(c, i + 1);
	bool		linked = before != NULL && (before->class == GIR_W_COLON ||
											(before->class == GIR_W_FILLER && before->value == 1));
	gir_prose_waiting wait = c->now.wait;

	c->now.wait.mask = 0;
	c->now.passing &= !token->cases;
	if (!token->cases && !(token->unit == NULL && linked && gir_prose_ends_item(c, i + 1)))
		return;					/* a date, a share, a sum of money ... */
	if (c->now.other_body)
	{
		c->now.body_counted = true;
		c->listed_bodies |= c->now.among;
	}
	if (wait.implicit && token->value == 2)
		return;					/* kinds of things that are given on request */
	if (token->exact && wait.mask != 0 && !wait.unknown && !c->now.negated &&
		!(token->numeral && next->class == GIR_W_UNKNOWN))
	{
		bool		fits = wait.bound || gir_prose_fits(c, c->now.object, wait.mask);

		if ((wait.mask & COMING) && !wait.bound)
		{
			/* "received 4 requests" */
			int			k = gir_prose_skip(c, i + 1, FILLER | GIR_CLASS_BIT(GIR_W_SELF));

			if (gir_prose_is(c, k, GIR_CLASS_BIT(GIR_W_REQUEST)))
				fits = gir_prose_at(c, k)->value != GIR_REQUEST_WEAK ||
					gir_prose_can_be_requests(c);
			else if (gir_prose_is(c, k, GIR_CLASS_BIT(GIR_W_UNKNOWN) |
								  GIR_CLASS_BIT(GIR_W_FOREIGN) | GIR_CLASS_BIT(GIR_W_DISPUTE)))
				fits = false;
		}
		if (fits)
		{
			if (wait.handled && c->now.all > wait.start)
				wait.mask |= BIT(GIR_CLAIM_CONCLUDED);
			gir_prose_claim_number(c, wait.mask, i, wait.start, i + 1, wait.fresh);
			c->now.counted = c->now.supposed || c->now.other_body ? GIR_OBJECT_OTHER :
				wait.mask & REQUESTS ? GIR_OBJECT_REQUESTS : c->now.object;
			c->now.number = NO_TOKEN;
			return;
		}
	}
	if (c->now.object == GIR_OBJECT_OTHER || (!c->now.among && c->nfound == 0))
		c->now.counted = c->now.item_unknown || (wait.mask != 0 && wait.unknown) ||
			c->now.supposed ? GIR_OBJECT_OTHER : c->now.object;
	if (!token->exact || (before != NULL && before->class == GIR_W_THESE))
		return;
	c->now.number = i;
	c->now.number_first = !c->now.item_words;
	c->now.number_clean = !c->now.item_unknown;
	c->now.number_object = c->now.object;
}

/*
 * True if the characters of a name stand in the agency's full name, in this
 * order, as those of a short name do; "whole" if the full name ends with it.
 */
static bool
names_agency(const gir_prose_scan *c, int start, int end, bool whole)
{
	const char *p = c->context->agency;
	const char *agency_end = p + c->context->agency_len;
	uint32_t	last = 0;
	int			i = start;

	while (p < agency_end)
	{
		last = gir_next_char(&p, agency_end);
		if (i < end && last == c->s->chars[i].c)
			i++;
	}
	return i == end && i > start && (!whole || last == c->s->chars[end - 1].c);
}

/* A word that names of bodies end with: the reporting body, or another one? */
void
gir_prose_body(gir_prose_scan *c, int i)
{
	const gir_prose_token *token = gir_prose_at(c, i);
	int			start = token->start;
	int			first = i;

	while (first > 0 && token->end - start <= MAX_NAME &&
		   (gir_prose_at(c, first - 1)->class == GIR_W_UNKNOWN ||
			gir_prose_at(c, first - 1)->class == GIR_W_BODY))
		start = gir_prose_at(c, --first)->start;
	if (token->end - start > MAX_NAME)
		return;
	if (c->context->agency_len > 0 ?
		names_agency(c, start, token->end, false) ||
		names_agency(c, start, token->end - token->value, true) : start == token->start)
	{
		c->now.other_body = c->now.body_counted = false;
		c->now.item_unknown = false;
		return;
	}

	/* "the county's government" is no name */
	if (c->context->agency_len == 0 && token->start - start <= 1 && token->end - token->start <= 2)
		return;
	c->now.other_body = true;
}
