-- The same day and month in the year 2000, which has a 29 February.
-- {field} a date or a time
make_date(2000, month({field}), day({field}))
