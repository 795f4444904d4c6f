/*
 * prose_request.c
 *		Reading a sentence: requests that come in, are handled, or are carried
 *		over, and the year that is spoken of.
 */
#include "core/prose_state.h"

/* Characters of words that have to be told apart from others of their class. */
#define OF 0x7684
#define ANSWER 0x7B54
#define LIKE 0x540C

/* Words that may stand between a year and "carried over". */
#define SAID_OF (FILLER | GIR_CLASS_BIT(GIR_W_NOT) | GIR_CLASS_BIT(GIR_W_ALL))

/* "received" */
void
gir_prose_receive(gir_prose_scan *c, int i)
{
	int			value = gir_prose_at(c, i)->value;

	c->now.verb = value == GIR_RECEIVE_ACCEPT ? GIR_VERB_ACCEPT : GIR_VERB_RECEIVE;
	if ((c->now.wait.mask & CARRIED) && !c->now.wait.unknown && gir_prose_is_listed(c, i))
	{
		c->now.wait.mask |= BIT(GIR_CLAIM_RECEIVED);	/* one number for both */
		return;
	}
	gir_prose_wait(c, BIT(GIR_CLAIM_RECEIVED), i, value == GIR_RECEIVE_FRESH);
	c->now.item_unknown = false;
}

/* True if of the requests only those carried in have been counted. */
static bool
only_carried_in(const gir_prose_scan *c)
{
	bool		carried_in = false;
	int			i;

	for (i = 0; i < c->nfound; i++)
	{
		if (c->found[i].subject == GIR_CLAIM_RECEIVED)
			return false;
		carried_in |= c->found[i].subject == GIR_CLAIM_CARRIED_IN && c->found[i].value != 0;
	}
	return carried_in;
}

/* True if the clause of a token has counted requests that were carried in, and no others. */
static bool
counts_carried_in(const gir_prose_scan *c, int i)
{
	bool		carried_in = false;
	int			start = i;
	int			k;

	while (start > 0 && !gir_prose_is(c, start - 1, GIR_CLASS_BIT(GIR_W_COMMA) |
									  GIR_CLASS_BIT(GIR_W_SEMICOLON)))
		start--;
	for (k = 0; k < c->nfound; k++)
	{
		if (c->found[k].start < start)
			continue;
		if (c->found[k].subject == GIR_CLAIM_RECEIVED)
			return false;
		carried_in |= c->found[k].subject == GIR_CLAIM_CARRIED_IN;
	}
	return carried_in;
}

/* Those carried in are done: what was said to be concluded may be the others. */
static void
leave_carried_in(gir_prose_scan *c)
{
	int			i;

	c->context->carried_in_done = true;
	for (i = 0; i < c->nfound; i++)
		c->found[i].dropped |= c->found[i].subject == GIR_CLAIM_CONCLUDED;
}

/* True if "concluded" is said of all requests. */
static bool
all_are_done(const gir_prose_scan *c, int i)
{
	return gir_prose_at(c, i)->value == GIR_HANDLE_DONE && c->now.all != NO_TOKEN &&
		!c->now.negated && c->now.object == GIR_OBJECT_REQUESTS &&
		c->now.counted != GIR_OBJECT_OTHER && c->now.counted != GIR_OBJECT_DISPUTES &&
		!only_carried_in(c) && !counts_carried_in(c, i) && gir_prose_ends_item(c, i + 1);
}

/* "concluded" */
void
gir_prose_handle(gir_prose_scan *c, int i)
{
	const gir_prose_token *before = i > 0 ? gir_prose_at(c, i - 1) : NULL;

	if (before != NULL && before->class == GIR_W_TOPIC)
		c->now.object = GIR_OBJECT_REQUESTS;	/* "answers about disclosure" */
	if (c->now.wait.mask & (CARRIED | CLASSES))
		return;					/* "carried over to be handled", "answered with a refusal" */
	if ((c->now.wait.mask & BIT(GIR_CLAIM_RECEIVED)) && !c->now.wait.implicit &&
		!c->now.wait.unknown && gir_prose_is_listed(c, i))
	{
		c->now.wait.handled = true; /* "received and handled" */
		return;
	}
	if (c->now.all != NO_TOKEN && gir_prose_at(c, i)->value == GIR_HANDLE_DONE &&
		gir_prose_ends_item(c, i + 1) && (only_carried_in(c) || counts_carried_in(c, i)))
		leave_carried_in(c);
	if (all_are_done(c, i))
		gir_prose_claim(c, GIR_CLAIM_CARRIED_OUT, GIR_CLAIM_BY_ALL_DONE, 0, c->now.all, i + 1,
						NULL, false);
	if (c->now.all != NO_TOKEN && gir_prose_ends_item(c, i + 1))
	{
		/* said of what was counted before; it governs no list */
		c->now.wait.mask = 0;
		return;
	}
	if (c->now.modified)
	{
		c->now.wait.mask = 0;
		return;
	}
	if (before != NULL && c->now.item_unknown &&
		(c->now.among ||
		 (before->class == GIR_W_FILLER && c->s->chars[before->start].c == OF) ||
		 (before->class == GIR_W_UNKNOWN && c->s->chars[gir_prose_at(c, i)->start].c == ANSWER)))
	{
		/* "answers of this or that kind", "answered in this or that way" */
		c->now.wait.mask = 0;
		return;
	}
	if (!c->now.cause)
		c->now.verb = GIR_VERB_OTHER;
	gir_prose_subject_word(c, BIT(GIR_CLAIM_CONCLUDED), i, i + 1);
}

