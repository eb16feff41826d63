-- Does the customer's field hold this value, whatever its capitals? An empty cell does not.
-- {field} the field
-- {value} the value as a literal
coalesce(lower(trim({field}::varchar)) = lower({value}), false)
