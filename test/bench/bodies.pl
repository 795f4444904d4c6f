# bodies.pl CORPUS FOLDER: sample reports of test/corpus brought to about 10 KB.
#
# What is added is the report's own prose: its first longer paragraph is repeated
# before the tables, as many times as it takes.  Reports with tabs between their
# cells are also written as XHTML.  A file is named by its layout and a number.
use strict;
use warnings;

use constant SIZE => 10_000;

my %layouts = (
	tab => [qw(y_tab_000 y_tab_001 y_tab_002 y_2019_tab_padded y_2021_tab_plain)],
	word => [qw(y_word_003 y_word_004 y_2019_word y_2021_word)],
	pipe => [qw(y_2021_pipe_rows y_2021_pipe_cells y_2021_markdown)]);
my ($corpus, $folder) = @ARGV;

sub read_file
{
	my ($path) = @_;
	open my $file, '<:raw', $path or die "$path: $!\n";
	local $/ = undef;
	return <$file>;
}

sub write_file
{
	my ($path, $text) = @_;
	open my $file, '>:raw', $path or die "$path: $!\n";
	print $file $text;
	close $file or die "$path: $!\n";
	return;
}

# A paragraph of prose that stands alone: it ends with a full stop, and is long.
sub padded
{
	my ($text, $size) = @_;
	my @lines = split /(?<=\n)/, $text;
	my ($place) = grep { length($lines[$_]) > 60 && $lines[$_] =~ /^[^\t|]*\xe3\x80\x82\s*$/ } 0 .. $#lines;

	die "no paragraph of prose\n" unless defined $place;
	my $missing = $size - length $text;
	my $times = int($missing / (length($lines[$place]) + 1) + 0.5);
	$lines[$place] .= "\n$lines[$place]" x $times if $times > 0;
	return join '', @lines;
}

# Lines with tabs are rows, others are paragraphs.  A row of values has a cell for
# what is printed, and none for what a merged cell covers.
sub xhtml
{
	my ($text) = @_;
	my $html = '';
	my $in_table = 0;

	foreach my $line (split /\r?\n/, $text)
	{
		next if $line eq '';
		$line =~ s/&/&amp;/g;
		$line =~ s/</&lt;/g;
		my $is_row = $line =~ /\t/;
		my @cells = split /\t/, $line, -1;
		@cells = grep { /\S/ } @cells if grep { /^\s*[0-9]/ } @cells;
		$html .= "</table>\n" if $in_table && !$is_row;
		$html .= "<table>\n" if !$in_table && $is_row;
		$in_table = $is_row;
		$html .= $is_row ? '<tr>' . join('', map { "<td>$_</td>" } @cells) . "</tr>\n"
		  : "<p>$line</p>\n";
	}
	$html .= "</table>\n" if $in_table;
	return "<html><head><meta charset=\"utf-8\"/></head>\n<body>\n$html</body></html>\n";
}

foreach my $layout (sort keys %layouts)
{
	my $number = 0;

	foreach my $name (@{ $layouts{$layout} })
	{
		my $text = read_file("$corpus/$name.txt");

		$text =~ s/^\xef\xbb\xbf//;
		$number++;
		write_file("$folder/${layout}_$number.txt", padded($text, SIZE));
		next unless $layout eq 'tab';

		# tags take part of the size
		my $tags = length(xhtml($text)) - length($text);
		write_file("$folder/html_$number.txt", xhtml(padded($text, SIZE - $tags)));
	}
}
