/*
 * session.c
 *		The loader's session on the server.
 */
#include "bin/load/session.h"

#include <errno.h>
#include <poll.h>
#include <stdlib.h>
#include <string.h>

#include "bin/common/message.h"
#include "bin/load/stop.h"
#include "bin/load/table.h"

/* How long a lost connection is tried again, and after a signal a batch is waited for. */
#define PATIENCE 60.0
#define LAST_BATCH 5.0

/* ---- results ---- */

/* Ask the server to cancel what it does. */
static void
cancel(load_session *session)
{
	PGcancel   *handle = PQgetCancel(session->conn);
	char		buffer[256];

	session->cancelled = true;
	if (handle != NULL)
	{
		PQcancel(handle, buffer, sizeof(buffer));
		PQfreeCancel(handle);
	}
}

/* The next result of a statement that was sent. */
PGresult *
load_next_result(load_session *session)
{
	double		deadline = 0;

	while (PQisBusy(session->conn))
	{
		struct pollfd fd = {PQsocket(session->conn), POLLIN, 0};

		if (load_stop_count() > 0 && !session->cancelled)
		{
			if (deadline == 0)
				deadline = load_now() + (session->open ? LAST_BATCH : 0);
			if (load_stop_count() > 1 || load_now() >= deadline)
				cancel(session);
		}
		if (poll(&fd, 1, 500) < 0 && errno != EINTR)
			return NULL;
		if (fd.revents != 0 && !PQconsumeInput(session->conn))
			return NULL;
	}
	return PQgetResult(session->conn);
}

/* Read what results are left. */
void
load_drop_results(load_session *session)
{
	PGresult   *result;

	while (PQstatus(session->conn) == CONNECTION_OK && (result = load_next_result(session)) != NULL)
	{
		/* in the middle of a copy there is no end of results */
		if (PQresultStatus(result) == PGRES_COPY_IN)
			PQputCopyEnd(session->conn, "not to be continued");
		PQclear(result);
	}
}

/* What a result that is not as it should be means. */
load_outcome
load_judge(const load_session *session, const PGresult *result)
{
	static const struct
	{
		const char *code;		/* SQLSTATE, or the beginning of it */
		load_outcome outcome;
	}			codes[] = {
		{"57P", LOAD_LOST},		/* the server goes down, or comes up */
		{"08", LOAD_LOST},
		{"40", LOAD_AGAIN},		/* serialization failures and deadlocks */
		{"22", LOAD_REFUSED},	/* data */
		{"23", LOAD_REFUSED},	/* constraints of the table */
		{"42501", LOAD_REFUSED},	/* policies of the table */
		{"44", LOAD_REFUSED},
		{"54", LOAD_REFUSED},	/* limits */
		{"53200", LOAD_REFUSED},	/* memory */
		{"P0", LOAD_REFUSED},	/* triggers */
		{"XX", LOAD_REFUSED},
	};
	const char *state;
	size_t		i;

	if (PQstatus(session->conn) != CONNECTION_OK || result == NULL)
		return LOAD_LOST;
	state = PQresultErrorField(result, PG_DIAG_SQLSTATE);
	if (state == NULL)
		return LOAD_LOST;
	if (session->cancelled && strcmp(state, "57014") == 0)
		return LOAD_STOPPED;
	for (i = 0; i < sizeof(codes) / sizeof(codes[0]); i++)
	{
		if (strncmp(state, codes[i].code, strlen(codes[i].code)) == 0)
			return codes[i].outcome;
	}
	return LOAD_FATAL;
}

/* The message of a result that is an error, or of the connection without a result. */
const char *
load_error_message(const load_session *session, const PGresult *result)
{
	return result != NULL ? PQresultErrorMessage(result) : PQerrorMessage(session->conn);
}

/* Print the message of a result that is an error, unless a signal made it one. */
void
load_explain(const load_session *session, const char *what, const PGresult *result)
{
	if (!session->cancelled)
		cli_error_libpq(what, load_error_message(session, result));
}

/* Send a statement and wait for its end. */
PGresult *
load_query(load_session *session, const char *sql)
{
	PGresult   *last = NULL;
	PGresult   *result;

	if (!PQsendQuery(session->conn, sql))
		return NULL;
	while ((result = load_next_result(session)) != NULL)
	{
		/* what fails is the last of its statement, but for the connection's end */
		if (last != NULL && PQresultStatus(last) == PGRES_FATAL_ERROR)
		{
			PQclear(result);
			continue;
		}
		PQclear(last);
		last = result;
	}
	return last;
}

/* ---- the connection ---- */

/* What each session needs: its settings, and the table for what is copied. */
static PGresult *
prepare(load_session *session)
{
	return load_query(session,
					  "SET statement_timeout = 0; SET lock_timeout = 0; "
					  "SET idle_in_transaction_session_timeout = 0; SET work_mem = '64MB'; "
					  "SET bytea_output = 'hex'; "
					  "CREATE TEMPORARY TABLE gireport_load_incoming (n integer NOT NULL, "
					  "source text NOT NULL, sha256 bytea NOT NULL, document bytea, refusal text) "
					  "ON COMMIT DELETE ROWS; "
					  "ALTER TABLE pg_temp.gireport_load_incoming "
					  "ALTER document SET STORAGE EXTERNAL");
}

/* Connect, and find or create what is needed. */
int
load_open_session(load_session *session, cli_connection *connection, const load_options *options)
{
	PGresult   *result;
	char	   *user_path = NULL;
	bool		found;

	memset(session, 0, sizeof(*session));
	session->options = options;
	session->connection = connection;
	session->conn = cli_connect(connection, true, &user_path);
	if (session->conn == NULL)
		return CLI_EXIT_CONNECTION;
	found = load_find_table(session, user_path);
	free(user_path);
	if (!found)
		return PQstatus(session->conn) == CONNECTION_OK ? CLI_EXIT_ERROR : CLI_EXIT_CONNECTION;

	result = prepare(session);
	if (PQresultStatus(result) != PGRES_COMMAND_OK)
	{
		load_explain(session, "could not prepare the session", result);
		PQclear(result);
		return PQstatus(session->conn) == CONNECTION_OK ? CLI_EXIT_ERROR : CLI_EXIT_CONNECTION;
	}
	PQclear(result);
	session->open = true;
	return CLI_EXIT_OK;
}

/* Make the connection again. */
bool
load_reconnect(load_session *session)
{
	double		deadline = load_now() + PATIENCE;
	double		pause = 0.2;

	cli_warning("the connection to the server is lost; trying for %.0f s to make it again", PATIENCE);
	for (;;)
	{
		bool		last = load_now() + pause >= deadline;
		PGresult   *result;

		PQfinish(session->conn);
		session->conn = cli_connect(session->connection, last, NULL);
		if (session->conn != NULL)
		{
			result = prepare(session);
			if (PQresultStatus(result) == PGRES_COMMAND_OK)
			{
				PQclear(result);
				cli_info("connected again");
				return true;
			}
			if (PQstatus(session->conn) == CONNECTION_OK)
				last = true;
			if (last)
				load_explain(session, "could not prepare the session", result);
			PQclear(result);
		}
		if (last || load_stop_count() > 0)
			return false;
		load_sleep(pause);
		pause = pause < 2 ? 2 * pause : pause;
	}
}

/* Close the connection and free everything. */
void
load_close_session(load_session *session)
{
	PQfinish(session->conn);
	cli_free_table(&session->table);
	free(session->check);
	free(session->find);
	free(session->load);
	free(session->read);
	memset(session, 0, sizeof(*session));
}
