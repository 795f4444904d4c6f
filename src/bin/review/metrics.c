/*
 * metrics.c
 *		The rates of gireport_metrics, with the names and formulas of the catalogue.
 */
#include "bin/review/metrics.h"

#include <stdlib.h>
#include <string.h>

#include "bin/common/message.h"
#include "bin/review/html.h"

/* Percentages have so many decimal places, other quotients, too. */
#define DECIMALS 2

static const char *const metrics_query =
"SELECT a.attname, coalesce(col_description(a.attrelid, a.attnum), a.attname) "
"FROM pg_attribute a "
"WHERE a.attrelid = $1::regclass AND a.attnum > 0 AND NOT a.attisdropped "
"ORDER BY a.attnum";

/* Read them. */
bool
metrics_read(const file_table *table, metric_list *list)
{
	static const char equals[] = " = ";
	char	   *type_name = cli_format("%s.gireport_metrics", table->extension);
	const char *parameters[] = {type_name};
	PGresult   *result = table_query(table, metrics_query, 1, parameters);
	int			i;

	free(type_name);
	memset(list, 0, sizeof(*list));
	if (result == NULL)
		return false;
	list->count = PQntuples(result);
	list->items = cli_alloc(((size_t) list->count + 1) * sizeof(*list->items));
	for (i = 0; i < list->count; i++)
	{
		metric	   *item = &list->items[i];
		char	   *split;

		item->name = cli_strdup(PQgetvalue(result, i, 0));
		item->label = cli_strdup(PQgetvalue(result, i, 1));
		split = strstr(item->label, equals);
		item->formula = cli_strdup(split != NULL ? split + strlen(equals) : "");
		if (split != NULL)
			*split = '\0';
	}
	PQclear(result);
	return true;
}

/*
 * Round a decimal number half away from zero, after moving its point to the right.  Done on
 * its digits: what is halfway in decimals is not in binary.
 */
static void
round_digits(const char *value, int shift, char *rounded, size_t size)
{
	char		digits[64];
	bool		negative = *value == '-';
	size_t		count = 0;
	size_t		whole;
	size_t		keep;
	size_t		i;

	value += negative;
	digits[count++] = '0';
	for (; *value >= '0' && *value <= '9' && count < 40; value++)
		digits[count++] = *value;
	whole = count + (size_t) shift;
	keep = whole + DECIMALS;
	value += *value == '.';
	for (; *value >= '0' && *value <= '9' && count <= keep; value++)
		digits[count++] = *value;
	while (count <= keep)
		digits[count++] = '0';
	if (digits[keep] >= '5')
		for (i = keep; i-- > 0 && ++digits[i] > '9';)
			digits[i] = '0';
	for (i = 0; i + 1 < whole && digits[i] == '0'; i++)
		;
	snprintf(rounded, size, "%s%.*s.%.*s", negative ? "-" : "", (int) (whole - i), digits + i,
			 DECIMALS, digits + whole);
}

/* Write a share as a percentage. */
void
metrics_put_percentage(FILE *out, const char *value)
{
	char		rounded[64];

	if (value == NULL)
	{
		html_number(out, NULL);
		return;
	}
	round_digits(value, 2, rounded, sizeof(rounded));
	html_number(out, rounded);
	fputs("%", out);
}

/* Write a value. */
void
metrics_put(FILE *out, const metric *metric, const char *value)
{
	bool		percentage = strstr(metric->name, "_rate_") != NULL ||
		strstr(metric->name, "_share_") != NULL || strstr(metric->name, "_per_request_") != NULL;
	char		rounded[64];

	if (percentage)
		metrics_put_percentage(out, value);
	else if (value == NULL || strchr(value, '.') == NULL)
		html_number(out, value);
	else
	{
		round_digits(value, 0, rounded, sizeof(rounded));
		html_number(out, rounded);
	}
}

/* Free them. */
void
metrics_free(metric_list *list)
{
	int			i;

	for (i = 0; i < list->count; i++)
	{
		free(list->items[i].name);
		free(list->items[i].label);
		free(list->items[i].formula);
	}
	free(list->items);
	memset(list, 0, sizeof(*list));
}
