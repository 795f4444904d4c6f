-- gireport_violations, gireport_valid and gireport_assert.
SET client_min_messages = warning;
CREATE EXTENSION IF NOT EXISTS gireport;
RESET client_min_messages;

CREATE FUNCTION pg_temp.report(figures text) RETURNS gireport
    LANGUAGE sql AS $$ SELECT jsonb_populate_record(NULL::gireport, figures::jsonb) $$;

CREATE FUNCTION pg_temp.error_of(command text,
    OUT state text, OUT message text, OUT detail text, OUT hint text)
    LANGUAGE plpgsql AS $$
BEGIN
    EXECUTE command;
    state := 'no error';
EXCEPTION WHEN OTHERS THEN
    GET STACKED DIAGNOSTICS state = RETURNED_SQLSTATE, message = MESSAGE_TEXT,
        detail = PG_EXCEPTION_DETAIL, hint = PG_EXCEPTION_HINT;
END
$$;

-- A report in which everything adds up: zeros, but for these rows.
CREATE TEMP TABLE reports (id serial PRIMARY KEY, name text, report gireport);
INSERT INTO reports (name, report)
    SELECT 'valid', pg_temp.report(jsonb_build_object(
        'title', '澄湾区财政局2023年政府信息公开工作年度报告', 'agency', '澄湾区财政局', 'year', 2023,
        'requests', zeros || '{
            "received": {"natural_person": 5, "commercial_enterprise": 1, "research_institution": 0,
                         "public_welfare": 0, "legal_service": 0, "other": 0, "total": 6},
            "carried_in": {"natural_person": 1, "commercial_enterprise": 0, "research_institution": 0,
                           "public_welfare": 0, "legal_service": 0, "other": 0, "total": 1},
            "granted": {"natural_person": 4, "commercial_enterprise": 1, "research_institution": 0,
                        "public_welfare": 0, "legal_service": 0, "other": 0, "total": 5},
            "denied_third_party": {"natural_person": 1, "commercial_enterprise": 0, "research_institution": 0,
                                   "public_welfare": 0, "legal_service": 0, "other": 0, "total": 1},
            "concluded": {"natural_person": 5, "commercial_enterprise": 1, "research_institution": 0,
                          "public_welfare": 0, "legal_service": 0, "other": 0, "total": 6},
            "carried_out": {"natural_person": 1, "commercial_enterprise": 0, "research_institution": 0,
                            "public_welfare": 0, "legal_service": 0, "other": 0, "total": 1}}',
        'disputes', '{
            "reconsideration": {"upheld": 1, "corrected": 0, "other": 0, "pending": 1, "total": 2},
            "litigation_direct": {"upheld": 0, "corrected": 0, "other": 0, "pending": 0, "total": 0},
            "litigation_after_reconsideration": {"upheld": 0, "corrected": 0, "other": 0, "pending": 3, "total": 3}}'::jsonb)::text)
    FROM (SELECT jsonb_object_agg(attname, '{"natural_person": 0, "commercial_enterprise": 0, "research_institution": 0,
                                             "public_welfare": 0, "legal_service": 0, "other": 0, "total": 0}'::jsonb)
          FROM pg_attribute
          WHERE attrelid = 'gireport_requests'::regclass AND attnum > 0 AND attname <> 'other_handling') z(zeros);
SELECT name, gireport_valid(report), gireport_assert(report), (SELECT count(*) FROM gireport_violations(report)) AS violations
    FROM reports;

-- One wrong cell: its row and its column do not add up.
INSERT INTO reports (name, report) SELECT 'one cell', report FROM reports WHERE name = 'valid';
UPDATE reports SET report.requests.granted.natural_person = 40 WHERE name = 'one cell';
\x on
SELECT v.* FROM reports, gireport_violations(report) v WHERE name = 'one cell';
\x off

-- Each rule.
INSERT INTO reports (name, report)
    SELECT n, report
    FROM reports, unnest(ARRAY['T3.1', 'T3.2', 'T3.3', 'T3.4', 'T4.1', 'T4.2', 'T4.3', 'T4.4']) n
    WHERE name = 'valid' ORDER BY n;
