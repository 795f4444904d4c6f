/*
 * texts.c
 *		All texts of the pages.
 */
#include "bin/review/texts.h"

#include <stddef.h>
#include <string.h>

#define REVIEW_TEXT(name, text) text,

static const char *const texts[TEXT_COUNT] = {
	REVIEW_TEXTS(REVIEW_TEXT)
};

#define REVIEW_READING(code, text) {code, text},

static const struct
{
	const char *code;
	const char *text;
}			readings[] = {
	REVIEW_READINGS(REVIEW_READING)
};

/* A text. */
const char *
text(text_id id)
{
	return texts[id];
}

/* A diagnostic's code in words. */
const char *
reading_text(const char *code)
{
	size_t		i;

	for (i = 0; i < sizeof(readings) / sizeof(readings[0]); i++)
		if (strcmp(readings[i].code, code) == 0)
			return readings[i].text;
	return NULL;
}
