-- How many customers and triggers a rehearsal has, and between which moments they lie, in microseconds.
select
  (select coalesce(max(customer) + 1, 0) from people) as customers,
  (select coalesce(max(unit) + 1, 0) from units_then) as places,
  (select count(*) from units_then) as triggers,
  (select epoch_us(min(happened_at)) from units_then) as first,
  (select epoch_us(max(acted_at)) from units_then) as last
