/*
 * core_speed.c
 *		The speed of the core alone, without a server, beside two simple ways
 *		through the same bytes.
 *
 *	core_speed ROUNDS FILE...		lines "WORK-LAYOUT <tab> microseconds a text"
 *	core_speed parse FILE...		parses each once: a run to count instructions in
 *
 * A file's layout is its name up to the first "_".  In each round every work is
 * done on every layout in turn, and the median of the rounds is printed.
 */
#define _POSIX_C_SOURCE 199309L

#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>

#include "core/gireport_core.h"

#define MAX_FILES 64
#define MAX_LAYOUTS 8
#define MAX_ROUNDS 1000
#define REPEATS 40				/* of a text in a round, so that the clock is fine enough */

typedef struct document
{
	char		layout[16];
	char	   *text;
	size_t		len;
} document;

typedef enum work
{
	WORK_PARSE,
	WORK_LINES,
	WORK_DECODE,
	WORK_COUNT
} work;

static const char *const work_names[WORK_COUNT] = {"core", "memchr", "utf8"};

static document documents[MAX_FILES];
static int	ndocuments;
static double times[WORK_COUNT][MAX_LAYOUTS][MAX_ROUNDS];

/* What the works find, so that no compiler leaves them out. */
static volatile uint64_t found;

/* Stop with a message. */
static void
fail(const char *what)
{
	fprintf(stderr, "core_speed: %s\n", what);
	exit(1);
}

/* Read a file. */
static void
load(const char *path)
{
	const char *name = strrchr(path, '/');
	document   *d = &documents[ndocuments];
	FILE	   *file = fopen(path, "rb");
	long		size;

	if (file == NULL || ndocuments == MAX_FILES)
		fail(path);
	name = name != NULL ? name + 1 : path;
	snprintf(d->layout, sizeof(d->layout), "%.*s", (int) strcspn(name, "_"), name);
	fseek(file, 0, SEEK_END);
	size = ftell(file);
	rewind(file);
	d->text = malloc((size_t) size + 1);
	if (d->text == NULL || fread(d->text, 1, (size_t) size, file) != (size_t) size)
		fail(path);
	d->len = (size_t) size;
	fclose(file);
	ndocuments++;
}

/* Parse a text. */
static uint64_t
parse(const document *d)
{
	static gir_report report;
	gir_callbacks callbacks = {0};
	gir_diagnostic error;

	if (!gir_parse(d->text, d->len, &callbacks, &report, &error))
		fail("not a report");
	return (uint64_t) report.figures.value[GIR_CELL(GIR_ROW_CONCLUDED, 0)];
}

/* Count the lines. */
static uint64_t
count_lines(const document *d)
{
	const char *p = d->text;
	const char *end = d->text + d->len;
	uint64_t	lines = 0;

	while ((p = memchr(p, '\n', (size_t) (end - p))) != NULL)
	{
		p++;
		lines++;
	}
	return lines;
}

/* Decode UTF-8 character by character, and add the characters up. */
static uint64_t
decode(const document *d)
{
	const unsigned char *p = (const unsigned char *) d->text;
	const unsigned char *end = p + d->len;
	uint64_t	sum = 0;

	while (p < end)
	{
		uint32_t	c = *p++;

		if (c >= 0xf0 && end - p >= 3)
		{
			c = (c & 0x07) << 18 | (p[0] & 0x3fu) << 12 | (p[1] & 0x3fu) << 6 | (p[2] & 0x3fu);
			p += 3;
		}
		else if (c >= 0xe0 && end - p >= 2)
		{
			c = (c & 0x0f) << 12 | (p[0] & 0x3fu) << 6 | (p[1] & 0x3fu);
			p += 2;
		}
		else if (c >= 0xc0 && end - p >= 1)
		{
			c = (c & 0x1f) << 6 | (p[0] & 0x3fu);
			p += 1;
		}
		sum += c;
	}
	return sum;
}

/* Do a work on a text. */
static uint64_t
do_work(work w, const document *d)
{
	switch (w)
	{
		case WORK_PARSE:
			return parse(d);
		case WORK_LINES:
			return count_lines(d);
		default:
			return decode(d);
	}
}

/* Microseconds that a work takes for a text of a layout, on average. */
static double
measure(work w, const char *layout)
{
	struct timespec start,
				end;
	int			texts = 0;
	int			i,
				repeat;

	clock_gettime(CLOCK_MONOTONIC, &start);
	for (repeat = 0; repeat < REPEATS; repeat++)
	{
		for (i = 0; i < ndocuments; i++)
		{
			if (strcmp(documents[i].layout, layout) != 0)
				continue;
			found += do_work(w, &documents[i]);
			texts++;
		}
	}
	clock_gettime(CLOCK_MONOTONIC, &end);
	return ((double) (end.tv_sec - start.tv_sec) * 1e6 +
			(double) (end.tv_nsec - start.tv_nsec) / 1e3) / texts;
}

static int
compare_times(const void *a, const void *b)
{
	double		x = *(const double *) a;
	double		y = *(const double *) b;

	return x < y ? -1 : x > y;
}

/* Measure everything and print the medians. */
static void
measure_all(int rounds)
{
	const char *layouts[MAX_LAYOUTS];
	int			nlayouts = 0;
	int			round,
				w,
				i,
				j;

	for (i = 0; i < ndocuments; i++)
	{
		for (j = 0; j < nlayouts && strcmp(layouts[j], documents[i].layout) != 0; j++)
			;
		if (j == MAX_LAYOUTS)
			fail("too many layouts");
		if (j == nlayouts)
			layouts[nlayouts++] = documents[i].layout;
	}
	for (round = 0; round < rounds; round++)
	{
		for (j = 0; j < nlayouts; j++)
		{
			for (w = 0; w < WORK_COUNT; w++)
				times[w][j][round] = measure((work) w, layouts[j]);
		}
	}
	for (j = 0; j < nlayouts; j++)
	{
		for (w = 0; w < WORK_COUNT; w++)
		{
			qsort(times[w][j], (size_t) rounds, sizeof(double), compare_times);
			printf("%s-%s\t%.4f\n", work_names[w], layouts[j], times[w][j][rounds / 2]);
		}
	}
}

int
main(int argc, char **argv)
{
	int			i;

	if (argc < 3)
		fail("ROUNDS or \"parse\", and files, are missing");
	for (i = 2; i < argc; i++)
		load(argv[i]);
	if (strcmp(argv[1], "parse") == 0)
	{
		for (i = 0; i < ndocuments; i++)
			found += parse(&documents[i]);
	}
	else if (atoi(argv[1]) > 0 && atoi(argv[1]) <= MAX_ROUNDS)
		measure_all(atoi(argv[1]));
	else
		fail("ROUNDS must be a number from 1 to 1000");
	for (i = 0; i < ndocuments; i++)
		free(documents[i].text);
	return 0;
}
