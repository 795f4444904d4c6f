/*
 * writer.c
 *		The folder that is written to.
 */
#include "bin/review/writer.h"

#include <dirent.h>
#include <errno.h>
#include <fcntl.h>
#include <stdlib.h>
#include <string.h>
#include <sys/file.h>
#include <sys/stat.h>
#include <unistd.h>

#include "bin/common/message.h"

/* The list of files, its first line, and names of files in the making. */
#define LIST_NAME ".gireport-review"
#define LIST_HEAD "gireport-review 1\n"
#define PART_PREFIX ".gireport-review-"
#define PART_SUFFIX ".part"

/* A list longer than this is none of ours. */
#define MAX_LIST_SIZE (256 * 1024 * 1024)

struct writer
{
	char	   *path;
	int			fd;				/* of the folder, locked */
	bool		listed;			/* the folder has our list */
	char	   *list;			/* the earlier runs' list, cut into names */
	char	  **old_names;		/* sorted */
	size_t		old_count;
	char	  **names;			/* sorted */
	size_t		count;
};

/* Names in order, for qsort and bsearch. */
static int
compare_names(const void *a, const void *b)
{
	return strcmp(*(char *const *) a, *(char *const *) b);
}

/* True if a sorted list has a name. */
static bool
has_name(char *const *names, size_t count, const char *name)
{
	return count > 0 && bsearch(&name, names, count, sizeof(*names), compare_names) != NULL;
}

/* A name that this program gives: no folder, not hidden, no surprise. */
static bool
is_our_kind(const char *name)
{
	size_t		len = strspn(name, "abcdefghijklmnopqrstuvwxyz0123456789");

	return len > 0 && len <= 64 &&
		(strcmp(name + len, ".html") == 0 || strcmp(name + len, ".css") == 0 ||
		 strcmp(name + len, ".csv") == 0);
}

/* Print what went wrong with a file. */
static bool
fail(const writer *w, const char *what, const char *name)
{
	cli_error("could not %s \"%s/%s\": %s", what, w->path, name, strerror(errno));
	return false;
}

/* Read the earlier runs' list.  A file of its name that is no such list is foreign. */
static bool
read_list(writer *w)
{
	int			fd = openat(w->fd, LIST_NAME, O_RDONLY | O_NOFOLLOW | O_CLOEXEC);
	struct stat status;
	FILE	   *in;
	size_t		size;
	char	   *line;

	if (fd < 0)
		return errno == ENOENT || fail(w, "open", LIST_NAME);
	if (fstat(fd, &status) != 0 || !S_ISREG(status.st_mode) || status.st_size > MAX_LIST_SIZE ||
		(in = fdopen(fd, "r")) == NULL)
	{
		close(fd);
		cli_error("\"%s/%s\" is not a list of this program's files", w->path, LIST_NAME);
		return false;
	}
	w->list = cli_alloc((size_t) status.st_size + 1);
	size = fread(w->list, 1, (size_t) status.st_size, in);
	w->list[size] = '\0';
	fclose(in);
	if (strncmp(w->list, LIST_HEAD, strlen(LIST_HEAD)) != 0)
	{
		cli_error("\"%s/%s\" is not a list of this program's files", w->path, LIST_NAME);
		return false;
	}
	w->listed = true;
	w->old_names = cli_alloc((size / 5 + 1) * sizeof(*w->old_names));
	for (line = strtok(w->list + strlen(LIST_HEAD), "\n"); line != NULL; line = strtok(NULL, "\n"))
		if (is_our_kind(line))
			w->old_names[w->old_count++] = line;
	qsort(w->old_names, w->old_count, sizeof(*w->old_names), compare_names);
	return true;
}

/* True for a name of a file in the making. */
static bool
is_part(const char *name)
{
	size_t		len = strlen(name);

	return strncmp(name, PART_PREFIX, strlen(PART_PREFIX)) == 0 && len > strlen(PART_SUFFIX) &&
		strcmp(name + len - strlen(PART_SUFFIX), PART_SUFFIX) == 0;
}

/* Look at what is in the folder; what an interrupted run left half-way goes. */
static bool
inspect(writer *w, bool force)
{
	int			fd = openat(w->fd, ".", O_RDONLY | O_DIRECTORY | O_CLOEXEC);
	DIR		   *dir = fd < 0 ? NULL : fdopendir(fd);
	struct dirent *entry;
	bool		empty = true;

	if (dir == NULL)
		return fail(w, "open", ".");
	while ((entry = readdir(dir)) != NULL)
	{
		if (strcmp(entry->d_name, ".") == 0 || strcmp(entry->d_name, "..") == 0)
			continue;
		if (is_part(entry->d_name))
			unlinkat(w->fd, entry->d_name, 0);
		else
			empty = false;
	}
	closedir(dir);
	if (empty || force || w->listed)
		return true;
	cli_error("folder \"%s\" is not empty, and not written by this program", w->path);
	cli_hint("Choose another folder, or --force to write beside the files that are there.");
	return false;
}

