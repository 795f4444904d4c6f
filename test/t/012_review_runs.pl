# gireport-review as a program: wrong usage, tables of other shapes, hostile
# schemas, long texts, a thousand reports, and runs that are ended half-way.

use strict;
use warnings;
use utf8;

use Encode qw(decode encode);
use Fcntl qw(:flock);
use FindBin;
use Test::More;
use Time::HiRes qw(sleep time);

use lib "$FindBin::RealBin/lib";

# The server's test modules have had these names since 15.
BEGIN
{
	eval {
		require PostgreSQL::Test::Cluster;
		require PostgreSQL::Test::Utils;
		1;
	} or plan skip_all => 'PostgreSQL::Test::Cluster is not available';
}

use Pages qw(read_bytes read_page elements texts table_rows);

my $corpus = "$FindBin::RealBin/../corpus";
my $dir = PostgreSQL::Test::Utils::tempdir;
$ENV{PGCLIENTENCODING} = 'UTF8';

my $node = PostgreSQL::Test::Cluster->new('main');
$node->init(extra => [ '--encoding=UTF8', '--no-locale' ]);
$node->start;
my @connection = ('-h', $node->host, '-p', $node->port, '-d', 'postgres');

sub sql
{
	return $node->safe_psql('postgres', encode('UTF-8', $_[0]));
}

# Run the program: exit code, standard output, standard error.
sub review
{
	my ($out, $err);
	IPC::Run::run([ 'gireport-review', @_ ], '<', \undef, '>', \$out, '2>', \$err);
	return ($? >> 8, $out, $err);
}

# It fails with an exit code, and with an error and perhaps a hint.
sub fails
{
	my ($name, $expected, $message, @options) = @_;
	my ($code, $out, $err) = review(@options);
	is($code, $expected, "$name: exit code");
	like($err, qr/^gireport-review: error: $message/, '... message');
	is($out, '', '... and nothing else');
}

my $columns = 'source text PRIMARY KEY, sha256 bytea NOT NULL, body text, report gireport, loaded_at timestamptz NOT NULL DEFAULT now(), error text';

# ---- usage ----

fails('no folder', 1, 'no folder for the pages specified\n', @connection);
fails('a folder too many', 1, 'too many command-line arguments', @connection, '-o', "$dir/x", "$dir/y");
fails('no server', 2, 'connection to server', '-h', "$dir/nowhere", '-d', 'postgres', '-o', "$dir/x");
fails('no extension', 1, qq(extension "gireport" is not in database "postgres"\ngireport-review: hint: ), @connection, '-o', "$dir/x");
sql('CREATE EXTENSION gireport');
fails('no table', 1, qq(table "gireport_files" does not exist\ngireport-review: hint: ), @connection, '-o', "$dir/x");
sql('CREATE TABLE other (source text, body text); CREATE TABLE wrong (source text, sha256 text)');
fails('a table of another shape', 1, 'table "other" has no column "sha256"', @connection, '-t', 'other', '-o', "$dir/x");
fails('a column of another type', 1, 'column "sha256" of table "wrong" is not of type bytea', @connection, '-t', 'wrong', '-o', "$dir/x");
sql("CREATE TABLE gireport_files ($columns)");
fails('a folder without a folder above it', 1, 'could not create folder "[^"]*": No such file', @connection, '-o', "$dir/a/b");
fails('a file in place of the folder', 1, 'could not open folder "[^"]*": Not a directory', @connection, '-o', "$corpus/README.md");
my ($code, $out, $err) = review('--help');
is("$code $err", '0 ', '--help ends well');
like($out, qr/^gireport-review writes pages .*^Usage:\n  gireport-review \[OPTION\]\.\.\. -o FOLDER\n.*^  -o, --output=FOLDER .*^Connection options:\n/sm, '... and tells the options');
($code, $out, $err) = review('--version');
like($out, qr/^gireport-review \(gireport\) \d+\.\d+\.\d+\n\z/, '--version tells the version');

