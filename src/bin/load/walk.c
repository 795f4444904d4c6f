/*
 * walk.c
 *		The files below folders, in order, in constant memory.
 */
#include "bin/load/walk.h"

#include <dirent.h>
#include <errno.h>
#include <fcntl.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "bin/common/message.h"
#include "bin/load/kind.h"

/* Names of a folder that are held at a time. */
#define MAX_NAMES 8192

/* Folders within folders; each has an open descriptor. */
#define MAX_DEPTH 128

/* A folder that is being walked. */
typedef struct folder
{
	DIR		   *stream;
	dev_t		device;
	ino_t		inode;
	size_t		path_len;		/* of the walk's path, with the last slash */
	char	  **names;			/* sorted; those before "next" are NULL */
	int			nnames;
	int			next;
	bool		more;			/* names follow that did not fit */
	char	   *last;			/* the last name that was returned, or NULL */
} folder;

struct load_walk
{
	char *const *paths;
	int			npaths;
	int			next_path;
	char	   *path;
	size_t		path_size;
	int			depth;
	folder		folders[MAX_DEPTH];
};

/* Order of names: by their bytes. */
static int
compare_names(const void *a, const void *b)
{
	return strcmp(*(char *const *) a, *(char *const *) b);
}

/* Sort the names, and keep the first ones. */
static void
keep_first(folder *f)
{
	qsort(f->names, (size_t) f->nnames, sizeof(char *), compare_names);
	if (f->nnames > MAX_NAMES)
		f->more = true;
	while (f->nnames > MAX_NAMES)
		free(f->names[--f->nnames]);
}

/* Read the next names of a folder; false if that fails. */
static bool
read_names(folder *f)
{
	struct dirent *found;
	int			error;

	f->nnames = f->next = 0;
	f->more = false;
	if (f->names == NULL)
		f->names = cli_alloc(2 * MAX_NAMES * sizeof(char *));
	rewinddir(f->stream);
	for (errno = 0; (found = readdir(f->stream)) != NULL; errno = 0)
	{
		if (strcmp(found->d_name, ".") == 0 || strcmp(found->d_name, "..") == 0 ||
			(f->last != NULL && strcmp(found->d_name, f->last) <= 0))
			continue;
		if (f->nnames == 2 * MAX_NAMES)
			keep_first(f);
		f->names[f->nnames++] = cli_strdup(found->d_name);
	}
	error = errno;
	keep_first(f);
	errno = error;
	return error == 0;
}

/* Put a name behind the first bytes of the path. */
static void
set_path(load_walk *walk, size_t len, const char *name)
{
	size_t		name_len = strlen(name);

	if (len + name_len + 2 > walk->path_size)
	{
		walk->path_size = 2 * (len + name_len + 2);
		walk->path = cli_realloc(walk->path, walk->path_size);
	}
	memcpy(walk->path + len, name, name_len + 1);
}

/* Fill in what is the same for all kinds of entries. */
static bool
set_entry(load_walk *walk, load_entry *entry, load_entry_kind kind, const char *reason)
{
	const char *slash = strrchr(walk->path, '/');

	entry->kind = kind;
	entry->path = walk->path;
	entry->name = slash != NULL && slash[1] != '\0' ? slash + 1 : walk->path;
	entry->reason = reason;
	return true;
}

/* A failure with errno. */
static bool
set_failure(load_walk *walk, load_entry *entry, const char *what)
{
	entry->error = errno;
	return set_entry(walk, entry, LOAD_ENTRY_FAILED, what);
}

/* Leave the deepest folder. */
static void
leave_folder(load_walk *walk)
{
	folder	   *f = &walk->folders[--walk->depth];

	while (f->nnames > f->next)
		free(f->names[--f->nnames]);
	free(f->names);
	free(f->last);
	closedir(f->stream);
}

/*
 * Enter the folder at the walk's path.  True if there is something to say about
 * it instead, which is then in *entry.
 */
