# Pages of HTML and files of CSV as tests look at them: read without mercy, so
# that what is not well-formed does not go unnoticed.
package Pages;

use strict;
use warnings;
use utf8;

use Encode qw(decode);
use Exporter qw(import);

our @EXPORT_OK = qw(read_bytes read_page elements texts table_rows csv_records);

my %void = map { $_ => 1 } qw(br col hr img input link meta);

# The bytes of a file.
sub read_bytes
{
	my ($path) = @_;
	open my $in, '<:raw', $path or die "$path: $!";
	local $/;
	return scalar <$in>;
}

# The text that a piece of HTML stands for.
sub unescape
{
	my ($text) = @_;
	my %named = (amp => '&', lt => '<', gt => '>', quot => '"');
	$text =~ s{&(?:#(\d+)|#x([0-9a-fA-F]+)|(\w+));}
		{defined $1 ? chr $1 : defined $2 ? chr hex $2 : $named{$3} // die "entity $3"}ge;
	return $text;
}

# A page as a list of elements in the order of their beginnings: { name, attributes,
# text, children, depth }.  Dies where tags are not balanced or attributes not quoted.
sub read_page
{
	my ($path) = @_;
	my $html = decode('UTF-8', read_bytes($path), Encode::FB_CROAK);
	my @all;
	my @open = ({ name => '', attributes => {}, text => '', children => [] });

	die "$path: no doctype" if $html !~ s/\A<!DOCTYPE html>\n//;
	while ($html =~ /\G(?:<(\/?)([a-zA-Z][a-zA-Z0-9]*)((?:[^<>"]|"[^"<]*")*?)(\/?)>|([^<>]+))/gc)
	{
		my ($closing, $name, $rest, $empty, $text) = ($1, $2, $3, $4, $5);
		if (defined $text)
		{
			my $plain = unescape($text);
			$_->{text} .= $plain foreach @open;
			next;
		}
		if ($closing)
		{
			my $element = pop @open;
			die "$path: </$name> closes <$element->{name}>" if $element->{name} ne $name;
			next;
		}
		my %attributes;
		while ($rest =~ /\G\s+([a-zA-Z][\w:-]*)(?:="([^"]*)")?/gc)
		{
			die "$path: attribute $1 twice" if exists $attributes{$1};
			$attributes{$1} = defined $2 ? unescape($2) : '';
		}
		die "$path: attributes$rest" if substr($rest, pos $rest // 0) =~ /\S/;
		my $element = { name => $name, attributes => \%attributes, text => '', children => [] };
		push @{ $open[-1]{children} }, $element;
		push @all, $element;
		push @open, $element unless $empty || $void{$name};
	}
	die "$path: stray character at " . substr($html, pos $html // 0, 40) if (pos $html // 0) < length $html;
	die "$path: <$open[-1]{name}> is not closed" if @open > 1;
	return @all;
}

# Elements of a name, and of a class if one is given.
sub elements
{
	my ($name, $class, @elements) = @_;
	return grep {
		$_->{name} eq $name
		  && (!defined $class || grep { $_ eq $class } split / /, $_->{attributes}{class} // '')
	} @elements;
}

# Their texts, with spaces made one.
sub texts
{
	return map { my $text = $_->{text}; $text =~ s/\s+/ /g; $text =~ s/^ | $//g; $text } @_;
}

# All elements below one.
sub below
{
	return map { ($_, below($_)) } @{ $_[0]{children} };
}

# The rows of the table in the section of an id: lists of texts, the head first.
sub table_rows
{
	my ($id, @page) = @_;
	my ($section) = grep { ($_->{attributes}{id} // '') eq $id } @page;
	return () if !$section;
	return map { [ texts(@{ $_->{children} }) ] } elements('tr', undef, below($section));
}

# The records of a CSV file as RFC 4180 has it; dies at anything else.
sub csv_records
{
	my ($csv) = @_;
	my @records = ([]);
	while (1)
	{
		$csv =~ /\G(?:"((?:[^"]|"")*)"|([^",\r\n]*))/gc or die 'field at ' . pos $csv;
		my $field = $1 // $2;
		$field =~ s/""/"/g if defined $1;
		push @{ $records[-1] }, $field;
		next if $csv =~ /\G,/gc;
		$csv =~ /\G\r\n/gc or die 'end of record at ' . pos $csv;
		return @records if pos $csv == length $csv;
		push @records, [];
	}
}

1;
