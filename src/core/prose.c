/*
 * prose.c
 *		The way through a report's prose, sentence by sentence.
 *
 * Prose is what readers give as lines: not the rows of tables, and not the lines
 * that are a text of the forms.  A sentence ends with its mark or with its line;
 * a long line without a mark, which the text was wrapped at, goes on in the next
 * one.  A short line without a mark is a heading, and says what the lines under
 * it are about.
 */
#include "core/prose.h"

#include <string.h>

#include "core/chars.h"
#include "core/label.h"
#include "core/prose_scan.h"
#include "core/reader.h"

/* Rows between two calls of check_interrupts. */
#define INTERRUPT_ROWS 256

/* The same within a row, in characters. */
#define INTERRUPT_CHARS 65536

/* Longer lines may be pieces of lines, if the text has markup; in bytes. */
#define PIECE_SIZE 8000

/* Lines that the text was wrapped at have at least this many characters. */
#define WRAPPED_CHARS 20

/* A sentence goes over at most this many lines. */
#define MAX_ROWS 100

/* Longer names of agencies are not looked for in sentences; in bytes. */
#define MAX_AGENCY 150

/* Headings have at most this many characters. */
#define HEADING_CHARS 40

/* The sections about requests and about disputes. */
#define REQUESTS_SECTION 3
#define DISPUTES_SECTION 4

/* What is needed on the way. */
typedef struct walk
{
	const char *text;
	gir_claim_function function;
	void		(*check_interrupts) (void);
	void	   *context;

	gir_prose_index index;
	gir_sentence sentence;
	gir_prose_context prose;

	bool		heading_topic;	/* the heading is about requests */
	int			heading_year;	/* the other year that it names, or -1 after one that did */
	int			section;
	uint32_t	sentence_number;
	uint32_t	chars;

	/* of the last sentence, until the next one says what they are about */
	gir_claim	claims[GIR_SENTENCE_CLAIMS];
	int			nclaims;

	/* the sentence at hand */
	gir_cell	cell;			/* the first one that it stands in */
	const char *start;			/* NULL before it */
	const char *end;
	int			row;			/* rows since its first one */
	uint32_t	last_line;
	bool		wrapped;		/* its line is over, but it may go on */
	bool		skipping;		/* its beginning is in a line that is gone */
} walk;

/* True if what is printed in a cell is the text itself, without markup. */
static bool
is_plain(const gir_cell *cell)
{
	return cell->start == cell->source_start && cell->end == cell->source_end;
}

/* The place in the text of a piece of the sentence. */
static gir_span
span_of(const walk *w, const char *start, const char *end)
{
	gir_span	span;

	if (!is_plain(&w->cell))
	{
		/* the piece cannot be told apart from its line */
		start = w->cell.source_start;
		end = w->cell.source_end;
	}
	span.start = (uint32_t) (start - w->text);
	span.end = (uint32_t) (end - w->text);
	return span;
}

/* Give the claims of the last sentence to the caller. */
static void
put_claims(walk *w)
{
	bool		carried_in = false;
	int			i;

	for (i = 0; i < w->nclaims; i++)
		carried_in |= w->claims[i].subject == GIR_CLAIM_CARRIED_IN;
	for (i = 0; i < w->nclaims; i++)
	{
		/* those concluded may be without the ones carried in, which come later */
		if (w->claims[i].subject != GIR_CLAIM_CONCLUDED || carried_in || !w->prose.carried_in_done)
			w->function(w->context, &w->claims[i]);
	}
	w->nclaims = 0;
}

/* Keep a claim of the sentence at hand. */
static void
keep_claim(walk *w, const gir_prose_found *found)
{
	const gir_sentence *s = &w->sentence;
	const gir_sentence_char *first = &s->chars[s->tokens[found->start].start];
	const gir_sentence_char *last = &s->chars[s->tokens[found->end - 1].end - 1];
	gir_claim	claim;

	claim.subject = found->subject;
	claim.basis = found->basis;
	claim.fresh = found->fresh;
	claim.whole = found->whole;
	claim.other_year = found->other_year;
	claim.section = w->section;
	claim.value = found->value;
	claim.unit = found->unit;
	claim.raw = first->at;
	claim.raw_len = (uint32_t) (last->at + last->len - first->at);
	claim.sentence = w->start;
	claim.sentence_len = (uint32_t) (w->end - w->start);
	claim.raw_span = span_of(w, first->at, last->at + last->len);
	claim.sentence_span = span_of(w, w->start, w->end);
	claim.line = w->cell.line + first->row;
	claim.sentence_number = w->sentence_number;
	w->claims[w->nclaims++] = claim;
}

/* A heading: the year it names holds below it; what holds below the next one is not said. */
static void
take_heading_year(walk *w)
{
	const gir_sentence *s = &w->sentence;
	bool		unknown = false;
	bool		year = false;
	int			i;

	for (i = 0; i < s->ntokens; i++)
	{
		year |= s->tokens[i].class == GIR_W_YEAR;
		unknown |= year && s->tokens[i].class == GIR_W_UNKNOWN;
	}
	if (!year)
		w->heading_year = w->heading_year != 0 ? -1 : 0;
	else if (w->prose.other_year > 0 && unknown)
		w->heading_year = -1;	/* the year of something else */
	else
		w->heading_year = w->prose.other_year;
}

