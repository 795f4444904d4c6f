/*
 * record.c
 *		Codes of the rows and columns of the record, and its arithmetic.
 */
#include "core/record.h"

#include <stddef.h>

const char *const gir_column_codes[GIR_COL_COUNT] = {
	[GIR_COL_ISSUED] = "issued",
	[GIR_COL_REPEALED] = "repealed",
	[GIR_COL_IN_FORCE] = "in_force",
	[GIR_COL_MADE] = "made",
	[GIR_COL_DISCLOSED] = "disclosed",
	[GIR_COL_DISCLOSED_TOTAL] = "disclosed_total",
	[GIR_COL_DECISIONS] = "decisions",
	[GIR_COL_ITEMS_LAST_YEAR] = "items_last_year",
	[GIR_COL_ITEMS_CHANGE] = "items_change",
	[GIR_COL_AMOUNT] = "amount",
	[GIR_COL_ITEMS] = "items",
	[GIR_COL_NATURAL_PERSON] = "natural_person",
	[GIR_COL_COMMERCIAL_ENTERPRISE] = "commercial_enterprise",
	[GIR_COL_RESEARCH_INSTITUTION] = "research_institution",
	[GIR_COL_PUBLIC_WELFARE] = "public_welfare",
	[GIR_COL_LEGAL_SERVICE] = "legal_service",
	[GIR_COL_OTHER] = "other",
	[GIR_COL_UPHELD] = "upheld",
	[GIR_COL_CORRECTED] = "corrected",
	[GIR_COL_PENDING] = "pending",
	[GIR_COL_TOTAL] = "total",
};

const gir_kind_info gir_kinds[GIR_KIND_COUNT] = {
	[GIR_KIND_DOCUMENTS] = {"documents", 6, {
			GIR_COL_ISSUED, GIR_COL_REPEALED, GIR_COL_IN_FORCE,
			GIR_COL_MADE, GIR_COL_DISCLOSED, GIR_COL_DISCLOSED_TOTAL
	}},
	[GIR_KIND_DECISIONS] = {"decisions", 3, {
			GIR_COL_DECISIONS, GIR_COL_ITEMS_LAST_YEAR, GIR_COL_ITEMS_CHANGE
	}},
	[GIR_KIND_FEES] = {"fees", 3, {
			GIR_COL_AMOUNT, GIR_COL_ITEMS_LAST_YEAR, GIR_COL_ITEMS_CHANGE
	}},
	[GIR_KIND_PROCUREMENT] = {"procurement", 2, {
			GIR_COL_ITEMS, GIR_COL_AMOUNT
	}},
	[GIR_KIND_APPLICANTS] = {"applicants", 7, {
			GIR_COL_NATURAL_PERSON, GIR_COL_COMMERCIAL_ENTERPRISE,
			GIR_COL_RESEARCH_INSTITUTION, GIR_COL_PUBLIC_WELFARE,
			GIR_COL_LEGAL_SERVICE, GIR_COL_OTHER, GIR_COL_TOTAL
	}},
	[GIR_KIND_OUTCOMES] = {"outcomes", 5, {
			GIR_COL_UPHELD, GIR_COL_CORRECTED, GIR_COL_OTHER,
			GIR_COL_PENDING, GIR_COL_TOTAL
	}},
};

