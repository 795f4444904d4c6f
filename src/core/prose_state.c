/*
 * prose_state.c
 *		Reading a sentence: looking around, making claims, and words that wait for
 *		their number.
 */
#include "core/prose_state.h"

#include <string.h>

#define GRANTS (BIT(GIR_CLAIM_GRANTED) | BIT(GIR_CLAIM_PARTIALLY_GRANTED))

/* ---- looking around ---- */

/* True if nothing but fillers stands between a place and the end of an item or clause. */
bool
gir_prose_ends_item(const gir_prose_scan *c, int i)
{
	switch ((gir_word_class) gir_prose_at(c, gir_prose_skip(c, i, FILLER))->class)
	{
		case GIR_W_COMMA:
		case GIR_W_SEMICOLON:
		case GIR_W_LIST:
		case GIR_W_OPEN:
		case GIR_W_CLOSE:
		case GIR_W_END:
			return true;
		default:
			return false;
	}
}

/* True if a token is one more item of a list, looking past words for years. */
bool
gir_prose_is_listed(const gir_prose_scan *c, int i)
{
	do
		i--;
	while (i > 0 && (gir_prose_time_of(gir_prose_at(c, i)) >= 0 || gir_prose_is(c, i, FILLER)));
	return i > 0 && gir_prose_is(c, i, GIR_CLASS_BIT(GIR_W_LIST));
}

/* True if a token names requests, disputes or the like. */
bool
gir_prose_names_requests(const gir_prose_scan *c, int i)
{
	return i >= 0 && gir_prose_is(c, i, GIR_CLASS_BIT(GIR_W_REQUEST) | GIR_CLASS_BIT(GIR_W_TOPIC) |
								  GIR_CLASS_BIT(GIR_W_DISPUTE));
}

/* True if requests are what is being counted. */
bool
gir_prose_counts_requests(const gir_prose_scan *c)
{
	return c->now.object == GIR_OBJECT_REQUESTS ||
		(c->now.object == GIR_OBJECT_NONE && (c->requests || c->context->topic));
}

/* True if "requests" can be short for requests for information. */
bool
gir_prose_can_be_requests(const gir_prose_scan *c)
{
	return c->now.object == GIR_OBJECT_REQUESTS ||
		(c->now.object != GIR_OBJECT_OTHER && (c->requests || c->named || c->context->topic));
}

/* True if a mask of subjects fits what is being counted. */
bool
gir_prose_fits(const gir_prose_scan *c, gir_prose_object object, uint32_t mask)
{
	if (mask & COMING)
		return gir_prose_counts_requests(c) &&
			(c->now.object == GIR_OBJECT_REQUESTS || c->now.counted != GIR_OBJECT_OTHER);
	if (mask & CARRIED)
		return object == GIR_OBJECT_REQUESTS || object == GIR_OBJECT_NONE;
	if (mask & CLASSES)
		return object != GIR_OBJECT_OTHER;
	return true;
}

/* ---- claims ---- */

/* True if words say that something was handled to the end, not only handled. */
static bool
is_done(const gir_prose_scan *c, int start, int end)
{
	for (; start < end; start++)
	{
		if (gir_prose_is(c, start, GIR_CLASS_BIT(GIR_W_HANDLE)) &&
			gir_prose_at(c, start)->value == GIR_HANDLE_DONE)
			return true;
	}
	return false;
}

/* Add a claim, unless there is no certainty that it is one. */
void
gir_prose_claim(gir_prose_scan *c, gir_claim_subject subject, gir_claim_basis basis,
				int64_t value, int start, int end, const char *unit, bool fresh)
{
	gir_prose_found *found;
	int			i;

	if (c->now.supposed || c->now.part || c->now.other_body || c->now.area == 2 ||
		(basis == GIR_CLAIM_BY_NUMBER && (c->now.compared || c->now.area != 0)) ||
		(basis == GIR_CLAIM_BY_ALL_DONE && c->now.area != 0))
		return;
	if (c->now.among && subject == GIR_CLAIM_RECEIVED && !fresh)
		return;
	if (c->now.channel && basis == GIR_CLAIM_BY_NUMBER &&
		(subject == GIR_CLAIM_RECEIVED || subject == GIR_CLAIM_CONCLUDED))
		return;
	if (basis == GIR_CLAIM_BY_ALL_DONE && c->now.other_year != 0)
		return;
	if (c->late && (basis == GIR_CLAIM_BY_ALL_DONE || subject == GIR_CLAIM_CONCLUDED))
		return;
	if (subject == GIR_CLAIM_CARRIED_IN && c->now.among && value != 0)
	{
		for (i = 0; i < c->nfound; i++)
			c->found[i].whole |= c->found[i].subject == GIR_CLAIM_RECEIVED;
	}
	for (i = 0; i < c->nfound; i++)
	{
		found = &c->found[i];
		if (found->subject != subject || found->other_year != c->now.other_year ||
			found->fresh != fresh)
			continue;
		if (subject == GIR_CLAIM_CONCLUDED && is_done(c, start, end) &&
			!is_done(c, found->start, found->end))
		{
			/* "22 were handled, 20 of them concluded" */
			found->value = value;
			found->unit = unit;
			found->start = (uint16_t) start;
			found->end = (uint16_t) end;
			return;
		}
		if (found->value == value || c->now.among || basis == GIR_CLAIM_BY_ALL_DONE)
			return;				/* said twice, or of a part */
		if (c->now.verb == GIR_VERB_ACCEPT && !found->accepted)
			return;				/* fewer were accepted than received */
		if (found->basis != GIR_CLAIM_BY_ALL_DONE)
			found->dropped = true;	/* counts of parts */
		else
		{
			found->basis = basis;
			found->value = value;
		}
		return;
	}
	if (c->nfound == GIR_SENTENCE_CLAIMS)
		return;
	found = &c->found[c->nfound++];
	memset(found, 0, sizeof(*found));
	found->subject = subject;
	found->basis = basis;
	found->fresh = fresh;
	found->accepted = c->now.verb == GIR_VERB_ACCEPT;
	found->other_year = c->now.other_year;
	found->value = value;
	found->unit = unit;
	found->start = (uint16_t) start;
	found->end = (uint16_t) end;
}

