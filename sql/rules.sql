-- The catalogue of rules, and gireport_check, which evaluates those of a report.
SET client_min_messages = warning;
CREATE EXTENSION IF NOT EXISTS gireport;
RESET client_min_messages;

CREATE FUNCTION pg_temp.report(figures text) RETURNS gireport
    LANGUAGE sql AS $$ SELECT jsonb_populate_record(NULL::gireport, figures::jsonb) $$;

SELECT rule, kind, severity, scope, description_en FROM gireport_rules();
\pset format unaligned
SELECT rule, expression, description_zh FROM gireport_rules();
\pset format aligned
SELECT count(*) AS rules, count(DISTINCT rule) AS ids, count(DISTINCT description_zh) AS zh,
       count(DISTINCT description_en) AS en, count(expression) AS expressions
    FROM gireport_rules();

-- Every rule at every place, whatever the report has.
CREATE FUNCTION pg_temp.zeros(form text) RETURNS gireport LANGUAGE sql AS $$
    SELECT jsonb_populate_record(NULL::gireport, jsonb_object_agg(s, r))
    FROM (SELECT CASE section WHEN 2 THEN 'proactive' WHEN 3 THEN 'requests' ELSE 'disputes' END, jsonb_object_agg(row_code, c)
          FROM (SELECT section, row_code, jsonb_object_agg(column_code, 0)
                FROM gireport_cells(pg_temp.report(CASE form WHEN '2019' THEN
                    '{"proactive": {"regulations": {"made": 0}, "normative_documents": {"made": 0},
                                    "licensing": {"items_change": 0}, "other_services": {"items_change": 0},
                                    "penalty": {"items_change": 0}, "coercion": {"items_change": 0},
                                    "fees": {"items_change": 0}, "procurement": {"items": 0}}}' ELSE '{}' END))
                GROUP BY section, row_code) rows(section, row_code, c)
          GROUP BY section) sections(s, r)
$$;
CREATE TEMP TABLE reports (name text PRIMARY KEY, report gireport);
INSERT INTO reports VALUES
    ('2019', pg_temp.zeros('2019')), ('2021', pg_temp.zeros('2021')), ('nothing', pg_temp.report('{}'));
SELECT rule, count(*) FILTER (WHERE name = '2019') AS "2019", count(*) FILTER (WHERE name = '2021') AS "2021",
       count(*) FILTER (WHERE name = 'nothing') AS nothing
    FROM reports, gireport_check(report) GROUP BY rule ORDER BY rule;
SELECT name, severity, verdict, count(*) FROM reports, gireport_check(report)
    GROUP BY name, severity, verdict ORDER BY name, severity, verdict;
SELECT name, count(*) AS identities FROM reports, gireport_check(report)
    WHERE rule IN ('T3.1', 'T3.2', 'T3.3', 'T4.1', 'T4.2', 'T4.3') GROUP BY name ORDER BY name;
SELECT name, gireport_valid(report), gireport_complete(report),
       (SELECT count(*) FROM gireport_violations(report, 'info')) AS violations FROM reports ORDER BY name;
SELECT DISTINCT ON (rule) rule, left_value, right_value, difference, message
    FROM reports, gireport_check(report) WHERE name = 'nothing' AND rule ~ '^T' ORDER BY rule;

