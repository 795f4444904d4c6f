/*
 * prose_claim.c
 *		What one sentence says: the claims in its words and numbers.
 *
 * A word that asks for a number ("received", "concluded", a class of results, a
 * dispute, documents issued) waits for it while nothing but fillers and what is
 * counted comes between; or it takes the number right before it.  What is being
 * counted, which year and whose, is kept along the way, and a count that is not
 * for certain one of the report's gives no claim.
 */
#include "core/prose_state.h"

#include <string.h>

/* Counts what is published. */
#define ITEM_COUNTER "条"

/* The next item of a list. */
static void
begin_item(gir_prose_scan *c)
{
	c->now.number = NO_TOKEN;
	c->now.item_unknown = false;
	c->now.item_words = false;
	c->now.cause = false;
	c->now.modified = false;
	c->now.item_topic = false;
}

/* The next clause. */
static void
begin_clause(gir_prose_scan *c)
{
	if (c->now.passing && c->now.object == GIR_OBJECT_OTHER &&
		c->now.object_before == GIR_OBJECT_REQUESTS)
		c->now.object = c->now.object_before;
	c->now.passing = false;
	c->now.wait.mask = 0;
	/* "in 2022, 3 were received", but not "the problems of 2022 are solved, 3 ..." */
	if (c->now.year_unsure && c->now.other_year > 0)
		c->now.other_year = -1;
	c->now.year_unsure = false;
	begin_item(c);
	c->now.other_body = c->now.body_counted;
	c->now.document_verb = 0;
	c->now.channel = false;
	c->now.dated = false;
	c->now.guided = false;
	c->now.compared = false;
	c->now.supposed = false;
	c->now.negated = false;
	c->now.all = NO_TOKEN;
}

/* Notice if the clause that begins at a token names disclosure. */
static void
look_for_topic(gir_prose_scan *c, int i)
{
	for (; !gir_prose_is(c, i, GIR_CLASS_BIT(GIR_W_COMMA) | GIR_CLASS_BIT(GIR_W_SEMICOLON) |
						 GIR_CLASS_BIT(GIR_W_END)); i++)
		c->named |= gir_prose_is(c, i, GIR_CLASS_BIT(GIR_W_TOPIC));
}

/* Text that does not belong between a word and its number. */
static void
read_other(gir_prose_scan *c)
{
	c->now.item_unknown = true;
	c->now.item_words = true;
	c->now.year_unsure |= c->now.dated;
	if (c->now.wait.bound || (c->now.wait.mask & COMING) == 0)
		c->now.wait.mask = 0;
	else
		c->now.wait.unknown = true;
}

/* True if a token is the date, with or without a year, until which something is counted. */
static bool
follows_until(const gir_prose_scan *c, int i)
{
	return (i > 0 && gir_prose_time_of(gir_prose_at(c, i - 1)) == GIR_TIME_UNTIL) ||
		(i > 1 && gir_prose_time_of(gir_prose_at(c, i - 2)) == GIR_TIME_UNTIL);
}

/* True if a number of cases follows in the item of a token. */
static bool
has_number(const gir_prose_scan *c, int i)
{
	while (!gir_prose_is(c, i, GIR_CLASS_BIT(GIR_W_COMMA) | GIR_CLASS_BIT(GIR_W_SEMICOLON) |
						 GIR_CLASS_BIT(GIR_W_LIST) | GIR_CLASS_BIT(GIR_W_NUMBER) |
						 GIR_CLASS_BIT(GIR_W_END)))
		i++;
	return gir_prose_is(c, i, GIR_CLASS_BIT(GIR_W_NUMBER)) && gir_prose_at(c, i)->cases;
}

/*
 * True if a claim can as well be about documents: how many are public, are given
 * on request, or are not public.
 */
static bool
is_attribute(const gir_prose_scan *c, const gir_prose_found *found)
{
	int			i;

	if ((BIT(found->subject) & (CLASSES | BIT(GIR_CLAIM_RECEIVED))) == 0)
		return false;
	for (i = found->start; i < found->end; i++)
	{
		if (gir_prose_is(c, i, GIR_CLASS_BIT(GIR_W_RECEIVE)) ||
			(gir_prose_is(c, i, GIR_CLASS_BIT(GIR_W_REQUEST)) &&
			 c->s->chars[gir_prose_at(c, i)->end - 1].c != LAST_OF_PUBLIC))
			return false;
	}
	return true;
}

/* Documents are counted by whether they are public; so they were before in the list. */
static void
begin_attributes(gir_prose_scan *c)
{
	int			i;

	c->now.attributes = true;
	for (i = c->nfound - 1; i >= 0 && !c->now.handling && c->found[i].end > c->now.list; i--)
		c->found[i].dropped |= is_attribute(c, &c->found[i]);
	c->now.handling = false;
}

