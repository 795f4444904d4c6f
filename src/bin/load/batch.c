/*
 * batch.c
 *		A batch: what is known of its files, its way to the server, and what
 *		happens when something goes wrong on it.
 */
#include "bin/load/batch.h"

#include <stdlib.h>
#include <string.h>

#include "bin/common/message.h"
#include "bin/load/convert.h"
#include "bin/load/copy.h"
#include "bin/load/stop.h"

/* Attempts where other sessions are in the way, and where the connection is lost. */
#define MAX_TRIES 10
#define MAX_LOSSES 3

/* True if another file does not fit. */
bool
load_batch_is_full(const load_batch *batch)
{
	return batch->nfiles == LOAD_BATCH_FILES || batch->nbytes >= LOAD_BATCH_BYTES;
}

/* Take a file over. */
bool
load_batch_add(load_batch *batch, const load_file *file)
{
	int			i;

	for (i = 0; i < batch->nfiles; i++)
	{
		if (strcmp(batch->files[i].source, file->source) == 0)
			return false;
	}
	batch->files[batch->nfiles++] = *file;
	batch->nbytes += file->len;
	return true;
}

/* Free the files. */
void
load_empty_batch(load_batch *batch)
{
	int			i;

	for (i = 0; i < batch->nfiles; i++)
		load_free_file(&batch->files[i]);
	free(batch->error);
	memset(batch, 0, sizeof(*batch));
}

/* True if a file has come to its end. */
bool
load_is_settled(const load_file *file)
{
	return file->failure != NULL || file->presence == LOAD_PRESENT || file->found ||
		(file->verdict.known && file->verdict.written);
}

/* ---- some files of a batch ---- */

/* Note how it went, with the server's words if it went badly. */
static load_outcome
note(load_batch *batch, load_outcome outcome, const char *error)
{
	free(batch->error);
	batch->error = error != NULL ? cli_strdup(error) : NULL;
	batch->outcome = outcome;
	return outcome;
}

/* The same of a result that is not as it should be; clears it. */
static load_outcome
note_result(load_session *session, load_batch *batch, PGresult *result)
{
	load_outcome outcome = load_judge(session, result);
	const char *state = PQresultErrorField(result, PG_DIAG_SQLSTATE);

	note(batch, outcome, load_error_message(session, result));
	batch->forbidden = state != NULL && strcmp(state, "42501") == 0;
	PQclear(result);
	load_drop_results(session);
	return outcome;
}

/* Ask what the table has of the files. */
static load_outcome
find_files(load_session *session, load_batch *batch)
{
	PGresult   *result;
	int			i;

	/*
	 * Once is enough: later, what is there may be what this batch brought.  In a
	 * dry run there need not be a table.
	 */
	if (batch->looked_up || !session->table.exists)
		return note(batch, LOAD_DONE, NULL);
	if (!load_send_find(session, batch))
		return note(batch, LOAD_LOST, PQerrorMessage(session->conn));
	result = load_next_result(session);
	if (PQresultStatus(result) != PGRES_TUPLES_OK)
		return note_result(session, batch, result);
	for (i = 0; i < PQntuples(result); i++)
	{
		int			n = atoi(PQgetvalue(result, i, 0)) - 1;

		if (n < 0 || n >= batch->nfiles)
			continue;
		batch->files[n].presence =
			PQgetvalue(result, i, 1)[0] == 't' ? LOAD_PRESENT : LOAD_CHANGED;
		if (batch->files[n].presence == LOAD_PRESENT && !PQgetisnull(result, i, 2))
			batch->files[n].verdict.error = cli_strdup(PQgetvalue(result, i, 2));
		batch->files[n].had_report = PQgetisnull(result, i, 2);
	}
	PQclear(result);
	load_drop_results(session);
	batch->looked_up = true;
	return note(batch, LOAD_DONE, NULL);
}

/* Send files, and the statement that loads them, without waiting for it. */
static load_outcome
send_files(load_session *session, load_batch *batch, int from, int to)
{
	PGresult   *result;

	if (!PQsendQuery(session->conn, "BEGIN; COPY pg_temp.gireport_load_incoming FROM STDIN (FORMAT binary)"))
		return note(batch, LOAD_LOST, PQerrorMessage(session->conn));
	while ((result = load_next_result(session)) != NULL && PQresultStatus(result) == PGRES_COMMAND_OK)
		PQclear(result);
	if (PQresultStatus(result) != PGRES_COPY_IN)
		return note_result(session, batch, result);
	PQclear(result);
	if (!load_copy_files(session, batch, from, to))
		return note_result(session, batch, load_next_result(session));
	result = load_next_result(session);
	if (PQresultStatus(result) != PGRES_COMMAND_OK)
		return note_result(session, batch, result);
	PQclear(result);
	load_drop_results(session);
	if (!PQsendQuery(session->conn, session->load))
		return note(batch, LOAD_LOST, PQerrorMessage(session->conn));
	batch->sent = true;
	return note(batch, LOAD_DONE, NULL);
}

