-- Customers with a unit, by one field at one level: their units, those that pass, and the sums that an interval needs.
-- {position} the place of field and level in a list
-- {customers} the customers table
-- {customer} the number that stands for a customer here
-- {value} the group
select
  {position} as position,
  groups.value,
  count(*) as customers,
  sum(person_counts.units)::bigint as units,
  sum(person_counts.passing)::bigint as passing,
  sum(person_counts.units * person_counts.units)::bigint as units_squared,
  sum(person_counts.units * person_counts.passing)::bigint as units_passing,
  sum(person_counts.passing * person_counts.passing)::bigint as passing_squared
from person_counts
join (select {customer} as customer, ({value})::varchar as value from {customers}) as groups
  on groups.customer = person_counts.customer
group by groups.value
