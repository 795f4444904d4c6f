# Tables that store reports, check them and index them survive dump and restore
# and logical replication, with the extension in a schema that is in no search
# path.
use strict;
use warnings;

use File::Basename qw(basename);
use FindBin;
use PostgreSQL::Test::Cluster;
use PostgreSQL::Test::Utils;
use Test::More;

my $node = PostgreSQL::Test::Cluster->new('main');
$node->init(allows_streaming => 'logical', extra => [ '--no-locale', '--encoding=UTF8' ]);
$node->start;
my $dir = PostgreSQL::Test::Utils::tempdir;

# ---- the database ----

$node->safe_psql('postgres', 'CREATE DATABASE source');
$node->safe_psql(
	'source', q(
	CREATE SCHEMA tools;
	CREATE EXTENSION gireport SCHEMA tools;

	-- Made from the text, and checked.
	CREATE TABLE documents (
		name text PRIMARY KEY,
		body text NOT NULL,
		report tools.gireport GENERATED ALWAYS AS (tools.gireport_try_parse(body)) STORED,
		CHECK (tools.gireport_valid(report)));

	-- Stored; with every kind of constraint and index.
	CREATE TABLE registry (
		id int,
		region text,
		report tools.gireport NOT NULL,
		PRIMARY KEY (region, id),
		CONSTRAINT adds_up CHECK (tools.gireport_assert(report)),
		CONSTRAINT dated CHECK ((report).year BETWEEN 2008 AND 2099)) PARTITION BY LIST (region);
	CREATE TABLE registry_east PARTITION OF registry FOR VALUES IN ('east');
	CREATE TABLE registry_other PARTITION OF registry DEFAULT;
	CREATE INDEX registry_year ON registry (((report).year), ((report).agency));
	CREATE INDEX registry_open ON registry (id) WHERE (report).requests.carried_out.total > 0;
	CREATE INDEX documents_year ON documents (((tools.gireport_parse(body)).year));
	CREATE UNIQUE INDEX registry_once ON registry (region, report);

	-- The types inside it, a domain, an array, a state of its sum, a default.
	CREATE DOMAIN sound_report AS tools.gireport
		CONSTRAINT sound CHECK (tools.gireport_valid(VALUE) AND (VALUE).year >= 2008);
	CREATE TABLE parts (
		id int PRIMARY KEY,
		sound sound_report,
		many tools.gireport[],
		received tools.gireport_applicants,
		fees tools.gireport_fees,
		state tools.gireport_sum,
		nothing tools.gireport DEFAULT tools.gireport_try_parse('no report'));

	CREATE VIEW agencies AS SELECT name, (report).agency, (report).year FROM documents;
	CREATE MATERIALIZED VIEW regions AS SELECT region, tools.sum(report) AS sum FROM registry GROUP BY region;
	CREATE FUNCTION received(report tools.gireport) RETURNS bigint LANGUAGE sql IMMUTABLE
		BEGIN ATOMIC SELECT (report).requests.received.total; END;
	CREATE INDEX registry_received ON registry (received(report));
	CREATE STATISTICS registry_statistics ON ((report).year), region FROM registry;));

foreach my $path (sort glob("$FindBin::RealBin/../corpus/[yi]_*.txt"))
{
	my $name = basename($path, '.txt');

	$node->safe_psql('source', "INSERT INTO documents VALUES ('$name', convert_from(pg_read_binary_file('$path'), 'UTF8'))");
}
$node->safe_psql(
	'source', q(
	INSERT INTO registry
		SELECT row_number() OVER (ORDER BY name), CASE WHEN name LIKE 'y_2021%' THEN 'east' ELSE 'west' END, report
		FROM documents WHERE (report).year IS NOT NULL;
	INSERT INTO registry VALUES (101, 'south',
		jsonb_populate_record(NULL::tools.gireport, $${
			"title": "a\"b'c\\\\d,e(f)\t\n{g}", "agency": "", "year": 2023,
			"proactive": {"fees": {"amount": 12.3400}, "procurement": {"amount": 123456789012345678901234567890.1},
						  "penalty": {"items_change": -9223372036854775808, "decisions": 9223372036854775807}},
			"requests": {"received": {}}, "disputes": {}}$$));
	INSERT INTO parts
		SELECT 1, report, ARRAY[report, NULL, report], (report).requests.received, (report).proactive.fees,
			   tools.gireport_sum_add(NULL, report)
		FROM registry WHERE id = 101
		UNION ALL
		SELECT 2, NULL, NULL, NULL, NULL, NULL;
	REFRESH MATERIALIZED VIEW regions;
	ANALYZE;));

