-- gireport_parse: layouts, titles, rows and amounts.
SET client_min_messages = warning;
CREATE EXTENSION IF NOT EXISTS gireport;
RESET client_min_messages;

-- The same tables as a word processor gives them: a line for each cell, with a
-- tab in front, and an empty line after each row.
CREATE FUNCTION pg_temp.word(body text) RETURNS text LANGUAGE sql AS $$
    SELECT string_agg(CASE WHEN line LIKE E'%\t%' THEN E'\t' || replace(line, E'\t', E'\n\t') || E'\n' ELSE line END,
                      E'\n' ORDER BY n)
    FROM unnest(string_to_array(body, E'\n')) WITH ORDINALITY l(line, n)
$$;

-- The same tables with empty cells behind the others, up to a number of them.
CREATE FUNCTION pg_temp.padded(body text, cells int) RETURNS text LANGUAGE sql AS $$
    SELECT string_agg(CASE WHEN line LIKE E'%\t%' THEN
                          line || repeat(E'\t', cells - 1 - length(regexp_replace(line, E'[^\t]', '', 'g')))
                      ELSE line END, E'\n' ORDER BY n)
    FROM unnest(string_to_array(body, E'\n')) WITH ORDINALITY l(line, n)
$$;

CREATE TEMP TABLE bodies (form text, body text);
INSERT INTO bodies VALUES
    ('2021', E'澄湾区财政局2023年政府信息公开工作年度报告\n'
             '二、主动公开政府信息情况\n'
             '第二十条第（一）项\t\n'
             '信息内容\t本年制发件数\t本年废止件数\t现行有效件数\n'
             '规章\t0\t0\t0\n'
             '行政规范性文件\t3\t1\t12\n'
             '第二十条第（五）项\t\n'
             '信息内容\t本年处理决定数量\n'
             '行政许可\t318\n'
             '第二十条第（六）项\t\n'
             '信息内容\t本年处理决定数量\n'
             '行政处罚\t5\n'
             '行政强制\t0\n'
             '第二十条第（八）项\t\n'
             '信息内容\t本年收费金额（单位：万元）\n'
             '行政事业性收费\t25.10\n'
             '三、收到和处理政府信息公开申请情况\n'
             '（本列数据的勾稽关系为：第一项加第二项之和，等于第三项加第四项之和）\t申请人情况\n'
             '\t自然人\t法人或其他组织\t总计\n'
             '\t\t商业企业\t科研机构\t社会公益组织\t法律服务机构\t其他\t\n'
             '一、本年新收政府信息公开申请数量\t5\t1\t0\t0\t0\t0\t6\n'
             '二、上年结转政府信息公开申请数量\t1\t0\t0\t0\t0\t0\t1\n'
             '三、本年度办理结果\t（一）予以公开\t4\t1\t0\t0\t0\t0\t5\n'
             '\t（二）部分公开\t0\t0\t0\t0\t0\t0\t0\n'
             '\t（三）不予公开\t1.属于国家秘密\t1\t0\t0\t0\t0\t0\t1\n'
             '\t\t2.其他法律行政法规禁止公开\t0\t0\t0\t0\t0\t0\t0\n'
             '\t\t3.危及“三安全一稳定”\t0\t0\t0\t0\t0\t0\t0\n'
             '\t\t4.保护第三方合法权益\t0\t0\t0\t0\t0\t0\t0\n'
             '\t\t5.属于三类内部事务信息\t0\t0\t0\t0\t0\t0\t0\n'
             '\t\t6.属于四类过程性信息\t0\t0\t0\t0\t0\t0\t0\n'
             '\t\t7.属于行政执法案卷\t0\t0\t0\t0\t0\t0\t0\n'
             '\t\t8.属于行政查询事项\t0\t0\t0\t0\t0\t0\t0\n'
             '\t（四）无法提供\t1.本机关不掌握相关政府信息\t0\t0\t0\t0\t0\t0\t0\n'
             '\t\t2.没有现成信息需要另行制作\t0\t0\t0\t0\t0\t0\t0\n'
             '\t\t3.补正后申请内容仍不明确\t0\t0\t0\t0\t0\t0\t0\n'
             '\t（五）不予处理\t1.信访举报投诉类申请\t0\t0\t0\t0\t0\t0\t0\n'
             '\t\t2.重复申请\t0\t0\t0\t0\t0\t0\t0\n'
             '\t\t3.要求提供公开出版物\t0\t0\t0\t0\t0\t0\t0\n'
             '\t\t4.无正当理由大量反复申请\t0\t0\t0\t0\t0\t0\t0\n'
             '\t\t5.要求行政机关确认或重新出具已获取信息\t0\t0\t0\t0\t0\t0\t0\n'
             '\t（六）其他处理\t1.申请人无正当理由逾期不补正、行政机关不再处理其政府信息公开申请\t0\t0\t0\t0\t0\t0\t0\n'
             '\t\t2.申请人逾期未按收费通知要求缴纳费用、行政机关不再处理其政府信息公开申请\t0\t0\t0\t0\t0\t0\t0\n'
             '\t\t3.其他\t0\t0\t0\t0\t0\t0\t0\n'
             '\t（七）总计\t5\t1\t0\t0\t0\t0\t6\n'
             '四、结转下年度继续办理\t1\t0\t0\t0\t0\t0\t1\n'
             '四、政府信息公开行政复议、行政诉讼情况\n'
             '行政复议\t行政诉讼\n'
             '结果维持\t结果纠正\t其他结果\t尚未审结\t总计\t未经复议直接起诉\t复议后起诉\n'
             '结果维持\t结果纠正\t其他结果\t尚未审结\t总计\t结果维持\t结果纠正\t其他结果\t尚未审结\t总计\n'
             '1\t2\t3\t4\t10\t5\t6\t7\t8\t26\t9\t10\t11\t12\t42\n'
             '五、存在的主要问题及改进情况\n'),
    ('2019', E'澄湾区财政局2020年政府信息公开工作年度报告\n'
             '二、主动公开政府信息情况\n'
             '第二十条第（一）项\t\n'
             '信息内容\t本年新制作数量\t本年新公开数量\t对外公开总数量\n'
             '规章\t0\t0\t0\n'
             '规范性文件\t12\t10\t87\n'
             '第二十条第（五）项\t\n'
             '信息内容\t上一年项目数量\t本年增/减\t处理决定数量\n'
             '行政许可\t46\t+21\t318\n'
             '其他对外管理服务事项\t15\t-8\t205\n'
             '第二十条第（六）项\t\n'
             '信息内容\t上一年项目数量\t本年增/减\t处理决定数量\n'
             '行政处罚\t30\t减3\t77\n'
             '行政强制\t9\t0\t4\n'
             '第二十条第（八）项\t\n'
             '信息内容\t上一年项目数量\t本年增/减\n'
             '行政事业性收费\t11\t-2\n'
             '第二十条第（九）项\t\n'
             '信息内容\t采购项目数量\t采购总金额（万元）\n'
             '政府集中采购\t58\t477.35\n'
             '三、收到和处理政府信息公开申请情况\n'
             '（本列数据的勾稽关系为：第一项加第二项之和，等于第三项加第四项之和）\t申请人情况\n'
             '\t自然人\t法人或其他组织\t总计\n'
             '\t\t商业企业\t科研机构\t社会公益组织\t法律服务机构\t其他\t\n'
             '一、本年新收政府信息公开申请数量\t5\t1\t0\t0\t0\t0\t6\n'
             '二、上年结转政府信息公开申请数量\t1\t0\t0\t0\t0\t0\t1\n'
             '三、本年度办理结果\t（一）予以公开\t3\t1\t0\t0\t0\t0\t4\n'
             '\t（二）部分公开\t0\t0\t0\t0\t0\t0\t0\n'
             '\t（三）不予公开\t1.属于国家秘密\t1\t0\t0\t0\t0\t0\t1\n'
             '\t\t2.其他法律行政法规禁止公开\t0\t0\t0\t0\t0\t0\t0\n'
             '\t\t3.危及“三安全一稳定”\t0\t0\t0\t0\t0\t0\t0\n'
             '\t\t4.保护第三方合法权益\t0\t0\t0\t0\t0\t0\t0\n'
             '\t\t5.属于三类内部事务信息\t0\t0\t0\t0\t0\t0\t0\n'
             '\t\t6.属于四类过程性信息\t0\t0\t0\t0\t0\t0\t0\n'
             '\t\t7.属于行政执法案卷\t0\t0\t0\t0\t0\t0\t0\n'
             '\t\t8.属于行政查询事项\t0\t0\t0\t0\t0\t0\t0\n'
             '\t（四）无法提供\t1.本机关不掌握相关政府信息\t0\t0\t0\t0\t0\t0\t0\n'
             '\t\t2.没有现成信息需要另行制作\t0\t0\t0\t0\t0\t0\t0\n'
             '\t\t3.补正后申请内容仍不明确\t0\t0\t0\t0\t0\t0\t0\n'
             '\t（五）不予处理\t1.信访举报投诉类申请\t0\t0\t0\t0\t0\t0\t0\n'
             '\t\t2.重复申请\t0\t0\t0\t0\t0\t0\t0\n'
             '\t\t3.要求提供公开出版物\t0\t0\t0\t0\t0\t0\t0\n'
             '\t\t4.无正当理由大量反复申请\t0\t0\t0\t0\t0\t0\t0\n'
             '\t\t5.要求行政机关确认或重新出具已获取信息\t0\t0\t0\t0\t0\t0\t0\n'
             '\t（六）其他处理\t1\t0\t0\t0\t0\t0\t1\n'
             '\t（七）总计\t5\t1\t0\t0\t0\t0\t6\n'
             '四、结转下年度继续办理\t1\t0\t0\t0\t0\t0\t1\n'
             '四、政府信息公开行政复议、行政诉讼情况\n'
             '行政复议\t行政诉讼\n'
             '结果维持\t结果纠正\t其他结果\t尚未审结\t总计\t未经复议直接起诉\t复议后起诉\n'
             '结果维持\t结果纠正\t其他结果\t尚未审结\t总计\t结果维持\t结果纠正\t其他结果\t尚未审结\t总计\n'
             '1\t2\t3\t4\t10\t5\t6\t7\t8\t26\t9\t10\t11\t12\t42\n'
             '五、存在的主要问题及改进情况\n');

