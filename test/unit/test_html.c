/*
 * test_html.c
 *		The reader of HTML: from markup to rows; rows.h says how they are written.
 */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "unit.h"

#include "core/reader.h"
#include "rows.h"

/* A page, so that it is read as HTML whatever follows. */
#define PAGE "<!DOCTYPE html>"

static void
test_text(void **state)
{
	static const rows_case cases[] = {
		{"<p>a</p><p>b</p>", "L[a] L[b]"},
		{"<p>a<p>b<div>c</div>d<br>e<h1>f</h1>g</body>", "L[a] L[b] L[c] L[d] L[e] L[f] L[g]"},
		{" a <b>b</b>\n c<i> d</i> ", "L![a b c d]"},
		{"<p>a<b>b</b>c <span>d</span></p>", "L[abc d]"},
		{"<title>a &amp; <b></title>b</p>", "L[a & <b>] L[b]"},
		{"<pre>a\nb</pre><p>c\nd</p>", "L[a] L[b] L[c~d]"},
		{"<ruby>a<rp>(</rp><rt>b</rt><rp>)</rp></ruby>c<p>", "L[ac]"},
		{"a<!-- b --><!-->c<!--->d<!-- -- > --!>e<p>", "L[acde]"},
		{"a<!x>b<?y?>c</ z>d</>e< f<1<p>", "L[abcde< f<1]"},
		{"<a title='>' x=\"<b>\" y=z/>a</a><p>", "L[a]"},
		{"<SCRIPT>a</SCRIPT><style>b</STYLE ><noscript>c</noscript><iframe>d</iframe>e<p>", "L[e]"},
		{"<script><!-- <script>a</script> b --></script>c<p>", "L[c]"},
		{"<template>a<template>b</template>c<script></template></script></template>d<p>", "L[d]"},
		{"a<select><option>b<p>c<option>d</select>e<textarea>f<p></textarea>g<p>", "L[aeg]"},
		{"<p hidden>a</p><div style='display:none'>b</div>c<p>", "L[c]"},
	};
	(void) state;
	rows_check(PAGE, cases, UNIT_COUNT(cases));
}

/* What is hidden is not read, and ends where it ends in a browser. */
static void
test_hidden(void **state)
{
	static const rows_case cases[] = {
		{"<div hidden><p>a<table><tr><td>b<td>c</table>d</div>e<p>", "L[e]"},
		{"<div style='visibility:hidden'><div>a</div>b</div><p>c</p><del><p>d</p></del><p>e<p>", "L[c] L[e]"},
		{"<table hidden><tr><td>a<td>b</table><table><tr><td>c<td>d</table>", "M[c|d]"},
		{"<table style=display:none><tr><td>a<td>b<table><tr><td>c<td>d</table></table>e<p>", "L[e]"},
		{"<table><tr hidden><td>a<td><table><tr><td>b<td>c</table><tr><td>d<td>e</table>", "M[d|e]"},
		{"<table><tr><td>a<div hidden><table><tr><td>b<td>c</table></div><td>d</table>", "M[a|d]"},
		{"<table><tr><td>a<table hidden><tr><td>b</table>c<td>d</table>", "M[a~c|d]"},
		{"<table><tbody hidden><tr><td>a<td>b<tbody><tr><td>c<td>d</table>", "M[c|d]"},
		/* without end tags */
		{"<p hidden>a<p>b<p>", "L[b]"},
		{"<p hidden>a<div>b</div>", "L[b]"},
		{"<p hidden>a<table><tr><td>b<td>c</table>", "M[b|c]"},
		{"<li hidden>a<li>b<ul><li hidden>c</ul>d<p>", "L[b] L[d]"},
		{"<div><span hidden>a</div>b<p>", "L[b]"},
		{"<span hidden>a<p>b</p></span>c<p>", "L[c]"},
		{"<div hidden>a</p></span></td>b</div>c<p>", "L[c]"},
		{"<p><s>a<p>b</s>c<p>", "L[c]"},
		{"<p>x<s>a<div>b</s>c</div>", "L[x] L[c]"},
		{"<form hidden>a<div>b</form>c</div>d<p>", "L[d]"},
		{"<h2 hidden>a</h3>b<p>", "L[b]"},
		{"<table><tr><td>a<span hidden>b<tr><td>c<td>d</table>", "L[a\xEF\xBF\xBD] M[c|d]"},
		/* text without size, unless an element in it has one */
		{"<div style='font-size:0'>a<span style='font-size:12px'>b</span>c</div>d<p>", "L[b] L[d]"},
		{"<table><tr><td>x<td><span style='FONT-SIZE: 0.0pt'>9</span>1<b style='font-size:0.5em'>2</b></table>", "M[x|12]"},
		/* a page does not hide itself */
		{"<body style='display:none'>a<p>", "L[a]"},
	};
	(void) state;
	rows_check(PAGE, cases, UNIT_COUNT(cases));
}

