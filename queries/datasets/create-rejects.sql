-- The rows of a dataset's files that could not be read.
-- {rejects} the table
create table {rejects} (table_name varchar, place bigint, line bigint, lines bigint, field varchar, fault varchar, found_values bigint)
