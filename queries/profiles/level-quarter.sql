-- The first day of the quarter.
-- {field} a date or time
date_trunc('quarter', {field})::date
