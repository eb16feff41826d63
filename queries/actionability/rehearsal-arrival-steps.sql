-- A step for every event of the trigger's table that arrived, whatever happened.
-- $first bigint = 0
-- $last bigint = 0
-- $until bigint = null
-- {kind} the kind of step
-- {events} the table
-- {at} when it happened
-- {arrived} when it arrived
select
  epoch_us(arrived)::double as moment,
  {kind}::utinyint as kind,
  -1::integer as customer,
  0::integer as place,
  0::double as value,
  0::integer as flags,
  0::integer as agreed,
  0::integer as reachable
from (select {at} as happened_at, {arrived} as arrived from {events})
where epoch_us(happened_at) >= $first::bigint
  and epoch_us(happened_at) < $until::bigint
  and epoch_us(arrived) <= $last::bigint
