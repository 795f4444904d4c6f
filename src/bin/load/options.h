/*
 * options.h
 *		The command line of gireport-load.
 */
#ifndef LOAD_OPTIONS_H
#define LOAD_OPTIONS_H

#include <stdbool.h>

#include "bin/common/connect.h"

typedef struct load_options
{
	cli_connection connection;
	const char *table;			/* [schema.]name, as in SQL */
	bool		create;
	bool		dry_run;
	bool		quiet;
	bool		verbose;
	char	  **paths;			/* folders and files */
	int			npaths;
} load_options;

/* Read the command line; does not return where it is wrong, or asks for help. */
void		load_get_options(int argc, char **argv, load_options *options);

#endif							/* LOAD_OPTIONS_H */
