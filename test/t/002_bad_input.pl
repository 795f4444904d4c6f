# Whatever a text holds, it is a report, or is refused with an error that says
# so.  It never crashes the server or takes its memory, a query can always be
# cancelled, and what is damaged gives no other numbers than those printed.
#
# The mutations are the same in every run; GIREPORT_SEED gives others.
use strict;
use warnings;

use Encode qw(decode encode);
use File::Basename qw(basename);
use FindBin;
use PostgreSQL::Test::Cluster;
use PostgreSQL::Test::Utils;
use Test::More;

my $mutations = 2000;
my $seed = $ENV{GIREPORT_SEED} // 20240131;

my $node = PostgreSQL::Test::Cluster->new('main');
$node->init(extra => [ '--no-locale', '--encoding=UTF8' ]);

# Logged errors carry their SQLSTATE; statements with long texts are not logged.
$node->append_conf(
	'postgresql.conf', q(
	log_error_verbosity = verbose
	log_min_error_statement = panic
	log_statement = none
	work_mem = '4MB'
	jit = off));
$node->start;
my $dir = PostgreSQL::Test::Utils::tempdir;

$node->safe_psql(
	'postgres', q(
	CREATE EXTENSION gireport;
	CREATE TABLE documents (name text PRIMARY KEY, body text NOT NULL);

	-- The state that a text is read or refused with, and how much memory this
	-- took, in megabytes; NULL where the system does not tell.
	CREATE FUNCTION feed(body text, OUT state text, OUT megabytes int)
		LANGUAGE plpgsql SET plan_cache_mode = force_generic_plan AS $$
	DECLARE
		before int;
	BEGIN
		BEGIN
			COPY (SELECT 5) TO '/proc/self/clear_refs';
			before := memory();
		EXCEPTION WHEN OTHERS THEN
			NULL;
		END;
		BEGIN
			state := CASE WHEN gireport_try_parse(body) IS NOT DISTINCT FROM NULL THEN 'none' ELSE 'report' END;
		EXCEPTION WHEN OTHERS THEN
			state := SQLSTATE;
		END;
		megabytes := memory() - before;
	END
	$$;
	CREATE FUNCTION memory() RETURNS int LANGUAGE plpgsql AS $$
	BEGIN
		RETURN substring(pg_read_file('/proc/self/status', 0, 4096) FROM 'VmHWM:\s*(\d+) kB')::int / 1024;
	EXCEPTION WHEN OTHERS THEN
		RETURN NULL;
	END
	$$;

	-- The state in which a parse ends if the query is cancelled when it begins,
	-- and the seconds it took.
	CREATE FUNCTION cancel(body text, OUT state text, OUT seconds float)
		LANGUAGE plpgsql SET plan_cache_mode = force_generic_plan AS $$
	DECLARE
		start timestamptz := clock_timestamp();
	BEGIN
		BEGIN
			PERFORM CASE WHEN pg_cancel_backend(pg_backend_pid()) THEN gireport_try_parse(body) END;
			state := 'none';
		EXCEPTION WHEN query_canceled THEN
			state := SQLSTATE;
		END;
		seconds := extract(epoch FROM clock_timestamp() - start);
	END
	$$;

	-- A text from a piece that is repeated, fast; not a constant, which would be
	-- copied while the query is planned.
	CREATE FUNCTION repeated(piece text, characters int) RETURNS text LANGUAGE sql VOLATILE AS $$
		SELECT repeat(repeat(piece, 1000), characters / (1000 * length(piece)))
	$$;));

# ---- many megabytes ----

# Random bytes that are UTF-8 and have no zero among them.
srand($seed);
my $random = '';
$random .= encode('UTF-8', random_character()) while length $random < 200_000;
write_file("$dir/random", $random);
$node->safe_psql('postgres', "INSERT INTO documents VALUES ('random', convert_from(pg_read_binary_file('$dir/random'), 'UTF8'))");