/* True if parts that a number could be the sum of have been stated. */
static bool
adds_up(const gir_prose_scan *c)
{
	int			i;

	for (i = 0; i < c->nfound; i++)
	{
		if (c->found[i].subject == GIR_CLAIM_CARRIED_IN || c->found[i].fresh)
			return true;
	}
	return false;
}

/* Requests, by whatever name. */
void
gir_prose_request(gir_prose_scan *c, int i)
{
	const gir_prose_token *token = gir_prose_at(c, i);
	bool		unknown = c->now.item_unknown;
	bool		after_number;

	if (c->now.among && c->now.object == GIR_OBJECT_OTHER && c->now.wait.mask == 0)
		return;					/* documents that are to be given on request */
	if (c->now.attributes && c->now.wait.mask == 0 &&
		c->s->chars[token->end - 1].c == LAST_OF_PUBLIC)
		return;					/* the same */
	if (token->value == GIR_REQUEST_WEAK && !(c->now.wait.mask & (CARRIED | CLASSES)))
	{
		if (c->now.item_unknown)
		{
			/* some of them, or requests for something else */
			if (c->now.object != GIR_OBJECT_REQUESTS)
				c->now.object = GIR_OBJECT_OTHER;
			c->now.wait.mask = 0;
			return;
		}
		if (!gir_prose_can_be_requests(c) &&
			!(c->now.object == GIR_OBJECT_NONE && c->now.all == i - 1 && i > 0))
		{
			c->now.wait.mask = 0;
			return;
		}
	}
	after_number = c->now.number != NO_TOKEN && c->now.number == i - 1;
	c->now.object = GIR_OBJECT_REQUESTS;
	c->now.item_unknown = false;
	if (after_number && !c->now.supposed)
		c->now.counted = GIR_OBJECT_REQUESTS;
	if (c->now.wait.mask & REQUESTS)
	{
		c->now.wait.bound = true;
		c->now.wait.unknown = false;
		return;
	}
	c->now.wait.mask = 0;
	if (c->now.among || c->now.verb == GIR_VERB_OTHER)
		return;
	if (after_number && token->value == GIR_REQUEST_STRONG && c->now.number_clean && !adds_up(c))
	{
		/* "there were 7 requests" */
		if (gir_prose_ends_item(c, i + 1) ||
			gir_prose_is(c, gir_prose_skip(c, i + 1, FILLER), GIR_CLASS_BIT(GIR_W_ALL)))
		{
			gir_prose_claim_number(c, BIT(GIR_CLAIM_RECEIVED), c->now.number, c->now.number, i + 1,
								   false);
			c->now.number = NO_TOKEN;
			c->now.counted = GIR_OBJECT_REQUESTS;
		}
		return;
	}
	if (gir_prose_at(c, i > 0 ? i - 1 : i)->class == GIR_W_NUMBER)
		return;
	c->now.modified |= unknown;
	if (token->value == GIR_REQUEST_ITEMS || unknown)
		return;
	/* "requests: 7", or an item of a list of what was received */
	gir_prose_wait(c, BIT(GIR_CLAIM_RECEIVED), i, false);
	c->now.wait.bound = true;
	c->now.wait.implicit = c->now.verb == GIR_VERB_NONE;
}

/* A class of results. */
void
gir_prose_class(gir_prose_scan *c, int i)
{
	uint32_t	mask = BIT(gir_prose_at(c, i)->value);

	if ((c->now.wait.mask & CLASSES) != 0 && (c->now.wait.mask & ~CLASSES) == 0 &&
		!c->now.wait.unknown)
	{
		c->now.wait.mask |= mask;
		return;
	}
	if (c->in_parentheses && (c->outside.wait.mask & CLASSES) &&
		gir_prose_at(c, i + 1)->class == GIR_W_CLOSE)
		c->outside.wait.mask |= mask;	/* "made public (in part, too): 5" */
	gir_prose_subject_word(c, mask, i, i + 1);
}

/*
 * "carried over": from which year to which is said before or behind it.  Returns
 * the token behind the words that say so.
 */
