-- Removes a table.
-- {table} the table
drop table {table}
