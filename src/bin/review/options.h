/*
 * options.h
 *		The command line of gireport-review.
 */
#ifndef REVIEW_OPTIONS_H
#define REVIEW_OPTIONS_H

#include "bin/common/connect.h"

typedef struct review_options
{
	cli_connection connection;
	const char *table;			/* [schema.]name, as in SQL */
	const char *folder;			/* where the pages go */
	const char *agencies;		/* file with the agencies that have to report, or NULL */
	bool		force;			/* write beside foreign files */
	bool		quiet;			/* no progress, no summary */
} review_options;

/* Read the command line; does not return where it is wrong, or asks for help. */
void		review_get_options(int argc, char **argv, review_options *options);

#endif							/* REVIEW_OPTIONS_H */
