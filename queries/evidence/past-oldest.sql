-- The time that all but one in a thousand of the records that count come after, in milliseconds; null without any.
-- {at} when a record happened
-- {records} the table
-- {within} which records count, as a condition
select epoch_ms(quantile_disc({at}::timestamp, 0.001))::double as oldest
from {records}
where {at} is not null and ({within});
