/*
 * main.c
 *		gireport-review: the program's course.
 *
 * The table is read twice in one snapshot: first what the overview says of each
 * file, which also gives the order of the pages, then the reports with their
 * texts, a few at a time.  The overview is written last.
 */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>
#include <unistd.h>

#include "bin/common/message.h"
#include "bin/review/csv.h"
#include "bin/review/interrupt.h"
#include "bin/review/options.h"
#include "bin/review/overview.h"
#include "bin/review/page.h"
#include "bin/review/report_page.h"
#include "bin/review/style.h"
#include "bin/review/twins.h"
#include "bin/review/writer.h"

/* Everything that is in use. */
typedef struct review
{
	review_options options;
	PGconn	   *conn;
	file_table	table;
	agency_list agencies;
	entry_list	entries;
	metric_list metrics;
	totals		totals;
	growth		growth;
	writer	   *writer;
} review;

/* ---- progress, on a terminal ---- */

static bool progress_wanted = false;
static bool progress_shown = false;

/* Remove the line of progress. */
static void
clear_progress(void)
{
	if (progress_shown)
		fputs("\r\033[K", stderr);
	progress_shown = false;
}

/* Show how far a part of the work is, not more than twice a second. */
static void
show_progress(const char *what, size_t done, size_t all)
{
	static struct timespec last;
	struct timespec now;

	if (!progress_wanted)
		return;
	clock_gettime(CLOCK_MONOTONIC, &now);
	if ((now.tv_sec - last.tv_sec) * 1000 + (now.tv_nsec - last.tv_nsec) / 1000000 < 500)
		return;
	last = now;
	clear_progress();
	fprintf(stderr, "%s: %zu", what, done);
	if (all > 0)
		fprintf(stderr, " of %zu", all);
	fflush(stderr);
	progress_shown = true;
}

/* The files that are read so far. */
static void
show_files(size_t done)
{
	show_progress("files read", done, 0);
}

/* ---- the files ---- */

/* Say which files will be written. */
static bool
announce(review *r)
{
	char	  **names = cli_alloc((r->entries.reports + 3) * sizeof(*names));
	size_t		count = 0;
	size_t		i;
	bool		done;

	names[count++] = OVERVIEW_PAGE;
	names[count++] = STYLE_SHEET;
	names[count++] = FINDINGS_FILE;
	for (i = 0; i < r->entries.reports; i++)
		names[count++] = r->entries.items[i].page;
	done = writer_announce(r->writer, names, count);
	free(names);
	return done;
}

/* The style sheet: ours, and that of a report's tables. */
static bool
write_style(review *r)
{
	PGresult   *result = table_query(&r->table, "SELECT @gireport_render_style()", 0, NULL);
	writer_file file;
	bool		done = result != NULL && writer_begin(r->writer, STYLE_SHEET, &file);
	int			i;

	if (done)
	{
		fputs(PQgetvalue(result, 0, 0), file.out);
		putc('\n', file.out);
		for (i = 0; review_style[i] != NULL; i++)
			fputs(review_style[i], file.out);
		done = writer_commit(r->writer, &file);
	}
	PQclear(result);
	return done;
}

/* The pages of a batch, and its lines of the CSV file. */
static bool
write_batch(review *r, const batch *batch, FILE *csv)
{
	const entry *entries = r->entries.items;
	writer_file file;
	int			i;

	for (i = 0; i < batch->count; i++)
	{
		const report *report = &batch->reports[i];
		size_t		n = (size_t) (report->entry - entries);

		if (interrupted() || !writer_begin(r->writer, report->entry->page, &file))
			return false;
		write_report_page(file.out, report, &r->metrics, n > 0 ? &entries[n - 1] : NULL,
						  n + 1 < r->entries.reports ? &entries[n + 1] : NULL);
		if (!writer_commit(r->writer, &file))
			return false;
		csv_write_report(csv, report);
	}
	return true;
}

