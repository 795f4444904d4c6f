/*
 * claims.h
 *		The claims of a text, kept to be looked at.
 */
#ifndef GIR_CLAIMS_H
#define GIR_CLAIMS_H

#include "core/prose.h"

#include "unit.h"

#define MAX_CLAIMS 100

/* Claims as they come, with their texts. */
typedef struct claims
{
	int			count;
	gir_claim	list[MAX_CLAIMS];
	char		raw[MAX_CLAIMS][200];
	char		sentence[MAX_CLAIMS][400];
} claims;

/* Find the claims of a copy of a text that ends where it ends. */
extern void find_claims_with(const char *text, int year, const char *agency,
							 gir_claim_function function, void *context);

/* Keep the claims of a text; the test fails if there are too many. */
extern void find_claims(const char *text, int year, const char *agency, claims *found);

#endif							/* GIR_CLAIMS_H */
