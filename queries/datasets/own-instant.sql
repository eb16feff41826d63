-- A column of times that are known in UTC.
-- {field} the column
({field} at time zone 'UTC')::timestamp as {field}
