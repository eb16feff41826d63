-- How many bits the values of the audience tell at each level, one column a level.
-- {customers} the customers table
-- {audience} a condition on it
-- {entropies} one a level
select {entropies}
from {customers}
where ({audience});
