
-- Checking
--
-- Severities: an error is an error in the report, a warning asks for a look, and
-- information repeats in other words what other rules say.
-- Blanks, everywhere alike: a blank detail counts as 0, and the finding says how
-- many did; a blank total is an omission and is not judged; what needs a row or
-- table that is not there is not assessable.

CREATE FUNCTION gireport_rules(
	OUT rule text, OUT kind text, OUT severity text, OUT scope text,
	OUT expression text, OUT description_zh text, OUT description_en text)
RETURNS SETOF record
AS 'MODULE_PATHNAME', 'gireport_rules'
LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE COST 200 ROWS 35;
COMMENT ON FUNCTION gireport_rules() IS
'the catalogue of rules: of a report''s tables, of its prose, of two years, of an area';

CREATE FUNCTION gireport_check(report gireport,
	OUT rule text, OUT severity text, OUT verdict text, OUT section integer,
	OUT row_code text, OUT column_code text, OUT expression text,
	OUT left_value numeric, OUT right_value numeric, OUT difference numeric,
	OUT blanks integer, OUT message text)
RETURNS SETOF record
AS 'MODULE_PATHNAME', 'gireport_check'
LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE COST 5000 ROWS 280;
COMMENT ON FUNCTION gireport_check(gireport) IS
'every rule of a report''s tables at every place: pass, fail or not_assessable, with both sides and a sentence in Chinese';

CREATE FUNCTION gireport_violations(report gireport, min_severity text DEFAULT 'error',
	OUT rule text, OUT severity text, OUT verdict text, OUT section integer,
	OUT row_code text, OUT column_code text, OUT expression text,
	OUT left_value numeric, OUT right_value numeric, OUT difference numeric,
	OUT blanks integer, OUT message text)
RETURNS SETOF record
AS 'MODULE_PATHNAME', 'gireport_violations'
LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE COST 1000 ROWS 2;
COMMENT ON FUNCTION gireport_violations(gireport, text) IS
'the rules that a report breaks: errors only, or warnings and information too if asked for';

CREATE FUNCTION gireport_valid(report gireport) RETURNS boolean
AS 'MODULE_PATHNAME', 'gireport_valid'
LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE COST 100;
COMMENT ON FUNCTION gireport_valid(gireport) IS
'whether no rule of severity error fails; what is missing is not judged';

CREATE FUNCTION gireport_complete(report gireport) RETURNS boolean
AS 'MODULE_PATHNAME', 'gireport_complete'
LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE COST 600;
COMMENT ON FUNCTION gireport_complete(gireport) IS
'whether every cell of the form that a report is in holds a number; right or wrong is not judged';

CREATE FUNCTION gireport_assert(report gireport) RETURNS boolean
AS 'MODULE_PATHNAME', 'gireport_assert'
LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE COST 100;
COMMENT ON FUNCTION gireport_assert(gireport) IS
'true, or an error (23514) that says which rules fail: for CHECK constraints';
