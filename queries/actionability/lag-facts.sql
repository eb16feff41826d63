-- How long the units took to arrive; in microseconds, quantiles over lags of 0 or more.
-- {grain} how much later than written an arrival may have been
with lags as (
  select epoch_us(arrived) + {grain} - epoch_us(happened_at) as lag
  from units
  where happened_at is not null
)
select
  count(*) as events,
  count(lag) filter (where lag >= 0) as arrived,
  count(lag) filter (where lag < 0) as negative,
  quantile_disc(lag, [0.5, 0.95, 0.99]) filter (where lag >= 0) as quantiles,
  quantile_disc(lag, 0.01) as p01
from lags