static void
test_tables(void **state)
{
	static const rows_case cases[] = {
		{"<table><tr><td>a</td><td>b</td></tr><tr><td>c</td><td></td></tr></table>", "M[a|b] M[c|]"},
		{"<TABLE><TR><TD>a<TD>b<TR><TH>c<TH>d</TABLE>e<p>", "M[a|b] M[c|d] L[e]"},
		{"<table><td>a<td>b<tbody><tr><td>c<td>d<tfoot><td>e<td>f</table>", "M[a|b] M[c|d] M[e|f]"},
		{"<tr><td>a<td>b</tr>c<p>", "M[a|b] L[c]"},
		{"<td>a<td>b</table>c<p>", "M[a|b] L[c]"},
		{"<table><caption>a</caption><col><tr><td rowspan=2>b<td colspan=3>c<tr><td>d<td>e</table>",
		"L[a] M[b|c] M[d|e]"},
		{"<table><tr><td>a</th>b<td>c</tbody></thead></table>", "M[ab|c]"},
		{"<table><thead><tr><td>a</tbody>b<td>c</thead>d<tr><td>e<td>f</table>", "M[ab|c] L[d] M[e|f]"},
		{"<table><tr>a<td>b</td>c<td>d</td>e</tr>f</table>g<p>", "L[a] L[c] L[e] M[b|d] L[f] L[g]"},
		{"<table><tr><td>a<td>b<table><tr><td>c<td>d</table>e<td>f</table>", "L[a] L[b] M[c|d] L[e] L[f]"},
		{"<table><tr><td>a<td>b<tr><table><tr><td>c<td>d</table>", "M[a|b] M[c|d]"},
		{"<table><tr><td>x<td>y<tr>a<td>b<table><tr><td>c<td>d</table></table>", "M[x|y] L[a] L[b] M[c|d]"},
		{"<table><tr><td></td></tr><tr></tr><tr><td>a</td></tr></table>", "L[a]"},
		{"<table><tr><td>5<tr><td>\xE8\xA7\x84\xE7\xAB\xA0</table>", "M[5] M[\xE8\xA7\x84\xE7\xAB\xA0]"},
		{"<table><tr><td><p>a</p><p>b</p></table>", "L[a] L[b]"},
		{"<table><tr><td>\xE8\xA7\x84<br>\xE7\xAB\xA0</table>", "M[\xE8\xA7\x84~\xE7\xAB\xA0]"},
		{"<table><tr><td>a<p>b<br>c<td><div> 1 </div> </table>", "M[a~b~c|1]"},
		{"<table><tr><td>a<td hidden>b<td>c<tr style='display:none'><td>d<td>e<tbody hidden><tr><td>f<td>g</table>",
		"M[a|c]"},
	};
	(void) state;
	rows_check(PAGE, cases, UNIT_COUNT(cases));
}

/* What a cell shows. */
static void
test_cells(void **state)
{
#define ROW PAGE "<table><tr><td>x<td>"
	static const rows_case cases[] = {
		{"1<b>2</b>3", "M![x|123]"},
		{"1 <b>2</b></td>", "M[x|1 2]"},
		{"<!-- <td>7 -->1<!-- --><script>'<td>8'</script>2</td>", "M[x|12]"},
		{"&nbsp;&#49;&#x32;&ensp;3&nbsp;</td>", "M[x|12 3]"},
		{"&nbsp</td>", "M[x|]"},
		{"&lt;&LT&gt;&amp&amp;&quot;&apos;&middot&Tab;&NewLine;&comma;</td>", "M[x|<<>&&\"'\xC2\xB7 ,]"},
		{"&foo;&#;&#x;&;&nbspx&notit;</td>", "M[x|&foo;&#;&#x;&; x\xC2\xAC" "it;]"},
		{"&#0;&#55296;&#1114112;&#99999999999;</td>", "M[x|\xEF\xBF\xBD\xEF\xBF\xBD\xEF\xBF\xBD\xEF\xBF\xBD]"},
		{"&#150;&#x80</td>", "M[x|\xE2\x80\x93\xE2\x82\xAC]"},
		{"<span style='color:red; DISPLAY : none'>7</span>1</td>", "M[x|1]"},
		{"<span hidden>7<span>8</span>9</span>1<p style=\"mso-hide:all\">6<p>2</td>", "M[x|1~2]"},
		{"<s>7</s>1<del>8</del><strike>9</strike><b style='text-decoration:underline line-through'>6</b></td>", "M[x|1]"},
		{"<i style='display:none'>7<p>8</i>1</td>", "M[x|1]"},
		{"1<i hidden>2</td>", "M[x|1\xEF\xBF\xBD]"},
		{"1<sup>2</sup>3<sub>4</sub></td>", "M[x|1 2 3 4]"},
		{"1<span style='vertical-align:super'>2</span><span style='display:block'>3</span>4</td>", "M[x|1 2 3 4]"},
		{"1<span style='float:right'>2</span><span style='position:absolute'>3</span>4</td>", "M[x|1 2 3 4]"},
		{"1<img src=2.gif>3<input value=4><input type=hidden value=5></td>", "M[x|1#3#]"},
		{"1<select><option>2</select><textarea>3</textarea><iframe>4</iframe></td>", "M[x|1###]"},
		{"1<title>2</title>3</td>", "M[x|13]"},
		{"<div>1</div><div>2</div></td>", "M[x|1~2]"},
		{"1<wbr>2<!---->3<o:p></o:p></td>", "M[x|123]"},
	};
	(void) state;
	rows_check(ROW, cases, UNIT_COUNT(cases));
}

