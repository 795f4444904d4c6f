/*
 * claims.c
 *		The claims of a text, kept to be looked at.
 */
#include "claims.h"

#include <stdlib.h>
#include <string.h>

/* Keep a claim. */
static void
keep(void *context, const gir_claim *claim)
{
	claims	   *found = context;
	int			i = found->count;

	assert_true(i < MAX_CLAIMS);
	assert_true(claim->raw_len < sizeof(found->raw[0]) &&
				claim->sentence_len < sizeof(found->sentence[0]));
	found->list[i] = *claim;
	memcpy(found->raw[i], claim->raw, claim->raw_len);
	found->raw[i][claim->raw_len] = '\0';
	memcpy(found->sentence[i], claim->sentence, claim->sentence_len);
	found->sentence[i][claim->sentence_len] = '\0';
	found->list[i].raw = found->raw[i];
	found->list[i].sentence = found->sentence[i];
	found->count++;
}

/* Find the claims of a copy of a text. */
void
find_claims_with(const char *text, int year, const char *agency, gir_claim_function function,
				 void *context)
{
	gir_report *report = calloc(1, sizeof(*report));
	size_t		len = strlen(text);
	char	   *copy = malloc(len > 0 ? len : 1);

	assert_non_null(report);
	assert_non_null(copy);
	memcpy(copy, text, len);
	report->year = year;
	report->agency_len = (uint16_t) strlen(agency);
	memcpy(report->agency, agency, report->agency_len);
	gir_find_claims(copy, len, report, function, NULL, context);
	free(copy);
	free(report);
}

/* Keep the claims of a text. */
void
find_claims(const char *text, int year, const char *agency, claims *found)
{
	found->count = 0;
	find_claims_with(text, year, agency, keep, found);
}
