-- A column of a new table.
-- {field} its name
-- {type} the name of its type
{field} {type}
