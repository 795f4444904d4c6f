/*
 * test_reader.c
 *		The reader of plain text: from lines to rows of cells.
 *
 * What a reader should give is written as a string: for each row T (tabs), W (a
 * line for each cell) or L (a line), and its cells as line:text, for example
 * "T[1:a|1:b] L[3:c]".  "!" marks a row that the text's end cuts, "+" one with
 * more cells than fit.
 */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "unit.h"

#include "core/reader.h"

#define OUT_SIZE 8192

typedef struct reader_case
{
	const char *text;
	const char *rows;
} reader_case;

/* Write all rows of a text, and check that cells lie where they should. */
static void
describe(const char *text, size_t len, char out[OUT_SIZE])
{
	gir_reader	reader;
	gir_cell_row row;
	size_t		n = 0;

	out[0] = '\0';
	gir_reader_init(&reader, text, len);
	while (gir_next_row(&reader, &row))
	{
		int			i;

		assert_in_range(row.ncells, 1, GIR_ROW_CELLS);
		n += (size_t) sprintf(out + n, "%s%c%s%s[", n > 0 ? " " : "",
							  row.layout == GIR_LAYOUT_TABS ? 'T' :
							  row.layout == GIR_LAYOUT_WORD ? 'W' : 'L',
							  row.overflow ? "+" : "", row.cut ? "!" : "");
		for (i = 0; i < row.ncells; i++)
		{
			const gir_cell *cell = &row.cells[i];

			assert_true(cell->source_start >= text && cell->source_start <= cell->source_end &&
						cell->source_end <= text + len);
			assert_int_equal(cell->source_end - cell->source_start, cell->end - cell->start);
			assert_true(n + 64 + (size_t) (cell->end - cell->start) < OUT_SIZE);
			n += (size_t) sprintf(out + n, "%s%u:%.*s", i > 0 ? "|" : "", (unsigned) cell->line,
								  (int) (cell->end - cell->start), cell->start);
		}
		n += (size_t) sprintf(out + n, "]");
	}
}

/* Read each text of a table, from memory that ends where it ends. */
static void
check_rows(const reader_case *cases, int ncases)
{
	int			i;

	for (i = 0; i < ncases; i++)
	{
		size_t		len = strlen(cases[i].text);
		char	   *copy = malloc(len > 0 ? len : 1);
		char		out[OUT_SIZE];

		assert_non_null(copy);
		memcpy(copy, cases[i].text, len);
		describe(copy, len, out);
		free(copy);
		if (strcmp(out, cases[i].rows) != 0)
			fail_msg("case %d: %s", i, out);
	}
}

static void
test_lines(void **state)
{
	static const reader_case cases[] = {
		{"", ""},
		{"\n\n \n\xE3\x80\x80\n", ""},
		{"甲\n", "L[1:甲]"},
		{"甲", "L![1:甲]"},
		{"甲\n乙\n", "L[1:甲] L[2:乙]"},
		{"\n\n 甲 \n\n", "L[3:甲]"},
		{"\xE3\x80\x80\xE3\x80\x80甲。\n", "L[1:甲。]"},
		{"甲\r\n\r\n乙\r\n", "L[1:甲] L[3:乙]"},
		{"\xEF\xBB\xBF甲\n", "L[1:甲]"},
		{"\xEF\xBB\xBF", ""},
		{"\xEF\xBB", "L![1:\xEF\xBB]"},
		{"12 件\n", "L[1:12 件]"},
	};

	(void) state;
	check_rows(cases, UNIT_COUNT(cases));
}

static void
test_tab_rows(void **state)
{
	static const reader_case cases[] = {
		{"甲\t1\t2\n", "T[1:甲|1:1|1:2]"},
		{"甲\t1\t2\r\n", "T[1:甲|1:1|1:2]"},
		{"甲\t\t\t1\t\n", "T[1:甲|1:|1:|1:1|1:]"},
		{"\t\t甲\t1\n", "T[1:|1:|1:甲|1:1]"},
		{"\t甲\t1\n", "T[1:|1:甲|1:1]"},
		{"甲\t\n", "T[1:甲|1:]"},
		{" 甲 \t\xC2\xA0" "1 \t 2\xE3\x80\x80\n", "T[1:甲|1:1|1:2]"},
		{"甲\t1\n乙\t2\n\n丙\t3\n", "T[1:甲|1:1] T[2:乙|2:2] T[4:丙|4:3]"},
		{"\t\t\t\n", "T[1:|1:|1:|1:]"},
		{"\xEF\xBB\xBF甲\t1\n", "T[1:甲|1:1]"},
		{"甲 1 2\n", "L[1:甲 1 2]"},
	};

	(void) state;
	check_rows(cases, UNIT_COUNT(cases));
}

