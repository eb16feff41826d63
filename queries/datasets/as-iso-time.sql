-- A column of times written 2024-12-31T09:40:00Z or with a blank and no Z, as they stand.
-- {field} the column
try_cast({field} as timestamp) as {field}