my $head = q(E'信息内容\t本年处理决定数量\n');
my $values = q(E'行政许可\t12\n行政处罚\t34\n');
my $received = '一、本年新收政府信息公开申请数量';
my @long = (
	[ 'one line', 'none', "repeated('a', 200000000)" ],
	[ 'one line of Chinese', 'none', "repeated('政府信息公开', 60000000)" ],
	[ 'digits', 'none', "repeated('9', 200000000)" ],
	[ 'tabs', 'none', "repeated(E'\\t', 50000000)" ],
	[ 'tabs behind a head', 'report', "$head || repeated(E'\\t', 50000000)" ],
	[ 'ends of lines', 'none', "repeated(E'\\n', 50000000)" ],
	[ 'carriage returns and ends of lines', 'none', "repeated(E'\\r\\n', 50000000)" ],
	[ 'spaces', 'none', "repeated(' ', 50000000)" ],
	[ 'zero-width spaces', 'none', "repeated(E'\\u200b', 20000000)" ],
	[ 'bars', 'none', "repeated('|', 50000000)" ],
	[ 'a label', 'none', "repeated('规章', 60000000)" ],
	[ 'a label, line by line', 'none', "repeated(E'行政许可\\n', 1000000)" ],
	[ 'a row', 'report', "$head || repeated(E'行政许可\\t1\\n', 5000000)" ],
	[ 'rows that no form has', 'report', "$head || repeated(E'行政检查\\t1\\n', 5000000)" ],
	[ 'a head', 'report', "repeated($head, 5000000)" ],
	[ 'a title', 'none', "repeated(E'澄湾区2023年政府信息公开\\n', 1000000)" ],
	[ 'cells on lines', 'none', "repeated(E'\\t1\\n', 50000000)" ],
	[ 'a cell of dashes', 'none', "E'\\t' || repeated('-', 200000000)" ],
	[ 'a cell of dashes in a row', 'report', "$head || E'\\t行政许可\\n\\t' || repeated('-', 50000000)" ],
	[ 'a cell of many lines', 'report', "$head || E'\\t行政许可\\n\\t约\\n' || repeated(E'甲\\n', 5000000)" ],
	[ 'values with nothing between', 'none', "repeated(E'${received}00000000000000000000\\n', 200000)" ],
	[ 'random characters', 'none', "(SELECT repeat(body, 50) FROM documents WHERE name = 'random')" ]);

my $measured = 0;
foreach my $case (@long)
{
	my ($name, $wanted, $text) = @$case;
	my ($state, $megabytes) =
	  split /\|/, $node->safe_psql('postgres', "SET statement_timeout = '60s'; SELECT * FROM feed($text)"), -1;

	is($state, $wanted, "$name: what it is");
	next unless length $megabytes;
	cmp_ok($megabytes, '<', 20, "$name: memory");
	$measured++;
}
note("memory was measured for $measured texts");

# Sets of any size do not stay in memory, either.
foreach my $function ('gireport_diagnostics', 'gireport_cells')
{
	my $text = "$head || repeated(E'行政检查\\t1\\n', 2000000)";
	my ($count, $megabytes) = split /\|/, $node->safe_psql('postgres', <<"SQL"), -1;
SET statement_timeout = '60s';
DO \$\$ BEGIN COPY (SELECT 5) TO '/proc/self/clear_refs'; EXCEPTION WHEN OTHERS THEN NULL; END \$\$;
WITH before AS MATERIALIZED (SELECT memory() AS megabytes),
	 body AS MATERIALIZED (SELECT $text AS body FROM before),
	 counted AS MATERIALIZED (SELECT count(*) AS count FROM body, $function(body))
SELECT count, memory() - before.megabytes FROM counted, before
SQL

	cmp_ok($count, '>', $function eq 'gireport_cells' ? 100 : 200000, "$function of a long text: rows");
	cmp_ok($megabytes, '<', 60, "$function of a long text: memory") if length $megabytes;
}