-- Layouts: what is read is the same in all of them.
CREATE TEMP TABLE layouts AS
    SELECT form, n, layout, gireport_parse(text) AS report
    FROM bodies CROSS JOIN LATERAL (VALUES
        (1, 'tabs', body),
        (2, 'tabs, 18 cells', pg_temp.padded(body, 18)),
        (3, 'carriage returns', replace(body, E'\n', E'\r\n')),
        (4, 'word', pg_temp.word(body)),
        (5, 'word, carriage returns', replace(pg_temp.word(body), E'\n', E'\r\n')),
        (6, 'spaces in cells', replace(body, E'\t', E'\u3000\t  ')),
        (7, 'byte order mark', E'\ufeff' || body),
        (8, 'without end of line', body || '六、其他需要报告的事项')) l(n, layout, text);
SELECT form, layout, (report).agency, (report).year,
       report = first_value(report) OVER (PARTITION BY form ORDER BY n) AS same
    FROM layouts ORDER BY form, n;
SELECT p.key AS row, jsonb_strip_nulls(p.value) AS numbers
    FROM layouts CROSS JOIN LATERAL jsonb_each(to_jsonb((report).proactive)) p
    WHERE form = '2021' AND layout = 'word' AND p.value <> 'null';
SELECT p.key AS row, p.value->'natural_person' AS natural_person, p.value->'commercial_enterprise' AS commercial_enterprise,
       p.value->'total' AS total, p.value->'other' AS other
    FROM layouts CROSS JOIN LATERAL jsonb_each(to_jsonb((report).requests)) p
    WHERE form = '2021' AND layout = 'word' AND (p.value = 'null' OR p.value->>'total' > '0');
