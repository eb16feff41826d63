-- How many units happened, and arrived, at midnight: then their times are dates.
select
  count(happened_at) as happened,
  count(*) filter (where happened_at = date_trunc('day', happened_at)) as at_midnight,
  count(arrived) filter (where happened_at is not null) as arrived,
  count(*) filter (where happened_at is not null and arrived = date_trunc('day', arrived)) as arrived_at_midnight
from units
