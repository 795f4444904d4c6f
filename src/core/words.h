/*
 * words.h
 *		Labels as printed, for expressions and messages.
 */
#ifndef GIR_WORDS_H
#define GIR_WORDS_H

#include "core/identity.h"

/* Write a string. */
extern void gir_put(const gir_writer *writer, const char *text);

/* A form that prints a row: the one asked for if it does, or else the newest. */
extern int	gir_form_with_row(int form, gir_row_id row);

/* Write a row's label in a form, with the group it stands in. */
extern void gir_put_row(const gir_writer *writer, int form, gir_row_id row);

/* Write a row's label as part of a sum: shorter, if it stays clear. */
extern void gir_put_row_briefly(const gir_writer *writer, int form, gir_row_id row);

/* A column's label in a form, or in the newest that prints it in the row. */
extern const char *gir_column_label(int form, gir_row_id row, gir_column column);

/*
 * Write a place in the tables, and a colon: which table, and which row and
 * column if it has them.
 */
extern void gir_put_place(const gir_writer *writer, int section, int form, gir_row_id row,
						  gir_column column);

/* How a relation is written in an expression and in a message. */
extern const char *gir_relation_sign(gir_relation relation);
extern const char *gir_relation_words(gir_relation relation);

/* How a rule's first and second report are called, or NULL if it has only one. */
extern const char *gir_report_word(const gir_rule *rule, bool other);

/* Write what a term stands for, at a place or, with no row and column, anywhere. */
extern void gir_put_term(const gir_writer *writer, const gir_rule *rule, const gir_term *term,
						 int form, gir_row_id row, gir_column column);

#endif							/* GIR_WORDS_H */
