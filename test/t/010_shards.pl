# The same queries on one table, on partitions, and on shards: three servers, one
# of which has the other two's tables as foreign partitions.  Whole groups are
# summed where the rows are, and the results are those of one table.
use strict;
use warnings;

use PostgreSQL::Test::Cluster;
use PostgreSQL::Test::Utils;
use Test::More;

my ($main, $east, $west) = map { PostgreSQL::Test::Cluster->new($_) } qw(main east west);
foreach my $node ($main, $east, $west)
{
	$node->init;
	$node->append_conf('postgresql.conf', 'max_worker_processes = 16');
	$node->append_conf('postgresql.conf', 'max_parallel_workers = 16');
	$node->start;
	$node->safe_psql('postgres', 'CREATE EXTENSION gireport');
}
if ($main->safe_psql('postgres', "SELECT count(*) FROM pg_available_extensions WHERE name = 'postgres_fdw'") eq '0')
{
	plan skip_all => 'postgres_fdw is not installed';
}
my $columns = 'id int, region text, level text, year int, report gireport';
$main->safe_psql('postgres', 'CREATE EXTENSION postgres_fdw');

# 600 reports of six regions, two levels and three years.  Half of them have
# amounts; some are NULL, lack a table, or have numbers that no 32 bits hold.
$main->safe_psql(
	'postgres', qq(
	CREATE TABLE single ($columns);
	INSERT INTO single
		SELECT id, 'r' || id % 6, CASE WHEN id % 4 = 0 THEN 'city' ELSE 'county' END, 2021 + id % 3,
			CASE WHEN id % 50 > 0 THEN jsonb_populate_record(NULL::gireport, jsonb_build_object(
				'agency', 'agency ' || id, 'year', 2021 + id % 3,
				'proactive', CASE WHEN id % 2 = 0 THEN jsonb_build_object('fees', jsonb_build_object('amount', id / 100.0)) END,
				'requests', CASE WHEN id % 7 > 0 THEN jsonb_build_object(
					'received', jsonb_build_object('natural_person', id, 'total', id * 10000000000),
					'granted', jsonb_build_object('total', id % 11),
					'partially_granted', jsonb_build_object('total', 1),
					'concluded', jsonb_build_object('total', id % 11 + 5)) END,
				'disputes', jsonb_build_object('reconsideration', jsonb_build_object('upheld', id % 3, 'total', id % 3)))) END
		FROM generate_series(1, 600) id;
	ANALYZE single;));

# Regions 0 and 1 are here, 2 and 3 in the east, 4 and 5 in the west.
$main->safe_psql(
	'postgres', qq(
	CREATE TABLE reports ($columns) PARTITION BY LIST (region);
	CREATE TABLE reports_here PARTITION OF reports FOR VALUES IN ('r0', 'r1');
	CREATE TABLE parts ($columns) PARTITION BY LIST (region);
	CREATE TABLE parts_1 PARTITION OF parts FOR VALUES IN ('r0', 'r1', 'r2');
	CREATE TABLE parts_2 PARTITION OF parts FOR VALUES IN ('r3', 'r4', 'r5');));
foreach my $shard ([ $east, 'east', "'r2', 'r3'" ], [ $west, 'west', "'r4', 'r5'" ])
{
	my ($node, $name, $regions) = @$shard;
	my ($host, $port) = ($node->host, $node->port);

	$node->safe_psql('postgres', "CREATE TABLE reports_$name ($columns, CHECK (region IN ($regions)))");
	$main->safe_psql(
		'postgres', qq(
		CREATE SERVER $name FOREIGN DATA WRAPPER postgres_fdw OPTIONS (
			host '$host', port '$port', dbname 'postgres',
			extensions 'gireport', async_capable 'true', use_remote_estimate 'true');
		CREATE USER MAPPING FOR CURRENT_USER SERVER $name;
		CREATE FOREIGN TABLE reports_$name PARTITION OF reports FOR VALUES IN ($regions) SERVER $name;));
}
$main->safe_psql(
	'postgres', q(
	INSERT INTO reports SELECT * FROM single;
	INSERT INTO parts SELECT * FROM single;));
$_->safe_psql('postgres', 'ANALYZE') foreach ($main, $east, $west);
is($east->safe_psql('postgres', 'SELECT count(*), count(*) FILTER (WHERE report IS NOT DISTINCT FROM NULL) FROM reports_east'),
	'200|4', 'rows of a shard');

my $partitionwise = 'SET enable_partitionwise_aggregate = on;';
my $workers = 'SET max_parallel_workers_per_gather = 2; SET parallel_setup_cost = 0;
	SET parallel_tuple_cost = 0; SET min_parallel_table_scan_size = 0;';

# A query on the single table, where "single" stands for the table.
sub result
{
	my ($settings, $query, $table) = @_;

	$query =~ s/\bsingle\b/$table/g;
	return $main->safe_psql('postgres', "$settings $query");
}

sub plan_of
{
	my ($settings, $query, $table) = @_;

	return result($settings, "EXPLAIN (VERBOSE, COSTS OFF) $query", $table);
}

