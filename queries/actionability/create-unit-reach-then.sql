-- Per unit, whether any channel was agreed by trigger + window, any was reachable, and one and the same was both.
-- Without history of its own, a channel has today's answer.
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
standings as (
  select
    asked.unit,
    asked.reachable,
    case
      when today.historic then coalesce(consent_timeline.granted, $unless_refused::boolean)
      else today.agreed
    end as agreed
  from asked
  asof left join consent_timeline
    on consent_timeline.customer = asked.customer
    and consent_timeline.channel = asked.channel
    and asked.acted_at >= consent_timeline.said_at
  join customer_channels as today on today.customer = asked.customer and today.channel = asked.channel
)
select
  unit,
  bool_or(agreed) as agreed,
  bool_or(reachable) as reachable,
  bool_or(agreed and reachable) as one_channel
from standings
group by unit
