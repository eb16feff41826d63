-- The customers behind a group of records.
-- {key} the field that says which customer
count(distinct {key})
