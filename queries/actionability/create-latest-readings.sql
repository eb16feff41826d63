-- Per customer, when each field with readings was last read, by all that is on record today.
-- $positions integer[] = [1]
create temp table latest_readings as
with latest as (
  select customer, position, max(read_at) as read_at from readings group by customer, position
),
asked as (
  select customer, position
  from (select distinct customer from readings)
  cross join (select unnest($positions::integer[]) as position)
)
select asked.customer, list(latest.read_at order by asked.position) as updated
from asked
left join latest on latest.customer = asked.customer and latest.position = asked.position
group by asked.customer
