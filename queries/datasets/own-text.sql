-- A column as text.
-- {field} the column
{field}::varchar as {field}
