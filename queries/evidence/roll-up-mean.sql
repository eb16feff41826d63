-- The mean of the filled cells, from a sum in whole millionths, so that the order of the records plays no part.
-- {value} the number
sum(try_cast({value}::double as decimal(30, 6)))::double / nullif(count(try_cast({value}::double as decimal(30, 6))), 0)
