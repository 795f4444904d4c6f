/*
 * random_report.h
 *		Random figures that add up, for tests of suggested repairs: with numbers
 *		of a chosen length, and with gaps.  The random numbers are case_random's.
 */
#ifndef GIR_RANDOM_REPORT_H
#define GIR_RANDOM_REPORT_H

#include "rule_cases.h"

/* A random number of up to so many digits; all lengths have equal chances. */
extern int64_t random_number(int digits);

/*
 * Sections 3 and 4 of a report in a form.  Details have up to so many digits,
 * and most of them are 0.
 */
extern void random_report(gir_figures *figures, int form, int digits);

/* Take totals, zeros and rows out of a report, which leave it valid. */
extern void random_gaps(gir_figures *figures);

/* Put a number into a cell, with its row and section. */
extern void set_number(gir_figures *figures, int cell, int64_t value);

/* Leave a cell blank. */
extern void remove_number(gir_figures *figures, int cell);

#endif							/* GIR_RANDOM_REPORT_H */