/* Take one token; returns the one to go on with. */
static int
read_token(gir_prose_scan *c, int i)
{
	const gir_prose_token *token = gir_prose_at(c, i);

	switch ((gir_word_class) token->class)
	{
		case GIR_W_COMMA:
			{
				gir_prose_waiting wait = c->now.wait;

				begin_clause(c);
				look_for_topic(c, i + 1);
				/* "requests were received, 3 in all" */
				if (wait.bound && !wait.unknown && gir_prose_at(c, i + 1)->class == GIR_W_FILLER &&
					gir_prose_at(c, i + 2)->class == GIR_W_NUMBER)
					c->now.wait = wait;
			}
			break;
		case GIR_W_SEMICOLON:
			c->now.body_counted = false;
			c->now.cleaned_up = false;
			begin_clause(c);
			look_for_topic(c, i + 1);
			c->now.among = false;
			c->now.attributes = c->now.handling = false;
			c->now.list = i + 1;
			c->now.verb = GIR_VERB_NONE;
			break;
		case GIR_W_LIST:
			begin_item(c);
			break;
		case GIR_W_OPEN:
			if (!c->in_parentheses)
			{
				c->outside = c->now;
				c->in_parentheses = true;
				c->now.wait.mask = 0;
				begin_item(c);
			}
			break;
		case GIR_W_CLOSE:
			if (c->in_parentheses)
			{
				/* whose count it is may be said there */
				c->outside.area = c->now.area;
				c->outside.body_counted = c->now.body_counted;
				c->now = c->outside;
				c->in_parentheses = false;
			}
			break;
		case GIR_W_NUMBER:
			gir_prose_number(c, i);
			c->now.item_words = true;
			break;
		case GIR_W_YEAR:
		case GIR_W_TIME:
			gir_prose_time(c, i);
			break;
		case GIR_W_MONTH:
			c->now.part |= token->number != 12 || !follows_until(c, i);
			break;
		case GIR_W_RECEIVE:
			c->now.attributes = false;
			c->now.handling = true;
			gir_prose_receive(c, i);
			break;
		case GIR_W_HANDLE:
			c->now.attributes = false;
			c->now.handling = true;
			gir_prose_handle(c, i);
			break;
		case GIR_W_REQUEST:
			c->now.item_topic = true;
			gir_prose_request(c, i);
			break;
		case GIR_W_TOPIC:
			c->now.item_topic = true;
			break;
		case GIR_W_CARRY:
			return gir_prose_carry(c, i, false, i);
		case GIR_W_CLASS:
			if (c->now.attributes)
				read_other(c);
			else
				gir_prose_class(c, i);
			break;
		case GIR_W_DISPUTE:
			gir_prose_dispute(c, i);
			break;
		case GIR_W_DOCUMENT:
			gir_prose_document(c, i);
			break;
		case GIR_W_DOCUMENT_VERB:
			gir_prose_document_verb(c, i);
			break;
		case GIR_W_ZERO:
			if (token->value != GIR_CLAIM_RECEIVED || gir_prose_counts_requests(c))
				gir_prose_claim_none(c, BIT(token->value), i, i + 1);
			break;
		case GIR_W_NOT:
			return gir_prose_not(c, i);
		case GIR_W_ALL:
			c->now.all = i;
			break;
		case GIR_W_AMONG:
			c->now.among = true;
			break;
		case GIR_W_CAUSE:
			c->now.cause = true;
			break;
		case GIR_W_COMPARED:
			c->now.compared = true;
			c->now.wait.mask = 0;
			break;
		case GIR_W_AREA:
			c->now.area = token->value == 1 || c->now.area == 1 ? 1 : 2;
			break;
		case GIR_W_BODY:
			gir_prose_body(c, i);
			break;
		case GIR_W_SELF:
			c->now.area = 0;
			c->now.other_body = c->now.body_counted = false;
			break;
		case GIR_W_SUPPOSED:
			c->now.supposed = true;
			c->now.cleaned_up |= token->value == 1;
			c->now.wait.mask = 0;
			break;
		case GIR_W_APART:
			if (token->value == 1)
				c->now.modified = true; /* disputes with this or that outcome */
			else
				c->now.verb = GIR_VERB_OTHER;
			if ((c->now.wait.mask & CARRIED) == 0)
				c->now.wait.mask = 0;
			break;
		case GIR_W_FOREIGN:
			if (token->value == 1 && gir_prose_names_requests(c, i - 1))
				break;			/* matters of requests are requests */
			if (token->value == 2 ||
				(i > 0 && gir_prose_is(c, i - 1, GIR_CLASS_BIT(GIR_W_CLASS))))
				begin_attributes(c);
			if (c->now.cause)
			{
				read_other(c);
				break;
			}
			if (!c->now.passing)
				c->now.object_before = c->now.object;
			c->now.passing = true;
			c->now.object = GIR_OBJECT_OTHER;
			c->now.item_unknown = false;
			c->now.item_words = true;
			if ((c->now.wait.mask & COMING) == 0)
				c->now.wait.mask = 0;
			else
				c->now.wait.unknown = true;
			break;
		case GIR_W_ATTRIBUTE:
			if (has_number(c, i))
				begin_attributes(c);
			read_other(c);
			break;
		case GIR_W_GUIDE:
			c->now.guided = true;
			read_other(c);
			break;
		case GIR_W_UNKNOWN:
			/* the titles of documents may be named */
			if (!(token->value == 1 && (c->now.wait.mask & DOCUMENTS)))
				read_other(c);
			break;
		case GIR_W_CHANNEL:
			c->now.channel = true;
			if (c->now.wait.bound || (c->now.wait.mask & ~COMING) != 0)
				c->now.wait.mask = 0;
			else
				c->now.wait.unknown = true;
			c->now.item_words = true;
			break;
		case GIR_W_FILLER:
			if (token->value == 2)
				c->now.channel = false; /* "by mail and so on" */
			break;
		default:
			break;
	}
	return i + 1;
}

