/*
 * prose_token.c
 *		Sentences as words and numbers.
 */
#include "core/prose_scan.h"

#include <string.h>

#include "core/chars.h"

/* Words that count only beside a number. */
#define NUMBER_WORDS \
	(GIR_CLASS_BIT(GIR_W_COUNTER) | GIR_CLASS_BIT(GIR_W_ABOUT) | GIR_CLASS_BIT(GIR_W_MORE))

/* Most characters; none of them is a mark. */
#define FIRST_IDEOGRAPH 0x4E00
#define LAST_IDEOGRAPH 0x9FFF

/* Marks that are words. */
static const struct
{
	uint16_t	mark;
	uint8_t		class;
}			marks[] = {
	{',', GIR_W_COMMA},
	{0xFE50, GIR_W_COMMA},
	{';', GIR_W_SEMICOLON},
	{'|', GIR_W_SEMICOLON},
	{'.', GIR_W_SEMICOLON},
	{':', GIR_W_COLON},
	{0xFE55, GIR_W_COLON},
	{0x3001, GIR_W_LIST},
	{'/', GIR_W_LIST},
	{'(', GIR_W_OPEN},
	{'[', GIR_W_OPEN},
	{0x3010, GIR_W_OPEN},
	{0x3014, GIR_W_OPEN},
	{')', GIR_W_CLOSE},
	{']', GIR_W_CLOSE},
	{0x3011, GIR_W_CLOSE},
	{0x3015, GIR_W_CLOSE},
	{'-', GIR_W_RANGE},
	{'~', GIR_W_RANGE},
	{0x2010, GIR_W_RANGE},
	{0x2013, GIR_W_RANGE},
	{0x2014, GIR_W_RANGE},
	{0x2015, GIR_W_RANGE},
	{0x2500, GIR_W_RANGE},
	{0x301C, GIR_W_RANGE},
};

#define MARK_COUNT (sizeof(marks) / sizeof(marks[0]))

/* ---- the index of words ---- */

/* The bucket of words that begin with a character. */
static uint32_t
bucket_of(uint32_t c)
{
	return (c * 2654435761u) >> 19 & (GIR_WORD_BUCKETS - 1);
}

/* Put the words into buckets by their first character. */
void
gir_prose_index_init(gir_prose_index *index)
{
	const gir_prose_list *const lists[] = {&gir_prose_words, &gir_prose_traps, &gir_prose_fillers};
	int			n = 0;
	size_t		list;
	size_t		i;

	memset(index->first, 0, sizeof(index->first));
	for (list = 0; list < sizeof(lists) / sizeof(lists[0]); list++)
	{
		for (i = 0; i < lists[list]->count && n < GIR_MAX_PROSE_WORDS; i++)
		{
			const gir_prose_word *word = &lists[list]->words[i];
			const char *p = word->text;
			const char *end = p + strlen(p);
			uint32_t	initial = gir_next_char(&p, end);
			uint16_t   *link = &index->first[bucket_of(initial)];

			index->words[n] = word;
			index->initial[n] = (uint16_t) initial;
			index->second[n] = p < end ? (uint16_t) gir_next_char(&p, end) : 0;
			index->next[n] = *link;
			*link = (uint16_t) ++n;
		}
	}
}

/* The number of characters of a text if a sentence has it at a place, or 0. */
static int
match_text(const gir_sentence *s, int i, const char *text)
{
	const char *end = text + strlen(text);
	int			start = i;

	while (text < end)
	{
		if (i >= s->nchars || gir_next_char(&text, end) != s->chars[i].c)
			return 0;
		i++;
	}
	return i - start;
}

/* The longest word of the given classes at a place. */
const gir_prose_word *
gir_prose_word_at(const gir_prose_index *index, const gir_sentence *s, int i,
				  uint64_t classes, int *len)
{
	const gir_prose_word *longest = NULL;
	uint32_t	next;
	int			number;

	*len = 0;
	if (i >= s->nchars)
		return NULL;
	next = i + 1 < s->nchars ? s->chars[i + 1].c : 0;
	for (number = index->first[bucket_of(s->chars[i].c)]; number != 0;
		 number = index->next[number - 1])
	{
		const gir_prose_word *word = index->words[number - 1];
		int			matched;

		if (index->initial[number - 1] != s->chars[i].c ||
			(index->second[number - 1] != 0 && index->second[number - 1] != next) ||
			(classes & GIR_CLASS_BIT(word->class)) == 0)
			continue;
		matched = match_text(s, i, word->text);
		if (matched > *len)
		{
			*len = matched;
			longest = word;
		}
	}
	return longest;
}