# A long line in a report leaves the rest of it as it is.
foreach my $case (
	[ 'cell', "repeated('甲', 1000000) || E'\\t1\\n'" ],
	[ 'row of cells', "repeated(E'1\\t', 1000000) || E'\\n'" ],
	[ 'line', "repeated('行政许可', 1000000) || E'\\n'" ],
	[ 'blank line', "repeated(' ', 1000000) || E'\\n'" ])
{
	my ($name, $line) = @$case;
	my $result = $node->safe_psql('postgres', <<"SQL");
SELECT (r).proactive.licensing.decisions, (r).proactive.penalty.decisions
FROM gireport_parse($head || replace($values, E'\\n', E'\\n' || $line)) r
SQL
	is($result, '12|34', "a $name of a megabyte in a report");
}

# The time does not grow with the square of the length.
foreach my $case (
	[ 'long cell of many lines', "E'\\t1' || repeated(' ', 200000) || E'x\\n' || repeated(E'a\\n', 40000)" ],
	[ 'label of many lines', "$head || E'行政许可\\n' || repeated(E'。\\n', 200000)" ],
	[ 'titles of three lines', "repeated(E'澄湾区财政局\\n2023年政府信息公\\n', 200000)" ],
	[ 'bars', "$head || repeated(E'|-|\\n', 200000)" ],
	[ 'open brackets', "repeated('（', 200000) || E'\\n' || repeated(E'（一', 200000)" ])
{
	my ($name, $text) = @$case;
	my $start = time;

	$node->safe_psql('postgres', "SELECT gireport_try_parse($text) IS NULL");
	cmp_ok(time - $start, '<', 5, "$name: seconds");
}

# Titles as long as lines of a title may be are whole, and longer ones none.
is( $node->safe_psql('postgres', <<"SQL"),
SELECT count(*), count(*) FILTER (WHERE ok), count(*) FILTER (WHERE NOT ok)
FROM (SELECT (r).agency = repeat('甲', n) || '12020年' || repeat('乙', n) || '12020年' || repeat('丙', n) AS ok
	  FROM generate_series(1, 80) n,
		   gireport_parse(repeat('甲', n) || E'1\\n2020年' || repeat('乙', n) || E'1\\n2020年' || repeat('丙', n)
			   || E'政府信息公开2023年报告\\n' || $head || $values) r) q
SQL
	'80|67|0', 'long titles');

# ---- cancelling ----

foreach my $case (
	[ 'a row', "$head || repeated(E'行政许可\\t1\\n', 20000000)" ],
	[ 'lines', "repeated(E'甲乙丙\\n', 20000000)" ],
	[ 'tabs', "repeated(E'\\t', 200000000)" ],
	[ 'ends of lines', "repeated(E'\\n', 200000000)" ],
	[ 'cells on lines', "repeated(E'\\t1\\n', 200000000)" ],
	[ 'a cell of many lines', "E'\\t甲\\n' || repeated(E'甲\\n', 10000000)" ])
{
	my ($name, $text) = @$case;
	my ($state, $seconds) = split /\|/, $node->safe_psql('postgres', "SELECT * FROM cancel($text)");

	is($state, '57014', "cancelled while reading $name");
	cmp_ok($seconds, '<', 1, "cancelled while reading $name: seconds");
}
my ($result, $stdout, $stderr) = $node->psql('postgres', <<'SQL', on_error_stop => 0);
\set VERBOSITY sqlstate
SET statement_timeout = '50ms';
SELECT gireport_try_parse(repeat(repeat(E'规章\t1\n', 1000), 40000)) IS NULL;
SELECT 'up';
SQL
like($stderr, qr/ERROR:  57014/, 'statement_timeout');
is($stdout, 'up', 'the session goes on after it');

# ---- the corpus, mutated ----

