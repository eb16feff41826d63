-- Every change of a dataset's decisions, the latest first.
-- $dataset varchar = 'harbour-mobile'
select number, id, before, after, changed_at
from workbench.decision_changes
where dataset = $dataset
order by number desc;
