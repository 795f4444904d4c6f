/*
 * convert.c
 *		Text of PDF and DOC files, from other programs.
 */
#include "bin/load/convert.h"

#include <errno.h>
#include <fcntl.h>
#include <poll.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/resource.h>
#include <sys/wait.h>
#include <unistd.h>
#ifdef __linux__
#include <sys/prctl.h>
#endif

#include "bin/common/message.h"
#include "bin/load/stop.h"

/* What a converter may use, in seconds and bytes. */
#define MAX_SECONDS 60
#define MAX_OUTPUT LOAD_MAX_FILE
#define MAX_MEMORY ((rlim_t) 2 * 1024 * 1024 * 1024)

/* Bytes of its complaints that are kept. */
#define MAX_COMPLAINT 512

/* A program that converts its standard input to text on its standard output. */
typedef struct converter
{
	load_kind	kind;
	const char *name;
	const char *arguments[7];
	const char *hint;			/* where it is missing */
} converter;

/*
 * antiword prints tables as such only with a width to fit them into, and runs the
 * cells together otherwise.
 */
#define DOC_HINT "Install antiword or catdoc (on Debian: apt-get install antiword), " \
	"or convert with \"libreoffice --headless --convert-to docx\"."

static const converter converters[] = {
	{LOAD_KIND_PDF, "pdftotext", {"pdftotext", "-layout", "-enc", "UTF-8", "-", "-", NULL},
	"Install pdftotext (on Debian: apt-get install poppler-utils)."},
	{LOAD_KIND_DOC, "antiword", {"antiword", "-m", "UTF-8.txt", "-", NULL}, DOC_HINT},
	{LOAD_KIND_DOC, "catdoc", {"catdoc", "-d", "utf-8", "-w", NULL}, DOC_HINT},
};

/* A converter at work. */
typedef struct job
{
	pid_t		pid;
	int			output;			/* pipe from its standard output, or -1 */
	int			complaints;		/* pipe from its standard error, or -1 */
	unsigned char *text;
	size_t		len;
	size_t		size;
	char		complaint[MAX_COMPLAINT + 1];
	size_t		complaint_len;
	const char *killed;			/* why it was ended, or NULL */
} job;

/* The place of a program on the PATH, to be freed, or NULL. */
static char *
find_program(const char *name)
{
	const char *path = getenv("PATH");

	while (path != NULL && *path != '\0')
	{
		size_t		len = strcspn(path, ":");
		char	   *file = cli_format("%.*s/%s", (int) len, path, name);

		if (len > 0 && access(file, X_OK) == 0)
			return file;
		free(file);
		path += len + (path[len] == ':');
	}
	return NULL;
}

/* True if a file has to be converted. */
bool
load_needs_conversion(const load_file *file)
{
	return file->refusal == NULL && file->failure == NULL &&
		(file->kind == LOAD_KIND_PDF || file->kind == LOAD_KIND_DOC);
}

/* The folder for files without a name. */
static const char *
temporary_folder(void)
{
	const char *folder = getenv("TMPDIR");

	return folder != NULL && folder[0] != '\0' ? folder : "/tmp";
}

/* A file without a name that has the bytes, to be read from its beginning; -1 on failure. */
static int
file_with_bytes(const unsigned char *bytes, size_t len)
{
	char	   *name = cli_format("%s/gireport-load.XXXXXX", temporary_folder());
	int			fd = mkostemp(name, O_CLOEXEC);

	if (fd >= 0)
		unlink(name);
	free(name);
	while (fd >= 0 && len > 0)
	{
		ssize_t		put = write(fd, bytes, len);

		if (put < 0 && errno == EINTR)
			continue;
		if (put < 0)
		{
			int			error = errno;

			close(fd);
			errno = error;
			return -1;
		}
		bytes += put;
		len -= (size_t) put;
	}
	if (fd >= 0)
		lseek(fd, 0, SEEK_SET);
	return fd;
}

