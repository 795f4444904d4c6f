/*
 * prose_message.c
 *		Findings about the prose in words.
 */
#include "core/prose.h"

#include <stdio.h>
#include <string.h>

#include "core/chars.h"
#include "core/words.h"

/* Sentences are quoted up to this many characters. */
#define QUOTED_CHARS 150

/* At most so many contradictory sentences are listed. */
#define LISTED_CLAIMS 10

/* Write a number. */
static void
put_wide(const gir_writer *writer, gir_wide value)
{
	char		digits[32];

	gir_wide_format(value, digits);
	gir_put(writer, digits);
}

/* Write a small number. */
static void
put_int(const gir_writer *writer, long long value)
{
	char		digits[32];

	snprintf(digits, sizeof(digits), "%lld", value);
	gir_put(writer, digits);
}

/* Write where the tables count a subject. */
static void
put_place(const gir_writer *writer, gir_claim_subject subject, bool with_carried_in)
{
	static const char *const tables[GIR_SECTION_COUNT] = {"表二", "表三", "表四"};
	const gir_claim_info *info = &gir_claim_subjects[subject];
	gir_row_id	first = (gir_row_id) info->first_row;
	int			last = with_carried_in ? GIR_ROW_CARRIED_IN : info->last_row;
	int			row;

	gir_put(writer, tables[gir_row_section(first) - GIR_FIRST_SECTION]);
	gir_put(writer, "“");
	if (last - (int) first > 1)
		gir_put(writer, gir_form_row_of(gir_form_block_of(GIR_FORM_NEWEST, first), first)->group);
	else
	{
		for (row = first; row <= last; row++)
		{
			if (row > (int) first)
				gir_put(writer, " + ");
			gir_put_row_briefly(writer, GIR_FORM_NEWEST, (gir_row_id) row);
		}
	}
	gir_put(writer, "”行“");
	gir_put(writer, gir_column_label(GIR_FORM_NEWEST, first, (gir_column) info->column));
	gir_put(writer, "”列");
}

/* Write a sentence on one line, cut if it is long. */
static void
put_sentence(const gir_writer *writer, const gir_claim *claim)
{
	const char *p = claim->sentence;
	const char *end = p + claim->sentence_len;
	int			chars = 0;

	while (p < end)
	{
		const char *start = p;
		uint32_t	c = gir_next_char(&p, end);

		if (c < 0x20)
			continue;
		if (++chars > QUOTED_CHARS)
		{
			gir_put(writer, "……");
			return;
		}
		writer->put(writer->context, start, (size_t) (p - start));
	}
}

/* Write where a claim stands, and its sentence. */
static void
put_claim(const gir_writer *writer, const gir_claim *claim)
{
	gir_put(writer, "第 ");
	put_int(writer, claim->line);
	gir_put(writer, " 行“");
	put_sentence(writer, claim);
	gir_put(writer, "”");
}

/* Write by how much the left side is more or less. */
static void
put_difference(const gir_writer *writer, const gir_prose_finding *finding)
{
	gir_wide	more = gir_wide_subtract(finding->left, finding->right);
	gir_wide	less = gir_wide_subtract(finding->right, finding->left);

	gir_put(writer, more.high < 0 ? "少 " : "多 ");
	put_wide(writer, more.high < 0 ? less : more);
}

/* The finding's equation in words. */
void
gir_prose_expression(const gir_prose_finding *finding, const gir_writer *writer)
{
	int			i;

	switch (finding->kind)
	{
		case GIR_PROSE_TABLE:
			gir_put(writer, "正文“");
			gir_put(writer, gir_claim_subjects[finding->subject].label);
			gir_put(writer, "” = ");
			put_place(writer, finding->subject, finding->with_carried_in);
			break;
		case GIR_PROSE_SUM:
			for (i = 0; i < finding->nclaims; i++)
			{
				gir_put(writer, i == 0 ? "正文“" : " + ");
				gir_put(writer, gir_claim_subjects[finding->claims[i]->subject].label);
			}
			gir_put(writer, "” = 正文“");
			gir_put(writer, gir_claim_subjects[finding->subject].label);
			gir_put(writer, "”");
			break;
		case GIR_PROSE_YEAR:
			gir_put(writer, "正文年份 = 报告年度");
			break;
	}
}

