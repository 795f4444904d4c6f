# Files of all kinds in a folder, made of the texts of reports, for the tests of
# the client programs; and those that no program should have to meet.
package Folder;

use strict;
use warnings;

use Digest::SHA qw(sha256_hex);
use Encode qw(decode encode);
use Exporter qw(import);
use File::Path qw(make_path);

use Documents qw(zip_archive);

our @EXPORT_OK = qw(read_file write_file texts mixed_folder html_of_text docx_of_text pdf_of_text);

# The bytes of a file.
sub read_file
{
	my ($path) = @_;
	open my $file, '<:raw', $path or die "could not open \"$path\": $!";
	my $bytes = do { local $/; <$file> };
	close $file;
	return $bytes;
}

# Make a file, and the folders that it is in.
sub write_file
{
	my ($path, $bytes) = @_;
	make_path($1) if $path =~ m{^(.*)/}s;
	open my $file, '>:raw', $path or die "could not create \"$path\": $!";
	print $file $bytes;
	close $file or die "could not write \"$path\": $!";
	return $path;
}

# The reports of the corpus as texts, in the order of their names.
sub texts
{
	my ($corpus) = @_;
	return map { read_file($_) } sort glob "$corpus/y_*.txt";
}

sub escaped
{
	my ($text) = @_;
	$text =~ s/&/&amp;/g;
	$text =~ s/</&lt;/g;
	return $text;
}

# Lines in groups: those with tabs, which are rows of a table, and the others.
sub groups
{
	my @groups;
	foreach my $line (split /\r?\n/, $_[0])
	{
		my $row = $line =~ /\t/ ? 1 : 0;
		push @groups, { row => $row, lines => [] } if !@groups || $groups[-1]{row} != $row;
		push @{ $groups[-1]{lines} }, $line;
	}
	return @groups;
}

# A text as a web page; lines with tabs are rows of tables.
sub html_of_text
{
	my ($text) = @_;
	my $html = '<!DOCTYPE html><html><head><title>x</title></head><body>';
	foreach my $group (groups($text))
	{
		my @lines = map { escaped($_) } @{ $group->{lines} };
		$html .= $group->{row}
		  ? '<table>' . join('', map { '<tr><td>' . join('</td><td>', split /\t/, $_, -1) . "</td></tr>\n" } @lines) . '</table>'
		  : join('', map { "<p>$_</p>\n" } @lines);
	}
	return "$html</body></html>";
}

# The same as a word processor's file.
sub docx_of_text
{
	my ($text) = @_;
	my $paragraph = sub { "<w:p><w:r><w:t xml:space=\"preserve\">$_[0]</w:t></w:r></w:p>" };
	my $body = '';
	foreach my $group (groups($text))
	{
		my @lines = map { escaped($_) } @{ $group->{lines} };
		$body .= $group->{row}
		  ? '<w:tbl>' . join('', map { '<w:tr>' . join('', map { '<w:tc>' . $paragraph->($_) . '</w:tc>' } split /\t/, $_, -1) . '</w:tr>' } @lines)
		  . '</w:tbl>'
		  : join('', map { $paragraph->($_) } @lines);
	}
	return zip_archive('word/document.xml' =>
		  '<?xml version="1.0" encoding="UTF-8"?><w:document xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:body>'
		  . $body . '</w:body></w:document>');
}

