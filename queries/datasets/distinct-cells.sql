-- How many different values a field has.
-- {field} the field
count(distinct {field})
