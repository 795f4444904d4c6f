/*
 * chart.c
 *		Small charts as SVG, each with its numbers as text.
 *
 * Every bar has its label before it and its number behind it, so that neither
 * colour nor scale has to be read.
 */
#include "bin/review/chart.h"

#include <stdbool.h>
#include <stdlib.h>
#include <string.h>

#include "bin/review/html.h"

/* In units of the picture, which are pixels at its full width. */
#define WIDTH 360
#define ROW_HEIGHT 30
#define BAR_HEIGHT 18
#define LABEL_WIDTH 88
#define MIN_BAR_WIDTH 40

/* The widths of a digit, of one with its share of commas, and of what else says how many reports there are. */
#define DIGIT_WIDTH 8
#define NUMBER_DIGIT_WIDTH 10
#define COVERAGE_WIDTH 60

/* True if a bar says in how many reports its number is. */
static bool
shows_coverage(const chart_bar *bar)
{
	return bar->coverage.in < bar->coverage.of;
}

/* The width that the longest bar may have, so that the numbers behind the bars fit. */
static int
bar_room(const chart_bar *bars, int count)
{
	int			widest = 0;
	int			room;
	int			i;

	for (i = 0; i < count; i++)
	{
		int			width = (int) strlen(bars[i].digits) * NUMBER_DIGIT_WIDTH;

		if (shows_coverage(&bars[i]))
			width += COVERAGE_WIDTH + DIGIT_WIDTH * snprintf(NULL, 0, "%d%d", bars[i].coverage.in, bars[i].coverage.of);

		if (width > widest)
			widest = width;
	}
	room = WIDTH - LABEL_WIDTH - 12 - widest;
	return room > MIN_BAR_WIDTH ? room : MIN_BAR_WIDTH;
}

/* Write the description that stands for the picture. */
static void
write_description(FILE *out, const chart_coverage *coverage, const chart_bar *bars, int count)
{
	int			i;

	for (i = 0; i < count; i++)
	{
		if (i > 0)
			html_put(out, T_CHART_SEPARATOR);
		html_put(out, T_CHART_ITEM, bars[i].label, bars[i].digits);
		if (shows_coverage(&bars[i]))
			html_put(out, T_CHART_IN_REPORTS, bars[i].coverage.in, bars[i].coverage.of);
	}
	if (coverage != NULL)
	{
		html_put(out, T_CHART_SEPARATOR);
		html_put(out, T_CHART_COVERAGE, coverage->in, coverage->of);
	}
}

/* Write a bar. */
static void
write_bar(FILE *out, const chart_bar *bar, int row, double largest, int room)
{
	double		value = strtod(bar->digits, NULL);
	double		width = largest > 0 && value > 0 ? value / largest * room : 0;
	int			top = row * ROW_HEIGHT;

	/* what is there can be seen */
	if (value > 0 && width < 2)
		width = 2;
	fprintf(out, "<text class=\"label\" x=\"%d\" y=\"%d\" text-anchor=\"end\">", LABEL_WIDTH - 8, top + 20);
	html_plain(out, bar->label);
	fprintf(out, "</text>\n<rect class=\"%s\" x=\"%d\" y=\"%d\" width=\"%.1f\" height=\"%d\" rx=\"2\"/>\n",
			bar->class, LABEL_WIDTH, top + (ROW_HEIGHT - BAR_HEIGHT) / 2, width, BAR_HEIGHT);
	fprintf(out, "<text class=\"value\" x=\"%.1f\" y=\"%d\">", LABEL_WIDTH + width + 6, top + 20);
	html_number(out, bar->digits);
	if (shows_coverage(bar))
		html_put(out, T_CHART_IN_REPORTS, bar->coverage.in, bar->coverage.of);
	fputs("</text>\n", out);
}

/* Write a chart. */
void
chart_write(FILE *out, const char *id, const char *title, const chart_coverage *coverage,
			const chart_bar *bars, int count)
{
	double		largest = 0;
	int			room = bar_room(bars, count);
	int			i;

	for (i = 0; i < count; i++)
		if (strtod(bars[i].digits, NULL) > largest)
			largest = strtod(bars[i].digits, NULL);
	fprintf(out, "<figure>\n<figcaption id=\"%s-title\">", id);
	html_plain(out, title);
	if (coverage != NULL)
	{
		fputs(" <small>", out);
		html_put(out, T_CHART_COVERAGE, coverage->in, coverage->of);
		fputs("</small>", out);
	}
	fprintf(out, "</figcaption>\n<svg class=\"chart\" role=\"img\" viewBox=\"0 0 %d %d\" width=\"%d\" height=\"%d\" "
			"aria-labelledby=\"%s-title\" aria-describedby=\"%s-text\">\n<desc id=\"%s-text\">",
			WIDTH, count * ROW_HEIGHT, WIDTH, count * ROW_HEIGHT, id, id, id);
	write_description(out, coverage, bars, count);
	fprintf(out, "</desc>\n<line class=\"axis\" x1=\"%d\" y1=\"0\" x2=\"%d\" y2=\"%d\"/>\n",
			LABEL_WIDTH, LABEL_WIDTH, count * ROW_HEIGHT);
	for (i = 0; i < count; i++)
		write_bar(out, &bars[i], i, largest, room);
	fputs("</svg>\n</figure>\n", out);
}
