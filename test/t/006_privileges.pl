# A database owner who is no superuser can install the extension, everyone can
# use it, and objects that someone else has put into the search path change
# neither the installation nor a result.
use strict;
use warnings;

use FindBin;
use PostgreSQL::Test::Cluster;
use PostgreSQL::Test::Utils;
use Test::More;

my $corpus = "$FindBin::RealBin/../corpus";
my $node = PostgreSQL::Test::Cluster->new('main');
$node->init(extra => [ '--no-locale', '--encoding=UTF8' ]);
$node->start;
$node->safe_psql(
	'postgres', q(
	CREATE ROLE owner LOGIN;
	CREATE ROLE reader LOGIN;
	CREATE DATABASE owned OWNER owner;
	CREATE DATABASE hostile OWNER owner;));

sub as
{
	my ($role, $database, $command) = @_;

	return $node->safe_psql($database, $command, extra_params => [ '-U', $role ]);
}

# The error of a command, in a verbose form; empty if there is none.
sub error_as
{
	my ($role, $database, $command) = @_;
	my ($result, $stdout, $stderr) =
	  $node->psql($database, "\\set VERBOSITY verbose\n$command", extra_params => [ '-U', $role ], on_error_stop => 1);

	$stderr =~ s/^psql:<stdin>:\d+: //;
	return $stderr;
}

# ---- who may install and use it ----

like(error_as('reader', 'owned', 'CREATE EXTENSION gireport'), qr/^ERROR:  42501/, 'not everyone can install it');
as('owner', 'owned', 'CREATE SCHEMA tools; CREATE EXTENSION gireport SCHEMA tools');
is( $node->safe_psql('owned', q(SELECT pg_get_userbyid(extowner) FROM pg_extension WHERE extname = 'gireport')),
	'owner', 'the owner of the database can');
like(
	error_as('owner', 'owned', 'ALTER FUNCTION tools.gireport_valid(tools.gireport) COST 1'),
	qr/^ERROR:  42501/, 'its functions are not his');
like(
	error_as('owner', 'owned', q(CREATE FUNCTION mine(text) RETURNS tools.gireport AS '$libdir/gireport', 'gireport_parse_text' LANGUAGE C)),
	qr/^ERROR:  42501/, 'nor is the language C');

my $text = q(E'澄湾区财政局2023年政府信息公开工作年度报告\n'
	'信息内容\t本年收费金额（单位：万元）\n行政事业性收费\t251000元\n'
	'一、本年新收政府信息公开申请数量\t2\t1\t0\t0\t0\t0\t3\n');
like(error_as('reader', 'owned', "SELECT tools.gireport_parse($text)"), qr/^ERROR:  42501.*schema tools/, 'its schema protects it');
as('owner', 'owned', 'GRANT USAGE ON SCHEMA tools TO PUBLIC');
is( as('reader', 'owned', <<"SQL"),
CREATE TEMP TABLE t (body text, report tools.gireport GENERATED ALWAYS AS (tools.gireport_parse(body)) STORED
	CHECK (tools.gireport_assert(report)));
INSERT INTO t VALUES ($text);
SELECT (report).agency, (report).proactive.fees.amount, tools.gireport_valid(report),
	(SELECT count(*) FROM tools.gireport_cells(report)), (SELECT count(*) FROM tools.gireport_cells(body)),
	(SELECT count(*) FROM tools.gireport_diagnostics(body)), (SELECT count(*) FROM tools.gireport_violations(report)),
	((SELECT tools.sum(report) FROM t)).requests.received.total
FROM t
SQL
	'澄湾区财政局|25.1|t|200|200|30|0|3', 'everyone can use it');
as('owner', 'owned', 'DROP EXTENSION gireport');
is($node->safe_psql('owned', q(SELECT count(*) FROM pg_proc WHERE proname LIKE 'gireport%')), '0', 'its owner can drop it');

# ---- what was there before ----

