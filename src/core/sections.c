/*
 * sections.c
 *		The sections of a report, by the statutory headings.
 *
 * The texts of headings occur elsewhere, too: in a table of contents, in menus,
 * and as headings of parts of section 1 with numbers of their own.  Of all lines
 * that can be headings, the sections are those in ascending order which make the
 * best whole.
 */
#include "core/plain.h"

#include <string.h>

#include "core/chars.h"
#include "core/label.h"
#include "core/reader.h"

/* More lines than these that can be headings are not looked at. */
#define MAX_CANDIDATES 100

/* Rows between two calls of check_interrupts. */
#define INTERRUPT_ROWS 256

/* A line that can be a heading. */
typedef struct candidate
{
	int			number;			/* of the section, 1 to 6 */
	bool		numbered;		/* it has that number in front */
	bool		has_content;	/* text follows before the next one */
	gir_cell	cell;			/* only its place and line are good */
	int			score;			/* of the best whole that ends with it */
	int			previous;		/* the one before it in that, or -1 */
} candidate;

/* True if a heading begins with its section's number. */
static bool
is_numbered(const char *p, const char *end, int number)
{
	static const uint16_t numerals[GIR_SECTION_NUMBERS] = {
		0x4E00, 0x4E8C, 0x4E09, 0x56DB, 0x4E94, 0x516D
	};

	while (p < end)
	{
		uint32_t	c = gir_unify_radical(gir_next_char(&p, end));

		if (c == '#' || c == '*' || gir_is_space(c))
			continue;
		return c == numerals[number - 1] || gir_digit_value(c) == number;
	}
	return false;
}

/* The section that a row heads, or 0. */
static int
heading_of(const gir_cell_row *row)
{
	const gir_label *label;

	if (row->ncells != 1 || row->continues)
		return 0;
	label = gir_find_label(row->cells[0].start, row->cells[0].end);
	return label != NULL ? label->heading : 0;
}

/* Find the lines that can be headings; returns how many there are. */
static int
find_candidates(const char *text, size_t len, const gir_callbacks *callbacks,
				candidate candidates[MAX_CANDIDATES])
{
	gir_reader	reader;
	gir_cell_row row;
	uint32_t	rows = 0;
	int			n = 0;

	gir_reader_init(&reader, text, len);
	while (gir_next_row(&reader, &row))
	{
		int			number;

		if (callbacks != NULL && callbacks->check_interrupts != NULL &&
			(row.ncells == 0 || ++rows % INTERRUPT_ROWS == 0))
			callbacks->check_interrupts();
		if (row.ncells == 0)
			continue;
		number = heading_of(&row);
		if (number == 0)
		{
			if (n > 0)
				candidates[n - 1].has_content = true;
			continue;
		}
		if (n == MAX_CANDIDATES)
			break;
		candidates[n].number = number;
		candidates[n].numbered = is_numbered(row.cells[0].start, row.cells[0].end, number);
		candidates[n].has_content = false;
		candidates[n].cell = row.cells[0];
		/* in a table of contents the next number follows, and nothing between */
		if (n > 0 && (!candidates[n].numbered || number <= candidates[n - 1].number))
			candidates[n - 1].has_content = true;
		n++;
	}
	return n;
}

/*
 * Find the best whole: as many sections as possible, then as many with their
 * number, then as many with a content.  Returns its last candidate, or -1.
 */
static int
choose(candidate *candidates, int n)
{
	int			best = -1;
	int			i,
				j;

	for (i = 0; i < n; i++)
	{
		candidate  *c = &candidates[i];

		c->score = 0;
		c->previous = -1;
		for (j = 0; j < i; j++)
		{
			if (candidates[j].number < c->number && candidates[j].score > c->score)
			{
				c->score = candidates[j].score;
				c->previous = j;
			}
		}
		c->score += 10000 + 100 * c->numbered + c->has_content;
		if (best < 0 || c->score > candidates[best].score)
			best = i;
	}
	return best;
}

/* Move *start and *end inwards over the marks of Markdown and of tables. */
static void
strip_marks(const char **start, const char **end)
{
	while (*start < *end && strchr("#*| ", **start) != NULL)
		(*start)++;
	while (*end > *start && strchr("#*| ", (*end)[-1]) != NULL)
		(*end)--;
}

/* Find the sections of a text. */
void
gir_find_sections(const char *text, size_t len, const gir_callbacks *callbacks,
				  gir_section_place sections[GIR_SECTION_NUMBERS])
{
	candidate	candidates[MAX_CANDIDATES];
	const char *next = text + len;
	int			i;

	memset(sections, 0, sizeof(*sections) * GIR_SECTION_NUMBERS);
	if (len > GIR_MAX_TEXT)
		return;
	i = choose(candidates, find_candidates(text, len, callbacks, candidates));
	for (; i >= 0; i = candidates[i].previous)
	{
		const gir_cell *cell = &candidates[i].cell;
		gir_section_place *section = &sections[candidates[i].number - 1];
		const char *start = cell->source_end;
		const char *end = next;

		gir_trim(&start, &end);
		section->found = true;
		section->content.start = (uint32_t) (start - text);
		section->content.end = (uint32_t) (end - text);
		start = cell->source_start;
		end = cell->source_end;
		strip_marks(&start, &end);
		section->heading.start = (uint32_t) (start - text);
		section->heading.end = (uint32_t) (end - text);
		section->line = cell->line;
		next = cell->source_start;
	}
}
