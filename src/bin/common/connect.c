/*
 * connect.c
 *		The connection to the server, and what is looked up in it first.
 */
#include "bin/common/connect.h"

#include <fcntl.h>
#include <stdlib.h>
#include <string.h>
#include <termios.h>
#include <unistd.h>

#include "bin/common/message.h"

/* Take an option of the connection. */
bool
cli_connection_option(cli_connection *connection, int option, const char *argument)
{
	switch (option)
	{
		case 'd':
			connection->dbname = argument;
			return true;
		case 'h':
			connection->host = argument;
			return true;
		case 'p':
			connection->port = argument;
			return true;
		case 'U':
			connection->username = argument;
			return true;
		case 'w':
			connection->prompt = CLI_PASSWORD_NEVER;
			return true;
		case 'W':
			connection->prompt = CLI_PASSWORD_FIRST;
			return true;
		default:
			return false;
	}
}

/* The next option. */
int
cli_next_option(int argc, char **argv, const char *short_options, const struct option *long_options)
{
	opterr = 0;
	optopt = 0;
	return getopt_long(argc, argv, short_options, long_options, NULL);
}

/* What is wrong with an option, and the end. */
void
cli_wrong_option(int option, char **argv, const struct option *long_options)
{
	const char *given = argv[optind - 1];
	size_t		len = strcspn(given, "=");
	int			matches = 0;
	bool		is_long = false;

	/* a long option that is known has its value in optopt, one that is not has 0 there */
	for (; long_options->name != NULL; long_options++)
	{
		if (len > 2 && strncmp(given, "--", 2) == 0 && strncmp(long_options->name, given + 2, len - 2) == 0)
		{
			matches++;
			is_long = is_long || long_options->val == optopt;
		}
	}
	if (option == ':' && is_long)
		cli_error("option \"%.*s\" requires an argument", (int) len, given);
	else if (option == ':')
		cli_error("option \"-%c\" requires an argument", optopt);
	else if (optopt == 0 && matches > 1)
		cli_error("option \"%.*s\" is ambiguous", (int) len, given);
	else if (optopt == 0)
		cli_error("unknown option \"%.*s\"", (int) len, given);
	else if (is_long)
		cli_error("option \"%.*s\" takes no argument", (int) len, given);
	else
		cli_error("unknown option \"-%c\"", optopt);
	cli_try_help();
}

/* Ask for the password on the terminal; NULL if there is no terminal. */
static char *
ask_password(void)
{
	int			fd = open("/dev/tty", O_RDWR | O_NOCTTY | O_CLOEXEC);
	struct termios before,
				silent;
	char		buffer[1024];
	size_t		len = 0;
	ssize_t		got;

	if (fd < 0)
		return NULL;
	if (tcgetattr(fd, &before) != 0)
	{
		close(fd);
		return NULL;
	}
	silent = before;
	silent.c_lflag &= ~(tcflag_t) ECHO;
	tcsetattr(fd, TCSAFLUSH, &silent);
	if (write(fd, "Password: ", 10) < 0)
		len = 0;
	while (len < sizeof(buffer) - 1 && (got = read(fd, buffer + len, 1)) == 1 && buffer[len] != '\n')
		len++;
	buffer[len] = '\0';
	tcsetattr(fd, TCSAFLUSH, &before);
	if (write(fd, "\n", 1) < 0)
		len = 0;
	close(fd);
	return cli_strdup(buffer);
}

/* One attempt to connect, with the password that is known. */
static PGconn *
try_connect(const cli_connection *connection)
{
	const char *const keywords[] = {
		"dbname", "host", "port", "user", "password", "client_encoding",
		"fallback_application_name", NULL
	};
	const char *const values[] = {
		connection->dbname, connection->host, connection->port, connection->username,
		connection->password, "UTF8", cli_program(), NULL
	};

	/* NULL is not given; dbname may be a whole conninfo string, and what follows overrides it */
	return PQconnectdbParams(keywords, values, 1);
}

/* Notices of the server, as messages. */
static void
show_notice(void *context, const char *message)
{
	size_t		len = strcspn(message, "\n");

	(void) context;
	cli_info("%.*s", (int) len, message);
}

/* Make the session safe to work in. */
static bool
prepare_session(PGconn *conn, bool report, char **user_path)
{
	PGresult   *result = PQexec(conn,
								"SELECT pg_catalog.current_setting('search_path'), "
								"pg_catalog.set_config('search_path', 'pg_catalog, pg_temp', false), "
								"pg_catalog.set_config('standard_conforming_strings', 'on', false), "
								"pg_catalog.set_config('client_min_messages', 'warning', false)");
	bool		done = PQresultStatus(result) == PGRES_TUPLES_OK;

	if (!done && report)
		cli_error_libpq("could not prepare the session", PQresultErrorMessage(result));
	if (done && user_path != NULL)
		*user_path = cli_strdup(PQgetvalue(result, 0, 0));
	PQclear(result);
	return done;
}

