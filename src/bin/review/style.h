/*
 * style.h
 *		The style sheet of the pages.
 */
#ifndef REVIEW_STYLE_H
#define REVIEW_STYLE_H

/* Its parts, one after the other; the last is NULL.  A report's tables have a style of their own. */
extern const char *const review_style[];

#endif							/* REVIEW_STYLE_H */
