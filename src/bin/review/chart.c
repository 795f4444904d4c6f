/*
 * chart.c
 *		Small charts as SVG, each with its numbers as text.
 *
 * Every bar has its label before it and its number behind it, so that neither
 * colour nor scale has to be read.
 */
#include "bin/review/chart.h"

#include <stdlib.h>

#include "bin/review/html.h"

/* In units of the picture, which are pixels at its full width. */
#define WIDTH 360
#define ROW_HEIGHT 30
#define BAR_HEIGHT 18
#define LABEL_WIDTH 88
#define NUMBER_WIDTH 72

/* Write the description that stands for the picture. */
static void
write_description(FILE *out, const chart_bar *bars, int count)
{
	int			i;

	for (i = 0; i < count; i++)
	{
		if (i > 0)
			html_put(out, T_CHART_SEPARATOR);
		html_put(out, T_CHART_ITEM, bars[i].label, bars[i].digits);
	}
}

/* Write a bar. */
static void
write_bar(FILE *out, const chart_bar *bar, int row, double largest)
{
	double		value = strtod(bar->digits, NULL);
	double		room = WIDTH - LABEL_WIDTH - NUMBER_WIDTH;
	double		width = largest > 0 ? value / largest * room : 0;
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
	fputs("</text>\n", out);
}

/* Write a chart. */
void
chart_write(FILE *out, const char *id, const char *title, const chart_bar *bars, int count)
{
	double		largest = 0;
	int			i;

	for (i = 0; i < count; i++)
		if (strtod(bars[i].digits, NULL) > largest)
			largest = strtod(bars[i].digits, NULL);
	fprintf(out, "<figure>\n<figcaption id=\"%s-title\">", id);
	html_plain(out, title);
	fprintf(out, "</figcaption>\n<svg class=\"chart\" role=\"img\" viewBox=\"0 0 %d %d\" width=\"%d\" height=\"%d\" "
			"aria-labelledby=\"%s-title\" aria-describedby=\"%s-text\">\n<desc id=\"%s-text\">",
			WIDTH, count * ROW_HEIGHT, WIDTH, count * ROW_HEIGHT, id, id, id);
	write_description(out, bars, count);
	fprintf(out, "</desc>\n<line class=\"axis\" x1=\"%d\" y1=\"0\" x2=\"%d\" y2=\"%d\"/>\n",
			LABEL_WIDTH, LABEL_WIDTH, count * ROW_HEIGHT);
	for (i = 0; i < count; i++)
		write_bar(out, &bars[i], i, largest);
	fputs("</svg>\n</figure>\n", out);
}
