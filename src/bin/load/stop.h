/*
 * stop.h
 *		Signals that ask the program to stop.
 *
 * The first lets the batch end that the server works on; the second cancels it;
 * the third ends the program at once, which loses nothing either: a batch is one
 * transaction.
 */
#ifndef LOAD_STOP_H
#define LOAD_STOP_H

#include <stdbool.h>

/* Catch SIGINT, SIGTERM and SIGHUP, and ignore SIGPIPE. */
void		load_catch_signals(void);

/* How many signals have come. */
int			load_stop_count(void);

/* The number of the first of them, or 0. */
int			load_stop_signal(void);

/* Seconds of a clock that only goes forward. */
double		load_now(void);

/* Wait; less than that if a signal comes. */
void		load_sleep(double seconds);

#endif							/* LOAD_STOP_H */
