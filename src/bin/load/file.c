/*
 * file.c
 *		Reading a file: its bytes, their hash, its name for the table.
 */
#include "bin/load/file.h"

#include <errno.h>
#include <fcntl.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include <openssl/evp.h>

#include "bin/common/message.h"

/* Of a file without text in it, that much is enough to tell what it is. */
#define ENOUGH_TO_TELL 4096

/* A path as text. */
char *
load_source_of_path(const char *path)
{
	const char *end = path + strlen(path);
	char	   *source = cli_alloc(4 * (size_t) (end - path) + 1);
	char	   *out = source;
	unsigned	code;

	while (path < end)
	{
		int			n = cli_utf8_char(path, end, &code);

		if (n == 0)
			out += sprintf(out, "\\x%02x", (unsigned char) *path++);
		else if (*path == '\\')
		{
			*out++ = '\\';
			*out++ = *path++;
		}
		else
		{
			memcpy(out, path, (size_t) n);
			out += n;
			path += n;
		}
	}
	*out = '\0';
	return source;
}

/* Bytes in words. */
const char *
load_size_words(unsigned long long bytes)
{
	static char words[40];

	if (bytes >= 10ULL * 1024 * 1024)
		snprintf(words, sizeof(words), "%llu MB", bytes / (1024 * 1024));
	else if (bytes >= 10ULL * 1024)
		snprintf(words, sizeof(words), "%llu kB", bytes / 1024);
	else
		snprintf(words, sizeof(words), "%llu bytes", bytes);
	return words;
}

/* A failure with the reason that errno gives. */
static void
set_failure(load_file *file, const char *what)
{
	file->failure = cli_format("%s: %s", what, strerror(errno));
}

/* A failure for size. */
static void
set_too_large(load_file *file, unsigned long long size)
{
	char	   *is = cli_strdup(load_size_words(size));

	file->failure = cli_format("file is too large: %s, and at most %s are read", is,
							   load_size_words(LOAD_MAX_FILE));
	free(is);
}

/* Read all bytes of a file that is open. */
static void
read_bytes(int fd, load_file *file)
{
	struct stat status;
	size_t		size;

	/* what was a file when the walk looked at it can be something else by now */
	if (fstat(fd, &status) != 0)
	{
		set_failure(file, "could not look at file");
		return;
	}
	if (!S_ISREG(status.st_mode))
	{
		file->failure = cli_strdup("not a regular file");
		return;
	}
	if ((unsigned long long) status.st_size > LOAD_MAX_FILE)
	{
		set_too_large(file, (unsigned long long) status.st_size);
		return;
	}

	/* one byte more, to see the end without another allocation */
	size = (size_t) status.st_size + 1;
	file->bytes = cli_alloc(size);
	for (;;)
	{
		ssize_t		got;

		if (file->len == size)
		{
			if (size > LOAD_MAX_FILE)
			{
				set_too_large(file, size);
				return;
			}
			size = 2 * size;
			file->bytes = cli_realloc(file->bytes, size);
		}
		got = read(fd, file->bytes + file->len, size - file->len);
		if (got == 0)
			return;
		if (got < 0 && errno == EINTR)
			continue;
		if (got < 0)
		{
			set_failure(file, "could not read file");
			return;
		}
		file->len += (size_t) got;
	}
}

/* Read a file. */
void
load_read_file(const load_entry *entry, load_file *file)
{
	int			fd;

	memset(file, 0, sizeof(*file));
	file->source = load_source_of_path(entry->path);

	/* nothing but a regular file may be waited for */
	fd = openat(entry->folder, entry->open_name,
				O_RDONLY | O_NONBLOCK | O_NOCTTY | O_CLOEXEC | (entry->given ? 0 : O_NOFOLLOW));
	if (fd < 0)
	{
		set_failure(file, "could not open file");
		return;
	}
	read_bytes(fd, file);
	close(fd);
	if (file->failure != NULL)
		return;

	if (EVP_Digest(file->bytes, file->len, file->sha256, NULL, EVP_sha256(), NULL) != 1)
		cli_out_of_memory();
	file->kind = load_kind_of_bytes(file->bytes, file->len);
	file->note = load_misnamed(entry->name, file->kind);
	if (file->len == 0)
	{
		file->refusal = cli_strdup("file is empty");
		file->note = NULL;
	}
	if (file->kind == LOAD_KIND_OTHER && file->len > ENOUGH_TO_TELL)
		file->len = ENOUGH_TO_TELL;
}

/* A look at the first bytes of a file that was passed over. */
const char *
load_look_at_passed(const load_entry *entry)
{
	unsigned char bytes[LOAD_LOOK];
	struct stat status;
	ssize_t		got = -1;
	int			fd;

	if (!entry->other_name)
		return NULL;
	fd = openat(entry->folder, entry->open_name,
				O_RDONLY | O_NONBLOCK | O_NOCTTY | O_CLOEXEC | O_NOFOLLOW);
	if (fd < 0)
		return NULL;
	if (fstat(fd, &status) == 0 && S_ISREG(status.st_mode))
		got = read(fd, bytes, sizeof(bytes));
	close(fd);
	return got > 0 ? load_likely_ending(entry->name, bytes, (size_t) got) : NULL;
}

/* Free and forget the verdict. */
void
load_forget_verdict(load_file *file)
{
	free(file->verdict.error);
	free(file->verdict.detail);
	free(file->verdict.hint);
	free(file->verdict.violation);
	free(file->verdict.warning);
	memset(&file->verdict, 0, sizeof(file->verdict));
}

/* Free what is in a file. */
void
load_free_file(load_file *file)
{
	load_forget_verdict(file);
	free(file->source);
	free(file->bytes);
	free(file->refusal);
	free(file->failure);
	memset(file, 0, sizeof(*file));
}
