# The encoding of the database makes no difference where it has the characters:
# numbers, places and findings are the same in EUC_CN as in UTF8.  Where it has
# not, there is an error that says so.
use strict;
use warnings;

use File::Basename qw(basename);
use FindBin;
use PostgreSQL::Test::Cluster;
use PostgreSQL::Test::Utils;
use Test::More;

my $corpus = "$FindBin::RealBin/../corpus";

# What psql prints is UTF-8 in every database, and is compared as bytes.
$ENV{PGCLIENTENCODING} = 'UTF8';

my $node = PostgreSQL::Test::Cluster->new('main');
$node->init(extra => [ '--no-locale', '--encoding=UTF8' ]);
$node->append_conf('postgresql.conf', 'log_error_verbosity = verbose');
$node->start;
foreach my $encoding ('UTF8', 'EUC_CN', 'SQL_ASCII', 'LATIN1')
{
	$node->safe_psql('postgres',
		"CREATE DATABASE \L$encoding\E ENCODING '$encoding' LC_COLLATE 'C' LC_CTYPE 'C' TEMPLATE template0");
}

# The error of a command, in a verbose form; empty if there is none.
sub error_of
{
	my ($database, $command) = @_;
	my ($result, $stdout, $stderr) = $node->psql($database, "\\set VERBOSITY verbose\n$command");

	$stderr =~ s/^psql:<stdin>:\d+: //;
	$stderr =~ s/^LOCATION:.*\n?//m;
	return $stderr;
}

# ---- EUC_CN: what is there in both databases is the same ----

my $functions = q(
	CREATE EXTENSION gireport;
	CREATE TABLE documents (name text PRIMARY KEY, body text NOT NULL);
	CREATE FUNCTION error_of(body text) RETURNS text LANGUAGE plpgsql AS $$
	DECLARE
		detail text;
		hint text;
	BEGIN
		PERFORM gireport_parse(body);
		RETURN NULL;
	EXCEPTION WHEN OTHERS THEN
		GET STACKED DIAGNOSTICS detail = PG_EXCEPTION_DETAIL, hint = PG_EXCEPTION_HINT;
		RETURN concat_ws(' | ', SQLSTATE, SQLERRM, detail, hint);
	END
	$$;);
$node->safe_psql($_, $functions) foreach 'utf8', 'euc_cn';
is($node->safe_psql('euc_cn', 'SHOW server_encoding'), 'EUC_CN', 'encoding of the database');

# Texts that EUC_CN has the characters for.
my (@loaded, @others);
foreach my $path (sort glob("$corpus/*_*.txt"))
{
	my $name = basename($path, '.txt');
	my $insert = "INSERT INTO documents VALUES ('$name', convert_from(pg_read_binary_file('$path'), 'UTF8'))";
	my $error = error_of('euc_cn', $insert);

	if ($error =~ /^ERROR:  22P05/)
	{
		push @others, $name;
		next;
	}
	is($error, '', "$name: loaded") if $error ne '';
	$node->safe_psql('utf8', $insert);
	push @loaded, $name;
}
cmp_ok(scalar @loaded, '>', 15, 'texts that can be converted');
note("not converted: @others");

my %queries = (
	'size' => q(SELECT name, octet_length(body) FROM documents ORDER BY name),
	'cells' => q(SELECT d.name, c.* FROM documents d, gireport_cells(d.body) WITH ORDINALITY AS c
		WHERE gireport_try_parse(body) IS DISTINCT FROM NULL ORDER BY d.name, ordinality),
	'cells of stored reports' => q(SELECT d.name, c.* FROM documents d, gireport_cells(gireport_try_parse(d.body)) WITH ORDINALITY AS c
		ORDER BY d.name, ordinality),
	'places' => q(SELECT d.name, c.row_code, c.column_code FROM documents d, gireport_cells(d.body) c
		WHERE gireport_try_parse(body) IS DISTINCT FROM NULL AND substr(d.body, c.position, c.length) <> c.raw LIMIT 3),
	'diagnostics' => q(SELECT d.name, g.* FROM documents d, gireport_diagnostics(d.body) WITH ORDINALITY AS g ORDER BY d.name, ordinality),
	'places of diagnostics' => q(SELECT d.name, g.* FROM documents d, gireport_diagnostics(d.body) g
		WHERE substr(d.body, g.position, length(g.raw)) <> g.raw LIMIT 3),
	'reports' => q(SELECT name, gireport_try_parse(body)::text, to_jsonb(gireport_try_parse(body)) FROM documents ORDER BY name),
	'errors' => q(SELECT name, error_of(body) FROM documents ORDER BY name),
	'violations' => q(SELECT v.* FROM gireport_violations(jsonb_populate_record(NULL::gireport,
		'{"requests": {"received": {"total": 1}}, "disputes": {"reconsideration": {"pending": -1, "total": 7}}}')) v),
	'violations of a whole report' => q(SELECT v.* FROM documents, LATERAL (SELECT gireport_parse(replace(body, E'\t1', E'\t2')) AS r OFFSET 0) q,
		gireport_violations(r) v WHERE name = 'y_2021_tab_plain'),
	'documents' => q(SELECT name, format, gireport_render(gireport_try_parse(body), format)
		FROM documents, unnest('{text,markdown,html,html_fragment}'::text[]) format ORDER BY name, format),
	'sum' => q(SELECT sum(gireport_try_parse(body))::text FROM documents),
	'comments' => q(SELECT attname, col_description(attrelid, attnum) FROM pg_attribute WHERE attrelid = 'gireport_requests'::regclass ORDER BY attnum));
