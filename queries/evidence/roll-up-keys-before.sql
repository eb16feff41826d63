-- Says whether a customer has a record up to the cut-off.
-- {customer} what tells customers apart
-- {key} whose record it is
-- {records} the table
-- {within} which records count, as a condition
coalesce({customer}::varchar in (select {key}::varchar from {records} where {key} is not null and ({within})), false)
