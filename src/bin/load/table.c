/*
 * table.c
 *		The table that files are loaded into, and the statements on it.
 *
 * The table is its users' own: they may add columns, constraints and triggers.
 * What it must have is what --create gives it:
 *
 *		source		the file's path as given and walked; bytes that are no UTF-8
 *					as \xHH, and \ as \\
 *		sha256		of the file's bytes
 *		body		the text of the document; NULL where there is none
 *		report		NULL where the text is no report
 *		loaded_at	when the row was made or replaced
 *		error		why there is no report
 */
#include "bin/load/table.h"

#include <stdlib.h>
#include <string.h>

#include "bin/common/message.h"

/* The table that --create makes, with its name and the extension's schema. */
#define CREATE_TABLE \
	"CREATE TABLE IF NOT EXISTS %1$s (" \
	"source pg_catalog.text PRIMARY KEY, " \
	"sha256 pg_catalog.bytea NOT NULL, " \
	"body pg_catalog.text, " \
	"report %2$s.gireport, " \
	"loaded_at timestamp with time zone NOT NULL DEFAULT pg_catalog.now(), " \
	"error pg_catalog.text)"

#define COMMENT_ON_TABLE \
	"COMMENT ON TABLE %1$s IS 'documents loaded by gireport-load'; " \
	"COMMENT ON COLUMN %1$s.source IS 'path of the file, as given and walked'; " \
	"COMMENT ON COLUMN %1$s.sha256 IS 'SHA-256 of the bytes of the file'; " \
	"COMMENT ON COLUMN %1$s.body IS 'text of the document'; " \
	"COMMENT ON COLUMN %1$s.report IS 'the annual report, or NULL if the document is none'; " \
	"COMMENT ON COLUMN %1$s.loaded_at IS 'when the document was loaded, or loaded anew'; " \
	"COMMENT ON COLUMN %1$s.error IS 'why there is no report'"

/* Columns, key and privileges; nothing is written. */
#define CHECK_TABLE \
	"EXPLAIN INSERT INTO %s (source, sha256, body, report, loaded_at, error) " \
	"VALUES ('', '', NULL, NULL, pg_catalog.now(), NULL) " \
	"ON CONFLICT (source) DO UPDATE SET sha256 = excluded.sha256"

/* What the table has of some files. */
#define FIND \
	"SELECT given.n, t.sha256 = given.sha256, " \
	"CASE WHEN t.report IS NOT DISTINCT FROM NULL THEN coalesce(t.error, 'no report') END " \
	"FROM ROWS FROM (pg_catalog.unnest($1::pg_catalog.text[]), " \
	"pg_catalog.unnest($2::pg_catalog.bytea[])) WITH ORDINALITY AS given (source, sha256, n) JOIN %s AS t ON t.source = given.source"

/* Each document read once. */
#define READ \
	"WITH read AS MATERIALIZED (" \
	"SELECT i.n, i.source, i.sha256, r.report, r.body, coalesce(i.refusal, r.error) AS error, " \
	"r.detail, r.hint, r.warnings, r.warning " \
	"FROM pg_temp.gireport_load_incoming AS i " \
	"CROSS JOIN LATERAL %1$s.gireport_read(i.document) AS r)"

/* What is wrong with one document. */
#define WHY_NO_REPORT "SELECT r.error FROM %s.gireport_read($1::pg_catalog.bytea) AS r"

/*
 * All in the same order, so that two loaders wait for one another instead of
 * deadlocking; and only what is not there, which another may have loaded by now.
 */
#define WRITE \
	", written AS (" \
	"INSERT INTO %2$s AS t (source, sha256, body, report, error) " \
	"SELECT source, sha256, body, report, error FROM read " \
	"ORDER BY source COLLATE pg_catalog.\"C\" " \
	"ON CONFLICT (source) DO UPDATE SET sha256 = excluded.sha256, body = excluded.body, " \
	"report = excluded.report, loaded_at = excluded.loaded_at, error = excluded.error " \
	"WHERE t.sha256 <> excluded.sha256 RETURNING source)"

/* A dry run would write everything. */
#define WRITE_NOTHING ", written AS (SELECT source FROM read)"

/* What became of each; what is doubtful, and the first reason. */
#define VERDICTS \
	" SELECT read.n, written.source IS NOT NULL, read.report IS DISTINCT FROM NULL, read.error, " \
	"read.detail, read.hint, v.n, v.first, read.warnings, read.warning " \
	"FROM read LEFT JOIN written ON written.source = read.source " \
	"LEFT JOIN LATERAL (SELECT pg_catalog.count(*) AS n, (pg_catalog.array_agg(message))[1] AS first " \
	"FROM %1$s.gireport_violations(read.report, 'error')) AS v ON true; "

