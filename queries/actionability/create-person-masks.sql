-- Per person, how many units pass which stages: one bit per stage, each false where it is unknown.
-- {masks} the temporary table
-- {units} the units
-- {reach} whether any channel is agreed, reachable, both
-- {reach_of} whose reach it is: the customer's, or the unit's as of then
-- {readings} when fields with readings were last read
-- {readings_of} whose readings: the customer's, or the unit's as of then
-- {present} every needed field has a value
-- {fresh} every needed field with a time of update is young enough
-- {in_time} it arrives in time
-- {quiet} the whole of the time left falls into quiet hours
-- {closed} the unit's window has closed
-- {worth_lost} millionths of a unit's worth that its delay costs
create temp table {masks} as
with bits as (
  select
    units.person,
    1 * coalesce(people.customer is not null and {present}, false)::integer
    + 2 * coalesce(people.customer is not null and {fresh}, false)::integer
    + 4 * coalesce(reach.agreed, false)::integer
    + 8 * coalesce(reach.reachable, false)::integer
    + 16 * coalesce({in_time}, false)::integer
    + 32 * (not coalesce(people.held_back or {quiet}, false))::integer
    + 64 * coalesce(reach.one_channel, false)::integer
    + 128 * coalesce(people.identified, false)::integer as mask,
    {worth_lost} as worth_lost,
    {closed} as closed
  from {units} as units
  left join people on people.customer = units.customer
  left join {reach} as reach on {reach_of}
  left join {readings} as readings on {readings_of}
)
select
  person,
  mask,
  count(*) as units,
  sum(worth_lost)::bigint as worth_lost,
  count(*) filter (where closed) as closed
from bits
group by person, mask
