-- The lag that all but one in 200 stay under, of the units old enough; in microseconds.
-- $as_of timestamp = null
-- $mature bigint = 0
-- {grain} how much later than written an arrival may have been
with lags as (
  select epoch_us(arrived) + {grain} - epoch_us(happened_at) as lag
  from units
  where epoch_us(happened_at) <= epoch_us($as_of::timestamp) - $mature::bigint
)
select quantile_disc(lag, 0.995) as longest from lags where lag >= 0
