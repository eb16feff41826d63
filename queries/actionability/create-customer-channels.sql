-- Per customer and channel, what stands today: the latest entry per purpose wins, a withdrawal wins a tie, and one no is a no.
-- $channels varchar[] = ['email']
-- $recorded boolean[] = [true]
-- $historic boolean[] = [true]
-- $flag_refuses boolean[] = [false]
-- $unless_refused boolean = false
-- $as_of timestamp = null
-- {reachable} one flag per channel: an address that works
create temp table customer_channels as
with asked as (
  select
    people.customer,
    unnest($channels::varchar[]) as channel,
    unnest($recorded::boolean[]) as recorded,
    unnest($historic::boolean[]) as historic,
    unnest($flag_refuses::boolean[]) as flag_refuses,
    unnest([{reachable}]::boolean[]) as reachable,
    unnest(people.flags) as flag
  from people
  left join latest_readings as readings on readings.customer = people.customer
),
latest as (
  select customer, channel, purpose, max(coalesce(epoch_us(said_at) * 2, -4611686018427387904) + (not granted)::integer) as entry
  from consent_entries
  where said_at is null or $as_of::timestamp is null or said_at <= $as_of::timestamp
  group by customer, channel, purpose
),
answers as (
  select customer, channel, bool_and(entry & 1 = 0) as said from latest group by customer, channel
)
select
  asked.customer,
  asked.channel,
  asked.reachable,
  asked.flag,
  asked.recorded,
  asked.historic,
  coalesce(answers.said is false or (asked.flag is false and asked.flag_refuses), false) as refused,
  asked.recorded and case
    when answers.said is false or asked.flag is false then false
    when answers.said or asked.flag then true
    else $unless_refused::boolean
  end as agreed
from asked
left join answers on answers.customer = asked.customer and answers.channel = asked.channel
