-- What is measured; see harness.sql and tables.sql.
SET search_path = bench, public;

-- Names of psql's variables are as in tables.sql.
SELECT string_agg(format('sum(%I)', attname), ', ' ORDER BY attnum) AS wide_sums
	FROM pg_attribute WHERE attrelid = 'bench.wide'::regclass AND attname ~ '^c[0-9]' \gset
INSERT INTO note (line) SELECT format('sum-wide adds up %s columns, the numbers of both forms', count(*))
	FROM pg_attribute WHERE attrelid = 'bench.wide'::regclass AND attname ~ '^c[0-9]';

INSERT INTO work (grp, name, rows, query) VALUES
	('parse', 'length-tab', :bodies / 2, 'SELECT sum(length(body)) FROM bench.tab'),
	('parse', 'md5-tab', :bodies / 2, 'SELECT count(md5(body)) FROM bench.tab'),
	('parse', 'parse-tab', :bodies / 2, 'SELECT count(gireport_parse(body)) FROM bench.tab'),
	('parse', 'md5-word', :bodies / 2, 'SELECT count(md5(body)) FROM bench.word'),
	('parse', 'parse-word', :bodies / 2, 'SELECT count(gireport_parse(body)) FROM bench.word'),
	('parse', 'parse-pipe', :bodies / 10, 'SELECT count(gireport_parse(body)) FROM bench.pipe'),
	('parse', 'parse-html', :bodies / 10, 'SELECT count(gireport_parse(body)) FROM bench.html'),
	('parse', 'md5-tab-lz4', :bodies / 2, 'SELECT count(md5(body)) FROM bench.tab_lz4'),
	('parse', 'parse-tab-lz4', :bodies / 2, 'SELECT count(gireport_parse(body)) FROM bench.tab_lz4'),
	('parse', 'md5-word-lz4', :bodies / 2, 'SELECT count(md5(body)) FROM bench.word_lz4'),
	('parse', 'parse-word-lz4', :bodies / 2, 'SELECT count(gireport_parse(body)) FROM bench.word_lz4'),
	('parse', 'jsonb', :bodies / 10, 'SELECT count(body::jsonb) FROM bench.json'),
	('parse', 'regexp_matches', :bodies / 10,
		$$SELECT count(*) FROM bench.tab, LATERAL regexp_matches(body, '\d+', 'g') WHERE id < $$ || :bodies / 10),
	('parse', 'xpath', :bodies / 10, $$SELECT sum(cardinality(xpath('//td', body::xml))) FROM bench.html$$),
	('parse', 'plpgsql', :bodies / 20, 'SELECT count(bench.parse(body)) FROM bench.tab WHERE id < ' || :bodies / 20);

INSERT INTO work (grp, name, rows, query) VALUES
	('check', 'parse', :bodies / 10, 'SELECT count(gireport_parse(body)) FROM bench.tab WHERE id < ' || :bodies / 10),
	('check', 'valid', :stored, 'SELECT count(*) FROM bench.stored WHERE gireport_valid(report)'),
	('check', 'valid-lz4', :stored, 'SELECT count(*) FROM bench.stored_lz4 WHERE gireport_valid(report)'),
	('check', 'valid-wrong', :stored / 20, 'SELECT count(*) FROM bench.wrong WHERE gireport_valid(report)'),
	('check', 'complete', :stored, 'SELECT count(*) FROM bench.stored WHERE gireport_complete(report)'),
	('check', 'metrics', :stored, 'SELECT count(gireport_metrics(report)) FROM bench.stored'),
	('check', 'check', :stored / 20, 'SELECT count(*) FROM bench.stored, gireport_check(report) WHERE id < ' || :stored / 20),
	('check', 'suggest', :stored / 20, 'SELECT count(*) FROM bench.stored, gireport_suggest(report) WHERE id < ' || :stored / 20),
	('check', 'suggest-wrong', :stored / 20, 'SELECT count(*) FROM bench.wrong, gireport_suggest(report)');

