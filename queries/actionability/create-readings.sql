-- Every time at which a needed field was read or changed, where another table holds them.
create temp table readings (position integer, customer bigint, read_at timestamp, known_at timestamp)