/* Drop claims that need something that the sentence does not have. */
static void
drop_doubtful(gir_prose_scan *c)
{
	uint32_t	classes = 0;
	bool		concluded = false;
	int			nclasses = 0;
	int			i;

	for (i = 0; i < c->nfound; i++)
	{
		if (BIT(c->found[i].subject) & CLASSES)
			classes |= BIT(c->found[i].subject);
		concluded |= c->found[i].subject == GIR_CLAIM_CONCLUDED;
	}
	for (; classes != 0; classes &= classes - 1)
		nclasses++;
	for (i = 0; i < c->nfound; i++)
	{
		gir_prose_found *found = &c->found[i];
		uint32_t	bit = BIT(found->subject);

		/* classes of results are one thing among others that are "made public" */
		if ((bit & CLASSES) && nclasses < 2 && !concluded && !c->asked && !c->context->topic)
			found->dropped = true;

		/* the counter of published items */
		if ((bit & CLASSES) && !c->asked && found->unit != NULL &&
			strcmp(found->unit, ITEM_COUNTER) == 0)
			found->dropped = true;

		/* disputes about something else */
		if ((bit & PLAIN_DISPUTES) && found->value != 0 && !c->topic && !c->context->disputes)
			found->dropped = true;

		/* counts of other bodies add up to it */
		if (c->listed_bodies && found->basis == GIR_CLAIM_BY_NUMBER)
			found->dropped = true;
	}
}

/*
 * True if a sentence names requests for information.  Unless "parts" is set, not
 * if it does so only for a part of what it counts.
 */
static bool
names_strongly(const gir_sentence *sentence, bool parts)
{
	bool		part = false;
	bool		all = false;
	int			i;

	for (i = 0; i < sentence->ntokens; i++)
	{
		const gir_prose_token *token = &sentence->tokens[i];

		if (token->class == GIR_W_REQUEST && token->value != GIR_REQUEST_WEAK && (!part || all))
			return true;
		if (token->class == GIR_W_AMONG)
			part = !parts;
		if (token->class == GIR_W_ALL || token->class == GIR_W_COMMA)
			all = token->class == GIR_W_ALL;
	}
	return false;
}

/* True if a sentence speaks of requests for information. */
bool
gir_speaks_of_requests(const gir_sentence *sentence)
{
	return names_strongly(sentence, true);
}

/* Find the claims of a sentence. */
int
gir_read_sentence(const gir_sentence *sentence, gir_prose_context *context,
				  gir_prose_found found[GIR_SENTENCE_CLAIMS])
{
	gir_prose_scan	c;
	int			i;

	memset(&c, 0, sizeof(c));
	c.s = sentence;
	c.context = context;
	c.found = found;
	c.requests = names_strongly(sentence, false);
	c.topic = gir_speaks_of_requests(sentence) || context->topic;
	for (i = 0; i < sentence->ntokens; i++)
	{
		c.topic |= sentence->tokens[i].class == GIR_W_TOPIC;
		c.asked |= sentence->tokens[i].class == GIR_W_REQUEST;
	}
	context->carried_in_done = false;
	c.now.object = context->object;
	c.now.counted = context->counted;
	c.now.other_year = context->other_year;
	c.now.document = -1;
	begin_clause(&c);
	look_for_topic(&c, 0);

	for (i = 0; i < sentence->ntokens;)
		i = read_token(&c, i);

	gir_prose_take_shares(&c);
	drop_doubtful(&c);
	context->object = c.now.object;
	context->counted = c.now.counted;
	context->other_year = c.now.other_year;
	return c.nfound;
}
