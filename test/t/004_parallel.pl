# sum(gireport) gives the same result however the server goes about it: in
# parallel, by partitions, through spilled hash tables and in window frames; and
# reports and states survive binary COPY, while damaged states do not get in.
use strict;
use warnings;

use PostgreSQL::Test::Cluster;
use PostgreSQL::Test::Utils;
use Test::More;

my $node = PostgreSQL::Test::Cluster->new('main');
$node->init;
$node->append_conf('postgresql.conf', 'max_worker_processes = 16');
$node->append_conf('postgresql.conf', 'max_parallel_workers = 16');
$node->start;
$node->safe_psql('postgres', 'CREATE EXTENSION gireport');
my $version = $node->safe_psql('postgres', 'SHOW server_version_num');

# Settings under which a query runs, and the query's result or plan.
my $serial = 'SET max_parallel_workers_per_gather = 0;';

sub parallel
{
	my ($workers, $leader) = @_;
	return qq(
		SET max_parallel_workers_per_gather = $workers;
		SET parallel_leader_participation = $leader;
		SET parallel_setup_cost = 0;
		SET parallel_tuple_cost = 0;
		SET min_parallel_table_scan_size = 0;);
}

sub result
{
	my ($settings, $query) = @_;
	return $node->safe_psql('postgres', "$settings $query");
}

sub plan_of
{
	my ($settings, $query, $options) = @_;
	$options //= 'COSTS OFF';
	return $node->safe_psql('postgres', "$settings EXPLAIN ($options) $query");
}

# A query gives in parallel what it gives serially, and does run in parallel.
sub parallel_is
{
	my ($query, $expected, $name) = @_;
	foreach my $how ([ 2, 'on' ], [ 2, 'off' ], [ 4, 'off' ])
	{
		my ($workers, $leader) = @$how;
		my $settings = parallel($workers, $leader);
		my $plan = plan_of($settings, $query, 'ANALYZE, COSTS OFF, TIMING OFF, SUMMARY OFF');

		like($plan, qr/Gather.*Partial .*Aggregate/s, "$name: $workers workers, leader $leader, plan");
		like($plan, qr/Workers Launched: [1-9]/, "$name: $workers workers, leader $leader, launched");
		is(result($settings, $query), $expected, "$name: $workers workers, leader $leader, result");
	}
	return;
}

# Every cell, row and section of the type, as the server describes it.
my @cells = split /\n/, $node->safe_psql(
	'postgres', q(
	CREATE VIEW cells AS
		SELECT s.attname AS section, r.attname AS "row", c.attname AS "column", c.atttypid AS type,
			   row_number() OVER (ORDER BY s.attnum, r.attnum, c.attnum) AS number,
			   s.attnum * 100 + r.attnum AS row_number, s.attnum AS section_number
		FROM pg_type t
			 JOIN pg_attribute s ON s.attrelid = t.typrelid
			 JOIN pg_type st ON st.oid = s.atttypid AND st.typtype = 'c'
			 JOIN pg_attribute r ON r.attrelid = st.typrelid
			 JOIN pg_type rt ON rt.oid = r.atttypid
			 JOIN pg_attribute c ON c.attrelid = rt.typrelid
		WHERE t.oid = 'gireport'::regtype;
	SELECT section || '.' || "row" || '.' || "column" FROM cells ORDER BY number));
my %seen;
my @tables_and_rows =
  grep { !$seen{$_}++ } map { my @part = split /\./; ($part[0], "$part[0].$part[1]") } @cells;
is(scalar(@cells), 226, 'number of cells');
is(scalar(@tables_and_rows), 3 + 37, 'number of tables and rows');

