-- How many different values there are.
-- {value} the field
count(distinct {value})
