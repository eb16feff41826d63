-- Gives a table its name.
-- {table} the table
-- {name} its new name
alter table {table} rename to {name}
