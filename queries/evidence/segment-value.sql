-- The value that says which segment a customer is in, as a text.
-- {value} a field, or a level of one
({value})::varchar
