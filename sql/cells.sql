-- gireport_cells: every cell of the form, of a text and of a stored report.
SET client_min_messages = warning;
CREATE EXTENSION IF NOT EXISTS gireport;
RESET client_min_messages;

CREATE FUNCTION pg_temp.report(figures text) RETURNS gireport
    LANGUAGE sql AS $$ SELECT jsonb_populate_record(NULL::gireport, figures::jsonb) $$;

CREATE TEMP TABLE documents (name text, body text);
INSERT INTO documents VALUES
    ('tabs', E'澄湾区财政局2023年政府信息公开工作年度报告\n'
             '信息内容\t本年制发件数\t本年废止件数\t现行有效件数\n'
             '规章\t0\t/\t\n'
             '行政规范性文件\t 1,204 \t约3\t１２件\n'
             '信息内容\t本年收费金额（单位：万元）\n'
             '行政事业性收费\t251000元\n'
             '\t自然人\t商业企业\t科研机构\t社会公益组织\t法律服务机构\t其他\t总计\n'
             '一、本年新收政府信息公开申请数量\t5\t1\t0\t0\t0\t\t6\n'
             '二、上年结转政府信息公开申请数量\t5\t1\n'),
    ('carriage returns and characters of all lengths',
             E'\ufeffé𠮷澄湾区财政局2023年政府信息公开工作年度报告\r\n'
             '\r\n'
             '信息内容\t本年处理决定数量\r\n'
             '𠮷\t\t\r\n'
             '行政许可\t１２\r\n'
             '行政处罚\t—\r\n'),
    ('word', E'\t信息内容\n\t本年处理\n决定数量\n\n'
             '\t行政许可\n\t\n\n'
             '\t行政处罚\n\t7\n\n件\n\n'
             '\t行政强制\n\t 约\n 7 \n\n'
             '\t信息内容\n\t本年收费金额（单位：万元）\n\n'
             '\t行政事业性收费\n\t0\n\n'
             '三、收到和处理政府信息公开申请情况\n');

-- What is printed, and where.  A cell that is missing has no place.
SELECT section, row_code, column_code, value, state, raw, line, "position", length
    FROM documents, gireport_cells(body) WHERE name = 'tabs' AND state <> 'missing';
SELECT row_code, column_code, value, state, raw, line, "position", length
    FROM documents, gireport_cells(body)
    WHERE name LIKE 'carriage returns%' AND state <> 'missing';
SELECT row_code, column_code, value, state, replace(raw, E'\n', '|') AS raw, line, "position", length
    FROM documents, gireport_cells(body)
    WHERE name = 'word' AND state <> 'missing';
SELECT name, state, count(*) AS cells, count(*) FILTER (WHERE value IS NOT NULL) AS values,
       count(*) FILTER (WHERE substr(body, "position", length) = raw) AS in_place,
       count(*) FILTER (WHERE line = 1 + length(regexp_replace(left(body, "position" - 1), '[^\n]', '', 'g'))) AS in_line,
       count(*) FILTER (WHERE raw IS NULL AND line IS NULL AND "position" IS NULL AND length IS NULL) AS without_place
    FROM documents, gireport_cells(body)
    GROUP BY name, state ORDER BY name, state;

-- A stored report knows no places, and of a cell without a number only if its
-- row is there.
SELECT row_code, column_code, value, state, raw, line, "position", length
    FROM documents, gireport_cells(gireport_parse(body))
    WHERE name = 'tabs' AND (state <> 'missing' OR row_code = 'carried_in');
SELECT name, state, count(*) AS cells, count(value) AS values, count(raw) AS raws
    FROM documents, gireport_cells(gireport_parse(body))
    GROUP BY name, state ORDER BY name, state;
-- Values are the same, amounts with all their decimals.
SELECT t.row_code, t.column_code, t.value AS in_text, s.value AS stored
    FROM documents
         CROSS JOIN LATERAL gireport_cells(body) t
         JOIN LATERAL gireport_cells(gireport_parse(body)) s
             ON t.section = s.section AND t.row_code = s.row_code AND t.column_code = s.column_code
    WHERE t.value IS DISTINCT FROM s.value OR t.value::text IS DISTINCT FROM s.value::text;
SELECT row_code, value
    FROM gireport_cells(pg_temp.report('{"proactive": {"fees": {"amount": 12.3400}, "procurement": {"amount": 123456789012345678901234567890.1},
        "penalty": {"items_change": -9223372036854775808}}}'))
    WHERE state = 'number';

-- The order is that of the form, with its labels.
SELECT n, section, row_code, column_code, row_label, column_label
    FROM gireport_cells(pg_temp.report('{}')) WITH ORDINALITY
         AS c(section, row_code, column_code, row_label, column_label, value, state, raw, line, "position", length, n)
    WHERE section = 2 OR column_code IN ('natural_person', 'pending') OR n IN (17, 185, 200);

