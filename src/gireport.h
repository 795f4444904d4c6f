/*
 * gireport.h
 *		Private declarations of the PostgreSQL layer.
 *
 * This layer fetches arguments, calls the core and builds Datums.  It knows no
 * labels and no rules; those are the core's const data.
 */
#ifndef GIREPORT_H
#define GIREPORT_H

#include "access/htup.h"
#include "access/tupdesc.h"
#include "fmgr.h"
#include "lib/stringinfo.h"

#include "compat.h"
#include "core/gireport_core.h"

/* The cells that hold amounts, in the order of gireport_content.amounts. */
#define GIREPORT_AMOUNT_COUNT 2
extern const int gireport_amount_cells[GIREPORT_AMOUNT_COUNT];

/* The Datums beside the figures that make up a value of the SQL type. */
typedef struct gireport_content
{
	gir_figures figures;

	/*
	 * The amounts as numeric Datums, valid where the figures say that the cell
	 * is known.  They are exact; the figures' own value of an amount read from
	 * a Datum is exact if it fits and else the nearest that fits.
	 */
	Datum		amounts[GIREPORT_AMOUNT_COUNT];

	Datum		title;			/* text */
	Datum		agency;			/* text */
	int32		year;
	bool		title_null;
	bool		agency_null;
	bool		year_null;
} gireport_content;

typedef struct gireport_types gireport_types;

/* ---- tuple.c: the SQL types, and values made ---- */

/*
 * The descriptors of the type gireport and of the types inside it, found once
 * per call site and kept in fn_extra.  "type_id" is the OID of the type.
 */
extern gireport_types *gireport_get_types(FunctionCallInfo fcinfo, Oid type_id);
extern gireport_types *gireport_types_of_result(FunctionCallInfo fcinfo);
extern gireport_types *gireport_types_of_argument(FunctionCallInfo fcinfo, HeapTupleHeader report);

/* Build a value of the type. */
extern Datum gireport_form(gireport_types *types, const gireport_content *content);

/* An amount of the figures as numeric. */
extern Datum gireport_amount_datum(int64 value, int scale);

/* A sum of figures as numeric. */
extern Datum gireport_wide_datum(gir_wide value);

/* ---- deform.c: values taken apart ---- */

/* Take a value of the type apart; Datums in *content point into it. */
extern void gireport_deform(gireport_types *types, HeapTupleHeader report,
							gireport_content *content);

/*
 * A row as it lies in a report: its known counts are bits of "columns", by their
 * slots, and lie one after the other, 8 bytes each, at any alignment.
 */
typedef struct gireport_row
{
	int			row;
	int			columns;
	const char *counts;
	bool		amount_known;
	Datum		amount;			/* numeric */
} gireport_row;

/* Who is shown the sections (from 0) and rows of a report, in their order. */
typedef struct gireport_walk
{
	void		(*section) (void *context, int section);
	void		(*row) (void *context, const gireport_row *row);
	void	   *context;
} gireport_walk;

/* Show the sections and rows of a value, where they lie. */
extern void gireport_walk_rows(gireport_types *types, HeapTupleHeader report,
							   const gireport_walk *walk);

/* ---- text.c: texts in the database's encoding, and the core's UTF-8 ---- */

/* A text as UTF-8.  "bytes" is not null-terminated. */
typedef struct gireport_input
{
	const char *bytes;
	size_t		len;
} gireport_input;

extern gireport_input gireport_get_input(FunctionCallInfo fcinfo, int argno);

/* A Datum of type text as UTF-8. */
extern gireport_input gireport_text_input(Datum datum);

/* UTF-8 from the core as a text Datum in the database's encoding. */
extern Datum gireport_text_datum(const char *utf8, size_t len);

/* The same as a C string. */
extern char *gireport_cstring(const char *utf8, size_t len);

/* A writer for the core that appends to a StringInfo, in UTF-8. */
extern gir_writer gireport_string_writer(StringInfo buffer);

/* A place in a text, in bytes and in characters, that moves along with its use. */
typedef struct gireport_place
{
	const char *bytes;
	uint32		offset;			/* bytes before it */
	int32		characters;		/* characters before it */
} gireport_place;

/* The position, in characters from 1, of a byte offset in the text. */
extern int32 gireport_position(gireport_place *place, uint32 offset);

/* ---- parse.c ---- */

/* Let a query be cancelled; a callback for the core. */
extern void gireport_check_interrupts(void);

/* Parse, without diagnostics; the query can be cancelled. */
extern bool gireport_parse_input(const gireport_input *input, gir_report *report,
								 gir_diagnostic *error);

/* The SQL value of a report. */
extern Datum gireport_report_datum(gireport_types *types, const gir_report *report);

/* ---- error.c: the core's diagnostics as errors ---- */

/* Why a document cannot be read, or is no report. */
typedef struct gireport_refusal
{
	int			sqlstate;
	const char *message;
	const char *detail;			/* or NULL */
	const char *hint;			/* or NULL */
} gireport_refusal;

/* Why a text is no report, as the core found it to be none. */
extern void gireport_explain(const gireport_input *input, const gir_report *report,
							 const gir_diagnostic *error, gireport_refusal *refusal);

/* Raise a refusal as an error. */
pg_noreturn extern void gireport_refuse(const gireport_refusal *refusal);

/* Raise the error that says why a text is no report. */
pg_noreturn extern void gireport_report_error(const gireport_input *input,
											  const gir_report *report,
											  const gir_diagnostic *error);

#endif							/* GIREPORT_H */
