-- A column of whole numbers.
-- {field} the column
try_cast({field} as bigint) as {field}
