-- Per unit, when each needed field with readings was last read before the action: by all that is on record today.
-- $positions integer[] = [1]
create temp table unit_readings as
with asked as (
  select units.rowid as unit, units.customer, units.acted_at, positions.position
  from units
  cross join (select unnest($positions::integer[]) as position) as positions
),
moments as (select distinct position, customer, read_at from readings)
select asked.unit, list(moments.read_at order by asked.position) as updated
from asked
asof left join moments
  on moments.customer = asked.customer
  and moments.position = asked.position
  and asked.acted_at >= moments.read_at
group by asked.unit
