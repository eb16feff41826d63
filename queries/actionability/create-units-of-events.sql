-- The units of a goal with events: each event of the trigger inside the look-back, with its customer where one is found.
-- $as_of timestamp = null
-- $from timestamp = null
-- $key bigint = 1
-- $window bigint = 0
-- {events} the events table
-- {event_key} whose event it is, as text
-- {fires} the event is the trigger
-- {at} when it happened
-- {arrived} when it arrived
-- {firsts} the events that count, each trigger once
-- {filled} one flag per needed field of the event: it has a value
create temp table units as
with fired as (
  select {event_key} as key, {at} as happened_at, {arrived} as arrived, [{filled}]::boolean[] as filled
  from {events}
  where {fires}
),
within as (
  select * from fired
  where happened_at is not null
    and ($as_of::timestamp is null or happened_at <= $as_of::timestamp)
    and ($from::timestamp is null or happened_at >= $from::timestamp)
),
firsts as ({firsts}),
names as (select customer, in_audience, keys[$key::bigint] as key from people)
select
  names.customer,
  coalesce(names.customer, case when firsts.key is not null then -1 - (hash(firsts.key) >> 2)::bigint end) as person,
  firsts.happened_at,
  firsts.happened_at as seen,
  least(firsts.happened_at + to_minutes($window::bigint), $as_of::timestamp) as acted_at,
  firsts.arrived,
  firsts.filled
from firsts
left join names on names.key = firsts.key
where coalesce(names.in_audience, true)
