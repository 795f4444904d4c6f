/*
 * copy.c
 *		Files of a batch as the server's protocol has them.
 */
#include "bin/load/copy.h"

#include <stdint.h>
#include <stdlib.h>
#include <string.h>

#include <arpa/inet.h>

#include "bin/common/message.h"

/* Bytes that are sent at a time. */
#define MAX_PIECE ((size_t) 65536)

/* ---- the question what is there ---- */

/* A string that grows. */
typedef struct buffer
{
	char	   *bytes;
	size_t		len;
	size_t		size;
} buffer;

/* Append bytes. */
static void
append(buffer *b, const void *bytes, size_t len)
{
	if (b->len + len + 1 > b->size)
	{
		b->size = 2 * (b->len + len + 1);
		b->bytes = cli_realloc(b->bytes, b->size);
	}
	if (len > 0)
		memcpy(b->bytes + b->len, bytes, len);
	b->len += len;
	b->bytes[b->len] = '\0';
}

/* Append a string as an element of an array's text. */
static void
append_element(buffer *b, const char *string)
{
	append(b, b->len > 1 ? ",\"" : "\"", b->len > 1 ? 2 : 1);
	for (; *string != '\0'; string++)
	{
		if (*string == '"' || *string == '\\')
			append(b, "\\", 1);
		append(b, string, 1);
	}
	append(b, "\"", 1);
}

/* Send the question what the table has of the batch. */
bool
load_send_find(load_session *session, const load_batch *batch)
{
	buffer		sources = {NULL, 0, 0};
	buffer		hashes = {NULL, 0, 0};
	const char *values[2];
	bool		sent;
	int			i;

	append(&sources, "{", 1);
	append(&hashes, "{", 1);
	for (i = 0; i < batch->nfiles; i++)
	{
		char		hex[2 + 2 * LOAD_SHA256_SIZE + 1] = "\\x";
		int			j;

		for (j = 0; j < LOAD_SHA256_SIZE; j++)
			snprintf(hex + 2 + 2 * j, 3, "%02x", batch->files[i].sha256[j]);
		append_element(&sources, batch->files[i].source);
		append_element(&hashes, hex);
	}
	append(&sources, "}", 1);
	append(&hashes, "}", 1);
	values[0] = sources.bytes;
	values[1] = hashes.bytes;
	sent = PQsendQueryParams(session->conn, session->find, 2, NULL, values, NULL, NULL, 0);
	free(sources.bytes);
	free(hashes.bytes);
	return sent;
}

/* ---- the copy ---- */

/* Send a field: its length, or -1 for NULL, and its bytes. */
static bool
put_field(PGconn *conn, const void *bytes, size_t len)
{
	uint32_t	size = htonl(bytes != NULL ? (uint32_t) len : UINT32_MAX);
	const char *p = bytes;

	if (PQputCopyData(conn, (const char *) &size, sizeof(size)) != 1)
		return false;

	/* in pieces, or libpq would keep a buffer as large as the largest file */
	while (p != NULL && len > 0)
	{
		size_t		piece = len < MAX_PIECE ? len : MAX_PIECE;

		if (PQputCopyData(conn, p, (int) piece) != 1)
			return false;
		p += piece;
		len -= piece;
	}
	return true;
}

/* Send a file as a row. */
static bool
put_file(PGconn *conn, const load_file *file, int number)
{
	uint16_t	nfields = htons(5);
	uint32_t	n = htonl((uint32_t) number);
	bool		readable = file->refusal == NULL;

	return PQputCopyData(conn, (const char *) &nfields, sizeof(nfields)) == 1 &&
		put_field(conn, &n, sizeof(n)) &&
		put_field(conn, file->source, strlen(file->source)) &&
		put_field(conn, file->sha256, LOAD_SHA256_SIZE) &&
		put_field(conn, readable ? file->bytes : NULL, file->len) &&
		put_field(conn, file->refusal, readable ? 0 : strlen(file->refusal));
}

/* Copy files. */
bool
load_copy_files(load_session *session, const load_batch *batch, int from, int to)
{
	/* mark, flags, length of an extension of the header */
	static const char head[] = "PGCOPY\n\377\r\n\0" "\0\0\0\0" "\0\0\0\0";
	static const char end[] = "\377\377";
	int			i;

	if (PQputCopyData(session->conn, head, sizeof(head) - 1) != 1)
		return false;
	for (i = from; i < to; i++)
	{
		const load_file *file = &batch->files[i];

		if (!load_is_settled(file) && !put_file(session->conn, file, i))
			return false;
	}
	return PQputCopyData(session->conn, end, sizeof(end) - 1) == 1 &&
		PQputCopyEnd(session->conn, NULL) == 1;
}

/* ---- the answer ---- */

/* A column of a row as a string of its own, or NULL. */
static char *
take_string(const PGresult *result, int row, int column)
{
	return PQgetisnull(result, row, column) ? NULL : cli_strdup(PQgetvalue(result, row, column));
}

/* Take a verdict from a row. */
void
load_read_verdict(load_batch *batch, const PGresult *result, int row)
{
	int			n = atoi(PQgetvalue(result, row, 0));
	load_verdict *verdict;

	if (n < 0 || n >= batch->nfiles)
		return;
	load_forget_verdict(&batch->files[n]);
	verdict = &batch->files[n].verdict;
	verdict->known = true;
	verdict->written = PQgetvalue(result, row, 1)[0] == 't';
	verdict->report = PQgetvalue(result, row, 2)[0] == 't';
	verdict->error = take_string(result, row, 3);
	verdict->detail = take_string(result, row, 4);
	verdict->hint = take_string(result, row, 5);
	verdict->violations = atol(PQgetvalue(result, row, 6));
	verdict->violation = take_string(result, row, 7);
	verdict->warnings = atol(PQgetvalue(result, row, 8));
	verdict->warning = take_string(result, row, 9);
}
