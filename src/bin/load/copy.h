/*
 * copy.h
 *		Files of a batch as the server's protocol has them.
 */
#ifndef LOAD_COPY_H
#define LOAD_COPY_H

#include <stdbool.h>

#include "bin/load/batch.h"

/* Send the question what the table has of the batch; false if the connection is lost. */
bool		load_send_find(load_session *session, const load_batch *batch);

/*
 * Copy the files from "from" up to but without "to", which are neither in the
 * table nor failed, as rows in binary form: number in the batch, source, hash,
 * document or NULL, refusal or NULL.  False if the connection is lost.
 */
bool		load_copy_files(load_session *session, const load_batch *batch, int from, int to);

/* Take a verdict from a row of the statement's result. */
void		load_read_verdict(load_batch *batch, const PGresult *result, int row);

#endif							/* LOAD_COPY_H */