# Everything that is stored, as text.
my @tables = ('documents', 'registry', 'parts', 'agencies', 'regions');

sub contents
{
	my ($database) = @_;

	return join '', map {
		"$_\n" . $node->safe_psql($database, qq(SELECT t::text FROM $_ t ORDER BY t::text COLLATE "C")) . "\n"
	} @tables;
}

my $contents = contents('source');
cmp_ok(length $contents, '>', 100_000, 'there is something to dump');
is($node->safe_psql('source', 'SELECT (count(*) > 20), (count(report) < count(*)) FROM documents'), 't|f', 'documents');

# ---- dump and restore ----

# A dump as text, without what differs from dump to dump.
sub schema_dump
{
	my ($database) = @_;
	my ($dump) = run_command([ 'pg_dump', '-s', '-d', $node->connstr($database) ]);

	$dump =~ s/^(?:\\(?:un)?restrict .*|-- Dumped .*)\n//gm;
	return $dump;
}

# A restored database holds the same, and checks the same.
sub check_restored
{
	my ($database, $name) = @_;

	is(contents($database), $contents, "$name: contents");
	is(schema_dump($database), schema_dump('source'), "$name: dumped again");
	is( $node->safe_psql($database, q(SELECT n.nspname FROM pg_extension e JOIN pg_namespace n ON n.oid = extnamespace WHERE extname = 'gireport')),
		'tools',
		"$name: schema of the extension");
	is( $node->safe_psql($database, q(SELECT count(*) FROM pg_constraint WHERE contype = 'c' AND NOT convalidated)) . '|'
		  . $node->safe_psql($database, 'SELECT count(*) FROM pg_index WHERE NOT indisvalid'),
		'0|0',
		"$name: constraints and indexes are valid");
	foreach my $case (
		[ 'registry', 'adds_up', "INSERT INTO registry SELECT 200, 'east', (q.r) FROM wrong q" ],
		[ 'documents', 'documents_report_check', "INSERT INTO documents SELECT 'wrong', body FROM wrong" ],
		[ 'parts', 'sound', 'INSERT INTO parts SELECT 3, r FROM wrong' ])
	{
		my ($table, $constraint, $insert) = @$case;
		my ($result, $stdout, $stderr) = $node->psql($database, <<"SQL");
\\set VERBOSITY verbose
WITH wrong AS (
	SELECT body, tools.gireport_parse(body) AS r
	FROM (SELECT replace(body, E'\\t', E'\\t') AS body
		  FROM (VALUES (E'澄湾区财政局2023年政府信息公开工作年度报告\\n一、本年新收政府信息公开申请数量\\t1\\t0\\t0\\t0\\t0\\t0\\t2\\n')) v(body)) b)
$insert
SQL
		like($stderr, qr/ERROR:  23514: .*(?:$constraint|identity of its tables)/, "$name: $table refuses what is wrong");
	}
	return;
}

$node->safe_psql('postgres', "CREATE DATABASE $_") foreach 'plain', 'inserts', 'custom', 'parallel', 'apart';

$node->command_ok([ 'pg_dump', '-f', "$dir/plain.sql", '-d', $node->connstr('source') ], 'pg_dump');
$node->command_ok([ 'psql', '-X', '-q', '-v', 'ON_ERROR_STOP=1', '-f', "$dir/plain.sql", '-d', $node->connstr('plain') ], 'psql restores it');
check_restored('plain', 'plain');