/* Open a folder. */
writer *
writer_open(const char *path, bool force)
{
	writer	   *w = cli_alloc(sizeof(*w));

	memset(w, 0, sizeof(*w));
	w->path = cli_strdup(path);
	w->fd = -1;
	if (mkdir(path, 0777) != 0 && errno != EEXIST)
		cli_error("could not create folder \"%s\": %s", path, strerror(errno));
	else if ((w->fd = open(path, O_RDONLY | O_DIRECTORY | O_CLOEXEC)) < 0)
		cli_error("could not open folder \"%s\": %s", path, strerror(errno));
	else if (flock(w->fd, LOCK_EX | LOCK_NB) != 0 && errno == EWOULDBLOCK)
		cli_error("another run is writing to folder \"%s\"", path);
	else if (read_list(w) && inspect(w, force))
		return w;
	writer_close(w);
	return NULL;
}

/* Begin a file. */
bool
writer_begin(writer *w, const char *name, writer_file *file)
{
	int			fd;

	snprintf(file->name, sizeof(file->name), "%s", name);
	snprintf(file->part, sizeof(file->part), PART_PREFIX "%s" PART_SUFFIX, name);
	unlinkat(w->fd, file->part, 0);
	fd = openat(w->fd, file->part, O_WRONLY | O_CREAT | O_EXCL | O_NOFOLLOW | O_CLOEXEC, 0666);
	if (fd < 0)
		return fail(w, "create", file->part);
	file->out = fdopen(fd, "w");
	if (file->out == NULL)
		cli_out_of_memory();
	return true;
}

/* A file is whole. */
bool
writer_commit(writer *w, writer_file *file)
{
	bool		written = fflush(file->out) == 0 && !ferror(file->out);

	if (fclose(file->out) != 0 || !written)
	{
		fail(w, "write", file->name);
		unlinkat(w->fd, file->part, 0);
		return false;
	}
	if (renameat(w->fd, file->part, w->fd, file->name) == 0)
		return true;
	fail(w, "name", file->name);
	unlinkat(w->fd, file->part, 0);
	return false;
}

/* Give a file up. */
void
writer_abandon(writer *w, writer_file *file)
{
	fclose(file->out);
	unlinkat(w->fd, file->part, 0);
}

/* Write the list: what is there or will be. */
static bool
write_list(writer *w, bool with_old)
{
	writer_file file;
	size_t		i;

	if (!writer_begin(w, LIST_NAME, &file))
		return false;
	fputs(LIST_HEAD, file.out);
	for (i = 0; i < w->count; i++)
		fprintf(file.out, "%s\n", w->names[i]);
	for (i = 0; with_old && i < w->old_count; i++)
		if (!has_name(w->names, w->count, w->old_names[i]))
			fprintf(file.out, "%s\n", w->old_names[i]);
	return writer_commit(w, &file);
}

/* Which files will be written. */
bool
writer_announce(writer *w, char *const *names, size_t count)
{
	size_t		i;

	w->names = cli_alloc((count + 1) * sizeof(*w->names));
	for (i = 0; i < count; i++)
	{
		struct stat status;

		w->names[i] = cli_strdup(names[i]);
		w->count++;
		if (!has_name(w->old_names, w->old_count, names[i]) &&
			fstatat(w->fd, names[i], &status, AT_SYMLINK_NOFOLLOW) == 0)
		{
			cli_error("file \"%s/%s\" is not written by this program", w->path, names[i]);
			cli_hint("Move the file away, or choose another folder.");
			return false;
		}
	}
	qsort(w->names, w->count, sizeof(*w->names), compare_names);
	return write_list(w, true);
}

/* Remove what earlier runs wrote and this one did not. */
bool
writer_finish(writer *w)
{
	size_t		i;

	for (i = 0; i < w->old_count; i++)
		if (!has_name(w->names, w->count, w->old_names[i]) &&
			unlinkat(w->fd, w->old_names[i], 0) != 0 && errno != ENOENT)
			return fail(w, "remove", w->old_names[i]);
	return write_list(w, false);
}

/* Close the folder. */
void
writer_close(writer *w)
{
	size_t		i;

	for (i = 0; i < w->count; i++)
		free(w->names[i]);
	free(w->names);
	free(w->old_names);
	free(w->list);
	free(w->path);
	if (w->fd >= 0)
		close(w->fd);
	free(w);
}
