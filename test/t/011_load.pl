# gireport-load: files of all kinds get into the table with the right report, text
# and reason; what is there is not loaded again; whatever interrupts it, nothing is
# lost and nothing comes twice; and no file, no name, no schema of others stops it.
#
#   LOAD_FILES   files in the mixed folder (600)
#   LOAD_KILLS   moments at which the loader is killed (3)
#   LOAD_SEED    what these are drawn from (1)

use strict;
use warnings;

use Cwd qw(abs_path);
use Digest::SHA qw(sha256_hex);
use Encode qw(decode encode);
use FindBin;
use IO::Uncompress::Gunzip qw(gunzip $GunzipError);
use IO::Socket::UNIX;
use POSIX qw(mkfifo);
use Test::More;
use Time::HiRes qw(sleep time);

use lib "$FindBin::RealBin/lib";

# The server's test modules have had these names since 15.
BEGIN
{
	eval {
		require IPC::Run;
		require PostgreSQL::Test::Cluster;
		require PostgreSQL::Test::Utils;
		1;
	} or plan skip_all => 'PostgreSQL::Test::Cluster is not available';
}

use Documents qw(zip_archive);
use Folder qw(docx_of_text html_of_text mixed_folder pdf_of_text read_file texts write_file);

my $count = $ENV{LOAD_FILES} || 600;
my $kills = $ENV{LOAD_KILLS} || 3;
srand($ENV{LOAD_SEED} || 1);

my $corpus = "$FindBin::RealBin/../corpus";
my @texts = texts($corpus);
my $tab = read_file("$corpus/y_2021_tab_plain.txt");
my $pdf = pdf_of_text(read_file("$corpus/y_pdf_office_wide.txt"));

my $node = PostgreSQL::Test::Cluster->new('main');
$node->init(extra => [ '--encoding=UTF8', '--no-locale' ]);
$node->append_conf('postgresql.conf', 'fsync = off');
$node->start;

my $work = abs_path(PostgreSQL::Test::Utils::tempdir());
chdir $work or die "could not change to \"$work\": $!";
# the session is looked for by its own name
delete @ENV{qw(PGAPPNAME PGOPTIONS)};
$ENV{PGCLIENTENCODING} = 'UTF8';

sub sql
{
	return $node->safe_psql('postgres', @_);
}

# Run the loader to its end: exit code, output, messages.
sub load
{
	my @arguments = @_;
	my ($out, $err) = ('', '');
	IPC::Run::run([ 'gireport-load', '-d', $node->connstr('postgres'), @arguments ],
		'<', \undef, '>', \$out, '2>', \$err, IPC::Run::timeout(600));
	return ($? >> 8, $out, $err);
}

# The numbers of a summary, such as loaded.
sub numbers
{
	my ($out) = @_;
	my %numbers;
	$numbers{$1} = $2 while $out =~ /^([a-z ]+): +(\d+)/mg;
	return \%numbers;
}

# Everything in a table but the time, as one hash.
sub contents
{
	my ($table) = @_;
	return sql("SELECT count(*) || ' ' || coalesce(md5(string_agg(md5((source, sha256, body, report, error)::text), ''
		ORDER BY source COLLATE \"C\")), '') FROM $table");
}

# ---- the command line ----

my ($code, $out, $err);
PostgreSQL::Test::Utils::program_help_ok('gireport-load');
PostgreSQL::Test::Utils::program_version_ok('gireport-load');
PostgreSQL::Test::Utils::program_options_handling_ok('gireport-load');
foreach my $wrong ([ [], qr/no folder or file/ ], [ ['-'], qr/standard input/ ], [ [''], qr/empty name/ ],
	[ [ '-q', '-v', 'x' ], qr/cannot be used together/ ])
{
	($code, $out, $err) = load(@{ $wrong->[0] });
	is($code, 1, "wrong usage: @{$wrong->[0]}");
	like($err, $wrong->[1], '  is explained');
}
IPC::Run::run([ 'gireport-load', '-h', "$work/nowhere", '.' ], '<', \undef, '>', \$out, '2>', \$err);
is($? >> 8, 2, 'no server');
like($err, qr/^gireport-load: error: .*nowhere/, '  is an error as of other clients');

# What both clients have from src/bin/common.
foreach my $program ('gireport-load', 'gireport-review')
{
	foreach my $wrong (
		[ "--b\e[31m=\e[0m", 'unknown option "--b\x1b[31m"' ], [ "-\e", 'unknown option "-\x1b"' ],
		[ "-q\xE9", 'unknown option "-\xe9"' ], [ '--no-passwort', 'unknown option "--no-passwort"' ],
		[ '-t', 'option "-t" requires an argument' ], [ '--table', 'option "--table" requires an argument' ],
		[ '--quiet=1', 'option "--quiet" takes no argument' ], [ '--p', 'option "--p" is ambiguous' ])
	{
		IPC::Run::run([ $program, $wrong->[0] ], '<', \undef, '>', \$out, '2>', \$err);
		is($? >> 8, 1, "$program: $wrong->[1]");
		is($err, "$program: error: $wrong->[1]\n$program: hint: Try \"$program --help\" for more information.\n", '  is all that is said');
	}
	next unless -c '/dev/full';
	foreach my $option ('--help', '--version')
	{
		IPC::Run::run([ $program, $option ], '<', \undef, '>', '/dev/full', '2>', \$err);
		is($? >> 8, 1, "$program $option that cannot be printed");
		is($err, "$program: error: could not write to standard output: No space left on device\n", '  is an error');
	}
}

# ---- the table ----

