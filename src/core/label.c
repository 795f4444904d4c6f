/*
 * label.c
 *		Finding the printed texts of the forms by their folded keys.
 */
#include "core/label.h"

#include <string.h>

#include "core/chars.h"

/* The label with this key, or NULL. */
static const gir_label *
look_up(const char *text, size_t len)
{
	int			number;
	const gir_label_key *key;

	if (len < GIR_LABEL_MIN || len > GIR_LABEL_SIZE)
		return NULL;
	number = gir_label_slots[gir_label_slot(text, len, gir_label_seed)];
	if (number == 0)
		return NULL;
	key = &gir_label_keys[number - 1];
	return key->len == len && memcmp(key->text, text, len) == 0 ? &gir_labels[key->label] : NULL;
}

/* The label with a folded key in simplified or traditional characters, or NULL. */
static const gir_label *
look_up_folded(char *key, size_t len)
{
	const gir_label *label;

	if ((gir_label_lengths[len / 32] & 1u << len % 32) == 0)
		return NULL;
	label = look_up(key, len);
	return label == NULL && gir_simplify(key, len) ? look_up(key, len) : label;
}

/* True if a remark says that a row is only a part of what its label names. */
static bool
limits_row(const char *start, const char *end)
{
	static const char part[] = "其中";
	size_t		len = sizeof(part) - 1;

	for (; (size_t) (end - start) >= len; start++)
	{
		if (memcmp(start, part, len) == 0)
			return true;
	}
	return false;
}

/*
 * False for a text that surely is no label, as most prose is not: none begins
 * with the same two characters.  "p" is behind the numbering.
 */
static bool
may_be_label(const char *p, const char *end)
{
	uint32_t	start[2] = {0, 0};
	uint32_t	bit;
	int			n = 0;

	if (p < end && gir_is_alphanumeric(*p))
		return false;
	if (end - p >= 6 && gir_is_ideograph(p) && gir_is_ideograph(p + 3))
	{
		start[n++] = gir_ideograph(p);
		start[n++] = gir_ideograph(p + 3);
	}
	while (n < 2 && p < end)
	{
		uint32_t	c = gir_next_char(&p, end);

		if (c < GIR_FIRST_IDEOGRAPH || c > GIR_LAST_IDEOGRAPH)
		{
			/* what is in brackets may be left out */
			if (gir_is_open_bracket(c))
				return true;
			c = gir_fold_char(c);
			if (c == 0)
				continue;
		}
		start[n++] = c;
	}
	bit = gir_label_start(start[0], start[1]);
	return (gir_label_starts[bit / 32] & 1u << bit % 32) != 0;
}

/* False for a text that surely does not begin with a label. */
bool
gir_begins_like_label(const char *start, const char *end)
{
	return may_be_label(gir_skip_numbering(start, end), end);
}

/* The label that a text is when it is folded, or NULL. */
static const gir_label *
find_folded(const char *start, const char *end)
{
	char		key[GIR_LABEL_SIZE];
	bool		parentheses;
	size_t		len = gir_fold_label(start, end, false, key, &parentheses);
	const gir_label *label = look_up_folded(key, len);

	if (label == NULL && parentheses && !limits_row(start, end))
	{
		len = gir_fold_label(start, end, true, key, &parentheses);
		label = look_up_folded(key, len);
	}
	return label;
}

/* The label that a text is, or NULL. */
const gir_label *
gir_find_label(const char *start, const char *end)
{
	const char *key_start;
	const char *key_end = end;
	const gir_label *label = NULL;

	/* Even with a space between all characters no label is as long as this. */
	if (end - start > 4 * GIR_LABEL_SIZE || gir_begins_with_year(start, end))
		return NULL;

	/* most are printed as the forms print them, but for the numbering */
	if (!gir_ends_sentence(start, end))
		label = look_up(start, (size_t) (end - start));
	if (label != NULL)
		return label;
	key_start = gir_skip_numbering(start, end);
	gir_trim(&key_start, &key_end);
	if (!may_be_label(key_start, key_end))
		return NULL;
	if (key_start > start || key_end < end)
		label = look_up(key_start, (size_t) (key_end - key_start));
	return label != NULL ? label : find_folded(start, end);
}
