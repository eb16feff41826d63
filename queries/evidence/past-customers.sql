-- How many customers have a record that counts.
-- {key} whose record it is
-- {records} the table
-- {within} which records count, as a condition
select count(distinct {key}) as customers
from {records}
where {key} is not null and ({within});
