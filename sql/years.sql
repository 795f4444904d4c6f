-- Two reports: of two years, of an area and its parts, and their differences.
SET client_min_messages = warning;
CREATE EXTENSION IF NOT EXISTS gireport;
RESET client_min_messages;

CREATE FUNCTION pg_temp.report(figures text) RETURNS gireport
    LANGUAGE sql AS $$ SELECT jsonb_populate_record(NULL::gireport, figures::jsonb) $$;

CREATE TEMP TABLE reports (agency text, year int, report gireport);
INSERT INTO reports
    SELECT agency, year, pg_temp.report((jsonb_build_object('agency', agency, 'year', year,
               'title', format('%s%s年政府信息公开工作年度报告', agency, year)) || figures::jsonb)::text)
    FROM (VALUES
        ('东港区民政局', 2022, '{
            "proactive": {"normative_documents": {"issued": 1, "repealed": 0, "in_force": 8}, "penalty": {"decisions": 20},
                          "fees": {"amount": 12.5}},
            "requests": {"received": {"natural_person": 10, "other": 2, "total": 12},
                         "carried_out": {"natural_person": 3, "other": 0, "total": 3}}}'),
        ('东港区民政局', 2023, '{
            "proactive": {"normative_documents": {"issued": 3, "repealed": 1, "in_force": 11}, "penalty": {"decisions": 130},
                          "fees": {"amount": 12.50}},
            "requests": {"received": {"natural_person": 30, "other": 6, "total": 36},
                         "carried_in": {"natural_person": 2, "other": 1, "total": 3}}}'),
        ('东港区财政局', 2020, '{
            "proactive": {"normative_documents": {"made": 1, "disclosed": 1, "disclosed_total": 9},
                          "licensing": {"items_last_year": 16, "items_change": -3, "decisions": 70}},
            "requests": {"carried_out": {"natural_person": 3, "other": 0, "total": 3}}}'),
        ('东港区财政局', 2021, '{
            "proactive": {"normative_documents": {"issued": 3, "repealed": 1, "in_force": 11},
                          "licensing": {"decisions": 90}},
            "requests": {"carried_in": {"natural_person": 3, "other": 0, "total": 3}}}')) v(agency, year, figures);

-- The year before.
SELECT c.*
    FROM reports p JOIN reports n ON n.agency = p.agency AND n.year = p.year + 1
         CROSS JOIN LATERAL gireport_check_years(p.report, n.report) c
    WHERE c.verdict = 'fail' ORDER BY n.agency COLLATE "C", c.rule, c.row_code, c.column_code \gx
SELECT n.agency, rule, verdict, count(*), min(message) AS for_example
    FROM reports p JOIN reports n ON n.agency = p.agency AND n.year = p.year + 1
         CROSS JOIN LATERAL gireport_check_years(p.report, n.report) c
    WHERE c.verdict <> 'fail' GROUP BY n.agency, rule, verdict ORDER BY n.agency COLLATE "C", rule, verdict;
-- the reports' own years decide, if they have any
SELECT p.year AS previous, n.year AS current, verdict, count(*), min(message) FILTER (WHERE rule = 'Y1')
    FROM reports p CROSS JOIN reports n CROSS JOIN LATERAL gireport_check_years(p.report, n.report) c
    WHERE p.agency = n.agency AND p.agency = '东港区民政局' AND n.year <> p.year + 1
    GROUP BY 1, 2, 3 ORDER BY 1, 2;
SELECT DISTINCT verdict
    FROM (SELECT jsonb_populate_record(report, '{"year": null}') FROM reports WHERE year = 2023) n(report)
         CROSS JOIN LATERAL gireport_check_years(n.report, n.report) ORDER BY 1;
SELECT count(*) FROM gireport_check_years(NULL, pg_temp.report('{}'));
-- an office that sends in the tables of the year before
SELECT rule, verdict, section, left_value, right_value, message
    FROM (SELECT pg_temp.report(jsonb_build_object('requests', jsonb_object_agg(attname,
                 '{"natural_person": 1, "other": 2, "total": 3}'::jsonb))::text)
          FROM pg_attribute WHERE attrelid = 'gireport_requests'::regclass AND attnum BETWEEN 1 AND 5) q(report)
         CROSS JOIN LATERAL gireport_check_years(report, report) WHERE rule = 'Y7';

-- An area and its parts.
CREATE TEMP TABLE parts AS SELECT report FROM reports WHERE year = 2023
    UNION ALL SELECT report FROM reports WHERE year = 2022;
CREATE TEMP TABLE area AS SELECT jsonb_populate_record(sum(report), '{"title": "东港区2023年政府信息公开工作年度报告", "year": 2023}') AS report
    FROM parts;
SELECT rule, verdict, count(*) FROM area, gireport_check_rollup((SELECT report FROM area), (SELECT sum(report) FROM parts))
    GROUP BY rule, verdict ORDER BY rule, verdict;
UPDATE area SET report.requests.received.total = 50, report.proactive.fees.amount = 24.75;
SELECT rule, severity, row_code, column_code, left_value, right_value, difference, message
    FROM area, gireport_check_rollup(report, (SELECT sum(report) FROM parts)) WHERE verdict = 'fail';
-- parts in both forms: what only one form has cannot be compared
SELECT rule, row_code, column_code, verdict, message
    FROM area, gireport_check_rollup(report, (SELECT sum(report) FROM reports WHERE year IN (2020, 2023)))
    WHERE row_code IN ('normative_documents', 'licensing') ORDER BY row_code, column_code;
-- a report on its own level, and one on another year
SELECT rule, verdict, count(*), min(message)
    FROM (SELECT jsonb_populate_record(report, '{"title": "东港区本级2023年政府信息公开工作年度报告"}') FROM area) a(report),
         gireport_check_rollup(a.report, (SELECT sum(report) FROM parts)) GROUP BY rule, verdict ORDER BY rule;
SELECT verdict, min(message) FROM area, gireport_check_rollup(report, (SELECT report FROM reports WHERE year = 2022))
    WHERE rule = 'A3' GROUP BY verdict;

-- Differences: exact, and no number is not 0.
SELECT d.* FROM reports a, reports b, gireport_diff(a.report, b.report) d
    WHERE a.agency = '东港区民政局' AND a.year = 2022 AND b.agency = a.agency AND b.year = 2023;
SELECT row_code, column_code, row_label, column_label, a_value, b_value, difference
    FROM reports a, reports b, gireport_diff(a.report, b.report) d
    WHERE a.agency = '东港区财政局' AND a.year = 2020 AND b.agency = a.agency AND b.year = 2021 AND section = 2;
SELECT count(*) FROM reports, gireport_diff(report, report);
SELECT a, b, d.a_value, d.b_value, d.difference
    FROM (VALUES ('0', NULL), ('1.10', '1.1'), ('9999999999999999999999999.25', '0.1'), ('NaN', 'NaN'), ('NaN', '1')) v(a, b)
         LEFT JOIN LATERAL gireport_diff(pg_temp.report(jsonb_build_object('proactive', jsonb_build_object('fees', jsonb_build_object('amount', a)))::text),
                                         pg_temp.report(jsonb_build_object('proactive', jsonb_build_object('fees', jsonb_build_object('amount', b)))::text)) d ON true;
SELECT count(*) FROM gireport_diff(pg_temp.report('{}'), pg_temp.report('{"requests": {"received": {}}}'));
SELECT a_value, b_value, difference FROM gireport_diff(
    pg_temp.report('{"disputes": {"reconsideration": {"total": 9223372036854775807}}}'),
    pg_temp.report('{"disputes": {"reconsideration": {"total": -9223372036854775807}}}'));
