/*
 * title_settle.c
 *		Which of the titles found is the report's, and what stands elsewhere.
 *
 * The clause about the period decides between years.  Of several titles with as
 * much in them, the one nearest to the report counts.  Agencies that are named
 * elsewhere, in the signature or as who compiled the report, decide between
 * agencies, and stand in for one that no title names.
 */
#include "core/title.h"

#include <string.h>

#include "core/chars.h"
#include "core/title_words.h"

/* What is looked at of the clause about the period, in bytes. */
#define PERIOD_SIZE 160

/* Lines from the end where the signature is looked for. */
#define SIGNATURE_LINES 20

/* The ten of Chinese numerals, which years do not have. */
#define NUMERAL_TEN 0x5341

/*
 * The months of a period whose end has no year: true if they are the first and
 * the last of the same year.  A day can be wrong.
 */
static bool
is_whole_year(const char *p, const char *end)
{
	int			first = 0;
	int			last = 0;
	int			number = 0;
	int			nmonths = 0;
	int			digits = 0;

	while (p < end)
	{
		const char *word = p;
		int			digit = gir_digit_value(gir_next_char(&p, end));

		if (digit >= 0)
		{
			number = digits < 2 ? number * 10 + digit : 0;
			digits++;
			continue;
		}
		if (digits > 0 && gir_title_word_at(word, end, gir_month_words) > 0)
		{
			first = nmonths == 0 ? number : first;
			last = number;
			nmonths++;
		}
		else if (gir_title_word_at(word, end, gir_other_year_words) > 0)
			return false;
		number = digits = 0;
	}
	return nmonths == 2 && first == 1 && last == 12;
}

/* The year that the clause about the period states, or 0 if it is not clear. */
static int
period_year(const char *text, size_t len)
{
	const char *end = text + len;
	const char *p = text;

	while ((p = memchr(p, gir_period_marks[0][0], (size_t) (end - p))) != NULL)
	{
		size_t		mark = gir_title_word_at(p, end, gir_period_marks);

		if (mark > 0)
		{
			const char *limit = end - p > PERIOD_SIZE ? p + PERIOD_SIZE : end;
			const char *stop = gir_title_find_word(p, limit, gir_full_stops);
			gir_piece	where;
			gir_piece	second;
			int			from;
			int			to;

			limit = stop != NULL ? stop : limit;
			from = gir_find_year(p + mark, limit, true, &where);
			if (from != 0)
			{
				to = gir_find_year(where.end, limit, true, &second);
				if (to == 0)
					return is_whole_year(where.end, limit) ? from : 0;
				return to == from ? from : 0;
			}
			p = limit;
		}
		else
			p++;
	}
	return 0;
}

/* Where the date begins that a line ends with, or NULL. */
static const char *
find_date(const gir_short_line *line)
{
	const char *end = line->text + line->len;
	const char *const *word = gir_date_words;
	const char *p = line->text;
	const char *start;
	gir_piece	where;

	if (gir_find_year(p, end, false, &where) == 0)
		return NULL;
	start = p = where.start;
	while (*word != NULL)
	{
		size_t		len;
		int			digits = 0;

		while (p < end)
		{
			const char *q = p;
			uint32_t	c = gir_next_char(&q, end);

			if (gir_year_digit(c) < 0 && c != NUMERAL_TEN)
				break;
			digits++;
			p = q;
		}
		len = strlen(*word);
		if (digits == 0 || (size_t) (end - p) < len || memcmp(p, *word, len) != 0)
			return NULL;
		p += len;
		word++;
	}
	return p == end ? start : NULL;
}

/* True if the first bytes of a line as printed are an agency's name. */
static bool
begins_with_name(const gir_short_line *line, size_t len)
{
	gir_short_line simplified = *line;
	gir_piece	name = {simplified.text, simplified.text + len};

	gir_simplify(simplified.text, len);
	return gir_is_name(name) &&
		gir_title_word_at(name.start, name.end, gir_agency_pronouns) == 0;
}

/* The agency that signs the report, before the date at its end; empty if none does. */
static void
find_signature(gir_short_line *signature, const char *text, size_t len)
{
	const char *end = text + len;
	bool		date_seen = false;
	int			tries;

	for (tries = 0; tries < SIGNATURE_LINES && end > text; tries++)
	{
		const char *start = end;

		while (start > text && start[-1] != '\n' && end - start <= 2 * GIR_TITLE_LINE_SIZE)
			start--;
		if ((start > text && start[-1] != '\n') || !gir_title_squeeze(start, end, signature))
			break;
		if (signature->len > 0)
		{
			const char *date = find_date(signature);
			size_t		name_len = date != NULL ? (size_t) (date - signature->text) : signature->len;

			/* the name is on the date's line, or on the one before */
			if ((date != NULL || date_seen) && begins_with_name(signature, name_len))
			{
				signature->len = (uint16_t) name_len;
				return;
			}
			if (date_seen && date == NULL)
				break;
			date_seen = date != NULL && name_len == 0;
		}
		end = start > text ? start - 1 : text;
	}
	signature->len = 0;
}

/* True if a title is of a year; all are if that is unknown. */
static bool
is_of_year(const gir_title *title, int year)
{
	return year == 0 || title->year == year || title->year == 0;
}

/* True if a title is of the agency that is named elsewhere. */
static bool
is_by(const gir_title *title, const gir_short_line *named)
{
	return title->agency_len > 0 && named->len > 0 &&
		gir_same_agency(title->agency, title->agency_len, named->text, named->len);
}

