/*
 * prose_share.c
 *		Reading a sentence: disputes about everything, and how many of them are
 *		about disclosure.
 *
 * The tables count disputes about disclosure.  A sentence that counts all
 * disputes and then says how many are about disclosure ("5 cases, 1 of them
 * because of disclosure") claims the share; if it is not certain which share of
 * what is meant, it claims nothing.
 */
#include "core/prose_state.h"

#define SEPARATORS (GIR_CLASS_BIT(GIR_W_COMMA) | GIR_CLASS_BIT(GIR_W_SEMICOLON) | \
					GIR_CLASS_BIT(GIR_W_LIST) | GIR_CLASS_BIT(GIR_W_OPEN) | \
					GIR_CLASS_BIT(GIR_W_CLOSE) | GIR_CLASS_BIT(GIR_W_END))

/* Characters of words that have to be told apart from others. */
#define NOT_A 0x4E0D
#define NOT_B 0x975E
#define SHARE 0x5360

/* An item of the sentence that names disclosure. */
typedef struct share
{
	int			start;
	int			topic;
	int			end;			/* the separator behind it */
	int			dispute;		/* the subject that it names, or -1 */
	bool		among;
} share;

/* True if a token names disclosure as what disputes are about. */
static bool
names_topic(const gir_prose_scan *c, int i)
{
	return gir_prose_is(c, i, GIR_CLASS_BIT(GIR_W_TOPIC)) ||
		(i > 0 && gir_prose_is(c, i, GIR_CLASS_BIT(GIR_W_REQUEST)) &&
		 gir_prose_at(c, i)->value == GIR_REQUEST_STRONG &&
		 gir_prose_is(c, i - 1, GIR_CLASS_BIT(GIR_W_CAUSE)));
}

/* True if text between two tokens denies something. */
static bool
denies(const gir_prose_scan *c, int start, int end)
{
	int			i;

	for (i = gir_prose_at(c, start)->start; i < gir_prose_at(c, end)->start; i++)
	{
		if (c->s->chars[i].c == NOT_A || c->s->chars[i].c == NOT_B)
			return true;
	}
	return false;
}

/* True if the item says that all that was counted before is about disclosure. */
static bool
is_about_all(const gir_prose_scan *c, const share *item)
{
	int			i;

	for (i = item->start; i < item->topic; i++)
	{
		if (gir_prose_is(c, i, GIR_CLASS_BIT(GIR_W_NOT)))
			return false;
	}
	for (i = item->start; i < item->topic; i++)
	{
		if (gir_prose_is(c, i, GIR_CLASS_BIT(GIR_W_ALL) | GIR_CLASS_BIT(GIR_W_THESE)))
			return !denies(c, i, item->topic);
	}

	/* "5 cases, because of disclosure" */
	return gir_prose_is(c, item->start, GIR_CLASS_BIT(GIR_W_CAUSE)) &&
		gir_prose_skip(c, item->topic + 1, FILLER) == item->end;
}

/* True if a claim counts disputes without saying that they are about disclosure. */
static bool
is_docket(const gir_prose_scan *c, const gir_prose_found *found)
{
	int			i = found->end - 1;

	if (found->dropped || found->basis != GIR_CLAIM_BY_NUMBER || found->value == 0 ||
		(BIT(found->subject) & PLAIN_DISPUTES) == 0)
		return false;
	for (; i >= 0; i--)
	{
		if (gir_prose_is(c, i, GIR_CLASS_BIT(GIR_W_COMMA) | GIR_CLASS_BIT(GIR_W_SEMICOLON) |
						 GIR_CLASS_BIT(GIR_W_OPEN) | GIR_CLASS_BIT(GIR_W_CLOSE)) && i < found->start)
			return true;
		if (gir_prose_is(c, i, GIR_CLASS_BIT(GIR_W_TOPIC) | GIR_CLASS_BIT(GIR_W_REQUEST)) &&
			(gir_prose_at(c, i)->class == GIR_W_TOPIC ||
			 gir_prose_at(c, i)->value == GIR_REQUEST_STRONG))
			return false;
	}
	return true;
}

