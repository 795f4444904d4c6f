/*
 * main.c
 *		gireport-load: a folder of documents into a table.
 *
 *	walk.c		the files below the folders, one after the other
 *	file.c		a file's bytes, kind (kind.c) and hash
 *	batch.c		files to the server and back (copy.c, convert.c, session.c, table.c)
 *	summary.c	what became of them (progress.c while it goes on)
 */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "bin/common/message.h"
#include "bin/load/batch.h"
#include "bin/load/options.h"
#include "bin/load/progress.h"
#include "bin/load/stop.h"
#include "bin/load/summary.h"

/* The run: one batch is with the server while another is filled. */
typedef struct run
{
	load_session session;
	load_summary *summary;
	load_batch *filling;
	load_batch *working;		/* without files if the server has none */
} run;

/* The number of files that will be read. */
static long
count_files(const load_options *options)
{
	load_walk  *walk = load_walk_begin(options->paths, options->npaths);
	load_entry	entry;
	long		count = 0;

	while (load_stop_count() == 0 && load_walk_next(walk, &entry))
		count += entry.kind != LOAD_ENTRY_PASSED;
	load_walk_end(walk);
	return count;
}

/* Wait for the batch that the server works on, and count its files. */
static load_outcome
finish_batch(run *r)
{
	load_outcome outcome = LOAD_DONE;
	int			i;

	if (r->working->nfiles == 0)
		return LOAD_DONE;
	outcome = load_finish_batch(&r->session, r->working);
	for (i = 0; i < r->working->nfiles; i++)
	{
		if (load_is_settled(&r->working->files[i]))
			load_count_file(r->summary, &r->working->files[i], r->working->again);
	}
	load_empty_batch(r->working);
	load_progress(load_files_done(r->summary));
	return outcome;
}

/* Give the batch that was filled to the server, after the one before it. */
static load_outcome
pass_batch_on(run *r)
{
	load_outcome outcome = finish_batch(r);
	load_batch *empty = r->working;

	if (outcome != LOAD_DONE)
		return outcome;
	r->working = r->filling;
	r->filling = empty;
	if (r->working->nfiles > 0)
		load_start_batch(&r->session, r->working);
	return LOAD_DONE;
}

/* Read a file into the batch. */
static load_outcome
take_file(run *r, const load_entry *entry)
{
	load_file	file;

	load_read_file(entry, &file);
	if (file.failure != NULL)
	{
		load_count_file(r->summary, &file, false);
		load_free_file(&file);
		return LOAD_DONE;
	}
	if (!load_batch_add(r->filling, &file))
	{
		load_count_double(r->summary, &file);
		load_free_file(&file);
	}
	return load_batch_is_full(r->filling) ? pass_batch_on(r) : LOAD_DONE;
}

/* Load everything. */
static load_outcome
load_all(run *r, const load_options *options)
{
	load_walk  *walk = load_walk_begin(options->paths, options->npaths);
	load_outcome outcome = LOAD_DONE;
	load_entry	entry;

	while (outcome == LOAD_DONE && load_stop_count() == 0 && load_walk_next(walk, &entry))
	{
		if (entry.kind == LOAD_ENTRY_FILE)
			outcome = take_file(r, &entry);
		else
			load_count_entry(r->summary, &entry);
		load_progress(load_files_done(r->summary));
	}
	load_walk_end(walk);
	if (outcome == LOAD_DONE && load_stop_count() == 0)
		outcome = pass_batch_on(r);
	if (outcome == LOAD_DONE)
		outcome = finish_batch(r);
	return outcome;
}

/* The exit code after a signal. */
static int
interrupted(const char *done)
{
	cli_error("interrupted; %s", done);
	cli_hint("Run the same command again to load the rest.");
	return CLI_EXIT_SIGNAL + load_stop_signal();
}

/* The exit code. */
static int
exit_code(load_outcome outcome, const load_summary *summary)
{
	if (load_stop_count() > 0)
		return interrupted("what the summary counts is done");
	if (outcome == LOAD_LOST)
	{
		cli_error("the connection to the server is lost; what the summary counts is done");
		cli_hint("Run the same command again to load the rest.");
		return CLI_EXIT_CONNECTION;
	}
	if (outcome != LOAD_DONE)
		return CLI_EXIT_ERROR;
	return load_files_refused(summary) > 0 ? CLI_EXIT_REFUSED : CLI_EXIT_OK;
}

int
main(int argc, char **argv)
{
	load_options options;
	run			r;
	load_outcome outcome;
	int			code;

	cli_set_program(argv[0]);
	cli_open_standard_files();
	load_get_options(argc, argv, &options);
	load_catch_signals();

	memset(&r, 0, sizeof(r));
	code = load_open_session(&r.session, &options.connection, &options);
	if (code == CLI_EXIT_OK)
	{
		r.summary = load_summary_begin(options.verbose);
		r.filling = cli_alloc(sizeof(load_batch));
		r.working = cli_alloc(sizeof(load_batch));
		memset(r.filling, 0, sizeof(load_batch));
		memset(r.working, 0, sizeof(load_batch));

		load_progress_begin(options.quiet ? -1 : count_files(&options), !options.quiet);
		outcome = load_all(&r, &options);
		load_progress_clear();
		if (!options.quiet)
			load_print_summary(r.summary, load_progress_seconds(), options.dry_run);
		code = exit_code(outcome, r.summary);

		load_empty_batch(r.filling);
		load_empty_batch(r.working);
		free(r.filling);
		free(r.working);
		load_summary_end(r.summary);
	}
	else if (load_stop_count() > 0)
		code = interrupted("nothing is loaded yet");
	load_close_session(&r.session);
	free(options.connection.password);
	return cli_flush_output() || code != CLI_EXIT_OK ? code : CLI_EXIT_ERROR;
}
