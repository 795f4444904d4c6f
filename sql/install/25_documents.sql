-- Documents

CREATE FUNCTION gireport_text(document bytea) RETURNS text
AS 'MODULE_PATHNAME', 'gireport_text'
LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE COST 2000;
COMMENT ON FUNCTION gireport_text(bytea) IS
'the text of an HTML page, a DOCX file or plain text in any encoding, with tabs between the cells of a table; an error (22P02) for other files';

CREATE FUNCTION gireport_parse(document bytea) RETURNS gireport
AS 'MODULE_PATHNAME', 'gireport_parse_document'
LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE COST 4000;
COMMENT ON FUNCTION gireport_parse(bytea) IS
'the annual report in an HTML page, a DOCX file or plain text in any encoding; an error (22P02) if there is none';

CREATE FUNCTION gireport_try_parse(document bytea) RETURNS gireport
AS 'MODULE_PATHNAME', 'gireport_try_parse_document'
LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE COST 4000;
COMMENT ON FUNCTION gireport_try_parse(bytea) IS
'the annual report in an HTML page, a DOCX file or plain text in any encoding; NULL if there is none';

CREATE FUNCTION gireport_read(document bytea,
	OUT report gireport, OUT body text, OUT warnings integer, OUT warning text,
	OUT error text, OUT detail text, OUT hint text)
RETURNS record
AS 'MODULE_PATHNAME', 'gireport_read'
LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE COST 6000;
COMMENT ON FUNCTION gireport_read(bytea) IS
'the report in a document and its text, as gireport_try_parse and gireport_text give them; how many diagnostics are warnings and the first of them; or the error';

CREATE FUNCTION gireport_sections(body text,
	OUT number integer, OUT heading text, OUT content text,
	OUT line integer, OUT "position" integer)
RETURNS SETOF record
AS 'MODULE_PATHNAME', 'gireport_sections'
LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE COST 3000 ROWS 6;
COMMENT ON FUNCTION gireport_sections(text) IS
'the sections of a report, 1 to 6, under the statutory headings';
