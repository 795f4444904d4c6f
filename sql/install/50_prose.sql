
-- Prose

CREATE FUNCTION gireport_claims(body text,
	OUT subject text, OUT value numeric, OUT unit text, OUT raw text, OUT sentence text,
	OUT section integer, OUT line integer, OUT "position" integer, OUT length integer)
RETURNS SETOF record
AS 'MODULE_PATHNAME', 'gireport_claims'
LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE COST 4500 ROWS 10;
COMMENT ON FUNCTION gireport_claims(text) IS
'the counts that a report''s prose states of what its tables count: requests, disputes, documents';

CREATE FUNCTION gireport_check_prose(body text,
	OUT rule text, OUT severity text, OUT verdict text, OUT section integer,
	OUT row_code text, OUT column_code text, OUT expression text,
	OUT left_value numeric, OUT right_value numeric, OUT difference numeric,
	OUT blanks integer, OUT message text,
	OUT sentence text, OUT line integer, OUT "position" integer)
RETURNS SETOF record
AS 'MODULE_PATHNAME', 'gireport_check_prose'
LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE COST 5000 ROWS 8;
COMMENT ON FUNCTION gireport_check_prose(text) IS
'the rules on a report''s prose and tables: pass, fail or not_assessable, with both sides and a sentence in Chinese';
