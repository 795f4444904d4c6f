/*
 * message.h
 *		Messages of the client programs, as the server's own clients print them.
 *
 * Each goes to standard error in one line that begins with the program's name:
 *
 *		gireport-load: error: could not open folder "x": No such file or directory
 *		gireport-load: hint: ...
 *
 * Control characters in arguments are not the caller's concern: whatever a
 * message prints, bytes that a terminal would obey and bytes that are no UTF-8
 * come out escaped (\n, \x1b).
 */
#ifndef CLI_MESSAGE_H
#define CLI_MESSAGE_H

#include <stdbool.h>
#include <stddef.h>
#include <stdio.h>

#if defined(__GNUC__)
#define CLI_PRINTF(at, args) __attribute__((format(printf, at, args)))
#else
#define CLI_PRINTF(at, args)
#endif

/* Exit codes that both programs share; psql's, as far as psql has them. */
enum
{
	CLI_EXIT_OK = 0,
	CLI_EXIT_ERROR = 1,			/* wrong usage, or anything that stops the program */
	CLI_EXIT_CONNECTION = 2,	/* no connection to the server, or it was lost for good */
	CLI_EXIT_REFUSED = 3,		/* done, but not everything was taken */
	CLI_EXIT_SIGNAL = 128		/* plus the number of the signal that ended it */
};

/* Take the program's name from argv[0]; must be called first. */
void		cli_set_program(const char *argv0);

/*
 * Open what is closed of standard input, output and error, so that messages do not
 * get into the connection or into a file; before anything else is opened.
 */
void		cli_open_standard_files(void);

/* The program's name, without folders. */
const char *cli_program(void);

/*
 * Something to call before a message is printed, such as the removal of a line
 * of progress from the terminal; NULL for nothing.
 */
void		cli_before_message(void (*callback) (void));

/* In the manner of printf; info has no "error: " or the like. */
void		cli_error(const char *format,...) CLI_PRINTF(1, 2);
void		cli_warning(const char *format,...) CLI_PRINTF(1, 2);
void		cli_info(const char *format,...) CLI_PRINTF(1, 2);
void		cli_detail(const char *format,...) CLI_PRINTF(1, 2);
void		cli_hint(const char *format,...) CLI_PRINTF(1, 2);

/*
 * An error message of libpq or of the server, which may have several lines:
 * "program: error: WHAT: first line", the others as detail and hint lines.
 */
void		cli_error_libpq(const char *what, const char *message);

/* Print "Try "program --help" for more information." and end with CLI_EXIT_ERROR. */
void		cli_try_help(void) __attribute__((noreturn));

/*
 * Write out what was printed to standard output; false, after a message, if it
 * does not get there.
 */
bool		cli_flush_output(void);

/* End after printing help or the version: with CLI_EXIT_OK if that succeeded. */
void		cli_exit_printed(void) __attribute__((noreturn));

/* An error message for memory, and the end; and allocations that end so. */
void		cli_out_of_memory(void) __attribute__((noreturn));
void	   *cli_alloc(size_t size);
void	   *cli_realloc(void *old, size_t size);
char	   *cli_strdup(const char *string);

/* printf into memory of its own, to be freed by the caller. */
char	   *cli_format(const char *format,...) CLI_PRINTF(1, 2);

/*
 * Print text so that a terminal only shows it: control characters, bytes that
 * are no UTF-8, and invisible characters that change the direction of writing
 * come out as \n, \x1b, \u202e.  Backslashes stay what they are.
 */
void		cli_print_safely(FILE *stream, const char *text, size_t len);

/*
 * The number of bytes, 1 to 4, of the UTF-8 character at p, or 0 if the bytes
 * there are none; *code is its code point.
 */
int			cli_utf8_char(const char *p, const char *end, unsigned *code);

#endif							/* CLI_MESSAGE_H */
