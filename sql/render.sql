-- gireport_render: reports as text, Markdown and HTML, from which they are read again.
SET client_min_messages = warning;
CREATE EXTENSION IF NOT EXISTS gireport;
RESET client_min_messages;
\pset format unaligned
\pset tuples_only on

-- A report in the 2021 form, one in the 2019 form, and what they are together.
CREATE TEMP TABLE reports (name text PRIMARY KEY, report gireport);
INSERT INTO reports VALUES
    ('2021', gireport_parse(E'澄湾区财政局2023年政府信息公开工作年度报告\n'
        '信息内容\t本年制发件数\t本年废止件数\t现行有效件数\n规章\t/\t/\t/\n行政规范性文件\t3\t\t12\n'
        '信息内容\t本年处理决定数量\n行政许可\t318\n'
        '信息内容\t本年处理决定数量\n行政处罚\t5\n行政强制\t0\n'
        '信息内容\t本年收费金额（单位：万元）\n行政事业性收费\t25.10\n'
        '行政复议\t\t\t\t\t行政诉讼\n'
        '结果维持\t结果纠正\t其他结果\t尚未审结\t总计\t未经复议直接起诉\t\t\t\t\t复议后起诉\t\t\t\t\n'
        '\t\t\t\t\t结果维持\t结果纠正\t其他结果\t尚未审结\t总计\t结果维持\t结果纠正\t其他结果\t尚未审结\t总计\n'
        '3\t1\t0\t0\t5\t1\t0\t0\t0\t1\t0\t0\t0\t0\t0\n')),
    ('2019', gireport_parse(E'2019年度澄湾区统计局政府信息公开工作年度报告\n'
        '信息内容\t本年新制作数量\t本年新公开数量\t对外公开总数量\n规章\t0\t0\t0\n规范性文件\t2\t2\t31\n'
        '信息内容\t上一年项目数量\t本年增/减\t处理决定数量\n行政许可\t16\t-3\t7556\n其他对外管理服务事项\t2\t0\t40\n'
        '信息内容\t采购项目数量\t采购总金额\n政府集中采购\t7\t251000元\n'
        '一、本年新收政府信息公开申请数量\t5\t1\t0\t0\t0\t0\t6\n'
        '二、上年结转政府信息公开申请数量\t1\t0\t0\t0\t0\t0\t1\n'
        '三、本年度办理结果\t（一）予以公开\t4\t1\t0\t0\t0\t0\t5\n'
        '（六）其他处理\t1\t0\t0\t0\t0\t0\t1\n'
        '（七）总计\t5\t1\t0\t0\t0\t0\t6\n'
        '四、结转下年度继续办理\t1\t0\t0\t0\t0\t0\t1\n'));
INSERT INTO reports
    SELECT 'sum', sum(report) FROM reports;

-- The whole of it, in each format.
SELECT gireport_render(report, 'text') FROM reports WHERE name = '2021';
SELECT gireport_render(report, 'markdown') FROM reports WHERE name = '2019';
SELECT gireport_render(report, 'html_fragment') FROM reports WHERE name = '2021';
SELECT gireport_render(report, 'text') FROM reports WHERE name = 'sum';

-- A page is the fragment in a frame, with the style.
SELECT gireport_render(report, 'html') =
       E'<!DOCTYPE html>\n<html lang="zh">\n<head>\n<meta charset="utf-8">\n'
       '<meta name="viewport" content="width=device-width, initial-scale=1">\n'
       '<title>澄湾区财政局2023年政府信息公开工作年度报告</title>\n<style>\n' || gireport_render_style() ||
       E'</style>\n</head>\n<body>\n<main>\n' || gireport_render(report, 'html_fragment') || E'</main>\n</body>\n</html>\n'
    FROM reports WHERE name = '2021';
SELECT gireport_render_style() ~ '^\.gireport ', gireport_render_style() ~ 'url|import|<';

-- What is written is read again.
CREATE TEMP TABLE formats (format text);
INSERT INTO formats VALUES ('text'), ('markdown'), ('html'), ('html_fragment');
SELECT name, format, gireport_parse(gireport_render(report, format)) = report AS same,
       gireport_parse(convert_to(gireport_render(report, format), 'UTF8')) = report AS same_bytes
    FROM reports, formats WHERE name <> 'sum' ORDER BY name, format;
SELECT format, (SELECT count(*) FROM gireport_diff(gireport_parse(gireport_render(report, format)), report)) AS differences
    FROM reports, formats WHERE name = 'sum' ORDER BY format;