UPDATE reports SET report.requests.carried_out.natural_person = 2, report.requests.carried_out.total = 2 WHERE name = 'T3.1';
UPDATE reports SET report.requests.rejected_repeat.other = 1, report.requests.rejected_repeat.total = 1 WHERE name = 'T3.2';
UPDATE reports SET report.requests.rejected_repeat.total = 1 WHERE name = 'T3.3';
UPDATE reports SET report.requests.rejected_repeat.other = -1, report.requests.rejected_repeat.total = -1 WHERE name = 'T3.4';
UPDATE reports SET report.disputes.reconsideration.total = 3 WHERE name = 'T4.1';
UPDATE reports SET report.disputes.litigation_direct.corrected = 7 WHERE name = 'T4.2';
UPDATE reports SET report.disputes.litigation_after_reconsideration.pending = 0 WHERE name = 'T4.3';
UPDATE reports SET report.disputes.litigation_direct.upheld = 1, report.disputes.litigation_direct.pending = -1 WHERE name = 'T4.4';
SELECT name, rule, severity, verdict, section, row_code, column_code, left_value, right_value, difference, blanks
    FROM reports, gireport_violations(report) WHERE name LIKE 'T%' ORDER BY id, rule, row_code, column_code;
SELECT rule, expression FROM reports, gireport_violations(report) WHERE name = rule GROUP BY rule, expression ORDER BY rule;
SELECT name, message FROM reports, gireport_violations(report) WHERE name = rule AND name <> 'T3.2' ORDER BY id, row_code, column_code;
SELECT name, gireport_valid(report) FROM reports WHERE name LIKE 'T%' ORDER BY id;

-- What is not there is not judged.  A blank counts as 0, but a blank total is
-- an omission: of a row, of a column of totals, and of all results.
INSERT INTO reports (name, report)
    SELECT name, pg_temp.report(figures)
    FROM (VALUES
        ('no table', '{}'),
        ('no row', '{"requests": {}, "disputes": {}}'),
        ('no number', '{"requests": {"received": {}, "carried_in": {}, "concluded": {}, "carried_out": {}}, "disputes": {"reconsideration": {}}}'),
        ('row with blanks', '{"requests": {"received": {"natural_person": 6, "total": 6}}}'),
        ('row with blanks, wrong', '{"requests": {"received": {"natural_person": 5, "total": 6}}}'),
        ('row with blank total', '{"requests": {"received": {"natural_person": 5, "other": 2}}}'),
        ('row with total alone', '{"disputes": {"reconsideration": {"total": 4}}}'),
        ('row with total 0', '{"disputes": {"reconsideration": {"total": 0}}}'),
        ('balance', '{"requests": {"received": {"other": 2}, "carried_in": {}, "concluded": {"other": 2}, "carried_out": {}}}'),
        ('balance, wrong', '{"requests": {"received": {"other": 2}, "carried_in": {}, "concluded": {"other": 1}, "carried_out": {}}}'),
        ('balance without a row', '{"requests": {"received": {"other": 2}, "carried_in": {}, "concluded": {"other": 1}}}'),
        ('balance without results', '{"requests": {"received": {"other": 2}, "carried_in": {}, "concluded": {}, "carried_out": {}}}'),
        ('balance of totals with a blank', '{"requests": {"received": {"total": 2}, "carried_in": {}, "concluded": {"total": 1}, "carried_out": {"total": 0}}}')
        ) v(name, figures);
SELECT name, gireport_valid(report), rule, row_code, column_code, left_value AS left, right_value AS right, blanks, message
    FROM reports LEFT JOIN LATERAL gireport_violations(report) ON true
    WHERE id > (SELECT id FROM reports WHERE name = 'T4.4') ORDER BY id, rule, row_code;