SELECT (report).disputes.* FROM layouts WHERE form = '2021' AND layout = 'word';
SELECT p.key AS row, jsonb_strip_nulls(p.value) AS numbers
    FROM layouts CROSS JOIN LATERAL jsonb_each(to_jsonb((report).proactive)) p
    WHERE form = '2019' AND layout = 'word' AND p.value <> 'null';
SELECT p.key AS row, p.value->'natural_person' AS natural_person, p.value->'commercial_enterprise' AS commercial_enterprise,
       p.value->'total' AS total, p.value->'other' AS other
    FROM layouts CROSS JOIN LATERAL jsonb_each(to_jsonb((report).requests)) p
    WHERE form = '2019' AND layout = 'word' AND (p.value = 'null' OR p.value->>'total' > '0');
-- Every cell of the form is a number, and the numbers add up.
SELECT form, layout, count(*) FILTER (WHERE state = 'number') AS numbers, count(*) FILTER (WHERE state <> 'number') AS others,
       (SELECT string_agg(DISTINCT rule, ' ') FROM gireport_violations(report)) AS violations
    FROM layouts CROSS JOIN LATERAL gireport_cells(report)
    WHERE layout IN ('tabs', 'word') GROUP BY form, n, layout, report ORDER BY form, n;

-- Titles.
SELECT replace(printed, E'\n', '|') AS printed, (r).agency, (r).year, (r).title
    FROM (VALUES
             ('澄湾区财政局2023年政府信息公开工作年度报告'),
             ('2023年澄湾区财政局政府信息公开工作年度报告'),
             ('澄湾区财政局政府信息公开工作年度报告（2023年）'),
             ('澄湾区财政局２０２３年度政府信息公开年报'),
             ('澄湾区财政局二〇二三年政府信息公开工作年度报告'),
             ('关于澄湾区财政局2023年政府信息公开工作情况的报告'),
             ('首页 > 信息公开 > 澄湾区财政局2023年政府信息公开工作年度报告'),
             ('《澄湾区财政局2023年政府信息公开工作年度报告》'),
             ('# 澄湾区财政局 2023 年 政府信息公开 工作年度报告'),
             (E'澄湾区财政局\n2023年政府信息公开工作年度报告'),
             (E'澄湾区财政局2023年政府信息公开\n\n工作年度报告'),
             (E'澄湾区财政局\n2023年政府信息公开\n工作年度报告'),
             ('澄湾区政务信息公开中心2023年政府信息公开工作年度报告'),
             ('澄湾区财政局政府信息公开工作年度报告'),
             ('2023年政府信息公开工作年度报告'),
             (E'澄湾区财政局2023年政府信息公开工作年度报告\n2022年政府信息公开工作年度报告'),
             ('澄湾区财政局2023年工作总结'),
             ('')) v(printed)
         CROSS JOIN LATERAL gireport_parse(printed || E'\n信息内容\t本年处理决定数量\n行政许可\t1\n') r;

