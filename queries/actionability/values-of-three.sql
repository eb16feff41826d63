-- Customers with a value in each of three snapshots: in how many it is the same in two of them, and in all three.
-- $first timestamp = 2026-03-01
-- $second timestamp = 2026-06-01
-- $third timestamp = 2026-09-01
-- {history} the snapshots' values with their times
with customers as (
  select
    max(value) filter (where read_at = $first::timestamp) as one,
    max(value) filter (where read_at = $second::timestamp) as two,
    max(value) filter (where read_at = $third::timestamp) as three
  from {history}
  where entry_key is not null and value is not null
  group by entry_key
)
select
  count(*) as customers,
  count(*) filter (where one = two) as early,
  count(*) filter (where two = three) as late,
  count(*) filter (where one = three) as across,
  count(*) filter (where one = two and two = three) as throughout
from customers
where one is not null and two is not null and three is not null
