-- How many bits the filled values tell.
-- {value} a field, or a level of it
entropy({value})::double
