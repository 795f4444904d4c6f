# Pages in a browser: what is wide, what cannot be read, what runs.
package Browser;

use strict;
use warnings;
use utf8;

use Encode qw(decode encode);
use Exporter qw(import);

our @EXPORT_OK = qw(find_browser look_at);

# The browser's program, or undef.
sub find_browser
{
	foreach my $name (qw(chromium chromium-browser google-chrome))
	{
		foreach my $folder (split /:/, $ENV{PATH})
		{
			return "$folder/$name" if -x "$folder/$name";
		}
	}
	return;
}

# What is looked for in a page, in a frame of a given width.
my $probe = <<'END';
const channel = v => { v /= 255; return v <= 0.04045 ? v / 12.92 : ((v + 0.055) / 1.055) ** 2.4; };
const light = c => 0.2126 * channel(c[0]) + 0.7152 * channel(c[1]) + 0.0722 * channel(c[2]);
const colour = s => (s.match(/[\d.]+/g) || []).map(Number);
function ground(view, element) {
  for (; element; element = element.parentElement) {
    const c = colour(view.getComputedStyle(element).backgroundColor);
    if (c.length === 3 || (c.length === 4 && c[3] === 1)) return c;
  }
  return matchMedia('(prefers-color-scheme: dark)').matches ? [18, 18, 18] : [255, 255, 255];
}
function examine(frame) {
  const page = frame.contentDocument, view = frame.contentWindow, found = [];
  const root = page.documentElement;
  if (root.scrollWidth > root.clientWidth) found.push('wide ' + root.scrollWidth + ' ' + root.clientWidth);
  if (page.scripts.length > 0 || view.pwned) found.push('script');
  if (page.querySelector('img, iframe, object, embed, form, base')) found.push('element');
  for (const e of page.querySelectorAll('*'))
    for (const a of e.attributes)
      if (/^on/i.test(a.name) || /^\s*javascript:/i.test(a.value)) found.push('handler ' + a.name);
  const ids = new Set();
  for (const e of page.querySelectorAll('[id]')) { if (ids.has(e.id)) found.push('id ' + e.id); ids.add(e.id); }
  for (const a of page.querySelectorAll('a[href^="#"]'))
    if (!page.getElementById(decodeURIComponent(a.hash.slice(1)))) found.push('link ' + a.hash);
  for (const e of page.querySelectorAll('[aria-labelledby], [aria-describedby]'))
    for (const id of ((e.getAttribute('aria-labelledby') || '') + ' ' + (e.getAttribute('aria-describedby') || '')).split(' '))
      if (id && !page.getElementById(id)) found.push('reference ' + id);
  if (page.querySelectorAll('h1').length < 1) found.push('h1');
  if (view.getComputedStyle(page.body).margin !== '0px') found.push('style');
  const seen = new Set();
  for (const e of page.querySelectorAll('body *')) {
    if (![...e.childNodes].some(n => n.nodeType === 3 && n.data.trim()) || e.getClientRects().length === 0) continue;
    const style = view.getComputedStyle(e);
    const ink = colour(e.ownerSVGElement ? style.fill : style.color), back = ground(view, e);
    const key = ink.join() + '/' + back.join();
    if (seen.has(key)) continue;
    seen.add(key);
    const [a, b] = [light(ink), light(back)].sort((x, y) => y - x);
    const ratio = (a + 0.05) / (b + 0.05);
    if (ratio < 4.5) found.push('contrast ' + ratio.toFixed(2) + ' ' + e.tagName + '.' + e.className + ' ' + key);
  }
  return found;
}
const frame = document.createElement('iframe');
const output = document.getElementById('output');
const todo = [];
for (const page of pages) for (const width of widths) todo.push([page, width]);
function next() {
  if (todo.length === 0) { output.textContent += 'done'; return; }
  const [page, width] = todo.shift();
  frame.style.width = width + 'px';
  frame.onload = () => {
    output.textContent += examine(frame).map(f => page + ' ' + width + ': ' + f + '\n').join('');
    next();
  };
  frame.src = page;
}
frame.style.height = '800px';
document.body.append(frame);
next();
END

# look_at($browser, $folder, \@pages, \@widths, @options): what is found in the pages
# of a folder, a line for each thing, or undef if the browser does not do its work.
sub look_at
{
	my ($browser, $folder, $pages, $widths, @options) = @_;
	my $profile = "$folder.profile";
	my $file = "$folder/../probe.html";
	my $name = (split m{/}, $folder)[-1];
	my $list = join ', ', map { "'$name/$_'" } @$pages;

	open my $out, '>:utf8', $file or die "$file: $!";
	print $out "<!DOCTYPE html><html><body><pre id=\"output\"></pre><script>const pages = [$list], widths = ["
	  . join(', ', @$widths) . "];\n$probe</script></body></html>\n";
	close $out;
	my @command = (
		$browser, '--headless', '--no-sandbox', '--disable-gpu', '--disable-dev-shm-usage',
		'--allow-file-access-from-files',
		"--user-data-dir=$profile", '--virtual-time-budget=60000', @options, '--dump-dom', "file://$file");
	my $dom = run_quietly(@command);
	return undef if $dom !~ m{<pre id="output">(.*?)done</pre>}s;
	return split /\n/, $1;
}

# What a program prints to standard output.
sub run_quietly
{
	my @command = @_;
	my $pid = open my $in, '-|';
	die "fork: $!" if !defined $pid;
	if (!$pid)
	{
		open STDERR, '>', '/dev/null';
		exec 'timeout', '120', @command;
		exit 127;
	}
	local $/;
	my $output = <$in>;
	close $in;
	return decode('UTF-8', $output // '');
}

1;
