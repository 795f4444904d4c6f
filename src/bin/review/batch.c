/*
 * batch.c
 *		Reports with all that their pages show, some at a time.
 */
#include "bin/review/batch.h"

#include <stdlib.h>
#include <string.h>

#include "bin/common/message.h"

/* So many reports or bytes of text are fetched together; at least one report. */
#define MAX_REPORTS 50
#define MAX_BYTES (4 * 1024 * 1024)

/* The files of a batch, and their texts where these can be read as reports. */
#define FILES \
	"FROM unnest($1::text[], $2::boolean[]) WITH ORDINALITY AS b(source, readable, n) " \
	"     JOIN # AS f ON f.source = b.source "
#define SOUND_FILES \
	FILES \
	"     CROSS JOIN LATERAL (SELECT CASE WHEN b.readable THEN f.body END AS body) AS sound "

/* Columns of the first query; the metrics follow. */
enum
{
	REPORT_N,
	REPORT_SHA256,
	REPORT_LOADED_AT,
	REPORT_COMPLETE,
	REPORT_PASSED,
	REPORT_FAILED,
	REPORT_NOT_ASSESSABLE,
	REPORT_BODY,
	REPORT_TABLES,
	REPORT_METRICS
};

static const char *const reports_query =
"SELECT b.n, encode(f.sha256, 'hex'), to_char(f.loaded_at, 'YYYY-MM-DD HH24:MI'), @gireport_complete(f.report), "
"       c.passed, c.failed, c.not_assessable, f.body, @gireport_render(f.report, 'html_fragment'), m.* "
FILES
"     CROSS JOIN LATERAL ("
"         SELECT count(*) FILTER (WHERE v.verdict = 'pass') AS passed, "
"                count(*) FILTER (WHERE v.verdict = 'fail') AS failed, "
"                count(*) FILTER (WHERE v.verdict = 'not_assessable') AS not_assessable "
"         FROM @gireport_check(f.report) AS v) AS c "
"     CROSS JOIN LATERAL @gireport_metrics(f.report) AS m "
"ORDER BY b.n";

/* Columns of the second query. */
enum
{
	ITEM_N,
	ITEM_KIND,
	ITEM_ORDINALITY,
	ITEM_SEVERITY,
	ITEM_RULE,
	ITEM_SECTION,
	ITEM_ROW_CODE,
	ITEM_COLUMN_CODE,
	ITEM_EXPRESSION,
	ITEM_LEFT,
	ITEM_RIGHT,
	ITEM_DIFFERENCE,
	ITEM_MESSAGE,
	ITEM_LINE,
	ITEM_POSITION,
	ITEM_LENGTH,
	ITEM_RAW,
	ITEM_PART,
	ITEM_SOLUTION,
	ITEM_SOLUTIONS,
	ITEM_PRINTED,
	ITEM_SUGGESTED
};

/* The kinds are item_kind's numbers. */
static const char *const items_query =
"SELECT b.n, i.* "
SOUND_FILES
"     CROSS JOIN LATERAL ("
"         SELECT 0 AS kind, v.ordinality AS ordinality, v.severity AS severity, v.rule, v.section, v.row_code, "
"                v.column_code, v.expression, v.left_value, v.right_value, v.difference, v.message, "
"                NULL::int AS line, NULL::int AS \"position\", NULL::int AS length, NULL::text AS raw, "
"                NULL::int AS part, NULL::int AS solution, NULL::int AS solutions, "
"                NULL::numeric AS printed, NULL::numeric AS suggested "
"         FROM @gireport_violations(f.report, 'info') WITH ORDINALITY AS v "
"         UNION ALL "
"         SELECT 1, p.ordinality, p.severity, p.rule, p.section, p.row_code, "
"                p.column_code, p.expression, p.left_value, p.right_value, p.difference, p.message, "
"                p.line, p.\"position\", c.length, coalesce(c.raw, p.sentence), "
"                NULL, NULL, NULL, NULL, NULL "
"         FROM @gireport_check_prose(sound.body) WITH ORDINALITY AS p "
"              LEFT JOIN LATERAL (SELECT c.length, c.raw FROM @gireport_claims(sound.body) AS c "
"                                 WHERE c.\"position\" = p.\"position\" LIMIT 1) AS c ON true "
"         WHERE p.verdict = 'fail' "
"         UNION ALL "
"         SELECT 2, s.ordinality, 'info', NULL, s.section, s.row_code, "
"                s.column_code, NULL, NULL, NULL, NULL, s.message, "
"                NULL, NULL, NULL, NULL, "
"                s.part, s.solution, s.solutions, s.printed, s.suggested "
"         FROM @gireport_suggest(f.report) WITH ORDINALITY AS s "
"         UNION ALL "
"         SELECT 3, d.ordinality, d.severity, d.code, NULL, NULL, "
"                NULL, NULL, NULL, NULL, NULL, d.message, "
"                d.line, d.\"position\", char_length(d.raw), d.raw, "
"                NULL, NULL, NULL, NULL, NULL "
"         FROM @gireport_diagnostics(sound.body) WITH ORDINALITY AS d) AS i "
"ORDER BY b.n, i.kind > 1, i.kind > 2, "
"         CASE i.severity WHEN 'error' THEN 1 WHEN 'warning' THEN 2 ELSE 3 END, i.kind, "
"         CASE WHEN i.kind = 3 AND i.severity = 'info' THEN i.rule END, i.ordinality";

