# gireport-review: a table with good, failing, doubtful and hostile documents and
# files that are no report becomes pages that say what the database says, that a
# validator and a browser accept, and in which nothing of a document is markup.

use strict;
use warnings;
use utf8;

use Encode qw(decode encode);
use FindBin;
use Test::More;

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

use Browser qw(find_browser look_at);
use Pages qw(read_bytes read_page elements texts table_rows csv_records);

# Names of tests are in Chinese and go out as UTF-8, which Perl does not take for granted.
$SIG{__WARN__} = sub { print STDERR @_ if $_[0] !~ /^Wide character/ };

my $corpus = "$FindBin::RealBin/../corpus";
my $dir = PostgreSQL::Test::Utils::tempdir;
$ENV{PGCLIENTENCODING} = 'UTF8';

my $node = PostgreSQL::Test::Cluster->new('main');
$node->init(extra => [ '--encoding=UTF8', '--no-locale' ]);
$node->start;
my @connection = ('-h', $node->host, '-p', $node->port, '-d', 'postgres');

# Rows of a query, as lists; NULL is the empty string.
sub rows
{
	my $text = $node->safe_psql('postgres', encode('UTF-8', "SET search_path = tools, public; $_[0]"),
		extra_params => [ '-F', "\t" ]);
	return map { [ split /\t/, $_, -1 ] } split /\n/, decode('UTF-8', $text);
}

sub sql
{
	return $node->safe_psql('postgres', encode('UTF-8', "SET search_path = tools, public; $_[0]"));
}

