/*
 * texts.h
 *		All texts of the pages, for clerks and agencies: in Chinese, in one place.
 *
 * REVIEW_TEXTS lists them with their names.  Those with a % are for html_put,
 * which says what may follow it; none has a character that HTML would escape.
 */
#ifndef REVIEW_TEXTS_H
#define REVIEW_TEXTS_H

#include "bin/review/text_table.h"

#define REVIEW_TEXT_NAME(name, text) T_##name,

typedef enum text_id
{
	REVIEW_TEXTS(REVIEW_TEXT_NAME)
	TEXT_COUNT
} text_id;

/* A text. */
const char *text(text_id id);

/* A diagnostic's code in words, or NULL if it has none here. */
const char *reading_text(const char *code);

#endif							/* REVIEW_TEXTS_H */
