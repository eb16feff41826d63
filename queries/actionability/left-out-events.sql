-- Events of the trigger that are no units: without a time, from the future, or the same trigger once more.
-- $as_of timestamp = null
-- $from timestamp = null
-- {events} the events table
-- {event_key} whose event it is, as text
-- {fires} the event is the trigger
-- {at} when it happened
with fired as (select {event_key} as key, {at} as happened_at from {events} where {fires}),
within as (
  select key, happened_at from fired
  where key is not null
    and ($as_of::timestamp is null or happened_at <= $as_of::timestamp)
    and ($from::timestamp is null or happened_at >= $from::timestamp)
)
select
  (select count(*) from fired where happened_at is null) as timeless,
  (select count(*) from fired where happened_at > $as_of::timestamp + interval 5 minutes) as future,
  (select count(*) - count(distinct (key, happened_at)) from within) as repeated