INSERT INTO work (grp, name, rows, query, before) VALUES
	('load', 'insert', :bodies / 4,
		'INSERT INTO bench.plain_registry SELECT body FROM bench.tab WHERE id < ' || :bodies / 4,
		'TRUNCATE bench.plain_registry'),
	('load', 'insert-check', :bodies / 4,
		'INSERT INTO bench.checked_registry SELECT body FROM bench.tab WHERE id < ' || :bodies / 4,
		'TRUNCATE bench.checked_registry'),
	('load', 'insert-stored', :stored,
		'INSERT INTO bench.plain_target SELECT * FROM bench.stored_plain', 'TRUNCATE bench.plain_target'),
	('load', 'insert-stored-check', :stored,
		'INSERT INTO bench.checked_target SELECT * FROM bench.stored_plain', 'TRUNCATE bench.checked_target'),
	('load', 'copy', :stored,
		format('COPY bench.plain_target FROM %L (FORMAT binary)', :'copy_file'), 'TRUNCATE bench.plain_target'),
	('load', 'copy-check', :stored,
		format('COPY bench.checked_target FROM %L (FORMAT binary)', :'copy_file'), 'TRUNCATE bench.checked_target');

INSERT INTO work (grp, name, rows, query, settings) VALUES
	('sum', 'sum-wide', :stored, format('SELECT %s FROM bench.wide', :'wide_sums'), NULL),
	('sum', 'sum', :stored, 'SELECT sum(report) FROM bench.stored', NULL),
	('sum', 'sum-lz4', :stored, 'SELECT sum(report) FROM bench.stored_lz4', NULL),
	('sum', 'sum-plain', :stored, 'SELECT sum(report) FROM bench.stored_plain', NULL),
	('sum', 'group-wide', :stored, format('SELECT part, %s FROM bench.wide GROUP BY part', :'wide_sums'), 'SET work_mem = ''1GB'''),
	('sum', 'group', :stored, 'SELECT part, sum(report) FROM bench.stored GROUP BY part', 'SET work_mem = ''1GB'''),
	('sum', 'group-lz4', :stored, 'SELECT part, sum(report) FROM bench.stored_lz4 GROUP BY part', 'SET work_mem = ''1GB'''),
	('sum', 'group-plain', :stored, 'SELECT part, sum(report) FROM bench.stored_plain GROUP BY part', 'SET work_mem = ''1GB''');

INSERT INTO work (grp, name, rows, query, settings) VALUES
	('growth', 'sum-small', :small, 'SELECT sum(report) FROM bench.small', NULL),
	('growth', 'group-small', :small, 'SELECT part, sum(report) FROM bench.small GROUP BY part', 'SET work_mem = ''1GB'''),
	('growth', 'valid-small', :small, 'SELECT count(*) FROM bench.small WHERE gireport_valid(report)', NULL),
	('growth', 'sum-large', :large, 'SELECT sum(report) FROM bench.large', NULL),
	('growth', 'group-large', :large, 'SELECT part, sum(report) FROM bench.large GROUP BY part', 'SET work_mem = ''1GB'''),
	('growth', 'valid-large', :large, 'SELECT count(*) FROM bench.large WHERE gireport_valid(report)', NULL),
	('growth', 'sum-parallel', :large, 'SELECT sum(report) FROM bench.large', 'SET max_parallel_workers_per_gather = 2'),
	('growth', 'group-parallel', :large, 'SELECT part, sum(report) FROM bench.large GROUP BY part',
		'SET work_mem = ''1GB'';SET max_parallel_workers_per_gather = 2');

INSERT INTO target (what, name, other, at_most, bound) VALUES
	('gireport_parse, tab: md5(body)', 'parse-tab', 'md5-tab', true, 1.0),
	('gireport_parse, Word: md5(body)', 'parse-word', 'md5-word', true, 1.0),
	('gireport_parse, tab: body::jsonb', 'parse-tab', 'jsonb', true, 0.3),
	('gireport_parse, tab: PL/pgSQL parser', 'parse-tab', 'plpgsql', true, 0.02),
	('core, tab, speed: UTF-8 decode', 'utf8-tab', 'core-tab', false, 1.0),
	('gireport_parse, HTML: lxml', 'parse-html', 'lxml', true, 0.5),
	('gireport_valid: gireport_parse', 'valid', 'parse', true, 0.25),
	('INSERT with CHECK: without', 'insert-check', 'insert', true, 1.1),
	('COPY with CHECK: without', 'copy-check', 'copy', true, 1.1),
	('sum(report): sum of columns', 'sum', 'sum-wide', true, 0.5),
	('the same, reports stored with lz4', 'sum-lz4', 'sum-wide', true, 0.5),
	('the same, reports not compressed', 'sum-plain', 'sum-wide', true, 0.5),
	('the same, 1,000 groups', 'group', 'group-wide', true, 0.5),
	('serial sum: 2 parallel workers', 'sum-large', 'sum-parallel', false, 1.8),
	('sum, a row of many: of 10,000', 'sum-large', 'sum-small', true, 1.1),
	('grouped sum, a row of many: of 10,000', 'group-large', 'group-small', true, 1.1);