# A text as a PDF file of one long page, each line where it stands: characters
# take one place or two, as in text that was laid out.
sub pdf_of_text
{
	my ($text) = @_;
	my @lines = split /\r?\n/, decode('UTF-8', $text);
	my $height = 20 + 12 * @lines;
	my $page = "BT /F 10 Tf 12 TL 10 " . ($height - 10) . " Td\n";
	foreach my $line (@lines)
	{
		$line =~ tr/\f\x{feff}//d;
		$page .= '<' . uc(unpack('H*', encode('UTF-16BE', $line))) . "> Tj T*\n";
	}
	$page .= 'ET';
	my $map = "/CIDInit /ProcSet findresource begin 12 dict begin begincmap /CMapName /X def /CMapType 2 def\n"
	  . "1 begincodespacerange <0000> <FFFF> endcodespacerange\n"
	  . '100 beginbfrange ' . join('', map { sprintf "<%02X00> <%02XFF> <%02X00>\n", $_, $_, $_ } 0 .. 99) . "endbfrange\n"
	  . '100 beginbfrange ' . join('', map { sprintf "<%02X00> <%02XFF> <%02X00>\n", $_, $_, $_ } 100 .. 199) . "endbfrange\n"
	  . '56 beginbfrange ' . join('', map { sprintf "<%02X00> <%02XFF> <%02X00>\n", $_, $_, $_ } 200 .. 255) . "endbfrange\n"
	  . 'endcmap end end';
	my @objects = (
		'<</Type/Catalog/Pages 2 0 R>>',
		'<</Type/Pages/Kids[3 0 R]/Count 1>>',
		"<</Type/Page/Parent 2 0 R/MediaBox[0 0 1200 $height]/Contents 4 0 R/Resources<</Font<</F 5 0 R>>>>>>",
		'<</Length ' . length($page) . ">>stream\n$page\nendstream",
		'<</Type/Font/Subtype/Type0/BaseFont/Song/Encoding/Identity-H/DescendantFonts[6 0 R]/ToUnicode 7 0 R>>',
		'<</Type/Font/Subtype/CIDFontType0/BaseFont/Song/CIDSystemInfo<</Registry(Adobe)/Ordering(Identity)/Supplement 0>>'
		  . '/DW 1000/W[0 127 500]/FontDescriptor 8 0 R>>',
		'<</Length ' . length($map) . ">>stream\n$map\nendstream",
		'<</Type/FontDescriptor/FontName/Song/Flags 4/FontBBox[0 -200 1000 900]/ItalicAngle 0/Ascent 900/Descent -200/CapHeight 700/StemV 80>>');
	my $pdf = "%PDF-1.4\n%\xE2\xE3\xCF\xD3\n";
	my @places;
	foreach my $i (0 .. $#objects)
	{
		push @places, length $pdf;
		$pdf .= ($i + 1) . " 0 obj\n$objects[$i]\nendobj\n";
	}
	my $table = length $pdf;
	$pdf .= 'xref' . "\n0 " . (@objects + 1) . "\n0000000000 65535 f \n" . join('', map { sprintf "%010d 00000 n \n", $_ } @places);
	return $pdf . 'trailer<</Size ' . (@objects + 1) . "/Root 1 0 R>>\nstartxref\n$table\n%%EOF\n";
}

# What the kinds of files in a mixed folder are made of: a maker of bytes, the
# ending of the name, and whether a report is in it.
my @kinds = (
	[ sub { $_[0] }, 'txt', 1 ],
	[ sub { html_of_text($_[0]) }, 'html', 1 ],
	[ sub { $_[0] }, 'TXT', 1 ],
	[ sub { encode('cp936', decode('UTF-8', $_[0]), sub { '?' }) }, 'txt', 1 ],
	[ sub { encode('cp936', decode('UTF-8', html_of_text($_[0])), sub { '?' }) }, 'htm', 1 ],
	[ sub { docx_of_text($_[0]) }, 'docx', 1 ],
	[ sub { "\xFF\xFE" . encode('UTF-16LE', decode('UTF-8', $_[0])) }, 'md', 1 ],
	[ sub { substr $_[0], 0, 120 }, 'txt', 0 ],
	[ sub { docx_of_text($_[0]) }, 'txt', 1 ],
	[ sub { html_of_text($_[0]) }, 'doc', 1 ],
	[ sub { $_[0] }, 'csv', undef ],
	[ sub { substr docx_of_text($_[0]), 0, 700 }, 'docx', 0 ]);

# Fill a folder with so many files of mixed kinds in several folders.  Returned are
# the files that should be loaded: path => { report => is it one, sha256 => ... }.
sub mixed_folder
{
	my ($folder, $count, @texts) = @_;
	my %files;
	foreach my $n (0 .. $count - 1)
	{
		my ($make, $ending, $report) = @{ $kinds[ $n % @kinds ] };
		my $text = $texts[ $n % @texts ];
		my $path = sprintf '%s/%s/%02d/%05d.%s', $folder, ('甲', 'b c', 'C')[ $n % 3 ], $n % 7, $n, $ending;

		# no file is like another
		my $bytes = $make->("$text\n第${n}号\n");
		write_file($path, $bytes);
		$files{$path} = { report => $report, sha256 => sha256_hex($bytes) } if defined $report;
	}
	return \%files;
}

1;
