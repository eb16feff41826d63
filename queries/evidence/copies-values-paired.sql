-- How many distinct values two fields have, alone and in pairs, and how many pairs are not alike; the empty cell is a value.
-- {customers} the customers table
-- {one} a field
-- {other} another field
with pairs as (
  select {one} as one, {other} as other
  from {customers}
  group by all
)
select
  count(*) as pairs,
  (select count(*) from (select distinct one from pairs)) as of_one,
  (select count(*) from (select distinct other from pairs)) as of_other,
  count(*) filter (one::varchar is distinct from other::varchar) as unlike
from pairs;
