/*
 * catalogue.c
 *		The catalogue of rules: all of them in order, and what each says of itself.
 */
#include "core/identity.h"

#include <string.h>

const gir_rule_set *const gir_rule_sets[GIR_SCOPE_COUNT] = {
	[GIR_SCOPE_REPORT] = &gir_rules_report,
	[GIR_SCOPE_PROSE] = &gir_rules_prose,
	[GIR_SCOPE_YEARS] = &gir_rules_years,
	[GIR_SCOPE_ROLLUP] = &gir_rules_rollup,
};

static const char *const basis_names[] = {
	[GIR_OFFICIAL] = "official",
	[GIR_DERIVED] = "derived",
	[GIR_HEURISTIC] = "heuristic",
};

static const char *const scope_names[GIR_SCOPE_COUNT] = {
	[GIR_SCOPE_REPORT] = "report",
	[GIR_SCOPE_PROSE] = "prose",
	[GIR_SCOPE_YEARS] = "years",
	[GIR_SCOPE_ROLLUP] = "rollup",
};

/* The next rule in the order of the catalogue. */
const gir_rule *
gir_next_rule(const gir_rule *rule)
{
	const gir_rule_set *set;

	if (rule == NULL)
		return gir_rule_sets[0]->rules;
	set = gir_rule_sets[rule->scope];
	if (rule + 1 < set->rules + set->count)
		return rule + 1;
	return rule->scope + 1 < GIR_SCOPE_COUNT ? gir_rule_sets[rule->scope + 1]->rules : NULL;
}

/* The rule with an id. */
const gir_rule *
gir_find_rule(const char *id)
{
	const gir_rule *rule = NULL;

	while ((rule = gir_next_rule(rule)) != NULL)
	{
		if (strcmp(rule->id, id) == 0)
			break;
	}
	return rule;
}

/* Stable id of a rule. */
const char *
gir_rule_id(const gir_rule *rule)
{
	return rule->id;
}

/* How it is known that a rule holds. */
gir_basis
gir_rule_basis(const gir_rule *rule)
{
	return rule->basis;
}

/* Severity of a rule's failure. */
gir_severity
gir_rule_severity(const gir_rule *rule)
{
	return rule->severity;
}

/* What a rule is about. */
gir_scope
gir_rule_scope(const gir_rule *rule)
{
	return rule->scope;
}

/* The section that a rule is about. */
int
gir_rule_section(const gir_rule *rule)
{
	return rule->section;
}

/* What a rule says, in Chinese. */
const char *
gir_rule_description_zh(const gir_rule *rule)
{
	return rule->description_zh;
}

/* What a rule says, in English. */
const char *
gir_rule_description_en(const gir_rule *rule)
{
	return rule->description_en;
}

/* Stable name of a basis. */
const char *
gir_basis_name(gir_basis basis)
{
	return basis_names[basis];
}

/* Stable name of a scope. */
const char *
gir_scope_name(gir_scope scope)
{
	return scope_names[scope];
}
