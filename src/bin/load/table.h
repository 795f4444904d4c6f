/*
 * table.h
 *		The table that files are loaded into, and the statements on it.
 */
#ifndef LOAD_TABLE_H
#define LOAD_TABLE_H

#include <stdbool.h>

#include "bin/load/session.h"

/*
 * Find the extension and the table, or create them if the options say so, see
 * that the table is one to load into, and set the session's statements.  False
 * after a failure, which is printed.
 */
bool		load_find_table(load_session *session, const char *user_path);

#endif							/* LOAD_TABLE_H */
