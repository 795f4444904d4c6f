# The documents are right: every example of the README and of the reference gives
# the output that is shown, run in the folder of samples and a server of its own;
# the Chinese ones have the same headings and the same code as the English ones;
# and links lead somewhere.  Times and rates are not compared.
use strict;
use warnings;

use Encode qw(decode);
use File::Basename qw(dirname);
use FindBin;
use Test::More;

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

my $top = "$FindBin::RealBin/../..";

sub content
{
	my ($path) = @_;

	open my $file, '<:raw', "$top/$path" or die "could not open \"$path\": $!";
	local $/;
	return scalar <$file>;
}

# Output without what differs from run to run, and white space at the ends of lines.
sub comparable
{
	my ($text) = @_;

	$text =~ s/\([\d.]+ s, \d+ a second\)/(0.0 s, 0 a second)/g;
	$text =~ s/[ \t]+$//gm;
	$text =~ s/\n+\z//;
	return $text;
}

# The examples of a document: language, code, and output if it is shown.
sub examples
{
	my ($path) = @_;
	my $document = content($path);
	my @examples;

	push @examples, [ $1, $2, $3 ] while $document =~ /^```(sh|sql)\n(.*?)^```\n(?:```\n(.*?)^```\n)?/gms;
	return @examples;
}

# ---- the examples are run ----

my $node = PostgreSQL::Test::Cluster->new('main');
$node->init(extra => [ '--no-locale', '--encoding=UTF8' ]);
$node->start;

my $work = PostgreSQL::Test::Utils::tempdir();
system('cp', '-R', "$top/sample/.", $work) == 0 or die 'could not copy the samples';
chdir $work or die "could not change to \"$work\": $!";
@ENV{qw(PGHOST PGPORT PGCLIENTENCODING PSQLRC)} = ($node->host, $node->port, 'UTF8', '/dev/null');
delete @ENV{qw(PGDATABASE PGOPTIONS)};

# Run code as one types it: what is printed, messages included.
sub run_example
{
	my ($language, $code) = @_;
	my @command = $language eq 'sh' ? 'bash' : ('psql', '-q', '-P', 'footer=off', '-d', 'county');
	my $output = '';

	IPC::Run::run(\@command, '<', \$code, '>', \$output, '2>&1', IPC::Run::timeout(60));
	return $output;
}

foreach my $path ('README.md', 'doc/reference.md')
{
	my @examples = examples($path);

	cmp_ok(scalar(grep { defined $_->[2] } @examples), '>=', $path eq 'README.md' ? 20 : 2, "$path has examples");
	foreach my $example (@examples)
	{
		my ($language, $code, $expected) = @$example;

		# another server would be needed
		next if $code =~ /^CREATE SERVER/;
		is(comparable(run_example($language, $code)), comparable($expected // ''), "$path: " . ($code =~ /^(.{1,70})/)[0]);
	}
}
ok(-s "$work/review/index.html", 'there is an overview');
like(content_of_page("$work/finance.html"), qr/lang="zh"/, 'there is a page of a report');
$node->stop;

sub content_of_page
{
	my ($path) = @_;

	open my $file, '<', $path or return '';
	local $/;
	return scalar <$file>;
}

# ---- the two languages correspond ----

# Code, fenced or indented, block by block.
sub code_blocks
{
	my $document = content($_[0]);
	my @blocks;

	push @blocks, $1 // $2 while $document =~ /^(```\w*\n.*?^```\n)|((?:^    [^\n]*\n)+)/gms;
	return @blocks;
}

sub heading_levels
{
	my $document = content($_[0]) =~ s/^```\w*\n.*?^```\n//gmsr;

	return [ map { length } $document =~ /^(#+) /gm ];
}

my @translated = (['README.md', 'README.zh.md'], ['doc/reference.md', 'doc/reference.zh.md']);
foreach my $pair (@translated)
{
	my ($english, $chinese) = @$pair;

	my @expected = code_blocks($english);
	my @blocks = code_blocks($chinese);
	my ($different) = grep { $_ >= @blocks || $blocks[$_] ne $expected[$_] } 0 .. $#expected;

	cmp_ok(scalar(@expected), '>=', 2, "$english has code");
	is(scalar(@blocks), scalar(@expected), "$chinese has as much code as $english");
	is(defined $different ? $blocks[$different] : undef, defined $different ? $expected[$different] : undef,
		"$chinese has the code of $english");
	is_deeply(heading_levels($chinese), heading_levels($english), "$chinese has the headings of $english");
}

# ---- links ----

# The anchors of a document's headings.
sub anchors
{
	my $document = decode('UTF-8', content($_[0])) =~ s/^```\w*\n.*?^```\n//gmsr;

	return map { my $name = lc; $name =~ s/[^\w\- ]//g; $name =~ tr/ /-/; ($name => 1) } $document =~ /^#+ (.*)$/gm;
}

foreach my $path (map { @$_ } @translated)
{
	my $document = decode('UTF-8', content($path));
	my @broken;

	foreach my $link ($document =~ /\]\(([^()\s]+)\)/g)
	{
		my ($file, $anchor) = $link =~ /^([^#]*)(?:#(.*))?$/;
		my $target = $file eq '' ? $path : $path =~ m{/} ? dirname($path) . "/$file" : $file;

		push @broken, $link
		  if $link !~ /^https:/ && (!-e "$top/$target" || (defined $anchor && !{ anchors($target) }->{$anchor}));
	}
	is_deeply(\@broken, [], "the links of $path lead somewhere");
}
done_testing();
