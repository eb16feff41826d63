-- How many different values of a field are found in a field of another table, and how many there are.
-- {table} the one
-- {key} its field, from text-cell or number-cell
-- {other} the other
-- {other_key} its field, the same way
with keys as (select distinct {key} as key from {table} where ({key}) is not null)
select count(*) as keys, count(*) filter (where key in (select {other_key} from {other})) as shared
from keys