/* ---- characters ---- */

/* Begin a new sentence. */
void
gir_sentence_clear(gir_sentence *sentence)
{
	sentence->nchars = 0;
	sentence->ntokens = 0;
	sentence->overlong = false;
}

/* A character without its variants, or 0 if it is a quotation mark and the like. */
static uint32_t
fold(uint32_t c)
{
	if (c >= 0xFF01 && c <= 0xFF5E)
		c -= 0xFEE0;
	switch (c)
	{
		case '"':
		case '\'':
		case '*':
		case '#':
		case '_':
		case 0x2018:
		case 0x2019:
		case 0x201C:
		case 0x201D:
		case 0x300C:
		case 0x300D:
		case 0x300E:
		case 0x300F:
			return 0;
		default:
			return gir_unify_radical(c);
	}
}

/* Add a character to a sentence. */
void
gir_sentence_add(gir_sentence *sentence, uint32_t c, const char *at, size_t len, int row,
				 bool spaced)
{
	gir_sentence_char *last = &sentence->chars[sentence->nchars];

	c = fold(c);
	if (c == 0)
		return;
	if (sentence->nchars == GIR_SENTENCE_CHARS)
	{
		sentence->overlong = true;
		return;
	}
	last->c = c;
	last->at = at;
	last->len = (uint16_t) len;
	last->row = (uint8_t) row;
	last->spaced = spaced;
	sentence->nchars++;
}

/* ---- words ---- */

/* Add a token; false if there are too many. */
static bool
add_token(gir_sentence *s, const gir_prose_token *token)
{
	if (token->class == GIR_W_UNKNOWN && token->value == 0 && s->ntokens > 0 &&
		s->tokens[s->ntokens - 1].class == GIR_W_UNKNOWN &&
		s->tokens[s->ntokens - 1].value == 0)
	{
		s->tokens[s->ntokens - 1].end = token->end;
		return true;
	}
	if (s->ntokens == GIR_SENTENCE_TOKENS)
		return false;
	s->tokens[s->ntokens++] = *token;
	return true;
}

/* The class of a mark, or of text that is in no list. */
static uint8_t
mark_class(uint32_t c)
{
	size_t		i;

	if (c >= FIRST_IDEOGRAPH && c <= LAST_IDEOGRAPH)
		return GIR_W_UNKNOWN;
	for (i = 0; i < MARK_COUNT; i++)
	{
		if (marks[i].mark == c)
			return marks[i].class;
	}
	return GIR_W_UNKNOWN;
}

/* The end of a title in title marks that begins at a place, or 0. */
static int
read_title(const gir_sentence *s, int i)
{
	int			end;

	if (s->chars[i].c != 0x300A)
		return 0;
	for (end = i + 1; end < s->nchars && end - i < 100; end++)
	{
		if (s->chars[end].c == 0x300B)
			return end + 1;
	}
	return 0;
}

/* Mark years and numbers that belong to a range, or to something like "3, 4 of them". */
static void
mark_ranges(gir_sentence *s)
{
	int			year = -1;		/* the last year, if nothing but "to" or "and" follows it */
	int			i;

	for (i = 0; i < s->ntokens; i++)
	{
		gir_prose_token *token = &s->tokens[i];

		if (token->class == GIR_W_YEAR)
		{
			/* several years: none of them is the one that is spoken of */
			if (year >= 0 && s->tokens[year].number != token->number)
				s->tokens[year].number = token->number = 0;
			year = i;
		}
		else if (token->class != GIR_W_RANGE && token->class != GIR_W_LIST &&
				 !(token->class == GIR_W_FILLER && token->number == 0))
			year = -1;
	}
	for (i = 2; i < s->ntokens; i++)
	{
		gir_prose_token *a = &s->tokens[i - 2];
		gir_prose_token *b = &s->tokens[i];
		uint8_t		between = s->tokens[i - 1].class;

		if (a->class == GIR_W_NUMBER && b->class == GIR_W_NUMBER &&
			(between == GIR_W_RANGE || (between == GIR_W_LIST && a->unit == NULL)))
			a->exact = b->exact = false;

		/* several years, again; the whole of one year, month by month */
		if (between == GIR_W_RANGE && b->class == GIR_W_YEAR && a->class == GIR_W_NUMBER &&
			a->number >= GIR_FIRST_YEAR && a->number <= GIR_LAST_YEAR && a->number != b->number)
			b->number = 0;
		if (b->class == GIR_W_FILLER && b->number > 0 && b->number < 12 &&
			(between == GIR_W_RANGE || (between == GIR_W_YEAR && a->class == GIR_W_RANGE) ||
			 (s->tokens[i - 1].class == GIR_W_TIME && s->tokens[i - 1].value == GIR_TIME_UNTIL) ||
			 (between == GIR_W_YEAR && a->class == GIR_W_TIME && a->value == GIR_TIME_UNTIL)))
		{
			/* until a day of the year that is not its last */
			b->class = GIR_W_TIME;
			b->value = GIR_TIME_PART;
		}
		if (between == GIR_W_RANGE && b->class == GIR_W_MONTH && b->number == 12 &&
			(a->class == GIR_W_NUMBER || a->class == GIR_W_MONTH) && a->number == 1)
			a->class = b->class = GIR_W_FILLER;
	}
}

