/*
 * table.c
 *		The table of files in the database, and queries on it.
 */
#include "bin/review/table.h"

#include <stdlib.h>
#include <string.h>

#include "bin/common/message.h"

/* No report has a number beyond: it is a misprint, or was not meant well. */
#define PLAUSIBLE_LIMIT "1000000000000"

/* The columns that are read, with the types that they must have, or be domains over. */
static const char *const columns_query =
"SELECT want.name, want.type, a.attnum IS NOT NULL, "
"       coalesce(t.oid = want.oid OR t.typbasetype = want.oid OR "
"                (want.type = 'text' AND t.oid = 'varchar'::regtype), false) "
"FROM (VALUES (1, 'source', 'text', 'text'::regtype::oid), "
"             (2, 'sha256', 'bytea', 'bytea'::regtype::oid), "
"             (3, 'body', 'text', 'text'::regtype::oid), "
"             (4, 'report', 'gireport', $2::regtype::oid), "
"             (5, 'loaded_at', 'timestamp with time zone', 'timestamptz'::regtype::oid), "
"             (6, 'error', 'text', 'text'::regtype::oid)) AS want(n, name, type, oid) "
"     LEFT JOIN pg_attribute a ON a.attrelid = $1::regclass AND a.attname = want.name "
"                             AND a.attnum > 0 AND NOT a.attisdropped "
"     LEFT JOIN pg_type t ON t.oid = a.atttypid "
"ORDER BY want.n";

/*
 * What the overview says of each file.  gireport_check_prose raises an error for
 * what is no report, so that it only gets texts that are.  Compared with a report
 * without numbers, a report differs in all that it has.
 */
static const char *const entries_query =
"SELECT f.source, encode(sha256(convert_to(f.source, 'UTF8')), 'hex'), "
"       f.report IS DISTINCT FROM NULL, (f.report).agency, (f.report).title, (f.report).year, "
"       octet_length(f.body), sound.body IS NOT NULL, f.error, "
"       CASE WHEN f.report IS NOT DISTINCT FROM NULL THEN "
"                (SELECT d.code FROM @gireport_diagnostics(f.body) AS d WHERE d.severity = 'error' LIMIT 1) END, "
"       n.errors, n.warnings, n.infos, "
"       (SELECT count(*) FROM @gireport_check(f.report) AS c WHERE c.verdict = 'not_assessable'), "
"       odd.section, odd.row_label, odd.column_label, odd.value "
"FROM # AS f "
"     LEFT JOIN LATERAL ("
"         SELECT CASE WHEN f.report IS DISTINCT FROM NULL AND @gireport_try_parse(f.body) IS DISTINCT FROM NULL "
"                     THEN f.body END AS body OFFSET 0) AS sound ON true "
"     LEFT JOIN LATERAL ("
"         SELECT count(*) FILTER (WHERE i.severity = 'error') AS errors, "
"                count(*) FILTER (WHERE i.severity = 'warning') AS warnings, "
"                count(*) FILTER (WHERE i.severity = 'info') AS infos "
"         FROM (SELECT v.severity FROM @gireport_violations(f.report, 'info') AS v "
"               UNION ALL SELECT p.severity FROM @gireport_check_prose(sound.body) AS p WHERE p.verdict = 'fail' "
"               UNION ALL SELECT d.severity FROM @gireport_diagnostics(sound.body) AS d) AS i) AS n ON true "
"     LEFT JOIN LATERAL ("
"         SELECT d.section, d.row_label, d.column_label, d.a_value AS value "
"         FROM @gireport_diff(f.report, jsonb_populate_record(NULL::@gireport, '{}')) AS d "
"         WHERE d.a_value NOT BETWEEN -" PLAUSIBLE_LIMIT " AND " PLAUSIBLE_LIMIT " LIMIT 1) AS odd ON true";

