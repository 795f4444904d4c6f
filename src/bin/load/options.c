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

	printf("%s loads annual reports on government information disclosure into a table.\n\n", program);
	printf("Usage:\n  %s [OPTION]... DIR|FILE...\n", program);
	printf("\nGeneral options:\n"
		   "  -t, --table=[SCHEMA.]NAME\n"
		   "                           table to load into (default: gireport_files)\n"
		   "      --create             create the table, and the extension, if they are not there\n"
		   "  -n, --dry-run            say what would be loaded, and write nothing\n"
		   "  -q, --quiet              print errors only\n"
		   "  -v, --verbose            tell of every file\n"
		   "  -V, --version            output version information, then exit\n"
		   "  -?, --help               show this help, then exit\n");
	printf(CLI_CONNECTION_HELP);
	printf("\nFolders are walked with all that is in them; symbolic links there are not followed.\n"
		   "Read are .html .htm .shtml .xhtml .txt .md .docx, with pdftotext .pdf, and with\n"
		   "antiword or catdoc .doc .wps.  What is in the table already is not loaded again:\n"
		   "after an interruption run the same command once more.\n");
	printf("\nExit status:\n"
		   "  0  every file is in the table with its report\n"
		   "  1  wrong usage, or the table cannot be loaded into\n"
		   "  2  no connection to the server, or it was lost for good\n"
		   "  3  everything was tried, and files were refused\n"
		   "  128 + N  interrupted by signal N, such as 130 for Ctrl-C\n");
}

/* Read the options; those of the connection, too. */
static void
read_options(int argc, char **argv, load_options *options)
{
	enum
	{
		OPTION_CREATE = 256
	};
	static const struct option long_options[] = {
		CLI_CONNECTION_LONG,
		{"create", no_argument, NULL, OPTION_CREATE},
		{"dry-run", no_argument, NULL, 'n'},
		{"quiet", no_argument, NULL, 'q'},
		{"table", required_argument, NULL, 't'},
		{"verbose", no_argument, NULL, 'v'},
		{NULL, 0, NULL, 0}
	};
	int			option;

	while ((option = cli_next_option(argc, argv, CLI_CONNECTION_SHORT "nqt:v", long_options)) != -1)
	{
		if (cli_connection_option(&options->connection, option, optarg))
			continue;
		switch (option)
		{
			case OPTION_CREATE:
				options->create = true;
				break;
			case 'n':
				options->dry_run = true;
				break;
			case 'q':
				options->quiet = true;
				break;
			case 't':
				options->table = optarg;
				break;
			case 'v':
				options->verbose = true;
				break;
			default:
				cli_wrong_option(option, argv, long_options);
		}
	}
}

/* Read the command line. */
void
load_get_options(int argc, char **argv, load_options *options)
{
	int			i;

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
	read_options(argc, argv, options);
	if (options->quiet && options->verbose)
	{
		cli_error("options -q/--quiet and -v/--verbose cannot be used together");
		cli_try_help();
	}
	options->paths = argv + optind;
	options->npaths = argc - optind;
	if (options->npaths == 0)
	{
		cli_error("no folder or file to load");
		cli_try_help();
	}
	for (i = 0; i < options->npaths; i++)
	{
		if (options->paths[i][0] == '\0')
		{
			cli_error("a folder or file with an empty name");
			cli_try_help();
		}
		if (strcmp(options->paths[i], "-") == 0)
		{
			cli_error("standard input cannot be loaded");
			cli_hint("A file or folder named \"-\" is \"./-\".");
			exit(CLI_EXIT_ERROR);
		}
	}
}
