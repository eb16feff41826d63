-- How many customers stand in groups smaller than a threshold. An empty cell is a value.
-- $under bigint = 11
-- {customers} the relation, one record per customer
-- {fields} the fields, or their coarser levels
select coalesce(sum(size), 0)::bigint as exposed
from (select count(*) as size from {customers} group by hash({fields}))
where size < $under::bigint
