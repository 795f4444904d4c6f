/*
 * summary.h
 *		What became of the files: counted, grouped by reasons, and printed.
 *
 * Files are named as in the table, so that what is printed is found there, and a
 * backslash in a name is not taken for an escaped byte.
 *
 * Memory does not grow with the number of files: of each reason the first names
 * are kept, and of reasons the first few dozen.  With --verbose each file is
 * told of at once.
 */
#ifndef LOAD_SUMMARY_H
#define LOAD_SUMMARY_H

#include <stdbool.h>

#include "bin/load/batch.h"

typedef struct load_summary load_summary;

/* Begin. */
load_summary *load_summary_begin(bool verbose);

/* A file that has come to its end.  "again": of a batch that was sent twice. */
void		load_count_file(load_summary *summary, const load_file *file, bool again);

/* A file of a name that came before in the same batch. */
void		load_count_double(load_summary *summary, const load_file *file);

/* What the walk came to and is no file to be read. */
void		load_count_entry(load_summary *summary, const load_entry *entry);

/* The number of files so far, and of those that were refused. */
long		load_files_done(const load_summary *summary);
long		load_files_refused(const load_summary *summary);

/* Print everything to standard output. */
void		load_print_summary(const load_summary *summary, double seconds, bool dry_run);

/* Free it. */
void		load_summary_end(load_summary *summary);

#endif							/* LOAD_SUMMARY_H */
