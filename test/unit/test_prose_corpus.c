/*
 * test_prose_corpus.c
 *		The prose of the corpus: what it claims, as read in the documents, and
 *		whether the tables say the same.
 */
#include <string.h>

#include "claims.h"
#include "corpus.h"

/* A claim that a document makes, and what its tables say of it. */
typedef struct stated
{
	const char *document;
	uint32_t	line;
	gir_claim_subject subject;
	int64_t		value;
	gir_verdict verdict;
} stated;

static const stated all_stated[] = {
	{"i_tables_lost", 5, GIR_CLAIM_RECEIVED, 1, GIR_NOT_ASSESSABLE},
	{"y_2021_tab_blanks", 5, GIR_CLAIM_RECEIVED, 6, GIR_PASS},
	/* the tables have 51 and 49 */
	{"y_2021_word", 7, GIR_CLAIM_RECEIVED, 47, GIR_FAIL},
	{"y_2021_word", 7, GIR_CLAIM_CARRIED_IN, 1, GIR_PASS},
	{"y_2021_word", 7, GIR_CLAIM_CONCLUDED, 45, GIR_FAIL},
	{"y_2021_word", 7, GIR_CLAIM_CARRIED_OUT, 3, GIR_PASS},
	{"y_tab_001", 15, GIR_CLAIM_RECEIVED, 2, GIR_PASS},
	{"y_tab_001", 15, GIR_CLAIM_CARRIED_OUT, 0, GIR_PASS},
	{"y_word_003", 10, GIR_CLAIM_RECEIVED, 4, GIR_PASS},
	{"y_word_003", 10, GIR_CLAIM_CARRIED_OUT, 0, GIR_PASS},
	{"y_word_004", 20, GIR_CLAIM_RECEIVED, 2, GIR_PASS},
	{"y_word_004", 20, GIR_CLAIM_CARRIED_OUT, 0, GIR_PASS},
	{"y_word_004", 20, GIR_CLAIM_RECONSIDERATION, 0, GIR_PASS},
	{"y_word_004", 20, GIR_CLAIM_LITIGATION, 0, GIR_PASS},
};

/* One document on its way. */
typedef struct reading
{
	const char *document;
	int			first;			/* of its claims above */
	int			count;
	int			claims;			/* seen so far */
	int			findings;
	gir_claim	list[UNIT_COUNT(all_stated)];
} reading;

/* Compare a claim with what the document states. */
static void
compare_claim(void *context, const gir_claim *claim)
{
	reading    *r = context;
	const stated *expected = &all_stated[r->first + r->claims];

	if (r->claims >= r->count || claim->subject != expected->subject ||
		claim->value != expected->value || claim->line != expected->line)
		fail_msg("%s, line %u: \"%.*s\" as %s = %lld", r->document, (unsigned) claim->line,
				 (int) claim->raw_len, claim->raw, gir_claim_code(claim->subject),
				 (long long) claim->value);
	assert_int_equal(claim->section, 1);
	r->list[r->claims++] = *claim;
}

/* Compare a finding with what the tables say. */
static void
compare_finding(void *context, const gir_prose_finding *finding)
{
	reading    *r = context;
	int			i;

	assert_int_equal(finding->nclaims, 1);
	for (i = 0; i < r->count; i++)
	{
		if (all_stated[r->first + i].subject == finding->claims[0]->subject)
			assert_int_equal(finding->verdict, all_stated[r->first + i].verdict);
	}
	r->findings++;
}

/* The claims of every report in the corpus, and no others. */
static void
test_corpus(void **state)
{
	static corpus_document documents[CORPUS_DOCUMENTS];
	static unit_parsed parsed;
	int			ndocuments = corpus_load(documents);
	int			seen = 0;
	int			i;

	(void) state;
	for (i = 0; i < ndocuments; i++)
	{
		const gir_claim *group[UNIT_COUNT(all_stated)];
		reading		r = {.document = documents[i].name};

		unit_parse(documents[i].text, documents[i].len, &parsed);
		if (!parsed.accepted)
			continue;
		while (r.first < UNIT_COUNT(all_stated) &&
			   strcmp(all_stated[r.first].document, r.document) != 0)
			r.first++;
		while (r.first + r.count < UNIT_COUNT(all_stated) &&
			   strcmp(all_stated[r.first + r.count].document, r.document) == 0)
			r.count++;
		gir_find_claims(documents[i].text, documents[i].len, &parsed.report, compare_claim, NULL, &r);
		assert_int_equal(r.claims, r.count);
		gir_check_prose(&parsed.report.figures, parsed.report.year, r.list, r.claims, group,
						compare_finding, &r);
		assert_int_equal(r.findings, r.count);
		seen += r.claims;
	}
	assert_int_equal(seen, UNIT_COUNT(all_stated));
	corpus_free(documents, ndocuments);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_corpus),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
