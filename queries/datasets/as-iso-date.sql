-- A column of dates written 2024-12-31.
-- {field} the column
try_cast({field} as date) as {field}
