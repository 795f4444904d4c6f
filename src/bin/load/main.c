/*
 * main.c
 *		gireport-load: the program's course.
 */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "bin/common/connect.h"
#include "bin/common/message.h"
#include "bin/load/options.h"

int
main(int argc, char **argv)
{
	load_options options;
	PGconn	   *conn;

	cli_set_program(argv[0]);
	load_get_options(argc, argv, &options);
	conn = cli_connect(&options.connection, true, NULL);
	if (conn == NULL)
		return CLI_EXIT_CONNECTION;
	PQfinish(conn);
	return CLI_EXIT_OK;
}
