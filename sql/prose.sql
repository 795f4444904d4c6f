-- Prose: the counts that it states, and their comparison with the tables.
SET client_min_messages = warning;
CREATE EXTENSION IF NOT EXISTS gireport;
RESET client_min_messages;

-- A report with a prose, and with tables that can be left out: 10 requests, and
-- 2 from the year before; 11 concluded, with 6 granted and 5 refused; 1 carried
-- over; 1 reconsideration and 2 lawsuits; 3 documents.
CREATE FUNCTION pg_temp.report(prose text, tables boolean DEFAULT true) RETURNS text
    LANGUAGE sql AS $$
    SELECT E'青禾县水务局2023年政府信息公开工作年度报告\n一、总体情况\n' || prose
        || E'\n二、主动公开政府信息情况\n'
        || CASE WHEN tables THEN
           E'第二十条第（一）项\n信息内容\t本年制发件数\t本年废止件数\t现行有效件数\n'
        || E'规章\t0\t0\t0\n行政规范性文件\t3\t1\t9\n' ELSE '' END
        || E'三、收到和处理政府信息公开申请情况\n'
        || CASE WHEN tables THEN
           E'（本列数据的勾稽关系为：第一项加第二项之和，等于第三项加第四项之和）\t申请人情况\n'
        || E'自然人\t法人或其他组织\t总计\n商业企业\t科研机构\t社会公益组织\t法律服务机构\t其他\n'
        || string_agg(label || E'\t' || total || E'\t0\t0\t0\t0\t0\t' || total, E'\n' ORDER BY n) ELSE '' END
        || E'\n四、政府信息公开行政复议、行政诉讼情况\n'
        || CASE WHEN tables THEN
           E'行政复议\t行政诉讼\n结果维持\t结果纠正\t其他结果\t尚未审结\t总计\t未经复议直接起诉\t复议后起诉\n'
        || E'结果维持\t结果纠正\t其他结果\t尚未审结\t总计\t结果维持\t结果纠正\t其他结果\t尚未审结\t总计\n'
        || E'1\t0\t0\t0\t1\t1\t0\t0\t0\t1\t0\t0\t1\t0\t1\n' ELSE '' END
        || E'五、存在的主要问题及改进情况\n六、其他需要报告的事项\n未收取信息处理费。\n'
    FROM (VALUES (1, '一、本年新收政府信息公开申请数量', 10), (2, '二、上年结转政府信息公开申请数量', 2),
          (3, E'三、本年度办理结果\t（一）予以公开', 6), (4, '（二）部分公开', 0),
          (5, E'（三）不予公开\t1.属于国家秘密', 0), (6, '2.其他法律行政法规禁止公开', 0),
          (7, '3.危及“三安全一稳定”', 0), (8, '4.保护第三方合法权益', 2), (9, '5.属于三类内部事务信息', 3),
          (10, '6.属于四类过程性信息', 0), (11, '7.属于行政执法案卷', 0), (12, '8.属于行政查询事项', 0),
          (13, E'（四）无法提供\t1.本机关不掌握相关政府信息', 0), (14, '2.没有现成信息需要另行制作', 0),
          (15, '3.补正后申请内容仍不明确', 0), (16, E'（五）不予处理\t1.信访举报投诉类申请', 0),
          (17, '2.重复申请', 0), (18, '3.要求提供公开出版物', 0), (19, '4.无正当理由大量反复申请', 0),
          (20, '5.要求行政机关确认或重新出具已获取信息', 0),
          (21, E'（六）其他处理\t1.申请人无正当理由逾期不补正、行政机关不再处理其政府信息公开申请', 0),
          (22, '2.申请人逾期未按收费通知要求缴纳费用、行政机关不再处理其政府信息公开申请', 0), (23, '3.其他', 0),
          (24, '（七）总计', 11), (25, '四、结转下年度继续办理', 1)) AS rows(n, label, total)
$$;

-- Claims, with the words that state them and where these stand.
CREATE TEMP TABLE bodies (name text PRIMARY KEY, body text);
INSERT INTO bodies VALUES
    ('right', pg_temp.report(E'（一）主动公开。公开政府信息 1340 余条，受理群众咨询 270 次。\n'
        '（二）依申请公开。2023年，我局新收政府信息公开申请 10 件，上年结转两件，办结１１件，'
        '其中予以公开6件、不予公开5件，结转下年度1件。\n'
        '全年制发行政规范性文件3件，废止1件，现行有效9件。\n'
        '被申请行政复议1起、提起行政诉讼2起，均涉及政府信息公开。')),
    ('wrong', pg_temp.report(E'全年收到政府信息公开申请15件，较上年增加3件，均已按时办结。\n'
        '无行政复议、行政诉讼。')),
    ('load', pg_temp.report('共受理政府信息公开申请12件。')),
    ('clear', pg_temp.report('共收到政府信息公开申请13件（其中上年结转2件）。')),
    ('nothing', pg_temp.report('2023年度未收到政府信息公开申请。')),
    ('several', pg_temp.report(E'全年收到政府信息公开申请10件。\n\n本年度共受理政府信息公开申请8件。')),
    ('classes', pg_temp.report('办结政府信息公开申请10件，其中予以公开6件，不予公开5件。')),
    ('last year', pg_temp.report('2022年，我局共制定行政规范性文件0件。')),
    ('years', pg_temp.report('2022年收到政府信息公开申请7件，2023年收到政府信息公开申请10件。')),
    ('traps', pg_temp.report(E'全县共收到政府信息公开申请800件。\n处理12345热线工单900件，全部按时办结。\n'
        '依申请公开信息0条。\n青禾县教育局收到政府信息公开申请4件。\n未收取政府信息公开信息处理费。')),
    ('lost', pg_temp.report('收到政府信息公开申请10件，均已答复。无行政诉讼。制发行政规范性文件3件。', false));
