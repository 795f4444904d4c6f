# The corpus, document by document: every cell against the expectations that
# were written by hand, from the text and from the stored report.
#
# test/corpus/README.md describes the files.  With GIREPORT_SHARED set to a
# directory that has the five real documents in its reports/, those are
# compared too, with test/corpus/real.tsv.

use strict;
use warnings;

use File::Basename qw(basename);
use FindBin;
use Test::More;

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

my $corpus = "$FindBin::RealBin/../corpus";

# Texts stay bytes throughout, in UTF-8, so none is decoded here.
my $json = JSON::PP->new;
$ENV{PGCLIENTENCODING} = 'UTF8';

# A finding's explanation is cut after this many lines.
my $longest_diff = 25;

# ---- the forms and the expectations ----

# The lines of a tab-separated file with a heading, as hashes.
sub read_tsv
{
	my ($path) = @_;

	open my $file, '<:raw', $path or die "could not open \"$path\": $!";
	chomp(my @lines = <$file>);
	close $file;

	my @names = split /\t/, shift @lines;
	my @rows;
	foreach my $line (@lines)
	{
		my %row;
		@row{@names} = split /\t/, $line, -1;
		push @rows, \%row;
	}
	return @rows;
}

# Every cell of the forms, in the order of the forms.
my @form_cells = read_tsv("$corpus/form_codes.tsv");
$_->{key} = "$_->{section} $_->{row_code} $_->{column_code}" foreach @form_cells;

# Expectations by document: what the title gives, the form of each section or
# row, and the lines about cells.
sub read_expectations
{
	my ($path) = @_;
	my %documents;

	foreach my $line (read_tsv($path))
	{
		my $document = $documents{ $line->{document} } //=
		  { heading => {}, section_form => { 4 => 'both' }, row_form => {}, lines => [] };
		my ($section, $row) = @$line{qw(section row_code)};

		if ($section eq '-')
		{
			$document->{heading}{$row} = $line->{expected};
		}
		elsif ($row eq 'form')
		{
			$document->{section_form}{$section} = $line->{expected};
		}
		elsif ($row =~ /^form:(.+)/)
		{
			$document->{row_form}{"$section $1"} = $line->{expected};
			$document->{mixed}{$section} = 1;
		}
		else
		{
			push @{ $document->{lines} }, $line;
		}
	}
	expand_expectations($_) foreach values %documents;
	return \%documents;
}

# From the lines to one expectation per cell: 0 unless a line says otherwise,
# and the line that names the cell most exactly wins.
sub expand_expectations
{
	my ($document) = @_;
	my (%expected, %labels, %row_has_value, %section_has_value);
	my @order;

	foreach my $cell (@form_cells)
	{
		my $form = $document->{row_form}{"$cell->{section} $cell->{row_code}"}
		  // ($document->{mixed}{ $cell->{section} }
			? undef
			: $document->{section_form}{ $cell->{section} });

		next unless defined $form && ($form eq $cell->{form} || $form eq 'unknown');
		push @order, $cell->{key} unless exists $expected{ $cell->{key} };
		$expected{ $cell->{key} } = '0';
	}

	# A listed cell carries the labels of one of the forms that have the cell.
	foreach my $cell (@form_cells)
	{
		my $form = $document->{row_form}{"$cell->{section} $cell->{row_code}"}
		  // $document->{section_form}{ $cell->{section} } // 'unknown';
		next
		  if exists $expected{ $cell->{key} }
		  && $form ne 'unknown'
		  && $form ne $cell->{form};
		$labels{ $cell->{key} }{"$cell->{row_label} | $cell->{column_label}"} = 1;
	}

	foreach my $line (sort { vagueness($b) <=> vagueness($a) } @{ $document->{lines} })
	{
		my $pattern = join ' ',
		  map { $_ eq '*' ? '\S+' : quotemeta } @$line{qw(section row_code column_code)};
		my @keys = grep { /^$pattern$/ } @order;

		die "no cell of the form is \"$pattern\"" unless @keys;
		$expected{$_} = $line->{expected} foreach @keys;
	}

	foreach my $key (@order)
	{
		my ($section, $row) = split / /, $key;

		$row_has_value{"$section $row"} = 1 if $expected{$key} ne 'missing';
		$section_has_value{$section} = 1 if is_number($expected{$key});
	}

	@$document{qw(order expected labels row_has_value section_has_value)} =
	  (\@order, \%expected, \%labels, \%row_has_value, \%section_has_value);
}

