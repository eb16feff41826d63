-- People by how many units they have and how many of them pass all of a set of stages; a unit of nobody stands alone.
-- $required integer = 0
-- {masks} per person, units by what they pass
with persons as (
  select
    sum(case when mask & $required::integer = $required::integer then units else 0 end)::bigint as passing,
    sum(units)::bigint as units,
    1 as times
  from {masks}
  where person is not null
  group by person
  union all
  select (mask & $required::integer = $required::integer)::bigint as passing, 1 as units, units as times
  from {masks}
  where person is null
)
select passing, units, sum(times)::bigint as persons from persons group by passing, units order by units, passing
