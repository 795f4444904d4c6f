/*
 * options.c
 *		The command line of gireport-review.
 */
#include "bin/review/options.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "bin/common/message.h"

/* What --help prints. */
static void
print_help(void)
{
	const char *program = cli_program();

	printf("%s writes pages about the annual reports in a table of gireport-load.\n\n", program);
	printf("Usage:\n  %s [OPTION]... -o FOLDER\n", program);
	printf("\nOptions:\n"
		   "  -o, --output=FOLDER      folder for the pages; made if it is not there\n"
		   "  -t, --table=[SCHEMA.]TABLE\n"
		   "                           table to read (default: \"gireport_files\")\n"
		   "      --agencies=FILE      agencies that have to report, one a line, in UTF-8\n"
		   "      --force              write beside files that are not this program's\n"
		   "  -q, --quiet              print no progress and no summary\n"
		   "  -V, --version            output version information, then exit\n"
		   "  -?, --help               show this help, then exit\n");
	printf(CLI_CONNECTION_HELP);
	printf("\nThe pages are in Chinese. FOLDER/index.html is the overview, and FOLDER/findings.csv\n"
		   "has all findings. Exit status is 0 if everything is written, 1 after an error, and 2\n"
		   "without a connection to the server.\n");
}

/* Read the command line. */
void
review_get_options(int argc, char **argv, review_options *options)
{
	enum
	{
		OPTION_AGENCIES = 256,
		OPTION_FORCE
	};
	static const struct option long_options[] = {
		CLI_CONNECTION_LONG,
		{"agencies", required_argument, NULL, OPTION_AGENCIES},
		{"force", no_argument, NULL, OPTION_FORCE},
		{"output", required_argument, NULL, 'o'},
		{"quiet", no_argument, NULL, 'q'},
		{"table", required_argument, NULL, 't'},
		{NULL, 0, NULL, 0}
	};
	int			option;

	memset(options, 0, sizeof(*options));
	options->table = "gireport_files";
	if (argc > 1 && (strcmp(argv[1], "--help") == 0 || strcmp(argv[1], "-?") == 0))
	{
		print_help();
		cli_exit_printed();
	}
	if (argc > 1 && (strcmp(argv[1], "--version") == 0 || strcmp(argv[1], "-V") == 0))
	{
		printf("%s (gireport) %s\n", cli_program(), GIREPORT_VERSION);
		cli_exit_printed();
	}
	while ((option = cli_next_option(argc, argv, CLI_CONNECTION_SHORT "o:qt:", long_options)) != -1)
	{
		if (cli_connection_option(&options->connection, option, optarg))
			continue;
		switch (option)
		{
			case 'o':
				options->folder = optarg;
				break;
			case 'q':
				options->quiet = true;
				break;
			case 't':
				options->table = optarg;
				break;
			case OPTION_AGENCIES:
				options->agencies = optarg;
				break;
			case OPTION_FORCE:
				options->force = true;
				break;
			default:
				cli_wrong_option(option, argv, long_options);
		}
	}
	if (optind < argc)
	{
		cli_error("too many command-line arguments (first is \"%s\")", argv[optind]);
		cli_try_help();
	}
	if (options->folder == NULL || *options->folder == '\0')
	{
		cli_error("no folder for the pages specified");
		cli_try_help();
	}
}
