/*
 * table.h
 *		The table of files in the database, and queries on it.
 */
#ifndef REVIEW_TABLE_H
#define REVIEW_TABLE_H

#include "bin/common/connect.h"
#include "bin/review/entries.h"

typedef struct file_table
{
	PGconn	   *conn;
	char	   *extension;		/* schema of the extension, quoted where need be */
	cli_table	name;
} file_table;

/*
 * Look the extension and the table up, and see whether the table has the columns
 * that gireport-load fills.  From here on everything is seen as of one moment.
 * Returns false after a failure, which is printed.
 */
bool		table_open(file_table *table, PGconn *conn, const char *name, const char *user_path);

void		table_close(file_table *table);

/*
 * Run a query with parameters of type text; NULL after a failure, which is
 * printed.  In its text @ stands for the extension's schema and a dot, and # for
 * the table's name.
 */
PGresult   *table_query(const file_table *table, const char *query, int count,
						const char *const *parameters);

/* The text of an array of strings, of which some may be NULL; to be freed by the caller. */
char	   *table_array(const char *const *strings, size_t count);

/* The same of sources. */
char	   *table_sources(const entry *const *entries, size_t count);

/*
 * Read what the overview says of each file; false after a failure, which is
 * printed.  "progress" is called with the number of files after each.
 */
bool		table_read_entries(const file_table *table, entry_list *list, void (*progress) (size_t done));

#endif							/* REVIEW_TABLE_H */
