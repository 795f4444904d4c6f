-- A registry: a table that takes correct reports only, a place for the others,
-- and the queries of the office that collects them.
SET client_min_messages = warning;
CREATE EXTENSION IF NOT EXISTS gireport;
RESET client_min_messages;
\set VERBOSITY terse

-- A document in which natural persons made all requests: n came in, n were
-- carried in, n granted, n carried out.
CREATE FUNCTION pg_temp.body(agency text, year integer, received integer, carried_in integer,
                             granted integer, carried_out integer, issued integer DEFAULT 0, in_force integer DEFAULT 4)
    RETURNS text LANGUAGE sql AS $$
    SELECT format(E'%s%s年政府信息公开工作年度报告\n二、主动公开政府信息情况\n'
                  '第二十条第（一）项\n信息内容\t本年制发件数\t本年废止件数\t现行有效件数\n'
                  '规章\t0\t0\t0\n行政规范性文件\t%s\t0\t%s\n'
                  '第二十条第（五）项\n信息内容\t本年处理决定数量\n行政许可\t0\n'
                  '第二十条第（六）项\n信息内容\t本年处理决定数量\n行政处罚\t0\n行政强制\t0\n'
                  '第二十条第（八）项\n信息内容\t本年收费金额（单位：万元）\n行政事业性收费\t0\n'
                  '三、收到和处理政府信息公开申请情况\n%s\n四、政府信息公开行政复议、行政诉讼情况\n'
                  '行政复议\t行政诉讼\n'
                  '结果维持\t结果纠正\t其他结果\t尚未审结\t总计\t未经复议直接起诉\t复议后起诉\n'
                  '结果维持\t结果纠正\t其他结果\t尚未审结\t总计\t结果维持\t结果纠正\t其他结果\t尚未审结\t总计\n'
                  '0\t0\t0\t0\t0\t0\t0\t0\t0\t0\t0\t0\t0\t0\t0\n',
                  agency, year, issued, in_force, string_agg(format(E'%s\t%s\t0\t0\t0\t0\t0\t%2$s', label, n), E'\n' ORDER BY number))
    FROM (SELECT number, substring(row_label FROM '\S+$') AS label,
                 CASE row_code WHEN 'received' THEN received WHEN 'carried_in' THEN carried_in
                     WHEN 'granted' THEN granted WHEN 'concluded' THEN granted
                     WHEN 'carried_out' THEN carried_out ELSE 0 END AS n
          FROM gireport_cells(jsonb_populate_record(NULL::gireport, '{}')) WITH ORDINALITY c(
                   section, row_code, column_code, row_label, column_label, value, state, raw, line, "position", length, number)
          WHERE section = 3 AND column_code = 'total') r
$$;

-- The registry: the document is stored, the report follows from it.
CREATE SCHEMA office;
SET search_path = office, public;
CREATE TABLE incoming (id integer PRIMARY KEY, body text NOT NULL);
CREATE TABLE agencies (name text PRIMARY KEY, parent text REFERENCES agencies);
CREATE TABLE registry (
    id     integer PRIMARY KEY,
    body   text NOT NULL,
    report gireport GENERATED ALWAYS AS (gireport_parse(body)) STORED
        CHECK (gireport_assert(report)) CHECK (gireport_complete(report)),
    CHECK ((report).agency IS NOT NULL AND (report).year IS NOT NULL)
);
CREATE UNIQUE INDEX registry_agency_year ON registry (((report).agency), ((report).year));
CREATE INDEX registry_received ON registry ((((report).requests).received.total));
CREATE INDEX registry_open ON registry (((report).agency)) WHERE ((report).requests).carried_out.total > 0;

