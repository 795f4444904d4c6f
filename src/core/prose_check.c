/*
 * prose_check.c
 *		The claims of the prose against the tables, and against one another.
 *
 * Where sentences contradict one another there is no telling which one is meant,
 * and none is compared.  What the tables do not have is not assessable; a blank
 * total is an omission and no 0.
 */
#include "core/prose.h"

#include <string.h>

#include "core/wide.h"

#define TOTAL(code, rule, label, first, last) \
	{code, rule, label, first, last, GIR_NO_ROW, GIR_COL_TOTAL, GIR_NO_COLUMN}

/* A row of documents; the 2019 form counts those made, not those issued. */
#define DOCUMENT(code, label, row, column, other) \
	{code, "P6", label, row, row, GIR_NO_ROW, column, other}

/* How the tables count each subject.  The numbers of the rules are the rule set's. */
const gir_claim_info gir_claim_subjects[GIR_CLAIM_COUNT] = {
	[GIR_CLAIM_RECEIVED] =
	TOTAL("received", "P1", "收到的政府信息公开申请", GIR_ROW_RECEIVED, GIR_ROW_RECEIVED),
	[GIR_CLAIM_CARRIED_IN] =
	TOTAL("carried_in", "P2", "上年结转的申请", GIR_ROW_CARRIED_IN, GIR_ROW_CARRIED_IN),
	[GIR_CLAIM_CONCLUDED] =
	TOTAL("concluded", "P2", "办结的申请", GIR_ROW_CONCLUDED, GIR_ROW_CONCLUDED),
	[GIR_CLAIM_CARRIED_OUT] =
	TOTAL("carried_out", "P2", "结转下年度的申请", GIR_ROW_CARRIED_OUT, GIR_ROW_CARRIED_OUT),
	[GIR_CLAIM_GRANTED] =
	TOTAL("granted", "P3", "予以公开", GIR_ROW_GRANTED, GIR_ROW_GRANTED),
	[GIR_CLAIM_PARTIALLY_GRANTED] =
	TOTAL("partially_granted", "P3", "部分公开", GIR_ROW_PARTIALLY_GRANTED, GIR_ROW_PARTIALLY_GRANTED),
	[GIR_CLAIM_GRANTED_OR_PARTIALLY_GRANTED] =
	TOTAL("granted_or_partially_granted", "P3", "予以公开和部分公开", GIR_ROW_GRANTED,
		  GIR_ROW_PARTIALLY_GRANTED),
	[GIR_CLAIM_DENIED] =
	TOTAL("denied", "P3", "不予公开", GIR_ROW_DENIED_STATE_SECRET, GIR_ROW_DENIED_ADMINISTRATIVE_QUERY),
	[GIR_CLAIM_UNAVAILABLE] =
	TOTAL("unavailable", "P3", "无法提供", GIR_ROW_UNAVAILABLE_NOT_HELD, GIR_ROW_UNAVAILABLE_UNCLEAR),
	[GIR_CLAIM_REJECTED] =
	TOTAL("rejected", "P3", "不予处理", GIR_ROW_REJECTED_PETITION, GIR_ROW_REJECTED_CONFIRMATION),
	[GIR_CLAIM_OTHER_HANDLING] =
	{"other_handling", "P3", "其他处理", GIR_ROW_OTHER_NOT_CORRECTED, GIR_ROW_OTHER_MISC,
	GIR_ROW_OTHER_HANDLING, GIR_COL_TOTAL, GIR_NO_COLUMN},
	[GIR_CLAIM_RECONSIDERATION] =
	TOTAL("reconsideration", "P5", "行政复议", GIR_ROW_RECONSIDERATION, GIR_ROW_RECONSIDERATION),
	[GIR_CLAIM_LITIGATION] =
	TOTAL("litigation", "P5", "行政诉讼", GIR_ROW_LITIGATION_DIRECT,
		  GIR_ROW_LITIGATION_AFTER_RECONSIDERATION),
	[GIR_CLAIM_LITIGATION_DIRECT] =
	TOTAL("litigation_direct", "P5", "未经复议直接起诉", GIR_ROW_LITIGATION_DIRECT,
		  GIR_ROW_LITIGATION_DIRECT),
	[GIR_CLAIM_LITIGATION_AFTER_RECONSIDERATION] =
	TOTAL("litigation_after_reconsideration", "P5", "复议后起诉",
		  GIR_ROW_LITIGATION_AFTER_RECONSIDERATION, GIR_ROW_LITIGATION_AFTER_RECONSIDERATION),
	[GIR_CLAIM_NORMATIVE_DOCUMENTS_ISSUED] =
	DOCUMENT("normative_documents_issued", "制发的行政规范性文件", GIR_ROW_NORMATIVE_DOCUMENTS,
			 GIR_COL_ISSUED, GIR_COL_MADE),
	[GIR_CLAIM_NORMATIVE_DOCUMENTS_REPEALED] =
	DOCUMENT("normative_documents_repealed", "废止的行政规范性文件", GIR_ROW_NORMATIVE_DOCUMENTS,
			 GIR_COL_REPEALED, GIR_NO_COLUMN),
	[GIR_CLAIM_NORMATIVE_DOCUMENTS_IN_FORCE] =
	DOCUMENT("normative_documents_in_force", "现行有效的行政规范性文件", GIR_ROW_NORMATIVE_DOCUMENTS,
			 GIR_COL_IN_FORCE, GIR_NO_COLUMN),
	[GIR_CLAIM_REGULATIONS_ISSUED] =
	DOCUMENT("regulations_issued", "制发的规章", GIR_ROW_REGULATIONS, GIR_COL_ISSUED, GIR_COL_MADE),
	[GIR_CLAIM_REGULATIONS_REPEALED] =
	DOCUMENT("regulations_repealed", "废止的规章", GIR_ROW_REGULATIONS, GIR_COL_REPEALED, GIR_NO_COLUMN),
	[GIR_CLAIM_REGULATIONS_IN_FORCE] =
	DOCUMENT("regulations_in_force", "现行有效的规章", GIR_ROW_REGULATIONS, GIR_COL_IN_FORCE, GIR_NO_COLUMN),
};

