-- Removes a dataset's tables.
-- {schema} its schema
drop schema if exists {schema} cascade