static bool
enter_folder(load_walk *walk, load_entry *entry, bool follow)
{
	folder	   *f = &walk->folders[walk->depth];
	size_t		len = strlen(walk->path);
	struct stat status;
	int			fd;
	int			i;

	if (walk->depth == MAX_DEPTH)
		return set_entry(walk, entry, LOAD_ENTRY_FAILED, "folder within too many folders");
	fd = openat(entry->folder, entry->open_name,
				O_RDONLY | O_DIRECTORY | O_CLOEXEC | O_NONBLOCK | (follow ? 0 : O_NOFOLLOW));
	if (fd < 0)
		return set_failure(walk, entry, "could not open folder");
	memset(f, 0, sizeof(*f));
	if (fstat(fd, &status) != 0 || (f->stream = fdopendir(fd)) == NULL)
	{
		set_failure(walk, entry, "could not open folder");
		close(fd);
		return true;
	}
	f->device = status.st_dev;
	f->inode = status.st_ino;
	walk->depth++;

	/* the same folder can be mounted within itself */
	for (i = 0; i < walk->depth - 1; i++)
	{
		if (walk->folders[i].device == f->device && walk->folders[i].inode == f->inode)
		{
			leave_folder(walk);
			return set_entry(walk, entry, LOAD_ENTRY_PASSED, "folder that contains itself");
		}
	}
	if (!read_names(f))
	{
		set_failure(walk, entry, "could not read folder");
		leave_folder(walk);
		return true;
	}
	if (walk->path[len - 1] != '/')
		set_path(walk, len++, "/");
	f->path_len = len;
	return false;
}

/*
 * Look at what is at the walk's path.  True if *entry is to be returned; false
 * if it is a folder that was entered.
 */
static bool
look_at(load_walk *walk, load_entry *entry)
{
	struct stat status;
	const char *reason;

	set_entry(walk, entry, LOAD_ENTRY_FILE, NULL);
	if (!entry->given && (reason = load_unwanted_name(entry->name)) != NULL &&
		fstatat(entry->folder, entry->open_name, &status, AT_SYMLINK_NOFOLLOW) == 0 &&
		!S_ISDIR(status.st_mode))
	{
		entry->other_name = S_ISREG(status.st_mode) && load_other_ending(entry->name);
		return set_entry(walk, entry, LOAD_ENTRY_PASSED,
						 S_ISLNK(status.st_mode) ? "symbolic link" : reason);
	}
	if (fstatat(entry->folder, entry->open_name, &status, entry->given ? 0 : AT_SYMLINK_NOFOLLOW) != 0)
		return set_failure(walk, entry, "could not look at file");
	if (S_ISDIR(status.st_mode))
		return enter_folder(walk, entry, entry->given);
	if (S_ISREG(status.st_mode))
		return true;
	return set_entry(walk, entry, entry->given ? LOAD_ENTRY_FAILED : LOAD_ENTRY_PASSED,
					 S_ISLNK(status.st_mode) ? "symbolic link" :
					 S_ISFIFO(status.st_mode) ? "named pipe" :
					 S_ISSOCK(status.st_mode) ? "socket" : "device");
}

/* Begin. */
load_walk *
load_walk_begin(char *const *paths, int npaths)
{
	load_walk  *walk = cli_alloc(sizeof(load_walk));

	memset(walk, 0, sizeof(*walk));
	walk->paths = paths;
	walk->npaths = npaths;
	return walk;
}

/* The next file. */
bool
load_walk_next(load_walk *walk, load_entry *entry)
{
	for (;;)
	{
		memset(entry, 0, sizeof(*entry));
		if (walk->depth == 0)
		{
			size_t		len;

			if (walk->next_path == walk->npaths)
				return false;
			set_path(walk, 0, walk->paths[walk->next_path++]);
			for (len = strlen(walk->path); len > 1 && walk->path[len - 1] == '/'; len--)
				walk->path[len - 1] = '\0';
			entry->folder = AT_FDCWD;
			entry->open_name = walk->path;
			entry->given = true;
		}
		else
		{
			folder	   *f = &walk->folders[walk->depth - 1];

			if (f->next == f->nnames)
			{
				bool		more = f->more;

				if (more && read_names(f))
					continue;
				if (more)
				{
					walk->path[f->path_len] = '\0';
					set_failure(walk, entry, "could not read folder");
				}
				leave_folder(walk);
				if (more)
					return true;
				continue;
			}
			free(f->last);
			f->last = f->names[f->next];
			f->names[f->next++] = NULL;
			set_path(walk, f->path_len, f->last);
			entry->folder = dirfd(f->stream);
			entry->open_name = f->last;
		}
		if (look_at(walk, entry))
			return true;
	}
}

/* Free everything. */
void
load_walk_end(load_walk *walk)
{
	while (walk->depth > 0)
		leave_folder(walk);
	free(walk->path);
	free(walk);
}
