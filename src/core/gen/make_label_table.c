/*
 * make_label_table.c
 *		Writes core/label_table.c: every text of the forms with all it can mean, a
 *		hash table without collisions to find it by, and where each row's block is.
 *
 * Run by "make labels" after a change to the forms.  Not part of the extension.
 */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "core/chars.h"
#include "core/label.h"

#define MAX_LABELS 250

static gir_label table[MAX_LABELS];
static int	table_len;

static gir_label_key keys[MAX_LABELS];
static int	keys_len;

/* A copy of a text. */
static const char *
copy_text(const char *text, size_t len)
{
	char	   *copy = malloc(len + 1);

	if (copy == NULL)
		exit(1);
	memcpy(copy, text, len);
	copy[len] = '\0';
	return copy;
}

/* Enter a key of a label, unless it is there. */
static void
add_key(const char *text, size_t len, const gir_label *label)
{
	int			i;

	for (i = 0; i < keys_len; i++)
	{
		if (keys[i].len == len && memcmp(keys[i].text, text, len) == 0)
		{
			if (keys[i].label == label - table)
				return;
			fprintf(stderr, "key \"%s\" is of two labels\n", keys[i].text);
			exit(1);
		}
	}
	if (keys_len == MAX_LABELS)
	{
		fprintf(stderr, "too many keys\n");
		exit(1);
	}
	keys[keys_len].text = copy_text(text, len);
	keys[keys_len].len = (uint8_t) len;
	keys[keys_len++].label = (uint8_t) (label - table);
}

/* The entry for a folded key, made if need be. */
static gir_label *
entry(const char *key, size_t len)
{
	gir_label  *e;
	int			i;

	for (i = 0; i < table_len; i++)
	{
		if (table[i].key_len == len && memcmp(table[i].key, key, len) == 0)
			return &table[i];
	}
	if (table_len == MAX_LABELS)
	{
		fprintf(stderr, "too many labels\n");
		exit(1);
	}
	e = &table[table_len++];
	e->key = copy_text(key, len);
	e->key_len = (uint8_t) len;
	for (i = 0; i < GIR_SECTION_COUNT; i++)
	{
		e->row[i] = GIR_NO_ROW;
		e->column[i] = GIR_NO_COLUMN;
	}
	add_key(key, len, e);
	return e;
}

/* Set a role, which must not have been set otherwise by another label. */
static void
set(uint8_t *role, uint8_t none, int value, const char *text)
{
	if (*role != none && *role != value)
	{
		fprintf(stderr, "label \"%s\" has two meanings of one kind\n", text);
		exit(1);
	}
	*role = (uint8_t) value;
}

/* What a text is to be entered as; fields as in gir_label. */
typedef struct meaning
{
	int			heading,
				anchor,
				corner,
				group,
				section,
				row,
				column;
	unsigned	blocks;
} meaning;

/* Enter a text, whole and without its parentheses. */
static void
add(const char *text, meaning m)
{
	int			drop;

	for (drop = 0; drop < 2; drop++)
	{
		char		key[GIR_LABEL_SIZE];
		bool		parentheses;
		size_t		len = gir_fold_label(text, text + strlen(text), drop, key, &parentheses);
		gir_label  *e;

		if (len < GIR_LABEL_MIN)
		{
			fprintf(stderr, "label \"%s\" folds to too little\n", text);
			exit(1);
		}
		if (gir_is_alphanumeric(key[0]))
		{
			fprintf(stderr, "label \"%s\" begins with a letter or digit\n", text);
			exit(1);
		}
		e = entry(key, len);
		if (m.heading)
			set(&e->heading, 0, m.heading, text);
		if (m.anchor)
			set(&e->anchor, 0, m.anchor, text);
		if (m.corner)
			set(&e->corner, 0, m.corner, text);
		if (m.group)
			set(&e->group, 0, m.group, text);
		e->blocks |= (uint16_t) m.blocks;
		if (m.row != GIR_NO_ROW)
			set(&e->row[m.section - GIR_FIRST_SECTION], GIR_NO_ROW, m.row, text);
		if (m.column != GIR_NO_COLUMN)
			set(&e->column[m.section - GIR_FIRST_SECTION], GIR_NO_COLUMN, m.column, text);
		if (drop == 0)
		{
			const char *unnumbered = gir_skip_numbering(text, text + strlen(text));

			add_key(text, strlen(text), e);
			add_key(unnumbered, strlen(unnumbered), e);
		}
		if (!parentheses)
			break;
	}
}

