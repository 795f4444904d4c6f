/*
 * summary.c
 *		What became of the files.
 */
#include "bin/load/summary.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "bin/common/message.h"

/* Names that are kept of a reason, doubtful files that are, and reasons. */
#define MAX_NAMES 10
#define MAX_DOUBTFUL 10
#define MAX_REASONS 40

/* Characters of what is doubtful that the summary shows. */
#define MAX_DOUBT 120

/* Files with the same reason. */
typedef struct reason
{
	char	   *text;
	char	   *hint;			/* or NULL */
	long		count;
	char	   *names[MAX_NAMES];
} reason;

/* Reasons, in the order in which they came; the last one takes what is too much. */
typedef struct reason_list
{
	int			nreasons;
	reason		reasons[MAX_REASONS + 1];
} reason_list;

struct load_summary
{
	bool		verbose;
	long		files;
	long		loaded;
	long		changed;
	long		present;
	long		refused;
	long		misnamed;
	long		doubtful;
	long		doubtful_doc;	/* of these, those from DOC files */
	long		passed;
	reason_list refusals;
	reason_list losses;			/* of these, those whose report was in the table */
	reason_list notes;
	reason_list passes;
	reason_list likely;			/* passed over, and perhaps wrongly */
	long		nlikely;
	int			ndoubts;
	char	   *doubts[MAX_DOUBTFUL];	/* name and reason */
};

/* Begin. */
load_summary *
load_summary_begin(bool verbose)
{
	load_summary *summary = cli_alloc(sizeof(load_summary));

	memset(summary, 0, sizeof(*summary));
	summary->verbose = verbose;
	return summary;
}

/* Count a file with a reason. */
static void
add_reason(reason_list *list, const char *text, const char *hint, const char *name)
{
	reason	   *r;
	int			i;

	for (i = 0; i < list->nreasons && strcmp(list->reasons[i].text, text) != 0; i++)
		;
	if (i >= MAX_REASONS)
	{
		i = MAX_REASONS;
		text = "other reasons";
		hint = NULL;
	}
	r = &list->reasons[i];
	if (r->text == NULL)
	{
		list->nreasons = i + 1;
		r->text = cli_strdup(text);
		r->hint = hint != NULL ? cli_strdup(hint) : NULL;
	}
	if (r->count < MAX_NAMES)
		r->names[r->count] = cli_strdup(name);
	r->count++;
}

/* ---- files ---- */

/* A file that has no report. */
static void
count_refused(load_summary *summary, const char *source, const char *text, const char *detail,
			  const char *hint)
{
	summary->refused++;
	add_reason(&summary->refusals, text, hint, source);
	if (!summary->verbose)
		return;
	cli_info("%s: refused: %s", source, text);
	if (detail != NULL)
		cli_detail("%s", detail);
	if (hint != NULL)
		cli_hint("%s", hint);
}

/* The same of one whose report was in the table until now. */
static void
count_lost(load_summary *summary, const load_file *file)
{
	char	   *text = cli_format("its report was replaced: %s", file->verdict.error);

	summary->changed++;
	add_reason(&summary->losses, text, NULL, file->source);
	if (summary->verbose)
		cli_info("%s: changed, and %s", file->source, text);
	free(text);
}

/* The bytes of a text's first characters. */
static size_t
first_characters(const char *text, int count)
{
	const char *end = text + strlen(text);
	const char *p = text;
	unsigned	code;

	while (p < end && count-- > 0)
	{
		int			n = cli_utf8_char(p, end, &code);

		p += n > 0 ? n : 1;
	}
	return (size_t) (p - text);
}

/* What is wrong with a report, in full or not; NULL if nothing is; to be freed. */
static char *
describe_doubts(const load_verdict *verdict, bool full)
{
	const char *first = verdict->violation != NULL ? verdict->violation : verdict->warning;
	long		more = verdict->violations + verdict->warnings - 1;
	size_t		len;
	const char *dots;

	if (first == NULL)
		return NULL;
	len = full ? strlen(first) : first_characters(first, MAX_DOUBT);
	dots = first[len] != '\0' ? "..." : "";
	if (more <= 0)
		return cli_format("%.*s%s", (int) len, first, dots);
	return cli_format("%.*s%s (and %ld more)", (int) len, first, dots, more);
}

