-- What the records of one table add up to for each key, up to the cut-off; a key without records has no row.
-- {key} whose record it is
-- {records} the table
-- {within} which records count, as a condition
-- {roll_ups} what they add up to, each with its name
select {key}::varchar as rolled_key, {roll_ups}
from {records}
where {key} is not null and ({within})
group by 1
