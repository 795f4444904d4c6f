/*
 * title.c
 *		Finds titles in the lines before the tables.
 *
 * Which lines belong to a title is not marked: one that is a title by itself may
 * still lack its beginning.  And not every title is the report's own: pages have
 * links to other reports.
 */
#include "core/title.h"

#include <string.h>

#include "core/chars.h"
#include "core/title_words.h"

/* A piece of a title of one line fits. */
_Static_assert(GIR_TITLE_LINE_SIZE <= GIR_TITLE_SIZE, "titles do not fit");

/*
 * A line and as many of those before it as are asked for; "printed" in the
 * characters of the text.  They are at the end of the memory: those before are
 * put in front.
 */
typedef struct joined_lines
{
	const gir_title_finder *finder;
	int			nbefore;		/* lines before the last one */
	size_t		start;			/* of the first line */
	size_t		next;			/* of the line behind that */
	char		printed[GIR_TITLE_SIZE];
	char		simplified[GIR_TITLE_SIZE];
} joined_lines;

/* How a line belongs to the title that begins on the next one. */
typedef enum line_bond
{
	BOND_NONE,					/* it is no part of it */
	BOND_SURE,
	BOND_LIKELY,				/* it is part of it, or else the name is not whole */
	BOND_POSSIBLE				/* it may be part of it, but is left out */
} line_bond;

/* Start looking. */
void
gir_title_init(gir_title_finder *finder, gir_report *report, bool in_text)
{
	finder->report = report;
	finder->in_text = in_text;
	finder->end = NULL;
	finder->done = false;
	finder->other_kind = false;
	finder->other_kind_line = 0;
	finder->heading = 0;
	finder->nlines = 0;
	finder->ntitles = 0;
	finder->nbefore = 0;
	finder->agency_dropped = false;
	finder->compiler.len = 0;
}

/* True if two names are one agency's. */
bool
gir_same_agency(const char *a, size_t a_len, const char *b, size_t b_len)
{
	if (a_len > b_len)
		return gir_same_agency(b, b_len, a, a_len);
	if (a_len == 0)
		return b_len == 0;
	return memcmp(a, b + b_len - a_len, a_len) == 0;
}

/* The same of two titles. */
static bool
same_agency(const gir_title *a, const gir_title *b)
{
	return gir_same_agency(a->agency, a->agency_len, b->agency, b->agency_len);
}

/* True if a title that is forgotten for another one names another agency. */
static bool
loses_agency(const gir_title *forgotten, const gir_title *other)
{
	return forgotten->agency_len > 0 && !same_agency(forgotten, other);
}

/* Forget a title. */
static void
remove_title(gir_title_finder *finder, int i)
{
	finder->ntitles--;
	memmove(&finder->titles[i], &finder->titles[i + 1],
			sizeof(finder->titles[0]) * (size_t) (finder->ntitles - i));
	if (i < finder->nbefore)
		finder->nbefore--;
}

/* Keep a title; the same one printed again counts once, with the longer name. */
static void
add_title(gir_title_finder *finder, const joined_lines *lines, const gir_title_parts *parts)
{
	int			first = finder->heading == 0 ? 0 : finder->nbefore;
	gir_title	title;
	int			i;

	title.year = parts->year;
	title.doubtful = parts->doubtful;
	title.len = (uint16_t) (parts->title.end - parts->title.start);
	memcpy(title.text, lines->printed + (parts->title.start - lines->simplified), title.len);
	title.agency_len = (uint16_t) parts->name_len;
	memcpy(title.agency, parts->name, parts->name_len);
	for (i = first; i < finder->ntitles; i++)
	{
		if (finder->titles[i].year == title.year && same_agency(&finder->titles[i], &title))
		{
			if (finder->titles[i].agency_len >= title.agency_len)
				title = finder->titles[i];
			remove_title(finder, i);
			break;
		}
	}
	if (finder->ntitles == GIR_TITLES)
	{
		/* those before the report are not pushed out by those within it */
		i = first < GIR_TITLES ? first : 0;
		if (loses_agency(&finder->titles[i], &title))
			finder->agency_dropped = true;
		remove_title(finder, i);
	}
	finder->titles[finder->ntitles++] = title;
	if (finder->heading == 0)
		finder->nbefore = finder->ntitles;
}

/* How much of a report's own title there is in the best of some titles. */
static int
best_of(const gir_title *titles, int ntitles)
{
	int			best = -1;

	while (ntitles-- > 0)
	{
		int			has = (titles->agency_len > 0) + (titles->year > 0);

		best = has > best ? has : best;
		titles++;
	}
	return best;
}

