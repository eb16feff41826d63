-- Three steps a trigger: it happened, it could be acted on, its window closed; with whatever has no history.
-- $channels varchar[] = ['email']
-- {happens} the kind of step: it happened
-- {chance} the kind of step: known early enough, it could be acted on
-- {closes} the kind of step: its window closed
-- {first_chance} the first moment at which one could act
-- {present} every needed field without readings has a value
-- {fresh} every needed field without readings is young enough
-- {in_time} it arrives in time
-- {quiet} the whole of the time left falls into quiet hours
-- {reachable} one flag per address: it works, its readings aside
select
  epoch_us(units.moment)::double as moment,
  units.kind::utinyint as kind,
  coalesce(units.customer, -1)::integer as customer,
  units.unit::integer as place,
  epoch_us(units.seen)::double as value,
  (
    1 * coalesce(people.customer is not null and {present}, false)::integer
    + 2 * coalesce(people.customer is not null and {fresh}, false)::integer
    + 16 * coalesce({in_time}, false)::integer
    + 32 * (not coalesce(people.held_back or {quiet}, false))::integer
    + 128 * coalesce(people.identified, false)::integer
  )::integer as flags,
  coalesce(standing.agreed, 0)::integer as agreed,
  coalesce(
    list_sum(list_transform([{reachable}]::boolean[], lambda works, place: case when works then 1 << (place - 1)::integer else 0 end)),
    0
  )::integer as reachable
from (
  select *, {happens} as kind, happened_at as moment from units_then
  union all
  select * replace ({first_chance} as acted_at), {chance} as kind, {first_chance} as moment
  from units_then as units
  where {in_time}
  union all
  select *, {closes} as kind, acted_at as moment from units_then
) as units
left join people on people.customer = units.customer
left join (
  select customer, sum(case when agreed then 1 << (list_position($channels::varchar[], channel) - 1)::integer else 0 end) as agreed
  from customer_channels
  group by customer
) as standing on standing.customer = units.customer