const gir_row_info gir_rows[GIR_ROW_COUNT] = {
	[GIR_ROW_REGULATIONS] = {"regulations", GIR_KIND_DOCUMENTS},
	[GIR_ROW_NORMATIVE_DOCUMENTS] = {"normative_documents", GIR_KIND_DOCUMENTS},
	[GIR_ROW_LICENSING] = {"licensing", GIR_KIND_DECISIONS},
	[GIR_ROW_OTHER_SERVICES] = {"other_services", GIR_KIND_DECISIONS},
	[GIR_ROW_PENALTY] = {"penalty", GIR_KIND_DECISIONS},
	[GIR_ROW_COERCION] = {"coercion", GIR_KIND_DECISIONS},
	[GIR_ROW_FEES] = {"fees", GIR_KIND_FEES},
	[GIR_ROW_PROCUREMENT] = {"procurement", GIR_KIND_PROCUREMENT},
	[GIR_ROW_RECEIVED] = {"received", GIR_KIND_APPLICANTS},
	[GIR_ROW_CARRIED_IN] = {"carried_in", GIR_KIND_APPLICANTS},
	[GIR_ROW_GRANTED] = {"granted", GIR_KIND_APPLICANTS},
	[GIR_ROW_PARTIALLY_GRANTED] = {"partially_granted", GIR_KIND_APPLICANTS},
	[GIR_ROW_DENIED_STATE_SECRET] = {"denied_state_secret", GIR_KIND_APPLICANTS},
	[GIR_ROW_DENIED_PROHIBITED_BY_LAW] = {"denied_prohibited_by_law", GIR_KIND_APPLICANTS},
	[GIR_ROW_DENIED_SECURITY_STABILITY] = {"denied_security_stability", GIR_KIND_APPLICANTS},
	[GIR_ROW_DENIED_THIRD_PARTY] = {"denied_third_party", GIR_KIND_APPLICANTS},
	[GIR_ROW_DENIED_INTERNAL_AFFAIRS] = {"denied_internal_affairs", GIR_KIND_APPLICANTS},
	[GIR_ROW_DENIED_DELIBERATIVE] = {"denied_deliberative", GIR_KIND_APPLICANTS},
	[GIR_ROW_DENIED_ENFORCEMENT_FILE] = {"denied_enforcement_file", GIR_KIND_APPLICANTS},
	[GIR_ROW_DENIED_ADMINISTRATIVE_QUERY] = {"denied_administrative_query", GIR_KIND_APPLICANTS},
	[GIR_ROW_UNAVAILABLE_NOT_HELD] = {"unavailable_not_held", GIR_KIND_APPLICANTS},
	[GIR_ROW_UNAVAILABLE_NEEDS_CREATION] = {"unavailable_needs_creation", GIR_KIND_APPLICANTS},
	[GIR_ROW_UNAVAILABLE_UNCLEAR] = {"unavailable_unclear", GIR_KIND_APPLICANTS},
	[GIR_ROW_REJECTED_PETITION] = {"rejected_petition", GIR_KIND_APPLICANTS},
	[GIR_ROW_REJECTED_REPEAT] = {"rejected_repeat", GIR_KIND_APPLICANTS},
	[GIR_ROW_REJECTED_PUBLICATION] = {"rejected_publication", GIR_KIND_APPLICANTS},
	[GIR_ROW_REJECTED_EXCESSIVE] = {"rejected_excessive", GIR_KIND_APPLICANTS},
	[GIR_ROW_REJECTED_CONFIRMATION] = {"rejected_confirmation", GIR_KIND_APPLICANTS},
	[GIR_ROW_OTHER_NOT_CORRECTED] = {"other_not_corrected", GIR_KIND_APPLICANTS},
	[GIR_ROW_OTHER_FEE_UNPAID] = {"other_fee_unpaid", GIR_KIND_APPLICANTS},
	[GIR_ROW_OTHER_MISC] = {"other_misc", GIR_KIND_APPLICANTS},
	[GIR_ROW_OTHER_HANDLING] = {"other_handling", GIR_KIND_APPLICANTS},
	[GIR_ROW_CONCLUDED] = {"concluded", GIR_KIND_APPLICANTS},
	[GIR_ROW_CARRIED_OUT] = {"carried_out", GIR_KIND_APPLICANTS},
	[GIR_ROW_RECONSIDERATION] = {"reconsideration", GIR_KIND_OUTCOMES},
	[GIR_ROW_LITIGATION_DIRECT] = {"litigation_direct", GIR_KIND_OUTCOMES},
	[GIR_ROW_LITIGATION_AFTER_RECONSIDERATION] = {"litigation_after_reconsideration", GIR_KIND_OUTCOMES},
};

const gir_section_info gir_sections[GIR_SECTION_COUNT] = {
	{"proactive", GIR_ROW_REGULATIONS, GIR_ROW_PROCUREMENT},
	{"requests", GIR_ROW_RECEIVED, GIR_ROW_CARRIED_OUT},
	{"disputes", GIR_ROW_RECONSIDERATION, GIR_ROW_LITIGATION_AFTER_RECONSIDERATION},
};

const uint8_t gir_slots[GIR_KIND_COUNT][GIR_COL_COUNT] = {
	[GIR_KIND_DOCUMENTS] = {
		[GIR_COL_ISSUED] = 1,
		[GIR_COL_REPEALED] = 2,
		[GIR_COL_IN_FORCE] = 3,
		[GIR_COL_MADE] = 4,
		[GIR_COL_DISCLOSED] = 5,
		[GIR_COL_DISCLOSED_TOTAL] = 6,
	},
	[GIR_KIND_DECISIONS] = {
		[GIR_COL_DECISIONS] = 1,
		[GIR_COL_ITEMS_LAST_YEAR] = 2,
		[GIR_COL_ITEMS_CHANGE] = 3,
	},
	[GIR_KIND_FEES] = {
		[GIR_COL_AMOUNT] = 1,
		[GIR_COL_ITEMS_LAST_YEAR] = 2,
		[GIR_COL_ITEMS_CHANGE] = 3,
	},
	[GIR_KIND_PROCUREMENT] = {
		[GIR_COL_ITEMS] = 1,
		[GIR_COL_AMOUNT] = 2,
	},
	[GIR_KIND_APPLICANTS] = {
		[GIR_COL_NATURAL_PERSON] = 1,
		[GIR_COL_COMMERCIAL_ENTERPRISE] = 2,
		[GIR_COL_RESEARCH_INSTITUTION] = 3,
		[GIR_COL_PUBLIC_WELFARE] = 4,
		[GIR_COL_LEGAL_SERVICE] = 5,
		[GIR_COL_OTHER] = 6,
		[GIR_COL_TOTAL] = 7,
	},
	[GIR_KIND_OUTCOMES] = {
		[GIR_COL_UPHELD] = 1,
		[GIR_COL_CORRECTED] = 2,
		[GIR_COL_OTHER] = 3,
		[GIR_COL_PENDING] = 4,
		[GIR_COL_TOTAL] = 5,
	},
};

/* The section that a row belongs to. */
int
gir_row_section(gir_row_id row)
{
	int			i;

	for (i = 0; i < GIR_SECTION_COUNT - 1; i++)
	{
		if (row <= gir_sections[i].last_row)
			break;
	}
	return GIR_FIRST_SECTION + i;
}

/* The column that a cell stands in. */
gir_column
gir_cell_column(int cell)
{
	const gir_kind_info *kind = &gir_kinds[gir_rows[GIR_CELL_ROW(cell)].kind];
	int			slot = GIR_CELL_SLOT(cell);

	return slot < kind->ncolumns ? kind->columns[slot] : GIR_NO_COLUMN;
}

/* True if a cell holds an amount of money. */
int
gir_cell_is_amount(int cell)
{
	return gir_cell_column(cell) == GIR_COL_AMOUNT;
}
