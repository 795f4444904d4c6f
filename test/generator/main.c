/*
 * main.c
 *		Runs the generator and prints the table: layout, documents, recovered,
 *		wrong.
 *
 *	generator							the table
 *	generator LAYOUT NUMBER [damaged]	one document, and what was read of it
 *	generator write FOLDER COUNT		documents of all layouts as files
 *
 * Each tenth of the files is damaged.  Printed are their paths, and after a tab
 * whether the core reads a report in it.
 *
 * GENERATOR_DOCUMENTS is the number of undamaged and of damaged documents, and
 * GENERATOR_SEED what they are drawn from; the same seed gives the same
 * documents.  With GENERATOR_VERBOSE the numbers of documents with a wrong or
 * lost cell are listed.  The exit status is 1 if a cell is wrong, or one of an
 * undamaged document is lost.
 */
#include "gen.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>

#define DEFAULT_DOCUMENTS 22000

static gen_document document;
static char bytes[GEN_TEXT_SIZE];

/* What a run is asked for. */
typedef struct gen_options
{
	int			documents;
	uint64_t	seed;
	bool		list;			/* documents with something amiss */
} gen_options;

/* Make a document: its text, and in document.truth what it says. */
static void
make_document(const gen_layout *layout, uint64_t seed, int number, bool damaged, gen_text *text)
{
	gen_rng    *rng = &document.rng;
	int			damage;

	rng->state = seed * UINT64_C(0x100000001B3) + (uint64_t) layout->name[0] * 1000003u +
		(uint64_t) number * 4 + damaged;
	gen_next(rng);
	document.nrows = 0;
	document.arena_len = 0;
	gen_draw_report(&document);
	gen_write(&document, layout);
	damage = damaged ? gen_below(rng, 10) : -1;
	if (damage == 0 && document.style.header == 0)
		gen_exchange_columns(&document);
	gen_merge_cells(&document, layout);
	if (damage >= 1 && damage <= 3)
		gen_damage_cells(&document, layout);
	text->len = 0;
	layout->print(&document, text);
	if (gen_chance(rng, 8))
		gen_use_traditional(&document, text);
	if (damage >= 4)
		gen_damage_text(&document, layout, text);
	if (damaged && gen_chance(rng, 15))
		gen_cut_text(rng, text);
	else if (!damaged && gen_chance(rng, 10))
		gen_use_crlf(text);
}

/* Print a diagnostic. */
static void
print_diagnostic(void *context, const gir_diagnostic *d)
{
	(void) context;
	printf("%s: line %u, section %d, %s: %.*s\n", gir_diagnostic_name(d->code),
		   (unsigned) d->line, d->section, d->row == GIR_NO_ROW ? "-" : gir_rows[d->row].code,
		   (int) (d->raw.end - d->raw.start), bytes + d->raw.start);
}

/* Read a text that ends where its memory ends, so that a sanitizer can see more. */
static bool
read_text(const gen_text *text, bool show, gir_report *report)
{
	gir_callbacks callbacks = {show ? print_diagnostic : NULL, NULL, NULL};
	char	   *copy = malloc(text->len > 0 ? text->len : 1);
	gir_diagnostic error;
	bool		accepted;

	if (copy == NULL)
		exit(1);
	memcpy(copy, text->bytes, text->len);
	accepted = gir_parse(copy, text->len, &callbacks, report, &error);
	free(copy);
	return accepted;
}

/* Make, read and compare one document. */
static void
try_document(const gen_layout *layout, const gen_options *options, int number, bool damaged,
			 bool show, gen_counts *counts)
{
	gen_text	text = {0, bytes};
	gen_counts	before = *counts;
	gir_report	report;
	bool		accepted;

	make_document(layout, options->seed, number, damaged, &text);
	if (show)
	{
		fwrite(text.bytes, 1, text.len, stdout);
		printf("\n----\n");
	}
	accepted = read_text(&text, show, &report);
	gen_compare(&document.truth, &report, accepted, damaged, show, counts);
	if (options->list &&
		(counts->wrong > before.wrong ||
		 (!damaged && (counts->cells - before.cells > counts->recovered - before.recovered ||
					   counts->titles_wrong > before.titles_wrong))))
		printf("%s %d%s: %ld wrong, %ld lost%s\n", layout->name, number, damaged ? " damaged" : "",
			   (long) (counts->wrong - before.wrong),
			   (long) (counts->cells - before.cells - counts->recovered + before.recovered),
			   counts->titles_wrong > before.titles_wrong ? ", title" : "");
}

