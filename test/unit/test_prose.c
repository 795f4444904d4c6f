/*
 * test_prose.c
 *		The claims of sentences, measured over test/corpus/sentences.tsv, and where
 *		they stand in a text.
 */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>

#include "core/chars.h"
#include "core/prose_scan.h"

#include "claims.h"

/* The least precision and recall. */
#define LEAST 0.95

static claims result;

/* Look at a claim's texts, and count it. */
static void
count_claim(void *context, const gir_claim *claim)
{
	uint32_t	i;
	int			sum = 0;

	for (i = 0; i < claim->raw_len; i++)
		sum += claim->raw[i];
	for (i = 0; i < claim->sentence_len; i++)
		sum += claim->sentence[i];
	*(int *) context += sum != 0;
}

/* Keep the claims of a text. */
static void
find(const char *text, int year, const char *agency)
{
	find_claims(text, year, agency, &result);
}

/* ---- sentences ---- */

/* How often claims were right. */
typedef struct score
{
	const char *split;
	int			sentences;
	int			right;
	int			wrong;
	int			missed;
} score;

/* True if a list "subject=value;..." has a claim. */
static bool
lists(const char *expected, const gir_claim *claim)
{
	char		text[100];
	size_t		len;
	const char *p = expected;

	len = (size_t) snprintf(text, sizeof(text), "%s=%lld", gir_claim_code(claim->subject),
							(long long) claim->value);
	while ((p = strstr(p, text)) != NULL)
	{
		if ((p == expected || p[-1] == ';') && (p[len] == ';' || p[len] == '\0'))
			return true;
		p += len;
	}
	return false;
}

/* Compare the claims found with those expected. */
static void
count_sentence(const char *sentence, const char *expected, score *s)
{
	int			nexpected = 0;
	int			right = 0;
	int			wrong = 0;
	const char *p;
	int			i;

	for (p = expected; *p != '\0'; p++)
		nexpected += *p == '=';
	for (i = 0; i < result.count; i++)
	{
		if (result.list[i].other_year != 0)
			continue;
		if (lists(expected, &result.list[i]))
			right++;
		else
			wrong++;
	}
	s->sentences++;
	s->right += right;
	s->wrong += wrong;
	s->missed += nexpected - right;
	if (wrong > 0 || right != nexpected)
	{
		print_message("%s: %s\n    expected \"%s\", found", s->split, sentence, expected);
		for (i = 0; i < result.count; i++)
			print_message(" %s=%lld%s", gir_claim_code(result.list[i].subject),
						  (long long) result.list[i].value,
						  result.list[i].other_year != 0 ? "(other year)" : "");
		print_message("\n");
	}
}

/* Precision and recall over the sentences of each part of the set. */
static void
test_sentences(void **state)
{
	score		scores[] = {{"dev", 0, 0, 0, 0}, {"held", 0, 0, 0, 0}};
	size_t		len;
	char	   *text = unit_read_file(UNIT_CORPUS "sentences.tsv", &len);
	char	   *p = text;
	char	   *f[5];
	int			i;

	(void) state;
	assert_int_equal(unit_next_fields(&p, f, 5), 5);
	while (unit_next_fields(&p, f, 5) == 5)
	{
		for (i = 0; i < UNIT_COUNT(scores) && strcmp(scores[i].split, f[0]) != 0; i++)
			;
		assert_true(i < UNIT_COUNT(scores));
		find(f[2], atoi(f[1]), f[4]);
		count_sentence(f[2], f[3], &scores[i]);
	}
	assert_true(*p == '\0');
	free(text);

	for (i = 0; i < UNIT_COUNT(scores); i++)
	{
		const score *s = &scores[i];
		double		precision = (double) s->right / (s->right + s->wrong);
		double		recall = (double) s->right / (s->right + s->missed);

		print_message("%s: %d sentences, %d claims right, %d wrong, %d missed: "
					  "precision %.4f, recall %.4f\n", s->split, s->sentences, s->right, s->wrong,
					  s->missed, precision, recall);
		if (precision < LEAST || recall < LEAST)
			fail_msg("%s: precision or recall is less than %.2f", s->split, LEAST);
	}
}

/* ---- the words ---- */

/* A text as sentences have it. */
static void
assert_folded(const char *text)
{
	static gir_sentence sentence;
	const char *end = text + strlen(text);
	const char *p = text;
	int			n = 0;

	gir_sentence_clear(&sentence);
	while (p < end)
	{
		const char *at = p;
		uint32_t	c = gir_next_char(&p, end);

		assert_false(gir_is_space(c));
		gir_sentence_add(&sentence, c, at, (size_t) (p - at), 0, false);
		n++;
		if (sentence.nchars != n || sentence.chars[n - 1].c != c)
			fail_msg("\"%s\" is not as sentences are", text);
	}
	assert_true(n > 0);
}