/* Columns of the third query. */
enum
{
	CELL_N,
	CELL_SECTION,
	CELL_ROW_CODE,
	CELL_COLUMN_CODE,
	CELL_ROW_LABEL,
	CELL_COLUMN_LABEL,
	CELL_LINE,
	CELL_POSITION,
	CELL_LENGTH
};

static const char *const cells_query =
"SELECT b.n, c.section, c.row_code, c.column_code, c.row_label, c.column_label, c.line, c.\"position\", c.length "
SOUND_FILES
"     CROSS JOIN LATERAL ("
"         SELECT t.* FROM @gireport_cells(sound.body) AS t "
"         UNION ALL "
"         SELECT r.* FROM @gireport_cells(f.report) AS r WHERE sound.body IS NULL) AS c "
"ORDER BY b.n";

/* How many entries are fetched together. */
size_t
batch_size(const entry *entries, size_t count)
{
	size_t		bytes = 0;
	size_t		n = 0;

	do
		bytes += entries[n++].body_size;
	while (n < count && n < MAX_REPORTS && bytes + entries[n].body_size <= MAX_BYTES);
	return n;
}

/* A field; NULL for NULL. */
static const char *
field(const PGresult *result, int row, int column)
{
	return PQgetisnull(result, row, column) ? NULL : PQgetvalue(result, row, column);
}

/* A field as a number; 0 for NULL. */
static int
field_int(const PGresult *result, int row, int column)
{
	return atoi(PQgetvalue(result, row, column));
}

/* The reports themselves. */
static void
take_reports(batch *batch, const entry *entries)
{
	const PGresult *result = batch->results[0];
	int			width = PQnfields(result) - REPORT_METRICS;
	int			i,
				j;

	batch->count = PQntuples(result);
	batch->reports = cli_alloc(((size_t) batch->count + 1) * sizeof(*batch->reports));
	batch->metrics = cli_alloc(((size_t) batch->count * (size_t) width + 1) * sizeof(*batch->metrics));
	for (i = 0; i < batch->count; i++)
	{
		report	   *report = &batch->reports[i];
		const char **metrics = batch->metrics + i * width;

		memset(report, 0, sizeof(*report));
		report->entry = &entries[field_int(result, i, REPORT_N) - 1];
		report->sha256 = field(result, i, REPORT_SHA256);
		report->loaded_at = field(result, i, REPORT_LOADED_AT);
		report->complete = PQgetvalue(result, i, REPORT_COMPLETE)[0] == 't';
		report->passed = field(result, i, REPORT_PASSED);
		report->failed = field(result, i, REPORT_FAILED);
		report->not_assessable = field(result, i, REPORT_NOT_ASSESSABLE);
		report->body = field(result, i, REPORT_BODY);
		report->tables = field(result, i, REPORT_TABLES);
		for (j = 0; j < width; j++)
			metrics[j] = field(result, i, REPORT_METRICS + j);
		report->metrics = metrics;
	}
}

/* What is found in them.  All results are in the order of the batch. */
static void
take_items(batch *batch)
{
	const PGresult *result = batch->results[1];
	int			count = PQntuples(result);
	int			row = 0;
	int			i;

	batch->items = cli_alloc(((size_t) count + 1) * sizeof(*batch->items));
	for (i = 0; i < batch->count; i++)
	{
		const char *n = PQgetvalue(batch->results[0], i, REPORT_N);
		report	   *report = &batch->reports[i];

		report->items = &batch->items[row];
		for (; row < count && strcmp(PQgetvalue(result, row, ITEM_N), n) == 0; row++)
		{
			item	   *item = &batch->items[row];

			item->kind = (item_kind) field_int(result, row, ITEM_KIND);
			item->severity = severity_by_name(PQgetvalue(result, row, ITEM_SEVERITY));
			item->rule = field(result, row, ITEM_RULE);
			item->section = field_int(result, row, ITEM_SECTION);
			item->row_code = field(result, row, ITEM_ROW_CODE);
			item->column_code = field(result, row, ITEM_COLUMN_CODE);
			item->expression = field(result, row, ITEM_EXPRESSION);
			item->left = field(result, row, ITEM_LEFT);
			item->right = field(result, row, ITEM_RIGHT);
			item->difference = field(result, row, ITEM_DIFFERENCE);
			item->message = field(result, row, ITEM_MESSAGE);
			item->line = field_int(result, row, ITEM_LINE);
			item->position = field_int(result, row, ITEM_POSITION);
			item->length = field_int(result, row, ITEM_LENGTH);
			item->raw = field(result, row, ITEM_RAW);
			item->part = field_int(result, row, ITEM_PART);
			item->solution = field_int(result, row, ITEM_SOLUTION);
			item->solutions = field_int(result, row, ITEM_SOLUTIONS);
			item->printed = field(result, row, ITEM_PRINTED);
			item->suggested = field(result, row, ITEM_SUGGESTED);
			report->item_count++;
		}
	}
}

