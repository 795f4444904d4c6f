/*
 * fuzz_parse.c
 *		libFuzzer target: whatever is parsed, what comes out hangs together.
 *
 *	make fuzz
 *	test/fuzz/fuzz_parse -dict=test/fuzz/labels.dict NEW_INPUTS test/corpus
 */
#include <stddef.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "core/gireport_core.h"
#include "core/plain.h"
#include "core/prose.h"
#include "core/render.h"

/* Stop at the line that finds something broken. */
#define CHECK(condition) \
	do { \
		if (!(condition)) \
		{ \
			fprintf(stderr, "%s:%d: %s\n", __FILE__, __LINE__, #condition); \
			abort(); \
		} \
	} while (0)

int			LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

/* What the checks of one text need. */
typedef struct run
{
	const char *text;
	size_t		len;
	uint32_t	lines;
	size_t		written;		/* bytes that writers were given */
	long		diagnostics;
	const gir_figures *figures;
	int			failures;		/* of hard identities */
	bool		thorough;		/* words for everything, not for failures alone */
	bool		listed[GIR_CELL_COUNT];
	int			last_listed;	/* row, or -1 */
} run;

/* Look at every byte of what is written. */
static void
put(void *context, const char *bytes, size_t len)
{
	run		   *r = context;
	size_t		i;

	for (i = 0; i < len; i++)
		CHECK(bytes[i] != '\0');
	r->written += len;
}

/* Check a piece of the text. */
static void
check_span(const run *r, gir_span span, uint32_t line)
{
	CHECK(span.start <= span.end);
	CHECK(span.end <= r->len);
	CHECK(line <= r->lines);
}

/* Check a diagnostic, and write it. */
static void
diagnose(void *context, const gir_diagnostic *d)
{
	run		   *r = context;
	gir_writer	writer = {put, r};
	size_t		written = r->written;

	r->diagnostics++;
	CHECK(d->code >= 0 && d->code < GIR_DIAG_COUNT);
	CHECK(gir_diagnostic_name(d->code) != NULL);
	CHECK(gir_severity_name(gir_diagnostic_severity(d->code)) != NULL);
	check_span(r, d->raw, d->line);
	CHECK(d->section == 0 || (d->section >= GIR_FIRST_SECTION && d->section <= GIR_LAST_SECTION));
	CHECK(d->row >= 0 && d->row <= GIR_NO_ROW);
	CHECK(d->column >= 0 && d->column <= GIR_NO_COLUMN);
	CHECK(d->row == GIR_NO_ROW || d->section == gir_row_section(d->row));
	gir_diagnostic_message(d, &writer);
	CHECK(r->written > written);
}

/* Check a listed cell. */
static void
list(void *context, const gir_listed_cell *cell)
{
	run		   *r = context;

	CHECK(cell->cell >= 0 && cell->cell < GIR_CELL_COUNT);
	CHECK(!r->listed[cell->cell]);
	r->listed[cell->cell] = true;
	CHECK((int) cell->row >= r->last_listed);
	r->last_listed = (int) cell->row;
	CHECK(cell->section == gir_row_section(cell->row));
	CHECK(cell->cell == gir_cell_at(cell->row, cell->column));
	CHECK(cell->form_row != NULL && cell->form_row->row == cell->row);
	CHECK(cell->form_column != NULL && cell->form_column->column == cell->column);
}

/* Check a finding, and write it. */
static bool
find(void *context, const gir_finding *finding)
{
	run		   *r = context;
	gir_writer	writer = {put, r};
	char		digits[32];
	size_t		written = r->written;

	CHECK(gir_rule_id(finding->rule) != NULL);
	CHECK(gir_rule_section(finding->rule) >= GIR_FIRST_SECTION);
	CHECK(gir_verdict_name(finding->verdict) != NULL);
	CHECK(finding->row != GIR_NO_ROW || finding->column != GIR_NO_COLUMN);
	CHECK(finding->blanks >= 0);
	if (finding->verdict == GIR_FAIL && gir_rule_severity(finding->rule) == GIR_ERROR)
		r->failures++;
	if (finding->verdict != GIR_FAIL && !r->thorough)
		return true;
	gir_wide_format(gir_wide_subtract(finding->left, finding->right), digits);
	CHECK(strlen(digits) < sizeof(digits));
	gir_finding_expression(r->figures, finding, &writer);
	CHECK(r->written > written);
	written = r->written;
	gir_finding_message(r->figures, finding, &writer);
	CHECK(r->written > written);
	return true;
}

/* Check one cell of the report. */
static void
check_cell(const run *r, const gir_report *report, int cell)
{
	const gir_figures *figures = &report->figures;
	const gir_printed *printed = &report->printed[cell];
	gir_row_id	row = GIR_CELL_ROW(cell);

	CHECK(figures->known[cell] == (printed->state == GIR_STATE_NUMBER));
	CHECK(gir_state_name(printed->state) != NULL);
	check_span(r, printed->raw, printed->line);
	if (printed->state == GIR_STATE_MISSING)
		return;
	CHECK(gir_cell_column(cell) != GIR_NO_COLUMN);
	CHECK(figures->row_present[row]);
	CHECK(figures->section_present[gir_row_section(row) - GIR_FIRST_SECTION]);
	CHECK(printed->line > 0);
	if (printed->state == GIR_STATE_NUMBER)
	{
		CHECK(printed->raw.start < printed->raw.end);
		CHECK(figures->scale[cell] == 0 || gir_cell_is_amount(cell));
		CHECK(figures->scale[cell] <= 30);
	}
	else
		CHECK(figures->value[cell] == 0 && figures->scale[cell] == 0);
}

/* Check a report that was read. */
static void
check_report(run *r, const gir_report *report)
{
	gir_row_forms forms;
	int			row,
				cell;

	CHECK(report->title_len <= GIR_TITLE_SIZE);
	CHECK(report->agency_len <= GIR_TITLE_SIZE);
	CHECK(report->year == 0 || (report->year >= 1900 && report->year <= 2100));
	for (row = 0; row < GIR_ROW_COUNT; row++)
		CHECK(report->form[row] < GIR_FORM_COUNT);
	for (cell = 0; cell < GIR_CELL_COUNT; cell++)
		check_cell(r, report, cell);

	/* all that is known is listed, by what is stored alone */
	r->last_listed = -1;
	gir_forms_of_figures(&report->figures, &forms);
	gir_list_cells(&forms, list, r);
	for (cell = 0; cell < GIR_CELL_COUNT; cell++)
		CHECK(r->listed[cell] || !report->figures.known[cell]);
	memset(r->listed, 0, sizeof(r->listed));
	r->last_listed = -1;
	gir_forms_of_report(report, &forms);
	gir_list_cells(&forms, list, r);

	r->figures = &report->figures;
	CHECK(gir_check(&report->figures, find, r));
	CHECK(gir_valid(&report->figures) == (r->failures == 0));
}

/* The same for a text's own bytes, which can be any. */
static void
put_any(void *context, const char *bytes, size_t len)
{
	run		   *r = context;
	volatile char byte;
	size_t		i;

	for (i = 0; i < len; i++)
		byte = bytes[i];
	(void) byte;
	r->written += len;
}

/* Check the text of a document, its encoding and its sections. */
static void
check_document(run *r)
{
	gir_section_place sections[GIR_SECTION_NUMBERS];
	gir_writer	writer = {put_any, r};
	uint32_t	end = 0;
	int			i;

	CHECK(gir_find_encoding(r->text, r->len) <= GIR_ENCODING_UTF16BE);
	r->written = 0;
	gir_write_plain(r->text, r->len, NULL, NULL, &writer);
	/* entities and stand-ins grow, but not by much */
	CHECK(r->written <= 4 * r->len + 16);
	gir_find_sections(r->text, r->len, NULL, sections);
	for (i = 0; i < GIR_SECTION_NUMBERS; i++)
	{
		if (!sections[i].found)
			continue;
		CHECK(sections[i].heading.start >= end && sections[i].heading.end >= sections[i].heading.start);
		CHECK(sections[i].content.end >= sections[i].content.start);
		CHECK(sections[i].content.end <= r->len && sections[i].heading.end <= r->len);
		CHECK(sections[i].line >= 1 && sections[i].line <= r->lines);
		end = sections[i].heading.end;
		gir_write_plain(r->text, r->len, &sections[i].content, NULL, &writer);
	}
}

/* The claims of the prose; of more than these only the first are compared. */
#define MAX_CLAIMS 256

typedef struct prose
{
	run		   *r;
	uint32_t	line;			/* of the last claim */
	int			nclaims;
	gir_claim	claims[MAX_CLAIMS];
} prose;

/* Check a claim. */
static void
claim(void *context, const gir_claim *c)
{
	prose	   *p = context;
	run		   *r = p->r;

	CHECK(gir_claim_code(c->subject) != NULL);
	CHECK(c->value >= 0 && (c->value == 0 || c->basis == GIR_CLAIM_BY_NUMBER));
	CHECK(c->section >= 0 && c->section <= 6);
	CHECK(c->line > 0 && c->line >= p->line);
	check_span(r, c->raw_span, c->line);
	check_span(r, c->sentence_span, c->line);
	CHECK(c->raw_len > 0 && c->raw_len <= c->sentence_len);
	put_any(r, c->raw, c->raw_len);
	put_any(r, c->sentence, c->sentence_len);
	p->line = c->line;
	if (p->nclaims < MAX_CLAIMS)
	{
		p->claims[p->nclaims] = *c;
		p->claims[p->nclaims].sentence = r->text + c->sentence_span.start;
		p->claims[p->nclaims].sentence_len = c->sentence_span.end - c->sentence_span.start;
		p->nclaims++;
	}
}

/* Check a finding about the prose, and write it. */
static void
find_prose(void *context, const gir_prose_finding *finding)
{
	prose	   *p = context;
	gir_writer	writer = {put, p->r};
	size_t		written = p->r->written;

	CHECK(gir_find_rule(finding->rule) != NULL);
	CHECK(finding->nclaims > 0 && finding->nclaims <= p->nclaims);
	CHECK(finding->verdict == GIR_NOT_ASSESSABLE || (finding->left_known && finding->right_known));
	gir_prose_expression(finding, &writer);
	CHECK(p->r->written > written);
	written = p->r->written;
	gir_prose_message(finding, &writer);
	CHECK(p->r->written > written);
}

/* Check the prose of a report. */
static void
check_prose(run *r, const gir_report *report)
{
	static prose p;
	static const gir_claim *group[MAX_CLAIMS];

	memset(&p, 0, offsetof(prose, claims));
	p.r = r;
	gir_find_claims(r->text, r->len, report, claim, NULL, &p);
	gir_check_prose(&report->figures, report->year, p.claims, p.nclaims, group, find_prose, &p);
}

/* ---- rendering ---- */

#define DOCUMENT_SIZE ((size_t) 1 << 22)

/* A rendered report. */
typedef struct rendering
{
	size_t		len;
	char		text[DOCUMENT_SIZE];
} rendering;

/* Add to a document. */
static void
put_document(void *context, const char *bytes, size_t len)
{
	rendering  *document = context;

	CHECK(len <= sizeof(document->text) - document->len);
	memcpy(document->text + document->len, bytes, len);
	document->len += len;
}

/* True if an amount has more decimals than are read. */
static bool
has_long_amount(const gir_figures *figures)
{
	int			cell;

	for (cell = 0; cell < GIR_CELL_COUNT; cell++)
	{
		if (figures->scale[cell] > 17)
			return true;
	}
	return false;
}

/* Render a report in one of the formats, and read the same tables. */
static void
check_rendering(const gir_report *report, gir_format format)
{
	static gir_render_memory memory;
	static rendering document;
	static gir_report back;
	const gir_figures *a = &report->figures;
	const gir_figures *b = &back.figures;
	gir_render_source source = {.subject = {.figures = a, .year = report->year}};
	gir_writer	writer = {put_document, &document};
	gir_diagnostic error;
	int			i;

	source.subject.title = report->title;
	source.subject.title_len = report->title_len;
	source.subject.agency = report->agency;
	source.subject.agency_len = report->agency_len;
	document.len = 0;
	gir_render(&source, format, &memory, &writer);
	CHECK(gir_parse(document.text, document.len, NULL, &back, &error));
	if (has_long_amount(a))
		return;
	CHECK(memcmp(a->section_present, b->section_present, sizeof(a->section_present)) == 0);
	for (i = 0; i < GIR_ROW_RECONSIDERATION; i++)
		CHECK(a->row_present[i] == b->row_present[i]);
	for (i = 0; i < GIR_CELL_COUNT; i++)
	{
		CHECK(a->known[i] == b->known[i]);
		CHECK(a->value[i] == b->value[i] || gir_cell_is_amount(i));
	}
}

/*
 * Parse a text and check what comes out.  For some texts, as most of the time
 * goes there, everything is put into words, and the text parsed again to see
 * that listening makes no difference.
 */
int
LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
	static gir_report report;
	static gir_report again;
	run			r = {.text = (const char *) data, .len = size, .lines = 1};
	gir_callbacks callbacks = {diagnose, NULL, &r};
	gir_diagnostic error;
	bool		accepted;
	size_t		i;

	r.thorough = size % 16 == 0;
	for (i = 0; i < size; i++)
		r.lines += data[i] == '\n';
	accepted = gir_parse(r.text, r.len, &callbacks, &report, &error);
	if (r.thorough)
	{
		CHECK(gir_parse(r.text, r.len, NULL, &again, &error) == accepted);
		CHECK(memcmp(&report.figures, &again.figures, sizeof(report.figures)) == 0);
	}
	if (r.thorough)
		check_document(&r);
	check_prose(&r, &report);
	if (accepted)
	{
		check_report(&r, &report);
		if (r.thorough)
			check_rendering(&report, (gir_format) (size / 16 % GIR_FORMAT_COUNT));
	}
	else
	{
		CHECK(error.code == GIR_DIAG_NOT_A_REPORT || error.code == GIR_DIAG_OTHER_KIND);
		diagnose(&r, &error);
	}
	return 0;
}
