-- Per unit, when each needed field with readings was last read, by what was known here at trigger + window.
-- $positions integer[] = [1]
create temp table unit_readings_then as
with asked as (
  select units_then.unit, units_then.customer, units_then.acted_at, positions.position
  from units_then
  cross join (select unnest($positions::integer[]) as position) as positions
),
arrivals as (
  select position, customer, known_at, max(read_at) as read_at from readings group by position, customer, known_at
),
moments as (
  select
    position,
    customer,
    known_at,
    max(read_at) over (partition by position, customer order by known_at rows unbounded preceding) as read_at
  from arrivals
)
select asked.unit, list(moments.read_at order by asked.position) as updated
from asked
asof left join moments
  on moments.customer = asked.customer
  and moments.position = asked.position
  and asked.acted_at >= moments.known_at
group by asked.unit