/* Their cells. */
static void
take_cells(batch *batch)
{
	const PGresult *result = batch->results[2];
	int			count = PQntuples(result);
	int			row = 0;
	int			i;

	batch->cells = cli_alloc(((size_t) count + 1) * sizeof(*batch->cells));
	for (i = 0; i < batch->count; i++)
	{
		const char *n = PQgetvalue(batch->results[0], i, REPORT_N);
		report	   *report = &batch->reports[i];

		report->cells = &batch->cells[row];
		for (; row < count && strcmp(PQgetvalue(result, row, CELL_N), n) == 0; row++)
		{
			cell	   *cell = &batch->cells[row];

			cell->section = field_int(result, row, CELL_SECTION);
			cell->row_code = PQgetvalue(result, row, CELL_ROW_CODE);
			cell->column_code = PQgetvalue(result, row, CELL_COLUMN_CODE);
			cell->row_label = PQgetvalue(result, row, CELL_ROW_LABEL);
			cell->column_label = PQgetvalue(result, row, CELL_COLUMN_LABEL);
			cell->line = field_int(result, row, CELL_LINE);
			cell->position = field_int(result, row, CELL_POSITION);
			cell->length = field_int(result, row, CELL_LENGTH);
			report->cell_count++;
		}
	}
}

/* The text of an array that says which texts can be read. */
static char *
readable_texts(const entry *entries, size_t count)
{
	char	   *array = cli_alloc(2 * count + 3);
	size_t		i;

	for (i = 0; i < count; i++)
	{
		array[2 * i] = i == 0 ? '{' : ',';
		array[2 * i + 1] = entries[i].readable ? 't' : 'f';
	}
	strcpy(array + 2 * count, count == 0 ? "{}" : "}");
	return array;
}

/* Fetch reports. */
bool
batch_fetch(const file_table *table, const entry *entries, size_t count, batch *batch)
{
	const char *const queries[] = {reports_query, items_query, cells_query};
	const entry **wanted = cli_alloc(count * sizeof(*wanted));
	char	   *parameters[2];
	bool		done = true;
	size_t		i;

	memset(batch, 0, sizeof(*batch));
	for (i = 0; i < count; i++)
		wanted[i] = &entries[i];
	parameters[0] = table_sources(wanted, count);
	parameters[1] = readable_texts(entries, count);
	for (i = 0; i < 3 && done; i++)
	{
		batch->results[i] = table_query(table, queries[i], 2, (const char *const *) parameters);
		done = batch->results[i] != NULL;
	}
	if (done)
	{
		take_reports(batch, entries);
		take_items(batch);
		take_cells(batch);
	}
	free(parameters[0]);
	free(parameters[1]);
	free(wanted);
	return done;
}

/* Free a batch. */
void
batch_free(batch *batch)
{
	int			i;

	for (i = 0; i < 3; i++)
		PQclear(batch->results[i]);
	free(batch->reports);
	free(batch->items);
	free(batch->cells);
	free(batch->metrics);
	memset(batch, 0, sizeof(*batch));
}

/* The label of the row that a thing found is about. */
const char *
report_row_label(const report *report, const item *item)
{
	int			i;

	for (i = 0; item->row_code != NULL && i < report->cell_count; i++)
		if (report->cells[i].section == item->section &&
			strcmp(report->cells[i].row_code, item->row_code) == 0)
			return report->cells[i].row_label;
	return NULL;
}

/* The label of the column; without a row, that of any row of the section. */
const char *
report_column_label(const report *report, const item *item)
{
	int			i;

	for (i = 0; item->column_code != NULL && i < report->cell_count; i++)
		if (report->cells[i].section == item->section &&
			(item->row_code == NULL || strcmp(report->cells[i].row_code, item->row_code) == 0) &&
			strcmp(report->cells[i].column_code, item->column_code) == 0)
			return report->cells[i].column_label;
	return NULL;
}
