/*
 * file.h
 *		A file on its way into the table.
 */
#ifndef LOAD_FILE_H
#define LOAD_FILE_H

#include <stdbool.h>
#include <stddef.h>

#include "bin/load/kind.h"
#include "bin/load/walk.h"

/* Larger files are not read; no report is, and memory is the price. */
#define LOAD_MAX_FILE ((size_t) 64 * 1024 * 1024)

#define LOAD_SHA256_SIZE 32

/* What the table has of a file. */
typedef enum load_presence
{
	LOAD_ABSENT,				/* nothing of that name */
	LOAD_CHANGED,				/* a file of that name with other bytes */
	LOAD_PRESENT				/* the same */
} load_presence;

/* What the server made of it. */
typedef struct load_verdict
{
	bool		known;
	bool		written;		/* a row was made or replaced */
	bool		report;
	char	   *error;			/* why it is none, or NULL */
	char	   *detail;
	char	   *hint;
	long		violations;		/* identities that fail */
	char	   *violation;		/* the first, in Chinese, or NULL */
	long		warnings;		/* diagnostics that are warnings or worse */
	char	   *warning;		/* the first, or NULL */
} load_verdict;

typedef struct load_file
{
	char	   *source;			/* the path as the table has it */
	unsigned char sha256[LOAD_SHA256_SIZE];
	load_kind	kind;
	bool		was_doc;		/* before it was converted */
	load_presence presence;
	bool		had_report;		/* where it is changed: with a report */
	bool		found;			/* nothing was written, and the table has these bytes */
	unsigned char *bytes;		/* what the server is to read; NULL where refused */
	size_t		len;
	const char *note;			/* that it is not what its name says, or NULL */

	/* why it cannot be read, whichever machine tries; this is stored */
	char	   *refusal;

	/* why it could not be read this time; then it does not get into the table */
	char	   *failure;
	const char *failure_hint;

	load_verdict verdict;
} load_file;

/*
 * Read a file that the walk came to.  Where it cannot be read, or shall not,
 * file->failure says why.
 */
void		load_read_file(const load_entry *entry, load_file *file);

/*
 * The ending that a file should have that was passed over for its own, because its
 * first bytes are those of a report; NULL if they are not, or cannot be read.
 */
const char *load_look_at_passed(const load_entry *entry);

/* Free what is in it. */
void		load_free_file(load_file *file);

/* Free and forget the verdict. */
void		load_forget_verdict(load_file *file);

/*
 * A path as text: bytes that are no UTF-8 as \xHH, and \ as \\, so that each
 * path has one and the path can be had back.  To be freed by the caller.
 */
char	   *load_source_of_path(const char *path);

/* A number of bytes in words, such as "64 MB"; in a static buffer. */
const char *load_size_words(unsigned long long bytes);

#endif							/* LOAD_FILE_H */