INSERT INTO registry VALUES (1, pg_temp.body('云溪县民政局', 2022, 5, 1, 4, 2));
SELECT id, (report).agency, (report).year, gireport_valid(report), gireport_complete(report) FROM registry;
-- does not add up, is not complete, is there already, names no agency, is no report
INSERT INTO registry VALUES (2, pg_temp.body('云溪县财政局', 2022, 5, 1, 4, 3));
INSERT INTO registry VALUES (2, replace(pg_temp.body('云溪县财政局', 2022, 5, 1, 4, 2), E'行政许可\t0', E'行政许可\t/'));
INSERT INTO registry VALUES (2, pg_temp.body('云溪县民政局', 2022, 9, 0, 9, 0));
INSERT INTO registry VALUES (2, pg_temp.body('', 2022, 9, 0, 9, 0));
INSERT INTO registry VALUES (2, '关于召开政府信息公开工作会议的通知');
UPDATE registry SET body = replace(body, E'\t5\n', E'\t6\n');
COPY registry (id, body) FROM stdin;
2	云溪县财政局2022年政府信息公开工作年度报告\n一、本年新收政府信息公开申请数量\t2\t1\t0\t0\t0\t0\t4\n
\.
INSERT INTO registry (id, report) VALUES (2, NULL);
SELECT count(*) FROM registry;
DELETE FROM registry;

-- The same rules as a type, for tables, functions and variables.
CREATE DOMAIN sound_report AS gireport
    CHECK (gireport_assert(VALUE)) CHECK (gireport_complete(VALUE));
CREATE TABLE archive (body text, report sound_report GENERATED ALWAYS AS (gireport_parse(body)) STORED);
INSERT INTO archive VALUES (pg_temp.body('云溪县民政局', 2022, 5, 1, 4, 2));
INSERT INTO archive VALUES (pg_temp.body('云溪县民政局', 2022, 5, 1, 4, 3));
SELECT (report).agency, ((report).requests).received.total FROM archive;
SELECT gireport_parse(pg_temp.body('云溪县民政局', 2022, 5, 1, 4, 3))::sound_report IS NULL;

-- Loading: what is right goes into the registry, the rest into quarantine with
-- the reasons.  One statement, and no document is lost.
INSERT INTO agencies VALUES ('云溪县人民政府办公室', NULL), ('云溪县民政局', '云溪县人民政府办公室'),
    ('云溪县财政局', '云溪县人民政府办公室'), ('青石镇人民政府', '云溪县人民政府办公室'),
    ('白沙乡人民政府', '云溪县人民政府办公室');
INSERT INTO incoming VALUES
    (1, pg_temp.body('云溪县民政局', 2022, 5, 1, 4, 2)),
    (2, pg_temp.body('云溪县民政局', 2023, 7, 2, 8, 1)),
    (3, pg_temp.body('云溪县财政局', 2022, 0, 0, 0, 0)),
    (4, pg_temp.body('云溪县财政局', 2023, 3, 1, 4, 0, 5, 4)),
    (5, pg_temp.body('青石镇人民政府', 2022, 2, 0, 1, 1)),
    (6, pg_temp.body('青石镇人民政府', 2023, 1, 1, 2, 1)),
    (7, '青石镇召开政府信息公开工作推进会'),
    (8, pg_temp.body('云溪县人民政府办公室', 2022, 8, 1, 6, 3, 0, 16)),
    (9, replace(pg_temp.body('白沙乡人民政府', 2023, 1, 0, 1, 0), E'行政许可\t0', E'行政许可\t十二')),
    (10, pg_temp.body('云溪县民政局', 2022, 6, 1, 5, 2)),
    (11, pg_temp.body('', 2023, 1, 0, 1, 0)),
    (12, replace(pg_temp.body('白沙乡人民政府', 2022, 1, 0, 1, 0), E'行政许可\t0', E'行政许可\t/')),
    (13, replace(pg_temp.body('青石镇人民政府', 2022, 3, 0, 2, 1), E'行政许可\t0', E'行政检查\t3\n行政许可\t0'));
CREATE TABLE quarantine (id integer PRIMARY KEY, body text NOT NULL, reasons text[] NOT NULL);
WITH parsed AS MATERIALIZED (
         SELECT id, body, gireport_try_parse(body) AS report FROM incoming),
     accepted AS (
         INSERT INTO registry (id, body)
             SELECT id, body FROM parsed
             WHERE gireport_valid(report) AND gireport_complete(report)
               AND (report).agency IS NOT NULL AND (report).year IS NOT NULL
             ORDER BY id
             ON CONFLICT DO NOTHING
             RETURNING id)
