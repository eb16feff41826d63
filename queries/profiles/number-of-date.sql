-- A date or time as days since 1970-01-01.
-- {field} the field
(epoch({field}::timestamp) / 86400.0)
