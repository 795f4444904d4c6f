/*
 * docx.c
 *		The main part of a word processor's file, which is a zip archive.
 *
 * Archives come from anywhere.  No more than one or two of their entries are
 * read, and those only within limits: how many entries there are, what they grow
 * to, and how much they grow.
 */
#include "postgres.h"

#include <zip.h>

#include "miscadmin.h"

#include "core/markup.h"
#include "document.h"

#define MAX_ENTRIES 10000
#define MAX_PART (64 * 1024 * 1024)		/* bytes of the main part */
#define MAX_RELATIONS (1024 * 1024)		/* bytes of the list of parts */
#define MAX_GROWTH 250					/* times what it is compressed */
#define FREE_GROWTH (1024 * 1024)		/* bytes for which growth does not matter */
#define READ_SIZE (64 * 1024)

#define MAIN_PART "word/document.xml"
#define RELATIONS "_rels/.rels"

/* Set a refusal; returns false. */
static bool
refuse(gireport_refusal *refusal, int sqlstate, const char *message, const char *detail,
	   const char *hint)
{
	refusal->sqlstate = sqlstate;
	refusal->message = message;
	refusal->detail = detail;
	refusal->hint = hint;
	return false;
}

/* An archive that is damaged. */
static bool
refuse_damaged(gireport_refusal *refusal, const char *detail)
{
	return refuse(refusal, ERRCODE_INVALID_TEXT_REPRESENTATION,
				  "document is a damaged zip archive", detail,
				  "Fetch the document again, or repair it with the word processor that made it.");
}

/* An archive that is beyond the limits. */
static bool
refuse_limit(gireport_refusal *refusal, const char *detail)
{
	return refuse(refusal, ERRCODE_PROGRAM_LIMIT_EXCEEDED,
				  "document is too large to be read", detail, NULL);
}

/* True for the beginning of a zip archive. */
bool
gireport_is_zip(const char *bytes, size_t len)
{
	return len >= 4 && (memcmp(bytes, "PK\003\004", 4) == 0 || memcmp(bytes, "PK\005\006", 4) == 0);
}

/* A number of the archive's directory, the low byte first. */
static uint64
get_number(const unsigned char *p, int bytes)
{
	uint64		number = 0;

	while (bytes-- > 0)
		number = number << 8 | p[bytes];
	return number;
}

/*
 * The number of entries that an archive says it has, from the record at its end.
 * It is asked for before the archive is opened, which takes memory for each.
 */
static uint64
count_entries(const char *bytes, size_t len)
{
	const unsigned char *start = (const unsigned char *) bytes;
	const unsigned char *end = start + len;
	const unsigned char *p;
	uint64		most = 0;

	/* a comment of up to 64 kB can follow the record */
	for (p = end - Min(len, 22 + 65535 + 20 + 56); end - p >= 22; p++)
	{
		if (p[0] != 'P' || p[1] != 'K')
			continue;
		if (p[2] == 5 && p[3] == 6)
			most = Max(most, Max(get_number(p + 8, 2), get_number(p + 10, 2)));
		else if (p[2] == 6 && p[3] == 6 && end - p >= 56)
			most = Max(most, Max(get_number(p + 24, 8), get_number(p + 32, 8)));
	}
	return most;
}

/* Check an entry against the limits before it is read. */
static bool
check_entry(const zip_stat_t *stat, zip_uint64_t limit, gireport_refusal *refusal)
{
	const zip_uint64_t needed = ZIP_STAT_SIZE | ZIP_STAT_COMP_SIZE | ZIP_STAT_COMP_METHOD;

	if ((stat->valid & needed) != needed)
		return refuse_damaged(refusal, "The sizes of an entry are not known.");
	if ((stat->valid & ZIP_STAT_ENCRYPTION_METHOD) && stat->encryption_method != ZIP_EM_NONE)
		return refuse(refusal, ERRCODE_INVALID_TEXT_REPRESENTATION,
					  "document is encrypted", NULL, "Save it without a password.");
	if (stat->comp_method != ZIP_CM_STORE && stat->comp_method != ZIP_CM_DEFLATE)
		return refuse_damaged(refusal, "An entry is compressed in a way that documents are not.");
	if (stat->size > limit)
		return refuse_limit(refusal, psprintf("Its text has %llu bytes; at most %llu can be read.",
											  (unsigned long long) stat->size,
											  (unsigned long long) limit));
	if (stat->size > FREE_GROWTH && stat->size / MAX_GROWTH > stat->comp_size)
		return refuse_limit(refusal, psprintf("Its text has %llu bytes, packed into %llu.",
											  (unsigned long long) stat->size,
											  (unsigned long long) stat->comp_size));
	return true;
}

