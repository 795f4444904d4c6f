-- gireport_diagnostics: what is printed and did not become a number, and what
-- is doubtful.
SET client_min_messages = warning;
CREATE EXTENSION IF NOT EXISTS gireport;
RESET client_min_messages;

-- A complete report, about which there is nothing to say.
CREATE TEMP TABLE complete (body text);
INSERT INTO complete VALUES (
    E'澄湾区财政局2023年政府信息公开工作年度报告\n'
    '本报告所列数据的统计期限为2023年1月1日至2023年12月31日。\n'
    '二、主动公开政府信息情况\n'
    '信息内容\t本年制发件数\t本年废止件数\t现行有效件数\n'
    '规章\t0\t0\t0\n'
    '行政规范性文件\t3\t1\t12\n'
    '信息内容\t本年处理决定数量\n'
    '行政许可\t318\n'
    '信息内容\t本年处理决定数量\n'
    '行政处罚\t5\n'
    '行政强制\t0\n'
    '信息内容\t本年收费金额（单位：万元）\n'
    '行政事业性收费\t25.1\n'
    '三、收到和处理政府信息公开申请情况\n'
    '\t自然人\t商业企业\t科研机构\t社会公益组织\t法律服务机构\t其他\t总计\n'
    '一、本年新收政府信息公开申请数量\t10\t3\t0\t0\t0\t0\t13\n'
    '二、上年结转政府信息公开申请数量\t0\t0\t0\t0\t0\t0\t0\n'
    '（一）予以公开\t10\t3\t0\t0\t0\t0\t13\n'
    '（二）部分公开\t0\t0\t0\t0\t0\t0\t0\n'
    '1.属于国家秘密\t0\t0\t0\t0\t0\t0\t0\n'
    '2.其他法律行政法规禁止公开\t0\t0\t0\t0\t0\t0\t0\n'
    '3.危及“三安全一稳定”\t0\t0\t0\t0\t0\t0\t0\n'
    '4.保护第三方合法权益\t0\t0\t0\t0\t0\t0\t0\n'
    '5.属于三类内部事务信息\t0\t0\t0\t0\t0\t0\t0\n'
    '6.属于四类过程性信息\t0\t0\t0\t0\t0\t0\t0\n'
    '7.属于行政执法案卷\t0\t0\t0\t0\t0\t0\t0\n'
    '8.属于行政查询事项\t0\t0\t0\t0\t0\t0\t0\n'
    '1.本机关不掌握相关政府信息\t0\t0\t0\t0\t0\t0\t0\n'
    '2.没有现成信息需要另行制作\t0\t0\t0\t0\t0\t0\t0\n'
    '3.补正后申请内容仍不明确\t0\t0\t0\t0\t0\t0\t0\n'
    '1.信访举报投诉类申请\t0\t0\t0\t0\t0\t0\t0\n'
    '2.重复申请\t0\t0\t0\t0\t0\t0\t0\n'
    '3.要求提供公开出版物\t0\t0\t0\t0\t0\t0\t0\n'
    '4.无正当理由大量反复申请\t0\t0\t0\t0\t0\t0\t0\n'
    '5.要求行政机关确认或重新出具已获取信息\t0\t0\t0\t0\t0\t0\t0\n'
    '1.申请人无正当理由逾期不补正、行政机关不再处理其政府信息公开申请\t0\t0\t0\t0\t0\t0\t0\n'
    '2.申请人逾期未按收费通知要求缴纳费用、行政机关不再处理其政府信息公开申请\t0\t0\t0\t0\t0\t0\t0\n'
    '3.其他\t0\t0\t0\t0\t0\t0\t0\n'
    '（七）总计\t10\t3\t0\t0\t0\t0\t13\n'
    '四、结转下年度继续办理\t0\t0\t0\t0\t0\t0\t0\n'
    '四、政府信息公开行政复议、行政诉讼情况\n'
    '行政复议\t行政诉讼\n'
    '结果维持\t结果纠正\t其他结果\t尚未审结\t总计\t未经复议直接起诉\t复议后起诉\n'
    '结果维持\t结果纠正\t其他结果\t尚未审结\t总计\t结果维持\t结果纠正\t其他结果\t尚未审结\t总计\n'
    '1\t0\t0\t0\t1\t0\t0\t0\t0\t0\t0\t0\t0\t0\t0\n'
    '五、存在的主要问题及改进情况\n');
SELECT (SELECT count(*) FROM gireport_diagnostics(body)) AS diagnostics,
       (SELECT count(*) FROM gireport_cells(body) WHERE state <> 'number') AS other_than_numbers,
       gireport_valid(gireport_parse(body))
    FROM complete;

