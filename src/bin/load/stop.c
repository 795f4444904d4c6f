/*
 * stop.c
 *		Signals that ask the program to stop, and time.
 */
#include "bin/load/stop.h"

#include <signal.h>
#include <string.h>
#include <time.h>
#include <unistd.h>

#include "bin/common/message.h"

static volatile sig_atomic_t stop_count;
static volatile sig_atomic_t stop_signal;

/* Note a signal. */
static void
note_signal(int number)
{
	if (stop_count == 0)
		stop_signal = number;
	if (++stop_count >= 3)
		_exit(CLI_EXIT_SIGNAL + number);
}

/* Catch signals. */
void
load_catch_signals(void)
{
	static const int caught[] = {SIGINT, SIGTERM, SIGHUP};
	struct sigaction action;
	struct sigaction before;
	size_t		i;

	memset(&action, 0, sizeof(action));
	sigemptyset(&action.sa_mask);
	action.sa_handler = note_signal;	/* without SA_RESTART: waiting is to end */
	for (i = 0; i < sizeof(caught) / sizeof(caught[0]); i++)
	{
		/* nohup and background jobs of plain shells ignore some, and shall */
		if (sigaction(caught[i], NULL, &before) == 0 && before.sa_handler != SIG_IGN)
			sigaction(caught[i], &action, NULL);
	}
	action.sa_handler = SIG_IGN;
	sigaction(SIGPIPE, &action, NULL);

	/* where whoever started us ignores its children, ours would end without a status */
	action.sa_handler = SIG_DFL;
	sigaction(SIGCHLD, &action, NULL);
}

/* How many signals have come. */
int
load_stop_count(void)
{
	return stop_count;
}

/* The number of the first. */
int
load_stop_signal(void)
{
	return stop_signal;
}

/* Seconds of a clock that only goes forward. */
double
load_now(void)
{
	struct timespec now;

	clock_gettime(CLOCK_MONOTONIC, &now);
	return (double) now.tv_sec + (double) now.tv_nsec / 1e9;
}

/* Wait. */
void
load_sleep(double seconds)
{
	struct timespec left;

	left.tv_sec = (time_t) seconds;
	left.tv_nsec = (long) ((seconds - (double) left.tv_sec) * 1e9);
	nanosleep(&left, NULL);
}
