/*
 * entries.c
 *		The files in the table: names of pages, order, doubles.
 */
#include "bin/review/entries.h"

#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "bin/common/message.h"

/* A page's name is so many digits of the hash, unless two would have the same. */
#define PAGE_DIGITS 16

/* Which entry a hash belongs to. */
typedef struct hashed
{
	const char *hash;
	entry	   *entry;
} hashed;

/* A severity by its name. */
severity
severity_by_name(const char *name)
{
	return strcmp(name, "error") == 0 ? SEVERITY_ERROR :
		strcmp(name, "warning") == 0 ? SEVERITY_WARNING : SEVERITY_INFO;
}

/* A new entry at the end. */
entry *
entries_add(entry_list *list)
{
	entry	   *item;

	if (list->count == list->allocated)
	{
		list->allocated = list->allocated == 0 ? 256 : 2 * list->allocated;
		if (list->allocated > SIZE_MAX / sizeof(entry) / 2)
			cli_out_of_memory();
		list->items = cli_realloc(list->items, list->allocated * sizeof(entry));
	}
	item = &list->items[list->count++];
	memset(item, 0, sizeof(*item));
	return item;
}

/* ---- the names of pages ---- */

static int
compare_hashes(const void *a, const void *b)
{
	return strcmp(((const hashed *) a)->hash, ((const hashed *) b)->hash);
}

/* Give every entry the name of its page, which no other has. */
static bool
name_pages(entry_list *list, char *const *hashes)
{
	hashed	   *order = cli_alloc((list->count + 1) * sizeof(*order));
	bool		unique = true;
	size_t		i;

	for (i = 0; i < list->count; i++)
		order[i] = (hashed) {hashes[i], &list->items[i]};
	qsort(order, list->count, sizeof(*order), compare_hashes);
	for (i = 0; i < list->count && unique; i++)
	{
		bool		as_before = i > 0 && strncmp(order[i].hash, order[i - 1].hash, PAGE_DIGITS) == 0;
		bool		as_after = i + 1 < list->count &&
			strncmp(order[i].hash, order[i + 1].hash, PAGE_DIGITS) == 0;

		if (as_before && strcmp(order[i].hash, order[i - 1].hash) == 0)
		{
			cli_error("source \"%s\" occurs twice in the table", order[i].entry->source);
			unique = false;
		}
		snprintf(order[i].entry->page, sizeof(order[i].entry->page), "%.*s.html",
				 as_before || as_after ? 64 : PAGE_DIGITS, order[i].hash);
	}
	free(order);
	return unique;
}

/* ---- order ---- */

/* Strings in order, NULL last. */
static int
compare_strings(const char *a, const char *b)
{
	if (a == NULL || b == NULL)
		return (a == NULL) - (b == NULL);
	return strcmp(a, b);
}

/* The order of the overview: the worst first, then agencies, years, files. */
static int
compare_entries(const void *first, const void *second)
{
	const entry *a = first;
	const entry *b = second;
	int			result;

	if (a->status != b->status)
		return a->status < b->status ? -1 : 1;
	if ((result = compare_strings(a->key, b->key)) != 0)
		return result;
	if (a->year != b->year)
		return a->year < b->year ? -1 : 1;
	return strcmp(a->source, b->source);
}

/* Entries of one agency and year together, in the overview's order. */
static int
compare_twins(const void *first, const void *second)
{
	const entry *a = *(entry *const *) first;
	const entry *b = *(entry *const *) second;
	int			result;

	if ((result = compare_strings(a->key, b->key)) != 0)
		return result;
	if (a->year != b->year)
		return a->year < b->year ? -1 : 1;
	return a < b ? -1 : a > b;
}

/* Find reports by one agency on one year. */
static void
find_twins(entry_list *list)
{
	entry	  **order = cli_alloc((list->reports + 1) * sizeof(*order));
	size_t		count = 0;
	size_t		i;

	for (i = 0; i < list->reports; i++)
	{
		list->items[i].counted = list->items[i].odd_value == NULL;
		if (list->items[i].key != NULL && list->items[i].year != 0)
			order[count++] = &list->items[i];
	}
	qsort(order, count, sizeof(*order), compare_twins);
	for (i = 1; i < count; i++)
		if (order[i]->year == order[i - 1]->year && strcmp(order[i]->key, order[i - 1]->key) == 0)
		{
			if (order[i - 1]->twin == 0)
				order[i - 1]->twin = 1 + (int) (order[i - 1] - list->items);
			order[i]->twin = order[i - 1]->twin;
			order[i - 1]->next_twin = 1 + (int) (order[i] - list->items);
		}
	free(order);
}

/* Years in order. */
static int
compare_years(const void *a, const void *b)
{
	return *(const int *) a - *(const int *) b;
}

/* Which years are there? */
static void
find_years(entry_list *list)
{
	size_t		i;
	size_t		kept = 0;

	list->years = cli_alloc((list->reports + 1) * sizeof(int));
	for (i = 0; i < list->reports; i++)
		if (list->items[i].year != 0)
			list->years[list->year_count++] = list->items[i].year;
	qsort(list->years, list->year_count, sizeof(int), compare_years);
	for (i = 0; i < list->year_count; i++)
		if (i == 0 || list->years[i] != list->years[i - 1])
			list->years[kept++] = list->years[i];
	list->year_count = kept;
}

/* Names of pages, order, counts, doubles. */
bool
entries_arrange(entry_list *list, char *const *hashes)
{
	size_t		i;

	if (!name_pages(list, hashes))
		return false;
	for (i = 0; i < list->count; i++)
		list->by_status[list->items[i].status]++;
	if (list->count > 0)
		qsort(list->items, list->count, sizeof(entry), compare_entries);
	list->reports = list->count - (size_t) list->by_status[STATUS_NO_REPORT];
	find_twins(list);
	find_years(list);
	return true;
}

/* Free the entries. */
void
entries_free(entry_list *list)
{
	size_t		i;

	for (i = 0; i < list->count; i++)
	{
		free(list->items[i].source);
		free(list->items[i].agency);
		free(list->items[i].title);
		free(list->items[i].key);
		free(list->items[i].reason);
		free(list->items[i].code);
		free(list->items[i].odd_row);
		free(list->items[i].odd_column);
		free(list->items[i].odd_value);
	}
	free(list->items);
	free(list->years);
	memset(list, 0, sizeof(*list));
}

/* ---- names ---- */

/* True for characters that make no difference in a name. */
static bool
is_void(unsigned code)
{
	return code <= 0x20 || code == 0x7F || code == 0xA0 || code == 0xAD || code == 0x3000 ||
		code == 0xFEFF || code == 0x061C || (code >= 0x2000 && code <= 0x200F) ||
		(code >= 0x2028 && code <= 0x202F) || (code >= 0x205F && code <= 0x206F);
}

/* A name in the form that is compared. */
char *
fold_name(const char *name)
{
	const char *end = name + strlen(name);
	char	   *folded = cli_alloc(strlen(name) + 1);
	char	   *to = folded;

	while (name < end)
	{
		unsigned	code = 0;
		int			bytes = cli_utf8_char(name, end, &code);

		if (bytes == 0)
			*to++ = *name++;
		else
		{
			if (code >= 0xFF01 && code <= 0xFF5E)
				*to++ = (char) (code - 0xFEE0);
			else if (!is_void(code))
			{
				memcpy(to, name, (size_t) bytes);
				to += bytes;
			}
			name += bytes;
		}
	}
	*to = '\0';
	return folded;
}
