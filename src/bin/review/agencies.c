/*
 * agencies.c
 *		The list of agencies that have to report.
 */
#include "bin/review/agencies.h"

#include <errno.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "bin/common/message.h"

/* No agency has a longer name: the file is something else. */
#define MAX_NAME 600

/* Agencies by key. */
static int
compare_agencies(const void *a, const void *b)
{
	const agency *first = *(agency *const *) a;
	const agency *second = *(agency *const *) b;
	int			result = strcmp(first->key, second->key);

	/* of those named twice the first in the file comes first */
	return result != 0 ? result : first < second ? -1 : first > second;
}

/* A key and an agency. */
static int
compare_key(const void *key, const void *item)
{
	return strcmp(key, (*(agency *const *) item)->key);
}

/* True if a line is text in UTF-8 without control characters. */
static bool
is_text(const char *line, size_t len)
{
	const char *end = line + len;

	while (line < end)
	{
		unsigned	code;
		int			bytes = cli_utf8_char(line, end, &code);

		if (bytes == 0 || (code < 0x20 && code != '\t') || code == 0x7F)
			return false;
		line += bytes;
	}
	return true;
}

/* Add a line's agency. */
static void
add_line(agency_list *list, int *allocated, const char *line)
{
	char	   *key = fold_name(line);

	if (*key == '\0')
	{
		free(key);
		return;
	}
	if (list->count == *allocated)
	{
		*allocated = *allocated == 0 ? 64 : 2 * *allocated;
		list->items = cli_realloc(list->items, (size_t) *allocated * sizeof(*list->items));
	}
	list->items[list->count++] = (agency) {cli_strdup(line), key};
}

/* Take out those that are named again, and put the others in the order of their keys. */
static void
arrange(agency_list *list)
{
	agency	  **order = cli_alloc(((size_t) list->count + 1) * sizeof(*order));
	int			kept = 0;
	int			i;

	for (i = 0; i < list->count; i++)
		order[i] = &list->items[i];
	qsort(order, (size_t) list->count, sizeof(*order), compare_agencies);
	for (i = 1; i < list->count; i++)
		if (strcmp(order[i]->key, order[i - 1]->key) == 0)
		{
			free(order[i]->name);
			order[i]->name = NULL;
		}
	for (i = 0; i < list->count; i++)
	{
		if (list->items[i].name != NULL)
			list->items[kept++] = list->items[i];
		else
			free(list->items[i].key);
	}
	list->repeated = list->count - kept;
	list->count = kept;
	for (i = 0; i < list->count; i++)
		order[i] = &list->items[i];
	qsort(order, (size_t) list->count, sizeof(*order), compare_agencies);
	list->by_key = order;
}

/* Read the lines of an open file. */
static bool
read_lines(FILE *in, const char *path, agency_list *list)
{
	char		buffer[MAX_NAME + 3];
	int			allocated = 0;
	int			number = 0;

	while (fgets(buffer, sizeof(buffer), in) != NULL)
	{
		char	   *line = buffer;
		size_t		len = strlen(line);
		bool		whole = len > 0 && line[len - 1] == '\n';
		bool		has_zero = !whole && !feof(in) && len + 1 < sizeof(buffer);

		number++;
		while (len > 0 && (line[len - 1] == '\n' || line[len - 1] == '\r'))
			line[--len] = '\0';
		if (number == 1 && strncmp(line, "\xef\xbb\xbf", 3) == 0)
		{
			line += 3;
			len -= 3;
		}
		if (!has_zero && (len > MAX_NAME || (!whole && !feof(in))))
		{
			cli_error("line %d of file \"%s\" is too long for the name of an agency", number, path);
			return false;
		}
		if (has_zero || !is_text(line, len))
		{
			cli_error("line %d of file \"%s\" is not text in UTF-8", number, path);
			cli_hint("The file has the name of an agency on each line.");
			return false;
		}
		add_line(list, &allocated, line);
	}
	if (ferror(in))
	{
		cli_error("could not read file \"%s\": %s", path, strerror(errno));
		return false;
	}
	if (list->count > 0)
		return true;
	cli_error("file \"%s\" names no agency", path);
	return false;
}

/* Read the list. */
bool
agencies_read(const char *path, agency_list *list)
{
	FILE	   *in = fopen(path, "r");
	bool		done;

	memset(list, 0, sizeof(*list));
	if (in == NULL)
	{
		cli_error("could not open file \"%s\": %s", path, strerror(errno));
		return false;
	}
	done = read_lines(in, path, list);
	fclose(in);
	if (done)
		arrange(list);
	return done;
}

/* The agency with a key, or NULL. */
static const agency *
find_agency(const agency_list *list, const char *key)
{
	agency	  **found = list->count == 0 ? NULL :
		bsearch(key, list->by_key, (size_t) list->count, sizeof(*list->by_key), compare_key);

	return found != NULL ? *found : NULL;
}

/* Is an agency in the list? */
bool
agencies_has(const agency_list *list, const char *key)
{
	return find_agency(list, key) != NULL;
}

/* Which of them have reported? */
bool *
agencies_reported(const agency_list *list, const entry_list *entries, int year, int *count)
{
	bool	   *reported = cli_alloc(((size_t) list->count + 1) * sizeof(*reported));
	size_t		i;

	memset(reported, 0, ((size_t) list->count + 1) * sizeof(*reported));
	*count = 0;
	for (i = 0; i < entries->reports; i++)
	{
		const entry *item = &entries->items[i];
		const agency *found = item->key == NULL || (year != 0 && item->year != year) ? NULL :
			find_agency(list, item->key);

		if (found == NULL || reported[found - list->items])
			continue;
		reported[found - list->items] = true;
		(*count)++;
	}
	return reported;
}

/* Free the list. */
void
agencies_free(agency_list *list)
{
	int			i;

	for (i = 0; i < list->count; i++)
	{
		free(list->items[i].name);
		free(list->items[i].key);
	}
	free(list->items);
	free(list->by_key);
	memset(list, 0, sizeof(*list));
}
