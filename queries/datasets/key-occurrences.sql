-- Where the keys of one table stand.
-- {table} the table
-- {key} its key
-- {part} which of the tables it is
select {key}, {part} as part, rowid as place
from {table}
where {key} is not null