/* Errors that another session makes which creates the same things. */
static bool
is_race(const PGresult *result)
{
	static const char *const states[] = {"23505", "42710", "42P07", "42P06"};
	const char *state = PQresultErrorField(result, PG_DIAG_SQLSTATE);
	size_t		i;

	for (i = 0; state != NULL && i < sizeof(states) / sizeof(states[0]); i++)
	{
		if (strcmp(state, states[i]) == 0)
			return true;
	}
	return false;
}

/*
 * Run a statement that creates something, along the user's search_path.  Another
 * loader can be creating the same: then it is tried again.
 */
static bool
create(load_session *session, const char *user_path, const char *sql)
{
	char	   *path = PQescapeLiteral(session->conn, user_path, strlen(user_path));
	char	   *all;
	PGresult   *result = NULL;
	bool		done = false;
	int			tries;

	if (path == NULL)
		cli_out_of_memory();
	all = cli_format("BEGIN; SET LOCAL search_path = pg_catalog, pg_temp; "
					 "SELECT pg_catalog.set_config('search_path', %s, true); %s; COMMIT", path, sql);
	for (tries = 0; tries < 5 && !done; tries++)
	{
		PQclear(result);
		result = load_query(session, all);
		done = PQresultStatus(result) == PGRES_COMMAND_OK;
		if (done || !is_race(result))
			break;
		PQclear(load_query(session, "ROLLBACK"));
	}
	if (!done)
		load_explain(session, NULL, result);
	PQclear(result);
	free(all);
	PQfreemem(path);
	return done;
}

/* The extension's schema, after creating it if that was asked for; NULL on failure. */
static char *
find_extension(load_session *session, const char *user_path)
{
	bool		failed;
	char	   *schema = cli_extension_schema(session->conn, &failed);

	if (schema != NULL || failed)
		return schema;
	if (!session->options->create || session->options->dry_run)
	{
		cli_error("the extension gireport is not in database \"%s\"", PQdb(session->conn));
		cli_hint("Create it with CREATE EXTENSION gireport%s.",
				 session->options->create ? "" : ", or run this program with --create");
		return NULL;
	}
	if (!create(session, user_path, "CREATE EXTENSION IF NOT EXISTS gireport"))
		return NULL;
	cli_info("created the extension gireport");
	return cli_extension_schema(session->conn, &failed);
}

/* See that the table can be loaded into. */
static bool
check_table(load_session *session)
{
	const char *table = session->table.qualified;
	PGresult   *result;
	bool		done;

	free(session->check);
	session->check = cli_format(CHECK_TABLE, table);
	result = load_query(session, session->check);
	done = PQresultStatus(result) == PGRES_TUPLES_OK;
	if (!done)
	{
		char	   *what = cli_format("cannot load into table %s", table);
		const char *state = PQresultErrorField(result, PG_DIAG_SQLSTATE);

		load_explain(session, what, result);
		if (state != NULL && strcmp(state, "42501") != 0 && !session->cancelled)
			cli_hint("Give a name that is not taken with --table, and let --create make the table.");
		free(what);
	}
	PQclear(result);
	return done;
}

/* Find the extension and the table. */
bool
load_find_table(load_session *session, const char *user_path)
{
	const load_options *options = session->options;
	char	   *schema = find_extension(session, user_path);
	bool		done = false;

	if (schema == NULL)
		return false;
	if (!cli_find_table(session->conn, options->table, user_path, &session->table))
	{
		free(schema);
		return false;
	}
	if (session->table.exists)
		done = check_table(session);
	else if (!options->create)
	{
		cli_error("table %s does not exist", session->table.qualified);
		cli_hint("Run this program with --create to make it.");
	}
	else if (options->dry_run)
		done = true;
	else
	{
		char	   *sql = cli_format(CREATE_TABLE "; " COMMENT_ON_TABLE,
									 session->table.qualified, schema);

		done = create(session, user_path, sql);
		free(sql);
		if (done)
			cli_info("created table %s", session->table.qualified);
		done = done && check_table(session);
		session->table.exists = done;
	}
	if (done)
	{
		session->read = cli_format(WHY_NO_REPORT, schema);
		session->find = cli_format(FIND, session->table.qualified);
		session->load = options->dry_run ?
			cli_format(READ WRITE_NOTHING VERDICTS "ROLLBACK", schema) :
			cli_format(READ WRITE VERDICTS "COMMIT", schema, session->table.qualified);
	}
	free(schema);
	return done;
}
