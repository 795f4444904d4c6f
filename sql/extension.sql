-- The extension as a whole: what it creates, with which properties, in which
-- schema; and that nothing is left when it is dropped.
CREATE SCHEMA reports;
CREATE EXTENSION gireport SCHEMA reports;
SELECT extname, nspname, extrelocatable
    FROM pg_extension e JOIN pg_namespace n ON n.oid = e.extnamespace
    WHERE extname = 'gireport';

-- The objects that belong to it.
CREATE FUNCTION pg_temp.members(OUT classid oid, OUT objid oid) RETURNS SETOF record
    LANGUAGE sql STABLE AS $$
    SELECT d.classid, d.objid
    FROM pg_depend d JOIN pg_extension e ON e.oid = d.refobjid
    WHERE e.extname = 'gireport' AND d.deptype = 'e'
      AND d.refclassid = 'pg_extension'::regclass
$$;
SET search_path = reports;
SELECT oid::regtype AS type, typtype
    FROM pg_type WHERE oid IN (SELECT objid FROM pg_temp.members() WHERE classid = 'pg_type'::regclass)
    ORDER BY typname COLLATE "C";
SELECT p.oid::regprocedure AS function, proretset AS set, provolatile AS volatile, proisstrict AS strict,
       proparallel AS parallel, prosecdef AS definer, proleakproof AS leakproof, lanname AS language
    FROM pg_proc p JOIN pg_language l ON l.oid = p.prolang
    WHERE p.oid IN (SELECT objid FROM pg_temp.members() WHERE classid = 'pg_proc'::regclass)
    ORDER BY p.oid::regprocedure::text COLLATE "C";
SELECT classid::regclass AS catalog, count(*)
    FROM pg_temp.members()
    WHERE classid NOT IN ('pg_type'::regclass, 'pg_proc'::regclass)
    GROUP BY classid ORDER BY 1;

-- What parses costs more than what does not, and sets are small.
SELECT p.oid::regprocedure AS function, procost AS cost, prorows AS rows
    FROM pg_proc p
    WHERE p.oid IN (SELECT objid FROM pg_temp.members() WHERE classid = 'pg_proc'::regclass)
      AND (proretset OR prosrc LIKE '%parse%')
    ORDER BY p.oid::regprocedure::text COLLATE "C";

-- Every object has a comment, and so has every attribute.
SELECT pg_describe_object(classid, objid, 0) AS without_comment
    FROM pg_temp.members()
    WHERE obj_description(objid, classid::regclass::name) IS NULL;
SELECT typname, attname AS without_comment
    FROM pg_type t JOIN pg_attribute a ON a.attrelid = t.typrelid
    WHERE t.oid IN (SELECT objid FROM pg_temp.members() WHERE classid = 'pg_type'::regclass)
      AND attnum > 0 AND col_description(attrelid, attnum) IS NULL;
SELECT obj_description('gireport'::regtype, 'pg_type') AS type,
       obj_description('gireport_parse(text)'::regprocedure, 'pg_proc') AS function,
       obj_description((SELECT oid FROM pg_extension WHERE extname = 'gireport'), 'pg_extension') IS NOT NULL AS extension;

-- Everyone may use it.
SELECT p.oid::regprocedure AS not_for_everyone
    FROM pg_proc p
    WHERE p.oid IN (SELECT objid FROM pg_temp.members() WHERE classid = 'pg_proc'::regclass)
      AND NOT has_function_privilege('public', p.oid, 'EXECUTE');
SELECT t.oid::regtype AS not_for_everyone
    FROM pg_type t
    WHERE t.oid IN (SELECT objid FROM pg_temp.members() WHERE classid = 'pg_type'::regclass)
      AND NOT has_type_privilege('public', t.oid, 'USAGE');

