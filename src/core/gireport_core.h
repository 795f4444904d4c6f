/*
 * gireport_core.h
 *		The whole interface of the core: text in, report out, checks on reports.
 *
 * The core is plain C11.  It knows no server, keeps no state of its own and
 * allocates nothing: the caller owns the text and every struct.  Texts are
 * UTF-8, and positions are byte offsets into them; bytes that are no UTF-8 are
 * read as characters that match nothing.
 */
#ifndef GIREPORT_CORE_H
#define GIREPORT_CORE_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "core/form.h"
#include "core/record.h"

/* A piece of the text: bytes start to end, which is one past the last. */
typedef struct gir_span
{
	uint32_t	start;
	uint32_t	end;
} gir_span;

/* The longest text that spans can address. */
#define GIR_MAX_TEXT ((size_t) 0x7fffffff)

/* ---- figures: the numbers of a report, without where they came from ---- */

/*
 * The numbers of a report.  Counts are as printed.  An amount is value divided
 * by ten to the power of its scale, in 万元.  A section or row that was not
 * found, or could not be read, is absent; a cell that holds no number is
 * unknown.  Sections are indexed from 0 (section 2).
 */
typedef struct gir_figures
{
	bool		section_present[GIR_SECTION_COUNT];
	bool		row_present[GIR_ROW_COUNT];
	bool		known[GIR_CELL_COUNT];
	uint8_t		scale[GIR_CELL_COUNT];	/* 0 for counts */
	int64_t		value[GIR_CELL_COUNT];
} gir_figures;

/* ---- parsing ---- */

/* What was printed in a cell. */
typedef enum gir_state
{
	GIR_STATE_MISSING,			/* nothing: its row or table was not found or not read */
	GIR_STATE_NUMBER,
	GIR_STATE_BLANK,
	GIR_STATE_NOT_APPLICABLE,	/* a slash, a dash and the like */
	GIR_STATE_TEXT				/* something that is no usable number */
} gir_state;

/* A cell as printed: its state, its text, and the line it begins on (from 1). */
typedef struct gir_printed
{
	gir_state	state;
	gir_span	raw;
	uint32_t	line;
} gir_printed;

#define GIR_TITLE_SIZE 720		/* bytes, the longest title kept */

/* A report as read from its text. */
typedef struct gir_report
{
	gir_figures figures;
	gir_printed printed[GIR_CELL_COUNT];
	uint8_t		form[GIR_ROW_COUNT];	/* the form a row was printed in, or of
										 * its neighbours if it was not */
	bool		headings[GIR_LAST_SECTION + 3]; /* headings seen, by number 1 to 6 */
	int			year;			/* 0 if unknown */
	uint16_t	title_len;		/* 0 if unknown */
	uint16_t	agency_len;		/* 0 if unknown */
	char		title[GIR_TITLE_SIZE];	/* on one line, without spaces */
	char		agency[GIR_TITLE_SIZE];
} gir_report;

typedef enum gir_severity
{
	GIR_INFO,
	GIR_WARNING,
	GIR_ERROR
} gir_severity;

/* What can be said about a text.  Numbers are fixed; new codes go at the end. */
typedef enum gir_diagnostic_code
{
	GIR_DIAG_NOT_A_REPORT = 0,	/* neither headings nor tables of a report */
	GIR_DIAG_OTHER_KIND = 1,	/* a report of another kind, such as a school year's */
	GIR_DIAG_TEXT_TOO_LONG = 2, /* more bytes than can be addressed */
	GIR_DIAG_TABLE_MISSING = 3, /* a section's table is not in the text */
	GIR_DIAG_ROW_MISSING = 4,	/* a row of a table is not in the text */
	GIR_DIAG_ROW_UNREADABLE = 5,	/* values cannot be told apart, or do not fit */
	GIR_DIAG_ROW_UNKNOWN = 6,	/* values under a label that no form has */
	GIR_DIAG_ROW_REPEATED = 7,	/* a second table set: only the first is read */
	GIR_DIAG_COLUMN_UNKNOWN = 8,	/* a column that no form has */
	GIR_DIAG_COLUMN_ORDER = 9,	/* columns in another order than the form's */
	GIR_DIAG_CELL_TEXT = 10,	/* a cell holds something that is no number */
	GIR_DIAG_CELL_NOT_APPLICABLE = 11,	/* a cell holds a slash, a dash ... */
	GIR_DIAG_CELL_BLANK = 12,	/* a cell is empty */
	GIR_DIAG_UNIT_MISSING = 13, /* an amount without a unit in cell or header */
	GIR_DIAG_NUMBER_CUT = 14,	/* a number that the text ends with, unconfirmed */
	GIR_DIAG_TITLE_MISSING = 15,
	GIR_DIAG_AGENCY_MISSING = 16,
	GIR_DIAG_AGENCY_DOUBTFUL = 17,	/* not from one clear title */
	GIR_DIAG_YEAR_MISSING = 18,
	GIR_DIAG_YEAR_DOUBTFUL = 19,	/* title and period clause, or titles differ */
	GIR_DIAG_FORM_MIXED = 20,	/* blocks of several forms in one report */
	GIR_DIAG_VALUES_SPLIT = 21, /* glued digits, split in the one way that adds up */
	GIR_DIAG_COUNT
} gir_diagnostic_code;

