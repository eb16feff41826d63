-- Ends, middle and mean of a number, date or time field of a table with several records per customer.
-- {number} the field's place in the list
-- {table} the relation
-- {value} the field as a number (number-of-number, number-of-date)
-- {key} the field that says which customer
select *
from (
  with readings as (select {value} as x, {key} as holder from {table}),
  finite as (select x, holder from readings where isfinite(x)),
  spread as (
    select
      quantile_cont(x, 0.5) as median,
      case when isfinite(favg(x)) then favg(x) else favg(x / 1e300) * 1e300 end as mean,
      quantile_disc(x, [0.01, 0.99]) as middle
    from finite
  ),
  ends as (select min(x) as low, max(x) as high from finite where holder is not null group by holder)
  select
    {number}::integer as field,
    median,
    mean,
    coalesce((select min(low, 5) from ends), []) as lowest,
    coalesce((select max(high, 5) from ends), []) as highest,
    middle,
    (select count(distinct holder) from finite, spread where finite.x = spread.median) as median_holders
  from spread
  where median is not null
)
