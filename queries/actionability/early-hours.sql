-- By how many whole hours arrivals come before their event, most frequent first; those within half an hour left out.
-- {grain} how much later than written an arrival may have been
with lags as (
  select epoch_us(arrived) + {grain} - epoch_us(happened_at) as lag from units
)
select round(-lag / 3600000000.0)::bigint as hours, count(*) as events
from lags
where lag < -1800000000
group by hours
order by events desc, hours
limit 1
