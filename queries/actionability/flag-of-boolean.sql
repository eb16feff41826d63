-- An answer from a yes/no field; empty is unknown.
-- {field} the field
{field}
