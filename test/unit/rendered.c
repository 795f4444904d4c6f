/*
 * rendered.c
 *		Rendered documents, for tests of what is in them.
 */
#include "rendered.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

char		rendered[RENDERED_SIZE];
size_t		rendered_len;

static gir_render_memory memory;

/* Add to the document. */
static void
append(void *context, const char *bytes, size_t len)
{
	(void) context;
	assert_true(len < sizeof(rendered) - rendered_len);
	memcpy(rendered + rendered_len, bytes, len);
	rendered_len += len;
	rendered[rendered_len] = '\0';
}

/* Render a report. */
void
rendered_make(const gir_figures *figures, const char *title, const char *agency, int year,
			  gir_format format)
{
	gir_render_source source = {.subject = {.figures = figures, .year = year}};
	gir_writer	writer = {append, NULL};

	source.subject.title = title;
	source.subject.title_len = title != NULL ? strlen(title) : 0;
	source.subject.agency = agency;
	source.subject.agency_len = agency != NULL ? strlen(agency) : 0;
	rendered_len = 0;
	gir_render(&source, format, &memory, &writer);
}

/* How often a text stands in the document. */
int
rendered_count(const char *text)
{
	const char *p = rendered;
	int			count = 0;

	for (; (p = strstr(p, text)) != NULL; p += strlen(text))
		count++;
	return count;
}

/* ---- random reports ---- */

/* Copy rows from one report to another. */
static void
copy_rows(gir_figures *to, const gir_figures *from, gir_row_id first, gir_row_id last)
{
	int			row;

	for (row = first; row <= (int) last; row++)
	{
		int			start = GIR_CELL(row, 0);

		to->row_present[row] = from->row_present[row];
		memcpy(&to->known[start], &from->known[start], GIR_MAX_COLUMNS * sizeof(to->known[0]));
		memcpy(&to->scale[start], &from->scale[start], GIR_MAX_COLUMNS * sizeof(to->scale[0]));
		memcpy(&to->value[start], &from->value[start], GIR_MAX_COLUMNS * sizeof(to->value[0]));
	}
}

/* A number of any length and sign that a document can show. */
static int64_t
draw_number(void)
{
	static const int64_t limits[] = {INT64_MAX, INT64_MIN, INT64_MAX - 1, INT64_MIN + 1};
	int64_t		number = case_random(10);
	int			digits;

	if (case_random(8) == 0)
		return limits[case_random(UNIT_COUNT(limits))];
	for (digits = (int) case_random(18); digits > 0; digits--)
		number = number * 10 + case_random(10);
	return case_random(4) == 0 ? -number : number;
}

/* Put wrong, long and negative numbers into a report. */
static void
spoil_numbers(gir_figures *figures, int64_t percent)
{
	int			cell;

	for (cell = 0; cell < GIR_CELL_COUNT; cell++)
	{
		if (!figures->known[cell] || case_random(100) >= percent)
			continue;
		figures->value[cell] = case_random(2) == 0 ? draw_number() :
			figures->value[cell] % 1000 + case_random(5) - 2;
		if (gir_cell_is_amount(cell))
			figures->scale[cell] = (uint8_t) case_random(7);
	}
}

/* Take cells, rows and tables out of a report. */
static void
take_out(gir_figures *figures)
{
	static const int percents[] = {0, 0, 3, 20, 60, 100};
	int			cells = percents[case_random(UNIT_COUNT(percents))];
	int			rows = percents[case_random(UNIT_COUNT(percents))] / 2;
	int			tables = percents[case_random(UNIT_COUNT(percents))] / 2;
	int			i;

	for (i = 0; i < GIR_CELL_COUNT; i++)
	{
		if (case_random(100) < cells)
		{
			figures->known[i] = false;
			figures->value[i] = figures->scale[i] = 0;
		}
	}
	for (i = 0; i < GIR_ROW_COUNT; i++)
	{
		if (case_random(100) < rows)
			case_drop_row(figures, (gir_row_id) i);
	}
	for (i = GIR_FIRST_SECTION; i <= GIR_LAST_SECTION; i++)
	{
		if (case_random(100) < tables)
			case_drop_section(figures, i);
	}
}

/* Add the numbers of a report in another form, as sums have them. */
static void
merge(gir_figures *figures, const gir_figures *other)
{
	int			cell;

	for (cell = 0; cell < GIR_CELL_COUNT; cell++)
	{
		if (other->known[cell] && !figures->known[cell])
		{
			case_set(figures, GIR_CELL_ROW(cell), gir_cell_column(cell), other->value[cell]);
			figures->scale[cell] = other->scale[cell];
		}
	}
}

