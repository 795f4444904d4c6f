/*
 * batch.h
 *		Files that go to the server in one transaction.
 *
 * While the server works on one batch, the next is read.  A batch stays in
 * memory until its transaction is committed, so that after the loss of the
 * connection it can be sent again: what was committed after all is then found
 * to be there, and is not loaded twice.
 */
#ifndef LOAD_BATCH_H
#define LOAD_BATCH_H

#include <stdbool.h>

#include "bin/load/file.h"
#include "bin/load/session.h"

/* A batch has no more files than that, and after so many bytes it is full. */
#define LOAD_BATCH_FILES 256
#define LOAD_BATCH_BYTES ((size_t) 8 * 1024 * 1024)

typedef struct load_batch
{
	int			nfiles;
	size_t		nbytes;
	load_file	files[LOAD_BATCH_FILES];
	bool		looked_up;		/* it is known which of them the table has */
	bool		sent;			/* the server is at work on it */
	bool		again;			/* it was sent before, and may have been committed */
	load_outcome outcome;		/* of sending it */
	bool		forbidden;		/* it was for want of a privilege, or because of a policy */
	char	   *error;			/* the server's message, or NULL */
} load_batch;

/* True if another file does not fit. */
bool		load_batch_is_full(const load_batch *batch);

/* Take a file over; false, and it is the caller's, if one of this name is there. */
bool		load_batch_add(load_batch *batch, const load_file *file);

/*
 * Convert what has to be converted and is not in the table yet, and send the
 * batch.  What goes wrong with the connection is noted for load_finish_batch.
 */
void		load_start_batch(load_session *session, load_batch *batch);

/*
 * Wait for the batch, and see to it that each of its files has its verdict.
 * Returns LOAD_DONE, or LOAD_STOPPED, or after printing the reason LOAD_LOST or
 * LOAD_FATAL: then nothing of what is not marked as written is in the table.
 */
load_outcome load_finish_batch(load_session *session, load_batch *batch);

/* True if a file whose batch came to its end, good or bad, has come to its own. */
bool		load_is_settled(const load_file *file);

/* Free the files, for the next ones. */
void		load_empty_batch(load_batch *batch);

#endif							/* LOAD_BATCH_H */
