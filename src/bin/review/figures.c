/*
 * figures.c
 *		The figures that the overview shows of each year, and the queries of them.
 */
#include "bin/review/figures.h"

#include <stdlib.h>

#include "bin/common/message.h"

const figure figures[] = {
	{T_FIGURE_NORMATIVE_ISSUED, 2, NULL, {"proactive.normative_documents.issued"}},
	{T_FIGURE_NORMATIVE_REPEALED, 2, NULL, {"proactive.normative_documents.repealed"}},
	{T_FIGURE_NORMATIVE_IN_FORCE, 2, NULL, {"proactive.normative_documents.in_force"}},
	{T_FIGURE_NORMATIVE_MADE, 2, NULL, {"proactive.normative_documents.made"}},
	{T_FIGURE_NORMATIVE_DISCLOSED, 2, NULL, {"proactive.normative_documents.disclosed"}},
	{T_FIGURE_NORMATIVE_DISCLOSED_TOTAL, 2, NULL, {"proactive.normative_documents.disclosed_total"}},
	{T_FIGURE_LICENSING, 2, NULL, {"proactive.licensing.decisions"}},
	{T_FIGURE_PENALTY, 2, NULL, {"proactive.penalty.decisions"}},
	{T_FIGURE_COERCION, 2, NULL, {"proactive.coercion.decisions"}},
	{T_FIGURE_FEES, 2, NULL, {"proactive.fees.amount"}},
	{T_FIGURE_RECEIVED, 3, NULL, {"requests.received.total"}},
	{T_FIGURE_CARRIED_IN, 3, NULL, {"requests.carried_in.total"}},
	{T_FIGURE_GRANTED, 3, NULL, {"requests.granted.total"}},
	{T_FIGURE_PARTIALLY_GRANTED, 3, NULL, {"requests.partially_granted.total"}},
	{T_FIGURE_DENIED, 3, NULL, {"requests.denied_state_secret.total", "requests.denied_prohibited_by_law.total",
			"requests.denied_security_stability.total", "requests.denied_third_party.total",
			"requests.denied_internal_affairs.total", "requests.denied_deliberative.total",
			"requests.denied_enforcement_file.total", "requests.denied_administrative_query.total"}},
	{T_FIGURE_UNAVAILABLE, 3, NULL, {"requests.unavailable_not_held.total",
			"requests.unavailable_needs_creation.total", "requests.unavailable_unclear.total"}},
	{T_FIGURE_REJECTED, 3, NULL, {"requests.rejected_petition.total", "requests.rejected_repeat.total",
			"requests.rejected_publication.total", "requests.rejected_excessive.total",
			"requests.rejected_confirmation.total"}},
	{T_FIGURE_OTHER, 3, "requests.other_handling.total", {"requests.other_not_corrected.total",
			"requests.other_fee_unpaid.total", "requests.other_misc.total"}},
	{T_FIGURE_CONCLUDED, 3, NULL, {"requests.concluded.total"}},
	{T_FIGURE_CARRIED_OUT, 3, NULL, {"requests.carried_out.total"}},
	{T_FIGURE_RECONSIDERATION, 4, NULL, {"disputes.reconsideration.total"}},
	{T_FIGURE_RECONSIDERATION_CORRECTED, 4, NULL, {"disputes.reconsideration.corrected"}},
	{T_FIGURE_LITIGATION_DIRECT, 4, NULL, {"disputes.litigation_direct.total"}},
	{T_FIGURE_LITIGATION_DIRECT_CORRECTED, 4, NULL, {"disputes.litigation_direct.corrected"}},
	{T_FIGURE_LITIGATION_AFTER, 4, NULL, {"disputes.litigation_after_reconsideration.total"}},
	{T_FIGURE_LITIGATION_AFTER_CORRECTED, 4, NULL, {"disputes.litigation_after_reconsideration.corrected"}}
};

const int	figure_count = (int) (sizeof(figures) / sizeof(figures[0]));

/* Index of a figure. */
int
figure_find(text_id label)
{
	int			i;

	for (i = 0; i < figure_count - 1 && figures[i].label != label; i++)
		;
	return i;
}

/* Write a list of a figure's cells. */
static void
put_cells(FILE *query, const figure *figure, const char *between)
{
	int			i;

	for (i = 0; i < MAX_FIGURE_CELLS && figure->cells[i] != NULL; i++)
		fprintf(query, "%s(f.report).%s::numeric", i > 0 ? between : "", figure->cells[i]);
}

/* Write what a figure is in a report: NULL unless all of it is there, in one form. */
static void
put_figure(FILE *query, const figure *figure)
{
	if (figure->instead == NULL)
	{
		put_cells(query, figure, " + ");
		return;
	}
	fprintf(query, "CASE WHEN (f.report).%s IS NULL THEN ", figure->instead);
	put_cells(query, figure, " + ");
	fputs(" WHEN num_nonnulls(", query);
	put_cells(query, figure, ", ");
	fprintf(query, ") = 0 THEN (f.report).%s::numeric END", figure->instead);
}

/* Begin a query. */
void
figures_begin_query(FILE *query)
{
	int			i;

	fputs("WITH r AS (SELECT c.agency, (f.report).year AS year, f.report", query);
	for (i = 0; i < figure_count; i++)
	{
		fputs(", ", query);
		put_figure(query, &figures[i]);
		fprintf(query, " AS f%d", i);
	}
	fputs(" FROM unnest($1::text[], $2::text[]) AS c(source, agency) JOIN # AS f ON f.source = c.source)", query);
}

/* Run a query. */
PGresult *
figures_query(const file_table *table, const entry_list *list, const char *query)
{
	const char **sources = cli_alloc((list->reports + 1) * sizeof(*sources));
	const char **agencies = cli_alloc((list->reports + 1) * sizeof(*agencies));
	char	   *parameters[2];
	PGresult   *result;
	size_t		count = 0;
	size_t		i;

	for (i = 0; i < list->reports; i++)
	{
		const entry *item = &list->items[i];

		if (!item->counted)
			continue;
		sources[count] = item->source;
		agencies[count++] = item->key != NULL && *item->key != '\0' ? item->key : NULL;
	}
	parameters[0] = table_array(sources, count);
	parameters[1] = table_array(agencies, count);
	result = table_query(table, query, 2, (const char *const *) parameters);
	for (i = 0; i < 2; i++)
		free(parameters[i]);
	free(sources);
	free(agencies);
	return result;
}