/* True for a file that the server has read and not written. */
static bool
is_missing(const load_file *file)
{
	return file->verdict.known && !load_is_settled(file);
}

/*
 * What was not written is either there, brought by this batch before the connection
 * was lost or by another loader, or it is not, because a trigger took it away.
 */
static load_outcome
look_again(load_session *session, load_batch *batch)
{
	PGresult   *result;
	bool		missing = false;
	int			i;

	for (i = 0; i < batch->nfiles; i++)
		missing = missing || is_missing(&batch->files[i]);
	if (!missing)
		return note(batch, LOAD_DONE, NULL);
	if (!load_send_find(session, batch))
		return note(batch, LOAD_LOST, PQerrorMessage(session->conn));
	result = load_next_result(session);
	if (PQresultStatus(result) != PGRES_TUPLES_OK)
		return note_result(session, batch, result);
	for (i = 0; i < PQntuples(result); i++)
	{
		int			n = atoi(PQgetvalue(result, i, 0)) - 1;

		if (n >= 0 && n < batch->nfiles && is_missing(&batch->files[n]))
			batch->files[n].found = PQgetvalue(result, i, 1)[0] == 't';
	}
	PQclear(result);
	load_drop_results(session);
	for (i = 0; i < batch->nfiles; i++)
	{
		load_file  *file = &batch->files[i];

		if (is_missing(file))
			file->failure = file->verdict.error == NULL ? cli_strdup("the table did not take it") :
				cli_format("the table did not take it, and there is no report: %s",
						   file->verdict.error);
	}
	return note(batch, LOAD_DONE, NULL);
}

/* Wait for the files' verdicts, and for the end of the transaction. */
static load_outcome
receive_verdicts(load_session *session, load_batch *batch)
{
	PGresult   *verdicts = load_next_result(session);
	PGresult   *end;
	int			i;

	batch->sent = false;
	if (PQresultStatus(verdicts) != PGRES_TUPLES_OK)
		return note_result(session, batch, verdicts);
	end = load_next_result(session);
	if (PQresultStatus(end) != PGRES_COMMAND_OK)
	{
		/* it may be committed all the same */
		PQclear(verdicts);
		batch->again = true;
		return note_result(session, batch, end);
	}
	PQclear(end);
	load_drop_results(session);
	for (i = 0; i < PQntuples(verdicts); i++)
		load_read_verdict(batch, verdicts, i);
	PQclear(verdicts);
	return look_again(session, batch);
}

/* ---- a whole batch ---- */

/* Convert what has to be converted; false if a signal asked to stop. */
static bool
convert_files(load_batch *batch)
{
	int			i;

	for (i = 0; i < batch->nfiles; i++)
	{
		load_file  *file = &batch->files[i];

		if (load_stop_count() > 0)
			return false;
		if (file->presence != LOAD_PRESENT && load_needs_conversion(file) && !load_convert(file))
			return false;
	}
	return true;
}

/* All that comes before sending. */
static load_outcome
get_ready(load_session *session, load_batch *batch)
{
	load_outcome outcome = find_files(session, batch);

	if (outcome == LOAD_DONE && !convert_files(batch))
		outcome = note(batch, LOAD_STOPPED, NULL);
	return outcome;
}

/* Send a batch. */
void
load_start_batch(load_session *session, load_batch *batch)
{
	if (get_ready(session, batch) == LOAD_DONE)
		send_files(session, batch, 0, batch->nfiles);
}

/*
 * Why there is no report in a file that the table refuses, to be freed, or NULL:
 * the statement that failed did not come to tell it.
 */
static char *
why_no_report(load_session *session, const load_file *file)
{
	const char *document = (const char *) file->bytes;
	int			len = (int) file->len;
	int			binary = 1;
	PGresult   *result;
	char	   *why = NULL;

	if (file->refusal != NULL)
		return cli_strdup(file->refusal);
	if (!PQsendQueryParams(session->conn, session->read, 1, NULL, &document, &len, &binary, 0))
		return NULL;
	result = load_next_result(session);
	if (PQresultStatus(result) == PGRES_TUPLES_OK && PQntuples(result) == 1 &&
		!PQgetisnull(result, 0, 0))
		why = cli_strdup(PQgetvalue(result, 0, 0));
	PQclear(result);
	load_drop_results(session);
	return why;
}

