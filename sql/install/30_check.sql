
-- Checking

CREATE FUNCTION gireport_violations(report gireport,
	OUT rule text, OUT severity text, OUT verdict text, OUT section integer,
	OUT row_code text, OUT column_code text, OUT expression text,
	OUT left_value numeric, OUT right_value numeric, OUT difference numeric,
	OUT blanks integer, OUT message text)
RETURNS SETOF record
AS 'MODULE_PATHNAME', 'gireport_violations'
LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE COST 500 ROWS 2;
COMMENT ON FUNCTION gireport_violations(gireport) IS
'the rules that a report breaks, with place, both sides and a sentence in Chinese';

CREATE FUNCTION gireport_valid(report gireport) RETURNS boolean
AS 'MODULE_PATHNAME', 'gireport_valid'
LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE COST 300;
COMMENT ON FUNCTION gireport_valid(gireport) IS
'whether no identity of the tables fails; what is missing is not judged';

CREATE FUNCTION gireport_assert(report gireport) RETURNS boolean
AS 'MODULE_PATHNAME', 'gireport_assert'
LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE COST 300;
COMMENT ON FUNCTION gireport_assert(gireport) IS
'true, or an error (23514) that says which identities fail: for CHECK constraints';
