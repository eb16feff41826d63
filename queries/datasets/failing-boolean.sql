-- Filled cells that are not true or false as the database prints them.
-- {field} the column
-- {filled} whether it is filled
count(*) filter (where {filled} and {field} not in ('true', 'false'))
