-- Where no needed field has readings of its own.
-- {readings} the temporary table
create temp table {readings} (unit bigint, updated timestamp[])
