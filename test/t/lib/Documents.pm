# Reports as web pages and as word processors' files: the tables of a report, as
# gireport_cells lists them, printed as such files come.
package Documents;

use strict;
use warnings;
use utf8;

use Encode qw(encode);
use Exporter qw(import);
use IO::Compress::Zip qw($ZipError);

our @EXPORT_OK = qw(tables_of page pages docx docx_styles zip_archive);

# ---- the tables of a report ----

# Which paragraph of the regulation the rows of section 2 belong to.
my %items = (
	regulations => '一', normative_documents => '一', licensing => '五', other_services => '五',
	penalty => '六', coercion => '六', fees => '八', procurement => '九');

# A cell of a table.
sub cell
{
	my ($text, %spans) = @_;
	return { text => $text, rows => 1, columns => 1, %spans };
}

# The cells as gireport_cells gives them, in rows of the record.
sub rows_of
{
	my ($section, @cells) = @_;
	my @rows;
	foreach my $c (grep { $_->{section} == $section && $_->{state} ne 'missing' } @cells)
	{
		push @rows, { code => $c->{row_code}, label => $c->{row_label}, cells => [] }
		  if !@rows || $rows[-1]{code} ne $c->{row_code};
		push @{ $rows[-1]{cells} }, $c;
	}
	return @rows;
}

# What is printed in a cell; amounts always with their unit.
sub printed
{
	my ($c) = @_;
	return "$c->{value}万元" if $c->{column_code} eq 'amount' && $c->{state} eq 'number' && $c->{raw} !~ /元/;
	return $c->{raw};
}