sub vagueness
{
	my ($line) = @_;
	return 2 * ($line->{row_code} eq '*') + ($line->{column_code} eq '*');
}

sub is_number
{
	return $_[0] =~ /^-?[0-9]+(?:\.[0-9]+)?$/;
}

# ---- comparing ----

# One test that passes if there is nothing to complain about.
sub nothing_wrong
{
	my ($name, @complaints) = @_;
	local $Test::Builder::Level = $Test::Builder::Level + 1;

	return 1 if ok(!@complaints, $name);
	my $more = @complaints - $longest_diff;
	splice @complaints, $longest_diff if $more > 0;
	diag("  $_") foreach @complaints;
	diag("  ... and $more more") if $more > 0;
	return 0;
}

# What is wrong with the set of cells that was listed.  Where the form cannot
# be known, every cell of at least one form has to be there.
sub wrong_set
{
	my ($document, $cells, $stored) = @_;
	my (@wrong, %listed);

	foreach my $cell (@$cells)
	{
		push @wrong, "$cell->{key}: listed twice" if $listed{ $cell->{key} }++;
	}

	foreach my $section (2 .. 4)
	{
		my $form = $document->{section_form}{$section} // '';
		my $free = $form eq 'unknown'
		  || ($stored && $form ne 'both' && !$document->{section_has_value}{$section});

		if ($free)
		{
			my @lacking = map { lacking($section, $_, \%listed) } qw(2019 2021);
			push @wrong, "section $section: no form is listed whole" unless grep { $_ == 0 } @lacking;
			next;
		}
		foreach my $key (grep { /^$section / } @{ $document->{order} })
		{
			push @wrong, "$key: not listed" unless $listed{$key};
		}

		# A stored report of mixed forms does not know what was printed.
		next if $stored && $document->{mixed}{$section};
		foreach my $key (sort grep { /^$section / } keys %listed)
		{
			push @wrong, "$key: listed, but not in the form" unless exists $document->{expected}{$key};
		}
	}
	push @wrong, "$_: no such section" foreach grep { !/^[234] / } sort keys %listed;
	return @wrong;
}

# How many cells of a form's section are not listed.
sub lacking
{
	my ($section, $form, $listed) = @_;

	return scalar grep {
		$_->{section} eq $section && $_->{form} eq $form && !$listed->{ $_->{key} }
	} @form_cells;
}

# The state that a cell has in the stored report, which knows rows and numbers.
sub stored_state
{
	my ($document, $key, $expected) = @_;
	my ($section, $row) = split / /, $key;

	return 'number' if is_number($expected);
	return $document->{row_has_value}{"$section $row"} ? 'blank' : 'missing';
}

