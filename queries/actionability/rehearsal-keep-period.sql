-- Leaves out the triggers outside a period; in microseconds, its end not counted.
-- $from bigint = null
-- $to bigint = null
delete from units_then
where coalesce(epoch_us(happened_at) < $from::bigint, false) or coalesce(epoch_us(happened_at) >= $to::bigint, false)
