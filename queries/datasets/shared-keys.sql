-- How many different values of a field are found in a field of another table, and how many there are.
-- {table} {field} the one
-- {other} {other_field} the other
with keys as (select distinct {field}::varchar as key from {table} where {field} is not null)
select count(*) as keys, count(*) filter (where key in (select {other_field}::varchar from {other})) as shared
from keys
