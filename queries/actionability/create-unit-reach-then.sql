-- Per unit, whether any channel was agreed by trigger + window, any was reachable, and one and the same was both.
-- {reachable} one bit per channel with an address that works, as known then
create temp table unit_reach_then as
with standings as (
  select
    units.unit,
    coalesce(reach_timeline.agreed, reach_before.agreed) as agreed,
    {reachable} as reachable
  from units_then as units
  asof left join reach_timeline
    on reach_timeline.customer = units.customer
    and units.acted_at >= reach_timeline.said_at
  join people on people.customer = units.customer
  join reach_before on reach_before.customer = units.customer
  left join unit_readings_then as readings on readings.unit = units.unit
)
select unit, agreed > 0 as agreed, reachable > 0 as reachable, agreed & reachable > 0 as one_channel from standings
