-- The first year of a band of several years.
-- {field} a date or time
-- {width} years in a band
(year({field}) // {width}) * {width}
