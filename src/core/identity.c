/*
 * identity.c
 *		Taking the rules to the places where they are evaluated.
 */
#include "core/evaluate.h"

#include <string.h>

/* ---- places ---- */

/*
 * True if the place is one that the reports have: each term has its cell, and
 * one of their forms prints it.  A rule's rows all have the columns it names.
 */
static bool
is_place(const gir_evaluation *ev, const gir_used_side *side, gir_row_id row, gir_column column)
{
	int			i;

	if (ev->errors_only && column == GIR_NO_COLUMN)
		return true;
	for (i = 0; i < side->count; i++)
	{
		int			cell = gir_term_cell(side->terms[i], row, column);

		if (cell == GIR_NO_CELL || (!ev->errors_only && !ev->in_form[cell]))
			return false;
	}
	return true;
}

/* The newest form of the place that prints its cells. */
static int
form_of_place(const gir_evaluation *ev, const gir_used_side *side, const gir_finding *finding)
{
	uint8_t		forms;
	int			form;

	if (ev->errors_only || finding->row == GIR_NO_ROW)
		return GIR_FORM_NEWEST;
	forms = gir_forms_of_row(ev, finding->row);
	for (form = GIR_FORM_NEWEST; form > 0; form--)
	{
		if ((forms & 1 << form) &&
			gir_form_has_cell(form, gir_term_cell(side->terms[0], finding->row, finding->column)))
			break;
	}
	return form;
}

/* ---- rules ---- */

/* Evaluate a rule at a place and report the result. */
static bool
visit(const gir_evaluation *ev, const gir_rule_at_work *work, int section,
	  gir_row_id row, gir_column column)
{
	gir_finding finding = {0};

	finding.rule = work->rule;
	finding.subject = ev->subject;
	finding.obstacle_cell = GIR_NO_CELL;
	finding.section = section;
	finding.row = row;
	finding.column = column;
	finding.form = form_of_place(ev, &work->left, &finding);

	if (work->rule->relation == GIR_NOT_OWN_LEVEL)
	{
		const gir_subject *s = ev->subject;

		if (s->title == NULL)
			finding.obstacle = GIR_OBSTACLE_TITLE;
		finding.verdict = s->title == NULL ? GIR_NOT_ASSESSABLE :
			gir_own_level(s->title, s->title_len) ? GIR_FAIL : GIR_PASS;
	}
	else if (ev->obstacle != GIR_OBSTACLE_NONE)
	{
		finding.verdict = GIR_NOT_ASSESSABLE;
		finding.obstacle = ev->obstacle;
	}
	else if (work->rule->relation == GIR_NOT_COPIED)
		gir_check_copied(&finding);
	else if (work->rule->relation == GIR_SAME_FORM)
		gir_check_form(&ev->forms, &ev->other_forms, &finding);
	else
		gir_compare_sides(ev, work, &finding);
	return ev->function(ev->context, &finding);
}

/* Evaluate a rule in each column of section 3. */
static bool
visit_columns(const gir_evaluation *ev, const gir_rule_at_work *work)
{
	const gir_kind_info *kind = &gir_kinds[GIR_KIND_APPLICANTS];
	int			slot;

	for (slot = 0; slot < kind->ncolumns; slot++)
	{
		if (!visit(ev, work, work->rule->section, GIR_NO_ROW, kind->columns[slot]))
			return false;
	}
	return true;
}

/*
 * True if a rule about single cells has nothing to say that is an error.  Most
 * places of most reports are of this kind.
 */
static bool
plainly_no_error(const gir_evaluation *ev, const gir_rule *rule, int cell)
{
	const gir_figures *figures = ev->subject->figures;

	return ev->errors_only && rule->relation == GIR_AT_LEAST && rule->right.count == 0 &&
		rule->left.terms[0].row == GIR_NO_ROW &&
		(!figures->known[cell] || (figures->scale[cell] == 0 && figures->value[cell] >= rule->constant));
}

