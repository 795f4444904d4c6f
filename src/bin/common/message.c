/*
 * message.c
 *		Messages of the client programs, and memory for them.
 */
#include "bin/common/message.h"

#include <errno.h>
#include <fcntl.h>
#include <stdarg.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

static const char *program = "gireport";
static void (*before_message) (void);

/* Take the program's name from argv[0]. */
void
cli_set_program(const char *argv0)
{
	const char *slash = strrchr(argv0, '/');

	program = slash != NULL ? slash + 1 : argv0;
}

/* Standard input, output and error are open, so that nothing else gets their numbers. */
void
cli_open_standard_files(void)
{
	int			fd;

	while ((fd = open("/dev/null", O_RDWR)) >= 0 && fd <= STDERR_FILENO)
		;
	if (fd > STDERR_FILENO)
		close(fd);
}

/* The program's name, without folders. */
const char *
cli_program(void)
{
	return program;
}

/* Something to call before a message is printed. */
void
cli_before_message(void (*callback) (void))
{
	before_message = callback;
}

/* The UTF-8 character at p: its length, or 0. */
int
cli_utf8_char(const char *p, const char *end, unsigned *code)
{
	static const unsigned smallest[] = {0, 0, 0x80, 0x800, 0x10000};
	const unsigned char *s = (const unsigned char *) p;
	int			len;
	int			i;

	if (p >= end)
		return 0;
	if (s[0] < 0x80)
	{
		*code = s[0];
		return 1;
	}
	len = s[0] >= 0xF0 ? 4 : s[0] >= 0xE0 ? 3 : 2;
	if (s[0] < 0xC2 || s[0] > 0xF4 || end - p < len)
		return 0;
	*code = s[0] & (0x7Fu >> len);
	for (i = 1; i < len; i++)
	{
		if ((s[i] & 0xC0) != 0x80)
			return 0;
		*code = *code << 6 | (s[i] & 0x3Fu);
	}
	if (*code < smallest[len] || *code > 0x10FFFF || (*code >= 0xD800 && *code <= 0xDFFF))
		return 0;
	return len;
}

/* True for characters that do something instead of being shown. */
static bool
is_active(unsigned code)
{
	return code < 0x20 || (code >= 0x7F && code < 0xA0) || code == 0x61C || (code >= 0x200B && code <= 0x200F) ||
		(code >= 0x2028 && code <= 0x202E) || (code >= 0x2060 && code <= 0x206F) || code == 0xFEFF;
}

/* Print text so that a terminal only shows it. */
void
cli_print_safely(FILE *stream, const char *text, size_t len)
{
	const char *end = text + len;
	unsigned	code = 0;

	while (text < end)
	{
		int			n = cli_utf8_char(text, end, &code);

		if (n == 0)
			fprintf(stream, "\\x%02x", (unsigned char) *text);
		else if (code == '\n' || code == '\t' || code == '\r')
			fprintf(stream, "\\%c", code == '\n' ? 'n' : code == '\t' ? 't' : 'r');
		else if (is_active(code))
			fprintf(stream, code < 0x100 ? "\\x%02x" : "\\u%04x", code);
		else
			fwrite(text, 1, (size_t) n, stream);
		text += n > 0 ? n : 1;
	}
}

/* Print a line of a message of a kind. */
static void
print_line(const char *kind, const char *text, size_t len)
{
	if (before_message != NULL)
		before_message();
	fflush(stdout);
	fprintf(stderr, "%s: %s", program, kind);
	cli_print_safely(stderr, text, len);
	fputc('\n', stderr);
}

/* vprintf into memory of its own. */
static CLI_PRINTF(1, 0) char *
format_args(const char *format, va_list args)
{
	va_list		again;
	char	   *text;
	int			len;

	va_copy(again, args);
	len = vsnprintf(NULL, 0, format, again);
	va_end(again);
	text = cli_alloc((size_t) len + 1);
	vsnprintf(text, (size_t) len + 1, format, args);
	return text;
}

/* The same function for each kind of message. */
#define MESSAGE_FUNCTION(name, kind) \
	void \
	name(const char *format,...) \
	{ \
		va_list		args; \
		char	   *text; \
		\
		va_start(args, format); \
		text = format_args(format, args); \
		va_end(args); \
		print_line(kind, text, strlen(text)); \
		free(text); \
	}

MESSAGE_FUNCTION(cli_error, "error: ")
MESSAGE_FUNCTION(cli_warning, "warning: ")
MESSAGE_FUNCTION(cli_info, "")
MESSAGE_FUNCTION(cli_detail, "detail: ")
MESSAGE_FUNCTION(cli_hint, "hint: ")

/* An error message of libpq or of the server. */
void
cli_error_libpq(const char *what, const char *message)
{
	/* what begins a line of the server's, and what begins ours in its place */
	static const struct
	{
		const char *theirs;
		const char *ours;
	}			kinds[] = {
		{"ERROR:  ", "error: "}, {"FATAL:  ", "error: "}, {"PANIC:  ", "error: "},
		{"DETAIL:  ", "detail: "}, {"HINT:  ", "hint: "},
	};
	bool		first = true;

	while (*message != '\0')
	{
		size_t		len = strcspn(message, "\n");
		const char *line = message;
		const char *kind = first ? "error: " : "detail: ";
		size_t		i;

		message += len + (message[len] == '\n');
		for (i = 0; i < sizeof(kinds) / sizeof(kinds[0]); i++)
		{
			size_t		n = strlen(kinds[i].theirs);

			if (len > n && strncmp(line, kinds[i].theirs, n) == 0)
			{
				kind = first ? "error: " : kinds[i].ours;
				line += n;
				len -= n;
				break;
			}
		}
		while (len > 0 && (*line == ' ' || *line == '\t'))
		{
			line++;
			len--;
		}
		if (len == 0)
			continue;
		if (first && what != NULL)
			cli_error("%s: %.*s", what, (int) len, line);
		else
			print_line(kind, line, len);
		first = false;
	}
	if (first)
		cli_error("%s", what != NULL ? what : "unknown error");
}

/* How to get help, and the end. */
void
cli_try_help(void)
{
	cli_hint("Try \"%s --help\" for more information.", program);
	exit(CLI_EXIT_ERROR);
}

/* Write out what was printed. */
bool
cli_flush_output(void)
{
	if (fflush(stdout) == 0 && !ferror(stdout))
		return true;
	cli_error("could not write to standard output: %s", strerror(errno));
	return false;
}

/* End after printing what was asked for. */
void
cli_exit_printed(void)
{
	exit(cli_flush_output() ? CLI_EXIT_OK : CLI_EXIT_ERROR);
}

/* The end for want of memory. */
void
cli_out_of_memory(void)
{
	fprintf(stderr, "%s: error: out of memory\n", program);
	exit(CLI_EXIT_ERROR);
}

/* Memory. */
void *
cli_alloc(size_t size)
{
	return cli_realloc(NULL, size);
}

/* More memory. */
void *
cli_realloc(void *old, size_t size)
{
	void	   *new = realloc(old, size > 0 ? size : 1);

	if (new == NULL)
		cli_out_of_memory();
	return new;
}

/* A copy of a string. */
char *
cli_strdup(const char *string)
{
	size_t		size = strlen(string) + 1;

	return memcpy(cli_alloc(size), string, size);
}

/* printf into memory of its own. */
char *
cli_format(const char *format,...)
{
	va_list		args;
	char	   *text;

	va_start(args, format);
	text = format_args(format, args);
	va_end(args);
	return text;
}
