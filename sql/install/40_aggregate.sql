-- sum(gireport) and its state.

CREATE TYPE gireport_sum;

CREATE FUNCTION gireport_sum_in(cstring) RETURNS gireport_sum
	AS 'MODULE_PATHNAME' LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE COST 100;
COMMENT ON FUNCTION gireport_sum_in(cstring) IS 'input function of gireport_sum';

CREATE FUNCTION gireport_sum_out(gireport_sum) RETURNS cstring
	AS 'MODULE_PATHNAME' LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE COST 300;
COMMENT ON FUNCTION gireport_sum_out(gireport_sum) IS 'output function of gireport_sum';

CREATE FUNCTION gireport_sum_recv(internal) RETURNS gireport_sum
	AS 'MODULE_PATHNAME' LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE COST 100;
COMMENT ON FUNCTION gireport_sum_recv(internal) IS 'binary input function of gireport_sum';

CREATE FUNCTION gireport_sum_send(gireport_sum) RETURNS bytea
	AS 'MODULE_PATHNAME' LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE COST 100;
COMMENT ON FUNCTION gireport_sum_send(gireport_sum) IS 'binary output function of gireport_sum';

-- Extended storage: a state holds two kilobytes, mostly zeros, so that where it
-- is stored it compresses to a fraction of that.  In memory it stays flat.
CREATE TYPE gireport_sum (
	INPUT = gireport_sum_in,
	OUTPUT = gireport_sum_out,
	RECEIVE = gireport_sum_recv,
	SEND = gireport_sum_send,
	INTERNALLENGTH = VARIABLE,
	ALIGNMENT = double,
	STORAGE = extended
);
COMMENT ON TYPE gireport_sum IS 'state of sum(gireport): sums of some reports, to be combined with others';

CREATE FUNCTION gireport_sum_add(gireport_sum, gireport) RETURNS gireport_sum
	AS 'MODULE_PATHNAME' LANGUAGE C IMMUTABLE PARALLEL SAFE COST 100;
COMMENT ON FUNCTION gireport_sum_add(gireport_sum, gireport) IS 'transition function of sum(gireport): adds a report to a state';

CREATE FUNCTION gireport_sum_combine(gireport_sum, gireport_sum) RETURNS gireport_sum
	AS 'MODULE_PATHNAME' LANGUAGE C IMMUTABLE PARALLEL SAFE COST 20;
COMMENT ON FUNCTION gireport_sum_combine(gireport_sum, gireport_sum) IS 'combine function of sum(gireport): adds a state to another';

CREATE FUNCTION gireport_sum_report(gireport_sum) RETURNS gireport
	AS 'MODULE_PATHNAME' LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE COST 200;
COMMENT ON FUNCTION gireport_sum_report(gireport_sum) IS 'final function of sum(gireport): the sums as a report';

CREATE AGGREGATE sum(gireport) (
	SFUNC = gireport_sum_add,
	STYPE = gireport_sum,
	SSPACE = 2200,
	COMBINEFUNC = gireport_sum_combine,
	FINALFUNC = gireport_sum_report,
	FINALFUNC_MODIFY = read_only,
	PARALLEL = safe
);
COMMENT ON AGGREGATE sum(gireport) IS 'cell-wise sum of reports, NULLs skipped; title, agency and year are NULL';
