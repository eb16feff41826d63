-- A schema for a dataset.
-- {schema} its name
create schema {schema}
