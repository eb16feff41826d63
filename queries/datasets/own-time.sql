-- A column of times that do not say their zone.
-- {field} the column
{field}::timestamp as {field}