$node->command_ok([ 'pg_dump', '--column-inserts', '-f', "$dir/inserts.sql", '-d', $node->connstr('source') ], 'pg_dump --column-inserts');
$node->command_ok([ 'psql', '-X', '-q', '-v', 'ON_ERROR_STOP=1', '-f', "$dir/inserts.sql", '-d', $node->connstr('inserts') ], 'psql restores it');
check_restored('inserts', 'column inserts');

$node->command_ok([ 'pg_dump', '-Fc', '-f', "$dir/custom", '-d', $node->connstr('source') ], 'pg_dump -Fc');
$node->command_ok([ 'pg_restore', '-e', '-1', '-d', $node->connstr('custom'), "$dir/custom" ], 'pg_restore');
check_restored('custom', 'custom');
$node->command_ok([ 'pg_restore', '-e', '-j', '2', '-d', $node->connstr('parallel'), "$dir/custom" ], 'pg_restore -j');
check_restored('parallel', 'parallel');

# Into tables that are already there: their constraints look at every row.
$node->command_ok([ 'pg_restore', '-e', '-s', '-d', $node->connstr('apart'), "$dir/custom" ], 'pg_restore of the schema');
$node->command_ok([ 'pg_restore', '-e', '-a', '-d', $node->connstr('apart'), "$dir/custom" ], 'pg_restore of the data');
$node->safe_psql('apart', 'REFRESH MATERIALIZED VIEW regions');
check_restored('apart', 'schema and data apart');

# ---- logical replication ----

# Rows of composites are sent as text, and in binary.
foreach my $binary ('off', 'on')
{
	my $target = "target_$binary";

	$node->safe_psql('postgres', "CREATE DATABASE $target");
	$node->safe_psql(
		'source', qq(
		CREATE PUBLICATION $target FOR TABLE parts, registry_east, documents;
		SELECT pg_create_logical_replication_slot('$target', 'pgoutput');));
	$node->command_ok([ 'pg_restore', '-e', '-s', '-d', $node->connstr($target), "$dir/custom" ], "replica, binary $binary: schema");
	$node->safe_psql(
		$target, sprintf q(
		CREATE SUBSCRIPTION %s CONNECTION '%s' PUBLICATION %s
			WITH (create_slot = false, slot_name = '%s', binary = %s)),
		$target, $node->connstr('source') =~ s/'/''/gr, $target, $target, $binary);
	ok( $node->poll_query_until($target, q(SELECT count(*) > 0 AND count(*) = count(*) FILTER (WHERE srsubstate = 'r') FROM pg_subscription_rel)),
		"replica, binary $binary: first copy");
	$node->safe_psql(
		'source', q(
		UPDATE registry SET report.disputes.reconsideration = ROW(1, 0, 0, 1, 2) WHERE region = 'east' AND id % 2 = 0;
		UPDATE parts SET many = many || many, received.total = 3 WHERE id = 1;
		UPDATE parts SET received.total = NULL WHERE id = 1;
		DELETE FROM registry WHERE id = (SELECT min(id) FROM registry WHERE region = 'east');
		UPDATE documents SET body = body || E'\n' WHERE name LIKE 'y%';));
	$node->wait_for_catchup($target);
	foreach my $table ('parts', 'registry_east', 'documents')
	{
		my $query = qq(SELECT t::text FROM $table t ORDER BY t::text COLLATE "C");

		is($node->safe_psql($target, $query), $node->safe_psql('source', $query), "replica, binary $binary: $table");
	}
	$node->safe_psql($target, "DROP SUBSCRIPTION $target");
	$node->safe_psql('source', "DROP PUBLICATION $target");
}

$node->stop;
unlike(slurp_file($node->logfile), qr/PANIC|TRAP|terminated by signal/, 'no crash in the log');
done_testing();
