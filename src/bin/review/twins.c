/*
 * twins.c
 *		Reports by one agency on one year: which of them counts.
 *
 * A file may lack numbers that another file of the same report has, such as a PDF
 * with a page missing.  These two do not contradict one another, and the fuller one
 * is as good as it would be without the other.
 */
#include "bin/review/twins.h"

#include <stdlib.h>

#include "bin/common/message.h"

/*
 * For each report, how many numbers it has; in how many cells it differs from the
 * first of its group, has none, or has the only one; and whether any two of the
 * group differ.  Compared with a report without numbers, a report differs in all
 * that it has.
 */
static const char *const twins_query =
"WITH m AS MATERIALIZED (SELECT m.n, m.first, f.report "
"                        FROM unnest($1::text[], $2::int[]) WITH ORDINALITY AS m(source, first, n) "
"                             JOIN # AS f ON f.source = m.source), "
"     c AS MATERIALIZED (SELECT m.n, m.first, d.row_code, d.column_code, d.a_value AS value "
"                        FROM m CROSS JOIN LATERAL "
"                             @gireport_diff(m.report, jsonb_populate_record(NULL::@gireport, '{}')) AS d), "
"     contrary AS (SELECT DISTINCT c.first FROM c "
"                  GROUP BY c.first, c.row_code, c.column_code HAVING min(c.value) <> max(c.value)) "
"SELECT numbers.count, d.different, d.fewer, d.more, contrary.first IS NOT NULL "
"FROM m JOIN m AS a ON a.n = m.first "
"     LEFT JOIN (SELECT c.n, count(*) AS count FROM c GROUP BY c.n) AS numbers ON numbers.n = m.n "
"     LEFT JOIN contrary ON contrary.first = m.first "
"     CROSS JOIN LATERAL (SELECT count(*) FILTER (WHERE num_nulls(d.a_value, d.b_value) = 0) AS different, "
"                                count(*) FILTER (WHERE d.b_value IS NULL) AS fewer, "
"                                count(*) FILTER (WHERE d.a_value IS NULL) AS more "
"                         FROM @gireport_diff(a.report, m.report) AS d) AS d "
"ORDER BY m.n";

/* The columns. */
enum
{
	TWIN_NUMBERS,
	TWIN_DIFFERENT,
	TWIN_FEWER,
	TWIN_MORE,
	TWIN_CONTRARY
};

/* Take what the server found of the reports; they are in the order of the groups. */
static void
take_result(const PGresult *result, entry *const *members, size_t count)
{
	entry	   *fullest = NULL;
	size_t		i;

	for (i = 0; i < count && (int) i < PQntuples(result); i++)
	{
		entry	   *item = members[i];
		bool		counted = item->counted;

		item->numbers = atoi(PQgetvalue(result, (int) i, TWIN_NUMBERS));
		item->difference = atoi(PQgetvalue(result, (int) i, TWIN_DIFFERENT));
		item->fewer = atoi(PQgetvalue(result, (int) i, TWIN_FEWER));
		item->more = atoi(PQgetvalue(result, (int) i, TWIN_MORE));
		if (i == 0 || members[i - 1]->twin != item->twin)
			fullest = NULL;
		item->counted = false;
		if (!counted || PQgetvalue(result, (int) i, TWIN_CONTRARY)[0] == 't' ||
			(fullest != NULL && fullest->numbers >= item->numbers))
			continue;
		if (fullest != NULL)
			fullest->counted = false;
		item->counted = true;
		fullest = item;
	}
}

/* The text of an array of the place, from 1, of the first report of each group. */
static char *
first_places(entry *const *members, size_t count)
{
	char	   *text = NULL;
	size_t		size;
	FILE	   *array = open_memstream(&text, &size);
	size_t		first = 0;
	size_t		i;

	if (array == NULL)
		cli_out_of_memory();
	putc('{', array);
	for (i = 0; i < count; i++)
	{
		if (members[i]->twin != members[first]->twin)
			first = i;
		fprintf(array, "%s%zu", i > 0 ? "," : "", first + 1);
	}
	putc('}', array);
	if (fclose(array) != 0)
		cli_out_of_memory();
	return text;
}

/* Compare such reports. */
bool
twins_compare(const file_table *table, entry_list *list)
{
	entry	  **members = cli_alloc((list->reports + 1) * sizeof(*members));
	size_t		count = 0;
	char	   *parameters[2];
	PGresult   *result;
	size_t		i;

	for (i = 0; i < list->reports; i++)
	{
		entry	   *item = &list->items[i];

		if (item->twin != 1 + (int) i)
			continue;
		for (; item != NULL; item = item->next_twin != 0 ? &list->items[item->next_twin - 1] : NULL)
			members[count++] = item;
	}
	parameters[0] = table_sources((const entry *const *) members, count);
	parameters[1] = first_places(members, count);
	result = table_query(table, twins_query, 2, (const char *const *) parameters);
	if (result != NULL)
		take_result(result, members, count);
	PQclear(result);
	for (i = 0; i < 2; i++)
		free(parameters[i]);
	free(members);
	return result != NULL;
}