/* The titles since the last heading stand before the report; those before it do not. */
static void
forget_before(gir_title_finder *finder)
{
	while (finder->nbefore > 0)
	{
		if (loses_agency(&finder->titles[0], &finder->titles[finder->ntitles - 1]))
			finder->agency_dropped = true;
		remove_title(finder, 0);
	}
}

/*
 * A heading was read.  Headings that begin again show that those so far were a
 * table of contents, or another report's, and that what stood between them is
 * the report's title.  Some reports have it below the first heading.
 */
void
gir_title_heading(gir_title_finder *finder, int heading)
{
	int			before = best_of(finder->titles, finder->nbefore);
	int			behind = best_of(finder->titles + finder->nbefore,
								 finder->ntitles - finder->nbefore);
	bool		again = finder->heading != 0 && heading <= finder->heading;

	if (again && behind >= before)
		forget_before(finder);
	if (again || (finder->heading < GIR_FIRST_SECTION && behind > before))
		finder->nbefore = finder->ntitles;
	else
		finder->ntitles = finder->nbefore;
	finder->heading = heading;
	finder->nlines = 0;
}

/* A table was read: its heading, which there may be none of, comes before it. */
void
gir_title_table(gir_title_finder *finder, int section)
{
	gir_title_heading(finder, section + 1);
	finder->done = true;
}

/* Keep a line for titles that go on in the next one. */
static void
keep_line(gir_title_finder *finder, const gir_cell *cell)
{
	gir_raw_line *line;
	int			i;

	if (finder->nlines == GIR_TITLE_LINES)
	{
		for (i = 1; i < GIR_TITLE_LINES; i++)
		{
			finder->lines[i - 1].len = finder->lines[i].len;
			memcpy(finder->lines[i - 1].text, finder->lines[i].text, finder->lines[i].len);
		}
		finder->nlines--;
	}
	line = &finder->lines[finder->nlines++];
	line->len = (uint16_t) (cell->end - cell->start);
	memcpy(line->text, cell->start, line->len);
}

/* A line as a title can have it; false for prose. */
static bool
squeeze_line(const char *start, const char *end, gir_short_line *line)
{
	return gir_title_squeeze(start, end, line) &&
		gir_title_find_word(line->text, line->text + line->len, gir_sentence_marks) == NULL;
}

/* Put a line in front of those so far; false if they are too long together. */
static bool
put_in_front(joined_lines *lines, const gir_short_line *line)
{
	if (line->len > lines->start)
		return false;
	lines->next = lines->start;
	lines->start -= line->len;
	memcpy(lines->printed + lines->start, line->text, line->len);

	/* found in simplified characters, which have the places of those printed */
	memcpy(lines->simplified + lines->start, line->text, line->len);
	gir_simplify(lines->simplified + lines->start, line->len);
	return true;
}

/* Join the line before those so far; false if there is none that a title can have. */
static bool
join_line(joined_lines *lines)
{
	const gir_title_finder *finder = lines->finder;
	const gir_raw_line *line;
	gir_short_line before;

	if (lines->nbefore == finder->nlines)
		return false;
	line = &finder->lines[finder->nlines - 1 - lines->nbefore];
	if (!squeeze_line(line->text, line->text + line->len, &before) ||
		!put_in_front(lines, &before))
		return false;
	lines->nbefore++;
	return true;
}

/* Take the lines so far apart as a title. */
static bool
read_lines(const joined_lines *lines, gir_title_parts *parts)
{
	gir_piece	text = {lines->simplified + lines->start, lines->simplified + GIR_TITLE_SIZE};

	return gir_read_title(text, lines->printed + lines->start, parts);
}

/* True if a text is a year, or an agency's name with a year behind it. */
static bool
ends_with_year(gir_piece text, bool alone)
{
	gir_piece	where;
	gir_piece	name;

	if (gir_find_year(text.start, text.end, false, &where) == 0 || where.end != text.end)
		return false;
	name.start = text.start;
	name.end = where.start;
	if (name.start == name.end)
		return gir_title_word_before(where.start, where.end, gir_year_words) > 0 || !alone;
	return !alone && gir_is_name(name);
}

/*
 * How a line belongs to the title that the next lines are; "parts" is that title,
 * "joined" the one with the line.
 */
