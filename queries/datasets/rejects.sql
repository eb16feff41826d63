-- The rows of a table's file that could not be read, in the order of the file.
-- {rejects} the table
-- $table varchar = 'customers'
-- $limit bigint = 1000
select line, lines, field, fault, found_values as found
from {rejects}
where table_name = $table
order by place
limit $limit::bigint
