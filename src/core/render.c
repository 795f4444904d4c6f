/*
 * render.c
 *		Reports as documents: title, headings, one table after another.
 */
#include "core/render.h"

#include <string.h>

#include "core/wide.h"
#include "core/words.h"

static const char *const format_names[GIR_FORMAT_COUNT] = {
	[GIR_FORMAT_TEXT] = "text",
	[GIR_FORMAT_MARKDOWN] = "markdown",
	[GIR_FORMAT_HTML] = "html",
	[GIR_FORMAT_HTML_FRAGMENT] = "html_fragment",
};

/* The name of a format. */
const char *
gir_format_name(gir_format format)
{
	return format_names[format];
}

/* The format of a name. */
bool
gir_find_format(const char *name, size_t len, gir_format *format)
{
	int			i;

	for (i = 0; i < GIR_FORMAT_COUNT; i++)
	{
		if (strlen(format_names[i]) == len && memcmp(format_names[i], name, len) == 0)
		{
			*format = (gir_format) i;
			return true;
		}
	}
	return false;
}

/* Write a number. */
void
gir_put_integer(const gir_writer *writer, int64_t value)
{
	gir_wide	wide = {0, 0};
	char		digits[32];

	gir_wide_add(&wide, value);
	gir_wide_format(wide, digits);
	gir_put(writer, digits);
}

/* Write the number in a cell. */
void
gir_put_figure(const gir_rendering *r, int cell)
{
	const gir_figures *figures = r->source->subject.figures;
	gir_wide	wide = {0, 0};
	char		digits[48];
	int			i;

	if (!figures->known[cell])
		return;
	for (i = 0; i < r->source->nexact; i++)
	{
		if (r->source->exact[i].cell == cell)
		{
			gir_put(r->writer, r->source->exact[i].digits);
			return;
		}
	}
	gir_wide_add(&wide, figures->value[cell]);
	gir_wide_format_scaled(wide, figures->scale[cell], digits);
	gir_put(r->writer, digits);
}

/* Write the text of a sheet's cell. */
void
gir_put_sheet_text(const gir_writer *writer, const gir_sheet_cell *cell)
{
	if (cell->text == NULL)
		return;
	if (cell->bracketed)
		gir_put(writer, "（");
	gir_put(writer, cell->text);
	if (cell->bracketed)
		gir_put(writer, "）");
	if (cell->unit_missing)
		gir_put(writer, gir_amount_unit_note);
}

/* Write a section's heading in text or Markdown. */
static void
put_heading(const gir_rendering *r, int section)
{
	if (section > GIR_FIRST_SECTION || r->title_len > 0)
		gir_put(r->writer, "\n");
	if (r->format == GIR_FORMAT_MARKDOWN)
		gir_put(r->writer, "## ");
	gir_put(r->writer, gir_heading_numbers[section - 1]);
	gir_put(r->writer, gir_form_text_of(GIR_TEXT_HEADING, section));
	gir_put(r->writer, "\n");
}

/* Write a section. */
static void
put_section(gir_rendering *r, int section, bool html)
{
	const gir_figures *figures = r->source->subject.figures;
	int			row = gir_sections[section - GIR_FIRST_SECTION].first_row;
	bool		first = true;

	if (html)
		gir_open_html_section(r, section);
	else
		put_heading(r, section);
	while (figures->section_present[section - GIR_FIRST_SECTION] &&
		   gir_next_sheet(figures, &r->forms, section, &row, &r->sheet))
	{
		if (html)
			gir_put_html_sheet(r);
		else
			gir_put_plain_sheet(r, first);
		first = false;
	}
	if (html)
		gir_close_html_section(r, section);
}

/* Render a report. */
void
gir_render(const gir_render_source *source, gir_format format, gir_render_memory *memory,
		   const gir_writer *writer)
{
	gir_rendering *r = memory;
	bool		html = format == GIR_FORMAT_HTML || format == GIR_FORMAT_HTML_FRAGMENT;
	int			section;

	r->source = source;
	r->writer = writer;
	r->format = format;
	gir_forms_of_figures(source->subject.figures, &r->forms);
	gir_choose_title(r);
	if (html)
	{
		gir_find_marks(r);
		gir_open_page(r);
	}
	else if (r->title_len > 0)
	{
		if (format == GIR_FORMAT_MARKDOWN)
			gir_put(writer, "# ");
		writer->put(writer->context, r->title, r->title_len);
		gir_put(writer, "\n");
	}
	for (section = GIR_FIRST_SECTION; section <= GIR_LAST_SECTION; section++)
		put_section(r, section, html);
	if (html)
		gir_close_page(r);
}
