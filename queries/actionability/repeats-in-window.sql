-- Triggers that come while the window of the same customer's last one is still open, and of how many customers.
-- $window bigint = 60000000
with followed as (
  select person, epoch_us(happened_at) - epoch_us(lag(happened_at) over (partition by person order by happened_at)) as gap
  from units
  where person is not null and happened_at is not null
)
select count(*) as repeats, count(distinct person) as persons from followed where gap <= $window::bigint