# The installation takes over nothing that is in its schema already.
as('owner', 'hostile', 'CREATE SCHEMA open; GRANT ALL ON SCHEMA open TO PUBLIC');
foreach my $case (
	[ 'function', 'FUNCTION', q(open.gireport_parse(text)), q( RETURNS int LANGUAGE sql AS 'SELECT 1') ],
	[ 'type', 'TYPE', 'open.gireport_applicants', ' AS (natural_person text)' ],
	[ 'domain', 'DOMAIN', 'open.gireport', ' AS text' ],
	[ 'table', 'TABLE', 'open.gireport_requests', '()' ])
{
	my ($name, $kind, $object, $definition) = @$case;

	as('reader', 'hostile', "CREATE $kind $object$definition");
	like(error_as('owner', 'hostile', 'CREATE EXTENSION gireport SCHEMA open'),
		qr/^ERROR:  (?:42710|42723|42P07|55000)/, "a $name that is there already");
	is($node->safe_psql('hostile', q(SELECT count(*) FROM pg_extension WHERE extname = 'gireport')), '0', "a $name that is there already: nothing is installed");
	as('reader', 'hostile', "DROP $kind $object");
}

# Types, functions and operators of the names that the script uses are not used
# by it, and those of the extension's own names, for other arguments, are not
# called instead.
as(
	'reader', 'hostile', q(
	CREATE DOMAIN open.text AS pg_catalog.varchar;
	CREATE DOMAIN open.bytea AS pg_catalog.varchar;
	CREATE TYPE open.int8 AS (a int);
	CREATE TYPE open.numeric AS (a int);
	CREATE TYPE open.bool AS (a int);
	CREATE FUNCTION open.gireport_parse(varchar) RETURNS int LANGUAGE sql AS 'SELECT 1';
	CREATE FUNCTION open.gireport_sum_in(text) RETURNS int LANGUAGE sql AS 'SELECT 1';));
is(error_as('owner', 'hostile', 'SET search_path = open, pg_catalog; CREATE EXTENSION gireport SCHEMA open'), '', 'installed among strangers');
is( $node->safe_psql('hostile', <<'SQL'),
SELECT string_agg(DISTINCT n.nspname, ' ')
FROM pg_attribute a JOIN pg_type t ON t.oid = a.atttypid JOIN pg_namespace n ON n.oid = t.typnamespace
WHERE a.attrelid IN (SELECT typrelid FROM pg_type WHERE typname IN ('gireport', 'gireport_fees', 'gireport_applicants'))
	AND t.typtype = 'b' AND a.attnum > 0
SQL
	'pg_catalog', 'its types are made of the true ones');

# ---- what is put into the search path later ----

$node->safe_psql('hostile', 'CREATE SCHEMA evil; GRANT ALL ON SCHEMA evil TO PUBLIC');
as(
	'reader', 'hostile', q(
	CREATE FUNCTION evil.trap() RETURNS void LANGUAGE plpgsql AS $$ BEGIN RAISE EXCEPTION 'trapped'; END $$;
	CREATE TYPE evil.gireport AS (title text, agency text, year text, proactive text, requests text, disputes text);
	CREATE TYPE evil.gireport_applicants AS (natural_person text, total text);
	CREATE FUNCTION evil.equal_text(pg_catalog.text, pg_catalog.text) RETURNS bool LANGUAGE sql AS 'SELECT evil.trap() IS NULL';
	CREATE FUNCTION evil.equal_int8(pg_catalog.int8, pg_catalog.int8) RETURNS bool LANGUAGE sql AS 'SELECT evil.trap() IS NULL';
	CREATE FUNCTION evil.equal_numeric(pg_catalog.numeric, pg_catalog.numeric) RETURNS bool LANGUAGE sql AS 'SELECT evil.trap() IS NULL';
	CREATE FUNCTION evil.plus(pg_catalog.int8, pg_catalog.int8) RETURNS pg_catalog.int8 LANGUAGE sql AS 'SELECT 666::pg_catalog.int8';
	CREATE OPERATOR evil.= (LEFTARG = pg_catalog.text, RIGHTARG = pg_catalog.text, FUNCTION = evil.equal_text);
	CREATE OPERATOR evil.= (LEFTARG = pg_catalog.int8, RIGHTARG = pg_catalog.int8, FUNCTION = evil.equal_int8);
	CREATE OPERATOR evil.= (LEFTARG = pg_catalog.numeric, RIGHTARG = pg_catalog.numeric, FUNCTION = evil.equal_numeric);
	CREATE OPERATOR evil.+ (LEFTARG = pg_catalog.int8, RIGHTARG = pg_catalog.int8, FUNCTION = evil.plus);
	CREATE FUNCTION evil.numeric(pg_catalog.int8) RETURNS pg_catalog.numeric LANGUAGE sql AS 'SELECT 666.0';
	CREATE FUNCTION evil.text(pg_catalog.numeric) RETURNS pg_catalog.text LANGUAGE sql AS $$ SELECT '666' $$;
	CREATE FUNCTION evil.gireport_valid(evil.gireport) RETURNS bool LANGUAGE sql AS 'SELECT true';
	CREATE FUNCTION evil.gireport_violations(evil.gireport) RETURNS int LANGUAGE sql AS 'SELECT 1';
	CREATE AGGREGATE evil.sum(evil.gireport) (SFUNC = array_append, STYPE = evil.gireport[]);
	CREATE CAST (pg_catalog.text AS evil.gireport) WITH INOUT;));

