-- How many customers share every value of the given fields: the sizes of their groups, counted. An empty cell is a value.
-- {customers} the relation, one record per customer
-- {fields} the fields, or their coarser levels
with sizes as (
  select size, count(*) as groups
  from (select count(*) as size from {customers} group by hash({fields}))
  group by size
)
select
  coalesce(sum(size * groups), 0)::bigint as records,
  coalesce(sum(groups), 0)::bigint as groups,
  coalesce(sum(groups) filter (size = 1), 0)::bigint as singled_out,
  coalesce(sum(size * groups) filter (size < 5), 0)::bigint as under5,
  coalesce(sum(size * groups) filter (size < 11), 0)::bigint as under11,
  coalesce(min(size), 0)::bigint as smallest
from sizes
