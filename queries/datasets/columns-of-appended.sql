-- The columns of a temporary table and their types.
-- {table} the table
select column_name as name, column_type as type
from (describe select * from {table})
