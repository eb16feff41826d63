-- The clock hours at which a field was read and its readings arrived, of those that arrived when they were too old.
-- $position integer = 1
-- $most bigint = 0
select
  hour(known_at) as arrived_hour,
  hour(read_at) as at_hour,
  count(*) as units,
  count(distinct known_at::date) as days
from readings
where position = $position::integer
  and epoch_us(known_at) - epoch_us(read_at) > $most::bigint
group by all
