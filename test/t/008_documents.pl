# Documents as bytes: the reports of the corpus as web pages, in several styles
# and in all encodings, and as word processors' files, give what their plain text
# gives; other files, damaged and hostile ones are refused, or read fast and in
# little memory, and a query can be cancelled.

use strict;
use warnings;

use Encode qw(decode encode);
use File::Basename qw(basename);
use FindBin;
use Test::More;

use lib "$FindBin::RealBin/lib";

# The server's test modules have had these names since 15.
BEGIN
{
	eval {
		require JSON::PP;
		require PostgreSQL::Test::Cluster;
		require PostgreSQL::Test::Utils;
		1;
	} or plan skip_all => 'PostgreSQL::Test::Cluster or JSON::PP is not available';
}

use Documents qw(tables_of pages docx docx_styles zip_archive);

my $corpus = "$FindBin::RealBin/../corpus";
my $json = JSON::PP->new->utf8;
$ENV{PGCLIENTENCODING} = 'UTF8';

my $node = PostgreSQL::Test::Cluster->new('main');
$node->init(extra => [ '--encoding=UTF8', '--no-locale' ]);
$node->start;
$node->safe_psql('postgres', 'CREATE EXTENSION gireport');

sub sql
{
	return $node->safe_psql('postgres', @_);
}

sub hex_literal
{
	return "decode('" . unpack('H*', $_[0]) . "', 'hex')";
}

# ---- the reports ----