/* Every word can be found, and none is there twice. */
static void
test_words(void **state)
{
	const gir_prose_list *const lists[] = {&gir_prose_words, &gir_prose_traps, &gir_prose_fillers};
	static gir_prose_index index;
	size_t		total = 0;
	size_t		i,
				j,
				k,
				m;

	(void) state;
	for (i = 0; i < 3; i++)
	{
		total += lists[i]->count;
		for (j = 0; j < lists[i]->count; j++)
		{
			const gir_prose_word *word = &lists[i]->words[j];

			assert_folded(word->text);
			assert_true(word->class < GIR_W_CLASS_COUNT && word->class != GIR_W_END);
			for (k = i; k < 3; k++)
			{
				for (m = k == i ? j + 1 : 0; m < lists[k]->count; m++)
				{
					if (strcmp(word->text, lists[k]->words[m].text) == 0 &&
						(word->class == lists[k]->words[m].class ||
						 (word->class != GIR_W_FILLER && lists[k]->words[m].class != GIR_W_COUNTER)))
						fail_msg("\"%s\" is there twice", word->text);
				}
			}
		}
	}
	assert_true(total <= GIR_MAX_PROSE_WORDS);
	gir_prose_index_init(&index);
	for (i = 0; i < 3; i++)
	{
		for (j = 0; j < lists[i]->count; j++)
		{
			const gir_prose_word *word = &lists[i]->words[j];
			static gir_sentence sentence;
			const char *end = word->text + strlen(word->text);
			const char *p = word->text;
			int			length;

			gir_sentence_clear(&sentence);
			while (p < end)
			{
				const char *at = p;
				uint32_t	c = gir_next_char(&p, end);

				gir_sentence_add(&sentence, c, at, (size_t) (p - at), 0, false);
			}
			assert_ptr_equal(gir_prose_word_at(&index, &sentence, 0, GIR_CLASS_BIT(word->class),
											   &length), word);
			assert_int_equal(length, sentence.nchars);
		}
	}
}

/* ---- places ---- */

/* Assert what a claim is and where it stands. */
static void
assert_claim(int i, const char *text, gir_claim_subject subject, int64_t value, const char *raw,
			 uint32_t line, int section)
{
	const gir_claim *c = &result.list[i];

	assert_true(i < result.count);
	assert_int_equal(c->subject, subject);
	assert_int_equal(c->value, value);
	assert_string_equal(result.raw[i], raw);
	assert_int_equal(c->line, line);
	assert_int_equal(c->section, section);
	assert_int_equal(c->raw_span.end - c->raw_span.start, strlen(raw));
	assert_memory_equal(text + c->raw_span.start, raw, strlen(raw));
	assert_memory_equal(text + c->sentence_span.start, result.sentence[i],
						c->sentence_span.end - c->sentence_span.start);
}

/* Lines, sections and spans; headings say what the lines under them are about. */
static void
test_places(void **state)
{
	static const char text[] =
		"一、总体情况\n"
		"（一）主动公开\n"
		"全年收到申请9件。\n"
		"（二）依申请公开\n"
		"2023年，收到 申请 3 件，答复３件。均已按时答复。\n"
		"六、其他需要报告的事项\n"
		"本年度无行政诉讼。\n";

	(void) state;
	find(text, 2023, "");
	assert_int_equal(result.count, 4);
	assert_claim(0, text, GIR_CLAIM_RECEIVED, 3, "收到 申请 3 件", 5, 1);
	assert_claim(1, text, GIR_CLAIM_CONCLUDED, 3, "答复３件", 5, 1);
	assert_claim(2, text, GIR_CLAIM_CARRIED_OUT, 0, "均已按时答复", 5, 1);
	assert_claim(3, text, GIR_CLAIM_LITIGATION, 0, "无行政诉讼", 7, 6);
	assert_string_equal(result.list[0].unit, "件");
	assert_null(result.list[3].unit);
	assert_string_equal(result.sentence[2], "均已按时答复。");
	assert_int_equal(result.list[0].sentence_number, result.list[1].sentence_number);
	assert_int_not_equal(result.list[1].sentence_number, result.list[2].sentence_number);
}

/* A sentence can go over lines, if they look wrapped. */
static void
test_wrapped(void **state)
{
	static const char wrapped[] =
		"2023年，我单位严格按照有关规定，认真做好依申请公开工作，共收到政府信息公开\n"
		"申请12件，均已答复。\n";
	static const char cells[] =
		"本年新收申请\n7\n政府信息公开申请\n8件\n\n共收到政府信息公开申请\n9件\n";

	(void) state;
	find(wrapped, 2023, "");
	assert_int_equal(result.count, 2);
	assert_claim(0, wrapped, GIR_CLAIM_RECEIVED, 12, "共收到政府信息公开\n申请12件", 1, 0);
	assert_claim(1, wrapped, GIR_CLAIM_CARRIED_OUT, 0, "均已答复", 2, 0);
	find(cells, 2023, "");
	assert_int_equal(result.count, 0);
}

