/*
 * convert.h
 *		PDF and DOC files to text, by programs that are installed for it.
 */
#ifndef LOAD_CONVERT_H
#define LOAD_CONVERT_H

#include <stdbool.h>

#include "bin/load/file.h"

/* True if a file has to be converted before the server can read it. */
bool		load_needs_conversion(const load_file *file);

/*
 * Convert: file->bytes becomes the text, and the file's kind with it.  Where that
 * cannot be, file->refusal or file->failure says why.  The program that does it gets no shell, no terminal
 * and no way to run for longer than a minute, to print without end, or to take
 * all memory.  False if a signal asked to stop.
 */
bool		load_convert(load_file *file);

#endif							/* LOAD_CONVERT_H */
