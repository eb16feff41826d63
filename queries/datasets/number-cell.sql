-- A cell as a number.
-- {field} the column
{field}::double