/* The number that an item gives as the share, or NO_TOKEN. */
static int
share_number(const gir_prose_scan *c, const share *item)
{
	int			i;

	for (i = item->start; i < item->topic; i++)
	{
		if (!gir_prose_is(c, i, FILLER | GIR_CLASS_BIT(GIR_W_AMONG) | GIR_CLASS_BIT(GIR_W_CAUSE)))
			return NO_TOKEN;
	}
	for (i = item->topic + 1; i < item->end; i++)
	{
		const gir_prose_token *token = gir_prose_at(c, i);

		if (token->class == GIR_W_NUMBER)
			break;
		if (token->class == GIR_W_UNKNOWN && token->end - token->start == 1 &&
			c->s->chars[token->start].c == SHARE)
			continue;
		if (!gir_prose_is(c, i, FILLER | GIR_CLASS_BIT(GIR_W_CAUSE) | GIR_CLASS_BIT(GIR_W_FOREIGN) |
						  GIR_CLASS_BIT(GIR_W_DISPUTE)) ||
			(token->class == GIR_W_FOREIGN && token->value != 1))
			return NO_TOKEN;
	}
	if (i == item->end || !gir_prose_at(c, i)->exact || !gir_prose_at(c, i)->cases ||
		gir_prose_skip(c, i + 1, FILLER) != item->end ||
		(gir_prose_is(c, item->end, GIR_CLASS_BIT(GIR_W_LIST)) &&
		 gir_prose_is(c, item->end + 1, GIR_CLASS_BIT(GIR_W_NUMBER))))
		return NO_TOKEN;
	return i;
}

/* Let the docket that an item is a share of claim the share, if it is certain which one. */
static void
take_share(gir_prose_scan *c, const share *item, bool shared[GIR_SENTENCE_CLAIMS])
{
	gir_prose_found *docket = NULL;
	bool		in_parentheses = gir_prose_is(c, item->start - 1, GIR_CLASS_BIT(GIR_W_OPEN));
	int			number = share_number(c, item);
	int			candidates = 0;
	int			i;

	for (i = 0; i < c->nfound; i++)
	{
		gir_prose_found *found = &c->found[i];

		if (shared[i] || found->end > item->start || !is_docket(c, found) ||
			(item->dispute >= 0 && found->subject != (gir_claim_subject) item->dispute) ||
			(in_parentheses && found->end != item->start - 1))
			continue;
		docket = found;
		candidates++;
	}
	if (number == NO_TOKEN || candidates != 1 || gir_prose_at(c, number)->number > docket->value)
		return;
	docket->value = gir_prose_at(c, number)->number;
	docket->unit = gir_prose_at(c, number)->unit;
	docket->start = (uint16_t) item->topic;
	docket->end = (uint16_t) (number + 1);
	shared[docket - c->found] = true;
}

/* Find the item around a token that names disclosure. */
static share
item_around(const gir_prose_scan *c, int topic)
{
	share		item = {topic, topic, topic, -1, false};

	/* "all with a bearing on" is no list */
	while (item.start > 0 &&
		   (!gir_prose_is(c, item.start - 1, SEPARATORS) ||
			(item.start > 1 && gir_prose_is(c, item.start - 1, GIR_CLASS_BIT(GIR_W_LIST)) &&
			 gir_prose_is(c, item.start - 2, GIR_CLASS_BIT(GIR_W_ALL)))))
		item.start--;
	while (!gir_prose_is(c, item.end, SEPARATORS))
		item.end++;
	for (topic = item.start; topic < item.end; topic++)
	{
		item.among |= gir_prose_is(c, topic, GIR_CLASS_BIT(GIR_W_AMONG));
		if (gir_prose_is(c, topic, GIR_CLASS_BIT(GIR_W_DISPUTE)))
			item.dispute = gir_prose_at(c, topic)->value;
	}
	return item;
}

/* Replace counts of all disputes by those of disputes about disclosure, or drop them. */
void
gir_prose_take_shares(gir_prose_scan *c)
{
	bool		docket[GIR_SENTENCE_CLAIMS] = {false};
	bool		shared[GIR_SENTENCE_CLAIMS] = {false};
	bool		shares = false;
	int			i;
	int			k;

	for (i = 0; i < c->nfound; i++)
		docket[i] = is_docket(c, &c->found[i]);
	for (i = 1; i < c->s->ntokens; i++)
	{
		bool		behind = false;
		share		item;

		if (!names_topic(c, i))
			continue;
		item = item_around(c, i);
		for (k = 0; k < c->nfound; k++)
			behind |= docket[k] && !shared[k] && c->found[k].end <= item.start;
		if (behind && !is_about_all(c, &item) && (item.dispute < 0 || item.among))
		{
			shares = true;
			take_share(c, &item, shared);
		}
		i = item.end;
	}
	for (i = 0; shares && i < c->nfound; i++)
		c->found[i].dropped |= docket[i] && !shared[i];
}
