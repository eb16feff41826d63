-- How old the filled values of a field are at the as-of time, in minutes; what was updated after it counts as new.
-- {number} the field's place in the list
-- {table} the relation
-- {field} the field
-- {updated} the field of the same table that says when it was updated
-- {as_of} the as-of time
select
  {number}::integer as field,
  count(*) as measured,
  quantile_cont(age, 0.5) as median,
  quantile_cont(age, 0.9) as p90,
  max(updated) as latest
from (
  select
    greatest(epoch({as_of}::timestamp) - epoch({updated}::timestamp), 0) / 60.0 as age,
    {updated}::timestamp as updated
  from {table}
  where {field} is not null and {updated} is not null
)
having count(*) > 0
