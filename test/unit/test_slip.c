/*
 * test_slip.c
 *		Slips of digits.
 */
#include "unit.h"

#include "core/suggest.h"

/* Each kind of slip, and what is none. */
static void
test_slips(void **state)
{
	static const struct
	{
		int64_t		meant;
		int64_t		printed;
		gir_slip	slip;
	}			cases[] = {
		{105, 15, GIR_SLIP_LOST},
		{105, 10, GIR_SLIP_LOST},
		{105, 5, GIR_SLIP_LOST},	/* 05 */
		{10, 1, GIR_SLIP_LOST},
		{10, 0, GIR_SLIP_LOST},
		{INT64_MAX, INT64_MAX / 10, GIR_SLIP_LOST},
		{15, 155, GIR_SLIP_DOUBLED},
		{15, 115, GIR_SLIP_DOUBLED},
		{3, 33, GIR_SLIP_DOUBLED},
		{100, 1000, GIR_SLIP_DOUBLED},
		{15, 51, GIR_SLIP_SWAPPED},
		{1234, 1324, GIR_SLIP_SWAPPED},
		{103, 13, GIR_SLIP_LOST},	/* or 013 */
		{15, -15, GIR_SLIP_SIGN},
		{15, 18, GIR_SLIP_CHANGED},
		{0, 7, GIR_SLIP_CHANGED},
		{7, 0, GIR_SLIP_CHANGED},
		{15, 95, GIR_SLIP_CHANGED},
		{999, 990, GIR_SLIP_CHANGED},
		{15, 135, GIR_SLIP_EXTRA},
		{15, 150, GIR_SLIP_EXTRA},
		{15, 615, GIR_SLIP_EXTRA},
		{0, 50, GIR_SLIP_EXTRA},
		{9, 10, GIR_SLIP_NONE},
		{15, 48, GIR_SLIP_NONE},
		{15, 1355, GIR_SLIP_NONE},
		{1234, 4231, GIR_SLIP_NONE},
		{15, -16, GIR_SLIP_NONE},
		{15, 15, GIR_SLIP_NONE},
		{-15, 15, GIR_SLIP_NONE},
		{INT64_MAX, INT64_MIN, GIR_SLIP_NONE},
		{INT64_MAX, -INT64_MAX, GIR_SLIP_SIGN},
	};
	int			i;

	(void) state;
	for (i = 0; i < UNIT_COUNT(cases); i++)
	{
		if (gir_find_slip(cases[i].meant, cases[i].printed) != cases[i].slip)
			fail_msg("%lld printed as %lld: %d", (long long) cases[i].meant,
					 (long long) cases[i].printed,
					 (int) gir_find_slip(cases[i].meant, cases[i].printed));
	}
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_slips),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
