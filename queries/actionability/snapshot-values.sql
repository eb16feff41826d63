-- The values of one field in one snapshot, all of them read when it was taken; a customer who is there twice with two values has none.
-- {snapshot} the table
-- {entry_key} whose value it is, as text
-- {value} the value as text; blanks are none
-- {taken} when the snapshot was taken
select {entry_key} as entry_key, {taken}::timestamp as read_at, max({value}) as value
from {snapshot}
group by {entry_key}
having count(distinct {value}) < 2
