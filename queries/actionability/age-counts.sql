-- How old one needed field is at the units' moments: counts between the bounds, in microseconds; the unknown and the future apart.
-- $bounds bigint[] = [900000000]
-- {updated} when it was last updated
-- {after} what was read between trigger and action is new
with ages as (
  select epoch_us(units.seen) - epoch_us({updated}) as age
  from units
  join people on people.customer = units.customer
  left join unit_readings as readings on readings.unit = units.rowid
)
select
  case
    when age is null or (age < 0 and not {after}) then -1
    else len(list_filter($bounds::bigint[], lambda bound: bound < age))
  end as bucket,
  count(*) as units
from ages
group by bucket
order by bucket