-- No function looks for anything in the search path.
SET search_path = '';
CREATE TABLE reports.documents (name text, body text, report reports.gireport);
INSERT INTO reports.documents VALUES
    ('report', E'澄湾区财政局2023年政府信息公开工作年度报告\n'
               '信息内容\t本年处理决定数量\n行政许可\t12\n行政处罚\t/\n'
               '信息内容\t本年收费金额（单位：万元）\n行政事业性收费\t3.50\n'),
    ('note', '澄湾区财政局的一则通知');
UPDATE reports.documents SET report = reports.gireport_try_parse(body);
SELECT name, (report).agency, (report).proactive.licensing.decisions, (report).proactive.fees.amount
    FROM reports.documents ORDER BY name DESC;
SELECT (reports.gireport_parse(body)).year FROM reports.documents WHERE name = 'report';
SELECT c.row_code, c.column_code, c.value, c.state
    FROM reports.documents d, reports.gireport_cells(d.report) c
    WHERE d.name = 'report' AND c.state = 'number';
SELECT c.row_code, c.column_code, c.value, c.state, c.raw
    FROM reports.documents d, reports.gireport_cells(d.body) c
    WHERE d.name = 'report' AND c.raw IS NOT NULL;
SELECT g.code FROM reports.documents d, reports.gireport_diagnostics(d.body) g
    WHERE d.name = 'note';
SELECT reports.gireport_valid(report), reports.gireport_assert(report),
       (SELECT count(*) FROM reports.gireport_violations(report)) AS violations
    FROM reports.documents WHERE name = 'report';
SELECT (reports.sum(report)).proactive.fees.amount FROM reports.documents;

-- It can be moved, also from under a session that has used it, with all that
-- depends on it.
CREATE VIEW reports.agencies AS SELECT (reports.gireport_try_parse(body)).agency FROM reports.documents;
CREATE INDEX ON reports.documents (((report).year)) WHERE reports.gireport_valid(report);
SET search_path = reports, elsewhere;
PREPARE years AS SELECT name, (gireport_try_parse(body)).year FROM documents ORDER BY name;
EXECUTE years;
CREATE SCHEMA elsewhere;
ALTER EXTENSION gireport SET SCHEMA elsewhere;
EXECUTE years;
SELECT agency FROM agencies ORDER BY agency;
SET search_path = '';
INSERT INTO reports.documents
    SELECT 'copy', body, elsewhere.gireport_parse(body) FROM reports.documents WHERE name = 'report';
SELECT (elsewhere.sum(report)).proactive.licensing.decisions FROM reports.documents;
SELECT count(*) AS left_behind
    FROM (SELECT pronamespace FROM pg_catalog.pg_proc WHERE proname LIKE 'gireport%' OR proname = 'sum'
          UNION ALL
          SELECT typnamespace FROM pg_catalog.pg_type WHERE typname LIKE '%gireport%') o(namespace)
    WHERE namespace = 'reports'::pg_catalog.regnamespace;

-- It is not dropped while a table needs it.
RESET search_path;
\set VERBOSITY terse
DROP EXTENSION gireport;
\set VERBOSITY default
DEALLOCATE years;
DROP VIEW reports.agencies;
DROP TABLE reports.documents;
DROP EXTENSION gireport;
SELECT (SELECT count(*) FROM pg_proc WHERE proname LIKE '%gireport%') AS functions,
       (SELECT count(*) FROM pg_type WHERE typname LIKE '%gireport%') AS types,
       (SELECT count(*) FROM pg_class WHERE relname LIKE '%gireport%') AS relations,
       (SELECT count(*) FROM pg_aggregate WHERE aggtransfn::regproc::text LIKE '%gireport%') AS aggregates,
       (SELECT count(*) FROM pg_description WHERE description LIKE '%政府信息公开%') AS comments;
DROP SCHEMA reports, elsewhere;

-- It can be installed again, in the schema of the search path.
CREATE EXTENSION gireport;
SELECT gireport_try_parse('') IS NULL AS works;