/* Enter the texts of a form. */
static void
add_form(const gir_form *form, int number)
{
	static const meaning nothing = {.row = GIR_NO_ROW, .column = GIR_NO_COLUMN};
	int			b,
				i;

	for (b = 0; b < form->nblocks; b++)
	{
		const gir_form_block *block = form->blocks[b];
		meaning		m = nothing;

		m.anchor = block->section;
		if (block->section == GIR_FIRST_SECTION)
			m.blocks = GIR_BLOCK_BIT(number, b);
		add(block->anchor, m);
		for (i = 0; i < block->ncolumns; i++)
		{
			m = nothing;
			m.section = block->section;
			m.column = block->columns[i].column;
			add(block->columns[i].label, m);
		}
		for (i = 0; i < block->nrows; i++)
		{
			m = nothing;
			m.section = block->section;
			m.row = block->rows[i].row;
			add(block->rows[i].label, m);
		}
	}
}

/* Enter the texts common to the forms. */
static void
add_texts(void)
{
	int			i;

	for (i = 0; i < gir_form_text_count; i++)
	{
		const gir_form_text *t = &gir_form_texts[i];
		meaning		m = {.row = GIR_NO_ROW, .column = GIR_NO_COLUMN};

		switch (t->role)
		{
			case GIR_TEXT_GROUP:
				m.group = t->section;
				break;
			case GIR_TEXT_CORNER:
				m.corner = t->section;
				break;
			case GIR_TEXT_HEADING:
				m.heading = t->section;
				break;
		}
		add(t->text, m);
	}
}

/* Write which block of a form holds each row. */
static void
print_places(const gir_form *form)
{
	int			row,
				b,
				i;

	printf("\t{");
	for (row = 0; row < GIR_ROW_COUNT; row++)
	{
		int			number = 0;

		for (b = 0; b < form->nblocks; b++)
		{
			for (i = 0; i < form->blocks[b]->nrows; i++)
			{
				if ((int) form->blocks[b]->rows[i].row == row)
					number = b + 1;
			}
		}
		printf("%s%d", row == 0 ? "" : ", ", number);
	}
	printf("},\n");
}

/* Write an array of bits. */
static void
print_bits(const char *declarator, const uint32_t *bits, int n)
{
	int			i;

	printf("const uint32_t %s = {", declarator);
	for (i = 0; i < n; i++)
		printf("%s0x%08X,", i % 4 == 0 ? "\n\t" : " ", (unsigned) bits[i]);
	printf("\n};\n\n");
}

/* Find a seed under which no two keys share a slot. */
static uint32_t
find_seed(uint8_t slots[GIR_LABEL_SLOTS])
{
	uint32_t	seed;

	for (seed = 1; seed < 10000000; seed++)
	{
		int			i;

		memset(slots, 0, GIR_LABEL_SLOTS);
		for (i = 0; i < keys_len; i++)
		{
			uint8_t    *slot = &slots[gir_label_slot(keys[i].text, keys[i].len, seed)];

			if (*slot != 0)
				break;
			*slot = (uint8_t) (i + 1);
		}
		if (i == keys_len)
			return seed;
	}
	fprintf(stderr, "no seed found\n");
	exit(1);
}

/* Set the bit of two characters. */
static void
set_start(uint32_t starts[GIR_LABEL_STARTS], uint32_t first, uint32_t second)
{
	uint32_t	bit = gir_label_start(first, second);

	starts[bit / 32] |= 1u << bit % 32;
}

