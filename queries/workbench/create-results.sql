-- Finished results, by everything they depend on.
create table if not exists workbench.results (
  key varchar primary key,
  result varchar not null,
  kept_at timestamp not null default current_timestamp
);
