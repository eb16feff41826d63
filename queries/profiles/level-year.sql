-- The year.
-- {field} a date or time
year({field})
