-- The units whose window has closed, with the bits of their reach and when fields had last been read, as it was then.
select
  units_then.*,
  struct_pack(updated := unit_readings_then.updated) as readings,
  4 * coalesce(unit_reach_then.agreed, false)::integer
  + 8 * coalesce(unit_reach_then.reachable, false)::integer
  + 64 * coalesce(unit_reach_then.one_channel, false)::integer as reach
from units_then
left join unit_reach_then on unit_reach_then.unit = units_then.unit
left join unit_readings_then on unit_readings_then.unit = units_then.unit
