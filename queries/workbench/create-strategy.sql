-- What people decided or corrected, a part a row, as strategy.yaml holds it.
create table if not exists workbench.strategy_parts (
  dataset varchar not null,
  kind varchar not null,
  id varchar not null,
  position bigint not null,
  document varchar not null,
  primary key (dataset, kind, id)
);
