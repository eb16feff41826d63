-- A cell as text.
-- {field} the column
{field}::varchar
