/*
 * progress.c
 *		How far the program is.
 */
#include "bin/load/progress.h"

#include <stdio.h>
#include <unistd.h>

#include "bin/common/message.h"
#include "bin/load/stop.h"

/* Seconds between two reports, on a terminal and elsewhere. */
#define PAUSE_TERMINAL 0.2
#define PAUSE_LOG 5.0

static struct
{
	bool		shown;
	bool		terminal;
	bool		on_line;		/* there is a line on the terminal */
	double		start;
	double		last;			/* when something was shown */
	long		total;
}			progress;

/* Begin. */
void
load_progress_begin(long total, bool shown)
{
	progress.total = total;
	progress.start = progress.last = load_now();
	progress.terminal = isatty(STDERR_FILENO);
	progress.shown = shown;
	cli_before_message(load_progress_clear);
}

/* Seconds since the beginning. */
double
load_progress_seconds(void)
{
	return load_now() - progress.start;
}

/* Remove the line from the terminal. */
void
load_progress_clear(void)
{
	if (progress.on_line)
		fputs("\r\033[K", stderr);
	progress.on_line = false;
}

/* So many files are done. */
void
load_progress(long done)
{
	double		now = load_now();
	double		seconds = now - progress.start;
	double		rate = seconds > 0 ? (double) done / seconds : 0;
	char		text[160];
	int			len;

	if (!progress.shown || now - progress.last < (progress.terminal ? PAUSE_TERMINAL : PAUSE_LOG))
		return;
	progress.last = now;
	len = snprintf(text, sizeof(text), "%ld", done);
	if (progress.total >= 0)
		len += snprintf(text + len, sizeof(text) - (size_t) len, " of %ld", progress.total);
	len += snprintf(text + len, sizeof(text) - (size_t) len, " files, %.0f a second", rate);
	if (progress.total > done && rate > 0)
	{
		long		left = (long) ((double) (progress.total - done) / rate + 0.5);

		snprintf(text + len, sizeof(text) - (size_t) len, ", %ld:%02ld left", left / 60, left % 60);
	}
	if (!progress.terminal)
	{
		cli_info("%s", text);
		return;
	}
	fprintf(stderr, "\r%s\033[K", text);
	fflush(stderr);
	progress.on_line = true;
}