/* The rules that are not a subject's own. */
#define RULE_NOTHING "P4"		/* "none was received", "all were concluded" */
#define RULE_CLASSES "P3"		/* the classes add up */
#define RULE_YEAR "P7"

/* Classes of results, with those counted together as one more. */
#define FIRST_CLASS GIR_CLAIM_GRANTED
#define LAST_CLASS GIR_CLAIM_OTHER_HANDLING
#define CLASS_COUNT (LAST_CLASS - FIRST_CLASS + 1)

/* The claims of one finding must say the same: how and about what. */
typedef struct category
{
	gir_claim_subject subject;
	bool		fresh;
	bool		all_done;
} category;

/* What is needed on the way. */
typedef struct check
{
	const gir_figures *figures;
	const gir_claim *claims;
	int			nclaims;
	const gir_claim **group;
	gir_prose_function function;
	void	   *context;
} check;

/* Stable name of a subject. */
const char *
gir_claim_code(gir_claim_subject subject)
{
	return gir_claim_subjects[subject].code;
}

/* ---- sums ---- */

/* A count as a sum. */
static gir_wide
wide(int64_t value)
{
	gir_wide	sum = {0, 0};

	gir_wide_add(&sum, value);
	return sum;
}

/* Add a cell of the tables to a sum; false if there is no number in it. */
static bool
add_cell(const gir_figures *figures, gir_row_id row, gir_column column, gir_wide *sum)
{
	int			cell = column == GIR_NO_COLUMN ? GIR_NO_CELL : gir_cell_at(row, column);

	if (cell == GIR_NO_CELL || !figures->row_present[row] || !figures->known[cell])
		return false;
	gir_wide_add(sum, figures->value[cell]);
	return true;
}

/* Add what the tables count of a subject to a sum; false if that is not known. */
static bool
add_count(const gir_figures *figures, gir_claim_subject subject, gir_wide *sum)
{
	const gir_claim_info *info = &gir_claim_subjects[subject];
	int			row;

	if (info->other_row != GIR_NO_ROW && figures->row_present[info->other_row])
		return add_cell(figures, (gir_row_id) info->other_row, (gir_column) info->column, sum);
	for (row = info->first_row; row <= info->last_row; row++)
	{
		if (!add_cell(figures, (gir_row_id) row, (gir_column) info->column, sum) &&
			!add_cell(figures, (gir_row_id) row, (gir_column) info->other_column, sum))
			return false;
	}
	return true;
}

/* Whether both sides are equal. */
static gir_verdict
compare(const gir_prose_finding *finding)
{
	return gir_wide_compare(finding->left, finding->right) == 0 ? GIR_PASS : GIR_FAIL;
}

