/*
 * interrupt.h
 *		Ending on a signal: the query is cancelled, and the program finds out in its
 *		own time, so that it can tidy up.
 */
#ifndef REVIEW_INTERRUPT_H
#define REVIEW_INTERRUPT_H

#include <libpq-fe.h>

/*
 * From here on SIGINT, SIGTERM and SIGHUP are noted, unless they are ignored, and
 * queries of the connection cancelled.
 */
void		interrupt_watch(PGconn *conn);

/* The signal that came, or 0. */
int			interrupted(void);

#endif							/* REVIEW_INTERRUPT_H */
