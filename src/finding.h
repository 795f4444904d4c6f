/*
 * finding.h
 *		Findings as rows, for the functions that check something.
 */
#ifndef GIREPORT_FINDING_H
#define GIREPORT_FINDING_H

#include "gireport.h"

/* The report in an argument. */
extern void gireport_get_content(FunctionCallInfo fcinfo, int argno, gireport_content *content);

/* What is to be checked about a report; its texts as UTF-8. */
extern void gireport_get_subject(const gireport_content *content, gir_subject *subject);

/*
 * Evaluate the rules of a scope and return the findings as the rows of a
 * set-returning function.
 */
extern void gireport_put_findings(FunctionCallInfo fcinfo, gir_scope scope,
								  const gir_subject *subject, bool failures_only,
								  gir_severity min_severity);

#endif							/* GIREPORT_FINDING_H */