-- The 2019 form has one row of other results, the 2021 form three.  Of both,
-- as in a sum, all rows are needed.
INSERT INTO reports (name, report)
    SELECT n, report
    FROM reports, unnest(ARRAY['form 2019', 'form 2019, wrong', 'form 2021, a row missing', 'forms of both', 'forms of both, wrong']) n
    WHERE name = 'valid' ORDER BY n;
UPDATE reports
    SET report.requests.other_not_corrected = NULL, report.requests.other_fee_unpaid = NULL, report.requests.other_misc = NULL
    WHERE name LIKE 'form 2019%';
UPDATE reports SET report.requests.other_handling = (report).requests.other_misc WHERE name LIKE 'forms of both%';
UPDATE reports SET report.requests.other_handling = (report).requests.carried_in WHERE name LIKE 'form 2019%';
UPDATE reports SET report.requests.granted.natural_person = 3, report.requests.granted.total = 4 WHERE name = 'form 2019';
UPDATE reports SET report.requests.other_misc = NULL, report.requests.granted.total = 5 WHERE name = 'form 2021, a row missing';
UPDATE reports SET report.requests.other_handling.total = 1 WHERE name = 'forms of both, wrong';
SELECT name, gireport_valid(report), rule, row_code, column_code, left_value AS left, right_value AS right
    FROM reports LEFT JOIN LATERAL gireport_violations(report) ON true
    WHERE name LIKE 'form%' ORDER BY id, rule, column_code;
SELECT gireport_valid(sum(report)) AS sum_of_valid_reports FROM reports WHERE name IN ('valid', 'form 2019');

-- Sums are exact, beyond the range of bigint.
SELECT rule, row_code, column_code, left_value, right_value, difference
    FROM (VALUES
        ('{"requests": {"received": {"natural_person": 9223372036854775807, "commercial_enterprise": 1, "total": 9223372036854775807}}}'),
        ('{"requests": {"received": {"natural_person": 9223372036854775807, "commercial_enterprise": 9223372036854775807, "total": -2}}}'),
        ('{"requests": {"received": {"natural_person": -9223372036854775808, "commercial_enterprise": -9223372036854775808,
            "research_institution": -9223372036854775808, "public_welfare": -9223372036854775808,
            "legal_service": -9223372036854775808, "other": -9223372036854775808, "total": 9223372036854775807}}}'),
        ('{"requests": {"received": {"natural_person": 9223372036854775807, "commercial_enterprise": -9223372036854775807, "total": 0}}}'),
        ('{"disputes": {"reconsideration": {"upheld": 4294967295, "corrected": 1, "total": 4294967295}}}')) v(figures)
         CROSS JOIN LATERAL gireport_violations(pg_temp.report(figures)) WHERE rule NOT IN ('T3.4');

-- gireport_assert says what is wrong, at most ten times.
SELECT state, message, detail, hint
    FROM pg_temp.error_of($$ SELECT gireport_assert(report) FROM reports WHERE name = 'T4.1' $$);
