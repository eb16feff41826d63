-- Every change of a decision, so that the last one can be undone and the log told.
create table if not exists workbench.decision_changes (
  dataset varchar not null,
  number bigint not null,
  id varchar not null,
  before varchar,
  after varchar,
  changed_at timestamp not null,
  primary key (dataset, number)
);