static line_bond
bond_of(gir_piece line, const gir_title_parts *parts, const gir_title_parts *joined,
		gir_piece agency)
{
	bool		sure = gir_is_name(line);
	size_t		len = (size_t) (agency.end - agency.start);

	/* the line ends within the words of the subject, or within the year */
	if (joined->subject < line.end)
		return BOND_SURE;
	if (joined->when.start != NULL && joined->when.start < line.end &&
		joined->when.end > line.end)
		return BOND_SURE;
	if (gir_title_find_word(line.start, line.end, gir_site_words) != NULL)
		return BOND_NONE;
	if (len == 0)
		return sure || (parts->year == 0 && ends_with_year(line, false)) ? BOND_SURE : BOND_NONE;
	if (parts->year == 0 && ends_with_year(line, true))
		return BOND_SURE;

	/* a name with a place is whole; others may be departments of the body before */
	if (gir_names_place(agency) || !gir_is_name_part(line))
		return BOND_NONE;
	if (!gir_names_place(line))
		return BOND_POSSIBLE;
	if (gir_title_word_at(agency.start, agency.end, gir_agency_bodies) == len)
		return sure ? BOND_SURE : BOND_LIKELY;
	if (sure && !gir_is_poor_name(agency) && !gir_ends_with_place(line))
		return gir_same_agency(line.start, (size_t) (line.end - line.start), agency.start, len) ?
			BOND_NONE : BOND_POSSIBLE;
	return BOND_LIKELY;
}

/* The agency of a title in simplified characters, in a buffer of the caller's. */
static gir_piece
simplified_agency(const gir_title_parts *parts, char buffer[GIR_TITLE_SIZE])
{
	gir_piece	agency = {buffer, buffer + parts->name_len};

	memcpy(buffer, parts->name, parts->name_len);
	gir_simplify(buffer, parts->name_len);
	return agency;
}

/* Look for a title that ends on the last of some lines. */
static bool
find_title(joined_lines *lines, gir_title_parts *parts)
{
	char		buffer[GIR_TITLE_SIZE];
	gir_piece	agency;
	bool		doubtful = false;

	while (!read_lines(lines, parts))
	{
		if (!join_line(lines))
			return false;
	}

	/* what follows may be a title by itself, and yet be the rest of one */
	for (;;)
	{
		gir_title_parts joined;
		gir_piece	line;
		line_bond	bond;

		agency = simplified_agency(parts, buffer);
		if (parts->year > 0 && gir_names_place(agency))
			break;
		if (!join_line(lines) || !read_lines(lines, &joined))
			break;
		line.start = lines->simplified + lines->start;
		line.end = lines->simplified + lines->next;
		bond = bond_of(line, parts, &joined, agency);
		if (bond == BOND_LIKELY || bond == BOND_POSSIBLE)
			doubtful = true;
		if (bond == BOND_NONE || bond == BOND_POSSIBLE)
			break;
		*parts = joined;
	}
	parts->doubtful |= doubtful;

	/* what is no name is none */
	agency = simplified_agency(parts, buffer);
	if (gir_title_word_at(agency.start, agency.end, gir_agency_pronouns) > 0 ||
		parts->name_len <= strlen("县"))
		parts->name_len = 0;
	else if (gir_is_poor_name(agency))
		parts->doubtful = true;
	return true;
}

/* Look for a title that ends on a line. */
static void
look_at_line(gir_title_finder *finder, const gir_cell *cell)
{
	gir_short_line line;
	joined_lines joined;
	gir_title_parts parts;
	const char *start;
	const char *end;

	if (!squeeze_line(cell->start, cell->end, &line))
	{
		finder->nlines = 0;
		return;
	}
	joined.finder = finder;
	joined.nbefore = 0;
	joined.start = GIR_TITLE_SIZE;
	put_in_front(&joined, &line);
	start = joined.simplified + joined.start;
	end = joined.simplified + GIR_TITLE_SIZE;
	if (gir_title_find_word(start, end, gir_other_report_marks) != NULL &&
		gir_title_find_word(start, end, gir_title_subjects) != NULL)
	{
		if (!finder->other_kind)
			finder->other_kind_line = cell->line;
		finder->other_kind = true;
		finder->nlines = 0;
		return;
	}

	/* a link to another report */
	if (gir_title_word_at(start, end, gir_link_words) > 0)
	{
		finder->nlines = 0;
		return;
	}
	if (find_title(&joined, &parts))
		add_title(finder, &joined, &parts);
	keep_line(finder, cell);
}

/* Look for the title in the next line. */
void
gir_title_line(gir_title_finder *finder, const gir_cell *cell)
{
	if (finder->done)
		return;
	if (finder->in_text)
		finder->end = cell->end;
	else if (finder->compiler.len == 0)
		gir_title_find_compiler(finder, cell->start, cell->end);

	/* no sentence is a part of a title */
	if (cell->end - cell->start > GIR_TITLE_RAW_SIZE || gir_ends_sentence(cell->start, cell->end))
		finder->nlines = 0;
	/* most lines are none that a title can end on */
	else if (gir_title_find_word(cell->start, cell->end, gir_title_signs) == NULL)
		keep_line(finder, cell);
	else
		look_at_line(finder, cell);
}