/* Only a cell that the text ends within is cut. */
static void
test_cut(void **state)
{
	static const rows_case cases[] = {
		{"<table><tr><td>a<td>12", "M![a|12]"},
		{"<table><tr><td>a<td>12</t", "M![a|12]"},
		{"<table><tr><td>a<td>12</td", "M![a|12]"},
		{"<table><tr><td>a<td>12</td>", "M[a|12]"},
		{"<table><tr><td>a<td>12<!-- </td>", "M![a|12]"},
		{"<table><tr><td>a<td>12</td><td", "M[a|12]"},
		{"<table><tr><td>a<td>12</td><td>", "M![a|12|]"},
		{"<table><tr><td>a<td>&#49", "M![a|1]"},
		{"<p>a", "L![a]"},
		{"<p>a</p", "L![a]"},
		{"<p>a</p>", "L[a]"},
	};
	(void) state;
	rows_check(PAGE, cases, UNIT_COUNT(cases));
}

/* What a text is, and how lines are told apart in it. */
static void
test_sniff(void **state)
{
	static const struct
	{
		const char *text;
		gir_source	source;
	}			cases[] = {
		{"", GIR_SOURCE_TEXT},
		{"a < b", GIR_SOURCE_TEXT},
		{"<", GIR_SOURCE_TEXT},
		{"<p>a", GIR_SOURCE_TEXT},
		{"a <table> b <tr> c", GIR_SOURCE_TEXT},
		{"a\t<td>\t0\nb\t1\t2", GIR_SOURCE_TEXT},
		{"a\tb\n<p>c</p>\n<p>d</p>\ne\tf", GIR_SOURCE_TEXT},
		{"<p>a</p>\n<p>b</p>", GIR_SOURCE_HTML},
		{"\xEF\xBB\xBF \n<!doctype HTML>a", GIR_SOURCE_HTML},
		{"x<html>a", GIR_SOURCE_HTML},
		{"<table><tr><td>a", GIR_SOURCE_HTML},
		{"<tr>\n<td>a", GIR_SOURCE_HTML},
		{"<p>a</p>\n<table><tr><td>b</table>", GIR_SOURCE_HTML},
		{"a\nb\n<table><tr><td>c</table>\nd\ne", GIR_SOURCE_TABLES},
		{"<?xml version='1.0'?><html xmlns='x'><body>a", GIR_SOURCE_HTML},
		{"<?xml version=\"1.0\"?>\n<w:document xmlns:w=\"http://schemas.openxmlformats.org/wordprocessingml/2006/main\">",
		GIR_SOURCE_DOCX},
		{"<x:document xmlns:y='z' xmlns:x='http://purl.oclc.org/ooxml/wordprocessingml/main'/>", GIR_SOURCE_DOCX},
		{"<w:document xmlns:w='x'>", GIR_SOURCE_TEXT},
	};
	static const rows_case lines[] = {
		{"a\nb\n<table>\n<tr>\n<td>c\nd<td>e</table>\nf<br>g\n", "L[a] L[b] M[c~d|e] L[f] L[g]"},
	};
	int			i;

	(void) state;
	for (i = 0; i < UNIT_COUNT(cases); i++)
	{
		if (gir_sniff(cases[i].text, strlen(cases[i].text)) != cases[i].source)
			fail_msg("case %d: %s", i, cases[i].text);
	}
	assert_true(gir_looks_like_html("<table><td>", 11));
	assert_false(gir_looks_like_html("a<b", 3));
	rows_check("", lines, UNIT_COUNT(lines));
}

