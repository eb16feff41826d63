-- Lags of 0 or more at given shares of their order; in microseconds.
-- {grain} how much later than written an arrival may have been
-- {shares} the shares
with lags as (
  select epoch_us(arrived) + {grain} - epoch_us(happened_at) as lag from units
)
select quantile_disc(lag, [{shares}]) as bounds from lags where lag >= 0
