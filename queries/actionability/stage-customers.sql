-- Distinct customers with a unit that passes all of a set of stages, for several sets.
-- $required integer[] = [0, 128]
select required, count(distinct person) as customers
from person_masks
join (select unnest($required::integer[]) as required) as sets on person_masks.mask & sets.required = sets.required
group by required
