-- Distinct customers with a unit that passes all of a set of stages, for several sets.
-- $required integer[] = [0, 128]
-- {masks} per person, units by what they pass
select required, count(distinct person) as customers
from {masks} as masks
join (select unnest($required::integer[]) as required) as sets on masks.mask & sets.required = sets.required
group by required
