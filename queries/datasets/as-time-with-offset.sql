-- A column of times with their offsets, in UTC.
-- {field} the column
-- {format} how it is written
try_strptime({field}, {format}) at time zone 'UTC' as {field}