typedef struct gir_diagnostic
{
	gir_diagnostic_code code;
	gir_span	raw;			/* what was printed; empty if nothing was */
	uint32_t	line;			/* from 1; 0 if it belongs to no place */
	int			section;		/* 2 to 4, or 0 */
	gir_row_id	row;			/* or GIR_NO_ROW */
	gir_column	column;			/* or GIR_NO_COLUMN */
} gir_diagnostic;

/*
 * The caller's side of a parse.  Both functions may be NULL.  check_interrupts
 * is called now and then and may leave by longjmp: the core holds no resources.
 */
typedef struct gir_callbacks
{
	void		(*diagnose) (void *context, const gir_diagnostic *diagnostic);
	void		(*check_interrupts) (void);
	void	   *context;
} gir_callbacks;

/*
 * Read a report.  Returns true and fills *report if the text is a report,
 * however little of it could be read.  Otherwise returns false, with the reason
 * and its place in *error; *report then holds what was found of title, agency,
 * year and headings.
 */
extern bool gir_parse(const char *text, size_t len, const gir_callbacks *callbacks,
					  gir_report *report, gir_diagnostic *error);

/* Stable name, severity and explanation of a diagnostic code. */
extern const char *gir_diagnostic_name(gir_diagnostic_code code);
extern gir_severity gir_diagnostic_severity(gir_diagnostic_code code);
extern const char *gir_diagnostic_text(gir_diagnostic_code code);
extern const char *gir_severity_name(gir_severity severity);
extern const char *gir_state_name(gir_state state);

/* ---- listing ---- */

/* One cell of the form that a report is printed in. */
typedef struct gir_listed_cell
{
	int			section;
	int			cell;			/* index into gir_figures */
	gir_row_id	row;
	gir_column	column;
	const gir_form_row *form_row;
	const gir_form_column *form_column;
} gir_listed_cell;

/* The forms that each row of a report belongs to, as bits: 1 << form. */
typedef struct gir_row_forms
{
	uint8_t		forms[GIR_ROW_COUNT];
} gir_row_forms;

/* The forms that the numbers themselves show, section by section. */
extern void gir_forms_of_figures(const gir_figures *figures, gir_row_forms *forms);

/* The forms that the text was printed in. */
extern void gir_forms_of_report(const gir_report *report, gir_row_forms *forms);

/*
 * Call back for every cell of the given forms, in the order of the form; a cell
 * that two forms share is listed once.
 */
typedef void (*gir_list_function) (void *context, const gir_listed_cell *cell);
extern void gir_list_cells(const gir_row_forms *forms, gir_list_function function,
						   void *context);

/* ---- writing text ---- */

/* Where the core writes text to: the caller's function is given each piece. */
typedef struct gir_writer
{
	void		(*put) (void *context, const char *bytes, size_t len);
	void	   *context;
} gir_writer;

/* A diagnostic in words: which table, row and column, and what is the matter. */
extern void gir_diagnostic_message(const gir_diagnostic *diagnostic, const gir_writer *writer);

/* ---- checking ---- */

/* A sum of figures, wide enough for any: high * 2^32 + low, 0 <= low < 2^32. */
typedef struct gir_wide
{
	int64_t		high;
	int64_t		low;
} gir_wide;

typedef enum gir_verdict
{
	GIR_PASS,
	GIR_FAIL,
	GIR_NOT_ASSESSABLE
} gir_verdict;

/* How it is known that a rule holds. */
typedef enum gir_basis
{
	GIR_OFFICIAL,				/* printed in the form, or stated in a notice */
	GIR_DERIVED,				/* follows from what rows and columns mean */
	GIR_HEURISTIC				/* a matter of plausibility */
} gir_basis;

/* What a rule is about. */
typedef enum gir_scope
{
	GIR_SCOPE_REPORT,			/* the tables of a report */
	GIR_SCOPE_PROSE,			/* the prose of a report and its tables */
	GIR_SCOPE_YEARS,			/* an agency's reports on two years, one after the other */
	GIR_SCOPE_ROLLUP,			/* an area's report and the sum of those below it */
	GIR_SCOPE_COUNT
} gir_scope;

typedef struct gir_rule gir_rule;

/*
 * What is checked.  Texts are UTF-8, NULL if unknown; years are 0 if unknown.
 * "other" is the report on the year before, or the sum of the reports below,
 * and NULL if the rules are about one report.
 */
typedef struct gir_subject
{
	const gir_figures *figures;
	const gir_figures *other;
	int			year;
	int			other_year;
	const char *title;
	size_t		title_len;
	const char *agency;
	size_t		agency_len;
} gir_subject;

