-- The text in the customer's field.
-- {field} the field
nullif(trim({field}), '')
