/*
 * names.c
 *		Names of states, severities, verdicts and diagnostics.
 *
 * The names are part of the interface and do not change.
 */
#include "core/gireport_core.h"

static const char *const state_names[] = {
	[GIR_STATE_MISSING] = "missing",
	[GIR_STATE_NUMBER] = "number",
	[GIR_STATE_BLANK] = "blank",
	[GIR_STATE_NOT_APPLICABLE] = "not_applicable",
	[GIR_STATE_TEXT] = "text",
};

static const char *const severity_names[] = {
	[GIR_INFO] = "info",
	[GIR_WARNING] = "warning",
	[GIR_ERROR] = "error",
};

static const char *const verdict_names[] = {
	[GIR_PASS] = "pass",
	[GIR_FAIL] = "fail",
	[GIR_NOT_ASSESSABLE] = "not_assessable",
};

static const struct
{
	const char *name;
	gir_severity severity;
	const char *text;
}			diagnostics[GIR_DIAG_COUNT] = {
	[GIR_DIAG_NOT_A_REPORT] = {"not_a_report", GIR_ERROR,
	"the text has neither the tables nor the headings of an annual report on disclosure"},
	[GIR_DIAG_OTHER_KIND] = {"other_kind", GIR_ERROR,
	"the text is a report of another kind, without the tables of an annual report on disclosure"},
	[GIR_DIAG_TEXT_TOO_LONG] = {"text_too_long", GIR_ERROR,
	"the text is too long to be read"},
	[GIR_DIAG_TABLE_MISSING] = {"table_missing", GIR_WARNING,
	"the table of this section is not in the text"},
	[GIR_DIAG_ROW_MISSING] = {"row_missing", GIR_WARNING,
	"the row is not in the text"},
	[GIR_DIAG_ROW_UNREADABLE] = {"row_unreadable", GIR_WARNING,
	"the values of the row cannot be assigned to the columns for certain"},
	[GIR_DIAG_ROW_UNKNOWN] = {"row_unknown", GIR_WARNING,
	"the row has values, but a label that the forms do not have"},
	[GIR_DIAG_ROW_REPEATED] = {"row_repeated", GIR_WARNING,
	"the table begins a second time here; only the first is read"},
	[GIR_DIAG_COLUMN_UNKNOWN] = {"column_unknown", GIR_WARNING,
	"the column is not one of the forms'"},
	[GIR_DIAG_COLUMN_ORDER] = {"column_order", GIR_WARNING,
	"the columns stand in another order than in the forms; the table is not read"},
	[GIR_DIAG_CELL_TEXT] = {"cell_text", GIR_WARNING,
	"the cell holds something that is not a usable number"},
	[GIR_DIAG_CELL_NOT_APPLICABLE] = {"cell_not_applicable", GIR_INFO,
	"the cell is marked as not applicable"},
	[GIR_DIAG_CELL_BLANK] = {"cell_blank", GIR_INFO,
	"the cell is blank"},
	[GIR_DIAG_UNIT_MISSING] = {"unit_missing", GIR_WARNING,
	"the amount has no unit, neither in the cell nor in the head of its column"},
	[GIR_DIAG_NUMBER_CUT] = {"number_cut", GIR_WARNING,
	"the text ends with this number, which may have lost digits"},
	[GIR_DIAG_TITLE_MISSING] = {"title_missing", GIR_INFO,
	"no title was found before the tables"},
	[GIR_DIAG_AGENCY_MISSING] = {"agency_missing", GIR_WARNING,
	"no agency is named in the title or in a signature"},
	[GIR_DIAG_AGENCY_DOUBTFUL] = {"agency_doubtful", GIR_WARNING,
	"the agency is not named by one clear title: it is that of the signature, or of one of several titles, or its name may not be whole"},
	[GIR_DIAG_YEAR_MISSING] = {"year_missing", GIR_WARNING,
	"no year is stated in the title or in the clause about the period"},
	[GIR_DIAG_YEAR_DOUBTFUL] = {"year_doubtful", GIR_WARNING,
	"the year of the title is not the year of the clause about the period, or titles state different years"},
	[GIR_DIAG_FORM_MIXED] = {"form_mixed", GIR_INFO,
	"the report mixes tables of the 2019 form and of the 2021 form"},
	[GIR_DIAG_VALUES_SPLIT] = {"values_split", GIR_INFO,
	"the values have nothing between them; they were split in the only way that adds up"},
};

/* Stable name of a state. */
const char *
gir_state_name(gir_state state)
{
	return state_names[state];
}

/* Stable name of a severity. */
const char *
gir_severity_name(gir_severity severity)
{
	return severity_names[severity];
}

/* Stable name of a verdict. */
const char *
gir_verdict_name(gir_verdict verdict)
{
	return verdict_names[verdict];
}

/* Stable name of a diagnostic code. */
const char *
gir_diagnostic_name(gir_diagnostic_code code)
{
	return diagnostics[code].name;
}

/* Severity of a diagnostic code. */
gir_severity
gir_diagnostic_severity(gir_diagnostic_code code)
{
	return diagnostics[code].severity;
}

/* Explanation of a diagnostic code. */
const char *
gir_diagnostic_text(gir_diagnostic_code code)
{
	return diagnostics[code].text;
}
