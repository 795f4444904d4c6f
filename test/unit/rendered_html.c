/*
 * rendered_html.c
 *		Whether a rendered document is well-formed HTML.
 */
#include "rendered.h"

#include <stdio.h>
#include <string.h>

#define MAX_DEPTH 32
#define MAX_IDS 1024

/* A piece of the document. */
typedef struct piece
{
	const char *start;
	size_t		len;
} piece;

typedef struct walk
{
	int			depth;
	piece		open[MAX_DEPTH];
	int			nids;
	piece		ids[MAX_IDS];
} walk;

/* True if two pieces are the same text. */
static bool
is_same(const piece *a, const piece *b)
{
	return a->len == b->len && memcmp(a->start, b->start, a->len) == 0;
}

/* True if a piece is a word. */
static bool
is_word(const piece *p, const char *word)
{
	return p->len == strlen(word) && memcmp(p->start, word, p->len) == 0;
}

/* Pass characters up to one of the given. */
static piece
pass_until(const char **p, const char *ends)
{
	piece		passed = {*p, strcspn(*p, ends)};

	*p += passed.len;
	return passed;
}

/* Pass the attributes of a tag, up to its end; ids are noted. */
static void
pass_attributes(walk *w, const char **p)
{
	while (**p == ' ')
	{
		piece		name;
		piece		value;
		int			i;

		++*p;
		name = pass_until(p, "= >\"'<");
		assert_true(name.len > 0);
		assert_true(**p == '=');
		++*p;
		assert_true(**p == '"');
		++*p;
		value = pass_until(p, "\"<>");
		assert_true(**p == '"');
		++*p;
		if (!is_word(&name, "id"))
			continue;
		for (i = 0; i < w->nids; i++)
			assert_false(is_same(&w->ids[i], &value));
		assert_true(w->nids < MAX_IDS);
		w->ids[w->nids++] = value;
	}
	assert_true(**p == '>');
	++*p;
}

/* Every "&" begins an entity. */
static void
check_entities(const char *p)
{
	static const char *const entities[] = {"&amp;", "&lt;", "&gt;", "&quot;", "&#39;", "&#10;"};

	while ((p = strchr(p, '&')) != NULL)
	{
		int			i;

		for (i = 0; i < UNIT_COUNT(entities); i++)
		{
			if (strncmp(p, entities[i], strlen(entities[i])) == 0)
				break;
		}
		assert_true(i < UNIT_COUNT(entities));
		p++;
	}
}

/* What links and descriptions refer to is there. */
static void
check_references(const walk *w, const char *attribute)
{
	const char *p = rendered;

	while ((p = strstr(p, attribute)) != NULL)
	{
		p += strlen(attribute);
		for (;;)
		{
			piece		id = pass_until(&p, " \"");
			int			i;

			for (i = 0; i < w->nids && !is_same(&w->ids[i], &id); i++)
				continue;
			if (i == w->nids)
				fail_msg("there is no \"%.*s\"", (int) id.len, id.start);
			if (*p == '"')
				break;
			p++;
		}
	}
}

/* Assert that the document is well-formed. */
void
rendered_check_html(void)
{
	static walk w;
	const char *p = rendered;

	memset(&w, 0, sizeof(w));
	assert_int_equal(strlen(rendered), rendered_len);
	while ((p = strchr(p, '<')) != NULL)
	{
		bool		closes = p[1] == '/';
		piece		name;

		p += 1 + closes;
		if (*p == '!')
		{
			assert_true(strncmp(p, "!DOCTYPE html>", 14) == 0);
			continue;
		}
		name = pass_until(&p, " >");
		if (closes)
		{
			assert_true(w.depth > 0);
			if (!is_same(&w.open[--w.depth], &name))
				fail_msg("</%.*s> closes <%.*s>", (int) name.len, name.start,
						 (int) w.open[w.depth].len, w.open[w.depth].start);
			assert_true(*p++ == '>');
			continue;
		}
		pass_attributes(&w, &p);
		if (is_word(&name, "meta") || is_word(&name, "col"))
			continue;
		assert_true(w.depth < MAX_DEPTH);
		w.open[w.depth++] = name;
	}
	assert_int_equal(w.depth, 0);
	check_entities(rendered);
	check_references(&w, "href=\"#");
	check_references(&w, "aria-describedby=\"");
	assert_null(strstr(rendered, "<script"));
	assert_null(strstr(rendered, "http"));
}