/* ---- claims against the tables ---- */

/* True if a claim is about the report and of a category. */
static bool
is_in(const gir_claim *claim, const category *which)
{
	return claim->other_year == 0 && claim->subject == which->subject &&
		claim->fresh == which->fresh && (claim->basis == GIR_CLAIM_BY_ALL_DONE) == which->all_done;
}

/* True if a sentence also says how many of its requests were carried in. */
static bool
says_carried_in(const check *c, const gir_claim *claim)
{
	const gir_claim *other;

	for (other = claim; other >= c->claims &&
		 other->sentence_number == claim->sentence_number; other--)
	{
		if (other->subject == GIR_CLAIM_CARRIED_IN)
			return true;
	}
	for (other = claim; other < c->claims + c->nclaims &&
		 other->sentence_number == claim->sentence_number; other++)
	{
		if (other->subject == GIR_CLAIM_CARRIED_IN)
			return true;
	}
	return false;
}

/* The rule that a claim falls under, and how much weight it has. */
static void
set_rule(const check *c, const gir_claim *claim, gir_prose_finding *finding)
{
	finding->rule = gir_claim_subjects[claim->subject].rule;
	finding->severity = GIR_WARNING;
	if (claim->basis == GIR_CLAIM_BY_ALL_DONE)
		finding->rule = RULE_NOTHING;
	else if (claim->subject == GIR_CLAIM_RECEIVED && claim->value == 0)
	{
		finding->rule = RULE_NOTHING;
		finding->severity = GIR_ERROR;
	}
	else if (claim->subject == GIR_CLAIM_RECEIVED &&
			 (claim->fresh || says_carried_in(c, claim)))
		finding->severity = GIR_ERROR;
}

/*
 * Compare the requests received.  Some count those carried in, too, without
 * saying so; not where the words are clear.
 */
static void
compare_received(const check *c, gir_prose_finding *finding)
{
	const gir_claim *claim = finding->claims[0];
	gir_wide	both = finding->right;
	bool		known = add_count(c->figures, GIR_CLAIM_CARRIED_IN, &both);

	if (claim->whole && !claim->fresh)
	{
		finding->right = both;
		finding->with_carried_in = known;
		finding->verdict = known ? compare(finding) : GIR_NOT_ASSESSABLE;
		return;
	}
	if (claim->fresh && !claim->whole)
	{
		finding->verdict = compare(finding);
		return;
	}
	if (gir_wide_compare(finding->left, finding->right) != 0 && finding->claims[0]->value != 0)
	{
		if (!known)
		{
			finding->verdict = GIR_NOT_ASSESSABLE;
			return;
		}
		if (gir_wide_compare(finding->left, both) == 0)
		{
			finding->right = both;
			finding->with_carried_in = true;
		}
	}
	finding->verdict = compare(finding);
}

/* Compare the claims of a category with the tables. */
static void
check_category(const check *c, const category *which)
{
	gir_prose_finding finding;
	bool		contradictory = false;
	int			i;

	memset(&finding, 0, sizeof(finding));
	for (i = 0; i < c->nclaims; i++)
	{
		if (!is_in(&c->claims[i], which))
			continue;
		if (finding.nclaims > 0 && c->claims[i].value != c->group[0]->value)
			contradictory = true;
		c->group[finding.nclaims++] = &c->claims[i];
	}
	if (finding.nclaims == 0)
		return;

	finding.kind = GIR_PROSE_TABLE;
	finding.subject = which->subject;
	finding.claims = c->group;
	set_rule(c, c->group[0], &finding);
	finding.right_known = add_count(c->figures, which->subject, &finding.right);
	if (contradictory)
		finding.verdict = GIR_NOT_ASSESSABLE;
	else
	{
		finding.nclaims = 1;
		finding.left = wide(c->group[0]->value);
		finding.left_known = true;
		if (!finding.right_known)
			finding.verdict = GIR_NOT_ASSESSABLE;
		else if (which->subject == GIR_CLAIM_RECEIVED)
			compare_received(c, &finding);
		else
			finding.verdict = compare(&finding);
	}
	c->function(c->context, &finding);
}

/* ---- claims against one another ---- */

/*
 * The classes of results of a sentence, claims first to last, have to add up to
 * the requests concluded that it states.  Classes that are left out may be 0.
 */
