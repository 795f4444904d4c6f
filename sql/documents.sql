-- Documents: HTML, DOCX and plain text as bytes; gireport_text and
-- gireport_sections.
SET client_min_messages = warning;
CREATE EXTENSION IF NOT EXISTS gireport;
RESET client_min_messages;

-- A report as a page.
CREATE TEMP TABLE pages AS SELECT
'<html><head><title>年报</title><script>document.write("<table><tr><td>规章<td>9<td>9<td>9</table>")</script></head>
<body><div><a href="/">首页</a> &gt; <a href="/x?a=1&b=2">政府信息公开</a></div>
<h1>澄湾区财政局<br>2023年政府信息公开工作年度报告</h1>
<p>一、总体情况</p><p>全年主动公开政府信息 1,830 条。</p>
<p>二、主动公开政府信息情况</p>
<TABLE><TR><TD colspan=4>第二十条第（一）项
<TR><TD>信息内容<TD>本年制发件数<TD>本年废止件数<TD>现行有效件数
<TR><TD>规章<TD>&nbsp;<TD><span>1</span><span>2</span><TD>&#48;</TABLE>
<table border="1"><tr><td>行政规范性文件</td><td><p>3<o:p></o:p></p></td><td>1</td><td><s>11</s>12</td></tr></table>
<p>三、收到和处理政府信息公开申请情况</p><p>见附件。</p>
<p>四、政府信息公开行政复议、行政诉讼情况</p>
<p>五、存在的主要问题及改进情况</p><p>问题一。</p><p>问题二。</p>
<p>六、其他需要报告的事项</p><p>无。</p></body></html>' AS page;

SELECT (r).title, (r).agency, (r).year, (r).proactive.regulations, (r).proactive.normative_documents
FROM (SELECT gireport_parse(page) AS r FROM pages) p;

-- Positions are places in the page.
SELECT row_code, column_code, value, state, raw, line, substr(page, position, length) = raw AS there
FROM pages, gireport_cells(page) WHERE state <> 'missing';

-- The same page in other encodings, declared or not.
SELECT name, to_jsonb(gireport_parse(bytes)) = to_jsonb(gireport_parse(page)) AS same
FROM pages, LATERAL (VALUES
    ('UTF-8', convert_to(page, 'UTF8')),
    ('with a mark', '\xEFBBBF' || convert_to(page, 'UTF8')),
    ('GB 18030', convert_to(page, 'GB18030')),
    ('GB 2312, declared', convert_to(replace(page, '<head>', '<head><meta charset=gb2312>'), 'GBK')),
    ('GB 2312, declared, but not', convert_to(replace(page, '<head>', '<head><meta charset=gb2312>'), 'UTF8'))
) v(name, bytes);

SELECT gireport_text(convert_to(page, 'GB18030')) FROM pages;

SELECT number, heading, content, line, substr(page, position, 4) AS there
FROM pages, gireport_sections(page);
SELECT number, content FROM pages, gireport_sections(gireport_text(convert_to(page, 'UTF8')));

-- Sections: the tables of contents, and the parts of section 1 with numbers of
-- their own, are passed over.
SELECT number, heading, content, line FROM gireport_sections(
E'一、总体情况\n二、主动公开政府信息情况\n三、收到和处理政府信息公开申请情况\n'
'# 一、总体情况\n（一）主动公开政府信息情况\n甲\n（二）收到和处理政府信息公开申请情况\n乙\n'
'## 二、主动公开政府信息情况\n丙\n\n三、收到和处理政府信息公开申请情况\n \n  丁  \n**五、存在的主要问题及改进情况**\n戊');
SELECT * FROM gireport_sections('no headings');
SELECT * FROM gireport_sections('');