# What it says goes nowhere then, and least of all to the server.
mkdir "$dir/full";
symlink 'nothing', "$dir/full/file";
my $log = -s $node->logfile;
IPC::Run::run([ 'sh', '-c', 'exec gireport-review "$@" 2>&-', 'sh', @connection, '-o', "$dir/full" ], '<', \undef, '>', \$out);
is($? >> 8, 1, 'a failure without standard error');
unlike(PostgreSQL::Test::Utils::slurp_file($node->logfile, $log), qr/invalid frontend message|unexpected EOF|lost synchronization/, '... is not told to the server');

# The pages are whole then, but who waits for the summary is to know.
SKIP:
{
	skip 'there is no /dev/full', 2 if !-w '/dev/full';
	IPC::Run::run([ 'sh', '-c', 'exec gireport-review "$@" >/dev/full', 'sh', @connection, '-o', "$dir/told" ], '<', \undef, '2>', \$err);
	is(($? >> 8) . $err, "1gireport-review: error: could not write to standard output: No space left on device\n", 'a full standard output is an error');
	ok(-s "$dir/told/index.html", '... and the pages are there');
}

# ---- lists of agencies ----

my %lists = ("\xff\xfe" => 'is not text in UTF-8', "\n\n" => 'names no agency', 'x' x 5000 => 'is too long', "a\0b\n" => 'is not text in UTF-8');
foreach my $content (sort keys %lists)
{
	open my $file, '>:raw', "$dir/list";
	print $file $content;
	close $file;
	fails("a list that $lists{$content}", 1, "[^\\n]*$lists{$content}", @connection, '-o', "$dir/x", "--agencies=$dir/list");
}
fails('no list', 1, 'could not open file', @connection, '-o', "$dir/x", "--agencies=$dir/nothing");
ok(!-e "$dir/x", 'what fails before there is anything to write makes no folder');

# ---- an empty table, and hostile schemas ----

