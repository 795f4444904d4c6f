-- gireport_suggest: the smallest repairs of reports that break the identities.
SET client_min_messages = warning;
CREATE EXTENSION IF NOT EXISTS gireport;
RESET client_min_messages;

-- Reports in both forms that are right.  Rows that are not listed are all 0.
CREATE FUNCTION pg_temp.report(form integer) RETURNS gireport LANGUAGE sql AS $$
    WITH printed (section, "row", numbers) AS (
        VALUES ('requests', 'received',                     '{258,30,2,0,12,4,306}'::bigint[]),
               ('requests', 'carried_in',                   '{14,1,0,0,3,0,18}'),
               ('requests', 'granted',                      '{119,20,2,0,7,1,149}'),
               ('requests', 'partially_granted',            '{35,0,0,0,1,0,36}'),
               ('requests', 'denied_third_party',           '{3,4,0,0,0,0,7}'),
               ('requests', 'unavailable_not_held',         '{77,5,0,0,6,0,88}'),
               ('requests', 'rejected_petition',            '{20,0,0,0,0,3,23}'),
               ('requests', 'concluded',                    '{254,29,2,0,14,4,303}'),
               ('requests', 'carried_out',                  '{18,2,0,0,1,0,21}'),
               ('disputes', 'reconsideration',              '{376,97,196,121,790}'),
               ('disputes', 'litigation_direct',            '{16,1,12,27,56}'),
               ('disputes', 'litigation_after_reconsideration', '{0,0,0,0,0}')
    ), cells AS (
        SELECT c.section, "row", c.attname, COALESCE(p.numbers[c.attnum], 0) AS number
        FROM (SELECT s.attname AS section, r.attname AS "row", c.attname, c.attnum
              FROM pg_attribute s
                   JOIN pg_type st ON st.oid = s.atttypid AND s.attname IN ('requests', 'disputes')
                   JOIN pg_attribute r ON r.attrelid = st.typrelid
                   JOIN pg_type rt ON rt.oid = r.atttypid
                   JOIN pg_attribute c ON c.attrelid = rt.typrelid
              WHERE s.attrelid = (SELECT typrelid FROM pg_type WHERE oid = 'gireport'::regtype)
                AND r.attname NOT IN (SELECT unnest(CASE form
                    WHEN 2019 THEN '{other_not_corrected,other_fee_unpaid,other_misc}'::text[]
                    ELSE '{other_handling}' END))) c
             LEFT JOIN printed p USING (section, "row")
    )
    SELECT jsonb_populate_record(NULL::gireport, jsonb_object_agg(section, "rows"))
    FROM (SELECT section, jsonb_object_agg("row", numbers) AS "rows"
          FROM (SELECT section, "row", jsonb_object_agg(attname, number) AS numbers
                FROM cells GROUP BY section, "row") r
          GROUP BY section) s
$$;

-- A report with other numbers: {"requests.granted.total": 1}.
CREATE FUNCTION pg_temp.changed(report gireport, changes jsonb) RETURNS gireport LANGUAGE plpgsql AS $$
DECLARE
    result jsonb := to_jsonb(report);
    place text;
    number jsonb;
BEGIN
    FOR place, number IN SELECT * FROM jsonb_each(changes) LOOP
        result := jsonb_set(result, string_to_array(place, '.'), number);
    END LOOP;
    RETURN jsonb_populate_record(NULL::gireport, result);
END
$$;

-- A report with the first solution of every part.
CREATE FUNCTION pg_temp.repaired(report gireport) RETURNS gireport LANGUAGE sql AS $$
    SELECT pg_temp.changed(report, jsonb_object_agg(
               CASE section WHEN 3 THEN 'requests.' ELSE 'disputes.' END || row_code || '.' || column_code, suggested))
    FROM gireport_suggest(report)
    WHERE solution = 1
$$;

-- Nothing to suggest.
SELECT form, gireport_valid(r) AS valid, (SELECT count(*) FROM gireport_suggest(r)) AS suggestions
    FROM unnest(ARRAY[2019, 2021]) form CROSS JOIN pg_temp.report(form) r;
SELECT count(*) FROM gireport_suggest(NULL);
SELECT count(*) FROM gireport_suggest(jsonb_populate_record(NULL::gireport, '{}'));
SELECT count(*) FROM gireport_suggest(jsonb_populate_record(NULL::gireport, '{"requests": {}, "disputes": {"reconsideration": {}}}'));

-- One wrong cell of section 3 is found, whatever is wrong with it.
CREATE TEMP TABLE wrong AS
    SELECT number, form, what, pg_temp.changed(pg_temp.report(form), changes::jsonb) AS report
    FROM (VALUES
        (1, 2021, 'digit changed', '{"requests.granted.natural_person": 118}'),
        (2, 2021, 'digit lost', '{"requests.received.natural_person": 28}'),
        (3, 2021, 'digit doubled', '{"requests.concluded.total": 3033}'),
        (4, 2021, 'digits swapped', '{"requests.rejected_petition.total": 32}'),
        (5, 2021, 'extra digit', '{"requests.carried_out.legal_service": 17}'),
        (6, 2021, 'minus sign', '{"requests.denied_third_party.natural_person": -3}'),
        (7, 2021, 'another number', '{"requests.unavailable_not_held.natural_person": 412}'),
        (8, 2021, 'blank', '{"requests.partially_granted.natural_person": null}'),
        (9, 2021, 'blank', '{"requests.concluded.natural_person": null}'),
        (10, 2019, 'digit changed', '{"requests.other_handling.total": 8}'),
        (11, 2021, 'largest number', '{"requests.other_misc.other": 9223372036854775807}')
    ) v(number, form, what, changes);
