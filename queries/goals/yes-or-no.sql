-- A field whose values say yes or no, as a condition.
-- {field} the field
try_cast({field} as boolean)
