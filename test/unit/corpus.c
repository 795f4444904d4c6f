/*
 * corpus.c
 *		Reading the corpus's expectations; test/corpus/README.md describes them.
 */
#include "corpus.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

/* What the expectations say about the form of each row, before cells are filled in. */
typedef struct row_forms
{
	char		form[GIR_ROW_COUNT][8]; /* "2021", "2019", "unknown" or empty */
} row_forms;

/* The document with a name, added if there is none yet. */
static corpus_document *
find_document(corpus_document *documents, int *ndocuments, const char *name)
{
	corpus_document *document;
	char		path[128];
	int			i;

	for (i = 0; i < *ndocuments; i++)
	{
		if (strcmp(documents[i].name, name) == 0)
			return &documents[i];
	}
	assert_true(*ndocuments < CORPUS_DOCUMENTS && strlen(name) < sizeof(document->name));
	document = &documents[(*ndocuments)++];
	memset(document, 0, sizeof(*document));
	strcpy(document->name, name);
	snprintf(path, sizeof(path), UNIT_CORPUS "%s.txt", name);
	document->text = unit_read_file(path, &document->len);
	return document;
}

/* Take what is said about title, agency and year. */
static void
take_heading(corpus_document *document, const char *what, const char *text)
{
	assert_true(strlen(text) < CORPUS_TITLE_SIZE);
	if (strcmp(what, "title") == 0)
		strcpy(document->title, text);
	else if (strcmp(what, "agency") == 0)
		strcpy(document->agency, text);
	else if (strcmp(what, "year") == 0)
		document->year = atoi(text);
	else
		fail_msg("expectation about \"%s\"", what);
}

/* Take what is said about the form of a section or of one of its rows. */
static void
take_form(row_forms *forms, int section, const char *row_code, const char *form)
{
	const gir_section_info *info = &gir_sections[section - GIR_FIRST_SECTION];
	int			row;

	assert_true(strlen(form) < sizeof(forms->form[0]));
	for (row = info->first_row; row <= (int) info->last_row; row++)
	{
		if (*row_code == '\0' || strcmp(row_code, gir_rows[row].code) == 0)
			strcpy(forms->form[row], form);
	}
}

/* Make every cell of the document's forms a zero. */
static void
fill_forms(corpus_document *document, const row_forms *forms)
{
	size_t		len;
	char	   *table = unit_read_file(UNIT_CORPUS "form_codes.tsv", &len);
	char	   *p = table;
	char	   *f[6];

	assert_int_equal(unit_next_fields(&p, f, 6), 6);
	while (unit_next_fields(&p, f, 6) == 6)
	{
		gir_row_id	row = unit_row(atoi(f[0]), f[1]);

		if (strcmp(f[3], "both") == 0 || strcmp(forms->form[row], f[3]) == 0 ||
			strcmp(forms->form[row], "unknown") == 0)
			document->state[unit_cell(row, unit_column(f[2]))] = GIR_STATE_NUMBER;
	}
	free(table);
}

/* Set the cell to a state, or to a decimal number. */
static void
set_cell(corpus_document *document, int cell, const char *expected)
{
	static const gir_state states[] = {
		GIR_STATE_BLANK, GIR_STATE_NOT_APPLICABLE, GIR_STATE_TEXT, GIR_STATE_MISSING
	};
	const char *p = expected;
	int			i;

	document->text_or_missing[cell] = strcmp(expected, "text/missing") == 0;
	if (document->text_or_missing[cell])
		expected = "text";
	for (i = 0; i < UNIT_COUNT(states); i++)
	{
		if (strcmp(expected, gir_state_name(states[i])) == 0)
		{
			document->state[cell] = states[i];
			return;
		}
	}
	document->state[cell] = GIR_STATE_NUMBER;
	document->value[cell] = 0;
	document->scale[cell] = 0;
	for (p += *p == '-'; *p != '\0'; p++)
	{
		if (*p == '.')
		{
			document->scale[cell] = (int) strlen(p + 1);
			continue;
		}
		assert_in_range(*p, '0', '9');
		document->value[cell] = document->value[cell] * 10 + (*p - '0');
	}
	if (*expected == '-')
		document->value[cell] = -document->value[cell];
}

/* Take what is said about a cell, or about all cells of a row or section. */
static void
take_cells(corpus_document *document, int section, const char *row_code,
		   const char *column_code, const char *expected)
{
	const gir_section_info *info = &gir_sections[section - GIR_FIRST_SECTION];
	int			row,
				slot;

	for (row = info->first_row; row <= (int) info->last_row; row++)
	{
		if (strcmp(row_code, "*") != 0 && strcmp(row_code, gir_rows[row].code) != 0)
			continue;
		for (slot = 0; slot < gir_kinds[gir_rows[row].kind].ncolumns; slot++)
		{
			int			cell = GIR_CELL(row, slot);

			/* a star stands for the cells of the form */
			if (strcmp(column_code, "*") == 0 ? document->state[cell] != GIR_STATE_MISSING :
				strcmp(column_code, gir_column_codes[gir_cell_column(cell)]) == 0)
				set_cell(document, cell, expected);
		}
	}
}

/* All documents with expectations. */
int
corpus_load(corpus_document documents[CORPUS_DOCUMENTS])
{
	static row_forms forms[CORPUS_DOCUMENTS];
	int			ndocuments = 0;
	int			pass;
	int			i;

	/* headings and forms first; then cells, the vaguest expectations first */
	memset(forms, 0, sizeof(forms));
	for (pass = 0; pass < 4; pass++)
	{
		size_t		len;
		char	   *table = unit_read_file(UNIT_CORPUS "expected.tsv", &len);
		char	   *p = table;
		char	   *f[5];

		assert_int_equal(unit_next_fields(&p, f, 5), 5);
		while (unit_next_fields(&p, f, 5) == 5)
		{
			corpus_document *document = find_document(documents, &ndocuments, f[0]);
			int			section = atoi(f[1]);
			bool		form = strncmp(f[2], "form", 4) == 0 && (f[2][4] == '\0' || f[2][4] == ':');
			int			stars = (*f[2] == '*') + (*f[3] == '*');

			if (pass == 0 && *f[1] == '-')
				take_heading(document, f[2], f[4]);
			else if (pass == 0 && form)
				take_form(&forms[document - documents], section, f[2][4] == ':' ? f[2] + 5 : "", f[4]);
			else if (*f[1] != '-' && !form && stars == 3 - pass)
				take_cells(document, section, f[2], f[3], f[4]);
		}
		free(table);
		for (i = 0; i < ndocuments && pass == 0; i++)
			fill_forms(&documents[i], &forms[i]);
	}
	return ndocuments;
}

void
corpus_free(corpus_document *documents, int ndocuments)
{
	while (ndocuments-- > 0)
		free(documents[ndocuments].text);
}
