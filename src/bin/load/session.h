/*
 * session.h
 *		The loader's session on the server: the table, the statements, waiting for
 *		results, and making the connection again when it is lost.
 */
#ifndef LOAD_SESSION_H
#define LOAD_SESSION_H

#include <stdbool.h>

#include "bin/common/connect.h"
#include "bin/load/options.h"

typedef struct load_session
{
	const load_options *options;
	cli_connection *connection;
	PGconn	   *conn;
	cli_table	table;
	char	   *check;			/* statement: fails unless the table can be loaded into */
	char	   *find;			/* statement: what the table has of files */
	char	   *load;			/* statement: from what was copied into the table */
	char	   *read;			/* statement: why a document has no report */
	bool		open;			/* batches are on their way: one that is in work is waited for */
	bool		cancelled;		/* a query was cancelled because of a signal */
} load_session;

/* How a statement or a batch went. */
typedef enum load_outcome
{
	LOAD_DONE,
	LOAD_LOST,					/* the connection is gone */
	LOAD_AGAIN,					/* another session was in the way: try again */
	LOAD_REFUSED,				/* the server does not take what was sent */
	LOAD_STOPPED,				/* cancelled because of a signal */
	LOAD_FATAL					/* there is no sense in going on */
} load_outcome;

/*
 * Connect, and find or create what is needed.  Returns CLI_EXIT_OK, or after
 * printing the reason the program's exit code; a signal ends this, too.
 */
int			load_open_session(load_session *session, cli_connection *connection,
							  const load_options *options);

/*
 * Make the connection again, for up to a minute.  False if that failed, or a
 * signal asked to stop; messages are printed.
 */
bool		load_reconnect(load_session *session);

/* Close the connection and free everything. */
void		load_close_session(load_session *session);

/*
 * The next result of a statement that was sent, NULL at its end or if the
 * connection is lost.  While it waits, signals are seen to.
 */
PGresult   *load_next_result(load_session *session);

/* Read what results are left. */
void		load_drop_results(load_session *session);

/* What a result that is not as it should be means. */
load_outcome load_judge(const load_session *session, const PGresult *result);

/* The message of a result that is an error, or of the connection without a result. */
const char *load_error_message(const load_session *session, const PGresult *result);

/*
 * Print the message of a result that is an error, after "what" if that is not
 * NULL; nothing if the statement was cancelled because of a signal.
 */
void		load_explain(const load_session *session, const char *what, const PGresult *result);

/* Send a statement and wait for its end; its last result, to be cleared, or NULL. */
PGresult   *load_query(load_session *session, const char *sql);

#endif							/* LOAD_SESSION_H */