-- A word processor's file.
CREATE TEMP TABLE files AS SELECT decode('
UEsDBBQAAAAIAAAAIViZ1jBoqgEAAI4EAAARAAAAd29yZC9kb2N1bWVudC54bWydlMtOwkAUhl+FdC9TMFFDoO58An0AbCs06S1t
FdyVKAgENSTgCqMlQU1ExcQLVJSHsTPgyldwBspFglzcnJnTOf83c/5mJrgel0TPHq/pgiKHKJ+Xpjy8zCqcIEdC1NbmxtIatc4E
YwFOYXclXjY8uF7WA7EQFTUMNQCAzkZ5Kax7FZWX8dqOoklhA6daBMQUjVM1heV1HeMkEfhpegVIYUGmCHJb4fbJqJKgkWAw6OMQ
NT5gzu48lVGhBR9NP+1fho0nktglp2WhxANMVmHThK8V572El6B9hbIVmM8GAUGQqHWjOk537NynmXDqbzB704OMYtFBEqaeJ0KM
bbE79DjsOLddrWI0PE6gcwvPv5tpp25+NzNfVmMCDvQQYMD7g+o2m0rC+ymYSUpUqhJf0i/wNO+8vaBi7V96+wLdlf+jb5/UOlYO
lTKomJ6ln2lD5/qwfXs55wE4XhxI8XyTjxvMKqnsJ0OCWyrI+shm9Pg+3eWZDft+yQaf/XOcGizgBPa00MJ+dHIHyLxGZ0fY3MX+
zPJi5b4Fy6c07HYH3MsE+vcfDN8W5gdQSwECFAMUAAAACAAAACFYmdYwaKoBAACOBAAAEQAAAAAAAAAAAAAAgAEAAAAAd29yZC9k
b2N1bWVudC54bWxQSwUGAAAAAAEAAQA/AAAA2QEAAAAA
', 'base64') AS docx;
SELECT (r).title, (r).proactive.regulations, (r).proactive.normative_documents
FROM (SELECT gireport_parse(docx) AS r FROM files) p;
SELECT gireport_text(docx) FROM files;

-- What cannot be read, with the way to convert it.
\set VERBOSITY verbose
\pset null (null)
CREATE FUNCTION pg_temp.refusal(document bytea, OUT state text, OUT message text, OUT detail text, OUT hint text)
LANGUAGE plpgsql AS $$
BEGIN
    PERFORM gireport_parse(document);
EXCEPTION WHEN OTHERS THEN
    GET STACKED DIAGNOSTICS state = RETURNED_SQLSTATE, message = MESSAGE_TEXT, detail = PG_EXCEPTION_DETAIL,
        hint = PG_EXCEPTION_HINT;
END $$;
\x on
SELECT r.*, gireport_try_parse(bytes) IS NULL AS tried
FROM (VALUES
    (1, '%PDF-1.5'::bytea),
    (2, '\xD0CF11E0A1B11AE100'),
    (3, '{\\rtf1'),
    (4, 'MIME-Version: 1.0'),
    (5, '\x89504E470D0A1A0A'),
    (6, '\x504B0304'),
    (7, '\x504B0506000000000000000000000000000000000000'),
    (8, ''),
    (9, 'text')) v(n, bytes), pg_temp.refusal(bytes) r
ORDER BY n;
\x off
SELECT r.state, r.message FROM files, pg_temp.refusal(substr(docx, 1, length(docx) - 30)) r;
SELECT r.state, r.message FROM files, pg_temp.refusal(overlay(docx PLACING '\xFFFF' FROM 300)) r;
SELECT gireport_text(NULL), gireport_parse(NULL::bytea), gireport_try_parse(NULL::bytea);

-- Text that is no HTML stays as it is.
SELECT gireport_text(E'a < b\n<p>\tc &amp; d'::bytea);
SELECT gireport_text('\xEFBBBF61'), gireport_text(''), gireport_text('\x61006200') = E'a\uFFFDb\uFFFD' AS zero_bytes;

-- Report, text, warnings and error at once: what the other functions say one by one, or raise.
CREATE FUNCTION pg_temp.warnings(body text) RETURNS TABLE (n bigint, first text) LANGUAGE sql AS $$
    SELECT count(*), (array_agg(message))[1] FROM gireport_diagnostics(body) WHERE severity IN ('error', 'warning')
$$;
SELECT to_jsonb(r.report) IS NOT DISTINCT FROM to_jsonb(gireport_try_parse(bytes)) AS same_report,
       CASE WHEN r.body IS NOT NULL THEN r.body = gireport_text(bytes) END AS same_text,
       r.warnings = w.n AS same_number, starts_with(r.warning, w.first) AS same_warning,
       (r.error, r.detail, r.hint) IS NOT DISTINCT FROM (e.message, nullif(e.detail, ''), nullif(e.hint, '')) AS same_error,
       r.report IS DISTINCT FROM NULL AS report, r.warnings, r.error
FROM (SELECT 1, convert_to(page, 'GB18030'), page FROM pages
      UNION ALL SELECT 2, convert_to(replace(page, '规章', '规矩'), 'UTF8'), replace(page, '规章', '规矩') FROM pages
      UNION ALL SELECT 3, docx, gireport_text(docx) FROM files
      UNION ALL SELECT 4, substr(docx, 1, length(docx) - 30), NULL FROM files
      UNION ALL VALUES (5, '%PDF-1.5'::bytea, NULL), (6, '', ''), (7, 'text', 'text'), (8, '\x610062', NULL)) v(n, bytes, source)
     CROSS JOIN LATERAL gireport_read(bytes) r CROSS JOIN LATERAL pg_temp.refusal(bytes) e
     CROSS JOIN LATERAL pg_temp.warnings(source) w
ORDER BY v.n;
SELECT warning FROM gireport_read(convert_to(E'六、\n二、主动公开政府信息情况\n信息内容\t本年制发件数\t本年废止件数\t现行有效件数\n规章\t十二\t0\t0\n', 'UTF8'));
SELECT r IS NULL AS nothing FROM gireport_read(NULL) r;