-- Agency and year from elsewhere.
SELECT (r).title, (r).agency, (r).year
    FROM (VALUES
             (E'政府信息公开工作年度报告\n本报告所列数据的统计期限为2023年1月1日至2023年12月31日。\n', ''),
             (E'本报告所列数据的统计期限为2022年1月1日至2023年12月31日。\n', ''),
             ('', E'澄湾区财政局\n2024年1月19日\n'),
             ('', E'二〇二四年一月十九日\n'),
             (E'栖云区民政局2023年政府信息公开工作年度报告\n', E'澄湾区财政局\n2024年1月19日\n')) v(before, after)
         CROSS JOIN LATERAL gireport_parse(before || E'信息内容\t本年处理决定数量\n行政许可\t1\n' || after) r;

-- Labels, in all the ways of writing them.
SELECT label, string_agg(c.row_code, ' ') AS row
    FROM (VALUES
             ('一、本年新收政府信息公开申请数量'),
             ('本年新收政府信息公开申请数量'),
             ('一 、 本年新收政府信息 公开申请数量'),
             ('⼀、本年新收政府信息公开申请数量'),
             ('（一）予以公开'),
             ('(一) 予以公开'),
             ('三、（一）予以公开'),
             ('（二）部分公开（区分处理的，只计这一情形，不计其他情形）'),
             ('(二) 部分公开 (区分处理的, 只计这一情形, 不计其他情形)'),
             ('（二）部分公开'),
             ('3.危及“三安全一稳定”'),
             ('3. 危及"三安全一稳定"'),
             ('危及三安全一稳定'),
             ('3.其他'),
             ('（七）总计'),
             ('总计'),
             ('四、结转下年度继续办理')) v(label)
         CROSS JOIN LATERAL gireport_cells(
             E'\t自然人\t商业企业\t科研机构\t社会公益组织\t法律服务机构\t其他\t总计\n' ||
             label || E'\t1\t0\t0\t0\t0\t0\t1\n') c
    WHERE c.column_code = 'total' AND c.state = 'number'
    GROUP BY label ORDER BY label COLLATE "C";

