-- Per customer, their units and how many of them pass all of a set of stages.
-- $required integer = 0
create temp table person_counts as
select
  person as customer,
  sum(units)::bigint as units,
  sum(case when mask & $required::integer = $required::integer then units else 0 end)::bigint as passing
from person_masks
where person >= 0
group by person
