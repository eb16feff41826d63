-- How old one needed field is at the units' moments: counts between the bounds; the unknown and the future apart.
-- $bounds integer[] = [15]
-- {updated} when it was last updated
-- {seen} the moment that counts
with ages as (
  select epoch_us({seen}) - epoch_us({updated}) as age
  from units
  join people on people.customer = units.customer
  left join latest_readings as readings on readings.customer = units.customer
)
select
  case
    when age is null or age < 0 then -1
    else len(list_filter($bounds::integer[], lambda bound: bound::bigint * 60000000 < age))
  end as bucket,
  count(*) as units
from ages
group by bucket
order by bucket