sub same_result
{
	my ($settings, $query, $name) = @_;
	my $expected = result('', $query, 'single');

	like($expected, qr/\d/, "$name: one table");
	is(result($settings, $query, 'reports'), $expected, "$name: shards");
	is(result($settings, $query, 'parts'), $expected, "$name: partitions");
	is(result("$settings $workers", $query, 'parts'), $expected, "$name: partitions, parallel");
	return;
}

# Grouped by the partition key: each shard gets the whole aggregate, and both are
# asked at the same time.  The FILTER is sent, too.
my $by_region = 'SELECT region, sum(report)::text FROM single GROUP BY region ORDER BY region';
my $plan = plan_of($partitionwise, $by_region, 'reports');
like($plan, qr/Async Foreign Scan.*Async Foreign Scan/s, 'by region: asynchronous');
foreach my $name ('east', 'west')
{
	like($plan, qr/Relations: Aggregate on \(public.reports_$name/, "by region: aggregated in the $name");
	like($plan, qr/Remote SQL: SELECT region, public.sum\(report\).* FROM public.reports_$name GROUP BY 1/,
		"by region: SQL sent to the $name");
}
same_result($partitionwise, $by_region, 'by region');

my $checked = 'SELECT region, year, sum(report) FILTER (WHERE gireport_valid(report))::text, count(*)
	FROM single WHERE level = \'county\' GROUP BY region, year ORDER BY region, year';
$plan = plan_of($partitionwise, $checked, 'reports');
like($plan, qr/Remote SQL: SELECT .*public.sum\(report\) FILTER \(WHERE public.gireport_valid\(report\)\).* GROUP BY 1, 2/,
	'filtered, by region and year: SQL sent');
same_result($partitionwise, $checked, 'filtered, by region and year');

# The functions go to the shard in WHERE, so that rows that fail do not travel.
my $condition = 'SELECT count(*), sum(id) FROM single WHERE NOT gireport_valid(report)';
like(plan_of('', 'SELECT id FROM single WHERE NOT gireport_valid(report)', 'reports'),
	qr/Remote SQL: SELECT id FROM public.reports_east WHERE \(\(NOT public.gireport_valid\(report\)\)\)/,
	'condition sent');
same_result('', $condition, 'condition');

# A field of a report is taken here, by rule of postgres_fdw: the rows travel.
same_result($partitionwise, 'SELECT region, sum(report)::text FROM single WHERE (report).year <> 2022
	GROUP BY region ORDER BY region', 'condition on a field');

# Rates of whole groups.
same_result($partitionwise, 'SELECT region, round((gireport_metrics(sum(report))).disclosure_rate_of_concluded, 10)
	FROM single GROUP BY region ORDER BY region', 'rates by region');

# Grouped by something else, rows would travel; in two stages, sums do.
my $by_year = 'SELECT year, sum(report)::text FROM single GROUP BY year ORDER BY year';
my $two_stages = 'SELECT year, sum(part)::text
	FROM (SELECT region, year, sum(report) AS part FROM single GROUP BY region, year) parts
	GROUP BY year ORDER BY year';
unlike(plan_of($partitionwise, $by_year, 'reports'), qr/Relations: Aggregate/, 'by year: rows are fetched');
$plan = plan_of($partitionwise, $two_stages, 'reports');
like($plan, qr/Relations: Aggregate on \(public.reports_$_ /, "by year in two stages: aggregated in the $_")
  foreach ('east', 'west');
same_result($partitionwise, $by_year, 'by year');
same_result($partitionwise, $two_stages, 'by year in two stages');
is(result('', $two_stages, 'single'), result('', $by_year, 'single'), 'two stages are one');
same_result($partitionwise, 'SELECT sum(part)::text FROM (SELECT region, sum(report) AS part FROM single GROUP BY region) parts',
	'everything in two stages');

# What a shard lacks: no row, no report, no table.
same_result($partitionwise, "SELECT region, level, sum(report)::text FROM single WHERE id % 50 = 0 OR id % 7 = 0
	GROUP BY region, level ORDER BY region, level", 'groups without numbers');

# Partitions of one server: parallel append, and parts of groups by partition.
$plan = plan_of("$partitionwise $workers", $by_year, 'parts');
like($plan, qr/Gather/, 'partitions: parallel');
like($plan, qr/Parallel Append.*Parallel Seq Scan on public.parts_[12].*Parallel Seq Scan on public.parts_[12]/s,
	'partitions: parallel append');
like(plan_of($partitionwise, $by_region, 'parts'), qr/Append.*Aggregate.*parts_1.*Aggregate.*parts_2/s,
	'partitions: whole groups in each');

# Numbers that overflow do so on a shard as they do here.
$main->safe_psql('postgres', q(
	INSERT INTO reports SELECT 0, 'r2', 'city', 2021, jsonb_populate_record(NULL::gireport,
		'{"requests": {"received": {"total": 9223372036854775807}}}')));
my ($status, $output, $error) = $main->psql('postgres', "$partitionwise SELECT region, sum(report)::text FROM reports GROUP BY region");
isnt($status, 0, 'overflow on a shard');
like($error, qr/bigint out of range/, 'overflow on a shard: error');

done_testing();