# What is wrong with what the functions say about a text; NULL if nothing is.
$node->safe_psql(
	'postgres', q(
	CREATE FUNCTION examine(body text) RETURNS text LANGUAGE plpgsql AS $$
	DECLARE
		report gireport;
		refusal text;
		wrong text;
	BEGIN
		BEGIN
			report := gireport_parse(body);
		EXCEPTION WHEN OTHERS THEN
			refusal := SQLSTATE;
		END;
		IF gireport_try_parse(body) IS DISTINCT FROM report THEN
			RETURN 'gireport_try_parse gives something else';
		END IF;
		IF (SELECT coalesce(bool_or(severity = 'error'), false) FROM gireport_diagnostics(body)) <> (refusal IS NOT NULL) THEN
			RETURN 'severity of diagnostics';
		END IF;
		IF EXISTS (SELECT FROM gireport_diagnostics(body) WHERE substr(body, "position", length(raw)) <> raw
				   OR line > 1 + length(body) - length(replace(body, E'\n', ''))) THEN
			RETURN 'place of a diagnostic';
		END IF;
		IF refusal IS NOT NULL THEN
			RETURN CASE WHEN refusal <> '22P02' THEN 'SQLSTATE ' || refusal END;
		END IF;

		SELECT min(row_code || ' ' || column_code || ' of the text') INTO wrong FROM gireport_cells(body) WHERE CASE state
			WHEN 'number' THEN value IS NULL OR raw = ''
			WHEN 'missing' THEN concat(value, raw, "position", length) <> ''
			WHEN 'blank' THEN value IS NOT NULL OR raw <> ''
			ELSE value IS NOT NULL OR raw = '' OR state NOT IN ('text', 'not_applicable') END
			OR substr(body, "position", length) <> raw;
		IF wrong IS NULL THEN
			SELECT min(row_code || ' ' || column_code || ' of the report') INTO wrong
			FROM (SELECT section, row_code, column_code, value FROM gireport_cells(body) WHERE value IS NOT NULL
				  EXCEPT ALL
				  SELECT section, row_code, column_code, value FROM gireport_cells(report) WHERE state = 'number') c;
		END IF;
		IF wrong IS NULL AND report <> jsonb_populate_record(NULL::gireport, to_jsonb(report)) THEN
			wrong := 'jsonb';
		END IF;
		IF wrong IS NULL THEN
			SELECT 'gireport_valid' INTO wrong FROM gireport_violations(report)
			HAVING gireport_valid(report) <> (count(*) FILTER (WHERE severity = 'error') = 0);
		END IF;
		RETURN wrong;
	END
	$$;
	CREATE TABLE mutated (id int, name text, body text);));

# A character of the kinds that make a difference, or of any.
sub random_character
{
	my @kinds = ("\t", "\n", "\n", ' ', '|', '-', '/', '.', ',', '（', '）', '、', "\x{3000}", "\x{a0}",
		0 .. 9, "\x{ff11}", "\x{2f00}", '一', '元', '万', '件', '年', '总', '计');
	my $code = 0;

	return $kinds[ rand @kinds ] if rand() < 0.5;
	$code = int(rand(rand() < 0.8 ? 0x10000 : 0x110000))
	  while $code < 1 || ($code >= 0xd800 && $code < 0xe000) || ($code & 0xfffe) == 0xfffe;
	return chr $code;
}

