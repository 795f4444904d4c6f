/*
 * test_corpus.c
 *		The corpus against its expectations: every document whole, and the
 *		readable ones cut at every byte.
 */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "corpus.h"

static corpus_document documents[CORPUS_DOCUMENTS];
static int	ndocuments;
static unit_parsed parsed;

/* True if a cell was read as the number that is expected there. */
static bool
is_right(const corpus_document *document, int cell)
{
	const gir_figures *read = &parsed.report.figures;
	int64_t		x = read->value[cell];
	int64_t		y = document->value[cell];
	int			scale;

	for (scale = read->scale[cell]; scale < document->scale[cell]; scale++)
		x *= 10;
	for (scale = document->scale[cell]; scale < read->scale[cell]; scale++)
		y *= 10;
	return document->state[cell] == GIR_STATE_NUMBER && read->known[cell] && x == y;
}

/* Tell about a cell. */
static void
tell(const corpus_document *document, size_t len, int cell)
{
	print_message("# %s, %zu bytes, %s, %s: %s %lld (scale %d), expected %s %lld (scale %d)\n",
				  document->name, len, gir_rows[GIR_CELL_ROW(cell)].code,
				  gir_column_codes[gir_cell_column(cell)],
				  gir_state_name(parsed.report.printed[cell].state),
				  (long long) parsed.report.figures.value[cell], parsed.report.figures.scale[cell],
				  gir_state_name(document->state[cell]), (long long) document->value[cell],
				  document->scale[cell]);
}

static int
load(void **state)
{
	(void) state;
	ndocuments = corpus_load(documents);
	return 0;
}

static int
unload(void **state)
{
	(void) state;
	corpus_free(documents, ndocuments);
	return 0;
}

/* Every cell, number or not. */
static void
test_cells(void **state)
{
	int			bad = 0;
	int			d,
				cell;

	(void) state;
	assert_true(ndocuments > 0);
	for (d = 0; d < ndocuments; d++)
	{
		const corpus_document *document = &documents[d];

		unit_parse(document->text, document->len, &parsed);
		assert_true(parsed.accepted);
		for (cell = 0; cell < GIR_CELL_COUNT; cell++)
		{
			gir_state	printed = parsed.report.printed[cell].state;
			bool		right = document->state[cell] == GIR_STATE_NUMBER ? is_right(document, cell) :
				!parsed.report.figures.known[cell] &&
				(printed == document->state[cell] ||
				 (document->text_or_missing[cell] && printed == GIR_STATE_MISSING));

			if (!right)
			{
				bad++;
				tell(document, document->len, cell);
			}
		}
	}
	assert_int_equal(bad, 0);
}

/* Title, agency and year. */
static void
test_titles(void **state)
{
	int			d;

	(void) state;
	for (d = 0; d < ndocuments; d++)
	{
		const corpus_document *document = &documents[d];
		const gir_report *report = &parsed.report;

		unit_parse(document->text, document->len, &parsed);
		if ((document->title[0] != '\0' &&
			 (report->title_len != strlen(document->title) ||
			  memcmp(report->title, document->title, report->title_len) != 0)) ||
			(document->agency[0] != '\0' &&
			 (report->agency_len != strlen(document->agency) ||
			  memcmp(report->agency, document->agency, report->agency_len) != 0)) ||
			(document->year != 0 && report->year != document->year))
			fail_msg("%s: title %.*s, agency %.*s, year %d", document->name, report->title_len,
					 report->title, report->agency_len, report->agency, report->year);
	}
}

/* The readable documents satisfy all identities; that depends on no text. */
static void
test_valid(void **state)
{
	int			d;

	(void) state;
	for (d = 0; d < ndocuments; d++)
	{
		if (documents[d].name[0] != 'y')
			continue;
		unit_parse(documents[d].text, documents[d].len, &parsed);
		if (!gir_valid(&parsed.report.figures))
			fail_msg("%s is not valid", documents[d].name);
	}
}

/* However a document is cut, no number is wrong. */
static void
test_cut_everywhere(void **state)
{
	long		wrong = 0;
	long		cuts = 0;
	int			d,
				cell;

	(void) state;
	for (d = 0; d < ndocuments; d++)
	{
		const corpus_document *document = &documents[d];
		size_t		len;

		if (document->name[0] != 'y')
			continue;
		for (len = 0; len < document->len; len++)
		{
			unit_parse(document->text, len, &parsed);
			cuts++;
			for (cell = 0; cell < GIR_CELL_COUNT; cell++)
			{
				if (parsed.report.figures.known[cell] && !is_right(document, cell) && wrong++ < 20)
					tell(document, len, cell);
			}
		}
	}
	print_message("# %ld cuts, %ld wrong\n", cuts, wrong);
	assert_true(cuts > 0);
	assert_int_equal(wrong, 0);
}

int
main(void)
{
	static const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_cells),
		cmocka_unit_test(test_titles),
		cmocka_unit_test(test_valid),
		cmocka_unit_test(test_cut_everywhere),
	};

	return cmocka_run_group_tests_name("corpus", tests, load, unload);
}
