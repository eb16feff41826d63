-- Notes one change of a decision; null before means new, null after means withdrawn.
-- $dataset varchar = 'harbour-mobile'
-- $id varchar = 'keep-leavers gender'
-- $before varchar = null
-- $after varchar = '{}'
-- $at varchar = '2026-11-23T09:40:00Z'
insert into workbench.decision_changes (dataset, number, id, before, after, changed_at)
select
  $dataset,
  (select coalesce(max(number), 0) + 1 from workbench.decision_changes where dataset = $dataset),
  $id,
  $before::varchar,
  $after::varchar,
  $at::timestamptz::timestamp;