SELECT name, subject, value, unit, raw, section, line, "position", length,
       substr(body, "position", length) = raw AS there, strpos(body, sentence) > 0 AS in_sentence
    FROM bodies, gireport_claims(body) ORDER BY name, "position", subject;
SELECT sentence FROM gireport_claims((SELECT body FROM bodies WHERE name = 'wrong')) WHERE subject = 'received';

-- Against the tables.
SELECT name, rule, severity, verdict, section, row_code, column_code, left_value, right_value, difference, blanks, line
    FROM bodies, gireport_check_prose(body) ORDER BY name, rule, line, left_value, row_code;
\pset format unaligned
SELECT name, rule, expression FROM bodies, gireport_check_prose(body) WHERE verdict = 'pass' ORDER BY name, rule, left_value, message COLLATE "C";
SELECT name, rule, message FROM bodies, gireport_check_prose(body) ORDER BY name, rule, left_value, message COLLATE "C";
\pset format aligned

-- Findings and claims stand at the same places.
SELECT bool_and(EXISTS (SELECT FROM gireport_claims(body) AS c
                        WHERE c.sentence = p.sentence AND c.line = p.line AND c."position" = p."position"))
    FROM bodies, gireport_check_prose(body) AS p WHERE rule <> 'P7';

-- Each rule that can be found is in the catalogue.
SELECT DISTINCT p.rule FROM bodies, gireport_check_prose(body) AS p
    WHERE rule NOT IN (SELECT rule FROM gireport_rules() WHERE scope = 'prose');

-- A text that is no report, and none at all.
SELECT * FROM gireport_claims('收到政府信息公开申请10件。');
SELECT * FROM gireport_check_prose('收到政府信息公开申请10件。');
SELECT count(*) FROM gireport_claims(NULL), gireport_check_prose(NULL);

-- No prose, and no heading for it.
SELECT count(*) FROM gireport_claims(pg_temp.report('')), gireport_check_prose(pg_temp.report(''));
SELECT count(*) FROM gireport_claims((SELECT replace(body, '一、总体情况', '') FROM bodies WHERE name = 'traps'));

-- Long texts: without the end of a sentence, of digits alone, in brackets and
-- quotation marks that go deep, in one line and in many.  What stands before and
-- behind them is found.
CREATE FUNCTION pg_temp.hostile(piece text, times integer) RETURNS text LANGUAGE sql AS $$
    SELECT pg_temp.report(E'全年收到政府信息公开申请10件。\n' || repeat(piece, times) || E'\n\n结转下年度1件。')
$$;
SELECT piece, times, count(*), array_agg(subject || '=' || value ORDER BY "position")
    FROM (VALUES (1, '7', 1000000), (2, '收到', 100000), (3, '（', 200000), (4, '“《', 100000), (5, '政府信息公开申请、', 40000),
                 (6, '2023年', 100000), (7, E'九\n', 100000), (8, '未', 200000), (9, E'1 件\t', 50000)) AS h(n, piece, times),
         gireport_claims(pg_temp.hostile(piece, times))
    GROUP BY n, piece, times ORDER BY n;
-- more counts than any report states
SELECT count(*) FROM gireport_claims(pg_temp.report(repeat(E'收到政府信息公开申请3件。\n', 10001)));
SELECT count(*) FROM gireport_check_prose(pg_temp.report(repeat(E'收到政府信息公开申请3件。\n', 10001)));

-- The same under a search path that has nothing, or other functions of these names.
CREATE SCHEMA hostile;
CREATE FUNCTION hostile.repeat(text, integer) RETURNS text LANGUAGE sql AS 'SELECT ''wrong''';
CREATE FUNCTION hostile.length(text) RETURNS integer LANGUAGE sql AS 'SELECT -1';
CREATE TEMP TABLE expected AS
    SELECT name, c.* FROM bodies, gireport_claims(body) AS c;
SELECT extnamespace::regnamespace AS schema FROM pg_extension WHERE extname = 'gireport' \gset
SET search_path = '';
SELECT count(*) FROM (TABLE pg_temp.expected
                      EXCEPT ALL SELECT name, c.* FROM pg_temp.bodies, :schema.gireport_claims(body) AS c) AS d;
SET search_path = hostile, pg_catalog, public;
SELECT count(*) FROM (SELECT name, c.* FROM bodies, gireport_claims(body) AS c EXCEPT ALL TABLE expected) AS d;
SELECT count(*) FROM bodies, gireport_check_prose(body) WHERE verdict = 'fail';
RESET search_path;
DROP SCHEMA hostile CASCADE;

SELECT provolatile, proisstrict, proparallel, procost, prorows, obj_description(oid, 'pg_proc') IS NOT NULL AS comment
    FROM pg_proc WHERE proname IN ('gireport_claims', 'gireport_check_prose') ORDER BY proname;
