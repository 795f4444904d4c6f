-- Texts that are no reports: the error, in all its parts, or NULL.
SET client_min_messages = warning;
CREATE EXTENSION IF NOT EXISTS gireport;
RESET client_min_messages;

CREATE FUNCTION pg_temp.error_of(command text, body text,
    OUT state text, OUT message text, OUT detail text, OUT hint text)
    LANGUAGE plpgsql AS $$
BEGIN
    EXECUTE command USING body;
    state := 'no error';
EXCEPTION WHEN OTHERS THEN
    GET STACKED DIAGNOSTICS state = RETURNED_SQLSTATE, message = MESSAGE_TEXT,
        detail = PG_EXCEPTION_DETAIL, hint = PG_EXCEPTION_HINT;
END
$$;

CREATE TEMP TABLE texts (n int, name text, body text);
INSERT INTO texts VALUES
    (1, 'empty', ''),
    (2, 'white space', E' \t\r\n\u3000\u00a0\n'),
    (3, 'prose', E'全区收到政府信息公开申请131件，比去年同期增加12件，其中予以公开58件。\n'),
    (4, 'numbers in tabs', E'编号\t东站\t南站\t合计\n一月\t12\t7\t19\n总计\t61\t27\t88\n'),
    (5, 'seven numbers under a row of the forms', E'（七）总计\t1\t2\t3\t4\t5\t6\t21\n'),
    (6, 'only the title', E'澄湾区财政局2023年政府信息公开工作年度报告\n'),
    (7, 'title and one heading', E'澄湾区财政局2023年政府信息公开工作年度报告\n二、主动公开政府信息情况\n无。\n'),
    (8, 'report of a school year', E'星渚理工大学2021-2022学年信息公开年度报告\n\n一、概述\n本学年收到申请3件。\n'),
    (9, 'report of a school year, further down', E'学校首页\n\n星渚理工大学2021-2022学年信息公开年度报告\n'),
    (10, 'control characters', (SELECT string_agg(chr(c), '') FROM generate_series(1, 31) c)),
    (11, 'bytes that Unicode knows little of', E'\ufeff\ufffd\uffff\U0010ffff\ue000\u0080\u200b'),
    (12, 'one letter', 'a');
SELECT t.name, e.state, e.message FROM texts t, pg_temp.error_of('SELECT gireport_parse($1)', body) e ORDER BY n;
SELECT t.name, e.detail FROM texts t, pg_temp.error_of('SELECT gireport_parse($1)', body) e ORDER BY n;
SELECT DISTINCT e.message, e.hint FROM texts, pg_temp.error_of('SELECT gireport_parse($1)', body) e ORDER BY 1;

-- The cells of such a text are the same error; gireport_try_parse gives NULL,
-- and gireport_diagnostics says the same without an error.
SELECT count(*) AS texts,
       count(*) FILTER (WHERE pg_temp.error_of('SELECT gireport_cells($1)', body)
                            = pg_temp.error_of('SELECT gireport_parse($1)', body)) AS same_error,
       count(*) FILTER (WHERE gireport_try_parse(body) IS NOT DISTINCT FROM NULL) AS "null",
       count(*) FILTER (WHERE (SELECT array_agg(severity) FROM gireport_diagnostics(body)) = '{error}') AS diagnosed
    FROM texts;
SELECT name, code, message, line FROM texts, gireport_diagnostics(body) WHERE n IN (1, 8, 9) ORDER BY n;

-- As psql shows it.
SELECT gireport_parse(body) FROM texts WHERE n = 7;

-- Little is enough for a report: one table, or the headings of two.
SELECT name, (r).agency, (r).year, r IS NOT DISTINCT FROM NULL AS "null",
       (SELECT count(*) FROM gireport_cells(r) WHERE state = 'number') AS numbers
    FROM (VALUES ('head of a table', E'信息内容\t本年处理决定数量\n'),
                 ('row of a table', E'信息内容\t本年处理决定数量\n行政许可\t1\n'),
                 ('first row of section 3', E'一、本年新收政府信息公开申请数量\t1\t0\t0\t0\t0\t0\t1\n'),
                 ('two headings', E'二、主动公开政府信息情况\n三、收到和处理政府信息公开申请情况\n'),
                 ('school year, with tables', E'星渚理工大学2021-2022学年信息公开年度报告\n信息内容\t本年处理决定数量\n行政许可\t1\n')) v(name, body)
         CROSS JOIN LATERAL gireport_try_parse(body) r;

-- Control characters in a report are no digits, and no part of them.
SELECT count(*) AS read_as_number
    FROM (SELECT chr(c) FROM generate_series(1, 31) c WHERE c NOT BETWEEN 9 AND 13 UNION SELECT chr(127)) v(c)
         CROSS JOIN LATERAL gireport_parse(E'信息内容\t本年处理决定数量\n行政许可\t1' || c || E'2\n行政处罚\t1' || c || E'\n') r
    WHERE (r).proactive.licensing.decisions IS NOT NULL OR (r).proactive.penalty.decisions IS NOT NULL;

-- An error in a long text is not a long error.
SELECT length(e.message) < 100 AS message, length(e.detail) < 1000 AS detail
    FROM pg_temp.error_of('SELECT gireport_parse($1)', repeat('澄湾区', 100000) || '2023年政府信息公开工作年度报告') e;
SELECT (e).state, right((e).detail, 40) AS detail
    FROM pg_temp.error_of('SELECT gireport_parse($1)', repeat('澄', 60) || '2023年政府信息公开工作年度报告') e;

-- Types that someone has changed.
BEGIN;
CREATE TEMP TABLE reports AS
    SELECT gireport_parse(E'信息内容\t本年处理决定数量\n行政许可\t1\n') AS report;
ALTER TYPE gireport_applicants RENAME ATTRIBUTE total TO sum CASCADE;
SELECT 'parse' AS function, state, message, detail
    FROM pg_temp.error_of('SELECT gireport_parse($1)', E'信息内容\t本年处理决定数量\n行政许可\t1\n')
UNION ALL
SELECT 'valid', state, message, detail
    FROM pg_temp.error_of('SELECT gireport_valid(report) FROM reports WHERE $1 IS NULL', NULL);
ROLLBACK;
