-- Makes numbers of a field's whole numbers.
-- {table} the table
-- {field} the field
alter table {table} alter column {field} type double