/* A random report: each block of section 2 in a form of its own, or in both. */
void
rendered_draw(gir_figures *figures)
{
	static gir_figures drawn[GIR_FORM_COUNT];
	static const gir_row_id ends[] = {
		GIR_ROW_NORMATIVE_DOCUMENTS, GIR_ROW_OTHER_SERVICES, GIR_ROW_COERCION, GIR_ROW_FEES,
		GIR_ROW_PROCUREMENT, GIR_ROW_CARRIED_OUT, GIR_ROW_LITIGATION_AFTER_RECONSIDERATION
	};
	int			form = (int) case_random(GIR_FORM_COUNT);
	bool		mixed = case_random(3) == 0;
	int			first = 0;
	int			i;

	for (i = 0; i < GIR_FORM_COUNT; i++)
		case_draw(&drawn[i], i);
	memset(figures, 0, sizeof(*figures));
	memset(figures->section_present, true, sizeof(figures->section_present));
	for (i = 0; i < UNIT_COUNT(ends); i++)
	{
		int			f = mixed ? (int) case_random(GIR_FORM_COUNT) : form;

		copy_rows(figures, &drawn[f], (gir_row_id) first, ends[i]);
		first = (int) ends[i] + 1;
	}
	if (case_random(8) == 0)
		merge(figures, &drawn[GIR_FORM_COUNT - 1 - form]);
	if (case_random(2) == 0)
		spoil_numbers(figures, case_random(30));
	if (case_random(3) > 0)
		take_out(figures);
}

/* ---- reading back ---- */

/* A number without zeros at the end of its decimals. */
static void
shorten(int64_t *value, int *scale)
{
	for (; *scale > 0 && *value % 10 == 0; --*scale)
		*value /= 10;
}

/* True if two numbers are the same, whatever their scales. */
static bool
same_number(const gir_figures *a, const gir_figures *b, int cell)
{
	int64_t		x = a->value[cell];
	int64_t		y = b->value[cell];
	int			x_scale = a->scale[cell];
	int			y_scale = b->scale[cell];

	shorten(&x, &x_scale);
	shorten(&y, &y_scale);
	return x == y && x_scale == y_scale;
}

/* Fail with the document. */
static void
fail_with_document(const char *what, int number, const char *format)
{
	fprintf(stderr, "%s\n", rendered);
	fail_msg("%s %d does not come back from %s", what, number, format);
}

/*
 * What a document shows of a report.  The table of section 3 is of one form: where
 * there are rows of both, what the older one has instead of the newer one's is
 * printed and not read.
 */
static void
show_figures(gir_figures *figures)
{
	int			row;

	for (row = GIR_ROW_OTHER_NOT_CORRECTED; row <= GIR_ROW_OTHER_MISC; row++)
	{
		if (figures->row_present[row])
			case_drop_row(figures, GIR_ROW_OTHER_HANDLING);
	}
}

/* Assert that a document has the tables of the figures. */
void
rendered_check_tables(const gir_figures *source, gir_format format, unit_parsed *parsed)
{
	gir_figures shown = *source;
	const gir_figures *figures = &shown;
	const char *name = gir_format_name(format);
	const gir_figures *back = &parsed->report.figures;
	bool		line = false;
	int			i;

	show_figures(&shown);
	unit_parse(rendered, rendered_len, parsed);
	if (!parsed->accepted)
		fail_with_document("report", 0, name);
	for (i = 0; i < GIR_SECTION_COUNT; i++)
	{
		if (figures->section_present[i] != back->section_present[i])
			fail_with_document("section", i + GIR_FIRST_SECTION, name);
	}
	for (i = GIR_ROW_RECONSIDERATION; i < GIR_ROW_COUNT; i++)
		line = line || figures->row_present[i];
	for (i = 0; i < GIR_ROW_COUNT; i++)
	{
		/* the rows of section 4 are one line */
		bool		present = i >= GIR_ROW_RECONSIDERATION ? line : figures->row_present[i];

		if (present != back->row_present[i])
			fail_with_document("row", i, name);
	}
	for (i = 0; i < GIR_CELL_COUNT; i++)
	{
		if (figures->known[i] != back->known[i] ||
			(figures->known[i] && !same_number(figures, back, i)))
			fail_with_document("cell", i, name);
	}
}
