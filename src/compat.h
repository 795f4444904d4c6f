/*
 * compat.h
 *		Every difference between server versions, and nothing else.
 */
#ifndef GIREPORT_COMPAT_H
#define GIREPORT_COMPAT_H

#include "fmgr.h"
#include "funcapi.h"

/* Varlena macros moved to a header of their own in 16. */
#if PG_VERSION_NUM >= 160000
#include "varatt.h"
#endif

/* 15 has a helper that sets up a set-returning function with a tuplestore. */
#if PG_VERSION_NUM < 150000
extern void gireport_init_materialized(FunctionCallInfo fcinfo);
#define InitMaterializedSRF(fcinfo, flags) gireport_init_materialized(fcinfo)
#endif

/* 18 writes it in front of a declaration; before, it was an attribute. */
#ifndef pg_noreturn
#define pg_noreturn pg_attribute_noreturn()
#endif

/* 16 has soft errors; before it they are errors. */
#ifndef ereturn
#define ereturn(context, dummy_value, ...) \
	do { \
		(void) (context); \
		ereport(ERROR, __VA_ARGS__); \
	} while (0)
#endif

#endif							/* GIREPORT_COMPAT_H */
