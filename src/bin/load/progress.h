/*
 * progress.h
 *		How far the program is: on a terminal a line that changes, elsewhere a line
 *		every few seconds.
 */
#ifndef LOAD_PROGRESS_H
#define LOAD_PROGRESS_H

#include <stdbool.h>

/*
 * Begin, with the number of files there are, or -1 if that is not known.  If
 * "shown" is false, time is taken and nothing shown.
 */
void		load_progress_begin(long total, bool shown);

/* So many files are done. */
void		load_progress(long done);

/* Remove the line from the terminal. */
void		load_progress_clear(void);

/* Seconds since load_progress_begin. */
double		load_progress_seconds(void);

#endif							/* LOAD_PROGRESS_H */
