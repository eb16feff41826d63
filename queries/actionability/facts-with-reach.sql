-- Per customer, with the bits of today's reach and of being identified, and when fields were last read.
select
  people.customer,
  people.filled,
  people.updated,
  people.held_back,
  struct_pack(updated := latest_readings.updated) as readings,
  4 * coalesce(reach.agreed, false)::integer
  + 8 * coalesce(reach.reachable, false)::integer
  + 64 * coalesce(reach.one_channel, false)::integer
  + 128 * people.identified::integer as own
from people
left join customer_reach as reach on reach.customer = people.customer
left join latest_readings on latest_readings.customer = people.customer