SELECT number, what, s.*
    FROM wrong CROSS JOIN gireport_suggest(report) s
    ORDER BY number;

-- A row of section 4 has five cells that can be wrong; slips come first.
SELECT solution, column_code, printed, suggested, slip, solutions, message
    FROM gireport_suggest(pg_temp.changed(pg_temp.report(2021), '{"disputes.reconsideration.other": 169}'));

-- Errors in several parts: the first solutions together make the report valid.
CREATE TEMP VIEW several AS
    SELECT pg_temp.changed(pg_temp.report(2021), '{"requests.granted.natural_person": 191,
        "requests.received.commercial_enterprise": 300, "disputes.litigation_direct.total": 65}') AS report;
SELECT part, solution, section, row_code, column_code, printed, suggested, slip, solutions
    FROM several CROSS JOIN gireport_suggest(report);
SELECT gireport_valid(report) AS before, gireport_valid(pg_temp.repaired(report)) AS after
    FROM several;
SELECT bool_and(pg_temp.repaired(report) = pg_temp.report(form)) AS equal FROM wrong;

-- Errors that cancel in the total column.
SELECT solution, row_code, column_code, printed, suggested, solutions
    FROM gireport_suggest(pg_temp.changed(pg_temp.report(2021),
        '{"requests.partially_granted.natural_person": 34, "requests.partially_granted.other": 1}'));

-- Numbers that nothing determines.
SELECT solution, column_code, printed, suggested, slip, determined, solutions, message
    FROM gireport_suggest(pg_temp.changed(pg_temp.report(2021),
        '{"disputes.reconsideration.upheld": -376, "disputes.reconsideration.corrected": -97}'));
SELECT solution, column_code, printed, suggested, slip, determined, part, solutions
    FROM gireport_suggest(pg_temp.changed(pg_temp.report(2021),
        '{"disputes.reconsideration.upheld": -1, "disputes.reconsideration.total": null}'));

-- More than three cells, in section 3 and in a row of section 4.
SELECT *
    FROM gireport_suggest(pg_temp.changed(pg_temp.report(2021),
        '{"requests.granted.natural_person": 9, "requests.denied_deliberative.other": 9, "requests.received.legal_service": 9,
          "requests.rejected_repeat.research_institution": 9, "disputes.litigation_direct.upheld": -1,
          "disputes.litigation_direct.corrected": -1, "disputes.litigation_direct.other": -1,
          "disputes.litigation_direct.pending": -1, "disputes.reconsideration.upheld": -376}'));

-- Blank totals leave many possibilities, of which the 1000 best are listed.
CREATE TEMP VIEW without_totals AS
    SELECT pg_temp.changed(r, totals || results || '{"requests.granted.total": 161, "requests.concluded.natural_person": 1071,
        "requests.concluded.commercial_enterprise": 1071, "requests.concluded.research_institution": 1071,
        "requests.received.natural_person": 1075, "requests.received.commercial_enterprise": 1072,
        "requests.received.research_institution": 1071, "requests.rejected_repeat.natural_person": 15,
        "requests.rejected_repeat.commercial_enterprise": 15, "requests.rejected_repeat.research_institution": 15}') AS report
    FROM pg_temp.report(2021) r
         CROSS JOIN LATERAL (
             SELECT jsonb_object_agg('requests.' || key || '.total', NULL),
                    jsonb_object_agg('requests.' || key || '.' || col, 51)
                        FILTER (WHERE key NOT IN ('received', 'carried_in', 'concluded', 'carried_out'))
             FROM jsonb_object_keys(to_jsonb(r) -> 'requests') key
                  CROSS JOIN unnest(ARRAY['natural_person', 'commercial_enterprise', 'research_institution']) col
             WHERE to_jsonb(r) -> 'requests' ->> key IS NOT NULL) t(totals, results);
SELECT part, section, count(*), count(DISTINCT solution), max(solution), min(solutions), max(solutions)
    FROM without_totals CROSS JOIN gireport_suggest(report)
    GROUP BY part, section ORDER BY part;
SELECT solution, row_code, column_code, printed, suggested, slip
    FROM without_totals CROSS JOIN gireport_suggest(report)
    WHERE solution = 1;

-- For all reports at once: where the mistake is, if it can be said.
SELECT number, CASE WHEN count(*) FILTER (WHERE solution IS NULL OR solutions > 1) = 0
                    THEN string_agg(message, '' ORDER BY part, row_code) END AS mistakes
    FROM wrong CROSS JOIN gireport_suggest(report)
    GROUP BY number ORDER BY number;
