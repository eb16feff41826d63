-- A column of whole numbers.
-- {field} the column
{field}::bigint as {field}
