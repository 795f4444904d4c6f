/*
 * render_findings.c
 *		Findings and suggestions below the tables, in HTML.
 */
#include "core/render.h"

#include "core/words.h"

/* Write links to the cells of a finding, all that are marked for it. */
static void
put_links(const gir_rendering *r, const gir_finding *finding)
{
	const gir_writer *w = r->writer;
	int			n = 0;
	int			cell;

	for (cell = 0; cell < GIR_CELL_COUNT; cell++)
	{
		gir_row_id	row = GIR_CELL_ROW(cell);

		if (!gir_finding_has_cell(r, finding, cell))
			continue;
		gir_put(w, n++ > 0 ? "、" : " <span class=\"gr-links\">单元格：");
		gir_put(w, "<a href=\"#");
		gir_put_cell_id(w, cell);
		gir_put(w, "\">");
		if (finding->row != GIR_NO_ROW)
			gir_put(w, gir_column_label(finding->form, row, gir_cell_column(cell)));
		else
			gir_put_row_briefly(w, finding->form, row);
		gir_put(w, "</a>");
	}
	if (n > 0)
		gir_put(w, "</span>");
}

/* Write the findings about a section. */
static void
put_findings(const gir_rendering *r, int section)
{
	const gir_writer *w = r->writer;
	gir_writer	escaping = gir_escaping_writer(w);
	int			n = 0;
	int			i;

	for (i = 0; i < r->nfindings; i++)
	{
		const gir_finding *finding = &r->findings[i];
		bool		error = gir_rule_severity(finding->rule) == GIR_ERROR;

		if (finding->section != section)
			continue;
		if (n++ == 0)
			gir_put(w, "<h3>核对结果</h3>\n<ul class=\"gr-findings\">\n");
		gir_put(w, "<li id=\"");
		gir_put_finding_id(w, i);
		gir_put(w, error ? "\"><strong class=\"gr-error\">错误 " : "\"><strong class=\"gr-warning\">提示 ");
		gir_put(w, gir_rule_id(finding->rule));
		gir_put(w, "</strong> ");
		gir_finding_message(r->source->subject.figures, finding, &escaping);
		put_links(r, finding);
		gir_put(w, "</li>\n");
	}
	if (n > 0)
		gir_put(w, "</ul>\n");
}

/* Write a suggestion: all its changes. */
static void
put_suggestion(const gir_rendering *r, const gir_suggestion *suggestion)
{
	const gir_writer *w = r->writer;
	gir_writer	escaping = gir_escaping_writer(w);
	int			i;

	gir_put(w, "<li>");
	if (suggestion->solution == NULL)
		gir_suggestion_message(r->source->subject.figures, suggestion, NULL, &escaping);
	else
	{
		if (suggestion->nsolutions > 1)
		{
			gir_put(w, "可能 ");
			gir_put_integer(w, suggestion->rank);
			gir_put(w, "/");
			gir_put_integer(w, suggestion->nsolutions);
			gir_put(w, "：");
		}
		for (i = 0; i < suggestion->solution->nchanges; i++)
		{
			const gir_change *change = &suggestion->solution->changes[i];

			gir_suggestion_message(r->source->subject.figures, suggestion, change, &escaping);
		}
	}
	gir_put(w, "</li>\n");
}

/* Close the box of a section's tables, and write what stands below them. */
void
gir_close_html_section(const gir_rendering *r, int section)
{
	const gir_writer *w = r->writer;
	int			n = 0;
	int			i;

	if (r->source->subject.figures->section_present[section - GIR_FIRST_SECTION])
		gir_put(w, "</div>\n");
	put_findings(r, section);
	for (i = 0; i < r->nsuggestions; i++)
	{
		if (r->suggestions[i].suggestion.section != section)
			continue;
		if (n++ == 0)
			gir_put(w, "<h3>修改建议</h3>\n<ul class=\"gr-suggestions\">\n");
		put_suggestion(r, &r->suggestions[i].suggestion);
	}
	if (n > 0)
		gir_put(w, "</ul>\n");
	gir_put(w, "</section>\n");
}