/* Set the bits of the starts of a key whose first character is written as given. */
static void
set_starts_with(uint32_t starts[GIR_LABEL_STARTS], uint32_t first, uint32_t second)
{
	uint32_t	c;

	set_start(starts, first, second);
	for (c = GIR_FIRST_IDEOGRAPH; c <= GIR_LAST_IDEOGRAPH; c++)
	{
		if (gir_simplify_char(c) == second)
			set_start(starts, first, c);
	}
}

/* Find the two characters that keys begin with, and those that are simplified to them. */
static void
find_starts(uint32_t starts[GIR_LABEL_STARTS])
{
	uint32_t	c;
	int			i;

	for (i = 0; i < table_len; i++)
	{
		const char *p = table[i].key;
		const char *end = p + table[i].key_len;
		uint32_t	first = gir_next_char(&p, end);
		uint32_t	second = p < end ? gir_next_char(&p, end) : 0;

		set_starts_with(starts, first, second);
		for (c = GIR_FIRST_IDEOGRAPH; c <= GIR_LAST_IDEOGRAPH; c++)
		{
			if (c != first && gir_simplify_char(c) == first)
				set_starts_with(starts, c, second);
		}
	}
}

int
main(void)
{
	static uint8_t slots[GIR_LABEL_SLOTS];
	static uint32_t starts[GIR_LABEL_STARTS];
	static uint32_t lengths[GIR_LABEL_LENGTHS];
	uint32_t	seed;
	int			i;

	for (i = 0; i < GIR_FORM_COUNT; i++)
		add_form(gir_forms[i], i);
	add_texts();
	seed = find_seed(slots);
	find_starts(starts);
	for (i = 0; i < table_len; i++)
		lengths[table[i].key_len / 32] |= 1u << table[i].key_len % 32;

	printf("/*\n"
		   " * label_table.c\n"
		   " *\t\tThe printed texts of the forms and a hash table to find them by.\n"
		   " *\n"
		   " * Made from the forms by \"make labels\"; not to be edited.\n"
		   " */\n"
		   "#include \"core/label.h\"\n\n"
		   "const int\tgir_label_count = %d;\n\n"
		   "const uint32_t gir_label_seed = %uu;\n\n"
		   "/* key, length, heading, anchor, corner, group, rows, columns, blocks */\n"
		   "const gir_label gir_labels[] = {\n", table_len, (unsigned) seed);
	for (i = 0; i < table_len; i++)
	{
		const gir_label *e = &table[i];

		printf("\t{\"%s\", %d, %d, %d, %d, %d, {%d, %d, %d}, {%d, %d, %d}, %u},\n",
			   e->key, e->key_len, e->heading, e->anchor, e->corner, e->group,
			   e->row[0], e->row[1], e->row[2], e->column[0], e->column[1], e->column[2],
			   (unsigned) e->blocks);
	}
	printf("};\n\n");
	print_bits("gir_label_lengths[GIR_LABEL_LENGTHS]", lengths, GIR_LABEL_LENGTHS);
	print_bits("gir_label_starts[GIR_LABEL_STARTS]", starts, GIR_LABEL_STARTS);
	printf("const int\tgir_label_key_count = %d;\n\n/* text, length, label */\nconst gir_label_key gir_label_keys[] = {\n", keys_len);
	for (i = 0; i < keys_len; i++)
		printf("\t{\"%s\", %d, %d},\n", keys[i].text, keys[i].len, keys[i].label);
	printf("};\n\nconst uint8_t gir_label_slots[GIR_LABEL_SLOTS] = {");
	for (i = 0; i < GIR_LABEL_SLOTS; i++)
		printf("%s%d,", i % 16 == 0 ? "\n\t" : " ", slots[i]);
	printf("\n};\n\nconst uint8_t gir_form_places[GIR_FORM_COUNT][GIR_ROW_COUNT] = {\n");
	for (i = 0; i < GIR_FORM_COUNT; i++)
		print_places(gir_forms[i]);
	printf("};\n");
	return 0;
}