($code, $out, $err) = review(@connection, '-o', "$dir/empty");
is("$code $err", '0 ', 'an empty table is reviewed');
is((texts(elements('p', undef, read_page("$dir/empty/index.html"))))[2], '表中还没有文件。', '... and it is said that it is empty');
is(read_bytes("$dir/empty/findings.csv") =~ tr/\n//, 1, '... and so is the table of findings');

# Whatever stands in schemas of the search_path, it is not used.
sql(q(CREATE FUNCTION public.encode(bytea, text) RETURNS text LANGUAGE plpgsql AS 'BEGIN RAISE EXCEPTION $$captured$$; END';
	CREATE FUNCTION public.captured(text, text) RETURNS boolean LANGUAGE plpgsql AS 'BEGIN RAISE EXCEPTION $$captured$$; END';
	CREATE OPERATOR public.= (FUNCTION = public.captured, LEFTARG = text, RIGHTARG = text);
	ALTER DATABASE postgres SET search_path = public, pg_catalog));
sql('INSERT INTO gireport_files (source, sha256, body, report) ' . "SELECT 'a', '', b, gireport_parse(b) FROM pg_read_file('$corpus/y_tab_001.txt') AS b");
($code, $out, $err) = review(@connection, '-o', "$dir/captured");
is("$code $err", '0 ', 'functions and operators of other schemas are not used');
sql('ALTER DATABASE postgres RESET search_path; DROP OPERATOR public.= (text, text); DROP FUNCTION public.captured; DROP FUNCTION public.encode');

# A schema is not a part of a literal.
sql(q(CREATE SCHEMA "o'x@#"; ALTER EXTENSION gireport SET SCHEMA "o'x@#"));
($code, $out, $err) = review(@connection, '-o', "$dir/quoted");
is("$code $err", '0 ', 'a schema with a quote in its name');
sql('ALTER EXTENSION gireport SET SCHEMA public');

sql('CREATE VIEW twice AS SELECT * FROM gireport_files UNION ALL SELECT * FROM gireport_files');
fails('a source that is there twice', 1, 'source "a" occurs twice in the table', @connection, '-t', 'twice', '-o', "$dir/twice");
sql("CREATE TABLE nameless AS SELECT NULL::text AS source, sha256, body, report, loaded_at, error FROM gireport_files");
fails('a row without a source', 1, 'a row of the table has no source', @connection, '-t', 'nameless', '-o', "$dir/twice");

# A text that is no report beside a report, as another program might leave it.
sql(q(CREATE TABLE odd AS SELECT source, sha256, 'nothing'::text AS body, report, loaded_at, 'and an error'::text AS error FROM gireport_files
	UNION ALL SELECT 'b', sha256, NULL, report, loaded_at, NULL FROM gireport_files));
($code, $out, $err) = review(@connection, '-t', 'odd', '-o', "$dir/odd");
is("$code $err", '0 ', 'a report whose text is something else is reviewed');

# ---- long texts ----

my $wrong = decode('UTF-8', read_bytes("$corpus/y_word_003.txt"));
$wrong =~ s/公开申请数量\n\t3\n/公开申请数量\n\t4\n/ or die 'the document has changed';
sub literal
{
	my ($text) = @_;
	$text =~ s/'/''/g;
	return "'$text'";
}
sql("CREATE TABLE long ($columns)");
sql("INSERT INTO long SELECT s, '', b, gireport_parse(b) FROM (VALUES "
	  . "('lines', (SELECT string_agg('第' || i || '行说明', E'\\n') FROM generate_series(1, 10000) i) || E'\\n' || " . literal($wrong) . " || repeat(E'再说明\\n', 15000)), "
	  . "('line', " . literal($wrong) . " || repeat('很长的一行', 40000))) AS v(s, b)");
($code, $out, $err) = review(@connection, '-t', 'long', '-o', "$dir/long");
is("$code $err", '0 ', 'long texts are reviewed');
my ($head, @agencies) = table_rows('agencies', my @index = read_page("$dir/long/index.html"));
my %page = map { my @c = @{ $_->{children} }; @c == 8 && $c[1]{children}[0]{attributes}{href} ? ((texts($c[7]))[0] => $c[1]{children}[0]{attributes}{href}) : () }
  elements('tr', undef, @index);
foreach my $name (qw(lines line))
{
	my @page = read_page("$dir/long/$page{$name}");
	my ($line) = split /\|/, sql("SELECT c.line FROM long, gireport_cells(body) c WHERE source = '$name' AND c.row_code = 'received' AND c.column_code = 'natural_person'");
	my ($marked) = grep { ($_->{attributes}{id} // '') eq "line-$line" } @page;

	cmp_ok(-s "$dir/long/$page{$name}", '<', 200_000, "the page of a long text ($name) is not long");
	is($marked->{attributes}{value}, $line, '... and has the marked line');
	is((texts(elements('mark', 'error', Pages::below($marked))))[0], '4', '... with what is marked');
}
my ($around) = grep { ($_->{attributes}{id} // '') eq 'source' } read_page("$dir/long/$page{lines}");
like($around->{text}, qr/共 25\d\d\d 行，篇幅较长/, '... and it is said that lines are left out');

# ---- a thousand reports, in little memory ----

sql("CREATE TABLE many ($columns)");
sql("INSERT INTO many SELECT i || f, '', b, gireport_try_parse(b) FROM generate_series(1, 100) i, "
	  . "unnest(ARRAY['y_tab_001', 'y_word_003', 'y_2021_word', 'y_pdf_browser_big', 'i_short_row', 'y_2021_city', 'i_empty_form', 'y_2019_word', 'y_2021_markdown', 'y_tab_002']) f, "
	  . "pg_read_file('$corpus/' || f || '.txt') AS b; ANALYZE many");
my $start = time;
my $ok = IPC::Run::run([ 'sh', '-c', 'ulimit -v 100000; exec gireport-review "$@"', 'sh', @connection, '-t', 'many', '-o', "$dir/many" ],
	'<', \undef, '>', \$out, '2>', \$err);
my $seconds = time - $start;
ok($ok, 'a thousand reports in 100 MB of memory') or diag $err;
cmp_ok($seconds, '<', 20, 'in less than 20 s');
note sprintf '%.1f s', $seconds;
like($out, qr/^1000 files: /, 'all are there');

# ---- ended half-way ----

# A table that takes its time: the pages come one after the other.
sql(q(CREATE FUNCTION slowly(moment timestamptz) RETURNS timestamptz LANGUAGE plpgsql STABLE AS 'BEGIN PERFORM pg_sleep(0.01); RETURN moment; END';
	CREATE VIEW slow AS SELECT source, sha256, body, report, slowly(loaded_at) AS loaded_at, error FROM many));
foreach my $signal (qw(TERM INT KILL))
{
	my $folder = "$dir/ended$signal";
	my $run = IPC::Run::start([ 'gireport-review', @connection, '-q', '-t', 'slow', '-o', $folder ], '<', \undef, '>', \$out, '2>', \$err);
	my $limit = time + 60;
	sleep 0.05 while time < $limit && !(() = glob "$folder/[0-9a-f]*.html");
	$run->signal($signal);
	$run->finish;
	my $number = { INT => 2, TERM => 15 }->{$signal};
	is($? & 127 ? 'killed' : $? >> 8, defined $number ? 128 + $number : 'killed', "SIG$signal ends it");
	my @pages = glob "$folder/[0-9a-f]*.html";
	cmp_ok(scalar @pages, '<', 1000, '... before all pages are written');
	is_deeply([ grep { read_bytes($_) !~ m{</html>\n\z} } @pages ], [], '... and those that are, are whole');
	ok(!-e "$folder/index.html", '... and there is no overview yet');
	is_deeply([ glob "$folder/.gireport-review-*" ], [], '... and nothing else') if defined $number;
	($code, $out, $err) = review(@connection, '-q', '-t', 'gireport_files', '-o', $folder);
	is("$code $err", '0 ', '... and the next run may write there');
	is_deeply([ map { s{.*/}{}r } grep { !/index|style|findings/ } glob "$folder/* $folder/.gireport-review-*" ], [ map { s{.*/}{}r } glob "$dir/captured/[0-9a-f]*.html" ],
		'... and clears up');
}

# What nohup ignores stays ignored.
{
	local $SIG{HUP} = 'IGNORE';
	sql(q(CREATE VIEW slow_hundred AS SELECT * FROM slow WHERE source LIKE '%y_tab_001'));
	my $run = IPC::Run::start([ 'gireport-review', @connection, '-q', '-t', 'slow_hundred', '-o', "$dir/nohup" ], '<', \undef, '>', \$out, '2>', \$err);
	my $limit = time + 60;
	sleep 0.02 while time < $limit && !(() = glob "$dir/nohup/[0-9a-f]*.html");
	$run->signal('HUP');
	$run->finish;
	is($?, 0, 'a hangup that is ignored does not end it');
}

# ---- folders that cannot be written to ----

open my $locked, '<', "$dir/many";
flock $locked, LOCK_EX;
fails('a folder that another run writes to', 1, 'another run is writing to folder', @connection, '-t', 'many', '-o', "$dir/many");
close $locked;
SKIP:
{
	skip 'a superuser writes everywhere', 3 if $> == 0;
	mkdir "$dir/closed", 0555;
	fails('a folder without permission', 1, 'could not create "[^"]*": Permission denied', @connection, '-o', "$dir/closed");
}
mkdir "$dir/list_folder";
open my $foreign, '>', "$dir/list_folder/.gireport-review";
print $foreign "../../etc/passwd\n";
close $foreign;
fails('a list that is not ours', 1, qq("[^"]*" is not a list of this program's files), @connection, '-o', "$dir/list_folder", '--force');
open $foreign, '>', "$dir/list_folder/.gireport-review";
print $foreign "gireport-review 1\n../victim.html\n/victim.html\nvictim\n.victim.html\nold.html\n";
close $foreign;
foreach my $name ('victim.html', 'list_folder/victim', 'list_folder/.victim.html', 'list_folder/old.html')
{
	open $foreign, '>', "$dir/$name";
	close $foreign;
}
($code, $out, $err) = review(@connection, '-q', '-o', "$dir/list_folder");
is("$code $err", '0 ', 'a list with names that are none of ours');
ok(-e "$dir/victim.html" && -e "$dir/list_folder/victim" && -e "$dir/list_folder/.victim.html", '... does not make it remove them');
ok(!-e "$dir/list_folder/old.html", '... but what could be a page');

done_testing();
