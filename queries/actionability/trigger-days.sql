-- Triggers of each whole day, by the clocks of the trigger's table; days without any are left out.
-- $from timestamp = '2026-09-01'
-- $until timestamp = '2026-11-23'
-- {events} the events table
-- {event_key} whose event it is, as text
-- {fires} the event is the trigger
-- {at} when it happened
-- {firsts} the events that count, each trigger once
-- {local} when it happened, as clocks show it
-- {local_from} from when, as clocks show it
-- {local_until} until when, as clocks show it
-- {wanted} the customer is in the audience, or not known
with fired as (select {event_key} as key, {at} as happened_at from {events} where {fires}),
within as (
  select key, happened_at from fired
  where happened_at between $from::timestamp and $until::timestamp and {wanted}
),
firsts as ({firsts}),
days as (
  select {local}::date as day, count(*) as triggers
  from firsts
  where {local}::date > {local_from}::date and {local}::date < {local_until}::date
  group by {local}::date
)
select strftime(day, '%Y-%m-%d') as day, triggers from days order by day
