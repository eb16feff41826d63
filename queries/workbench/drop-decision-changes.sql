-- Forgets the changes of a dataset's decisions.
-- $dataset varchar = 'harbour-mobile'
delete from workbench.decision_changes
where dataset = $dataset;