/* A report that the table has now and had not, or not so, before. */
static void
count_report(load_summary *summary, const load_file *file)
{
	const char *what = file->presence == LOAD_CHANGED ? "changed" : "loaded";
	char	   *doubts = describe_doubts(&file->verdict, summary->verbose);

	if (file->presence == LOAD_CHANGED)
		summary->changed++;
	else
		summary->loaded++;
	if (doubts != NULL)
	{
		if (summary->ndoubts < MAX_DOUBTFUL)
			summary->doubts[summary->ndoubts++] = cli_format("%s: %s", file->source, doubts);
		summary->doubtful++;
		summary->doubtful_doc += file->was_doc;
	}
	if (summary->verbose)
		cli_info("%s: %s%s%s", file->source, what, doubts != NULL ? ", doubtful: " : "",
				 doubts != NULL ? doubts : "");
	free(doubts);
}

/* A file that has come to its end. */
void
load_count_file(load_summary *summary, const load_file *file, bool again)
{
	const load_verdict *verdict = &file->verdict;

	summary->files++;
	if (file->note != NULL)
	{
		summary->misnamed++;
		add_reason(&summary->notes, file->note, NULL, file->source);
		if (summary->verbose)
			cli_info("%s: named otherwise, but %s", file->source, file->note);
	}
	if (file->failure != NULL)
		count_refused(summary, file->source, file->failure, NULL, file->failure_hint);
	else if (verdict->error != NULL)
	{
		if (file->presence == LOAD_CHANGED && file->had_report && (verdict->written || again))
			count_lost(summary, file);
		/* the hint of a text that is no report is for those who write SQL */
		count_refused(summary, file->source, verdict->error, verdict->detail,
					  file->bytes != NULL && file->kind != LOAD_KIND_TEXT ? verdict->hint : NULL);
	}
	else if (file->presence == LOAD_PRESENT || (!verdict->written && !again))
	{
		summary->present++;
		if (summary->verbose)
			cli_info("%s: already there", file->source);
	}
	else
		count_report(summary, file);
}

/* A file of a name that came before in the same batch. */
void
load_count_double(load_summary *summary, const load_file *file)
{
	summary->files++;
	summary->present++;
	if (summary->verbose)
		cli_info("%s: already there", file->source);
}

/* Something that was passed over, to be counted under a text. */
static void
count_passed(load_summary *summary, reason_list *list, const load_entry *entry, const char *text,
			 const char *why)
{
	char	   *source = load_source_of_path(entry->path);

	add_reason(list, text, NULL, source);
	if (summary->verbose)
		cli_info("%s: passed over: %s", source, why);
	free(source);
}

/* What the walk came to and is no file to be read. */
void
load_count_entry(load_summary *summary, const load_entry *entry)
{
	const char *ending;

	if (entry->kind == LOAD_ENTRY_FAILED)
	{
		char	   *text = entry->error == 0 ? cli_format("%s cannot be loaded", entry->reason) :
			cli_format("%s: %s", entry->reason, strerror(entry->error));
		char	   *source = load_source_of_path(entry->path);

		summary->files++;
		count_refused(summary, source, text, NULL, NULL);
		free(source);
		free(text);
		return;
	}
	summary->passed++;
	if ((ending = load_look_at_passed(entry)) != NULL)
	{
		char	   *text = cli_format("looks like a report; rename it (%s)", ending);

		summary->nlikely++;
		count_passed(summary, &summary->likely, entry, text, text);
		free(text);
	}
	else if (strcmp(entry->reason, "other name") == 0)
	{
		ending = load_ending(entry->name);
		count_passed(summary, &summary->passes, entry, ending[0] != '\0' ? ending : "no ending",
					 entry->reason);
	}
	else
		count_passed(summary, &summary->passes, entry, entry->reason, entry->reason);
}

/* The number of files so far. */
long
load_files_done(const load_summary *summary)
{
	return summary->files;
}

/* The number of those that were refused. */
long
load_files_refused(const load_summary *summary)
{
	return summary->refused;
}

/* ---- printing ---- */

/* Print text so that a terminal only shows it, and the end of the line. */
static void
print_line(const char *before, const char *text)
{
	fputs(before, stdout);
	cli_print_safely(stdout, text, strlen(text));
	putchar('\n');
}

/* Order of reasons: the most frequent first. */
static int
compare_reasons(const void *a, const void *b)
{
	const reason *x = *(const reason *const *) a;
	const reason *y = *(const reason *const *) b;

	if (x->count != y->count)
		return x->count < y->count ? 1 : -1;
	return strcmp(x->text, y->text);
}

