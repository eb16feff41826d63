-- How many records, none where a customer has no record at all.
-- {name} the number of records
coalesce(rolled.{name}, 0) as {name}
