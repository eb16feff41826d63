-- The units of a goal without events: one per customer of the audience for whom the condition or the date holds.
-- $as_of timestamp = null
-- $from timestamp = null
-- $of_moment boolean = false
-- $window bigint = 0
create temp table units as
select
  customer,
  customer as person,
  moment as happened_at,
  case when $of_moment::boolean then moment else $as_of::timestamp end as seen,
  case
    when $of_moment::boolean then least(moment + to_minutes($window::bigint), $as_of::timestamp)
    else $as_of::timestamp
  end as acted_at,
  arrived,
  []::boolean[] as filled
from people
where in_audience
  and triggered
  and (
    not $of_moment::boolean
    or (moment <= $as_of::timestamp and ($from::timestamp is null or moment >= $from::timestamp))
  )
