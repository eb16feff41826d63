-- How many customers had no record up to the cut-off.
-- {customers} the customers table
-- {known} says whether one had
select count(*) filter (not ({known})) as customers
from {customers};