/* A query's text with the names in it. */
static char *
expand(const file_table *table, const char *query)
{
	size_t		len_extension = strlen(table->extension);
	size_t		len_name = table->name.qualified != NULL ? strlen(table->name.qualified) : 0;
	size_t		len = 1;
	const char *p;
	char	   *expanded;
	char	   *to;

	for (p = query; *p != '\0'; p++)
		len += *p == '@' ? len_extension + 1 : *p == '#' ? len_name : 1;
	to = expanded = cli_alloc(len);
	for (p = query; *p != '\0'; p++)
	{
		if (*p == '@')
		{
			memcpy(to, table->extension, len_extension);
			to += len_extension;
			*to++ = '.';
		}
		else if (*p == '#')
		{
			memcpy(to, table->name.qualified, len_name);
			to += len_name;
		}
		else
			*to++ = *p;
	}
	*to = '\0';
	return expanded;
}

/* Run a query. */
PGresult *
table_query(const file_table *table, const char *query, int count, const char *const *parameters)
{
	char	   *text = expand(table, query);
	PGresult   *result = PQexecParams(table->conn, text, count, NULL, parameters, NULL, NULL, 0);

	free(text);
	if (PQresultStatus(result) == PGRES_TUPLES_OK)
		return result;
	cli_error_libpq("query failed", PQresultErrorMessage(result));
	PQclear(result);
	return NULL;
}

/* Has the table the columns that are read? */
static bool
check_columns(const file_table *table, const char *name)
{
	char	   *type_name = cli_format("%s.gireport", table->extension);
	const char *parameters[] = {table->name.qualified, type_name};
	PGresult   *result = table_query(table, columns_query, 2, parameters);
	bool		fits = result != NULL;
	int			i;

	free(type_name);
	for (i = 0; fits && i < PQntuples(result); i++)
	{
		const char *column = PQgetvalue(result, i, 0);
		const char *type = PQgetvalue(result, i, 1);

		if (PQgetvalue(result, i, 2)[0] != 't')
			cli_error("table \"%s\" has no column \"%s\"", name, column);
		else if (PQgetvalue(result, i, 3)[0] != 't')
			cli_error("column \"%s\" of table \"%s\" is not of type %s", column, name, type);
		else
			continue;
		cli_hint("This program reads the tables that gireport-load makes and fills.");
		fits = false;
	}
	PQclear(result);
	return fits;
}

/* Look the extension and the table up. */
bool
table_open(file_table *table, PGconn *conn, const char *name, const char *user_path)
{
	bool		failed;

	memset(table, 0, sizeof(*table));
	table->conn = conn;
	table->extension = cli_extension_schema(conn, &failed);
	if (table->extension == NULL)
	{
		if (!failed)
		{
			cli_error("extension \"gireport\" is not in database \"%s\"", PQdb(conn));
			cli_hint("Create it there with CREATE EXTENSION gireport.");
		}
		return false;
	}
	if (!cli_find_table(conn, name, user_path, &table->name))
		return false;
	if (!table->name.exists)
	{
		cli_error("table \"%s\" does not exist", name);
		cli_hint("gireport-load --create makes it, and fills it from a folder of files.");
		return false;
	}

	/* compiling queries would take longer than running them */
	return cli_command(conn, "SET jit = off") &&
		cli_command(conn, "BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY") &&
		check_columns(table, name);
}

/* Free what belongs to the table. */
void
table_close(file_table *table)
{
	free(table->extension);
	cli_free_table(&table->name);
}

/* The text of an array. */
char *
table_array(const char *const *strings, size_t count)
{
	size_t		len = 3;
	size_t		i;
	const char *p;
	char	   *array;
	char	   *to;

	for (i = 0; i < count; i++)
		len += strings[i] != NULL ? 2 * strlen(strings[i]) + 3 : 5;
	to = array = cli_alloc(len);
	*to++ = '{';
	for (i = 0; i < count; i++)
	{
		if (i > 0)
			*to++ = ',';
		if (strings[i] == NULL)
		{
			memcpy(to, "NULL", 4);
			to += 4;
			continue;
		}
		*to++ = '"';
		for (p = strings[i]; *p != '\0'; p++)
		{
			if (*p == '"' || *p == '\\')
				*to++ = '\\';
			*to++ = *p;
		}
		*to++ = '"';
	}
	*to++ = '}';
	*to = '\0';
	return array;
}