-- The table of section 3 is of one form: in a sum of both, what the older one has in
-- one row and the newer one in three is printed and not read.
SELECT format, d.row_code, d.column_code, d.a_value, d.b_value
    FROM (SELECT sum(report) AS whole FROM (
              SELECT report FROM reports WHERE name = '2019'
              UNION ALL
              SELECT json_populate_record(NULL::gireport, '{"requests": {"other_misc": {"natural_person": 4}}}')) r) s,
         formats, gireport_diff(gireport_parse(gireport_render(whole, format)), whole) d
    WHERE format IN ('text', 'html') ORDER BY format, d.column_code;

-- Nothing at all, tables without rows, and rows without numbers.
CREATE FUNCTION pg_temp.report(tables json) RETURNS gireport LANGUAGE sql AS $$
    SELECT json_populate_record(NULL::gireport, tables)
$$;
SELECT gireport_render(pg_temp.report('{}'), 'text');
SELECT tables, string_agg((gireport_parse(gireport_render(pg_temp.report(tables::json), format)) =
                           pg_temp.report(tables::json))::text, ' ')
    FROM formats, (VALUES
        ('{}'),
        ('{"proactive": {}}'),
        ('{"requests": {}, "disputes": {}}'),
        ('{"proactive": {"regulations": {}, "licensing": {}, "procurement": {}}}'),
        ('{"requests": {"concluded": {}, "carried_out": {"total": 3}}}'),
        ('{"requests": {"other_handling": {"natural_person": 1, "other": 2}}}'),
        ('{"disputes": {"reconsideration": {}, "litigation_direct": {}, "litigation_after_reconsideration": {}}}'),
        ('{"disputes": {"reconsideration": {"upheld": 4}, "litigation_direct": {"upheld": 0, "total": 0}, "litigation_after_reconsideration": {}}}')
    ) t(tables) GROUP BY tables ORDER BY tables COLLATE "C";
-- section 4 is one line: a row that is not there comes back as a blank one
SELECT format, gireport_parse(gireport_render(report, format)) AS parsed
    FROM formats, pg_temp.report('{"disputes": {"litigation_direct": {"total": 2}}}') report ORDER BY format;

-- Numbers of any size; an amount that is too long to be read comes back as NULL.
SELECT format, (p).requests.received, (p).proactive.fees, (p).proactive.procurement
    FROM formats, LATERAL (SELECT gireport_parse(gireport_render(pg_temp.report(
        '{"requests": {"received": {"natural_person": 9223372036854775807, "commercial_enterprise": -9223372036854775808, "total": 0}},
          "proactive": {"fees": {"amount": 0.00}, "procurement": {"items": 1, "amount": -922337203685477.5807}}}'), format)) AS p) t
    ORDER BY format;
SELECT amount, format, (gireport_parse(gireport_render(pg_temp.report(json_build_object('proactive',
           json_build_object('procurement', json_build_object('items', 2, 'amount', amount)))), format))).proactive.procurement
    FROM formats, (VALUES ('12345678901234567890.5'::numeric), ('1e-30'), ('NaN'), ('5.10')) a(amount)
    ORDER BY amount, format;
SELECT gireport_render(pg_temp.report('{"proactive": {"fees": {"amount": 12345678901234567890.50}}}'), 'text') ~
       E'\n行政事业性收费\t12345678901234567890.50\n';

-- Titles that are none: nothing of them gets into the tables or the markup.
SELECT gireport_render(pg_temp.report(json_build_object('title', title, 'agency', agency, 'year', 2023)), format)
    FROM formats, (VALUES
        ('<script>alert("1")</script> & ''2''', '<b>局</b>'),
        (E'规章\t1\t2\t3\n一、本年新收政府信息公开申请数量|1|2|3|4|5|6|21', E'a\x01b')) t(title, agency)
    WHERE format <> 'html' ORDER BY title, format;

-- Other formats there are not.
SELECT gireport_render(report, 'pdf') FROM reports WHERE name = '2021';
SELECT gireport_render(report, '') FROM reports WHERE name = '2021';
SELECT gireport_render(NULL, 'html') IS NULL, gireport_render(report, NULL) IS NULL FROM reports WHERE name = '2021';

-- Immutable, so that a table can keep it.
CREATE TEMP TABLE kept (report gireport, markdown text GENERATED ALWAYS AS (gireport_render(report, 'markdown')) STORED);
INSERT INTO kept SELECT report FROM reports;
SELECT count(*), bool_and(markdown = gireport_render(report, 'markdown')) FROM kept;
