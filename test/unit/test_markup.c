/*
 * test_markup.c
 *		Reports with markup: what is read of them, cut anywhere; and any markup.
 */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "unit.h"

#include "rows.h"

#define PAGE "<!DOCTYPE html>"
#define W "<w:document xmlns:w=\"http://schemas.openxmlformats.org/wordprocessingml/2006/main\">"

/* The report is that of the plain text, even if every character has a tag. */
static void
test_loose(void **state)
{
	static unit_parsed plain;
	static unit_parsed marked;
	static char text[1 << 20];
	size_t		len;
	char	   *body = unit_read_file(UNIT_CORPUS "y_2021_tab_plain.txt", &len);
	size_t		n = (size_t) sprintf(text, PAGE "<body><div>");
	size_t		i;

	(void) state;
	for (i = 0; i < len; i++)
	{
		bool		begins = ((unsigned char) body[i] & 0xC0) != 0x80;

		if (body[i] == '\t' || body[i] == '\n')
			n += (size_t) sprintf(text + n, "</div><div>");
		else
			n += (size_t) sprintf(text + n, "%s%c", begins ? "<i></i>" : "", body[i]);
	}
	unit_parse(body, len, &plain);
	unit_parse(text, n, &marked);
	free(body);
	assert_true(plain.accepted && marked.accepted);
	assert_memory_equal(&plain.report.figures, &marked.report.figures, sizeof(gir_figures));
	assert_int_equal(plain.report.year, marked.report.year);
	assert_int_equal(plain.report.title_len, marked.report.title_len);
}

/* Wherever a page is cut, no number is wrong. */
static void
test_every_cut(void **state)
{
	static unit_parsed whole;
	static unit_parsed cut;
	static char text[1 << 18];
	size_t		len;
	char	   *body = unit_read_file(UNIT_CORPUS "y_2021_city.txt", &len);
	size_t		n = (size_t) sprintf(text, PAGE "<p>");
	bool		in_table = false;
	char	   *line;

	(void) state;
	unit_parse(body, len, &whole);
	assert_true(whole.accepted);
	body[len - 1] = '\0';
	for (line = strtok(body, "\r\n"); line != NULL; line = strtok(NULL, "\r\n"))
	{
		bool		row = strchr(line, '\t') != NULL;
		const char *p;

		if (row != in_table)
			n += (size_t) sprintf(text + n, row ? "<table>" : "</table>");
		in_table = row;
		n += (size_t) sprintf(text + n, row ? "<tr><td>" : "<p>");
		for (p = line; *p != '\0'; p++)
		{
			if (*p == '\t')
				n += (size_t) sprintf(text + n, n % 2 ? "</td><td>" : "<td>");
			else if (*p >= '0' && *p <= '9' && n % 3 == 0)
				n += (size_t) sprintf(text + n, n % 2 ? "&#%d;" : "<i>%c</i>", *p);
			else
				text[n++] = *p;
		}
	}
	free(body);
	for (; n > 0; n--)
	{
		int			cell;

		unit_parse(text, n - 1, &cut);
		for (cell = 0; cell < GIR_CELL_COUNT && cut.accepted; cell++)
		{
			if (cut.report.figures.known[cell] &&
				(!whole.report.figures.known[cell] ||
				 cut.report.figures.value[cell] != whole.report.figures.value[cell] ||
				 cut.report.figures.scale[cell] != whole.report.figures.scale[cell]))
				fail_msg("cut at %d: cell %d is %lld: %.*s", (int) n, cell,
						 (long long) cut.report.figures.value[cell], (int) (n < 60 ? n : 60),
						 text + (n > 60 ? n - 61 : 0));
		}
	}
}

/* Whatever the markup, cells lie in the text, in order, and all ends. */
static void
test_any(void **state)
{
	static const char *const pieces[] = {
		"<table>", "</table>", "<tr>", "</tr>", "<td>", "</td>", "<th>", "</th>", "<tbody>", "</thead>", "<caption>", "<col>",
		"<p>", "</p>", "<div>", "<br>", "<span hidden>", "</span>", "<s>", "</s>", "<sup>", "<img>", "<select>", "</select>",
		"<template>", "</template>", "<script>", "</script>", "<!--", "-->", "<title>", "</title>", "<pre>", "</pre>", "a", "1",
		" ", "\n", "&nbsp;", "&amp", "&#49;", "<", ">", "\"", "'", "=", "/", "<p style='display:none'>", "<td hidden>",
		"<w:tbl>", "</w:tbl>", "<w:tr>", "<w:tc>", "</w:tc>", "<w:p>", "<w:t>", "</w:t>", "<w:txbxContent>", "</w:txbxContent>",
		"<w:del>", "</w:del>", "<w:trPr>", "<mc:Choice>", "</mc:Choice>", "<w:r>", "\xE8\xA7\x84\xE7\xAB\xA0", "\xFF", "<td a='",
	};
	static char text[8192];
	static char out[ROWS_SIZE];
	uint32_t	seed = 1;
	int			i;

	(void) state;
	for (i = 0; i < 20000; i++)
	{
		size_t		n = (size_t) sprintf(text, "%s", i % 3 == 0 ? W : i % 3 == 1 ? PAGE : "<table><td>");
		int			length = 1 + i % 60;

		while (length-- > 0)
		{
			seed = seed * 1664525u + 1013904223u;
			n += (size_t) sprintf(text + n, "%s", pieces[(seed >> 8) % UNIT_COUNT(pieces)]);
		}
		rows_describe(text, n, out);
	}
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_loose),
		cmocka_unit_test(test_every_cut),
		cmocka_unit_test(test_any),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
