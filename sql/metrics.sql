-- gireport_metrics: the rates of a report, or of a sum of reports.  The numbers
-- behind each rate are in the comments; the rates were computed by hand.
SET client_min_messages = warning;
CREATE EXTENSION IF NOT EXISTS gireport;
RESET client_min_messages;

-- A report of a form with all cells 0, and some cells with other numbers.
CREATE FUNCTION pg_temp.report(form text, cells jsonb) RETURNS gireport LANGUAGE sql AS $$
    WITH printed AS (
        SELECT CASE section WHEN 2 THEN 'proactive' WHEN 3 THEN 'requests' ELSE 'disputes' END AS s,
               row_code AS r, column_code AS c
        FROM gireport_cells(jsonb_populate_record(NULL::gireport, CASE form WHEN '2019' THEN
            jsonb '{"proactive": {"regulations": {"made": 0}, "normative_documents": {"made": 0},
                "licensing": {"items_change": 0}, "other_services": {"items_change": 0},
                "penalty": {"items_change": 0}, "coercion": {"items_change": 0},
                "fees": {"items_change": 0}, "procurement": {"items": 0}},
                "requests": {"other_handling": {"total": 0}}}' ELSE '{}' END)))
    SELECT jsonb_populate_record(NULL::gireport, jsonb_object_agg(s, figures))
    FROM (SELECT s, jsonb_object_agg(r, figures) AS figures
          FROM (SELECT s, r, jsonb_object_agg(c, COALESCE(cells #> ARRAY[r, c], '0')) AS figures
                FROM printed GROUP BY s, r) by_row
          GROUP BY s) by_section
$$;
CREATE TEMP TABLE reports (name text PRIMARY KEY, report gireport);

-- 42 requests: 40 received, 2 carried in.  40 concluded: 15 granted, 6 in part,
-- 4 denied, 8 unavailable, 3 rejected, 4 otherwise.
INSERT INTO reports VALUES ('2021', pg_temp.report('2021', '{
    "received": {"natural_person": 40, "total": 40}, "carried_in": {"natural_person": 2, "total": 2},
    "granted": {"natural_person": 15, "total": 15}, "partially_granted": {"natural_person": 6, "total": 6},
    "denied_state_secret": {"natural_person": 1, "total": 1}, "denied_third_party": {"natural_person": 2, "total": 2},
    "denied_deliberative": {"natural_person": 1, "total": 1},
    "unavailable_not_held": {"natural_person": 7, "total": 7}, "unavailable_unclear": {"natural_person": 1, "total": 1},
    "rejected_petition": {"natural_person": 2, "total": 2}, "rejected_repeat": {"natural_person": 1, "total": 1},
    "other_not_corrected": {"natural_person": 1, "total": 1}, "other_misc": {"natural_person": 3, "total": 3},
    "concluded": {"natural_person": 40, "total": 40}, "carried_out": {"natural_person": 2, "total": 2},
    "reconsideration": {"upheld": 3, "corrected": 2, "other": 1, "pending": 2, "total": 8},
    "litigation_direct": {"upheld": 1, "corrected": 1, "pending": 2, "total": 4},
    "litigation_after_reconsideration": {"upheld": 1, "total": 1},
    "licensing": {"decisions": 30}, "penalty": {"decisions": 12}}'));

-- 11 requests, of which 10 are concluded: 2 granted, 8 in the row of the form for
-- other results.
INSERT INTO reports VALUES ('2019', pg_temp.report('2019', '{
    "received": {"other": 10, "total": 10}, "carried_in": {"other": 1, "total": 1},
    "granted": {"other": 2, "total": 2}, "other_handling": {"other": 8, "total": 8},
    "concluded": {"other": 10, "total": 10}, "carried_out": {"other": 1, "total": 1},
    "reconsideration": {"corrected": 1, "pending": 1, "total": 2},
    "licensing": {"decisions": 1}, "penalty": {"decisions": 4}}'));
INSERT INTO reports SELECT 'both', sum(report) FROM reports;
INSERT INTO reports VALUES
    ('zeros', pg_temp.report('2021', '{}')),
    ('nothing', jsonb_populate_record(NULL::gireport, '{}'));
SELECT name, gireport_valid(report) FROM reports ORDER BY name;

\x on
SELECT name, m.* FROM reports, gireport_metrics(report) m ORDER BY name;
\x off

-- Rates of a sum are not means of rates: (17 + 6) / 50, and (21 / 40 + 2 / 10) / 2.
SELECT (gireport_metrics(sum(report))).disclosure_rate_of_concluded AS of_sums,
       avg((gireport_metrics(report)).disclosure_rate_of_concluded) AS mean
    FROM reports WHERE name IN ('2019', '2021');

-- What is missing.  A blank detail is 0: 2 / 8 with nothing pending, and nothing
-- corrected.  A blank total, a blank that is no detail, or an absent row leave no
-- rate, and leave the others as they are.
CREATE FUNCTION pg_temp.rates(report gireport, OUT disclosed numeric, OUT denied numeric, OUT other numeric,
    OUT corrected numeric, OUT corrected_of_decided numeric, OUT corrected_in_all numeric,
    OUT per_request numeric, OUT licensing numeric) LANGUAGE sql AS $$
    SELECT round(m.disclosure_rate_of_concluded, 3), round(m.denied_share_of_concluded, 3),
           round(m.other_share_of_concluded, 3), round(m.reconsideration_correction_rate_of_total, 3),
           round(m.reconsideration_correction_rate_of_decided, 3), round(m.dispute_correction_rate_of_total, 3),
           round(m.disputes_per_request_received, 3), round(m.licensing_per_penalty_decision, 3)
    FROM gireport_metrics(report) m
$$;
SELECT "row", "column", r.*
    FROM (VALUES (1, 'disputes', 'reconsideration', 'pending'), (2, 'disputes', 'reconsideration', 'corrected'),
                 (3, 'disputes', 'reconsideration', 'total'), (4, 'disputes', 'litigation_direct', NULL),
                 (5, 'requests', 'concluded', 'total'), (6, 'requests', 'partially_granted', 'total'),
                 (7, 'requests', 'denied_enforcement_file', NULL), (8, 'requests', 'other_misc', NULL),
                 (9, 'requests', 'received', 'natural_person'), (10, 'requests', 'received', NULL),
                 (11, 'proactive', 'licensing', 'decisions'), (12, 'proactive', 'penalty', NULL))
         AS missing (number, section, "row", "column"),
         LATERAL (SELECT jsonb_set(to_jsonb(report), array_remove(ARRAY[section, "row", "column"], NULL), 'null') AS figures
                  FROM reports WHERE name = '2021') changed,
         pg_temp.rates(jsonb_populate_record(NULL::gireport, figures)) r
    ORDER BY number;

-- Numbers that cannot be right give no rate by a negative number, and sums beyond
-- bigint are exact.
SELECT r.* FROM pg_temp.rates(pg_temp.report('2021', '{
    "reconsideration": {"corrected": 1, "pending": 3, "total": 2}, "concluded": {"total": -1}}')) r;
SELECT m.requests_accepted, m.disclosure_rate_of_concluded, m.disputes_per_request_received
    FROM gireport_metrics(pg_temp.report('2021', '{
    "received": {"total": 9223372036854775807}, "carried_in": {"total": 9223372036854775807},
    "granted": {"total": 9223372036854775807}, "partially_granted": {"total": 9223372036854775807},
    "concluded": {"total": 2}, "reconsideration": {"total": 9223372036854775807}}')) m;

-- A metric for each attribute, with its formula.
SELECT count(*) AS attributes, count(DISTINCT col_description(attrelid, attnum)) AS formulas
    FROM pg_attribute WHERE attrelid = 'gireport_metrics'::regclass;
SELECT gireport_metrics(NULL) IS NULL AS "null";
BEGIN;
ALTER TYPE gireport_metrics ADD ATTRIBUTE added text CASCADE;
SELECT m.requests_accepted, m.licensing_per_penalty_decision, m.added
    FROM reports, gireport_metrics(report) m WHERE name = '2021';
ROLLBACK;

-- Growth: (40 - 10) / 10, none from nothing, and none from what is not known.
SELECT gireport_growth((a.report).requests.received.total, (b.report).requests.received.total) AS received,
       gireport_growth((b.report).requests.received.total, (a.report).requests.received.total) AS back,
       gireport_growth((a.report).disputes.litigation_direct.total, (b.report).disputes.litigation_direct.total) AS from_zero
    FROM reports a, reports b WHERE a.name = '2019' AND b.name = '2021';
SELECT gireport_growth(NULL, 1) AS no_previous, gireport_growth(1, NULL) AS no_current, gireport_growth(4, 0) AS to_zero,
       gireport_growth(-4, 4) AS from_negative;