/* Read an entry of an archive. */
static bool
read_entry(zip_t *archive, zip_uint64_t index, zip_uint64_t limit, gireport_input *part,
		   gireport_refusal *refusal)
{
	zip_stat_t	stat;
	zip_file_t *file;
	char	   *data;
	zip_uint64_t done = 0;
	zip_int64_t got = 0;

	zip_stat_init(&stat);
	if (zip_stat_index(archive, index, 0, &stat) != 0)
		return refuse_damaged(refusal, NULL);
	if (!check_entry(&stat, limit, refusal))
		return false;
	data = palloc(stat.size + 1);
	file = zip_fopen_index(archive, index, 0);
	if (file == NULL)
		return refuse_damaged(refusal, pstrdup(zip_strerror(archive)));

	/* one byte more than there should be, to see the end and the checksum */
	while (done <= stat.size)
	{
		CHECK_FOR_INTERRUPTS();
		got = zip_fread(file, data + done, Min(stat.size + 1 - done, READ_SIZE));
		if (got <= 0)
			break;
		done += (zip_uint64_t) got;
	}
	zip_fclose(file);
	if (got != 0 || done != stat.size)
		return refuse_damaged(refusal, "An entry cannot be unpacked, or its checksum is wrong.");
	part->bytes = data;
	part->len = done;
	return true;
}

/* True if a value ends with a string. */
static bool
ends_with(const gir_attribute *attribute, const char *string)
{
	size_t		len = strlen(string);

	return (size_t) (attribute->value_end - attribute->value) >= len &&
		memcmp(attribute->value_end - len, string, len) == 0;
}

/* The name of the main part, as the list of parts has it; NULL if it has none. */
static char *
find_main_part(const gireport_input *relations)
{
	gir_tokenizer tokens;
	gir_token	token;

	gir_tokenizer_init(&tokens, relations->bytes, relations->len, true);
	while (gir_next_token(&tokens, &token))
	{
		const char *p = token.name_end;
		char	   *target = NULL;
		bool		is_main = false;
		gir_attribute attribute;

		if (token.kind != GIR_TOKEN_START)
			continue;
		while (gir_next_attribute(&p, token.end, &attribute))
		{
			if (gir_is_word(attribute.name, attribute.name_end, "type"))
				is_main = ends_with(&attribute, "/officeDocument");
			else if (gir_is_word(attribute.name, attribute.name_end, "target"))
			{
				const char *start = attribute.value;

				while (start < attribute.value_end && *start == '/')
					start++;
				target = pnstrdup(start, attribute.value_end - start);
			}
		}
		if (is_main && target != NULL)
			return target;
	}
	return NULL;
}

/* Find and read the main part of an open archive. */
static bool
read_main_part(zip_t *archive, gireport_input *part, gireport_refusal *refusal)
{
	zip_int64_t index = zip_name_locate(archive, MAIN_PART, 0);
	char	   *name = NULL;

	if (index < 0)
	{
		gireport_input relations;
		zip_int64_t list = zip_name_locate(archive, RELATIONS, 0);

		if (list >= 0)
		{
			if (!read_entry(archive, (zip_uint64_t) list, MAX_RELATIONS, &relations, refusal))
				return false;
			name = find_main_part(&relations);
			if (name != NULL)
				index = zip_name_locate(archive, name, 0);
		}
	}
	if (index >= 0 && (name == NULL || strncmp(name, "word/", 5) == 0))
		return read_entry(archive, (zip_uint64_t) index, MAX_PART, part, refusal);
	return refuse(refusal, ERRCODE_INVALID_TEXT_REPRESENTATION,
				  "document is a zip archive, but no DOCX file",
				  name == NULL ? "There is no " MAIN_PART " in it." :
				  psprintf("Its main part is \"%s\".", name),
				  "Unpack an archive of documents. Convert other office files with "
				  "\"libreoffice --headless --convert-to docx\", spreadsheets with \"--convert-to html\".");
}

/* The main part of a word processor's file. */
bool
gireport_extract_docx(const char *bytes, size_t len, gireport_input *part,
					  gireport_refusal *refusal)
{
	zip_error_t error;
	zip_source_t *source;
	zip_t	   *volatile archive = NULL;
	volatile bool result = false;

	if (count_entries(bytes, len) > MAX_ENTRIES)
		return refuse_limit(refusal, psprintf("It is an archive of more than %d entries.", MAX_ENTRIES));

	zip_error_init(&error);
	source = zip_source_buffer_create(bytes, len, 0, &error);
	if (source != NULL)
	{
		archive = zip_open_from_source(source, ZIP_RDONLY, &error);
		if (archive == NULL)
			zip_source_free(source);
	}
	if (archive == NULL)
	{
		refuse_damaged(refusal, pstrdup(zip_error_strerror(&error)));
		zip_error_fini(&error);
		return false;
	}
	zip_error_fini(&error);

	PG_TRY();
	{
		result = read_main_part(archive, part, refusal);
	}
	PG_FINALLY();
	{
		/* nothing was changed, so that this closes open entries, too */
		zip_discard(archive);
	}
	PG_END_TRY();
	return result;
}
