-- How many different values a level has.
-- {customers} the customers table
-- {level} the level
select count(distinct {level}) as level_values
from {customers};
