/*
 * test_laid.c
 *		Text laid out with spaces: hostile ones, and lines at the edges of pages.
 */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>

#include "unit.h"

#include "core/chars.h"
#include "core/label.h"
#include "core/laid.h"
#include "core/reader.h"

#define DOCUMENT UNIT_CORPUS "y_pdf_browser_wide.txt"

#define SECTION_2 "第二十条第（一）项\n"
#define SECTION_3 "三、收到和处理政府信息公开申请情况\n"
#define SECTION_4 "四、政府信息公开行政复议、行政诉讼情况\n"
#define EIGHT(s) s s s s s s s s

/* The processor time for a text that repeats a piece behind a head, in milliseconds. */
static double
milliseconds(const char *head, size_t head_len, const char *piece, size_t size)
{
	gir_report *report = calloc(1, sizeof(*report));
	gir_diagnostic error;
	char	   *text = malloc(head_len + size);
	size_t		len = strlen(piece);
	size_t		i;
	clock_t		start;

	assert_non_null(report);
	assert_non_null(text);
	memcpy(text, head, head_len);
	for (i = 0; i < size; i++)
		text[head_len + i] = piece[i % len];
	start = clock();
	gir_parse(text, head_len + size, NULL, report, &error);
	start = clock() - start;
	free(text);
	free(report);
	return (double) start * 1000 / CLOCKS_PER_SEC;
}

/* Four times the text takes about four times as long, whatever it is. */
static void
test_linear_time(void **state)
{
	static const char *const pieces[] = {
		" ", "                \n", "1 2 3 4 5 6 7\n", "信 1\n", "\f", "\f\n", "a\f", "7", "7 ",
		"信息公开 1 2 ", "信息公开   ", "- 1 -\n\f", "信息公开年度报告 1\n\f",
		"予\n以\n公\n开\n部\n分\n不\n属\n于\n国\n家\n秘\n密\n",
		"予\n以\n公\n开   1 2 3 4 5 6 7\n部\n分\n公\n开   1 2 3 4 5 6 7\n",
		SECTION_2 "信 1\n",
		SECTION_2 "信息内容 本年制发件数 本年废止件数 现行有效件数\n规章 1 2 3\n",
		SECTION_3 "信 1\n",
		SECTION_3 EIGHT(EIGHT("自然人商业企业科研机构社会公益组织\n")) "1 2 3 4 5 6 7\n",
		SECTION_4 EIGHT(EIGHT("维持纠正其他结果尚未审结总计维持纠正\n"))
		"1 2 3 4 5 6 7 8 9 10 11 12 13 14 15\n",
	};
	size_t		len;
	char	   *document = unit_read_file(DOCUMENT, &len);
	double		longest = 0;
	int			i;
	int			behind;

	(void) state;
	for (i = 0; i < UNIT_COUNT(pieces); i++)
	{
		for (behind = 0; behind < 2; behind++)
		{
			double		part = milliseconds(document, behind ? len : 0, pieces[i], 1 << 15);
			double		whole = milliseconds(document, behind ? len : 0, pieces[i], 1 << 17);

			if (whole > 10 * part + 100)
				fail_msg("\"%.60s\": %.0f ms for a quarter, %.0f ms for the whole", pieces[i],
						 part, whole);
			if (whole > longest)
				longest = whole;
		}
	}
	free(document);
	print_message("longest time for 128 kB: %.0f ms\n", longest);
}

/* The texts of the forms are compared as they are: folding changes none of their ideographs. */
static void
test_labels_are_folded(void **state)
{
	int			form,
				b,
				i;

	(void) state;
	for (i = 0; i < gir_label_count; i++)
	{
		const char *p = gir_labels[i].key;

		while (p < gir_labels[i].key + gir_labels[i].key_len)
		{
			uint32_t	c = gir_next_char(&p, gir_labels[i].key + gir_labels[i].key_len);

			assert_int_equal(gir_laid_fold(c), gir_laid_ideograph(c));
		}
	}
	for (form = 0; form < GIR_FORM_COUNT; form++)
	{
		for (b = 0; b < gir_forms[form]->nblocks; b++)
		{
			const gir_form_block *block = gir_forms[form]->blocks[b];

			for (i = 0; i < block->ncolumns; i++)
			{
				const char *p = block->columns[i].label;
				const char *end = p + strlen(p);

				while (p < end)
				{
					uint32_t	c = gir_next_char(&p, end);

					assert_int_equal(gir_laid_fold(c), gir_laid_ideograph(c));
				}
			}
		}
	}
}

/* The lines that are left of a text, with bars between them. */
static void
read_lines(const char *text, char *out, size_t size)
{
	gir_laid_reader reader;
	gir_cell_row row;
	size_t		n = 0;

	out[0] = '\0';
	gir_laid_reader_init(&reader, text, strlen(text));
	while (gir_next_laid_row(&reader, &row))
	{
		if (row.ncells == 0)
			continue;
		n += (size_t) snprintf(out + n, size - n, "%s%.*s", n > 0 ? "|" : "",
							   (int) (row.cells[0].end - row.cells[0].start), row.cells[0].start);
		assert_true(n < size);
	}
}

/* Numbers of pages and running heads are left out; rows of a table that look like them are not. */
static void
test_edges_of_pages(void **state)
{
	static const struct
	{
		const char *text;
		const char *lines;
	}			cases[] = {
		/* numbers of pages */
		{"甲乙\n— 1 —\n丙丁\n", "甲乙|丙丁"},
		{"甲乙\n-- 1 --\n丙丁\n", "甲乙|丙丁"},
		{"甲乙\n\n   —   1   —\n\f丙丁\n", "甲乙|丙丁"},
		{"甲乙\n\n   12\n\f丙丁\n", "甲乙|丙丁"},
		{"甲乙\n第 1 页 共 5 页\n丙丁\n", "甲乙|丙丁"},
		/* heads and feet of pages */
		{"甲乙\n\fhttps://example.org/report\n丙丁\n", "甲乙|丙丁"},
		{"某某局文件 1\n甲乙\n\f某某局文件 2\n丙丁\n", "某某局文件 1|甲乙|丙丁"},
		/* one number among blank cells */
		{"甲乙\n—    —    0    —    —    —    —\n丙丁\n", "甲乙|—    —    0    —    —    —    —|丙丁"},
		{"甲乙\n— — 0 — — — —\n丙丁\n", "甲乙|— — 0 — — — —|丙丁"},
		{"甲乙\n－      498      －\n丙丁\n", "甲乙|－      498      －|丙丁"},
		{"甲乙\n\f—  —  0  —  —  —  —\n丙丁\n", "甲乙|—  —  0  —  —  —  —|丙丁"},
		/* blank cells of letters, and the same values at the top of two pages */
		{"甲乙\n\fN/A   N/A   N/A   N/A\n丙丁\n", "甲乙|N/A   N/A   N/A   N/A|丙丁"},
		{"— — — — 3 3 —\n甲乙\n\f— — — — 4 4 —\n丙丁\n",
		"— — — — 3 3 —|甲乙|— — — — 4 4 —|丙丁"},
	};
	char		out[512];
	int			i;

	(void) state;
	for (i = 0; i < UNIT_COUNT(cases); i++)
	{
		read_lines(cases[i].text, out, sizeof(out));
		if (strcmp(out, cases[i].lines) != 0)
			fail_msg("case %d: \"%s\" instead of \"%s\"", i, out, cases[i].lines);
	}
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_linear_time),
		cmocka_unit_test(test_labels_are_folded),
		cmocka_unit_test(test_edges_of_pages),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