$node->safe_psql(
	'hostile', q(
	CREATE SCHEMA data;
	CREATE TABLE data.documents (name pg_catalog.text PRIMARY KEY, body pg_catalog.text);
	CREATE TABLE data.registry (report open.gireport CHECK (open.gireport_valid(report)));
	GRANT USAGE ON SCHEMA data TO PUBLIC;
	GRANT ALL ON data.registry, data.documents TO PUBLIC;));
foreach my $path (glob("$corpus/y_*.txt"), "$corpus/i_short_row.txt", "$corpus/n_news.txt")
{
	my ($name) = $path =~ m{([^/]+)\.txt$};
	$node->safe_psql('hostile', "INSERT INTO data.documents VALUES ('$name', convert_from(pg_read_binary_file('$path'), 'UTF8'))");
}

# The same queries, with a harmless and with a hostile search path.
my @queries = (
	q(SELECT d.name, open.gireport_try_parse(d.body)::pg_catalog.text FROM data.documents d),
	q(SELECT d.name, c::pg_catalog.text FROM data.documents d, open.gireport_cells(open.gireport_try_parse(d.body)) c),
	q(SELECT d.name, c::pg_catalog.text FROM data.documents d, open.gireport_cells(d.body) c WHERE d.name NOT LIKE 'n%'),
	q(SELECT d.name, g::pg_catalog.text FROM data.documents d, open.gireport_diagnostics(d.body) g),
	q(SELECT d.name, open.gireport_valid(open.gireport_try_parse(d.body)), open.gireport_assert(open.gireport_try_parse(d.body)) FROM data.documents d),
	q(SELECT v::pg_catalog.text FROM open.gireport_violations(pg_catalog.jsonb_populate_record(NULL::open.gireport,
		'{"requests": {"received": {"total": 1}}, "disputes": {"reconsideration": {"pending": -1, "total": 7}}}')) v),
	q(SELECT open.sum(open.gireport_try_parse(d.body))::pg_catalog.text FROM data.documents d),
	q(SELECT ('1 proactive{fees{amount=0.30}} requests{received{total=7}}'::open.gireport_sum)::pg_catalog.text));
foreach my $query (@queries)
{
	my $expected = as('reader', 'hostile', "SET search_path = pg_catalog; $query");
	my ($short) = $query =~ /open\.(\w+)/;

	isnt($expected, '', "$short: there are results");
	is(as('reader', 'hostile', "SET search_path = evil, pg_catalog; $query"), $expected, "$short: hostile objects before the server's");
	is(as('reader', 'hostile', "SET search_path = evil, open, pg_catalog, public; $query"), $expected, "$short: and before its own");
}

# A value of the false type is no value of the true one.
like(
	error_as('reader', 'hostile', q(SELECT open.gireport_valid(ROW('t', 'a', '2023', '', '', '')::evil.gireport))),
	qr/^ERROR:  42883/, 'a false type');
like(
	error_as('reader', 'hostile', q(SET search_path = evil, open, pg_catalog; SELECT open.gireport_valid(v) FROM (VALUES (NULL::gireport)) t(v))),
	qr/^ERROR:  42883/, 'a false type by the name of the true one');

# A table checks as before, whoever writes to it with whatever search path.
my $wrong = q('(,,,,,"(""(1,0,0,0,2)"",,)")'::open.gireport);
like(
	error_as('reader', 'hostile', "SET search_path = evil, open, pg_catalog; INSERT INTO data.registry VALUES ($wrong)"),
	qr/^ERROR:  23514/, 'a table refuses what is wrong');

$node->stop;
unlike(slurp_file($node->logfile), qr/PANIC|TRAP|terminated by signal/, 'no crash in the log');
done_testing();