# What is wrong with states and values.
sub wrong_cells
{
	my ($document, $cells, $stored) = @_;
	my @wrong;

	foreach my $cell (@$cells)
	{
		my $expected = $document->{expected}{ $cell->{key} };
		my $value = $cell->{value} // 'NULL';
		my ($want_value, $want_state);

		if (!defined $expected)
		{
			# A cell of the other form, in a stored report: never with a value.
			($want_value, $want_state) = ('NULL', 'blank/missing');
		}
		elsif (is_number($expected))
		{
			($want_value, $want_state) = ($expected, 'number');
		}
		else
		{
			$want_value = 'NULL';
			$want_state = $stored ? stored_state($document, $cell->{key}, $expected) : $expected;
		}

		next
		  if $value eq $want_value
		  && grep { $_ eq ($cell->{state} // '') } split m{/}, $want_state;
		push @wrong, sprintf '%s: expected %s (%s), got %s (%s), printed %s in line %s',
		  $cell->{key}, $want_value, $want_state, $value, $cell->{state} // 'NULL',
		  defined $cell->{raw} ? "\"$cell->{raw}\"" : 'NULL', $cell->{line} // 'NULL';
	}
	return @wrong;
}

sub wrong_labels
{
	my ($document, $cells) = @_;
	my @wrong;

	foreach my $cell (@$cells)
	{
		my $labels = join ' | ', map { $_ // 'NULL' } @$cell{qw(row_label column_label)};
		my $possible = $document->{labels}{ $cell->{key} };

		push @wrong, "$cell->{key}: labels $labels" unless $possible->{$labels};
	}
	return @wrong;
}

# What was printed has to stand at the position that is given for it.
sub wrong_places
{
	my ($cells) = @_;
	my @wrong;

	foreach my $cell (grep { $_->{state} =~ /^(?:number|text|not_applicable)$/ } @$cells)
	{
		push @wrong, sprintf '%s: "%s" is not at line %s, position %s, length %s',
		  $cell->{key}, map { $_ // 'NULL' } @$cell{qw(raw line position length)}
		  unless $cell->{in_place};
	}
	return @wrong;
}

# ---- the server ----

my $node = PostgreSQL::Test::Cluster->new('corpus');
$node->init(extra => [ '--no-locale', '--encoding=UTF8' ]);
$node->start;

$node->safe_psql('postgres', <<'SQL');
CREATE EXTENSION gireport;

CREATE TABLE document (name text PRIMARY KEY, body text NOT NULL);

-- The error that a text is refused with, or NULL.
CREATE FUNCTION refusal(body text) RETURNS jsonb LANGUAGE plpgsql AS $$
DECLARE
	state text;
	message text;
	detail text;
	hint text;
BEGIN
	PERFORM gireport_parse(body);
	RETURN NULL;
EXCEPTION WHEN OTHERS THEN
	GET STACKED DIAGNOSTICS
		state = RETURNED_SQLSTATE,
		message = MESSAGE_TEXT,
		detail = PG_EXCEPTION_DETAIL,
		hint = PG_EXCEPTION_HINT;
	RETURN jsonb_build_object('state', state, 'message', message,
							  'detail', detail, 'hint', hint);
END
$$;
SQL

# The answer of a query with one jsonb column and one row; undef for NULL or
# after an error, which fails a test of the given name.
sub query
{
	my ($name, $sql) = @_;
	my ($result, $stdout, $stderr) = $node->psql('postgres', $sql);

	if ($result != 0)
	{
		fail($name);
		diag("  $stderr");
		return undef;
	}
	return $stdout eq '' ? undef : $json->decode($stdout);
}

sub quote_literal
{
	my ($string) = @_;
	$string =~ s/'/''/g;
	return "'$string'";
}

# The cells of a document, in the order of the listing.
sub list_cells
{
	my ($test, $name, $argument) = @_;

	return query($test, sprintf <<'SQL', $argument, quote_literal($name));
SELECT coalesce(jsonb_agg(jsonb_build_object(
	'key', concat_ws(' ', c.section, c.row_code, c.column_code),
	'row_label', c.row_label,
	'column_label', c.column_label,
	'value', trim_scale(c.value)::text,
	'state', c.state,
	'raw', c.raw,
	'line', c.line,
	'position', c.position,
	'length', c.length,
	'in_place', coalesce(
		substr(d.body, c.position, c.length) = c.raw
		AND c.line = 1 + length(regexp_replace(left(d.body, c.position - 1), '[^\n]', '', 'g')),
		false)
	) ORDER BY c.ordinality), '[]')
FROM document d, gireport_cells(%s) WITH ORDINALITY AS c
WHERE d.name = %s
SQL
}

sub load_documents
{
	my (@paths) = @_;

	foreach my $path (@paths)
	{
		$node->safe_psql('postgres', sprintf <<'SQL', map { quote_literal($_) } basename($path, '.txt'), $path);
INSERT INTO document VALUES (%s, convert_from(pg_read_binary_file(%s), 'UTF8'))
SQL
	}
}

# ---- what each kind of document has to show ----

# A report: its cells from the text and from the stored value, and its heading.
sub check_report
{
	my ($name, $document) = @_;
	my $printed = list_cells("$name: cells of the text", $name, 'd.body');
	my $stored = list_cells("$name: cells of the stored report", $name, 'gireport_parse(d.body)');

	if ($printed)
	{
		my $fixed = !%{ $document->{mixed} // {} }
		  && !grep { $_ eq 'unknown' } values %{ $document->{section_form} };

		nothing_wrong("$name: text: the cells of the form", wrong_set($document, $printed, 0));
		is_deeply([ map { $_->{key} } @$printed ], $document->{order}, "$name: text: in the order of the form")
		  if $fixed;
		nothing_wrong("$name: text: states and values", wrong_cells($document, $printed, 0));
		nothing_wrong("$name: text: labels", wrong_labels($document, $printed));
		nothing_wrong("$name: text: places", wrong_places($printed));
	}
	if ($stored)
	{
		my @placed = grep {
			defined $_->{raw} || defined $_->{line} || defined $_->{position} || defined $_->{length}
		} @$stored;

		nothing_wrong("$name: stored: the cells of the form", wrong_set($document, $stored, 1));
		nothing_wrong("$name: stored: states and values", wrong_cells($document, $stored, 1));
		nothing_wrong("$name: stored: labels", wrong_labels($document, $stored));
		nothing_wrong("$name: stored: no places", map { "$_->{key}: has a place" } @placed);
	}

	my $report = query("$name: heading", sprintf <<'SQL', quote_literal($name));
SELECT jsonb_build_object('title', (r).title, 'agency', (r).agency, 'year', (r).year::text,
	'valid', gireport_valid(r),
	'same', r IS NOT DISTINCT FROM gireport_try_parse(body))
FROM (SELECT body, gireport_parse(body) AS r FROM document WHERE name = %s) AS d
SQL
	return unless $report;

	foreach my $part (sort keys %{ $document->{heading} })
	{
		is($report->{$part}, $document->{heading}{$part}, "$name: $part");
	}
	ok($report->{same}, "$name: gireport_try_parse gives the same");
	return $report;
}

# Severities of a document's diagnostics, with their numbers.
sub severities
{
	my ($name) = @_;

	return query("$name: diagnostics", sprintf <<'SQL', quote_literal($name));
SELECT coalesce(jsonb_object_agg(severity, n), '{}')
FROM (SELECT g.severity, count(*) AS n
	  FROM document d, gireport_diagnostics(d.body) AS g
	  WHERE d.name = %s
	  GROUP BY g.severity) AS s
SQL
}

sub check_valid_report
{
	my ($name, $document) = @_;
	my $report = check_report($name, $document);
	my $severities = severities($name);

	ok($report->{valid}, "$name: gireport_valid") if $report;
	ok(!$severities->{error}, "$name: no diagnostic is an error") if $severities;
}

sub check_partial_report
{
	my ($name, $document) = @_;
	my $severities;

	check_report($name, $document);
	$severities = severities($name);
	ok(%$severities && !$severities->{error}, "$name: diagnostics, but none is an error") if $severities;
}

sub check_refusal
{
	my ($name) = @_;
	my $literal = quote_literal($name);
	my $error = query("$name: refusal", "SELECT refusal(body) FROM document WHERE name = $literal");
	my $null = query("$name: gireport_try_parse", <<"SQL");
SELECT to_jsonb(gireport_try_parse(body) IS NOT DISTINCT FROM NULL)
FROM document WHERE name = $literal
SQL
	my $severities = severities($name);

	is($error->{state}, '22P02', "$name: SQLSTATE");
	ok($error->{detail}, "$name: the error has a detail");
	ok($error->{hint}, "$name: the error has a hint");
	ok($null, "$name: gireport_try_parse gives NULL");
	ok($severities->{error}, "$name: a diagnostic is an error");
}

# ---- the corpus ----

my $expectations = read_expectations("$corpus/expected.tsv");
my @paths = sort glob("$corpus/[yin]_*.txt");
my %names = map { basename($_, '.txt') => 1 } @paths;

nothing_wrong('every report of the corpus has expectations, and no other text has',
	(map { "$_: no expectations" } sort grep { !/^n_/ && !$expectations->{$_} } keys %names),
	(map { "$_: no document" } sort grep { !$names{$_} || /^n_/ } keys %$expectations));

load_documents(@paths);
foreach my $name (sort keys %names)
{
	my $document = $expectations->{$name};

	if ($name =~ /^n_/)
	{
		check_refusal($name);
	}
	elsif ($document && $name =~ /^y_/)
	{
		check_valid_report($name, $document);
	}
	elsif ($document)
	{
		check_partial_report($name, $document);
	}
}

# ---- the real documents ----

SKIP:
{
	skip 'GIREPORT_SHARED is not set', 1 unless $ENV{GIREPORT_SHARED};

	my $real = read_expectations("$corpus/real.tsv");

	load_documents(map { "$ENV{GIREPORT_SHARED}/reports/$_.txt" } sort keys %$real);
	check_valid_report($_, $real->{$_}) foreach sort keys %$real;
}

$node->stop;
done_testing();
