-- The day, without the time.
-- {field} a time
{field}::date
