# The README's examples of checking give the output that it shows: those on the
# corpus are run, those on a registry are the regression test's.
use strict;
use warnings;

use File::Basename qw(basename);
use FindBin;
use PostgreSQL::Test::Cluster;
use PostgreSQL::Test::Utils;
use Test::More;

my $top = "$FindBin::RealBin/../..";

# Text without white space at the ends of its lines.
sub trimmed
{
	my ($text) = @_;

	return $text =~ s/[ \t]+$//gmr;
}

# The examples under a heading: pairs of a statement and its output, if it is shown.
sub examples
{
	my ($heading) = @_;
	my ($section) = slurp_file("$top/README.md") =~ /^### \Q$heading\E\n(.*?)^##/ms;
	my @examples;

	push @examples, [ $1, $2 ] while $section =~ /^```sql\n(.*?)^```\n(?:```\n(.*?)^```\n)?/gms;
	ok(@examples > 0, "there are examples under \"$heading\"");
	return @examples;
}

# ---- the regression test's ----

my $statements = trimmed(slurp_file("$top/sql/registry.sql"));
my $answers = trimmed(slurp_file("$top/expected/registry.out"));

foreach my $heading ('Keep a registry', 'Review')
{
	foreach my $example (examples($heading))
	{
		my ($statement, $output) = map { defined $_ ? trimmed($_) : undef } @$example;
		my ($name) = $statement =~ /^(.{1,60})/;

		ok(index($statements, $statement) >= 0, "$heading: $name ... is run");
		ok(index($answers, $statement . $output . '(') >= 0, "$heading: $name ... gives this") if defined $output;
	}
}

# ---- on the corpus ----

my $node = PostgreSQL::Test::Cluster->new('main');
$node->init(extra => [ '--no-locale', '--encoding=UTF8' ]);
$node->start;
$node->safe_psql('postgres', 'CREATE EXTENSION gireport; CREATE TABLE incoming (name text PRIMARY KEY, body text NOT NULL)');
foreach my $path (sort glob("$FindBin::RealBin/../corpus/*.txt"))
{
	my $name = basename($path);

	$node->safe_psql('postgres', "INSERT INTO incoming VALUES ('$name', convert_from(pg_read_binary_file('$path'), 'UTF8'))");
}
foreach my $example (examples('Compare with the prose'))
{
	my ($statement, $output) = @$example;
	my ($stdout) =
	  run_command([ 'psql', '-X', '-q', '-P', 'footer=off', '-d', $node->connstr('postgres'), '-c', $statement ]);

	is(trimmed($stdout) =~ s/\n+\z//r, trimmed($output) =~ s/\n+\z//r, 'Compare with the prose: ' . ($statement =~ /FROM (.*)/)[0]);
}
$node->stop;
done_testing();
