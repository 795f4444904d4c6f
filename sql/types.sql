-- The composite types: their fields, what NULL means at each level, and what
-- the server makes of them by itself.
SET client_min_messages = warning;
CREATE EXTENSION IF NOT EXISTS gireport;
RESET client_min_messages;

CREATE FUNCTION pg_temp.report(figures text) RETURNS gireport
    LANGUAGE sql AS $$ SELECT jsonb_populate_record(NULL::gireport, figures::jsonb) $$;

-- The fields of every type, with the labels of the forms.
SELECT t.typname AS type, a.attname AS field, a.atttypid::regtype AS of_type,
       CASE WHEN at.typtype <> 'c' THEN col_description(a.attrelid, a.attnum) END AS label
    FROM pg_type t
         JOIN pg_attribute a ON a.attrelid = t.typrelid AND a.attnum > 0
         JOIN pg_type at ON at.oid = a.atttypid
    WHERE t.typname LIKE 'gireport%' AND t.typname NOT IN ('gireport_requests', 'gireport_sum')
    ORDER BY t.typname COLLATE "C", a.attnum;
SELECT a.attname AS row, a.atttypid::regtype AS of_type, col_description(a.attrelid, a.attnum) AS label
    FROM pg_attribute a
    WHERE a.attrelid = 'gireport_requests'::regclass AND a.attnum > 0
    ORDER BY a.attnum;

-- The labels in the comments are those of the listed cells.  The 2019 form
-- has shorter labels for some columns and rows.
CREATE TEMP TABLE fields AS
    SELECT s.attname AS section, r.attname AS "row", c.attname AS "column",
           col_description(r.attrelid, r.attnum) AS row_label,
           col_description(c.attrelid, c.attnum) AS column_label
    FROM pg_attribute s
         JOIN pg_type st ON st.oid = s.atttypid AND st.typtype = 'c'
         JOIN pg_attribute r ON r.attrelid = st.typrelid AND r.attnum > 0
         JOIN pg_type rt ON rt.oid = r.atttypid
         JOIN pg_attribute c ON c.attrelid = rt.typrelid AND c.attnum > 0
    WHERE s.attrelid = 'gireport'::regclass AND s.attnum > 0;
CREATE TEMP TABLE listed AS
    SELECT form, c.*
    FROM (VALUES ('2021', '{}'),
                 ('2019', '{"proactive": {"regulations": {"made": 1}}, "requests": {"other_handling": {}}}')) v(form, figures)
         CROSS JOIN LATERAL gireport_cells(pg_temp.report(figures)) c;
SELECT form, section, count(*) AS cells, count(DISTINCT row_code) AS rows
    FROM listed GROUP BY form, section ORDER BY form, section;
SELECT f."row", f."column" AS not_listed
    FROM fields f LEFT JOIN listed l ON l.row_code = f."row" AND l.column_code = f."column"
    WHERE l.form IS NULL;
SELECT l.form, l.row_code, l.column_code, l.row_label, f.row_label AS in_comment, l.column_label, f.column_label AS in_comment
    FROM listed l LEFT JOIN fields f ON l.row_code = f."row" AND l.column_code = f."column"
    WHERE (l.row_label, l.column_label) IS DISTINCT FROM (f.row_label, f.column_label);

-- NULL at each level: no table, no row in it, no number in that.
CREATE TEMP TABLE levels (name text, report gireport);
INSERT INTO levels VALUES
    ('NULL', NULL),
    ('nothing', pg_temp.report('{}')),
    ('no table', pg_temp.report('{"requests": null}')),
    ('no row', pg_temp.report('{"requests": {}}')),
    ('no number', pg_temp.report('{"requests": {"received": {}}}')),
    ('number', pg_temp.report('{"requests": {"received": {"total": 0}}}'));
SELECT name, report::text,
       report IS NOT DISTINCT FROM NULL AS no_report,
       (report).requests IS NOT DISTINCT FROM NULL AS no_table,
       (report).requests.received IS NOT DISTINCT FROM NULL AS no_row,
       (report).requests.received.total IS NULL AS no_number,
       (SELECT string_agg(DISTINCT state, ' ' ORDER BY state) FROM gireport_cells(report) WHERE row_code = 'received') AS states
    FROM levels;
-- A text shows the same levels.
SELECT name, (r).requests IS NOT DISTINCT FROM NULL AS no_table,
       (r).requests.received IS NOT DISTINCT FROM NULL AS no_row,
       (r).requests.received.total IS NULL AS no_number,
       (r).requests.received.total
    FROM (VALUES
             ('no table', E'二、主动公开政府信息情况\n三、收到和处理政府信息公开申请情况\n'),
             ('no row', E'\t自然人\t商业企业\t科研机构\t社会公益组织\t法律服务机构\t其他\t总计\n'),
             ('row that cannot be cut', E'一、本年新收政府信息公开申请数量\t1\t2\n'),
             ('no number', E'一、本年新收政府信息公开申请数量\t1\t0\t0\t0\t0\t0\t/\n'),
             ('number', E'一、本年新收政府信息公开申请数量\t1\t0\t0\t0\t0\t0\t1\n')) v(name, body)
         CROSS JOIN LATERAL gireport_parse(body) r;