/* A finding about claims and tables. */
static void
put_table_message(const gir_prose_finding *finding, const gir_writer *writer)
{
	const char *label = gir_claim_subjects[finding->subject].label;
	int			i;

	if (finding->nclaims > 1)
	{
		gir_put(writer, "正文有 ");
		put_int(writer, finding->nclaims);
		gir_put(writer, " 处写到“");
		gir_put(writer, label);
		gir_put(writer, "”，数字不一致：");
		for (i = 0; i < finding->nclaims && i < LISTED_CLAIMS; i++)
		{
			if (i > 0)
				gir_put(writer, "；");
			put_claim(writer, finding->claims[i]);
			gir_put(writer, "为 ");
			put_int(writer, (long long) finding->claims[i]->value);
		}
		if (finding->nclaims > LISTED_CLAIMS)
			gir_put(writer, "；等");
		gir_put(writer, "。");
		put_place(writer, finding->subject, false);
		if (finding->right_known)
		{
			gir_put(writer, "为 ");
			put_wide(writer, finding->right);
			gir_put(writer, "，无法确定应与哪一处核对。");
		}
		else
			gir_put(writer, "缺少数据，无法核对。");
		return;
	}

	gir_put(writer, "正文");
	put_claim(writer, finding->claims[0]);
	gir_put(writer, "：“");
	gir_put(writer, label);
	gir_put(writer, "”为 ");
	put_wide(writer, finding->left);
	gir_put(writer, finding->claims[0]->basis == GIR_CLAIM_BY_ALL_DONE ? "（全部办结），" : "，");
	if (finding->verdict == GIR_PASS)
	{
		gir_put(writer, "与");
		put_place(writer, finding->subject, finding->with_carried_in);
		gir_put(writer, finding->with_carried_in ? "之和一致。" : "一致。");
		return;
	}
	put_place(writer, finding->subject, finding->with_carried_in);
	if (finding->right_known)
	{
		gir_put(writer, finding->with_carried_in ? "之和为 " : "为 ");
		put_wide(writer, finding->right);
	}
	if (finding->verdict == GIR_FAIL)
	{
		gir_put(writer, "，正文比表");
		put_difference(writer, finding);
		gir_put(writer, "。");
	}
	else
		gir_put(writer, finding->right_known ? "，上年结转数缺失，无法核对。" : "缺少数据，无法核对。");
}

/* A finding about the classes of results in a sentence. */
static void
put_sum_message(const gir_prose_finding *finding, const gir_writer *writer)
{
	gir_put(writer, "正文");
	put_claim(writer, finding->claims[0]);
	gir_put(writer, "：各类办理结果之和为 ");
	put_wide(writer, finding->left);
	gir_put(writer, "，办结总数为 ");
	put_wide(writer, finding->right);
	if (finding->verdict == GIR_PASS)
		gir_put(writer, "，两者一致。");
	else
	{
		gir_put(writer, "，分类之和比总数");
		put_difference(writer, finding);
		gir_put(writer, finding->verdict == GIR_FAIL ? "。" : "；正文未列全部类别，无法核对。");
	}
}

/* The finding in Chinese. */
void
gir_prose_message(const gir_prose_finding *finding, const gir_writer *writer)
{
	switch (finding->kind)
	{
		case GIR_PROSE_TABLE:
			put_table_message(finding, writer);
			break;
		case GIR_PROSE_SUM:
			put_sum_message(finding, writer);
			break;
		case GIR_PROSE_YEAR:
			gir_put(writer, "正文");
			put_claim(writer, finding->claims[0]);
			gir_put(writer, "说的是 ");
			put_wide(writer, finding->left);
			gir_put(writer, " 年，本报告为 ");
			put_wide(writer, finding->right);
			gir_put(writer, " 年度，正文没有本年度的“");
			gir_put(writer, gir_claim_subjects[finding->subject].label);
			gir_put(writer, "”。");
			break;
	}
}
