# gireport-review's totals, rates and charts: which reports are in them, and that
# what is compared comes from the same reports.  Expected numbers are those printed
# in the documents, added up by hand.

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
use Pages qw(read_bytes read_page elements texts table_rows);

# Names of tests are in Chinese and go out as UTF-8, which Perl does not take for granted.
$SIG{__WARN__} = sub { print STDERR @_ if $_[0] !~ /^Wide character/ };

my $corpus = "$FindBin::RealBin/../corpus";
my $dir = PostgreSQL::Test::Utils::tempdir;
$ENV{PGCLIENTENCODING} = 'UTF8';

my $node = PostgreSQL::Test::Cluster->new('main');
$node->init(extra => [ '--encoding=UTF8', '--no-locale' ]);
$node->start;
my @connection = ('-h', $node->host, '-p', $node->port, '-d', 'postgres');

sub sql
{
	return decode('UTF-8', $node->safe_psql('postgres', encode('UTF-8', $_[0])));
}
sql('CREATE EXTENSION gireport');

# A string in SQL.
sub literal
{
	my ($text) = @_;
	$text =~ s/([\\'])/$1$1/g;
	return "E'$text'";
}

# A table of documents: pairs of a name and a document of the corpus, of which changes
# may be made to the report, as pairs of a field and an expression in SQL.
my $tables = 0;
sub make_table
{
	my @files = @_;
	my $table = 'files' . ++$tables;
	sql("CREATE TABLE $table (source text PRIMARY KEY, sha256 bytea NOT NULL, body text, report gireport, loaded_at timestamptz DEFAULT now(), error text)");
	while (my ($name, $document) = splice @files, 0, 2)
	{
		my ($file, @changes) = ref $document ? @$document : $document;
		sql("INSERT INTO $table (source, sha256, body, report) SELECT " . literal($name) . ", '', b, gireport_parse(b) FROM (SELECT "
			  . literal(decode('UTF-8', read_bytes("$corpus/$file.txt"))) . '::text AS b) AS t');
		while (my ($field, $value) = splice @changes, 0, 2)
		{
			sql("UPDATE $table SET report.$field = $value WHERE source = " . literal($name));
		}
	}
	return $table;
}

# Review a table; the overview.
sub overview
{
	my ($table, @options) = @_;
	my ($out, $err);
	IPC::Run::run([ 'gireport-review', @connection, '-q', '-t', $table, '-o', "$dir/$table", @options ], '<', \undef, '>', \$out, '2>', \$err);
	is(($? >> 8) . decode('UTF-8', $err), '0', "$table is reviewed");
	return read_page("$dir/$table/index.html");
}

# A table of the overview: for the first field of each row, up to a formula, the others.
sub table
{
	my ($name, @index) = @_;
	my ($head, @rows) = table_rows($name, @index);
	return map { $_->[0] =~ s/ .*//sr => [ @$_[ 1 .. $#$_ ] ] } $head, @rows;
}

sub section
{
	my ($name, @index) = @_;
	my ($section) = grep { ($_->{attributes}{id} // '') eq $name } @index;
	return $section;
}

# Charts by name: the caption, and the numbers as text.
sub charts
{
	my @index = @_;
	return map { my $figure = $_; my ($svg) = elements('svg', undef, Pages::below($figure)); $svg->{attributes}{'aria-labelledby'} =~ /^chart-(\w+)-title/;
		$1 => [ map { texts(elements($_, undef, Pages::below($figure))) } qw(figcaption desc) ] } elements('figure', undef, @index);
}

# ---- rates and charts are of the same reports throughout ----

# Of the office's report only results are there, and neither requests nor results in all.
my @index = overview(make_table('y_2019_word' => 'y_2019_word', 'y_pdf_office_2019' => 'y_pdf_office_2019'));
my %rate = table('rates', @index);
is_deeply($rate{'实质公开率'}, ['1/2 份 44.83%'], 'a rate is that of the reports that have it: (32 + 7) / 87');
is_deeply($rate{'受理合计'}, ['1/2 份 91'], 'so is what is added up of two figures: 88 + 3');
is_deeply($rate{'监管-服务结构比'}, ['1/2 份 2.04'], '1046 / 512');
my %chart = charts(@index);
is($chart{results}[0], '申请办理结果（件）（2019） 据全部数字齐全的 1 份报告（共 2 份）', 'the bars of a chart are from the same reports');
like($chart{results}[1], qr/^予以公开 32，部分公开 7，.*，据全部数字齐全的 1 份报告（共 2 份）$/, '... also in words');
is($chart{years}[1], '2019 88（1/2 份）', 'the bar of a year says how many reports are in it');

# A report in which all is there: nothing is marked.
@index = overview(make_table('a' => 'y_2019_word', 'b' => [ 'y_2019_word', agency => "'b'" ]));
%rate = table('rates', @index);
is_deeply($rate{'实质公开率'}, ['44.83%'], 'a rate that all reports have is not marked');
%chart = charts(@index);
is($chart{years}[1], '2019 176', 'nor is a bar');

# ---- a figure of several rows is there if all rows are ----

# The first report's own numbers: denied 17, unavailable 20, rejected 8, other 3.
@index = overview(make_table(
		'a' => 'y_2019_word',
		'b' => [ 'y_2019_word', agency => "'b'", 'requests.denied_state_secret.total' => 'NULL', 'requests.unavailable_unclear' => 'NULL' ],
		'c' => [ 'y_2019_word', agency => "'c'", 'requests.rejected_repeat.total' => 'NULL', 'requests.other_handling.total' => 'NULL' ],
		'd' => [ 'y_tab_001', agency => "'d'", year => '2019', 'requests.other_misc.total' => 'NULL' ],
		'e' => [ 'y_tab_001', agency => "'e'", year => '2019' ]));
my %total = table('totals', @index);
my ($denied, $unavailable, $rejected, $other) = map { sql("SELECT $_ FROM files3, LATERAL (SELECT (report).requests.*) r WHERE source = 'e'") }
  '(denied_state_secret).total + (denied_prohibited_by_law).total + (denied_security_stability).total + (denied_third_party).total + '
  . '(denied_internal_affairs).total + (denied_deliberative).total + (denied_enforcement_file).total + (denied_administrative_query).total',
  '(unavailable_not_held).total + (unavailable_needs_creation).total + (unavailable_unclear).total',
  '(rejected_petition).total + (rejected_repeat).total + (rejected_publication).total + (rejected_excessive).total + (rejected_confirmation).total',
  '(other_not_corrected).total + (other_fee_unpaid).total + (other_misc).total';
is_deeply([ map { $total{$_}[0] } qw(不予公开 无法提供 不予处理 其他处理) ],
	[ '4/5 份 ' . (2 * 17 + 2 * $denied), '4/5 份 ' . (2 * 20 + 2 * $unavailable), '4/5 份 ' . (2 * 8 + 2 * $rejected), '3/5 份 ' . (2 * 3 + $other) ],
	'a report without one of the rows of its form is not in the sum of the rows');

# ---- reports by one agency on one year ----

# The table of these reports: for each name whether it counts, and how it compares.
sub twins
{
	my ($head, @rows) = table_rows('twins', @_);
	return { map { $_->[2] => "$_->[4] $_->[3]" } @rows };
}
my @lacking = ('requests.granted.total' => 'NULL', 'requests.concluded.total' => 'NULL');
@index = overview(make_table('a' => [ 'y_2019_word', @lacking ], 'b' => 'y_2019_word', 'c' => [ 'y_2019_word', 'disputes.reconsideration' => 'NULL' ]));
is_deeply(twins(@index), { a => '否 （对照）', b => '是 所有的数字相同，多 2 个数', c => '否 所有的数字相同，缺 5 个数，多 2 个数' },
	'of reports that do not contradict one another the fullest counts');
%total = table('totals', @index);
is_deeply([ map { $total{$_}[0] } qw(计入的报告（份） 予以公开 行政复议总计) ], [ 1, 32, 4 ], '... with its numbers');
@index = overview(make_table('a' => [ 'y_2019_word', @lacking ], 'b' => [ 'y_2019_word', @lacking, 'requests.received.total' => 89 ], 'c' => 'y_2019_word'));
is_deeply(twins(@index), { a => '否 1 个单元格不同', b => '否 （对照）', c => '否 1 个单元格不同，多 2 个数' },
	'of reports of which two do, none');
@index = overview(make_table('a' => [ 'y_2019_word', 'requests.received.total' => 'NULL' ], 'b' => [ 'y_2019_word', @lacking ],
		'c' => [ 'y_2019_word', 'requests.received.total' => 'NULL', 'requests.granted.total' => 33 ]));
is_deeply(twins(@index), { a => '否 1 个单元格不同', b => '否 所有的数字相同，缺 2 个数，多 1 个数', c => '否 （对照）' },
	'... also if the others lack the number');

# ---- numbers that no report has ----

my @huge = ('requests.received.total' => '9223372036854775807', 'requests.denied_state_secret.total' => '9223372036854775807',
	'requests.denied_third_party.total' => '9223372036854775807');
@index = overview(make_table('a' => 'y_2019_word', 'b' => [ 'y_2019_word', agency => "'b'", @huge ], 'c' => [ 'y_2019_word', agency => "'c'", @huge ],
		'd' => [ 'y_2019_word', agency => "'d'", 'requests.received.total' => '(-9223372036854775808)' ],
		'e' => [ 'y_2019_word', agency => "'e'", 'requests.received.total' => '1000000000001' ],
		'f' => [ 'y_2019_word', agency => "'f'", 'requests.received.total' => '1000000000000' ],
		'g' => [ 'y_2019_word', agency => "'g'", 'requests.received.total' => '(-5)' ]));
my @odd = texts(elements('li', undef, Pages::below(section('totals', @index))));
is_deeply(\@odd, [ map { "$_->[0] 2019 表三“一、本年新收政府信息公开申请数量”行“总计”列：$_->[1]" } [ 'b', '9,223,372,036,854,775,807' ], [ 'c', '9,223,372,036,854,775,807' ],
		[ 'd', '−9,223,372,036,854,775,808' ], [ 'e', '1,000,000,000,001' ] ], 'reports with implausible numbers are named, with the number');
%total = table('totals', @index);
is_deeply([ map { $total{$_}[0] } qw(计入的报告（份） 本年新收 予以公开) ], [ 3, '1,000,000,000,083', 96 ], '... and not in the totals, which are: 88 + 10^12 - 5');
%rate = table('rates', @index);
is_deeply($rate{'实质公开率'}, ['44.83%'], '... nor in the rates');
unlike(section('totals', @index)->{text}, qr/因同年多份而未计入/, '... and not said to be left out for another reason');
is(scalar(grep { /^[0-9a-f]{16}\.html$/ } map { s{.*/}{}r } glob "$dir/files$tables/*"), 7, '... and have their pages');

# ---- against the year before ----

# Of the first two agencies there are both years; of the third there are two different
# reports on one year, of the fourth only one year, and the fifth has no name.
@index = overview(make_table(
		'a1' => [ 'y_2019_word', agency => "'a'", year => 2021 ], 'a2' => [ 'y_2019_word', agency => "'a'", year => 2022, 'requests.received.total' => 100 ],
		'a3' => [ 'y_2019_word', agency => "'a'", year => 2024 ],
		'b1' => [ 'y_2019_word', agency => "'b'", year => 2021, 'requests.concluded.total' => 'NULL', 'requests.carried_out.total' => 0 ],
		'b2' => [ 'y_2019_word', agency => "' b'", year => 2022, 'requests.received.total' => 98, 'proactive.penalty.decisions' => 500, 'requests.carried_out.total' => 0 ],
		'c1' => [ 'y_2019_word', agency => "'c'", year => 2021 ], 'c2' => [ 'y_2019_word', agency => "'c'", year => 2022, 'requests.received.total' => 1 ],
		'c3' => [ 'y_2019_word', agency => "'c'", year => 2022, 'requests.received.total' => 2 ],
		'd1' => [ 'y_2019_word', agency => "'d'", year => 2021 ],
		'e1' => [ 'y_2019_word', agency => 'NULL', year => 2021 ], 'e2' => [ 'y_2019_word', agency => 'NULL', year => 2022, 'requests.received.total' => 3 ]));
my %growth = table('growth', @index);
is_deeply($growth{'项目'}, ['2022 比 2021'], 'years are compared with the year before alone');
is_deeply($growth{'本年新收'}, ['（2 个机关，176 → 198） +12.50%'], 'over the agencies that have a report on both: 100 + 98 against 88 + 88');
is_deeply($growth{'办理结果总计'}, ['（1 个机关，87 → 87） 0.00%'], '... with the figure in both');
is_deeply($growth{'行政处罚处理决定（件）'}, ['（2 个机关，1,024 → 1,012） −1.17%'], '... which may be less: 512 + 500 against 512 + 512');
@index = overview(make_table('a' => [ 'y_2019_word', year => 2021, 'requests.received.total' => 0 ], 'b' => [ 'y_2019_word', year => 2022 ],));
%growth = table('growth', @index);
is_deeply($growth{'本年新收'}, ['（1 个机关，0 → 88） —'], 'there is no growth from nothing');
@index = overview(make_table('a' => [ 'y_2019_word', year => 2021 ], 'b' => [ 'y_2019_word', year => 2023 ]));
is(section('growth', @index), undef, 'without years that follow one another nothing is compared');

# ---- large numbers and long names ----

my $agency = "长\"<b>" x 1000;
my $table = make_table('a' => [ 'y_2019_word', agency => literal($agency), title => literal('题' x 5000), 'requests.granted.total' => 1000000000000, 'requests.denied_third_party.total' => -999999999999,
		'requests.received.total' => '(-1000000000000)' ],
	'b' => [ 'y_2019_word', agency => "'b'", 'requests.received.total' => 'NULL' ]);
@index = overview($table);
%chart = charts(@index);
is($chart{years}[1], '2019 −1,000,000,000,000（1/2 份）', 'a number below zero in a chart');
my ($figure) = grep { $_->{text} =~ /申请办理结果/ } elements('figure', undef, @index);
my @rects = elements('rect', undef, Pages::below($figure));
my @values = elements('text', 'value', Pages::below($figure));
is(scalar(grep { $_->{attributes}{width} < 0 } elements('rect', undef, @index)), 0, 'no bar has a width below zero');
is((sort { $b <=> $a } map { $_->{attributes}{x} + 8 * length $_->{text} } @values)[0] <= 360, 1, 'numbers behind bars are inside of the picture');
is($rects[2]{attributes}{width}, '0.0', '... and a number below zero has no bar');
my ($row) = grep { $_->{text} =~ /长/ } elements('tr', undef, @index);
cmp_ok(length $row->{text}, '<', 300, 'a long name is shortened');
is((elements('bdi', undef, Pages::below($row)))[0]{attributes}{title}, $agency, '... and is there as a whole');
my ($page) = map { $_->{attributes}{href} } elements('a', undef, Pages::below($row));
my @page = read_page("$dir/$table/$page");
is_deeply([ grep { length $_ > 400 } texts(elements('title', undef, @page), elements('dd', undef, @page), elements('nav', undef, @page)) ], [], '... also on the page of the report');
my ($h1) = elements('h1', undef, @page);
is((elements('bdi', undef, Pages::below($h1)))[0]{attributes}{title}, $agency, '... whose heading has the whole');

# ---- a validator and a browser ----

SKIP:
{
	skip 'tidy is not installed', 1 if system('tidy -v >/dev/null 2>&1') != 0;
	my @complaints = map { my $page = $_; map { "$page: $_" } split /\n/, `tidy -q -e -utf8 --drop-empty-elements no '$page' 2>&1` }
	  glob "$dir/files{1,3,4,7,8,$tables}/*.html";
	is_deeply(\@complaints, [], 'all pages are valid');
}
SKIP:
{
	my $browser = find_browser();
	skip 'there is no Chromium', 1 if !defined $browser;
	my @seen = map { look_at($browser, "$dir/files$_", ['index.html'], [ 390, 1280 ]) } 1, 7, 8, $tables;
	is_deeply(\@seen, [], 'in a browser nothing is too wide, hard to see, or running');
}

done_testing();
