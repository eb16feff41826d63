-- A step for every grant and withdrawal, by channel and purpose.
-- $channels varchar[] = ['email']
-- $purposes varchar[] = ['']
-- $last bigint = 0
-- {kind} the kind of step
select
  coalesce(epoch_us(said_at)::double, -9e15) as moment,
  {kind}::utinyint as kind,
  customer::integer as customer,
  ((list_position($channels::varchar[], channel) - 1) * len($purposes::varchar[]) + list_position($purposes::varchar[], purpose) - 1)::integer as place,
  granted::integer::double as value,
  0::integer as flags,
  0::integer as agreed,
  0::integer as reachable
from consent_entries
where said_at is null or epoch_us(said_at) <= $last::bigint