# 20000 reports, made of 2000, with numbers of all kinds, of which any part may be
# missing; in one table as they are, in the other compressed.
$node->safe_psql(
	'postgres', q(
	CREATE FUNCTION chance(seed bigint, number bigint) RETURNS int IMMUTABLE LANGUAGE sql
		AS $$ SELECT hashint8(seed * 100003 + number) & 1048575 $$;
	CREATE TABLE flat_reports (id int, region text, area int, report gireport);
	ALTER TABLE flat_reports ALTER report SET STORAGE PLAIN;
	INSERT INTO flat_reports
		SELECT id, 'region ' || id % 7, id % 3000, CASE WHEN id % 97 > 0 THEN report END
		FROM (SELECT seed, jsonb_populate_record(NULL::gireport, jsonb_object_agg(section, rows)
						 || jsonb_build_object('title', 'title ' || seed, 'year', 2019 + seed % 5)) AS report
			  FROM (SELECT seed, section,
						   CASE WHEN chance(seed, section_number) % 6 > 0
							   THEN jsonb_object_agg("row", columns) END AS rows
					FROM (SELECT seed, section, section_number, "row",
								 CASE WHEN chance(seed, row_number) % 5 > 0 THEN
									 jsonb_object_agg("column",
										 CASE WHEN chance(seed, number) % 7 = 0 THEN NULL
											  WHEN type = 'numeric'::regtype THEN chance(seed, number) / 100.0
											  WHEN "column" = 'items_change' THEN chance(seed, number) % 100 - 50
											  ELSE chance(seed, number) % 1000 END) END AS columns
						  FROM cells, generate_series(1, 2000) seed
						  GROUP BY seed, section, section_number, "row", row_number) r
					GROUP BY seed, section, section_number) s
			  GROUP BY seed) made
			 CROSS JOIN LATERAL generate_series(seed, 20000, 2000) id
		ORDER BY id;
	CREATE TABLE reports WITH (parallel_workers = 4) AS SELECT * FROM flat_reports;
	CREATE TABLE two_reports WITH (parallel_workers = 4) AS SELECT * FROM reports WHERE id IN (1, 2);
	CREATE TABLE null_reports WITH (parallel_workers = 4)
		AS SELECT id, NULL::gireport AS report FROM generate_series(1, 20000) id;
	VACUUM ANALYZE;));
is( $node->safe_psql('postgres', q(SELECT count(*), count(*) FILTER (WHERE report IS DISTINCT FROM NULL)
		FROM reports)),
	'20000|19794', 'number of reports');

# The sum against the sums of the fields.
my $fields = join ', ', (map { "sum((report).$_)" } @cells),
  (map { "bool_or((report).$_ IS DISTINCT FROM NULL)" } @tables_and_rows);
my $sums = join ', ', (map { "(s).$_" } @cells),
  (map { "(s).$_ IS DISTINCT FROM NULL" } @tables_and_rows);
