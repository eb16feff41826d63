-- How long the units took to arrive, of those old enough to have arrived; in microseconds, quantiles over lags of 0 or more.
-- $as_of timestamp = null
-- $mature bigint = 0
-- {grain} how much later than written an arrival may have been
with lags as (
  select happened_at, arrived, epoch_us(arrived) + {grain} - epoch_us(happened_at) as lag
  from units
  where happened_at is not null
    and ($as_of::timestamp is null or epoch_us(happened_at) <= epoch_us($as_of::timestamp) - $mature::bigint)
)
select
  count(*) as events,
  count(lag) filter (where lag >= 0) as arrived,
  count(lag) filter (where lag < 0) as negative,
  quantile_disc(lag, 0.5) filter (where lag >= 0) as p50,
  quantile_disc(lag, 0.95) filter (where lag >= 0) as p95,
  quantile_disc(lag, 0.99) filter (where lag >= 0) as p99,
  quantile_disc(lag, 0.995) filter (where lag >= 0) as p995,
  quantile_disc(lag, 0.01) as p01,
  count(*) filter (where happened_at = date_trunc('day', happened_at)) as at_midnight,
  count(*) filter (where arrived = date_trunc('day', arrived)) as arrived_at_midnight,
  mode(round(-lag / 3600000000.0)::bigint) filter (where lag < -1800000000) as hours_early,
  count(*) filter (where lag < -1800000000) as far_early
from lags
