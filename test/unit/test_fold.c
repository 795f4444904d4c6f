/*
 * test_fold.c
 *		Folding of labels, and the table of folded labels.
 */
#include <string.h>

#include "unit.h"

#include "core/chars.h"
#include "core/label.h"

/* The table itself: every label's key is folded and unique. */
static void
test_table(void **state)
{
	int			i,
				j;

	(void) state;
	assert_in_range(gir_label_count, 1, 255);
	for (i = 0; i < gir_label_count; i++)
	{
		const gir_label *label = &gir_labels[i];
		char		folded[GIR_LABEL_SIZE];
		bool		parentheses;
		size_t		len = strlen(label->key);

		assert_int_equal(label->key_len, len);
		assert_int_equal(gir_fold_label(label->key, label->key + len, false, folded, &parentheses), len);
		assert_memory_equal(folded, label->key, len);
		assert_false(parentheses);
		assert_ptr_equal(gir_find_label(label->key, label->key + len), label);
		for (j = 0; j < i; j++)
			assert_string_not_equal(label->key, gir_labels[j].key);
	}
}

/* The keys: each is in its slot, and folds to its label's. */
static void
test_keys(void **state)
{
	int			used = 0;
	int			i;

	(void) state;
	assert_in_range(gir_label_key_count, gir_label_count, 255);
	for (i = 0; i < gir_label_key_count; i++)
	{
		const gir_label_key *key = &gir_label_keys[i];
		const char *p = key->text;
		char		folded[GIR_LABEL_SIZE];
		bool		parentheses;
		size_t		len = strlen(key->text);
		uint32_t	first;
		uint32_t	bit;

		assert_int_equal(key->len, len);
		assert_in_range(key->label, 0, gir_label_count - 1);
		assert_int_equal(gir_label_slots[gir_label_slot(key->text, len, gir_label_seed)], i + 1);
		assert_ptr_equal(gir_find_label(key->text, key->text + len), &gir_labels[key->label]);
		len = gir_fold_label(key->text, key->text + len, false, folded, &parentheses);
		assert_int_equal(len, gir_labels[key->label].key_len);
		assert_memory_equal(folded, gir_labels[key->label].key, len);
		p = folded;
		first = gir_next_char(&p, folded + len);
		bit = gir_label_start(first, p < folded + len ? gir_next_char(&p, folded + len) : 0);
		assert_true((gir_label_starts[bit / 32] & 1u << bit % 32) != 0);
	}
	for (i = 0; i < GIR_LABEL_SLOTS; i++)
		used += gir_label_slots[i] != 0;
	assert_int_equal(used, gir_label_key_count);
}

/* Folding as such: numbering, parentheses, and the length of what is left. */
static void
test_fold_label(void **state)
{
	static const struct
	{
		const char *text;
		bool		drop;
		const char *folded;
		bool		parentheses;
	}			cases[] = {
		{"规章", false, "规章", false},
		{"（三）不予公开", false, "不予公开", false},
		{"三、（一）予以公开", false, "予以公开", false},
		{"12.甲", false, "甲", false},
		{"（十二）甲", false, "甲", false},
		{"1234.甲", false, "1234甲", false},	/* no numbering has so many digits */
		{"一甲", false, "一甲", false},	/* no mark behind it */
		{"甲一、乙", false, "甲一乙", false},
		{"甲（乙）丙", false, "甲乙丙", true},
		{"甲（乙）丙", true, "甲丙", true},
		{"甲(乙", true, "甲", true},
		{"甲（乙（丙）丁）戊", true, "甲戊", true},
		{"甲）乙", true, "甲乙", false},
		{"［甲］【乙】〔丙〕丁", true, "丁", true},
		{"（甲）", true, "", true},
		{"一、", false, "一", false},
		{"，。“”", false, "", false},
	};
	int			i;

	(void) state;
	for (i = 0; i < UNIT_COUNT(cases); i++)
	{
		char		out[GIR_LABEL_SIZE];
		bool		parentheses;
		const char *text = cases[i].text;
		size_t		len = gir_fold_label(text, text + strlen(text), cases[i].drop, out, &parentheses);

		if (len != strlen(cases[i].folded) || memcmp(out, cases[i].folded, len) != 0 ||
			parentheses != cases[i].parentheses)
			fail_msg("\"%s\" gives \"%.*s\"", text, (int) len, out);
	}
}

int
main(void)
{
	static const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_table),
		cmocka_unit_test(test_keys),
		cmocka_unit_test(test_fold_label),
	};

	return cmocka_run_group_tests_name("fold", tests, NULL, NULL);
}