-- How rows are cut: seven values, wherever they stand; otherwise none.
SELECT replace(row, E'\t', '|') AS row, (r).requests.granted
    FROM (VALUES
             (E'（一）予以公开\t1\t2\t3\t4\t5\t6\t21'),
             (E'（一）予以公开\t\t\t1\t2\t3\t4\t5\t6\t21'),
             (E'（一）予以公开\t1\t2\t3\t4\t5\t6\t21\t\t'),
             (E'三、本年度办理结果\t（一）予以公开\t\t1\t2\t3\t4\t5\t6\t21'),
             (E'（一）予以公开\t1\t\t\t\t\t\t1'),
             (E'（一）予以公开\t1\t/\t—\t-\t/\t/\t1'),
             (E'（一）予以公开\t1\t2\t3\t4\t5\t21'),
             (E'（一）予以公开\t1\t2\t3\t4\t5\t6\t7\t28'),
             (E'（一）予以公开\t1 2 3 4 5 6 21'),
             (E'（一）予以公开\t1\t2\t3\t4\t5\t6\t21件'),
             (E'（一）予以公开\t1\t2\t3\t4\t5\t6\t约21')) v(row)
         CROSS JOIN LATERAL gireport_parse(
             E'\t自然人\t商业企业\t科研机构\t社会公益组织\t法律服务机构\t其他\t总计\n' || row || E'\n') r;

-- In text from a word processor a cell can have several lines.  More digits, or
-- a unit, are part of the value, which is then no number or has a unit; after
-- two empty lines, and before other text, the row is over.
SELECT replace(cell, E'\n', '|') AS cell, (r).proactive.licensing.decisions, (r).proactive.penalty.decisions AS next
    FROM (VALUES (E'12'), (E'1\n2'), (E'12\n件'), (E'12\n\n件'), (E'12\n\n3'), (E'12\n\n\n3'),
                 (E'12\n说明文字'), (E'\n12'), (E'')) v(cell)
         CROSS JOIN LATERAL gireport_parse(
             E'\t信息内容\n\t本年处理决定数量\n\n\t行政许可\n\t' || cell ||
             E'\n\n\t行政处罚\n\t5\n\n\t行政强制\n\t0\n\n') r;

-- Amounts in ten thousand yuan: the unit in the cell counts, or else that of
-- the head.
SELECT head, amount, (r).proactive.fees.amount AS read
    FROM (VALUES ('本年收费金额（单位：万元）'), ('本年收费金额（单位：元）'), ('本年收费金额')) h(head)
         CROSS JOIN (VALUES
             (1, '3.5'), (2, '25.10'), (3, '251000元'), (4, '12元'), (5, '0.37万元'), (6, '1.2亿元'),
             (7, '1，204.50'), (8, '0'), (9, '0.00'), (10, '-3'), (11, '3件'), (12, '.5'), (13, '约3万元'), (14, '/')) a(n, amount)
         CROSS JOIN LATERAL gireport_parse(E'信息内容\t' || head || E'\n行政事业性收费\t' || amount || E'\n') r
    ORDER BY head COLLATE "C" DESC, n;