/* The subjects of documents for regulations, not normative documents. */
uint32_t
gir_prose_of_regulations(uint32_t mask)
{
	return mask << (GIR_CLAIM_REGULATIONS_ISSUED - GIR_CLAIM_NORMATIVE_DOCUMENTS_ISSUED);
}

/* Add the claims that a number makes about one or several subjects. */
void
gir_prose_claim_number(gir_prose_scan *c, uint32_t mask, int number, int start, int end, bool fresh)
{
	const gir_prose_token *token = gir_prose_at(c, number);
	bool		each = c->now.all > start;	/* "both are 3" */
	int			subject;

	if ((mask & DOCUMENTS) != 0)
	{
		if (c->now.document < 0 || c->now.cleaned_up || c->in_parentheses)
			return;
		if (c->now.document == 1)
			mask = gir_prose_of_regulations(mask);
	}
	if ((mask & (mask - 1)) != 0 && token->number != 0 && !each)
	{
		/* one number for several things */
		if (mask != GRANTS)
			return;
		mask = BIT(GIR_CLAIM_GRANTED_OR_PARTIALLY_GRANTED);
	}
	for (subject = 0; subject < GIR_CLAIM_COUNT; subject++)
	{
		if (mask & BIT(subject))
			gir_prose_claim(c, (gir_claim_subject) subject, GIR_CLAIM_BY_NUMBER, token->number,
							start, end, token->unit, fresh && subject == GIR_CLAIM_RECEIVED);
	}
}

/* Add claims that there was nothing. */
void
gir_prose_claim_none(gir_prose_scan *c, uint32_t mask, int start, int end)
{
	int			subject;

	for (subject = 0; subject < GIR_CLAIM_COUNT; subject++)
	{
		if (mask & BIT(subject))
			gir_prose_claim(c, (gir_claim_subject) subject, GIR_CLAIM_BY_NONE, 0, start, end, NULL,
							false);
	}
}

/* ---- words that wait for a number ---- */

/* Let a word wait for its number. */
void
gir_prose_wait(gir_prose_scan *c, uint32_t mask, int i, bool fresh)
{
	c->now.wait.mask = mask;
	c->now.wait.start = i;
	c->now.wait.fresh = fresh;
	c->now.wait.bound = false;
	c->now.wait.implicit = false;
	c->now.wait.handled = false;
	c->now.wait.unknown = false;
}

/*
 * Let a word take the number before it, as in "3 were concluded".  "end" is the
 * token behind the word.  Returns true if it did.
 */
static bool
take_number(gir_prose_scan *c, uint32_t mask, int i, int end)
{
	int			k;

	if (c->now.number == NO_TOKEN || c->now.negated ||
		!gir_prose_fits(c, c->now.number_object, mask))
		return false;
	if (c->now.cause && (mask & COMING) != 0)
		return false;			/* some that something else is about */
	for (k = c->now.number + 1; k < i; k++)
	{
		const gir_prose_token *token = gir_prose_at(c, k);

		if (gir_prose_is(c, k, FILLER | GIR_CLASS_BIT(GIR_W_ALL) | GIR_CLASS_BIT(GIR_W_REQUEST) |
						 GIR_CLASS_BIT(GIR_W_TOPIC)) ||
			gir_prose_time_of(token) == GIR_TIME_THIS_YEAR ||
			(gir_prose_time_of(token) >= 0 && (mask & CARRIED)))
			continue;
		/* "2, because of this and that, could not be given": the whole item */
		if (!(mask & (CLASSES | CARRIED)) || !c->now.number_first ||
			!gir_prose_ends_item(c, gir_prose_skip(c, end, FILLER | GIR_CLASS_BIT(GIR_W_HANDLE))))
			return false;
	}
	if (gir_prose_is(c, gir_prose_skip(c, end, FILLER), GIR_CLASS_BIT(GIR_W_NUMBER)))
		return false;			/* the one behind the word is nearer */
	if (mask == BIT(GIR_CLAIM_CONCLUDED) && !gir_prose_ends_item(c, end))
		return false;
	gir_prose_claim_number(c, mask, c->now.number, c->now.number, end, false);
	c->now.number = NO_TOKEN;
	c->now.counted = mask & REQUESTS ? GIR_OBJECT_REQUESTS : c->now.object;
	return true;
}

/* A word that has a number before or behind it. */
void
gir_prose_subject_word(gir_prose_scan *c, uint32_t mask, int i, int end)
{
	if (take_number(c, mask, i, end))
		c->now.wait.mask = 0;
	else
		gir_prose_wait(c, mask, i, false);
}
