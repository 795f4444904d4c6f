/*
 * interrupt.c
 *		Ending on a signal.
 */
#include "bin/review/interrupt.h"

#include <errno.h>
#include <signal.h>
#include <string.h>
#include <unistd.h>

/* The signal that ends the program at once. */
#define PATIENCE 3

static volatile sig_atomic_t signal_number = 0;
static PGcancel *volatile cancel = NULL;

/*
 * Note a signal; PQcancel may be called here.  Whoever asks again and again does
 * not wait for a server that does not answer.
 */
static void
handle(int number)
{
	static volatile sig_atomic_t count = 0;
	int			saved_errno = errno;
	char		reason[256];

	if (++count == PATIENCE)
		_exit(128 + number);
	signal_number = number;
	if (cancel != NULL)
		PQcancel(cancel, reason, sizeof(reason));
	errno = saved_errno;
}

/* Watch for signals. */
void
interrupt_watch(PGconn *conn)
{
	static const int numbers[] = {SIGINT, SIGTERM, SIGHUP};
	struct sigaction action;
	struct sigaction before;
	size_t		i;

	cancel = PQgetCancel(conn);
	memset(&action, 0, sizeof(action));
	action.sa_handler = handle;
	action.sa_flags = SA_RESTART | SA_NODEFER;
	sigemptyset(&action.sa_mask);
	for (i = 0; i < sizeof(numbers) / sizeof(numbers[0]); i++)
	{
		/* nohup and background jobs of plain shells ignore some, and shall */
		if (sigaction(numbers[i], NULL, &before) == 0 && before.sa_handler != SIG_IGN)
			sigaction(numbers[i], &action, NULL);
	}
}

/* The signal that came. */
int
interrupted(void)
{
	return signal_number;
}
