-- The datasets that were loaded.
create table if not exists workbench.datasets (slug varchar primary key, loaded_at varchar not null, document varchar not null)
