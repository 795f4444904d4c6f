/*
 * test_render_page.c
 *		What rendered documents look like: tables, marks, findings, suggestions.
 */
#include <stdio.h>
#include <string.h>

#include "core/identity.h"

#include "figures.h"
#include "rendered.h"

static unit_parsed parsed;

/* ---- formats ---- */

/* Formats have names; nothing else is one. */
static void
test_formats(void **state)
{
	static const char *const names[] = {"text", "markdown", "html", "html_fragment"};
	gir_format	format;
	int			i;

	(void) state;
	assert_int_equal(UNIT_COUNT(names), GIR_FORMAT_COUNT);
	for (i = 0; i < UNIT_COUNT(names); i++)
	{
		assert_true(gir_find_format(names[i], strlen(names[i]), &format));
		assert_int_equal(format, i);
		assert_string_equal(gir_format_name(format), names[i]);
	}
	assert_false(gir_find_format("HTML", 4, &format));
	assert_false(gir_find_format("html ", 5, &format));
	assert_false(gir_find_format("htm", 3, &format));
	assert_false(gir_find_format("", 0, &format));
}

/* The page holds the fragment; the fragment has no style. */
static void
test_fragment(void **state)
{
	static char fragment[RENDERED_SIZE];
	static gir_figures figures;

	(void) state;
	figures_make(&figures, GIR_FORM_2021);
	rendered_make(&figures, NULL, "凤泉区司法局", 2023, GIR_FORMAT_HTML_FRAGMENT);
	memcpy(fragment, rendered, rendered_len + 1);
	assert_int_equal(rendered_count("<style>"), 0);
	assert_int_equal(rendered_count("<main>"), 0);
	rendered_make(&figures, NULL, "凤泉区司法局", 2023, GIR_FORMAT_HTML);
	assert_non_null(strstr(rendered, fragment));
	assert_int_equal(strncmp(rendered, "<!DOCTYPE html>\n<html lang=\"zh\">\n", 33), 0);
	assert_int_equal(rendered_count("<style>"), 1);
	assert_int_equal(rendered_count("<title>凤泉区司法局2023年政府信息公开工作年度报告</title>"), 1);
	assert_int_equal(rendered_count("<h1>凤泉区司法局2023年政府信息公开工作年度报告</h1>"), 1);
}

/* ---- tables ---- */

/* The cells of a sheet cover its grid, each place once. */
static void
check_grid(const gir_sheet *sheet)
{
	int			covered[GIR_SHEET_ROWS][GIR_SHEET_COLUMNS] = {{0}};
	int			i,
				row,
				column;

	assert_true(sheet->ncells <= GIR_SHEET_CELLS);
	assert_true(sheet->nrows <= GIR_SHEET_ROWS);
	assert_true(sheet->ncolumns <= GIR_SHEET_COLUMNS);
	for (i = 0; i < sheet->ncells; i++)
	{
		const gir_sheet_cell *cell = &sheet->cells[i];

		assert_true(cell->row + cell->nrows <= sheet->nrows);
		assert_true(cell->column + cell->ncolumns <= sheet->ncolumns);
		assert_true(i == 0 || cell->row > cell[-1].row ||
					(cell->row == cell[-1].row && cell->column > cell[-1].column));
		assert_true((cell->row < sheet->nhead) == (cell->role <= GIR_SHEET_COLUMN));
		for (row = cell->row; row < cell->row + cell->nrows; row++)
		{
			for (column = cell->column; column < cell->column + cell->ncolumns; column++)
				covered[row][column]++;
		}
	}
	for (row = 0; row < sheet->nrows; row++)
	{
		for (column = 0; column < sheet->ncolumns; column++)
			assert_int_equal(covered[row][column], 1);
	}
}

/* Random reports have sheets without gaps, that show all numbers there are. */
static void
test_grids(void **state)
{
	static gir_figures figures;
	static gir_sheet sheet;
	gir_row_forms forms;
	int			seed,
				section,
				i;

	(void) state;
	for (seed = 1; seed <= 300; seed++)
	{
		bool		shown[GIR_CELL_COUNT] = {false};

		case_seed((uint64_t) seed);
		rendered_draw(&figures);
		gir_forms_of_figures(&figures, &forms);
		for (section = GIR_FIRST_SECTION; section <= GIR_LAST_SECTION; section++)
		{
			int			row = gir_sections[section - GIR_FIRST_SECTION].first_row;

			while (gir_next_sheet(&figures, &forms, section, &row, &sheet))
			{
				check_grid(&sheet);
				for (i = 0; i < sheet.ncells; i++)
				{
					if (sheet.cells[i].role == GIR_SHEET_VALUE)
					{
						assert_false(shown[sheet.cells[i].cell]);
						shown[sheet.cells[i].cell] = true;
					}
				}
			}
		}
		for (i = 0; i < GIR_CELL_COUNT; i++)
			assert_true(shown[i] || !figures.known[i]);
	}
}

