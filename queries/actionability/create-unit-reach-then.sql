-- Per unit, whether any channel was agreed by trigger + window, any is reachable, and one and the same is both.
-- Per purpose the latest entry of then wins, a withdrawal wins a tie, and one no is a no; without history today's answer.
-- $channels varchar[] = ['email']
-- $unless_refused boolean = false
-- {reachable} one flag per channel: an address that works, as known then
create temp table unit_reach_then as
with asked as (
  select
    units.unit,
    units.customer,
    units.acted_at,
    unnest($channels::varchar[]) as channel,
    unnest([{reachable}]::boolean[]) as reachable
  from units_then as units
  join people on people.customer = units.customer
  left join unit_readings_then as readings on readings.unit = units.unit
),
moments as (
  select customer, channel, purpose, coalesce(said_at, timestamp '-infinity') as said_at, bool_and(granted) as granted
  from consent_entries
  group by all
),
per_purpose as (
  select asked.*, purposes.purpose
  from asked
  cross join (select distinct purpose from consent_entries) as purposes
),
answers as (
  select per_purpose.unit, per_purpose.channel, bool_and(moments.granted) as said
  from per_purpose
  asof join moments
    on moments.customer = per_purpose.customer
    and moments.channel = per_purpose.channel
    and moments.purpose = per_purpose.purpose
    and per_purpose.acted_at >= moments.said_at
  group by per_purpose.unit, per_purpose.channel
),
standings as (
  select
    asked.unit,
    asked.reachable,
    case
      when today.historic then coalesce(answers.said, $unless_refused::boolean)
      else today.agreed
    end as agreed
  from asked
  join customer_channels as today on today.customer = asked.customer and today.channel = asked.channel
  left join answers on answers.unit = asked.unit and answers.channel = asked.channel
)
select
  unit,
  bool_or(agreed) as agreed,
  bool_or(reachable) as reachable,
  bool_or(agreed and reachable) as one_channel
from standings
group by unit
