-- The clock hours at which things happened and arrived; of all units, or of those too late.
-- {chosen} which units
select
  hour(arrived) as arrived_hour,
  hour(happened_at) as at_hour,
  count(*) as units,
  count(distinct arrived::date) as days
from units
where happened_at is not null and arrived is not null and {chosen}
group by all