/* Evaluate a rule in a row: there, or in each of its columns. */
static bool
visit_row(const gir_evaluation *ev, const gir_rule_at_work *work, gir_row_id row)
{
	const gir_kind_info *kind = &gir_kinds[gir_rows[row].kind];
	bool		cells = work->rule->places == GIR_IN_CELLS;
	int			n = cells ? kind->ncolumns : 1;
	int			i;

	for (i = 0; i < n; i++)
	{
		gir_column	column = cells ? kind->columns[i] : GIR_NO_COLUMN;

		if (cells && (!(work->rule->columns & GIR_COLUMN_BIT(column)) ||
					  plainly_no_error(ev, work->rule, GIR_CELL(row, i))))
			continue;
		if (is_place(ev, &work->left, row, column) && is_place(ev, &work->right, row, column) &&
			!visit(ev, work, gir_row_section(row), row, column))
			return false;
	}
	return true;
}

/* Evaluate a rule at all its places. */
static bool
check_rule(const gir_evaluation *ev, const gir_rule *rule)
{
	const gir_subject *s = ev->subject;
	gir_rule_at_work work;
	int			i;

	work.rule = rule;
	work.left.count = gir_used_terms(&rule->left, s->figures, s->other, work.left.terms);
	work.right.count = gir_used_terms(&rule->right, s->figures, s->other, work.right.terms);
	work.unless.count = gir_used_terms(&rule->unless, s->figures, s->other, work.unless.terms);

	switch (rule->places)
	{
		case GIR_IN_COLUMNS:
			return visit_columns(ev, &work);
		case GIR_IN_ROWS:
		case GIR_IN_CELLS:
			for (i = 0; i < GIR_ROW_COUNT; i++)
			{
				if ((rule->rows & GIR_ROW_BIT(i)) && !visit_row(ev, &work, (gir_row_id) i))
					return false;
			}
			return true;
		case GIR_IN_TABLES:
			for (i = GIR_FIRST_SECTION; i <= GIR_LAST_SECTION; i++)
			{
				if ((rule->rows & GIR_ROW_BIT(i)) &&
					!visit(ev, &work, i, GIR_NO_ROW, GIR_NO_COLUMN))
					return false;
			}
			return true;
		case GIR_IN_REPORT:
			return visit(ev, &work, 0, GIR_NO_ROW, GIR_NO_COLUMN);
		case GIR_ELSEWHERE:
			break;
	}
	return true;
}

/* Evaluate the rules of a scope. */
static bool
check_set(const gir_evaluation *ev, gir_scope scope)
{
	const gir_rule_set *set = gir_rule_sets[scope];
	int			i;

	for (i = 0; i < set->count; i++)
	{
		if (ev->errors_only && set->rules[i].severity != GIR_ERROR)
			continue;
		if (!check_rule(ev, &set->rules[i]))
			return false;
	}
	return true;
}

/* Why two reports cannot be compared at all. */
static gir_obstacle
find_obstacle(gir_scope scope, const gir_subject *s)
{
	bool		years_known = s->year != 0 && s->other_year != 0;

	if (scope == GIR_SCOPE_YEARS && years_known && s->year != s->other_year + 1)
		return GIR_OBSTACLE_NOT_CONSECUTIVE;
	if (scope == GIR_SCOPE_ROLLUP && years_known && s->year != s->other_year)
		return GIR_OBSTACLE_NOT_SAME_YEAR;
	if (scope == GIR_SCOPE_ROLLUP && s->title != NULL && gir_own_level(s->title, s->title_len))
		return GIR_OBSTACLE_OWN_LEVEL;
	return GIR_OBSTACLE_NONE;
}

/* Note a cell of a report's form. */
static void
note_cell(void *context, const gir_listed_cell *cell)
{
	bool	   *in_form = context;

	in_form[cell->cell] = true;
}