/* Rows with blanks, without values and with a unit, as they are printed. */
static void
test_lines(void **state)
{
	static gir_figures figures;

	(void) state;
	memset(&figures, 0, sizeof(figures));
	case_set(&figures, GIR_ROW_REGULATIONS, GIR_COL_MADE, 3);
	case_set(&figures, GIR_ROW_NORMATIVE_DOCUMENTS, GIR_COL_DISCLOSED_TOTAL, 12);
	case_set(&figures, GIR_ROW_PROCUREMENT, GIR_COL_AMOUNT, 80405);
	figures.scale[unit_cell(GIR_ROW_PROCUREMENT, GIR_COL_AMOUNT)] = 2;
	case_set(&figures, GIR_ROW_FEES, GIR_COL_ITEMS_CHANGE, -8);

	rendered_make(&figures, NULL, NULL, 0, GIR_FORMAT_TEXT);
	assert_string_equal(rendered,
						"二、主动公开政府信息情况\n"
						"\n"
						"第二十条第（一）项\t\t\t\n"
						"信息内容\t本年新制作数量\t本年新公开数量\t对外公开总数量\n"
						"规章\t3\t\t-\n"
						"规范性文件\t\t\t12\n"
						"第二十条第（五）项\t\t\t\n"
						"信息内容\t上一年项目数量\t本年增/减\t处理决定数量\n"
						"行政许可\t\t\t\t\n"
						"其他对外管理服务事项\t\t\t\t\n"
						"第二十条第（六）项\t\t\t\n"
						"信息内容\t上一年项目数量\t本年增/减\t处理决定数量\n"
						"行政处罚\t\t\t\t\n"
						"行政强制\t\t\t\t\n"
						"第二十条第（八）项\t\t\n"
						"信息内容\t上一年项目数量\t本年增/减\n"
						"行政事业性收费\t\t-8\n"
						"第二十条第（九）项\t\t\n"
						"信息内容\t采购项目数量\t采购总金额（单位：万元）\n"
						"政府集中采购\t\t804.05\n"
						"\n"
						"三、收到和处理政府信息公开申请情况\n"
						"\n"
						"四、政府信息公开行政复议、行政诉讼情况\n");
	rendered_make(&figures, NULL, NULL, 0, GIR_FORMAT_HTML_FRAGMENT);
	assert_int_equal(rendered_count("<th scope=\"row\">规章</th><td>3</td><td></td><td></td></tr>"), 1);
	assert_int_equal(rendered_count("<th scope=\"row\">行政许可</th><td class=\"gr-missing\" colspan=\"3\"></td></tr>"), 1);
	assert_int_equal(rendered_count("没有此表"), 2);
}

/* The head of section 3 and its groups of rows span what they do in the form. */
static void
test_spans(void **state)
{
	static gir_figures figures;

	(void) state;
	figures_make(&figures, GIR_FORM_2021);
	rendered_make(&figures, NULL, NULL, 0, GIR_FORMAT_HTML);
	assert_int_equal(rendered_count("<td class=\"gr-remark\" rowspan=\"3\" colspan=\"3\">（本列数据的勾稽关系为："
									"第一项加第二项之和，等于第三项加第四项之和）</td>"), 1);
	assert_int_equal(rendered_count("<th scope=\"colgroup\" colspan=\"7\">申请人情况</th>"), 1);
	assert_int_equal(rendered_count("<th scope=\"colgroup\" colspan=\"5\">法人或其他组织</th>"), 1);
	assert_int_equal(rendered_count("<th scope=\"col\" rowspan=\"2\">自然人</th>"), 1);
	assert_int_equal(rendered_count("<th scope=\"col\" rowspan=\"2\">总计</th>"), 1);
	assert_int_equal(rendered_count("<th scope=\"row\" colspan=\"3\">四、结转下年度继续办理</th>"), 1);
	assert_int_equal(rendered_count("<th scope=\"rowgroup\" rowspan=\"22\">三、本年度办理结果</th>"), 1);
	assert_int_equal(rendered_count("<th scope=\"rowgroup\" rowspan=\"8\">（三）不予公开</th>"), 1);
	assert_int_equal(rendered_count("<th scope=\"rowgroup\" rowspan=\"3\">（六）其他处理</th>"), 1);
	assert_int_equal(rendered_count("<th scope=\"row\" colspan=\"2\">（七）总计</th>"), 1);
	assert_int_equal(rendered_count("<th scope=\"colgroup\" rowspan=\"2\" colspan=\"5\">行政复议</th>"), 1);
	assert_int_equal(rendered_count("<th scope=\"colgroup\" colspan=\"10\">行政诉讼</th>"), 1);
	assert_int_equal(rendered_count("<th scope=\"colgroup\" colspan=\"5\">复议后起诉</th>"), 1);
	assert_int_equal(rendered_count("<caption>"), 2);
	assert_int_equal(rendered_count("<tbody>"), 4);

	figures_make(&figures, GIR_FORM_2019);
	rendered_make(&figures, NULL, NULL, 0, GIR_FORMAT_HTML);
	assert_int_equal(rendered_count("<th scope=\"rowgroup\" rowspan=\"20\">三、本年度办理结果</th>"), 1);
	assert_int_equal(rendered_count("<th scope=\"row\" colspan=\"2\">（六）其他处理</th>"), 1);
}