/* Sort reasons into "sorted", which has room for all. */
static void
sort_reasons(const reason_list *list, const reason **sorted)
{
	int			i;

	for (i = 0; i < list->nreasons; i++)
		sorted[i] = &list->reasons[i];
	qsort(sorted, (size_t) list->nreasons, sizeof(reason *), compare_reasons);
}

/* Print files by their reasons. */
static void
print_reasons(const char *title, const reason_list *list)
{
	const reason *sorted[MAX_REASONS + 1];
	int			i;
	long		j;

	printf("\n%s:\n", title);
	sort_reasons(list, sorted);
	for (i = 0; i < list->nreasons; i++)
	{
		const reason *r = sorted[i];

		printf("%6ld ", r->count);
		print_line("", r->text);
		if (r->hint != NULL)
			print_line("       hint: ", r->hint);
		for (j = 0; j < r->count && j < MAX_NAMES; j++)
			print_line("         ", r->names[j]);
		if (r->count > MAX_NAMES)
			printf("         and %ld more\n", r->count - MAX_NAMES);
	}
}

/* Print what was passed over, by endings. */
static void
print_passes(const load_summary *summary)
{
	const reason *sorted[MAX_REASONS + 1];
	const char *before = "";
	int			i;

	printf("passed over:   %8ld (", summary->passed);
	if (summary->nlikely > 0)
	{
		printf("like reports %ld", summary->nlikely);
		before = ", ";
	}
	sort_reasons(&summary->passes, sorted);
	for (i = 0; i < summary->passes.nreasons; i++)
	{
		fputs(before, stdout);
		cli_print_safely(stdout, sorted[i]->text, strlen(sorted[i]->text));
		printf(" %ld", sorted[i]->count);
		before = ", ";
	}
	printf(")\n");
}

/* Print everything. */
void
load_print_summary(const load_summary *summary, double seconds, bool dry_run)
{
	int			i;

	if (dry_run)
		printf("Nothing was written; this is what a run without --dry-run would do.\n");
	printf("files:         %8ld (%.1f s, %.0f a second)\n", summary->files, seconds,
		   seconds > 0 ? (double) summary->files / seconds : 0.0);
	printf("loaded:        %8ld\n", summary->loaded);
	printf("changed:       %8ld\n", summary->changed);
	printf("already there: %8ld\n", summary->present);
	printf("refused:       %8ld\n", summary->refused);
	printf("doubtful:      %8ld (of those loaded and changed)\n", summary->doubtful);
	if (summary->misnamed > 0)
		printf("misnamed:      %8ld (read as what they are)\n", summary->misnamed);
	if (summary->passed > 0)
		print_passes(summary);

	if (summary->ndoubts > 0)
		printf("\nDoubtful:\n");
	for (i = 0; i < summary->ndoubts; i++)
		print_line("  ", summary->doubts[i]);
	if (summary->doubtful > summary->ndoubts)
		printf("  and %ld more\n", summary->doubtful - summary->ndoubts);
	if (summary->doubtful_doc > 0)
		printf("  hint: %ld of them are from DOC files, whose tables are often lost on the way;\n"
			   "        \"libreoffice --headless --convert-to docx\" keeps more\n",
			   summary->doubtful_doc);
	if (summary->misnamed > 0)
		print_reasons("Misnamed", &summary->notes);
	if (summary->losses.nreasons > 0)
		print_reasons("Changed into what is no report", &summary->losses);
	if (summary->refused > 0)
		print_reasons("Refused", &summary->refusals);
	if (summary->nlikely > 0)
		print_reasons("Passed over, but", &summary->likely);
	if (summary->passes.nreasons > 0)
		print_reasons("Passed over", &summary->passes);
	if (!summary->verbose && (summary->doubtful > summary->ndoubts || summary->refused > 0 || summary->passed > 0))
		printf("\n--verbose names every file.\n");
}

/* Free a list of reasons. */
static void
free_reasons(reason_list *list)
{
	int			i,
				j;

	for (i = 0; i < list->nreasons; i++)
	{
		free(list->reasons[i].text);
		free(list->reasons[i].hint);
		for (j = 0; j < MAX_NAMES; j++)
			free(list->reasons[i].names[j]);
	}
}

/* Free it. */
void
load_summary_end(load_summary *summary)
{
	int			i;

	free_reasons(&summary->refusals);
	free_reasons(&summary->losses);
	free_reasons(&summary->notes);
	free_reasons(&summary->passes);
	free_reasons(&summary->likely);
	for (i = 0; i < summary->ndoubts; i++)
		free(summary->doubts[i]);
	free(summary);
}
