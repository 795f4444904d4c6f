/*
 * tuple.h
 *		The descriptors of the type gireport and of the types inside it, for the
 *		files that take its values apart and build them.
 */
#ifndef GIREPORT_TUPLE_H
#define GIREPORT_TUPLE_H

#include "gireport.h"

/* Attributes of the type gireport itself. */
enum
{
	ATTR_TITLE,
	ATTR_AGENCY,
	ATTR_YEAR,
	ATTR_FIRST_SECTION,
	ATTR_COUNT = ATTR_FIRST_SECTION + GIR_SECTION_COUNT
};

/* More attributes than any of the types has, with room for additions. */
#define MAX_ATTRIBUTES 64

/* A composite type: its descriptor, and which of its attributes are ours. */
typedef struct row_type
{
	TupleDesc	descriptor;

	/* our number of the attribute at each place, or -1 if it is not ours */
	int			ours[MAX_ATTRIBUTES];

	/* the place of each attribute of ours */
	int			place[MAX_ATTRIBUTES];

	/*
	 * Ours come first, in our order, as the extension makes the type.  Then
	 * "simple" is how many they are, and otherwise 0.
	 */
	int			simple;

	/*
	 * If it has nothing but counts of ours, in our order: the headers of a value
	 * without NULLs and of one with some, as the server makes them.  Otherwise
	 * NULL.
	 */
	HeapTupleHeader full;
	HeapTupleHeader partial;
} row_type;

struct gireport_types
{
	Oid			type_id;
	row_type	report;
	row_type	sections[GIR_SECTION_COUNT];
	row_type	kinds[GIR_KIND_COUNT];
};

#endif							/* GIREPORT_TUPLE_H */