\t on
\pset format unaligned
SELECT state, message, detail, hint
    FROM pg_temp.error_of($$ SELECT gireport_assert(pg_temp.report('{"requests": {
        "received": {"total": 1}, "carried_in": {"total": 2}, "concluded": {"total": -3}, "carried_out": {"total": 4}}}')) $$);
SELECT state, message, (SELECT string_agg(split_part(line, ' ', 1), ' ' ORDER BY n)
                        FROM unnest(string_to_array(detail, E'\n')) WITH ORDINALITY l(line, n)) AS lines,
       substr(detail, strpos(detail, '(')) AS rest
    FROM pg_temp.error_of($$ SELECT gireport_assert(pg_temp.report((
        SELECT jsonb_build_object('requests', jsonb_object_agg(attname, '{"other": -1, "total": 1}'::jsonb))::text
        FROM pg_attribute WHERE attrelid = 'gireport_requests'::regclass AND attnum > 0))) $$);
\pset format aligned
\t off
SELECT count(*) AS reports,
       count(*) FILTER (WHERE gireport_valid(report) = (SELECT count(*) = 0 FROM gireport_violations(report))) AS as_violations,
       count(*) FILTER (WHERE gireport_valid(report) =
           ((pg_temp.error_of(format('SELECT gireport_assert(report) FROM reports WHERE id = %s', id))).state = 'no error')) AS as_assert
    FROM reports;

-- NULL in, NULL out: a CHECK passes.
SELECT gireport_valid(NULL), gireport_assert(NULL), (SELECT count(*) FROM gireport_violations(NULL)) AS violations;

-- Tables that take valid reports only.
CREATE TEMP TABLE checked (id int, report gireport CHECK (gireport_assert(report)));
INSERT INTO checked SELECT id, report FROM reports WHERE name IN ('valid', 'no table');
INSERT INTO checked VALUES (0, NULL);
INSERT INTO checked SELECT 100, report FROM reports WHERE name = 'T4.1';
UPDATE checked SET report.disputes.reconsideration.total = 5 WHERE id = 1;
UPDATE checked SET report.disputes.reconsideration.pending = 4, report.disputes.reconsideration.total = 5 WHERE id = 1;
\set VERBOSITY terse
COPY checked FROM stdin;
101	(,,,,,"(""(1,2,3,4,10)"",,)")
102	(,,,,,"(""(1,2,3,4,11)"",,)")
\.
\set VERBOSITY default
COPY checked FROM stdin;
103	(,,,,,"(""(1,2,3,4,10)"",,)")
104	\N
\.
SELECT id, (report).disputes.reconsideration FROM checked ORDER BY id;
CREATE TEMP TABLE checked_later AS SELECT id, report FROM reports WHERE name IN ('valid', 'T4.2');
ALTER TABLE checked_later ADD CONSTRAINT adds_up CHECK (gireport_valid(report));
ALTER TABLE checked_later ADD CONSTRAINT adds_up CHECK (gireport_valid(report)) NOT VALID;
ALTER TABLE checked_later VALIDATE CONSTRAINT adds_up;
DELETE FROM checked_later WHERE NOT gireport_valid(report);
ALTER TABLE checked_later VALIDATE CONSTRAINT adds_up;
CREATE DOMAIN pg_temp.sound_report AS gireport CHECK (gireport_valid(VALUE));
SELECT count(report::pg_temp.sound_report) FROM reports WHERE name = 'valid';
SELECT count(report::pg_temp.sound_report) FROM reports WHERE name = 'T3.1';

-- A report made from its text, and checked with it.
CREATE TEMP TABLE documents (
    id int PRIMARY KEY,
    body text NOT NULL,
    report gireport GENERATED ALWAYS AS (gireport_parse(body)) STORED CHECK (gireport_assert(report)));
INSERT INTO documents VALUES
    (1, E'澄湾区财政局2023年政府信息公开工作年度报告\n一、本年新收政府信息公开申请数量\t2\t1\t0\t0\t0\t0\t3\n'),
    (2, E'二、主动公开政府信息情况\n三、收到和处理政府信息公开申请情况\n');
INSERT INTO documents VALUES (3, E'一、本年新收政府信息公开申请数量\t2\t1\t0\t0\t0\t0\t4\n');
INSERT INTO documents VALUES (4, '一则通知');
UPDATE documents SET body = replace(body, E'\t3\n', E'\t4\n') WHERE id = 1;
UPDATE documents SET body = replace(body, E'\t2\t1', E'\t1\t2') WHERE id = 1;
CREATE INDEX ON documents (((report).year));
SELECT id, (report).year, (report).requests.received FROM documents ORDER BY id;
CREATE TEMP TABLE loaded (
    id int PRIMARY KEY,
    body text NOT NULL,
    report gireport GENERATED ALWAYS AS (gireport_try_parse(body)) STORED);
INSERT INTO loaded SELECT id, body FROM documents UNION ALL VALUES (4, '一则通知');
SELECT id, report IS NOT DISTINCT FROM NULL AS no_report FROM loaded ORDER BY id;
