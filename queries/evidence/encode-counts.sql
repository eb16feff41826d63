-- How many records of the audience have a known outcome, and how many of them the outcome itself.
-- {customers} the customers table
-- {audience} a condition on it
-- {outcome} the outcome, yes or no or a number
select
  count(({outcome})::double) as records,
  count(*) filter (({outcome})::double > 0) as with_outcome,
  count(*) - count(({outcome})::double) as unknown
from {customers}
where ({audience});
