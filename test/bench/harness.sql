-- What is measured, and how: works are queries with a number of rows each.  In
-- each round every work of a group is done once, in order; medians are taken over
-- the rounds, so that what disturbs the machine disturbs all alike.
CREATE SCHEMA bench;

-- "before" is done before each round, and not timed; "rows" is what the time is
-- divided by.
CREATE TABLE bench.work (
	number  int GENERATED ALWAYS AS IDENTITY,
	grp     text NOT NULL,
	name    text PRIMARY KEY,
	rows    bigint NOT NULL,
	query   text NOT NULL,
	before  text,
	settings text
);
CREATE TABLE bench.time (name text NOT NULL, us_per_row float8 NOT NULL);
CREATE TABLE bench.note (number int GENERATED ALWAYS AS IDENTITY, line text NOT NULL);

-- The targets: what must be at most, or at least, so many times what else.
CREATE TABLE bench.target (
	number int GENERATED ALWAYS AS IDENTITY,
	what text NOT NULL, name text NOT NULL, other text NOT NULL,
	at_most boolean NOT NULL, bound float8 NOT NULL
);

-- Do the works of a group.
CREATE PROCEDURE bench.run(chosen text, rounds int) LANGUAGE plpgsql AS $$
DECLARE
	w bench.work;
	start timestamptz;
	one text;
BEGIN
	-- the first round warms the caches and is not counted
	FOR round IN 0 .. rounds LOOP
		RAISE NOTICE 'round % of %', round, rounds;
		FOR w IN SELECT * FROM bench.work WHERE grp = chosen ORDER BY number LOOP
			PERFORM set_config('max_parallel_workers_per_gather', '0', false);
			PERFORM set_config('work_mem', '64MB', false);
			FOREACH one IN ARRAY string_to_array(COALESCE(w.settings, ''), ';') LOOP
				EXECUTE one;
			END LOOP;
			IF w.before IS NOT NULL THEN
				EXECUTE w.before;
			END IF;
			COMMIT;
			start := clock_timestamp();
			EXECUTE w.query;
			IF round > 0 THEN
				INSERT INTO bench.time
					VALUES (w.name, extract(epoch FROM clock_timestamp() - start) * 1e6 / w.rows);
			END IF;
			COMMIT;
		END LOOP;
	END LOOP;
	RESET ALL;
END
$$;

CREATE VIEW bench.median AS
	SELECT name, percentile_cont(0.5) WITHIN GROUP (ORDER BY us_per_row) AS us
	FROM bench.time GROUP BY name;

-- The memory of a hash aggregate, by group, from its plan.
CREATE FUNCTION bench.memory_per_group(query text) RETURNS bigint LANGUAGE plpgsql AS $$
DECLARE
	plan json;
	kb bigint;
	groups bigint;
BEGIN
	EXECUTE 'EXPLAIN (ANALYZE, TIMING OFF, FORMAT JSON) ' || query INTO plan;
	SELECT (node ->> 'Peak Memory Usage')::bigint, (node ->> 'Actual Rows')::numeric INTO kb, groups
		FROM jsonb_path_query(plan::jsonb, '$.**') node
		WHERE jsonb_typeof(node) = 'object' AND node ? 'Peak Memory Usage'
		LIMIT 1;
	RETURN kb * 1024 / groups;
END
$$;
