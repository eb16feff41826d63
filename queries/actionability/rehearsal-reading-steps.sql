-- A step for every reading of a needed field, when it was known here; its value is when it was read.
-- $last bigint = 0
-- {kind} the kind of step
select
  epoch_us(known_at)::double as moment,
  {kind}::utinyint as kind,
  customer::integer as customer,
  (position - 1)::integer as place,
  epoch_us(read_at)::double as value,
  0::integer as flags,
  0::integer as agreed,
  0::integer as reachable
from readings
where epoch_us(known_at) <= $last::bigint
