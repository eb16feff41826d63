-- A column of dates.
-- {field} the column
-- {format} how it is written
try_strptime({field}, {format})::date as {field}