/* The title with most in it, the last of them; of a year or an agency if these are given. */
static const gir_title *
best_title(const gir_title_finder *finder, int year, const gir_short_line *named)
{
	const gir_title *best = NULL;
	int			most = -1;
	int			i;

	for (i = 0; i < finder->ntitles; i++)
	{
		const gir_title *title = &finder->titles[i];
		int			has = (title->agency_len > 0) + (title->year > 0);

		if (!is_of_year(title, year) || (named != NULL && !is_by(title, named)) || has < most)
			continue;
		best = title;
		most = has;
	}
	return best;
}

/* True if a title of the year is of another agency. */
static bool
has_other_agency(const gir_title_finder *finder, const gir_title *chosen, int year)
{
	int			i;

	for (i = 0; i < finder->ntitles; i++)
	{
		const gir_title *title = &finder->titles[i];

		if (title->agency_len > 0 && is_of_year(title, year) &&
			!gir_same_agency(title->agency, title->agency_len,
							 chosen->agency, chosen->agency_len))
			return true;
	}
	return finder->agency_dropped;
}

/* True if one of the titles is of another year. */
static bool
has_other_year(const gir_title_finder *finder, int year)
{
	int			i;

	for (i = 0; i < finder->ntitles; i++)
	{
		if (finder->titles[i].year != 0 && finder->titles[i].year != year)
			return true;
	}
	return false;
}

/* Choose the report's title among those found; *doubtful is about its agency. */
static const gir_title *
choose_title(const gir_title_finder *finder, int period, const gir_short_line *named,
			 bool *doubtful)
{
	const gir_title *last = &finder->titles[finder->ntitles - 1];
	const gir_title *chosen = best_title(finder, period, NULL);
	int			decided = period;

	if (chosen == NULL || (chosen->year == 0 && chosen->agency_len == 0))
	{
		/* the clause is of a year that no title has */
		decided = 0;
		chosen = best_title(finder, 0, NULL);
	}
	*doubtful = chosen->doubtful;
	if (chosen->agency_len == 0)
		return chosen;
	if (has_other_agency(finder, chosen, decided))
	{
		const gir_title *signer = best_title(finder, decided, named);

		if (signer != NULL)
			chosen = signer;
		*doubtful = signer == NULL || signer->doubtful;
	}
	/* another title, nearer to the report and without an agency, may be its own */
	else if (decided == 0 && last != chosen && !is_by(chosen, named) &&
			 (period != 0 || (last->year != 0 && last->year != chosen->year)))
		*doubtful = true;
	return chosen;
}

/* True if there is one title, and all is in it: only a diagnostic can say more. */
static bool
is_settled(const gir_title_finder *finder)
{
	const gir_title *title = &finder->titles[0];

	return finder->ntitles == 1 && title->agency_len > 0 && title->year > 0 &&
		!title->doubtful && !finder->agency_dropped;
}

/* The text is over: settle title, agency and year. */
void
gir_title_finish(gir_title_finder *finder, const char *text, size_t len,
				 const gir_callbacks *callbacks)
{
	gir_report *report = finder->report;
	bool		listening = callbacks != NULL && callbacks->diagnose != NULL;
	bool		agency_doubtful = false;
	bool		year_doubtful = false;
	int			period = 0;
	gir_short_line named;
	gir_diagnostic d = {GIR_DIAG_TITLE_MISSING, {0, 0}, 0, 0, GIR_NO_ROW, GIR_NO_COLUMN};

	/* without tables, nothing shows that titles below headings are the report's */
	if (!finder->done)
		gir_title_heading(finder, GIR_LAST_SECTION + 2);
	named.len = 0;
	if (listening || !is_settled(finder))
	{
		period = period_year(text, len);
		find_signature(&named, text, len);
		if (named.len == 0)
		{
			if (finder->in_text)
				gir_title_find_compiler_in(finder, text, text + len);
			named = finder->compiler;
		}
	}

	if (finder->ntitles > 0)
	{
		const gir_title *title = choose_title(finder, period, &named, &agency_doubtful);

		report->title_len = title->len;
		memcpy(report->title, title->text, title->len);
		report->agency_len = title->agency_len;
		memcpy(report->agency, title->agency, title->agency_len);
		report->year = title->year;
	}
	else if (listening)
		callbacks->diagnose(callbacks->context, &d);

	if (report->agency_len == 0)
	{
		memcpy(report->agency, named.text, named.len);
		report->agency_len = named.len;
		agency_doubtful = named.len > 0;
	}
	d.code = agency_doubtful ? GIR_DIAG_AGENCY_DOUBTFUL : GIR_DIAG_AGENCY_MISSING;
	if (listening && (agency_doubtful || report->agency_len == 0))
		callbacks->diagnose(callbacks->context, &d);

	if (report->year == 0)
	{
		report->year = period;
		year_doubtful = period != 0 && has_other_year(finder, period);
	}
	else if (period != 0)
		year_doubtful = report->year != period;
	else
		year_doubtful = has_other_year(finder, report->year);
	d.code = year_doubtful ? GIR_DIAG_YEAR_DOUBTFUL : GIR_DIAG_YEAR_MISSING;
	if (listening && (year_doubtful || report->year == 0))
		callbacks->diagnose(callbacks->context, &d);
}
