/*
 * body.c
 *		What the names of agencies and the titles of reports show.
 */
#include "core/identity.h"

#include <string.h>

/* Words, lists of which end with NULL. */
static const char *const own_level_words[] = {"本级", "本机关", NULL};

/* Of towns, townships and streets: within the name, or at its end. */
static const char *const township_words[] = {
	"街道", "镇人民政府", "镇政府", "乡人民政府", "乡政府", NULL
};
static const char *const township_endings[] = {"镇", "乡", NULL};

/* Departments end like this, and do not when the rest is a government's office. */
static const char *const department_endings[] = {
	"局", "厅", "委员会", "委", "中心", "队", "院", "馆", "公司", "学校", "站", "所", "银行", NULL
};
static const char *const office_endings[] = {"办公厅", "管理委员会", "管委", NULL};

/* What areas are called: the first list is below a city with districts. */
static const char *const county_words[] = {"县", "区", "旗", NULL};
static const char *const region_words[] = {"省", "市", "州", "盟", "自治区", NULL};
static const char *const autonomous_region = "自治区";

/* True if a word begins here. */
static bool
starts_with(const char *p, const char *end, const char *word)
{
	size_t		len = strlen(word);

	return (size_t) (end - p) >= len && memcmp(p, word, len) == 0;
}

/* True if one of the words is in a text. */
static bool
contains(const char *p, const char *end, const char *const *words)
{
	for (; p < end; p++)
	{
		int			i;

		for (i = 0; words[i] != NULL; i++)
		{
			if (starts_with(p, end, words[i]))
				return true;
		}
	}
	return false;
}

/* True if a text ends with one of the words. */
static bool
ends_with(const char *p, const char *end, const char *const *words)
{
	int			i;

	for (i = 0; words[i] != NULL; i++)
	{
		size_t		len = strlen(words[i]);

		if ((size_t) (end - p) >= len && memcmp(end - len, words[i], len) == 0)
			return true;
	}
	return false;
}

/* True if a text names a county, a district or the like. */
static bool
names_county(const char *p, const char *end)
{
	while (p < end)
	{
		if (starts_with(p, end, autonomous_region))
		{
			p += strlen(autonomous_region);
			continue;
		}
		if (contains(p, p + 3 < end ? p + 3 : end, county_words))
			return true;
		p++;
	}
	return false;
}

/* What an agency's name shows about it. */
gir_body
gir_classify_body(const char *agency, size_t len)
{
	const char *end = agency + len;
	bool		county = names_county(agency, end);
	bool		region = contains(agency, end, region_words);

	if (contains(agency, end, township_words) || ends_with(agency, end, township_endings))
		return GIR_BODY_TOWNSHIP;

	/* a department without a region's name can be one of the State Council */
	if ((county || region) && ends_with(agency, end, department_endings) &&
		!ends_with(agency, end, office_endings))
		return GIR_BODY_DEPARTMENT;
	if (county)
		return GIR_BODY_COUNTY;
	if (region)
		return GIR_BODY_SENIOR;
	return GIR_BODY_UNKNOWN;
}

/* True if a title limits a report to the agency's own level. */
bool
gir_own_level(const char *title, size_t len)
{
	return contains(title, title + len, own_level_words);
}
