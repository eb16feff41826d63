-- A column of times that are UTC already.
-- {field} the column
-- {format} how it is written
try_strptime({field}, {format})::timestamp as {field}