sql('CREATE TABLE corpus (name text PRIMARY KEY, body text);
	 CREATE TABLE documents (name text, kind text, bytes bytea)');
foreach my $path (sort glob "$corpus/y_*.txt")
{
	open my $file, '<:raw', $path or die "could not open \"$path\": $!";
	my $body = do { local $/; <$file> };
	close $file;
	sql('INSERT INTO corpus VALUES ($q$' . basename($path, '.txt') . '$q$, $q$' . $body . '$q$)');
}

# A report's paragraphs, with a reference where a table belongs, and its tables.
sub report_of
{
	my ($name) = @_;
	my $data = $json->decode(sql(
			"SELECT json_build_object('body', body, 'title', (gireport_parse(body)).title,
				'cells', (SELECT json_agg(c) FROM gireport_cells(body) c),
				'sections', (SELECT json_agg(s ORDER BY s.number) FROM gireport_sections(body) s))
			FROM corpus WHERE name = '$name'"));
	my $lines = sub { grep { !/\t/ && /\S/ } split /\r?\n/, $_[0] };
	my @sections = @{ $data->{sections} };
	my @body = $lines->(substr $data->{body}, 0, $sections[0]{position} - 1);

	s/^\x{feff}// foreach @body;
	foreach my $section (@sections)
	{
		push @body, $section->{heading};
		push @body, $section->{number} =~ /[234]/ ? [ $section->{number} ] : $lines->($section->{content});
	}
	return { title => $data->{title}, body => \@body, tables => tables_of(@{ $data->{cells} }) };
}

# Text of PDF has pages, and its prose is wrapped.
sql("DELETE FROM corpus WHERE name LIKE 'y_pdf%'");
my %reports = map { $_ => report_of($_) } split /\n/, sql('SELECT name FROM corpus ORDER BY name');
is(scalar(grep { @{ $_->{body} } > 8 } values %reports), scalar keys %reports, 'reports are complete');

# Encoding as Perl knows it, as pages declare it, and bytes in front.
my @encodings = (
	[ 'UTF-8', 'utf-8' ], [ 'UTF-8', '' ], [ 'UTF-8', 'utf-8', "\xEF\xBB\xBF" ],
	[ 'UTF-8', 'gb2312' ], [ 'cp936', 'gb18030' ], [ 'cp936', 'GBK' ], [ 'euc-cn', 'gb2312' ], [ 'cp936', '' ],
	[ 'cp936', 'iso-8859-1' ], [ 'big5-eten', 'big5' ],
	[ 'UTF-16LE', '', "\xFF\xFE" ], [ 'UTF-16BE', '', "\xFE\xFF" ]);

my $documents = 0;
foreach my $name (sort keys %reports)
{
	my @values;
	my $turn = 0;
	foreach my $encoding (@encodings)
	{
		my $pages = pages($reports{$name}, @$encoding);
		my @styles = sort keys %$pages;

		# all styles in the first two, then by turns
		foreach my $style ($turn < 2 ? @styles : $styles[ $turn % @styles ])
		{
			# it has no references for what the encoding lacks
			next if $style eq 'mixed' && $encoding->[0] eq 'big5-eten';
			push @values, "('$name', '$style page in $encoding->[0] declared as \"$encoding->[1]\"', "
			  . hex_literal($pages->{$style}) . ')';
		}
		$turn++;
	}
	foreach my $style (docx_styles())
	{
		push @values, "('$name', 'docx, $style', " . hex_literal(docx($reports{$name}, $style)) . ')';
	}
	push @values, "('$name', 'docx, other name', " . hex_literal(docx($reports{$name}, 'plain', 'word/document2.xml')) . ')';
	sql('INSERT INTO documents VALUES ' . join(', ', @values));
	$documents += @values;
}
cmp_ok($documents, '>', 300, 'documents to read');

is( sql("SELECT name, kind, to_jsonb(gireport_try_parse(bytes)) IS NULL AS refused
		FROM documents d JOIN corpus c USING (name)
		WHERE to_jsonb(gireport_try_parse(bytes)) IS DISTINCT FROM to_jsonb(gireport_parse(body))
		ORDER BY kind, name LIMIT 20"),
	'', 'every document gives the report of its plain text');

is( sql("SELECT count(*), count(DISTINCT s.heading) > 5, min(length(s.content)) > 0
		FROM documents d, gireport_sections(gireport_text(d.bytes)) s"),
	sql("SELECT count(*) * $documents / (SELECT count(*) FROM corpus), true, true
		FROM corpus, gireport_sections(body)"),
	'every document has its sections');

# The source of a page, as text, gives positions in the source.
is( sql("SELECT count(*), sum((substr(page, c.position, c.length) = c.raw)::int) = count(*),
			sum((regexp_replace(c.raw, '<[^>]*>|&[^;]*;', '', 'g') ~ '^[0-9]') ::int) > 100
		FROM (SELECT convert_from(bytes, 'UTF8') AS page FROM documents
			WHERE kind IN ('plain page in UTF-8 declared as \"utf-8\"', 'word page in UTF-8 declared as \"\"')) p,
			gireport_cells(page) c
		WHERE c.state = 'number'") =~ /^\d\d\d+\|t\|t$/ ? 1 : 0,
	1, 'cells have their place in the source of a page');

# ---- what is no report ----

sub refusal
{
	my ($bytes) = @_;
	my ($result, $out, $err) = $node->psql('postgres', "\\set VERBOSITY verbose\nSELECT gireport_parse(" . hex_literal($bytes) . ')');
	is(sql('SELECT gireport_try_parse(' . hex_literal($bytes) . ') IS NULL'), 't', '  and gireport_try_parse gives NULL');
	return $err;
}

my $some = $reports{y_2021_tab_plain};
my $sound = docx($some, 'plain');
my %foreign = (
	'PDF' => [ "%PDF-1.4\n%\xE2\xE3\xCF\xD3\n", 'pdftotext -layout' ],
	'legacy DOC' => [ "\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1" . ("\0" x 600), 'antiword' ],
	'RTF' => [ '{\\rtf1\\ansi', 'libreoffice --headless --convert-to docx' ],
	'web archive' => [ "MIME-Version: 1.0\r\nContent-Type: multipart/related", 'libreoffice' ],
	'image' => [ "\x89PNG\r\n\x1A\n", 'tesseract' ],
	'spreadsheet' => [ zip_archive('xl/workbook.xml' => '<x/>'), 'convert-to html' ],
	'archive of documents' => [ zip_archive('a.docx' => $sound), 'Unpack' ],
	'empty archive' => [ "PK\005\006" . ("\0" x 18), 'Unpack' ],
	'nothing' => [ '', 'Pass the whole text' ],
	'zero bytes' => [ "\0" x 100, 'Pass the whole text' ],
	'random bytes' => [ join('', map { chr((($_ * 2654435761) >> 13) & 255) } 1 .. 5000), 'Pass the whole text' ],
);
foreach my $kind (sort keys %foreign)
{
	my ($bytes, $hint) = @{ $foreign{$kind} };
	like(refusal($bytes), qr/ERROR:  22P02: .*HINT:  .*\Q$hint\E/s, "$kind is refused with a hint");
}

# The directory of an archive, at its end, with another size of its first entry.
sub claim_size
{
	my ($archive, $size) = @_;
	substr $archive, index($archive, "PK\001\002") + 24, 4, pack('V', $size);
	return $archive;
}

my $bomb = zip_archive('word/document.xml' => '<w:p>' . (' ' x 3_000_000));
my $many = zip_archive(map { ("f$_" => '') } 1 .. 10_001);
like(refusal($bomb), qr/ERROR:  54000: .*packed into/s, 'a zip bomb is refused');
like(refusal(claim_size($bomb, 70_000_000)), qr/ERROR:  54000: .*at most/s, 'too large a part is refused');
like(refusal(claim_size($bomb, 1000)), qr/ERROR:  22P02: .*damaged/s, 'a part that is larger than it claims is refused');
like(refusal($many), qr/ERROR:  54000: .*10000 entries/s, 'too many entries are refused');

# An archive can be cut, and damaged, anywhere.
my @damaged = map { substr $sound, 0, $_ * length($sound) / 40 } 1 .. 39;
foreach my $n (1 .. 200)
{
	my $copy = $sound;
	substr $copy, ($n * 7919) % length($copy), 1, chr(($n * 31) & 255);
	push @damaged, $copy;
}
my $parts = join ', ', map { '(' . hex_literal($_) . ')' } @damaged;
is( sql("SELECT count(*) FROM (VALUES $parts) v(bytes), corpus c
		WHERE name = 'y_2021_tab_plain' AND (to_jsonb(gireport_try_parse(bytes)) IS NOT NULL
		AND to_jsonb(gireport_try_parse(bytes)) <> to_jsonb(gireport_parse(body)))"),
	'0', 'a damaged archive is refused or gives what the sound one gives');

# ---- text in any encoding ----

is(sql("SELECT gireport_text('\\xB9E6D5C20930'), gireport_text('\\xE8A784E7ABA00930'), gireport_text('\\xFFFEC489E07A0900')"),
	"规章\t0|规章\t0|规章\t", 'plain text in GB 18030, UTF-8 and UTF-16');
is(sql("SELECT gireport_text('\\x61FF62'), gireport_text('\\xE8A784E7ABA0E8A784E7ABA0FF30'), gireport_text('\\x610062'),
		gireport_text('\\xFEFFD80000410041')"),
	"a\x{EF}\x{BF}\x{BD}b|规章规章\x{EF}\x{BF}\x{BD}0|a\x{EF}\x{BF}\x{BD}b|\x{EF}\x{BF}\x{BD}AA", 'bytes that do not convert');
sql("CREATE DATABASE euc ENCODING 'EUC_CN' LC_COLLATE 'C' LC_CTYPE 'C' TEMPLATE template0;");
$node->safe_psql('euc', 'CREATE EXTENSION gireport');
is($node->safe_psql('euc', "SELECT gireport_text('\\xE8A784E7ABA0E8A784E7ABA0E8A784E7ABA0F09F98800930FF')"),
	"规章规章规章?\t0?",
	'text that the database cannot hold');

# ---- hostile documents ----

my %hostile = (
	'deep tables' => "repeat('<table><tr><td>', 70000)", 'deep tables with text' => "repeat('<table><tr><td>规章', 50000)",
	'deep blocks' => "repeat('<div>', 200000)", 'many cells' => "'<table><tr>' || repeat('<td colspan=100000>1</td>', 40000)",
	'references' => "'<td>' || repeat('&', 1000000)", 'more references' => "repeat('&amp;lt;', 120000)",
	'open comments' => "'<td>' || repeat('<!--', 250000)", 'open attributes' => "repeat('<td a=\"', 140000)",
	'open tags' => "repeat('<td ', 250000)", 'many attributes' => "'<td ' || repeat('a=\"b\" ', 170000)",
	'scripts' => "repeat('<script><!--', 80000)", 'templates' => "repeat('<template>', 100000)",
	'breaks' => "'<table><tr><td>' || repeat('a<br>', 200000)", 'rows' => "'<table>' || repeat('<tr><td>规章<td>0<td>0<td>0', 30000)",
	'hidden' => "'<table><tr>' || repeat('<td><span hidden>', 60000)", 'stray text' => "'<table><tr>' || repeat('x<td>y', 150000)",
	'headings' => "repeat('<p>一、总体情况<p>二、主动公开政府信息情况', 14000)", 'lines' => "repeat('<p>规<b>章</b>', 50000)",
	'loose cells' => "repeat('<div>规<b>章</b></div><div>0</div>', 24000)",
	'document parts' => "'<w:document xmlns:w=\"http://schemas.openxmlformats.org/wordprocessingml/2006/main\">' || repeat('<w:tbl><w:tr><w:tc>', 50000)",
);

# The memory of a session's process at its highest, in kB; 0 if not known.
my $peak = "(SELECT coalesce(max(m[1]::int), 0) FROM regexp_matches(pg_read_file('/proc/self/status'), 'VmHWM:\\s+(\\d+)') m)";
$peak = '0' unless -r '/proc/self/status';

foreach my $kind (sort keys %hostile)
{
	my $body = "'<!DOCTYPE html><p>' || $hostile{$kind}";
	$body = $hostile{$kind} if $kind eq 'document parts';
	my ($before, $start, $end, $after) = split /\n/, sql(
		"CREATE TEMP TABLE t AS SELECT convert_to($body, 'UTF8') AS bytes;
		SELECT $peak FROM t WHERE gireport_try_parse('x'::bytea) IS NULL AND length(md5(bytes)) > 0;
		SELECT extract(epoch FROM clock_timestamp());
		DO 'DECLARE r record; BEGIN SELECT gireport_try_parse(bytes), length(gireport_text(bytes)) FROM t INTO r; END';
		SELECT extract(epoch FROM clock_timestamp());
		SELECT $peak");
	cmp_ok($end - $start, '<', 2, "$kind: twice within 2 s");
	cmp_ok($after - $before, '<', 64 * 1024, "$kind: within 64 MB");
}

# ---- cancelling ----

foreach my $call ('gireport_parse', 'gireport_text', 'gireport_sections')
{
	my $argument = "repeat('<!DOCTYPE html>' || repeat('<div>&amp;<td>x', 1000), 4000)";
	$argument = "convert_to($argument, 'UTF8')" unless $call eq 'gireport_sections';
	my ($result, $out, $err) = $node->psql('postgres',
		"CREATE TEMP TABLE t AS SELECT $argument AS body; SET statement_timeout = 200; SELECT $call(body) FROM t");
	like($err, qr/canceling statement due to statement timeout/, "$call can be cancelled");
}

$node->stop;
done_testing();