-- Changes of the 2019 form have a sign.
SELECT change, (r).proactive.licensing.items_change
    FROM (VALUES ('+21'), ('-8'), ('－8'), ('−8'), ('减3'), ('减少 3'), ('增5'), ('增加5项'), ('0'), ('7'), ('--8'), ('增/减')) v(change)
         CROSS JOIN LATERAL gireport_parse(
             E'信息内容\t上一年项目数量\t本年增/减\t处理决定数量\n行政许可\t46\t' || change || E'\t318\n') r;

-- The form is a property of each block, not of the year or of its neighbours.
SELECT (r).year, (r).proactive.licensing, (r).proactive.penalty, (r).proactive.fees
    FROM gireport_parse(
        E'澄湾区财政局2023年政府信息公开工作年度报告\n'
        '信息内容\t上一年项目数量\t本年增/减\t处理决定数量\n行政许可\t46\t+21\t318\n'
        '信息内容\t本年处理决定数量\n行政处罚\t77\n'
        '信息内容\t本年收费金额（单位：万元）\n行政事业性收费\t0.5\n') r;
-- A row under a head that it cannot have is not read.
SELECT (r).proactive.licensing, (r).proactive.fees
    FROM gireport_parse(E'信息内容\t本年制发件数\t本年废止件数\t现行有效件数\n行政许可\t1\t2\t3\n行政事业性收费\t4\t5\t6\n') r;

-- Only the first set of tables is read; columns in another order are not.
SELECT (r).requests.received.total AS received, (r).requests.granted.total AS granted
    FROM (VALUES
             (E'一、本年新收政府信息公开申请数量\t1\t0\t0\t0\t0\t0\t1\n'
              '三、本年度办理结果\t（一）予以公开\t1\t0\t0\t0\t0\t0\t1\n'
              '一、本年新收政府信息公开申请数量\t2\t0\t0\t0\t0\t0\t2\n'
              '三、本年度办理结果\t（一）予以公开\t2\t0\t0\t0\t0\t0\t2\n'),
             (E'\t商业企业\t自然人\t科研机构\t社会公益组织\t法律服务机构\t其他\t总计\n'
              '一、本年新收政府信息公开申请数量\t1\t0\t0\t0\t0\t0\t1\n'),
             (E'\t自然人\t科研机构\t商业企业\t社会公益组织\t法律服务机构\t其他\t总计\n'
              '一、本年新收政府信息公开申请数量\t1\t0\t0\t0\t0\t0\t1\n'),
             (E'\t总计\t自然人\t商业企业\t科研机构\t社会公益组织\t法律服务机构\t其他\n'
              '一、本年新收政府信息公开申请数量\t1\t1\t0\t0\t0\t0\t0\n')) v(body)
         CROSS JOIN LATERAL gireport_parse(body) r;

-- A number that the text ends with may have lost its last digits: it counts
-- only if its row confirms it.
SELECT (r).requests.received AS received, (r).proactive.licensing.decisions
    FROM (VALUES
             (E'一、本年新收政府信息公开申请数量\t9\t1\t0\t0\t0\t0\t10'),
             (E'一、本年新收政府信息公开申请数量\t9\t1\t0\t0\t0\t0\t1'),
             (E'一、本年新收政府信息公开申请数量\t9\t1\t0\t0\t0\t0\t1\n'),
             (E'一、本年新收政府信息公开申请数量\t9\t1\t0\t0\t0'),
             (E'信息内容\t本年处理决定数量\n行政许可\t12'),
             (E'信息内容\t本年处理决定数量\n行政许可\t12\n')) v(body)
         CROSS JOIN LATERAL gireport_parse(body) r;

-- NULL in, NULL out; and what is no report is NULL or an error.
SELECT gireport_parse(NULL) IS NULL AS parse, gireport_try_parse(NULL) IS NULL AS try_parse,
       gireport_try_parse('no report') IS NULL AS no_report;
