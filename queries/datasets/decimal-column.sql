-- A column of decimals of a new table.
-- {field} its name
-- {precision} how many digits
-- {scale} how many of them behind the point
{field} decimal({precision}, {scale})
