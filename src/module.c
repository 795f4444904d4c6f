/*
 * module.c
 *		Module magic.
 */
#include "postgres.h"

#include "fmgr.h"

#include "compat.h"

#ifdef PG_MODULE_MAGIC_EXT
PG_MODULE_MAGIC_EXT(.name = "gireport", .version = "1.0.0");
#else
PG_MODULE_MAGIC;
#endif