/* ---- what the rest of the core and its callers use ---- */

/* Evaluate every rule of a scope at every place. */
bool
gir_check_scope(gir_scope scope, const gir_subject *subject,
				gir_finding_function function, void *context)
{
	gir_evaluation ev;

	memset(&ev, 0, sizeof(ev));
	ev.subject = subject;
	ev.function = function;
	ev.context = context;
	ev.obstacle = find_obstacle(scope, subject);
	if (subject->agency != NULL)
		ev.body = gir_classify_body(subject->agency, subject->agency_len);
	gir_forms_of_figures(subject->figures, &ev.forms);
	gir_list_cells(&ev.forms, note_cell, ev.in_form);
	if (subject->other != NULL)
	{
		gir_forms_of_figures(subject->other, &ev.other_forms);
		gir_list_cells(&ev.other_forms, note_cell, ev.in_form);
	}
	return check_set(&ev, scope);
}

/* The rules of a report's own tables, with nothing but its numbers. */
bool
gir_check(const gir_figures *figures, gir_finding_function function, void *context)
{
	gir_subject subject = {0};

	subject.figures = figures;
	return gir_check_scope(GIR_SCOPE_REPORT, &subject, function, context);
}

/* Evaluate the rules whose failure is an error. */
static bool
check_errors(const gir_figures *figures, gir_finding_function function, void *context)
{
	gir_subject subject = {0};
	gir_evaluation ev;

	subject.figures = figures;
	ev.subject = &subject;
	ev.function = function;
	ev.context = context;
	ev.errors_only = true;
	ev.obstacle = GIR_OBSTACLE_NONE;
	ev.body = GIR_BODY_UNKNOWN;
	return check_set(&ev, GIR_SCOPE_REPORT);
}

/* Stop at the first failure. */
static bool
stop_at_failure(void *context, const gir_finding *finding)
{
	(void) context;
	return finding->verdict != GIR_FAIL;
}

/* True if no rule of severity "error" fails. */
bool
gir_valid(const gir_figures *figures)
{
	return gir_plainly_valid(figures) || check_errors(figures, stop_at_failure, NULL);
}

/* What is known about the cells of a report's form. */
typedef struct completeness
{
	const gir_figures *figures;
	bool		complete;
} completeness;

/* Note whether a cell holds a number. */
static void
note_completeness(void *context, const gir_listed_cell *cell)
{
	completeness *c = context;

	c->complete = c->complete && c->figures->known[cell->cell];
}

/* True if every cell of the form holds a number. */
bool
gir_complete(const gir_figures *figures)
{
	completeness c = {figures, true};
	gir_row_forms forms;

	gir_forms_of_figures(figures, &forms);
	gir_list_cells(&forms, note_completeness, &c);
	return c.complete;
}

/* What is known about a cell in question. */
typedef struct confirmation
{
	int			cell;
	bool		confirmed;
	bool		refuted;
} confirmation;

/* Note what an equation says about the cell in question. */
static bool
note_equation(void *context, const gir_finding *finding)
{
	confirmation *c = context;
	bool		of_row = finding->rule->places == GIR_IN_ROWS;

	if (finding->rule->relation != GIR_EQUAL)
		return true;
	if (of_row ? finding->row != GIR_CELL_ROW(c->cell) :
		gir_row_section(GIR_CELL_ROW(c->cell)) != finding->section ||
		finding->column != gir_cell_column(c->cell))
		return true;
	if (finding->verdict == GIR_FAIL)
		c->refuted = true;
	else if (finding->verdict == GIR_PASS && finding->blanks == 0 && of_row)
		c->confirmed = true;
	return true;
}

/* True if the equations confirm a cell. */
bool
gir_confirmed(const gir_figures *figures, int cell)
{
	confirmation c = {cell, false, false};

	check_errors(figures, note_equation, &c);
	return c.confirmed && !c.refuted;
}
