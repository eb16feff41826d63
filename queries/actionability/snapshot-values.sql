-- The values of one field in one snapshot, all of them read when it was taken.
-- {snapshot} the table
-- {entry_key} whose value it is, as text
-- {value} the value as text; blanks are none
-- {taken} when the snapshot was taken
select {entry_key} as entry_key, {taken}::timestamp as read_at, {value} as value
from {snapshot}
