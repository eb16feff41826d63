-- Where no field has readings of its own.
-- {readings} the temporary table
-- {of} whose they would be
create temp table {readings} ({of} bigint, updated timestamp[])
