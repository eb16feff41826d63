-- Every key of the objects, in the order they first come.
-- {lines} the table
with keys as (
  select unnest(json_keys(line)) as key, generate_subscripts(json_keys(line), 1) as nth, place
  from {lines}
  where line is not null and json_valid(line) and json_type(line) = 'OBJECT'
)
select key
from keys
group by key
order by min(place), arg_min(nth, place)