/* Connect. */
PGconn *
cli_connect(cli_connection *connection, bool report, char **user_path)
{
	PGconn	   *conn;

	if (connection->prompt == CLI_PASSWORD_FIRST && connection->password == NULL)
		connection->password = ask_password();
	conn = try_connect(connection);
	if (conn != NULL && PQstatus(conn) == CONNECTION_BAD && PQconnectionNeedsPassword(conn) &&
		connection->prompt != CLI_PASSWORD_NEVER && connection->password == NULL &&
		(connection->password = ask_password()) != NULL)
	{
		PQfinish(conn);
		conn = try_connect(connection);
	}
	if (conn == NULL)
		cli_out_of_memory();
	if (PQstatus(conn) != CONNECTION_OK)
	{
		if (report)
			cli_error_libpq(NULL, PQerrorMessage(conn));
		PQfinish(conn);
		return NULL;
	}
	PQsetNoticeProcessor(conn, show_notice, NULL);
	if (!prepare_session(conn, report, user_path))
	{
		PQfinish(conn);
		return NULL;
	}
	return conn;
}

/* Run a statement that returns nothing. */
bool
cli_command(PGconn *conn, const char *sql)
{
	PGresult   *result = PQexec(conn, sql);
	bool		done = PQresultStatus(result) == PGRES_COMMAND_OK;

	if (!done)
		cli_error_libpq(NULL, PQresultErrorMessage(result));
	PQclear(result);
	return done;
}

/* The schema of the extension. */
char *
cli_extension_schema(PGconn *conn, bool *failed)
{
	PGresult   *result = PQexec(conn,
								"SELECT pg_catalog.quote_ident(n.nspname) "
								"FROM pg_catalog.pg_extension e "
								"JOIN pg_catalog.pg_namespace n ON n.oid = e.extnamespace "
								"WHERE e.extname = 'gireport'");
	char	   *schema = NULL;

	*failed = PQresultStatus(result) != PGRES_TUPLES_OK;
	if (*failed)
		cli_error_libpq("could not look up the extension", PQresultErrorMessage(result));
	else if (PQntuples(result) > 0)
		schema = cli_strdup(PQgetvalue(result, 0, 0));
	PQclear(result);
	return schema;
}

/* Look a table up by its name. */
bool
cli_find_table(PGconn *conn, const char *name, const char *user_path, cli_table *table)
{
	/* the user's search_path is in force in this one transaction only */
	static const char *const query =
		"SELECT pg_catalog.quote_ident(coalesce(found.schema, part[1], pg_catalog.current_schema())), "
		"pg_catalog.quote_ident(part[2]), found.schema IS NOT NULL, pg_catalog.cardinality(given) "
		"FROM (SELECT given, CASE WHEN pg_catalog.cardinality(given) OPERATOR(pg_catalog.=) 1 THEN ARRAY[NULL, given[1]] "
		"ELSE given END AS part FROM pg_catalog.parse_ident($1) AS given) AS name "
		"LEFT JOIN LATERAL (SELECT n.nspname AS schema FROM pg_catalog.pg_class c "
		"JOIN pg_catalog.pg_namespace n ON n.oid OPERATOR(pg_catalog.=) c.relnamespace "
		"WHERE c.oid OPERATOR(pg_catalog.=) pg_catalog.to_regclass($1)) AS found ON true";
	const char *values[2];
	PGresult   *result;
	bool		done;

	memset(table, 0, sizeof(*table));
	if (!cli_command(conn, "BEGIN"))
		return false;
	values[0] = user_path;
	result = PQexecParams(conn, "SELECT pg_catalog.set_config('search_path', $1, true)",
						  1, NULL, values, NULL, NULL, 0);
	done = PQresultStatus(result) == PGRES_TUPLES_OK;
	if (done)
	{
		PQclear(result);
		values[0] = name;
		result = PQexecParams(conn, query, 1, NULL, values, NULL, NULL, 0);
		done = PQresultStatus(result) == PGRES_TUPLES_OK;
	}
	if (!done)
		cli_error_libpq(NULL, PQresultErrorMessage(result));
	else if (atoi(PQgetvalue(result, 0, 3)) > 2)
	{
		cli_error("\"%s\" is not a table of this database", name);
		done = false;
	}
	else
	{
		table->exists = PQgetvalue(result, 0, 2)[0] == 't';
		if (!PQgetisnull(result, 0, 0))
		{
			table->schema = cli_strdup(PQgetvalue(result, 0, 0));
			table->qualified = cli_format("%s.%s", table->schema, PQgetvalue(result, 0, 1));
		}
	}
	PQclear(result);
	PQclear(PQexec(conn, "ROLLBACK"));
	if (done && table->qualified == NULL)
	{
		cli_error("no schema for table \"%s\" is in the search_path", name);
		cli_hint("Name the schema: --table=SCHEMA.%s", name);
		done = false;
	}
	return done;
}

/* Free what is in a cli_table. */
void
cli_free_table(cli_table *table)
{
	free(table->schema);
	free(table->qualified);
	memset(table, 0, sizeof(*table));
}
