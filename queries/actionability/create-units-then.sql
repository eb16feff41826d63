-- The triggers whose window has closed, to be looked at as of trigger + window.
-- $as_of timestamp = null
-- $window bigint = 0
create temp table units_then as
select
  rowid as unit,
  customer,
  person,
  happened_at,
  seen,
  happened_at + to_minutes($window::bigint) as acted_at,
  arrived,
  filled
from units
where happened_at + to_minutes($window::bigint) <= $as_of::timestamp