/* The tables themselves, in layouts where cells are lines, are no prose. */
static void
test_tables(void **state)
{
	static const char *const texts[] = {
		"一、本年新收政府信息公开申请数量\n\n7\n\n0\n\n二、上年结转政府信息公开申请数量\n\n1\n",
		"一、本年新收政府信息公开申请数量7000007\n",
		"一、本年新收政府信息公开申请数量 7 0 0 0 0 0 7\n",
		"一、本年新收政府信息公开申请数量\t7\t0\t0\t0\t0\t0\t7\n",
		"行政规范性文件4032\n规章000\n",
		"（七）总计\n8\n四、结转下年度继续办理\n2\n",
	};
	int			i;

	(void) state;
	for (i = 0; i < UNIT_COUNT(texts); i++)
	{
		find(texts[i], 2023, "");
		if (result.count > 0)
			fail_msg("\"%s\": \"%s\"", texts[i], result.raw[0]);
	}
}

/* Claims of another year are marked; without a report's year none is. */
static void
test_years(void **state)
{
	(void) state;
	find("2022年收到政府信息公开申请5件。", 2023, "");
	assert_int_equal(result.count, 1);
	assert_int_equal(result.list[0].other_year, 2022);
	find("2022年收到政府信息公开申请5件。", 0, "");
	assert_int_equal(result.count, 1);
	assert_int_equal(result.list[0].other_year, 0);
	find("去年收到政府信息公开申请5件。", 2023, "");
	assert_int_equal(result.count, 0);
}

/* Texts that are no prose end, too, and give nothing. */
static void
test_hostile(void **state)
{
	static const char *const pieces[] = {
		"收到", "申请", "未", "无", "的", "局", "1", "(", "、", "，", "1件", "予以公开1件", "《",
		"年", "一", "十", "至", "2023年", "\xE6", "\xFF", "\t", "\n", "\n\n", " ", "。", "均", "因",
		"制发", "行政规范性文件", "结转", "下年度", "其中", "，1件", "、复议", "未收到",
		"县公安局", "无政府信息公开申请、",
	};
	char	   *text = malloc(100000);
	int			claims = 0;
	int			i,
				j;

	(void) state;
	assert_non_null(text);
	for (i = 0; i < UNIT_COUNT(pieces); i++)
	{
		for (j = 0; j < UNIT_COUNT(pieces); j++)
		{
			size_t		len = 0;

			while (len < 5000)
				len += (size_t) sprintf(text + len, "%s%s", pieces[i], pieces[j]);
			find_claims_with(text, 2023, "某县公安局", count_claim, &claims);
		}
	}
	assert_true(claims > 0);

	/* a sentence that is longer than any */
	strcpy(text, "收到政府信息公开申请2件");
	for (i = 0; i < 3000; i++)
		strcat(text, "，");
	find(text, 2023, "");
	assert_int_equal(result.count, 0);
	free(text);
}

/* The processor time for a text that repeats a piece, in milliseconds. */
static double
milliseconds(const char *piece, size_t size)
{
	gir_report *report = calloc(1, sizeof(*report));
	char	   *text = malloc(size);
	size_t		len = strlen(piece);
	int			claims = 0;
	size_t		i;
	clock_t		start;

	assert_non_null(report);
	assert_non_null(text);
	for (i = 0; i < size; i++)
		text[i] = piece[i % len];
	report->year = 2023;
	start = clock();
	gir_find_claims(text, size, report, count_claim, NULL, &claims);
	start = clock() - start;
	free(text);
	free(report);
	return (double) start * 1000 / CLOCKS_PER_SEC;
}

/* Four times the text takes about four times as long, whatever it is. */
static void
test_linear_time(void **state)
{
	static const char *const pieces[] = {
		"1", "一", "2023年", "“", "（", "《", "\"", "收到", "无制定", "未因", "的", "县公安局", "，",
		"收到政府信息公开申请2件，", "收到政府信息公开申请2件。", "全年收到政府信息公开申请\n", "一\n",
		"局1件、", "1,000", "\n", " ", "未收到和", "“收到（申请《2件》”",
	};
	double		longest = 0;
	int			i;

	(void) state;
	for (i = 0; i < UNIT_COUNT(pieces); i++)
	{
		double		part = milliseconds(pieces[i], 1 << 18);
		double		whole = milliseconds(pieces[i], 1 << 20);

		if (whole > 10 * part + 100)
			fail_msg("\"%s\": %.0f ms for a quarter, %.0f ms for the whole", pieces[i], part, whole);
		if (whole > longest)
			longest = whole;
	}
	print_message("longest time for 1 MB: %.0f ms\n", longest);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_sentences),
		cmocka_unit_test(test_words),
		cmocka_unit_test(test_places),
		cmocka_unit_test(test_wrapped),
		cmocka_unit_test(test_tables),
		cmocka_unit_test(test_years),
		cmocka_unit_test(test_hostile),
		cmocka_unit_test(test_linear_time),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