write_file('one/a.txt', $tab);
($code, $out, $err) = load('one');
is($code, 1, 'without the extension');
like($err, qr/hint: .*CREATE EXTENSION gireport.*--create/, '  there is a hint');
($code, $out, $err) = load('--create', '--dry-run', 'one');
is($code, 1, 'a dry run does not create the extension');
sql('CREATE SCHEMA ext; CREATE EXTENSION gireport SCHEMA ext');
($code, $out, $err) = load('one');
is($code, 1, 'without the table');
like($err, qr/table public.gireport_files does not exist.*--create/s, '  there is a hint');
($code, $out, $err) = load('--create', '--dry-run', 'one');
is($code, 0, 'a dry run');
like($out, qr/^Nothing was written.*^loaded: +1$/ms, '  says what would be loaded');
is(sql("SELECT to_regclass('gireport_files')"), '', '  and creates nothing');
sql('DROP EXTENSION gireport; DROP SCHEMA ext');
($code, $out, $err) = load('--create', 'one');
is($code, 0, '--create') or diag($err);
is( sql("SELECT string_agg(attname || ' ' || format_type(atttypid, atttypmod), ', ' ORDER BY attnum) FROM pg_attribute
		WHERE attrelid = 'gireport_files'::regclass AND attnum > 0"),
	'source text, sha256 bytea, body text, report gireport, loaded_at timestamp with time zone, error text',
	'  makes the extension and the table');
is(sql('SELECT source, (report).agency, error IS NULL FROM gireport_files'), 'one/a.txt|星渚市栖云区人民政府|t', '  and loads');
sql('CREATE SCHEMA "Sch 1"');
is((load('--create', '--table="Sch 1"."T""x"', 'one'))[0], 0, 'a table whose name is to be quoted');
is(sql('SELECT count(*) FROM "Sch 1"."T""x"'), 1, '  has the file');
sql('CREATE TABLE other (source text, sha256 bytea, body text, report gireport, loaded_at timestamptz, error text);
	CREATE TABLE nothing ()');
foreach my $table (qw(other nothing pg_class a.b.c))
{
	($code, $out, $err) = load('--create', '-t', $table, 'one');
	is($code, 1, "table $table cannot be loaded into");
	like($err, qr/^gireport-load: error: /, '  is an error');
}

# ---- files of all kinds ----

my $files = mixed_folder('mixed', $count, @texts);
my $start = time;
($code, $out, $err) = load('mixed');
note sprintf '%d files in %.1f s', scalar keys %$files, time - $start;
my $reports = grep { $_->{report} } values %$files;
is($code, 3, 'a folder of files of all kinds, some of them no reports') or diag($err);
is_deeply(
	[ @{ numbers($out) }{qw(files loaded changed refused)} ],
	[ scalar keys %$files, $reports, 0, keys(%$files) - $reports ],
	'  has the right numbers') or diag($out);
like($out, qr/^passed over: +\d+ \(like reports \d+\)/m, '  and what was passed over');
like($err, qr/\A\z/, '  and messages there are none') if $count <= 1000;

my %table = map { my ($source, @rest) = split /\|/; $source => \@rest }
  split /\n/, sql("SELECT source, encode(sha256, 'hex'), report IS DISTINCT FROM NULL, error IS NULL
	FROM gireport_files WHERE source LIKE 'mixed/%'");
is_deeply(
	\%table,
	{ map { my $r = $files->{$_}{report} ? 't' : 'f'; $_ => [ $files->{$_}{sha256}, $r, $r ] } keys %$files },
	'every file is there, with its hash, and with a report or an error');

# What the extension's functions give for the bytes, which come another way.
my @some = (sort keys %$files)[ map { int rand keys %$files } 1 .. 60 ];
my $values = join ', ', map { "(\$q\$$_\$q\$, decode('" . unpack('H*', read_file($_)) . "', 'hex'))" } @some;
is( sql("SELECT v.source FROM (VALUES $values) v(source, bytes) LEFT JOIN gireport_files f USING (source)
		WHERE to_jsonb(f.report) IS DISTINCT FROM to_jsonb(gireport_try_parse(bytes))
			OR f.report IS DISTINCT FROM NULL AND f.body IS DISTINCT FROM gireport_text(bytes)"),
	'', 'report and text are those of the file');

# ---- again ----

my $before = contents('gireport_files');
my $rows = sql('SELECT md5(string_agg(ctid::text || xmin, $$$$ ORDER BY source COLLATE "C")) FROM gireport_files');
($code, $out, $err) = load('mixed');
is($code, 3, 'loading again gives the same exit code');
is_deeply([ @{ numbers($out) }{'loaded', 'changed', 'already there', 'refused'} ],
	[ 0, 0, $reports, keys(%$files) - $reports ], '  finds everything there');
is(sql('SELECT md5(string_agg(ctid::text || xmin, $$$$ ORDER BY source COLLATE "C")) FROM gireport_files'), $rows, '  and touches no row');
($code, $out, $err) = load('mixed', 'mixed/', 'mixed/b c');
is(numbers($out)->{files}, keys(%$files) + keys(%$files) + (grep { m{/b c/} } keys %$files), 'folders that are named twice');
is(numbers($out)->{loaded}, 0, '  are loaded once');

write_file('one/a.txt', read_file("$corpus/y_tab_000.txt"));
write_file('one/b.txt', $tab);
($code, $out, $err) = load('-v', 'one');
is($code, 0, 'a file that changed, and a new one');
is_deeply([ @{ numbers($out) }{qw(loaded changed)} ], [ 1, 1 ], '  are told apart');
like($err, qr{one/a.txt: changed}, '  by name');
is(sql("SELECT (report).agency FROM gireport_files WHERE source = 'one/a.txt'"), '栖云区砚池街道办事处', '  and the new report is there');
write_file('one/a.txt', read_file("$corpus/y_tab_001.txt"));
$before = contents('gireport_files');
is(numbers((load('-n', 'one'))[1])->{changed}, 1, 'a dry run sees what changed');
is(contents('gireport_files'), $before, '  and writes nothing');

write_file('lost/a.txt', $tab);
write_file('lost/b.txt', read_file("$corpus/y_tab_000.txt"));
write_file('lost/c.txt', 'no report');
load('--create', '-t', 'lost', 'lost');
write_file('lost/a.txt', '');
write_file('lost/c.txt', 'no report either');
foreach my $options (['-n'], ['-v'])
{
	($code, $out, $err) = load(@$options, '-t', 'lost', 'lost');
	is($code, 3, "a report whose file was emptied, @$options");
	is_deeply([ @{ numbers($out) }{ 'changed', 'already there', 'refused' } ], [ 1, 1, 2 ], '  is changed');
	like($out, qr{^Changed into what is no report:\n +1 its report was replaced: file is empty\n +lost/a.txt\n\n}m, '  and it is said that a report is lost');
}
like($err, qr{lost/a.txt: changed, and its report was replaced: file is empty}, '  with the name');
is(sql('SELECT source, report IS NOT DISTINCT FROM NULL, error FROM lost ORDER BY source LIMIT 1'), 'lost/a.txt|t|file is empty', '  and so it is');
unlike((load('-t', 'lost', 'lost'))[1], qr/replaced/, '  once');

# ---- what nobody should have to meet ----

my $root = $> == 0;
my $sound = docx_of_text($tab);
write_file('hostile/a sound one.txt', $tab);
write_file('hostile/z sound one.html', html_of_text($tab));
write_file('hostile/empty.txt', '');
write_file('hostile/bomb.docx', zip_archive('word/document.xml' => '<w:p>' . (' ' x 3_000_000)));
write_file('hostile/cut.docx', substr $sound, 0, 500);
write_file('hostile/zeros.txt', "\0" x 5000);
write_file('hostile/noise.html', join '', map { chr((($_ * 2654435761) >> 13) & 255) } 1 .. 20000);
write_file('hostile/photo.html', "\xFF\xD8\xFF\xE0" . ('x' x 100_000));
write_file('hostile/page.pdf', html_of_text($tab));
write_file('hostile/paper.txt', $pdf);
write_file('hostile/word.html', $sound);
write_file('hostile/damaged.pdf', "%PDF-1.4\nnothing");
write_file('hostile/scan.pdf', pdf_of_text(''));
write_file('hostile/old.doc', "\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1" . ("\0" x 2000));
write_file("hostile/line\nbreak \e[31m'\"; DROP TABLE x; \\ .txt", $tab);
write_file("hostile/\xB1\xA8\xB8\xE6.txt", $tab);
write_file('hostile/\\xb1 .txt', $tab);
write_file('hostile/x\\xb1.csv', 'x');
write_file("hostile/x\xB1.csv", 'x');
write_file("hostile/\xE2\x80\xAEgnp.txt", 'no report');
write_file('hostile/~$word.docx', 'x');
write_file('hostile/unreadable.txt', $tab);
write_file('hostile/closed/in.txt', $tab);
chmod 0, 'hostile/unreadable.txt', 'hostile/closed';
write_file('hostile/' . ('deep/' x 140) . 'x.txt', $tab);
symlink '..', 'hostile/loop';
symlink 'a sound one.txt', 'hostile/link.txt';
symlink 'nowhere', 'hostile/dangling.txt';
mkfifo('hostile/pipe.txt', 0600);
my $socket = IO::Socket::UNIX->new(Local => 'hostile/s.txt', Listen => 1);
open my $huge, '>', 'hostile/huge.txt' or die $!;
truncate $huge, 300 * 1024 * 1024;
close $huge;

$start = time;
($code, $out, $err) = load('-v', '--create', '-t', 'hostile', 'hostile', 'hostile/missing.txt', 'hostile/link.txt');
is($code, 3, 'hostile files');
cmp_ok(time - $start, '<', 30, '  are read fast');
my $has_doc = grep { -x "$_/antiword" || -x "$_/catdoc" } split /:/, $ENV{PATH};
my $has_pdf = grep { -x "$_/pdftotext" } split /:/, $ENV{PATH};
my %expected = (
	'empty.txt' => 'refused: file is empty',
	'bomb.docx' => 'refused: document is too large',
	'cut.docx' => 'refused: .*damaged zip archive',
	'zeros.txt' => 'refused: text is not',
	'noise.html' => 'refused: text is not',
	'photo.html' => 'refused: document is an image',
	'page.pdf' => 'named otherwise, but is text or a web page',
	'word.html' => 'named otherwise, but is a DOCX file',
	'paper.txt' => 'named otherwise, but is a PDF file',
	'damaged.pdf' => $has_pdf ? 'refused: pdftotext could not read it: .+' : 'refused: pdftotext is not installed',
	'scan.pdf' => $has_pdf ? 'refused: PDF file has no text, only images' : 'refused: pdftotext is not installed',
	'old.doc' => $has_doc ? 'refused: (antiword|catdoc) could not read it|refused: DOC file has no text' : 'refused: neither antiword nor catdoc',
	'line\\nbreak \\x1b[31m\'"; DROP TABLE x; \\\\ .txt' => 'loaded',
	'\\\\xb1 .txt' => 'loaded',
	'x\\xb1.csv' => 'passed over: other name',
	'x\\\\xb1.csv' => 'passed over: other name',
	'\\xb1\\xa8\\xb8\\xe6.txt' => 'loaded',
	'\\u202egnp.txt' => 'refused: text is not',
	'huge.txt' => 'refused: file is too large: 300 MB, and at most 64 MB are read',
	'missing.txt' => 'refused: could not look at file: No such file',
	'~$word.docx' => 'passed over: file that belongs to another',
	'link.txt' => 'passed over: symbolic link',
	'dangling.txt' => 'passed over: symbolic link',
	'loop' => 'passed over: symbolic link',
	'pipe.txt' => 'passed over: named pipe',
	's.txt' => 'passed over: socket',
	'a sound one.txt' => 'loaded',
	'z sound one.html' => 'loaded');
%expected = (%expected, 'unreadable.txt' => 'refused: could not open file: Permission denied',
	'closed' => 'refused: could not open folder: Permission denied') unless $root;
foreach my $name (sort keys %expected)
{
	like($err, qr{^gireport-load: hostile/\Q$name\E: (?:$expected{$name})}m, "hostile/$name: $expected{$name}");
}
like($out, qr{^ +1 is a PDF file\n +hostile/paper.txt$}m, 'the summary names what is misnamed');
like($out, qr{^ +1 file is empty\n +hostile/empty.txt$}m, '  and what is refused');
like($err, qr{^gireport-load: hostile/link.txt: loaded}m, 'a link that the command line names is followed');
is((load('-t', 'hostile', 'hostile/pipe.txt'))[0], 3, 'and a pipe that it names is refused');
like($err, qr{^gireport-load: hostile/(deep/)+deep: refused: folder within too many folders cannot be loaded}m, 'folders have an end');
($code, $out, $err) = load('-n', '-t', 'hostile', 'hostile/deep');
is($code, 3, '  which the exit code tells');
like($out, qr{^ +1 folder within too many folders cannot be loaded\n +hostile/(deep/)+deep$}m, '  and the summary by name');
unlike("$out$err", qr/[^\n\x20-\x7E\x80-\xFF]|\xE2\x80\xAE/, 'nothing for a terminal to obey is printed');
is( sql("SELECT source FROM hostile WHERE source LIKE '%.txt' AND report IS DISTINCT FROM NULL AND source !~ 'deep' ORDER BY source COLLATE \"C\""),
	join("\n", 'hostile/\\\\xb1 .txt', 'hostile/\\xb1\\xa8\\xb8\\xe6.txt', 'hostile/a sound one.txt',
		"hostile/line\nbreak \e[31m'\"; DROP TABLE x; \\\\ .txt", 'hostile/link.txt', $has_pdf ? 'hostile/paper.txt' : ()),
	'names in the table can be had back');
is(sql("SELECT count(*) FROM hostile WHERE source ~ 'huge|unreadable|missing|pipe|/s.txt|dangling'"), $root ? 1 : 0,
	'what was not read is not in the table');
is(sql("SELECT body IS NULL, report IS NOT DISTINCT FROM NULL, error FROM hostile WHERE source = 'hostile/cut.docx'"),
	't|t|document is a damaged zip archive', 'what cannot be read is, with the reason');
chmod 0700, 'hostile/closed', 'hostile/unreadable.txt';

# What is passed over is named, and what should not have been is told apart.
my $utf16 = "\xFF\xFE" . encode('UTF-16LE', decode('UTF-8', $tab));
my %passed = (
	'报告' => [ $tab, 'looks like a report; rename it (.txt)' ],
	'a.text' => [ $tab, 'looks like a report; rename it (.txt)' ],
	'gb.text' => [ encode('GBK', decode('UTF-8', $tab)), 'looks like a report; rename it (.txt)' ],
	'utf16' => [ $utf16, 'looks like a report; rename it (.txt)' ],
	'b.html.1' => [ html_of_text($tab), 'looks like a report; rename it (.html)' ],
	'page' => [ "\xEF\xBB\xBF\n<!DOCTYPE html>\n<HTML><body>x", 'looks like a report; rename it (.html)' ],
	'd.xml' => [ "<?xml version='1.0'?><d>$tab</d>", 'looks like a report; rename it (.txt)' ],
	'e' => [ $sound, 'looks like a report; rename it (.docx)' ],
	'f.pdf.download' => [ $pdf, 'looks like a report; rename it (.pdf)' ],
	'g.tmp' => [ "\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1$tab", 'looks like a report; rename it (.doc)' ],
	'h.xls' => [ "\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1$tab", 'other name' ],
	'i.xlsx' => [ zip_archive('[Content_Types].xml' => '<x/>', 'xl/workbook.xml' => '<x/>'), 'other name' ],
	'j.zip' => [ zip_archive('a.txt' => 'x'), 'other name' ],
	'k.png' => [ "\x89PNG$tab", 'other name' ],
	'l.log' => [ (' ' x 5000) . $tab, 'other name' ],
	'm.js' => [ "x = '<html>';", 'other name' ],
	'n.css' => [ '', 'other name' ]);
write_file("passed/$_", $passed{$_}[0]) foreach keys %passed;
write_file(sprintf('passed/%02d.css', $_), 'x') foreach 1 .. 20;
mkfifo('passed/pipe.csv', 0600);
($code, $out, $err) = load('--create', '-t', 'passed', '-v', 'passed');
is($code, 0, 'a folder of other names');
like($err, qr{^gireport-load: passed/\Q$_\E: passed over: \Q$passed{$_}[1]\E$}m, "  $_: $passed{$_}[1]") foreach sort keys %passed;
is(scalar(() = $err =~ /passed over/g), 21 + keys %passed, '  all are named with --verbose');
($code, $out, $err) = load('-t', 'passed', 'passed');
like($out, qr{^passed over: +38 \(like reports 10, .css 21, }m, '  they are counted');
like($out, qr{^Passed over, but:\n +5 looks like a report; rename it \(.txt\)\n(?: +passed/.*\n){4} +passed/报告\n}m, '  and named without it');
like($out, qr{^ +21 .css\n +passed/01.css\n(?: +passed/.*\n){8} +passed/10.css\n +and 11 more\n}m, '  the first of each ending');

# A folder of more files than are looked at together.
mkdir 'many';
write_file("many/$_.txt", $_) foreach 1 .. 17_000;
($code, $out, $err) = load('--create', '-t', 'many', 'many');
is(numbers($out)->{files}, 17_000, 'a folder of many files');
is(sql('SELECT count(*), sum(body::int) FROM many'), '17000|144508500', '  is loaded whole');

# ---- PDF and DOC ----

SKIP:
{
	skip 'pdftotext is not installed', 2 unless $has_pdf;
	write_file('pdf/a.PDF', $pdf);
	is((load('--create', '-t', 'pdf', 'pdf'))[0], 0, 'a PDF file');
	is(sql('SELECT (report).agency, (report).requests.received FROM pdf'), '雁栖市公安局|(266,192,312,379,200,259,1608)',
		'  is read as what it shows');
}

SKIP:
{
	skip 'neither antiword nor catdoc is installed', 4 unless $has_doc;
	gunzip("$corpus/y_2021_city.doc.gz" => \my $doc) or die $GunzipError;
	write_file('word97/city.doc', $doc);
	($code, $out, $err) = load('--create', '-t', 'word97', 'word97');
	is($code, 0, 'a DOC file');
	like($out, qr/^doubtful: +1 .*hint: 1 of them .*libreoffice/ms, '  is doubtful, and it is said what keeps more of it');
	is(sql('SELECT (report).agency, (report).year FROM word97'), '澄湾市|2023', '  is read');
	sql('CREATE TABLE city AS SELECT convert_from(decode($$' . unpack('H*', read_file("$corpus/y_2021_city.txt")) . '$$, $$hex$$), $$UTF8$$) AS body');
	like(sql('SELECT count(*), count(*) FILTER (WHERE d.value <> t.value OR t.value IS NULL)
			FROM word97, city, gireport_cells(report) d JOIN gireport_cells(city.body) t USING (section, row_code, column_code)
			WHERE d.state = $$number$$'), qr/^[1-9]\d+\|0$/, '  and what is found of its tables is right');
}

# Other programs under the names of the converters.
sub with_converters
{
	my ($scripts, @arguments) = @_;
	local $ENV{PATH} = "$work/bin:$ENV{PATH}";
	foreach my $name (keys %$scripts)
	{
		write_file("bin/$name", "#!/bin/sh\n$scripts->{$name}\n");
		chmod 0755, "bin/$name";
	}
	my @result = load(@arguments);
	unlink map { "bin/$_" } keys %$scripts;
	return @result;
}

write_file('word/a.doc', "\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1" . $tab);
write_file('word/b.wps', "\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1" . read_file("$corpus/y_tab_000.txt"));
write_file('word/c.txt', $tab);
($code, $out, $err) = with_converters({ antiword => 'kill -9 $$' }, '-v', '--create', '-t', 'word', 'word');
is($code, 3, 'a converter that dies');
like($err, qr{word/a.doc: refused: antiword was stopped: Killed}, '  is reported');
($code, $out, $err) = with_converters({ antiword => 'yes x' }, '-v', '-t', 'word', 'word');
like($err, qr{word/a.doc: refused: antiword was stopped: it prints too much}, 'a converter that prints without end');
{
	# nothing but the loader is on the path
	my ($program) = grep { -x } map { "$_/gireport-load" } split /:/, $ENV{PATH};
	mkdir 'alone';
	symlink abs_path($program), 'alone/gireport-load';
	local $ENV{PATH} = "$work/alone";
	($code, $out, $err) = load('-t', 'word', 'word');
	is($code, 3, 'without a converter');
	like($out, qr{2 neither antiword nor catdoc is installed\n +hint: Install antiword or catdoc.*\n +word/a.doc}, '  it is said what to install');
	is(sql('SELECT count(*) FROM word'), 1, '  and the files can be tried again');
}
($code, $out, $err) = with_converters({ antiword => 'echo "not mine"  >&2; exit 1' }, '-v', '-t', 'word', 'word/a.doc');
like($err, qr{word/a.doc: refused: antiword could not read it: not mine}, 'a converter that refuses');
{
	local $ENV{TMPDIR} = "$work/no such folder";
	($code, $out, $err) = with_converters({ antiword => 'tail -c +9' }, '-v', '-t', 'word', 'word/b.wps');
	like($err, qr{word/b.wps: refused: could not write a temporary file in folder "\Q$work\E/no such folder": No such file or directory\n.*hint: Set TMPDIR},
		'a folder for temporary files that is not there');
}
write_file('child/a.doc', "\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1" . $tab);
{
	local $SIG{CHLD} = 'IGNORE';
	($code, $out, $err) = with_converters({ antiword => 'echo half; echo broken >&2; exit 1' }, '-n', '-v', '-t', 'word', 'child');
	like($err, qr{child/a.doc: refused: antiword could not read it: broken}, '  and where children are ignored');
}
($code, $out, $err) = with_converters({ antiword => 'echo warning >&2; tail -c +9' }, '-t', 'word', 'word');
is(sql("SELECT source, (report).agency FROM word WHERE source <> 'word/a.doc' ORDER BY 1"),
	"word/b.wps|栖云区砚池街道办事处\nword/c.txt|星渚市栖云区人民政府", 'a converter that works');

# ---- interruptions ----

# Start the loader, and do something after a moment.
sub start_load
{
	my @arguments = @_;
	my ($out, $err) = ('', '');
	return { out => \$out, err => \$err, handle => IPC::Run::start([ 'gireport-load', '-d', $node->connstr('postgres'), @arguments ],
			'<', \undef, '>', \$out, '2>', \$err, IPC::Run::timeout(600)) };
}

# Wait until the table has more rows than that, or the loader has ended.
sub wait_for_rows
{
	my ($job, $table, $rows) = @_;
	while ($job->{handle}->pumpable)
	{
		$job->{handle}->pump_nb;
		last if sql("SELECT count(*) FROM $table") > $rows;
		sleep 0.02;
	}
}

sub make_table
{
	my ($table) = @_;
	sql("DROP TABLE IF EXISTS $table; CREATE TABLE $table (LIKE gireport_files INCLUDING ALL)");
}

make_table('clean');
load('-t', 'clean', 'mixed');
my $clean = contents('clean');
sql("CREATE TABLE slow (LIKE gireport_files INCLUDING ALL);
	CREATE FUNCTION slowly() RETURNS trigger LANGUAGE plpgsql AS \$\$ BEGIN PERFORM pg_sleep(0.002); RETURN NEW; END \$\$;
	CREATE TRIGGER slowly BEFORE INSERT ON slow FOR EACH ROW EXECUTE FUNCTION slowly()");

# Ctrl-C: the batch that the server works on is finished.
my $job = start_load('-t', 'slow', 'mixed');
wait_for_rows($job, 'slow', 0);
$job->{handle}->signal('INT');
$job->{handle}->finish;
is($job->{handle}->full_result(0) >> 8, 130, 'SIGINT ends with an exit code of its own');
like(${ $job->{err} }, qr/interrupted.*hint: Run the same command again/s, '  and says how to go on');
my $done = numbers(${ $job->{out} });
is($done->{loaded} + $done->{refused}, sql('SELECT count(*) FROM slow'), '  the summary counts what is in the table');
cmp_ok($done->{files}, '<', scalar keys %$files, '  which is not everything');
($code, $out, $err) = load('-t', 'slow', 'mixed');
is(numbers($out)->{loaded} + $done->{loaded}, $reports, '  the rest comes with the next run');
is(contents('slow'), $clean, '  and then the table is as after one run');

# Ctrl-C while another session has locked the table.
my ($typed, $answer) = ("BEGIN; LOCK TABLE slow; SELECT 'locked';\n", '');
my $locker = IPC::Run::start([ 'psql', '-X', '-q', '-A', '-t', '-d', $node->connstr('postgres') ],
	'<', \$typed, '>', \$answer, IPC::Run::timeout(60));
$locker->pump until $answer =~ /locked/;
$job = start_load('-t', 'slow', 'mixed');
$node->poll_query_until('postgres', "SELECT count(*) = 1 FROM pg_stat_activity WHERE application_name = 'gireport-load' AND wait_event_type = 'Lock'");
$job->{handle}->signal('INT');
$start = time;
$job->{handle}->finish;
is($job->{handle}->full_result(0) >> 8, 130, 'SIGINT while the table is locked');
cmp_ok(time - $start, '<', 4, '  ends the waiting');
is( ${ $job->{err} },
	"gireport-load: error: interrupted; nothing is loaded yet\ngireport-load: hint: Run the same command again to load the rest.\n",
	'  with nothing but the reason');
$typed = "\\q\n";
$locker->finish;

# A converter that hangs does not hold it up.
write_file('hang/a.doc', "\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1" . $tab);
write_file("bin/antiword", "#!/bin/sh\nexec sleep 1000\n");
chmod 0755, 'bin/antiword';
{
	local $ENV{PATH} = "$work/bin:$ENV{PATH}";
	$job = start_load('-t', 'slow', 'hang');
	sleep 0.5;
	$job->{handle}->signal('TERM');
	$start = time;
	$job->{handle}->finish;
	is($job->{handle}->full_result(0) >> 8, 143, 'SIGTERM while a converter hangs');
	cmp_ok(time - $start, '<', 5, '  ends it at once');
	is(numbers(${ $job->{out} })->{refused}, 0, '  and says nothing about the file');
	unlink 'bin/antiword';
}

# Killed at moments that are drawn, again and again, and then left to finish.
make_table('killed');
my $seconds = (sub { my $t = time; make_table('timed'); load('-t', 'timed', 'mixed'); time - $t })->();
my $survived = 0;
foreach my $n (1 .. $kills)
{
	make_table('killed') if rand() < 0.5;
	$job = start_load('-t', 'killed', 'mixed');
	sleep rand $seconds;
	$job->{handle}->signal('KILL');
	eval { $job->{handle}->finish };
	$survived++ if $job->{handle}->full_result(0) == 0;
	# in one query: the server may be at the last batch still
	is(sql('SELECT count(*) FROM killed LEFT JOIN clean USING (source, sha256) WHERE clean.loaded_at IS NULL
			OR (killed.body, killed.report, killed.error) IS DISTINCT FROM (clean.body, clean.report, clean.error)'),
		0, "kill $n: what is there is right");
}
($code, $out, $err) = load('-t', 'killed', 'mixed');
is($code, 3, 'the run after the kills');
is(contents('killed'), $clean, '  gives the table of one run');
is(sql("SELECT count(*) FROM pg_stat_activity WHERE application_name = 'gireport-load'"), 0, '  and leaves no session behind');

# The server restarts under it.
sql('TRUNCATE slow');
$job = start_load('-t', 'slow', 'mixed');
wait_for_rows($job, 'slow', 0);
$node->stop('immediate');
sleep 0.5;
$node->start;
$job->{handle}->finish;
is($job->{handle}->full_result(0) >> 8, 3, 'a restart of the server') or diag(${ $job->{err} });
like(${ $job->{err} }, qr/warning: the connection to the server is lost.*connected again/s, '  is waited for');
is(contents('slow'), $clean, '  and nothing is lost or comes twice');
is(numbers(${ $job->{out} })->{loaded}, $reports, '  nor counted so');
sql('TRUNCATE slow');
$job = start_load('-t', 'slow', 'mixed');
wait_for_rows($job, 'slow', 0);
sql("SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE application_name = 'gireport-load'");
$job->{handle}->finish;
is(contents('slow'), $clean, 'neither when the session is terminated');

# The server does not come back.
sql('TRUNCATE slow');
$job = start_load('-t', 'slow', 'mixed');
wait_for_rows($job, 'slow', 0);
$node->stop('immediate');
sleep 1;
$job->{handle}->signal('INT');
$start = time;
$job->{handle}->finish;
is($job->{handle}->full_result(0) >> 8, 130, 'SIGINT while the server is away');
cmp_ok(time - $start, '<', 5, '  ends the waiting');
$node->start;
load('-t', 'slow', 'mixed');
is(contents('slow'), $clean, '  and the next run loads the rest');

# Two loaders at the same time.
sql('DROP TABLE clean CASCADE');
my @jobs = map { start_load('--create', '-t', 'clean', 'mixed') } 1, 2;
$_->{handle}->finish foreach @jobs;
is(join(' ', map { $_->{handle}->full_result(0) >> 8 } @jobs), '3 3', 'two loaders at the same time') or diag(map { ${ $_->{err} } } @jobs);
is(contents('clean'), $clean, '  load everything once');
is(numbers(${ $jobs[0]{out} })->{loaded} + numbers(${ $jobs[1]{out} })->{loaded}, $reports, '  and count so');

# ---- tables and schemas of others ----

sql("CREATE TABLE strict (LIKE gireport_files INCLUDING ALL, CHECK (gireport_assert(report)), CHECK (source !~ 'a.txt'))");
write_file('strict/' . chr(ord('a') + $_) . '.txt', "$tab\n$_") foreach 0 .. 8;
write_file('strict/wrong.txt', $tab =~ s/(\t)(\d+)(\r?\n)(?=二、上年结转)/$1 . ($2 + 1) . $3/er);
($code, $out, $err) = load('-v', '-t', 'strict', 'strict');
is($code, 3, 'a table with constraints');
is(sql('SELECT count(*) FROM strict'), 8, '  takes the files that satisfy them');
like($err, qr{strict/a.txt: refused: the server refused it: new row .* violates check constraint}, '  and of the others it is said why');
like($err, qr{strict/wrong.txt: refused: the server refused it: report violates}, '  by each constraint');
is((load('-v', '-t', 'gireport_files', 'strict'))[2] =~ m{strict/wrong.txt: loaded, doubtful: 表三} ? 1 : 0, 1,
	'without the constraint it is doubtful, and it is said why');

# of an identity with twenty terms
write_file('long/a.txt', $tab =~ s/（一）予以公开(?:\t\d+){6}\t\K24/123456/r);
($code, $out, $err) = load('-v', '-t', 'gireport_files', 'long');
like($err, qr{^gireport-load: long/a.txt: loaded, doubtful: 表三“总计”列.{1000,}}m, 'what is doubtful is told in full with --verbose');
like($out, qr{^  long/a.txt: 表三“总计”列.{1000,}$}m, '  in the summary, too');
sql("DELETE FROM gireport_files WHERE source ~ '^long'");
my ($line) = (load('-t', 'gireport_files', 'long'))[1] =~ m{^  (long/a.txt: .*)$}m;
like($line, qr{: .*\.\.\.(?: \(and \d+ more\))?$}, '  and shortened without');
cmp_ok(length(decode('UTF-8', $line)), '<=', 12 + 120 + 3 + 20, '  to what can be read');

sql('CREATE TABLE sound (LIKE gireport_files INCLUDING ALL, CHECK (error IS NULL))');
write_file('sound/a.txt', $tab);
write_file('sound/b.txt', 'no report');
write_file('sound/c.txt', '');
write_file('sound/d.txt', "$tab\n");
($code, $out, $err) = load('-v', '-t', 'sound', 'sound');
is($code, 3, 'a table for reports only');
is(sql('SELECT string_agg(source, $$ $$ ORDER BY source) FROM sound'), 'sound/a.txt sound/d.txt', '  gets them');
like($err, qr{sound/b.txt: refused: the server refused it: .*violates check constraint "[a-z_]+"; and there is no report: text is not},
	'  and of others it is said both that it does not take them and why');
like($err, qr{sound/c.txt: refused: the server refused it: .*; and there is no report: file is empty}, '  whoever finds that out');

sql(q{CREATE TABLE sieve (LIKE gireport_files INCLUDING ALL);
	CREATE FUNCTION sift() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN RETURN CASE WHEN NEW.source ~ '/[ab].txt' THEN NULL ELSE NEW END; END $$;
	CREATE TRIGGER sift BEFORE INSERT OR UPDATE ON sieve FOR EACH ROW EXECUTE FUNCTION sift()});
write_file('sieve/' . chr(ord('a') + $_) . '.txt', "$tab\n$_") foreach 0, 2, 3;
write_file('sieve/b.txt', 'no report');
($code, $out, $err) = load('-v', '-t', 'sieve', 'sieve');
is($code, 3, 'a trigger that drops rows');
is_deeply([ @{ numbers($out) }{ 'loaded', 'already there', 'refused' } ], [ 2, 0, 2 ], '  of files that are not said to be there');
like($err, qr{sieve/a.txt: refused: the table did not take it$}m, '  but refused');
like($err, qr{sieve/b.txt: refused: the table did not take it, and there is no report: text is not}, '  with what else is wrong');
is(sql('SELECT count(*) FROM sieve'), 2, '  the others are there');
write_file('sieve/d.txt', read_file("$corpus/y_tab_000.txt"));
sql("CREATE OR REPLACE FUNCTION sift() RETURNS trigger LANGUAGE plpgsql AS 'BEGIN RETURN NULL; END'");
($code, $out, $err) = load('-v', '-t', 'sieve', 'sieve');
like($err, qr{sieve/d.txt: refused: the table did not take it$}m, '  and so is a change that it drops');
like($err, qr{sieve/c.txt: already there}, '  while what is there is there');

sql(q{CREATE SCHEMA evil;
	CREATE FUNCTION evil.bad() RETURNS void LANGUAGE plpgsql AS $$ BEGIN RAISE EXCEPTION 'captured'; END $$;
	CREATE FUNCTION evil.eq(text, text) RETURNS boolean LANGUAGE sql AS 'SELECT evil.bad(); SELECT true';
	CREATE FUNCTION evil.eq(bytea, bytea) RETURNS boolean LANGUAGE sql AS 'SELECT evil.bad(); SELECT true';
	CREATE OPERATOR evil.= (LEFTARG = text, RIGHTARG = text, FUNCTION = evil.eq);
	CREATE OPERATOR evil.= (LEFTARG = bytea, RIGHTARG = bytea, FUNCTION = evil.eq);
	CREATE OPERATOR evil.<> (LEFTARG = bytea, RIGHTARG = bytea, FUNCTION = evil.eq);
	CREATE FUNCTION evil.eq(oid, oid) RETURNS boolean LANGUAGE sql AS 'SELECT evil.bad(); SELECT true';
	CREATE FUNCTION evil.eq(integer, integer) RETURNS boolean LANGUAGE sql AS 'SELECT evil.bad(); SELECT true';
	CREATE OPERATOR evil.= (LEFTARG = oid, RIGHTARG = oid, FUNCTION = evil.eq);
	CREATE OPERATOR evil.= (LEFTARG = integer, RIGHTARG = integer, FUNCTION = evil.eq);
	CREATE DOMAIN evil.bytea AS pg_catalog.bytea;
	CREATE DOMAIN evil.text AS pg_catalog.text;
	CREATE FUNCTION evil.now() RETURNS timestamptz LANGUAGE sql AS 'SELECT evil.bad(); SELECT NULL::timestamptz';
	CREATE FUNCTION evil.quote_ident(text) RETURNS text LANGUAGE sql AS 'SELECT evil.bad(); SELECT NULL::text';
	CREATE FUNCTION evil.gireport_read(bytea) RETURNS void LANGUAGE sql AS 'SELECT evil.bad()';
	ALTER ROLE CURRENT_USER SET search_path = evil, pg_catalog, public;
	ALTER ROLE CURRENT_USER SET statement_timeout = 1000;
	ALTER ROLE CURRENT_USER SET standard_conforming_strings = off;
	ALTER ROLE CURRENT_USER SET bytea_output = escape});
($code, $out, $err) = load('--create', '-t', 'public.searched', 'one');
is($code, 0, 'functions of others in front of the search path') or diag($err);
is((load('--create', '-t', 'unqualified', 'one'))[0], 0, '  and a table that is made along it');
is($node->safe_psql('postgres', 'SELECT relnamespace::regnamespace FROM pg_class WHERE relname = $$unqualified$$'), 'evil', '  is made where SQL would');
$node->safe_psql('postgres', 'ALTER ROLE CURRENT_USER RESET ALL');
is(sql(q{SELECT string_agg(typname, ' ' ORDER BY attnum) FROM pg_attribute a JOIN pg_type t ON t.oid = atttypid
	WHERE attrelid = 'evil.unqualified'::regclass AND attnum > 0 AND typnamespace = 'pg_catalog'::regnamespace}),
	'text bytea text timestamptz text', '  with the types of the server');

sql("CREATE ROLE reader LOGIN; GRANT SELECT ON gireport_files TO reader");
($code, $out, $err) = do {
	local $ENV{PGUSER} = 'reader';
	load('one');
};
is($code, 1, 'without the privilege');
like($err, qr/error: cannot load into table public.gireport_files: permission denied/, '  it is said');

# Policies refuse rows; without the privilege there is nothing to be done.
sql("CREATE TABLE ruled (LIKE gireport_files INCLUDING ALL);
	ALTER TABLE ruled ENABLE ROW LEVEL SECURITY;
	CREATE POLICY ruled ON ruled USING (source !~ 'b.txt');
	GRANT SELECT, INSERT, UPDATE ON ruled TO reader");
write_file('ruled/' . chr(ord('a') + $_) . '.txt', "$tab\n$_") foreach 0 .. 5;
{
	local $ENV{PGUSER} = 'reader';
	($code, $out, $err) = load('-v', '-t', 'ruled', 'ruled');
	is($code, 3, 'a policy');
	like($err, qr{ruled/b.txt: refused: the server refused it: new row violates row-level security policy}, '  refuses a file');
	is_deeply([ @{ numbers($out) }{qw(loaded refused)} ], [ 5, 1 ], '  and no other');
}

sql('TRUNCATE slow; GRANT SELECT, INSERT, UPDATE ON slow TO reader');
{
	local $ENV{PGUSER} = 'reader';
	$job = start_load('-t', 'slow', 'mixed');
}
wait_for_rows($job, 'slow', 0);
sql('REVOKE INSERT ON slow FROM reader');
$job->{handle}->finish;
is($job->{handle}->full_result(0) >> 8, 1, 'a privilege that is taken away');
like(${ $job->{err} }, qr/\Agireport-load: error: could not load: permission denied/, '  ends the run');
is(numbers(${ $job->{out} })->{refused}, sql("SELECT count(*) FROM slow WHERE error IS NOT NULL"), '  and refuses no file');

# Functions of the table's own find nothing of other schemas, unless they say where.
sql(q{CREATE TABLE public.seen (source text);
	CREATE TABLE watched (LIKE gireport_files INCLUDING ALL);
	CREATE FUNCTION watch() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN INSERT INTO seen VALUES (NEW.source); RETURN NEW; END $$;
	CREATE TRIGGER watch BEFORE INSERT ON watched FOR EACH ROW EXECUTE FUNCTION watch();
	ALTER FUNCTION watch SET search_path = public});
is((load('-t', 'watched', 'one'))[0], 0, 'a trigger with a search_path of its own');
is(sql('SELECT count(*) FROM seen'), 2, '  has run');

# The manual's example, from the beginning.
my ($example) = read_file("$FindBin::RealBin/../../doc/gireport-load.1") =~ /^\.SH EXAMPLES.*?^\.nf\n(.*?)^\.fi/ms;
sql('CREATE DATABASE county');
rename 'one', 'reports';
{
	local @ENV{qw(PGHOST PGPORT)} = ($node->host, $node->port);
	IPC::Run::run([ 'sh', '-e' ], '<', \($example =~ s/\\-/-/gr), '>', \$out, '2>', \$err);
	is($?, 0, 'the example of the manual') or diag($err);
}
is($node->safe_psql('county', 'SELECT count(report) FROM gireport_files'), 2, '  loads the folder');
rename 'reports', 'one';

# A database in another encoding.
sql("CREATE DATABASE euc ENCODING 'EUC_CN' LC_COLLATE 'C' LC_CTYPE 'C' TEMPLATE template0");
IPC::Run::run([ 'gireport-load', '-d', $node->connstr('euc'), '--create', 'one', 'mixed/甲/00' ], '<', \undef, '>', \$out, '2>', \$err);
is($? >> 8 == 0 || $? >> 8 == 3, 1, 'a database in EUC_CN') or diag($err);
is($node->safe_psql('euc', "SELECT (report).agency FROM gireport_files WHERE source = 'one/b.txt'"), '星渚市栖云区人民政府', '  has the reports');

$node->stop;
done_testing();
