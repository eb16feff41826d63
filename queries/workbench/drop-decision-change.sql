-- Forgets a change that was undone.
-- $dataset varchar = 'harbour-mobile'
-- $number bigint = 1
delete from workbench.decision_changes
where dataset = $dataset and number = $number::bigint;