/* The server does not take a file by itself: say so of it, and go on. */
static void
refuse_file(load_session *session, load_batch *batch, int n)
{
	load_file  *file = &batch->files[n];
	const char *message = batch->error != NULL ? batch->error : "";
	char	   *why = why_no_report(session, file);
	size_t		len;

	if (strncmp(message, "ERROR:  ", 8) == 0)
		message += 8;
	len = strcspn(message, "\n");
	free(file->failure);
	file->failure = why == NULL ? cli_format("the server refused it: %.*s", (int) len, message) :
		cli_format("the server refused it: %.*s; and there is no report: %s", (int) len, message, why);
	free(why);
}

/* True if it is some files that are forbidden, and not the whole table. */
static bool
table_is_allowed(load_session *session)
{
	PGresult   *result;
	bool		allowed;

	/* a dry run writes nothing that a policy could refuse */
	if (session->options->dry_run)
		return false;
	result = load_query(session, session->check);
	allowed = PQresultStatus(result) == PGRES_TUPLES_OK;
	PQclear(result);
	return allowed;
}

/*
 * Make another attempt possible.  LOAD_AGAIN: it is; LOAD_REFUSED: it is, but not
 * with the same files; anything else is the end.
 */
static load_outcome
recover(load_session *session, load_batch *batch, load_outcome outcome, int tries)
{
	if (load_stop_count() > 0 && outcome != LOAD_FATAL)
		return LOAD_STOPPED;
	if (outcome == LOAD_LOST)
	{
		if (tries == MAX_LOSSES)
		{
			cli_error_libpq("the connection was lost again and again over the same files",
							batch->error);
			cli_detail("The first of them is \"%s\", the last \"%s\".",
					   batch->files[0].source, batch->files[batch->nfiles - 1].source);
			return LOAD_LOST;
		}
		batch->again = true;
		if (load_reconnect(session))
			return LOAD_AGAIN;
		return load_stop_count() > 0 ? LOAD_STOPPED : LOAD_LOST;
	}
	if (PQtransactionStatus(session->conn) != PQTRANS_IDLE)
		PQclear(load_query(session, "ROLLBACK"));
	if (outcome == LOAD_REFUSED && batch->forbidden && !table_is_allowed(session))
		return LOAD_FATAL;
	return outcome == LOAD_AGAIN && tries == MAX_TRIES ? LOAD_FATAL : outcome;
}

/*
 * Send some files and wait for them, as often as it takes.  If the server does
 * not take them, each half by itself: in the end it is single files that are
 * refused.
 */
static load_outcome
send_and_wait(load_session *session, load_batch *batch, int from, int to, load_outcome outcome)
{
	int			tries;

	for (tries = 0; outcome != LOAD_DONE; tries++)
	{
		outcome = recover(session, batch, outcome, tries);
		if (outcome == LOAD_REFUSED && to - from == 1)
		{
			refuse_file(session, batch, from);
			return LOAD_DONE;
		}
		if (outcome == LOAD_REFUSED)
		{
			int			middle = from + (to - from) / 2;

			outcome = send_and_wait(session, batch, from, middle, LOAD_AGAIN);
			if (outcome == LOAD_DONE)
				outcome = send_and_wait(session, batch, middle, to, LOAD_AGAIN);
			return outcome;
		}
		if (outcome != LOAD_AGAIN)
			return outcome;
		outcome = get_ready(session, batch);
		if (outcome == LOAD_DONE)
			outcome = send_files(session, batch, from, to);
		if (outcome == LOAD_DONE)
			outcome = receive_verdicts(session, batch);
	}
	return LOAD_DONE;
}

/* Wait for a batch. */
load_outcome
load_finish_batch(load_session *session, load_batch *batch)
{
	load_outcome outcome = batch->outcome;

	if (batch->sent)
		outcome = receive_verdicts(session, batch);
	if (outcome == LOAD_LOST || outcome == LOAD_AGAIN || outcome == LOAD_REFUSED)
		outcome = send_and_wait(session, batch, 0, batch->nfiles, outcome);
	if (outcome == LOAD_FATAL)
		cli_error_libpq("could not load", batch->error);
	return outcome;
}
