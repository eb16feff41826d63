-- Millionths of units lost to their delay, of those that pass everything else; and the sum of their squares over persons.
-- $required integer = 0
-- {masks} per person, units by what they pass
with persons as (
  select sum(worth_lost)::bigint as lost, sum(units)::bigint as units, 1 as times
  from {masks}
  where person is not null and mask & $required::integer = $required::integer
  group by person
  union all
  select (worth_lost // units)::bigint as lost, 1 as units, units as times
  from {masks}
  where person is null and mask & $required::integer = $required::integer
)
select
  coalesce(sum(lost::hugeint * times), 0)::double as lost,
  coalesce(sum(lost::hugeint * lost::hugeint * times), 0)::double as squares,
  coalesce(sum(units::hugeint * times), 0)::bigint as units
from persons