-- To jsonb and to text, and back.
CREATE TEMP TABLE stored (id int PRIMARY KEY, report gireport);
INSERT INTO stored VALUES
    (1, pg_temp.report('{"title": "甲\"乙,丙(丁)", "agency": "", "year": 2023,
        "proactive": {"regulations": {"issued": 1, "in_force": 9223372036854775807},
                      "fees": {"amount": 12.50}, "penalty": {"items_change": -8}},
        "requests": {"received": {"natural_person": 2, "total": 2}, "granted": {}},
        "disputes": {}}')),
    (2, pg_temp.report('{"title": null, "year": -1, "proactive": {"procurement": {"items": 3, "amount": 0.0001}}}')),
    (3, pg_temp.report('{}')),
    (4, NULL);
SELECT id,
       jsonb_populate_record(NULL::gireport, to_jsonb(report)) IS NOT DISTINCT FROM report AS by_jsonb,
       json_populate_record(NULL::gireport, to_json(report)) IS NOT DISTINCT FROM report AS by_json,
       report::text::gireport IS NOT DISTINCT FROM report AS by_text
    FROM stored ORDER BY id;
SELECT jsonb_strip_nulls(to_jsonb(report)) AS report FROM stored ORDER BY id;
SELECT (jsonb_populate_record(report, '{"year": 2024}')).year,
       (jsonb_populate_record(report, '{"year": 2024}')).proactive.fees.amount
    FROM stored WHERE id = 1;

-- Fields can be set one by one; a field of a NULL row makes the row.
UPDATE stored SET report.year = 2025, report.requests.received.total = 7, report.disputes.reconsideration.upheld = 1
    WHERE id IN (2, 4);
SELECT id, (report).year, (report).requests, (report).disputes FROM stored WHERE id IN (2, 4) ORDER BY id;

-- Comparison, sorting and hashing.  NULL fields are equal, and greater than
-- numbers; amounts are equal whatever their decimals.
CREATE TEMP TABLE compared (name text, report gireport);
INSERT INTO compared
    SELECT name, pg_temp.report(figures)
    FROM (VALUES ('a', '{"year": 2021, "proactive": {"fees": {"amount": 1.5}}}'),
                 ('b', '{"year": 2021, "proactive": {"fees": {"amount": 1.50}}}'),
                 ('c', '{"year": 2021, "proactive": {"fees": {"amount": 1.51}}}'),
                 ('d', '{"year": 2021, "proactive": {"fees": {}}}'),
                 ('e', '{"year": 2021, "proactive": {}}'),
                 ('f', '{"year": 2021}'),
                 ('g', '{"year": 2020}'),
                 ('h', '{"year": 2020}'),
                 ('i', '{}')) v(name, figures);
SELECT a.name AS a, string_agg(b.name, ' ' ORDER BY b.name) AS equal
    FROM compared a JOIN compared b ON a.report = b.report
    GROUP BY a.name ORDER BY a.name;
SELECT string_agg(name, ' ' ORDER BY report, name) AS sorted FROM compared;
SET enable_sort = off;
SELECT count(*) AS hashed FROM (SELECT DISTINCT report FROM compared) q;
RESET enable_sort;
SET enable_hashagg = off;
SELECT count(*) AS sorted FROM (SELECT DISTINCT report FROM compared) q;
SELECT string_agg(name, ' ' ORDER BY name) AS names, count(*)
    FROM compared GROUP BY report ORDER BY 1;
RESET enable_hashagg;
CREATE UNIQUE INDEX once ON stored (report);
INSERT INTO stored SELECT 11, report FROM compared WHERE name = 'a';
\set VERBOSITY sqlstate
INSERT INTO stored SELECT 12, report FROM compared WHERE name = 'b';
\set VERBOSITY default
INSERT INTO stored SELECT 13, report FROM compared WHERE name = 'd';
CREATE INDEX ON stored USING hash (report);
SELECT id FROM stored WHERE report = (SELECT report FROM compared WHERE name = 'b');

-- Arrays, and domains of one's own.
SELECT cardinality(array_agg(report)), (array_agg(report ORDER BY name))[7] = (array_agg(report ORDER BY name))[8] AS equal
    FROM compared;
CREATE DOMAIN pg_temp.dated AS gireport CHECK ((VALUE).year IS NOT NULL);
SELECT (report::pg_temp.dated).year FROM compared WHERE name = 'g';
\set VERBOSITY sqlstate
SELECT (report::pg_temp.dated).year FROM compared WHERE name = 'i';
\set VERBOSITY default
SELECT gireport_valid(report::pg_temp.dated), (sum(report::pg_temp.dated) OVER ()).year
    FROM compared WHERE name = 'g';

-- Rows made otherwise, and rows of a table of the type.
SELECT gireport_valid(ROW('title', 'agency', 2023, NULL, NULL, ROW(ROW(1, 0, 0, 0, 2), NULL, NULL))) AS row,
       gireport_valid('(,,,,,)') AS literal;
CREATE TEMP TABLE typed OF gireport (agency NOT NULL);
INSERT INTO typed SELECT (r).* FROM gireport_parse(
    E'澄湾区财政局2023年政府信息公开工作年度报告\n一、本年新收政府信息公开申请数量\t1\t0\t0\t0\t0\t0\t2\n') r;
SELECT agency, year, gireport_valid(t), (SELECT string_agg(rule, ' ') FROM gireport_violations(t)) AS rules,
       (SELECT count(*) FROM gireport_cells(t) WHERE state = 'number') AS numbers
    FROM typed t;
SELECT (sum(t)).requests.received FROM typed t;

-- Types that have grown: stored values read NULL for what they have not, and
-- everything goes on as before.
BEGIN;
CREATE TEMP TABLE before AS SELECT id, report FROM stored;
ALTER TYPE gireport_applicants ADD ATTRIBUTE added bigint CASCADE;
ALTER TYPE gireport_requests ADD ATTRIBUTE added gireport_applicants CASCADE;
ALTER TYPE gireport ADD ATTRIBUTE added text CASCADE;
SELECT id, (report).added, (report).requests.received.total, (report).requests.received.added, gireport_valid(report)
    FROM before WHERE id = 1;
SELECT (r).added IS NULL AS added, (r).requests.added IS NULL AS row_added, (r).requests.received
    FROM gireport_parse(E'一、本年新收政府信息公开申请数量\t1\t0\t0\t0\t0\t0\t1\n') r;
SELECT (sum(report)).requests.received FROM before;
SELECT count(*) FROM before, gireport_cells(report) WHERE id = 1;
ROLLBACK;

-- The same if an attribute of ours stands elsewhere than it used to.
BEGIN;
ALTER TYPE gireport_outcomes DROP ATTRIBUTE upheld CASCADE;
ALTER TYPE gireport_outcomes ADD ATTRIBUTE upheld bigint CASCADE;
ALTER TYPE gireport_disputes DROP ATTRIBUTE reconsideration CASCADE;
ALTER TYPE gireport_disputes ADD ATTRIBUTE reconsideration gireport_outcomes CASCADE;
ALTER TYPE gireport DROP ATTRIBUTE title CASCADE;
ALTER TYPE gireport ADD ATTRIBUTE title text CASCADE;
CREATE TEMP TABLE moved AS SELECT r AS report
    FROM jsonb_populate_record(NULL::gireport, '{"title": "t", "year": 2023, "disputes": {
        "reconsideration": {"upheld": 1, "corrected": 2, "other": null, "pending": 4, "total": 7},
        "litigation_direct": {"upheld": 5, "corrected": 0, "other": 0, "pending": 0, "total": 6}}}') r;
