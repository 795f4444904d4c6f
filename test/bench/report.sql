-- What was measured, and what was aimed at.
\pset footer off
\pset null ''
\echo
\echo 'Core alone, without a server'
SELECT split_part(c.name, '-', 2) AS layout, round(c.us::numeric, 1) AS "us a text",
	   round((:bytes / c.us)::numeric) AS "MB/s",
	   round((:bytes / u.us)::numeric) AS "UTF-8 decode", round((:bytes / m.us)::numeric) AS "memchr",
	   round((u.us / c.us)::numeric, 2) AS "core : decode",
	   (SELECT line FROM bench.note WHERE line LIKE 'instructions a byte, ' || split_part(c.name, '-', 2) || ':%') AS note
	FROM bench.median c
		 JOIN bench.median u ON u.name = 'utf8-' || split_part(c.name, '-', 2)
		 JOIN bench.median m ON m.name = 'memchr-' || split_part(c.name, '-', 2)
	WHERE c.name LIKE 'core-%' ORDER BY 1;
\echo 'In the server, and beside it'
SELECT w.grp AS "group", m.name AS work, w.rows, round(m.us::numeric, 2) AS "us a row",
	   round((m.us / r.us)::numeric, 3) AS ratio, r.name AS "to"
	FROM bench.median m
		 LEFT JOIN bench.work w USING (name)
		 LEFT JOIN (VALUES ('parse', 'md5-tab'), ('check', 'parse'), ('load', 'insert'), ('sum', 'sum-wide'),
						   ('growth', 'sum-small')) AS first (grp, name) ON first.grp = w.grp
		 LEFT JOIN bench.median r ON r.name = COALESCE(first.name, 'parse-html')
	WHERE m.name !~ '^(core|utf8|memchr)-' ORDER BY w.number NULLS LAST;
SELECT line AS notes FROM bench.note WHERE line NOT LIKE 'instructions%' ORDER BY number;
\echo 'Targets'
SELECT what, round((a.us / b.us)::numeric, 3) AS ratio,
	   CASE WHEN at_most THEN 'at most ' ELSE 'at least ' END || bound AS target,
	   CASE WHEN CASE WHEN at_most THEN a.us / b.us <= bound ELSE a.us / b.us >= bound END THEN 'met' ELSE 'missed' END AS verdict
	FROM bench.target t JOIN bench.median a ON a.name = t.name JOIN bench.median b ON b.name = t.other
	ORDER BY t.number;
