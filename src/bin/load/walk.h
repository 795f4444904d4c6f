/*
 * walk.h
 *		The files below the folders that the command line names, one after the
 *		other, in an order that does not change: in each folder by the bytes of
 *		the names.
 *
 * Memory does not grow with the number of files: of a folder, some thousand
 * names are held at a time, and the folder is read again for the next ones.
 * Symbolic links are followed where the command line names them and nowhere
 * else, so that no file comes twice and no folder contains itself.  Nothing is
 * opened but folders.
 */
#ifndef LOAD_WALK_H
#define LOAD_WALK_H

#include <stdbool.h>
#include <sys/stat.h>

typedef struct load_walk load_walk;

typedef enum load_entry_kind
{
	LOAD_ENTRY_FILE,			/* a regular file that is to be read */
	LOAD_ENTRY_PASSED,			/* something that is no report by its name or kind */
	LOAD_ENTRY_FAILED			/* a folder or file that cannot be looked at, or was
								 * named and is neither */
} load_entry_kind;

/* What the walk came to; valid until its next step. */
typedef struct load_entry
{
	load_entry_kind kind;
	const char *path;			/* as given and walked, bytes as they are */
	const char *name;			/* its last part */
	int			folder;			/* descriptor of the folder to open "open_name" in */
	const char *open_name;
	bool		given;			/* named on the command line */
	bool		other_name;		/* passed over because of its ending alone */
	const char *reason;			/* why it is passed over, or what failed */
	int			error;			/* errno of a failure, or 0 */
} load_entry;

/* Begin at the paths, which stay the caller's. */
load_walk  *load_walk_begin(char *const *paths, int npaths);

/* The next file or whatever it is; false at the end. */
bool		load_walk_next(load_walk *walk, load_entry *entry);

/* Free everything, at any time. */
void		load_walk_end(load_walk *walk);

#endif							/* LOAD_WALK_H */
