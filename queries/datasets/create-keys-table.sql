-- The customers of a dataset that holds only events: the different keys, in the order they first come.
-- {table} the new table
-- {key} its only field
-- {occurrences} from key-occurrences, one a table
create table {table} as
select {key}
from ({occurrences})
group by {key}
order by min(part), min(place)
