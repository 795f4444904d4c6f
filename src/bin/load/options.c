/*
 * options.c
 *		The command line of gireport-load.
 */
#include "bin/load/options.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "bin/common/message.h"

/* What --help prints. */
static void
print_help(void)
{
	const char *program = cli_program();

	printf("%s loads a folder of reports into a table.\n\n", program);
	printf("Usage:\n  %s [OPTION]... DIR...\n", program);
	printf("\nOptions:\n"
		   "  -t, --table=[SCHEMA.]TABLE  table to load into (default: \"gireport_files\")\n"
		   "  -V, --version            output version information, then exit\n"
		   "  -?, --help               show this help, then exit\n");
	printf(CLI_CONNECTION_HELP);
}

/* Read the command line. */
void
load_get_options(int argc, char **argv, load_options *options)
{
	static const struct option long_options[] = {
		CLI_CONNECTION_LONG,
		{"help", no_argument, NULL, '?'},
		{"table", required_argument, NULL, 't'},
		{"version", no_argument, NULL, 'V'},
		{NULL, 0, NULL, 0}
	};
	int			option;

	memset(options, 0, sizeof(*options));
	options->table = "gireport_files";
	if (argc > 1 && (strcmp(argv[1], "--help") == 0 || strcmp(argv[1], "-?") == 0))
	{
		print_help();
		exit(CLI_EXIT_OK);
	}
	if (argc > 1 && (strcmp(argv[1], "--version") == 0 || strcmp(argv[1], "-V") == 0))
	{
		printf("%s (gireport) %s\n", cli_program(), GIREPORT_VERSION);
		exit(CLI_EXIT_OK);
	}
	while ((option = getopt_long(argc, argv, CLI_CONNECTION_SHORT "t:", long_options, NULL)) != -1)
	{
		if (cli_connection_option(&options->connection, option, optarg))
			continue;
		if (option != 't')
			cli_try_help();
		options->table = optarg;
	}
}
