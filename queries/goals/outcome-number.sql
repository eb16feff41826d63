-- Does the customer's field hold this number? An empty cell does not.
-- {field} the field
-- {value} the number as a literal
coalesce({field} = {value}, false)
