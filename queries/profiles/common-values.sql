-- The values that enough customers hold, and how many customers hold one of the others; empty cells are neither.
-- $least bigint = 11
-- {customers} the relation, one record per customer
-- {value} a field, or a level of it
with held as (
  select ({value})::varchar as value, count(*) as holders
  from {customers}
  where ({value}) is not null
  group by 1
)
select
  coalesce(list(value order by value) filter (holders >= $least::bigint), []) as common,
  coalesce(sum(holders) filter (holders < $least::bigint), 0)::bigint as others
from held
