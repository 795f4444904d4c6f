-- The tables to measure on.  psql's variables: folder, where the bodies are; and
-- bodies, stored and large, the numbers of rows.
CREATE EXTENSION gireport;

CREATE TABLE bench.base AS
	SELECT split_part(name, '_', 1) AS layout, pg_read_file(:'folder' || '/' || name) AS body,
		   row_number() OVER (PARTITION BY split_part(name, '_', 1) ORDER BY name) - 1 AS number,
		   count(*) OVER (PARTITION BY split_part(name, '_', 1)) AS number_of
	FROM pg_ls_dir(:'folder') name;

-- JSON of the size of a body: its numbers by name, and as much prose as is missing.
INSERT INTO bench.base
	SELECT 'json', jsonb_build_object('report', figures, 'text', repeat('年', greatest(0,
			(octet_length(body) - octet_length(figures::text) - 24) / 3)))::text, number, number_of
	FROM bench.base, LATERAL (SELECT to_jsonb(gireport_parse(body)) AS figures) f WHERE layout = 'tab';

-- Bodies of each layout, not compressed and compressed.  They are composed anew,
-- for a value that is stored compressed is copied as it is.
CREATE PROCEDURE bench.make_bodies(name text, chosen text, how text, rows bigint) LANGUAGE plpgsql AS $$
BEGIN
	EXECUTE format('CREATE TABLE bench.%I (id bigint, body text)', name);
	EXECUTE format('ALTER TABLE bench.%I ALTER body SET %s', name, how);
	EXECUTE format('INSERT INTO bench.%I SELECT id, body || '''' FROM generate_series(0, %s - 1) id
		JOIN bench.base ON layout = %L AND number = id %% number_of', name, rows, chosen);
	EXECUTE format('ANALYZE bench.%I', name);
END
$$;
CALL bench.make_bodies('tab', 'tab', 'STORAGE EXTERNAL', :bodies / 2);
CALL bench.make_bodies('word', 'word', 'STORAGE EXTERNAL', :bodies / 2);
CALL bench.make_bodies('pipe', 'pipe', 'STORAGE EXTERNAL', :bodies / 10);
CALL bench.make_bodies('html', 'html', 'STORAGE EXTERNAL', :bodies / 10);
CALL bench.make_bodies('json', 'json', 'STORAGE EXTERNAL', :bodies / 10);
CALL bench.make_bodies('tab_lz4', 'tab', 'COMPRESSION lz4', :bodies / 2);
CALL bench.make_bodies('word_lz4', 'word', 'COMPRESSION lz4', :bodies / 2);
VACUUM;

-- Stored reports: as they are, with lz4, and not compressed; and the same numbers
-- in plain columns.
CREATE TABLE bench.stored (id bigint, part int, report gireport);
CREATE TABLE bench.stored_lz4 (LIKE bench.stored);
ALTER TABLE bench.stored_lz4 ALTER report SET COMPRESSION lz4;
CREATE TABLE bench.stored_plain (LIKE bench.stored);
ALTER TABLE bench.stored_plain ALTER report SET STORAGE PLAIN;
CREATE TABLE bench.parsed AS
	SELECT gireport_parse(body) AS report, row_number() OVER (ORDER BY layout, number) - 1 AS number
	FROM bench.base WHERE layout IN ('tab', 'word', 'pipe');
-- composed anew, for a value that is stored compressed is copied as it is
CREATE PROCEDURE bench.store(name text, rows bigint) LANGUAGE plpgsql AS $$
BEGIN
	EXECUTE format('INSERT INTO bench.%I SELECT id, id %% 1000, ROW((p.report).title, (p.report).agency, (p.report).year,
			(p.report).proactive, (p.report).requests, (p.report).disputes)::gireport
		FROM generate_series(0, %s - 1) id
			JOIN bench.parsed p ON number = id %% (SELECT count(*) FROM bench.parsed)', name, rows);
END
$$;
CALL bench.store('stored', :stored);
CALL bench.store('stored_lz4', :stored);
CALL bench.store('stored_plain', :stored);
SELECT format('CREATE TABLE bench.wide AS SELECT id, part, %s FROM bench.stored',
		string_agg(format('(report).%I.%I.%I AS c%s', section, "row", "column", number), ', ' ORDER BY number))
	FROM (SELECT s.attname AS section, r.attname AS "row", c.attname AS "column",
				 row_number() OVER (ORDER BY s.attnum, r.attnum, c.attnum) AS number
		  FROM pg_type t
			   JOIN pg_attribute s ON s.attrelid = t.typrelid
			   JOIN pg_type st ON st.oid = s.atttypid AND st.typtype = 'c'
			   JOIN pg_attribute r ON r.attrelid = st.typrelid
			   JOIN pg_type rt ON rt.oid = r.atttypid
			   JOIN pg_attribute c ON c.attrelid = rt.typrelid
		  WHERE t.oid = 'gireport'::regtype) cells \gexec
-- A report in which a number is wrong, and one that is taken apart anyhow.
CREATE TABLE bench.wrong AS
	SELECT id, jsonb_populate_record(NULL::gireport, jsonb_set(to_jsonb(report), '{requests,granted,natural_person}', '7')) AS report
	FROM bench.stored WHERE id < :stored / 20;

-- Targets of INSERT and COPY.
CREATE TABLE bench.plain_registry (body text, report gireport GENERATED ALWAYS AS (gireport_parse(body)) STORED);
CREATE TABLE bench.checked_registry (LIKE bench.plain_registry INCLUDING GENERATED, CHECK (gireport_valid(report)));
CREATE TABLE bench.plain_target (id bigint, part int, report gireport);
CREATE TABLE bench.checked_target (LIKE bench.plain_target, CHECK (gireport_valid(report)));
COPY bench.stored TO :'copy_file' (FORMAT binary);
VACUUM ANALYZE;
