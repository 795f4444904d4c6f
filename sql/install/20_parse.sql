
-- Parsing

CREATE FUNCTION gireport_parse(body text) RETURNS gireport
AS 'MODULE_PATHNAME', 'gireport_parse_text'
LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE COST 2000;
COMMENT ON FUNCTION gireport_parse(text) IS
'the annual report in a text; an error (22P02) if the text is none';

CREATE FUNCTION gireport_try_parse(body text) RETURNS gireport
AS 'MODULE_PATHNAME', 'gireport_try_parse_text'
LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE COST 2000;
COMMENT ON FUNCTION gireport_try_parse(text) IS
'the annual report in a text; NULL if the text is none';

CREATE FUNCTION gireport_cells(report gireport,
	OUT section integer, OUT row_code text, OUT column_code text,
	OUT row_label text, OUT column_label text, OUT value numeric, OUT state text,
	OUT raw text, OUT line integer, OUT "position" integer, OUT length integer)
RETURNS SETOF record
AS 'MODULE_PATHNAME', 'gireport_cells_of_report'
LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE COST 1000 ROWS 200;
COMMENT ON FUNCTION gireport_cells(gireport) IS
'every cell of the form that a report is in, in the order of the form';

CREATE FUNCTION gireport_cells(body text,
	OUT section integer, OUT row_code text, OUT column_code text,
	OUT row_label text, OUT column_label text, OUT value numeric, OUT state text,
	OUT raw text, OUT line integer, OUT "position" integer, OUT length integer)
RETURNS SETOF record
AS 'MODULE_PATHNAME', 'gireport_cells_of_text'
LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE COST 3000 ROWS 200;
COMMENT ON FUNCTION gireport_cells(text) IS
'every cell of the form that the report in a text is in, with what is printed there and where';

CREATE FUNCTION gireport_diagnostics(body text,
	OUT severity text, OUT code text, OUT message text,
	OUT line integer, OUT "position" integer, OUT raw text)
RETURNS SETOF record
AS 'MODULE_PATHNAME', 'gireport_diagnostics'
LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE COST 2500 ROWS 10;
COMMENT ON FUNCTION gireport_diagnostics(text) IS
'what is printed in a text and did not become a number, and what is doubtful';