/* The text of an array of sources. */
char *
table_sources(const entry *const *entries, size_t count)
{
	const char **sources = cli_alloc((count + 1) * sizeof(*sources));
	char	   *array;
	size_t		i;

	for (i = 0; i < count; i++)
		sources[i] = entries[i]->source;
	array = table_array(sources, count);
	free(sources);
	return array;
}

/* A field as a string of its own; NULL for NULL. */
static char *
take_string(const PGresult *row, int column)
{
	return PQgetisnull(row, 0, column) ? NULL : cli_strdup(PQgetvalue(row, 0, column));
}

/* A row as an entry; false, and a message, without a source. */
static bool
read_entry(const PGresult *row, entry *item)
{
	bool		is_report = PQgetvalue(row, 0, 2)[0] == 't';
	int			i;

	if (PQgetisnull(row, 0, 0))
	{
		cli_error("a row of the table has no source");
		return false;
	}
	item->source = take_string(row, 0);
	item->agency = take_string(row, 3);
	item->title = take_string(row, 4);
	item->key = item->agency != NULL ? fold_name(item->agency) : NULL;
	item->year = atoi(PQgetvalue(row, 0, 5));
	item->body_size = strtoul(PQgetvalue(row, 0, 6), NULL, 10);
	item->readable = PQgetvalue(row, 0, 7)[0] == 't';
	item->reason = take_string(row, 8);
	item->code = take_string(row, 9);
	for (i = 0; i < SEVERITY_COUNT; i++)
		item->findings[i] = atoi(PQgetvalue(row, 0, 10 + i));
	item->not_assessable = atoi(PQgetvalue(row, 0, 10 + SEVERITY_COUNT));
	item->odd_section = atoi(PQgetvalue(row, 0, 11 + SEVERITY_COUNT));
	item->odd_row = take_string(row, 12 + SEVERITY_COUNT);
	item->odd_column = take_string(row, 13 + SEVERITY_COUNT);
	item->odd_value = take_string(row, 14 + SEVERITY_COUNT);
	item->status = !is_report ? STATUS_NO_REPORT :
		item->findings[SEVERITY_ERROR] > 0 ? STATUS_ERROR :
		item->findings[SEVERITY_WARNING] > 0 ? STATUS_WARNING : STATUS_CLEAN;
	return true;
}

/* Read what the overview says of each file. */
bool
table_read_entries(const file_table *table, entry_list *list, void (*progress) (size_t done))
{
	char	   *query = expand(table, entries_query);
	char	  **hashes = NULL;
	bool		done = PQsendQueryParams(table->conn, query, 0, NULL, NULL, NULL, NULL, 0) == 1;
	PGresult   *row;
	size_t		i;

	if (!done)
		cli_error_libpq("query failed", PQerrorMessage(table->conn));
	else
		PQsetSingleRowMode(table->conn);
	while ((row = PQgetResult(table->conn)) != NULL)
	{
		if (PQresultStatus(row) == PGRES_SINGLE_TUPLE && done)
		{
			size_t		allocated = list->allocated;
			entry	   *item = entries_add(list);

			if (list->allocated != allocated)
				hashes = cli_realloc(hashes, list->allocated * sizeof(*hashes));
			hashes[list->count - 1] = take_string(row, 1);
			done = read_entry(row, item);
			progress(list->count);
		}
		else if (PQresultStatus(row) != PGRES_TUPLES_OK && done)
		{
			cli_error_libpq("query failed", PQresultErrorMessage(row));
			done = false;
		}
		PQclear(row);
	}
	free(query);
	if (done)
		done = entries_arrange(list, hashes);
	for (i = 0; i < list->count; i++)
		free(hashes[i]);
	free(hashes);
	return done;
}