/* ---- marks ---- */

/* How many cells are marked as errors. */
static int
marked_cells(void)
{
	return rendered_count("\" class=\"gr-error\"");
}

/* True if a cell is there with this mark, and what is printed in it. */
static bool
has_cell(const char *id, const char *attributes, const char *printed)
{
	char		start[200];
	char		end[200];
	const char *p;
	const char *close;

	snprintf(start, sizeof(start), "<td id=\"cell-%s\"", id);
	p = strstr(rendered, start);
	if (p == NULL)
		return false;
	close = strchr(p, '>');
	snprintf(end, sizeof(end), ">%s</td>", printed);
	p = strstr(p, attributes);
	return p != NULL && p < close && strncmp(close, end, strlen(end)) == 0;
}

/* A report without failures has no marks. */
static void
test_no_marks(void **state)
{
	static gir_figures figures;

	(void) state;
	figures_make(&figures, GIR_FORM_2021);
	rendered_make(&figures, NULL, NULL, 0, GIR_FORMAT_HTML_FRAGMENT);
	assert_int_equal(marked_cells(), 0);
	assert_int_equal(rendered_count(" id=\"cell-"), 0);
	assert_int_equal(rendered_count("<li"), 0);
	assert_int_equal(rendered_count("未发现错误"), 1);
}

/*
 * One wrong number breaks its row and its column: their cells are marked, and what
 * it should be is shown, but it is not what is read.
 */
static void
test_marks(void **state)
{
	static gir_figures figures;

	(void) state;
	figures_make(&figures, GIR_FORM_2021);
	figures_set(&figures, GIR_ROW_RECEIVED, GIR_COL_NATURAL_PERSON, 12);	/* 21, swapped */
	rendered_make(&figures, NULL, NULL, 0, GIR_FORMAT_HTML);
	rendered_check_html();
	rendered_check_tables(&figures, GIR_FORMAT_HTML, &parsed);

	/* the row's seven, and three more of the column: carried in, concluded, carried out */
	assert_int_equal(marked_cells(), 10);
	assert_true(has_cell("received-natural_person", "data-suggested=\"21\"", "12"));
	assert_true(has_cell("received-natural_person", "class=\"gr-error\" title=\"T3.1 表三“自然人”列：", "12"));
	assert_true(has_cell("received-natural_person", "&#10;T3.3 表三“一、本年新收政府信息公开申请数量”行：", "12"));
	assert_true(has_cell("received-natural_person", "aria-describedby=\"finding-1 finding-2\"", "12"));
	assert_true(has_cell("received-total", "class=\"gr-error\" title=\"T3.3 ", "126"));
	assert_true(has_cell("carried_out-natural_person", "class=\"gr-error\" title=\"T3.1 ", "2"));
	assert_int_equal(rendered_count(" data-suggested=\""), 1);
	assert_int_equal(rendered_count("<li id=\"finding-1\"><strong class=\"gr-error\">错误 T3.1</strong> 表三“自然人”列："), 1);
	assert_int_equal(rendered_count("<a href=\"#cell-received-natural_person\">一、本年新收政府信息公开申请数量</a>"), 1);
	assert_int_equal(rendered_count("<a href=\"#cell-received-natural_person\">自然人</a>"), 1);
	assert_int_equal(rendered_count("<li>表三“一、本年新收政府信息公开申请数量”行“自然人”列：12 应为 21"), 1);
	assert_int_equal(rendered_count("<strong>错误 2 处</strong>"), 1);
}