/* Print a line of the table. */
static void
print_counts(const char *name, const char *description, const gen_counts *plain,
			 const gen_counts *damaged)
{
	printf("| %-3s | %-26s | %9ld | %9ld | %8.4f %% | %5ld | %8ld | %9ld | %8ld | %5ld |\n",
		   name, description, (long) plain->documents, (long) plain->cells,
		   plain->cells > 0 ? 100.0 * (double) plain->recovered / (double) plain->cells : 100.0,
		   (long) plain->wrong, (long) plain->hidden, (long) damaged->documents,
		   (long) (damaged->recovered + damaged->hidden_recovered), (long) damaged->wrong);
}

/* Add what was counted of a layout to the sum. */
static void
add_counts(gen_counts *sum, const gen_counts *counts)
{
	sum->documents += counts->documents;
	sum->cells += counts->cells;
	sum->recovered += counts->recovered;
	sum->wrong += counts->wrong;
	sum->hidden += counts->hidden;
	sum->hidden_recovered += counts->hidden_recovered;
	sum->titles_wrong += counts->titles_wrong;
}

/* Run all layouts; returns the exit status. */
static int
run(const gen_options *options)
{
	gen_counts	sums[2];
	int			per_layout = (options->documents + gen_layout_count - 1) / gen_layout_count;
	int			i,
				n,
				damaged;

	memset(sums, 0, sizeof(sums));
	printf("| layout | | documents | cells | recovered | wrong | not shown | damaged documents | recovered | wrong |\n"
		   "|---|---|--:|--:|--:|--:|--:|--:|--:|--:|\n");
	for (i = 0; i < gen_layout_count; i++)
	{
		gen_counts	counts[2];

		memset(counts, 0, sizeof(counts));
		for (damaged = 0; damaged < 2; damaged++)
		{
			for (n = 0; n < per_layout; n++)
				try_document(&gen_layouts[i], options, n, damaged, false, &counts[damaged]);
			add_counts(&sums[damaged], &counts[damaged]);
		}
		print_counts(gen_layouts[i].name, gen_layouts[i].description, &counts[0], &counts[1]);
	}
	print_counts("all", "", &sums[0], &sums[1]);
	if (sums[0].titles_wrong > 0)
		printf("%ld undamaged documents with another title, agency or year\n",
			   (long) sums[0].titles_wrong);
	return sums[0].wrong > 0 || sums[1].wrong > 0 || sums[0].recovered < sums[0].cells ||
		sums[0].titles_wrong > 0;
}

/* Show one document; returns the exit status. */
static int
show(const gen_options *options, const char *layout, int number, bool damaged)
{
	gen_counts	counts;
	int			i;

	memset(&counts, 0, sizeof(counts));
	for (i = 0; i < gen_layout_count; i++)
	{
		if (strcmp(gen_layouts[i].name, layout) == 0)
		{
			try_document(&gen_layouts[i], options, number, damaged, true, &counts);
			return 0;
		}
	}
	fprintf(stderr, "generator: no layout \"%s\"\n", layout);
	return 2;
}

/* The ending of the names of a layout's files. */
static const char *
ending(const gen_layout *layout)
{
	if (strncmp(layout->description, "HTML", 4) == 0)
		return "html";
	return strncmp(layout->description, "Markdown", 8) == 0 ? "md" : "txt";
}

/* Write documents to a folder for each layout; returns the exit status. */
static int
write_files(const gen_options *options, const char *folder, int count)
{
	gen_text	text = {0, bytes};
	gir_report	report;
	char		path[4096];
	FILE	   *file;
	int			i;

	for (i = 0; i < count; i++)
	{
		const gen_layout *layout = &gen_layouts[i % gen_layout_count];
		int			number = i / gen_layout_count;
		bool		damaged = number % 10 == 9;

		snprintf(path, sizeof(path), "%s/%s", folder, layout->name);
		if (number == 0)
			mkdir(path, 0777);
		snprintf(path, sizeof(path), "%s/%s/%06d.%s", folder, layout->name, number, ending(layout));
		make_document(layout, options->seed, number, damaged, &text);
		file = fopen(path, "wb");
		if (file == NULL || fwrite(text.bytes, 1, text.len, file) != text.len || fclose(file) != 0)
		{
			perror(path);
			return 1;
		}
		printf("%s\t%s\n", path, read_text(&text, false, &report) ? "report" : "none");
	}
	return 0;
}

int
main(int argc, char **argv)
{
	const char *documents = getenv("GENERATOR_DOCUMENTS");
	const char *seed = getenv("GENERATOR_SEED");
	gen_options options = {DEFAULT_DOCUMENTS, 1, getenv("GENERATOR_VERBOSE") != NULL};

	if (documents != NULL && documents[0] != '\0')
		options.documents = atoi(documents);
	if (seed != NULL && seed[0] != '\0')
		options.seed = strtoull(seed, NULL, 10);
	if (argc == 4 && strcmp(argv[1], "write") == 0)
		return write_files(&options, argv[2], atoi(argv[3]));
	if (argc >= 3)
		return show(&options, argv[1], atoi(argv[2]), argc > 3);
	return run(&options);
}
