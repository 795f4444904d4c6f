# A CHECK constraint on reports holds on every way that rows come in: INSERT,
# UPDATE, upsert, COPY in both formats, a partition's parent, a generated column,
# a domain, and logical replication.
use strict;
use warnings;

use PostgreSQL::Test::Cluster;
use PostgreSQL::Test::Utils;
use Test::More;

my $publisher = PostgreSQL::Test::Cluster->new('publisher');
my $subscriber = PostgreSQL::Test::Cluster->new('subscriber');
$publisher->init(allows_streaming => 'logical', extra => [ '--no-locale', '--encoding=UTF8' ]);
$subscriber->init(allows_streaming => 'logical', extra => [ '--no-locale', '--encoding=UTF8' ]);
$subscriber->append_conf('postgresql.conf', q(
log_error_verbosity = verbose
wal_retrieve_retry_interval = 200ms
max_worker_processes = 20
max_logical_replication_workers = 12));
$publisher->start;
$subscriber->start;
my $dir = PostgreSQL::Test::Utils::tempdir;

# A document with one row of table 3: natural persons, and the total.
sub body
{
	my ($persons, $total) = @_;

	return "E'澄湾区财政局2023年政府信息公开工作年度报告\\n一、本年新收政府信息公开申请数量\\t$persons\\t0\\t0\\t0\\t0\\t0\\t$total\\n'";
}

# ---- one server ----

$subscriber->safe_psql('postgres', 'CREATE DATABASE registry');
$subscriber->safe_psql(
	'registry', q(
	CREATE SCHEMA tools;
	CREATE EXTENSION gireport SCHEMA tools;
	CREATE TABLE unchecked (id int PRIMARY KEY, body text, report tools.gireport);
	CREATE TABLE checked (
		id int PRIMARY KEY,
		body text,
		report tools.gireport CONSTRAINT adds_up CHECK (tools.gireport_assert(report)));
	CREATE TABLE valid (
		id int PRIMARY KEY,
		body text,
		report tools.gireport CONSTRAINT sound CHECK (tools.gireport_valid(report)));
	CREATE TABLE made (
		id int PRIMARY KEY,
		body text,
		report tools.gireport GENERATED ALWAYS AS (tools.gireport_parse(body)) STORED
			CHECK (tools.gireport_assert(report)));
	CREATE DOMAIN sound_report AS tools.gireport CHECK (tools.gireport_assert(VALUE));
	CREATE TABLE typed (id int PRIMARY KEY, body text, report sound_report);
	CREATE TABLE parted (id int, body text, report tools.gireport, CHECK (tools.gireport_assert(report)))
		PARTITION BY LIST (id);
	CREATE TABLE parted_1 PARTITION OF parted FOR VALUES IN (1);
	CREATE TABLE parted_2 PARTITION OF parted DEFAULT;)
	  . sprintf(q(
	INSERT INTO unchecked SELECT id, body, tools.gireport_parse(body)
		FROM (VALUES (1, %s), (2, %s)) AS v(id, body);), body(3, 3), body(3, 4))
	  . qq(
	COPY (SELECT * FROM unchecked WHERE id = 1) TO '$dir/right.text';
	COPY (SELECT * FROM unchecked WHERE id = 1) TO '$dir/right.binary' (FORMAT binary);
	COPY (SELECT * FROM unchecked WHERE id = 2) TO '$dir/wrong.text';
	COPY (SELECT * FROM unchecked WHERE id = 2) TO '$dir/wrong.binary' (FORMAT binary);
	COPY (SELECT id, body FROM unchecked WHERE id = 1) TO '$dir/right.body';
	COPY (SELECT id, body FROM unchecked WHERE id = 2) TO '$dir/wrong.body';));

