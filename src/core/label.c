/*
 * label.c
 *		Finding the printed texts of the forms by their folded keys.
 */
#include "core/label.h"

#include <string.h>

/* The label with this folded key, or NULL. */
static const gir_label *
look_up(const char *key, size_t len)
{
	int			number;
	const gir_label *label;

	if (len == 0)
		return NULL;
	number = gir_label_slots[gir_label_slot(key, len, gir_label_seed)];
	if (number == 0)
		return NULL;
	label = &gir_labels[number - 1];
	return label->key_len == len && memcmp(label->key, key, len) == 0 ? label : NULL;
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

/* The label that a text is, or NULL. */
const gir_label *
gir_find_label(const char *start, const char *end)
{
	char		key[GIR_LABEL_SIZE];
	const gir_label *label;
	bool		parentheses;
	size_t		len;

	/* Even with a space between all characters no label is as long as this. */
	if (end - start > 4 * GIR_LABEL_SIZE)
		return NULL;
	len = gir_fold_label(start, end, false, key, &parentheses);
	label = look_up(key, len);
	if (label == NULL && parentheses && !limits_row(start, end))
	{
		len = gir_fold_label(start, end, true, key, &parentheses);
		label = look_up(key, len);
	}
	return label;
}
