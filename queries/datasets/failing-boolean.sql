-- Cells that are not true or false as the database prints them.
-- {field} the column
count(*) filter (where {field} not in ('true', 'false'))