/* The sentence is over. */
static void
finish_sentence(walk *w, bool marked)
{
	gir_prose_found	found[GIR_SENTENCE_CLAIMS];
	int			nfound = 0;
	int			i;

	if (w->start == NULL)
		return;
	w->sentence_number++;
	w->prose.carried_in_done = false;
	if (!w->sentence.overlong &&
		gir_sentence_tokenise(&w->index, w->prose.year, &w->sentence))
	{
		nfound = gir_read_sentence(&w->sentence, &w->prose, found);
		put_claims(w);
		for (i = 0; i < nfound; i++)
		{
			/* a year that is not said cannot be told to be wrong */
			if (!found[i].dropped && found[i].other_year >= 0)
				keep_claim(w, &found[i]);
		}
		if (gir_speaks_of_requests(&w->sentence))
			w->prose.topic = true;
		if (!marked && nfound == 0 && w->sentence.nchars <= HEADING_CHARS)
		{
			w->heading_topic = gir_speaks_of_requests(&w->sentence);
			w->prose.topic = w->heading_topic;
			take_heading_year(w);
		}
	}
	gir_sentence_clear(&w->sentence);
	w->start = NULL;
	w->row = 0;
	w->wrapped = false;
}

/* A new paragraph: what the last one was about is over. */
static void
begin_paragraph(walk *w)
{
	w->prose.topic = w->heading_topic;
	w->prose.object = w->heading_topic ? GIR_OBJECT_REQUESTS : GIR_OBJECT_NONE;
	w->prose.counted = GIR_OBJECT_NONE;
	w->prose.other_year = w->heading_year;
}

/* True if a character ends a sentence. */
static bool
is_end_mark(uint32_t c)
{
	return c == 0x3002 || c == 0xFF61 || c == '!' || c == 0xFF01 || c == '?' || c == 0xFF1F;
}

/* Take the characters of a line. */
static void
read_line(walk *w, const gir_cell *cell)
{
	const char *p = cell->start;
	bool		spaced = true;

	while (p < cell->end)
	{
		const char *at = p;
		uint32_t	c = gir_next_char(&p, cell->end);

		if (w->check_interrupts != NULL && ++w->chars % INTERRUPT_CHARS == 0)
			w->check_interrupts();
		if (gir_is_space(c))
		{
			spaced = true;
			continue;
		}
		if (w->skipping)
		{
			w->skipping = !is_end_mark(c);
			continue;
		}
		if (w->start == NULL)
		{
			w->start = at;
			w->cell = *cell;
			w->row = 0;
		}
		w->end = p;
		if (is_end_mark(c))
			finish_sentence(w, true);
		else
			gir_sentence_add(&w->sentence, c, at, (size_t) (p - at), w->row, spaced);
		spaced = false;
	}
}

/* True if the sentence at hand goes on in a line. */
static bool
goes_on(const walk *w, const gir_cell *cell)
{
	return w->start != NULL && w->wrapped && w->row < MAX_ROWS &&
		cell->line == w->last_line + 1 && is_plain(cell) && is_plain(&w->cell);
}

/* Take a text of the forms: a heading, or a cell of a table. */
static void
take_label(walk *w, const gir_label *label)
{
	finish_sentence(w, false);
	if (label->heading != 0)
	{
		w->section = label->heading;
		w->heading_year = 0;
		w->heading_topic = label->heading == REQUESTS_SECTION;
		w->prose.disputes = label->heading == DISPUTES_SECTION;
	}
}

/* Take a line of prose, or a piece of one. */
static void
take_line(walk *w, const gir_cell *cell, bool piece)
{
	const gir_label *label = piece ? NULL : gir_find_label(cell->start, cell->end);
	bool		continued = goes_on(w, cell);
	int			before;

	w->skipping = piece;
	if (label != NULL)
	{
		take_label(w, label);
		return;
	}
	if (continued)
		w->row++;
	else
	{
		finish_sentence(w, false);
		if (!piece)
			begin_paragraph(w);
	}
	before = w->start != NULL ? w->sentence.nchars : 0;
	read_line(w, cell);
	w->last_line = cell->line;

	/* what is printed in a line with markup is gone with the line */
	w->wrapped = w->start != NULL && is_plain(cell) &&
		w->sentence.nchars - before >= WRAPPED_CHARS;
	if (!w->wrapped)
	{
		w->sentence.overlong |= !is_plain(cell) && cell->end - cell->start >= PIECE_SIZE;
		finish_sentence(w, false);
	}
}

/* Find the claims of a text. */
void
gir_find_claims(const char *text, size_t len, const gir_report *report,
				gir_claim_function function, void (*check_interrupts) (void), void *context)
{
	gir_reader	reader;
	gir_cell_row row;
	uint32_t	rows = 0;
	walk		w;

	if (len > GIR_MAX_TEXT)
		return;
	memset(&w, 0, offsetof(walk, sentence));
	memset(&w.prose, 0, sizeof(walk) - offsetof(walk, prose));
	w.text = text;
	w.function = function;
	w.check_interrupts = check_interrupts;
	w.context = context;
	w.prose.agency = report->agency;
	w.prose.agency_len = report->agency_len <= MAX_AGENCY ? report->agency_len : 0;
	w.prose.year = report->year;
	gir_prose_index_init(&w.index);
	gir_sentence_clear(&w.sentence);

	gir_reader_init(&reader, text, len);
	while (gir_next_row(&reader, &row))
	{
		if (check_interrupts != NULL && (row.ncells == 0 || ++rows % INTERRUPT_ROWS == 0))
			check_interrupts();
		if (row.ncells == 0)
			continue;
		if (row.layout == GIR_LAYOUT_LINE)
			take_line(&w, &row.cells[0], row.continues);
		else
			finish_sentence(&w, false);
	}
	finish_sentence(&w, false);
	w.prose.carried_in_done = false;
	put_claims(&w);
}