/* Why a rule could not be assessed, or had nothing to say. */
typedef enum gir_obstacle
{
	GIR_OBSTACLE_NONE,
	GIR_OBSTACLE_TABLE,			/* a table is missing */
	GIR_OBSTACLE_ROW,			/* a row is missing, or could not be read */
	GIR_OBSTACLE_BLANK,			/* a cell is blank that cannot be taken for 0 */
	GIR_OBSTACLE_FORM,			/* the two reports have other columns or rows here */
	GIR_OBSTACLE_RANGE,			/* numbers are too long to be compared exactly */
	GIR_OBSTACLE_BODY,			/* the agency's name does not show what body it is */
	GIR_OBSTACLE_TITLE,			/* the title is unknown */
	GIR_OBSTACLE_NOT_CONSECUTIVE,	/* the years do not follow one another */
	GIR_OBSTACLE_NOT_SAME_YEAR, /* the reports are on different years */
	GIR_OBSTACLE_OWN_LEVEL,		/* the report is on its own level alone */
	GIR_OBSTACLE_IDLE			/* passed: the rule's condition is not met */
} gir_obstacle;

/* One rule evaluated at one place.  It lives as long as the call that reports it. */
typedef struct gir_finding
{
	const gir_rule *rule;
	const gir_subject *subject;
	gir_verdict verdict;
	gir_obstacle obstacle;
	int			obstacle_cell;	/* a cell that is blank, or whose row is missing */
	bool		obstacle_other; /* that cell is in the subject's other figures */
	int			section;		/* 2 to 4, or 0 if it is about the whole report */
	gir_row_id	row;			/* the row it was evaluated in, or GIR_NO_ROW */
	gir_column	column;			/* the column, or GIR_NO_COLUMN */
	int			form;			/* the form that the place's labels are from */
	gir_wide	left;
	gir_wide	right;
	int			scale;			/* decimals in left and right: 0 for counts */
	int			blanks;			/* blank cells counted as 0 */
} gir_finding;

/*
 * Evaluate every rule of a scope at every place and report each result.  The
 * function returns false to stop early.  Returns false if it was stopped.
 * Rules of the scope "prose" have their evaluation elsewhere.
 *
 * Blanks are treated alike everywhere: a blank detail counts as 0, and the
 * finding says how many did; a blank total is an omission and is not judged;
 * what needs a row or table that is not there is not assessable.
 */
typedef bool (*gir_finding_function) (void *context, const gir_finding *finding);
extern bool gir_check_scope(gir_scope scope, const gir_subject *subject,
							gir_finding_function function, void *context);

/* The same for the rules of a report's own tables, with nothing but its numbers. */
extern bool gir_check(const gir_figures *figures, gir_finding_function function,
					  void *context);

/* True if no rule of severity "error" fails. */
extern bool gir_valid(const gir_figures *figures);

/* True if every cell of the form that the report is in holds a number. */
extern bool gir_complete(const gir_figures *figures);

/*
 * True if the sum of the row that the cell is in holds without any blank, and no
 * equation that it is part of fails.
 */
extern bool gir_confirmed(const gir_figures *figures, int cell);

/* The finding's relation with the printed labels. */
extern void gir_finding_expression(const gir_figures *figures, const gir_finding *finding,
								   const gir_writer *writer);

/* The finding in Chinese, for the person who has to mend the report. */
extern void gir_finding_message(const gir_figures *figures, const gir_finding *finding,
								const gir_writer *writer);

extern const char *gir_verdict_name(gir_verdict verdict);

/* ---- the catalogue of rules ---- */

/* All rules in the order of the catalogue: the first, the next, NULL at the end. */
extern const gir_rule *gir_next_rule(const gir_rule *rule);

/* The rule with an id such as "T3.1", or NULL. */
extern const gir_rule *gir_find_rule(const char *id);

extern const char *gir_rule_id(const gir_rule *rule);
extern gir_basis gir_rule_basis(const gir_rule *rule);
extern gir_severity gir_rule_severity(const gir_rule *rule);
extern gir_scope gir_rule_scope(const gir_rule *rule);
extern int	gir_rule_section(const gir_rule *rule); /* 0 if it is about several */
extern const char *gir_rule_description_zh(const gir_rule *rule);
extern const char *gir_rule_description_en(const gir_rule *rule);
extern void gir_rule_expression(const gir_rule *rule, const gir_writer *writer);
extern const char *gir_basis_name(gir_basis basis);
extern const char *gir_scope_name(gir_scope scope);

/* ---- sums ---- */

/*
 * Left minus right, and the decimal digits of a sum, as an integer or with a
 * number of decimals (at most 48 bytes with the end).
 */
extern gir_wide gir_wide_subtract(gir_wide a, gir_wide b);
extern void gir_wide_format(gir_wide value, char digits[32]);
extern void gir_wide_format_scaled(gir_wide value, int scale, char digits[48]);

#endif							/* GIREPORT_CORE_H */
