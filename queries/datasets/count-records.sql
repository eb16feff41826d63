-- How many records a table holds.
-- {table} the table
select count(*) as records
from {table}
