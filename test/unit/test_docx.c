/*
 * test_docx.c
 *		The reader of word processors' XML: from markup to rows; rows.h says how
 *		they are written.
 */
#include "unit.h"

#include "rows.h"

#define W "<w:document xmlns:w=\"http://schemas.openxmlformats.org/wordprocessingml/2006/main\"><w:body>"
#define T(text) "<w:p><w:r><w:t>" text "</w:t></w:r></w:p>"
#define C(text) "<w:tc>" T(text) "</w:tc>"
#define TABLE(rows) "<w:tbl>" rows "</w:tbl>"
#define ROW(cells) "<w:tr>" cells "</w:tr>"

static void
test_text(void **state)
{
	static const rows_case cases[] = {
		{T("a") "<w:p/>" T("&lt;b&amp;&#49;"), "L[a] L[<b&1]"},
		{"<w:p>x<w:r><w:t>a</w:t><w:tab/><w:t xml:space=\"preserve\">b </w:t><w:br/><w:t>c</w:t></w:r></w:p>",
		"L[a b] L[c]"},
		{"<w:p><w:r><w:t><![CDATA[a&amp;<b>]]></w:t></w:r></w:p>", "L[a&amp;<b>]"},
		{"<w:p><w:pPr><w:tabs><w:tab/></w:tabs><w:rPr><w:del/></w:rPr></w:pPr><w:r><w:t>a</w:t></w:r></w:p>"
		"<wp:posOffset>7</wp:posOffset>", "L[a]"},
		{"<w:p><w:r><mc:AlternateContent><mc:Choice><w:t>a</w:t></mc:Choice><mc:Choice><w:t>b</w:t></mc:Choice>"
		"<mc:Fallback><w:t>c</w:t></mc:Fallback></mc:AlternateContent><w:t>d</w:t></w:r></w:p>", "L[ad]"},
		{"<w:p><w:r><w:fldChar w:fldCharType=\"begin\"/><w:instrText>7</w:instrText>"
			"<w:fldChar w:fldCharType=\"begin\"/><w:fldChar w:fldCharType=\"separate\"/><w:t>8</w:t>"
			"<w:fldChar w:fldCharType=\"end\"/><w:fldChar w:fldCharType=\"separate\"/><w:t>1</w:t>"
		"<w:fldChar w:fldCharType=\"end\"/><w:t>2</w:t></w:r></w:p>", "L[12]"},
		{"<w:p><w:r><w:t>a</w:t></w:r><w:r><w:txbxContent>" T("b") "</w:txbxContent></w:r><w:r><w:t>c</w:t></w:r></w:p>",
		"L[a] L[b] L[c]"},
	};
	(void) state;
	rows_check(W, cases, UNIT_COUNT(cases));
}

static void
test_tables(void **state)
{
	static const rows_case cases[] = {
		{TABLE(ROW(C("a") C("1")) ROW(C("b") "<w:tc><w:p/></w:tc>")), "M[a|1] M[b|]"},
		{TABLE(ROW("<w:tc><w:tcPr><w:gridSpan w:val=\"2\"/><w:vMerge w:val=\"restart\"/></w:tcPr>" T("a") "</w:tc>" C("1"))
			ROW("<w:tc><w:tcPr><w:vMerge/></w:tcPr>" T("x") "</w:tc>" C("2"))), "M[a|1] M[|2]"},
		{TABLE(ROW(C("a") "<w:tc><w:p/>" TABLE(ROW(C("b") C("1"))) "<w:p/></w:tc>")), "L[a] M[b|1]"},
		{TABLE(ROW(C("a") "<w:tc><w:p><w:del><w:r><w:delText>7</w:delText></w:r></w:del>"
				"<w:ins><w:r><w:t>1</w:t></w:r></w:ins><w:moveFrom><w:r><w:t>8</w:t></w:r></w:moveFrom>"
		"<w:moveTo><w:r><w:t>2</w:t></w:r></w:moveTo></w:p></w:tc>")), "M[a|12]"},
		{TABLE(ROW(C("a") C("1")) ROW("<w:trPr><w:del/></w:trPr>" C("b") C("2"))
			ROW(C("c") "<w:tc><w:tcPr><w:cellDel/></w:tcPr>" T("3") "</w:tc>" C("4"))), "M[a|1] M[c|4]"},
		{TABLE(ROW("<w:trPr><w:del/></w:trPr>" C("a") "<w:tc>" TABLE(ROW(C("b") C("2"))) "</w:tc>") ROW(C("c") C("3"))),
		"M[c|3]"},
		{TABLE(ROW(C("a") "<w:tc><w:p><w:r><w:t>1</w:t></w:r><w:r><w:txbxContent>" T("x")
		"</w:txbxContent><w:t>2</w:t></w:r></w:p></w:tc>")), "L[x] M[a|12]"},
		{TABLE(ROW(C("a") "<w:tc><w:p><w:r><w:t>1</w:t></w:r><w:r><w:rPr><w:vertAlign w:val=\"superscript\"/></w:rPr>"
				"<w:t>2</w:t></w:r><w:r><w:rPr><w:vanish/></w:rPr><w:t>7</w:t></w:r>"
				"<w:r><w:rPr><w:strike w:val=\"0\"/></w:rPr><w:t>3</w:t></w:r>"
		"<w:r><w:noBreakHyphen/><w:sym w:char=\"F0A3\"/></w:r></w:p></w:tc>")), "M[a|1 2 3-#]"},
		{TABLE(ROW(C("a") "<w:tc>" T("1") T("2") "</w:tc>")), "M[a|1~2]"},
		{"<w:tbl><w:tr>" C("a") "<w:tc><w:p><w:r><w:t>12", "M![a|12]"},
	};
	(void) state;
	rows_check(W, cases, UNIT_COUNT(cases));
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_text),
		cmocka_unit_test(test_tables),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
