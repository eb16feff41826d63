-- A number as it is.
-- {field} the field
{field}::double