int
gir_prose_carry(gir_prose_scan *c, int i, bool none, int start)
{
	int			before = i - 1;
	int			end = i + 1;
	int			ahead;
	int			from = -1;
	int			to = -1;
	gir_claim_subject subject;

	while (before >= 0 && gir_prose_is(c, before, SAID_OF | GIR_CLASS_BIT(GIR_W_REQUEST)))
		before--;
	if (before >= 0)
		from = gir_prose_time_of(gir_prose_at(c, before));
	ahead = end;
	while (gir_prose_is(c, ahead, FILLER | GIR_CLASS_BIT(GIR_W_RANGE)) ||
		   (gir_prose_is(c, ahead, GIR_CLASS_BIT(GIR_W_HANDLE)) &&
			gir_prose_at(c, ahead)->value == GIR_HANDLE_PLAIN))
		ahead++;
	to = gir_prose_time_of(gir_prose_at(c, ahead));
	if (gir_prose_is(c, end, GIR_CLASS_BIT(GIR_W_NUMBER)) &&
		gir_prose_is(c, end + 1, GIR_CLASS_BIT(GIR_W_RANGE)) &&
		gir_prose_time_of(gir_prose_at(c, end + 2)) == GIR_TIME_NEXT_YEAR)
		from = GIR_TIME_NEXT_YEAR;	/* "carried 1 over to the next year" */
	if (to == GIR_TIME_NEXT_YEAR || to == GIR_TIME_THIS_YEAR ||
		(to == GIR_TIME_PREVIOUS_YEAR && ahead == i + 1))
		end = ahead + 1;
	else
		to = -1;

	if (to == GIR_TIME_NEXT_YEAR || from == GIR_TIME_NEXT_YEAR || gir_prose_at(c, i)->value == 1)
		subject = GIR_CLAIM_CARRIED_OUT;
	else if (from == GIR_TIME_PREVIOUS_YEAR || to == GIR_TIME_THIS_YEAR ||
			 to == GIR_TIME_PREVIOUS_YEAR)
		subject = GIR_CLAIM_CARRIED_IN;
	else if (none && c->now.object == GIR_OBJECT_REQUESTS)
		subject = GIR_CLAIM_CARRIED_OUT;
	else
	{
		c->now.wait.mask = 0;
		c->now.verb = GIR_VERB_OTHER;
		return end;
	}
	if (c->now.object == GIR_OBJECT_OTHER || c->now.object == GIR_OBJECT_DISPUTES)
		return end;
	if (none)
	{
		gir_prose_claim_none(c, BIT(subject), start, end);
		c->now.wait.mask = 0;
	}
	else if ((c->now.wait.mask & BIT(GIR_CLAIM_RECEIVED)) && !c->now.wait.unknown &&
			 gir_prose_is_listed(c, i))
		c->now.wait.mask |= BIT(subject);	/* one number for both */
	else
	{
		gir_prose_subject_word(c, BIT(subject), i, end);
		if (from >= 0 && c->now.wait.mask != 0)
			c->now.wait.start = before; /* "last year" belongs to what is claimed */
	}
	return end;
}

/*
 * True if a year is one that something is compared with, or that of a plan or
 * document that is followed, and not the one that is spoken of.
 */
static bool
is_no_date(gir_prose_scan *c, int i)
{
	int			k;

	if (c->now.guided)
		return true;
	k = i > 0 ? i - 1 : i;
	if (!gir_prose_is(c, k, GIR_CLASS_BIT(GIR_W_LIST)) &&
		c->s->chars[gir_prose_at(c, k)->start].c != LIKE)
		return false;
	while (!gir_prose_is(c, i, GIR_CLASS_BIT(GIR_W_COMMA) | GIR_CLASS_BIT(GIR_W_SEMICOLON) |
						 GIR_CLASS_BIT(GIR_W_COMPARED) | GIR_CLASS_BIT(GIR_W_END)))
		i++;
	c->now.compared = gir_prose_is(c, i, GIR_CLASS_BIT(GIR_W_COMPARED));
	return c->now.compared;
}

/* A year, or a word for one. */
void
gir_prose_time(gir_prose_scan *c, int i)
{
	const gir_prose_token *token = gir_prose_at(c, i);
	int			k;

	if (token->value == GIR_TIME_UNTIL)
		return;
	if (token->value == GIR_TIME_SINCE)
	{
		if (!c->now.dated || c->now.other_year != 0)
			c->now.other_year = -1; /* since a time that is no year, or for several */
		return;
	}
	c->now.dated = true;
	if (token->value == GIR_TIME_PART)
	{
		c->now.part = true;
		return;
	}
	if (token->value == GIR_TIME_THIS_YEAR)
	{
		/* "the whole of 2021" is 2021 */
		if (!c->now.compared && !(token->class == GIR_W_TIME && i > 0 &&
								  gir_prose_is(c, i - 1, GIR_CLASS_BIT(GIR_W_YEAR))))
		{
			c->now.other_year = 0;
			c->now.part = false;
		}
		return;
	}
	if (c->now.compared)
		return;

	/* "carried over from last year" is about this year */
	k = gir_prose_skip(c, i + 1, token->value == GIR_TIME_PREVIOUS_YEAR ?
					   SAID_OF | GIR_CLASS_BIT(GIR_W_REQUEST) : SAID_OF);
	if (gir_prose_is(c, k, GIR_CLASS_BIT(GIR_W_CARRY)))
		return;
	if (is_no_date(c, i))
		return;
	c->now.other_year = token->class == GIR_W_YEAR && token->number > 0 ? (int) token->number : -1;
	c->now.year_unsure = c->now.item_unknown;
	if (token->value == GIR_TIME_NEXT_YEAR)
		c->late = true;
}