/* The pages of all reports, and the CSV file. */
static bool
write_reports(review *r)
{
	const entry_list *entries = &r->entries;
	writer_file csv;
	bool		done = writer_begin(r->writer, FINDINGS_FILE, &csv);
	size_t		i = 0;

	if (!done)
		return false;
	csv_begin(csv.out);
	while (done && i < entries->reports)
	{
		size_t		count = batch_size(&entries->items[i], entries->reports - i);
		batch		batch;

		done = batch_fetch(&r->table, &entries->items[i], count, &batch) && write_batch(r, &batch, csv.out);
		batch_free(&batch);
		i += count;
		show_progress("pages written", i, entries->reports);
	}
	clear_progress();
	for (i = entries->reports; done && i < entries->count; i++)
		csv_write_no_report(csv.out, &entries->items[i]);
	if (done)
		return writer_commit(r->writer, &csv);
	writer_abandon(r->writer, &csv);
	return false;
}

/* The overview. */
static bool
write_index(review *r)
{
	overview	overview = {
		r->options.table, PQdb(r->conn), &r->entries,
		r->options.agencies != NULL ? &r->agencies : NULL, &r->totals, &r->growth, &r->metrics
	};
	writer_file file;

	if (!writer_begin(r->writer, OVERVIEW_PAGE, &file))
		return false;
	write_overview(file.out, &overview);
	return writer_commit(r->writer, &file);
}

/* Read, and write; false after a failure, which is printed. */
static bool
run(review *r, const char *user_path)
{
	if (!table_open(&r->table, r->conn, r->options.table, user_path) ||
		!metrics_read(&r->table, &r->metrics) ||
		!table_read_entries(&r->table, &r->entries, show_files) ||
		!twins_compare(&r->table, &r->entries) ||
		!totals_read(&r->table, &r->entries, &r->metrics, &r->totals) ||
		!growth_read(&r->table, &r->entries, &r->growth))
		return false;
	r->writer = writer_open(r->options.folder, r->options.force);
	return r->writer != NULL && announce(r) && write_style(r) && write_reports(r) &&
		write_index(r) && writer_finish(r->writer);
}

/* What was written. */
static void
print_summary(const review *r)
{
	const entry_list *entries = &r->entries;

	printf("%zu files: %d with errors, %d with warnings, %d without findings, %d no reports\n",
		   entries->count, entries->by_status[STATUS_ERROR], entries->by_status[STATUS_WARNING],
		   entries->by_status[STATUS_CLEAN], entries->by_status[STATUS_NO_REPORT]);
	printf("The overview is %s/" OVERVIEW_PAGE "\n", r->options.folder);
}

/* Free all that is in use. */
static void
finish(review *r)
{
	if (r->writer != NULL)
		writer_close(r->writer);
	growth_free(&r->growth);
	totals_free(&r->totals);
	metrics_free(&r->metrics);
	entries_free(&r->entries);
	agencies_free(&r->agencies);
	table_close(&r->table);
	PQfinish(r->conn);
}

int
main(int argc, char **argv)
{
	review		r;
	char	   *user_path = NULL;
	bool		done;

	memset(&r, 0, sizeof(r));
	cli_set_program(argv[0]);
	cli_open_standard_files();
	review_get_options(argc, argv, &r.options);
	progress_wanted = !r.options.quiet && isatty(STDERR_FILENO);
	cli_before_message(clear_progress);
	if (r.options.agencies != NULL && !agencies_read(r.options.agencies, &r.agencies))
		return CLI_EXIT_ERROR;
	r.conn = cli_connect(&r.options.connection, true, &user_path);
	if (r.conn == NULL)
		return CLI_EXIT_CONNECTION;
	interrupt_watch(r.conn);
	done = run(&r, user_path);
	if (done && !r.options.quiet)
		print_summary(&r);
	finish(&r);
	free(user_path);
	if (interrupted())
		return CLI_EXIT_SIGNAL + interrupted();
	return cli_flush_output() && done ? CLI_EXIT_OK : CLI_EXIT_ERROR;
}
