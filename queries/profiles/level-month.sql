-- The first day of the month.
-- {field} a date or time
date_trunc('month', {field})::date