my %empty = map { $_ => 1 } 'places', 'places of diagnostics';

foreach my $name (sort keys %queries)
{
	my $utf8 = $node->safe_psql('utf8', $queries{$name});
	my $euc_cn = $node->safe_psql('euc_cn', $queries{$name});

	if ($name eq 'size')
	{
		isnt($euc_cn, $utf8, 'the texts are stored otherwise');
		next;
	}
	is($euc_cn, $utf8, "EUC_CN and UTF8: $name");
	is($utf8 eq '' ? 'empty' : 'rows', $empty{$name} ? 'empty' : 'rows', "UTF8: $name");
}
like(
	error_of('euc_cn', "SELECT gireport_assert(jsonb_populate_record(NULL::gireport, '{\"disputes\": {\"reconsideration\": {\"total\": 7}}}'))"),
	qr/^ERROR:  23514: .*\nDETAIL:  T4\.1 表四“行政复议”行/,
	'EUC_CN: gireport_assert');

# Bytes that EUC_CN allows and no character has.
foreach my $function ('gireport_parse', 'gireport_cells', 'gireport_diagnostics')
{
	like(error_of('euc_cn', "SELECT $function(convert_from('\\xaaa1', 'EUC_CN') || body) FROM documents WHERE name = 'y_2021_tab_plain'"),
		qr/^(?:$|ERROR:  22P05)/, "EUC_CN: $function of a code without a character");
}

# Text as it is shown to clients with encodings of Chinese: the first label.
foreach my $case ([ 'utf8', 'GBK' ], [ 'utf8', 'GB18030' ], [ 'utf8', 'EUC_CN' ], [ 'euc_cn', 'EUC_CN' ])
{
	my ($database, $encoding) = @$case;
	local $ENV{PGCLIENTENCODING} = $encoding;

	like(
		$node->safe_psql($database, "SELECT row_label FROM gireport_cells('(,,,,,)'::gireport) WHERE row_code = 'received'"),
		qr/^\xd2\xbb\xa1\xa2\xb1\xbe\xc4\xea\xd0\xc2\xca\xd5/,
		"$database, client in $encoding");
}

# ---- SQL_ASCII: bytes, that have to be UTF-8 ----

{
	local $ENV{PGCLIENTENCODING} = 'SQL_ASCII';

	$node->safe_psql('sql_ascii', $functions);
	foreach my $name (@loaded)
	{
		$node->safe_psql('sql_ascii', "INSERT INTO documents VALUES ('$name', convert_from(pg_read_binary_file('$corpus/$name.txt'), 'SQL_ASCII'))");
	}
	foreach my $name ('reports', 'errors', 'violations', 'sum', 'documents', 'cells of stored reports', 'places', 'places of diagnostics')
	{
		is($node->safe_psql('sql_ascii', $queries{$name}), $node->safe_psql('utf8', $queries{$name}), "SQL_ASCII and UTF8: $name");
	}
	like(error_of('sql_ascii', "SELECT gireport_parse(E'\\xd5\\xfe\\xb8\\xae')"), qr/^ERROR:  22P02/, 'SQL_ASCII: bytes that are no UTF-8');
	is($node->safe_psql('sql_ascii', "SELECT gireport_try_parse(E'\\xe6\\x94') IS NULL"), 't', 'SQL_ASCII: half a character');
}

# ---- LATIN1: no Chinese characters, no extension ----

like(error_of('latin1', 'CREATE EXTENSION gireport'), qr/^ERROR:  22P05: .*LATIN1/, 'LATIN1: error of CREATE EXTENSION');
is($node->safe_psql('latin1', q(SELECT count(*) FROM pg_type WHERE typname LIKE '%gireport%')), '0', 'LATIN1: nothing is left');

$node->stop;
my $log = slurp_file($node->logfile);
unlike($log, qr/ERROR:  XX/, 'no internal error in the log');
unlike($log, qr/PANIC|TRAP|terminated by signal/, 'no crash in the log');
done_testing();