/* A line for each cell, and a blank line behind the row. */
static void
test_word_rows(void **state)
{
	static const reader_case cases[] = {
		{"\t甲\n\t1\n\t2\n\n\t乙\n\t3\n", "W[1:甲|2:1|3:2] W[5:乙|6:3]"},
		{"\t甲\r\n\t1\r\n\r\n\t乙\r\n", "W[1:甲|2:1] W[4:乙]"},
		{"\t甲\n\t1\n \n\t乙\n", "W[1:甲|2:1] W[4:乙]"},
		{"\t甲\n\t1\n\n\n\n\t乙\n", "W[1:甲|2:1] W[6:乙]"},
		/* continued merged cells are lines with a tab alone */
		{"\t\n\t甲\n\t1\n", "W[1:|2:甲|3:1]"},
		{"\t\n\t\n\t甲\n\t\n\t1\n", "W[1:|2:|3:甲|4:|5:1]"},
		{"\t \n\t甲\n", "W[1:|2:甲]"},
		{"\t\xC2\xA0" "1\xC2\xA0\n\t 2 \n", "W[1:1|2:2]"},
		/* a row of another layout ends it */
		{"\t甲\n\t1\n乙\t2\n", "W[1:甲|2:1] T[3:乙|3:2]"},
		{"甲\t1\n\t乙\n\t2\n", "T[1:甲|1:1] W[2:乙|3:2]"},
		{"\t甲\n\t\t1\n", "W[1:甲] T[2:|2:|2:1]"},
	};

	(void) state;
	check_rows(cases, UNIT_COUNT(cases));
}

/* Cells with lines of their own, and blank ones between them. */
static void
test_continued_cells(void **state)
{
	static const reader_case cases[] = {
		{"\t商业\n企业\n\t科研\n机构\n", "W[1:商业\n企业|3:科研\n机构]"},
		{"\t商业\r\n企业\r\n\t科研\r\n", "W[1:商业\r\n企业|3:科研]"},
		{"\t结果\n\n纠正\n\t其他\n\n结果\n\n", "W[1:结果\n\n纠正|4:其他\n\n结果]"},
		{"\t（三）\n不予公开\n\t1.属于\n国家\n秘密\n\t0\n", "W[1:（三）\n不予公开|3:1.属于\n国家\n秘密|6:0]"},
		{"\t商业 \n 企业 \n\t1\n", "W[1:商业 \n 企业|3:1]"},
		/* two blank lines end the row */
		{"\t结果\n\n\n纠正\n", "W[1:结果] L[4:纠正]"},
		/* a heading of the report is no part of a cell */
		{"\t文字\n五、存在的主要问题及改进情况\n", "W[1:文字] L[2:五、存在的主要问题及改进情况]"},
		{"\t文字\n\n四、政府信息公开行政复议、行政诉讼情况\n", "W[1:文字] L[3:四、政府信息公开行政复议、行政诉讼情况]"},
		/* nor is prose behind a value */
		{"\t甲\n\t1\n本年度没有。\n", "W[1:甲|2:1] L[3:本年度没有。]"},
		{"\t甲\n\t1\n\n本年度没有。\n", "W[1:甲|2:1] L[4:本年度没有。]"},
		{"\t甲\n\t\n本年度没有。\n", "W[1:甲|2:] L[3:本年度没有。]"},
		{"\t甲\n\t/\n本年度没有。\n", "W[1:甲|2:/] L[3:本年度没有。]"},
		/* but digits or a unit behind a value change it */
		{"\t甲\n\t1\n2\n\t3\n", "W[1:甲|2:1\n2|4:3]"},
		{"\t甲\n\t48600\n元\n", "W[1:甲|2:48600\n元]"},
		{"\t甲\n\t48600\n\n元\n", "W[1:甲|2:48600\n\n元]"},
		{"\t甲\n\t1\n-\n", "W[1:甲|2:1\n-]"},
	};

	(void) state;
	check_rows(cases, UNIT_COUNT(cases));
}