/* The child's part: become the program.  Only what is safe after a fork. */
static void
become(const char *file, const converter *c, int input, int output, int complaints, pid_t parent)
{
	static const struct
	{
		int			resource;
		rlim_t		limit;
	}			limits[] = {
		{RLIMIT_CPU, MAX_SECONDS}, {RLIMIT_AS, MAX_MEMORY}, {RLIMIT_CORE, 0},
		{RLIMIT_FSIZE, MAX_OUTPUT},
	};
	size_t		i;

	/* signals from the terminal are for the loader, which ends this one */
	setpgid(0, 0);
#ifdef __linux__
	prctl(PR_SET_PDEATHSIG, SIGKILL);
#endif
	if (getppid() != parent)
		_exit(127);
	for (i = 0; i < sizeof(limits) / sizeof(limits[0]); i++)
	{
		struct rlimit limit;

		limit.rlim_cur = limit.rlim_max = limits[i].limit;
		setrlimit(limits[i].resource, &limit);
	}
	signal(SIGPIPE, SIG_DFL);
	signal(SIGINT, SIG_DFL);
	signal(SIGTERM, SIG_DFL);
	signal(SIGHUP, SIG_DFL);
	if (dup2(input, 0) < 0 || dup2(output, 1) < 0 || dup2(complaints, 2) < 0)
		_exit(127);
	execv(file, (char *const *) c->arguments);
	_exit(127);
}

/* Start the program; false, and errno, if that fails. */
static bool
start(job *j, const char *file, const converter *c, int input)
{
	int			output[2];
	int			complaints[2];
	pid_t		parent = getpid();

	if (pipe2(output, O_CLOEXEC) != 0)
		return false;
	if (pipe2(complaints, O_CLOEXEC) != 0)
	{
		close(output[0]);
		close(output[1]);
		return false;
	}
	fflush(NULL);
	j->pid = fork();
	if (j->pid == 0)
		become(file, c, input, output[1], complaints[1], parent);
	if (j->pid > 0)
		setpgid(j->pid, j->pid);	/* whoever of the two is first */
	close(output[1]);
	close(complaints[1]);
	j->output = output[0];
	j->complaints = complaints[0];
	if (j->pid < 0)
	{
		close(j->output);
		close(j->complaints);
		return false;
	}
	return true;
}

/* Take what came through the pipe of the text; false at its end. */
static bool
take_output(job *j)
{
	ssize_t		got;

	if (j->len == j->size)
	{
		j->size = j->size == 0 ? 65536 : 2 * j->size;
		j->text = cli_realloc(j->text, j->size);
	}
	got = read(j->output, j->text + j->len, j->size - j->len);
	if (got < 0 && errno == EINTR)
		return true;
	if (got <= 0)
		return false;
	j->len += (size_t) got;
	if (j->len > MAX_OUTPUT)
		j->killed = "it prints too much";
	return true;
}

/* Take what came through the pipe of the complaints; false at its end. */
static bool
take_complaint(job *j)
{
	char		rest[4096];
	size_t		room = MAX_COMPLAINT - j->complaint_len;
	ssize_t		got = room > 0 ? read(j->complaints, j->complaint + j->complaint_len, room) :
		read(j->complaints, rest, sizeof(rest));

	if (got < 0 && errno == EINTR)
		return true;
	if (got > 0 && room > 0)
		j->complaint_len += (size_t) got;
	return got > 0;
}

/* See to it that the process does not go on for too long. */
static void
check_time(job *j, double deadline)
{
	if (j->killed != NULL)
		return;
	if (load_stop_count() > 0)
		j->killed = "interrupted";
	else if (load_now() > deadline)
		j->killed = "it takes too long";
}