/* What is only a warning is marked as one; an error in the same cell goes first. */
static void
test_warnings(void **state)
{
	static gir_figures figures;

	(void) state;
	memset(&figures, 0, sizeof(figures));
	case_set(&figures, GIR_ROW_REGULATIONS, GIR_COL_ISSUED, 5);
	case_set(&figures, GIR_ROW_REGULATIONS, GIR_COL_REPEALED, 1);
	case_set(&figures, GIR_ROW_REGULATIONS, GIR_COL_IN_FORCE, 0);
	rendered_make(&figures, NULL, NULL, 0, GIR_FORMAT_HTML_FRAGMENT);
	assert_int_equal(marked_cells(), 0);
	assert_true(has_cell("regulations-issued", "class=\"gr-warning\" title=\"T2.2 ", "5"));
	assert_true(has_cell("regulations-in_force", "class=\"gr-warning\"", "0"));
	assert_int_equal(rendered_count("未发现错误，提示 1 处"), 1);

	case_set(&figures, GIR_ROW_REGULATIONS, GIR_COL_REPEALED, -1);
	rendered_make(&figures, NULL, NULL, 0, GIR_FORMAT_HTML_FRAGMENT);
	assert_int_equal(marked_cells(), 1);
	assert_true(has_cell("regulations-repealed", "class=\"gr-error\" title=\"T2.1 ", "-1"));
	assert_true(has_cell("regulations-issued", "class=\"gr-warning\"", "5"));
}

/* A blank cell is not marked, but a number can be suggested for it. */
static void
test_blanks(void **state)
{
	static gir_figures figures;

	(void) state;
	figures_make(&figures, GIR_FORM_2021);
	figures_blank(&figures, GIR_ROW_RECONSIDERATION, GIR_COL_TOTAL);
	rendered_make(&figures, NULL, NULL, 0, GIR_FORMAT_HTML_FRAGMENT);
	assert_int_equal(marked_cells(), 0);
	assert_int_equal(rendered_count("<li"), 0);

	figures_make(&figures, GIR_FORM_2021);
	figures_blank(&figures, GIR_ROW_RECONSIDERATION, GIR_COL_PENDING);
	rendered_make(&figures, NULL, NULL, 0, GIR_FORMAT_HTML_FRAGMENT);
	rendered_check_tables(&figures, GIR_FORMAT_HTML_FRAGMENT, &parsed);
	assert_int_equal(marked_cells(), 4);
	assert_false(has_cell("reconsideration-pending", "gr-error", ""));
	/* any of the five may be the wrong one: none is told what it should be */
	assert_int_equal(rendered_count(" data-suggested="), 0);
	assert_int_equal(rendered_count("<li>可能 "), 5);
	assert_int_equal(rendered_count("/5：表四“行政复议”行“尚未审结”列：空白可能应为 4"), 1);

	/* requests carried in that are not there: row and column tell how many */
	figures_make(&figures, GIR_FORM_2021);
	figures_blank(&figures, GIR_ROW_CARRIED_IN, GIR_COL_OTHER);
	rendered_make(&figures, NULL, NULL, 0, GIR_FORMAT_HTML_FRAGMENT);
	rendered_check_tables(&figures, GIR_FORMAT_HTML_FRAGMENT, &parsed);
	assert_false(has_cell("carried_in-other", "gr-error", ""));
	assert_true(has_cell("carried_in-other", "data-suggested=\"2\"", ""));
}

/* Count a result. */
static bool
count_result(void *context, const gir_finding *finding)
{
	int		   *count = context;

	(void) finding;
	++*count;
	return true;
}

/* There is room for all failures that there can be. */
static void
test_room(void **state)
{
	static gir_figures figures;
	int			count = 0;
	int			cell;

	(void) state;
	memset(&figures, 0, sizeof(figures));
	for (cell = 0; cell < GIR_CELL_COUNT; cell++)
	{
		if (gir_cell_column(cell) != GIR_NO_COLUMN)
			case_set(&figures, GIR_CELL_ROW(cell), gir_cell_column(cell), -1 - cell * cell);
	}
	gir_check(&figures, count_result, &count);
	assert_true(count <= GIR_RENDER_FINDINGS);
	rendered_make(&figures, NULL, NULL, 0, GIR_FORMAT_HTML);
	rendered_check_html();
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_formats),
		cmocka_unit_test(test_fragment),
		cmocka_unit_test(test_grids),
		cmocka_unit_test(test_lines),
		cmocka_unit_test(test_spans),
		cmocka_unit_test(test_no_marks),
		cmocka_unit_test(test_marks),
		cmocka_unit_test(test_warnings),
		cmocka_unit_test(test_blanks),
		cmocka_unit_test(test_room),
	};

	return cmocka_run_group_tests_name("render_page", tests, NULL, NULL);
}
