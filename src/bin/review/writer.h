/*
 * writer.h
 *		The folder that is written to.
 *
 * A file is written under another name and gets its own when it is whole, so
 * that no run, however it ends, leaves half a file.  The names of all that this
 * program has written are kept in a list in the folder: these files it may
 * replace and, when nothing stands for them any more, remove; others never.
 */
#ifndef REVIEW_WRITER_H
#define REVIEW_WRITER_H

#include <stdbool.h>
#include <stddef.h>
#include <stdio.h>

typedef struct writer writer;

/* A file in the making. */
typedef struct writer_file
{
	FILE	   *out;
	char		name[80];
	char		part[112];		/* its name until it is whole */
} writer_file;

/*
 * Open a folder, made if need be, and lock it against other runs.  It must be
 * empty or written by this program; with "force" there may be other files.
 * Returns NULL after a failure, which is printed.
 */
writer	   *writer_open(const char *path, bool force);

/*
 * Say which files will be written.  A file of that name that is not ours is an
 * error.  From here on the folder is known as one of ours.
 */
bool		writer_announce(writer *w, char *const *names, size_t count);

/* Begin a file, and give it its name.  A failure is printed. */
bool		writer_begin(writer *w, const char *name, writer_file *file);
bool		writer_commit(writer *w, writer_file *file);

/* Give a file up. */
void		writer_abandon(writer *w, writer_file *file);

/* All announced files are written: remove those of earlier runs. */
bool		writer_finish(writer *w);

void		writer_close(writer *w);

#endif							/* REVIEW_WRITER_H */