/* Read from both pipes until they end, and wait for the end; the process's status. */
static int
watch(job *j)
{
	double		deadline = load_now() + MAX_SECONDS;
	bool		signalled = false;
	int			status = 0;
	pid_t		ended;

	while ((j->output >= 0 || j->complaints >= 0) && j->killed == NULL)
	{
		struct pollfd fds[2] = {{j->output, POLLIN, 0}, {j->complaints, POLLIN, 0}};
		int			ready = poll(fds, 2, 200);

		check_time(j, deadline);
		if (ready <= 0)
			continue;
		if (fds[0].revents != 0 && !take_output(j))
		{
			close(j->output);
			j->output = -1;
		}
		if (fds[1].revents != 0 && !take_complaint(j))
		{
			close(j->complaints);
			j->complaints = -1;
		}
	}
	if (j->output >= 0)
		close(j->output);
	if (j->complaints >= 0)
		close(j->complaints);
	while ((ended = waitpid(j->pid, &status, WNOHANG)) == 0 || (ended < 0 && errno == EINTR))
	{
		check_time(j, deadline);
		if (j->killed != NULL && !signalled)
		{
			kill(-j->pid, SIGKILL);
			signalled = true;
		}
		load_sleep(0.001);
	}
	return status;
}

/* The first line of the complaints, without blanks around it. */
static char *
first_complaint(job *j)
{
	char	   *line = j->complaint;
	size_t		len;

	j->complaint[j->complaint_len] = '\0';
	line += strspn(line, " \t\r\n");
	len = strcspn(line, "\r\n");
	while (len > 0 && (line[len - 1] == ' ' || line[len - 1] == '.'))
		len--;
	return cli_format("%.*s", (int) len, line);
}

/* True if there is something besides white space. */
static bool
has_text(const job *j)
{
	size_t		i;

	for (i = 0; i < j->len; i++)
	{
		if (strchr(" \t\r\n\f", j->text[i]) == NULL || j->text[i] == '\0')
			return true;
	}
	return false;
}

/* What became of a job. */
static void
conclude(load_file *file, const converter *c, job *j, int status)
{
	char	   *complaint = first_complaint(j);

	if (j->killed != NULL || WIFSIGNALED(status))
		file->failure = cli_format("%s was stopped: %s", c->name,
								   j->killed != NULL ? j->killed : strsignal(WTERMSIG(status)));
	else if (WEXITSTATUS(status) == 127)
		file->failure = cli_format("could not run %s", c->name);
	else if (WEXITSTATUS(status) != 0)
		file->refusal = cli_format("%s could not read it%s%s", c->name,
								   complaint[0] != '\0' ? ": " : "", complaint);
	else if (!has_text(j))
	{
		file->refusal = cli_strdup(file->kind == LOAD_KIND_PDF ?
								   "PDF file has no text, only images" : "DOC file has no text");
	}
	else
	{
		free(file->bytes);
		file->bytes = j->text;
		file->len = j->len;
		file->was_doc = file->kind == LOAD_KIND_DOC;
		file->kind = LOAD_KIND_TEXT;
		j->text = NULL;
	}
	free(complaint);
	free(j->text);
}

/* Convert. */
bool
load_convert(load_file *file)
{
	const converter *c = NULL;
	char	   *program = NULL;
	job			j;
	int			input;
	size_t		i;

	for (i = 0; i < sizeof(converters) / sizeof(converters[0]) && program == NULL; i++)
	{
		if (converters[i].kind == file->kind)
		{
			c = &converters[i];
			program = find_program(c->name);
		}
	}
	if (program == NULL)
	{
		file->failure = cli_strdup(file->kind == LOAD_KIND_PDF ? "pdftotext is not installed" :
								   "neither antiword nor catdoc is installed");
		file->failure_hint = c->hint;
		return true;
	}
	memset(&j, 0, sizeof(j));
	input = file_with_bytes(file->bytes, file->len);
	if (input < 0)
	{
		file->failure = cli_format("could not write a temporary file in folder \"%s\": %s",
								   temporary_folder(), strerror(errno));
		file->failure_hint = "Set TMPDIR to a folder that can be written to and has room.";
	}
	else if (!start(&j, program, c, input))
		file->failure = cli_format("could not run %s: %s", c->name, strerror(errno));
	else
		conclude(file, c, &j, watch(&j));
	if (input >= 0)
		close(input);
	free(program);
	if (load_stop_count() == 0)
		return true;

	/* what was interrupted says nothing about the file */
	free(file->failure);
	file->failure = NULL;
	return false;
}