# Section 2: blocks, each with a head.
sub table_2
{
	my @table;
	my $before = '';
	foreach my $row (rows_of(2, @_))
	{
		my @labels = map { $_->{column_label} } @{ $row->{cells} };
		my $head = join "\t", $items{ $row->{code} }, @labels;
		push @table, [ cell("第二十条第（$items{$row->{code}}）项", columns => 4) ],
		  [ cell('信息内容'), map { cell($_, columns => 4 - $#labels > 1 && $#labels == 0 ? 3 : 1) } @labels ]
		  if $head ne $before;
		$before = $head;
		push @table, [ cell($row->{label}),
			map { cell(printed($_), columns => @labels == 1 ? 3 : 1) } @{ $row->{cells} } ];
	}
	return \@table;
}

# Section 3: merged cells beside the rows.
sub table_3
{
	my @rows = rows_of(3, @_);
	my @results = grep { $_->{code} !~ /^(received|carried_in|carried_out)$/ } @rows;
	my @applicants = map { $_->{column_label} } @{ $rows[0]{cells} };
	my @table = (
		[ cell('（本列数据的勾稽关系为：第一项加第二项之和，等于第三项加第四项之和）', columns => 3, rows => 3),
			cell('申请人情况', columns => 7) ],
		[ cell($applicants[0], rows => 2), cell('法人或其他组织', columns => 5), cell($applicants[6], rows => 2) ],
		[ map { cell($_) } @applicants[ 1 .. 5 ] ]);
	my ($group_before, $first) = ('', 1);

	foreach my $row (@rows)
	{
		my ($group, $label) = $row->{label} =~ /^(\S+) (.*)$/ ? ($1, $2) : (undef, $row->{label});
		my @values = map { cell(printed($_)) } @{ $row->{cells} };
		my @labels;

		# the group of all results is printed beside their first row
		undef $group if defined $group && $group eq '三、本年度办理结果';
		if ($row->{code} =~ /^(received|carried_in|carried_out)$/)
		{
			@labels = cell($label, columns => 3);
		}
		else
		{
			push @labels, cell('三、本年度办理结果', rows => scalar @results) if $first;
			$first = 0;
			if (defined $group)
			{
				push @labels, cell($group, rows => scalar grep { $_->{label} =~ /^\Q$group\E / } @rows)
				  if $group ne $group_before;
				push @labels, cell($label);
				$group_before = $group;
			}
			else
			{
				push @labels, cell($label, columns => 2);
			}
		}
		push @table, [ @labels, @values ];
	}
	return \@table;
}

# Section 4: three rows side by side.
sub table_4
{
	my @rows = rows_of(4, @_);
	my @outcomes = map { $_->{column_label} } @{ $rows[0]{cells} };
	return [
		[ cell('行政复议', columns => 5), cell('行政诉讼', columns => 10) ],
		[ (map { cell($_, rows => 2) } @outcomes),
			cell('未经复议直接起诉', columns => 5), cell('复议后起诉', columns => 5) ],
		[ map { cell($_) } @outcomes, @outcomes ],
		[ map { cell(printed($_)) } map { @{ $_->{cells} } } @rows ]];
}

# The tables of a report by section.
sub tables_of
{
	my (@cells) = @_;
	return { 2 => table_2(@cells), 3 => table_3(@cells), 4 => table_4(@cells) };
}

# ---- HTML ----

sub escaped
{
	my ($text) = @_;
	$text =~ s/&/&amp;/g;
	$text =~ s/</&lt;/g;
	$text =~ s/>/&gt;/g;
	return $text;
}

sub spans
{
	my ($cell, $quote) = @_;
	my $spans = '';
	$spans .= " colspan=$quote$cell->{columns}$quote" if $cell->{columns} > 1;
	$spans .= " rowspan=$quote$cell->{rows}$quote" if $cell->{rows} > 1;
	return $spans;
}

# A report has a list of paragraphs, and of [section] where a table belongs.
sub html_body
{
	my ($report, $paragraph, $table) = @_;
	return join "\n", map { ref $_ ? $table->($report->{tables}{ $_->[0] }) : $paragraph->($_) } @{ $report->{body} };
}

# A table from functions that print a row and a cell.
sub html_table
{
	my ($table, $open, $row_open, $row_close, $print, $close) = @_;
	return join '', $open, (map { ($row_open, (map { $print->($_) } @$_), $row_close) } @$table), $close;
}

# As an editor of web pages writes it.
sub plain_page
{
	my ($report) = @_;
	return '<html><head><title>' . escaped($report->{title}) . '</title></head><body>'
	  . html_body($report, sub { '<p>' . escaped($_[0]) . '</p>' }, sub {
		html_table($_[0], "<table border=\"1\">\n<tbody>", "<tr>\n", "</tr>\n",
			sub { '<td' . spans($_[0], '"') . '>' . escaped($_[0]{text}) . "</td>\n" }, "</tbody></table>\n") })
	  . '</body></html>';
}

# As word processors export it: every run in spans of its own.
sub word_page
{
	my ($report) = @_;
	my $runs = sub {
		my ($text) = @_;
		return '<span lang=EN-US><o:p>&nbsp;</o:p></span>' if $text eq '';
		return join '', map {
			/[0-9]/
			  ? "<span lang=EN-US style='font-size:10.5pt;font-family:&quot;Times New Roman&quot;,serif'>$_</span>"
			  : "<span style='font-family:宋体;mso-ascii-font-family:\"Times New Roman\"'>" . escaped($_) . '</span>'
		} $text =~ /[0-9]|[^0-9]+/g;
	};
	my $p = sub { "<p class=MsoNormal align=center style='text-align:center'>" . $runs->($_[0]) . '<span lang=EN-US><o:p></o:p></span></p>' };
	return "<html xmlns:o=\"urn:schemas-microsoft-com:office:office\">\n<head><!--[if gte mso 9]><xml><w:WordDocument><w:View>Print"
	  . "</w:View></w:WordDocument></xml><![endif]--><style><!-- table.MsoNormalTable {mso-style-name:\"<td>9</td>\"} --></style></head>\n"
	  . '<body lang=ZH-CN><div class=WordSection1>'
	  . html_body($report, $p, sub {
		html_table($_[0], "<div align=center><table class=MsoNormalTable border=1 style='border-collapse:collapse'>\n",
			"<tr style='mso-yfti-irow:1;height:14.2pt'>\n", "</tr>\n",
			sub { '<td width=64 nowrap' . spans($_[0], '') . " style='width:48.0pt;border:solid windowtext 1.0pt'>\n  "
				  . $p->($_[0]{text}) . "\n  </td>\n" },
			"<![if !supportMisalignedColumns]><tr height=0><td width=1 style='border:none'></td></tr><![endif]></table></div>\n") })
	  . '</div></body></html>';
}

# With a site around it, and without end tags.
sub sloppy_page
{
	my ($report) = @_;
	my $navigation = '<TABLE width=100%><TR><TD><A href="/?a=1&b=2">首页</A><TD>&gt;<TD><A HREF="x">政府信息公开</A></TABLE>'
	  . '<table><tr><td>索 引 号<td>000014349/2024-00001<tr><td>浏览次数<td>12</table>';
	return "<!-- <table><tr><td>规章</td><td>7</td><td>7</td><td>7</td></tr></table> -->\n<HTML><BODY BGCOLOR=#FFFFFF>"
	  . '<SCRIPT>if (1 < 2) document.write("<table><tr><td>规章</td><td>8</td><td>8</td><td>8</td></tr></table>");</SCRIPT>'
	  . "$navigation<TABLE><TR><TD width=20%><UL><LI>栏目<LI>公开年报</UL><TD>"
	  . html_body($report, sub { '<P>' . escaped($_[0]) }, sub {
		html_table($_[0], '<TABLE BORDER=1>', "\n<TR>", '', sub {
			my $text = escaped($_[0]{text});
			$text = '&nbsp;' if $text eq '';
			$text =~ s/^(商业|科研|结果|其他|尚未)(?=..$)/$1<BR>/;
			'<TD' . spans($_[0], '') . ' title="a > b">' . $text }, '</TABLE>') })
	  . "<TR><TD><TD>$navigation<SELECT><OPTION>2023<OPTION>2022</SELECT></TABLE>";
}

# Everything as character references, in nested tables.
sub reference_page
{
	my ($report) = @_;
	my $number = 0;
	my $refer = sub { join '', map { ++$number % 2 ? sprintf('&#%d;', ord) : sprintf('&#x%X;', ord) } split //, $_[0] };
	return "<!DOCTYPE html>\n<html><body><table><tbody><tr><td><table><tr><td>"
	  . html_body($report, sub { '<div>' . $refer->($_[0]) . '</div>' }, sub {
		html_table($_[0], '<table><tbody>', '<tr>', '</tr>',
			sub { '<td' . spans($_[0], "'") . '><div><b>' . $refer->($_[0]{text}) . '</b></div></td>' }, '</tbody></table>') })
	  . '</td></tr></table></td></tr></tbody></table></body></html>';
}

# Plain text with tables in HTML, as converters to Markdown leave them.
sub mixed_page
{
	my ($report) = @_;
	return html_body($report, sub { "$_[0]\n" }, sub {
		html_table($_[0], "<table>\n", "<tr>\n", "</tr>\n",
			sub { '<td' . spans($_[0], '"') . '>' . escaped($_[0]{text}) . "</td>\n" }, "</table>\n") });
}

my %styles = (plain => \&plain_page, word => \&word_page, sloppy => \&sloppy_page,
	reference => \&reference_page, mixed => \&mixed_page);

# The pages of a report in one encoding: style, then bytes.
sub pages
{
	my ($report, $encoding, $declared, $mark) = @_;
	my %pages;
	foreach my $style (sort keys %styles)
	{
		my $page = $styles{$style}->($report);
		my $meta = "<meta http-equiv=\"Content-Type\" content=\"text/html; charset=$declared\">";
		if ($declared ne '' && $style ne 'mixed')
		{
			$page =~ s/(<html[^>]*>(<head>)?|^)/$1$meta/i;
		}
		$pages{$style} = ($mark // '') . encode($encoding, $page, $style eq 'mixed' ? Encode::FB_DEFAULT : Encode::FB_HTMLCREF);
	}
	return \%pages;
}

# ---- DOCX ----

my $namespaces = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main" '
  . 'xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006" '
  . 'xmlns:wp="http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing" '
  . 'xmlns:wps="http://schemas.microsoft.com/office/word/2010/wordprocessingShape" xmlns:v="urn:schemas-microsoft-com:vml"';

# Ways of writing a run of text.
my %runs = (
	plain => sub { '<w:r><w:t>' . escaped($_[0]) . '</w:t></w:r>' },
	split => sub {
		join '', map { '<w:r><w:rPr><w:rFonts w:hint="eastAsia"/></w:rPr><w:t xml:space="preserve">' . escaped($_) . '</w:t></w:r><w:proofErr w:type="spellEnd"/>' }
		  split //, $_[0] },
	tracked => sub {
		'<w:del w:id="1" w:author="a"><w:r><w:delText>9</w:delText></w:r></w:del>'
		  . '<w:moveFrom w:id="2" w:author="a"><w:r><w:t>8</w:t></w:r></w:moveFrom>'
		  . '<w:ins w:id="3" w:author="a"><w:r><w:t>' . escaped($_[0]) . '</w:t></w:r></w:ins>'
		  . '<w:r><w:rPr><w:vanish/></w:rPr><w:t>7</w:t></w:r><w:r><w:rPr><w:strike/></w:rPr><w:t>6</w:t></w:r>' },
	fields => sub {
		'<w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText> =SUM(LEFT) 5 </w:instrText></w:r>'
		  . '<w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText>PAGE</w:instrText></w:r><w:r><w:fldChar w:fldCharType="separate"/></w:r>'
		  . '<w:r><w:t>4</w:t></w:r><w:r><w:fldChar w:fldCharType="end"/></w:r>'
		  . '<w:r><w:fldChar w:fldCharType="separate"/></w:r><w:r><w:t>' . escaped($_[0]) . '</w:t></w:r><w:r><w:fldChar w:fldCharType="end"/></w:r>' },
	boxes => sub {
		my $box = '<w:txbxContent><w:p><w:r><w:t>附注</w:t></w:r></w:p></w:txbxContent>';
		'<w:r><w:t>' . escaped($_[0]) . '</w:t></w:r><w:r><mc:AlternateContent><mc:Choice Requires="wps"><w:drawing><wp:anchor>'
		  . "<wp:positionH><wp:posOffset>2</wp:posOffset></wp:positionH><wps:txbx>$box</wps:txbx></wp:anchor></w:drawing></mc:Choice>"
		  . "<mc:Fallback><w:pict><v:textbox>$box</v:textbox></w:pict></mc:Fallback></mc:AlternateContent></w:r>" },
);

sub docx_styles
{
	return sort(keys %runs), 'nested';
}

# A paragraph.
sub docx_paragraph
{
	my ($run, $text) = @_;
	return '<w:p/>' if $text eq '';
	return '<w:p><w:pPr><w:tabs><w:tab w:val="left" w:pos="1"/></w:tabs><w:rPr><w:del w:id="0" w:author="a"/></w:rPr></w:pPr>'
	  . $run->($text) . '</w:p>';
}

# A table; merged cells of a column go on as blank ones.
sub docx_table
{
	my ($run, $table) = @_;
	my @open;						# by column: [rows still to come, width]
	my $xml = '<w:tbl><w:tblPr><w:tblW w:w="0"/></w:tblPr><w:tblGrid><w:gridCol w:w="1"/></w:tblGrid>';

	foreach my $row (@$table)
	{
		my @cells = @$row;
		my $column = 0;

		$xml .= '<w:tr><w:trPr><w:trHeight w:val="1"/></w:trPr>';
		while (@cells || ($open[$column] && $open[$column][0] > 0))
		{
			if ($open[$column] && $open[$column][0] > 0)
			{
				my $width = $open[$column][1];
				$xml .= "<w:tc><w:tcPr><w:gridSpan w:val=\"$width\"/><w:vMerge/></w:tcPr><w:p/></w:tc>";
				$open[$column][0]--;
				$column += $width;
				next;
			}
			my $cell = shift @cells;
			$xml .= "<w:tc><w:tcPr><w:gridSpan w:val=\"$cell->{columns}\"/>"
			  . ($cell->{rows} > 1 ? '<w:vMerge w:val="restart"/>' : '') . '</w:tcPr>'
			  . docx_paragraph($run, $cell->{text}) . '</w:tc>';
			$open[$column] = [ $cell->{rows} - 1, $cell->{columns} ] if $cell->{rows} > 1;
			$column += $cell->{columns};
		}
		$xml .= '</w:tr>';
	}
	$xml .= '<w:tr><w:trPr><w:del w:id="9" w:author="a"/></w:trPr><w:tc><w:p><w:r><w:t>规章</w:t></w:r></w:p></w:tc>'
	  . '<w:tc><w:p><w:r><w:t>7</w:t></w:r></w:p></w:tc></w:tr></w:tbl>';
	return $xml;
}

# The main part of a report's file.
sub docx_part
{
	my ($report, $style) = @_;
	my $run = $runs{$style} // $runs{plain};
	my $body = join '',
	  map { ref $_ ? docx_table($run, $report->{tables}{ $_->[0] }) : docx_paragraph($runs{plain}, $_) } @{ $report->{body} };

	$body = "<w:tbl><w:tr><w:tc><w:p/>$body<w:p/></w:tc></w:tr></w:tbl>" if $style eq 'nested';
	return encode('UTF-8', "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n<w:document $namespaces><w:body>$body"
		  . '<w:sectPr><w:pgSz w:w="1"/></w:sectPr></w:body></w:document>');
}

# An archive of entries: name, content, name, content ...
sub zip_archive
{
	my @entries = @_;
	my $archive = '';
	my $zip;

	while (my ($name, $content) = splice @entries, 0, 2)
	{
		if ($zip)
		{
			$zip->newStream(Name => $name) or die $ZipError;
		}
		else
		{
			$zip = IO::Compress::Zip->new(\$archive, Name => $name) or die $ZipError;
		}
		$zip->print($content);
	}
	$zip->close;
	return $archive;
}

# A report as a word processor's file.
sub docx
{
	my ($report, $style, $name) = @_;
	my $relations = '<?xml version="1.0"?><Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">'
	  . '<Relationship Id="rId1" Type="http://schemas.openxmlformats.org/package/2006/relationships/metadata/core-properties" Target="docProps/core.xml"/>'
	  . '<Relationship Id="rId2" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument" Target="/'
	  . ($name // 'word/document.xml') . '"/></Relationships>';
	return zip_archive('[Content_Types].xml' => '<Types/>', '_rels/.rels' => $relations,
		($name // 'word/document.xml') => docx_part($report, $style), 'word/media/image1.png' => 'x' x 1000);
}

1;