SELECT (report).title, (report).year, gireport_valid(report), rule, left_value, right_value
    FROM moved, gireport_violations(report);
SELECT (s).disputes.reconsideration, (s).disputes.litigation_direct, (s).requests IS NULL AS no_requests
    FROM (SELECT sum(report) AS s FROM (SELECT report FROM moved UNION ALL SELECT report FROM moved) m) q;
ROLLBACK;

-- Rows that lie in a report compressed or not, in sections long and short.
CREATE TEMP TABLE rows_stored (padding text, kept gireport_applicants, dispute gireport_outcomes);
ALTER TABLE rows_stored ALTER padding SET STORAGE PLAIN;
INSERT INTO rows_stored VALUES (repeat('x', 4000), ROW(1, 0, 0, 0, 0, 0, 1), ROW(NULL, NULL, NULL, NULL, 8));
SELECT pg_column_compression(kept) AS kept, pg_column_size(dispute) < 126 AS short FROM rows_stored;
CREATE TEMP TABLE composed AS
    SELECT kind, ROW(NULL, NULL, kind, NULL,
           CASE WHEN kind <> 2 THEN ROW(kept, kept, NULL, kept, NULL, NULL, NULL, NULL, NULL, NULL,
               NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL,
               NULL, NULL, NULL, NULL, NULL, NULL)::gireport_requests END,
           CASE WHEN kind <> 1 THEN ROW(NULL, dispute, NULL)::gireport_disputes END)::gireport AS report
    FROM rows_stored, generate_series(1, 3) kind;
SELECT kind, gireport_valid(report), (SELECT count(*) FROM gireport_cells(report) WHERE value IS NOT NULL) AS numbers
    FROM composed ORDER BY kind;
SELECT (s).requests.received, (s).requests.granted, (s).requests.partially_granted, (s).disputes
    FROM (SELECT sum(report) AS s FROM composed) q;