static void
check_classes(const check *c, int first, int last)
{
	gir_prose_finding finding;
	bool		seen[CLASS_COUNT] = {false};
	bool		complete;
	int			i;

	memset(&finding, 0, sizeof(finding));
	finding.kind = GIR_PROSE_SUM;
	finding.rule = RULE_CLASSES;
	finding.severity = GIR_WARNING;
	finding.subject = GIR_CLAIM_CONCLUDED;
	finding.claims = c->group;
	finding.left_known = true;
	for (i = first; i <= last; i++)
	{
		const gir_claim *claim = &c->claims[i];

		if (claim->other_year != 0)
			continue;
		if (claim->subject == GIR_CLAIM_CONCLUDED)
		{
			finding.right = wide(claim->value);
			finding.right_known = true;
		}
		else if (claim->subject >= FIRST_CLASS && claim->subject <= LAST_CLASS)
		{
			gir_wide_add(&finding.left, claim->value);
			seen[claim->subject - FIRST_CLASS] = true;
			c->group[finding.nclaims++] = claim;
		}
	}
	if (!finding.right_known || finding.nclaims < 2)
		return;

	complete = seen[GIR_CLAIM_GRANTED_OR_PARTIALLY_GRANTED - FIRST_CLASS] ||
		(seen[GIR_CLAIM_GRANTED - FIRST_CLASS] && seen[GIR_CLAIM_PARTIALLY_GRANTED - FIRST_CLASS]);
	for (i = GIR_CLAIM_DENIED; i <= LAST_CLASS; i++)
		complete &= seen[i - FIRST_CLASS];
	finding.verdict = compare(&finding);
	if (!complete && gir_wide_compare(finding.left, finding.right) < 0)
		finding.verdict = GIR_NOT_ASSESSABLE;
	c->function(c->context, &finding);
}

/* What a subject is about: requests, disputes, or documents. */
static int
topic_of(gir_claim_subject subject)
{
	return subject < GIR_CLAIM_RECONSIDERATION ? 0 :
		subject < GIR_CLAIM_NORMATIVE_DOCUMENTS_ISSUED ? 1 : 2;
}

#define TOPIC_COUNT 3

/*
 * Claims about another year, where nothing like it is said of the report's: text that
 * was left from another report.  Sentences that compare years are as they should
 * be.
 */
static void
check_years(const check *c, int year)
{
	bool		stated[TOPIC_COUNT] = {false};
	uint32_t	sentence = 0;
	int			i;

	for (i = 0; i < c->nclaims; i++)
		stated[topic_of(c->claims[i].subject)] |= c->claims[i].other_year == 0;
	for (i = 0; i < c->nclaims; i++)
	{
		const gir_claim *claim = &c->claims[i];
		gir_prose_finding finding;

		if (claim->other_year == 0 || stated[topic_of(claim->subject)] || claim->sentence_number == sentence)
			continue;
		sentence = claim->sentence_number;
		memset(&finding, 0, sizeof(finding));
		finding.kind = GIR_PROSE_YEAR;
		finding.rule = RULE_YEAR;
		finding.severity = GIR_WARNING;
		finding.verdict = GIR_FAIL;
		finding.subject = claim->subject;
		c->group[0] = claim;
		finding.claims = c->group;
		finding.nclaims = 1;
		finding.left = wide(claim->other_year);
		finding.right = wide(year);
		finding.left_known = finding.right_known = true;
		c->function(c->context, &finding);
	}
}

/* Compare claims with the tables. */
void
gir_check_prose(const gir_figures *figures, int year, const gir_claim *claims, int nclaims,
				const gir_claim **group, gir_prose_function function, void *context)
{
	check		c = {figures, claims, nclaims, group, function, context};
	int			subject;
	int			first;
	int			last;

	for (subject = 0; subject < GIR_CLAIM_COUNT; subject++)
	{
		category	plain = {(gir_claim_subject) subject, false, false};
		category	fresh = {(gir_claim_subject) subject, true, false};
		category	all_done = {(gir_claim_subject) subject, false, true};

		check_category(&c, &plain);
		if (subject == GIR_CLAIM_RECEIVED)
			check_category(&c, &fresh);
		if (subject == GIR_CLAIM_CARRIED_OUT)
			check_category(&c, &all_done);
	}
	for (first = 0; first < nclaims; first = last + 1)
	{
		last = first;
		while (last + 1 < nclaims &&
			   claims[last + 1].sentence_number == claims[first].sentence_number)
			last++;
		check_classes(&c, first, last);
	}
	check_years(&c, year);
}