-- Errors that cancel each other in the totals are found in their columns.
SELECT rule, column_code, left_value, right_value, difference
    FROM reports, gireport_violations(jsonb_populate_record(report, jsonb_build_object('requests',
        to_jsonb((report).requests) || '{"granted": {"natural_person": -1, "commercial_enterprise": 0,
            "research_institution": 0, "public_welfare": 0, "legal_service": 0, "other": 1, "total": 0}}')))
    WHERE name = '2021';

-- Severities: errors unless more is asked for.
CREATE TEMP TABLE wrong AS SELECT pg_temp.report('{"agency": "云溪县青石镇人民政府",
    "proactive": {"regulations": {"issued": 2, "repealed": 0, "in_force": 1}, "fees": {"amount": 251000}},
    "requests": {"received": {"natural_person": 2, "total": 2}, "carried_in": {"total": 0},
                 "concluded": {"total": 1}, "carried_out": {"natural_person": 5, "total": 5}}}') AS report;
\x on
SELECT rule, severity, row_code, column_code, expression, left_value, right_value, difference, blanks, message
    FROM wrong, gireport_violations(report, 'info');
\x off
SELECT s AS min_severity, (SELECT string_agg(DISTINCT rule, ' ' ORDER BY rule) FROM wrong, gireport_violations(report, s)) AS rules
    FROM unnest('{info,warning,error}'::text[]) s;
SELECT string_agg(DISTINCT rule, ' ') AS by_default FROM wrong, gireport_violations(report);
SELECT (SELECT count(*) FROM wrong, gireport_violations(report, NULL)) AS "null", (SELECT count(*) FROM gireport_check(NULL)) AS none;
SELECT count(*) FROM wrong, gireport_violations(report, 'fatal');
SELECT count(*) FROM wrong, gireport_violations(report, '');
SELECT count(*) FROM (SELECT * FROM wrong, gireport_check(report) WHERE verdict = 'fail'
                      EXCEPT ALL SELECT * FROM wrong, gireport_violations(report, 'info')) d;

-- What agencies' names show.
SELECT v.agency, c.verdict AS regulations, f.verdict AS fees, c.message
    FROM (VALUES ('青石镇人民政府'), ('云溪县人民政府办公室'), ('新乡市财政局'), ('新乡市人民政府办公室'),
                 ('宁夏回族自治区人民政府'), ('国家统计局'), (NULL)) v(agency)
         CROSS JOIN LATERAL pg_temp.report(jsonb_build_object('agency', agency, 'proactive',
             '{"regulations": {"in_force": 6}, "fees": {"amount": 100000.00}}'::jsonb)::text) report
         JOIN LATERAL gireport_check(report) c ON c.rule = 'T2.6' AND c.column_code = 'in_force'
         JOIN LATERAL gireport_check(report) f ON f.rule = 'T2.8';

-- Section 2 of the 2019 form.
SELECT rule, severity, verdict, row_code, column_code, left_value, right_value, message
    FROM gireport_check(pg_temp.report('{"proactive": {
        "normative_documents": {"made": 186, "disclosed": 86, "disclosed_total": 150},
        "licensing": {"items_last_year": 21, "items_change": 19, "decisions": 40},
        "penalty": {"items_last_year": 3, "items_change": -4, "decisions": 7556},
        "procurement": {"items": 2, "amount": -477.350}}}'))
    WHERE verdict = 'fail';

-- Amounts are compared exactly, or not at all.
SELECT amount, verdict, left_value, right_value, message
    FROM unnest('{-0.000001,99999.999999999999,100000.0,12345678901234567890.5,-1e30,NaN,12.345678901234567890123}'::numeric[]) amount
         CROSS JOIN LATERAL gireport_check(pg_temp.report(jsonb_build_object('agency', '青石镇人民政府',
             'proactive', jsonb_build_object('fees', jsonb_build_object('amount', amount::text)))::text))
    WHERE rule = 'T2.8';

-- Complete: every cell of the form that a report is in.
SELECT what, gireport_complete(report), gireport_valid(report)
    FROM (SELECT 'of 2021' AS what, report FROM reports WHERE name = '2021'
          UNION ALL SELECT 'of 2019', report FROM reports WHERE name = '2019'
          UNION ALL SELECT 'of both', sum(report) FROM reports WHERE name <> 'nothing'
          UNION ALL SELECT 'no table', jsonb_populate_record(report, '{"disputes": null}') FROM reports WHERE name = '2021'
          UNION ALL SELECT 'a blank', jsonb_populate_record(report, jsonb_build_object('proactive',
              jsonb_set(to_jsonb((report).proactive), '{fees,amount}', 'null'))) FROM reports WHERE name = '2021'
          UNION ALL SELECT 'wrong, but complete', jsonb_populate_record(report, jsonb_build_object('disputes',
              jsonb_set(to_jsonb((report).disputes), '{reconsideration,total}', '1'))) FROM reports WHERE name = '2021') q;