-- Changes that call for a diagnostic each, or for several.  All codes are here
-- but text_too_long, which takes a text of two gigabytes.
CREATE TEMP TABLE changed (name text, body text);
INSERT INTO changed
    SELECT name, replace(body, old, new)
    FROM complete, (VALUES
        ('agency doubtful', E'澄湾区财政局2023年', E'2023年'),
        ('cell blank', E'行政处罚\t5', E'行政处罚\t'),
        ('cell not applicable', E'行政处罚\t5', E'行政处罚\t/'),
        ('cell text', E'行政处罚\t5', E'行政处罚\t约5'),
        ('column order', E'科研机构\t社会公益组织', E'社会公益组织\t科研机构'),
        ('column unknown', E'法律服务机构\t其他\t总计', E'法律服务机构\t其他\t备注\t总计'),
        ('form mixed', E'信息内容\t本年处理决定数量\n行政许可\t318',
                       E'信息内容\t上一年项目数量\t本年增/减\t处理决定数量\n行政许可\t46\t+21\t318'),
        ('row missing', E'行政强制\t0\n', ''),
        ('row repeated', E'（一）予以公开\t10\t3\t0\t0\t0\t0\t13\n',
                         E'（一）予以公开\t10\t3\t0\t0\t0\t0\t13\n（一）予以公开\t10\t3\t0\t0\t0\t0\t13\n'),
        ('row unknown', E'行政强制\t0', E'行政检查\t7'),
        ('row unreadable', E'（一）予以公开\t10\t3\t0\t0\t0\t0\t13', E'（一）予以公开\t10\t3\t0\t0\t0\t13'),
        ('title, agency missing', E'澄湾区财政局2023年政府信息公开工作年度报告\n', ''),
        ('unit missing', '（单位：万元）', ''),
        ('year doubtful', E'澄湾区财政局2023年', E'澄湾区财政局2022年'),
        ('year missing', '2023年', '')) v(name, old, new);
UPDATE changed SET body = body || E'澄湾区财政局\n2024年1月19日\n' WHERE name = 'agency doubtful';
INSERT INTO changed
    SELECT 'number cut', left(body, strpos(body, E'行政许可\t318') + 5) FROM complete
    UNION ALL
    SELECT 'table missing', left(body, strpos(body, E'行政复议\t行政诉讼') - 1) FROM complete
    UNION ALL
    SELECT 'values split', left(body, first - 1) || replace(substr(body, first, last - first), E'\t', '') || substr(body, last)
        FROM (SELECT body, strpos(body, '一、本年新收') AS first, strpos(body, '四、政府信息公开行政复议') AS last FROM complete) c
    UNION ALL
    SELECT 'not a report', '澄湾区财政局的一则通知'
    UNION ALL
    SELECT 'other kind', E'\n星渚大学2021-2022学年信息公开年度报告\n一、概述\n';
SELECT name, severity, code, count(*) AS times, min(line) AS line, min("position") AS position,
       replace((array_agg(raw ORDER BY line))[1], E'\t', '|') AS raw
    FROM changed, gireport_diagnostics(body)
    GROUP BY name, severity, code ORDER BY name, min(line), code;
SELECT DISTINCT ON (code) code, message
    FROM changed, gireport_diagnostics(body)
    ORDER BY code, name, line, message COLLATE "C";

-- What is printed stands at its place.
SELECT count(*) AS places,
       count(*) FILTER (WHERE substr(body, "position", length(raw)) = raw) AS in_place,
       count(*) FILTER (WHERE line = 1 + length(regexp_replace(left(body, "position" - 1), '[^\n]', '', 'g'))) AS in_line
    FROM changed, gireport_diagnostics(body) WHERE raw IS NOT NULL;
SELECT severity, code, line, "position", substr(body, "position", length(raw)) = raw AS in_place, translate(raw, E'\n\t', '||') AS raw
    FROM (VALUES (E'\ufeffé𠮷\r\n信息内容\t本年处理决定数量\r\n行政许可\t ½ \r\n'
                  '\t行政处罚\n\t约\n 7\n\n\t行政强制\n\t0\n\n'
                  '信息内容\t本年收费金额（单位：万元）\n行政事业性收费\t0\n行政检查\t 1 \t\n')) v(body),
         gireport_diagnostics(body)
    WHERE line IS NOT NULL;

-- Every table and row that is not there.
SELECT severity, code, message, line, "position", raw
    FROM gireport_diagnostics(E'澄湾区财政局2023年政府信息公开工作年度报告\n'
                              '信息内容\t本年处理决定数量\n行政许可\t1\n');
SELECT severity, code, message
    FROM gireport_diagnostics(E'二、主动公开政府信息情况\n三、收到和处理政府信息公开申请情况\n');

-- Of nothing.
SELECT count(*) FROM gireport_diagnostics(NULL);
SELECT * FROM gireport_diagnostics('');
