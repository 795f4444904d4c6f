/*
 * connect.h
 *		The connection to the server, with the options of psql.
 *
 * A session that is made here has client_encoding UTF8, a search_path of
 * pg_catalog alone (pg_temp last), and standard_conforming_strings on, so that
 * whatever stands in the user's schemas, only what is qualified is used.
 */
#ifndef CLI_CONNECT_H
#define CLI_CONNECT_H

#include <getopt.h>
#include <stdbool.h>

#include <libpq-fe.h>

/* What the options say; NULL is not said. */
typedef struct cli_connection
{
	const char *dbname;			/* a name, a conninfo string or a URI */
	const char *host;
	const char *port;
	const char *username;
	enum
	{
		CLI_PASSWORD_IF_ASKED,
		CLI_PASSWORD_NEVER,		/* -w */
		CLI_PASSWORD_FIRST		/* -W */
	}			prompt;
	char	   *password;		/* what was typed, kept for further connections */
} cli_connection;

/* For cli_next_option: the short options, after a colon, and the long ones' entries. */
#define CLI_CONNECTION_SHORT ":d:h:p:U:wW"
#define CLI_CONNECTION_LONG \
	{"dbname", required_argument, NULL, 'd'}, \
	{"host", required_argument, NULL, 'h'}, \
	{"port", required_argument, NULL, 'p'}, \
	{"username", required_argument, NULL, 'U'}, \
	{"no-password", no_argument, NULL, 'w'}, \
	{"password", no_argument, NULL, 'W'}

/*
 * getopt_long, which prints messages of its own with whatever bytes were typed,
 * without them: what is wrong is told by cli_wrong_option, to be called with what
 * this returned and is no option.
 */
int			cli_next_option(int argc, char **argv, const char *short_options,
							const struct option *long_options);
void		cli_wrong_option(int option, char **argv, const struct option *long_options)
			__attribute__((noreturn));

/* Their part of --help. */
#define CLI_CONNECTION_HELP \
	"\nConnection options:\n" \
	"  -d, --dbname=DBNAME      database to connect to (a name, conninfo string or URI)\n" \
	"  -h, --host=HOSTNAME      database server host or socket directory\n" \
	"  -p, --port=PORT          database server port\n" \
	"  -U, --username=USERNAME  user name to connect as\n" \
	"  -w, --no-password        never prompt for password\n" \
	"  -W, --password           force password prompt (should happen automatically)\n"

/* Take an option that cli_next_option returned; false if it is not one of these. */
bool		cli_connection_option(cli_connection *connection, int option, const char *argument);

/*
 * Connect, asking for a password on the terminal where the server wants one.
 * Returns NULL after a failure; the reason is printed if "report" is true.  On
 * the way the search_path that the user would have had is looked up: *user_path
 * is set to it, to be freed by the caller, unless it is NULL.
 */
PGconn	   *cli_connect(cli_connection *connection, bool report, char **user_path);

/* Run a statement that returns nothing; an error is printed, and false returned. */
bool		cli_command(PGconn *conn, const char *sql);

/*
 * The schema of the extension gireport, quoted where need be, to be freed by
 * the caller.  Returns NULL if the extension is not in the database (*failed is
 * false) or could not be looked up (*failed is true and the error is printed).
 */
char	   *cli_extension_schema(PGconn *conn, bool *failed);

/* A table by its name. */
typedef struct cli_table
{
	char	   *schema;			/* quoted where need be; NULL if there is none to create it in */
	char	   *qualified;		/* schema.name, both quoted where need be */
	bool		exists;
} cli_table;

/*
 * Look a table up by a name as in SQL, [schema.]name, where capitals count only
 * between double quotes; without a schema along the user's search_path.  For a
 * table that does not exist the schema is the one where it would be created.
 * Returns false after a failure, which is printed.  The strings of *table are
 * the caller's to free.
 */
bool		cli_find_table(PGconn *conn, const char *name, const char *user_path, cli_table *table);

/* Free what is in a cli_table. */
void		cli_free_table(cli_table *table);

#endif							/* CLI_CONNECT_H */