/* Repeat a text. */
static size_t
repeat(char *out, const char *text, int times)
{
	size_t		len = strlen(text);
	int			i;

	for (i = 0; i < times; i++)
		memcpy(out + (size_t) i * len, text, len);
	out[(size_t) times * len] = '\0';
	return (size_t) times * len;
}

/* Wide rows, long texts and deep tables lose nothing. */
static void
test_limits(void **state)
{
	static char text[ROWS_SIZE * 2];
	static char out[ROWS_SIZE * 4];
	static gir_reader reader;
	gir_cell_row row;
	size_t		n;
	int			cells = 0;
	int			lines = 0;
	size_t		letters = 0;

	(void) state;
	n = (size_t) sprintf(text, "<tr>");
	n += repeat(text + n, "<td>a", GIR_ROW_CELLS + 2);
	rows_describe(text, n, out);
	assert_memory_equal(out, "M+[a|a", 6);
	assert_string_equal(strchr(out, ' '), " M+-![a|a]");

	/* a line that has to be copied, and is longer than there is room for */
	n = (size_t) sprintf(text, PAGE "<p>");
	n += repeat(text + n, "<b>a</b>b", 7000);
	sprintf(text + n, "<p>c</p>");
	gir_reader_init(&reader, text, strlen(text));
	while (gir_next_row(&reader, &row))
	{
		if (row.ncells == 0)
			continue;
		assert_int_equal(row.ncells, 1);
		assert_int_equal(row.continues, lines > 0 && letters < 14000);
		letters += (size_t) (row.cells[0].end - row.cells[0].start);
		lines++;
	}
	assert_int_equal(letters, 14001);
	assert_in_range(lines, 2, 4);

	/* the same in a cell: such a row is no row of these tables */
	n = (size_t) sprintf(text, PAGE "<table><tr><td>x<td>");
	n += repeat(text + n, "<b>a</b>b", 9000);
	gir_reader_init(&reader, text, n);
	for (letters = 0; gir_next_row(&reader, &row);)
	{
		assert_int_equal(row.layout, GIR_LAYOUT_LINE);
		if (row.ncells > 0)
			letters += (size_t) (row.cells[0].end - row.cells[0].start);
	}
	assert_int_equal(letters, 18001);

	/* deeper tables than are followed: their text is lines, and then all is well */
	n = repeat(text, "<table><tr><td>a<td>b", 300);
	n += repeat(text + n, "</table>c", 300);
	sprintf(text + n, "<table><tr><td>x<td>y</table>");
	gir_reader_init(&reader, text, strlen(text));
	for (letters = 0; gir_next_row(&reader, &row);)
	{
		if (row.layout == GIR_LAYOUT_MARKUP)
		{
			cells += row.ncells;
			assert_memory_equal(row.cells[0].start, "x", 1);
		}
		else if (row.ncells > 0)
			letters++;
	}
	assert_int_equal(cells, 2);
	assert_int_equal(letters, 900);
}

/* Places are places in the source. */
static void
test_places(void **state)
{
	static const char text[] = PAGE "\n<table>\n<tr><td><b>1</b>2</td><td> &#51;\n</td>\n<td></td></tr></table><p>a\n<i>b</i>";
	static gir_reader reader;
	gir_cell_row row;

	(void) state;
	gir_reader_init(&reader, text, sizeof(text) - 1);
	assert_true(gir_next_row(&reader, &row));
	assert_int_equal(row.ncells, 3);
	assert_int_equal(row.cells[0].source_end - row.cells[0].source_start, 6);
	assert_memory_equal(row.cells[0].source_start, "1</b>2", 6);
	assert_int_equal(row.cells[0].line, 3);
	assert_memory_equal(row.cells[1].source_start, "&#51;", 5);
	assert_int_equal(row.cells[1].source_end - row.cells[1].source_start, 5);
	assert_memory_equal(row.cells[2].source_start, "</td></tr>", 10);
	assert_int_equal(row.cells[2].source_end - row.cells[2].source_start, 0);
	assert_int_equal(row.cells[2].line, 5);
	assert_true(gir_next_row(&reader, &row));
	assert_memory_equal(row.cells[0].source_start, "a\n<i>b", 6);
	assert_int_equal(row.cells[0].line, 5);
	assert_false(gir_next_row(&reader, &row));
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_text),
		cmocka_unit_test(test_hidden),
		cmocka_unit_test(test_tables),
		cmocka_unit_test(test_cells),
		cmocka_unit_test(test_cut),
		cmocka_unit_test(test_sniff),
		cmocka_unit_test(test_limits),
		cmocka_unit_test(test_places),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
