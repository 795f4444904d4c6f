-- Many stored reports, and few: made from stored ones, nothing is parsed again.
CREATE TABLE bench.small AS SELECT * FROM bench.stored LIMIT 0;
CREATE TABLE bench.large AS SELECT * FROM bench.stored LIMIT 0;
ALTER TABLE bench.large SET (parallel_workers = 2);
CALL bench.store('small', :small);
CALL bench.store('large', :large);
VACUUM ANALYZE bench.small;
VACUUM ANALYZE bench.large;
