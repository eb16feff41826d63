-- Per person, how many units pass which stages: one bit per stage, each false where it is unknown.
-- {units} the units
-- {reach} per unit's customer, whether any channel is agreed, reachable, both
-- {fresh} every needed field with a time of update is young enough
-- {in_time} it arrives in time
-- {quiet} the whole of the time left falls into quiet hours
create temp table person_masks as
with bits as (
  select
    units.person,
    1 * (
      people.customer is not null
      and coalesce(list_bool_and(people.filled), true)
      and coalesce(list_bool_and(units.filled), true)
    )::integer
    + 2 * coalesce(people.customer is not null and {fresh}, false)::integer
    + 4 * coalesce(reach.agreed, false)::integer
    + 8 * coalesce(reach.reachable, false)::integer
    + 16 * coalesce({in_time}, false)::integer
    + 32 * (not coalesce(people.held_back or {quiet}, false))::integer
    + 64 * coalesce(reach.one_channel, false)::integer
    + 128 * coalesce(people.identified, false)::integer as mask
  from {units} as units
  left join people on people.customer = units.customer
  left join {reach} as reach on reach.customer = units.customer
)
select person, mask, count(*) as units from bits group by person, mask
