-- The schema of Winnow's own tables.
create schema if not exists workbench;