# A statement fails for the constraint, under any search path, and leaves nothing.
sub refuses
{
	my ($statement, $name) = @_;

	foreach my $path ('public', "''", 'tools, public')
	{
		my ($result, $stdout, $stderr) =
		  $subscriber->psql('registry', "\\set VERBOSITY verbose\nSET search_path = $path;\n$statement");

		like($stderr, qr/ERROR:  23514: /, "$name, search_path $path");
	}
	return;
}

foreach my $table ('checked', 'valid', 'typed', 'parted')
{
	$subscriber->safe_psql('registry', "INSERT INTO $table SELECT * FROM unchecked WHERE id = 1");
	refuses("INSERT INTO public.$table SELECT * FROM public.unchecked WHERE id = 2", "$table: INSERT");
	refuses("UPDATE public.$table SET report = (SELECT report FROM public.unchecked WHERE id = 2)", "$table: UPDATE");
	refuses("UPDATE public.$table SET report.requests.received.total = 9", "$table: UPDATE of a cell");
	refuses(
		"INSERT INTO public.$table SELECT 1, body, report FROM public.unchecked WHERE id = 2 "
		  . 'ON CONFLICT (id) DO UPDATE SET report = EXCLUDED.report',
		"$table: upsert")
	  if $table ne 'parted';
	foreach my $format ('text', 'binary')
	{
		refuses("COPY public.$table FROM '$dir/wrong.$format' (FORMAT $format)", "$table: COPY, $format");
		$subscriber->safe_psql('registry',
			"DELETE FROM $table; COPY $table FROM '$dir/right.$format' (FORMAT $format)");
	}
	is($subscriber->safe_psql('registry', "SELECT array_agg(id), sum((report).requests.received.total) FROM $table"),
		'{1}|3', "$table: what is right is there, and nothing else");
}

$subscriber->safe_psql('registry', "COPY made (id, body) FROM '$dir/right.body'");
refuses("COPY public.made (id, body) FROM '$dir/wrong.body'", 'generated column: COPY');
refuses('INSERT INTO public.made (id, body) SELECT id, body FROM public.unchecked WHERE id = 2', 'generated column: INSERT');
refuses(sprintf('UPDATE public.made SET body = %s', body(3, 4)), 'generated column: UPDATE');
is($subscriber->safe_psql('registry', 'SELECT array_agg(id), sum((report).requests.received.total) FROM made'),
	'{1}|3', 'generated column: what is right is there, and nothing else');
refuses('ALTER TABLE public.unchecked ADD CHECK (tools.gireport_assert(report))', 'a constraint looks at the rows that are there');

# A report without anything in it is no NULL, and the constraint is not NULL for it.
is( $subscriber->safe_psql('registry', q(
	SELECT tools.gireport_valid(r), tools.gireport_assert(r), tools.gireport_complete(r)
	FROM (SELECT jsonb_populate_record(NULL::tools.gireport, '{}') AS r) AS empty)),
	't|t|f', 'the checks are not NULL for a report without anything');

# ---- logical replication ----

# Each way has a table of its own: what is refused is tried again and again.
my @tables = ('inserted', 'updated', 'copied', 'parsed');
foreach my $node ($publisher, $subscriber)
{
	$node->safe_psql('postgres', 'CREATE DATABASE replica');
	$node->safe_psql('replica', 'CREATE SCHEMA tools; CREATE EXTENSION gireport SCHEMA tools');
}
foreach my $table (@tables)
{
	my $made = $table eq 'parsed' ? 'GENERATED ALWAYS AS (tools.gireport_parse(body)) STORED' : '';

	$publisher->safe_psql('replica', $table eq 'parsed' ?
		"CREATE TABLE $table (id int PRIMARY KEY, body text)" :
		"CREATE TABLE $table (id int PRIMARY KEY, body text, report tools.gireport)");
	$subscriber->safe_psql('replica', qq(
		CREATE TABLE $table (id int PRIMARY KEY, body text, report tools.gireport $made
			CONSTRAINT adds_up CHECK (tools.gireport_assert(report)))));
}