/* A long line of prose does not become part of a cell. */
static void
test_long_continuation(void **state)
{
	char		text[2048] = "\t文字\n";
	char		out[OUT_SIZE];
	int			i;

	(void) state;
	for (i = 0; i < 100; i++)
		strcat(text, "长文");
	strcat(text, "\n");
	describe(text, strlen(text), out);
	assert_int_equal(strncmp(out, "W[1:文字] L[2:长文", strlen("W[1:文字] L[2:长文")), 0);
}

/* The end of the text: within a cell, or behind it. */
static void
test_end_of_text(void **state)
{
	static const reader_case cases[] = {
		{"甲\t1", "T![1:甲|1:1]"},
		{"甲\t1\n", "T[1:甲|1:1]"},
		{"甲\t1 ", "T![1:甲|1:1]"},	/* a unit may have followed */
		{"甲\t1\t", "T![1:甲|1:1|1:]"},
		{"甲\t", "T![1:甲|1:]"},
		{"\t甲\n\t1", "W![1:甲|2:1]"},
		{"\t甲\n\t1\n", "W[1:甲|2:1]"},
		{"\t甲\n\t", "W![1:甲|2:]"},
		{"\t商业\n企", "W![1:商业\n企]"},
		{"\t甲\n\t1\n\n", "W[1:甲|2:1]"},
		{"\t", "W![1:]"},
	};

	(void) state;
	check_rows(cases, UNIT_COUNT(cases));
}

/*
 * A row holds 64 cells.  Of a wider one the further cells are dropped, or come in
 * rows that say that they continue it.
 */
static void
test_many_cells(void **state)
{
	int			word;
	int			ncells;

	(void) state;
	for (word = 0; word < 2; word++)
	{
		for (ncells = GIR_ROW_CELLS - 1; ncells <= GIR_ROW_CELLS + 2; ncells++)
		{
			char		text[1024] = "";
			gir_reader	reader;
			gir_cell_row row;
			int			i;

			for (i = 0; i < ncells; i++)
				sprintf(text + strlen(text), "%s%d", word ? "\n\t" : i > 0 ? "\t" : "", i);
			strcat(text, "\n甲。\n");
			gir_reader_init(&reader, text, strlen(text));
			assert_true(gir_next_row(&reader, &row));
			assert_int_equal(row.layout, word ? GIR_LAYOUT_WORD : GIR_LAYOUT_TABS);
			assert_int_equal(row.overflow, ncells > GIR_ROW_CELLS);
			assert_int_equal(row.ncells, ncells > GIR_ROW_CELLS ? GIR_ROW_CELLS : ncells);
			assert_int_equal(row.cells[row.ncells - 1].line, word ? row.ncells + 1 : 1);
			assert_false(row.cut);
			assert_false(row.continues);

			assert_true(gir_next_row(&reader, &row));
			while (row.continues)
				assert_true(gir_next_row(&reader, &row));
			assert_int_equal(row.layout, GIR_LAYOUT_LINE);
			assert_int_equal(row.cells[0].line, word ? ncells + 2 : 2);
			assert_false(gir_next_row(&reader, &row));
		}
	}
}

/* Cells point into the text itself. */
static void
test_spans(void **state)
{
	static const char text[] = "规章\t 12 \t\n\t甲\n\n乙\n";
	gir_reader	reader;
	gir_cell_row row;

	(void) state;
	gir_reader_init(&reader, text, sizeof(text) - 1);
	assert_true(gir_next_row(&reader, &row));
	assert_int_equal(row.ncells, 3);
	assert_int_equal(row.cells[0].source_start - text, 0);
	assert_int_equal(row.cells[0].source_end - text, 6);
	assert_int_equal(row.cells[1].source_start - text, 8);
	assert_int_equal(row.cells[1].source_end - text, 10);
	assert_ptr_equal(row.cells[2].source_start, row.cells[2].source_end);
	assert_true(gir_next_row(&reader, &row));
	assert_int_equal(row.ncells, 1);
	assert_int_equal(row.cells[0].source_start - text, 14);
	assert_int_equal(row.cells[0].source_end - text, 22);	/* both of its lines */
	assert_false(gir_next_row(&reader, &row));
}

int
main(void)
{
	static const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_lines),
		cmocka_unit_test(test_tab_rows),
		cmocka_unit_test(test_word_rows),
		cmocka_unit_test(test_continued_cells),
		cmocka_unit_test(test_long_continuation),
		cmocka_unit_test(test_end_of_text),
		cmocka_unit_test(test_many_cells),
		cmocka_unit_test(test_spans),
	};

	return cmocka_run_group_tests_name("reader", tests, NULL, NULL);
}