# A string in SQL.
sub literal
{
	my ($text) = @_;
	return 'NULL' if !defined $text;
	$text =~ s/([\\'])/$1$1/g;
	return "E'$text'";
}

sub corpus_text
{
	return decode('UTF-8', read_bytes("$corpus/$_[0]"));
}

# A file of the table; its report is read from the text, if it has one.
sub add_file
{
	my ($source, $body, $error) = @_;
	sql(sprintf 'INSERT INTO files (source, sha256, body, report, error) SELECT s, sha256(convert_to(s, \'UTF8\')), b, '
		  . 'gireport_try_parse(b), %s FROM (VALUES (%s, %s::text)) AS v(s, b)',
		literal($error), literal($source), literal($body));
}

# Run the program: exit code, standard output, standard error.
sub review
{
	my @options = @_;
	my ($out, $err);
	my $result = IPC::Run::run([ 'gireport-review', @options ], '<', \undef, '>', \$out, '2>', \$err);
	return ($? >> 8, decode('UTF-8', $out), decode('UTF-8', $err));
}

# The same into a folder, and its pages.
sub review_into
{
	my ($folder, @options) = @_;
	my ($code, $out, $err) = review(@connection, '-o', $folder, @options);
	is("$code $err", '0 ', "pages are written to $folder");
	return $out;
}

sub pages_of
{
	my ($folder) = @_;
	opendir my $handle, $folder or die "$folder: $!";
	return sort grep { /\.html$/ } readdir $handle;
}

# ---- the documents ----

sql('CREATE SCHEMA tools; CREATE EXTENSION gireport SCHEMA tools;
	CREATE TABLE public.files (source text PRIMARY KEY, sha256 bytea NOT NULL, body text, report tools.gireport,
		loaded_at timestamptz NOT NULL DEFAULT now(), error text)');

my $good = corpus_text('y_tab_001.txt');
my $other = corpus_text('y_word_003.txt');
(my $wrong = $other) =~ s/公开申请数量\n\t3\n/公开申请数量\n\t4\n/ or die 'the document has changed';
(my $earlier = $good) =~ s/2023/2022/g;

add_file('好/霁川县 2023.txt', $good);
add_file('好/霁川县 2023 副本.txt', $good);
add_file('好/霁川县 2022.txt', $earlier);
add_file('错/街道办 一.txt', $wrong);
add_file('错/街道办 二.txt', $other);
add_file('疑/缺数.txt', corpus_text('i_short_row.txt'));
add_file('疑/空表.txt', corpus_text('i_empty_form.txt'));
add_file('疑/正文.txt', corpus_text('y_2021_word.txt'));
add_file('不是/新闻.txt', corpus_text('n_news.txt'), 'text is not an annual report');
add_file('不是/坏 "\'&<b>.pdf', undef, '<img src=x onerror="window.pwned=1">');

# What no clerk would do: names, titles and agencies that are markup, or turn the writing around.
my $script = '<script>window.pwned=1</script>';
my $turned = "\x{202E}txt.exe";
add_file("=cmd|' /C calc'!A0", $wrong);
add_file("恶/$script\"'&]]>-->\n\t$turned.txt", $wrong);
sql(sprintf q(UPDATE files SET report = jsonb_populate_record(report, jsonb_build_object('agency', %s, 'title', %s, 'year', 2021))
	WHERE source LIKE '恶%%'), literal("$script\"'><b>$turned"), literal("</title>$script\x01\x7f"));
sql(sprintf q(UPDATE files SET report = jsonb_populate_record(report, jsonb_build_object('agency', %s, 'title', %s, 'year', 2020)),
	body = body || %s WHERE source LIKE '=cmd%%'), literal('＝1+1'), literal('+title'), literal("\n$script]]>\x01 \x{202E}\n</ol></div>"));

# ---- the overview ----

my $out = "$dir/out";
open my $list, '>:utf8', "$dir/list.txt";
print $list "\x{FEFF}霁川县　人民政府办公室\r\n\r\n星渚市栖云区溪口渡街道办事处\n缺报县教育局（本级）\n缺报县教育局(本级)\n";
close $list;
my $said = review_into($out, '-t', 'public.files', "--agencies=$dir/list.txt");
like($said, qr/^12 files: 4 with errors, 2 with warnings, 4 without findings, 2 no reports\n/, 'the summary counts files')
  or diag $said;

my @index = read_page("$out/index.html");
my $severities = q(SELECT f.source, x.severity FROM files f,
	LATERAL (SELECT severity FROM gireport_violations(f.report, 'info') UNION ALL
	         SELECT severity FROM gireport_check_prose(CASE WHEN f.report IS DISTINCT FROM NULL THEN f.body END) WHERE verdict = 'fail' UNION ALL
	         SELECT severity FROM gireport_diagnostics(CASE WHEN f.report IS DISTINCT FROM NULL THEN f.body END)) x);
my @counted = rows(qq(
	SELECT f.source, coalesce((f.report).agency, ''), coalesce((f.report).year::text, ''),
		count(*) FILTER (WHERE severity = 'error'), count(*) FILTER (WHERE severity = 'warning'),
		count(*) FILTER (WHERE severity = 'info'), (SELECT count(*) FROM gireport_check(f.report) WHERE verdict = 'not_assessable')
	FROM (SELECT replace(replace(source, E'\\n', '␊'), E'\\t', '␉') AS source, report FROM files) f
	     LEFT JOIN ($severities) s ON replace(replace(s.source, E'\\n', '␊'), E'\\t', '␉') = f.source
	WHERE f.report IS DISTINCT FROM NULL GROUP BY 1, 2, 3, f.report));
my %by_source = map { $_->[0] => $_ } @counted;
my ($head, @agencies) = table_rows('agencies', @index);
is(scalar @agencies, scalar @counted, 'every report has its row');
my @severities;
foreach my $row (@agencies)
{
	my ($status, $agency, $year, $errors, $warnings, $infos, $not_assessable, $source) = @$row;
	my $expected = $by_source{$source};
	my $unknown = $expected->[1] eq '';

	is_deeply([ $errors, $warnings, $infos, $not_assessable ], [ @$expected[ 3 .. 6 ] ], "numbers of findings of $source");
	is($year, $expected->[2] eq '' ? '年度不明' : $expected->[2], '... its year');
	is($agency, $unknown ? '（机关不明）' : $expected->[1], '... its agency');
	is($status, $errors ? '✕ 有错误' : $warnings ? '! 有警告' : '✓ 未见问题', '... its status');
	push @severities, $errors ? 0 : $warnings ? 1 : 2;
}
is("@severities", join(' ', sort @severities), 'the worst come first');
is_deeply([ texts(elements('strong', undef, @index)) ], [ 12, 10, 4, 2, 4, 2 ], 'the numbers of files');
my ($no_head, @no_reports) = table_rows('no-reports', @index);
is_deeply([ map { $_->[0] } @no_reports ], [ '不是/坏 "\'&<b>.pdf', '不是/新闻.txt' ], 'files without a report are named');
is($no_reports[0][1], '<img src=x onerror="window.pwned=1">', '... with the reason in the table');
like($no_reports[1][1], qr/^文中没有年度报告的表格和标题/, '... and the one in Chinese');

# ---- who has not reported, who has twice ----

my ($missing) = grep { ($_->{attributes}{id} // '') eq 'missing' } @index;
my @details = map { [ texts($_, elements('li', undef, Pages::below($_))) ] } elements('details', undef, Pages::below($missing));
my %year = map { $_->[0] =~ /^(\d{4}) 年度：应报 (\d)，已报 (\d)，缺 (\d)/ ? ($1 => [ $2, $3, $4, @$_[ 1 .. $#$_ ] ]) : () } @details;
is_deeply($year{2023}, [ 3, 2, 1, '缺报县教育局（本级）' ], 'who has not reported on 2023, and who under another spelling of the name has');
is($year{2022}[2], 2, 'who has not reported on 2022');
my @few = map { /^(\d{4}) 年度：应报 3，已报 0，缺 3（已报不足一成，名单从略）$/ ? $1 : () } texts(elements('p', undef, Pages::below($missing)));
is_deeply([ sort @few ], [ 2020, 2021, 2024 ], 'of years on which hardly any has reported there is the number alone');
is_deeply([ sort { $b <=> $a } keys %year, @few ], [ map { $_->[0] } rows('SELECT DISTINCT (report).year FROM files WHERE (report).year IS NOT NULL ORDER BY 1 DESC') ],
	'every year is looked at');
like($missing->{text}, qr/名单中重复的 1 行/, 'an agency that the list names twice counts once');
like($missing->{text}, qr/另有 1 份报告未写明机关或年度/, 'a report that names no agency is mentioned');
my ($unlisted) = grep { $_->[0] =~ /^不在名单中的报告/ } @details;
is(scalar @$unlisted - 1, rows(q(SELECT 1 FROM files WHERE (report).agency NOT IN ('霁川县人民政府办公室', '星渚市栖云区溪口渡街道办事处'))),
	'agencies that are not on the list');

my ($twin_head, @twins) = table_rows('twins', @index);
is_deeply([ map { [ @$_[ 2 .. 4 ] ] } @twins ],
	[ [ '错/街道办 一.txt', '（对照）', '否' ], [ '错/街道办 二.txt', '1 个单元格不同', '否' ],
	  [ '好/霁川县 2023 副本.txt', '（对照）', '是' ], [ '好/霁川县 2023.txt', '相同', '否' ] ],
	'reports on one year by one agency: the same counts once, different ones not at all');

# ---- totals and rates ----

# Counted by hand: the copy and both reports of the street office are left out.
my $in_totals = q(files WHERE report IS DISTINCT FROM NULL AND source NOT IN ('好/霁川县 2023.txt', '错/街道办 一.txt', '错/街道办 二.txt'));
my @sums = rows("SELECT (report).year, count(*), sum((report).requests.received.total), sum((report).requests.concluded.total), "
	  . "sum((report).proactive.licensing.decisions), count((report).requests.received.total) "
	  . "FROM $in_totals GROUP BY 1 ORDER BY 1");
my ($years, @figures) = table_rows('totals', @index);
my %figure = map { $_->[0] => [ @$_[ 1 .. $#$_ ] ] } @figures;
is_deeply([ @$years[ 1 .. $#$years ] ], [ map { $_->[0] || '年度不明' } @sums ], 'a column of totals for each year');
is_deeply($figure{'计入的报告（份）'}, [ map { $_->[1] } @sums ], 'how many reports are in the totals');
foreach (['本年新收', 2], ['办理结果总计', 3], ['行政许可处理决定（件）', 4])
{
	my ($name, $column) = @$_;
	my @printed = map { my $n = $_; $n =~ s/^\d+\/\d+ 份 //; $n =~ tr/,//d; $n eq '—' ? '' : $n } @{ $figure{$name} };
	is_deeply(\@printed, [ map { $_->[$column] } @sums ], "totals of $name");
}
is_deeply([ map { /^(\d+)\/(\d+) 份/ ? "$1/$2" : '' } @{ $figure{'本年新收'} } ],
	[ map { $_->[5] < $_->[1] && $_->[5] > 0 ? "$_->[5]/$_->[1]" : '' } @sums ], 'figures that some reports lack are marked');
my ($rate_head, @rates) = table_rows('rates', @index);
my ($disclosure) = grep { $_->[0] =~ /^实质公开率/ } @rates;
is_deeply([ map { s/^\d+\/\d+ 份 //r } @$disclosure[ 1 .. $#$disclosure ] ],
	[ map { $_->[0] } rows("SELECT coalesce(trim(to_char(round(100 * (gireport_metrics(sum(report) FILTER (WHERE (gireport_metrics(report)).disclosure_rate_of_concluded IS NOT NULL))).disclosure_rate_of_concluded, 2), '990.00')) || '%', '—') "
		  . "FROM $in_totals GROUP BY (report).year ORDER BY (report).year") ], 'rates are those of the sums of reports that have them');
is(scalar @rates, 15, 'all rates');

my @charts = elements('svg', undef, @index);
is(scalar @charts, 3, 'three charts');
my ($described) = texts(elements('desc', undef, Pages::below($charts[0])));
is($described, '有错误 4，有警告 2，未见问题 4，无报告 2', 'a chart has its numbers as text');

# ---- a report's page ----

my %page_of = map { my @c = @{ $_->{children} }; ((texts($c[7]))[0] => $c[1]{children}[0]{attributes}{href}) }
  grep { @{ $_->{children} } == 8 } elements('tr', undef, @index);
my @report = read_page("$out/$page_of{'错/街道办 一.txt'}");
my %id = map { $_->{attributes}{id} => $_ } grep { defined $_->{attributes}{id} } @report;
my @issues = grep { ($_->{attributes}{id} // '') =~ /^issue-/ } @report;
my @messages = map { $_->[0] } rows(q(SELECT message FROM files, gireport_violations(report) WHERE source = '错/街道办 一.txt'));
is(scalar @issues, scalar @messages, 'all findings of a report are on its page');
like($issues[$_]{text}, qr/\Q$messages[$_]\E/, "finding $_ with its message") foreach 0 .. $#messages;
my ($suggestion) = rows(q(SELECT message FROM files, gireport_suggest(report) WHERE source = '错/街道办 一.txt'));
like($id{suggestions}{text}, qr/\Q$suggestion->[0]\E/, 'the suggested repair');
my ($place) = rows(q(SELECT c.line, c.raw FROM files, gireport_cells(body) c WHERE source = '错/街道办 一.txt'
	AND c.row_code = 'received' AND c.column_code = 'natural_person'));
my $line = $id{"line-$place->[0]"};
is($line->{attributes}{class}, 'error', 'the line of the wrong cell is marked');
is($line->{attributes}{value}, $place->[0], '... with its number');
is((elements('mark', 'error', Pages::below($line)))[0]{text}, $place->[1], '... and in it what is printed');
is_deeply([ map { $_->{attributes}{href} } elements('a', undef, Pages::below($line)) ], [ '#issue-1', '#issue-2' ], '... which leads to both findings');
is_deeply([ map { $_->{attributes}{href} } elements('a', undef, Pages::below($issues[0])) ],
	[ '#cell-received-natural_person', "#line-$place->[0]" ], 'a finding leads to the cell and to the line');
is($id{'cell-received-natural_person'}{name}, 'td', '... which is in the tables');
is($line->{attributes}{value} - 1, (my @before = split /\n/, (split /公开申请数量\n\t4\n/, $wrong)[0] . "公开申请数量", -1), 'the number of the line is right');

# The order of the overview, forwards and backwards.
my @order = map { $page_of{ $_->[7] } } @agencies;
foreach my $n (0 .. $#order)
{
	my @links = elements('a', undef, read_page("$out/$order[$n]"));
	my %neighbour = map { ($_->{attributes}{rel} // '') => $_->{attributes}{href} } @links;
	is_deeply([ @neighbour{ 'prev', 'next' } ], [ $n > 0 ? $order[ $n - 1 ] : undef, $order[ $n + 1 ] ], "neighbours of page $n");
}

my @prose = read_page("$out/$page_of{'疑/正文.txt'}");
my @claims = map { $_->[0] } rows(q(SELECT c.raw FROM files, gireport_check_prose(body) p JOIN LATERAL gireport_claims(files.body) c ON c.position = p.position
	WHERE source = '疑/正文.txt' AND verdict = 'fail' ORDER BY p.position));
my ($prose_section) = grep { ($_->{attributes}{id} // '') eq 'source' } @prose;
is_deeply([ texts(elements('mark', undef, Pages::below($prose_section))) ], \@claims, 'what the prose says wrong is marked in the text');
my @doubtful = read_page("$out/$page_of{'疑/缺数.txt'}");
my ($reading_head, @readings) = table_rows('readings', @doubtful);
is_deeply([ @{ $readings[0] }[ 1, 2, 4 ] ], [ '! 警告', '表三“三、本年度办理结果 （一）予以公开”行：该行数字不能确切对应各列，未读取', '原文第 31 行' ],
	'what could not be read is told in Chinese');

my ($nothing) = grep { ($_->{attributes}{id} // '') eq 'findings' } read_page("$out/$page_of{'疑/空表.txt'}");
like($nothing->{text}, qr/表格缺少数字，没有能够核对的项目。/, 'of a report that could not be checked it is not said that nothing is wrong');

# ---- nothing of a document is markup ----

my ($hostile) = grep { /^恶/ } keys %page_of;
is($hostile, "恶/$script\"'&]]>-->␊␉$turned.txt", 'a hostile name is shown as it is');
foreach my $page (pages_of($out))
{
	my $bytes = read_bytes("$out/$page");
	my @elements = read_page("$out/$page");
	my %ids;
	my @wrong_links;

	unlike($bytes, qr/<script|<img|(?:href|src)="(?:[a-z]+:|\/)/i, "$page: no script, nothing from outside");
	is_deeply([ grep { /^on|^src|^style$/ } map { keys %{ $_->{attributes} } } @elements ], [], '... no attribute that acts');
	unlike($bytes, qr/[\x00-\x08\x0b-\x1f\x7f]/, '... no control characters');
	$ids{ $_->{attributes}{id} // '' }++ foreach @elements;
	delete $ids{''};
	is_deeply([ grep { $ids{$_} > 1 } keys %ids ], [], '... every id is there once');
	foreach my $link (map { $_->{attributes}{href} // () } @elements)
	{
		push @wrong_links, $link if $link =~ /^#(.*)/ ? !$ids{$1} : !-f "$out/$link";
	}
	is_deeply(\@wrong_links, [], '... every link leads somewhere');
	is((texts(elements('html', undef, @elements)))[0] ne '' && (elements('html', undef, @elements))[0]{attributes}{lang}, 'zh', '... in Chinese');
	my @unlabelled = grep { $_->{name} eq 'th' && ($_->{attributes}{scope} // '') eq '' } @elements;
	is_deeply(\@unlabelled, [], '... heads of tables have scopes');
}
foreach my $element (grep { $_->{name} =~ /^(?:a|td|th|h1|dd)$/ && $_->{text} =~ /\x{202E}/ } map { read_page("$out/$_") } pages_of($out))
{
	fail('writing that is turned around is not isolated')
	  if !grep { $_->{name} eq 'bdi' && $_->{text} =~ /\x{202E}/ } Pages::below($element);
}
my ($title) = elements('title', undef, read_page("$out/$page_of{$hostile}"));
is($title->{text}, "$script\"'><b>\x{FFFD}txt.exe 2021", 'where nothing can be isolated, the character goes');

# ---- the findings as a table ----

my $csv = read_bytes("$out/findings.csv");
ok($csv =~ s/^\xEF\xBB\xBF//, 'the file begins with a byte order mark');
my ($columns, @findings) = csv_records(decode('UTF-8', $csv, Encode::FB_CROAK));
is(scalar @$columns, 16, 'sixteen columns');
is_deeply([ grep { @$_ != 16 } @findings ], [], 'in every record');
my %expected_kinds = map { $_->[0] => $_->[1] } rows(q(
	SELECT '表格勾稽', count(*) FROM files, gireport_violations(report, 'info') UNION ALL
	SELECT '正文与表格', count(*) FROM files, gireport_check_prose(CASE WHEN report IS DISTINCT FROM NULL THEN body END) WHERE verdict = 'fail' UNION ALL
	SELECT '修改建议', count(*) FROM files, gireport_suggest(report) UNION ALL
	SELECT '读取情况', count(*) FILTER (WHERE severity <> 'info') + count(DISTINCT (source, code)) FILTER (WHERE severity = 'info')
		FROM files, gireport_diagnostics(CASE WHEN report IS DISTINCT FROM NULL THEN body END) UNION ALL
	SELECT '文件', count(*) FROM files WHERE report IS NOT DISTINCT FROM NULL));
my %kinds;
$kinds{ $_->[4] }++ foreach @findings;
is_deeply(\%kinds, { map { $expected_kinds{$_} ? ($_ => $expected_kinds{$_}) : () } keys %expected_kinds }, 'every finding is a record');
my ($first) = grep { $_->[0] eq '错/街道办 一.txt' && $_->[5] eq 'T3.1' } @findings;
is_deeply([ @$first[ 1 .. 11, 14, 15 ] ],
	[ '星渚市栖云区溪口渡街道办事处', 2023, '错误', '表格勾稽', 'T3.1', '表三', '', '自然人', 4, 3, 1, '', $page_of{'错/街道办 一.txt'} ], 'with all that is known of it');
is_deeply([ grep { /^[ ]*[=+\-@＝＋－＠]/ && !/^-?[\d.]+$/ } map { @$_ } @findings ], [], 'no field is a formula');
ok((grep { $_->[0] eq "'=cmd|' /C calc'!A0" && $_->[1] eq "'＝1+1" } @findings), 'what would be one has an apostrophe before it');

# ---- a validator and a browser ----

SKIP:
{
	skip 'tidy is not installed', 1 if system('tidy -v >/dev/null 2>&1') != 0;
	my @complaints = map { my $page = $_; map { "$page: $_" } split /\n/, `tidy -q -e -utf8 --drop-empty-elements no '$out/$page' 2>&1` } pages_of($out);
	is_deeply(\@complaints, [], 'all pages are valid');
}
SKIP:
{
	my $browser = find_browser();
	skip 'there is no Chromium', 2 if !defined $browser;
	my @pages = pages_of($out);
	my @light = look_at($browser, $out, \@pages, [ 390, 1280 ]);
	is_deeply(\@light, [], 'in a browser nothing is too wide, hard to see, or running');
	my @dark = look_at($browser, $out, \@pages, [ 1280 ], '--blink-settings=preferredColorScheme=0');
	is_deeply(\@dark, [], 'nor on a dark screen');
}

# ---- writing again ----

my %before = map { $_ => read_bytes("$out/$_") } grep { !/^index/ } pages_of($out);
sql(q(DELETE FROM files WHERE source = '好/霁川县 2022.txt'));
add_file('新.txt', $earlier);
open my $foreign, '>', "$out/notes.html";
close $foreign;
review_into($out, '-t', 'files', '-q');
ok(!-e "$out/$page_of{'好/霁川县 2022.txt'}", 'the page of a file that is gone goes');
ok(-e "$out/notes.html", 'a foreign file stays');
ok(-e "$out/$page_of{'疑/缺数.txt'}", 'the name of a page is that of its file for good');
is_deeply([ glob "$out/.gireport-review-*" ], [], 'nothing is left over');

mkdir "$dir/foreign";
open $foreign, '>', "$dir/foreign/index.html";
print $foreign 'mine';
close $foreign;
my ($code, undef, $err) = review(@connection, '-t', 'files', '-o', "$dir/foreign");
is($code, 1, 'a folder with foreign files is refused');
like($err, qr/error: folder ".*" is not empty, and not written by this program\ngireport-review: hint: /, '... with a hint');
($code, undef, $err) = review(@connection, '-t', 'files', '-o', "$dir/foreign", '--force');
is("$code $err" =~ /^1 .*index\.html" is not written by this program/ ? read_bytes("$dir/foreign/index.html") : $err, 'mine',
	'a foreign file is not written over even if asked to');
rename "$dir/foreign/index.html", "$dir/foreign/mine.html";
review_into("$dir/foreign", '-t', 'files', '--force', '-q');
ok(-s "$dir/foreign/index.html" && read_bytes("$dir/foreign/mine.html") eq 'mine', 'other files may be there if asked for');

done_testing();