# Put a document into a table of the publisher.
sub publish
{
	my ($table, $id, $persons, $total) = @_;
	my $body = body($persons, $total);

	$publisher->safe_psql('replica', $table eq 'parsed' ?
		"INSERT INTO $table VALUES ($id, $body)" :
		"INSERT INTO $table VALUES ($id, $body, tools.gireport_parse($body))");
	return;
}

# Wait until the subscriber's log has something.
sub logged
{
	my ($pattern) = @_;

	foreach (1 .. 10 * $PostgreSQL::Test::Utils::timeout_default)
	{
		return 1 if slurp_file($subscriber->logfile) =~ $pattern;
		select(undef, undef, undef, 0.1);
	}
	return 0;
}

# The numbers in a table of the subscriber.
sub numbers
{
	my ($table) = @_;

	return $subscriber->safe_psql('replica',
		"SELECT string_agg(id || ':' || (report).requests.received.total, ' ' ORDER BY id) FROM $table");
}

publish($_, 1, 3, 3) foreach @tables;
publish('copied', 2, 31, 32);
foreach my $table (@tables)
{
	$publisher->safe_psql('replica', "CREATE PUBLICATION $table FOR TABLE $table");
	$subscriber->safe_psql('replica', sprintf(q(CREATE SUBSCRIPTION %s CONNECTION '%s' PUBLICATION %s),
		$table, $publisher->connstr('replica') =~ s/'/''/gr, $table));
}
ok( $subscriber->poll_query_until('replica', q(
	SELECT count(*) = 3 FROM pg_subscription_rel WHERE srsubstate = 'r' AND srrelid <> 'copied'::regclass)),
	'tables with nothing wrong are copied');

publish($_, 2, 5, 5) foreach 'inserted', 'updated', 'parsed';
$publisher->safe_psql('replica', sprintf('UPDATE updated SET report = tools.gireport_parse(%s) WHERE id = 1', body(4, 4)));
$publisher->wait_for_catchup($_) foreach 'inserted', 'updated', 'parsed';
is(numbers('inserted'), '1:3 2:5', 'INSERT is replicated');
is(numbers('updated'), '1:4 2:5', 'UPDATE is replicated');
is(numbers('parsed'), '1:3 2:5', 'and so is a document whose report is made by the subscriber');

publish('inserted', 3, 33, 34);
publish('parsed', 3, 35, 36);
$publisher->safe_psql('replica', sprintf('UPDATE updated SET report = tools.gireport_parse(%s) WHERE id = 1', body(37, 38)));
foreach my $case (
	[ 31, 32, 'by the first copy' ],
	[ 33, 34, 'by replicated INSERT' ],
	[ 35, 36, 'where the subscriber makes the report' ],
	[ 37, 38, 'by replicated UPDATE' ])
{
	my ($persons, $total, $name) = @$case;

	ok(logged(qr/ERROR:  23514: report violates 1 identity of its tables\n[^\n]*自然人（$persons）[^\n]* = $persons，应等于总计（$total）/),
		"a wrong row is refused $name");
}
is(numbers('copied'), '', 'nothing was copied beside it');
is(numbers('inserted'), '1:3 2:5', 'the row is not there');
is(numbers('parsed'), '1:3 2:5', 'nor is the document');
is(numbers('updated'), '1:4 2:5', 'the row is as it was');

# What is refused waits until it is put right on the subscriber's side.
$subscriber->safe_psql('replica', 'ALTER TABLE inserted DROP CONSTRAINT adds_up');
$publisher->wait_for_catchup('inserted');
is(numbers('inserted'), '1:3 2:5 3:34', 'without the constraint it arrives');

$subscriber->safe_psql('replica', "ALTER SUBSCRIPTION $_ DISABLE; DROP SUBSCRIPTION $_") foreach @tables;
$subscriber->stop;
$publisher->stop;
unlike(slurp_file($_->logfile), qr/PANIC|TRAP|terminated by signal/, 'no crash in the log') foreach $subscriber, $publisher;
done_testing();