INSERT INTO quarantine
    SELECT id, body, coalesce(
               (SELECT array_agg(message ORDER BY rule, row_code, column_code) FROM gireport_violations(report)),
               CASE WHEN gireport_complete(report) AND (report).agency IS NOT NULL AND (report).year IS NOT NULL
                    THEN ARRAY['there is a report of this agency on this year'] END,
               (SELECT array_agg(message || coalesce(': ' || raw, '')) FROM gireport_diagnostics(body)))
    FROM parsed WHERE id NOT IN (SELECT id FROM accepted);
SELECT id, (report).agency, (report).year FROM registry ORDER BY id;
SELECT id, reason FROM quarantine, unnest(reasons) reason ORDER BY id, reason;

-- Where in the document are the numbers that do not agree?
SELECT q.id, v.rule, c.row_label, c.column_label, c.raw, c.line, c."position"
    FROM quarantine q
         CROSS JOIN LATERAL gireport_violations(gireport_try_parse(q.body)) v
         JOIN LATERAL gireport_cells(q.body) c
             ON c.section = v.section AND c.row_code = coalesce(v.row_code, c.row_code)
                AND c.column_code = coalesce(v.column_code, c.column_code)
    WHERE v.column_code = 'total' AND c.row_code IN ('received', 'carried_in', 'concluded', 'carried_out')
    ORDER BY q.id, v.rule, c."position";

-- Who has not reported on 2023?
SELECT a.name FROM agencies a
    WHERE NOT EXISTS (SELECT FROM registry r WHERE (r.report).agency = a.name AND (r.report).year = 2023)
    ORDER BY name COLLATE "C";

-- Whose carry-over differs from last year's report?
SELECT (this.report).agency, (this.report).year, c.column_code, c.left_value, c.right_value, c.message
    FROM registry this
         JOIN registry last ON (last.report).agency = (this.report).agency AND (last.report).year = (this.report).year - 1
         CROSS JOIN LATERAL gireport_check_years(last.report, this.report) c
    WHERE c.rule = 'Y1' AND c.verdict = 'fail' ORDER BY this.id, c.column_code;

-- Which areas do not add up, by how much, and how many reports are missing?
SELECT p.agency, p.year, found, missing, row_code, column_code, left_value, right_value, difference
    FROM (SELECT (report).agency, (report).year, report FROM registry) p
         JOIN LATERAL (SELECT sum(r.report) AS sum, count(r.report) AS found, count(*) - count(r.report) AS missing
                       FROM agencies a
                            LEFT JOIN registry r ON (r.report).agency = a.name AND (r.report).year = p.year
                       WHERE a.parent = p.agency) children ON found > 0
         CROSS JOIN LATERAL gireport_check_rollup(p.report, children.sum) c
    WHERE c.verdict = 'fail' ORDER BY p.agency, p.year, c.rule, row_code, column_code;

-- What the reviewer sees besides: warnings.
SELECT (report).agency, (report).year, rule, message
    FROM registry, gireport_violations(report, 'warning') WHERE severity = 'warning';

-- What has changed in a report since it was sent in?
INSERT INTO registry VALUES (20, pg_temp.body('云溪县档案馆', 2023, 3, 0, 3, 0));
CREATE TEMP TABLE earlier AS SELECT id, report FROM registry WHERE id = 20;
UPDATE registry SET body = pg_temp.body('云溪县档案馆', 2023, 4, 0, 3, 1) WHERE id = 20;
SELECT d.row_code, d.column_code, a_value, b_value, difference
    FROM earlier e JOIN registry r USING (id), gireport_diff(e.report, r.report) d;

-- Indexes on fields are used and right.
SET enable_seqscan = off;
SELECT id FROM registry WHERE ((report).requests).received.total > 4 ORDER BY id;
SELECT id FROM registry WHERE (report).agency = '云溪县民政局' AND (report).year = 2023;
RESET enable_seqscan;

RESET search_path;
SET client_min_messages = warning;
DROP SCHEMA office CASCADE;
