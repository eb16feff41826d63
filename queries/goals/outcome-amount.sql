-- The number in the customer's field.
-- {field} the field
{field}::double