-- The form is found row by row, from what is there.
SELECT form, string_agg(row_code || ' ' || columns, ', ' ORDER BY row) AS rows
    FROM (SELECT form, row_code, min(n) AS row, count(*) AS columns
          FROM (VALUES
                   ('2021', '{"proactive": {"licensing": {"decisions": 1}}}'),
                   ('2021, shown by section 3', '{"requests": {"other_misc": {}}}'),
                   ('2019', '{"proactive": {"licensing": {"items_change": 1}}}'),
                   ('2019, shown by section 3', '{"requests": {"other_handling": {}}}'),
                   ('both', '{"proactive": {"regulations": {"made": 1}, "fees": {"amount": 1}}}'),
                   ('both in a row', '{"proactive": {"regulations": {"made": 1, "issued": 1}}}')) v(form, figures)
               CROSS JOIN LATERAL gireport_cells(pg_temp.report(figures)) WITH ORDINALITY
               AS c(section, row_code, column_code, row_label, column_label, value, state, raw, line, "position", length, n)
          WHERE section = 2
          GROUP BY form, row_code) r
    GROUP BY form ORDER BY form;
SELECT form, count(*) AS cells, count(*) FILTER (WHERE row_code LIKE 'other\_%' AND section = 3) AS other_handling
    FROM (VALUES ('2021', E'\t（六）其他处理\t3.其他\t0\t0\t0\t0\t0\t0\t0\n'),
                 ('2019', E'\t（六）其他处理\t0\t0\t0\t0\t0\t0\t0\n'),
                 ('not shown', '')) v(form, row)
         CROSS JOIN LATERAL gireport_cells(
             E'一、本年新收政府信息公开申请数量\t1\t0\t0\t0\t0\t0\t1\n' || row) c
    GROUP BY form ORDER BY form;

-- Counts as printed.  What may be the rest of another number is none.
SELECT printed, value, state, raw = printed AS raw
    FROM (VALUES
             (1, '0'), (2, '12'), (3, '１２'), (4, '12件'), (5, '12 件'), (6, '0个'), (7, '10起'),
             (8, '1,204'), (9, '1，204'), (10, '1,234,567'), (11, '1,23'), (12, '12,34'), (13, '1234,567'), (14, ',123'),
             (15, '2.0'), (16, '2.00'), (17, '１．０'), (18, '2.000'), (19, '1.5'), (20, '1.'), (21, '.5'),
             (22, '-1'), (23, '－1'), (24, '-0'), (25, '+1'), (26, '减1'),
             (27, '012'), (28, '00'), (29, '1 2'), (30, '12元'), (31, '10%'), (32, '约10'), (33, '10余'), (34, '1e3'),
             (35, '0x1F'), (36, '1/2'), (37, '九'), (38, '①'), (39, '无'), (40, 'O'), (41, 'NaN'), (42, 'Infinity'),
             (43, '999999999999999999'), (44, '1000000000000000000'), (45, '9223372036854775807'),
             (46, '/'), (47, '／'), (48, '-'), (49, '—'), (50, '——'), (51, '－－'), (52, '----'), (53, '-----'), (54, '/-'),
             (55, '不适用'), (56, 'N/A'), (57, 'n/a'), (58, 'NA'), (59, '')) v(n, printed)
         CROSS JOIN LATERAL gireport_cells(E'信息内容\t本年处理决定数量\n行政许可\t' || printed || E'\n') c
    WHERE c.row_code = 'licensing'
    ORDER BY n;
-- White space of all kinds is none of it.
SELECT name, value, state, raw
    FROM (VALUES ('no-break spaces', E'\u00a0\u00a05\u00a0'), ('ideographic spaces', E'\u30005\u3000'),
                 ('zero width', E'\u200b5\ufeff'), ('spaces alone', E' \u3000\u00a0'), ('space inside', E'1\u00a02')) v(name, printed)
         CROSS JOIN LATERAL gireport_cells(E'信息内容\t本年处理决定数量\n行政许可\t' || printed || E'\n') c
    WHERE c.row_code = 'licensing'
    ORDER BY name;

-- As a table function, in the select list, of nothing, and of what is no report.
SELECT count(*) FROM documents LEFT JOIN LATERAL gireport_cells(gireport_try_parse(body)) ON true;
SELECT (gireport_cells(body)).state FROM documents WHERE name = 'word' LIMIT 1;
SELECT count(*) FROM gireport_cells(NULL::text);
SELECT count(*) FROM gireport_cells(NULL::gireport);
SELECT count(*) FROM gireport_cells(gireport_try_parse('no report'));
\set VERBOSITY sqlstate
SELECT count(*) FROM gireport_cells('no report');
\set VERBOSITY default
