-- Ends, middle and mean of a number, date or time field of the customers table.
-- {number} the field's place in the list
-- {customers} the relation, one record per customer
-- {value} the field as a number (number-of-number, number-of-date)
select *
from (
  with readings as (select {value} as x from {customers}),
  finite as (select x from readings where isfinite(x)),
  spread as (
    select
      quantile_cont(x, 0.5) as median,
      case when isfinite(favg(x)) then favg(x) else favg(x / 1e300) * 1e300 end as mean,
      min(x, 5) as lowest,
      max(x, 5) as highest,
      quantile_disc(x, [0.01, 0.99]) as middle
    from finite
  )
  select
    {number}::integer as field,
    median,
    mean,
    lowest,
    highest,
    middle,
    (select count(*) from finite, spread where finite.x = spread.median) as median_holders
  from spread
  where median is not null
)
