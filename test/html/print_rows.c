/*
 * print_rows.c
 *		Print the rows that the core's reader finds in a document, one to a line:
 *		the layout, marks, and the cells with tabs between them.
 *
 *	print_rows FILE...
 *
 * For each file there is a line that says what it is, then its rows, and a dot.
 * In a cell "\\" stands for a backslash, "\t" for a tab and "\n" for a line feed.
 */
#include <stdio.h>
#include <stdlib.h>

#include "core/reader.h"

/* Print a cell's text. */
static void
print_cell(const gir_cell *cell)
{
	const char *p;

	for (p = cell->start; p < cell->end; p++)
	{
		if (*p == '\\')
			fputs("\\\\", stdout);
		else if (*p == '\t')
			fputs("\\t", stdout);
		else if (*p == '\n')
			fputs("\\n", stdout);
		else
			putchar(*p);
	}
}

/* Print a document's rows. */
static void
print_rows(const char *text, size_t len)
{
	static gir_reader reader;
	static const char *const sources[] = {"text", "html", "tables", "docx"};
	gir_cell_row row;
	int			i;

	gir_reader_init(&reader, text, len);
	puts(sources[reader.source]);
	while (gir_next_row(&reader, &row))
	{
		if (row.ncells == 0)
			continue;
		printf("%s%s%s%s", row.layout == GIR_LAYOUT_LINE ? "line" : "row",
			   row.overflow ? "+" : "", row.continues ? "-" : "", row.cut ? "!" : "");
		for (i = 0; i < row.ncells; i++)
		{
			putchar('\t');
			print_cell(&row.cells[i]);
		}
		putchar('\n');
	}
	puts(".");
}

int
main(int argc, char **argv)
{
	int			i;

	for (i = 1; i < argc; i++)
	{
		FILE	   *file = fopen(argv[i], "rb");
		char	   *text;
		long		len;

		if (file == NULL || fseek(file, 0, SEEK_END) != 0 || (len = ftell(file)) < 0)
		{
			perror(argv[i]);
			return 1;
		}
		rewind(file);
		text = malloc((size_t) len + 1);
		if (text == NULL || fread(text, 1, (size_t) len, file) != (size_t) len)
		{
			perror(argv[i]);
			return 1;
		}
		fclose(file);
		print_rows(text, (size_t) len);
		free(text);
	}
	return 0;
}
