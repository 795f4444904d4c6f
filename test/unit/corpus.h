/*
 * corpus.h
 *		The corpus and what was written down about each of its documents.
 */
#ifndef GIR_CORPUS_H
#define GIR_CORPUS_H

#include "unit.h"

#define CORPUS_DOCUMENTS 128
#define CORPUS_TITLE_SIZE 512

typedef struct corpus_document
{
	char		name[64];
	char	   *text;
	size_t		len;
	char		title[CORPUS_TITLE_SIZE];	/* empty if nothing is said about it */
	char		agency[CORPUS_TITLE_SIZE];
	int			year;			/* 0 if nothing is said about it */

	/* by cell; cells that are not in the report's form are MISSING */
	gir_state	state[GIR_CELL_COUNT];
	bool		text_or_missing[GIR_CELL_COUNT];	/* either is right */
	int64_t		value[GIR_CELL_COUNT];
	int			scale[GIR_CELL_COUNT];
} corpus_document;

/* All documents with expectations; returns their number. */
extern int	corpus_load(corpus_document documents[CORPUS_DOCUMENTS]);
extern void corpus_free(corpus_document *documents, int ndocuments);

#endif							/* GIR_CORPUS_H */