/* Turn the years in digits into words about this, the previous, or the next year. */
static void
mark_years(gir_sentence *s, int year)
{
	int			i;

	for (i = 0; i < s->ntokens; i++)
	{
		gir_prose_token *token = &s->tokens[i];

		if (token->class != GIR_W_YEAR)
			continue;
		if (token->number == 0)
			token->value = GIR_TIME_OTHER_YEAR;
		else if (year == 0 || token->number == year)
			token->value = GIR_TIME_THIS_YEAR;
		else if (token->number == year - 1)
			token->value = GIR_TIME_PREVIOUS_YEAR;
		else if (token->number == year + 1)
			token->value = GIR_TIME_NEXT_YEAR;
		else
			token->value = GIR_TIME_OTHER_YEAR;
	}
}

/* True if neither a word nor a number nor a mark begins with a character. */
static bool
is_plain_text(const gir_prose_index *index, uint32_t c)
{
	return c >= FIRST_IDEOGRAPH && c <= LAST_IDEOGRAPH && index->first[bucket_of(c)] == 0 &&
		!gir_begins_numeral(c);
}

/* Find words and numbers. */
bool
gir_sentence_tokenise(const gir_prose_index *index, int year, gir_sentence *s)
{
	bool		about = false;	/* an inexact number may follow */
	int			i = 0;

	s->ntokens = 0;
	while (i < s->nchars)
	{
		gir_prose_token	token = {0};
		const gir_prose_word *word;
		int			len;
		int			end;

		if (is_plain_text(index, s->chars[i].c))
		{
			token.class = GIR_W_UNKNOWN;
			token.start = (uint16_t) i;
			token.end = (uint16_t) ++i;
			if (!add_token(s, &token))
				return false;
			about = false;
			continue;
		}
		word = gir_prose_word_at(index, s, i, ~NUMBER_WORDS, &len);
		end = read_title(s, i);
		if (end > 0)
			token.value = 1;
		else
		{
			end = gir_read_prose_number(index, s, i, &token);
			if (end > 0 && token.class == GIR_W_NUMBER && about)
			{
				token.exact = false;
				s->tokens[s->ntokens - 1].class = GIR_W_FILLER;
			}
			if (end < i + len)
				end = 0;
		}
		about = false;
		if (end == 0)
		{
			memset(&token, 0, sizeof(token));
			if (word != NULL)
			{
				token.class = word->class;
				token.value = word->value;
				end = i + len;
			}
			else
			{
				token.class = mark_class(s->chars[i].c);
				end = i + 1;
				about = gir_prose_word_at(index, s, i, GIR_CLASS_BIT(GIR_W_ABOUT), &len) != NULL;
				if (about)
				{
					token.value = 1;	/* a word of its own */
					end = i + len;
				}
			}
		}
		token.start = (uint16_t) i;
		token.end = (uint16_t) end;
		if (!add_token(s, &token))
			return false;
		i = end;
	}

	memset(&s->tokens[s->ntokens], 0, sizeof(s->tokens[0]));
	s->tokens[s->ntokens].class = GIR_W_END;
	s->tokens[s->ntokens].start = s->tokens[s->ntokens].end = (uint16_t) s->nchars;
	mark_ranges(s);
	mark_years(s, year);
	return true;
}