my $expected = result($serial, "SELECT $fields FROM flat_reports");
is((() = $expected =~ /[1-9]/g) > 226, 1, 'sums of the fields are numbers');
foreach my $table ('reports', 'flat_reports')
{
	is(result($serial, "SELECT $sums FROM (SELECT sum(report) FROM $table) q(s)"),
		$expected, "sum against sums of the fields, $table");
}
is( result($serial, 'SELECT (s).title IS NULL, (s).agency IS NULL, (s).year IS NULL
		FROM (SELECT sum(report) FROM reports) q(s)'),
	't|t|t',
	'title, agency and year of the sum');
$expected = result($serial, "SELECT area, $fields FROM flat_reports GROUP BY area ORDER BY area");
is( result($serial, "SELECT area, $sums
		FROM (SELECT area, sum(report) FROM reports GROUP BY area) q(area, s) ORDER BY area"),
	$expected, 'sum against sums of the fields, by group');

# In parallel.
my $all = 'SELECT sum(report)::text, count(*) FROM reports';
my $by_region = 'SELECT region, sum(report)::text FROM reports GROUP BY region ORDER BY region';
# Groups sorted by their key would come in no useful order here: hashing may win.
my $by_area = 'SELECT area, sum(report)::text FROM reports GROUP BY area ORDER BY area + 0';
my $expected_all = result($serial, $all);
my $expected_by_region = result($serial, $by_region);
my $expected_by_area = result($serial, $by_area);
unlike(plan_of($serial, $all), qr/Gather/, 'serial plan');
parallel_is($all, $expected_all, 'all');
parallel_is($by_region, $expected_by_region, 'by region');
foreach my $off ('enable_sort', 'enable_hashagg')
{
	my $settings = parallel(4, 'off') . "SET $off = off;";
	my $kind = $off eq 'enable_sort' ? 'Hash' : 'Group';
	like(plan_of($settings, $by_area), qr/Gather.*Partial ${kind}Aggregate/s, "by area, $off off, plan");
	is(result($settings, $by_area), $expected_by_area, "by area, $off off");
}

# Workers that see no row, rows that have no report, and nothing at all.
my $filtered = 'SELECT sum(report) FILTER (WHERE id = 19999)::text, sum(report) FILTER (WHERE id < 0)::text
	FROM reports';
parallel_is($filtered, result($serial, $filtered), 'filtered to one row and to none');
parallel_is(
	'SELECT sum(report)::text FROM two_reports',
	result($serial, "SELECT gireport_sum_report(gireport_sum_add(gireport_sum_add(NULL, a.report), b.report))::text
		FROM reports a, reports b WHERE a.id = 1 AND b.id = 2"),
	'two rows for all workers');
parallel_is('SELECT sum(report) IS NULL, count(*) FROM reports WHERE id < 0', 't|0', 'no row');
parallel_is('SELECT sum(report) IS NULL, count(*) FROM null_reports', 't|20000', 'no report');
parallel_is('SELECT id % 2, sum(report) IS NULL FROM null_reports GROUP BY 1 ORDER BY 1', "0|t\n1|t",
	'no report, by group');

# Whole queries in a worker.
my $force = $version < 160000 ? 'force_parallel_mode' : 'debug_parallel_query';
foreach my $mode ('on', 'regress')
{
	is(result("SET $force = $mode;", $all), $expected_all, "$force $mode");
	is( result("SET $force = $mode;", "SELECT '1 requests{received{total=5}}'::gireport_sum::text,
			gireport_sum_report('1')::text"),
		'1 requests{received{total=5}}|(,,,,,)',
		"$force $mode, functions");
}

# By partitions, whole groups and parts of groups.
$node->safe_psql(
	'postgres', q(
	CREATE TABLE parts (LIKE reports) PARTITION BY LIST (region);
	CREATE TABLE parts_0 PARTITION OF parts FOR VALUES IN ('region 0', 'region 1', 'region 2');
	CREATE TABLE parts_1 PARTITION OF parts FOR VALUES IN ('region 3', 'region 4');
	CREATE TABLE parts_empty PARTITION OF parts FOR VALUES IN ('region 8');
	CREATE TABLE parts_other PARTITION OF parts DEFAULT;
	INSERT INTO parts SELECT * FROM reports;
	ANALYZE parts;));
(my $parts_all = $all) =~ s/reports$/parts/;
(my $parts_by_region = $by_region) =~ s/FROM reports/FROM parts/;
(my $parts_by_area = $by_area) =~ s/FROM reports/FROM parts/;
foreach my $how ([ 'serial', $serial ], [ 'parallel', parallel(4, 'off') ])
{
	my ($name, $settings) = @$how;
	$settings .= 'SET enable_partitionwise_aggregate = on;';
	like(plan_of($settings, $parts_by_region), qr/Append.*Aggregate.*parts_0.*Aggregate.*parts_1/s,
		"$name: partitions, by key, plan");
	is(result($settings, $parts_by_region), $expected_by_region, "$name: partitions, by key");
	# Whether to sum by partition first is the planner's choice where it is not forced to.
	like(plan_of($settings . 'SET enable_sort = off;', $parts_by_area), qr/Finalize.*Append.*Partial/s,
		"$name: partitions, by area, plan")
	  if $name eq 'parallel';
	is(result($settings . 'SET enable_sort = off;', $parts_by_area), $expected_by_area, "$name: partitions, by area");
	like(plan_of($settings, $parts_all), qr/Finalize.*Append.*Partial/s, "$name: partitions, all, plan");
	is(result($settings, $parts_all), $expected_all, "$name: partitions, all");
}

# Hash tables that do not fit into memory.
my $spill = 'SET work_mem = 64; SET hash_mem_multiplier = 1; SET enable_sort = off; SET enable_hashagg = on;';
like(plan_of("$serial $spill", $by_area, 'ANALYZE, COSTS OFF, TIMING OFF, SUMMARY OFF'),
	qr/HashAggregate.*Batches: (?!1 )\d+/s, 'spilled hash table, plan');
is(result("$serial $spill", $by_area), $expected_by_area, 'spilled hash table');
is(result(parallel(2, 'off') . $spill, $by_area), $expected_by_area, 'spilled hash tables of workers');
my $sets = 'SELECT region, area % 3, sum(report)::text FROM reports GROUP BY CUBE (region, area % 3) ORDER BY 1, 2';
is(result("$serial $spill", $sets), result("$serial SET enable_hashagg = off;", $sets), 'grouping sets');

# Window frames.
my @some = ('requests.received.total', 'proactive.fees.amount', 'proactive.penalty.items_change',
	'disputes.reconsideration.upheld');
foreach my $frame (
	'ROWS BETWEEN UNBOUNDED PRECEDING AND CURRENT ROW',
	'ROWS BETWEEN 3 PRECEDING AND CURRENT ROW',
	'ROWS BETWEEN 2 PRECEDING AND 2 FOLLOWING EXCLUDE CURRENT ROW',
	'ROWS BETWEEN 5 FOLLOWING AND 6 FOLLOWING',
	'RANGE BETWEEN 10 PRECEDING AND CURRENT ROW')
{
	my $over = "OVER (PARTITION BY region ORDER BY id $frame)";
	my $s = join ', ', map { "(sum(report) $over).$_" } @some;
	my $f = join ', ', map { "sum((report).$_) $over" } @some;
	is( result($serial, "SELECT id, $s FROM reports WHERE id <= 2000 ORDER BY id"),
		result($serial, "SELECT id, $f FROM reports WHERE id <= 2000 ORDER BY id"),
		"window, $frame");
}

# Binary and text COPY of reports and of states; states add up to the sum.
my $dir = PostgreSQL::Test::Utils::tempdir;
$node->safe_psql(
	'postgres', qq(
	CREATE AGGREGATE sum_state(gireport) (SFUNC = gireport_sum_add, STYPE = gireport_sum,
		COMBINEFUNC = gireport_sum_combine, PARALLEL = safe);
	CREATE AGGREGATE merge_states(gireport_sum) (SFUNC = gireport_sum_combine, STYPE = gireport_sum,
		COMBINEFUNC = gireport_sum_combine, PARALLEL = safe);
	CREATE TABLE states AS SELECT area, sum_state(report) AS state FROM reports GROUP BY area;
	INSERT INTO states VALUES (-1, NULL), (-2, '1'),
		(-3, '1 proactive{fees{amount=NaN} procurement{items=-9223372036854775808 amount=-Infinity}}'),
		(-4, ('1 proactive{fees{amount=' || repeat('7', 2000) || '.10}}')::gireport_sum);
	ALTER TABLE states SET (parallel_workers = 4);
	ANALYZE states;
	COPY reports TO '$dir/reports' (FORMAT binary);
	COPY states TO '$dir/states' (FORMAT binary);
	COPY states TO '$dir/states_text';
	CREATE TABLE reports_back (LIKE reports);
	CREATE TABLE states_back (LIKE states);
	CREATE TABLE states_text_back (LIKE states);
	COPY reports_back FROM '$dir/reports' (FORMAT binary);
	COPY states_back FROM '$dir/states' (FORMAT binary);
	COPY states_text_back FROM '$dir/states_text';));
is( $node->safe_psql('postgres', q(SELECT count(*), count(*) FILTER (WHERE a.report IS NOT DISTINCT FROM b.report)
		FROM reports a FULL JOIN reports_back b USING (id))),
	'20000|20000',
	'binary COPY of reports');
foreach my $back ('states_back', 'states_text_back')
{
	is( $node->safe_psql('postgres', qq(SELECT count(*),
			count(*) FILTER (WHERE a.state::text IS NOT DISTINCT FROM b.state::text),
			count(*) FILTER (WHERE gireport_sum_send(a.state) IS NOT DISTINCT FROM gireport_sum_send(b.state))
			FROM states a FULL JOIN $back b USING (area))),
		'3004|3004|3004',
		"COPY of states, $back");
}
my $merged = 'SELECT gireport_sum_report(merge_states(state))::text, 20000 FROM states WHERE area >= 0';
is(result($serial, $merged), $expected_all, 'stored states');
parallel_is($merged, $expected_all, 'stored states');
is( result($serial, q(SELECT count(*) FILTER (WHERE a.state::text IS DISTINCT FROM b.state::text)
		FROM states a JOIN states_back b USING (area))),
	'0',
	'stored states are left as they are');

# Damaged binary states.  A file is a header, one row of one field, and an end.
sub write_state
{
	my ($name, $state) = @_;
	open my $file, '>:raw', "$dir/$name" or die "could not write $dir/$name: $!";
	print $file "PGCOPY\n\377\r\n\0", pack('N N n N', 0, 0, 1, length $state), $state, pack('n', 65535);
	close $file;
	return;
}

# Read a file in a transaction of its own; what it gives or how it fails.
$node->safe_psql(
	'postgres', q(
	CREATE TABLE damaged (state gireport_sum);
	CREATE FUNCTION read_state(name text) RETURNS text LANGUAGE plpgsql AS $$
	DECLARE
		detail text;
	BEGIN
		DELETE FROM damaged;
		EXECUTE format('COPY damaged FROM %L (FORMAT binary)', name);
		RETURN (SELECT state FROM damaged);
	EXCEPTION WHEN OTHERS THEN
		GET STACKED DIAGNOSTICS detail = PG_EXCEPTION_DETAIL;
		RETURN concat_ws(' | ', 'error', SQLSTATE, SQLERRM, detail);
	END
	$$;));

# The binary form by hand: fees.amount = 0.30 and requests.received.total = 7.
my @flags = (0) x 37;
$flags[6] = 0x81;
$flags[8] = 0xc0;
my $amount = pack 'n n n n n', 1, 0xffff, 0, 2, 3000;
my $total = pack 'N N', 0, 7;

sub state_of
{
	my ($first, $sections, $flags, @values) = @_;
	return join '', pack('C C C*', $first, $sections, @$flags), @values;
}

sub with_flag
{
	my ($row, $flag) = @_;
	my @changed = @flags;
	$changed[$row] = $flag;
	return \@changed;
}

my $good = state_of(1, 3, \@flags, $amount, $total);
my $text = '1 proactive{fees{amount=0.30}} requests{received{total=7}}';
my $header = 'error | 22P03 | invalid binary representation of type gireport_sum | ';
my $length = length $good;
foreach my $case (
	[ 'whole', $good, $text ],
	[ 'empty', state_of(1, 0, [ (0) x 37 ]), '1' ],
	[ 'nothing', '', "${header}It ends too early (byte 0 of 0)." ],
	[ 'version_0', state_of(0, 3, \@flags, $amount, $total), qr/another version/ ],
	[ 'version_2', state_of(2, 3, \@flags, $amount, $total), qr/another version/ ],
	[ 'fourth_section', state_of(1, 11, \@flags, $amount, $total), qr/a section that no report has/ ],
	[ 'section_missing', state_of(1, 1, \@flags, $amount, $total), qr/a row without its section/ ],
	[ 'row_missing', state_of(1, 3, with_flag(8, 0x40), $amount, $total), qr/a column without its row/ ],
	[ 'fourth_column_of_fees', state_of(1, 3, with_flag(6, 0x89), $amount, $total, $total),
		qr/a column that its row has not/ ],
	[ 'one_byte_more', "$good\0",
		"${header}It goes on after its last cell (byte $length of " . ($length + 1) . ').' ],
	[ 'cell_missing', state_of(1, 3, with_flag(9, 0xff), $amount, $total), qr/ends too early/ ],
	[ 'amount_too_long', state_of(1, 3, \@flags, pack('n n n n n', 65535, 0, 0, 2, 3000), $total), qr/ends too early/ ],
	[ 'amount_of_no_sign', state_of(1, 3, \@flags, pack('n n n n n', 1, 0, 0x1234, 2, 3000), $total),
		qr/22P03 \| invalid sign/ ],
	[ 'amount_of_no_digit', state_of(1, 3, \@flags, pack('n n n n n', 1, 0, 0, 2, 10000), $total),
		qr/22P03 \| invalid digit/ ],
	[ 'amount_nan', state_of(1, 3, \@flags, pack('n n n n', 0, 0, 0xc000, 0), $total),
		'1 proactive{fees{amount=NaN}} requests{received{total=7}}' ],
	[ 'count_limits', state_of(1, 2, with_flag(6, 0), pack('N N', 0x80000000, 0)),
		'1 requests{received{total=-9223372036854775808}}' ])
{
	my ($name, $bytes, $wanted) = @$case;
	write_state($name, $bytes);
	my $got = $node->safe_psql('postgres', "SELECT read_state('$dir/$name')");
	ref $wanted ? like($got, $wanted, "binary state, $name") : is($got, $wanted, "binary state, $name");
}

# Cut anywhere, the state is refused; changed anywhere, it is refused or read as
# what it then says, and what is read can be written and read again.
write_state("cut_$_", substr $good, 0, $_) foreach 0 .. $length - 1;
is( $node->safe_psql('postgres', "SELECT count(*),
		count(*) FILTER (WHERE r LIKE 'error | 22P03 | %It ends too early%')
		FROM generate_series(0, $length - 1) n, read_state('$dir/cut_' || n) r"),
	"$length|$length",
	'binary states cut short');
foreach my $at (0 .. $length - 1)
{
	foreach my $bit (0 .. 7)
	{
		my $changed = $good;
		substr($changed, $at, 1) = chr(ord(substr $changed, $at, 1) ^ (1 << $bit));
		write_state('changed_' . ($at * 8 + $bit), $changed);
	}
}
is( $node->safe_psql('postgres', "SELECT count(*), count(*) FILTER (WHERE CASE
			WHEN r LIKE 'error |%' THEN r LIKE 'error | 22P03 | %' OR r LIKE 'error | 22003 | %'
			ELSE r::gireport_sum::text = r END)
		FROM generate_series(0, 8 * $length - 1) n, read_state('$dir/changed_' || n) r"),
	8 * $length . '|' . 8 * $length,
	'binary states with a changed bit');

# Damaged states in memory, which only a superuser's cast can bring about.
$node->safe_psql(
	'postgres', q(
	CREATE TYPE raw;
	CREATE FUNCTION raw_in(cstring) RETURNS raw IMMUTABLE STRICT LANGUAGE internal AS 'byteain';
	CREATE FUNCTION raw_out(raw) RETURNS cstring IMMUTABLE STRICT LANGUAGE internal AS 'byteaout';
	CREATE TYPE raw (INPUT = raw_in, OUTPUT = raw_out, INTERNALLENGTH = VARIABLE, ALIGNMENT = double);
	CREATE CAST (raw AS gireport_sum) WITHOUT FUNCTION;
	CREATE FUNCTION error_of(command text) RETURNS text LANGUAGE plpgsql AS $$
	DECLARE
		detail text;
		result text;
	BEGIN
		EXECUTE command INTO result;
		RETURN result;
	EXCEPTION WHEN OTHERS THEN
		GET STACKED DIAGNOSTICS detail = PG_EXCEPTION_DETAIL;
		RETURN concat_ws(' | ', SQLSTATE, SQLERRM, detail);
	END
	$$;));
my $zeros = "\0" x (5 + 8 * 37 * 7);
my $slots = "\0" x 64;
my $no_flags = [ (0) x 37 ];
foreach my $case (
	[ 'whole', state_of(1, 2, with_flag(6, 0), $zeros, $slots), qr/^1 requests\{received\{total=0\}\}$/m ],
	[ 'nothing', '', qr/size is wrong/ ],
	[ 'one byte', "\1", qr/size is wrong/ ],
	[ 'another version', "\2", qr/version is 2, but must be 1/ ],
	[ 'short', state_of(1, 0, $no_flags, $zeros, substr $slots, 1), qr/size is wrong/ ],
	[ 'no slots', state_of(1, 0, $no_flags, $zeros), qr/size is wrong/ ],
	[ 'uneven slots', state_of(1, 0, $no_flags, $zeros, $slots, "\0" x 8), qr/size is wrong/ ],
	[ 'larger slots', state_of(1, 0, $no_flags, $zeros, $slots, "\0" x 16), qr/^1$/m ],
	[ 'section', state_of(1, 8, $no_flags, $zeros, $slots), qr/a section that no report has/ ],
	[ 'row', state_of(1, 0, \@flags, $zeros, $slots), qr/a row without its section/ ],
	[ 'empty amount', state_of(1, 3, \@flags, $zeros, $slots), qr/amount does not fit/ ],
	[ 'wild amount', state_of(1, 3, \@flags, $zeros, "\377" x 64), qr/amount does not fit/ ])
{
	my ($name, $bytes, $wanted) = @$case;
	my $state = sprintf q(E'\\\\x%s'::raw::gireport_sum), unpack 'H*', $bytes;
	my $commands = join ', ', map { "(\$\$ SELECT $_ FROM reports WHERE id = 1 \$\$)" } (
		"gireport_sum_out($state)", "gireport_sum_send($state)", "gireport_sum_report($state)",
		"gireport_sum_combine(NULL, $state)", "gireport_sum_combine('1', $state)",
		"gireport_sum_combine($state, '1')", "gireport_sum_add($state, report)");
	my $got = $node->safe_psql('postgres', "SELECT DISTINCT error_of(c) FROM (VALUES $commands) v(c)");
	if ($wanted =~ /\^1/)
	{
		unlike($got, qr/ \| /, "state in memory, $name");
		like($got, $wanted, "state in memory, $name, as text");
	}
	else
	{
		like($got, qr/^XX001 \| invalid value of type gireport_sum \| .*$wanted[^\n]*$/, "state in memory, $name");
	}
}

$node->stop;
done_testing();
