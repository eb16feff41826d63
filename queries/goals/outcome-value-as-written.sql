-- Does the customer's field hold this value? An empty cell does not.
-- {field} the field
-- {value} the value as a literal
coalesce(trim({field}::varchar) = {value}, false)
