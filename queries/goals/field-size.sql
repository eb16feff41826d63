-- How many customers there are, how many cells of a field are filled, and how many different values they hold.
-- {customers} the customers relation
-- {field} the field
select count(*) as records, count({field}) as filled, count(distinct {field}) as distinct_values
from {customers}
