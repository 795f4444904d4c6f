
-- Two reports

CREATE FUNCTION gireport_check_years(previous gireport, current gireport,
	OUT rule text, OUT severity text, OUT verdict text, OUT section integer,
	OUT row_code text, OUT column_code text, OUT expression text,
	OUT left_value numeric, OUT right_value numeric, OUT difference numeric,
	OUT blanks integer, OUT message text)
RETURNS SETOF record
AS 'MODULE_PATHNAME', 'gireport_check_years'
LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE COST 2000 ROWS 25;
COMMENT ON FUNCTION gireport_check_years(gireport, gireport) IS
'an agency''s reports on two years, one after the other: what is carried over, and what is odd; not assessable if the reports'' own years say otherwise';

CREATE FUNCTION gireport_check_rollup(parent gireport, children_sum gireport,
	OUT rule text, OUT severity text, OUT verdict text, OUT section integer,
	OUT row_code text, OUT column_code text, OUT expression text,
	OUT left_value numeric, OUT right_value numeric, OUT difference numeric,
	OUT blanks integer, OUT message text)
RETURNS SETOF record
AS 'MODULE_PATHNAME', 'gireport_check_rollup'
LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE COST 4000 ROWS 210;
COMMENT ON FUNCTION gireport_check_rollup(gireport, gireport) IS
'an area''s report and the sum of the reports below it, cell by cell; not assessable if the title says that it is on one level alone';

CREATE FUNCTION gireport_diff(a gireport, b gireport,
	OUT section integer, OUT row_code text, OUT column_code text,
	OUT row_label text, OUT column_label text,
	OUT a_value numeric, OUT b_value numeric, OUT difference numeric)
RETURNS SETOF record
AS 'MODULE_PATHNAME', 'gireport_diff'
LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE COST 1500 ROWS 10;
COMMENT ON FUNCTION gireport_diff(gireport, gireport) IS
'the cells in which two reports differ, no number being different from any; the difference is a less b';
