-- How many cells of a field are filled.
-- {field} the field
count({field})
