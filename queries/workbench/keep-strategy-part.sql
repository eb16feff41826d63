-- Adds or replaces one part; a replaced part keeps its place.
-- $dataset varchar = 'harbour-mobile'
-- $kind varchar = 'goals'
-- $id varchar = 'keep-leavers'
-- $document varchar = '{}'
insert into workbench.strategy_parts (dataset, kind, id, position, document)
select
  $dataset,
  $kind,
  $id,
  (select coalesce(max(position), 0) + 1 from workbench.strategy_parts where dataset = $dataset),
  $document
on conflict (dataset, kind, id) do update set document = excluded.document;
