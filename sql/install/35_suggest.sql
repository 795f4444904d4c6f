
-- Suggesting repairs

CREATE FUNCTION gireport_suggest(report gireport,
	OUT solution integer, OUT section integer, OUT row_code text, OUT column_code text,
	OUT printed numeric, OUT suggested numeric, OUT slip text, OUT determined boolean,
	OUT part integer, OUT solutions integer, OUT message text)
RETURNS SETOF record
AS 'MODULE_PATHNAME', 'gireport_suggest'
LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE COST 1000 ROWS 2;
COMMENT ON FUNCTION gireport_suggest(gireport) IS
'the smallest sets of cells whose change makes a report valid, for each part that is not; the best solution is 1, NULL if more than three cells are wrong';
