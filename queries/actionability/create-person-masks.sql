-- Per person, how many units pass which stages: one bit per stage, each false where it is unknown.
-- {masks} the temporary table
-- {units} the units, with what was known then
-- {facts} one row per customer, with the bits that are the same for all their units
-- {present} every needed field has a value
-- {fresh} every needed field with a time of update is young enough
-- {in_time} it arrives in time
-- {quiet} the whole of the time left falls into quiet hours
-- {closed} the unit's window has closed
-- {worth_lost} millionths of a unit's worth that its delay costs
create temp table {masks} as
with facts as ({facts}),
bits as (
  select
    units.person,
    1 * coalesce(people.customer is not null and {present}, false)::integer
    + 2 * coalesce(people.customer is not null and {fresh}, false)::integer
    + 16 * coalesce({in_time}, false)::integer
    + 32 * (not coalesce(people.held_back or {quiet}, false))::integer
    + coalesce(people.own, 0)
    + units.reach as mask,
    {worth_lost} as worth_lost,
    {closed} as closed
  from ({units}) as units
  left join facts as people on people.customer = units.customer
)
select
  person,
  mask,
  count(*) as units,
  sum(worth_lost)::bigint as worth_lost,
  count(*) filter (where closed) as closed
from bits
group by person, mask
