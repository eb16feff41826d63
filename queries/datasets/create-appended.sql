-- A temporary table that is filled from JavaScript.
-- {table} its name
-- {columns} its columns, from column-of-type and decimal-column
create temporary table {table} ({columns})
