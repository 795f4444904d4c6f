-- sum(gireport): what is known adds up, what is not stays NULL.
SET client_min_messages = warning;
CREATE EXTENSION IF NOT EXISTS gireport;
RESET client_min_messages;

CREATE FUNCTION pg_temp.report(figures text) RETURNS gireport
    LANGUAGE sql AS $$ SELECT jsonb_populate_record(NULL::gireport, figures::jsonb) $$;

CREATE FUNCTION pg_temp.error_of(command text) RETURNS text LANGUAGE plpgsql AS $$
DECLARE
    detail text;
BEGIN
    EXECUTE command;
    RETURN 'no error';
EXCEPTION WHEN OTHERS THEN
    GET STACKED DIAGNOSTICS detail = PG_EXCEPTION_DETAIL;
    RETURN concat_ws(' | ', SQLSTATE, SQLERRM, NULLIF(detail, ''));
END
$$;

CREATE TEMP TABLE reports (region text, name text, report gireport);
INSERT INTO reports VALUES
    ('east', 'both', pg_temp.report('{"title": "A", "agency": "A", "year": 2021,
        "proactive": {"licensing": {"decisions": 10}, "fees": {"amount": 0.1}},
        "requests": {"received": {"natural_person": 3, "other": 1, "total": 4}, "concluded": {"total": 4}},
        "disputes": {"reconsideration": {"upheld": 1, "total": 1}}}')),
    ('east', 'later', pg_temp.report('{"title": "B", "agency": "B", "year": 2022,
        "proactive": {"licensing": {"decisions": 5}, "fees": {"amount": 0.2}},
        "requests": {"received": {"natural_person": 7, "total": 7}}}')),
    ('west', 'earlier', pg_temp.report('{"year": 2019,
        "proactive": {"licensing": {"decisions": 2, "items_last_year": 40, "items_change": -3},
                      "procurement": {"items": 6, "amount": 477.35}}}')),
    ('west', 'earlier too', pg_temp.report('{"year": 2020,
        "proactive": {"licensing": {"items_last_year": 1, "items_change": -4},
                      "procurement": {"amount": 0.37}},
        "requests": {"received": {}}}')),
    ('north', 'not read', NULL),
    ('south', 'empty', pg_temp.report('{}'));

-- Both forms together; amounts are exact.
SELECT (s).title, (s).agency, (s).year,
       (s).proactive.licensing, (s).proactive.fees, (s).proactive.procurement
    FROM (SELECT sum(report) FROM reports) q(s);
SELECT (s).requests.received, (s).requests.concluded, (s).disputes.reconsideration
    FROM (SELECT sum(report) FROM reports) q(s);

-- Tables and rows that no report has are NULL; those without a number are not.
SELECT region, count(report), s IS NULL AS "null", (s).proactive IS NULL AS proactive,
       (s).requests::text AS requests, (s).disputes IS NULL AS disputes
    FROM (SELECT region, report, sum(report) OVER (PARTITION BY region) FROM reports) q(region, report, s)
    GROUP BY region, s ORDER BY region;
SELECT name, (s).requests IS NOT DISTINCT FROM NULL AS no_table,
       (s).requests.received IS NOT DISTINCT FROM NULL AS no_row,
       (s).requests.received::text AS received, (s).requests.granted::text AS granted
    FROM (SELECT name, sum(report) FROM reports GROUP BY name) q(name, s) ORDER BY name;

-- Nothing to sum.
SELECT sum(report) IS NULL AS "null" FROM reports WHERE false;
SELECT sum(report) IS NULL AS "null" FROM reports WHERE name = 'not read';
SELECT sum(NULL::gireport) IS NULL AS "null";
SELECT pg_typeof(sum(report)), sum(report)::text FROM reports WHERE name = 'empty';

-- Groups, filters, order, duplicates, two stages, rollup.
SELECT region, (sum(report)).proactive.licensing.decisions,
       (sum(report) FILTER (WHERE name LIKE '%er')).proactive.licensing.decisions AS filtered,
       (sum(report ORDER BY name DESC)).requests.received.total AS ordered,
       (sum(DISTINCT report)).proactive.procurement.amount AS "distinct"
    FROM (SELECT * FROM reports UNION ALL SELECT * FROM reports) q
    GROUP BY ROLLUP (region) ORDER BY region;
SELECT (sum(s)).proactive.procurement, (sum(s)).requests.received.total
    FROM (SELECT region, sum(report) AS s FROM reports GROUP BY region) q;

-- Windows: the final function leaves the state as it is.
SELECT n, (sum(r) OVER running).proactive.fees.amount AS running,
       (sum(r) OVER (running ROWS BETWEEN 1 PRECEDING AND CURRENT ROW)).proactive.fees AS two,
       (sum(r) OVER (running ROWS BETWEEN 2 FOLLOWING AND 3 FOLLOWING)).requests.received.total AS ahead,
       (sum(r) OVER (running ROWS BETWEEN UNBOUNDED PRECEDING AND CURRENT ROW
                     EXCLUDE CURRENT ROW)).requests.received.total AS before
    FROM (VALUES
             (1, '{"proactive": {"fees": {"amount": 1.1, "items_change": -1}}, "requests": {"received": {"total": 1}}}'),
             (2, '{"proactive": {"fees": {"amount": 2.2, "items_change": -2}}, "requests": {"received": {"total": 4}}}'),
             (3, NULL),
             (4, '{"proactive": {"fees": {"amount": 4.4, "items_change": -4}}, "requests": {"received": {"total": 16}}}'),
             (5, '{"proactive": {"fees": {"amount": 5.5, "items_change": -5}}, "requests": {"received": {"total": 25}}}')
         ) v(n, f)
         CROSS JOIN LATERAL pg_temp.report(f) r
    WINDOW running AS (ORDER BY n)
    ORDER BY n;

-- Every cell of the record keeps to itself.
CREATE TEMP TABLE cells AS
    SELECT s.attname AS section, r.attname AS "row", c.attname AS "column", c.atttypid::regtype AS type,
           row_number() OVER (ORDER BY s.attnum, r.attnum, c.attnum) AS number
    FROM pg_type t
         JOIN pg_attribute s ON s.attrelid = t.typrelid
         JOIN pg_type st ON st.oid = s.atttypid AND st.typtype = 'c'
         JOIN pg_attribute r ON r.attrelid = st.typrelid
         JOIN pg_type rt ON rt.oid = r.atttypid
         JOIN pg_attribute c ON c.attrelid = rt.typrelid
    WHERE t.oid = 'gireport'::regtype;
CREATE FUNCTION pg_temp.filled(factor numeric) RETURNS gireport LANGUAGE sql AS $$
    SELECT jsonb_populate_record(NULL::gireport, jsonb_object_agg(section, "rows"))
    FROM (SELECT section, jsonb_object_agg("row", "columns") AS "rows"
          FROM (SELECT section, "row", jsonb_object_agg("column", number * factor) AS "columns"
                FROM cells GROUP BY section, "row") r
          GROUP BY section) s
$$;
SELECT type, count(*) FROM cells GROUP BY type ORDER BY type;
SELECT sum(pg_temp.filled(n)) = pg_temp.filled(55) AS equal FROM generate_series(1, 10) n;
SELECT sum(pg_temp.filled(n)) = pg_temp.filled(0) AS equal FROM generate_series(-10, 10) n;

-- Amounts as numeric adds them, of any size.
SELECT a, b, (sum(r)).proactive.fees.amount, (sum(r)).proactive.procurement.amount AS second
    FROM (VALUES ('0.1', '0.2'), ('477.35', '0.37'), ('1.50', '-1.5'), ('0.000', '0'), ('25.1', NULL), (NULL, NULL),
                 ('99999999999999999999999999999999999999999999.9', '0.1'),
                 ('NaN', '1'), ('Infinity', '-1'), ('Infinity', '-Infinity')) v(a, b)
         CROSS JOIN LATERAL (
             SELECT pg_temp.report(jsonb_build_object('proactive', proactive)::text)
             FROM (VALUES (jsonb_build_object('fees', jsonb_build_object('amount', a),
                                              'procurement', jsonb_build_object('amount', b))),
                          (jsonb_build_object('fees', jsonb_build_object('amount', b)))) p(proactive)) w(r)
    GROUP BY a, b ORDER BY a::numeric, b::numeric;
SELECT length((sum(r)).proactive.fees.amount::text),
       (sum(r)).proactive.fees.amount = 2 * repeat('9', 1000)::numeric + repeat('9', 30)::numeric AS equal,
       (sum(r)).proactive.procurement.amount
    FROM unnest(ARRAY[30, 1000, 1000]) n
         CROSS JOIN LATERAL pg_temp.report(format('{"proactive": {"fees": {"amount": %s},
             "procurement": {"amount": 0.5}}}', repeat('9', n))) r;

-- Counts up to the limits of bigint, and not past them.
SELECT (sum(r)).requests.received.total, (sum(r)).proactive.licensing.items_change
    FROM (VALUES ('{"requests": {"received": {"total": 9223372036854775806}}}'),
                 ('{"requests": {"received": {"total": 1}},
                    "proactive": {"licensing": {"items_change": -9223372036854775808}}}')) v(f)
         CROSS JOIN LATERAL pg_temp.report(f) r;
SELECT pg_temp.error_of($$
    SELECT sum(pg_temp.report('{"requests": {"received": {"total": 9223372036854775807}}}'))
    FROM generate_series(1, 2) $$);
SELECT pg_temp.error_of($$
    SELECT sum(pg_temp.report('{"proactive": {"penalty": {"items_change": -9223372036854775808}}}'))
    FROM generate_series(1, 2) $$);
SELECT pg_temp.error_of($$
    SELECT gireport_sum_combine(s, s)
    FROM (SELECT '1 disputes{litigation_direct{pending=4611686018427387904}}'::gireport_sum) q(s) $$);

-- The state and its functions, called by hand, on states that lie flat in the table.
CREATE TEMP TABLE states (region text, state gireport_sum);
ALTER TABLE states ALTER state SET STORAGE PLAIN;
INSERT INTO states
    SELECT region, gireport_sum_add(NULL, report) FROM reports WHERE name <> 'not read';
SELECT region, state FROM states ORDER BY region, state::text;
SELECT gireport_sum_add(NULL, NULL) IS NULL AS "null", gireport_sum_combine(NULL, NULL) IS NULL AS "null",
       gireport_sum_report(NULL) IS NULL AS "null";
SELECT gireport_sum_combine(state, state) AS twice,
       gireport_sum_combine(state, NULL)::text = state::text AS "left",
       gireport_sum_combine(NULL, state)::text = state::text AS "right",
       gireport_sum_add(state, NULL)::text = state::text AS added
    FROM states WHERE region = 'west' ORDER BY state::text;
SELECT gireport_sum_add(state, report) AS sum
    FROM states JOIN reports USING (region) WHERE name = 'both' ORDER BY state::text;
SELECT gireport_sum_report('1') IS NULL AS "null", gireport_sum_report('1')::text,
       gireport_sum_report('1 requests{granted{} concluded{total=5}}')::text;

-- An aggregate over stored states leaves them as they are.
CREATE AGGREGATE pg_temp.merged(gireport_sum) (SFUNC = gireport_sum_combine, STYPE = gireport_sum);
CREATE AGGREGATE pg_temp.sum_from_one(gireport) (SFUNC = gireport_sum_add, STYPE = gireport_sum,
    INITCOND = '1 requests{concluded{total=1}}');
SELECT region, pg_temp.merged(state) FROM states GROUP BY region ORDER BY region;
SELECT region, pg_temp.merged(state) OVER (PARTITION BY region ORDER BY state::text)
    FROM states ORDER BY region, state::text;
SELECT region, pg_temp.sum_from_one(report) FROM reports GROUP BY region ORDER BY region;
SELECT region, state FROM states ORDER BY region, state::text;

-- Text and binary forms.  By default states are stored compressed.
CREATE TEMP TABLE compressed AS
    SELECT region, gireport_sum_combine(state, '1') AS state FROM states;
INSERT INTO compressed
    SELECT 'all', gireport_sum_add(NULL, pg_temp.filled(factor))
    FROM unnest(ARRAY[0, 1, -1, 12345678]) factor;
SELECT region, bool_and(pg_column_size(state) < 1500) AS small
    FROM compressed GROUP BY region ORDER BY region;
SELECT count(*), bool_and(state::text::gireport_sum::text = state::text) AS text,
       bool_and(gireport_sum_send(state::text::gireport_sum) = gireport_sum_send(state)) AS bytes
    FROM compressed;
SELECT s AS state, s::gireport_sum::text = s AS same
    FROM (VALUES ('1'), ('1 proactive{}'), ('1 requests{} disputes{}'), ('1 requests{received{}}'),
                 ('1 proactive{licensing{decisions=-1 items_last_year=0} penalty{items_change=-9223372036854775808}}'),
                 ('1 proactive{fees{amount=-0.50 items_change=9223372036854775807} procurement{items=1 amount=0.000}}'),
                 ('1 proactive{fees{amount=NaN} procurement{amount=Infinity}}'),
                 ('1 proactive{procurement{amount=-Infinity}}'),
                 ('1 requests{other_not_corrected{other=1 total=2} other_handling{total=3}}')) v(s);
SELECT encode(gireport_sum_send('1 proactive{fees{amount=0.30}} requests{received{total=7}}'), 'hex');
SELECT s::gireport_sum::text = s AS same
    FROM (SELECT '1 proactive{fees{amount=' || repeat('7', 131072) || '.' || repeat('7', 16383) || '}}') v(s);

-- Damaged texts.
SELECT s AS state, split_part(e, ' | ', 1) AS code, split_part(e, ' | ', 3) AS detail
    FROM (VALUES
             (''), (' 1'), ('1 '), ('2'), ('01'), ('11'), ('x'), ('1 requests'), ('1 requests{'),
             ('1 requests{}}'), ('1  requests{}'), ('1 requests {}'), ('1 Requests{}'),
             ('1 requests{} proactive{}'), ('1 requests{} requests{}'), ('1 requests{licensing{}}'),
             ('1 requests{received}'), ('1 requests{received{}'), ('1 requests{ received{}}'),
             ('1 requests{received{}granted{}}'), ('1 requests{granted{} received{}}'),
             ('1 requests{granted{} granted{}}'), ('1 requests{received{total}}'),
             ('1 requests{received{total=}}'), ('1 requests{received{total=1 }}'),
             ('1 requests{received{total=1 other=1}}'), ('1 requests{received{total=1 total=1}}'),
             ('1 requests{received{decisions=1}}'), ('1 requests{received{total=+1}}'),
             ('1 requests{received{total= 1}}'), ('1 requests{received{total=01}}'),
             ('1 requests{received{total=-0}}'), ('1 requests{received{total=1.0}}'),
             ('1 requests{received{total=1e3}}'), ('1 requests{received{total=9223372036854775808}}'),
             ('1 requests{received{total=-9223372036854775809}}'),
             ('1 requests{received{total=92233720368547758070}}'), ('1 requests{received{total=--1}}'),
             ('1 requests{received{total=0x1}}'), ('1 proactive{fees{amount=}}'),
             ('1 proactive{fees{amount=.5}}'), ('1 proactive{fees{amount=5.}}'),
             ('1 proactive{fees{amount=00.5}}'), ('1 proactive{fees{amount=-0.0}}'),
             ('1 proactive{fees{amount=1e3}}'), ('1 proactive{fees{amount=1_000}}'),
             ('1 proactive{fees{amount=1,5}}'), ('1 proactive{fees{amount=nan}}'),
             ('1 proactive{fees{amount=inf}}'), ('1 proactive{fees{amount=+Infinity}}'),
             ('1 proactive{procurement{amount=-}}'), (E'1 requests{}\n'), ('1 requests{申请收到{}}'),
             ('1 requests{received{total=１}}')
         ) v(s)
         CROSS JOIN LATERAL pg_temp.error_of(format('SELECT %L::gireport_sum', s)) e;
SELECT pg_temp.error_of(format('SELECT %L::gireport_sum', '1 requests{' || repeat('申请', 100)));
SELECT pg_temp.error_of(format('SELECT %L::gireport_sum', '1 proactive{fees{amount=' || n || '}}'))
    FROM (VALUES (repeat('7', 131073)), ('0.' || repeat('7', 16384)),
                 (repeat('0', 200000)), ('-0.' || repeat('0', 16383))) v(n);

-- The columns' own formats carry reports and sums alike.
SELECT count(*), bool_and(s = s::text::gireport) AS text,
       bool_and(s = jsonb_populate_record(NULL::gireport, to_jsonb(s))) AS jsonb
    FROM (SELECT sum(report) FROM reports WHERE name <> 'not read' GROUP BY region) q(s);
