-- Of the identified units, how many have a value of one needed field, and of those how many have it in time.
-- {position} the field's place among the goal's needed fields
-- {filled} it has a value
-- {ready} its value is young enough, and known early enough
select
  {position} as position,
  count(*) as identified,
  count(*) filter (where {filled}) as filled,
  count(*) filter (where {filled} and {ready}) as ready
from units
join people on people.customer = units.customer
left join latest_readings as readings on readings.customer = units.customer