# One change to a text.
sub mutate
{
	my ($text, $other) = @_;
	my $at = int rand(length($text) + 1);
	my $length = 1 + int rand(rand() < 0.7 ? 4 : 400);
	my @lines;

	my @ways = (
		sub { substr($text, $at, $length) = '' },
		sub { substr($text, $at, 0) = random_character() },
		sub { substr($text, $at, 1) = random_character() if $at < length $text },
		sub { substr($text, $at, 0) = substr $text, $at, $length },
		sub { substr($text, $at, 0) = substr $other, rand length $other, $length },
		sub { substr($text, $at) = '' },
		sub { substr($text, $at) = substr $other, rand length $other },
		sub { substr($text, $at, $length) =~ tr/\t/\n/ },
		sub { substr($text, $at, $length) =~ tr/\n/\t/ },
		sub { substr($text, $at, $length) =~ s/\t//g },
		sub { substr($text, $at, $length) =~ s/[0-9]/int rand 10/ge },
		sub { substr($text, $at, $length) =~ s/\b0\b/int rand 1000/ge },
		sub { @lines = split /\n/, $text, -1; splice @lines, rand @lines, 1 + rand 3; $text = join "\n", @lines },
		sub {
			@lines = split /\n/, $text, -1;
			my ($from, $to) = (int rand @lines, int rand @lines);
			@lines[ $from, $to ] = @lines[ $to, $from ];
			$text = join "\n", @lines;
		});
	$ways[ rand @ways ]->();
	return $text;
}

sub write_file
{
	my ($path, $bytes) = @_;

	open my $file, '>:raw', $path or die "could not open \"$path\": $!";
	print $file $bytes;
	close $file;
	return;
}

sub copy_text
{
	my ($text) = @_;

	$text =~ s/([\\\t\n\r])/{ "\\" => '\\\\', "\t" => '\\t', "\n" => '\\n', "\r" => '\\r' }->{$1}/ge;
	return encode('UTF-8', $text);
}

my %corpus;
foreach my $path (sort glob("$FindBin::RealBin/../corpus/*_*.txt"))
{
	$corpus{ basename($path, '.txt') } = decode('UTF-8', slurp_file($path));
}
my @names = sort keys %corpus;
cmp_ok(scalar @names, '>', 20, 'corpus');

my $rows = '';
foreach my $id (1 .. $mutations)
{
	my $name = $names[ rand @names ];
	my $text = $corpus{$name};

	$text = mutate($text, $corpus{ $names[ rand @names ] }) foreach 1 .. 1 + int rand 5;
	$rows .= "$id\t$name\t" . copy_text($text) . "\n";
}
write_file("$dir/mutated", $rows);
write_file("$dir/corpus", join '', map { "$_\t" . copy_text($corpus{$_}) . "\n" } @names);
$node->safe_psql('postgres', "COPY mutated FROM '$dir/mutated'; COPY documents FROM '$dir/corpus'");
is($node->safe_psql('postgres', "SELECT name, examine(body) FROM documents WHERE examine(body) IS NOT NULL"), '', 'the corpus as it is');
is( $node->safe_psql('postgres', <<'SQL'), '', "mutated texts, seed $seed");
SELECT 'mutation ' || id, name, wrong FROM (SELECT id, name, examine(body) AS wrong FROM mutated OFFSET 0) e
WHERE wrong IS NOT NULL ORDER BY id LIMIT 10
SQL
my $reports = $node->safe_psql('postgres', 'SELECT count(*) FROM mutated WHERE gireport_try_parse(body) IS DISTINCT FROM NULL');
cmp_ok($reports, '>', $mutations / 3, 'many mutated texts are reports');
cmp_ok($reports, '<', $mutations, 'not all mutated texts are reports');

# ---- the corpus, damaged: a number is the printed one, or none ----

$node->safe_psql(
	'postgres', q(
	CREATE TABLE lines AS
		SELECT name, n, line, count(*) OVER (PARTITION BY name) AS lines, string_to_array(body, E'\n') AS body
		FROM documents, unnest(string_to_array(body, E'\n')) WITH ORDINALITY l(line, n)
		WHERE name LIKE 'y\_%';
	CREATE TABLE cells AS
		SELECT name, row_code, column_code, value
		FROM documents, gireport_cells(body)
		WHERE name LIKE 'y\_%' AND state = 'number';
	CREATE UNIQUE INDEX ON cells (name, row_code, column_code);
	-- How many numbers a damaged text gives, and one that is not the printed one.
	CREATE FUNCTION other_numbers(name text, body text, OUT numbers bigint, OUT wrong text) LANGUAGE sql AS $$
		SELECT count(*), min(d.row_code || ' ' || d.column_code || ' ' || d.value) FILTER (WHERE c.value IS DISTINCT FROM d.value)
		FROM gireport_cells(gireport_try_parse($2)) d
			 LEFT JOIN cells c ON c.name = $1 AND c.row_code = d.row_code AND c.column_code = d.column_code
		WHERE d.state = 'number'
	$$;
	ANALYZE;));

# What can be done to any line is done to every fifth.
my $without = "array_to_string(body[:n - 1] || body[n + 1:], E'\\n')";
my $changed = "array_to_string(body[:n - 1] || %s || body[n + 1:], E'\\n')";
foreach my $case (
	[ 'cut at a line', "array_to_string(body[:n], E'\\n')" ],
	[ 'cut anywhere', sprintf($changed, "left(line, (n * 7919 % (1 + length(line)))::int)") =~ s/ \|\| body\[n \+ 1:\]//r ],
	[ 'cut at a number', "array_to_string(body[:n - 1] || substring(line FROM '^.*?[\\t|]\\s*\\d+'), E'\\n')", "line ~ '[\\t|]\\s*\\d'" ],
	[ 'cut in a number', "array_to_string(body[:n - 1] || substring(line FROM '^.*[\\t|]\\s*\\d'), E'\\n')", "line ~ '[\\t|]\\s*\\d\\d'" ],
	[ 'the beginning lost', "array_to_string(body[n:], E'\\n')" ],
	[ 'a line with cells lost', $without, "line ~ '[\\t|].*[\\t|]'" ],
	# in text of PDF it is the rest of a number that was wrapped, and leaves no trace
	[ 'a number lost that has a line of its own', $without, "line ~ '^[\\t |]*\\d+[ |]*\$' AND name NOT LIKE 'y_pdf%'" ],
	[ 'a blank line lost', $without, "line ~ '^\\s*\$'" ],
	[ 'a number lost with its tab', sprintf($changed, "regexp_replace(line, '\\t\\d+', '')"), "line ~ '\\t\\d+\\t'" ],
	[ 'a number blank', sprintf($changed, "regexp_replace(line, '\\t\\d+', E'\\t')"), "line ~ '\\t\\d+\\t'" ],
	[ 'a tab lost', sprintf($changed, "regexp_replace(line, '(\\d)\\t(\\d)', '\\1\\2')"), "line ~ '\\d\\t\\d'" ],
	[ 'a tab too many', sprintf($changed, "regexp_replace(line, '(\\d)\\t(\\d)', E'\\\\1\\t\\t\\\\2')"), "line ~ '\\d\\t\\d'" ],
	[ 'a number doubled', sprintf($changed, "regexp_replace(line, '(\\t\\d+)', '\\1\\1')"), "line ~ '\\t\\d+\\t'" ],
	[ 'a line doubled', "array_to_string(body[:n] || body[n:], E'\\n')" ],
	[ 'lines with cells exchanged', "array_to_string(body[:n - 1] || body[n + 1] || line || body[n + 2:], E'\\n')",
		"line ~ '[\\t|].*[\\t|]' AND body[n + 1] ~ '[\\t|].*[\\t|]'" ],
	[ 'a page number between', "array_to_string(body[:n] || '3'::text || body[n + 1:], E'\\n')", 'n % 3 = 2' ],
	[ 'a line of prose between', "array_to_string(body[:n] || '另有说明。'::text || body[n + 1:], E'\\n')" ])
{
	my ($name, $text, $where) = @$case;
	$where //= 'n % 5 = 0';

	my $result = $node->safe_psql('postgres', <<"SQL");
SELECT count(*), sum(numbers), string_agg(format('%s line %s: %s', name, n, wrong), '; ') FILTER (WHERE wrong <> '' AND nth <= 5)
FROM (SELECT name, n, numbers, wrong,
		  count(wrong) OVER (ORDER BY name, n) AS nth
	  FROM lines CROSS JOIN LATERAL other_numbers(name, $text) WHERE $where) w
SQL
	my ($texts, $numbers, $wrong) = split /\|/, $result, -1;

	is($wrong, '', "$name: no other number");
	cmp_ok($numbers, '>', $texts * 40, "$name: numbers that were read");
}

is($node->safe_psql('postgres', "SELECT 'up'"), 'up', 'the server is up');
$node->stop;
my $log = slurp_file($node->logfile);
unlike($log, qr/XX000/, 'no internal error in the log');
unlike($log, qr/PANIC|TRAP|terminated by signal/, 'no crash in the log');
done_testing();
