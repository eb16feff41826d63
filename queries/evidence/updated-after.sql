-- How many customers with the outcome say when a field was updated, and how many of those say a time after the outcome.
-- {customers} the customers table
-- {audience} a condition on it
-- {outcome} the outcome, yes or no or a number
-- {updated} when the field was updated
-- {known} when the outcome became known
select
  count(*) filter ({updated} is not null and {known} is not null) as updated,
  count(*) filter ({updated}::timestamp > {known}::timestamp) as afterwards
from {customers}
where ({audience}) and ({outcome})::double > 0;
